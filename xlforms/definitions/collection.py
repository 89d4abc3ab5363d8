"""A collection: one round of asking, described in YAML beside the register of units.

    collection: resources-2020-spring
    title: Ресурсное обеспечение школ с низкими результатами, весна 2020 года
    forms: [orenburg-resources@2020.1]
    period: 2019/20 учебный год
    year: 2020
    issued: 2020-05-15
    deadline: 2020-06-05
    units: units.csv
    contact: Заполненный файл направьте в муниципальный орган управления образованием, отдел общего образования.

Only `collection` and `title` are needed. `contact` is printed in every form: an office and its e-mail, no person.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from xlforms.definitions.iso_date import IsoDate
from xlforms.definitions.model import Caption, FormId, Model, Text
from xlforms.definitions.shape import check_shape
from xlforms.definitions.templates import find_form
from xlforms.definitions.yaml_places import mark_of
from xlforms.definitions.yaml_source import Location, MarkedDict, read_yaml
from xlforms.errors import DefinitionError, Problem, UsageError


class Collection(Model):
    """One round: its forms, period and dates. `year` is the period's year for rules; paths are as written."""

    collection: FormId
    title: Caption
    forms: list[Caption] = Field(default_factory=list)
    period: Text = ""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    issued: IsoDate | None = None
    deadline: IsoDate | None = None
    units: Caption | None = None
    contact: Text = ""


@dataclass(frozen=True)
class LoadedCollection:
    """A collection with what its references mean: the files of its forms and of its register of units."""

    collection: Collection
    forms: tuple[Path, ...]
    units: Path | None
    path: str


def load_collection(path: Path) -> LoadedCollection:
    """The collection in a YAML file; relative paths in it start at its folder.

    Raises DefinitionError with every mistake of the file, each with its line.
    """
    tree = read_yaml(path)
    collection, problems = check_shape(Collection, tree, str(path))
    if collection is None:
        raise DefinitionError(_in_order(problems))
    forms: list[Path] = []
    for number, reference in enumerate(collection.forms):
        try:
            forms.append(find_form(reference, base=path.parent))
        except UsageError as error:
            problems.append(_at(tree, path, ("forms", number), error.code, error.parameters))
        if reference in collection.forms[:number]:
            problems.append(_at(tree, path, ("forms", number), "collection-form-repeated", {"name": reference}))
    units = path.parent / collection.units if collection.units is not None else None
    if units is not None and not units.is_file():
        problems.append(_at(tree, path, ("units",), "collection-units-missing", {"name": str(collection.units)}))
    if collection.issued and collection.deadline and collection.issued > collection.deadline:
        details: dict[str, object] = {"issued": collection.issued, "deadline": collection.deadline}
        problems.append(_at(tree, path, ("deadline",), "collection-dates-crossed", details))
    if problems:
        raise DefinitionError(_in_order(problems))
    return LoadedCollection(collection, tuple(forms), units, str(path))


def _at(tree: MarkedDict, path: Path, location: Location, code: str, details: dict[str, object]) -> Problem:
    mark = mark_of(tree, location)
    return Problem(str(path), mark.line, mark.column, code, details)


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code))
