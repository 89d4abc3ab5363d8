"""Words about gathered texts that the workbook and the page share."""

from __future__ import annotations

from xlforms.consolidation.gathered_texts import GatheredTheme
from xlforms.definitions.units import Unit
from xlforms.messages import say


def unit_words(unit: Unit) -> str:
    """The name of a unit with its code."""
    return f"{unit.name} ({unit.unit})" if unit.name else unit.unit


def wrote_words(theme: GatheredTheme, accepted: int) -> str:
    """How many units wrote of a theme, of those that returned the form, and how many of them named nothing."""
    wrote, naming = len(theme.units), len(theme.naming_units)
    code = "needs-theme" if wrote == naming else "needs-theme-nothing"
    return say(code, units=wrote, accepted=accepted, nothing=wrote - naming)
