"""The table «Версии форм» of the overview: how many units answered on which version, where there is more than one."""

from __future__ import annotations

from xlforms.consolidation.summary import Summary
from xlforms.messages import say


def version_rows(summary: Summary) -> list[tuple[str, int, float]]:
    """A form and version in words, how many of its submissions count, and their share of the form, the newest version
    first; only of forms that came in several versions."""
    rows = []
    for form in summary.forms:
        total = sum(len(version.files) for version in form.versions)
        for version in form.versions if len(form.versions) > 1 else ():
            count = len(version.files)
            words = say("version-line", title=version.plan.title, version=version.plan.version)
            rows.append((words, count, count / total))
    return rows
