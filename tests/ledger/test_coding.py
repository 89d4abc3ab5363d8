"""Values as text and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.ledger.coding import Coding, CodingError


@dataclass(frozen=True)
class Pair:
    """Something that is written."""

    one: object
    other: object


@dataclass(frozen=True)
class Stranger:
    """Something that is not."""

    one: object


CODING = Coding((Pair,))
_KEYS = st.integers() | st.text()
_PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.dates()
_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_VALUES = st.recursive(
    _PLAIN | st.datetimes(timezones=_ZONES).map(lambda moment: moment.replace(fold=0)) | st.decimals(allow_nan=False),
    lambda inner: (
        st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(_KEYS, inner) | st.builds(Pair, inner, inner)
    ),
    max_leaves=20,
)


def _typed(value: object) -> object:
    """A value with the types of all its parts: 1, 1.0 and True are equal otherwise."""
    if isinstance(value, Pair):
        return Pair, _typed(value.one), _typed(value.other)
    if isinstance(value, list | tuple):
        return type(value), [_typed(entry) for entry in value]
    if isinstance(value, dict):
        return [(_typed(key), _typed(entry)) for key, entry in value.items()]
    return type(value), repr(value)


@given(_VALUES)
def test_everything_comes_back(value: object) -> None:
    """What was written is read with every type, sign and order as it was."""
    assert _typed(value) == _typed(CODING.read(CODING.write(value)))


def test_text_is_plain() -> None:
    """The text is ASCII and says what it is; lone halves of letters, which no database takes, are escaped."""
    value = Pair([1, "ы"], {3: (date(2020, 6, 5), datetime(2020, 6, 5, tzinfo=UTC), Decimal("1.50"), "\ud800")})
    assert (
        '{"Pair":[[1,"\\u044b"],{"dict":[[3,{"tuple":[{"date":"2020-06-05"},'
        '{"datetime":"2020-06-05T00:00:00+00:00"},{"decimal":"1.50"},"\\ud800"]}]]}]}'
    ) == CODING.write(value)


@pytest.mark.parametrize(
    "value",
    [Stranger(1), {1, 2}, b"x", Pair(1, [Stranger(2)]), object(), [10**5000]],
    ids=["other class", "set", "bytes", "inside", "object", "long number"],
)
def test_what_cannot_be_written(value: object) -> None:
    """A type that was not agreed on is refused, never written as something else."""
    with pytest.raises(CodingError):
        CODING.write(value)


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"Stranger":[1]}', '{"Pair":[1]}', '{"Pair":1}', '{"date":"x"}', '{"date":5}', '{"os.system":["ls"]}',
     "{}", '{"tuple":[],"dict":[]}', '{"dict":[1]}', '{"dict":[[[],1]]}', '{"decimal":"x"}', "[" * 100_000],
)  # fmt: skip
def test_what_nobody_here_has_written(text: str) -> None:
    """Any other text is refused; nothing but the agreed classes is ever made."""
    with pytest.raises(CodingError):
        CODING.read(text)
