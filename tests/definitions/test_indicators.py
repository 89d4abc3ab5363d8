"""Target indicators: what can be entered, what is computed, and mistakes of their definition."""

from __future__ import annotations

from pathlib import Path

from tests.definitions.forms import block_faults, load_blocks
from tests.edit_rules.truth import Wrong, dataset_of
from xlforms.definitions.roadmap import Indicator, IndicatorPeriod
from xlforms.expressions.semantics import State

TABLE = """
- indicators: staff
  title: Кадры
  years: ["2020/2021", "2021/2022"]
  rows:
    - {indicator: trained, title: Доля повысивших квалификацию, measured: share}
    - {indicator: left, title: Уволилось, measured: count, unit: чел., better: less, maximum: 100}
    - {indicator: spent, title: Расходы, measured: money}
    - {indicator: mean, title: Средний балл, measured: score, unit: балл}
"""


def test_indicators_are_spelled_out(tmp_path: Path) -> None:
    """Each has its unit of measure and the items of every period."""
    form = load_blocks(tmp_path, TABLE)

    def periods(name: str) -> tuple[IndicatorPeriod, ...]:
        columns = ("target", "fact", "deviation", "attained")
        return tuple(
            IndicatorPeriod(label, *(f"staff.{name}.{column}_{n}" for column in columns))
            for n, label in ((1, "2020/2021"), (2, "2021/2022"))
        )

    assert (
        Indicator(
            "trained", "staff", "Доля повысивших квалификацию", "Кадры", "share", "%", "more", periods("trained")
        ),
        Indicator("left", "staff", "Уволилось", "Кадры", "count", "чел.", "less", periods("left")),
        Indicator("spent", "staff", "Расходы", "Кадры", "money", "руб.", "more", periods("spent")),
        Indicator("mean", "staff", "Средний балл", "Кадры", "score", "балл", "more", periods("mean")),
    ) == form.indicators


def test_what_is_measured_decides_what_can_be_entered(tmp_path: Path) -> None:
    """A share is a percentage up to 100, so neither roubles nor heads fit; the unit of measure is printed."""
    block = load_blocks(tmp_path, TABLE).sections[1].blocks[0]

    assert [("percent", 0, 1), ("integer", 0, 100), ("money", 0, 10**12), ("decimal", 0, 10**9)] == [
        (item.type, item.minimum, item.maximum)
        for item in (block.cells[name, "fact_1"] for name in ("trained", "left", "spent", "mean"))
    ]
    assert ["%", "чел.", "руб.", "балл"] == [block.printed[row.id, "unit"] for row in block.rows]
    assert [True, False] == [block.cells["left", column].required for column in ("target_2", "fact_2")]


def test_deviation_and_attainment(tmp_path: Path) -> None:
    """More is better, or less; without a fact or with one that cannot be read nothing is said."""
    form = load_blocks(tmp_path, TABLE)
    dataset = dataset_of(
        form,
        {"staff.trained.target_1": 0.9, "staff.trained.fact_1": 0.8, "staff.left.target_1": 3, "staff.left.fact_1": 2},
        {"staff.trained.target_1": 0.3, "staff.trained.fact_1": 0.1 + 0.2, "staff.left.target_1": 3},
        {"staff.trained.target_1": 0.9, "staff.trained.fact_1": Wrong("16"), "staff.left.fact_1": 2},
    )

    def shown(name: str) -> list[object]:
        found = dataset.computed(dataset.items[name])
        pairs = zip(found.values.tolist(), found.states.tolist(), strict=True)
        return [value if state == State.VALUE else State(state) for value, state in pairs]

    assert ["нет", "да", State.INVALID] == shown("staff.trained.attained_1")
    assert ["да", State.BLANK, State.BLANK] == shown("staff.left.attained_1")
    assert [-1.0, State.BLANK, State.BLANK] == shown("staff.left.deviation_1")


def test_faults_of_indicators(tmp_path: Path) -> None:
    """Each mistake with its line, all at once."""
    table = """
- indicators: staff
  years: ["2020", "2020"]
  rows:
    - {indicator: a, title: Доля, measured: share, unit: "%"}
    - {indicator: a, title: доля, measured: count}
    - {indicator: c, title: Часть, measured: share, maximum: 50}
    - {indicator: b, title: Люди, measured: count, unit: чел., maximum: 2.5}
"""
    assert [
        (2, "caption-repeated"),
        (4, "indicator-unit"),
        (5, "caption-repeated"),
        (5, "indicator-unit-missing"),
        (5, "row-repeated"),
        (6, "indicator-maximum"),
        (7, "bound-unreadable"),
    ] == sorted(block_faults(tmp_path, table))
