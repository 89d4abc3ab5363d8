"""How much a returned file may cost. Over a limit is a refusal that is told, never a part of the file left unread."""

from __future__ import annotations

from dataclasses import dataclass

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
    archive_depth: int = 3
    """Archives inside archives."""
    archive_members: int = 10_000
    """Members of one archive, those of the archives inside it included."""
    letter_depth: int = 10
    """Letters inside letters."""
    letter_parts: int = 1_000
    """Parts of one letter."""
    read_seconds: float = 20.0
    """Time for reading one workbook before its process is ended."""
    read_bytes: int = 1024 * MEBIBYTE
    """Memory for the process that reads workbooks."""


DEFAULT = Limits()
