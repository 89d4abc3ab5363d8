"""Locked texts of the form that came back changed: deadlines, who is responsible, units of measure."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.checks.finding import Finding
from xlforms.dataset.dataset import Dataset
from xlforms.expressions.semantics import State
from xlforms.intake.submission import PrintedChange

RULE = "printed-text"
_LONGEST = 80  # characters of a text in a finding


def check_printed(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each changed text; it is hard where the text tells what numbers mean, and these do not count."""
    for number, submission in enumerate(dataset.submissions):
        for change in submission.printed:
            yield _finding(dataset, number, change)


def _finding(dataset: Dataset, submission: int, change: PrintedChange) -> Finding:
    printed = change.printed
    given = [name for name in printed.items if dataset.column(name).states[submission] != State.BLANK]
    left_out = given if printed.decides else []
    before, now = _excerpts(" ".join(printed.text.split()), change.now)
    what = "erased" if not now else "added" if not before else "changed"
    return Finding(
        submission=submission,
        item=next(iter([*left_out, *printed.items]), ""),
        sheet=change.sheet,
        cell=change.cell,
        rule=RULE,
        severity="hard" if printed.decides else "soft",
        code=f"printed-unit-{what}" if printed.decides else f"printed-{what}",
        captions=printed.captions,
        parameters={"before": before, "now": now},
        counts=not left_out,
        others=tuple(left_out[1:]),
    )


def _excerpts(before: str, now: str) -> tuple[str, str]:
    """Both texts, or, of long ones, the parts where they begin to differ."""
    same = next((at for at, pair in enumerate(zip(before, now, strict=False)) if pair[0] != pair[1]), 0)
    start = max(same - _LONGEST // 2, 0) if max(len(before), len(now)) > _LONGEST else 0
    start = before.rfind(" ", 0, start) + 1 if start else 0
    return _excerpt(before, start), _excerpt(now, start)


def _excerpt(text: str, start: int) -> str:
    part = text[start : start + _LONGEST]
    return ("… " if start else "") + part + (" …" if start + _LONGEST < len(text) else "")
