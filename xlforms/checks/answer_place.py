"""Where an answer stands, in the workbook that came back and in words."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.layout.place import cell_name


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Sheet, cell, and the captions that a person sees there."""

    sheet: str
    cell: str
    captions: tuple[str, ...]


class AnswerPlaces:
    """The places of a dataset's answers; an answer found elsewhere than planned is named where it was found."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._planned = {
            name: (sheet.name, cell_name(cell.row, cell.column)) for name, (sheet, cell) in dataset.plan.cells().items()
        }

    def of(self, submission: int, item: Item) -> AnswerPlace:
        """The place of one answer."""
        moved = self._dataset.submissions[submission].moved.get(self._dataset.positions[item.name])
        sheet, cell = moved or self._planned[item.name]
        return AnswerPlace(sheet, cell, item.captions)
