"""The circumstances of a round of asking: its collection and its register of units."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xlforms.definitions.collection import LoadedCollection, load_collection
from xlforms.definitions.units import Units
from xlforms.intake.unit_register import read_units


@dataclass(frozen=True, slots=True)
class Round:
    """The circumstances of a command: the collection and the register, as far as they were given."""

    collection: LoadedCollection | None
    units: Units | None


def load_round(collection: Path | None, units: Path | None) -> Round:
    """Reads a collection file and a register; a register named in the collection serves when none is given.

    Raises DefinitionError with every mistake of the file that has some.
    """
    loaded = load_collection(collection) if collection is not None else None
    register = units or (loaded.units if loaded is not None else None)
    return Round(loaded, read_units(register) if register is not None else None)
