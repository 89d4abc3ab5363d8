"""What is put into a cell, what came of it, and what LibreOffice says stands there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias


class Typed(str):
    """Text as a person types it: LibreOffice decides whether «12,5» is a number and «15.10.2025» a date (ru-RU)."""

    __slots__ = ()


EntryValue: TypeAlias = float | int | str | Typed | date | None


@dataclass(frozen=True)
class Entry:
    """One value for one cell.

    A number is stored as a number; a `str` as exactly this text, so that «12 » stays text; a `Typed` is parsed as if
    it had been typed; a date becomes the serial number of its day and the cell keeps its own format; None clears.
    """

    sheet: str
    cell: str
    value: EntryValue


@dataclass(frozen=True)
class FormulaError:
    """A formula's error as Excel spells it («#DIV/0!»), or «Err:522» for one that only LibreOffice has."""

    code: str


CellValue: TypeAlias = float | str | FormulaError | None
"""A number (dates and logical values too), a text, an error; None for a blank cell."""

Verdict: TypeAlias = Literal["accepted", "refused-locked", "refused-validation"]


@dataclass(frozen=True)
class Outcome:
    """What became of one attempt to type.

    `title` and `message` are the words the person is shown when the cell's rule objects. A rule whose alert is only a
    warning or a notice leaves the verdict «accepted», with its words here; LibreOffice then keeps what was typed.
    `value` is what the cell holds afterwards.
    """

    verdict: Verdict
    value: CellValue
    title: str = ""
    message: str = ""


def encode_entry(entry: Entry) -> list[object]:
    """The entry for the driver: sheet, cell, kind of value, value.

    Raises TypeError for a logical value (forms have none) and for a moment with a time (cells of forms hold days).
    """
    kind, value = _encode_value(entry.value)
    return [entry.sheet, entry.cell, kind, value]


def decode_value(value: object) -> CellValue:
    """A cell's value out of the driver's answer."""
    if isinstance(value, dict):
        return FormulaError(value["error"])
    if value is None or isinstance(value, float | str):
        return value
    raise TypeError(f"the driver sent a {type(value).__name__} for a cell: {value!r}")


def _encode_value(value: EntryValue) -> tuple[str, object]:
    if isinstance(value, bool | datetime):
        raise TypeError(f"a cell of a form cannot hold {value!r}")
    if value is None:
        return "clear", None
    if isinstance(value, Typed):
        return "typed", str(value)
    if isinstance(value, str):
        return "text", value
    if isinstance(value, date):
        return "date", value.isoformat()
    return "number", float(value)
