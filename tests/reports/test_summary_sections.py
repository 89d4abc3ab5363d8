"""«Свод …»: what stands where, for the region and a municipality."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.explained import crowd_summary
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.read_back import block_rows, opened
from xlforms.consolidation.summary import Summary
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value
from xlforms.reports import summary_sections


def made_up() -> Summary:
    """Three of four schools in two districts; one number out of range, one that cannot be read."""
    first: dict[str, Value] = {
        "staff.russian.total": 10, "staff.russian.young": 2, "staff.russian.topic": "ФГОС", "building.built": 1956,
        "building.kind": "типовой", "building.warm": "да", "building.area": 100.5, "building.wear": 0.25,
        "building.checked": date(2020, 3, 1), "building.head": "Тайный", "building.lacks": "матов",
    }  # fmt: skip
    second: dict[str, Value] = {
        "staff.russian.total": 30, "staff.russian.young": 8, "building.built": 2012, "building.kind": "нет",
        "building.area": 20.25, "building.wear": 0.5, "building.checked": date(2020, 5, 1),
    }  # fmt: skip
    third: dict[str, Value] = {"staff.russian.total": 999, "building.kind": "нет"}
    received = [
        returned(submission(small_form(), "001", first)),
        returned(submission(small_form(), "002", second)),
        returned(
            submission(small_form(), "003", third, invalid={"building.area": InvalidAnswer("not-a-number", "много")})
        ),
    ]
    return summary_of(received, made_up_units(4, 2))


def test_table() -> None:
    """A table keeps its headings, codes and captions; sums, shares of sums, counts of texts, «n из N» stand in it."""
    assert [
        ("стр.", "Учителя", "количество", "из них", None, "тема курсов", "ответили, школ"),
        (None, None, None, "молодые", "% молодых", None, None),
        (None, None, 1, 2, 3, 4, None),
        ("01", "русского языка", 40, 10, 0.25, "1 ответ", "2 из 4"),
        ("из них:", None, None, None, None, None, None),
        ("02", "математики", "–", "–", "–", "–", "0 из 4"),
        ("* Каждый учитель показан один раз.", None, None, None, None, None, None),
        ("* Не учтено из-за ошибок: 1 ответ у 1 школы. Какие — под таблицей каждого муниципалитета и на листе "
         "«Что изменено».", None, None, None, None, None, None),
    ] == block_rows(opened(made_up())["Свод Кадры"], "Регион")  # fmt: skip


def test_card() -> None:
    """Years and dates are spans, typed percents medians, choices counted, personal items never shown."""
    assert [
        ("год постройки", "1956–2012", "2 из 4"),
        ("спортивный зал", "типовой\u00a0— 1\nнет\u00a0— 2", "3 из 4"),
        ("тепло ли", "да\u00a0— 1", "1 из 4"),
        ("площадь, кв. м", 120.75, "2 из 4"),
        ("износ", 0.375, "2 из 4"),
        ("дата осмотра", "01.03.2020–01.05.2020", "2 из 4"),
        ("кто отвечает", "—", "1 из 4"),
        ("чего не хватает", "1 ответ", "1 из 4"),
    ] == [row[1:] for row in block_rows(opened(made_up())["Свод Здание"], "Регион")[1:-1]]


def test_star() -> None:
    """A number bears an asterisk just where answers were left out: in the region and in the district of the school."""
    worksheet = opened(made_up())["Свод Здание"]
    area = [cell for row in worksheet.iter_rows(min_row=9) for cell in row if row[2].value == "площадь, кв. м"]
    cells = [cell for cell in area if cell.column == 4]
    assert [(120.75, True), (120.75, False), ("–*", False)] == [
        (cell.value, cell.number_format.endswith('"*"')) for cell in cells
    ]


def test_links_lead_to_blocks() -> None:
    """The contents at the top name every block, and each link leads to the row of that very block."""
    worksheet = opened(made_up())["Свод Кадры"]
    links = [cell for row in worksheet.iter_rows(max_row=8) for cell in row if cell.hyperlink is not None]
    targets = [worksheet[link.hyperlink.location.split("!")[1]].value for link in links]
    assert [link.value for link in links] == targets
    assert ["Регион в целом — 3 из 4 школ", "Район 1 — 2 из 2 школ", "Район 2 — 1 из 2 школ"] == targets


def test_printing() -> None:
    """A4, the title repeated, municipalities grouped under their headings."""
    worksheet = opened(made_up())["Свод Кадры"]
    setup = worksheet.page_setup
    assert ("9", "landscape", "$1:$1") == (str(setup.paperSize), setup.orientation, worksheet.print_title_rows)
    levels = {worksheet.row_dimensions[row].outlineLevel for row in range(1, worksheet.max_row + 1)}
    assert {0, 1} == levels


def test_numbers_that_are_not_added_up() -> None:
    """An item that says `summed: false` shows its median, with a half where there is one."""
    rows = block_rows(opened(crowd_summary({"first.years": 10}, {"first.years": 25}))["Свод Классы"], "Регион")
    assert ("01", "первые", "–", "–", 17.5, "2 из 2") in rows
    worksheet = opened(crowd_summary({"first.years": 10}, {"first.years": 25}))["Свод Классы"]
    cells = [cell for row in worksheet.iter_rows() for cell in row if cell.value == 17.5]
    assert {"#,##0.0####"} == {cell.number_format for cell in cells}


def test_units_that_differ() -> None:
    """A number that covers other units than most of its row says so below itself; the row is one to the eye."""
    schools: list[dict[str, Value]] = [
        {"staff.russian.total": 1},
        {"staff.russian.total": 30, "staff.russian.young": 600, "staff.russian.topic": "ФГОС"},
        {"staff.russian.total": 7, "staff.russian.young": 7},
    ]
    files = [
        returned(submission(small_form(), f"00{number}", answers)) for number, answers in enumerate(schools, start=1)
    ]
    worksheet = opened(summary_of(files, made_up_units(4, 1)))["Свод Кадры"]
    rows = block_rows(worksheet, "Регион")
    at = next(number for number, row in enumerate(rows) if row[1] == "русского языка")
    assert [
        ("01", "русского языка", 38, 7, 1, "1 ответ", "1 из 4"),
        (None, None, "3/4", None, None, None, None),
    ] == rows[at : at + 2]
    merged = {str(area) for area in worksheet.merged_cells.ranges}
    line = next(cell.row for row in worksheet.iter_rows() for cell in row if cell.value == "русского языка")
    assert {f"B{line}:B{line + 1}", f"C{line}:C{line + 1}"} <= merged
    assert (None, None) == (worksheet.cell(line, 4).border.bottom.style, worksheet.cell(line + 1, 4).border.top.style)


def test_choices_lead_on_beside() -> None:
    """Counts of choices stand in several lines, which LibreOffice would join in a link: the units beside lead on."""
    worksheet = opened(made_up())["Свод Здание"]
    row = next(
        cell.row for line in worksheet.iter_rows() for cell in line if cell.value == "типовой\u00a0— 1\nнет\u00a0— 2"
    )
    last = worksheet.max_column
    assert (None, "3 из 4", "'По школам'!S8:S11") == (
        worksheet.cell(row, 4).hyperlink, worksheet.cell(row, last).value, worksheet.cell(row, last).hyperlink.location,
    )  # fmt: skip


def test_too_many_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """When Excel would refuse so many links on a sheet, those of the region stay, and the legend says so."""
    monkeypatch.setattr(summary_sections, "LINK_LIMIT", 20)
    worksheet = opened(made_up())["Свод Кадры"]
    links = [cell.hyperlink.location for row in worksheet.iter_rows() for cell in row if cell.hyperlink is not None]
    places = [link for link in links if "По школам" in link]
    assert ["'По школам'!J8:J11", "'По школам'!K8:K11", "'По школам'!L8:L11", "'По школам'!M8:M11"] == places
    assert "у муниципалитетов таких ссылок нет" in str(worksheet["B4"].value)
