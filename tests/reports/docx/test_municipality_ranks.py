"""Municipalities in order: ties, sizes, who is compared at all, and who is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.docx.made_up_figures import figure
from xlforms.consolidation.figure_results import FigureResult
from xlforms.definitions.key_figure import Better
from xlforms.reports.coverage import Coverage
from xlforms.reports.docx.limits import LEVELS, Limits
from xlforms.reports.docx.municipality_ranks import (
    Extremes,
    Rank,
    extremes,
    rank_coverage,
    rank_figure,
    too_few,
    without_value,
)

_PLACES = {"a": (10, 3), "b": (30, 5), "c": (30, 3), "d": (99, 2), "e": (None, 4), "f": (20, 9)}


def _figure(better: Better) -> FigureResult:
    return figure("x", "", (21, 26), _PLACES, better)


def _order(ranks: list[Rank]) -> list[tuple[str, bool]]:
    return [(rank.place, rank.behind) for rank in ranks]


def _ranks(values: list[int], region: int) -> list[Rank]:
    """Where more is better."""
    return [Rank(f"{number}", f"{value}", value < region, 3)
            for number, value in enumerate(sorted(values, reverse=True))]  # fmt: skip


def test_more_is_better() -> None:
    """The highest first, of equal ones the larger; two schools and a missing value are not compared."""
    shown = dict.fromkeys(_PLACES, "")
    assert [("b", False), ("c", False), ("f", True), ("a", True)] == _order(rank_figure(_figure("more"), shown))
    assert (["d"], ["e"]) == (too_few(_figure("more")), without_value(_figure("more")))


def test_less_is_better() -> None:
    """The lowest first."""
    shown = dict.fromkeys(_PLACES, "")
    assert [("a", False), ("f", False), ("b", True), ("c", True)] == _order(rank_figure(_figure("less"), shown))


def test_coverage() -> None:
    """By share; of those that are full the larger first, of those that nobody answered in the larger last."""
    parts = {name: Coverage(expected, accepted, 0, 0, 0)
             for name, expected, accepted in [("none", 2, 0), ("big", 9, 9), ("none, big", 5, 0), ("half", 4, 2),
                                              ("small", 1, 1)]}  # fmt: skip
    assert [
        Rank("big", "100\u00a0%", False, 9),
        Rank("small", "100\u00a0%", False, 1),
        Rank("half", "50\u00a0%", True, 4),
        Rank("none", "0\u00a0%", True, 2),
        Rank("none, big", "0\u00a0%", True, 5),
    ] == rank_coverage(parts, Coverage(21, 12, 0, 0, 0))


def test_many() -> None:
    """Three at either end, and how many more have the value of the third."""
    ranks = _ranks([9, 8, 7, 7, 7, 5, 1, 0, 0, 0, 0], 6)
    assert Extremes(tuple(ranks[:3]), 2, tuple(reversed(ranks[-3:])), 1) == extremes(ranks, LEVELS[0])


@given(st.lists(st.integers(0, 9), min_size=1, max_size=20), st.integers(0, 9), st.sampled_from(LEVELS))
def test_nobody_leads_and_lags(values: list[int], region: int, level: Limits) -> None:
    """Nobody stands at both ends, a few are all named, and everybody with a value shown is named or counted."""
    ranks = _ranks(values, region)
    found = extremes(ranks, level)
    named = [rank.place for rank in (*found.ahead, *found.behind)]
    assert len(set(named)) == len(named)
    if len(values) <= level.few:
        assert {rank.place for rank in ranks} == set(named)
    for side, more in ((found.ahead, found.more_ahead), (found.behind, found.more_behind)):
        last = {side[-1].shown} if side else set()
        rest = [rank for rank in ranks if rank.shown in last and rank not in side and rank.behind == side[-1].behind]
        assert len(rest) == more
