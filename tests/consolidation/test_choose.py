"""Which submission of a unit counts."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.reports.made_up import small_form, submission
from xlforms.consolidation.choose import choose
from xlforms.consolidation.form_dates import set_aside_future_dates
from xlforms.consolidation.received import Received

_MORNING = datetime(2020, 6, 1, 9, 0, tzinfo=UTC)


def _file(
    path: str, answer: int, *, hours: int = 0, signed: date | None = None, content: str = "", unit: str = "001"
) -> Received:
    """A file with one answer; files with the same `content` have the same bytes."""
    answers = submission(small_form(), unit, {"staff.russian.total": answer}, signed_on=signed)
    return Received(
        path=path,
        member="",
        sha256=hashlib.sha256((content or path).encode()).hexdigest(),
        status="accepted",
        unit=unit,
        form="small",
        version="1",
        modified=_MORNING + timedelta(hours=hours),
        submission=answers,
    )


def _statuses(files: list[Received]) -> dict[str, str]:
    return {file.path: file.status for file in choose(files)}


_FIRST, _SECOND = date(2020, 6, 1), date(2020, 6, 2)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([_file("a", 1)], {"a": "accepted"}),
        ([_file("a", 1), _file("b", 2, hours=1)], {"a": "superseded", "b": "accepted"}),
        # the date in the form goes before the time of the file
        ([_file("a", 1, signed=_SECOND), _file("b", 2, signed=_FIRST, hours=9)], {"a": "accepted", "b": "superseded"}),
        ([_file("a", 1, signed=_FIRST), _file("b", 2, signed=_FIRST, hours=9)], {"a": "superseded", "b": "accepted"}),
        # copies: the same bytes, or the same answers
        ([_file("a", 1, content="x"), _file("b", 1, content="x")], {"a": "accepted", "b": "duplicate"}),
        ([_file("a", 1), _file("b", 1, hours=1)], {"a": "duplicate", "b": "accepted"}),
        # the first submission again after another one: what came last counts
        (
            [_file("a", 1), _file("b", 2, hours=1), _file("c", 1, hours=2)],
            {"a": "duplicate", "b": "superseded", "c": "accepted"},
        ),
        # two units do not meet
        ([_file("a", 1), _file("b", 1, unit="002")], {"a": "accepted", "b": "accepted"}),
    ],
)
def test_statuses(files: list[Received], expected: dict[str, str]) -> None:
    """The newest counts, older ones are superseded, copies are duplicates; the order of files changes nothing."""
    for order in itertools.permutations(files):
        assert expected == _statuses(list(order))


def test_tie() -> None:
    """Of two different forms of one moment the hash decides, not the name, and the one that counts has a note."""
    one, other = _file("a", 1, content="1"), _file("b", 2, content="2")
    winner = max((one, other), key=lambda file: file.sha256)
    renamed = [replace(one, path="z"), other]
    answer = winner.submission
    for files in ([one, other], [other, one], renamed):
        accepted = next(file for file in choose(files) if file.status == "accepted")
        assert accepted.submission is not None
        assert answer is not None
        assert answer.values == accepted.submission.values
        assert [("same-time", False, {"path": accepted.path})] == [
            (note.code, note.hard, note.parameters) for note in accepted.submission.notes
        ]


def test_no_note_without_a_tie() -> None:
    """A copy of the same moment is no tie, nor is an older form."""
    for files in ([_file("a", 1, content="x"), _file("b", 1, content="x")], [_file("a", 1), _file("b", 2, hours=1)]):
        assert [] == [note for file in choose(files) if file.submission for note in file.submission.notes]


def test_rejected_files_take_no_part() -> None:
    """A file that was not read neither counts nor supersedes."""
    broken = _file("b", 2, hours=1).rejected("damaged", "file-broken")
    assert {"a": "accepted", "b": "rejected"} == _statuses([_file("a", 1), broken])


def _notes(files: list[Received]) -> dict[str, list[tuple[str, bool, dict[str, object]]]]:
    """Code, hardness and parameters of the notes of every submission that counts."""
    return {
        file.path: [(note.code, note.hard, note.parameters) for note in file.submission.notes]
        for file in choose(files)
        if file.submission is not None and file.status == "accepted"
    }


def test_a_doubtful_form_displaces_none() -> None:
    """A newer form that another school may have sent is passed over, and the one that counts says so."""
    certain, doubtful = _file("a", 1), replace(_file("b", 2, hours=9), doubtful=True)
    for files in ([certain, doubtful], [doubtful, certain]):
        assert {"a": "accepted", "b": "superseded"} == _statuses(files)
        assert {"a": [("other-doubtful", False, {"path": "b"})]} == _notes(files)
    assert {"b": "accepted"} == _statuses([doubtful])


def test_a_date_in_the_future_wins_over_nothing() -> None:
    """A form with a mistyped year is as new as its file; when it is passed over for an older one, that is said."""
    forms = {("small", "1"): small_form()}
    mistyped = _file("a", 1, signed=date(2099, 6, 1))
    for later, expected in (
        (_file("b", 2, signed=_SECOND), {"a": "superseded", "b": "accepted"}),
        (_file("b", 2, hours=1), {"a": "superseded", "b": "accepted"}),
        (_file("b", 2, signed=date(2020, 5, 31)), {"a": "accepted", "b": "superseded"}),
    ):
        files = set_aside_future_dates([mistyped, later], forms, date(2020, 6, 30))
        assert expected == _statuses(files)
        if expected["b"] == "accepted":
            assert {"b": [("other-date-in-future", False, {"path": "a"})]} == _notes(files)


def test_one_moment_in_two_time_zones() -> None:
    """Letters sent at one moment are a tie, however their time zones write it; a minute apart they are none."""
    noon = datetime(2020, 6, 5, 12, tzinfo=timezone(timedelta(hours=5)))
    one = replace(_file("a.eml", 1), member="x.xlsx", letter_date=noon)
    for other, expected in ((noon.astimezone(UTC), 1), (noon + timedelta(minutes=1), 0)):
        files = [one, replace(_file("b.eml", 2), member="x.xlsx", letter_date=other)]
        accepted = next(file for file in choose(files) if file.status == "accepted")
        tie = ("same-time", False, {"path": f"{accepted.path}!x.xlsx"})
        assert {accepted.path: [tie] * expected} == _notes(files)


def test_what_the_officer_prefers() -> None:
    """A preferred file counts whatever is newer or certain; the account says so, and no question is left."""
    older, newer = replace(_file("a", 1), doubtful=True), _file("b", 2, hours=1)
    chosen = choose([older, newer], {older.sha256: 0, "of another unit": 1})
    assert [
        ("a", "accepted", "preferred", "preferred-by-officer", ()),
        ("b", "superseded", "preferred", "other-preferred", (("path", "a"),)),
    ] == [(file.path, file.status, file.reason, file.code, file.parameters) for file in chosen]
    assert [[], []] == [file.submission.notes for file in chosen if file.submission is not None]


def test_the_latest_preference_wins() -> None:
    """Of several preferred files the one preferred last counts; the others are as if nobody had named them."""
    files = [_file("a", 1), _file("b", 2, hours=1), _file("c", 1, hours=2)]
    one, other, _ = (file.sha256 for file in files)
    for preferred in ({one: 0, other: 1}, {other: 1}):
        assert {"a": "duplicate", "b": "accepted", "c": "superseded"} == {
            file.path: file.status for file in choose(files, preferred)
        }
