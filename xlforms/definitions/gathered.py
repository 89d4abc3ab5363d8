"""The key `gathered`: which open texts are read together on the sheet of needs, and which of them come first."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

FIRST: Literal["first"] = "first"


def _known_mark(value: object) -> object:
    """One message for a wrong word, where a union would give one for each of its members."""
    if isinstance(value, bool) or value == FIRST:
        return value
    raise PydanticCustomError("literal_error", "not a mark", {"expected": "'true', 'first', 'false'"})


GatheredMark = Annotated[bool | Literal["first"], BeforeValidator(_known_mark)]
