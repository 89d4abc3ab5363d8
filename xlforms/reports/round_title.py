"""What a round is called, and the facts that stand under its title in every report."""

from __future__ import annotations

from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import form_titles
from xlforms.workbook.slots import long_date


def round_title(summary: Summary) -> str:
    """The title of the round, else that of the only form."""
    if summary.collection is not None:
        return summary.collection.title
    titles = list(form_titles(summary).values())
    return titles[0] if len(titles) == 1 and titles[0] else say("overview-title")


def round_forms(summary: Summary) -> str:
    """Which forms it is about; empty when the title says so."""
    about = [form for form in form_titles(summary).values() if form and form != round_title(summary)]
    return say("overview-forms", count=len(about), forms="; ".join(about)) if about else ""


def round_facts(summary: Summary) -> list[str]:
    """Its period, its deadline and the day that the report speaks of, as far as they are known."""
    collection, facts = summary.collection, list[str]()
    if collection is not None and collection.period:
        facts.append(say("report-period", period=collection.period))
    if collection is not None and collection.deadline is not None:
        facts.append(say("report-deadline", day=long_date(collection.deadline)))
    if summary.as_of is not None:
        facts.append(say("report-as-of", day=long_date(summary.as_of)))
    return facts
