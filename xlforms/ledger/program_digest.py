"""Which program, with which forms and limits, reads the files: what it has read holds only while this is the same."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARIES = (
    "lxml",
    "numpy",
    "xlrd",
    "python-calamine",
    "openpyxl",
    "xlsxwriter",
    "jinja2",
    "python-docx",
)  # they read, count and print
_LEFT_OUT = frozenset((".pyc", ".xlsx"))


def program_digest(forms: Iterable[Path], *circumstances: object) -> str:
    """SHA-256 over the files of this program, the versions of Python and of the libraries, the files of forms (those of
    a folder by their path in it), and the `repr` of whatever else reading depends on.

    The number of the version is not asked: a program that was changed in place would keep it.
    """
    digest = hashlib.sha256()
    for name in (platform.python_version(), *(f"{library} {_version(library)}" for library in _LIBRARIES)):
        digest.update(f"{name}\n".encode())
    for folder in (_PACKAGE, *forms):
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file()] if folder.is_dir() else [folder]
        for path in paths:
            if path.suffix not in _LEFT_OUT:
                content = path.read_bytes()
                digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
                digest.update(content)
    digest.update(digest_of(*circumstances).encode())
    return digest.hexdigest()


def digest_of(*circumstances: object) -> str:
    """SHA-256 over the `repr` of values, which must say all that matters about them."""
    return hashlib.sha256("\n".join(map(repr, circumstances)).encode("utf-8", "surrogatepass")).hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
