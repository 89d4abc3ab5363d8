"""Results on stdout. A reader that has gone away (`| head -1`) changes neither the work nor the exit code."""

from __future__ import annotations

import os
import sys

import click

from xlforms.errors import OutputError


def show(text: str) -> None:
    """Prints a text and a line end at once. Raises OutputError when stdout takes nothing, as on a full disk."""
    if sys.stdout is None:  # closed by who called us, or a program without a console on Windows
        return
    try:
        click.echo(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_stdout()
    except OSError as error:
        _leave_stdout()
        raise OutputError("output-not-shown", detail=error.strerror or str(error)) from error


def _leave_stdout() -> None:
    """What is still to come goes nowhere, also the last flush when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
