"""Who answered: the accepted submission of each unit, and how many units were expected and answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary


@dataclass(frozen=True, slots=True)
class Answered:
    """The submission of a unit that counts: row `row` of the version's dataset, and its hard and soft findings.

    `explained` is how many of the soft ones the school has explained.
    """

    version: VersionSummary
    row: int
    hard: int
    soft: int
    explained: int

    @property
    def open(self) -> int:
        """The soft findings that wait for an answer."""
        return self.soft - self.explained

    @property
    def file(self) -> Received:
        """The file that it came in."""
        return self.version.files[self.row]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Units that were expected and that answered, with the findings on their answers; one unit and form is one.

    `explained` is how many of the soft findings the schools have explained.
    """

    expected: int
    accepted: int
    hard: int
    soft: int
    explained: int

    @property
    def missing(self) -> int:
        """How many have not answered."""
        return self.expected - self.accepted

    @property
    def share(self) -> float:
        """The share that answered; nothing expected is all of it."""
        return self.accepted / self.expected if self.expected else 1.0


def answered_units(form: FormSummary) -> dict[str, Answered]:
    """The accepted submission of each unit that answered, by its code."""
    found: dict[str, Answered] = {}
    for version in form.versions:
        hard, soft, explained = ([0] * len(version.files) for _ in range(3))
        for finding in version.findings:
            (hard if finding.severity == "hard" else soft)[finding.submission] += 1
            explained[finding.submission] += finding.explained
        for row, file in enumerate(version.files):
            found[file.unit] = Answered(version, row, hard[row], soft[row], explained[row])
    return found


def form_titles(summary: Summary) -> dict[str, str]:
    """The title of each form that was expected or came; a form that nobody returned is known by its id only."""
    titles = {form.form: form.title for form in summary.forms}
    return titles | {missing.form: titles.get(missing.form, missing.form) for missing in summary.missing}


def coverage_by_form(summary: Summary) -> dict[str, Coverage]:
    """Coverage of each form."""
    return _coverage(summary, lambda form, _: form, list(form_titles(summary)))


def coverage_by_municipality(summary: Summary, form: str | None = None) -> dict[str, Coverage]:
    """Coverage of each municipality, in the order of the register; of one form or of all together."""
    wanted = list(summary.municipalities)
    return _coverage(summary, lambda _, unit: summary.municipality(unit), wanted, form)


def total_coverage(parts: dict[str, Coverage]) -> Coverage:
    """Several coverages added up."""
    return Coverage(
        sum(part.expected for part in parts.values()),
        sum(part.accepted for part in parts.values()),
        sum(part.hard for part in parts.values()),
        sum(part.soft for part in parts.values()),
        sum(part.explained for part in parts.values()),
    )


def _coverage(
    summary: Summary, key: Callable[[str, str], str], keys: list[str], only: str | None = None
) -> dict[str, Coverage]:
    accepted: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    hard: Counter[str] = Counter()
    soft: Counter[str] = Counter()
    explained: Counter[str] = Counter()
    for form in summary.forms:
        if only in (None, form.form):
            for unit, answered in answered_units(form).items():
                place = key(form.form, unit)
                accepted[place] += 1
                hard[place] += answered.hard
                soft[place] += answered.soft
                explained[place] += answered.explained
    for absent in summary.missing:
        if only in (None, absent.form):
            missing[key(absent.form, absent.unit.unit)] += 1
    return {
        each: Coverage(accepted[each] + missing[each], accepted[each], hard[each], soft[each], explained[each])
        for each in keys
    }
