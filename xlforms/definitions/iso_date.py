"""A date in a definition, written as 2020-06-05."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError


def _iso_date(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise PydanticCustomError("date-unreadable", "not an ISO date") from error


IsoDate = Annotated[date, BeforeValidator(_iso_date)]
