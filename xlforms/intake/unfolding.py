"""One given file as it is read: archives and letters unfold into members, and these again, until nothing is left.

This is the side of the main process. It keeps the limits that concern a given file as a whole: how deep containers lie
inside each other, how many members there are, and how many bytes all of them unpack to. A container that goes over
one is refused with all that is in it, so that what is read never depends on the order of reading.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xlforms.intake.file_place import FilePlace
from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import Limits


class UnfoldingFile:
    """A given file. `next_places` is what to read now; `take` brings the readings, in the order asked."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._limits = limits
        self._waiting = [FilePlace(path)]
        self._readings: dict[tuple[int, ...], FileReading] = {}
        self._members_left, self._bytes_left = limits.archive_members, limits.unpacked_bytes
        self._asked = 0

    @property
    def is_complete(self) -> bool:
        """Whether all that is inside was read."""
        return not self._waiting and not self._asked

    def next_places(self) -> list[FilePlace]:
        """What can be read now; it is given out once."""
        places, self._waiting = self._waiting, []
        self._asked = len(places)
        return places

    def take(self, place: FilePlace, reading: FileReading) -> None:
        """Keeps a reading; the members of a container wait to be read next."""
        self._asked -= 1
        if reading.members:
            refusal = self._over_limit(place, reading)
            if refusal is not None:
                reading = replace(reading, outcome=refusal, members=())
        self._readings[place.way] = reading
        for number, member in enumerate(reading.members):
            self._waiting.append(place.inside(number, member))

    def result(self) -> FileReading:
        """The reading of the file with those of all that is inside."""
        return self._built(())

    def _built(self, way: tuple[int, ...]) -> FileReading:
        reading = self._readings[way]
        if not reading.members:
            return reading
        return replace(reading, inside=tuple(self._built((*way, number)) for number in range(len(reading.members))))

    def _over_limit(self, place: FilePlace, reading: FileReading) -> Refusal | None:
        """Why the members of a container are not read; None when they may, and then they are counted."""
        limits = self._limits
        around = [self._readings[place.way[:depth]].container for depth in range(len(place.way))]
        archives = [*around, reading.container].count("archive")
        if archives > limits.archive_depth:
            return Refusal("too-large", "archive-too-deep", {"limit": limits.archive_depth})
        if len(around) + 1 - archives > limits.letter_depth:
            return Refusal("too-large", "letter-too-deep", {})
        if len(reading.members) > self._members_left:
            parameters: dict[str, object] = {"count": len(reading.members), "limit": limits.archive_members}
            return Refusal("too-large", "too-many-members", parameters)
        size = sum(min(member.size, limits.member_bytes) for member in reading.members)  # more is never unpacked
        if size > self._bytes_left:
            return Refusal("too-large", "archive-too-much", {"limit": limits.unpacked_bytes // 2**20})
        self._members_left -= len(reading.members)
        self._bytes_left -= size
        return None
