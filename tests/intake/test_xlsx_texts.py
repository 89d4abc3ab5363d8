"""Texts of an .xlsx."""

from __future__ import annotations

import pytest

from tests.intake.packages import MAIN
from xlforms.intake import xlsx_texts
from xlforms.intake.xlsx_texts import shared_strings, unescape


def _table(*items: str) -> bytes:
    return f'<sst xmlns="{MAIN}">{"".join(items)}</sst>'.encode()


_ITEMS = (
    "<si><t>просто</t></si>",
    '<si><t xml:space="preserve"> 12 </t></si>',
    "<si><r><t>жирный</t></r><r><rPr><b/></rPr><t> и нет</t></r></si>",
    '<si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si>',
    "<si/>",
    "<si><t/></si>",
    "<si><t>строка_x000D_\nвторая</t></si>",
)
_EXPECTED = ["просто", " 12 ", "жирный и нет", "東京", "", "", "строка\r\nвторая"]


def test_shared_strings_are_read_in_order() -> None:
    """Runs are joined, phonetic readings left out, empty items keep their number."""
    assert _EXPECTED == shared_strings(_table(*_ITEMS), "s")


def test_large_table_is_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """In pieces the table is the same."""
    monkeypatch.setattr(xlsx_texts, "LARGE_PART", 10)
    assert _EXPECTED == shared_strings(_table(*_ITEMS), "s")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("a\rb", "a_x000D_b"),
        ("_x000D_", "_x005F_x000D_"),
        ("_xyz_", "_xyz_"),
        ("🙂", "_xD83D__xDE42_"),
        ("\ufffd", "_xD83D_"),
        ("snake_x_case", "snake_x_case"),
    ],
)
def test_escaped_characters(expected: str, text: str) -> None:
    """`_xHHHH_` is a character; half of a pair is the replacement character, since no file could be written with it."""
    assert expected == unescape(text)
