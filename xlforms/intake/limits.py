"""How much a returned file may cost. Over a limit is a refusal that is told, never a part of the file left unread."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.errors import IntakeRefusal

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of intake; the largest value seen in 4,217 public spreadsheets stands in brackets.

    The depth of XML has no limit here: libxml2 itself refuses more than 256 levels.
    """

    file_bytes: int = 20 * MEBIBYTE
    """One workbook (3.9 MB)."""
    zip_entries: int = 5_000
    """Parts of one workbook (1,033)."""
    part_bytes: int = 200 * MEBIBYTE
    """One part after unpacking (112 MiB)."""
    total_bytes: int = 400 * MEBIBYTE
    """All parts together after unpacking."""
    ratio: int = 200
    """How many times smaller a packed part may be than the part itself (170)..."""
    ratio_from_bytes: int = 8 * MEBIBYTE
    """... asked only of parts larger than this: an honest small part of repeated cells packs better."""
    cells: int = 2_000_000
    """Cells with a value in one workbook."""
    text_characters: int = 64_000_000
    """Characters of all text cells of one workbook, a shared text counted at each cell."""
    sheets: int = 512
    """Sheets of one workbook."""
    archive_bytes: int = 512 * MEBIBYTE
    """One archive or mailbox as it was given; only its directory and one member at a time are held in memory."""
    letter_bytes: int = 64 * MEBIBYTE
    """One letter (mail servers let 10 to 50 MB pass)."""
    member_bytes: int = 64 * MEBIBYTE
    """One member of an archive or letter after unpacking, an archive inside an archive for instance."""
    unpacked_bytes: int = 2048 * MEBIBYTE
    """All members of one given file together, those of the archives and letters inside it included."""
    archive_depth: int = 3
    """Archives inside archives, the outermost counted."""
    archive_members: int = 10_000
    """Members of one given file, those of the archives and letters inside it included."""
    letter_depth: int = 10
    """Letters and mailboxes inside each other, the outermost counted."""
    letter_parts: int = 1_000
    """Parts of one letter."""
    letter_nesting: int = 30
    """Multipart parts inside each other, in one letter."""
    letter_header_bytes: int = 256 * 1024
    """All header lines of a letter or of one part of it."""
    read_seconds: float = 20.0
    """Time for reading one workbook before its process is ended."""
    read_bytes: int = 1024 * MEBIBYTE
    """Memory for the process that reads workbooks."""


DEFAULT = Limits()


def too_large(size: int, limit: int) -> IntakeRefusal:
    """The refusal of a file of more bytes than a limit allows, told in megabytes with one decimal."""
    told, allowed = (f"{bytes_ / MEBIBYTE:.1f}".removesuffix(".0").replace(".", ",") for bytes_ in (size, limit))
    return IntakeRefusal("too-large", "file-too-large", size=told, limit=allowed)
