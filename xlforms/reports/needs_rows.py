"""The rows of the sheet «Нужды и факторы»: the region, then every municipality, theme by theme and group by group.

In the region the rows of a group are the municipalities with their schools. In a municipality a group is one row, and
under it, folded up, lie the answers of its schools one by one. No row is taller than Excel allows: what does not fit
goes on in the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from xlforms.consolidation.gathered_texts import GatheredTheme, TextGroup
from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.definitions.units import Unit
from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.text_size import column_pixels, line_count
from xlforms.messages import say
from xlforms.reports.coverage import coverage_by_municipality, total_coverage
from xlforms.reports.need_words import unit_words, wrote_words
from xlforms.reports.unit_places import UnitPlaces, by_municipality

WIDTHS = (56.0, 7.0, 4.0, 30.0, 61.0)
MOST_LINES = 30  # of a row at 9 points; Excel stops at 409 points

Kind = Literal["block", "theme", "answer", "more"]
Part = tuple[str, ...]
"""What a row begins, so that others may lead to it: the region or a municipality, a theme of it, a group of that."""

_REGION: Part = ("region",)


@dataclass(frozen=True, slots=True)
class NeedsRow:
    """One row: what its cells say, how deep it lies in the outline, whether it is folded up.

    `part` is what begins here; `target` is where it leads: a part of this sheet, or a place of the workbook.
    """

    kind: Kind
    text: str
    count: int | None = None
    where: str = ""
    who: str = ""
    level: int = 0
    part: Part = ()
    target: Part | str = ()
    folded: bool = False


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands right of a group: a municipality or a school, who or in which words, where it leads."""

    where: str
    who: str
    target: Part | str = ()
    folded: bool = False


def needs_rows(summary: Summary, form: FormSummary, places: UnitPlaces) -> list[NeedsRow]:
    """All rows of one form, the region first; a municipality of which nobody wrote anything has none."""
    coverage = coverage_by_municipality(summary, form.form)
    accepted = total_coverage(coverage).accepted
    units = {unit.unit: unit for unit in by_municipality(summary)}
    names = list(dict.fromkeys(unit.municipality for unit in units.values()))
    parts: dict[str, dict[int, GatheredTheme]] = {name: {} for name in names}
    rows = [_heading(_REGION, say("report-region"), form.themes, accepted)]
    for number, theme in enumerate(form.themes):
        rows.append(_theme(_REGION, number, theme, accepted, 0))
        for group in theme.groups:
            rows += _region_group(number, group, units, places, names)
        for name, part in theme.split(summary.municipality).items():
            parts[name][number] = part
    for name, themes in parts.items():
        accepted, words = coverage[name].accepted, name or say("report-no-municipality")
        if themes:
            rows.append(_heading(_own(name), words, list(themes.values()), accepted))
        for number, theme in themes.items():
            rows.append(_theme(_own(name), number, theme, accepted, 1))
            for group in theme.groups:
                rows += _municipality_group(name, number, group, units, places)
    return rows


def _own(municipality: str) -> Part:
    return ("municipality", municipality)


def _heading(part: Part, words: str, themes: Sequence[GatheredTheme], accepted: int) -> NeedsRow:
    units = len({unit for theme in themes for unit in theme.units})
    return NeedsRow("block", say("needs-block", place=words, units=units, accepted=accepted), units, part=part)


def _theme(part: Part, number: int, theme: GatheredTheme, accepted: int, level: int) -> NeedsRow:
    words, naming = wrote_words(theme, accepted), len(theme.naming_units)
    return NeedsRow("theme", theme.caption, naming, words, level=level, part=(*part, str(number)))


def _region_group(
    number: int, group: TextGroup, units: Mapping[str, Unit], places: UnitPlaces, names: Sequence[str]
) -> Iterator[NeedsRow]:
    """A row for each municipality; one with a single answer leads to it, any other to its own part of the sheet.

    Who named nothing is only counted here.
    """
    found: list[_Beside] = []
    parts = group.split(lambda unit: units[unit].municipality)
    for name in [name for name in names if name in parts]:
        own, words = parts[name], name or say("report-no-municipality")
        if len(own.units) > 1:
            words = say("needs-place", place=words, units=len(own.units))
        who = "" if group.nothing else ", ".join(unit_words(units[unit]) for unit in own.units)
        saying = own.sayings[0]
        single = places.answer(saying.item, saying.unit) if len(own.sayings) == 1 else ""
        found.append(_Beside(words, who, single or (*_own(name), str(number), group.text)))
    yield from _rows(group, found, 0, (*_REGION, str(number), group.text))


def _municipality_group(
    name: str, number: int, group: TextGroup, units: Mapping[str, Unit], places: UnitPlaces
) -> Iterator[NeedsRow]:
    """A single answer leads to it; many are told together, and below, folded up, one by one in the words written."""
    answers = []
    for saying in group.sayings:
        words = ": ".join(filter(None, (saying.place, group.own_words(saying))))
        target = places.answer(saying.item, saying.unit)
        answers.append(_Beside(unit_words(units[saying.unit]), words, target, folded=len(group.sayings) > 1))
    if len(group.units) > 1:
        who = ", ".join(unit_words(units[unit]) for unit in group.units)
        answers.insert(0, _Beside(say("needs-schools", units=len(group.units)), who))
    elif len(answers) > 1:
        answers.insert(0, _Beside(answers[0].where, "", answers[0].target))
    yield from _rows(group, answers, 1, (*_own(name), str(number), group.text))


def _rows(group: TextGroup, beside: Sequence[_Beside], level: int, part: Part) -> Iterator[NeedsRow]:
    """The rows of a group; where its text goes on, it does so before anything folded."""
    texts = portions(group.text, column_pixels(WIDTHS[0]))
    right = [
        replace(entry, who=who) if not at else _Beside("", who, folded=entry.folded)
        for entry in beside
        for at, who in enumerate(portions(entry.who, column_pixels(WIDTHS[-1])))
    ]
    open_rows = [entry for entry in right if not entry.folded]
    for at, (text, entry) in enumerate(zip_longest(texts, open_rows)):
        shown = entry or _Beside("", "")
        kind: Kind = "more" if at else "answer"
        count, begins = (None, ()) if at else (len(group.units), part)
        yield NeedsRow(kind, text or "", count, shown.where, shown.who, level, begins, shown.target)
    for entry in right[len(open_rows) :]:
        yield NeedsRow("more", "", None, entry.where, entry.who, level + 1, (), entry.target, folded=True)


def portions(text: str, pixels: float) -> list[str]:
    """A text cut between words into pieces of at most MOST_LINES lines in a column; usually it is one piece."""
    if lines_of(text, pixels) <= MOST_LINES:
        return [text]
    words = text.split(" ")
    fits, too_many = 1, len(words)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if lines_of(" ".join(words[:middle]), pixels) <= MOST_LINES:
            fits = middle
        else:
            too_many = middle
    head = " ".join(words[:fits])
    if lines_of(head, pixels) > MOST_LINES:  # one word of hundreds of letters, or hundreds of line breaks
        half = len(head) // 2
        return [*portions(head[:half], pixels), *portions(" ".join([head[half:], *words[fits:]]), pixels)]
    return [head, *portions(" ".join(words[fits:]), pixels)]


@lru_cache(maxsize=65_536)
def lines_of(text: str, pixels: float) -> int:
    """How many lines a text takes in a column of the sheet."""
    return line_count(text, pixels, SMALL_POINTS, indent=1)
