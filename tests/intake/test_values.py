"""Contents of cells read as answers of every type."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import Item
from xlforms.intake.raw import CellKind, serial_of_date
from xlforms.intake.values import BLANK, Reading, ReadState, raw_text, read_value

_CHOICES = {"choice": ("очная", "очно-заочная", "5"), "yes_no": ("да", "нет")}
_SERIAL = 43987  # 05.06.2020
_DAY = date(2020, 6, 5)
_ROWS = tuple(ITEM_TYPES)


def _item(kind: str) -> Item:
    row = ITEM_TYPES[kind]
    return Item(
        name="t.r.c",
        block="t",
        row="r",
        column="c",
        captions=("Строка", "Графа"),
        type=kind,
        nature=row.nature,
        minimum=row.minimum,
        maximum=row.maximum,
        max_length=row.max_length,
        choices=_CHOICES.get(kind, ()),
    )


def _read(kind: str, cell: CellKind, content: object, *, formula: bool = False, date1904: bool = False) -> Reading:
    return read_value(_item(kind), cell, content, is_formula=formula, date1904=date1904)


def _short(reading: Reading) -> object:
    """A value alone, or with the code of its repair; «✗» and a code; None for a blank."""
    if reading.state is ReadState.VALUE:
        return (reading.value, reading.code) if reading.code else reading.value
    return f"✗ {reading.code}" if reading.state is ReadState.INVALID else None


_NUMBER_AS_TEXT = ("12", "number-as-text")
_WRONG = {"number": "✗ not-a-number", "date": "✗ not-a-date", "choice": "✗ not-a-choice"}


@pytest.mark.parametrize("kind", _ROWS)
def test_errors_and_uncalculated_formulas_are_never_blank(kind: str) -> None:
    """In an item of any type an error and a formula without a result are invalid, an empty cell is blank."""
    assert (
        Reading(ReadState.INVALID, None, "cell-error", "#REF!"),
        Reading(ReadState.INVALID, None, "uncalculated", ""),
        BLANK,
        Reading(ReadState.BLANK, None, "spaces-only", " \u00a0\u202f\u2009"),
    ) == (
        _read(kind, CellKind.ERROR, "#REF!"),
        _read(kind, CellKind.UNCALCULATED, None, formula=True),
        _read(kind, CellKind.TEXT, "", formula=True),
        _read(kind, CellKind.TEXT, " \u00a0\u202f\u2009"),
    )


@pytest.mark.parametrize(
    ("kind", "whole", "fraction"),
    [
        ("integer", 12, "✗ not-whole"),
        ("year", 12, "✗ not-whole"),
        ("decimal", 12, 12.5),
        ("percent", 12, 12.5),
        ("money", 12, 12.5),
        ("date", "✗ not-a-date", "✗ not-a-date"),
        ("text", _NUMBER_AS_TEXT, ("12.5", "number-as-text")),
        ("long_text", _NUMBER_AS_TEXT, ("12.5", "number-as-text")),
        ("email", _NUMBER_AS_TEXT, ("12.5", "number-as-text")),
        ("phone", _NUMBER_AS_TEXT, ("12.5", "number-as-text")),
        ("choice", "✗ not-a-choice", "✗ not-a-choice"),
        ("yes_no", "✗ not-a-choice", "✗ not-a-choice"),
    ],
)
def test_numbers(kind: str, whole: object, fraction: object) -> None:
    """A number in a cell: an int stays one, 12.0 is the whole number 12 where one is asked, nothing is rounded."""
    assert (whole, fraction) == (
        _short(_read(kind, CellKind.NUMBER, 12)),
        _short(_read(kind, CellKind.NUMBER, 12.5)),
    )
    if kind in ("integer", "year"):
        assert isinstance(_read(kind, CellKind.NUMBER, 12.0).value, int)


@pytest.mark.parametrize("kind", _ROWS)
def test_logical_values(kind: str) -> None:
    """TRUE is «да» in a question of yes or no, a text in a text, and nothing elsewhere."""
    nature = ITEM_TYPES[kind].nature
    if kind == "yes_no":
        expected: object = [("да", "choice-from-logical"), ("нет", "choice-from-logical")]
    elif nature == "text":
        expected = [("ИСТИНА", "logical-as-text"), ("ЛОЖЬ", "logical-as-text")]
    else:
        expected = [_WRONG[nature]] * 2
    assert expected == [_short(_read(kind, CellKind.BOOLEAN, logical)) for logical in (True, False)]


@pytest.mark.parametrize("kind", _ROWS)
def test_cells_that_show_a_date(kind: str) -> None:
    """A number that its cell shows as a date is a date; in a number it is the trap of «12.5» becoming 12 May."""
    nature = ITEM_TYPES[kind].nature
    expected = {
        "date": [_DAY, (_DAY, "time-dropped")],
        "text": [("05.06.2020", "date-as-text"), ("05.06.2020 08:30", "date-as-text")],
        "number": ["✗ date-in-number", "✗ date-in-number"],
        "choice": ["✗ not-a-choice", "✗ not-a-choice"],
    }[nature]
    morning = serial_of_date(datetime(2020, 6, 5, 8, 30))
    assert expected == [_short(_read(kind, CellKind.DATE, serial)) for serial in (_SERIAL, morning)]


@pytest.mark.parametrize("kind", [CellKind.DATE, CellKind.NUMBER])
@pytest.mark.parametrize(
    ("expected", "moment"),
    [
        ("✗ date-shifted", datetime(2020, 6, 5, 12)),
        ("✗ date-shifted", datetime(2020, 6, 5, 19)),
        ("✗ date-shifted", datetime(2020, 6, 5, 18, 59, 27)),
        ("✗ date-shifted", datetime(2020, 6, 5, 21, 0, 17)),
        (_DAY, datetime(2020, 6, 4, 23, 59, 27)),
        (_DAY, datetime(2020, 6, 5, 0, 0, 17)),
        (_DAY, datetime(2020, 6, 5, 5)),
        (_DAY, datetime(2020, 6, 5, 19, 20)),
        (_DAY, datetime(2020, 6, 5, 23, 58)),
    ],
)
def test_midnight_of_another_zone(kind: CellKind, expected: object, moment: datetime) -> None:
    """A date with an evening's full hour may be the midnight of the day after, somewhere east: it is not counted. Half
    a minute beside midnight is that midnight; any other time is left out."""
    repair = "time-dropped" if kind == CellKind.DATE else "date-from-number"
    told = expected if isinstance(expected, str) else (expected, repair)
    assert told == _short(_read("date", kind, serial_of_date(moment)))


@pytest.mark.parametrize("kind", ["text", "long_text"])
@pytest.mark.parametrize(
    ("expected", "cell", "content"),
    [
        ("✗ formula-in-text", CellKind.NUMBER, 0),
        ("✗ formula-in-text", CellKind.DATE, _SERIAL),
        ("✗ formula-in-text", CellKind.BOOLEAN, True),
        (("слово", "formula-result"), CellKind.TEXT, "слово"),
    ],
)
def test_formula_in_a_text(expected: object, kind: str, cell: CellKind, content: object) -> None:
    """The text «=1+1» that a program made a formula of is not the text «0»; a text that a formula gives is one."""
    assert expected == _short(_read(kind, cell, content, formula=True))


def test_serials_of_both_calendars() -> None:
    """In a date item a plain number is a date when it is one within the item's limits, in the file's own calendar."""
    assert [
        (_DAY, "date-from-number"),
        (_DAY, "date-from-number"),
        _DAY,
        "✗ not-a-date",  # 12.08.1989, before the limits
        "✗ not-a-date",
        "✗ not-a-date",
        "✗ not-a-date",
    ] == [
        _short(_read("date", CellKind.NUMBER, _SERIAL)),
        _short(_read("date", CellKind.NUMBER, _SERIAL - 1462, date1904=True)),
        _short(_read("date", CellKind.DATE, _SERIAL - 1462, date1904=True)),
        _short(_read("date", CellKind.NUMBER, 32732)),
        _short(_read("date", CellKind.NUMBER, -5)),
        _short(_read("date", CellKind.DATE, 0.5)),
        _short(_read("date", CellKind.NUMBER, 10**400)),
    ]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_numbers_typed_with_any_space(space: str) -> None:
    """«12 » and «1 234» are numbers whatever space it is, and the repair keeps what was typed."""
    assert Reading(ReadState.VALUE, 12, "number-from-text", f"12{space}") == _read(
        "integer", CellKind.TEXT, f"12{space}"
    )
    assert (1234, "number-from-text") == _short(_read("money", CellKind.TEXT, f"1{space}234"))
    assert (0.25, "number-from-text") == _short(_read("percent", CellKind.TEXT, f"25{space}%"))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("integer", "007", (7, "number-from-text")),
        ("integer", "12,0", (12, "number-from-text")),
        ("integer", "12,5", "✗ not-whole"),
        ("integer", "12 чел.", "✗ not-a-number"),
        ("integer", "—", "✗ not-a-number"),
        ("integer", "нет", "✗ not-a-number"),
        ("integer", "1.234", "✗ ambiguous-number"),
        ("integer", "1" * 20, "✗ too-many-digits"),
        ("decimal", "12,5", (12.5, "number-from-text")),
        ("decimal", "25 %", "✗ not-a-number"),
        ("percent", "25 %", (0.25, "number-from-text")),
        ("percent", "25", (25, "number-from-text")),  # out of range then; not guessed to be 25 %
        ("money", "1 234,50", (1234.5, "number-from-text")),
        ("year", "2015 г.", (2015, "number-from-text")),
        ("year", "давно", "✗ not-a-number"),
        ("date", "05.06.2020", (_DAY, "date-from-text")),
        ("date", "5 июня 2020 г.", (_DAY, "date-from-text")),
        ("date", "03/04/2024", "✗ ambiguous-date"),
        ("date", "в июне", "✗ not-a-date"),
        ("text", "слово", "слово"),
        ("text", " слово ", ("слово", "text-tidied")),
        ("text", "=1+1", "=1+1"),
        ("text", "007", "007"),
        ("long_text", "первая\r\nвторая", ("первая\nвторая", "text-tidied")),
        ("email", "a@example.org", "a@example.org"),
        ("phone", "8 (35300) 0-00-00", "8 (35300) 0-00-00"),
        ("choice", "очная", "очная"),
        ("choice", " Очная ", ("очная", "choice-respelt")),
        ("choice", "ОЧНО-ЗАОЧНАЯ", ("очно-заочная", "choice-respelt")),
        ("choice", "заочная", "✗ not-a-choice"),
        ("choice", "+", "✗ not-a-choice"),
        ("yes_no", "да", "да"),
        ("yes_no", "Да ", ("да", "choice-respelt")),
        ("yes_no", "+", ("да", "choice-from-plus")),
        ("yes_no", "-", "✗ not-a-choice"),
        ("yes_no", "может быть", "✗ not-a-choice"),
    ],
)
def test_texts(kind: str, text: str, expected: object) -> None:
    """Every repair has a code; what cannot be read as its type is said and stays as it was."""
    reading = _read(kind, CellKind.TEXT, text)
    assert expected == _short(reading)
    assert (text if reading.code else "") == reading.raw


def test_choices_that_are_numbers() -> None:
    """A program makes the number 5 of the choice «5»; it is that choice, and the repair is recorded."""
    assert [("5", "choice-from-number"), ("5", "choice-from-number"), "5"] == [
        _short(_read("choice", CellKind.NUMBER, 5)),
        _short(_read("choice", CellKind.NUMBER, 5.0)),
        _short(_read("choice", CellKind.TEXT, "5")),
    ]


def test_results_of_formulas() -> None:
    """The result of a formula is taken and recorded; what was wrong with it is told first."""
    assert [(12, "formula-result"), (12, "number-from-text"), "✗ not-a-number"] == [
        _short(_read("integer", CellKind.NUMBER, 12, formula=True)),
        _short(_read("integer", CellKind.TEXT, "12 ", formula=True)),
        _short(_read("integer", CellKind.TEXT, "нет", formula=True)),
    ]


def test_numbers_beyond_what_a_spreadsheet_holds() -> None:
    """A whole number of too many digits is the double that every spreadsheet makes of it, or none at all."""
    assert [2**53, 12345678901234567168, "✗ too-many-digits"] == [
        _short(_read("integer", CellKind.NUMBER, number)) for number in (2**53, 12345678901234567890, 10**400)
    ]


@pytest.mark.parametrize(
    ("value", "expected"), [(12, "12"), (12.0, "12"), (12.5, "12.5"), (0.1, "0.1"), (_DAY, "05.06.2020"), ("да", "да")]
)
def test_raw_text(value: object, expected: str) -> None:
    """Numbers have all their digits, dates the Russian order."""
    assert expected == raw_text(value)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (120.99999999999999, (121, "number-rounded")),
        (121.00000000000001, (121, "number-rounded")),
        (-2.0000000000000004, (-2, "number-rounded")),
        (5.5e-17, (0, "number-rounded")),
        (1e9 + 0.5, "✗ not-whole"),
        (120.999999, "✗ not-whole"),
        (121.0, 121),
    ],
)
def test_arithmetic_of_spreadsheets(number: float, expected: object) -> None:
    """A number that arithmetic left a hair beside a whole one is that one, on record; any other stays as it was."""
    assert expected == _short(_read("integer", CellKind.NUMBER, number))
    assert expected == _short(_read("year", CellKind.NUMBER, number))
    assert number == _short(_read("decimal", CellKind.NUMBER, number))


def test_record_of_a_rounded_number() -> None:
    """The record of the repair has all the digits that stood in the cell."""
    assert Reading(ReadState.VALUE, 121, "number-rounded", "120,99999999999999") == _read(
        "integer", CellKind.NUMBER, 120.99999999999999, formula=True
    )
