"""The summary: everything that `consolidate` knows, from which all reports are printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from xlforms.checks.finding import Finding
from xlforms.checks.rule_outcomes import RuleOutcomes
from xlforms.consolidation.counted import Mask
from xlforms.consolidation.figure_results import FigureResult
from xlforms.consolidation.gathered_texts import GatheredTheme
from xlforms.consolidation.indicator_results import FormIndicators
from xlforms.consolidation.progress import FormProgress
from xlforms.consolidation.received import Received
from xlforms.consolidation.totals import Total
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.collection import Collection
from xlforms.definitions.items import Item, SectionGrid
from xlforms.definitions.units import Unit
from xlforms.layout.plan import Plan


@dataclass(frozen=True)
class VersionSummary:
    """The accepted submissions of one form version: row s of the dataset is `files[s]`.

    `findings` are sorted by submission and place; `outcomes` are those of the edit rules; `counted[item]` tells which
    answers count; `completeness` is a share from 0 to 1 for each submission.
    """

    plan: Plan
    sections: tuple[SectionGrid, ...]
    dataset: Dataset
    files: tuple[Received, ...]
    findings: tuple[Finding, ...]
    outcomes: RuleOutcomes
    counted: dict[str, Mask]
    completeness: tuple[float, ...]


@dataclass(frozen=True)
class FormSummary:
    """One form: its versions, the newest first, its totals, its key figures and the open texts gathered."""

    form: str
    title: str
    versions: tuple[VersionSummary, ...]
    totals: tuple[Total, ...]
    figures: tuple[FigureResult, ...] = ()
    themes: tuple[GatheredTheme, ...] = ()

    @property
    def plan(self) -> Plan:
        """The newest version that was used; the summary is shown in its layout."""
        return self.versions[0].plan


@dataclass(frozen=True)
class Missing:
    """A registered unit without a usable submission of a form."""

    unit: Unit
    form: str


@dataclass(frozen=True)
class Summary:
    """The whole result. `units` are those of the register, or those met when there is no register, in that order.

    `progress` and `indicators` are those of the roadmaps that came or are expected.
    """

    collection: Collection | None
    as_of: date | None
    registered: bool
    units: tuple[Unit, ...]
    received: tuple[Received, ...]
    forms: tuple[FormSummary, ...]
    missing: tuple[Missing, ...]
    progress: tuple[FormProgress, ...] = ()
    indicators: tuple[FormIndicators, ...] = ()

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The municipalities, in the order of the register."""
        return tuple(dict.fromkeys(unit.municipality for unit in self.units))

    def municipality(self, unit: str) -> str:
        """The municipality of a unit; empty when it is not known."""
        return self._municipality_of.get(unit, "")

    @cached_property
    def _municipality_of(self) -> dict[str, str]:
        return {unit.unit: unit.municipality for unit in self.units}


def items_by_name(form: FormSummary) -> dict[str, Item]:
    """All items of a form over its versions, computed ones too, the newest version first."""
    return {
        item.name: item
        for version in reversed(form.versions)
        for item in (*version.plan.items, *version.plan.computed_items)
    }
