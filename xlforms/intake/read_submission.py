"""From a raw workbook to a Submission: which form it is, which unit answers, and every answer by its anchors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xlforms.definitions.items import IDENTITY_CARD, TITLE_SECTION
from xlforms.errors import IntakeRefusal
from xlforms.intake.answer_reader import AnswerReader, PlanKeys
from xlforms.intake.cut_texts import with_whole_captions
from xlforms.intake.found_sheet import FoundSheet, find_sheets
from xlforms.intake.lost_letters import letters_lost
from xlforms.intake.raw import RawWorkbook
from xlforms.intake.read_csv import KIND as CSV
from xlforms.intake.row_witnesses import keys_of
from xlforms.intake.submission import StructureNote, Submission
from xlforms.intake.texts import plain_code
from xlforms.intake.unmarked_sheets import recognise_form, recognise_sheets, without_corner
from xlforms.intake.workbook_notes import notes_on_workbook
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan

UNIT_ITEM = f"{IDENTITY_CARD}.code"
DATE_ITEM = "contact.date"


def prepare(plan: Plan) -> PlanKeys:
    """Prepares a Plan for reading."""
    positions = {item.name: number for number, item in enumerate(plan.items)}
    asked = frozenset(
        positions[cell.item.name] for sheet in plan.sheets if sheet.section != TITLE_SECTION for cell in sheet.answers
    )
    return PlanKeys(plan, {sheet.section: keys_of(sheet, plan) for sheet in plan.sheets}, positions, asked)


def read_submission(workbook: RawWorkbook, plans: Mapping[tuple[str, str], PlanKeys]) -> Submission:
    """The submission in a workbook; `plans` are the forms that it may be, by (id, version).

    Raises IntakeRefusal: `not-a-form` without our anchors, `unknown-form`, `unknown-version`, `empty-form` when no
    question outside the title sheet is answered and nothing was written that could not be placed, `damaged` when its
    Russian letters are lost.
    """
    is_csv = workbook.kind == CSV
    sheets = find_sheets(workbook)
    unmarked = without_corner(workbook, sheets)
    keys = _known_form(sheets, plans) if sheets else recognise_form(unmarked, plans)
    if keys is None:
        raise IntakeRefusal("unsupported-format", "is-csv") if is_csv else IntakeRefusal("not-a-form", "not-a-form")
    form, version = keys.plan.form, keys.plan.version
    if workbook.cut:
        workbook = with_whole_captions(workbook, keys.plan)
        sheets = find_sheets(workbook)
        unmarked = without_corner(workbook, sheets)
    sheets += recognise_sheets(unmarked, keys)
    reader = AnswerReader(workbook, keys)
    ours = [sheet for sheet in sheets if (sheet.corner.form, sheet.corner.version) == (form, version)]
    if letters_lost(
        (sheet.raw, keys.sheets[sheet.corner.section]) for sheet in ours if sheet.corner.section in keys.sheets
    ):
        raise IntakeRefusal("damaged", "letters-lost", form=form, version=version)
    issued = _issued(ours)
    reader.read(sheets, issued)
    _note_unit_line(reader, ours, issued)
    others = [raw for raw in unmarked if all(raw is not sheet.raw for sheet in sheets)]
    reader.notes.extend(notes_on_workbook(workbook, ours, others))
    unit = _unit(reader, keys, issued)
    answered = reader.lost or any(reader.values[item] is not None or item in reader.invalid for item in keys.asked)
    if not answered and not is_csv:
        raise IntakeRefusal("empty-form", "empty-form", form=form, version=version, unit=unit)
    signed = reader.values[keys.positions[DATE_ITEM]] if DATE_ITEM in keys.positions else None
    return Submission(
        form=form,
        version=version,
        unit=unit,
        values=reader.values,
        invalid=reader.invalid,
        repairs=reader.repairs,
        notes=reader.notes,
        moved=reader.moved,
        signed_on=signed if isinstance(signed, date) else None,
        application=workbook.application,
        given_name=reader.text(f"{IDENTITY_CARD}.name"),
        given_municipality=reader.text(f"{IDENTITY_CARD}.municipality"),
        shown=tuple(reader.shown),
        printed=tuple(reader.printed),
        section=ours[0].corner.section if is_csv and ours else "",
        sheet=workbook.sheets[0].name if is_csv else "",
        answered=answered,
    )


def _known_form(sheets: list[FoundSheet], plans: Mapping[tuple[str, str], PlanKeys]) -> PlanKeys:
    """The form that the corner cells name."""
    form, version = _main_form(sheets)
    keys = plans.get((form, version))
    if keys is not None:
        return keys
    known = sorted(known_version for known_form, known_version in plans if known_form == form)
    if known:
        raise IntakeRefusal("unknown-version", "unknown-version", form=form, version=version, known=", ".join(known))
    raise IntakeRefusal("unknown-form", "unknown-form", form=form, version=version)


def _main_form(sheets: list[FoundSheet]) -> tuple[str, str]:
    """The form and version that most sheets belong to; of equally many the first by name."""
    names = [(sheet.corner.form, sheet.corner.version) for sheet in sheets]
    return max(sorted(set(names)), key=names.count)


def _issued(sheets: list[FoundSheet]) -> str:
    """The unit that most sheets were issued to, of equally many that of the first sheet; empty in a blank form."""
    units = [sheet.corner.unit for sheet in sheets if sheet.corner.unit]
    return max(dict.fromkeys(units), key=units.count, default="")


def _note_unit_line(reader: AnswerReader, sheets: list[FoundSheet], issued: str) -> None:
    """Says where the unit was read when no corner cell names it."""
    said = [sheet for sheet in sheets if sheet.corner.unit == issued]
    if issued and all(sheet.at is None for sheet in said) and said[0].unit_at is not None:
        cell = cell_name(*said[0].unit_at)
        reader.notes.append(StructureNote("unit-by-line", False, said[0].raw.name, cell, {"unit": issued}))


def _unit(reader: AnswerReader, keys: PlanKeys, issued: str) -> str:
    """The unit: as issued in the corner cells, else as the school wrote it on the title sheet."""
    written = reader.text(UNIT_ITEM)
    if not issued:
        return written
    if written and plain_code(written) != plain_code(issued):
        title, cell = keys.plan.cells()[UNIT_ITEM]
        place = reader.moved.get(keys.positions[UNIT_ITEM], (title.name, cell_name(cell.row, cell.column)))
        details: dict[str, object] = {"issued": issued, "written": written}
        reader.notes.append(StructureNote("unit-differs", True, *place, details))
    return issued
