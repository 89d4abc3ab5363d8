"""How many units a row of the totals covers."""

from __future__ import annotations

import pytest

from tests.reports.made_up import small_form
from xlforms.definitions.items import Item
from xlforms.reports.covered_units import other_units, usual_units
from xlforms.reports.section_values import NOTHING, Shown

ITEMS = {item.name.rsplit(".", 1)[1]: item for item in small_form()[0].items}


def row(*cells: tuple[str, Shown]) -> list[tuple[Item, Shown]]:
    """Cells by the last word of their items' names."""
    return [(ITEMS[name], shown) for name, shown in cells]


@pytest.mark.parametrize(
    ("cells", "usual", "others"),
    [
        (row(("total", Shown(5, False, 3)), ("young", Shown(1, False, 3))), 3, {}),
        (row(("total", Shown(5, False, 3)), ("young", Shown(1, True, 2))), 3, {"staff.mathematics.young": 2}),
        (row(("total", Shown(5, False, 3)), ("young", Shown(NOTHING, False, 0))), 3, {}),
        (row(("total", Shown(5, False, 3)), ("topic", Shown("1 ответ", False, 1))), 3, {}),
        (row(("topic", Shown("1 ответ", False, 1)), ("young", Shown(NOTHING, False, 0))), 1, {}),
        (row(("head", Shown("—", False, 2))), 2, {}),
        ([], 0, {}),
    ],
    ids=["all-the-same", "largest-of-equals", "nobody", "texts-say-it-themselves", "only-texts", "personal", "empty"],
)
def test_units_of_a_row(cells: list[tuple[Item, Shown]], usual: int, others: dict[str, int]) -> None:
    """The number that most cells cover stands at the end of the row, others stand below theirs."""
    assert (usual, others) == (usual_units(cells), other_units(cells))
