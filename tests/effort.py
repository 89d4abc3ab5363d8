"""How much of the long tests a run does: a sample that fits into a quarter of an hour, or everything.

Everything, about half an hour longer: `XLFORMS_TEST_EVERYTHING=1 python -m pytest -q`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

EVERYTHING = os.environ.get("XLFORMS_TEST_EVERYTHING") == "1"
LARGEST_FORM = "orenburg-resources@2020.1"
"""The form that is always tried as much as can be: most schools get it."""

_Case = TypeVar("_Case")


def times(name: str, largest: int, others: int) -> int:
    """How often to try a form of `tests.all_forms`."""
    return largest if EVERYTHING or name == LARGEST_FORM else others


def sampled(cases: Sequence[_Case], every: int, first: int = 0) -> list[_Case]:
    """All cases, or each `every`-th of them, from number `first` on."""
    return list(cases) if EVERYTHING else list(cases[first::every])
