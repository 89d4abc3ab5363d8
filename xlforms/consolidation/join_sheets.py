"""Sheets exported to CSV, one file each: those of one folder, form and unit are one submission.

The first of the files stands for the submission; the others share its fate and have rows of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xlforms.consolidation.received import Received
from xlforms.intake.submission import StructureNote, Submission
from xlforms.intake.values import Value

_Group = tuple[str, str, str, str]


def join_sheets(received: Sequence[Received]) -> list[Received]:
    """The files with the sheets of each submission joined; the other files of it are `part_of` the first."""
    groups: dict[_Group, list[int]] = {}
    units = _units(received)
    for number, file in enumerate(received):
        if file.submission is not None and file.submission.section:
            place = _place(file)
            unit = file.unit or (next(iter(units[place])) if len(units[place]) == 1 else "")
            groups.setdefault((*place, unit), []).append(number)
    joined = list(received)
    for (*_, unit), numbers in groups.items():
        files = [received[number] for number in numbers]
        joined[numbers[0]] = _joined(files, unit)
        for number in numbers[1:]:
            joined[number] = replace(received[number], unit=unit, submission=None, part_of=files[0].name)
    return joined


def with_fate(received: Sequence[Received], settled: Sequence[Received]) -> tuple[Received, ...]:
    """What became of every file: `settled` are those that stand for submissions; each other part of a submission has
    the status, reason and unit of the file that it belongs to, and follows it.
    """
    parts: dict[str, list[Received]] = {}
    for file in received:
        if file.part_of:
            parts.setdefault(file.part_of, []).append(file)
    rows = []
    for file in settled:
        rows.append(file)
        rows += [
            replace(
                part, status=file.status, reason=file.reason, code=file.code, parameters=file.parameters, unit=file.unit
            )
            for part in parts.get(file.name, ())
        ]
    return tuple(rows)


def _place(file: Received) -> tuple[str, str, str]:
    """The folder or archive of a file, and its form and version."""
    folder = file.path if file.member else file.path.rpartition("/")[0]
    inner = file.member.rpartition("!")[0] + "!" + file.member.rpartition("!")[2].rpartition("/")[0]
    return f"{folder}!{inner}" if file.member else folder, file.form, file.version


def _units(received: Sequence[Received]) -> dict[tuple[str, str, str], set[str]]:
    """The units that the exported sheets of each place name."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for file in received:
        if file.submission is not None and file.submission.section:
            found.setdefault(_place(file), set()).update({file.unit} - {""})
    return found


def _joined(files: Sequence[Received], unit: str) -> Received:
    """One submission of several sheets; a sheet that came twice with different answers counts from neither file."""
    by_section: dict[str, list[Submission]] = {}
    for file in files:
        if file.submission is not None:
            by_section.setdefault(file.submission.section, []).append(file.submission)
    whole: list[Submission] = []
    notes: list[StructureNote] = []
    for copies in by_section.values():
        if all((copy.values, copy.invalid) == (copies[0].values, copies[0].invalid) for copy in copies):
            whole.append(copies[0])
        else:
            names = ", ".join(f"«{copy.sheet}»" for copy in copies)
            notes.append(StructureNote("sheet-twice", True, copies[0].sheet, "", {"sheets": names}))
    first = files[0]
    if not notes and not any(sheet.answered for sheet in whole):
        return replace(first, unit=unit).rejected(
            "empty-form", "empty-form", form=first.form, version=first.version, unit=unit
        )
    parts = whole or [next(iter(by_section.values()))[0]]
    submission = _merged(parts, notes, unit, frozenset(by_section))
    if not whole:
        submission = replace(submission, values=[None] * len(submission.values), invalid={}, repairs=[], moved={})
    moments = [file.modified for file in files if file.modified is not None]
    return replace(
        first,
        unit=unit,
        submission=submission,
        given_name=submission.given_name,
        given_municipality=submission.given_municipality,
        modified=max(moments, default=None),
    )


def _merged(
    sheets: Sequence[Submission], notes: list[StructureNote], unit: str, sections: frozenset[str]
) -> Submission:
    """The answers and notes of several sheets in one; a sheet is missing when no file brings it."""
    values = [next((value for value in answers if value is not None), None) for answers in _columns(sheets)]
    own = [
        note
        for sheet in sheets
        for note in sheet.notes
        if note.code != "sheet-missing" or (sheet is sheets[0] and note.parameters["section"] not in sections)
    ]
    return replace(
        sheets[0],
        unit=unit,
        values=values,
        invalid={number: answer for sheet in sheets for number, answer in sheet.invalid.items()},
        repairs=sorted((repair for sheet in sheets for repair in sheet.repairs), key=lambda repair: repair.item),
        notes=[*notes, *own],
        moved={number: place for sheet in sheets for number, place in sheet.moved.items()},
        signed_on=next((sheet.signed_on for sheet in sheets if sheet.signed_on is not None), None),
        given_name=next((sheet.given_name for sheet in sheets if sheet.given_name), ""),
        given_municipality=next((sheet.given_municipality for sheet in sheets if sheet.given_municipality), ""),
        printed=tuple(change for sheet in sheets for change in sheet.printed),
        section="",
    )


def _columns(sheets: Sequence[Submission]) -> list[tuple[Value | None, ...]]:
    return list(zip(*(sheet.values for sheet in sheets), strict=True))
