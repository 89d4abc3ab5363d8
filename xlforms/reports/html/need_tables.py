"""What schools wrote in open texts, as tables: the same groups as on the sheet «Нужды и факторы»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlforms.consolidation.gathered_texts import GatheredTheme, TextGroup
from xlforms.consolidation.summary import Summary
from xlforms.definitions.units import Unit
from xlforms.messages import say
from xlforms.reports.coverage import coverage_by_form
from xlforms.reports.need_words import unit_words, wrote_words

FIRST_ROWS = 12
"""So many groups of a theme are in sight, the others are folded up."""


@dataclass(frozen=True, slots=True)
class NeedPlace:
    """Those who say so in one municipality: its number in the page's data, its name, how many units, who they are."""

    number: int
    name: str
    units: int
    who: str


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A group: the wording shown, how many units say so, and where; `nothing` marks «нет» and the like."""

    text: str
    units: int
    nothing: bool
    places: tuple[NeedPlace, ...]


@dataclass(frozen=True, slots=True)
class NeedTable:
    """One theme: its caption, how many wrote, the groups in sight and those folded up."""

    title: str
    told: str
    first: tuple[NeedRow, ...]
    rest: tuple[NeedRow, ...]


def need_tables(summary: Summary) -> list[NeedTable]:
    """The themes of all forms; with several forms the title of the form stands before the caption."""
    numbers = {place: number for number, place in enumerate(summary.municipalities)}
    units = {unit.unit: unit for unit in summary.units}
    coverage = coverage_by_form(summary)
    several = len([form for form in summary.forms if form.themes]) > 1
    return [
        _table(theme, form.title if several else "", coverage[form.form].accepted, units, numbers)
        for form in summary.forms
        for theme in form.themes
    ]


def _table(
    theme: GatheredTheme, form: str, accepted: int, units: Mapping[str, Unit], numbers: Mapping[str, int]
) -> NeedTable:
    told = wrote_words(theme, accepted)
    rows = tuple(_row(group, units, numbers) for group in theme.groups)
    title = f"{form}. {theme.caption}" if form else theme.caption
    return NeedTable(title, told[:1].upper() + told[1:], rows[:FIRST_ROWS], rows[FIRST_ROWS:])


def _row(group: TextGroup, units: Mapping[str, Unit], numbers: Mapping[str, int]) -> NeedRow:
    places: dict[str, list[str]] = {}
    for code in group.units:
        places.setdefault(units[code].municipality, []).append(code)
    words: dict[str, list[str]] = {code: [] for code in group.units}
    for saying in group.sayings:
        own = group.own_words(saying)
        words[saying.unit] += filter(None, (saying.place, own and f"«{own}»"))
    return NeedRow(
        group.text,
        len(group.units),
        group.nothing,
        tuple(
            NeedPlace(
                numbers[place],
                place or say("report-no-municipality"),
                len(codes),
                ", ".join(_who(units[code], words[code]) for code in codes),
            )
            for place, codes in sorted(places.items(), key=lambda entry: numbers[entry[0]])
        ),
    )


def _who(unit: Unit, words: Sequence[str]) -> str:
    """A unit with its code, and what it wrote in other words or in which of several places."""
    return f"{unit_words(unit)}: {', '.join(dict.fromkeys(words))}" if words else unit_words(unit)
