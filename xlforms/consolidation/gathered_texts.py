"""Open texts of all units, gathered by what they were asked, near-identical ones together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """What one unit wrote in one cell, as it stands there."""

    unit: str
    item: str
    text: str


@dataclass(frozen=True, slots=True)
class TextGroup:
    """Sayings that say nearly the same, in the order of the register; `text` is the wording shown for all of them."""

    text: str
    sayings: tuple[Saying, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The units that say so, each once."""
        return tuple(dict.fromkeys(saying.unit for saying in self.sayings))


@dataclass(frozen=True, slots=True)
class GatheredTheme:
    """One question, such as «Необходима помощь»: its caption and the groups, what most units say first."""

    block: str
    column: str
    caption: str
    groups: tuple[TextGroup, ...]
