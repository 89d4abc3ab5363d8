"""What a user can do, one function each; the command line calls nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xlforms.consolidation.consolidate import FormParts, consolidate, expected_forms
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import LoadedCollection, load_collection
from xlforms.definitions.file_names import safe_file_name
from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.templates import available_forms, find_form, version_key
from xlforms.definitions.units import Unit, Units
from xlforms.errors import OutputError, UsageError
from xlforms.intake.account import GivenFile, list_files
from xlforms.intake.reading import FileReading, Refusal, read_files
from xlforms.intake.unit_register import read_units
from xlforms.layout.build import build_plan
from xlforms.layout.dictionary import computed_dictionary, data_dictionary
from xlforms.layout.plan import Plan
from xlforms.reports.output import write_summary_set
from xlforms.reports.publish import restore
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
class Description:
    """A form as its data dictionary: `items` are answer cells, `computed` are cells that the form computes."""

    form: str
    version: str
    title: str
    items: list[dict[str, object]]
    computed: list[dict[str, object]]


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
    return Description(plan.form, plan.version, plan.title, data_dictionary(plan), computed_dictionary(plan))


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
    progress: Progress = _silent,
) -> Summary:
    """Reads everything in `paths`, writes the summary into the folder `out` and returns it.

    `forms` are definitions used beside those of the toolkit and of the collection. Raises UsageError when a path does
    not exist or `out` would replace the folder of the received files, OutputError when `out` cannot be written.
    """
    for path in (Path(), *paths):
        if path.resolve().is_relative_to(out.resolve()):
            raise UsageError("output-holds-input", out=str(out), path=str(path.resolve()))
    restore(out)
    parts = known_forms(circumstances.collection, forms)
    registers = [path for path in (_register(circumstances), _collection(circumstances)) if path is not None]
    received = receive(list_files(paths, outside=[out], registers=registers), parts, progress)
    collection = circumstances.collection
    asked = [load_form(path).form.form for path in collection.forms] if collection is not None else []
    summary = consolidate(
        received,
        parts,
        asked or expected_forms(received),
        units=circumstances.units,
        collection=collection.collection if collection is not None else None,
        as_of=as_of,
    )
    write_summary_set(summary, out)
    return summary


def check_files(paths: Sequence[Path], *, forms: Iterable[str] = (), progress: Progress = _silent) -> Summary:
    """Reads and checks returned workbooks each for itself: none is superseded by another."""
    parts = known_forms(None, forms)
    return consolidate(
        receive(list_files(paths), parts, progress), parts, (), units=None, collection=None, as_of=None, choosing=False
    )


def known_forms(collection: LoadedCollection | None, forms: Iterable[str]) -> dict[tuple[str, str], FormParts]:
    """Plans and grids of all forms that a returned file may be, by (id, version), versions in natural order."""
    paths = [source.path for source in available_forms()]
    paths += [find_form(reference) for reference in forms]
    paths += list(collection.forms) if collection is not None else []
    parts: dict[tuple[str, str], FormParts] = {}
    for path in dict.fromkeys(path.resolve() for path in paths):
        loaded = load_form(path)
        parts[loaded.form.form, loaded.form.version] = (build_plan(loaded), loaded.sections)
    return dict(sorted(parts.items(), key=lambda entry: (entry[0][0], version_key(entry[0][1]))))


def receive(
    files: Sequence[GivenFile], forms: dict[tuple[str, str], FormParts], progress: Progress = _silent
) -> list[Received]:
    """What became of each file on reading: accepted for now, rejected or ignored."""
    step = progress(len(files))
    plans = {key: plan for key, (plan, _) in forms.items()}
    to_read = [file for file in files if not file.ignored]
    readings = iter(read_files([file.path for file in to_read], plans, progress=step))
    return [_ignored(file) if file.ignored else _received(file, next(readings)) for file in files]


def _ignored(file: GivenFile) -> Received:
    return Received(file.shown, "", "", "ignored", "system-file", file.ignored)


def _received(file: GivenFile, reading: FileReading) -> Received:
    outcome = reading.outcome
    if isinstance(outcome, Refusal):
        status = "ignored" if outcome.reason in ("lock-file", "system-file") else "rejected"
        known = {key: str(outcome.parameters.get(key, "")) for key in ("unit", "form", "version")}
        details = tuple(sorted(outcome.parameters.items()))
        return Received(
            file.shown,
            "",
            reading.sha256,
            status,
            outcome.reason,
            outcome.code,
            details,
            modified=reading.modified,
            **known,
        )
    return Received(
        file.shown, "", reading.sha256, "accepted", unit=outcome.unit, form=outcome.form, version=outcome.version,
        modified=reading.modified, submission=outcome, given_name=outcome.given_name,
        given_municipality=outcome.given_municipality,
    )  # fmt: skip


def _register(circumstances: Round) -> Path | None:
    return Path(circumstances.units.path) if circumstances.units is not None else None


def _collection(circumstances: Round) -> Path | None:
    return Path(circumstances.collection.path) if circumstances.collection is not None else None
