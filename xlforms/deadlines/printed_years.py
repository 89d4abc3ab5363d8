"""Years as printed: behind a month («сентябрь 2020 г.», «май 2020/21 уч. года») or alone («2020-2021 учебный год»)."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.deadlines.phrases import Found, Stretch
from xlforms.deadlines.pieces import Piece
from xlforms.deadlines.tokens import Tokens, kind_at, word_at

_SEVERAL = ("гг", "годы", "годов", "годам", "годах", "лет")


@dataclass(frozen=True)
class PrintedYear:
    """A calendar year, or the first year of a school year; None for «учебного года» without a number."""

    year: int | None
    school: bool = False
    doubt: str = ""


def read_printed_years(tokens: Tokens, at: int) -> Found[tuple[PrintedYear, ...]]:
    """The year or years that qualify what stands before: «2020 г.», «, 2020», «2020 и 2021 гг.», «20 г.»."""
    if word_at(tokens, at) == "," and kind_at(tokens, at + 1) in ("year", "years"):
        at += 1
    if word_at(tokens, at) == "текущий" and word_at(tokens, at + 1) in ("год", "учебный"):
        at += 1
    if kind_at(tokens, at) == "year":
        return _calendar_years(tokens, at)
    if kind_at(tokens, at) == "number" and word_at(tokens, at + 1) == "год":
        number, roman = tokens[at].values
        return None if roman or number < 10 else ((PrintedYear(2000 + number),), at + 2)
    if word_at(tokens, at) == "учебный" or kind_at(tokens, at) == "years":
        return _school_year(tokens, at)
    return None


def read_whole_year(tokens: Tokens, at: int) -> Found[Stretch]:
    """A year as a period of its own; «год» without a number only after «в течение», «весь», «конец» and the like."""
    if word_at(tokens, at) == "текущий" and word_at(tokens, at + 1) in ("год", "учебный"):
        at += 1
    kind, word = kind_at(tokens, at), word_at(tokens, at)
    if kind == "year":
        end = _after_year_word(tokens, at + 1)
        unclear = word_at(tokens, at + 1) == "учебный"
        return Stretch(Piece("unclear" if unclear else "year", year=tokens[at].values[0])), end
    if kind == "years" and not _named_school(tokens, at):
        return _two_years(tokens, at)
    if kind == "years" or word == "учебный":
        found = _school_year(tokens, at)
        return found and (Stretch(Piece("school_year", year=found[0][0].year, school=True)), found[1])
    if word == "год" and word_at(tokens, at - 1) in ("течение", "весь", "начало", "середина", "конец", "половина"):
        return Stretch(Piece("some_year")), at + 1
    return None


def _calendar_years(tokens: Tokens, at: int) -> Found[tuple[PrintedYear, ...]]:
    years = [PrintedYear(tokens[at].values[0])]
    at = _after_year_word(tokens, at + 1)
    while word_at(tokens, at) in (",", "и") and kind_at(tokens, at + 1) == "year":
        years.append(PrintedYear(tokens[at + 1].values[0]))
        at = _after_year_word(tokens, at + 2)
    return tuple(years), at


def _school_year(tokens: Tokens, at: int) -> Found[tuple[PrintedYear, ...]]:
    """«2020-2021 уч. год», «учебного 2020/2021 года», «учебный год 2020/2021», «учебного года»."""
    named = word_at(tokens, at) == "учебный"
    at += named
    if named and word_at(tokens, at) == "год" and kind_at(tokens, at + 1) == "years":
        at += 1
    if kind_at(tokens, at) != "years":
        return ((PrintedYear(None, True),), at + 1) if word_at(tokens, at) == "год" else None
    first, last, slash = tokens[at].values
    if last != first + 1:
        return None
    sure = named or slash or word_at(tokens, at + 1) == "учебный"
    return (PrintedYear(first, True, "" if sure else "deadline-years-unclear"),), _after_year_word(tokens, at + 1)


def _two_years(tokens: Tokens, at: int) -> Found[Stretch]:
    """«2020-2021 годы» are calendar years; «2020-2021» and «в 2020-2021 году» may as well be one school year."""
    first, last, slash = tokens[at].values
    if last <= first:
        return None
    end = _after_year_word(tokens, at + 1)
    several = any(token.text in _SEVERAL for token in tokens[at + 1 : end]) or end == at + 3
    if last == first + 1 and not several:
        return Stretch(Piece("school_year" if slash else "unclear", year=first, school=bool(slash))), end
    return Stretch(Piece("year", year=first), Piece("year", year=last)), end


def _named_school(tokens: Tokens, at: int) -> bool:
    return word_at(tokens, at + 1) == "учебный"


def _after_year_word(tokens: Tokens, at: int) -> int:
    """The place after «учебного года», «года», «г.», «г.г.»."""
    at += word_at(tokens, at) == "учебный"
    while word_at(tokens, at) == "год":
        at += 1
    return at
