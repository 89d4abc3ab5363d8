"""What an officer should do next, in a few lines made of the data."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.consolidation.progress import FormProgress
from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import answered_units, coverage_by_form, total_coverage
from xlforms.workbook.slots import long_date


@dataclass(frozen=True, slots=True)
class Step:
    """One line, and the sheet where the work lies (a code of its name, empty for none)."""

    text: str
    sheet: str


def next_steps(summary: Summary) -> list[Step]:
    """Whom to call, what to return for correction, what is late in each roadmap, what the totals can be used for."""
    return [_call(summary), _correct(summary), *map(_ask_about_overdue, summary.progress), _use(summary)]


def overdue_code(form: str) -> str:
    """The code of the sheet of what is overdue in a roadmap."""
    return f"sheet-overdue {form}"


def _call(summary: Summary) -> Step:
    silent = len({missing.unit.unit for missing in summary.missing})
    rejected = sum(file.status == "rejected" for file in summary.received)
    if silent and rejected:
        return Step(say("step-call-and-rejected", units=silent, files=rejected), "sheet-missing")
    if silent:
        return Step(say("step-call", units=silent), "sheet-missing")
    if rejected:
        return Step(say("step-rejected", files=rejected), "sheet-missing")
    return Step(say("step-nobody-to-call" if summary.registered else "step-no-register"), "")


def _correct(summary: Summary) -> Step:
    answered = [entry for form in summary.forms for entry in answered_units(form).values()]
    errors, questions = sum(entry.hard for entry in answered), sum(entry.open for entry in answered)
    units = len({entry.file.unit for entry in answered if entry.hard or entry.open})
    if errors and questions:
        return Step(say("step-correct-and-ask", units=units, findings=errors, questions=questions), "sheet-findings")
    if errors:
        return Step(say("step-correct", units=units, findings=errors), "sheet-findings")
    if questions:
        return Step(say("step-ask", units=units, findings=questions), "sheet-findings")
    explained = sum(entry.explained for entry in answered)
    if explained:
        return Step(say("step-read-explanations", findings=explained), "sheet-findings")
    return Step(say("step-nothing-to-correct" if answered else "step-nothing-came"), "")


def _ask_about_overdue(progress: FormProgress) -> Step:
    counts, day = progress.overdue_counts(), long_date(progress.as_of)
    measures, units = int(counts.sum()), int((counts > 0).sum())
    if not measures:
        return Step(say("step-nothing-overdue", form=progress.code, day=day), "")
    text = say("step-overdue", form=progress.code, day=day, measures=measures, units=units)
    return Step(text, overdue_code(progress.form))


def _use(summary: Summary) -> Step:
    total = total_coverage(coverage_by_form(summary))
    if not total.accepted:
        return Step(say("step-no-totals"), "")
    left_out = sum(not finding.counts for form in summary.forms for v in form.versions for finding in v.findings)
    share = f"{total.share * 100:.0f}"
    first = say("step-use-all", forms=total.accepted) if total.missing == 0 else say(
        "step-use-part", forms=total.accepted, expected=total.expected, share=share
    )  # fmt: skip
    return Step(first + (" " + say("step-left-out", answers=left_out) if left_out else ""), "")
