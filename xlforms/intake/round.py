"""The circumstances of a round of asking: its collection and its register of units."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from xlforms.definitions.collection import LoadedCollection, load_collection
from xlforms.definitions.units import Units
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.unit_register import read_units


@dataclass(frozen=True, slots=True)
class Round:
    """The circumstances of a command: the collection and the register, as far as they were given, what a returned file
    may cost, and the day on which it runs."""

    collection: LoadedCollection | None
    units: Units | None
    limits: Limits = DEFAULT
    today: date = field(default_factory=date.today)


def load_round(collection: Path | None, units: Path | None, limits: Limits = DEFAULT) -> Round:
    """Reads a collection file and a register; a register named in the collection serves when none is given.

    Raises DefinitionError with every mistake of the file that has some.
    """
    loaded = load_collection(collection) if collection is not None else None
    register = units or (loaded.units if loaded is not None else None)
    return Round(loaded, read_units(register) if register is not None else None, limits)
