"""Findings by columns."""

from __future__ import annotations

from typing import Any

from tests.reports.explained import crowd_summary
from tests.reports.html.read_page import data_of, page_of
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.summary import Summary
from xlforms.reports.csv_files import finding_rows
from xlforms.reports.html.finding_columns import BLANK, COUNTED, LEFT_OUT


def _findings(summary: Summary) -> list[dict[str, Any]]:
    """The findings of a page, one by one, their texts looked up."""
    found = data_of(page_of(summary))["findings"]
    texts = found.pop("texts")
    rows = [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
    worded = ("what", "sheet", "place", "text", "explanation", "rule")
    return [row | {name: texts[row[name]] for name in worded} for row in rows]


def test_explained() -> None:
    """A question with its title, place and sentence; what the school says stands apart."""
    (found,) = _findings(crowd_summary({"first.pupils": 50, "first.girls": 20}, explanations=["crowd_first"]))
    assert {
        "form": 0, "sent": 0, "hard": 0, "what": "Переполненные классы", "sheet": "Классы",
        "explanation": "ремонт второго здания", "counted": COUNTED, "rule": "crowd",
    }.items() <= found.items()  # fmt: skip
    assert "В классах «первые» по 50 учеников." in found["text"]
    assert "ремонт" not in found["text"]


def test_what_became_of_answers() -> None:
    """An answer that is missing, one that is left out."""
    summary = summary_of([returned(submission(small_form(), "001", {"staff.russian.total": 999}))], made_up_units(1, 1))
    became = {(row["place"], row["counted"]) for row in _findings(summary)}
    assert {("русского языка / количество", LEFT_OUT), ("математики / количество", BLANK)} <= became


def test_all_of_them() -> None:
    """The page has every finding of findings.csv, in the order of the register."""
    files = [returned(submission(small_form(), unit, {"building.built": 99})) for unit in ("003", "001", "002")]
    summary = summary_of(files, made_up_units(3, 1))
    expected = sorted((str(row[0]), str(row[6]), str(row[8])) for row in finding_rows(summary))
    data = data_of(page_of(summary))
    units = [data["units"]["code"][data["forms"][0]["sent"]["unit"][sent]] for sent in data["findings"]["sent"]]
    assert units == sorted(units)
    found = [(unit, row["cell"], row["rule"]) for unit, row in zip(units, _findings(summary), strict=True)]
    assert expected == sorted(found)
