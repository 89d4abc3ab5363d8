"""Which registered unit sent a form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.made_up import made_up_units, returned, small_form, submission
from xlforms.consolidation.place_units import place_units
from xlforms.consolidation.received import Received
from xlforms.definitions.units import Unit, Units
from xlforms.messages import say

_REGISTER = Units(
    "u.csv",
    (
        Unit("001", "МБОУ «Школа № 1»", "Первый район"),
        Unit("002", "МБОУ «Школа № 2»", "Первый район"),
        Unit("003", "Гимназия № 3", "Первый район"),
        Unit("011", "МБОУ «Школа № 1»", "Второй район"),
        Unit("012", "Озёрская СОШ", "Второй район"),
        Unit("021", "Школа № 1 вечерняя", "город Третий"),
        Unit("022", "Школа № 1", "город Третий"),
    ),
)


def _file(code: str, name: str = "", municipality: str = "") -> Received:
    file = returned(submission(small_form(), code, {"staff.russian.total": 1}), path="a.xlsx")
    return replace(file, given_name=name, given_municipality=municipality)


def _placed(file: Received, units: Units | None = _REGISTER) -> tuple[str, str, str, list[tuple[str, bool]], bool]:
    """Unit, status, code of the rejection, notes with their hardness, «doubtful»."""
    (placed,) = place_units([file], units)
    if placed.submission is not None:
        assert placed.unit == placed.submission.unit
    notes = [(note.code, note.hard) for note in placed.submission.notes] if placed.submission else []
    return placed.unit, placed.status, placed.code, notes, placed.doubtful


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("001", ("001", "accepted", [])),
        ("1", ("001", "accepted", [("unit-respelt", False)])),
        (" 0 01 ", ("001", "accepted", [("unit-respelt", False)])),
        ("аб-1", ("АБ-1", "accepted", [("unit-respelt", False)])),
        ("77", ("77", "rejected", [])),
        ("", ("", "rejected", [])),
        ("5", ("5", "rejected", [])),  # 05 or 005
    ],
)
def test_codes(typed: str, expected: tuple[str, str, list[tuple[str, bool]]]) -> None:
    """A code that lost its zeros is found when only one registered unit fits; what fits none is rejected."""
    units = Units("u.csv", tuple(Unit(code, "Школа", "Район") for code in ("001", "002", "05", "005", "АБ-1")))
    (placed,) = place_units([_file(typed)], units)
    assert expected == (_placed(_file(typed), units)[0], placed.status, _placed(_file(typed), units)[3])
    if placed.status == "rejected":
        assert "unknown-unit" == placed.reason


@pytest.mark.parametrize(
    ("name", "municipality"),
    [
        ("", ""),
        ("Школа № 1", "Первый район"),
        ("МБОУ «ШКОЛА №1»", "первый  район"),
        ("Муниципальное бюджетное общеобразовательное учреждение Школа № 1", "Первый муниципальный район"),
        ("МБОУ СОШ № 1", ""),
        ("", "Первый р-н"),
        ("Лицей «Росток»", "Первый район"),  # the register does not know this name: perhaps it is a new one
    ],
)
def test_witnesses_that_agree(name: str, municipality: str) -> None:
    """However a name is written, nothing is asked as long as it may be that of the code."""
    assert ("001", "accepted", "", [], False) == _placed(_file("001", name, municipality))


@pytest.mark.parametrize(
    ("code", "name", "municipality", "other"),
    [
        ("001", "Школа № 2", "Первый район", "002 «МБОУ «Школа № 2»» (Первый район)"),
        ("001", "школа 2", "", "002 «МБОУ «Школа № 2»» (Первый район)"),
        ("1", "МБОУ «Озерская средняя школа»", "второй район", "012 «Озёрская СОШ» (Второй район)"),
        ("001", "Школа № 1", "Второй район", "011 «МБОУ «Школа № 1»» (Второй район)"),
        ("003", "Школа № 1", "Второй район", "011 «МБОУ «Школа № 1»» (Второй район)"),
    ],
)
def test_code_and_name_of_two_units(code: str, name: str, municipality: str, other: str) -> None:
    """A form whose code is one school's and whose name is another's counts for neither; both are named."""
    file = _file(code, name, municipality)
    (placed,) = place_units([file], _REGISTER)
    assert ("rejected", "unknown-unit", "unit-of-two", None) == (
        placed.status, placed.reason, placed.code, placed.submission,
    )  # fmt: skip
    details = dict(placed.parameters)
    registered = next(unit for unit in _REGISTER if unit.unit == code.zfill(3))
    assert (registered.unit, other) == (details["unit"], details["other"])
    sentence = say(placed.code, "ru", **details)
    assert registered.name in sentence
    assert other in sentence


@pytest.mark.parametrize(
    ("code", "name", "municipality", "note", "hard"),
    [
        # both are clearly others, and of no registered unit
        ("001", "Школа № 77", "Дальний округ", "unit-doubtful", True),
        # a name that two registered units bear, neither of them that of the code
        ("002", "Школа № 1", "", "unit-doubtful", True),
        # only the municipality is another
        ("002", "Школа № 2", "Второй район", "unit-doubtful", False),
        ("002", "", "Дальний округ", "unit-doubtful", False),
        # the name is a short form of the code's unit and exactly that of its neighbour
        ("021", "Школа № 1", "город Третий", "unit-perhaps-another", False),
    ],
)
def test_doubts(code: str, name: str, municipality: str, note: str, hard: bool) -> None:
    """A clear disagreement without another school to name is a finding that says whose code it is."""
    assert (code, "accepted", "", [(note, hard)], hard) == _placed(_file(code, name, municipality))
    (placed,) = place_units([_file(code, name, municipality)], _REGISTER)
    assert placed.submission is not None
    parameters = placed.submission.notes[0].parameters
    registered = next(unit for unit in _REGISTER if unit.unit == code)
    assert registered.name in say(f"structure-{note}", "ru", **parameters)
    assert municipality in str(parameters["given"])


def test_without_a_register() -> None:
    """Every unit that gave a code counts under it."""
    files = [_file("7", "Школа № 7"), _file("007"), _file("")]
    assert ["accepted", "accepted", "rejected"] == [file.status for file in place_units(files, None)]


def test_made_up_units_are_found_by_numbers() -> None:
    """007 typed as the number 7 is 007, for every unit of a register of a hundred."""
    units = made_up_units(100, 4)
    files = [_file(str(int(unit.unit)), unit.name, unit.municipality) for unit in units]
    assert [unit.unit for unit in units] == [file.unit for file in place_units(files, units)]


def test_a_slip_in_the_code_is_noticed_everywhere() -> None:
    """The name and municipality of one school under the code of any other one never count for that one."""
    units = made_up_units(12, 3)
    for right in units:
        for wrong in units:
            (placed,) = place_units([_file(wrong.unit, right.name, right.municipality)], units)
            assert ("accepted" if wrong is right else "rejected") == placed.status
