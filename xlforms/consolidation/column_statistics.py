"""Statistics of many columns of numbers at once.

Sums are exact: values are added as the decimal numbers that they are written as, so that 0.1 + 0.2 is 0.3 and a region
is the sum of its municipalities to the last digit.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from decimal import Context, Decimal

import numpy as np
import numpy.typing as npt

Number = int | float | Decimal
Floats = npt.NDArray[np.float64]

_EXACT = Context(prec=700)  # the digits between the largest and the smallest float64
_WHOLE = 2.0**53  # up to here a float64 holds every whole number


@dataclass(frozen=True)
class ColumnStatistics:
    """One entry for each column; None where a column has no value."""

    n: list[int]
    sum: list[Number | None]
    mean: list[Number | None]
    median: list[Number | None]
    min: list[Number | None]
    max: list[Number | None]


def column_statistics(values: Floats) -> ColumnStatistics:
    """The statistics of the columns of `values` (rows by columns); nan is no value."""
    counts = np.count_nonzero(~np.isnan(values), axis=0)
    ordered = np.sort(values, axis=0)  # nan goes last
    columns = np.arange(values.shape[1])
    if not values.shape[0]:
        ordered = np.full((1, values.shape[1]), np.nan)
    last = np.maximum(counts - 1, 0)
    low, high = ordered[last // 2, columns], ordered[np.minimum(counts // 2, last), columns]
    sums = _sums(values)
    means = [float(total) / count if count else None for total, count in zip(sums, counts.tolist(), strict=True)]
    return ColumnStatistics(
        n=counts.tolist(),
        sum=[total if count else None for total, count in zip(sums, counts.tolist(), strict=True)],
        mean=[None if mean is None else plain(mean) for mean in means],
        median=[_middle(*pair) for pair in zip(low.tolist(), high.tolist(), strict=True)],
        min=_plain_or_none(ordered[0]),
        max=_plain_or_none(ordered[last, columns]),
    )


def _middle(low: float, high: float) -> Number | None:
    """The middle of two numbers as they are written: of 0.1 and 0.2 it is 0.15; None for nan."""
    if low != low:  # noqa: PLR0124  # nan
        return None
    return plain(low if low == high else float(exact_sum(np.array([low, high])) / 2))


def exact_sum(values: Floats) -> int | Decimal:
    """The sum of numbers (none of them nan) as they are written in decimal, without rounding."""
    if values.size == 0 or (np.all(values == np.floor(values)) and np.abs(values).sum() < _WHOLE):
        return int(values.sum())
    total = Decimal(0)
    for value in values.tolist():
        total = _EXACT.add(total, Decimal(repr(value)))
    return int(total) if total == total.to_integral_value() else total.normalize(_EXACT)


def plain(value: float) -> int | float:
    """A float that is a whole number, as one."""
    return int(value) if value.is_integer() and abs(value) < _WHOLE else value


def _sums(values: Floats) -> list[int | Decimal]:
    """Columns of whole numbers are summed at once, the others one by one."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        whole = np.nan_to_num(values)
        easy = (whole == np.floor(whole)).all(axis=0) & (np.abs(whole).sum(axis=0) < _WHOLE)
        quick = np.where(easy, whole.sum(axis=0), 0.0).tolist()
    return [
        int(quick[column]) if easy[column] else exact_sum(values[~np.isnan(values[:, column]), column])
        for column in range(values.shape[1])
    ]


def _plain_or_none(values: Floats) -> list[Number | None]:
    return [None if value != value else plain(value) for value in values.tolist()]  # noqa: PLR0124  # nan
