"""Files whose Russian letters a program replaced by «?»: numbers are left, but no text and no choice can be read.

Formats without Unicode do that where the program does not expect Russian: .xls of Excel 95 as Gnumeric writes it
(measured), CSV from an English Windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from xlforms.intake.raw import CellKind, RawSheet
from xlforms.intake.row_witnesses import SheetKeys

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_FEWEST = 3  # captions; one alone may be somebody's question marks


def letters_lost(sheets: Iterable[tuple[RawSheet, SheetKeys]]) -> bool:
    """Whether the captions on these sheets of a form came back as question marks, and more of them than whole ones."""
    lost = whole = 0
    for raw, keys in sheets:
        texts = [str(cell[1]) for cell in raw.cells.values() if cell[0] == CellKind.TEXT]
        doubtful = [text for text in texts if "?" in text]
        if not doubtful:
            whole += 1
            continue
        printed = {fixed.text for fixed in keys.sheet.fixed if _FOREIGN.search(fixed.text)}
        veiled = {_FOREIGN.sub("?", text) for text in printed}
        whole += sum(text in printed for text in texts)
        lost += sum(text not in printed and _FOREIGN.sub("?", text) in veiled for text in doubtful)
    return lost >= _FEWEST and lost > whole
