"""Follows the links of summary.xlsx, with an independent reader: what a number leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from openpyxl.utils.cell import range_boundaries

MACHINE_ROW = 7  # of «По школам»
RED = "FFB42318"


@dataclass(frozen=True)
class Answers:
    """The cells that a link selects: of which item, in which municipalities, and their values from top to bottom.

    `counted` are those not marked red, blanks aside.
    """

    item: str
    municipalities: tuple[str | None, ...]
    values: tuple[object, ...]
    counted: tuple[object, ...]

    @property
    def sum(self) -> float:
        """What the status bar of Excel says: the numbers, not the texts."""
        return sum(value for value in self.values if isinstance(value, int | float))


def answers_at(book: Any, location: str) -> Answers:
    """The cells of one column of «По школам» at a place such as «'По школам'!H8:H10»."""
    sheet, place = location.rsplit("!", 1)
    worksheet = book[sheet.strip("'").replace("''", "'")]
    column, first, last_column, last = range_boundaries(place)
    assert column == last_column
    cells = [worksheet.cell(row, column) for row in range(first, last + 1)]
    return Answers(
        str(worksheet.cell(MACHINE_ROW, column).value),
        tuple(worksheet.cell(row, 3).value for row in range(first, last + 1)),
        tuple(cell.value for cell in cells),
        tuple(cell.value for cell in cells if cell.value is not None and cell.font.color.rgb != RED),
    )


@dataclass(frozen=True)
class Shown:
    """A linked cell of «Свод …»: the block it stands in, its value, its n as it is told, and where it leads."""

    block: str
    value: object
    n: str
    location: str


def shown_cells(worksheet: Any) -> list[Shown]:
    """Every cell of a «Свод …» sheet that leads to answers.

    Its n stands below it in grey when it differs from that of its row, which stands at the right; a cell whose text
    does not lead anywhere itself is the one above or left of the linked n.
    """
    found, block, last = [], "", worksheet.max_column
    for row in worksheet.iter_rows(min_row=6):
        if row[1].fill.fgColor.rgb == "FF1F2A37":
            block = str(row[1].value).split(" — ")[0]
        for cell in row:
            if cell.hyperlink is None or ":" not in cell.hyperlink.location:
                continue
            below = worksheet.cell(cell.row + 1, cell.column)
            told = below.value if is_small(below) and below.value is not None else worksheet.cell(cell.row, last).value
            above = worksheet.cell(cell.row - 1, cell.column).value
            if is_small(cell):
                found.append(Shown(block, above, str(cell.value), cell.hyperlink.location))
            elif cell.column == last:
                found.append(Shown(block, worksheet.cell(cell.row, 4).value, str(cell.value), cell.hyperlink.location))
            else:
                found.append(Shown(block, cell.value, str(told), cell.hyperlink.location))
    return found


def is_small(cell: Any) -> bool:
    """Whether a cell stands in the second row of a line, in small grey print."""
    return bool(cell.font.sz == 8 and cell.font.color is not None and cell.font.color.rgb == "FF5B6775")
