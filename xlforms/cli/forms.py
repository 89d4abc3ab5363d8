"""`xlforms forms`: the forms that can be used."""

from __future__ import annotations

import click

from xlforms.api import list_forms
from xlforms.cli.options import subcommand
from xlforms.cli.output import show


def run() -> int:
    """Prints id, version and title of every form, a line each."""
    entries = [(loaded.form.form, loaded.form.version, loaded.form.title) for loaded in list_forms()]
    widths = [max((len(entry[column]) for entry in entries), default=0) for column in (0, 1)]
    show("\n".join(f"{form:<{widths[0]}}  {version:<{widths[1]}}  {title}" for form, version, title in entries))
    return 0


def make_command() -> click.Command:
    """The subcommand with its help."""
    return subcommand("forms", run, [])
