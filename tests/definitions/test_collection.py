"""A collection: one round, in YAML."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.definitions.forms import lines_and_codes
from xlforms.definitions.collection import Collection, load_collection
from xlforms.definitions.templates import find_form
from xlforms.errors import DefinitionError

WHOLE = """\
collection: resources-2020-spring
title: Ресурсное обеспечение, весна 2020 года
forms: [orenburg-resources@2020.1, own/form.yaml]
period: 2019/20 учебный год
year: 2020
issued: 2020-05-15
deadline: 2020-06-05
units: units.csv
contact: Файл направьте в отдел общего образования, office@example.org
"""


def test_whole_collection(tmp_path: Path) -> None:
    """Everything said is there, references are found from the folder of the file."""
    (tmp_path / "own").mkdir()
    for name in ("own/form.yaml", "units.csv"):
        (tmp_path / name).write_text("", encoding="utf-8")
    path = tmp_path / "collection.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    loaded = load_collection(path)

    assert (
        Collection(
            collection="resources-2020-spring",
            title="Ресурсное обеспечение, весна 2020 года",
            forms=["orenburg-resources@2020.1", "own/form.yaml"],
            period="2019/20 учебный год",
            year=2020,
            issued=date(2020, 5, 15),
            deadline=date(2020, 6, 5),
            units="units.csv",
            contact="Файл направьте в отдел общего образования, office@example.org",
        )
        == loaded.collection
    )
    assert (find_form("orenburg-resources@2020.1"), tmp_path / "own" / "form.yaml") == loaded.forms
    assert (tmp_path / "units.csv", str(path)) == (loaded.units, loaded.path)


def test_smallest_collection(tmp_path: Path) -> None:
    """An id and a title are enough."""
    path = tmp_path / "collection.yaml"
    path.write_text("collection: spring\ntitle: Весна\n", encoding="utf-8")
    loaded = load_collection(path)

    assert (Collection(collection="spring", title="Весна"), (), None) == (loaded.collection, loaded.forms, loaded.units)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: Весна\n", [(1, "key-missing")]),
        ("colection: spring\ntitle: Весна\n", [(1, "unknown-key-near")]),
        (
            "collection: Весна\ntitle: ''\nyear: 20\nissued: 15.05.2020\ndeadline: 2020-06-31\nforms: a\ncontacts: x\n",
            [
                (1, "bad-form-id"),
                (2, "text-empty"),
                (3, "number-too-small"),
                (4, "date-unreadable"),
                (5, "date-unreadable"),
                (6, "list-expected"),
                (7, "unknown-key-near"),
            ],
        ),
        (
            "collection: spring\ntitle: Весна\nforms:\n  - orenburg-resource\n  - none.yaml\n  - orenburg-resources\n"
            "  - orenburg-resources\n  - orenburg-resources@1999\n  - qqqqqq\n"
            "issued: 2020-06-06\ndeadline: 2020-06-05\nunits: none.csv\n",
            [
                (4, "form-unknown-near"),
                (5, "form-file-missing"),
                (7, "collection-form-repeated"),
                (8, "form-version-unknown"),
                (9, "form-unknown"),
                (11, "collection-dates-crossed"),
                (12, "collection-units-missing"),
            ],
        ),
    ],
)
def test_all_mistakes_at_once(tmp_path: Path, text: str, expected: list[tuple[int, str]]) -> None:
    """Every mistake is told with its line."""
    path = tmp_path / "collection.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_collection(path)

    assert expected == lines_and_codes(caught.value.problems)
