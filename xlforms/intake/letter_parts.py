"""A letter cut into its parts, without copying it: where each part's headers and body lie.

The letter is cut by its boundaries alone, each level once, so that neither a million lines nor a hundred levels cost
more than they weigh. Source: RFC 2046, 5.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlforms.errors import IntakeRefusal
from xlforms.intake.letter_headers import LetterHeaders
from xlforms.intake.limits import Limits

_LONGEST_END = 200
"""Bytes behind a boundary on its line: two hyphens and blanks."""


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A part that holds no parts: its body is `content[start:stop]`.

    `is_whole` unless the letter ends before the part does. `among_related` when it stands beside a text that shows it.
    """

    headers: LetterHeaders
    start: int
    stop: int
    is_whole: bool
    among_related: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line that separates parts, its line ends included; `is_last` when no part follows."""

    start: int
    end: int
    is_last: bool


class LetterParts:
    """The parts of a letter in their order. `is_whole` is whether the letter has its end.

    Making it raises IntakeRefusal `too-large` when there are more parts or levels than the limits allow.
    """

    def __init__(self, content: bytes, headers: LetterHeaders, limits: Limits) -> None:
        self._content, self._limits = content, limits
        self.is_whole = True
        self.parts: list[LetterPart] = []
        self._cut(headers, headers.end, len(content), ended=False, among_related=False, level=0)

    def _cut(
        self, headers: LetterHeaders, start: int, stop: int, *, ended: bool, among_related: bool, level: int
    ) -> None:
        """Cuts one body; `ended` when a boundary of the body around it stands at its end."""
        if level > self._limits.letter_nesting:
            raise IntakeRefusal("too-large", "letter-too-deep")
        kind, boundary = headers.content_type, headers.boundary
        if not kind.startswith("multipart/"):
            self.parts.append(LetterPart(headers, start, stop, ended or level == 0, among_related))
            if len(self.parts) > self._limits.letter_parts:
                raise IntakeRefusal("too-large", "letter-too-many-parts", limit=self._limits.letter_parts)
            return
        sections = list(self._sections(boundary, start, stop)) if boundary else []
        if not sections or not (sections[-1][2] or ended):
            self.is_whole = False
        for begin, end, closed in sections:
            own = LetterHeaders(self._content, begin, end, self._limits)
            related = among_related or kind == "multipart/related"
            self._cut(own, own.end, end, ended=closed or ended, among_related=related, level=level + 1)

    def _sections(self, boundary: bytes, start: int, stop: int) -> Iterator[tuple[int, int, bool]]:
        """Where each part between the boundaries begins and ends, and whether a boundary ends it."""
        begin = -1
        for count, mark in enumerate(self._marks(b"\n--" + boundary, start, stop)):
            if count > self._limits.letter_parts:
                raise IntakeRefusal("too-large", "letter-too-many-parts", limit=self._limits.letter_parts)
            if begin >= 0:
                yield begin, max(begin, mark.start), True
            if mark.is_last:
                return
            begin = min(mark.end, stop)
        if begin >= 0:
            yield begin, stop, False

    def _marks(self, line: bytes, start: int, stop: int) -> Iterator[_Mark]:
        """The lines of a boundary; the first one may stand right behind the headers, whose line end is part of it."""
        content = self._content
        place = content.find(line, max(0, start - 1), stop)
        while place >= 0:
            end = content.find(b"\n", place + 1, stop)
            end = stop if end < 0 else end + 1
            rest = content[place + len(line) : min(end, place + len(line) + _LONGEST_END)].rstrip()
            if rest in (b"", b"--"):
                before = place - 1 if place > start and content[place - 1 : place] == b"\r" else place
                yield _Mark(before, end, rest == b"--")
            place = content.find(line, place + 1, stop)
