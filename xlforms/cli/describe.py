"""`xlforms describe FORM`: the data dictionary of a form."""

from __future__ import annotations

import csv
import io
import json
import sys

import click
from rich.console import Console
from rich.table import Table

from xlforms.api import Description
from xlforms.api import describe as describe_form
from xlforms.cli.language import tell
from xlforms.cli.options import format_option, subcommand
from xlforms.cli.output import show
from xlforms.layout.dictionary import COLUMNS

_SHOWN = ("item", "sheet", "cell", "type", "required", "minimum", "maximum", "choices", "unit", "label")
_WIDTH = 220  # characters, where no terminal says how wide it is


def run(form: str, kind: str) -> int:
    """Prints the dictionary as a table, CSV or JSON."""
    description = describe_form(form)
    show({"table": _table, "csv": _csv, "json": _json}[kind](description))
    return 0


def _json(description: Description) -> str:
    content = {
        "form": description.form,
        "version": description.version,
        "title": description.title,
        "items": description.items,
        "computed": description.computed,
        "rules": description.rules,
        "checks": description.checks,
    }
    if description.measures:
        content["measures"] = description.measures
    if description.indicators:
        content["indicators"] = description.indicators
    if description.key_figures:
        content["key_figures"] = description.key_figures
    return json.dumps(content, ensure_ascii=False, indent=1)


def _csv(description: Description) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in description.items)
    return text.getvalue().rstrip("\n")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(str(entry) for entry in value)
    return "" if value is None else str(value)


def _table(description: Description) -> str:
    table = Table(title=f"{description.form}@{description.version} · {description.title}", title_justify="left")
    for column in _SHOWN:
        table.add_column(column, overflow="fold")
    for row in description.items:
        table.add_row(*(_cell(row[column]) for column in _SHOWN))
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False, markup=False)
    with console.capture() as capture:
        console.print(table)
        console.print(tell("describe-count", count=len(description.items)))
    return capture.get().rstrip("\n")


def make_command() -> click.Command:
    """The subcommand with its help."""
    form = click.Argument(["form"], metavar="FORM")
    return subcommand("describe", run, [form, format_option("table", "csv", "json")])
