"""LibreOffice as the tests use it: what it refuses, what it keeps, and that the same work gives the same bytes."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.office.conftest import SHEET
from tests.office.libreoffice import Entry, FileFormat, FormulaError, LibreOffice, OfficeError, Outcome, Typed

pytestmark = pytest.mark.office

MOMENT = datetime(2025, 11, 1, 10, 0, 0, tzinfo=UTC)


def attempt(office: LibreOffice, form: Path, *typed: tuple[str, str]) -> list[Outcome]:
    return office.type_in(form, [Entry(SHEET, cell, Typed(text)) for cell, text in typed])


def test_locked_cell_refuses(office: LibreOffice, form: Path) -> None:
    """A locked cell keeps what it held, whatever is typed: text, label, formula."""
    expected = [
        Outcome("refused-locked", "Учителей"),
        Outcome("refused-locked", None),
        Outcome("refused-locked", 1.0),
    ]
    assert expected == attempt(office, form, ("A2", "мой текст"), ("B20", "5"), ("C2", "7"))


def test_valid_text_is_accepted(office: LibreOffice, form: Path) -> None:
    """What the rules allow gets in, parsed as a Russian LibreOffice parses it."""
    typed = [
        ("B2", "7"),
        ("B3", "нет"),
        ("B4", "15.10.2025"),
        ("B5", "12345"),
        ("B6", "7"),
        ("B7", "0,5"),
        ("B8", "а б"),
    ]
    expected = [Outcome("accepted", value) for value in (7.0, "нет", 45945.0, 12345.0, 7.0, 0.5, "а б")]
    assert expected == attempt(office, form, *typed)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("B3", "может быть"),
        ("B4", "31.12.2019"),
        ("B4", "осенью"),
        ("B5", "123456"),
        ("B5", "шестеро"),
        ("B6", "6"),
    ],
)
def test_invalid_text_is_refused(office: LibreOffice, form: Path, cell: str, text: str) -> None:
    """What breaks a rule of any kind is refused and leaves the cell blank, though other cells are filled in."""
    expected = [Outcome("accepted", 7.0), Outcome("refused-validation", None)]
    assert expected == attempt(office, form, ("B2", "7"), (cell, text))


def test_refusal_shows_the_words_of_the_rule(office: LibreOffice, form: Path) -> None:
    """The person reads the rule's own words, and the earlier answer is still there."""
    refused = Outcome("refused-validation", 7.0, "Не то", "Целое число от 0 до 500.")
    expected = [Outcome("accepted", 7.0), refused, refused, refused, refused]
    typed = [("B2", "7"), ("B2", "501"), ("B2", "3,5"), ("B2", "семь"), ("B2", "=5")]
    assert expected == attempt(office, form, *typed)


def test_warning_lets_the_value_in(office: LibreOffice, form: Path) -> None:
    """A rule that only warns accepts and shows its words."""
    assert [Outcome("accepted", 3.0, "", "Обычно меньше 1.")] == attempt(office, form, ("B7", "3"))


def test_hidden_sheet_cannot_be_typed_on(office: LibreOffice, form: Path) -> None:
    """Nobody sees the list of choices, so nobody types there."""
    with pytest.raises(OfficeError, match="hidden sheet '_lists'"):
        office.type_in(form, [Entry("_lists", "A1", Typed("5"))])


@pytest.mark.parametrize("file_format", ["xlsx", "ods", "xls"])
def test_filled_values_come_back(office: LibreOffice, form: Path, tmp_path: Path, file_format: FileFormat) -> None:
    """Numbers, exact text, typed text, dates and dependent formulas are in the saved file as they were put in."""
    entries = [
        Entry(SHEET, "B2", 4),
        Entry(SHEET, "B3", "12 "),
        Entry(SHEET, "B4", date(2025, 10, 15)),
        Entry(SHEET, "B5", "2025-10-15"),
        Entry(SHEET, "B6", "=1+1"),
        Entry(SHEET, "B7", Typed("12,5")),
        Entry(SHEET, "B8", "строка\nвторая"),
    ]
    target = tmp_path / f"filled.{file_format}"
    assert [target] == office.fill(form, target, entries, file_format)
    expected = {"B2": 4.0, "B3": "12 ", "B4": 45945.0, "B5": "2025-10-15", "B6": "=1+1", "B7": 12.5}
    expected |= {"B8": "строка\nвторая", "C2": 5.0, "C3": 0.25}
    assert {SHEET: expected} == office.read(target, {SHEET: list(expected)})
    assert office.protection(target) == {SHEET: True, "_lists": False}
    assert office.locked(target, {SHEET: ["A2", "B2"]}) == {SHEET: {"A2": True, "B2": False}}


def test_csv_is_a_file_for_each_sheet(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """Saving as csv writes every sheet, with decimal commas and Russian dates."""
    entries = [Entry(SHEET, "B7", 0.5), Entry(SHEET, "B4", date(2025, 10, 15))]
    written = office.fill(form, tmp_path / "out.csv", entries, "csv")
    assert [tmp_path / f"out-{SHEET}.csv", tmp_path / "out-_lists.csv"] == written
    lines = written[0].read_text(encoding="utf-8").splitlines()
    assert [lines[3], lines[6]] == ["Дата;15.10.2025;", "Доля;0,5;"]


def test_read_tells_blanks_and_errors(office: LibreOffice, form: Path) -> None:
    """Reading recalculates: a stored 0 over a division by nothing is an error; blanks are absent or None."""
    whole = office.read(form)
    assert {"C2": 1.0, "C3": FormulaError("#DIV/0!")} == {a: v for a, v in whole[SHEET].items() if a[0] != "A"}
    assert whole["_lists"] == {"A1": "да", "A2": "нет", "A3": "не знаю"}
    assert office.read(form, {SHEET: ["B2", "C2"]}) == {SHEET: {"B2": None, "C2": 1.0}}


def test_recalculate_stores_results(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """A recalculated copy holds the formula's true result."""
    assert [tmp_path / "again.ods"] == office.recalculate(form, tmp_path / "again.ods", "ods")
    answer = office.read(tmp_path / "again.ods", {SHEET: ["C3"]})
    assert {SHEET: {"C3": FormulaError("#DIV/0!")}} == answer


def test_locked_cell_is_not_filled(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """Filling a locked cell is an error that names it, and nothing is saved."""
    with pytest.raises(OfficeError, match=f"locked cells cannot be filled in: {SHEET}!A2"):
        office.fill(form, tmp_path / "out.xlsx", [Entry(SHEET, "A2", "x")], "xlsx")
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("file_format", ["xlsx", "ods", "xls"])
def test_same_work_gives_same_bytes(office: LibreOffice, form: Path, tmp_path: Path, file_format: FileFormat) -> None:
    """Two makings of a file differ in nothing when the moment is given; the first is read back as filled."""
    first, second = tmp_path / f"first.{file_format}", tmp_path / f"second.{file_format}"
    for target in (first, second):
        office.fill(form, target, [Entry(SHEET, "B2", 5), Entry(SHEET, "B8", "да")], file_format, moment=MOMENT)
    assert first.read_bytes() == second.read_bytes()
    assert office.read(first, {SHEET: ["B2", "B8"]}) == {SHEET: {"B2": 5.0, "B8": "да"}}


def test_same_bytes_on_another_day(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """No trace of the real time of saving is left: the year of the moment is the only year in an ods's properties."""
    office.recalculate(form, tmp_path / "out.ods", "ods", moment=MOMENT)
    with ZipFile(tmp_path / "out.ods") as archive:
        properties = archive.read("meta.xml").decode()
        assert {(2025, 11, 1, 10, 0, 0)} == {part.date_time for part in archive.infolist()}
    assert re.findall(r">(\d{4}-\d\d-\d\dT[^<]*)<", properties) == ["2025-11-01T10:00:00Z", "2025-11-01T10:00:00Z"]


def test_pages_are_printed(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """The form prints on one page, which is a PNG."""
    pages = office.pages(office.pdf(form, tmp_path), tmp_path, dpi=50)
    assert [tmp_path / "form-1.png"] == pages
    assert pages[0].read_bytes().startswith(b"\x89PNG")


def test_missing_and_foreign_files_are_named(office: LibreOffice, tmp_path: Path) -> None:
    """A file that is not there, or is not a workbook, is an error with its name."""
    foreign = tmp_path / "foreign.xlsx"
    foreign.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(OfficeError, match="no such file"):
        office.read(tmp_path / "none.xlsx")
    with pytest.raises(OfficeError, match=r"foreign\.xlsx"):
        office.read(foreign)


def test_slow_office_is_ended_and_started_again(form: Path) -> None:
    """A request over the time limit is an error at once, and the next one works."""
    with LibreOffice(timeout=0.001) as slow:
        with pytest.raises(OfficeError, match="did not answer"):
            slow.read(form)
        slow.set_timeout(60)
        assert slow.read(form, {SHEET: ["A2"]}) == {SHEET: {"A2": "Учителей"}}
