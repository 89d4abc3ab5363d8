"""The codes of outcomes inside formulas."""

from __future__ import annotations

from xlforms.expressions.verdict_codes import AND, OR, SHOWN, Codes, recoded


def test_recoding_gives_each_outcome_its_new_code() -> None:
    """CHOOSE takes the codes in the order of the old ones, and nothing is printed when they are the same."""
    expected = ["CHOOSE(X,0,3,2,1)", "CHOOSE(X,1,3,2,0)", "X"]
    assert expected == [recoded("X", AND, SHOWN), recoded("X", OR, SHOWN), recoded("X", OR, OR)]


def test_swapping_turns_a_condition_round() -> None:
    """Passed and failed change places, the others stay."""
    expected = Codes(passed="0", failed="1", not_applicable="2", not_checked="3")
    assert expected == SHOWN.swapped()
