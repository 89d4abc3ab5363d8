"""What was read, as rows of the ledger and back."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.intake.archives import Packed, packed_zip
from tests.intake.letters import attachment, letter
from tests.intake.returned import plan
from tests.intake.unfolded import unfold
from xlforms.intake.container import Member
from xlforms.intake.file_reading import FileReading, Refusal, Unpacked
from xlforms.intake.stored_reading import is_lasting, restore_reading, store
from xlforms.intake.submission import InvalidAnswer, PrintedChange, Repair, StructureNote, Submission
from xlforms.layout.plan import PrintedCell
from xlforms.ledger.coding import CodingError
from xlforms.workbook.write import write_workbook

_SUBMISSION = Submission(
    form="trial",
    version="1",
    unit="007",
    values=[None, 1, 2.0, "=текст\ud800", date(2020, 6, 5), -0.0],
    invalid={3: InvalidAnswer("not-a-number", "нет", 5.5)},
    repairs=[Repair(1, "number-from-text", "1 ", None)],
    notes=[StructureNote("row-moved", False, "Лист", "A1", {"label": "x", "count": 3})],
    moved={4: ("Лист", "B2")},
    signed_on=date(2020, 6, 5),
    application="LibreOffice",
    given_name="Школа № 7",
    shown=("", "✓"),
    printed=(PrintedChange(PrintedCell(1, 2, "r", "c", "срок", ("а",), ("t.a",), True), "Лист", "C3", "иное"),),
)
_TIME, _LATER = datetime(2020, 6, 1, tzinfo=UTC), datetime(2020, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize("outcome", [_SUBMISSION, Refusal("damaged", "x", {"size": 5, "detail": "да"}), Unpacked()])
@pytest.mark.parametrize("modified", [_TIME, None])
def test_everything_comes_back(outcome: Submission | Refusal | Unpacked, modified: datetime | None) -> None:
    """A reading restored is the reading stored, with the time that its file has now."""
    reading = FileReading("aa", modified, outcome, _LATER)
    rows = store("key", reading)
    assert ["key"] == [row.given for row in rows]
    now = _LATER if modified is not None else None
    assert replace(reading, modified=now) == restore_reading(rows, _LATER)


def test_archives_come_back(tmp_path: Path) -> None:
    """A letter with an archive with a form: a row for each, and all times as if it had been read now."""
    write_workbook(plan(), tmp_path / "form.xlsx", values={"staff.all.total": 5, "unit.code": "7"})
    form = (tmp_path / "form.xlsx").read_bytes()
    packed = packed_zip([Packed(b"a.xlsx", form, stamp=(0, 0x5000)), Packed(b"b.txt", b"text"), Packed(b"c.xlsx", b"")])
    path = tmp_path / "letter.eml"
    path.write_bytes(letter(attachment(packed, "forms.zip"), attachment(form, "form.xlsx")))
    for moment in (1_590_000_000, 100_000_000):  # later and earlier than the time inside the archive
        os.utime(path, (moment, moment))
        reading = unfold(path)
        rows = store("key", reading)
        assert [("", "letter"), ("0", "archive"), ("0/0", "trial@1"), ("0/1", "not-a-workbook"), ("0/2", "damaged"),
                ("1", "trial@1")] == [(row.way, row.kind) for row in rows]  # fmt: skip
        os.utime(path, (1_600_000_000, 1_600_000_000))
        again = unfold(path)
        assert again == restore_reading(rows, again.modified)
        assert is_lasting(reading, lambda _: True)


def test_rows_that_do_not_fit() -> None:
    """A member without its row, or a row of something else, is no reading."""
    inside = FileReading("bb", None, _SUBMISSION)
    rows = store("key", FileReading("aa", None, Unpacked(), None, "archive", (Member("a", 1),), (inside,)))
    for wrong in ((), rows[:1], rows[1:], (replace(rows[0], reading="[1]"), rows[1])):
        with pytest.raises(CodingError):
            restore_reading(wrong, None)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (FileReading("aa", None, _SUBMISSION), True),
        (FileReading("aa", None, Refusal("damaged", "file-broken", {})), True),
        (FileReading("aa", None, Refusal("too-large", "too-many-cells", {})), True),
        (FileReading("aa", None, Refusal("too-large", "reader-out-of-memory", {})), False),
        (FileReading("aa", None, Refusal("timed-out", "reader-timed-out", {})), False),
        (FileReading("aa", None, Refusal("unreadable", "reader-died", {})), False),
        (FileReading("", None, Refusal("too-large", "file-too-large", {})), False),
    ],
)
def test_what_lasts(reading: FileReading, expected: bool) -> None:
    """What failed for want of time, memory or access is read again; so is an archive with such a member."""
    around = FileReading("bb", None, Unpacked(), None, "archive", (Member("a", 1),), (reading,))
    assert (expected, expected) == (is_lasting(reading, lambda _: True), is_lasting(around, lambda _: True))


def test_what_is_not_veiled() -> None:
    """A submission that holds personal answers is not to be written."""
    assert not is_lasting(FileReading("aa", None, _SUBMISSION), lambda _: False)
