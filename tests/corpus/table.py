"""Every broken and hostile input: its name, how it is made, what must happen to it, and why it is here.

The rows stand in three files by what they are about; `python -m tests.corpus` prints them as one table.
"""

from __future__ import annotations

from itertools import chain

from tests.corpus.container_entries import ARCHIVES, LETTERS, NAMES
from tests.corpus.entry import Entry
from tests.corpus.refused_entries import DISGUISES, LOCKS, OTHER_TABLES, PACKAGES
from tests.corpus.workbook_entries import CELLS, CORNERS, TEXTS, XML

TABLE: tuple[Entry, ...] = tuple(
    chain(DISGUISES, LOCKS, PACKAGES, XML, CELLS, TEXTS, CORNERS, OTHER_TABLES, ARCHIVES, LETTERS, NAMES)
)
