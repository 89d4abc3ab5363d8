"""The items of a form that the page tells of: everything that is asked or computed, but for persons and identities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from xlforms.consolidation.summary import FormSummary
from xlforms.definitions.items import CHECK_SECTION, IDENTITY_CARD, BlockGrid, Item, SectionGrid

Shown = Literal["sum", "computed", "median", "span", "choices", "texts", "days"]


@dataclass(frozen=True, slots=True)
class FormItem:
    """An item where it stands: its section, block, and the captions of its row and column in the newest version."""

    item: Item
    section: SectionGrid
    block: BlockGrid
    row: str
    column: str

    @property
    def shown(self) -> Shown:
        """What stands in its place for many units, as in the summary workbook."""
        item = self.item
        if item.nature == "choice":
            return "choices"
        if item.nature == "text":
            return "texts"
        if item.nature == "date":
            return "days"
        if item.computed:
            return "computed"
        if item.type == "year":
            return "span"
        return "sum" if item.summed else "median"


def form_items(form: FormSummary) -> list[FormItem]:
    """In the printed order of the newest version, then those that only older versions ask."""
    found: dict[str, FormItem] = {}
    for version in form.versions:
        for section in version.sections:
            if section.id == CHECK_SECTION:
                continue
            for block in section.blocks:
                if block.id == IDENTITY_CARD:
                    continue
                for entry in _block_items(section, block):
                    found.setdefault(entry.item.name, entry)
    return list(found.values())


def _block_items(section: SectionGrid, block: BlockGrid) -> list[FormItem]:
    entries = []
    for row in block.rows:
        for line in block.columns:
            item = block.cells.get((row.id, line.id))
            if item is not None and not item.personal:
                caption = f"{line.group_caption}: {line.caption}" if line.group_caption else line.caption
                entries.append(FormItem(item, section, block, row.caption, "" if block.kind == "card" else caption))
    return entries
