"""Municipalities in order, from the best to the worst, by the share that answered or by a key figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlforms.consolidation.figure_results import FigureResult
from xlforms.consolidation.totals import REGION
from xlforms.definitions.key_figure import Better
from xlforms.reports.coverage import Coverage
from xlforms.reports.docx.limits import ENOUGH, Limits
from xlforms.reports.docx.shares import share_words


@dataclass(frozen=True, slots=True)
class Rank:
    """A municipality: its value as shown, whether it is worse than the region, of how many units it comes, how many
    of them are doubtful."""

    place: str
    shown: str
    behind: bool
    n: int
    doubtful: int = 0


@dataclass(frozen=True, slots=True)
class Extremes:
    """Those that lead and those that lag, the best and the worst first; how many more share the last value shown."""

    ahead: tuple[Rank, ...]
    more_ahead: int
    behind: tuple[Rank, ...]
    more_behind: int


def rank_coverage(parts: Mapping[str, Coverage], region: Coverage) -> list[Rank]:
    """By the share that answered; of equal ones the larger is the better, or the worse when some have not answered.

    Behind is what lies below the share of the region.
    """
    known = [(name, part) for name, part in parts.items() if part.expected]
    known.sort(key=lambda pair: (-pair[1].share, pair[1].missing, -pair[1].expected))
    return [
        Rank(name, share_words(part.accepted, part.expected), part.share < region.share, part.expected)
        for name, part in known
    ]


def rank_figure(result: FigureResult, shown: Mapping[str, str]) -> list[Rank]:
    """By a figure that says which end is the good one; `shown` are its values by municipality, in words.

    Municipalities where fewer than ENOUGH units gave all that it needs are left out. Behind is worse than the region.
    """
    region = result.places[REGION].value
    known = [
        (place, float(value.value), value.n, value.doubtful)
        for place, value in result.places.items()
        if place != REGION and value.value is not None and value.n >= ENOUGH
    ]
    sign = _sign(result.figure.better)
    known.sort(key=lambda entry: (sign * entry[1], -entry[2]))
    return [
        Rank(place, shown[place], region is not None and sign * value > sign * float(region), n, doubtful)
        for place, value, n, doubtful in known
    ]


def too_few(result: FigureResult) -> list[str]:
    """The municipalities that a figure cannot be compared for: fewer than ENOUGH units gave all that it needs."""
    return [place for place, value in result.places.items() if place != REGION and value.n < ENOUGH]


def without_value(result: FigureResult) -> list[str]:
    """The municipalities where enough units gave everything, and still there is no value: a share of nothing."""
    return [
        place for place, value in result.places.items()
        if place != REGION and value.n >= ENOUGH and value.value is None
    ]  # fmt: skip


def extremes(ranks: Sequence[Rank], limits: Limits) -> Extremes:
    """All of a few; of many the first and the last, as many as the limits say.

    Who is not worse than the region can only lead, who is worse can only lag, so nobody is in both.
    """
    ahead = [rank for rank in ranks if not rank.behind]
    behind = [rank for rank in reversed(ranks) if rank.behind]
    most = limits.few if len(ranks) <= limits.few else limits.extremes
    return Extremes(tuple(ahead[:most]), _more(ahead, most), tuple(behind[:most]), _more(behind, most))


def _more(ranks: Sequence[Rank], most: int) -> int:
    return sum(rank.shown == ranks[most - 1].shown for rank in ranks[most:])


def _sign(better: Better) -> int:
    return 1 if better == "less" else -1
