"""What the officer settles by hand."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.choices import (
    Asked,
    SettledChoices,
    exclude_files,
    find_choices,
    join_choices,
    preferred_ranks,
    settle_choices,
)
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.notice import Notice
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.errors import UsageError
from xlforms.ledger.ledger import Choice


def _file(path: str, answer: int = 1, *, unit: str = "001", hours: int = 0, member: str = "") -> Received:
    answers = submission(small_form(), unit, {"staff.russian.total": answer})
    return replace(returned(answers, path=path, hours=hours), member=member)


_OLD, _NEW = _file("in/old.xlsx", 1), _file("in/new.xlsx", 2, hours=1)
_INSIDE = _file("in/mail.eml", 3, member="форма.xlsx")
_BROKEN = replace(_file("in/broken.xlsx").rejected("damaged", "file-broken"), sha256="ab" * 32)
_FILES = [_OLD, _NEW, _INSIDE, _BROKEN]


def _choice(file: Received, verdict: str = "prefer") -> Choice:
    return Choice("exclude" if verdict == "exclude" else "prefer", file.sha256)


def _settled(files: list[Received], *choices: Choice) -> Summary:
    forms = {("small", "1"): small_form()}
    return consolidate(files, forms, ["small"], units=made_up_units(2, 1), collection=None, as_of=None, choices=choices)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in/old.xlsx", _OLD),
        ("./in/../in/old.xlsx", _OLD),
        (os.path.abspath("in/old.xlsx"), _OLD),
        ("in/mail.eml!форма.xlsx", _INSIDE),
        ("./in/mail.eml!форма.xlsx", _INSIDE),
        (_NEW.sha256, _NEW),
        (_NEW.sha256[:12].upper(), _NEW),
    ],
)
def test_files_are_named(text: str, expected: Received) -> None:
    """A path, a place in a letter, or some digits of the hash name a file; what is remembered is its hash."""
    assert [Choice("prefer", expected.sha256)] == find_choices([Asked("prefer", text)], _FILES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("in/нет.xlsx", "choice-no-file"),
        ("форма.xlsx", "choice-no-file"),
        (_NEW.sha256[:7], "choice-no-file"),
        ("", "choice-no-file"),
        ("in/broken.xlsx", "choice-not-usable"),
        ("abababab", "choice-not-usable"),
        ("f" * 8, "choice-several-files"),
    ],
)
def test_what_names_none(text: str, code: str) -> None:
    """What names no file, several or a broken one is told before anything is written."""
    alike = [replace(_OLD, sha256="f" * 8 + "0" * 56), replace(_NEW, sha256="f" * 8 + "1" * 56)]
    with pytest.raises(UsageError) as caught:
        find_choices([Asked("exclude", text)], [*_FILES, *alike])
    assert (code, text) == (caught.value.code, caught.value.parameters["file"])


def test_parts_of_one_submission() -> None:
    """To name one exported sheet is to name the submission that it is a part of."""
    part = replace(_file("in/лист 2.csv"), submission=None, part_of="in/old.xlsx")
    assert [_choice(_OLD)] == find_choices([Asked("prefer", "in/лист 2.csv")], [*_FILES, part])


def test_the_latest_choice_of_a_file_holds() -> None:
    """What is asked now comes after what is remembered, and instead of it for the same file."""
    remembered = (_choice(_OLD), _choice(_NEW))
    assert (_choice(_NEW), _choice(_OLD, "exclude")) == join_choices(remembered, [_choice(_OLD, "exclude")])
    assert {_NEW.sha256: 0} == preferred_ranks((_choice(_NEW), _choice(_OLD, "exclude")))


def test_files_are_left_out() -> None:
    """An excluded file is ignored with its reason, keeps its unit, and all copies of its bytes share that."""
    copy = replace(_NEW, path="in/copy.xlsx")
    assert [
        ("accepted", "", True),
        ("ignored", "excluded", False),
        ("ignored", "excluded", False),
        ("rejected", "damaged", False),
    ] == [
        (file.status, file.reason, file.submission is not None)
        for file in exclude_files(
            [_OLD, _NEW, copy, _BROKEN], [_choice(_NEW, "exclude"), _choice(_BROKEN, "exclude"), _choice(_OLD)]
        )
    ]


def test_what_counts() -> None:
    """The newest counts, unless another is preferred or it is left out."""
    for choices, expected in (
        ((), {"in/new.xlsx"}),
        ((_choice(_OLD),), {"in/old.xlsx"}),
        ((_choice(_NEW, "exclude"),), {"in/old.xlsx"}),
        ((_choice(_NEW, "exclude"), _choice(_OLD, "exclude")), set()),
    ):
        summary = _settled([_OLD, _NEW], *choices)
        assert expected == {file.path for file in summary.received if file.status == "accepted"}
        assert (not expected) == any(missing.unit.unit == "001" for missing in summary.missing)


def test_choices_are_kept() -> None:
    """A choice stays while it has an effect, and while its file is not there; then that is said."""
    choices = (_choice(_OLD), _choice(_INSIDE, "exclude"))
    assert SettledChoices(choices, (), ()) == settle_choices(
        choices, choices, _settled([_OLD, _NEW, _INSIDE], *choices).received
    )
    notices = (
        Notice("choice-absent-prefer", {"file": _OLD.sha256[:12]}),
        Notice("choice-absent-exclude", {"file": _INSIDE.sha256[:12]}),
    )
    assert SettledChoices(choices, notices, ()) == settle_choices(choices, (), _settled([_NEW], *choices).received)


def test_a_later_choice_replaces_an_earlier_one() -> None:
    """Of two preferred files of one unit and form the later one stays; that is said once."""
    choices = (_choice(_OLD), _choice(_NEW))
    once = (Notice("choice-replaced", {"file": "in/old.xlsx"}),)
    assert SettledChoices((_choice(_NEW),), (), once) == settle_choices(
        choices, choices[1:], _settled([_OLD, _NEW], *choices).received
    )


def test_a_choice_without_effect() -> None:
    """A file whose unit is unknown cannot be preferred; a remembered choice of such a file is kept and told."""
    stray = _file("in/stray.xlsx", 1, unit="077")
    choice, received = _choice(stray), _settled([stray], _choice(stray)).received
    with pytest.raises(UsageError, match="choice-not-usable"):
        settle_choices([choice], [choice], received)
    notices = (Notice("choice-idle", {"file": "in/stray.xlsx"}),)
    assert SettledChoices((choice,), notices, ()) == settle_choices([choice], (), received)


def test_without_choices() -> None:
    """Nothing chosen changes nothing."""
    assert summary_of(_FILES, made_up_units(2, 1)).received == _settled(_FILES).received
