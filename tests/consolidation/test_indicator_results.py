"""Target indicators: units, the middle of the region, how many attained."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.made_up import form_of, made_up_units
from tests.reports.made_up_roadmap import DAY, ROADMAP, progress_summary, report, roadmap
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.indicator_results import FormIndicators, GroupResult, UnitResult
from xlforms.consolidation.received import Received
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

TARGET, FACT = "staff.trained.target_1", "staff.trained.fact_1"
FILES = [
    report("001", {TARGET: 0.5, FACT: 0.6, "staff.gone.target_1": 3, "staff.gone.fact_1": 3}),
    report("002", {TARGET: 0.7, FACT: 0.6, "staff.gone.target_1": 3, "staff.gone.fact_1": 4}),
    report("003", {TARGET: 0.8}),
]


def only(files: list[Received], units: int = 4, municipalities: int = 2) -> FormIndicators:
    """The indicators of the one form."""
    (found,) = progress_summary(files, units, municipalities).indicators
    return found


def test_units() -> None:
    """Deviation is exact; attained follows the direction: more or less is better; a missing value leaves it open."""
    found = only(FILES)
    trained, gone = (found.results[number][0] for number in (0, 1))
    assert [
        UnitResult(0.5, 0.6, Decimal("0.1"), "да"), UnitResult(0.7, 0.6, Decimal("-0.1"), "нет"),
        UnitResult(0.8, None, None, None), UnitResult(None, None, None, None),
    ] == [trained.of_unit(number) for number in range(4)]  # fmt: skip
    assert [UnitResult(3, 3, 0, "да"), UnitResult(3, 4, 1, "нет")] == [gone.of_unit(number) for number in range(2)]
    assert (["2020/2021", "2021/2022"], ("trained", "gone")) == (
        [period.label for period in found.results[0]], found.names,
    )  # fmt: skip


def test_groups() -> None:
    """Medians of targets and of facts; attained of those that gave both; nothing where nobody answered."""
    found = only(FILES)
    trained = found.results[0]
    assert {
        "": GroupResult(0.7, 0.6, 1, 2), "Район 1": GroupResult(0.6, 0.6, 1, 2),
        "Район 2": GroupResult(0.8, None, 0, 0),
    } == {place: trained[0].of_group(units) for place, units in found.groups.items()}  # fmt: skip
    assert GroupResult(None, None, 0, 0) == trained[1].of_group(found.groups[""])


def test_invalid_answers_do_not_count() -> None:
    """What cannot be read or is out of its limits is in no median and attains nothing."""
    files = [
        report("001", {TARGET: 0.5}, invalid={FACT: InvalidAnswer("not-a-number", "почти все")}),
        report("002", {TARGET: 70000.0, FACT: 0.9}),
    ]
    found = only(files, 2, 1).results[0][0]
    assert [UnitResult(0.5, None, None, None), UnitResult(None, 0.9, None, None)] == [
        found.of_unit(0),
        found.of_unit(1),
    ]
    assert GroupResult(0.5, 0.9, 0, 0) == found.of_group(only(files, 2, 1).groups[""])


def test_versions() -> None:
    """A period is known by its label; what was measured in another way is left out."""
    older = form_of(ROADMAP.replace('"2020/2021", "2021/2022"', '"2019/2020", "2020/2021"'))
    changed = ROADMAP.replace('version: "1"', 'version: "2"').replace("measured: count, unit: чел.", "measured: share")
    newer = form_of(changed)
    answers: dict[str, Value] = {TARGET: 0.1, "staff.trained.target_2": 0.2, "staff.gone.target_2": 5}
    summary = consolidate(
        [report("001", answers, form=older), report("002", {TARGET: 0.3}, form=newer)],
        {("road", "1"): older, ("road", "2"): newer},
        ["road"],
        units=made_up_units(2, 1),
        collection=None,
        as_of=DAY,
    )
    (found,) = summary.indicators
    assert [0.2, 0.3] == found.results[0][0].targets.tolist()
    assert (None, None) == (found.results[1][0].of_unit(0).target, found.results[0][1].of_unit(0).target)


@settings(max_examples=20, deadline=None)
@given(st.dictionaries(st.sampled_from(["001", "002", "003", "004"]), st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_attained_agrees_with_deviation(values: dict[str, tuple[int, int]]) -> None:
    """More is attained from a deviation of nothing on, less down to it; the region counts its municipalities."""
    files = [
        report(unit, {"staff.gone.target_1": target, "staff.gone.fact_1": fact})
        for unit, (target, fact) in values.items()
    ]
    found = only(files)
    gone = found.results[1][0]
    units = [gone.of_unit(number) for number in range(4)]
    assert [None if unit.deviation is None else "да" if unit.deviation <= 0 else "нет" for unit in units] == [
        unit.attained for unit in units
    ]
    groups = {place: gone.of_group(mask) for place, mask in found.groups.items()}
    assert groups[""].compared == sum(group.compared for place, group in groups.items() if place)
    assert groups[""].attained == sum(group.attained for place, group in groups.items() if place)
    assert roadmap()[0].indicators == found.indicators
