"""How many units the numbers of one row cover: once at its end, and under the numbers that cover others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from xlforms.definitions.items import Item
from xlforms.reports.section_values import NOTHING, Shown


def is_covered(item: Item, shown: Shown) -> bool:
    """Whether a cell shows something of which one may ask how many units it covers; a count of texts says it itself."""
    return item.nature != "text" and not item.personal and shown.value != NOTHING


def usual_units(cells: Sequence[tuple[Item, Shown]]) -> int:
    """What most cells of a row cover, of several such numbers the largest; without such cells how many answered."""
    counts = Counter(shown.n for item, shown in cells if is_covered(item, shown))
    if not counts:
        return max((shown.n for _, shown in cells), default=0)
    return max(counts, key=lambda n: (counts[n], n))


def other_units(cells: Sequence[tuple[Item, Shown]]) -> dict[str, int]:
    """By item name the units of the cells that cover another number than the usual one."""
    usual = usual_units(cells)
    return {item.name: shown.n for item, shown in cells if is_covered(item, shown) and shown.n != usual}
