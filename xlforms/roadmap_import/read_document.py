"""From a file to its tables: a Word document, a workbook or CSV, told by its bytes."""

from __future__ import annotations

from pathlib import Path

from xlforms.errors import IntakeRefusal, UsageError
from xlforms.intake.account import printable
from xlforms.intake.file_kind import recognise, recognise_name
from xlforms.intake.guard_zip import ZipParts, part_key, zip_directory
from xlforms.intake.limits import DEFAULT, MEBIBYTE
from xlforms.intake.read_workbook import read_workbook
from xlforms.roadmap_import.document import Table
from xlforms.roadmap_import.read_sheets import read_csv, read_sheets
from xlforms.roadmap_import.read_word import read_word

_ZIP = b"PK\x03\x04"
_TEXTS = ("csv", "text", "letter")
_LARGEST = DEFAULT.file_bytes // MEBIBYTE
_REFUSALS = {
    "damaged": "import-damaged",
    "encrypted": "import-encrypted",
    "too-large": "import-too-large",
    "lock-file": "import-lock-file",
    "system-file": "import-not-a-document",
    "not-a-workbook": "import-not-a-document",
    "unsupported-format": "import-not-a-document",
}
_OTHER_WORDS = {"word": "import-old-word", "rtf": "import-old-word", "pdf": "import-is-pdf"}
_OWN = frozenset((*_OTHER_WORDS.values(), "import-csv-unreadable"))


def read_document(path: Path) -> tuple[Table, ...]:
    """The tables of a document. Raises UsageError with one sentence for every file that cannot be read."""
    try:
        if path.is_dir():
            raise UsageError("import-is-folder", path=printable(path.name))
        if path.exists() and path.stat().st_size > DEFAULT.file_bytes:
            raise IntakeRefusal("too-large", "import-too-large", path=printable(path.name), limit=_LARGEST)
        return read_tables(path.read_bytes(), path.name)
    except OSError as error:
        raise UsageError(
            "path-unreadable", path=printable(path.name), detail=error.strerror or type(error).__name__
        ) from error
    except IntakeRefusal as refusal:
        code = refusal.code if refusal.code in _OWN else _REFUSALS[refusal.reason]
        raise UsageError(code, path=printable(path.name), limit=_LARGEST) from refusal


def read_tables(content: bytes, name: str) -> tuple[Table, ...]:
    """The tables in the bytes of a file; raises IntakeRefusal."""
    known = recognise_name(name)
    if known is not None and known.refusal is not None:
        raise known.refusal
    parts = _word_parts(content)
    if parts is not None:
        return read_word(parts, name)
    kind = recognise(content, name).kind
    if kind in _TEXTS:
        return read_csv(content, name)
    if kind in _OTHER_WORDS:
        raise IntakeRefusal("unsupported-format", _OTHER_WORDS[kind], path=printable(name))
    return read_sheets(read_workbook(content, name))


def _word_parts(content: bytes) -> ZipParts | None:
    """The checked parts of a .docx; None for every other file."""
    if not content.startswith(_ZIP):
        return None
    directory = zip_directory(content)
    if "[content_types].xml" not in {part_key(entry.filename) for entry in directory}:
        return None
    parts = ZipParts(content, directory, DEFAULT)
    types = parts.read("[Content_Types].xml").lower()
    return parts if b"wordprocessingml" in types or b"ms-word" in types else None
