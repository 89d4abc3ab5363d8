"""The sheets about roadmaps in summary.xlsx."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from tests.reports.made_up import form_of, made_up_units
from tests.reports.made_up_roadmap import DAY, ROADMAP, progress_summary, report, roadmap, said
from tests.reports.read_back import opened
from xlforms.consolidation.consolidate import consolidate

FILES = [
    report("001", {
        **said(spring="выполнено 2021-02-28", summer="в работе", exact="не начато", undated="не применимо",
               autumn="выполнено 2020-11-02: болезнь"),
        "staff.trained.target_1": 0.5, "staff.trained.fact_1": 0.6, "staff.gone.target_1": 3, "staff.gone.fact_1": 4,
    }),
    report("003", {**said(spring="в работе: нет денег", autumn="выполнено 2020-11-01"),
                   "staff.trained.target_1": 0.7, "staff.gone.target_1": 4, "staff.gone.fact_1": 4}),
]  # fmt: skip
BOOK = opened(progress_summary(FILES, 3, 2))
STATES = ("✓ выполнено", "(✓) выполнено с опозданием", "… в работе", "✗ просрочено", "– не начато",
          "· срок не наступил", "н/п не применимо", "? нет ответа")  # fmt: skip


def rows(worksheet: Any, first: int, last: int, start: int = 1, end: int | None = None) -> list[tuple[object, ...]]:
    """The values of a part of a sheet, counted from 1."""
    found = worksheet.iter_rows(min_row=first, max_row=last, min_col=start, max_col=end, values_only=True)
    return [tuple(row) for row in found]


def test_order_of_sheets() -> None:
    """What is asked about roadmaps stands right behind the overview."""
    assert ["Обзор", "Дорожная карта", "Ход по районам", "Просрочено", "Показатели"] == BOOK.sheetnames[:5]


def test_roadmap_headings() -> None:
    """Counts by state, then every unit under its municipality."""
    sheet = BOOK["Дорожная карта"]
    places, units = rows(sheet, 2, 3)
    assert ("№", "Мероприятие", "Срок", "Последний день", "школ с этим состоянием") == places[:5]
    assert (*STATES, "выполнено, %", "Школа № 1 (001)", "Школа № 2 (002)", "Школа № 3 (003)") == units[4:]
    assert ("Район 1", None, "Район 2") == places[13:]


def test_roadmap_states() -> None:
    """Each unit has the sign of its state, at the left is how many have it; sections head their measures."""
    sheet = BOOK["Дорожная карта"]
    section, spring, summer, _, exact, often, undated, autumn = rows(sheet, 6, 13)
    assert ("1. Кадры", None) == section[:2]
    assert (
        "1.1",
        "Мониторинг",
        "февраль",
        datetime(2021, 2, 28),
        1,
        0,
        0,
        1,
        0,
        0,
        0,
        1,
        1 / 3,
        "✓",
        "?",
        "✗",
    ) == spring
    assert [("…", "?", "·"), ("–", "?", "?"), ("?", "?", "?"), ("н/п", "?", "?"), ("(✓)", "?", "✓")] == [
        row[13:] for row in (summer, exact, often, undated, autumn)
    ]
    assert [0, 0, 0, 0, 0, 0, 1, 2] == list(undated[4:12])


def test_roadmap_colours() -> None:
    """A state has one colour, in the heading of its counts and in every cell; a zero has none."""
    sheet = BOOK["Дорожная карта"]
    fills = {name: sheet[name].fill.fgColor.rgb for name in ("E3", "E7", "N7", "H3", "H7", "P7", "O7", "L3")}
    assert [fills["E3"]] * 2 == [fills["E7"], fills["N7"]]
    assert [fills["H3"]] * 2 == [fills["H7"], fills["P7"]]
    assert fills["L3"] == fills["O7"]
    assert 3 == len(set(fills.values()))
    assert ("00000000", "FFAEB8C2") == (sheet["F7"].fill.fgColor.rgb, sheet["F7"].font.color.rgb)


def test_roadmap_totals() -> None:
    """Over all measures: by state, the share that each unit has done of what applies, and how many are overdue."""
    done, overdue = rows(BOOK["Дорожная карта"], 4, 5)
    assert ("Все мероприятия: выполнено, % от применимых", 2, 1, 1, 1, 1, 1, 1, 10, 3 / 17, 2 / 5, "–", 1 / 6) == (
        done[0], *done[4:],
    )  # fmt: skip
    assert ("Все мероприятия: просрочено", 0, 0, 1) == (overdue[0], *overdue[13:])


def test_roadmap_on_paper() -> None:
    """Headings, numbers and titles stay in sight and on every page; the legend is above each page."""
    for name, panes, titles in (("Дорожная карта", "C6", "$2:$5"), ("Ход по районам", "C5", "$2:$4")):
        sheet = BOOK[name]
        assert (panes, titles, "$A:$B", "landscape", 9) == (
            sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols, sheet.page_setup.orientation,
            int(sheet.page_setup.paperSize),
        )  # fmt: skip
        assert ", ".join(STATES) in str(sheet.oddHeader.center.text)


def test_places() -> None:
    """For the region and each municipality how many units are in each state."""
    sheet = BOOK["Ход по районам"]
    assert ["Регион в целом – 3 школы", "Район 1 – 2 школы", "Район 2 – 1 школа"] == [
        sheet.cell(2, column).value for column in (5, 14, 23)
    ]
    assert (*STATES, "выполнено, %") * 3 == rows(sheet, 3, 3, 5)[0]
    ((*all_measures,),) = rows(sheet, 4, 4, 5)
    assert [2, 1, 1, 1, 1, 1, 1, 10, 3 / 17] == all_measures[:9]
    ((*spring,),) = rows(sheet, 6, 6, 5)
    assert [1, 0, 0, 1, 0, 0, 0, 1, 1 / 3, 1, 0, 0, 0, 0, 0, 0, 1, 1 / 2, 0, 0, 0, 1, 0, 0, 0, 0, 0] == spring


def test_overdue() -> None:
    """The list of what is late has a filter; a blank status says so."""
    sheet = opened(progress_summary(FILES, 3, 2, date(2021, 3, 2)))["Просрочено"]
    day = datetime(2021, 3, 1)
    assert [
        (2, "003", "Школа № 3", "Район 2", "1.1", "Мониторинг", "февраль", datetime(2021, 2, 28), "в работе",
         "нет денег", "директор"),
        (1, "001", "Школа № 1", "Район 1", "2.1", "Отчёт", None, day, "не начато", None, None),
        (1, "003", "Школа № 3", "Район 2", "2.1", "Отчёт", None, day, "нет ответа", None, None),
    ] == rows(sheet, 4, sheet.max_row)  # fmt: skip
    statuses = [sheet.cell(row, 9).hyperlink.location for row in (4, 5, 6)]
    assert [True] * 3 == [re.fullmatch(r"'По школам'![A-Z]+\d+", place) is not None for place in statuses]
    assert ("A3:K6", "A4") == (sheet.tables["т_Просрочено"].autoFilter.ref, sheet.freeze_panes)


def test_a_long_title_has_room() -> None:
    """The title of the list is the form's, and its row is as high as that needs."""
    long = form_of(ROADMAP.replace("title: Малая дорожная карта", "title: " + "Комплекс мер " * 16))
    summary = consolidate(
        [report("001", {}, form=long)], {("road", "1"): long}, [], units=None, collection=None, as_of=DAY
    )
    heights = [book["Просрочено"].row_dimensions[1].height for book in (BOOK, opened(summary))]
    assert heights[0] < heights[1]


def test_nothing_overdue() -> None:
    """An empty list says that nothing is overdue, and so does the overview."""
    book = opened(progress_summary(FILES, 3, 2, date(2020, 9, 1)))
    assert "Просроченных мероприятий нет." == book["Просрочено"]["A4"].value
    texts = [cell.value for row in book["Обзор"].iter_rows() for cell in row if "просроч" in str(cell.value)]
    assert ["3. МДК: на 1 сентября 2020 г. просроченных мероприятий нет."] == texts


def test_many_units_on_paper() -> None:
    """Units that do not fit beside each other go on further pages, each under its municipality again."""
    sheet = opened(progress_summary(FILES, 100, 2))["Дорожная карта"]
    breaks = [mark.id for mark in sheet.col_breaks.brk]
    assert 3 <= len(breaks)
    assert [cell for cell in breaks if cell < 13] == []
    places = {column: sheet.cell(2, column + 1).value for column in (13, *breaks)}
    assert {"Район 1", "Район 2"} == set(places.values())
    assert (100, "Школа № 100 (100)") == (sheet.max_column - 13, sheet.cell(3, sheet.max_column).value)


def test_indicators() -> None:
    """Medians of the region and municipalities and how many attained, then every unit; a silent unit is grey."""
    sheet = BOOK["Показатели"]
    lead = ("Код", "Школа", "Муниципалитет")
    assert (*lead, "2020/2021", None, None, None, "2021/2022", None, None, None) == rows(sheet, 2, 2)[0]
    assert (None, None, None, *("план", "факт", "отклонение", "достигнут") * 2) == rows(sheet, 3, 3)[0]
    assert [
        ("Кадры. Доля обученных, % (чем больше, тем лучше)", None, None, None, None, None, None),
        ("Регион в целом, медиана", None, None, 0.6, 0.6, None, "1 из 1"),
        ("Район 1, медиана", None, None, 0.5, 0.6, None, "1 из 1"),
        ("001", "Школа № 1", "Район 1", 0.5, 0.6, 0.1, "да"),
        ("002", "Школа № 2", "Район 1", None, None, None, None),
        ("Район 2, медиана", None, None, 0.7, None, None, "0 из 0"),
        ("003", "Школа № 3", "Район 2", 0.7, None, None, None),
        ("Кадры. Уволилось, чел. (чем меньше, тем лучше)", None, None, None, None, None, None),
        ("Регион в целом, медиана", None, None, 3.5, 4, None, "1 из 2"),
        ("Район 1, медиана", None, None, 3, 4, None, "0 из 1"),
        ("001", "Школа № 1", "Район 1", 3, 4, 1, "нет"),
    ] == rows(sheet, 4, 14, 1, 7)  # fmt: skip
    assert ["0.0%", "#,##0.0####", "#,##0"] == [sheet[name].number_format for name in ("D5", "D12", "D13")]
    assert "FFE9EDF1" == sheet["D8"].fill.fgColor.rgb


def test_several_roadmaps() -> None:
    """Sheets of several roadmaps bear the codes of their forms, and the overview leads to each list."""
    other = form_of(ROADMAP.replace("form: road", "form: other").replace("code: МДК", "code: ДР"))
    files = [report("001", {}), report("002", {}, form=other)]
    forms = {("other", "1"): other, ("road", "1"): roadmap()}
    book = opened(consolidate(files, forms, [], units=made_up_units(2, 1), collection=None, as_of=DAY))
    assert [
        "Дорожная карта ДР", "Ход по районам ДР", "Просрочено ДР", "Дорожная карта МДК", "Ход по районам МДК",
        "Просрочено МДК", "Показатели ДР", "Показатели МДК",
    ] == book.sheetnames[1:9]  # fmt: skip
    overview = book["Обзор"]
    links = [cell.hyperlink.location for row in overview.iter_rows() for cell in row if cell.hyperlink is not None]
    assert ["'Просрочено ДР'!A1", "'Просрочено МДК'!A1"] == [link for link in links if "Просрочено" in link]
    texts = [cell.value for row in overview.iter_rows() for cell in row if "Спросите" in str(cell.value)]
    assert [
        "3. Спросите о просроченном (ДР): на 1 марта 2021 г. 2 мероприятия у 1 школы — лист «Просрочено».",
        "4. Спросите о просроченном (МДК): на 1 марта 2021 г. 2 мероприятия у 1 школы — лист «Просрочено».",
    ] == texts


def test_same_input_same_bytes() -> None:
    """Twice the same summary gives the same sheets."""
    values = [
        [cell.value for name in book.sheetnames[1:5] for row in book[name].iter_rows() for cell in row]
        for book in (BOOK, opened(progress_summary(list(reversed(FILES)), 3, 2)))
    ]
    assert values[0] == values[1]
