"""Which submission of a unit counts: the newest; copies and older ones are told apart and kept in the account."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from xlforms.consolidation.received import Received, Status
from xlforms.definitions.units import Units
from xlforms.intake.submission import StructureNote, Submission


def place_units(received: list[Received], units: Units | None) -> list[Received]:
    """Checks the unit of every submission against the register; a submission of no known unit is rejected.

    A code that lost its leading zeros or got spaces is restored when exactly one registered unit fits, and noted.
    """
    return [file if file.submission is None else _placed(file, file.submission, units) for file in received]


def choose(received: list[Received]) -> list[Received]:
    """Settles accepted, superseded and duplicate among the submissions of each unit and form.

    Of equal answers the first by path stays. Of different ones the newest is accepted: by the moment received, then
    by the time of the file; when both are equal the hash decides, so that no order of files changes the result, and
    the accepted one carries a note.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, file in enumerate(received):
        if file.submission is not None:
            groups[file.unit, file.form].append(number)
    result = list(received)
    for numbers in groups.values():
        for number, status in _settle([received[number] for number in numbers]):
            result[numbers[number]] = replace(received[numbers[number]], status=status)
        _note_ties(result, numbers)
    return result


def _placed(file: Received, submission: Submission, units: Units | None) -> Received:
    if not file.unit:
        return file.rejected("unknown-unit", "unit-not-given")
    if units is None or units.find(file.unit) is not None:
        return file
    plain = _plain(file.unit)
    near = [unit.unit for unit in units if _plain(unit.unit) == plain]
    if len(near) != 1:
        return file.rejected("unknown-unit", "unit-not-registered", unit=file.unit)
    note = StructureNote("unit-respelt", False, "", "", {"written": file.unit, "unit": near[0]})
    return replace(file, unit=near[0], submission=replace(submission, unit=near[0], notes=[*submission.notes, note]))


def _plain(code: str) -> str:
    return "".join(code.split()).casefold().lstrip("0")


def _settle(files: list[Received]) -> list[tuple[int, Status]]:
    firsts: list[int] = []
    statuses: dict[int, Status] = {}
    for number in sorted(range(len(files)), key=lambda number: (files[number].path, files[number].member)):
        twin = next((first for first in firsts if _same(files[first], files[number])), None)
        if twin is None:
            firsts.append(number)
        else:
            statuses[number] = "duplicate"
    newest = max(firsts, key=lambda number: (files[number].moments, files[number].sha256))
    for number in firsts:
        statuses[number] = "accepted" if number == newest else "superseded"
    return list(statuses.items())


def _same(one: Received, other: Received) -> bool:
    if one.sha256 == other.sha256:
        return True
    first, second = one.submission, other.submission
    return (
        first is not None
        and second is not None
        and (first.version, first.values, first.invalid) == (second.version, second.values, second.invalid)
    )


def _note_ties(result: list[Received], numbers: list[int]) -> None:
    accepted = next(number for number in numbers if result[number].status == "accepted")
    winner = result[accepted]
    rivals = [n for n in numbers if result[n].status == "superseded" and result[n].received_at == winner.received_at]
    if rivals and winner.submission is not None:
        note = StructureNote("same-time", False, "", "", {"path": winner.path})
        submission = replace(winner.submission, notes=[*winner.submission.notes, note])
        result[accepted] = replace(winner, submission=submission)
