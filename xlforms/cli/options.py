"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from xlforms.cli.help import HELP_NAMES, Command
from xlforms.cli.language import tell
from xlforms.cli.main import lang_option


def subcommand(name: str, callback: Callable[..., int], parameters: Sequence[click.Parameter]) -> click.Command:
    """A subcommand with its help in the language settled, and `--lang`."""
    return Command(
        name=name,
        callback=callback,
        params=[*parameters, lang_option()],
        help=tell(f"help-{name}"),
        short_help=tell(f"help-{name}-short"),
        context_settings={"help_option_names": HELP_NAMES},
    )


def units_option() -> click.Option:
    """`--units FILE`."""
    return click.Option(["--units"], type=click.Path(path_type=Path), metavar="FILE", help=tell("help-units"))


def collection_option() -> click.Option:
    """`--collection FILE`."""
    return click.Option(["--collection"], type=click.Path(path_type=Path), metavar="FILE", help=tell("help-collection"))


def out_option(default: str) -> click.Option:
    """`--out DIR`."""
    return click.Option(
        ["--out"],
        type=click.Path(path_type=Path),
        metavar="DIR",
        default=Path(default),
        help=tell("help-out", default=default),
    )


def form_option() -> click.Option:
    """`--form FORM`, several times."""
    return click.Option(["--form", "forms"], multiple=True, metavar="FORM", help=tell("help-form"))


def limit_option() -> click.Option:
    """`--limit NAME=NUMBER`, several times."""
    return click.Option(["--limit", "limits"], multiple=True, metavar="NAME=NUMBER", help=tell("help-limit"))


def paths_argument(name: str) -> click.Argument:
    """One or more files or folders."""
    return click.Argument(["paths"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=f"{name}...")


def format_option(*kinds: str) -> click.Option:
    """`--format`, the first kind is the default."""
    return click.Option(["--format", "kind"], type=click.Choice(kinds), default=kinds[0], help=tell("help-format"))
