"""The register of units: who is asked. Rows of a table become units; every mistake at once, with its line.

The first row that is not empty names the columns: `unit`, `name`, `municipality`, perhaps `email`; other columns are
kept as they are. Upper and lower case and spaces do not matter, and the Russian words of `COLUMN_WORDS` are understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from xlforms.definitions.units_header import Header, read_header
from xlforms.definitions.units_review import review_units
from xlforms.errors import DefinitionError, Problem

NOTHING_UNUSABLE: Mapping[tuple[int, int], tuple[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Unit:
    """A reporting unit; `unit` is its code, a text: leading zeros matter. `extra` holds the other columns."""

    unit: str
    name: str
    municipality: str
    email: str = ""
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Units:
    """The units of a register in the order of its file."""

    path: str
    units: tuple[Unit, ...]

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def __len__(self) -> int:
        return len(self.units)

    def find(self, code: str) -> Unit | None:
        """The unit with this code, or None."""
        return self._by_code.get(code)

    @cached_property
    def _by_code(self) -> dict[str, Unit]:
        return {unit.unit: unit for unit in self.units}

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The municipalities in the order of their first units."""
        return tuple(dict.fromkeys(unit.municipality for unit in self.units))


def units_from_rows(
    rows: list[list[str]], path: str, *, unusable: Mapping[tuple[int, int], tuple[str, str]] = NOTHING_UNUSABLE
) -> Units:
    """The units in the rows of a table, the first of which is line 1 of the file; empty rows are passed over.

    `unusable` cells, by line and column from 1, cannot be a code, a name, a municipality or an e-mail: the message code
    that says why, and what the cell shows. Problems have the line and, where one cell is wrong, its column.
    Raises DefinitionError with every mistake: of the heading, or when that is right, of all rows.
    """
    lines = [(number, [_plain(cell) for cell in row]) for number, row in enumerate(rows, start=1)]
    lines = [(number, _without_tail(row)) for number, row in lines if any(row)]
    if not lines:
        raise DefinitionError([Problem(path, 1, 0, "units-empty")])
    (header_line, titles), *body = lines
    header, problems = read_header(titles, header_line, path)
    if not body:
        problems.append(Problem(path, header_line, 0, "units-empty"))
    if problems:
        raise DefinitionError(problems)
    units = [(number, _unit(header, row)) for number, row in body]
    places = {"unit": header.unit, "name": header.name, "municipality": header.municipality}
    problems = [
        Problem(path, number, len(titles) + 1, "units-too-many-cells", {"found": len(row), "columns": len(titles)})
        for number, row in body
        if len(row) > len(titles)
    ]
    told = {place for place in unusable if place[0] > header_line and place[1] - 1 in header.used}
    for line, column in sorted(told):
        code, shown = unusable[line, column]
        problems.append(Problem(path, line, column, code, {"column": titles[column - 1], "shown": shown}))
    for line, name, code, details in review_units(
        [(number, unit.unit, unit.name, unit.municipality) for number, unit in units]
    ):
        column = places[name] + 1
        if (line, column) not in told:
            heading = {"column": titles[places[name]]} if "column" in details else {}
            problems.append(Problem(path, line, column, code, details | heading))
    if problems:
        raise DefinitionError(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return Units(path, tuple(unit for _, unit in units))


def _plain(cell: str) -> str:
    """A cell without a byte order mark, with single plain spaces; control characters stay, to be reported."""
    return " ".join(word for word in cell.replace("\ufeff", "").replace("\u00a0", " ").split(" ") if word).strip()


def _without_tail(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def _unit(header: Header, row: list[str]) -> Unit:
    def cell(column: int | None) -> str:
        return row[column] if column is not None and column < len(row) else ""

    def line(column: int | None) -> str:
        """A cell without line breaks: people break long names, but a code with a break in it is a mistake."""
        return " ".join(cell(column).split())

    return Unit(
        unit=cell(header.unit),
        name=line(header.name),
        municipality=line(header.municipality),
        email=line(header.email),
        extra={title: cell(column) for title, column in header.extra},
    )
