"""The charts of «Обзор»: native ones of Excel, in greys that can be told apart in print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlforms.messages import say
from xlforms.reports.overview_draft import FIRST, Entry
from xlforms.workbook.formats import INK, LINE

_FILLS = (INK, "#8895A3", "#E9EDF1")
_LABELS = ("#FFFFFF", "#FFFFFF", INK)
_FONT = {"name": "Arial", "size": 9, "color": INK}
_BAR, _LEAST_BAR, _AROUND, _TALLEST = 17.0, 9.0, 62.0, 640.0  # points
_COLUMNS = {"accepted": 2, "on-time": 4, "late": 5, "missing": 6, "errors": 8, "questions": 9}  # right of the label


def chart_points(bars: int) -> float:
    """The height of a chart with so many bars: never more than a printed page has."""
    return min(_AROUND + max(_BAR * bars, 50.0), max(_TALLEST, _AROUND + _LEAST_BAR * bars))


def coverage_chart(book: Any, sheet: str, table: Sequence[Sequence[Entry]], rows: tuple[int, int]) -> Any:
    """Stacked bars of each municipality: in time, late, missing; without a last day received and missing.

    `table` is that of municipalities, whose rows from the first to the last of `rows` are the municipalities.
    """
    timed = any(isinstance(entries[_COLUMNS["on-time"]].value, int) for entries in table[1 : rows[1] - rows[0] + 2])
    codes = ("on-time", "late", "missing") if timed else ("accepted", "missing")
    return _bars(book, sheet, table, rows, codes, "chart-coverage" if timed else "chart-returned", "percent_stacked")


def findings_chart(book: Any, sheet: str, table: Sequence[Sequence[Entry]], rows: tuple[int, int]) -> Any:
    """Stacked bars of each municipality: errors and questions."""
    return _bars(book, sheet, table, rows, ("errors", "questions"), "chart-findings", "stacked")


def _bars(
    book: Any,
    sheet: str,
    table: Sequence[Sequence[Entry]],
    rows: tuple[int, int],
    codes: Sequence[str],
    title: str,
    subtype: str,
) -> Any:
    chart, (first, last) = book.add_chart({"type": "bar", "subtype": subtype}), rows
    body = table[1 : last - first + 2]
    fills = _FILLS if len(codes) > 2 else (_FILLS[0], _FILLS[2])
    labels = _LABELS if len(codes) > 2 else (_LABELS[0], _LABELS[2])
    for code, fill, label in zip(codes, fills, labels, strict=True):
        column = FIRST + _COLUMNS[code]
        chart.add_series({
            "name": say(f"head-{code}"),
            "categories": [sheet, first, FIRST, last, FIRST],
            "values": [sheet, first, column, last, column],
            "categories_data": [entries[0].value for entries in body],
            "values_data": [entries[_COLUMNS[code]].value for entries in body],
            "fill": {"color": fill},
            "border": {"color": "#5B6775", "width": 0.5},
            "gap": 40,
            "overlap": 100,
            "data_labels": {"value": True, "num_format": "0;;", "font": {**_FONT, "size": 8, "color": label}},
        })  # fmt: skip
    chart.set_title({"name": say(title), "name_font": {**_FONT, "size": 10, "bold": True}})
    chart.set_legend({"position": "bottom", "font": _FONT})
    chart.set_y_axis(
        {"reverse": True, "interval_unit": 1, "num_font": _FONT, "line": {"color": LINE}, "major_tick_mark": "none"}
    )
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_chartarea({"border": {"color": LINE}})
    return chart
