"""Numbers with their unit: «15-20 сентября», «II-III квартал», «1 и 2 полугодие», «вторая декада марта»."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xlforms.deadlines.phrases import Found, Stretch
from xlforms.deadlines.pieces import LAST_DAY, Piece
from xlforms.deadlines.tokens import Tokens, kind_at, word_at

_TERMS = {1: ((9, 1), (10, LAST_DAY)), 2: ((11, 1), (12, LAST_DAY)), 3: ((1, 1), (3, LAST_DAY)),
          4: ((4, 1), (5, LAST_DAY))}  # fmt: skip
_DECADES = {1: (1, 10), 2: (11, 20), 3: (21, LAST_DAY), -1: (21, LAST_DAY)}
_WEEKS = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28)}
_HALVES = {1: (1, 15), 2: (16, LAST_DAY)}
_MISREAD_ROMAN = {"п": 2, "ш": 3}
"""Cyrillic letters that stand for II and III in scans and hurried typing."""


@dataclass(frozen=True)
class _Number:
    value: int
    day: bool  # an Arabic number, which may be a day
    doubt: str = ""


_Numbers = tuple[tuple[_Number, _Number | None], ...]


def read_numbered(tokens: Tokens, at: int, joints: tuple[str, ...]) -> Found[tuple[Stretch, ...]]:
    """One or more numbers or ranges of numbers with the unit behind them, without a year."""
    days = _days_before_date(tokens, at, joints)
    if days is not None:
        return days
    found = _numbers(tokens, at, joints)
    if found is None:
        return None
    numbers, end = found
    unit = _unit(tokens, end)
    if unit is None:
        return None
    name, month, end = unit
    stretches = tuple(_stretch(name, month, pair) for pair in numbers)
    known = tuple(stretch for stretch in stretches if stretch is not None)
    return (known, end) if len(known) == len(stretches) else None


def _days_before_date(tokens: Tokens, at: int, joints: tuple[str, ...]) -> Found[tuple[Stretch, ...]]:
    """«15-20.08.2020»: the first number is a day of the month of the date."""
    if kind_at(tokens, at) != "number" or word_at(tokens, at + 1) not in joints:
        return None
    day, roman = tokens[at].values
    match kind_at(tokens, at + 2):
        case "date":
            year, month, last = tokens[at + 2].values
            end = at + 3 + (word_at(tokens, at + 3) == "год")
            piece = Piece("days", (month, last), (month, last), year=year)
        case "day_month":
            month, last = tokens[at + 2].values
            end, piece = at + 3, Piece("days", (month, last), (month, last))
        case _:
            return None
    return None if roman else ((Stretch(replace(piece, first=(month, day), last=(month, day), year=None), piece),), end)


def _numbers(tokens: Tokens, at: int, joints: tuple[str, ...]) -> Found[_Numbers]:
    first = _number(tokens, at)
    if first is None:
        return None
    pairs: list[tuple[_Number, _Number | None]] = [(first, None)]
    at += 1
    while (number := _number(tokens, at + 1)) is not None and word_at(tokens, at) in (*joints, ",", "и"):
        if word_at(tokens, at) in joints:
            if pairs[-1][1] is not None:
                return None
            pairs[-1] = (pairs[-1][0], number)
        else:
            pairs.append((number, None))
        at += 2
    return tuple(pairs), at


def _number(tokens: Tokens, at: int) -> _Number | None:
    kind = kind_at(tokens, at)
    if kind == "number":
        value, roman = tokens[at].values
        return _Number(value, not roman)
    if kind == "ordinal":
        return _Number(tokens[at].values[0], False)
    if word_at(tokens, at) in _MISREAD_ROMAN:
        return _Number(_MISREAD_ROMAN[word_at(tokens, at)], False, "deadline-roman")
    return None


def _unit(tokens: Tokens, at: int) -> tuple[str, int, int] | None:
    """The name of a unit, its month (0 if it has none) and the place after it."""
    word = word_at(tokens, at)
    if kind_at(tokens, at) == "month":
        return "день", tokens[at].values[0], at + 1
    if word in ("квартал", "полугодие", "четверть"):
        return word, 0, at + 1
    if word in ("число", "декада", "неделя", "половина") and kind_at(tokens, at + 1) == "month":
        return "день" if word == "число" else word, tokens[at + 1].values[0], at + 2
    if word == "половина" and word_at(tokens, at + 1) == "учебный":
        return "полугодие", 0, at + 1
    if word == "половина" and kind_at(tokens, at + 1) in ("year", "years"):
        return "полугодие", 0, at + 1
    return None


def _stretch(unit: str, month: int, pair: tuple[_Number, _Number | None]) -> Stretch | None:
    first = _piece(unit, month, pair[0])
    last = None if pair[1] is None else _piece(unit, month, pair[1])
    if first is None or (last is None and pair[1] is not None):
        return None
    return Stretch(first, last)


def _piece(unit: str, month: int, number: _Number) -> Piece | None:
    value = number.value
    if unit == "день":
        return Piece("days", (month, value), (month, value)) if number.day and 1 <= value <= 31 else None
    if unit == "полугодие":
        return Piece("half", half=value, doubt=number.doubt) if value in (1, 2) else None
    if unit == "четверть":
        return Piece("days", *_TERMS[value], doubt=number.doubt or "deadline-term") if value in _TERMS else None
    if unit == "квартал":
        if not 1 <= value <= 4:
            return None
        return Piece("days", (3 * value - 2, 1), (3 * value, LAST_DAY), doubt=number.doubt)
    days = {"декада": _DECADES, "неделя": _WEEKS, "половина": _HALVES}[unit].get(value)
    return None if days is None else Piece("days", (month, days[0]), (month, days[1]), doubt=number.doubt)
