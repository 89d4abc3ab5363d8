"""What a user can do, one function each; the command line calls nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from xlforms.consolidation.choices import Asked, Notice, find_choices, join_choices, settle_choices
from xlforms.consolidation.consolidate import consolidate, expected_forms
from xlforms.consolidation.outcome import Outcome, outcome_of, read_outcome, write_outcome
from xlforms.consolidation.receive import receive
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import LoadedCollection, load_collection
from xlforms.definitions.file_names import safe_file_name
from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.templates import available_forms, find_form, template_folder
from xlforms.definitions.units import Unit, Units
from xlforms.errors import OutputError, UsageError
from xlforms.intake.account import GivenFile, list_files, printable
from xlforms.intake.known_files import SeenFile, look_at, read_once
from xlforms.intake.limits import DEFAULT
from xlforms.intake.reading import read_files
from xlforms.intake.unit_register import read_units
from xlforms.layout.build import build_plan
from xlforms.layout.dictionary import (
    check_dictionary,
    computed_dictionary,
    data_dictionary,
    indicator_dictionary,
    measure_dictionary,
    rule_dictionary,
)
from xlforms.layout.form_library import FormLibrary
from xlforms.layout.plan import Plan
from xlforms.ledger.ledger import LastResult, Ledger
from xlforms.ledger.program_digest import digest_of, program_digest
from xlforms.reports.folder_ledger import is_intact, open_ledger
from xlforms.reports.folder_lock import lock_folder, lock_path
from xlforms.reports.output import write_summary_set
from xlforms.reports.publish import prepare_folder
from xlforms.roadmap_import.import_roadmap import ImportedRoadmap, import_roadmap
from xlforms.workbook.write import write_workbook

Progress = Callable[[int], Callable[[], None]]
"""Told how many steps there are, gives a function to call after each."""


def _silent(_total: int) -> Callable[[], None]:
    return lambda: None


@dataclass(frozen=True, slots=True)
class Round:
    """The circumstances of a command: the collection and the register, as far as they were given."""

    collection: LoadedCollection | None
    units: Units | None


@dataclass(frozen=True, slots=True)
class Consolidation:
    """What came of a run of `consolidate`. There is no `summary` when the results in the folder were still true and
    nothing was computed; `outcome` is told then too. `notices` are about this run."""

    outcome: Outcome
    summary: Summary | None
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """A form as its data dictionary: `items` are answer cells, `computed` are cells that the form computes, `rules` its
    edit rules, `checks` the cells that show their verdicts live; `measures` and `indicators` are those of a roadmap."""

    form: str
    version: str
    title: str
    items: list[dict[str, object]]
    computed: list[dict[str, object]]
    rules: list[dict[str, object]]
    checks: list[dict[str, object]]
    measures: list[dict[str, object]]
    indicators: list[dict[str, object]]


def load_round(collection: Path | None, units: Path | None) -> Round:
    """Reads a collection file and a register; a register named in the collection serves when none is given.

    Raises DefinitionError with every mistake of the file that has some.
    """
    loaded = load_collection(collection) if collection is not None else None
    register = units or (loaded.units if loaded is not None else None)
    return Round(loaded, read_units(register) if register is not None else None)


def list_forms() -> list[LoadedForm]:
    """Every form and version that comes with the toolkit."""
    return [load_form(source.path) for source in available_forms()]


def describe(reference: str) -> Description:
    """The data dictionary of a form, named by id, `id@version` or the path of its file.

    Raises UsageError for a form that does not exist, DefinitionError for one with mistakes.
    """
    loaded = load_form(find_form(reference))
    plan = build_plan(loaded)
    return Description(
        plan.form,
        plan.version,
        plan.title,
        items=data_dictionary(plan),
        computed=computed_dictionary(plan),
        rules=rule_dictionary(plan),
        checks=check_dictionary(plan),
        measures=measure_dictionary(plan),
        indicators=indicator_dictionary(plan),
    )


def generate(references: Sequence[str], out: Path, *, circumstances: Round, progress: Progress = _silent) -> list[Path]:
    """Writes the workbooks of forms into the folder `out` and returns their paths.

    Without a register one blank `FORM.xlsx` each; with one `MUNICIPALITY/UNIT_FORM.xlsx` for each unit, addressed.
    All forms are loaded before anything is written. Raises UsageError, DefinitionError, GenerationError, OutputError.
    """
    plans = {}
    for reference in references:
        plan = build_plan(load_form(find_form(reference)))
        if plan.form in plans:
            raise UsageError("form-given-twice", form=plan.form)
        plans[plan.form] = plan
    loaded = circumstances.collection
    collection = loaded.collection if loaded is not None else None
    jobs: list[tuple[Path, Plan, Unit | None]] = [(out / f"{form}.xlsx", plan, None) for form, plan in plans.items()]
    if circumstances.units is not None:
        jobs = [
            (out / safe_file_name(unit.municipality) / f"{safe_file_name(unit.unit)}_{form}.xlsx", plan, unit)
            for unit in circumstances.units
            for form, plan in plans.items()
        ]
    step = progress(len(jobs))
    for path, plan, unit in jobs:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError("output-not-written", path=str(path.parent), detail=error.strerror or "") from error
        write_workbook(plan, path, unit=unit, collection=collection)
        step()
    return [path for path, _, _ in jobs]


def consolidate_files(
    paths: Sequence[Path],
    out: Path,
    *,
    circumstances: Round,
    forms: Iterable[str] = (),
    as_of: date | None = None,
    choices: Sequence[Asked] = (),
    forget_choices: bool = False,
    progress: Progress = _silent,
) -> Consolidation:
    """Reads everything in `paths`, writes the summary into the folder `out` and tells what came of it.

    `forms` are definitions used beside those of the toolkit and of the collection. `as_of` is the day of the summary;
    forms dated after it, or after today when there is none, have a wrong date. `choices` name files that count or are
    left out; they are remembered in `out`, as is what was read, until `forget_choices`. When nothing has changed since
    the results in `out` were written, they are left as they are.

    Raises UsageError when a path does not exist, `out` would replace the folder of the received files or a choice names
    no submission, OutputError when `out` cannot be written or another run is writing into it.
    """
    target = Path(os.path.realpath(out))
    for path in (Path(), *paths):
        if Path(os.path.realpath(path)).is_relative_to(target):
            raise UsageError("output-holds-input", out=printable(str(out)), path=printable(os.path.realpath(path)))
    with lock_folder(target):
        prepare_folder(target)
        loaded, units = circumstances.collection, circumstances.units
        given = [*(loaded.forms if loaded is not None else ()), *map(find_form, forms)]
        library = FormLibrary(given)
        ledger, notices = open_ledger(target, program_digest([template_folder(), *given], DEFAULT))
        if forget_choices and ledger.choices:
            ledger = replace(ledger, choices=(), result=None)  # that was made with them
        own = [Path(source.path) for source in (loaded, units) if source is not None]
        files = list_files(paths, outside=[target, lock_path(target)], registers=own)
        seen = [look_at(file.path) for file in files if not file.ignored]
        day = as_of or date.today()
        made_of = digest_of(
            [(file.shown, file.ignored) for file in files], seen, loaded, units, library.given, as_of, day
        )
        told = None if choices else _still_true(ledger, made_of, seen, target)
        if told is not None:
            return Consolidation(told, None, notices)
        read = read_once(seen, library, ledger.files, progress=progress(len(seen)))
        received = receive(files, read.readings)
        asked = find_choices(choices, received)
        chosen = join_choices(ledger.choices, asked)
        asked_for = list(dict.fromkeys(library.given[: len(loaded.forms)])) if loaded is not None else []
        expected = asked_for or expected_forms(received, library.ids)
        summary = consolidate(
            received,
            library.chosen(((file.form, file.version) for file in received), expected),
            expected,
            units=units,
            collection=loaded.collection if loaded is not None else None,
            as_of=as_of,
            last_day=day,
            choices=chosen,
        )
        settled = settle_choices(chosen, asked, summary.received)
        outcome = outcome_of(summary, settled.notices)
        last = LastResult(made_of, {}, write_outcome(outcome))
        written = write_summary_set(summary, target, Ledger(ledger.program, read.known, settled.kept, last))
        about_ledger = notices if written else (*notices, Notice("ledger-not-written"))
        return Consolidation(outcome, summary, (*about_ledger, *settled.once))


def check_files(paths: Sequence[Path], *, forms: Iterable[str] = (), progress: Progress = _silent) -> Summary:
    """Reads and checks returned workbooks each for itself: none is superseded by another.

    Raises UsageError and DefinitionError as `consolidate_files` does.
    """
    library = FormLibrary(map(find_form, forms))
    received = _read(list_files(paths), library, progress)
    forms_met, today = library.chosen((file.form, file.version) for file in received), date.today()
    return consolidate(received, forms_met, (), units=None, collection=None, as_of=None, last_day=today, choosing=False)


def import_roadmap_file(
    path: Path,
    *,
    form: str | None = None,
    title: str | None = None,
    school_year: int | None = None,
    out: Path | None = None,
) -> ImportedRoadmap:
    """Makes a form definition of a table of measures, and writes it to `out` when that is given.

    Raises UsageError when there is no such table or the file cannot be read, OutputError when `out` cannot be written.
    """
    imported = import_roadmap(path, form=form, title=title, school_year=school_year)
    if out is not None:
        if os.path.realpath(out) == os.path.realpath(path):
            raise UsageError("import-out-is-file", path=printable(str(out)))
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(imported.yaml, encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError("output-not-written", path=printable(str(out)), detail=error.strerror or "") from error
    return imported


def _read(files: Sequence[GivenFile], library: FormLibrary, progress: Progress) -> list[Received]:
    to_read = [file.path for file in files if not file.ignored]
    return receive(files, read_files(to_read, library, progress=progress(len(to_read))))


def _still_true(ledger: Ledger, made_of: str, seen: Sequence[SeenFile], target: Path) -> Outcome | None:
    """What the last run told, when the same files would be made into the same results, and those are still there."""
    last = ledger.result
    if last is None or last.circumstances != made_of or not all(file.key in ledger.files for file in seen):
        return None
    return read_outcome(last.told) if is_intact(target, last.outputs) else None
