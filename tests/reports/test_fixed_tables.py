"""The tables whose columns are the same whatever the forms ask: their keys and the order of their rows."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.made_up_roadmap import progress_summary, report, said
from tests.reports.nasty_round import NEW, OLD, UNITS, nasty_files, nasty_summary
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.reports.data_files import data_files
from xlforms.reports.fixed_tables import fixed_tables
from xlforms.reports.machine_table import MachineTable
from xlforms.reports.table_words import TABLES

_ORDER = {unit.unit: number for number, unit in enumerate(UNITS)}
_PLACES = {place: number for number, place in enumerate(dict.fromkeys(["", *UNITS.municipalities]))}
_ITEMS = {
    item.name: number
    for number, item in enumerate((*NEW[0].items, *OLD[0].items, *NEW[0].computed_items, *OLD[0].computed_items))
}


def _roadmaps() -> Summary:
    files = [
        report("003", said(spring="выполнено 2021-02-01") | {"staff.trained.target_1": 0.5}),
        report("001", said(summer="в работе: нет денег")),
    ]
    return progress_summary(files, 4, 2)


def _tables(summary: Summary) -> dict[str, MachineTable]:
    return {table.name: table for table in (*fixed_tables(summary), *data_files(summary))}


def _columns(table: MachineTable, names: Sequence[str]) -> list[tuple[object, ...]]:
    places = [table.header.index(name) for name in names]
    return [tuple(row[place] for place in places) for row in table.rows]


def test_which_there_are() -> None:
    """Those about roadmaps and key figures only when there are some; each has the columns that are described."""
    some, others = _tables(nasty_summary()), _tables(_roadmaps())
    assert ["received", "findings", "missing", "totals", "key_figures"] == [name for name in some if name in TABLES]
    assert ["received", "findings", "missing", "totals", "progress", "indicators"] == [
        name for name in others if name in TABLES
    ]
    for name, table in {**some, **others}.items():
        assert {len(table.header)} >= {len(row) for row in table.rows}, name


def test_keys_tell_rows_apart() -> None:
    """No two rows of a table have the same key, and no key is wholly empty."""
    for table in [*_tables(nasty_summary()).values(), *_tables(_roadmaps()).values()]:
        if table.key:
            keys = _columns(table, table.key)
            assert len(keys) == len(set(keys)), table.name
            assert all(any(key) for key in keys), table.name


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_rows(chance: random.Random) -> None:
    """Rows stand in the order that is documented, in whatever order files are read."""
    shuffled: list[Received] = nasty_files()
    chance.shuffle(shuffled)
    tables, first = _tables(nasty_summary(shuffled)), _tables(nasty_summary())
    for name, table in tables.items():
        if name != "received":  # its files come as `list_files` lists them
            assert first[name] == table, name
    for name in ("data/nasty-form.t", "data/nasty-form.c"):
        units = [_ORDER[str(unit)] for (unit,) in _columns(tables[name], ["unit"])]
        assert sorted(units) == units
    findings = [
        (-int(str(version)), _ORDER[str(unit)], _ITEMS.get(str(item), -1))
        for version, unit, item in _columns(tables["findings"], ("version", "unit", "item"))
    ]
    assert sorted(findings) == findings
    figures = _columns(tables["key_figures"], ("key_figure", "unit", "municipality"))
    assert figures == sorted(
        figures,
        key=lambda row: (
            ["mean", "chosen"].index(str(row[0])),
            _ORDER.get(str(row[1]), -1) if row[1] else -1,
            _PLACES[str(row[2])],
        ),
    )
    items = list(dict.fromkeys(_columns(tables["totals"], ["item"])))
    totals = [
        (items.index((item,)), _PLACES[str(place)])
        for item, place in _columns(tables["totals"], ("item", "municipality"))
    ]
    assert sorted(totals) == totals


def test_order_of_roadmaps() -> None:
    """Progress and indicators stand by unit as in the register, then in the printed order of the roadmap."""
    tables = _tables(_roadmaps())
    units = ["001", "002", "003", "004"]
    assert [(unit, name) for unit in units for name in ("spring", "summer", "exact", "often", "undated", "autumn")] == [
        (unit, measure) for unit, measure in _columns(tables["progress"], ("unit", "measure"))
    ]
    assert [
        (unit, indicator, period)
        for unit in units
        for indicator in ("trained", "gone")
        for period in ("2020/2021", "2021/2022")
    ] == _columns(tables["indicators"], ("unit", "indicator", "period"))
