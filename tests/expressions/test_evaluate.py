"""Expressions computed for many submissions at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from xlforms.errors import ExpressionError
from xlforms.expressions.evaluate import Operand, Verdict, evaluate
from xlforms.expressions.nodes import Reference
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import Outcome, State

Entry = float | str | None

BAD = "#"  # a text or an error where a number belongs; an error where a text belongs
F, P, NA, NC = Outcome.FAILED, Outcome.PASSED, Outcome.NOT_APPLICABLE, Outcome.NOT_CHECKED


def operand(entries: Sequence[Entry], *, text: bool = False) -> Operand:
    """None is BLANK, «#» is INVALID, the rest are values."""
    states = [State.BLANK if entry is None else State.INVALID if entry == BAD else State.VALUE for entry in entries]
    values = [entry if state == State.VALUE else None for entry, state in zip(entries, states, strict=True)]
    column = np.array(values, dtype=object) if text else np.array(values, dtype=float)
    return Operand(column, np.array(states, dtype=np.uint8))


def compute(text: str, **items: Entry) -> Entry | Outcome:
    """The result for one submission; an item `r1` is found as `r.1` too, and `r.*` means all that begin with r."""

    def resolve(reference: Reference) -> list[Operand]:
        name = reference.path.split(".")[0]
        found = [key for key in items if key == reference.path or (reference.path != name and key.startswith(name))]
        return [operand([items[key]], text=key.startswith("t")) for key in found]

    result = evaluate(parse(text), resolve, 1)
    if isinstance(result, Verdict):
        return Outcome(int(result.outcomes[0]))
    return {State.BLANK: None, State.INVALID: BAD}.get(State(int(result.states[0])), float(result.values[0]))


@pytest.mark.parametrize(
    ("a", "b", "plus", "divided"),
    [
        (6.0, 2.0, 8.0, 3.0),
        (6.0, 0.0, 6.0, None),
        (6.0, 0.0000004, 6.0000004, None),
        (6.0, None, None, None),
        (None, 2.0, None, None),
        (6.0, BAD, BAD, BAD),
        (BAD, None, BAD, BAD),
        (BAD, 0.0, BAD, BAD),
        (1e308, 1e308, BAD, 1.0),
    ],
)
def test_arithmetic_truth_table(a: Entry, b: Entry, plus: Entry, divided: Entry) -> None:
    """INVALID goes before BLANK, division by zero is BLANK, too large is INVALID."""
    assert [plus, divided] == [compute("a + b", a=a, b=b), compute("a / b", a=a, b=b)]


@pytest.mark.parametrize(
    ("a", "b", "results"),
    [
        # sum, average, min, max, count, answered
        (4.0, 2.0, [6.0, 3.0, 2.0, 4.0, 2.0, P]),
        (4.0, None, [4.0, 4.0, 4.0, 4.0, 1.0, P]),
        (0.0, None, [0.0, 0.0, 0.0, 0.0, 1.0, P]),
        (None, None, [None, None, None, None, 0.0, F]),
        (4.0, BAD, [BAD, BAD, BAD, BAD, 2.0, P]),
        (None, BAD, [BAD, BAD, BAD, BAD, 1.0, P]),
    ],
)
def test_functions_of_lists_truth_table(a: Entry, b: Entry, results: list[Entry | Outcome]) -> None:
    """Blanks are skipped, all blank is BLANK, a wrong one spoils all but the counting."""
    functions = ("sum", "average", "min", "max", "count", "answered")
    assert results == [compute(f"{function}(r.*)", r1=a, r2=b) for function in functions]


@pytest.mark.parametrize(
    ("a", "b", "outcomes"),
    [
        # =  <>  <=  <  >=  >
        (1.0, 1.0, [P, F, P, F, P, F]),
        (1.0, 2.0, [F, P, P, P, F, F]),
        (0.30000000000000004, 0.3, [P, F, P, F, P, F]),
        (-1.0, -2.0, [F, P, F, F, P, P]),
        (1.0, None, [NA] * 6),
        (None, None, [NA] * 6),
        (1.0, BAD, [NC] * 6),
        (None, BAD, [NC] * 6),
    ],
)
def test_comparison_truth_table(a: Entry, b: Entry, outcomes: list[Outcome]) -> None:
    """A blank makes it not applicable, a wrong operand not checked."""
    assert outcomes == [compute(f"a {operator} b", a=a, b=b) for operator in ("=", "<>", "<=", "<", ">=", ">")]


@pytest.mark.parametrize(
    ("t", "equal", "member"),
    [("да", P, P), (" ДА ", P, P), ("нет", F, P), ("иное", F, F), (None, NA, NA), (BAD, NC, NC)],
)
def test_text_truth_table(t: Entry, equal: Outcome, member: Outcome) -> None:
    """Case and outer spaces make no difference."""
    assert [equal, member] == [compute("t = «Да»", t=t), compute("t in («да», «Нет»)", t=t)]


@pytest.mark.parametrize(("a", "member"), [(0.25, P), (-1.0, P), (2.0, F), (None, NA), (BAD, NC)])
def test_membership_of_numbers_truth_table(a: Entry, member: Outcome) -> None:
    """A number is in the list when it equals one of its constants."""
    assert member == compute("a in (25%, -1)", a=a)


@pytest.mark.parametrize(
    ("a", "condition", "branching", "short_number", "number"),
    [
        (1.0, P, P, 10.0, 10.0),
        (0.0, NA, F, None, 20.0),
        (None, NA, NA, None, None),
        (BAD, NC, NC, BAD, BAD),
    ],
)
def test_conditional_truth_table(
    a: Entry, condition: Outcome, branching: Outcome, short_number: Entry, number: Entry
) -> None:
    """The branch decides where the condition is known; else the condition's own state is the answer."""
    expected = [condition, branching, short_number, number]
    assert expected == [
        compute("if a > 0 then 1 = 1", a=a),
        compute("if a > 0 then 1 = 1 else 1 = 2", a=a),
        compute("if a > 0 then 10", a=a),
        compute("if a > 0 then 10 else 20", a=a),
    ]


def test_a_branch_not_taken_spoils_nothing() -> None:
    """A wrong operand in the other branch does not matter."""
    assert compute("if a > 0 then b else c", a=1.0, b=5.0, c=BAD) == 5.0


def test_or_is_the_dual_of_and() -> None:
    """Passed wins, then not checked, then not applicable, then failed."""
    expected = [P, NC, NA, F]
    assert expected == [
        compute("a = 1 or b = 1", a=1.0, b=BAD),
        compute("a = 1 or b = 1 or c = 1", a=0.0, b=BAD, c=None),
        compute("a = 1 or b = 1", a=0.0, b=None),
        compute("a = 1 or b = 1", a=0.0, b=0.0),
    ]


def test_a_whole_column_is_computed_at_once() -> None:
    """Each submission gets its own outcome, in the order given."""
    columns = {"a": operand([1.0, 2.0, None, BAD]), "b": operand([1.0, 1.0, 1.0, 1.0])}
    found = evaluate(parse("a <= b"), lambda reference: [columns[reference.path]], 4)
    assert isinstance(found, Verdict)
    expected = [P, F, NA, NC]
    assert expected == found.outcomes.tolist()


def test_no_submissions_give_empty_columns() -> None:
    """A form that nobody has returned yet can be checked too."""
    found = evaluate(parse("sum(a) > 0 or t in («да», «нет»)"), lambda name: [operand([], text=name.path == "t")], 0)
    assert isinstance(found, Verdict)
    assert not len(found.outcomes)


@pytest.mark.parametrize(
    ("text", "code"), [("r.* + 1", "expression-list-outside"), ("sum(x)", "expression-nothing-matches")]
)
def test_a_name_must_mean_as_many_items_as_its_place_takes(text: str, code: str) -> None:
    """Many where one is needed, and none at all, are errors and not guesses."""
    with pytest.raises(ExpressionError) as caught:
        compute(text, r1=1.0, r2=2.0)
    assert code == caught.value.code
