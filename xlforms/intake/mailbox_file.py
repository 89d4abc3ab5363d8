"""A mailbox in one file (.mbox) as a container: its members are the letters in it.

A letter begins at a line «From …» with a time, behind a blank line; a line of a letter's text that looks alike is
written as «>From» by every program. Source: RFC 4155.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import BinaryIO

from xlforms.errors import IntakeRefusal
from xlforms.intake.container import Container, ContainerKind, Member
from xlforms.intake.limits import Limits, too_large

_FROM_LINE = rb"From [^\r\n]{0,300}\d\d:\d\d[^\r\n]{0,100}\r?\n(?=>?[A-Za-z][A-Za-z0-9-]{0,70}:)"
_FIRST = re.compile(_FROM_LINE)
_BLANK_LINES = (b"\n\n", b"\r\n\r\n")
_PIECE = 4 * 1024 * 1024
_OVERLAP = 1024  # longer than a line «From» with what stands around it


def is_mailbox(head: bytes) -> bool:
    """Whether a file that begins like this is a mailbox."""
    return _FIRST.match(head) is not None


class Mailbox:
    """A mailbox in a file that can be read at any place; only the places of its letters are kept in memory.

    Making it raises IntakeRefusal `too-large` when there are more letters than the limits allow.
    """

    kind: ContainerKind = "mailbox"
    sent: datetime | None = None
    problem: IntakeRefusal | None = None

    def __init__(self, mailbox: BinaryIO, limits: Limits) -> None:
        self._mailbox, self._limits = mailbox, limits
        self._spans: list[tuple[int, int]] = []
        begin = -1
        for end, following in _breaks(mailbox):
            if begin >= 0:
                self._spans.append((begin, end))
            begin = following
            if len(self._spans) > limits.archive_members:
                raise IntakeRefusal("too-large", "too-many-members", count=len(self._spans),
                                    limit=limits.archive_members)  # fmt: skip
        self.members: Sequence[Member] = [
            Member(f"{number}.eml", end - begin, is_letter=True) for number, (begin, end) in enumerate(self._spans, 1)
        ]

    def open(self, number: int) -> bytes | Container:
        """One letter; IntakeRefusal `too-large`."""
        begin, end = self._spans[number]
        if end - begin > self._limits.letter_bytes:
            raise too_large(end - begin, self._limits.letter_bytes)
        self._mailbox.seek(begin)
        return self._mailbox.read(end - begin)


def _breaks(mailbox: BinaryIO) -> Iterator[tuple[int, int]]:
    """Where a letter ends and the next one begins, the beginning and the end of the mailbox included."""
    length, place, kept, last = mailbox.seek(0, 2), 0, b"", 0
    mailbox.seek(0)
    while piece := mailbox.read(_PIECE):
        text, start = kept + piece, place - len(kept)
        if start == 0 and not kept and (first := _FIRST.match(text)):
            yield 0, first.end()
        for end, following in _borders(text):
            if start + end >= last:
                last = start + following
                yield start + end, last
        place += len(piece)
        kept = text[-_OVERLAP:]
    yield length, length


def _borders(text: bytes) -> Iterator[tuple[int, int]]:
    """The borders in a piece of a mailbox: where the blank line begins, and where the letter after it does."""
    place = text.find(b"\nFrom ")  # far faster than an expression, and rare
    while place >= 0:
        blank = next((line for line in _BLANK_LINES if text.endswith(line, 0, place + 1)), b"")
        found = _FIRST.match(text, place + 1) if blank else None
        if found is not None:
            yield place + 1 - len(blank) // 2, found.end()
        place = text.find(b"\nFrom ", place + 1)
