"""Personal answers go no further than the process that reads them: only that something stands there, and its outline.

No report shows them, yet a required name must be found missing, a mistyped address of mail and a text that is too long
be told. So every letter, digit and sign of a personal text becomes an «x»; spaces, dots and «@» stay.
"""

from __future__ import annotations

import re
from dataclasses import replace

from xlforms.intake.submission import InvalidAnswer, Repair, Submission
from xlforms.intake.values import Value
from xlforms.layout.plan import Plan

_SIGN = re.compile(r"[^\s.@]")


def can_be_veiled(plan: Plan) -> bool:
    """Whether nothing is lost when personal answers are veiled: all are texts, and no rule, condition or computed item
    looks at one."""
    personal = {item.name for item in plan.items if item.personal}
    if not personal:
        return True
    if any(item.nature != "text" for item in plan.items if item.personal):
        return False
    looked_at = {name for check in plan.checks for _, names in check.instance.names for name in names}
    looked_at |= {name for formula in plan.formulas for _, names in formula.names for name in names}
    for need in (need for sheet in plan.sheets for need in sheet.needs):
        looked_at |= {name for _, names in need.condition.names for name in names} - {need.condition.item}
    return not personal & looked_at


def personal_items(plan: Plan) -> frozenset[int]:
    """The numbers of the items whose answers are to be veiled: the personal ones, none where that would lose something.

    Then nothing of such a submission is written anywhere but into reports, which leave personal answers out.
    """
    if not can_be_veiled(plan):
        return frozenset()
    return frozenset(number for number, item in enumerate(plan.items) if item.personal)


def veil(submission: Submission, personal: frozenset[int]) -> Submission:
    """The submission with the answers to some items veiled; all of them are texts."""
    if not personal:
        return submission
    values = [_veiled(value) if number in personal else value for number, value in enumerate(submission.values)]
    invalid = {
        number: InvalidAnswer(answer.code, outline(answer.raw)) if number in personal else answer
        for number, answer in submission.invalid.items()
    }
    repairs = [
        Repair(repair.item, repair.code, outline(repair.before)) if repair.item in personal else repair
        for repair in submission.repairs
    ]
    return replace(submission, values=values, invalid=invalid, repairs=repairs)


def _veiled(value: Value | None) -> Value | None:
    return None if value is None else outline(str(value))


def outline(text: str) -> str:
    """A text with an «x» for every letter, digit and sign."""
    return _SIGN.sub("x", text)
