"""The sheet «Нужды и факторы»: what stands on it, where its arrows lead, what is too much for one row."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from tests.reports.made_up import FormParts, form_of, made_up_units, returned, small_form, submission, summary_of
from tests.reports.read_back import opened, written
from xlforms.consolidation.summary import Summary
from xlforms.definitions.units import Unit, Units
from xlforms.intake.values import Value
from xlforms.layout.limits import MAX_ROW_POINTS, SMALL_POINTS
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.reports import summary_needs
from xlforms.reports.needs_rows import MOST_LINES, WIDTHS, portions

FORM = """
form: needs
version: "1"
title: Нужды
code: НЖ-1
sections:
  - section: needs
    title: Нужды
    sheet: Нужды
    blocks:
      - table: factors
        open_rows: 3
        columns:
          - {column: inner, title: Внутренние факторы, type: long_text, gathered: true}
          - {column: help, title: Необходима помощь, type: long_text, gathered: first}
"""
NAME = "Нужды и факторы"


def _summary(answers: dict[str, dict[str, Value]], municipalities: int = 2, form: FormParts | None = None) -> Summary:
    parts = form or form_of(FORM)
    received = [returned(submission(parts, unit, entered)) for unit, entered in answers.items()]
    return summary_of(received, made_up_units(4, municipalities), form=parts)


def _sheet(summary: Summary) -> Any:
    return opened(summary)[NAME]


def _rows(worksheet: Any, first: int = 4) -> list[tuple[object, ...]]:
    """The rows below the headings that say anything, without empty cells at their end."""
    rows = []
    for row in worksheet.iter_rows(min_row=first, values_only=True):
        last = max((column for column, value in enumerate(row, start=1) if value is not None), default=0)
        if last:
            rows.append(tuple(value or "" for value in row[:last]))
    return rows


ANSWERS: dict[str, dict[str, Value]] = {
    "001": {"factors.1.help": "Автобус", "factors.2.help": "нет"},
    "002": {"factors.1.help": "автобус", "factors.2.help": "Автобусы", "factors.1.inner": "=1+1"},
    "003": {"factors.1.help": "Автобус"},
}


def test_rows() -> None:
    """Contents, the region with municipalities, each municipality with its schools, what most say first."""
    assert [
        ("Необходима помощь", 3, "", "Регион в целом: что-нибудь написали 3 из 3 школ, сдавших форму"),
        ("Внутренние факторы", 1, "", "Район 1: что-нибудь написали 2 из 2 школ, сдавших форму"),
        ("", "", "", "Район 2: что-нибудь написали 1 из 1 школы, сдавших форму"),
        ("Регион в целом: что-нибудь написали 3 из 3 школ, сдавших форму",),
        ("Необходима помощь", 3, "написали 3 из 3 школ"),
        ("Автобус", 3, "→", "Район 1: 2 школы", "Школа № 1 (001), Школа № 2 (002)"),
        ("", "", "→", "Район 2", "Школа № 3 (003)"),
        ("нет, не требуется", 1, "→", "Район 1"),
        ("Внутренние факторы", 1, "написали 1 из 3 школ"),
        ("=1+1", 1, "→", "Район 1", "Школа № 2 (002)"),
        ("Район 1: что-нибудь написали 2 из 2 школ, сдавших форму",),
        ("Необходима помощь", 2, "написали 2 из 2 школ"),
        ("Автобус", 2, "", "2 школы", "Школа № 1 (001), Школа № 2 (002)"),
        ("", "", "→", "Школа № 1 (001)"),
        ("", "", "→", "Школа № 2 (002)"),
        ("", "", "→", "Школа № 2 (002)", "Автобусы"),
        ("нет, не требуется", 1, "→", "Школа № 1 (001)", "нет"),
        ("Внутренние факторы", 1, "написали 1 из 2 школ"),
        ("=1+1", 1, "→", "Школа № 2 (002)"),
        ("Район 2: что-нибудь написали 1 из 1 школы, сдавших форму",),
        ("Необходима помощь", 1, "написали 1 из 1 школы"),
        ("Автобус", 1, "→", "Школа № 3 (003)"),
    ] == _rows(_sheet(_summary(ANSWERS)))


def test_arrows() -> None:
    """Every arrow of a school leads to its answer on «По школам», every one of a municipality to its part."""
    summary = _summary(ANSWERS)
    book = opened(summary)
    worksheet = book[NAME]
    schools: list[tuple[object, ...]] = []
    parts: list[tuple[object, ...]] = []
    for row in worksheet.iter_rows(min_row=8):
        link = row[2].hyperlink
        if row[2].value == "→":
            sheet, place = link.location.replace("'", "").split("!")
            target = book[sheet].cell(*coordinate_to_tuple(place))
            line = [cell.value for cell in book[sheet][target.row]]
            if sheet == "По школам":
                schools.append((row[3].value, f"{line[1]} ({line[0]})", target.value))
            else:
                parts.append((row[3].value, target.value))
    assert [("Район 1: 2 школы", "Автобус")] == parts
    assert [
        ("Район 2", "Школа № 3 (003)", "Автобус"),
        ("Район 1", "Школа № 1 (001)", "нет"),
        ("Район 1", "Школа № 2 (002)", "=1+1"),
        ("Школа № 1 (001)", "Школа № 1 (001)", "Автобус"),
        ("Школа № 2 (002)", "Школа № 2 (002)", "автобус"),
        ("Школа № 2 (002)", "Школа № 2 (002)", "Автобусы"),
        ("Школа № 1 (001)", "Школа № 1 (001)", "нет"),
        ("Школа № 2 (002)", "Школа № 2 (002)", "=1+1"),
        ("Школа № 3 (003)", "Школа № 3 (003)", "Автобус"),
    ] == schools


def test_contents_lead_to_parts() -> None:
    """The list at the top leads to the heading of each theme and of each municipality."""
    worksheet = _sheet(_summary(ANSWERS))
    led = []
    for row in worksheet.iter_rows(min_row=4, max_row=6):
        for cell in (row[0], row[3]):
            if cell.hyperlink is not None:
                place = cell.hyperlink.location.split("!")[1]
                led.append((cell.value, worksheet.cell(*coordinate_to_tuple(place)).value))
    assert 5 == len(led)
    assert [] == [pair for pair in led if pair[0] != pair[1]]


def test_folded_rows() -> None:
    """The schools of a group lie folded up under it, so that the sheet reads and prints in short."""
    sizes = _sheet(_summary(ANSWERS)).row_dimensions
    hidden = [row for row in range(1, 30) if sizes[row].hidden]
    assert ([18, 19, 20], [2, 2, 2], True) == (hidden, [sizes[row].outlineLevel for row in hidden], sizes[17].collapsed)


def test_long_texts_are_not_cut() -> None:
    """A text taller than a row of Excel goes on in the next row; no row is lower than its texts need."""
    text = "нужна помощь в ремонте здания школы " * 55
    answers: dict[str, dict[str, Value]] = {
        "001": {"factors.1.help": text}, "003": {"factors.1.help": "«" + "ш" * 1900 + "»"},
    }  # fmt: skip
    worksheet = _sheet(_summary(answers, 1))
    told = "".join(f"{row[0]} " for row in _rows(worksheet))
    assert 2 == told.count(text.strip())
    for row in worksheet.iter_rows(min_row=8):
        needed = [
            line_count(str(cell.value or ""), column_pixels(width), SMALL_POINTS, indent=1)
            for cell, width in zip(row, WIDTHS, strict=True)
            if cell.coordinate not in worksheet.merged_cells
        ]
        height = worksheet.row_dimensions[row[0].row].height or 15
        assert row_points(max(needed, default=0), SMALL_POINTS) - 1 < height <= MAX_ROW_POINTS


@pytest.mark.parametrize("text", ["", "слово", "слово " * 3000, "ш" * 9000, "а\n" * 200, "а б\n\n" * 120])
def test_portions(text: str) -> None:
    """The pieces of a text together are the text, and each fits in a row."""
    pieces = portions(text, column_pixels(WIDTHS[0]))
    assert "".join(text.split()) == "".join("".join(pieces).split())
    assert [] == [
        piece for piece in pieces if line_count(piece, column_pixels(WIDTHS[0]), SMALL_POINTS, indent=1) > MOST_LINES
    ]


def test_many_schools() -> None:
    """One need of 120 schools is told municipality by municipality with counts, no school is lost."""
    parts = form_of(FORM)
    units = made_up_units(120, 6)
    received = [returned(submission(parts, unit.unit, {"factors.1.help": "Автобус"})) for unit in units]
    rows = _rows(_sheet(summary_of(received, units, form=parts)))
    start = rows.index(("Необходима помощь", 120, "написали 120 из 120 школ"))
    group = rows[start + 1 : start + 7]
    assert [f"Район {number}: 20 школ" for number in range(1, 7)] == [row[3] for row in group]
    named = [name for row in group for name in str(row[4]).split(", ")]
    assert [f"{unit.name} ({unit.unit})" for unit in units] == named


def test_links_end_where_excel_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """With more links than Excel opens, those to answers of schools are kept before the others."""
    monkeypatch.setattr(summary_needs, "LINK_LIMIT", 15)
    with ZipFile(BytesIO(written(_summary(ANSWERS)))) as archive:
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        content = archive.read(f"xl/worksheets/sheet{names.index(NAME) + 1}.xml").decode()
    places = re.findall(r'location="([^"]+)"', content)
    assert (14, 9) == (len(places), sum("По школам" in place for place in places))


def test_without_municipality() -> None:
    """Schools that named no municipality have a part of their own, the last, and the arrows find it."""
    parts = form_of(FORM)
    named = (("1", "Школа № 1", ""), ("2", "Школа № 2", ""), ("3", "", "Район"))
    units = Units("units.csv", tuple(Unit(code, name, place, "") for code, name, place in named))
    received = [returned(submission(parts, unit.unit, {"factors.1.help": "Автобус"})) for unit in units]
    worksheet = _sheet(summary_of(received, units, form=parts))
    rows = _rows(worksheet)
    assert ("Автобус", 3, "→", "Район", "3") in rows
    assert ("", "", "→", "муниципалитет не указан: 2 школы", "Школа № 1 (1), Школа № 2 (2)") in rows
    arrow = next(row for row in worksheet.iter_rows() if str(row[3].value).startswith("муниципалитет не указан: 2"))
    place = arrow[2].hyperlink.location.split("!")[1]
    assert ["Автобус", 2, "2 школы"] == [worksheet.cell(int(place[1:]), column).value for column in (1, 2, 4)]
    assert "муниципалитет не указан: что-нибудь написали 2 из 2 школ, сдавших форму" == rows[-5][0]


def test_sheet_only_where_texts_are() -> None:
    """A round without open texts has no such sheet; a personal text is never on it."""
    parts = small_form()
    answers: dict[str, Value] = {"staff.russian.total": 5, "building.head": "Тайный"}
    assert NAME not in opened(_summary({"001": answers}, form=parts)).sheetnames
    with_text = _sheet(_summary({"001": {**answers, "building.lacks": "мастерских"}}, form=parts))
    assert [] == [row for row in _rows(with_text) if "Тайный" in str(row)]


def test_paper() -> None:
    """The headings are frozen and printed on every page, A4 across, the columns on one page."""
    worksheet = _sheet(_summary(ANSWERS))
    _, _, last_column, _ = range_boundaries(worksheet.print_area.split("!")[1].replace("$", ""))
    assert ("A4", "$3:$3", 9, "landscape", 5) == (
        worksheet.freeze_panes, worksheet.print_title_rows, worksheet.page_setup.paperSize,
        worksheet.page_setup.orientation, last_column,
    )  # fmt: skip
