"""What the officer settles: this file counts for its unit and form, that one is left out.

A choice names a file by its path, by its place in an archive or letter (`letter.eml!form.xlsx`), or by its hash. The
hash is what is remembered: the choice follows the content, wherever it lies and whatever it is called.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xlforms.consolidation.notice import Notice
from xlforms.consolidation.received import Received
from xlforms.errors import UsageError
from xlforms.ledger.ledger import Choice, Verdict

_HASH = re.compile(r"[0-9a-f]{8,64}")  # the summary prints twelve digits
_REASON = "excluded"


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice as it was asked for: a path or a hash."""

    verdict: Verdict
    file: str


def find_choices(asked: Sequence[Asked], received: Sequence[Received]) -> list[Choice]:
    """The choices that were asked for, by the content of the files they name.

    Raises UsageError when no file is meant, when several different ones are, or when it holds no submission.
    """
    return [Choice(choice.verdict, _find(choice.file, received)) for choice in asked]


def join_choices(remembered: Sequence[Choice], asked: Sequence[Choice]) -> tuple[Choice, ...]:
    """All choices, each file once, the latest last."""
    latest: dict[str, Choice] = {}
    for choice in (*remembered, *asked):
        latest.pop(choice.sha256, None)
        latest[choice.sha256] = choice
    return tuple(latest.values())


def exclude_files(received: Sequence[Received], choices: Sequence[Choice]) -> list[Received]:
    """The files, without the submissions of those that are left out."""
    excluded = {choice.sha256 for choice in choices if choice.verdict == "exclude"}
    return [
        replace(file, status="ignored", reason=_REASON, code="excluded-by-officer", parameters=(), submission=None)
        if file.submission is not None and file.sha256 in excluded
        else file
        for file in received
    ]


def preferred_ranks(choices: Sequence[Choice]) -> Mapping[str, int]:
    """The files that count whatever else came, by hash; of several of one unit and form that of the highest rank."""
    return {choice.sha256: rank for rank, choice in enumerate(choices) if choice.verdict == "prefer"}


@dataclass(frozen=True, slots=True)
class SettledChoices:
    """The choices to remember; what to say of them as long as the files are the same, and what to say once."""

    kept: tuple[Choice, ...]
    notices: tuple[Notice, ...]
    once: tuple[Notice, ...]


def settle_choices(choices: Sequence[Choice], asked: Sequence[Choice], received: Sequence[Received]) -> SettledChoices:
    """What becomes of the choices once it is settled what became of every file.

    A file that is not there now keeps its choice; one that counted gives way when another of its unit and form was
    preferred later. Raises UsageError when one of `asked` settles nothing, since its file was rejected.
    """
    kept, notices, once = [], [], []
    for choice in choices:
        files = [file for file in received if file.sha256 == choice.sha256]
        name = files[0].name if files else choice.sha256[:12]
        outcomes = {file.status for file in files}
        if choice.verdict == "prefer" and outcomes & {"superseded", "duplicate"} and "accepted" not in outcomes:
            once.append(Notice("choice-replaced", {"file": name}))
            continue
        kept.append(choice)
        if not files:
            notices.append(Notice(f"choice-absent-{choice.verdict}", {"file": name}))
        elif "accepted" not in outcomes and not any(file.reason == _REASON for file in files):
            if choice in asked:
                raise UsageError("choice-not-usable", file=name)
            notices.append(Notice("choice-idle", {"file": name}))
    return SettledChoices(tuple(kept), tuple(notices), tuple(once))


def _find(text: str, received: Sequence[Received]) -> str:
    files = [file for file in received if _is_named(text, file)]
    if not files and _HASH.fullmatch(text.lower()):
        files = [file for file in received if file.sha256.startswith(text.lower())]
    if not files:
        raise UsageError("choice-no-file", file=text)
    if len({file.sha256 for file in files}) > 1:
        raise UsageError("choice-several-files", file=text, files="; ".join(sorted({file.name for file in files})))
    heads = {file.part_of for file in files if file.part_of}
    usable = [file for file in received if file in files or file.name in heads]
    found = next((file for file in usable if file.submission is not None), None)
    if found is None:
        raise UsageError("choice-not-usable", file=text)
    return found.sha256


def _is_named(text: str, file: Received) -> bool:
    """Whether a text names a file as `received.csv` does, or the same file by another path."""
    if text.replace(os.sep, "/") == file.name:
        return True
    path = text.removesuffix(f"!{file.member}") if file.member else text
    return (path != text or not file.member) and os.path.realpath(path) == os.path.realpath(Path(file.path))
