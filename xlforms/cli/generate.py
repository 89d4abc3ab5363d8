"""`xlforms generate FORM…`: workbooks to send."""

from __future__ import annotations

from pathlib import Path

import click

from xlforms.api import generate as generate_forms
from xlforms.api import load_round
from xlforms.cli.language import tell
from xlforms.cli.options import collection_option, out_option, subcommand, units_option
from xlforms.cli.output import show
from xlforms.cli.progress import progress_bar
from xlforms.intake.account import printable


def run(forms: tuple[str, ...], units: Path | None, collection: Path | None, out: Path) -> int:
    """Writes the workbooks and says how many and where."""
    circumstances = load_round(collection, units)
    with progress_bar(tell("progress-generate")) as progress:
        paths = generate_forms(forms, out, circumstances=circumstances, progress=progress)
    show(tell("generated", count=len(paths), out=printable(str(out))))
    return 0


def make_command() -> click.Command:
    """The subcommand with its help."""
    forms = click.Argument(["forms"], nargs=-1, required=True, metavar="FORM...")
    return subcommand("generate", run, [forms, units_option(), collection_option(), out_option("forms")])
