"""Which submission of a unit counts: the newest; copies and older ones are told apart and kept in the account."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from xlforms.consolidation.received import Received, Status
from xlforms.definitions.units import Units
from xlforms.intake.submission import InvalidAnswer, StructureNote, Submission
from xlforms.intake.texts import plain_code


def place_units(received: list[Received], units: Units | None) -> list[Received]:
    """Checks the unit of every submission against the register; a submission of no known unit is rejected.

    A code that lost its leading zeros or got spaces is restored when exactly one registered unit fits, and noted.
    """
    return [file if file.submission is None else _placed(file, file.submission, units) for file in received]


def choose(received: list[Received]) -> list[Received]:
    """Settles accepted, superseded and duplicate among the submissions of each unit and form.

    Files with the same answers are copies of one submission: the newest of them stands for all (of the same bytes the
    first by path, since copying changes the time of a file), and its moment is theirs. Of different submissions the
    newest is accepted: by the moment received, then by the time of the file; when both are equal the hash decides, so
    that neither names nor folders of files change what counts, and the accepted one carries a note.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, file in enumerate(received):
        if file.submission is not None:
            groups[file.unit, file.form].append(number)
    result = list(received)
    for numbers in groups.values():
        _settle(result, numbers)
    return result


def _placed(file: Received, submission: Submission, units: Units | None) -> Received:
    if not file.unit:
        return file.rejected("unknown-unit", "unit-not-given")
    if units is None or units.find(file.unit) is not None:
        return file
    plain = plain_code(file.unit)
    near = [unit.unit for unit in units if plain_code(unit.unit) == plain]
    if len(near) != 1:
        return file.rejected("unknown-unit", "unit-not-registered", unit=file.unit)
    note = StructureNote("unit-respelt", False, "", "", {"written": file.unit, "unit": near[0]})
    return replace(file, unit=near[0], submission=replace(submission, unit=near[0], notes=[*submission.notes, note]))


def _settle(result: list[Received], numbers: list[int]) -> None:
    """Sets the statuses of the submissions of one unit and form, in place."""
    newest_first = sorted(numbers, key=lambda number: (result[number].path, result[number].member))
    moments: dict[str, tuple[datetime, datetime]] = {}
    for number in numbers:
        file = result[number]
        moments[file.sha256] = max(file.moments, moments.get(file.sha256, file.moments))
    newest_first.sort(key=lambda number: (moments[result[number].sha256], result[number].sha256), reverse=True)
    firsts: dict[object, int] = {}
    for number in newest_first:
        submission = result[number].submission
        if submission is None:
            continue
        status: Status = "superseded" if firsts else "accepted"
        answers = (submission.version, tuple(submission.values), tuple(sorted(submission.invalid.items(), key=_first)))
        if answers in firsts:
            status = "duplicate"
        firsts.setdefault(answers, number)
        result[number] = replace(result[number], status=status)
    accepted, *rivals = firsts.values()
    winner = result[accepted]
    tied = any(result[rival].received_at == winner.received_at for rival in rivals)
    if tied and winner.submission is not None:
        note = StructureNote("same-time", False, "", "", {"path": winner.path})
        submission = replace(winner.submission, notes=[*winner.submission.notes, note])
        result[accepted] = replace(winner, submission=submission)


def _first(entry: tuple[int, InvalidAnswer]) -> int:
    return entry[0]
