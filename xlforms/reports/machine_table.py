"""A table of the machine data: what every file format and every description of it is printed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from xlforms.reports.csv_files import Row

Kind = Literal["string", "integer", "number", "date"]
"""What the values of a column are, in the words of Table Schema; the one source of all types of the machine data."""


@dataclass(frozen=True)
class Column:
    """One column: its name, what its values are, and in Russian what it is called and what it means.

    `constraints` are those of Table Schema that every file keeps; `labels` tell what coded values stand for.
    """

    name: str
    kind: Kind
    title: str
    description: str = ""
    constraints: Mapping[str, object] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MachineTable:
    """One table: `name` is its path without the ending, `key` the columns that tell its rows apart; none: no such.

    A value of `rows` is None, a text, a number or a date; None and an empty text are both «no value».
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[Row, ...]
    description: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True)
class TableFormat:
    """One more format of file in which every table is written: its ending, its program with version, its printer."""

    ending: str
    made_by: str
    print: Callable[[MachineTable], bytes]
