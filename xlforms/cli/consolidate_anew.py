"""The work of `consolidate` itself; loaded only when there is some, for its libraries take longer than small work."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from xlforms.api import Consolidation, consolidate_files
from xlforms.cli.language import tell
from xlforms.cli.progress import progress_bar
from xlforms.consolidation.choices import Asked
from xlforms.errors import UsageError
from xlforms.intake.round import Round
from xlforms.reports.machine_table import TableFormat


def consolidate_anew(
    paths: tuple[Path, ...],
    out: Path,
    *,
    circumstances: Round,
    forms: tuple[str, ...],
    as_of: date | None,
    prefer: tuple[str, ...],
    exclude: tuple[str, ...],
    forget_choices: bool,
    parquet: bool,
) -> Consolidation:
    """Reads what is new and writes the summary, with a progress bar."""
    formats = _formats(parquet)
    with progress_bar(tell("progress-read")) as progress:
        return consolidate_files(
            paths,
            out,
            circumstances=circumstances,
            forms=forms,
            as_of=as_of,
            choices=[*(Asked("prefer", file) for file in prefer), *(Asked("exclude", file) for file in exclude)],
            forget_choices=forget_choices,
            formats=formats,
            progress=progress,
        )


def _formats(parquet: bool) -> Sequence[TableFormat]:
    """The formats of tables asked for beside CSV; pyarrow is loaded only then."""
    if not parquet:
        return ()
    try:
        found: TableFormat = importlib.import_module("xlforms.reports.parquet_files").PARQUET
    except ImportError as error:
        raise UsageError("parquet-needs-pyarrow") from error
    return (found,)
