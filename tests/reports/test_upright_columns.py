"""Narrow columns under upright headings."""

from __future__ import annotations

from tests.reports.made_up import made_up_units
from xlforms.definitions.units import Unit
from xlforms.layout.text_size import column_pixels
from xlforms.reports.upright_columns import upright_columns

LONG = "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 1»"
ROOM = 1600.0


def test_narrow() -> None:
    """Short names take the narrowest columns; a page of them holds what fits."""
    units = tuple(made_up_units(100, 1))
    columns = upright_columns(units, 900.0, 400.0, ROOM)
    assert {5.0} == set(columns.widths)
    width = column_pixels(5.0)
    assert (int(700 // width), int(700 // width) + int(1200 // width)) == columns.page_starts[:2]
    assert 100 * width == columns.pixels


def test_long_names() -> None:
    """A long name takes several lines, so a wider column; a municipality has room over its few units."""
    long_name, short = (upright_columns([Unit("1", name, "Район")], 0, 0, ROOM).widths[0] for name in (LONG, "Школа"))
    assert 5.0 == short < long_name
    one, two = (
        upright_columns([Unit(str(n), "Школа", LONG) for n in range(count)], 0, 0, ROOM).widths for count in (1, 2)
    )
    assert one[0] == sum(two) > 2 * 5.0


def test_a_municipality_on_two_pages_has_room_on_each() -> None:
    """Its name is written again on the next page, and the part there is as wide as it needs."""
    units = [Unit(str(number), "Школа", LONG if number > 2 else "Район") for number in range(4)]
    narrow = upright_columns(units, 0, 0, 4 * column_pixels(5.0)).widths
    (start,) = upright_columns(units, 0, 0, 4 * column_pixels(5.0)).page_starts
    assert (3, narrow[0]) == (start, 5.0)
    assert narrow[3] > 5.0


def test_no_units() -> None:
    """Nobody: no columns, no pages."""
    columns = upright_columns([], 100, 100, ROOM)
    assert ((), ()) == (columns.widths, columns.page_starts)
