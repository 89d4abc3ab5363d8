"""A printed deadline cut into words, numbers, dates and marks; dashes, spaces, case and look-alike letters made one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from xlforms.deadlines.words import count_of, month_of, ordinal_of, word_of

TokenKind = Literal["date", "day_month", "month_year", "year", "years", "month", "number", "ordinal", "count", "word"]


@dataclass(frozen=True)
class Token:
    """One piece of the text.

    `word` is the dictionary word, or the mark itself (`,` `;` `(` `)` `-` `/`), and empty for numbers and dates.
    `values`: date (year, month, day); day_month (month, day); month_year (year, month); year; years (first, last, 1 if
    written with a slash); month; number (the number, 1 if Roman); ordinal; count.
    """

    kind: TokenKind
    text: str
    word: str = ""
    values: tuple[int, ...] = ()


Tokens = tuple[Token, ...]

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣-⸺⸻"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None)
_LOOK_ALIKE = str.maketrans("aceopxykmthb", "асеорхукмтнв")
_ROMAN_LETTERS = str.maketrans("іх", "ix")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
          "xii": 12} | {chr(0x2170 + number): number + 1 for number in range(12)}  # fmt: skip
_ENDING = r"(?:ый|ий|ой|ая|яя|ое|ого|го|му|ому|ом|й|я|е|ю|х|м)(?![^\W\d_])"
_NUMERIC: dict[str, tuple[TokenKind, tuple[int, ...]]] = {
    "iso": ("date", (0, 1, 2)),
    "date": ("date", (2, 1, 0)),
    "month_year": ("month_year", (1, 0)),
    "years": ("years", (0, 1)),
    "year": ("year", (0,)),
    "day_month": ("day_month", (1, 0)),
    "number": ("number", (0,)),
}
"""The kind of token that a group of digits makes, and where its values stand in the text."""
_FLAGS = {("years", True): (1,), ("years", False): (0,), ("number", False): (0,)}
_ANY_TOKEN = re.compile(
    rf"""
      (?P<iso>(?<![0-9])[0-9]{{4}}\s*-\s*[0-9]{{1,2}}\s*-\s*[0-9]{{1,2}}(?![0-9]))
    | (?P<date>(?<![0-9])[0-9]{{1,2}}\s*(?P<point>[./-])\s*[0-9]{{1,2}}\s*(?P=point)\s*
        (?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]))
    | (?P<month_year>(?<![0-9])[0-9]{{1,2}}\s*[./]\s*(?:19|20)[0-9][0-9](?![0-9]))
    | (?P<years>(?<![0-9])(?:19|20)[0-9][0-9]\s*[-/]\s*(?:(?:19|20)[0-9][0-9]|[0-9][0-9])(?![0-9]|\s*[./-]\s*[0-9]))
    | (?P<year>(?<![0-9])(?:19|20)[0-9][0-9](?:\s*-\s*{_ENDING})?(?![0-9]))
    | (?P<day_month>(?<![0-9])(?:[0-9][0-9]\s*\.\s*[0-9]{{1,2}}|[0-9]\s*\.\s*[0-9][0-9])(?![0-9]))
    | (?P<number>(?<![0-9])[0-9]{{1,2}}(?:(?:\s*-\s*)?{_ENDING})?(?![0-9]))
    | (?P<roman>(?:[ivxіх]{{1,4}}|[\u2170-\u217b])(?:\s*-\s*{_ENDING})?(?![^\W\d_]))
    | (?P<short>п\s*/\s*г(?![^\W\d_]))
    | (?P<letters>[^\W\d_]+)
    | (?P<mark>[,;()/:-])
    | (?P<nothing>[\s.«»"'„“”!?*•·…_]+)
    | (?P<other>[0-9]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens_of(text: str, most: int) -> Tokens:
    """The tokens of a text, no more than `most`; any text has some, possibly none."""
    plain = unicodedata.normalize("NFC", text).translate(_INVISIBLE).upper().casefold()
    plain = unicodedata.normalize("NFC", plain).translate(_DASHES).replace("ё", "е")
    found = (_token(match) for match in _ANY_TOKEN.finditer(plain))
    return tuple(islice((token for token in found if token is not None), most))


def word_at(tokens: Tokens, at: int) -> str:
    """The word or mark at a place, empty for numbers, dates and beyond the ends."""
    return tokens[at].word if 0 <= at < len(tokens) else ""


def kind_at(tokens: Tokens, at: int) -> TokenKind | None:
    """The kind of the token at a place, None beyond the ends."""
    return tokens[at].kind if 0 <= at < len(tokens) else None


def _token(match: re.Match[str]) -> Token | None:
    group = next(name for name, value in match.groupdict().items() if value is not None and name != "point")
    text = re.sub(r"\s+", "", match.group())
    if group in _NUMERIC:
        kind, order = _NUMERIC[group]
        numbers = [int(digits) for digits in re.findall(r"[0-9]+", text)]
        numbers[-1] = _full_year(numbers[0], numbers[-1]) if group in ("date", "years") else numbers[-1]
        return Token(kind, text, values=(*(numbers[place] for place in order), *_FLAGS.get((group, "/" in text), ())))
    match group:
        case "nothing":
            return None
        case "roman":
            return _roman(text)
        case "letters":
            return _letters(text)
        case "short":
            return Token("word", text, "полугодие")
    return Token("word", text, "," if text == ":" else text)


def _full_year(before: int, year: int) -> int:
    """A year of two digits in the century of the year before it, or after 2000."""
    return year if year > 99 else (before // 100 * 100 if before > 99 else 2000) + year


def _roman(text: str) -> Token:
    letters = text.partition("-")[0].translate(_ROMAN_LETTERS)
    if letters in _ROMAN:
        return Token("number", text, values=(_ROMAN[letters], 1))
    return Token("word", text, text)


def _letters(text: str) -> Token:
    word = text
    if re.search(r"[а-я]", text) or text in ("c", "k", "b", "o"):
        word = text.translate(_LOOK_ALIKE)
    month = month_of(word)
    if month is not None:
        return Token("month", text, word, (month,))
    for kind, value in (("count", count_of(word)), ("ordinal", ordinal_of(word))):
        if value is not None:
            return Token("count" if kind == "count" else "ordinal", text, word, (value,))
    return Token("word", text, word_of(word))
