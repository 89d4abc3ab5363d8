"""How many verdicts a run of the tests compared with a second engine; `conftest.py` prints it at the end."""

from __future__ import annotations

from dataclasses import dataclass

import pytest


@dataclass
class ComparedVerdicts:
    """A running count."""

    compared: int = 0
    differ: int = 0


VERDICTS = pytest.StashKey[ComparedVerdicts]()


def count_verdicts(config: pytest.Config, compared: int, differ: int) -> None:
    """Adds to the count of this run."""
    found = config.stash.setdefault(VERDICTS, ComparedVerdicts())
    found.compared += compared
    found.differ += differ
