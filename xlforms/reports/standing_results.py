"""Whether the results in a folder are still those of the files given, so that nothing has to be read or computed.

This question is asked before anything else, of what lies on the disk: it needs no form, table or report, and loads none
of their libraries, which would take longer than the answer.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xlforms.consolidation.notice import Notice
from xlforms.consolidation.outcome import Outcome, read_outcome
from xlforms.definitions.templates import find_form, template_folder
from xlforms.errors import UsageError
from xlforms.intake.account import GivenFile, list_files, printable
from xlforms.intake.content_hash import hash_of
from xlforms.intake.round import Round
from xlforms.intake.seen_files import SeenFile, look_at
from xlforms.ledger.ledger import LEDGER, Ledger
from xlforms.ledger.program_digest import digest_of, program_digest
from xlforms.reports.folder_ledger import is_intact, open_ledger
from xlforms.reports.folder_lock import lock_folder, lock_path
from xlforms.reports.publish import prepare_folder


@dataclass(frozen=True, slots=True)
class Standing:
    """What was given and what lies in the folder of results: the files (those not ignored as `seen`), the ledger with
    the notices about it, the last possible day of a form, and the digest of all that results are made of."""

    files: Sequence[GivenFile]
    seen: Sequence[SeenFile]
    ledger: Ledger
    notices: tuple[Notice, ...]
    day: date
    made_of: str


def outside_of(out: Path, paths: Iterable[Path]) -> Path:
    """The real path of the folder of results. Raises UsageError when it would replace a folder of received files, or
    the current one."""
    target = Path(os.path.realpath(out))
    for path in (Path(), *paths):
        if Path(os.path.realpath(path)).is_relative_to(target):
            raise UsageError("output-holds-input", out=printable(str(out)), path=printable(os.path.realpath(path)))
    return target


def given_forms(circumstances: Round, forms: Iterable[str]) -> list[Path]:
    """The files of the forms that were given: those of the collection, then `forms`. Raises UsageError."""
    loaded = circumstances.collection
    return [*(loaded.forms if loaded is not None else ()), *map(find_form, forms)]


def look(
    paths: Sequence[Path],
    target: Path,
    *,
    circumstances: Round,
    given: Sequence[Path],
    as_of: date | None,
    formats: Sequence[tuple[str, str]] = (),
) -> Standing:
    """Looks at all files and at the folder of results, which is locked by the caller. `formats` are the endings and
    makers of the files that are written beside CSV.

    Raises UsageError when a path does not exist.
    """
    loaded, units = circumstances.collection, circumstances.units
    ledger, notices = open_ledger(target, program_digest([template_folder(), *given], circumstances.limits))
    own = [Path(source.path) for source in (loaded, units) if source is not None]
    files = list_files(paths, outside=[target, lock_path(target)], registers=own)
    seen = [look_at(file.path) for file in files if not file.ignored]
    shown = [(file.shown, file.ignored) for file in files]
    contents = [_content(path) for path in given]
    day = as_of or circumstances.today
    made_of = digest_of(shown, seen, loaded, units, contents, as_of, day, list(formats))
    return Standing(files, seen, ledger, notices, day, made_of)


def told_before(standing: Standing, target: Path) -> Outcome | None:
    """What the last run told, when the same files would be made into the same results, and those are still there."""
    last = standing.ledger.result
    known = standing.ledger.files
    if last is None or last.circumstances != standing.made_of or not all(file.key in known for file in standing.seen):
        return None
    return read_outcome(last.told) if is_intact(target, last.outputs) else None


def find_standing(
    paths: Sequence[Path], out: Path, *, circumstances: Round, forms: Iterable[str] = (), as_of: date | None = None
) -> Outcome | None:
    """What the last run told, when its results in `out` (of CSV files only) are still true of everything in `paths`.

    None when there is something to do, also when the ledger cannot be believed. Raises UsageError and OutputError as
    `xlforms.api.consolidate_files` does.
    """
    target = outside_of(out, paths)
    if not os.path.isfile(target / LEDGER):  # False also for a path that cannot be
        return None
    with lock_folder(target):
        prepare_folder(target)
        given = given_forms(circumstances, forms)
        standing = look(paths, target, circumstances=circumstances, given=given, as_of=as_of)
        return None if standing.notices else told_before(standing, target)


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hash_of(file)
