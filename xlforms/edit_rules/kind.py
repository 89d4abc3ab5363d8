"""What a kind of edit rule is: the keys it takes in YAML, and how they become conditions.

To add a kind: one file in this folder with a `KIND`, and its test; `register` finds it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from xlforms.expressions.nodes import Node

# number: an expression that gives a number; a list, or a name that means many items, is their sum
# ordered: an expression that gives a number or a date
# sequence: a list of two or more of these
# condition: a condition
# answers: names of items, also of many at once
# constant: a number, not negative
Role: TypeAlias = Literal["number", "ordered", "sequence", "condition", "answers", "constant"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a kind of rule, and what may stand there."""

    name: str
    role: Role
    required: bool = True


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the keys of a rule hold in one place: its row, its column or the whole form. Optional keys may be absent.

    `earlier` are the same for the rows or columns before, where a rule goes through a table.
    """

    nodes: Mapping[str, tuple[Node, ...]]
    earlier: tuple[Mapping[str, tuple[Node, ...]], ...] = ()

    def has(self, key: str) -> bool:
        """Was the key given?"""
        return key in self.nodes

    def one(self, key: str) -> Node:
        """What stands at a key of a single expression."""
        (node,) = self.nodes[key]
        return node

    def all(self, key: str) -> tuple[Node, ...]:
        """What stands at a key of a list."""
        return self.nodes[key]


@dataclass(frozen=True, slots=True)
class Statement:
    """One condition of a rule in one place.

    `sides` are the expressions that a message may show, by name; `left` and `right` are the two that were compared.
    `about` holds the items beside which the verdict stands, the best first. `message` is what is wrong, in Russian,
    unless the form says it in its own words: a template of sides (`{left}`) and of their captions (`{left_name}`).
    """

    condition: Node
    sides: tuple[tuple[str, Node], ...]
    about: tuple[Node, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rule.

    `state` makes the conditions from the arguments, none when there is nothing to compare. `advice` is what to do,
    unless the form says. `any_of` are optional keys of which one at least is needed. `by_rows`: makes sense only over
    the rows of a table.
    """

    name: str
    keys: tuple[Key, ...]
    state: Callable[[Arguments], tuple[Statement, ...]]
    advice: str
    any_of: tuple[str, ...] = ()
    by_rows: bool = False
