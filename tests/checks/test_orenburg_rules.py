"""The rules of the resource questionnaire: a consistent school passes all; one mistake fails one rule, and is said."""

from __future__ import annotations

import pytest

from tests.checks.consistent_school import consistent_answers, questionnaire
from tests.checks.orenburg_mistakes import MISTAKES
from tests.edit_rules.truth import Answers, dataset_of
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.checks.rules import check_rules
from xlforms.definitions.load import LoadedForm
from xlforms.expressions.semantics import Outcome


@pytest.fixture(scope="module")
def form() -> LoadedForm:
    """The questionnaire."""
    return questionnaire()


@pytest.fixture(scope="module")
def failures(form: LoadedForm) -> dict[str, list[tuple[str, str, str]]]:
    """Rule, item and words of every failure, by the rule that a mistake was made for; of a blank form under «blank»."""
    schools: dict[str, Answers] = {"blank": {}}
    schools |= {rule: {**consistent_answers(), **entered} for rule, (entered, _, _) in MISTAKES.items()}
    found: dict[str, list[tuple[str, str, str]]] = {name: [] for name in schools}
    for finding in check_rules(dataset_of(form, *schools.values())):
        words = str(finding.parameters["text"])
        found[list(schools)[finding.submission]].append((finding.rule, finding.item, words))
    return found


def test_every_rule_has_a_mistake_here(form: LoadedForm) -> None:
    """A rule of the form without a mistake that it finds would be a rule that nobody tried."""
    assert [rule.rule for rule in form.form.rules] == list(MISTAKES)


def test_consistent_school(form: LoadedForm) -> None:
    """Nothing fails and nothing is left unchecked; every rule but those on what is not there applies somewhere."""
    outcomes = evaluate_rules(dataset_of(form, consistent_answers()))

    assert dict.fromkeys(MISTAKES, 0) == outcomes.count(Outcome.FAILED)
    assert dict.fromkeys(MISTAKES, 0) == outcomes.count(Outcome.NOT_CHECKED)
    assert {"canteen_none", "reading_room_none"} == {
        rule for rule, passed in outcomes.count(Outcome.PASSED).items() if not passed
    }


@pytest.mark.parametrize("rule", MISTAKES)
def test_one_mistake_fails_one_rule(failures: dict[str, list[tuple[str, str, str]]], rule: str) -> None:
    """Exactly the rule meant for it, once, and both numbers are said."""
    _, item, text = MISTAKES[rule]

    assert [(rule, item, text)] == failures[rule]


def test_blank_form(failures: dict[str, list[tuple[str, str, str]]]) -> None:
    """A form that nobody has begun breaks no rule."""
    assert [] == failures["blank"]


def test_soft_rules_give_their_reason(form: LoadedForm) -> None:
    """A threshold without a reason is an opinion."""
    soft = [rule for rule in form.form.rules if rule.severity == "soft"]

    assert 6 == len(soft)
    assert [] == [rule.rule for rule in soft if len(rule.reason) < 60]
