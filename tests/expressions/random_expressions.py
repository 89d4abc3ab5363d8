"""Random expressions that make sense, for comparing the evaluator with a spreadsheet."""

from __future__ import annotations

from datetime import date as day_of
from random import Random
from typing import cast

from xlforms.expressions.nodes import (
    Arithmetic,
    Binary,
    Call,
    Comparison,
    Conditional,
    Day,
    Logic,
    Membership,
    Node,
    Not,
    Number,
    Reference,
    Text,
    Unary,
)

NUMBERS = ("a", "b", "c", "z", "computed", "period_year")  # z: `blank: zero`; period_year: a constant
TEXTS = ("t", "u")
DATES = ("d", "e")
LISTS = ("r.*", "w.*", "dates.*")  # ranges of numbers, of `blank: zero` numbers and of dates
MIXED = "row"

COMPARATORS: tuple[Comparison, ...] = ("<", "<=", ">", ">=", "=", "<>")
CONSTANTS = (0, 1, 2, 3, 10, 0.1, 0.25, 0.3, 2.675)
WORDS = ("да", "Нет", " ДА ", "имеется", "", 'в «с» "к"', "2  слова")


def number(random: Random, depth: int) -> Node:  # noqa: PLR0911 - one branch for each sort of node
    """A number."""
    choice = random.randrange(10) if depth > 0 else random.randrange(3)
    if choice == 0:
        return Number(random.choice(CONSTANTS))
    if choice <= 2:
        return Reference(random.choice(NUMBERS))
    if choice <= 4:
        operator = cast(Arithmetic, random.choice("+-*/"))
        return Binary(operator, number(random, depth - 1), number(random, depth - 1))
    if choice == 5:
        return Unary(number(random, depth - 1))
    if choice == 6:
        otherwise = number(random, depth - 1) if random.random() < 0.7 else None
        return Conditional(logic(random, depth - 1), number(random, depth - 1), otherwise)
    if choice == 7:
        return _rounding(random, depth)
    if choice == 8 and random.random() < 0.2:
        return Binary("-", Reference("d"), Reference("e"))
    return _aggregate(random, depth)


def date(random: Random, depth: int) -> Node:
    """A date."""
    choice = random.randrange(5)
    if choice == 4:
        return Day(day_of(2023, random.randrange(1, 13), 15))
    if choice == 0 and depth > 0:
        return Binary("+", date(random, depth - 1), Number(random.randrange(400)))
    if choice == 1:
        return Call(random.choice(("min", "max")), (Reference("dates.*"), Reference("d")))
    return Reference(random.choice(DATES))


def logic(random: Random, depth: int) -> Node:  # noqa: PLR0911 - one branch for each sort of node
    """A condition."""
    choice = random.randrange(10) if depth > 0 else random.randrange(4)
    if choice == 0:
        return _text_condition(random)
    if choice == 1:
        return Call("answered", tuple(_names(random)))
    if choice <= 3:
        return _comparison(random, depth)
    if choice == 4:
        return Binary(_comparator(random), date(random, depth - 1), date(random, depth - 1))
    if choice == 5:
        options = tuple(Number(random.choice(CONSTANTS)) for _ in range(random.randrange(1, 4)))
        return Membership(number(random, depth - 1), options)
    if choice == 6:
        return Not(logic(random, depth - 1))
    if choice == 7:
        otherwise = logic(random, depth - 1) if random.random() < 0.6 else None
        return Conditional(logic(random, depth - 1), logic(random, depth - 1), otherwise)
    parts = tuple(logic(random, depth - 1) for _ in range(random.randrange(2, 4)))
    return Logic("and" if choice == 8 else "or", parts)


def _comparison(random: Random, depth: int) -> Node:
    return Binary(_comparator(random), number(random, depth - 1), number(random, depth - 1))


def _comparator(random: Random) -> Comparison:
    return random.choice(COMPARATORS)


def _text_condition(random: Random) -> Node:
    left = Reference(random.choice(TEXTS))
    if random.random() < 0.3:
        return Membership(left, tuple(Text(word) for word in random.sample(WORDS, 3)))
    right = Text(random.choice(WORDS)) if random.random() < 0.6 else Reference(random.choice(TEXTS))
    return Binary("=" if random.random() < 0.6 else "<>", left, right)


def _names(random: Random) -> list[Node]:
    every = (*NUMBERS, *TEXTS, *DATES, *LISTS, MIXED)
    return [Reference(name) for name in random.sample(every, random.randrange(1, 4))]


def _aggregate(random: Random, depth: int) -> Node:
    name = random.choice(("sum", "sum", "average", "min", "max", "count"))
    if name == "count":
        return Call(name, tuple(_names(random)))
    lists: list[Node] = [Reference(path) for path in random.sample(("r.*", "w.*"), random.randrange(1, 3))]
    more = [number(random, depth - 1) for _ in range(random.randrange(0, 3))]
    return Call(name, tuple(lists + more if random.random() < 0.7 or not more else more))


def _rounding(random: Random, depth: int) -> Node:
    inner = number(random, depth - 1)
    return Call("round", (inner, Number(random.randrange(4)))) if random.random() < 0.6 else Call("abs", (inner,))
