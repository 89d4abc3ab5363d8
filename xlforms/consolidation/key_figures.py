"""Key figures: what the `key_figures` of a form come to for each unit, each municipality and the region.

| expression | unit | municipality, region | n |
| --- | --- | --- | --- |
| of numbers that are summed | its value | the same expression over sums of units | units that gave everything |
| a condition | 1 if it is true, 0 if not | the share of units for which it is true | units with a value |
| with a year, percent, date or `summed: false` | its value | the median of the units' values | units with a value |

- **A unit gave everything** when its answers make the expression whole and none of those that it names, also through
  computed items, was given and does not count (`counted.py`). Blanks are as in every expression: `a + b` needs both,
  `sum(a, b)` skips what is blank, `blank: zero` is 0, an `if` needs the branch that it takes and its condition.
- **Sums** are those of the same units throughout: a part is never set against a whole of other schools. They are exact.
  What is added up is told in `expressions/addends.py`: answers, counts, and an `if` on what cannot be added up.
- **Division by zero** gives no value, never 0. A unit whose whole is 0 gave everything nevertheless: it has no value of
  its own and is in the sums, so that a region is its part by its whole.
- **Doubtful** are the units among them whose answers under the figure stand in a hard rule that failed: their numbers
  count, since only the school can say which one is wrong, and reports say how many such units there are.
- **Versions**: the figures are those of the newest version that came. An older one gives values too when all names of
  an expression mean the same there; otherwise its units gave nothing.
- A unit without a municipality is in the region only. Where no unit gave everything there is no value, and n is 0.

All units of a version are computed at once, by columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xlforms.consolidation.column_statistics import Number, column_statistics, plain
from xlforms.consolidation.counted import Mask, nothing_left_out, rests_on_any
from xlforms.consolidation.figure_results import FigureResult, FigureValue
from xlforms.consolidation.over_sums import OverSums
from xlforms.consolidation.same_items import mean_the_same
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.definitions.key_figure import KeyFigure
from xlforms.expressions.addends import needed_by_quotients
from xlforms.expressions.evaluate import Operand, Verdict, evaluate
from xlforms.expressions.kinds import gives_logic
from xlforms.expressions.nodes import Node, Reference
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import Outcome, State


def compute_key_figures(
    datasets: Sequence[Dataset],
    units: Sequence[Sequence[str]],
    groups: Mapping[str, Sequence[Mask]],
    counted: Sequence[Mapping[str, Mask]],
    contradicted: Sequence[Mapping[str, Mask]] = (),
) -> tuple[FigureResult, ...]:
    """The figures of one form in its order; the values of units are in the order of versions and rows.

    `datasets` are its versions, the newest first; `units[d]` are the codes of the units in the rows of dataset d, no
    unit in two rows; `groups[municipality][d]` tells which rows belong to it (REGION: all); `counted[d][item]` which
    answers count; `contradicted[d][item]` which answers stand in a hard rule that failed, where there are any.
    """
    marks = contradicted or [{} for _ in datasets]
    return tuple(_result(figure, datasets, units, groups, counted, marks) for figure in datasets[0].plan.key_figures)


@dataclass(frozen=True, slots=True)
class _Column:
    """A figure in the rows of one version: `values`, which rows `have` one, which `gave` everything, and which rest on
    something `doubtful`."""

    values: npt.NDArray[np.float64]
    have: Mask
    gave: Mask
    doubtful: Mask


def _result(
    figure: KeyFigure,
    datasets: Sequence[Dataset],
    units: Sequence[Sequence[str]],
    groups: Mapping[str, Sequence[Mask]],
    counted: Sequence[Mapping[str, Mask]],
    contradicted: Sequence[Mapping[str, Mask]],
) -> FigureResult:
    node = parse(figure.expression)
    used = [number for number, dataset in enumerate(datasets) if mean_the_same(node, datasets[0], dataset)]
    known = [datasets[number] for number in used]
    columns = [_column(node, datasets[number], counted[number], contradicted[number]) for number in used]
    sums = None if gives_logic(node) else OverSums(node, known)
    values: dict[str, Number] = {}
    for number, column in zip(used, columns, strict=True):
        for row in np.flatnonzero(column.have).tolist():
            values[units[number][row]] = plain(float(column.values[row]))
    places = {}
    for name, rows in groups.items():
        belongs = [rows[number] for number in used]
        if sums is not None and sums.adds_up:
            places[name] = _over_sums(sums, columns, belongs)
        else:
            places[name] = _over_units(columns, belongs, condition=sums is None)
    return FigureResult(figure, values, places)


def _over_sums(sums: OverSums, columns: Sequence[_Column], belongs: Sequence[Mask]) -> FigureValue:
    usable = [column.gave & rows for column, rows in zip(columns, belongs, strict=True)]
    return FigureValue(sums.value(usable), sum(int(rows.sum()) for rows in usable), _doubtful(columns, usable))


def _doubtful(columns: Sequence[_Column], usable: Sequence[Mask]) -> int:
    return sum(int((column.doubtful & rows).sum()) for column, rows in zip(columns, usable, strict=True))


def _over_units(columns: Sequence[_Column], belongs: Sequence[Mask], *, condition: bool) -> FigureValue:
    """The share of units for which a condition is true, or the middle of the units' values."""
    usable = [column.have & rows for column, rows in zip(columns, belongs, strict=True)]
    values = np.concatenate([column.values[rows] for column, rows in zip(columns, usable, strict=True)])
    if not values.size:
        return FigureValue(None, 0)
    middle = plain(int(values.sum()) / values.size) if condition else column_statistics(values.reshape(-1, 1)).median[0]
    return FigureValue(middle, values.size, _doubtful(columns, usable))


def _column(node: Node, dataset: Dataset, counted: Mapping[str, Mask], contradicted: Mapping[str, Mask]) -> _Column:
    doubtful = rests_on_any(dataset, node, contradicted)
    sound = nothing_left_out(dataset, node, counted)
    found = evaluate(node, dataset.operands, len(dataset))
    if isinstance(found, Verdict):
        passed = found.outcomes == Outcome.PASSED
        told = sound & (passed | (found.outcomes == Outcome.FAILED))
        return _Column(passed.astype(np.float64), told, told, doubtful)
    have = sound & (found.states == State.VALUE)
    return _Column(
        found.values.astype(np.float64), have, sound & (_wholeness(node, dataset).states == State.VALUE), doubtful
    )


def _wholeness(node: Node, dataset: Dataset, here: Item | None = None) -> Operand:
    """A value wherever the answers make an expression whole, even where it divides by zero."""

    def operand(item: Item) -> Operand:
        if item.computed and item.nature == "number":
            return _wholeness(parse(item.computed), dataset, item)
        return dataset.operand(item)

    def operands(reference: Reference) -> Sequence[Operand]:
        return [operand(item) for item in dataset.items_of(reference, here)]

    found = evaluate(needed_by_quotients(node), operands, len(dataset))
    if not isinstance(found, Operand):
        raise TypeError("a condition is whole when it has an outcome")
    return found
