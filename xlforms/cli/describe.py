"""`xlforms describe FORM`: the data dictionary of a form."""

from __future__ import annotations

import csv
import json
import sys

import click
from rich.console import Console
from rich.table import Table

from xlforms.api import Description
from xlforms.api import describe as describe_form
from xlforms.cli.language import tell
from xlforms.cli.options import format_option, make_command
from xlforms.layout.dictionary import COLUMNS

_SHOWN = ("item", "sheet", "cell", "type", "required", "minimum", "maximum", "choices", "unit", "label")


def run(form: str, kind: str) -> int:
    """Prints the dictionary as a table, CSV or JSON."""
    description = describe_form(form)
    if kind == "json":
        click.echo(_json(description))
    elif kind == "csv":
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in description.items)
    else:
        _print_table(description)
    return 0


def _json(description: Description) -> str:
    content = {
        "form": description.form,
        "version": description.version,
        "title": description.title,
        "items": description.items,
        "computed": description.computed,
        "rules": [],
        "checks": [],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(str(entry) for entry in value)
    return "" if value is None else str(value)


def _print_table(description: Description) -> None:
    table = Table(title=f"{description.form}@{description.version} · {description.title}", title_justify="left")
    for column in _SHOWN:
        table.add_column(column, overflow="fold")
    for row in description.items:
        table.add_row(*(_cell(row[column]) for column in _SHOWN))
    console = Console(width=None if sys.stdout.isatty() else 220, highlight=False, markup=False)
    console.print(table)
    console.print(tell("describe-count", count=len(description.items)))


command = make_command(
    "describe", run, [click.Argument(["form"], metavar="FORM"), format_option("table", "csv", "json")]
)
