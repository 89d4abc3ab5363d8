"""Days, months, quarters, half-years and ranges of them as they are printed, with their year if there is one."""

from __future__ import annotations

from dataclasses import replace

from xlforms.deadlines.numbered import read_numbered
from xlforms.deadlines.phrases import Found, Stretch
from xlforms.deadlines.pieces import LAST_DAY, Piece, Third
from xlforms.deadlines.printed_years import PrintedYear, read_printed_years, read_whole_year
from xlforms.deadlines.tokens import Tokens, kind_at, word_at

_THIRDS: dict[str, Third] = {"начало": "start", "середина": "middle", "конец": "end"}


def read_stretches(tokens: Tokens, at: int, joints: tuple[str, ...] = ("-",)) -> Found[tuple[Stretch, ...]]:
    """A piece or a range from one to another («май-июнь 2020», «15-20 сентября»), or several numbers of one unit.

    `joints` are the words that may stand between the ends of a range; after «с» they are also «по» and «до».
    """
    found = _one_side(tokens, at, joints)
    if found is None:
        return None
    stretches, end = found
    if len(stretches) == 1 and stretches[0].last is None and word_at(tokens, end) in joints:
        place = end + 1 + (word_at(tokens, end + 1) == "в")
        other = _one_side(tokens, place, joints)
        if other is not None and all(stretch.last is None for stretch in other[0]):
            return tuple(_range(stretches[0].first, stretch.first) for stretch in other[0]), other[1]
    return found


def _range(first: Piece, last: Piece) -> Stretch:
    """A range; «сентябрь-май 2020-2021» can only be a school year."""
    if last.doubt == "deadline-years-unclear" and first.annual and first.first[0] > last.first[0]:
        return Stretch(first, replace(last, doubt=""))
    return Stretch(first, last)


def _one_side(tokens: Tokens, at: int, joints: tuple[str, ...]) -> Found[tuple[Stretch, ...]]:
    third = _THIRDS.get(word_at(tokens, at))
    if third is not None:
        return _third(tokens, at + 1, third, joints)
    numbered = read_numbered(tokens, at, joints)
    if numbered is not None:
        return _with_years(tokens, numbered[1], numbered[0])
    return _date(tokens, at) or _one(read_whole_year(tokens, at)) or _one(_whole_window(tokens, at))


def _date(tokens: Tokens, at: int) -> Found[tuple[Stretch, ...]]:
    """A date in digits or a month, with its year."""
    match kind_at(tokens, at):
        case "date":
            year, month, day = tokens[at].values
            return (Stretch(Piece("days", (month, day), (month, day), year=year)),), _after_word(tokens, at + 1, "год")
        case "month_year":
            year, month = tokens[at].values
            whole = Piece("days", (month, 1), (month, LAST_DAY), year=year)
            return (Stretch(whole),), _after_word(tokens, at + 1, "год")
        case "day_month":
            month, day = tokens[at].values
            return _with_years(tokens, at + 1, (Stretch(Piece("days", (month, day), (month, day))),))
        case "month":
            (month,) = tokens[at].values
            whole = Piece("days", (month, 1), (month, LAST_DAY))
            return _with_years(tokens, _after_word(tokens, at + 1, "месяц"), (Stretch(whole),))
    return None


def _after_word(tokens: Tokens, at: int, word: str) -> int:
    return at + (word_at(tokens, at) == word)


def _third(tokens: Tokens, at: int, third: Third, joints: tuple[str, ...]) -> Found[tuple[Stretch, ...]]:
    found = None if word_at(tokens, at) in _THIRDS else _one_side(tokens, at, joints)
    if found is None or len(found[0]) != 1 or found[0][0].last is not None:
        return None
    return (Stretch(replace(found[0][0].first, third=third)),), found[1]


def _with_years(tokens: Tokens, at: int, stretches: tuple[Stretch, ...]) -> Found[tuple[Stretch, ...]]:
    """The stretches with the years printed behind them; two years make two of each."""
    found = read_printed_years(tokens, at)
    if found is None:
        return stretches, at
    return tuple(_of_year(stretch, year) for year in found[0] for stretch in stretches), found[1]


def _of_year(stretch: Stretch, printed: PrintedYear) -> Stretch:
    piece = stretch.last or stretch.first
    dated = replace(piece, year=printed.year, school=printed.school and printed.year is not None)
    return replace(stretch, last=dated) if stretch.last else Stretch(replace(dated, doubt=printed.doubt or piece.doubt))


def _whole_window(tokens: Tokens, at: int) -> Found[Stretch]:
    """«Всего периода», «период реализации программы», «конец периода»."""
    if word_at(tokens, at) != "период":
        return None
    named = word_at(tokens, at + 1) == "реализация"
    if not named and word_at(tokens, at - 1) not in ("весь", "течение", "конец", "начало", "середина"):
        return None
    at += 1
    while word_at(tokens, at) in ("реализация", "программа"):
        at += 1
    return Stretch(Piece("window")), at


def _one(found: Found[Stretch]) -> Found[tuple[Stretch, ...]]:
    return found and ((found[0],), found[1])
