"""What a user can do, one function each; the command line calls nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xlforms.consolidation.choices import Asked, find_choices, join_choices, settle_choices
from xlforms.consolidation.consolidate import consolidate, expected_forms
from xlforms.consolidation.notice import Notice
from xlforms.consolidation.outcome import Outcome, write_outcome
from xlforms.consolidation.outcome_of import outcome_of
from xlforms.consolidation.receive import receive
from xlforms.consolidation.summary import Summary
from xlforms.definitions.file_names import safe_file_name
from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.templates import available_forms, find_form
from xlforms.definitions.units import Unit
from xlforms.errors import OutputError, UsageError
from xlforms.intake.account import list_files, printable
from xlforms.intake.known_files import read_once
from xlforms.intake.reading import read_files
from xlforms.intake.round import Round, load_round
from xlforms.layout.build import build_plan
from xlforms.layout.dictionary import (
    check_dictionary,
    computed_dictionary,
    data_dictionary,
    figure_dictionary,
    indicator_dictionary,
    measure_dictionary,
    rule_dictionary,
)
from xlforms.layout.form_library import FormLibrary
from xlforms.layout.plan import Plan
from xlforms.ledger.ledger import LastResult, Ledger
from xlforms.reports.folder_lock import lock_folder
from xlforms.reports.machine_table import TableFormat
from xlforms.reports.output import write_summary_set
from xlforms.reports.publish import prepare_folder
from xlforms.reports.standing_results import given_forms, look, outside_of, told_before
from xlforms.roadmap_import.import_roadmap import ImportedRoadmap, import_roadmap
from xlforms.workbook.write import write_workbook

__all__ = [
    "Asked",
    "Consolidation",
    "Description",
    "Progress",
    "Round",
    "check_files",
    "consolidate_files",
    "describe",
    "generate",
    "import_roadmap_file",
    "list_forms",
    "load_round",
]

Progress = Callable[[int], Callable[[], None]]
"""Told how many steps there are, gives a function to call after each."""


def _silent(_total: int) -> Callable[[], None]:
    return lambda: None


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
    edit rules, `checks` the cells that show their verdicts live; `measures` and `indicators` are those of a roadmap,
    `key_figures` what the summary is led by."""

    form: str
    version: str
    title: str
    items: list[dict[str, object]]
    computed: list[dict[str, object]]
    rules: list[dict[str, object]]
    checks: list[dict[str, object]]
    measures: list[dict[str, object]]
    indicators: list[dict[str, object]]
    key_figures: list[dict[str, object]]


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
        key_figures=figure_dictionary(plan),
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
    formats: Sequence[TableFormat] = (),
    progress: Progress = _silent,
) -> Consolidation:
    """Reads everything in `paths`, writes the summary into the folder `out` and tells what came of it.

    `forms` are definitions used beside those of the toolkit and of the collection. `as_of` is the day of the summary;
    forms dated after it, or after today when there is none, have a wrong date. `choices` name files that count or are
    left out; they are remembered in `out`, as is what was read, until `forget_choices`. Tables are written as CSV and
    in each of the `formats`. When nothing has changed since the results in `out` were written, they are left so.

    Raises UsageError when a path does not exist, `out` would replace the folder of the received files or a choice names
    no submission, OutputError when `out` cannot be written or another run is writing into it.
    """
    target = outside_of(out, paths)
    with lock_folder(target):
        prepare_folder(target)
        loaded, units = circumstances.collection, circumstances.units
        given = given_forms(circumstances, forms)
        library = FormLibrary(given)
        endings = [(kind.ending, kind.made_by) for kind in formats]
        standing = look(paths, target, circumstances=circumstances, given=given, as_of=as_of, formats=endings)
        ledger, notices = standing.ledger, standing.notices
        forgets = forget_choices and bool(ledger.choices)  # the results were made with them
        told = None if choices or forgets else told_before(standing, target)
        if told is not None:
            return Consolidation(told, None, notices)
        read = read_once(
            standing.seen,
            library,
            ledger.files,
            limits=circumstances.limits,
            progress=progress(len(standing.seen)),
        )
        received = receive(standing.files, read.readings)
        asked = find_choices(choices, received)
        chosen = join_choices(() if forgets else ledger.choices, asked)
        asked_for = list(dict.fromkeys(library.given[: len(loaded.forms)])) if loaded is not None else []
        expected = asked_for or expected_forms(received, library.ids)
        summary = consolidate(
            received,
            library.chosen(((file.form, file.version) for file in received), expected),
            expected,
            units=units,
            collection=loaded.collection if loaded is not None else None,
            as_of=as_of,
            last_day=standing.day,
            choices=chosen,
        )
        settled = settle_choices(chosen, asked, summary.received)
        outcome = outcome_of(summary, settled.notices)
        last = LastResult(standing.made_of, {}, write_outcome(outcome))
        written = write_summary_set(summary, target, Ledger(ledger.program, read.known, settled.kept, last), formats)
        about_ledger = notices if written else (*notices, Notice("ledger-not-written"))
        return Consolidation(outcome, summary, (*about_ledger, *settled.once))


def check_files(
    paths: Sequence[Path],
    *,
    forms: Iterable[str] = (),
    circumstances: Round | None = None,
    progress: Progress = _silent,
) -> Summary:
    """Reads and checks returned workbooks each for itself: none is superseded by another. Of the circumstances only the
    limits and the day matter.

    Raises UsageError and DefinitionError as `consolidate_files` does.
    """
    library = FormLibrary(map(find_form, forms))
    known = circumstances or Round(None, None)
    files = list_files(paths)
    to_read = [file.path for file in files if not file.ignored]
    received = receive(files, read_files(to_read, library, limits=known.limits, progress=progress(len(to_read))))
    forms_met, day = library.chosen((file.form, file.version) for file in received), known.today
    return consolidate(received, forms_met, (), units=None, collection=None, as_of=None, last_day=day, choosing=False)


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
