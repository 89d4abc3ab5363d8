"""From a raw workbook to a Submission: which form it is, which unit answers, and every answer by its anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from xlforms.definitions.items import IDENTITY_CARD, TITLE_SECTION
from xlforms.errors import IntakeRefusal
from xlforms.intake.placement import place
from xlforms.intake.raw import CellKind, RawSheet, RawWorkbook
from xlforms.intake.row_witnesses import SheetKeys, keys_of
from xlforms.intake.submission import InvalidAnswer, Repair, StructureNote, Submission
from xlforms.intake.texts import plain_code
from xlforms.intake.values import ReadState, Value, read_value
from xlforms.layout.anchors import PREFIX, Corner, parse_corner
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan

UNIT_ITEM = f"{IDENTITY_CARD}.code"
DATE_ITEM = "contact.date"


@dataclass(frozen=True)
class PlanKeys:
    """A Plan with what the reader needs of it, prepared once for many workbooks."""

    plan: Plan
    sheets: dict[str, SheetKeys]
    positions: dict[str, int]
    asked: frozenset[int]


def prepare(plan: Plan) -> PlanKeys:
    """Prepares a Plan for reading; `asked` are the items outside the title sheet."""
    positions = {item.name: number for number, item in enumerate(plan.items)}
    asked = frozenset(
        positions[cell.item.name] for sheet in plan.sheets if sheet.section != TITLE_SECTION for cell in sheet.answers
    )
    return PlanKeys(plan, {sheet.section: keys_of(sheet) for sheet in plan.sheets}, positions, asked)


def read_submission(raw: RawWorkbook, plans: Mapping[tuple[str, str], PlanKeys]) -> Submission:
    """The submission in a workbook.

    Raises IntakeRefusal: `not-a-form` without our anchors, `unknown-form`, `unknown-version`, `empty-form` when no
    question outside the title sheet is answered.
    """
    corners = [(sheet, at, corner) for sheet in raw.sheets for at, corner in [_corner(sheet)] if corner is not None]
    if not corners:
        raise IntakeRefusal("not-a-form", "not-a-form")
    form, version = _one_form(corners)
    keys = plans.get((form, version))
    if keys is None:
        known = sorted(known_version for known_form, known_version in plans if known_form == form)
        if known:
            raise IntakeRefusal(
                "unknown-version", "unknown-version", form=form, version=version, known=", ".join(known)
            )
        raise IntakeRefusal("unknown-form", "unknown-form", form=form, version=version)
    reader = _Reader(raw, keys)
    reader.read(
        [(sheet, at, corner) for sheet, at, corner in corners if (corner.form, corner.version) == (form, version)]
    )
    unit = reader.unit([corner for _, _, corner in corners if corner.unit])
    if not any(reader.values[item] is not None or item in reader.invalid for item in keys.asked):
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
        application=raw.application,
        given_name=reader.text(f"{IDENTITY_CARD}.name"),
        given_municipality=reader.text(f"{IDENTITY_CARD}.municipality"),
    )


def _corner(sheet: RawSheet) -> tuple[tuple[int, int], Corner | None]:
    """The corner cell of a sheet, where it should be or wherever it went."""
    cell = sheet.cells.get((0, 0))
    if cell is not None and (corner := parse_corner(str(cell[1]))) is not None:
        return (0, 0), corner
    for place_, cell in sheet.cells.items():
        if cell[0] == CellKind.TEXT and str(cell[1]).startswith(PREFIX) and (corner := parse_corner(str(cell[1]))):
            return place_, corner
    return (0, 0), None


def _one_form(corners: list[tuple[RawSheet, tuple[int, int], Corner]]) -> tuple[str, str]:
    """The form that most sheets belong to; sheets of another one are noted as foreign later."""
    names = [(corner.form, corner.version) for _, _, corner in corners]
    return max(sorted(set(names)), key=names.count)


class _Reader:
    """Collects the answers of one workbook."""

    def __init__(self, raw: RawWorkbook, keys: PlanKeys) -> None:
        self._raw = raw
        self._keys = keys
        self.values: list[Value | None] = [None] * len(keys.plan.items)
        self.invalid: dict[int, InvalidAnswer] = {}
        self.repairs: list[Repair] = []
        self.notes: list[StructureNote] = []
        self.moved: dict[int, tuple[str, str]] = {}

    def read(self, corners: list[tuple[RawSheet, tuple[int, int], Corner]]) -> None:
        """Reads every sheet of the form; a sheet that is there twice is read from neither copy."""
        by_section: dict[str, list[tuple[RawSheet, tuple[int, int], Corner]]] = {}
        for found in corners:
            by_section.setdefault(found[2].section, []).append(found)
        for sheet in self._keys.plan.sheets:
            found_sheets = by_section.pop(sheet.section, [])
            if not found_sheets:
                self.notes.append(StructureNote("sheet-missing", True, sheet.name))
                continue
            if len(found_sheets) > 1 and not self._alike(found_sheets):
                names = ", ".join(f"«{raw.name}»" for raw, _, _ in found_sheets)
                self.notes.append(StructureNote("sheet-twice", True, sheet.name, "", {"sheets": names}))
                continue
            self._read_sheet(self._keys.sheets[sheet.section], *found_sheets[0])
        for section, strangers in by_section.items():
            for raw, _, _ in strangers:
                self.notes.append(StructureNote("sheet-foreign", False, raw.name, "A1", {"section": section}))

    @staticmethod
    def _alike(sheets: list[tuple[RawSheet, tuple[int, int], Corner]]) -> bool:
        return all(raw.cells == sheets[0][0].cells for raw, _, _ in sheets)

    def unit(self, corners: list[Corner]) -> str:
        """The unit: as issued in the corner cells, else as the school wrote it on the title sheet."""
        issued = list(dict.fromkeys(corner.unit for corner in corners))
        position = self._keys.positions[UNIT_ITEM]
        written = self.values[position]
        title = self._keys.plan.sheets[0]
        cell = next(cell_name(answer.row, answer.column) for answer in title.answers if answer.item.name == UNIT_ITEM)
        if len(issued) > 1:
            self.notes.append(StructureNote("units-mixed", True, title.name, "A1", {"units": ", ".join(issued)}))
        if not issued:
            return str(written or "")
        if written is not None and plain_code(str(written)) not in {plain_code(unit) for unit in issued}:
            details: dict[str, object] = {"issued": issued[0], "written": str(written)}
            self.notes.append(StructureNote("unit-differs", True, title.name, cell, details))
        return issued[0]

    def text(self, name: str) -> str:
        """The answer to an item as text; empty when there is none."""
        return str(self.values[self._keys.positions[name]] or "")

    def _read_sheet(self, keys: SheetKeys, raw: RawSheet, at: tuple[int, int], corner: Corner) -> None:
        sheet = keys.sheet
        if corner.checksum != sheet.checksum:
            self.notes.append(StructureNote("keys-differ", False, raw.name, cell_name(*at)))
        placement = place(keys, raw, at)
        self.notes.extend(placement.notes)
        renamed = raw.name != sheet.name
        twice = {(row, column) for name, row, column in self._raw.ambiguous if name == raw.name}
        for cell in sheet.answers:
            found = placement.find(cell.row, cell.column)
            if found is None:
                continue
            row, column = found
            number = self._keys.positions[cell.item.name]
            if (placement.moved or renamed) and (renamed or (row, column) != (cell.row, cell.column)):
                self.moved[number] = (raw.name, cell_name(row, column))
            content = raw.cells.get((row, column))
            if content is None:
                continue
            if (row, column) in twice:
                self.invalid[number] = InvalidAnswer("cell-twice", str(content[1]))
                continue
            reading = read_value(cell.item, content[0], content[1], is_formula=content[2], date1904=self._raw.date1904)
            if reading.state is ReadState.INVALID:
                self.invalid[number] = InvalidAnswer(reading.code, reading.raw)
                continue
            if reading.code:
                self.repairs.append(Repair(number, reading.code, reading.raw))
            self.values[number] = reading.value
