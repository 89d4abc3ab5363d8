"""`xlforms consolidate PATH…`: the summary of a folder of returned files."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlforms.cli.language import tell
from xlforms.cli.options import (
    collection_option,
    form_option,
    limit_option,
    out_option,
    paths_argument,
    subcommand,
    units_option,
)
from xlforms.cli.output import show
from xlforms.consolidation.notice import Notice
from xlforms.consolidation.outcome import Outcome
from xlforms.errors import UsageError
from xlforms.intake.account import printable
from xlforms.intake.raised_limits import raised_limits
from xlforms.intake.round import load_round
from xlforms.reports.standing_results import find_standing

if TYPE_CHECKING:  # loaded when there is something to do
    from xlforms.api import Consolidation


def run(
    paths: tuple[Path, ...],
    units: Path | None,
    collection: Path | None,
    as_of: str | None,
    out: Path,
    forms: tuple[str, ...],
    prefer: tuple[str, ...],
    exclude: tuple[str, ...],
    forget_choices: bool,
    parquet: bool,
    limits: tuple[str, ...],
) -> int:
    """Writes the summary and says in a few lines what came and what to do; 1 when there is something to act on."""
    day, circumstances = _day(as_of), load_round(collection, units, raised_limits(limits))
    if not (prefer or exclude or forget_choices or parquet):
        standing = find_standing(paths, out, circumstances=circumstances, forms=forms, as_of=day)
        if standing is not None:
            return _report(standing, (), out, is_current=True)
    anew: Callable[..., Consolidation] = importlib.import_module("xlforms.cli.consolidate_anew").consolidate_anew
    done = anew(
        paths,
        out,
        circumstances=circumstances,
        forms=forms,
        as_of=day,
        prefer=prefer,
        exclude=exclude,
        forget_choices=forget_choices,
        parquet=parquet,
    )
    return _report(done.outcome, done.notices, out, is_current=done.summary is None)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError("as-of-unreadable", text=text) from error


def _report(outcome: Outcome, notices: Sequence[Notice], out: Path, *, is_current: bool) -> int:
    lines = [tell("consolidated-files", total=outcome.files, **outcome.counts)]
    if outcome.counts["unpacked"]:
        lines.append(tell("consolidated-unpacked", unpacked=outcome.counts["unpacked"]))
    lines += [
        f"  ✗ {file.name}: {file.reason}: {tell(file.code, **dict(file.parameters))}" for file in outcome.rejected
    ]
    if outcome.registered:
        lines.append(tell("consolidated-missing", missing=outcome.missing, expected=outcome.units))
    counts = {"hard": outcome.hard, "soft": outcome.soft}
    if outcome.explained:
        lines.append(tell("consolidated-findings-explained", **counts, explained=outcome.explained))
    else:
        lines.append(tell("consolidated-findings", **counts))
    if is_current:
        lines.append(tell("consolidated-current"))
    lines.append(tell("consolidated-out", out=printable(str(out))))
    for notice in (*notices, *outcome.notices):
        click.echo(f"xlforms: {tell(notice.code, **notice.parameters)}", err=True)
    show("\n".join(lines))
    return 1 if outcome.to_act_on else 0


def make_command() -> click.Command:
    """The subcommand with its help."""
    as_of = click.Option(["--as-of"], metavar="DATE", help=tell("help-as-of"))
    options = [units_option(), collection_option(), as_of, out_option("consolidated"), form_option(), *_choices()]
    options += [click.Option(["--parquet"], is_flag=True, help=tell("help-parquet")), limit_option()]
    return subcommand("consolidate", run, [paths_argument("PATH"), *options])


def _choices() -> list[click.Option]:
    """`--prefer` and `--exclude`, several times, and `--forget-choices`."""
    return [
        click.Option(["--prefer"], multiple=True, metavar="FILE_OR_HASH", help=tell("help-prefer")),
        click.Option(["--exclude"], multiple=True, metavar="FILE_OR_HASH", help=tell("help-exclude")),
        click.Option(["--forget-choices"], is_flag=True, help=tell("help-forget-choices")),
    ]
