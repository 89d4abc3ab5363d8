"""`xlforms import-roadmap FILE`: a table of measures becomes a form definition."""

from __future__ import annotations

from pathlib import Path

import click

from xlforms.api import import_roadmap_file
from xlforms.cli.language import language, tell
from xlforms.cli.options import subcommand
from xlforms.cli.output import show
from xlforms.intake.account import printable
from xlforms.roadmap_import.doubts import say_doubt
from xlforms.roadmap_import.import_roadmap import ImportedRoadmap


def run(file: Path, form: str | None, title: str | None, school_year: int | None, out: Path | None) -> int:
    """Writes the definition, and tells in lines what a person should look at."""
    imported = import_roadmap_file(file, form=form, title=title, school_year=school_year, out=out)
    if out is None:
        show(imported.yaml.rstrip("\n"))
        click.echo("\n".join(_remarks(imported)), err=True)
        return 0
    done = tell(
        "import-done",
        form=imported.form,
        measures=imported.measures,
        sections=imported.sections,
        out=printable(str(out)),
    )
    show("\n".join([done, *_remarks(imported)]))
    return 0


def _remarks(imported: ImportedRoadmap) -> list[str]:
    if not imported.doubts:
        return [tell("import-certain")]
    lines = [printable(f"  ? {say_doubt(doubt, language())}") for doubt in imported.doubts]
    return [tell("import-to-look-at", count=len(lines)), *lines]


def make_command() -> click.Command:
    """The subcommand with its help."""
    file = click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE")
    options = [
        click.Option(["--id", "form"], metavar="ID", help=tell("help-import-id")),
        click.Option(["--title"], metavar="TEXT", help=tell("help-import-title")),
        click.Option(["--school-year"], type=int, metavar="YYYY", help=tell("help-import-school-year")),
        click.Option(["--out"], type=click.Path(path_type=Path), metavar="FILE.yaml", help=tell("help-import-out")),
    ]
    return subcommand("import-roadmap", run, [file, *options])
