"""Ids of measures, and texts in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.roadmap_import.made import HEADING, TITLE
from tests.roadmap_import.word_files import RowTexts, Wide, word_tables
from xlforms.deadlines.deadline import Window
from xlforms.roadmap_import.drafts import gather
from xlforms.roadmap_import.finish import Finisher, measure_id, positions
from xlforms.roadmap_import.lines import read_lines


def test_ids() -> None:
    """By number, by section and place, by place alone; a repeated one gets a number of its own."""
    rows: list[RowTexts] = [
        ("", "Первое", "май", ""),
        Wide("3. Раздел"),
        ("3.1", "Второе", "май", ""),
        ("3.1", "Третье", "май", ""),
        Wide("3.2. Раздел"),
        ("", "Четвёртое", "май", ""),
        Wide("Раздел"),
        ("", "Пятое", "май", ""),
    ]
    finisher = Finisher(Window(school_year=2020))
    parts = finisher.finish(gather(read_lines(word_tables(TITLE, [HEADING, *rows])).lines).root)
    ids = [measure.id for part in parts for one in (part, *part.parts) for measure in one.measures]
    assert (["m1", "m3_1", "m3_1_2", "m3_2_1", "m2"], ["import-number-repeated"]) == (
        ids,
        [doubt.code for doubt in finisher.doubts],
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1.1", "m1_1"),
        ("5.5.", "m5_5"),
        ("1а", "m1a"),
        ("II", "mii"),
        ("№", "m0"),
        ("m3_2", "m3_2"),
        ("1.щ", "m1_shch"),
    ],
)
def test_measure_id(number: str, expected: str) -> None:
    """Digits and Latin letters with «_» between them."""
    assert expected == measure_id(number)


@given(st.text())
def test_every_number_gives_an_id(number: str) -> None:
    """Whatever is printed as a number, the id is one."""
    assert measure_id(number).isascii()
    assert measure_id(number).replace("_", "a").isalnum()
    assert measure_id(number).startswith("m")
    assert len(measure_id(number)) <= 40


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("директор\nзам. директора", "директор, зам. директора"),
        ("руководители по\nУВР", "руководители по УВР"),
        ("учителя ,\nродители,", "учителя, родители"),
        ("", ""),
    ],
)
def test_positions(text: str, expected: str) -> None:
    """Lines are positions of their own unless the line above goes on."""
    assert expected == positions(text)
