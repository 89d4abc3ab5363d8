"""An expression's text cut into words, numbers, texts and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from xlforms.errors import ExpressionError

KEYWORDS = frozenset({"and", "or", "not", "if", "then", "else", "in"})
QUOTES = {'"': '"', "'": "'", "«": "»"}

# Excel keeps 15 digits of a number, so a longer constant would not be the same on both sides.
MAX_DIGITS = 15

FIRST_DAY = date(1900, 3, 1)  # before, spreadsheets disagree on the number of a day

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)(%?)")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.(?:[a-z][a-z0-9_]*|[0-9]+|\*))*")
_SIGN = re.compile(r"<=|>=|<>|[-+*/<>=(),]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: `text` as written (a text literal: without quotes), and the value of a number."""

    kind: Literal["number", "date", "text", "name", "sign", "end"]
    text: str
    position: int
    value: int | float = 0

    def means(self, word: str) -> bool:
        """Is this the sign or the keyword?"""
        return self.kind in ("sign", "name") and self.text == word


def cut(text: str) -> Iterator[Token]:
    """The tokens in order, the last of kind `end`; raises ExpressionError at what cannot begin a token."""
    position = 0
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
        elif character in QUOTES:
            value, after = _quoted(text, position)
            yield Token("text", value, position)
            position = after
        elif match := _DAY.match(text, position):
            yield Token("date", match[0], position)
            _check_day(match[0], position)
            position = match.end()
        elif match := _NUMBER.match(text, position):
            yield Token("number", match[0], position, _number(match[1], match[2], position))
            position = match.end()
        elif match := _NAME.match(text, position):
            yield Token("name", match[0], position)
            position = match.end()
        elif match := _SIGN.match(text, position):
            yield Token("sign", match[0], position)
            position = match.end()
        else:
            raise ExpressionError("expression-character", position, character=character)
    yield Token("end", "", len(text))


def _quoted(text: str, start: int) -> tuple[str, int]:
    """The text literal that opens at `start` and the offset after it; a doubled closing quote means the quote."""
    closing = QUOTES[text[start]]
    pieces: list[str] = []
    position = start + 1
    while (end := text.find(closing, position)) >= 0:
        pieces.append(text[position:end])
        if text[end + 1 : end + 2] != closing:
            return closing.join(pieces), end + 1
        position = end + 2
    raise ExpressionError("expression-text-open", start, closing=closing)


def _check_day(text: str, position: int) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ExpressionError("expression-date", position, text=text) from error
    if day < FIRST_DAY:
        raise ExpressionError("expression-date", position, text=text)


def _number(digits: str, percent: str, position: int) -> int | float:
    if len(digits.replace(".", "").lstrip("0")) > MAX_DIGITS:
        raise ExpressionError("expression-number-long", position, limit=MAX_DIGITS)
    if percent:
        return float(Decimal(digits) / 100)
    return float(digits) if "." in digits else int(digits)
