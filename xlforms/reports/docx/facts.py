"""What a note asks of a summary again and again, counted once."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.consolidation.summary import Summary
from xlforms.reports.coverage import Coverage, coverage_by_form, coverage_by_municipality, form_titles, total_coverage
from xlforms.reports.timeliness import Timeliness, timeliness


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """A summary, who answered by form and by municipality (of those that have a name), the titles of forms, and how
    many came in time; None when the round has no last day.
    """

    summary: Summary
    by_form: dict[str, Coverage]
    by_municipality: dict[str, Coverage]
    titles: dict[str, str]
    times: Timeliness | None

    @property
    def total(self) -> Coverage:
        """All forms together."""
        return total_coverage(self.by_form)


def note_facts(summary: Summary) -> NoteFacts:
    """Counts them."""
    places = {name: part for name, part in coverage_by_municipality(summary).items() if name}
    times = timeliness(summary)
    total = Timeliness(
        sum(time.on_time for time in times.values()),
        sum(time.late for time in times.values()),
        sum(time.unknown for time in times.values()),
    ) if times else None  # fmt: skip
    return NoteFacts(summary, coverage_by_form(summary), places, form_titles(summary), total)
