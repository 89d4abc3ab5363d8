"""`xlforms generate FORM…`: workbooks to send."""

from __future__ import annotations

from pathlib import Path

import click

from xlforms.api import generate as generate_forms
from xlforms.api import load_round
from xlforms.cli.language import tell
from xlforms.cli.options import collection_option, make_command, out_option, units_option
from xlforms.cli.progress import progress_bar


def run(forms: tuple[str, ...], units: Path | None, collection: Path | None, out: Path) -> int:
    """Writes the workbooks and says how many and where."""
    circumstances = load_round(collection, units)
    with progress_bar(tell("progress-generate")) as progress:
        paths = generate_forms(forms, out, circumstances=circumstances, progress=progress)
    click.echo(tell("generated", count=len(paths), out=str(out)))
    return 0


command = make_command(
    "generate",
    run,
    [
        click.Argument(["forms"], nargs=-1, required=True, metavar="FORM..."),
        units_option(),
        collection_option(),
        out_option("forms"),
    ],
)
