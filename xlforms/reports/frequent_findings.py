"""Findings by edit rule or sort, and those that come most often, each with how many units it concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from xlforms.checks.finding import Finding, Severity
from xlforms.consolidation.summary import Summary
from xlforms.messages import CATALOGUE, say
from xlforms.reports.rule_words import common_start, rule_words


@dataclass(frozen=True, slots=True)
class FrequentFinding:
    """Findings of one edit rule, or of one sort: where in the form, what is wrong in a few words, units, findings."""

    place: str
    what: str
    severity: Severity
    units: int
    findings: int


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """All findings of one edit rule, or of one sort, in one form.

    `rule` is the id of the rule, or the code of the sort; `units` tells how many each unit has; `explained` is how many
    the units have explained.
    """

    form: str
    rule: str
    place: str
    what: str
    severity: Severity
    units: Mapping[str, int]
    explained: Mapping[str, int]

    @property
    def findings(self) -> int:
        """How many there are."""
        return sum(self.units.values())


@dataclass
class _Group:
    """Findings of one rule or sort in one form."""

    what: str
    units: Counter[str] = field(default_factory=Counter)
    explained: Counter[str] = field(default_factory=Counter)
    places: list[tuple[str, ...]] = field(default_factory=list)


def finding_groups(summary: Summary) -> list[FindingGroup]:
    """Every group of findings, those on most units first; hard before soft, then the more numerous, then by name.

    Findings of one edit rule are one group, and so are all of one other sort, such as numbers out of range. The place
    is what their places have in common, so that a group in a single cell still names it.
    """
    groups: dict[tuple[str, str, Severity], _Group] = {}
    for form in summary.forms:
        for version in form.versions:
            rules = rule_words(version.dataset.rules)
            for finding in version.findings:
                key = form.form, finding.rule if finding.rule in rules else finding.code, finding.severity
                if key not in groups:
                    groups[key] = _Group(rules.get(finding.rule) or finding_words(finding.code))
                group, unit = groups[key], version.files[finding.submission].unit
                group.units[unit] += 1
                group.explained[unit] += finding.explained
                group.places.append(_steps(finding))
    order = sorted(groups, key=lambda key: (-len(groups[key].units), key[2] != "hard", -len(groups[key].places), key))
    return [
        FindingGroup(form, rule, _place(common_start(group.places)), group.what, severity, group.units, group.explained)
        for form, rule, severity in order
        for group in (groups[form, rule, severity],)
    ]


def frequent_findings(summary: Summary, limit: int = 5) -> list[FrequentFinding]:
    """The first groups of findings."""
    return [
        FrequentFinding(group.place, group.what, group.severity, len(group.units), group.findings)
        for group in finding_groups(summary)[:limit]
    ]


@cache
def finding_words(code: str) -> str:
    """What is wrong in two or three words, by the code of a finding; the code itself for one without such words."""
    short = f"short-{code}"
    return say(short) if short in CATALOGUE else code


def _steps(finding: Finding) -> tuple[str, ...]:
    """Where a finding stands, from the outside in: sheet, captions."""
    return (finding.sheet, *finding.captions)


def _place(steps: Sequence[str]) -> str:
    sheet, captions = (steps[0], steps[1:]) if steps else ("", ())
    parts = [say("place-sheet", sheet=sheet)] if sheet else []
    if captions:
        parts.append(" / ".join(f"«{caption}»" for caption in captions))
    return ", ".join(parts)
