"""Findings in words."""

from __future__ import annotations

from xlforms.checks.finding import Finding


def test_place_and_message() -> None:
    """The place goes from the sheet to the cell; line breaks of captions are spaces."""
    finding = Finding(
        0, "a.b", "Кадры", "D12", "required", "hard", "answer-required", ("до 1\nгода", "всего"), {"help": ""}
    )
    assert "Лист «Кадры», «до 1 года» / «всего», ячейка D12" == finding.place()
    assert f"{finding.place()}: нет ответа, а он обязателен." == finding.message()
    assert "Sheet «Кадры», «до 1 года» / «всего», cell D12: there is no answer, but one is required." == (
        finding.message("en")
    )
