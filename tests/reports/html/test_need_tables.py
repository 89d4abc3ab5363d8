"""Needs on the page: the groups, who says so and where, and what is folded up."""

from __future__ import annotations

from tests.reports.html.read_page import part, read_page
from tests.reports.made_up import form_of, made_up_units, returned, submission, summary_of
from tests.reports.test_summary_needs import ANSWERS, FORM
from xlforms.reports.html.need_tables import FIRST_ROWS, NeedPlace, NeedRow, NeedTable, need_tables
from xlforms.reports.html.page import print_page


def test_need_tables() -> None:
    """A theme with its groups; a school that worded it otherwise is quoted."""
    parts = form_of(FORM)
    received = [returned(submission(parts, unit, entered)) for unit, entered in ANSWERS.items()]
    first, second = need_tables(summary_of(received, made_up_units(4, 2), form=parts))
    assert NeedTable(
        "Необходима помощь",
        "Написали 3 из 3 школ",
        (
            NeedRow("Автобус", 3, False, (
                NeedPlace(0, "Район 1", 2, "Школа № 1 (001), Школа № 2 (002): «Автобусы»"),
                NeedPlace(1, "Район 2", 1, "Школа № 3 (003)"),
            )),
            NeedRow("нет, не требуется", 1, True, (NeedPlace(0, "Район 1", 1, "Школа № 1 (001): «нет»"),)),
        ),
        (),
    ) == first  # fmt: skip
    assert ("Внутренние факторы", ["=1+1"]) == (second.title, [row.text for row in second.first])


def test_rows_folded_up() -> None:
    """Behind the first rows the others are folded up; nothing is lost and markup of schools stays text."""
    parts = form_of(FORM)
    units = made_up_units(FIRST_ROWS + 3, 1)
    received = [
        returned(submission(parts, unit.unit, {"factors.1.help": f"<b>нужда {unit.unit}</b>"})) for unit in units
    ]
    page = part(read_page(print_page(summary_of(received, units, form=parts))), "needs")
    tables = page.all("table")
    texts = [[row.all("th")[0].text for row in table.all("tr")[1:]] for table in tables]
    assert [FIRST_ROWS, 3] == [len(rows) for rows in texts]
    assert [f"<b>нужда {unit.unit}</b>" for unit in units] == [text for rows in texts for text in rows]
