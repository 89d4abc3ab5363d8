"""Open texts of all units, gathered by what they were asked, near-identical ones together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from xlforms.consolidation.compared_words import plain_words


@dataclass(frozen=True, slots=True)
class Saying:
    """What one unit wrote in one cell, as it stands there; `place` tells cells of one theme apart («пристрой»)."""

    unit: str
    item: str
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class TextGroup:
    """Sayings that say nearly the same, in the order of the register; `text` is the wording shown for all of them.

    `nothing` marks those that name nothing: «нет», «не требуется», a dash.
    """

    text: str
    sayings: tuple[Saying, ...]
    nothing: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        """The units that say so, each once."""
        return tuple(dict.fromkeys(saying.unit for saying in self.sayings))

    def own_words(self, saying: Saying) -> str:
        """What one of the sayings says, where it says so in other words than `text`; capitals and punctuation aside."""
        return "" if plain_words(saying.text) == plain_words(self.text) else saying.text.strip()

    def split(self, place_of: Callable[[str], str]) -> dict[str, TextGroup]:
        """The group as each place sees it, by the place of every unit; places come as their first sayings do."""
        parts: dict[str, list[Saying]] = {}
        for saying in self.sayings:
            parts.setdefault(place_of(saying.unit), []).append(saying)
        return {place: TextGroup(self.text, tuple(sayings), self.nothing) for place, sayings in parts.items()}


@dataclass(frozen=True, slots=True)
class GatheredTheme:
    """One question, such as «Необходима помощь»: its caption and the groups, what most units say first.

    `column` is the column of a table or the field of a card. Where a table is gathered by rows, `row` names the row
    and `column` is empty.
    """

    block: str
    column: str
    caption: str
    groups: tuple[TextGroup, ...]
    row: str = ""

    @property
    def units(self) -> tuple[str, ...]:
        """The units that wrote anything here, each once."""
        return tuple(dict.fromkeys(unit for group in self.groups for unit in group.units))

    @property
    def naming_units(self) -> tuple[str, ...]:
        """The units that named something, each once."""
        return tuple(dict.fromkeys(unit for group in self.groups if not group.nothing for unit in group.units))

    def split(self, place_of: Callable[[str], str]) -> dict[str, GatheredTheme]:
        """The theme as each place sees it: in each what most of its own units say first."""
        parts: dict[str, list[TextGroup]] = {}
        for group in self.groups:
            for place, part in group.split(place_of).items():
                parts.setdefault(place, []).append(part)
        return {place: replace(self, groups=tuple(sorted(found, key=group_order))) for place, found in parts.items()}


def group_order(group: TextGroup) -> tuple[bool, int, int, str]:
    """The sorting key of groups: what most units say first, what names nothing last."""
    return group.nothing, -len(group.units), -len(group.sayings), group.text.casefold()
