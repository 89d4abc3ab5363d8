"""Records of .xlsb parts."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.binary_workbook import record, text
from xlforms.errors import IntakeRefusal
from xlforms.intake.binary_records import records_of, rk_number, text_at


@given(st.lists(st.tuples(st.integers(0, 0x3FFF), st.binary(max_size=300)), max_size=5))
def test_records_come_back_as_written(records: list[tuple[int, bytes]]) -> None:
    """Numbers of one and two bytes, lengths of one and more."""
    content = b"".join(record(number, body) for number, body in records)
    assert records == list(records_of(content, "part"))


def test_cut_record_is_damage() -> None:
    """A part may end between records only."""
    content = record(300, b"12345")
    for length in range(1, len(content)):
        with pytest.raises(IntakeRefusal):
            list(records_of(content[:length], "part"))


@pytest.mark.parametrize("value", [None, "", "школа", "🙂"])
def test_text_with_its_length(value: str | None) -> None:
    """«No text» is told from an empty one; the offset leads behind the text."""
    body = text(value)
    assert (value, len(body) + 1) == text_at(b"\0" + body, 1)


def test_text_longer_than_its_record_is_an_error() -> None:
    """A length is not believed."""
    with pytest.raises(struct.error):
        text_at(struct.pack("<I", 1_000_000) + b"ab", 0)


def test_broken_surrogate_is_replaced() -> None:
    """Half of a pair could not be written anywhere."""
    assert "\ufffd" == text_at(struct.pack("<IH", 1, 0xD83D), 0)[0]


@pytest.mark.parametrize(
    ("expected", "packed"),
    [
        (5.0, 5 << 2 | 2),
        (-5.0, (-5 << 2 | 2) & 0xFFFFFFFF),
        (12.34, 1234 << 2 | 3),
        (0.5, 0x3FE00000),
        (0.005, 0x3FE00001),
        (-536870912.0, 0x80000002),
    ],
)
def test_number_in_four_bytes(expected: float, packed: int) -> None:
    """Whole numbers and upper halves of doubles, plain and in hundredths."""
    assert expected == rk_number(packed)
