"""Counters of the title sheet: what they show and what they count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.workbook.forms import FILLED, SCHOOL, bytes_of, opened, plan_of
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan

CONTACT: dict[str, object] = {"contact.person": "А", "contact.position": "Б", "contact.date": date(2025, 10, 15)}


def _counts(plan: Plan, content: bytes, *, values: bool) -> dict[tuple[str, str], object]:
    sheet = opened(content, values=values)["Титул"]
    return {
        (count.section, count.count): sheet[cell_name(count.row, count.column)].value for count in plan.sheets[0].counts
    }


def test_stored_values_of_a_blank_form(tmp_path: Path) -> None:
    """Programs show stored values on opening: in a blank form nothing is done."""
    plan = plan_of(tmp_path)
    expected = {
        ("title", "answered"): 0,
        ("title", "required_asked"): 6,
        ("title", "required_answered"): 0,
        ("title", "share"): 0,
        ("one", "answered"): 0,
        ("one", "required_asked"): 1,
        ("one", "required_answered"): 0,
        ("one", "share"): 0,
        ("", "answered"): 0,
        ("", "required_asked"): 7,
        ("", "required_answered"): 0,
        ("", "share"): 0,
        ("", "errors"): 0,
        ("", "state"): "Форма не готова к отправке. Не заполнено обязательных ячеек: 7.",
    }
    assert expected == _counts(plan, bytes_of(plan), values=True)


def test_addressed_form_counts_its_identity(tmp_path: Path) -> None:
    """The three answers that the ministry gave are answers, as COUNTA sees them too."""
    plan = plan_of(tmp_path)
    counts = _counts(plan, bytes_of(plan, SCHOOL, values=FILLED), values=True)
    assert (3, 3, 0.5) == tuple(counts["title", count] for count in ("answered", "required_answered", "share"))
    assert (3, 1, 1) == tuple(counts["one", count] for count in ("answered", "required_answered", "share"))
    assert "Форма не готова к отправке. Не заполнено обязательных ячеек: 3." == counts["", "state"]


def test_state_of_a_complete_form(tmp_path: Path) -> None:
    """When every required cell is filled in the form says so."""
    plan = plan_of(tmp_path)
    counts = _counts(plan, bytes_of(plan, SCHOOL, values=FILLED | CONTACT), values=True)
    assert "Форма готова к отправке." == counts["", "state"]


def test_what_is_no_number_is_an_error(tmp_path: Path) -> None:
    """Also in a form without rules: a complete form with a date that is text is not ready."""
    plan = plan_of(tmp_path)
    counts = _counts(plan, bytes_of(plan, SCHOOL, values=FILLED | CONTACT | {"contact.date": "вчера"}), values=True)
    assert (1, "Форма не готова к отправке. Ошибок: 1.") == (counts["", "errors"], counts["", "state"])


def test_empty_form_is_not_ready(tmp_path: Path) -> None:
    """Where nothing is required, the title sheet alone is not an answer; any answer is enough."""
    plan = plan_of(tmp_path, "- card: one\n  fields: [{field: a, title: ответ, type: text}]\n")
    told = [
        _counts(plan, bytes_of(plan, SCHOOL, values=values), values=True)["", "state"]
        for values in ({}, CONTACT, CONTACT | {"one.a": "да"})
    ]
    assert [
        "Форма не готова к отправке. Не заполнено обязательных ячеек: 3.",
        "Форма не готова к отправке. Нет ни одного ответа.",
        "Форма готова к отправке.",
    ] == told


def test_formulas_count_answer_cells_only(tmp_path: Path) -> None:
    """Closed cells hold X, computed cells a formula: neither is counted; totals add the lines above."""
    plan = plan_of(tmp_path)
    formulas = _counts(plan, bytes_of(plan), values=False)
    assert "=COUNTA('Лист'!$D$7:$G$18,'Лист'!$D$24:$E$25,'Лист'!$G$24)" == formulas["one", "answered"]
    assert "=COUNTA('Лист'!$D$7:$G$7)" == formulas["one", "required_answered"]
    places = {(count.section, count.count): cell_name(count.row, count.column) for count in plan.sheets[0].counts}
    first, second = places["title", "answered"], places["one", "answered"]
    assert f"=SUM(${first[0]}${first[1:]}:${second[0]}${second[1:]})" == formulas["", "answered"]


def test_no_function_takes_more_than_xls_can_hold(tmp_path: Path) -> None:
    """Scattered answers need many ranges; .xls takes 30 arguments in a function."""
    rows = "\n".join(f"    - {{row: r{n}, title: строка {n}, skip: [{'a' if n % 2 else 'b'}]}}" for n in range(70))
    table = "- table: chess\n  columns:\n    - {column: a, title: а, type: integer}\n"
    table += f"    - {{column: b, title: б, type: integer}}\n  rows:\n{rows}\n"
    plan = plan_of(tmp_path, table)
    formula = str(_counts(plan, bytes_of(plan), values=False)["one", "answered"])
    assert [28, 28, 14] == [part.count(",") + 1 for part in formula.split("+")]


def test_section_without_required_answers_has_no_share(tmp_path: Path) -> None:
    """A dash, not a division by zero."""
    plan = plan_of(tmp_path, "- card: one\n  fields: [{field: a, title: ответ, type: text}]\n")
    content = bytes_of(plan)
    assert "–" == _counts(plan, content, values=True)["one", "share"]
    assert "=0" == _counts(plan, content, values=False)["one", "required_answered"]
