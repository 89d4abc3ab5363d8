"""The findings that come most often, each with how many units it concerns."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from xlforms.checks.finding import Severity
from xlforms.consolidation.summary import Summary
from xlforms.messages import CATALOGUE, say


@dataclass(frozen=True, slots=True)
class FrequentFinding:
    """Findings of one rule on one item: where in the form, what is wrong in a few words, units and findings."""

    place: str
    what: str
    severity: Severity
    units: int
    findings: int


def frequent_findings(summary: Summary, limit: int = 5) -> list[FrequentFinding]:
    """The findings on most units first; hard before soft, then in the order of the form."""
    units: dict[tuple[str, str, str, Severity], set[str]] = defaultdict(set)
    counts: dict[tuple[str, str, str, Severity], int] = defaultdict(int)
    places: dict[tuple[str, str, str, Severity], str] = {}
    for form in summary.forms:
        for version in form.versions:
            for finding in version.findings:
                key = (form.form, finding.item or finding.sheet, finding.code, finding.severity)
                if key not in places:
                    places[key] = _place(finding.sheet, finding.captions)
                units[key].add(version.files[finding.submission].unit)
                counts[key] += 1
    order = sorted(units, key=lambda key: (-len(units[key]), key[3] != "hard", -counts[key], key))
    return [
        FrequentFinding(places[key], finding_words(key[2]), key[3], len(units[key]), counts[key])
        for key in order[:limit]
    ]


@cache
def finding_words(code: str) -> str:
    """What is wrong in two or three words, by the code of a finding; the code itself for one without such words."""
    short = f"short-{code}"
    return say(short) if short in CATALOGUE else code


def _place(sheet: str, captions: tuple[str, ...]) -> str:
    parts = [say("place-sheet", sheet=sheet)] if sheet else []
    return ", ".join([*parts, " / ".join(f"«{caption}»" for caption in captions)]) if captions else "".join(parts)
