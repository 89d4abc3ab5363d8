"""Which submission of a unit counts: the newest; copies and older ones are told apart and kept in the account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from xlforms.consolidation.form_dates import has_future_date
from xlforms.consolidation.received import Received, Status
from xlforms.intake.submission import InvalidAnswer, StructureNote

_NOBODY: Mapping[str, int] = {}


def choose(received: list[Received], preferred: Mapping[str, int] = _NOBODY) -> list[Received]:
    """Settles accepted, superseded and duplicate among the submissions of each unit and form.

    Files with the same answers are copies of one submission: the newest of them stands for all (of the same bytes the
    first by path, since copying changes the time of a file), and its moment is theirs. Of different submissions the
    newest is accepted: by the moment received, then by the time of the file; when both are equal the hash decides, so
    that neither names nor folders of files change what counts, and the accepted one carries a note. A submission that
    another unit may have sent never goes before one that is certain. The accepted one also carries a note when another
    was passed over for such a doubt, or may be newer because its date was set aside.

    A file whose hash is in `preferred` goes before all others, of several the one with the highest rank: a person has
    decided, and nothing is left to note.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, file in enumerate(received):
        if file.submission is not None:
            groups[file.unit, file.form].append(number)
    result = list(received)
    for numbers in groups.values():
        _settle(result, numbers, preferred)
    return result


def _settle(result: list[Received], numbers: list[int], preferred: Mapping[str, int]) -> None:
    """Sets the statuses of the submissions of one unit and form, in place."""
    newest_first = sorted(numbers, key=lambda number: (result[number].path, result[number].member))
    ranked = [result[number].sha256 for number in numbers if result[number].sha256 in preferred]
    chosen = max(ranked, key=lambda sha256: preferred[sha256], default=None)
    moments: dict[str, tuple[datetime, datetime]] = {}
    for number in numbers:
        file = result[number]
        moments[file.sha256] = max(file.moments, moments.get(file.sha256, file.moments))
    newest_first.sort(
        key=lambda number: (
            result[number].sha256 == chosen,
            not result[number].doubtful,
            moments[result[number].sha256],
            result[number].sha256,
        ),
        reverse=True,
    )
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
    if chosen is not None:
        _explain_preference(result, accepted, rivals)
    else:
        result[accepted] = _with_notes(result[accepted], [result[rival] for rival in rivals])


def _explain_preference(result: list[Received], accepted: int, rivals: list[int]) -> None:
    """Says in the account why a file counts, and why the others do not, in place."""
    winner = result[accepted]
    result[accepted] = replace(winner, reason="preferred", code="preferred-by-officer")
    for rival in rivals:
        result[rival] = replace(
            result[rival], reason="preferred", code="other-preferred", parameters=(("path", winner.name),)
        )


def _with_notes(winner: Received, rivals: list[Received]) -> Received:
    """The accepted file with what a person should know of the others."""
    if any(rival.moments[0] == winner.moments[0] for rival in rivals):
        winner = winner.noted(StructureNote("same-time", False, "", "", {"path": winner.name}))
    doubtful = [rival.name for rival in rivals if rival.doubtful]
    if doubtful and not winner.doubtful:
        winner = winner.noted(StructureNote("other-doubtful", False, "", "", {"path": min(doubtful)}))
    undated = [rival.name for rival in rivals if has_future_date(rival)]
    if undated:
        winner = winner.noted(StructureNote("other-date-in-future", False, "", "", {"path": min(undated)}))
    return winner


def _first(entry: tuple[int, InvalidAnswer]) -> int:
    return entry[0]
