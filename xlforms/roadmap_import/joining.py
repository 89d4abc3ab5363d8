"""What a row without a number is: a new measure, the tail of the row above cut off by a page break, or another
deadline under the same number.

Officials' roadmaps come out of scans and PDFs in which a page break cuts a row in two. What tells a tail: no title, a
small first letter, nothing of its own beside it. What tells a measure: a deadline that is whole where the one above is
whole too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from xlforms.deadlines.deadline import Window
from xlforms.deadlines.read import read_deadline
from xlforms.roadmap_import.lines import Line

Relation = Literal["new", "tail", "below"]
"""`below`: a sub-measure, another line under the number above."""

_DASH = re.compile(r"[-–—•·▪●]\s*|[а-я]\)\s+|\d{1,2}\)\s+")
_OPENING = '«"“„(['
_ENDED = (".", "!", "?", "…")
_OPEN = (":", ";", ",")
_ABBREVIATION = re.compile(r"[А-ЯЁA-Z]{2}|\d")
_UNFINISHED = re.compile(r"(?:[-–—,(/]|\b(?:до|с|со|по|в|во|и|или|на|от|за|не позднее|течение|всего))$", re.IGNORECASE)
_YEAR_ALONE = re.compile(
    r"(?:20\d\d)?(?: ?[-–/] ?20\d\d)? ?(?:г\.?|год[ау]?|гг\.?|учебного года|уч\. ?года?|периода)?\.?"
)
_ANY_YEAR = Window(date(2020, 9, 1), date(2021, 8, 31), 2020)
"""Any school year: what is asked with it is only whether a text names a date."""
_HYPHEN = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class Above:
    """The measure above a line: its texts so far, and whether the measures of its section have numbers."""

    title: str
    deadline: str
    numbered: bool


def relation(line: Line, above: Above | None) -> Relation:
    """What a line is to the measure above it; None above for the first of a section."""
    if line.number or above is None:
        return "new"
    if not line.title or line.same_number:
        return "below" if line.title else "tail"
    own = bool(line.deadline) and not (above.deadline and is_deadline_tail(above.deadline, line.deadline))
    whole = own and bool(above.deadline)
    other: Relation = "below" if above.numbered else "new"
    if is_list_item(line.title):
        belongs = not own and not line.responsible and (above.numbered or above.title.endswith(_OPEN))
        return "tail" if belongs else other
    if whole:
        return other
    return "tail" if _goes_on(line, above, own) else other


def _goes_on(line: Line, above: Above, own: bool) -> bool:
    """Whether the title of a line without a whole deadline of its own ends the title above.

    It does when it begins small. It may also begin with a quotation or an abbreviation where a number is missing or a
    page has just begun, and with any word where both are so and nothing stands beside it, or its deadline is a tail.
    """
    if line.title.lstrip(_OPENING)[:1].islower():
        return True
    if above.title.endswith(_ENDED):
        return False
    if line.title[:1] in _OPENING or _ABBREVIATION.match(line.title):
        return line.after_break or above.numbered
    ends_deadline = bool(line.deadline) and not own
    return above.numbered and (ends_deadline or (line.after_break and not own and not line.responsible))


def is_deadline_tail(above: str, below: str) -> bool:
    """Whether a text under a deadline only ends it: the text above is not finished, or one of the two names no date."""
    upper, lower = " ".join(above.split()), " ".join(below.split())
    if _UNFINISHED.search(upper) or _YEAR_ALONE.fullmatch(lower):
        return True
    if lower[:1].isupper():
        return False
    return "undated" in (read_deadline(upper, _ANY_YEAR).kind, read_deadline(lower, _ANY_YEAR).kind)


def join(above: str, below: str) -> str:
    """A text and its tail; a word cut at its hyphen is closed up."""
    if not above or not below:
        return above or below
    return f"{above}{below}" if _HYPHEN.search(above) and below[:1].islower() else f"{above} {below}"


def with_tail(line: Line, tail: Line) -> Line:
    """A line with what a page break cut off; a second whole deadline is set beside the first."""
    deadline = join(line.deadline, tail.deadline)
    if line.deadline and tail.deadline and not is_deadline_tail(line.deadline, tail.deadline):
        deadline = f"{line.deadline}, {tail.deadline}"
    return replace(
        line,
        title=join(line.title, tail.title),
        deadline=deadline,
        responsible=join(line.responsible, tail.responsible),
        result=join(line.result, tail.result),
    )


def is_list_item(text: str) -> bool:
    """Whether a text begins with the mark of a list: «-», «•», «а)»."""
    return _DASH.match(text) is not None


def without_dash(title: str) -> str:
    """The title of a sub-measure without the mark of a list."""
    return _DASH.sub("", title, count=1) if _DASH.match(title) else title


def split_intro(title: str) -> tuple[str, str]:
    """What several deadlines have in common, and what belongs to the first: the texts around a colon.

    The second is empty when there is no colon with text after it.
    """
    common, _, first = title.partition(":")
    return common.strip(), without_dash(first.strip())
