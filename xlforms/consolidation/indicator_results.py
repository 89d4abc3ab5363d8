"""Target indicators of roadmaps: what each unit aimed at and reached in each period, and the middle of many units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from xlforms.consolidation.column_statistics import Floats, Number, column_statistics, exact_sum, plain
from xlforms.consolidation.counted import Mask
from xlforms.consolidation.totals import REGION
from xlforms.consolidation.unit_answers import Objects, UnitAnswers, VersionAnswers
from xlforms.definitions.item_types import NO, YES
from xlforms.definitions.roadmap import Indicator, IndicatorPeriod
from xlforms.definitions.units import Unit


@dataclass(frozen=True)
class UnitResult:
    """One indicator of a unit in one period; None for what was not answered, answered wrongly or cannot be computed.

    A share is a fraction: 0.25 is 25 %. `deviation` is fact less target, exactly; `attained` is «да» or «нет».
    """

    target: Number | None
    fact: Number | None
    deviation: Number | None
    attained: str | None


@dataclass(frozen=True)
class GroupResult:
    """One indicator over several units: the medians of their targets and of their facts, None where nobody answered,
    and how many attained the target of how many that gave both values."""

    target: Number | None
    fact: Number | None
    attained: int
    compared: int


@dataclass(frozen=True)
class PeriodResults:
    """One indicator in one period over the units of a form, in their order; nan or None for no value."""

    label: str
    targets: Floats
    facts: Floats
    attained: Objects

    def of_unit(self, number: int) -> UnitResult:
        """What one unit gave."""
        target, fact = float(self.targets[number]), float(self.facts[number])
        missing = np.isnan([target, fact])
        return UnitResult(
            None if missing[0] else plain(target),
            None if missing[1] else plain(fact),
            None if missing.any() else exact_sum(np.array([fact, -target])),
            self.attained[number],
        )

    def of_group(self, units: Mask) -> GroupResult:
        """The units of a mask together."""
        found = column_statistics(np.stack([self.targets[units], self.facts[units]], axis=1))
        attained = self.attained[units]
        yes = int((attained == YES).sum())
        return GroupResult(found.median[0], found.median[1], yes, yes + int((attained == NO).sum()))


@dataclass(frozen=True)
class FormIndicators:
    """The indicators of one form in the units that have to report on them.

    `names` tell indicators apart: the id, or `block.id` where two blocks share one. `results[i]` are the periods of
    indicator i.
    """

    form: str
    code: str
    title: str
    indicators: tuple[Indicator, ...]
    names: tuple[str, ...]
    units: tuple[Unit, ...]
    answered: Mask
    results: tuple[tuple[PeriodResults, ...], ...]

    @cached_property
    def groups(self) -> dict[str, Mask]:
        """The region (REGION) and each municipality that is named, as masks over the units."""
        places = np.array([unit.municipality for unit in self.units], dtype=object)
        named = filter(None, dict.fromkeys(unit.municipality for unit in self.units))
        return {REGION: np.ones(len(self.units), dtype=bool)} | {name: places == name for name in named}


def form_indicators(
    form: str,
    code: str,
    title: str,
    indicators: Sequence[Indicator],
    versions: Sequence[VersionAnswers],
    units: Sequence[Unit],
) -> FormIndicators:
    """The indicators of one form: those of its newest version, in the versions and units as in `form_progress`.

    A period is known by its label: an older version may have asked about other years. What was measured in another way
    there is left out: percent and roubles have no common middle.
    """
    names = indicator_names(indicators)
    answers = UnitAnswers(versions, [unit.unit for unit in units])
    known = [_by_name(part.dataset.plan.indicators) for part in versions]
    results = []
    for name, indicator in zip(names, indicators, strict=True):
        of_indicator = []
        for period in indicator.periods:
            asked = [found.get((name, indicator.measured, indicator.unit, period.label)) for found in known]
            of_indicator.append(
                PeriodResults(
                    period.label,
                    answers.numbers([each.target if each else "" for each in asked]),
                    answers.numbers([each.fact if each else "" for each in asked]),
                    answers.objects([each.attained if each else "" for each in asked]),
                )
            )
        results.append(tuple(of_indicator))
    return FormIndicators(form, code, title, tuple(indicators), names, tuple(units), answers.answered, tuple(results))


def indicator_names(indicators: Sequence[Indicator]) -> tuple[str, ...]:
    """How each indicator is told from the others of its form."""
    uses = Counter(indicator.id for indicator in indicators)
    return tuple(
        indicator.id if uses[indicator.id] == 1 else f"{indicator.block}.{indicator.id}" for indicator in indicators
    )


def _by_name(indicators: Sequence[Indicator]) -> dict[tuple[str, str, str, str], IndicatorPeriod]:
    return {
        (name, indicator.measured, indicator.unit, period.label): period
        for name, indicator in zip(indicator_names(indicators), indicators, strict=True)
        for period in indicator.periods
    }
