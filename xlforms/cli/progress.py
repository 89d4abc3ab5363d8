"""A progress bar on stderr, only when that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Start = Callable[[int], Callable[[], None]]


@contextmanager
def progress_bar(text: str) -> Iterator[Start]:
    """Gives a function that is told the number of steps and returns the function to call after each."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), disable=not sys.stderr.isatty(), transient=True) as bar:

        def start(total: int) -> Callable[[], None]:
            task = bar.add_task(text, total=total)
            return lambda: bar.advance(task)

        yield start
