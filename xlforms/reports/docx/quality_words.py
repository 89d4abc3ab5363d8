"""Can the answers be trusted: findings, answers that were left out, and what follows for the totals."""

from __future__ import annotations

from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import answered_units
from xlforms.reports.docx.facts import NoteFacts
from xlforms.reports.docx.note_parts import Paragraph
from xlforms.reports.frequent_findings import frequent_findings


def quality_paragraph(facts: NoteFacts) -> Paragraph | None:
    """What was found in the forms that count; None when none came."""
    summary = facts.summary
    answered = [entry for form in summary.forms for entry in answered_units(form).values()]
    if not answered:
        return None
    hard, doubtful = [entry.hard for entry in answered], [entry.open for entry in answered]
    sentences = []
    for code, numbers in (("errors", hard), ("questions", doubtful)):
        if any(numbers):
            forms = sum(number > 0 for number in numbers)
            sentences.append(say(f"note-{code}", forms=forms, all=len(answered), findings=sum(numbers)))
        else:
            sentences.append(say(f"note-no-{code}", all=len(answered)))
    explained = sum(entry.explained for entry in answered)
    if explained:
        sentences.append(say("note-explained", findings=explained))
    sentences.append(_most_frequent(summary))
    sentences.append(_consequence(facts, any(hard)))
    return Paragraph(" ".join(filter(None, sentences)), lead=say("note-trust"))


def _most_frequent(summary: Summary) -> str:
    """What most forms have got wrong, when more than one has."""
    found = next(iter(frequent_findings(summary, 1)), None)
    return say("note-frequent", what=found.what, forms=found.units) if found is not None and found.units > 1 else ""


def _consequence(facts: NoteFacts, wrong: bool) -> str:
    """Whether the sums are whole: an error that leaves no answer out may still be an answer that nobody gave."""
    left_out = sum(not finding.counts for form in facts.summary.forms for v in form.versions for finding in v.findings)
    missing = facts.total.missing
    if left_out:
        return say("note-incomplete-both" if missing else "note-incomplete-answers", answers=left_out)
    if missing:
        return say("note-preliminary-both" if wrong else "note-incomplete-units")
    if wrong:
        return say("note-preliminary")
    return say("note-complete" if facts.summary.registered else "note-counted")
