"""Submissions as one table."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from tests.reports.made_up import form_of, submission
from xlforms.dataset.dataset import Dataset, build_dataset
from xlforms.expressions.nodes import references
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import Outcome, State
from xlforms.intake.submission import InvalidAnswer

FORM = form_of("""
form: small
version: "1"
title: Проба
code: П
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        fields:
          - {field: whole, title: всего, type: integer}
          - {field: part, title: часть, type: integer, blank: zero}
          - {field: share, title: доля, type: percent, computed: part / whole}
          - {field: twice, title: вдвое, type: percent, computed: share * 2}
          - {field: day, title: дата, type: date}
          - {field: kind, title: вид, type: choice, choices: [а, б]}
          - {field: why, title: почему, type: text, required_if: kind = 'б'}
""")
_DAY = date(2020, 6, 5)


def _dataset() -> Dataset:
    return build_dataset(
        *FORM,
        [
            submission(FORM, "1", {"c.whole": 4, "c.part": 1, "c.day": _DAY, "c.kind": "а"}),
            submission(FORM, "2", {"c.whole": 4, "c.kind": "б"}),
            submission(FORM, "3", {}, invalid={"c.whole": InvalidAnswer("not-a-number", "нет")}),
        ],
    )


def test_columns() -> None:
    """Numbers and dates are float64 with nan for nothing, others objects; a state stands beside every value."""
    dataset = _dataset()
    whole, day, kind = (dataset.column(f"c.{name}") for name in ("whole", "day", "kind"))
    np.testing.assert_array_equal([4, 4, np.nan], whole.values)
    np.testing.assert_array_equal([State.VALUE, State.VALUE, State.INVALID], whole.states)
    np.testing.assert_array_equal([_DAY.toordinal(), np.nan, np.nan], day.values)
    np.testing.assert_array_equal(["а", "б", None], kind.values)
    np.testing.assert_array_equal([State.VALUE, State.VALUE, State.BLANK], kind.states)
    assert 3 == len(dataset)


def test_items_are_numbered_as_in_the_plan() -> None:
    """The number of an item is its place in `values` of a submission."""
    dataset = _dataset()
    assert list(range(len(FORM[0].items))) == [dataset.positions[item.name] for item in FORM[0].items]
    assert InvalidAnswer("not-a-number", "нет") == dataset.invalid(2, dataset.positions["c.whole"])
    assert None is dataset.invalid(0, dataset.positions["c.whole"])


def test_blank_that_is_zero() -> None:
    """`blank: zero` makes a blank the value 0; others stay blank."""
    dataset = _dataset()
    part, whole = (dataset.operand(dataset.column(f"c.{name}").item) for name in ("part", "whole"))
    np.testing.assert_array_equal([1, 0, 0], part.values)
    np.testing.assert_array_equal([State.VALUE] * 3, part.states)
    np.testing.assert_array_equal([State.VALUE, State.VALUE, State.INVALID], whole.states)


def test_computed_items() -> None:
    """A computed item is computed for each submission; what cannot be computed is blank to those that use it."""
    dataset = _dataset()
    share, twice = FORM[0].computed_items
    np.testing.assert_array_equal([0.25, 0.0], dataset.computed(share).values[:2])
    np.testing.assert_array_equal([0.5, 0.0], dataset.computed(twice).values[:2])
    assert [State.INVALID, State.BLANK] == [dataset.computed(share).states[2], dataset.operand(share).states[2]]


def test_conditions_and_names() -> None:
    """A condition is judged where its item stands: a bare name means the same row or card."""
    dataset = _dataset()
    why = dataset.column("c.why").item
    expected = [Outcome.FAILED, Outcome.PASSED, Outcome.NOT_APPLICABLE]
    np.testing.assert_array_equal(expected, dataset.condition("kind = 'б'", why))
    (name,) = references(parse("kind = 'б'"))
    assert ["c.kind"] == [item.name for item in dataset.items_of(name, why)]


def test_numbers_and_conditions_are_not_mixed_up() -> None:
    """A condition where a number is wanted, or the other way round, is a mistake of ours."""
    dataset = _dataset()
    with pytest.raises(TypeError):
        dataset.condition("whole + 1", dataset.column("c.why").item)


def test_no_submissions() -> None:
    """A table without rows has all its columns."""
    dataset = build_dataset(*FORM, [])
    assert (0, 0) == (len(dataset), dataset.column("c.whole").values.size)
