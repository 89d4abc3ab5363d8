"""Words that repeat: «1 раз в квартал», «ежемесячно», «каждую четверть», «по пятницам», «постоянно»."""

from __future__ import annotations

from typing import cast

from xlforms.deadlines.deadline import RecurrenceUnit
from xlforms.deadlines.phrases import DayOfMonth, Found, Repeats
from xlforms.deadlines.printed_years import read_whole_year
from xlforms.deadlines.tokens import Tokens, kind_at, word_at
from xlforms.deadlines.words import adjective_unit, adverb_unit

_UNITS: dict[str, RecurrenceUnit] = {
    "день": "day", "неделя": "week", "weekday": "week", "месяц": "month", "квартал": "quarter", "четверть": "term",
    "полугодие": "half_year", "год": "year",
}  # fmt: skip
_PLURAL_ENDINGS = ("ам", "ям")
_MULTIPLES = ("однажды", "дважды", "трижды", "четырежды")


def read_repeats(tokens: Tokens, at: int) -> Found[Repeats]:
    """One repetition, or None."""
    word = word_at(tokens, at)
    at_least = at + (word == "не")
    if word_at(tokens, at_least) == "не менее":
        return _times(tokens, at_least + 1)
    match word:
        case "постоянно":
            return Repeats("always"), at + 1
        case "каждый":
            return _each(tokens, at + 1)
        case "по":
            return _by_units(tokens, at + 1)
        case "в" | "на":
            return _in_mode(tokens, at + 1)
    unit = adverb_unit(word)
    return (Repeats(cast(RecurrenceUnit, unit)), at + 1) if unit else _times(tokens, at)


def read_day_of_month(tokens: Tokens, at: int) -> Found[DayOfMonth]:
    """«до 5 числа», «25-30 числа месяца, следующего за отчётным», «в конце каждой четверти»."""
    start = at
    while word_at(tokens, at) in ("до", "не", "позднее", "к", "с", "в", "на"):
        at += 1
    end = _numbered_day(tokens, at) or _vague_day(tokens, at)
    if end is None:
        return None
    while word_at(tokens, end) in ("месяц", "следующий", "за", "отчетный", "квартал") or (
        word_at(tokens, end) == "," and word_at(tokens, end + 1) == "следующий"
    ):
        end += 1
    return DayOfMonth(" ".join(token.text for token in tokens[start:end])), end


def _times(tokens: Tokens, at: int) -> Found[Repeats]:
    """«1 раз в квартал», «раз в 2 года», «дважды в год», «2 раза в 2021 году» (the year is left for its own reader)."""
    times, at = _count(tokens, at)
    if word_at(tokens, at) == "-" and kind_at(tokens, at + 1) == "number":
        at += 2
    if word_at(tokens, at) == "раз":
        at += 1
    elif not (kind_at(tokens, at - 1) == "count" and at > 0 and tokens[at - 1].text in _MULTIPLES):
        return None
    place = at
    while word_at(tokens, place) in ("в", "за", "на", "/", "течение"):
        place += 1
    if place == at:
        return None
    if word_at(tokens, place) != "учебный" and kind_at(tokens, place) in ("year", "years"):
        return (Repeats("year", times), at) if read_whole_year(tokens, place) else None
    found = _unit(tokens, place)
    return found and (Repeats(found[0].unit, times, found[0].every), found[1])


def _each(tokens: Tokens, at: int) -> Found[Repeats]:
    found = _unit(tokens, at)
    if found is not None and word_at(tokens, found[1] - 1) == "weekday" and word_at(tokens, found[1]) == "месяц":
        return Repeats("month"), found[1] + 1
    return found


def _unit(tokens: Tokens, at: int) -> Found[Repeats]:
    """A unit with the number before it («2 месяца»)."""
    every, at = _count(tokens, at)
    at += word_at(tokens, at) == "учебный"
    unit = _UNITS.get(word_at(tokens, at))
    return (Repeats(unit, every=every), at + 1) if unit and every > 0 else None


def _count(tokens: Tokens, at: int) -> tuple[int, int]:
    if kind_at(tokens, at) in ("number", "count", "ordinal") and tokens[at].values[0] > 0:
        return tokens[at].values[0], at + 1
    return 1, at


def _by_units(tokens: Tokens, at: int) -> Found[Repeats]:
    """«по полугодиям», «по пятницам»: only the plural repeats."""
    unit = _UNITS.get(word_at(tokens, at))
    if unit is None or not tokens[at].text.endswith(_PLURAL_ENDINGS):
        return None
    return Repeats(unit), at + 1


def _in_mode(tokens: Tokens, at: int) -> Found[Repeats]:
    """«в ежемесячном режиме», «на постоянной основе»."""
    if word_at(tokens, at + 1) != "режим":
        return None
    if word_at(tokens, at) == "постоянный":
        return Repeats("always"), at + 2
    unit = adjective_unit(word_at(tokens, at))
    return (Repeats(cast(RecurrenceUnit, unit)), at + 2) if unit else None


def _numbered_day(tokens: Tokens, at: int) -> int | None:
    if kind_at(tokens, at) != "number":
        return None
    at += 1
    if word_at(tokens, at) in ("-", "по", "и") and kind_at(tokens, at + 1) == "number":
        at += 2
    return at + 1 if word_at(tokens, at) == "число" and kind_at(tokens, at + 1) != "month" else None


def _vague_day(tokens: Tokens, at: int) -> int | None:
    """«конец», «последняя неделя», «2-я декада», «последний день» of a month or a term that is not named."""
    if word_at(tokens, at) in ("начало", "середина", "конец"):
        at += 1
    elif kind_at(tokens, at) in ("ordinal", "number") and word_at(tokens, at + 1) in ("неделя", "декада", "день"):
        at += 2
    else:
        return None
    return at if word_at(tokens, at) in ("каждый", "месяц", "квартал", "четверть", "полугодие") else None
