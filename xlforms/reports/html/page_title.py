"""What the page is called and what stands under its title."""

from __future__ import annotations

from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import form_titles
from xlforms.workbook.slots import long_date


def page_title(summary: Summary) -> str:
    """The title of the round, else that of the only form."""
    titles = list(form_titles(summary).values())
    if summary.collection is not None:
        return summary.collection.title
    return titles[0] if len(titles) == 1 and titles[0] else say("overview-title")


def page_facts(summary: Summary) -> list[str]:
    """Forms, period, deadline and the day that the page speaks of."""
    collection, title = summary.collection, page_title(summary)
    facts = []
    about = [form for form in form_titles(summary).values() if form and form != title]
    if about:
        facts.append(say("overview-forms", forms="; ".join(about)))
    if collection is not None and collection.period:
        facts.append(say("report-period", period=collection.period))
    if collection is not None and collection.deadline is not None:
        facts.append(say("report-deadline", day=long_date(collection.deadline)))
    if summary.as_of is not None:
        facts.append(say("report-as-of", day=long_date(summary.as_of)))
    return facts
