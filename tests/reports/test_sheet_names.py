"""Names of sheets, tables and columns: legal and different."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.reports.sheet_names import sheet_name, table_name, unique_names


@pytest.mark.parametrize(
    ("wanted", "taken", "expected"),
    [
        ("Свод Кадры", set(), "Свод Кадры"),
        ("Свод Кадры", {"свод кадры"}, "Свод Кадры 2"),
        ("a/b:c", set(), "a b c"),
        ("x" * 40, set(), "x" * 31),
        ("x" * 40, {"x" * 31}, "x" * 29 + " 2"),
        ("???", set(), "Лист"),
    ],
)
def test_names(wanted: str, taken: set[str], expected: str) -> None:
    """Forbidden signs become spaces, long names are cut, a taken name gets a number."""
    assert expected == sheet_name(wanted, taken)


@given(st.lists(st.text(alphabet="abAB/[]' Я", max_size=40), max_size=12))
def test_names_differ(wanted: list[str]) -> None:
    """Whatever is wanted, names differ without regard to case and are no longer than 31."""
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in wanted]
    assert len(names) == len({name.casefold() for name in names})
    assert [] == [name for name in names if len(name) > 31 or name.strip(" '") != name or not name]


@given(st.lists(st.text(alphabet="abЯ _-.№1", min_size=1, max_size=8), max_size=8, unique_by=str.casefold))
def test_tables(sheets: list[str]) -> None:
    """Different sheets have tables of different names, which Excel accepts."""
    names = [table_name(sheet) for sheet in sheets]
    assert len(sheets) == len({name.casefold() for name in names})
    assert [] == [name for name in names if re.fullmatch(r"[^\W\d][\w.]*", name) is None]


def test_unique_names() -> None:
    """A name that is taken, in whatever case, gets a number."""
    assert ["Код", "код 2", "Школа", "КОД 3"] == unique_names(["Код", "код", "Школа", "КОД"])
