"""What key, code and caption of a row say together."""

from __future__ import annotations

import pytest

from tests.intake.returned import place_of, plan
from xlforms.intake.raw import CellKind, RawCell
from xlforms.intake.row_witnesses import HeardRow, cell_text, code_number, hear, keys_of

_STAFF, _HOME = (keys_of(next(sheet for sheet in plan().sheets if sheet.name == name)) for name in ("Кадры", "Здание"))
_MUSIC, _ART = (place_of(f"staff.{row}.total")[0] for row in ("music", "art"))
_ROOMS, _PLACES = (place_of(f"{table}.all.count")[0] for table in ("rooms", "places"))


@pytest.mark.parametrize(
    ("key", "code", "caption", "expected"),
    [
        ("staff.music", "02", "музыки", HeardRow(_MUSIC, agreed=True)),
        ("staff.music", "2", " МУЗЫКИ ", HeardRow(_MUSIC, agreed=True)),
        ("", "", "музыки", HeardRow(_MUSIC, agreed=True)),
        ("staff.art", "02", "музыки", HeardRow(_MUSIC, agreed=False)),
        ("staff.art", "03", "музыки", HeardRow(_MUSIC, agreed=False)),
        ("staff.art", "03", "рисования", HeardRow(_ART, agreed=True)),
        ("staff.art", "02", "рисования", HeardRow(None, agreed=False)),
        ("staff.art", "", "рисования", HeardRow(None, agreed=False)),
        ("", "03", "рисования", None),
        ("", "99", "", None),
        ("", "", "", None),
        ("", "", "Учителя", None),  # the heading of the captions
    ],
)
def test_unique_captions(key: str, code: str, caption: str, expected: HeardRow | None) -> None:
    """The caption wins when it is one of ours, else key and code must agree; a code alone names nothing."""
    assert expected == hear(_STAFF, key, code, caption)


@pytest.mark.parametrize(
    ("key", "code", "expected"),
    [
        ("rooms.all", "01", HeardRow(_ROOMS, agreed=True)),
        ("places.all", "01", HeardRow(_ROOMS, agreed=False)),  # the code stands beside the caption
        ("places.all", "", HeardRow(_PLACES, agreed=True)),
        ("", "03", HeardRow(_PLACES, agreed=True)),
        ("rooms.gym", "02", HeardRow(None, agreed=False)),  # both witnesses name a row with another caption
        ("", "", HeardRow(None, agreed=False)),
    ],
)
def test_shared_caption(key: str, code: str, expected: HeardRow) -> None:
    """A caption that two rows share needs a second witness that names one of them."""
    assert expected == hear(_HOME, key, code, "Всего")


@pytest.mark.parametrize(
    ("text", "expected"), [("01", 1), (" 7 ", 7), ("", -1), ("1.1", -1), ("٣", -1), ("-1", -1), ("9" * 5000, -1)]
)
def test_code_number(text: str, expected: int) -> None:
    """«01» and 1 are one code; what is no number of our own making is none."""
    assert expected == code_number(text)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, ""),
        ((CellKind.NUMBER, 2.0, False), "2"),
        ((CellKind.NUMBER, 2, False), "2"),
        ((CellKind.TEXT, "02", False), "02"),
        ((CellKind.UNCALCULATED, None, True), ""),
    ],
)
def test_cell_text(cell: RawCell | None, expected: str) -> None:
    """A whole number is shown without «.0», nothing as an empty text."""
    assert expected == cell_text(cell)
