"""What a file is, told from its bytes, and why it cannot be read when it cannot.

The name counts for two kinds only: lock files of office suites and files that systems leave behind are not looked into.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from xlforms.errors import IntakeRefusal
from xlforms.intake import ole_directory
from xlforms.intake.guard_zip import ZipParts, part_key, zip_directory
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.mailbox_file import is_mailbox

WORKBOOK_KINDS = frozenset(("xlsx", "xlsm", "xlsb", "xls", "ods"))
_SYSTEM_NAMES = frozenset((".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".directory", ".localized"))
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x78\x9f\x3e\x22", "winmail"),
    (b"PK\x05\x06", "zip"),  # an archive without members
)
_OLD_XLS = re.compile(rb"\x09[\x00\x02\x04\x08](?:\x04|\x06|\x08|\x10)\x00")  # BIFF 2 to 5 without a container
_LETTER = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,200}?"
    rb"(?:mime-version|received|message-id):",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"\s*(?:<[?!](?!doctype).*?>\s*)*<(!doctype html|[a-z:]+)", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TYPE_OF_PART = re.compile(rb"<(?:[a-z_][a-z0-9_.-]{0,20}:)?override\s[^>]*>")
_HEAD = 4096
_REFUSALS = {
    "pdf": ("not-a-workbook", "is-pdf"),
    "rtf": ("not-a-workbook", "is-word"),
    "word": ("not-a-workbook", "is-word"),
    "presentation": ("not-a-workbook", "is-presentation"),
    "image": ("not-a-workbook", "is-image"),
    "unknown": ("not-a-workbook", "not-a-workbook"),
    "text": ("not-a-workbook", "is-text"),
    "html": ("unsupported-format", "other-table"),
    "spreadsheet-xml": ("unsupported-format", "other-table"),
    "flat-ods": ("unsupported-format", "other-table"),
    "numbers": ("unsupported-format", "other-table"),
    "rar": ("unsupported-format", "archive-kind"),
    "7z": ("unsupported-format", "archive-kind"),
    "gzip": ("unsupported-format", "archive-kind"),
    "bzip2": ("unsupported-format", "archive-kind"),
    "xz": ("unsupported-format", "archive-kind"),
    "winmail": ("unsupported-format", "is-winmail"),
    "empty": ("damaged", "file-empty"),
    "zeros": ("damaged", "file-zeros"),
    "encrypted": ("encrypted", "encrypted"),
    "damaged": ("damaged", "file-broken"),
    "lock-file": ("lock-file", "lock-file"),
    "system-file": ("system-file", "system-file"),
}
_CONTAINED = (
    ("EncryptedPackage", "encrypted"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "word"),
    ("PowerPoint Document", "presentation"),
    ("__properties_version1.0", "outlook-letter"),
)
_MARKUP_KINDS = {
    b"!doctype html": "html",
    b"html": "html",
    b"table": "html",
    b"body": "html",
    b"meta": "html",
    b"workbook": "spreadsheet-xml",
    b"ss:workbook": "spreadsheet-xml",
    b"office:document": "flat-ods",
}


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is.

    `kind` is one of WORKBOOK_KINDS, «csv», «zip», «letter» (RFC 5322), «mailbox», «outlook-letter», or one that cannot
    be read; then `refusal` says why.
    `parts` are the checked parts of a zipped workbook.
    """

    kind: str
    refusal: IntakeRefusal | None = None
    parts: ZipParts | None = None


def recognise_name(name: str) -> FileKind | None:
    """Lock files of office suites and of our own, and files of systems, by their path; None for all others."""
    folders = name.replace("\\", "/").split("/")
    last = folders[-1].lower()
    if last.startswith("~$") or (last.startswith(".~lock.") and last.endswith("#")) or last.endswith(".xlforms-lock"):
        return _known("lock-file")
    if last in _SYSTEM_NAMES or last.startswith("._") or "__macosx" in (folder.lower() for folder in folders[:-1]):
        return _known("system-file")
    return None


def recognise(content: bytes, name: str, limits: Limits = DEFAULT) -> FileKind:
    """What the bytes are; the name is looked at only as `recognise_name` does, and to tell .csv from other text."""
    try:
        return recognise_name(name) or _kind_of_signature(content, limits) or _kind_of_text(content, name)
    except IntakeRefusal as refusal:
        return FileKind(refusal.reason, refusal)


def is_letter(content: bytes) -> bool:
    """Whether a file that begins like this is a letter: header lines, one of which only letters have."""
    return _LETTER.match(content, 3 if content.startswith(b"\xef\xbb\xbf") else 0) is not None


def _known(kind: str) -> FileKind:
    """The kind with its refusal, if it has one."""
    if kind not in _REFUSALS:
        return FileKind(kind)
    reason, code = _REFUSALS[kind]
    return FileKind(kind, IntakeRefusal(reason, code))


def _kind_of_signature(content: bytes, limits: Limits) -> FileKind | None:
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content, limits)
    if content.startswith(ole_directory.SIGNATURE):
        return _known(_kind_of_container(ole_directory.stream_names(content)))
    if _OLD_XLS.match(content):
        return FileKind("xls")
    return next((_known(kind) for signature, kind in _SIGNATURES if content.startswith(signature)), None)


def _kind_of_zip(content: bytes, limits: Limits) -> FileKind:
    directory = zip_directory(content)
    names = {part_key(entry.filename) for entry in directory}
    if "[content_types].xml" in names:
        return _kind_of_package(ZipParts(content, directory, limits))
    if "content.xml" in names and ("mimetype" in names or "meta-inf/manifest.xml" in names):
        return _kind_of_open_document(ZipParts(content, directory, limits))
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        return _known("numbers")
    return FileKind("zip")


def _kind_of_package(parts: ZipParts) -> FileKind:
    """Told by the list of content types, where only the main part of a document is a «.main».

    What is said of single parts goes before what is said of all parts with an ending: SheetJS declares all «.bin» to be
    binary workbooks, in every workbook that it writes; Excel declares the main part of a binary workbook only so.
    """
    listed = parts.read("[Content_Types].xml").lower()
    types = b"".join(_TYPE_OF_PART.findall(listed))
    types = types if b".main" in types else listed
    if b"sheet.binary.macroenabled.main" in types:
        return FileKind("xlsb", parts=parts)
    if b"sheet.macroenabled.main" in types or b"excel.template.macroenabled.main" in types:
        return FileKind("xlsm", parts=parts)
    if b"spreadsheetml.sheet.main" in types or b"spreadsheetml.template.main" in types:
        return FileKind("xlsx", parts=parts)
    if b"wordprocessingml" in types or b"ms-word" in types:
        return _known("word")
    return _known("presentation" if b"presentationml" in types else "unknown")


def _kind_of_open_document(parts: ZipParts) -> FileKind:
    """Told by the `mimetype` part or the manifest; encrypted when the manifest says how."""
    manifest = parts.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in parts else b""
    kind = parts.read("mimetype") if "mimetype" in parts else manifest
    if b"encryption-data" in manifest or "encrypted-package" in parts:
        return _known("encrypted")
    if b"opendocument.spreadsheet" in kind:
        return FileKind("ods", parts=parts)
    if b"opendocument.text" in kind:
        return _known("word")
    return _known("presentation" if b"opendocument.presentation" in kind else "unknown")


def _kind_of_container(names: frozenset[str]) -> str:
    """The kind of an OLE compound file, told by what stands on its top level."""
    return next((kind for name, kind in _CONTAINED if name in names), "unknown")


def _kind_of_text(content: bytes, name: str) -> FileKind:
    """Letters, markup and plain text; what is none of them is unknown."""
    head = content[:_HEAD]
    if not content.strip(b"\x00"):
        return _known("zeros" if content else "empty")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _CONTROL.search(head):
        return _known("unknown")
    if is_mailbox(head):
        return FileKind("mailbox")
    if is_letter(content):
        return FileKind("letter")
    markup = _MARKUP.match(head)
    if markup is not None:
        return _known(_MARKUP_KINDS.get(markup[1].lower(), "text"))
    return _known("csv" if name.lower().endswith((".csv", ".tsv")) else "text")
