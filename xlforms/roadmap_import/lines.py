"""The rows below the headings of tables of measures, each read by its columns: a line for each that says something.

A table that goes on after a page break, with its heading repeated or without one, is one sequence of lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from xlforms.roadmap_import.column_roles import Role, is_edge
from xlforms.roadmap_import.document import Cell, Place, Row, Table
from xlforms.roadmap_import.doubts import ImportDoubt, beginning
from xlforms.roadmap_import.table_heading import HeadingColumn, TableHeading, cells_by_column, heading_at, is_counting

NUMBER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLCХ]{1,6}|\d{1,3}(?:\.\d{1,3}){0,4}[.-]?[а-яa-z])[.)]?", re.IGNORECASE
)
_TICK = re.compile(r"[+xхv✓✔√*]", re.IGNORECASE)
_PERIOD = re.compile(r"(?:19|20)\d\d.*|[IV]{1,3} (?:квартал|полугодие).*", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\*|примечани[ея]\b", re.IGNORECASE)
_SAYS = re.compile(r"[^\W_]")
"""A cell with a dash alone says nothing."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONGEST_SECTION = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table of measures, or a line of text between two of its parts (`between`).

    `alone`: the text takes the whole row, as headings of sections do; `bold`: so is all text of the row;
    `shows_bold`: the document tells what is bold; `same_number`: the number's cell goes on from the row above;
    `after_break`: the row is the first after a page break. Texts keep the line breaks of their cells.
    """

    place: Place
    number: str = ""
    title: str = ""
    deadline: str = ""
    responsible: str = ""
    result: str = ""
    section: str = ""
    alone: bool = False
    bold: bool = False
    shows_bold: bool = False
    same_number: bool = False
    after_break: bool = False
    between: bool = False
    typed: str = ""

    @property
    def title_only(self) -> bool:
        """Nothing but a title, perhaps with its number."""
        return bool(self.title) and not (self.deadline or self.responsible or self.result)


@dataclass(slots=True)
class LeftOut:
    """A column that is not taken over: where it stands first, and how many of its cells say something."""

    place: Place
    filled: int = 0


@dataclass(slots=True)
class ReadLines:
    """What was read: the lines, and the lines of text before the first of them, in which the title stands."""

    lines: list[Line] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    doubts: list[ImportDoubt] = field(default_factory=list)
    left_out: dict[tuple[Role | None, str], LeftOut] = field(default_factory=dict)


def read_lines(tables: Sequence[Table]) -> ReadLines:
    """The lines of all tables of measures of a document; no lines when it has none."""
    found = ReadLines()
    heading: TableHeading | None = None
    for table in tables:
        heading = _Reading(table, found, heading).read()
    for (role, title), column in found.left_out.items():
        details: dict[str, object] = {"heading": title or "–", "filled": column.filled}
        if role is None or column.filled:
            code = "import-column-mark" if role == "mark" else "import-column-left-out"
            found.doubts.append(ImportDoubt(code, column.place, parameters=details))
    return found


class _Reading:
    """Goes down one table; `heading` is the one that rows are read by, at first that of the table before."""

    def __init__(self, table: Table, found: ReadLines, heading: TableHeading | None) -> None:
        self._table, self._found = table, found
        self._before = heading
        widest = max((len(row.cells) for row in table.rows), default=0)
        goes_on = heading is not None and table.kind == "word" and widest == len(heading.columns)
        self._heading = heading if goes_on else None
        self._new: list[Line] = []
        self._break = goes_on
        self._above: dict[Role, str] = {}

    def read(self) -> TableHeading | None:
        """Adds the lines of the table; gives the heading by which the next table may go on."""
        unread = self._read_rows()
        if not self._found.lines:
            self._found.before += [*self._table.before, *unread]
        if self._new:
            begun = bool(self._found.lines)
            if begun or not self._new[0].alone:
                self._found.lines += self._between(numbered_only=not begun)
            self._found.lines += self._without_tail()
        elif unread:
            self._doubt("import-table-other", begins=beginning(unread[0]))
        if self._heading is None:
            return self._before
        return self._heading if self._heading.of_measures() else None

    def _read_rows(self) -> list[str]:
        """Reads all rows; gives the texts of those above the first heading."""
        rows, position, unread = self._table.rows, 0, []
        while position < len(rows):
            heading = heading_at(rows, position)
            if heading is not None:
                if not heading.of_measures():
                    self._doubt("import-table-indicators", rows[position].number, begins=heading.columns[0].heading)
                self._heading, self._break = heading, True
                position += heading.height
                continue
            row = rows[position]
            position += 1
            if self._heading is None:
                unread += [cell.text for cell in row.cells if cell.text]
            elif self._heading.of_measures() and not is_counting(row):
                self._read_row(row, self._heading)
        return unread

    def _read_row(self, row: Row, heading: TableHeading) -> None:
        texts: dict[Role, list[tuple[HeadingColumn, Cell]]] = {}
        cells = [cell for cell in row.cells if cell.text]
        if len(cells) == len(heading.columns) > 2 and len({cell.text for cell in cells}) == 1:
            row = replace(row, cells=(replace(cells[0], end=cells[-1].end),))  # one text in all cells is a merged row
        for column, cell in cells_by_column(row, heading):
            if column.role in (None, "mark"):
                left_out = self._found.left_out.setdefault((column.role, column.heading), LeftOut(self._table.place()))
                left_out.filled += bool(cell.text)
            if column.role is not None:
                texts.setdefault(column.role, []).append((column, cell))
        line = self._line(row, texts)
        if line.title or line.deadline or line.responsible or line.result:
            if line.title_only and _FOOTNOTE.match(line.title):
                self._doubt("import-footnote", row.number, begins=beginning(line.title))
                return
            self._new.append(self._alone(line, row, heading))
            self._break = False
        elif line.number:
            self._doubt("import-number-without-title", row.number, number=line.number)

    def _line(self, row: Row, texts: dict[Role, list[tuple[HeadingColumn, Cell]]]) -> Line:
        number = self._text(texts, "number")
        title = self._text(texts, "title")
        if number and not title and not NUMBER.fullmatch(number):
            number, title = "", number
        cells = [cell for row_cells in texts.values() for _, cell in row_cells if cell.text]
        numbers = [cell for _, cell in texts.get("number", ())]
        return Line(
            self._table.place(row.number),
            number=number.rstrip(".)") if NUMBER.fullmatch(number) else " ".join(number.split()),
            title=title,
            deadline=self._deadline(texts),
            responsible=self._text(texts, "responsible", inherited=True),
            result=self._text(texts, "result", inherited=True),
            section=self._text(texts, "section", inherited=True),
            bold=bool(cells) and all(cell.bold for cell in cells),
            shows_bold=self._table.shows_bold,
            same_number=any(cell.merged_up for cell in numbers),
            after_break=self._break,
            typed=numbers[0].typed if numbers else "",
        )

    def _text(self, texts: dict[Role, list[tuple[HeadingColumn, Cell]]], role: Role, inherited: bool = False) -> str:
        """The text of a role, of several columns joined; a cell merged with those above it says what they say."""
        cells = texts.get(role, [])
        text = "\n".join(dict.fromkeys(cell.text for _, cell in cells if _SAYS.search(cell.text)))
        if inherited and not text and any(cell.merged_up for _, cell in cells):
            return self._above.get(role, "")
        self._above[role] = text
        return text

    def _deadline(self, texts: dict[Role, list[tuple[HeadingColumn, Cell]]]) -> str:
        """The deadline; beginning and end in two columns become one text, a tick means the period in its heading."""
        cells = texts.get("deadline", [])
        edges = [cell.text for column, cell in cells if is_edge(column.heading) and cell.text]
        if len(cells) == 2 and len(edges) == 2:
            return edges[0] if edges[0] == edges[1] else f"{edges[0]} – {edges[1]}"
        ticked = [
            period[0]
            for column, cell in (*cells, *texts.get("period", ()))
            if _TICK.fullmatch(cell.text) and (period := _PERIOD.search(column.heading))
        ]
        said = [(column, cell) for column, cell in cells if not _TICK.fullmatch(cell.text)]
        text = self._text({"deadline": said}, "deadline", inherited=True)
        return "\n".join(filter(None, (text, ", ".join(ticked))))

    def _alone(self, line: Line, row: Row, heading: TableHeading) -> Line:
        """Notes whether the text of a row that has nothing else takes the whole row."""
        if not line.title_only:
            return line
        title = next(column for column in heading.columns if column.role == "title")
        cell = next((cell for cell in row.cells if cell.text == line.title), None)
        if cell is None:  # several cells stand in the column of titles
            return line
        beyond = [column for column in heading.columns if column.start >= title.end and column.start < cell.end]
        in_number = cell.end <= title.start
        return replace(line, alone=bool(beyond) or in_number) if len(heading.columns) > 1 else line

    def _between(self, *, numbered_only: bool = False) -> list[Line]:
        """The lines of text right before this table, when they can head a section of it."""
        texts = [text for text in self._table.before if _LETTERS.search(text)]
        if numbered_only:
            texts = [text for text in texts[-1:] if re.match(r"\d{1,2}\.\s*[А-ЯЁ]|Раздел \d|[IVX]+\.\s", text)]
        lines = []
        for text in texts:
            place = self._table.place()
            if len(text) <= _LONGEST_SECTION and not text.rstrip().endswith((".", ";")):
                lines.append(Line(place, title=text, alone=True, between=True, shows_bold=self._table.shows_bold))
            else:
                self._doubt("import-text-between", begins=beginning(text))
        return lines

    def _without_tail(self) -> list[Line]:
        """The new lines without what follows a blank row of a sheet and has neither number nor deadline: signatures."""
        lines = self._new
        if self._table.kind == "word":
            return lines
        numbers = [row.number for row in self._table.rows]
        after_gap = {below for above, below in pairwise(numbers) if below - above > 1}
        last = max((n for n, line in enumerate(lines) if line.number or line.deadline), default=len(lines))
        cut = next((n for n, line in enumerate(lines) if n > last and line.place.row in after_gap), len(lines))
        for line in lines[cut:]:
            self._doubt("import-after-table", line.place.row, begins=beginning(line.title or line.responsible))
        return lines[:cut]

    def _doubt(self, code: str, row: int = 0, **parameters: object) -> None:
        self._found.doubts.append(ImportDoubt(code, self._table.place(row), parameters=parameters))
