"""Texts of cells of an .ods."""

from __future__ import annotations

import pytest
from lxml import etree

from xlforms.errors import IntakeRefusal
from xlforms.intake.ods_text import cell_text

_NAMESPACES = (
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def _text(inside: str) -> str | None:
    return cell_text(etree.fromstring(f"<cell {_NAMESPACES}>{inside}</cell>"))


@pytest.mark.parametrize(
    ("expected", "inside"),
    [
        (None, ""),
        ("", "<text:p/>"),
        ("просто", "<text:p>просто</text:p>"),
        ("первая\nвторая", "<text:p>первая</text:p><text:p>вторая</text:p>"),
        ("первая\nвторая", "<text:p>первая<text:line-break/>вторая</text:p>"),
        ("1 234", "<text:p>1<text:s/>234</text:p>"),
        ("а    б", '<text:p>а <text:s text:c="3"/>б</text:p>'),
        ("а\tб", "<text:p>а<text:tab/>б</text:p>"),
        ("часть жирная, ссылка!", "<text:p>часть <text:span>жирная</text:span>, <text:a>ссылка</text:a>!</text:p>"),
        ("ответ", "<office:annotation><text:p>заметка</text:p></office:annotation><text:p>ответ</text:p>"),
        ("ответ", "<text:p>от<office:annotation><text:p>заметка</text:p></office:annotation>вет</text:p>"),
        ("ответ", "<draw:frame><text:p>картинка</text:p></draw:frame><text:p>ответ</text:p>"),
        ("первая\nвторая\n\n - четвёртая", "<text:p>первая\nвторая\n\n - четвёртая</text:p>"),
        ("в одну строку", "<text:p>\n  в одну\n  строку</text:p>"),
        ("а  б", "<text:p>а <text:span> б</text:span></text:p>"),
        ("а  б\nв", "<text:p>а  б</text:p><text:p>в</text:p>"),
        ("12 ", "<text:p>12 </text:p>"),
    ],
)
def test_text_of_a_cell(expected: str | None, inside: str) -> None:
    """Paragraphs and breaks are lines, counted spaces count, notes and pictures are not the answer."""
    assert expected == _text(inside)


@pytest.mark.parametrize("count", ["999999999999", "40000", "-1", "x"])
def test_impossible_count_of_spaces_is_damage(count: str) -> None:
    """A count of spaces cannot fill the memory."""
    with pytest.raises(IntakeRefusal):
        _text(f'<text:p><text:s text:c="{count}"/></text:p>')
