"""One returned workbook, read: plain values that cross from a reading process to the main one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from xlforms.intake.values import Value
from xlforms.layout.plan import PrintedCell


@dataclass(frozen=True, slots=True)
class InvalidAnswer:
    """Something that stands in an answer cell but is no answer of its type: why (a code), and what stood there.

    `number` is what the cell holds when that is a number to the formulas of its workbook: 12.5 where a whole number
    belongs, or the serial number of a date.
    """

    code: str
    raw: str
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A change made to a value on reading: the code says which, `before` is what stood in the cell, as text.

    `number` is what the cell holds when that is a number to the formulas of its workbook, as in `InvalidAnswer`.
    """

    item: int
    code: str
    before: str
    number: float | None = None


@dataclass(frozen=True, slots=True)
class StructureNote:
    """Something about the workbook itself, not about one answer: a code of `catalogue/structure.py` and where it is.

    `hard` when answers were lost or cannot be trusted; else the notice explains how they were saved.
    """

    code: str
    hard: bool
    sheet: str = ""
    cell: str = ""
    parameters: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """A locked text that is not what the form printed: where it was found and what stands there, perhaps nothing."""

    printed: PrintedCell
    sheet: str
    cell: str
    now: str


@dataclass(frozen=True, slots=True)
class Submission:
    """The answers of one workbook, by the position of their item in the Plan.

    `values[i]` is the answer to item i or None; `invalid` holds what cannot be read, by item; `moved` holds the sheet
    and cell of answers found elsewhere than in the Plan (a row was inserted, a sheet renamed). `given_name` and
    `given_municipality` are what the title sheet says of the unit. `shown` is what the verdict
    cells of the Plan show (see `intake/shown_verdicts.py`); it is compared with our verdicts and never believed.
    `printed` are the locked texts that are not what the form printed. `section` and `sheet` are those of a single sheet
    that was exported to CSV, `answered` says whether it holds an answer; its submission is joined with its neighbours.
    """

    form: str
    version: str
    unit: str
    values: list[Value | None]
    invalid: dict[int, InvalidAnswer]
    repairs: list[Repair]
    notes: list[StructureNote]
    moved: dict[int, tuple[str, str]]
    signed_on: date | None
    application: str
    given_name: str = ""
    given_municipality: str = ""
    shown: tuple[str, ...] = ()
    printed: tuple[PrintedChange, ...] = ()
    section: str = ""
    sheet: str = ""
    answered: bool = True
