"""The roadmaps of a round: which units have to report on which measures and indicators, and what they reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xlforms.consolidation.indicator_results import FormIndicators, form_indicators
from xlforms.consolidation.progress import FormProgress, form_progress
from xlforms.consolidation.summary import FormSummary, Missing
from xlforms.consolidation.unit_answers import VersionAnswers
from xlforms.definitions.units import Unit
from xlforms.layout.form_library import FormParts


def summarize_roadmaps(
    forms: Mapping[tuple[str, str], FormParts],
    summaries: Sequence[FormSummary],
    missing: Sequence[Missing],
    units: Sequence[Unit],
    as_of: date,
) -> tuple[tuple[FormProgress, ...], tuple[FormIndicators, ...]]:
    """Progress and indicators of every form with measures or indicators that came or is expected.

    A unit has to report on a form when it returned it or is missing; the newest version known says what is asked.
    """
    came = {summary.form: summary for summary in summaries}
    expected = {(absent.unit.unit, absent.form) for absent in missing}
    newest = {form: plan for (form, _), (plan, _) in forms.items()}  # versions stand in their order: the last one stays
    progress, indicators = [], []
    for form, plan in newest.items():
        versions = _answers(came.get(form))
        answered = {unit for part in versions for unit in part.units}
        asked = [unit for unit in units if unit.unit in answered or (unit.unit, form) in expected]
        if asked and plan.measures:
            progress.append(form_progress(form, plan.code, plan.title, plan.measures, versions, asked, as_of))
        if asked and plan.indicators:
            indicators.append(form_indicators(form, plan.code, plan.title, plan.indicators, versions, asked))
    return tuple(progress), tuple(indicators)


def _answers(form: FormSummary | None) -> list[VersionAnswers]:
    return [
        VersionAnswers(version.dataset, version.counted, tuple(file.unit for file in version.files))
        for version in (form.versions if form is not None else ())
    ]
