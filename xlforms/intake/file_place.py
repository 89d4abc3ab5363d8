"""Where a file to be read lies: its path, and the way inside when it came in an archive or letter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xlforms.intake.container import Member


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A file: what a reading process is asked for.

    `way` are the numbers of the members to go through, from the outermost container to the file; it is empty for a file
    that lies loose. `members` are what is expected at each step: when the file changes between two looks, nothing of
    another file is taken for it.
    """

    path: Path
    way: tuple[int, ...] = ()
    members: tuple[Member, ...] = ()

    def inside(self, number: int, member: Member) -> FilePlace:
        """The place of a member of the container here."""
        return FilePlace(self.path, (*self.way, number), (*self.members, member))
