"""Findings on locked texts that came back changed."""

from __future__ import annotations

import pytest

from tests.intake.returned import changed, raw_workbook, read, text, with_cell
from tests.workbook.roadmap_form import roadmap_form, roadmap_plan, sheet_named
from xlforms.checks.finding import Finding
from xlforms.checks.printed import check_printed
from xlforms.dataset.dataset import build_dataset
from xlforms.intake.raw import RawCell
from xlforms.layout.place import cell_name

ANSWERS: dict[str, object] = {"aims.trained.target_1": 0.5, "aims.trained.fact_1": 0.4, "aims.poor.target_1": 2}


def _place(sheet: str, row: str) -> tuple[int, int]:
    return next((cell.row, cell.column) for cell in sheet_named(sheet).printed if cell.row_key == row)


def _findings(sheet: str, row: str, content: RawCell | None, answers: dict[str, object] = ANSWERS) -> list[Finding]:
    """What is found after the first printed text of a row was changed."""
    raw = changed(raw_workbook(answers, of=roadmap_plan()), sheet, with_cell(*_place(sheet, row), content))
    submission = read(raw, roadmap_plan())
    return list(check_printed(build_dataset(roadmap_plan(), roadmap_form().sections, [submission])))


def test_moved_deadline() -> None:
    """A soft finding beside the measure that names both texts."""
    (finding,) = _findings("План", "plan.m1", text("май 2022"))
    assert ("printed-text", "soft", "plan.m1.status", True, ()) == (
        finding.rule, finding.severity, finding.item, finding.counts, finding.others,
    )  # fmt: skip
    assert (
        f"Лист «План», «1.1. Провести семинар» / «Срок», ячейка {cell_name(*_place('План', 'plan.m1'))}: в форме "
        "напечатано «15.10.2020», а теперь здесь «май 2022». Печатный текст не меняют: верните его."
    ) == finding.message()


@pytest.mark.parametrize(
    ("row", "content", "code"),
    [
        ("plan.m1", None, "printed-erased"),
        ("plan.m1", text("май"), "printed-changed"),
    ],
)
def test_words(row: str, content: RawCell | None, code: str) -> None:
    """Erased is told otherwise than changed."""
    assert [code] == [finding.code for finding in _findings("План", row, content)]


def test_overwritten_unit_of_measure() -> None:
    """A hard finding, and the numbers of the row count no more."""
    (finding,) = _findings("Показатели", "aims.trained", text("16"))
    assert ("printed-text", "hard", "aims.trained.target_1", False, ("aims.trained.fact_1",)) == (
        finding.rule, finding.severity, finding.item, finding.counts, finding.others,
    )  # fmt: skip
    assert finding.message().endswith(
        "единица измерения «%» заменена на «16», поэтому числа этой строки не учтены. "
        "Верните единицу и введите числа в ней."
    )


def test_erased_unit_of_a_blank_row() -> None:
    """Without numbers in the row nothing is left out."""
    (finding,) = _findings("Показатели", "aims.poor", None, {"aims.trained.fact_1": 0.4})
    assert ("printed-unit-erased", "hard", "aims.poor.target_1", True) == (
        finding.code, finding.severity, finding.item, finding.counts,
    )  # fmt: skip


def test_long_texts_are_shown_where_they_differ() -> None:
    """A whole paragraph would hide the one word that was changed."""
    (finding,) = _findings("План", "plan.m1", text("слово " * 100))
    assert {"before": "15.10.2020", "now": ("слово " * 100)[:80] + " …"} == finding.parameters
