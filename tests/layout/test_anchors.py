"""Corner cells and checksums."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xlforms.layout.anchors import Corner, checksum_of, parse_corner, print_corner

WORDS = st.text("abcxyz019._-", min_size=1, max_size=12)


@given(WORDS, WORDS, st.text(max_size=12), WORDS, WORDS)
def test_corner_comes_back(form: str, version: str, unit: str, section: str, checksum: str) -> None:
    """Whatever the unit's code holds, the printed corner is ASCII without spaces and reads back the same."""
    corner = Corner(form, version, unit.encode(errors="ignore").decode(), section, checksum)
    text = print_corner(corner)
    assert corner == parse_corner(text)
    assert text.isascii()
    assert " " not in text


def test_foreign_texts_are_no_corners() -> None:
    """Another prefix, too few parts, plain words, no form or version or section."""
    texts = (
        "",
        "Отчёт",
        "#xf1|form|1",
        "#xf2|f|1|u|s|c",
        "#xf1|||||",
        "#xf1||1|u|s|c",
        "#xf1|f||u|s|c",
        "#xf1|f|1|u||c",
    )
    assert [None] * 8 == [parse_corner(text) for text in texts]


def test_checksum_tells_keys_and_their_order() -> None:
    """Eight hexadecimal digits; another order is another sheet."""
    assert "ef0790fb" == checksum_of(["a", "b"])
    assert checksum_of(["b", "a"]) != checksum_of(["a", "b"])
