"""Key figures of units, municipalities and the region: what they mean, with numbers worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.made_up import FormParts, form_of, made_up_units, returned, submission, summary_of
from xlforms.checks.rule_outcomes import contradicted_answers, evaluate_rules
from xlforms.consolidation.column_statistics import Number
from xlforms.consolidation.counted import counted_answers
from xlforms.consolidation.figure_results import FigureResult, FigureValue
from xlforms.consolidation.key_figures import compute_key_figures
from xlforms.consolidation.totals import REGION
from xlforms.dataset.dataset import build_dataset
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

_FIELDS = """
          - {field: pupils, title: учеников, type: integer}
          - {field: teachers, title: учителей, type: integer}
          - {field: young, title: молодых, type: integer}
          - {field: area, title: площадь, type: decimal}
          - {field: spare, title: запасных, type: integer, blank: zero}
          - {field: built, title: год, type: year}
          - {field: opened, title: открыта, type: date}
          - {field: wear, title: износ, type: percent}
          - {field: years, title: стаж, type: integer, summed: false}
          - {field: canteen, title: столовая, type: yes_no}
          - {field: note, title: заметка, type: text}
          - {field: staff, title: всего, type: integer, computed: teachers + young}
          - {field: ratio, title: на учителя, type: decimal, computed: pupils / teachers}
          - {field: large, title: большая, type: yes_no, computed: pupils > 100}
"""
_WRONG = InvalidAnswer("not-a-number", "нет")


def _form(expressions: Mapping[str, str], fields: str = _FIELDS, version: str = "1", rules: str = "") -> FormParts:
    head = f"form: f\nversion: '{version}'\ntitle: Ф\ncode: Ф\nsections:\n"
    block = "  - section: t\n    title: Раздел\n    sheet: Лист\n    blocks:\n      - card: d\n        fields:\n"
    figures = "".join(
        f"  - {{key_figure: {name}, label: {name}, expression: '{text}'}}\n" for name, text in expressions.items()
    )
    return form_of(f"{head}{block}{fields.strip(chr(10))}\nkey_figures:\n{figures}{rules}")


def _figure(
    expression: str, *rows: Mapping[str, Value | InvalidAnswer], groups: Mapping[str, list[bool]] | None = None
) -> FigureResult:
    """One figure over units «0», «1»… with these answers; what is invalid could not be read."""
    form = _form({"figure": expression})
    submissions = [
        submission(
            form,
            str(number),
            {f"d.{name}": value for name, value in row.items() if not isinstance(value, InvalidAnswer)},
            invalid={f"d.{name}": value for name, value in row.items() if isinstance(value, InvalidAnswer)},
        )
        for number, row in enumerate(rows)
    ]
    dataset = build_dataset(*form, submissions)
    everybody = {REGION: [np.ones(len(rows), dtype=bool)]}
    masks = everybody | {name: [np.array(mask, dtype=bool)] for name, mask in (groups or {}).items()}
    units = [[str(number) for number in range(len(rows))]]
    (result,) = compute_key_figures([dataset], units, masks, [counted_answers(dataset, {})])
    return result


def test_contradictions_are_told() -> None:
    """A unit whose answers under a figure fail a hard rule counts and is called doubtful; other figures are not."""
    figures = {"share": "d.young / d.pupils", "pupils": "d.pupils", "teachers": "d.teachers", "many": "d.young > 3"}
    rules = (
        "rules:\n  - {rule: young, kind: share, part: d.young, whole: d.teachers, message: много, advice: Проверьте.}\n"
    )
    plan, sections = form = _form(figures, rules=rules)
    rows = [{"d.pupils": 10, "d.young": 9, "d.teachers": 5}, {"d.pupils": 30, "d.young": 3, "d.teachers": 5}]
    dataset = build_dataset(plan, sections, [submission(form, str(number), row) for number, row in enumerate(rows)])
    results = compute_key_figures(
        [dataset],
        [["0", "1"]],
        {REGION: [np.array([True, True])], "М": [np.array([False, True])]},
        [counted_answers(dataset, {})],
        [contradicted_answers(evaluate_rules(dataset))],
    )
    assert {
        "share": {REGION: FigureValue(0.3, 2, 1), "М": FigureValue(0.1, 1, 0)},
        "pupils": {REGION: FigureValue(40, 2, 0), "М": FigureValue(30, 1, 0)},
        "teachers": {REGION: FigureValue(10, 2, 1), "М": FigureValue(5, 1, 0)},
        "many": {REGION: FigureValue(0.5, 2, 1), "М": FigureValue(0, 1, 0)},
    } == {result.figure.id: result.places for result in results}


@pytest.mark.parametrize(
    ("expression", "units", "region"),
    [
        # summed numbers: the expression over sums of those that gave everything
        ("d.pupils", {"0": 200, "1": 50, "3": 30}, (280, 3)),
        ("d.pupils / d.teachers", {"0": 20, "1": 10}, (Fraction(250, 15), 2)),  # neither 15, the mean, nor 280 / 15
        ("d.young / d.pupils", {"0": Fraction(1, 50), "1": Fraction(3, 50)}, (Fraction(7, 250), 2)),
        ("d.teachers + d.young", {"0": 14, "1": 8, "2": 7}, (29, 3)),
        ("sum(d.teachers, d.young)", {"0": 14, "1": 8, "2": 7}, (29, 3)),
        ("sum(d.pupils, d.young)", {"0": 204, "1": 53, "2": 5, "3": 30}, (292, 4)),  # blanks are skipped
        ("d.pupils - 2 * d.teachers", {"0": 180, "1": 40}, (220, 2)),
        ("d.teachers / d.pupils * 100", {"0": 5, "1": 10}, (6, 2)),
        ("d.area", {"0": 0.1, "1": 0.2}, (Decimal("0.3"), 2)),
        ("sum(d.area, d.area)", {"0": 0.2, "1": 0.4}, (Decimal("0.6"), 2)),
        ("round(d.pupils / d.teachers, 0)", {"0": 20, "1": 10}, (17, 2)),
        # a blank that is zero
        ("d.spare", {"0": 6, "1": 0, "2": 0, "3": 0}, (6, 4)),
        ("d.spare / d.teachers", {"0": Fraction(6, 10), "1": 0, "2": 0}, (Fraction(6, 17), 3)),
        # division by zero: no value of its own, but school 0 is in the sums
        ("d.pupils / (d.teachers - 10)", {"1": -10}, (50, 2)),
        ("d.pupils / (d.teachers - d.teachers)", {}, (None, 2)),
        ("if d.teachers - 10 = 0 then 1 / (d.teachers - 10) else d.teachers", {"1": 5, "2": 2}, (17, 3)),
        # computed items: sums are added up, what is no sum is computed from sums
        ("d.staff", {"0": 14, "1": 8, "2": 7}, (29, 3)),
        ("d.ratio", {"0": 20, "1": 10}, (Fraction(250, 15), 2)),
        ("d.ratio * 2", {"0": 40, "1": 20}, (Fraction(500, 15), 2)),
        ("sum(d.staff, d.pupils)", {"0": 214, "1": 58, "2": 7, "3": 30}, (309, 4)),
        # conditions: the share of units with a value
        ('d.canteen = "нет"', {"0": 1, "1": 0, "3": 1}, (Fraction(2, 3), 3)),
        ("d.pupils > 40", {"0": 1, "1": 1, "3": 0}, (Fraction(2, 3), 3)),
        ('d.large = "да"', {"0": 1, "1": 0, "3": 0}, (Fraction(1, 3), 3)),
        ("answered(d.note)", {"0": 0, "1": 1, "2": 1, "3": 0}, (Fraction(1, 2), 4)),
        ('d.canteen = "нет" and d.pupils > 40', {"0": 1, "1": 0, "3": 0}, (Fraction(1, 3), 3)),
        # what is not summed: the median
        ("d.built", {"0": 1950, "1": 1960, "2": 2000}, (1960, 3)),
        ("2020 - d.built", {"0": 70, "1": 60, "2": 20}, (60, 3)),
        ("d.wear", {"0": 0.5, "1": 0.25}, (0.375, 2)),
        ("d.years / d.teachers", {"0": 2, "1": 2}, (2, 2)),
        ("d.wear * d.pupils", {"0": 100, "1": 12.5}, (56.25, 2)),
        # counts and an `if` on a choice are settled in each unit and added up
        ("count(d.note, d.built)", {"0": 1, "1": 2, "2": 2, "3": 0}, (5, 4)),
        ("count(d.note) / d.pupils", {"0": 0, "1": Fraction(1, 50), "3": 0}, (Fraction(1, 280), 3)),
        ('(if d.canteen = "нет" then d.pupils else 0) / d.pupils', {"0": 1, "1": 0, "3": 1}, (Fraction(230, 280), 3)),
        ("if answered(d.note) then d.pupils else 0", {"0": 0, "1": 50, "3": 0}, (50, 3)),
        ('if d.canteen = "нет" then d.pupils', {"0": 200, "3": 30}, (230, 2)),
    ],
)  # fmt: skip
def test_semantics(
    expression: str, units: dict[str, Number | Fraction], region: tuple[Number | Fraction | None, int]
) -> None:
    """The value of each of four schools and of the region, and how many schools it covers."""
    result = _figure(
        expression,
        {"pupils": 200, "teachers": 10, "young": 4, "area": 0.1, "spare": 6, "built": 1950, "wear": 0.5, "years": 20,
         "canteen": "нет"},
        {"pupils": 50, "teachers": 5, "young": 3, "area": 0.2, "built": 1960, "wear": 0.25, "years": 10,
         "canteen": "да", "note": "да"},
        {"teachers": 2, "young": 5, "built": 2000, "note": "нет"},
        {"pupils": 30, "canteen": "нет"},
    )  # fmt: skip
    assert (units, {REGION: region}) == (
        {unit: _exact(value, units.get(unit)) for unit, value in result.units.items()},
        {name: (_exact(found.value, region[0]), found.n) for name, found in result.places.items()},
    )


def _exact(value: Number | None, expected: Number | Fraction | None) -> Number | Fraction | None:
    """A fraction as it was expected, where the value is the float64 nearest to it."""
    if isinstance(expected, Fraction) and value is not None and float(expected) == pytest.approx(float(value), 1e-15):
        return expected
    return value


def test_days_are_not_added_up() -> None:
    """The days between two dates have a middle."""
    with_dates = "d.opened - 2020-01-01"
    result = _figure(with_dates, {"opened": date(2020, 1, 3)}, {"opened": date(2020, 1, 9)}, {})
    assert ({"0": 2, "1": 8}, {REGION: FigureValue(5, 2)}) == (result.units, result.places)


def test_what_does_not_count_is_in_no_figure() -> None:
    """A unit whose answer could not be read gives no value, nor anything to sums, though the rest would make one."""
    rows: list[dict[str, Value | InvalidAnswer]] = [
        {"pupils": 20, "teachers": 2},
        {"pupils": 30, "teachers": _WRONG},
        {"pupils": _WRONG, "teachers": 5},
    ]
    found = {
        expression: _figure(expression, *rows)
        for expression in ("sum(d.pupils, d.teachers)", "d.pupils / d.teachers", "d.teachers", "count(d.teachers)",
                           "answered(d.pupils)", "d.staff", "d.large = \"нет\"")
    }  # fmt: skip
    assert {
        "sum(d.pupils, d.teachers)": ({"0": 22}, FigureValue(22, 1)),
        "d.pupils / d.teachers": ({"0": 10}, FigureValue(10, 1)),
        "d.teachers": ({"0": 2, "2": 5}, FigureValue(7, 2)),
        "count(d.teachers)": ({"0": 1, "2": 1}, FigureValue(2, 2)),
        "answered(d.pupils)": ({"0": 1, "1": 1}, FigureValue(1, 2)),
        "d.staff": ({}, FigureValue(None, 0)),
        'd.large = "нет"': ({"0": 1, "1": 1}, FigureValue(1, 2)),
    } == {expression: (result.units, result.places[REGION]) for expression, result in found.items()}


def test_municipalities() -> None:
    """Each is computed from its own units; one whose units gave nothing has no value."""
    result = _figure(
        "d.pupils / d.teachers",
        {"pupils": 100, "teachers": 10},
        {"pupils": 20, "teachers": 10},
        {"pupils": 40, "teachers": 10},
        {"pupils": 5},
        groups={"Первый": [True, True, False, False], "Второй": [False, False, True, False],
                "Третий": [False, False, False, True]},
    )  # fmt: skip
    assert {
        REGION: FigureValue(160 / 30, 3), "Первый": FigureValue(6, 2), "Второй": FigureValue(4, 1),
        "Третий": FigureValue(None, 0),
    } == result.places  # fmt: skip


def test_no_submission() -> None:
    """Nothing came of nothing: no value, and no error."""
    for expression in ("d.pupils", "d.pupils / d.teachers", "d.wear", "d.pupils > 5", "count(d.note)"):
        assert ({}, {REGION: FigureValue(None, 0)}) == (
            (result := _figure(expression)).units,
            result.places,
        )


def test_versions() -> None:
    """An older version gives values too where every name means the same there, and nothing where one does not."""
    figures = {"pupils": "d.pupils", "share": "d.young / d.pupils", "ratio": "d.ratio", "built": "d.built"}
    older = """
          - {field: pupils, title: учеников, type: integer}
          - {field: teachers, title: учителей, type: integer}
          - {field: built, title: год, type: integer}
          - {field: ratio, title: на учителя, type: decimal, computed: pupils / teachers * 2}
"""
    newest, old = _form(figures, version="2"), _form({"one": "d.teachers"}, older)
    answers: dict[str, Value] = {"d.pupils": 20, "d.teachers": 2, "d.built": 1950}
    datasets = [
        build_dataset(*newest, [submission(newest, "b", {**answers, "d.young": 1})]),
        build_dataset(*old, [submission(old, "a", answers)]),
    ]
    groups = {REGION: [np.ones(1, dtype=bool)] * 2, "М": [np.zeros(1, dtype=bool), np.ones(1, dtype=bool)]}
    results = compute_key_figures(
        datasets, [["b"], ["a"]], groups, [counted_answers(dataset, {}) for dataset in datasets]
    )
    assert {
        "pupils": ({"b": 20, "a": 20}, {REGION: FigureValue(40, 2), "М": FigureValue(20, 1)}),
        "share": ({"b": 0.05}, {REGION: FigureValue(0.05, 1), "М": FigureValue(None, 0)}),
        "ratio": ({"b": 10}, {REGION: FigureValue(10, 1), "М": FigureValue(None, 0)}),
        "built": ({"b": 1950}, {REGION: FigureValue(1950, 1), "М": FigureValue(None, 0)}),
    } == {result.figure.id: (result.units, result.places) for result in results}


_LAW_FORM = _form({"sum": "sum(d.pupils, d.teachers)", "share": "d.young / d.pupils", "none": 'd.canteen = "нет"'})
_UNITS = made_up_units(6, 3)
_SCHOOLS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "d.pupils": st.integers(-3, 1000) | st.just(0),  # what is below zero does not count
            "d.teachers": st.integers(0, 50),
            "d.young": st.integers(0, 9),
            "d.canteen": st.sampled_from(["да", "нет"]),
        },
    ),
    max_size=6,
)


def _figures(schools: list[dict[str, Value]], order: list[int]) -> dict[str, FigureResult]:
    files = [returned(submission(_LAW_FORM, f"{number + 1:03d}", schools[number])) for number in order]
    summary = summary_of(files, _UNITS, form=_LAW_FORM)
    return {result.figure.id: result for form in summary.forms for result in form.figures}


@settings(max_examples=40, deadline=None)
@given(_SCHOOLS, st.randoms(use_true_random=False))
def test_laws(schools: list[dict[str, Value]], random: Random) -> None:
    """A region is its municipalities, and these their units; a share is the sum of parts by the sum of wholes of the
    same units; a condition is how many of how many; the order of files changes nothing."""
    order = list(range(len(schools)))
    results = _figures(schools, order)
    random.shuffle(order)
    assert results == _figures(schools, order)
    if not results:
        return
    places = {unit.unit: unit.municipality for unit in _UNITS}
    added = results["sum"]
    for place, found in added.places.items():
        mine = [value for unit, value in added.units.items() if place in (REGION, places[unit])]
        assert (sum(mine) if mine else None, len(mine)) == (found.value, found.n)
    parts = [found for place, found in added.places.items() if place != REGION]
    assert (sum(found.value or 0 for found in parts), sum(found.n for found in parts)) == (
        added.places[REGION].value or 0, added.places[REGION].n,
    )  # fmt: skip
    both = [
        school for school in schools if {"d.young", "d.pupils"} <= school.keys() and _number(school["d.pupils"]) >= 0
    ]
    whole = sum(_number(school["d.pupils"]) for school in both)
    share = sum(_number(school["d.young"]) for school in both) / whole if whole else None
    assert FigureValue(share, len(both)) == results["share"].places[REGION]
    said = [school["d.canteen"] for school in schools if "d.canteen" in school]
    assert FigureValue(said.count("нет") / len(said) if said else None, len(said)) == results["none"].places[REGION]


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value
