"""Fills in the forms of a story through LibreOffice, so that its `received/` holds what an office suite saves.

The stories share this: each reads its `answers/` in its own way and gives the files that came as `Returned`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from tests.office.libreoffice import Entry, FileFormat, LibreOffice
from xlforms.api import generate, load_round
from xlforms.definitions.load import load_form
from xlforms.layout.build import build_plan
from xlforms.layout.place import cell_name

UNSENT = datetime(2020, 5, 20, 12, tzinfo=UTC)  # the day of a file in which no date was entered


@dataclass(frozen=True)
class Returned:
    """One file that came back: its path below the received files, whose form it is, what was entered, by item.

    `form` is the id of the form; it can be left out when the round has one form.
    """

    path: str
    unit: str
    entered: dict[str, Any]
    form: str = ""

    @property
    def file_format(self) -> FileFormat:
        """As which kind of workbook it was saved."""
        return cast("FileFormat", self.path.rpartition(".")[2])

    @property
    def moment(self) -> datetime:
        """When it was saved: noon of the day entered in the form."""
        day = self.entered.get("contact.date")
        return datetime.combine(day, time(12), UTC) if isinstance(day, date) else UNSENT


def returned(described: Mapping[str, Any], unit: str, entered: Mapping[str, Any]) -> Iterator[Returned]:
    """The files that a school sent: `files` of its description, `instead` being what was different in one of them."""
    for file in described["files"]:
        answers = {**entered, **file.get("instead", {})}
        yield Returned(file["path"], unit, {name: value for name, value in answers.items() if value is not None})


def named(answers: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Item name and value; nested keys are joined by points."""
    for key, value in answers.items():
        if isinstance(value, dict):
            yield from named(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def fill_in(collection: Path, files: Iterable[Returned], folder: Path, office: LibreOffice) -> None:
    """Issues the forms of a round to its units and writes the filled-in files into a folder."""
    circumstances = load_round(collection, None)
    if circumstances.collection is None:
        raise ValueError("a story has a collection")
    plans = [build_plan(load_form(form)) for form in circumstances.collection.forms]
    places = {plan.form: plan.cells() for plan in plans}
    with TemporaryDirectory() as scratch:
        references = [str(form) for form in circumstances.collection.forms]
        issued = generate(references, Path(scratch), circumstances=circumstances)
        by_name = {path.stem: path for path in issued}
        for file in files:
            form = file.form or plans[0].form
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            entries = []
            for name, value in file.entered.items():
                sheet, cell = places[form][name]
                entries.append(Entry(sheet.name, cell_name(cell.row, cell.column), value))
            office.fill(by_name[f"{file.unit}_{form}"], target, entries, file.file_format, moment=file.moment)
