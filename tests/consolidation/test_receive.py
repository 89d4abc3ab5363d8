"""The account of given files with what reading made of each."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.reports.made_up import small_form, submission
from xlforms.consolidation.receive import receive
from xlforms.consolidation.received import Received
from xlforms.intake.account import GivenFile
from xlforms.intake.container import Member
from xlforms.intake.file_reading import FileReading, Refusal, Unpacked

_TIME = datetime(2020, 6, 1, tzinfo=UTC)
_PATH = Path("x")


def test_every_file_has_one_outcome() -> None:
    """Ignored files have no reading; others take theirs in order, with whatever the refusal knows of the form."""
    read = submission(small_form(), "7", {})
    files = [GivenFile("a", _PATH), GivenFile("b", _PATH, "system-link"), GivenFile("c", _PATH), GivenFile("d", _PATH)]
    readings = [
        FileReading("1", _TIME, read),
        FileReading("2", None, Refusal("lock-file", "lock-file", {})),
        FileReading("3", _TIME, Refusal("empty-form", "empty-form", {"form": "small", "version": "1", "unit": "7"})),
    ]
    known = (("form", "small"), ("unit", "7"), ("version", "1"))
    assert [
        Received("a", "", "1", "accepted", unit="7", form="small", version="1", modified=_TIME, submission=read),
        Received("b", "", "", "ignored", "system-file", "system-link"),
        Received("c", "", "2", "ignored", "lock-file", "lock-file"),
        Received("d", "", "3", "rejected", "empty-form", "empty-form", known, "7", "small", "1", modified=_TIME),
    ] == receive(files, readings)


def test_what_is_inside_has_rows_of_its_own() -> None:
    """Behind the row of an archive or letter stand those of its members; equal names are told apart by numbers."""
    text, broken = Refusal("not-a-workbook", "is-text", {}), Refusal("damaged", "archive-cut", {"count": 2})
    names = (Member("a", 1), Member("a", 1), Member("z.zip!a", 1), Member("z.zip", 1))
    letter = datetime(2020, 6, 5, tzinfo=UTC)
    inner = FileReading(
        "5", _TIME, broken, letter, "archive", (Member("a", 1),), (FileReading("6", None, text, letter),)
    )
    inside = (*(FileReading(f"{number}", None, text, letter) for number in (2, 3, 4)), inner)
    whole = FileReading("1", _TIME, Unpacked(), letter, "letter", names, inside)
    assert [
        ("", "1", "unpacked", ""),
        ("a", "2", "rejected", "is-text"),
        ("a (2)", "3", "rejected", "is-text"),
        ("z.zip!a", "4", "rejected", "is-text"),
        ("z.zip", "5", "rejected", "archive-cut"),
        ("z (2).zip!a", "6", "rejected", "is-text"),
    ] == [(file.member, file.sha256, file.status, file.code) for file in receive([GivenFile("x", _PATH)], [whole])]
    assert {letter} == {file.letter_date for file in receive([GivenFile("x", _PATH)], [whole])}


@pytest.mark.parametrize("count", [0, 2])
def test_readings_must_fit(count: int) -> None:
    """A reading too few or too many is a mistake of ours, never a file that is lost."""
    readings = [FileReading("", None, Refusal("damaged", "file-broken", {}))] * count
    with pytest.raises((ValueError, StopIteration, RuntimeError)):
        receive([GivenFile("a", _PATH)], readings)
