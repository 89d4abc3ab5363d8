"""Totals of a form, over versions and municipalities."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from tests.reports.made_up import FormParts, form_of, submission
from xlforms.consolidation.counted import counted_answers
from xlforms.consolidation.totals import REGION, compute_totals
from xlforms.dataset.dataset import Dataset, build_dataset
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

_FIELDS = """
          - {field: pupils, title: учеников, type: integer}
          - {field: area, title: площадь, type: decimal}
          - {field: built, title: год, type: year}
          - {field: wear, title: износ, type: percent}
          - {field: gym, title: зал, type: choice, choices: [типовой, нет]}
          - {field: spare, title: запасных, type: integer, blank: zero}
          - {field: share, title: доля, type: percent, computed: young / pupils}
          - {field: young, title: младших, type: integer}
          - {field: secret, title: тайна, type: integer, personal: true}
"""


def _form(version: str, fields: str = _FIELDS) -> FormParts:
    head = f"form: f\nversion: '{version}'\ntitle: Ф\ncode: Ф\nsections:\n"
    section = "  - {section: s, title: Р, sheet: Л, blocks: [{card: c, fields: [{field: x, title: X, type: text}]}]}\n"
    block = "  - section: t\n    title: Раздел\n    sheet: Лист\n    blocks:\n      - card: d\n        fields:\n"
    return form_of(head + section + block + fields)


def _dataset(form: FormParts, *rows: dict[str, Value]) -> Dataset:
    answers = [{f"d.{name}": value for name, value in row.items()} for row in rows]
    return build_dataset(*form, [submission(form, str(number), row) for number, row in enumerate(answers)])


def _totals(
    datasets: list[Dataset], groups: dict[str, list[list[bool]]] | None = None
) -> dict[tuple[str, str], dict[str, object]]:
    """Statistics by item and municipality."""
    everybody = [np.ones(len(dataset), dtype=bool) for dataset in datasets]
    masks = {REGION: everybody} | {
        name: [np.array(rows, dtype=bool) for rows in parts] for name, parts in (groups or {}).items()
    }
    found: dict[tuple[str, str], dict[str, object]] = {}
    for total in compute_totals(datasets, masks, [counted_answers(dataset, {}) for dataset in datasets]):
        found.setdefault((total.item.removeprefix("d."), total.municipality), {})[total.statistic] = total.value
    return found


def test_numbers_that_are_not_added_up() -> None:
    """An item that says `summed: false` keeps every statistic but the sum."""
    form = _form("1", "          - {field: years, title: стаж, type: integer, summed: false}\n")
    totals = _totals([_dataset(form, {"years": 10}, {"years": 25}, {})])
    assert {"n": 2, "mean": 17.5, "median": 17.5, "min": 10, "max": 25} == totals["years", REGION]


def test_each_sort_of_item() -> None:
    """Counts are summed exactly, years and percents are not, choices are counted, personal items are left out."""
    totals = _totals(
        [
            _dataset(
                _form("1"),
                {
                    "pupils": 10,
                    "area": 0.1,
                    "built": 1970,
                    "wear": 0.5,
                    "gym": "нет",
                    "spare": 2,
                    "young": 5,
                    "secret": 1,
                },
                {"pupils": 30, "area": 0.2, "built": 1980, "wear": 0.25, "gym": "нет", "young": 5},
                {"pupils": 20, "gym": "типовой"},
            )
        ]
    )
    assert {
        ("pupils", ""): {"n": 3, "sum": 60, "mean": 20, "median": 20, "min": 10, "max": 30},
        ("area", ""): {"n": 2, "sum": Decimal("0.3"), "mean": 0.15, "median": 0.15, "min": 0.1, "max": 0.2},
        ("built", ""): {"n": 2, "median": 1975, "min": 1970, "max": 1980},
        ("wear", ""): {"n": 2, "mean": 0.375, "median": 0.375, "min": 0.25, "max": 0.5},
        ("gym", ""): {"n": 3, "count:типовой": 1, "count:нет": 2},
        ("spare", ""): {"n": 3, "sum": 2, "mean": 2 / 3, "median": 0, "min": 0, "max": 2},
        ("young", ""): {"n": 2, "sum": 10, "mean": 5, "median": 5, "min": 5, "max": 5},
        ("share", ""): {"n": 2, "computed": 0.25},  # 10 of 40: the third school did not say how many are young
    } == totals


def test_municipalities() -> None:
    """Each municipality has the totals of its own units; one without answers has none."""
    dataset = _dataset(_form("1"), {"pupils": 10}, {"pupils": 30}, {})
    groups = {"Первый": [[True, False, False]], "Второй": [[False, True, False]], "Третий": [[False, False, True]]}
    totals = _totals([dataset], groups)
    assert [40, 10, 30, None] == [totals["pupils", name]["sum"] for name in (REGION, *groups)]
    assert [2, 1, 1, 0] == [totals["pupils", name]["n"] for name in (REGION, *groups)]


def test_versions() -> None:
    """Items of one name are one item in all versions; the newest says what sort of item it is."""
    older = """
          - {field: pupils, title: учеников, type: integer}
          - {field: built, title: построено, type: text}
          - {field: gym, title: зал, type: choice, choices: [нет, старый]}
          - {field: left, title: ушло, type: integer}
"""
    totals = _totals(
        [
            _dataset(_form("2"), {"pupils": 10, "built": 1970, "gym": "нет", "young": 1}),
            _dataset(_form("1", older), {"pupils": 5, "built": "давно", "gym": "старый", "left": 2}),
        ]
    )
    assert {"n": 2, "sum": 15, "mean": 7.5, "median": 7.5, "min": 5, "max": 10} == totals["pupils", ""]
    assert {"n": 1, "median": 1970, "min": 1970, "max": 1970} == totals["built", ""]
    assert {"n": 2, "count:типовой": 0, "count:нет": 1, "count:старый": 1} == totals["gym", ""]
    assert 2 == totals["left", ""]["sum"]
    assert {"n": 1, "computed": 0.1} == totals["share", ""]


def test_computed_item_of_versions_that_agree() -> None:
    """A share is taken over the units of all versions that compute it alike, and of no others."""
    other = _FIELDS.replace("young / pupils", "young * 2 / pupils")
    answers: dict[str, Value] = {"pupils": 10, "young": 5}
    newest, same, different = (_dataset(_form(*parts), answers) for parts in (("3",), ("2",), ("1", other)))
    assert {"n": 2, "computed": 0.5} == _totals([newest, same, different])["share", ""]


def test_what_does_not_count() -> None:
    """A finding takes an answer out, and with it what is computed of it, at any depth."""
    fields = _FIELDS + "          - {field: twice, title: вдвое, type: percent, computed: share * 2}\n"
    form = _form("1", fields)
    rows = [
        submission(form, "1", {"d.pupils": 10, "d.young": 5}),
        submission(form, "2", {"d.pupils": 10, "d.young": 900}),
        submission(form, "3", {"d.pupils": 10}, invalid={"d.young": InvalidAnswer("not-a-number", "нет")}),
    ]
    counted = counted_answers(build_dataset(*form, rows), {"d.young": [1]})
    assert {"d.pupils": [True] * 3, "d.young": [True, False, False], "d.share": [True, False, False],
            "d.twice": [True, False, False], "d.spare": [True] * 3, "d.area": [False] * 3} == {
        name: counted[name].tolist() for name in ("d.pupils", "d.young", "d.share", "d.twice", "d.spare", "d.area")
    }  # fmt: skip


def test_computed_conditions_are_counted() -> None:
    """How many units reached their target; those for which it cannot be told are in neither number."""
    fields = (
        "          - {field: target, title: план, type: percent}\n"
        "          - {field: fact, title: факт, type: percent}\n"
        "          - {field: reached, title: достигнут, type: yes_no, computed: fact >= target}\n"
    )
    rows: list[dict[str, Value]] = [{"target": 0.5, "fact": 0.5}, {"target": 0.5, "fact": 0.4}, {"target": 0.5}]
    totals = _totals([_dataset(_form("1", fields), *rows)], {"М": [[True, False, True]]})

    assert {"n": 2, "count:да": 1, "count:нет": 1} == totals["reached", REGION]
    assert {"n": 1, "count:да": 1, "count:нет": 0} == totals["reached", "М"]


def test_what_rests_on_shares_alone_has_a_middle_and_no_sum() -> None:
    """The difference of two percentages of a region is no difference of sums of percentages."""
    fields = (
        "          - {field: target, title: план, type: percent}\n"
        "          - {field: fact, title: факт, type: percent}\n"
        "          - {field: deviation, title: отклонение, type: percent, computed: fact - target}\n"
    )
    rows: list[dict[str, Value]] = [{"target": 0.5, "fact": 0.75}, {"target": 0.5, "fact": 0.25}, {"target": 0.5}]

    assert {"n": 2, "mean": 0, "median": 0, "min": -0.25, "max": 0.25} == _totals(
        [_dataset(_form("1", fields), *rows)]
    )["deviation", REGION]


def test_personal_results_are_not_totalled() -> None:
    """What is computed of personal answers, and is personal itself, is in no total."""
    fields = """
          - {field: secret, title: тайна, type: integer, personal: true}
          - {field: twice, title: дважды, type: integer, computed: secret * 2, personal: true}
          - {field: pupils, title: учеников, type: integer}
"""
    totals = _totals([_dataset(_form("1", fields), {"secret": 3, "pupils": 5})])
    assert {"pupils"} == {item for item, _ in totals if not item.startswith("c.")}


def test_what_is_computed_of_a_share_is_computed_from_sums() -> None:
    """Twice a share of the region is twice its share, not twice the sum of shares; what is a sum itself is added up."""
    fields = _FIELDS + (
        "          - {field: twice, title: вдвое, type: percent, computed: share * 2}\n"
        "          - {field: both, title: оба, type: integer, computed: young + spare}\n"
        "          - {field: part, title: часть, type: percent, computed: both / pupils}\n"
    )
    rows: list[dict[str, Value]] = [{"pupils": 10, "young": 5}, {"pupils": 30, "young": 5, "spare": 2}]
    totals = _totals([_dataset(_form("1", fields), *rows)])
    assert [{"n": 2, "computed": 0.5}, {"n": 2, "computed": 12}, {"n": 2, "computed": 0.3}] == [
        totals[name, REGION] for name in ("twice", "both", "part")
    ]


def test_counts_are_added_up() -> None:
    """How many answers were given, texts too, is a number of each unit: their sum is that of the region."""
    fields = (
        "          - {field: one, title: один, type: text}\n"
        "          - {field: two, title: два, type: text}\n"
        "          - {field: pupils, title: учеников, type: integer}\n"
        '          - {field: many, title: на ученика, type: decimal, computed: "count(one, two) / pupils"}\n'
    )
    rows: list[dict[str, Value]] = [
        {"one": "да", "two": "да", "pupils": 10},
        {"two": "да", "pupils": 5},
        {"pupils": 15},
        {"one": "да"},
    ]
    assert {"n": 3, "computed": 0.1} == _totals([_dataset(_form("1", fields), *rows)])["many", REGION]


def test_a_share_times_a_number_has_a_middle() -> None:
    """Sums of percents mean nothing, whatever they are multiplied with."""
    fields = _FIELDS + "          - {field: worn, title: изношено, type: decimal, computed: wear * area}\n"
    rows: list[dict[str, Value]] = [{"wear": 0.5, "area": 100}, {"wear": 0.25, "area": 40}]
    assert {"n": 2, "mean": 30, "median": 30, "min": 10, "max": 50} == _totals([_dataset(_form("1", fields), *rows)])[
        "worn", REGION
    ]
