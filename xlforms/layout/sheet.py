"""Lays out one section: title, blocks from top to bottom, footnotes."""

from __future__ import annotations

from xlforms.definitions.items import SectionGrid
from xlforms.layout.aside import Aside
from xlforms.layout.block import add_block
from xlforms.layout.draft import SheetDraft
from xlforms.layout.plan import CODE_COLUMN, FIRST_ANSWER_COLUMN, LABEL_COLUMN, SheetPlan
from xlforms.layout.widths import share_widths

_MOST_FROZEN_ROWS = 12
_MOST_FROZEN_PIXELS = 420  # captions that stay in sight while columns scroll; wider ones would fill a small screen


def lay_out_section(section: SectionGrid, beside: Aside) -> SheetPlan:
    """The sheet of a section, with room for the verdicts beside its rows."""
    draft = SheetDraft(section, share_widths(section), beside)
    draft.line(section.title, "sheet_title")
    draft.heights[-1] = max(draft.heights[-1], 24.0)
    draft.line("", "code_line", slot="code_line")
    draft.space(3.0)
    if section.help:
        draft.line(section.help, "hint")
    body = draft.row
    header = (1, 1)
    for number, block in enumerate(section.blocks):
        draft.space(8.0 if number else 6.0)
        header = add_block(draft, block)
    if section.footnotes:
        draft.space(4.0)
    for note in section.footnotes:
        draft.line(note, "footnote")
    single = len(section.blocks) == 1 and section.blocks[0].kind == "table"
    draft.head_aside(*(header if single else (1, 1)))
    scrolls = header[1] + 1 if single and header[1] <= _MOST_FROZEN_ROWS else body
    columns = FIRST_ANSWER_COLUMN if draft.pixels(CODE_COLUMN, LABEL_COLUMN) <= _MOST_FROZEN_PIXELS else 0
    return draft.finish(header if single else (1, 3), (scrolls, columns))
