"""Texts cut into tokens."""

from __future__ import annotations

from xlforms.expressions.tokens import cut


def test_tokens_know_their_kind_and_place() -> None:
    """Every piece is told by kind, text and offset, and the end is a token too."""
    expected = [
        ("name", "a.*", 0),
        ("sign", "<=", 3),
        ("number", "25%", 5),
        ("sign", "*", 8),
        ("text", "б", 9),
        ("end", "", 12),
    ]
    assert expected == [(token.kind, token.text, token.position) for token in cut("a.*<=25%*«б»")]


def test_a_star_after_a_point_is_a_wildcard_and_elsewhere_a_product() -> None:
    """`a*b` and `a.* * b` are not mixed up."""
    product, wildcard = ["a", "*", "b", ""], ["a.*", "*", "b", ""]
    assert product == [token.text for token in cut("a*b")]
    assert wildcard == [token.text for token in cut("a.**b")]


def test_percents_are_exact() -> None:
    """A percent is the nearest number to its hundredth, not a product of two roundings."""
    expected = [0.0007, 0.333333333333333, 1.1]
    assert expected == [next(iter(cut(text))).value for text in ("0.07%", "33.3333333333333%", "110%")]
