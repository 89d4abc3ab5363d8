"""The table of versions in the overview."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from tests.reports.made_up import SMALL_FORM, form_of, made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.consolidate import consolidate
from xlforms.reports.summary_versions import version_rows
from xlforms.reports.summary_workbook import write_summary


def test_one_version() -> None:
    """There is nothing to tell of a form that came in one version."""
    assert [] == version_rows(summary_of([returned(submission(small_form(), "001", {}))], made_up_units(2, 1)))


def test_two_versions() -> None:
    """Each version with how many count, the newest first; the overview prints them."""
    newer = form_of(SMALL_FORM.replace('version: "1"', 'version: "2"'))
    files = [returned(submission(small_form(), f"00{number}", {"staff.russian.total": number})) for number in (1, 2, 3)]
    files.append(returned(submission(newer, "004", {"staff.russian.total": 4})))
    forms = {("small", "1"): small_form(), ("small", "2"): newer}
    summary = consolidate(files, forms, ["small"], units=made_up_units(4, 2), collection=None, as_of=None)
    expected = [("Малая анкета, версия 2", 1, 0.25), ("Малая анкета, версия 1", 3, 0.75)]
    assert expected == version_rows(summary)
    sums = [total for total in summary.forms[0].totals if total[1:4] == ("staff.russian.total", "", "sum")]
    assert [10] == [total[4] for total in sums]
    book = BytesIO()
    write_summary(summary, book)
    cells = [cell for row in openpyxl.load_workbook(book)["Обзор"].iter_rows(values_only=True) for cell in row]
    places = [cells.index(words) for words, _, _ in expected]
    assert [[1, 0.25], [3, 0.75]] == [
        [value for value in cells[place + 1 : place + 10] if value is not None] for place in places
    ]
