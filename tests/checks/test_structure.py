"""Notes of the reader as findings."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.reports.made_up import small_form, submission
from xlforms.catalogue.structure import MESSAGES
from xlforms.checks.structure import check_structure
from xlforms.dataset.dataset import build_dataset
from xlforms.intake.submission import StructureNote


@pytest.mark.parametrize(("hard", "severity"), [(True, "hard"), (False, "soft")])
def test_note(hard: bool, severity: str) -> None:
    """A note is hard when answers were lost; it belongs to no item and stands where the reader saw it."""
    note = StructureNote("row-missing", hard, "Кадры", "C7", {"label": "музыки"})
    (finding,) = check_structure(
        build_dataset(*small_form(), [replace(submission(small_form(), "1", {}), notes=[note])])
    )
    assert ("", "Кадры", "C7", "form", severity, True) == (
        finding.item, finding.sheet, finding.cell, finding.rule, finding.severity, finding.counts,
    )  # fmt: skip
    assert "Лист «Кадры», ячейка C7: строки «музыки» в файле нет, ответы в ней не учтены." == finding.message()


def test_note_without_a_place() -> None:
    """A sentence that begins without a place begins with a capital letter."""
    note = StructureNote("unit-respelt", False, "", "", {"written": "7", "unit": "007"})
    (finding,) = check_structure(
        build_dataset(*small_form(), [replace(submission(small_form(), "1", {}), notes=[note])])
    )
    assert "Код организации «7» прочитан как 007 из реестра." == finding.message()


@pytest.mark.parametrize("code", MESSAGES)
def test_every_note_can_be_said(code: str) -> None:
    """Whatever the reader notes has its words, in both languages, with the same parameters."""
    russian, english = MESSAGES[code]
    assert set(re.findall(r"\{(\w+)", russian)) == set(re.findall(r"\{(\w+)", english))
