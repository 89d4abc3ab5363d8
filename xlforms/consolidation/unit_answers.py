"""The counted answers of a form over all its versions, item by item, in the order of a list of units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xlforms.consolidation.column_statistics import Floats
from xlforms.consolidation.counted import Mask
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item

Objects = npt.NDArray[np.object_]


@dataclass(frozen=True)
class VersionAnswers:
    """The accepted submissions of one version: row r of the dataset came from `units[r]`; `counted` as in a summary."""

    dataset: Dataset
    counted: Mapping[str, Mask]
    units: tuple[str, ...]


class UnitAnswers:
    """Looks up answers by unit; `order` lists the units, those that returned nothing too."""

    def __init__(self, versions: Sequence[VersionAnswers], order: Sequence[str]) -> None:
        places = {unit: number for number, unit in enumerate(order)}
        self._versions = versions
        self._places = [np.array([places[unit] for unit in part.units], dtype=np.intp) for part in versions]
        self._count = len(order)

    @property
    def answered(self) -> Mask:
        """Which units returned the form."""
        found = np.zeros(self._count, dtype=bool)
        for places in self._places:
            found[places] = True
        return found

    def objects(self, names: Sequence[str]) -> Objects:
        """The answers to an item, None where none counts; `names` are what each version calls it, "" for not at all."""
        found = np.full(self._count, None, dtype=object)
        for part, places, name in zip(self._versions, self._places, names, strict=True):
            item = part.dataset.items.get(name)
            if item is not None and item.nature not in ("number", "date"):
                mask = part.counted[name]
                found[places[mask]] = _values(part.dataset, item)[mask]
        return found

    def numbers(self, names: Sequence[str]) -> Floats:
        """Numbers, or the ordinals of days, nan where none counts."""
        found = np.full(self._count, np.nan)
        for part, places, name in zip(self._versions, self._places, names, strict=True):
            item = part.dataset.items.get(name)
            if item is not None and item.nature in ("number", "date"):
                mask = part.counted[name]
                found[places[mask]] = _values(part.dataset, item)[mask]
        return found


def _values(dataset: Dataset, item: Item) -> Floats | Objects:
    """A condition that does not apply has no value; it is not counted either."""
    return dataset.computed(item).values if item.computed else dataset.column(item.name).values
