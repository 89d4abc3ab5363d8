"""JSON inside a page."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.reports.html.compact_json import print_json

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8") | st.sampled_from("<>&/!-\u2028\u2029\"'\\")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)  # fmt: skip


@given(_VALUES)
def test_round_trip(value: object) -> None:
    """What is printed reads as what it was, and holds no sign that HTML or an old script reader knows."""
    text = print_json(value)
    assert value == json.loads(text)
    assert set() == set("<>&\u2028\u2029") & set(text)


def test_no_text_ends_the_element() -> None:
    """An answer cannot close the script, nor open a comment in it."""
    assert '["\\u003c/script\\u003e\\u003c!--"]' == print_json(["</script><!--"])


def test_exact_sums() -> None:
    """A sum that is kept as a decimal number stands with its digits; nothing has spaces."""
    assert '{"a":[0.3,12345678901.25,null]}' == print_json({"a": [Decimal("0.3"), Decimal("12345678901.25"), None]})


@pytest.mark.parametrize("value", [{1, 2}, object(), b"x"])
def test_foreign_values(value: object) -> None:
    """Something that JSON does not have is a mistake of ours, said at once."""
    with pytest.raises(TypeError, match="cannot stand in JSON"):
        print_json([value])


def test_no_number() -> None:
    """«Not a number» is none."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        print_json([float("nan")])
