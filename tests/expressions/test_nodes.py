"""The tree of an expression."""

from __future__ import annotations

from xlforms.expressions.nodes import Binary, Node, Number, Reference, measures_left, references
from xlforms.expressions.parse import parse


def test_references_are_listed_once_in_the_order_of_the_text() -> None:
    """Each name comes once, with its first place."""
    found = references(parse("if a in (1) then sum(b.*, -c) < a <= d else not a = row"))
    expected = [("a", 3), ("b.*", 21), ("c", 27), ("d", 37), ("row", 52)]
    assert expected == [(name.path, name.position) for name in found]


def test_positions_take_no_part_in_comparison() -> None:
    """Two texts that mean the same are equal trees."""
    assert parse("a+b") == parse("  a  +  (b)")


def test_the_relative_tolerance_is_measured_on_the_plainer_side() -> None:
    """A constant before an item, an item before a calculation, else the right side."""
    item, constant, calculation = Reference("a"), Number(1), Binary("+", Reference("a"), Reference("b"))
    sides: list[tuple[Node, Node]] = [
        (constant, item),
        (item, constant),
        (item, calculation),
        (calculation, item),
        (item, item),
    ]
    expected = [True, False, True, False, False]
    assert expected == [measures_left(left, right) for left, right in sides]
