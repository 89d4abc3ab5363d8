"""The submissions of a form by columns: whose, when, in which file, how complete, with how many findings."""

from __future__ import annotations

from collections.abc import Mapping

from xlforms.consolidation.summary import FormSummary
from xlforms.reports.coverage import answered_units


def sent_columns(form: FormSummary, order: Mapping[str, int]) -> dict[str, object]:
    """One entry for each submission, version by version; `unit` is the number of the unit in `order`."""
    answered = answered_units(form)
    files = [(number, file) for number, version in enumerate(form.versions) for file in version.files]
    entries = [answered[file.unit] for _, file in files]
    return {
        "unit": [order[file.unit] for _, file in files],
        "version": [number for number, _ in files],
        "file": [file.name for _, file in files],
        "received": [file.received_at[:10] for _, file in files],
        "filled": [round(share, 4) for version in form.versions for share in version.completeness],
        "hard": [entry.hard for entry in entries],
        "soft": [entry.soft for entry in entries],
        "explained": [entry.explained for entry in entries],
    }
