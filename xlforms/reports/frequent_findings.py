"""The findings that come most often, each with how many units it concerns."""

from __future__ import annotations

from collections.abc import Sequence
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


@dataclass
class _Group:
    """Findings of one rule or sort in one form."""

    what: str
    severity: Severity
    units: set[str] = field(default_factory=set)
    places: list[tuple[str, ...]] = field(default_factory=list)


def frequent_findings(summary: Summary, limit: int = 5) -> list[FrequentFinding]:
    """The findings on most units first; hard before soft, then the more numerous, then by name.

    Findings of one edit rule are one group, and so are all of one other sort, such as numbers out of range. The place
    is what their places have in common, so that a group in a single cell still names it.
    """
    groups: dict[tuple[str, str, Severity], _Group] = {}
    for form in summary.forms:
        for version in form.versions:
            rules = rule_words(version.dataset.rules)
            for finding in version.findings:
                name = finding.rule if finding.rule in rules else finding.code
                group = groups.setdefault(
                    (form.form, name, finding.severity),
                    _Group(rules.get(finding.rule) or finding_words(finding.code), finding.severity),
                )
                group.units.add(version.files[finding.submission].unit)
                group.places.append(_steps(finding))
    order = sorted(groups, key=lambda key: (-len(groups[key].units), key[2] != "hard", -len(groups[key].places), key))
    return [
        FrequentFinding(
            _place(common_start(group.places)), group.what, group.severity, len(group.units), len(group.places)
        )
        for group in (groups[key] for key in order[:limit])
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
