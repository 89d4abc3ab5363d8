"""Tells which lines are headings of sections, and how deep in the roadmap they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from xlforms.roadmap_import.joining import is_list_item
from xlforms.roadmap_import.lines import Line

SectionSign = Literal["certain", "between", "bold", "numbering"]
"""What shows a section: its text takes the whole row, or it is bold and the numbers below go on from its own; it stands
between two tables; it is only bold; only numbers show it. The last two are told."""

_DOTTED = r"\d{1,3}(?:\.\d{1,3}){0,4}"
_LEADING = re.compile(rf"({_DOTTED}\.?|[IVXХ]{{1,6}}\.?)\)?\s+(?=[^\d\s])|({_DOTTED}\.)(?=[А-ЯЁ«])")
_WORD = re.compile(r"(?:раздел|направление|блок|этап|модуль|часть|глава)\s*№?\s*(?:\d+|[IVX]+)\b", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXХ]+\.?")
_MOST = 0.5
"""When more of the full lines than this are bold, boldness tells nothing."""


def section_signs(lines: Sequence[Line]) -> list[SectionSign | None]:
    """For each line what shows that it heads a section; None for all others."""
    full = [line for line in lines if not line.title_only and line.title]
    bold_tells = sum(line.bold for line in full) <= _MOST * len(full)
    is_numbered = sum(bool(line.number) for line in full) > len(full) / 2
    return [_sign(lines, position, bold_tells, is_numbered) for position in range(len(lines))]


def _sign(lines: Sequence[Line], position: int, bold_tells: bool, is_numbered: bool) -> SectionSign | None:
    line = lines[position]
    if line.between:
        return "between"
    if not line.title_only or line.same_number:
        return None
    if line.alone:
        return "certain"
    by_numbering = _is_by_numbering(lines, position, is_numbered)
    if line.bold and bold_tells:
        return "certain" if by_numbering else "bold"
    return "numbering" if by_numbering else None


def _is_by_numbering(lines: Sequence[Line], position: int, is_numbered: bool) -> bool:
    """Whether numbers or words show a section: «Раздел 1», «II», «3» above «3.1».

    A sheet does not tell what is bold. There a title without a number before a new first number, and a number above
    measures without numbers, are sections too.
    """
    line = lines[position]
    if _WORD.match(line.title) or (line.number and _ROMAN.fullmatch(line.number)):
        return True
    following = lines[position + 1] if position + 1 < len(lines) else None
    if following is None or following.after_break:
        return False
    if line.number and following.number:
        return following.number.startswith(f"{line.number}.")
    if line.shows_bold or not line.title[:1].isupper():
        return False
    if line.number:
        begins = not following.title_only if is_list_item(following.title) else following.title[:1].isupper()
        return begins and not line.title.endswith(":")
    return is_numbered and bool(following.number) and _major(following.number) != _major_above(lines, position)


def _major(number: str) -> str:
    return number.split(".", maxsplit=1)[0]


def _major_above(lines: Sequence[Line], position: int) -> str:
    return next((_major(line.number) for line in reversed(lines[:position]) if line.number), "")


def section_number(line: Line) -> str:
    """The number of a section, from its own cell or from the beginning of its text; empty without one."""
    if line.number:
        return line.number
    found = _LEADING.match(line.title)
    return (found[1] or found[2]).rstrip(".") if found else ""


def section_heading(line: Line) -> str:
    """The heading as it is printed: number and text."""
    text = " ".join(line.title.split())
    return f"{line.number}. {text}" if line.number else text


def section_depth(number: str, open_sections: Sequence[tuple[str, int, bool]]) -> int:
    """How deep a section stands, 1 for the highest.

    `open_sections` are those that it may stand in, from the highest down: number, depth, and whether nothing stands in
    them yet. A dotted number tells the depth itself; a section without a number stands in one that has just begun,
    else beside the last one without a number, else beside the highest.
    """
    if number:
        if _ROMAN.fullmatch(number):
            return 1
        in_roman = bool(open_sections) and _ROMAN.fullmatch(open_sections[0][0]) is not None
        return number.count(".") + 1 + in_roman
    if not open_sections:
        return 1
    if open_sections[-1][2]:
        return open_sections[-1][1] + 1
    beside = [depth for other, depth, _ in open_sections if not other]
    return beside[-1] if beside else open_sections[0][1]
