"""A progress bar on stderr, only when that is a terminal; elsewhere not even its library is loaded."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

Start = Callable[[int], Callable[[], None]]


def progress_bar(text: str) -> AbstractContextManager[Start]:
    """Gives a function that is told the number of steps and returns the function to call after each."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext(_silent)
    bar: AbstractContextManager[Start] = importlib.import_module("xlforms.cli.terminal_progress").terminal_bar(text)
    return bar


def _silent(_total: int) -> Callable[[], None]:
    return lambda: None
