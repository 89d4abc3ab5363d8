"""From what was read to the Summary: units placed, submissions chosen, checked, counted and totalled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from xlforms.checks.completeness import completeness
from xlforms.checks.finding import Finding
from xlforms.checks.rule_outcomes import contradicted_answers, evaluate_rules
from xlforms.checks.run import run_checks
from xlforms.consolidation.choices import exclude_files, preferred_ranks
from xlforms.consolidation.choose import choose
from xlforms.consolidation.counted import Mask, counted_answers
from xlforms.consolidation.form_dates import set_aside_future_dates
from xlforms.consolidation.gather_texts import gather_texts
from xlforms.consolidation.join_sheets import with_fate
from xlforms.consolidation.key_figures import compute_key_figures
from xlforms.consolidation.place_units import place_units
from xlforms.consolidation.received import Received
from xlforms.consolidation.roadmaps import summarize_roadmaps
from xlforms.consolidation.same_answers import note_same_answers
from xlforms.consolidation.summary import FormSummary, Missing, Summary, VersionSummary
from xlforms.consolidation.totals import REGION, compute_totals
from xlforms.dataset.dataset import build_dataset
from xlforms.definitions.collection import Collection as Round
from xlforms.definitions.units import Unit, Units
from xlforms.layout.form_library import FormParts
from xlforms.ledger.ledger import Choice


def consolidate(
    received: Sequence[Received],
    forms: Mapping[tuple[str, str], FormParts],
    expected: Sequence[str],
    *,
    units: Units | None,
    collection: Round | None,
    as_of: date | None,
    last_day: date | None = None,
    choosing: bool = True,
    choices: Sequence[Choice] = (),
) -> Summary:
    """The summary of everything received.

    Without `choosing` every submission stands for itself, several of one unit too, and there are no totals: for
    checking single files. `forms` are the form versions by (id, version) in the order of their versions; `expected`
    are the ids of forms that every unit has to return, one empty id when nobody knows which. Without a register the
    units are those that answered. Where measures of roadmaps stand is told for the day `as_of`, else `last_day`;
    without either, and without `choosing`, it is not told. `choices` are the officer's, the latest last.
    """
    files = [file for file in received if not file.part_of]
    if last_day is not None:
        files = list(set_aside_future_dates(files, forms, last_day))
    if choosing:
        files = choose(place_units(exclude_files(files, choices), units), preferred_ranks(choices))
        files = note_same_answers(files, forms)
    accepted = [file for file in files if file.status == "accepted"]
    known = tuple(units) if units is not None else _units_met(accepted)
    municipality = {unit.unit: unit.municipality for unit in known}
    order = {unit.unit: number for number, unit in enumerate(known)}
    accepted.sort(key=lambda file: (order[file.unit], file.path, file.member))
    summaries = []
    for form in dict.fromkeys(form for form, _ in forms):
        of_form = [file for file in accepted if file.form == form]
        if of_form:
            parts = _versions(form, of_form, forms, collection.year if collection is not None else None)
            summaries.append(_form_summary(parts, municipality, choosing=choosing))
    answered = {(file.unit, file.form) for file in accepted}
    missing = tuple(
        Missing(unit, form) for form in expected for unit in known if (unit.unit, form) not in answered
    ) if units is not None else ()  # fmt: skip
    day = as_of or last_day
    roadmaps = summarize_roadmaps(forms, summaries, missing, known, day) if day is not None and choosing else ((), ())
    rows = with_fate(received, files)
    return Summary(collection, as_of, units is not None, known, rows, tuple(summaries), missing, *roadmaps)


def expected_forms(received: Sequence[Received], known: Collection[str]) -> list[str]:
    """The forms that units are expected to return when no round says: those of `known` that anything came for.

    When nothing came at all, one form without a name: every unit is missing, whatever it was to return.
    """
    return sorted({file.form for file in received if file.form in known}) or [""]


def _units_met(accepted: Sequence[Received]) -> tuple[Unit, ...]:
    """Without a register: the units that answered, with the name and municipality they gave."""
    found: dict[str, Unit] = {}
    for file in sorted(accepted, key=lambda file: (file.unit, file.form)):
        found.setdefault(file.unit, Unit(file.unit, file.given_name, file.given_municipality, "", {}))
    return tuple(sorted(found.values(), key=lambda unit: (unit.municipality, unit.unit)))


def _versions(
    form: str, files: Sequence[Received], forms: Mapping[tuple[str, str], FormParts], year: int | None
) -> list[VersionSummary]:
    """The versions of a form that came, the newest first."""
    versions = [version for known, version in forms if known == form]
    used = [version for version in reversed(versions) if any(file.version == version for file in files)]
    return [
        _version_summary(forms[form, version], [file for file in files if file.version == version], year)
        for version in used
    ]


def _form_summary(parts: Sequence[VersionSummary], municipality: Mapping[str, str], *, choosing: bool) -> FormSummary:
    """One form with its totals, key figures and gathered texts, if any; `municipality` tells it of each known unit, in
    their order."""
    plan = parts[0].plan
    if not choosing:
        return FormSummary(plan.form, plan.title, tuple(parts), ())
    groups = _groups(parts, municipality)
    datasets, counted = [part.dataset for part in parts], [part.counted for part in parts]
    units = [[file.unit for file in part.files] for part in parts]
    contradicted = [contradicted_answers(part.outcomes) for part in parts]
    figures = [
        replace(found, units={unit: found.units[unit] for unit in municipality if unit in found.units})
        for found in compute_key_figures(datasets, units, groups, counted, contradicted)
    ]
    totals = compute_totals(datasets, groups, counted)
    themes = gather_texts(parts, list(municipality))
    return FormSummary(plan.form, plan.title, tuple(parts), tuple(totals), tuple(figures), themes)


def _groups(parts: Sequence[VersionSummary], municipality: Mapping[str, str]) -> dict[str, list[Mask]]:
    """The region and each municipality; units that named no municipality are in the region only."""
    groups: dict[str, list[Mask]] = {REGION: [np.ones(len(part.files), dtype=bool) for part in parts]}
    for name in filter(None, dict.fromkeys(municipality.values())):
        groups[name] = [
            np.array([municipality[file.unit] == name for file in part.files], dtype=bool) for part in parts
        ]
    return groups


def _version_summary(form: FormParts, files: Sequence[Received], year: int | None) -> VersionSummary:
    plan, sections = form
    submissions = [file.submission for file in files if file.submission is not None]
    dataset = build_dataset(plan, sections, submissions, year=year)
    outcomes = evaluate_rules(dataset)
    findings = run_checks(dataset, outcomes)
    return VersionSummary(
        plan=plan,
        sections=sections,
        dataset=dataset,
        files=tuple(files),
        findings=tuple(findings),
        outcomes=outcomes,
        counted=counted_answers(dataset, _not_counted(findings)),
        completeness=tuple(float(share) for share in completeness(dataset)),
    )


def _not_counted(findings: Sequence[Finding]) -> dict[str, list[int]]:
    wrong: dict[str, list[int]] = defaultdict(list)
    for finding in findings:
        if not finding.counts:
            for item in (finding.item, *finding.others):
                wrong[item].append(finding.submission)
    return wrong
