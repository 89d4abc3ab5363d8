"""«По школам»: a row for each unit of the register by municipality, a column for each item."""

from __future__ import annotations

from datetime import date, datetime

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.read_back import opened, rows_of
from xlforms.definitions.units import Unit, Units
from xlforms.intake.submission import InvalidAnswer

LEAD = ("unit", "name", "municipality", "received_at", "completeness", "hard", "soft")
ITEMS = (
    "contact.position", "contact.date",
    "staff.russian.total", "staff.russian.young", "staff.russian.share", "staff.russian.topic",
    "staff.mathematics.total", "staff.mathematics.young", "staff.mathematics.share", "staff.mathematics.topic",
    "building.built", "building.kind", "building.warm", "building.area", "building.wear", "building.checked",
    "building.lacks",
)  # fmt: skip


def test_rows() -> None:
    """Units stand in the order of the register; who has not returned the form is there and says so."""
    answers = submission(
        small_form(), "002",
        {"staff.russian.total": 8, "staff.russian.young": 2, "building.kind": "нет",
         "building.checked": date(2020, 3, 1)},
        invalid={"building.area": InvalidAnswer("not-a-number", "много")}, signed_on=date(2020, 6, 2),
    )  # fmt: skip
    worksheet = opened(summary_of([returned(answers)], made_up_units(2, 1)))["По школам"]
    machine, absent, present = rows_of(worksheet, 7)
    assert LEAD + ITEMS == machine
    assert ("001", "Школа № 1", "Район 1", "не сдано", *(None,) * 20) == absent
    assert ("002", "Школа № 2", "Район 1", datetime(2020, 6, 2)) == present[:4]
    assert {
        "staff.russian.total": 8, "staff.russian.young": 2, "staff.russian.share": 0.25, "building.kind": "нет",
        "building.area": "много", "building.checked": datetime(2020, 3, 1),
    } == {name: value for name, value in zip(ITEMS, present[7:], strict=True) if value is not None}  # fmt: skip


def test_invalid_answers_are_red() -> None:
    """What cannot be read and what is out of range is shown as it stood, in red, and so is what is computed of it: as
    texts, which a sum of the column leaves out."""
    answers = submission(
        small_form(), "001", {"staff.russian.total": 999, "staff.russian.young": 2},
        invalid={"building.area": InvalidAnswer("not-a-number", "много")},
    )  # fmt: skip
    worksheet = opened(summary_of([returned(answers)], made_up_units(1, 1)))["По школам"]
    colours = {cell.value: cell.font.color.rgb for cell in worksheet[8][len(LEAD) :] if cell.value is not None}
    assert {"999": "FFB42318", "0,2002002002 %": "FFB42318", 2: "FF1F2A37", "много": "FFB42318"} == colours


def test_filter_and_panes() -> None:
    """The table covers the machine names and all units, headings and the first columns stay in sight."""
    worksheet = opened(summary_of([returned(submission(small_form(), "001", {}))], made_up_units(3, 1)))["По школам"]
    assert ("A7:X10", "D8", "$3:$7", "$A:$C") == (
        worksheet.tables["т_По_школам"].autoFilter.ref, worksheet.freeze_panes,
        worksheet.print_title_rows, worksheet.print_title_cols,
    )  # fmt: skip


def test_headings() -> None:
    """Above an item stand its sheet, block, row and column, as in the form; a card's field takes both lines."""
    worksheet = opened(summary_of([returned(submission(small_form(), "001", {}))], made_up_units(1, 1)))["По школам"]
    column = len(LEAD) + ITEMS.index("staff.russian.young") + 1
    section = len(LEAD) + ITEMS.index("staff.russian.total") + 1
    assert "Кадры" == worksheet.cell(3, section).value
    assert "русского языка" == worksheet.cell(5, section).value
    assert "из них: молодые" == worksheet.cell(6, column).value
    assert "год постройки" == worksheet.cell(5, len(LEAD) + ITEMS.index("building.built") + 1).value


def test_by_municipality() -> None:
    """Units stand municipality by municipality, in the order of the register; those that named none come last."""
    units = Units("units.csv", tuple(
        Unit(code, f"Школа № {code}", place, "", {})
        for code, place in (("1", "Б"), ("2", ""), ("3", "А"), ("4", "Б"), ("5", "А"))
    ))  # fmt: skip
    worksheet = opened(summary_of([returned(submission(small_form(), "4", {}))], units))["По школам"]
    assert [("1", "Б"), ("4", "Б"), ("3", "А"), ("5", "А"), ("2", None)] == [
        (row[0], row[2]) for row in rows_of(worksheet, 8)
    ]


def test_a_wrong_day_is_a_text() -> None:
    """A day that is not counted is shown as people write it."""
    answers = submission(small_form(), "001", {"building.checked": date(1800, 3, 1), "staff.russian.total": 1})
    worksheet = opened(summary_of([returned(answers)], made_up_units(1, 1)))["По школам"]
    assert ["01.03.1800"] == [cell.value for cell in worksheet[8] if str(cell.value).startswith("01.03")]
