"""Texts of an .xlsx."""

from __future__ import annotations

import pytest

from tests.intake.packages import MAIN
from xlforms.errors import IntakeRefusal
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


_PLAIN_ITEMS = ("<si><t>просто</t></si>", '<si><t xml:space="preserve"> 1\n2_x000D_</t></si>', "<si><t></t></si>")


@pytest.mark.parametrize(
    ("expected", "table"),
    [
        (["просто", " 1\n2\r", ""], _table(*_PLAIN_ITEMS)),
        (["просто", " 1\n2\r", "", "A & B"], _table(*_PLAIN_ITEMS, "<si><t>A &amp; B</t></si>")),
        (["&lt;<>\"'\r"], _table("<si><t>&amp;lt;&lt;&gt;&quot;&apos;_x000D_</t></si>")),
        (["1\n2\r&#10;"], _table("<si><t>1&#10;2&#13;&amp;#10;</t></si>")),
        (["ы"], _table("<si><t>&#1099;</t></si>")),
        (["просто", " 1\n2\r", "", "да"], _table(*_PLAIN_ITEMS, "<si><r><t>да</t></r></si>")),
        (["просто", " 1\n2\r", "", "<si>"], _table(*_PLAIN_ITEMS, "<si><t><![CDATA[<si>]]></t></si>")),
        (["просто", " 1\n2\r", ""], _table("<!-- -->", *_PLAIN_ITEMS)),
        (["просто", " 1\n2\r", "", "a\nb"], _table(*_PLAIN_ITEMS, "<si><t>a\r\nb</t></si>")),
        ([], _table()),
    ],
)
def test_table_of_plain_texts(expected: list[str], table: bytes) -> None:
    """Plain items are read without a tree; one that is not plain sends the whole table through it."""
    assert expected == shared_strings(table, "s")


def test_table_in_another_encoding() -> None:
    """The declaration of the part decides."""
    table = '<?xml version="1.0" encoding="windows-1251"?>' + _table("<si><t>да</t></si>").decode()
    assert ["да"] == shared_strings(table.encode("cp1251"), "s")


@pytest.mark.parametrize(
    "table",
    [
        _table("<si><t>да</t></si>")[:-3],
        _table("<si><t>да</t></si>").replace(b"sst", b"html"),
        _table("<si><t>\x01</t></si>"),
        _table("<si><t>a</t></si>").replace(b">a<", b">\xff<"),
    ],
)
def test_broken_table_is_damage(table: bytes) -> None:
    """A table that is cut off, of another kind or not XML is refused."""
    with pytest.raises(IntakeRefusal):
        shared_strings(table, "s")


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
