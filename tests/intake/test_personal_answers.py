"""Personal answers are veiled where they are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.made_up import form_of, submission
from xlforms.intake.personal_answers import can_be_veiled, personal_items, veil
from xlforms.intake.submission import InvalidAnswer, Repair

FORM = """
form: p
version: "1"
title: Ф
code: Ф
sections:
  - section: s
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        fields:
          - {{field: total, title: всего, type: integer}}
          - {{field: who, title: кто, type: {type}, personal: {personal}{more}}}
          - {{field: note, title: примечание, type: text{needed}}}
"""


def _form(type_: str = "text", *, personal: bool = True, more: str = "", needed: str = "", rules: str = "") -> str:
    return FORM.format(type=type_, personal=str(personal).lower(), more=more, needed=needed) + rules


def test_only_the_outline_stays() -> None:
    """Letters, digits and signs become «x»; what is blank stays blank, what is open stays open."""
    form = form_of(_form())
    answers = {"c.who": "Имя Отчество 5", "c.note": "открыто", "contact.email": "a1@b-c.ru", "contact.phone": "8(3) 1"}
    read = submission(form, "7", answers, invalid={"contact.person": InvalidAnswer("cell-error", "#REF!", 5.0)})
    position = {item.name: number for number, item in enumerate(form[0].items)}
    read = replace(
        read,
        repairs=[
            Repair(position["c.who"], "text-tidied", " Имя", 8.0),
            Repair(position["c.note"], "text-tidied", " открыто"),
        ],
    )
    veiled = veil(read, personal_items(form[0]))
    expected = {"c.who": "xxx xxxxxxxx x", "c.note": "открыто", "contact.email": "xx@xxx.xx", "contact.phone": "xxxx x"}
    assert (
        submission(form, "7", expected, invalid={"contact.person": InvalidAnswer("cell-error", "xxxxx")}).values,
        {position["contact.person"]: InvalidAnswer("cell-error", "xxxxx")},
        [
            Repair(position["c.who"], "text-tidied", " xxx"),
            Repair(position["c.note"], "text-tidied", " открыто"),
        ],
    ) == (veiled.values, veiled.invalid, veiled.repairs)


_RULE = """
rules:
  - {rule: r, kind: expression, severity: soft, condition: answered(c.who), title: Т, reason: Р., message: м,
     advice: С.}
"""


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (_form(), True),
        (_form("email"), True),
        (_form("phone", more=", required: true"), True),
        (_form("long_text", more=", required_if: total > 5"), True),
        (_form("integer"), False),
        (_form("date"), False),
        (_form("yes_no"), False),
        (_form("integer", personal=False), True),
        (_form(rules=_RULE), False),
        (_form(personal=False, rules=_RULE), True),
        (_form(needed=", required_if: answered(who)"), False),
    ],
)
def test_what_would_lose_something(form: str, expected: bool) -> None:
    """Numbers, dates and choices, and texts that a rule or a condition looks at, cannot be veiled."""
    plan, _ = form_of(form)
    assert expected == can_be_veiled(plan)
    assert expected == bool(personal_items(plan))
