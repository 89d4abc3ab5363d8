"""A sheet of summary.xlsx: the rows of a large sheet are printed as XML at once, everything else is XlsxWriter's.

XlsxWriter keeps an object for every cell and asks it for its kind when the file is closed, about 7 µs a cell; 500
schools with 550 answers each would take two seconds. Here a cell becomes its XML when it is put, about 0.5 µs. The
parts around the cells (columns, panes, filters, merged cells, links, charts, printing) are written by XlsxWriter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import RowInfo, Worksheet

from xlforms.layout.place import cell_name, column_letters, quoted_sheet
from xlforms.workbook.guard import accept, unformatted

TEXT_LIMIT = 32_767  # characters that a cell can hold
LINK_LIMIT = 65_530  # links that Excel opens on one sheet
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_SURROGATES = re.compile("[\ud800-\udfff]")


class SummarySheet(Worksheet):  # type: ignore[misc]  # xlsxwriter is not typed
    """A worksheet with quick `put_…` methods; styles are the numbers that `SummaryStyles` gives.

    Rows and columns count from 0. Cells of one row may be put in any order; a cell put twice holds the later content.
    The ordinary `write_…` methods would be lost, so a cell written by them stops the work.
    """

    outline_row_level: int

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[int, dict[int, str]] = {}
        self._ready: dict[int, tuple[str, int]] = {}
        self._numbers: dict[str, int] = {}
        self._links: list[str] = []

    def set_height(self, row: int, points: float, level: int = 0, *, folded: bool = False, folds: bool = False) -> None:
        """The height of a row in points and its level in the outline; `set_row` does the same six times slower.

        A `folded` row is out of sight until the outline is unfolded at the row above its group, the one that `folds`.
        """
        self.outline_row_level = max(self.outline_row_level, level)
        self.row_info[row] = RowInfo(height=int(points * 4 / 3 + 0.5), level=level, hidden=folded, collapsed=folds)

    def put_number(self, row: int, column: int, value: object, style: int) -> None:
        """A number: int, float or Decimal; all digits are kept."""
        content = f'<c r="{column_letters(column)}{row + 1}" s="{style}"><v>{value}</v></c>'
        self._cells.setdefault(row, {})[column] = content

    def put_text(self, row: int, column: int, text: str, style: int) -> None:
        """A text, whatever it looks like: never a formula, a link or a number. An empty one leaves an empty cell."""
        if not text:
            self.put_blank(row, column, style)
            return
        content = f'<c r="{column_letters(column)}{row + 1}" s="{style}" t="s"><v>{self.text_number(text)}</v></c>'
        self._cells.setdefault(row, {})[column] = content

    def put_blank(self, row: int, column: int, style: int) -> None:
        """An empty cell that has a look."""
        self._cells.setdefault(row, {})[column] = f'<c r="{column_letters(column)}{row + 1}" s="{style}"/>'

    def put_ready(self, row: int, cells: Sequence[str], last_column: int) -> None:
        """A whole row whose cells are XML already, from left to right up to `last_column`."""
        self._ready[row] = ("".join(cells), last_column)

    def taken_row(self, row: int) -> str:
        """The cells put into a row so far, taken back as XML, to stand before ready ones."""
        cells = self._cells.pop(row, {})
        return "".join(cells[column] for column in sorted(cells))

    def put_merged(self, row: int, column: int, last_row: int, last_column: int, text: str, style: int) -> None:
        """A text over several cells; all of them get the look, so that borders are closed."""
        for each_row in range(row, last_row + 1):
            for each_column in range(column, last_column + 1):
                self.put_blank(each_row, each_column, style)
        self.put_text(row, column, text, style)
        self.merge_only(row, column, last_row, last_column)

    def merge_only(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """Merges cells that have been put; a single cell stays as it is."""
        if (row, column) != (last_row, last_column):
            self.merge.append([row, column, last_row, last_column])

    def put_link(self, row: int, column: int, text: str, style: int, sheet: str, target: tuple[int, int]) -> None:
        """A text that leads to a cell of a sheet of the same workbook."""
        self.put_text(row, column, text, style)
        self.link_cell(row, column, f"{quoted_sheet(sheet)}!{cell_name(*target)}")

    def link_cell(self, row: int, column: int, place: str, tip: str = "", *, last_column: int = -1) -> None:
        """Makes a cell, or merged ones up to `last_column`, lead to a place of the same workbook («'Лист'!A1:A9»).

        `tip` is said beside the mouse. The caller keeps to LINK_LIMIT: with more links Excel refuses the sheet.
        """
        cells = cell_name(row, column)
        if last_column > column:
            cells += f":{cell_name(row, last_column)}"
        more = f' tooltip="{tip.translate(_ENTITIES)}"' if tip else ""
        self._links.append(f'<hyperlink ref="{cells}" location="{place.translate(_ENTITIES)}"{more}/>')

    def put_table(self, first_row: int, last_row: int, name: str, headings: Sequence[str], style: int) -> None:
        """A table of Excel with a filter: its headings from the first column on, its rows up to `last_row`.

        Headings must be different texts, whatever the case of their letters: Excel repairs a file where they are not.
        The look of the rows is that of their cells.
        """
        last = len(headings) - 1
        columns = [{"header": heading} for heading in headings]
        options = {"name": name, "columns": columns, "style": None, "banded_rows": False}
        accept(self.name, name, self.add_table, first_row, 0, first_row + 1, last, options)
        del self.table[first_row]  # XlsxWriter's own cells; its table of texts has counted them
        self.str_table.count -= len(headings)
        table = self.tables[-1]
        table["range"] = table["a_range"] = table["autofilter"] = f"A{first_row + 1}:{cell_name(last_row, last)}"
        for column, heading in enumerate(headings):
            self.put_text(first_row, column, heading, style)

    def row_points(self, row: int) -> float:
        """The height of a row in points."""
        info = self.row_info.get(row)
        return float(self.default_row_height if info is None else info.height) * 0.75

    def text_number(self, text: str) -> int:
        """The number of a text in the shared strings of the workbook."""
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = int(self.str_table._get_shared_string_index(plain_text(text)))
        return found

    def _assemble_xml_file(self) -> None:
        rows = [*self._cells, *self._ready, *self.row_info]
        columns = [column for cells in self._cells.values() for column in cells]
        columns += [last for _, last in self._ready.values()]
        self.dim_rowmin, self.dim_rowmax = min(rows, default=0), max(rows, default=0)
        self.dim_colmin, self.dim_colmax = min(columns, default=0), max(columns, default=0)
        super()._assemble_xml_file()

    def _write_hyperlinks(self) -> None:
        if self.hyperlinks:
            raise TypeError(f"{self.name}: links written past the put methods")
        if self._links:
            self.fh.write(f"<hyperlinks>{''.join(self._links)}</hyperlinks>")

    def _write_rows(self) -> None:
        if self.table:
            raise TypeError(f"{self.name}: cells written past the put methods")
        # The table of texts also says how many cells hold one. So far each text was counted once for this sheet.
        self.str_table.count -= len(self._numbers)
        for row in sorted(self._cells.keys() | self._ready.keys() | self.row_info.keys()):
            self._write_row(row, None, self.row_info.get(row))
            cells = self._cells.get(row, {})
            ready = self._ready.get(row)
            content = "".join(cells[column] for column in sorted(cells)) if ready is None else ready[0]
            self.str_table.count += content.count(' t="s"')
            self.fh.write(content)
            self._xml_end_tag("row")


def plain_text(text: str) -> str:
    """A text that a cell can hold: not too long, no half characters, and nothing that XlsxWriter takes for XML."""
    if len(text) >= TEXT_LIMIT:
        text = text[: TEXT_LIMIT - 1] + "…"
    return _SURROGATES.sub("\ufffd", unformatted(text))


def new_sheet(book: Any, name: str) -> SummarySheet:
    """A new sheet of the workbook, without grid lines."""
    sheet: SummarySheet = book.add_worksheet(name, SummarySheet)
    sheet.hide_gridlines(2)
    return sheet
