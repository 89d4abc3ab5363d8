"""What archives, letters and mailboxes have in common: members, told one by one and handed over as bytes.

Nothing is ever written to a disk, and no name of a member is ever used as a path: it is a text for people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from xlforms.errors import IntakeRefusal

ContainerKind = Literal["archive", "letter", "mailbox"]


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside, before it is unpacked.

    `name` is printable and not too long, but need not be the only one of its kind. No more than `size` bytes are ever
    unpacked for it. `modified` is its own time (UTC) where the container knows one. `is_letter` when the container says
    that it is a letter, whatever its bytes look like.
    """

    name: str
    size: int
    modified: datetime | None = None
    is_letter: bool = False


class Container(Protocol):
    """An opened archive, letter or mailbox.

    `sent` is the moment of a letter. `problem` says what of the container itself is lost or missing; its members can
    be read all the same.
    """

    @property
    def kind(self) -> ContainerKind:
        """Archives, letters and mailboxes have their own limits."""

    @property
    def members(self) -> Sequence[Member]:
        """What is inside, in the order of the container."""

    @property
    def sent(self) -> datetime | None:
        """When the letter was sent, with its time zone."""

    @property
    def problem(self) -> IntakeRefusal | None:
        """Why the container does not count as unpacked."""

    def open(self, number: int) -> bytes | Container:
        """The whole member, or a letter that is stored in pieces; IntakeRefusal when it cannot be had."""
