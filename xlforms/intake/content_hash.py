"""A file is known by the hash of its content."""

from __future__ import annotations

import hashlib
from typing import BinaryIO

_PIECE = 1024 * 1024


def hash_of(file: BinaryIO) -> str:
    """The SHA-256 of a file of any size; the file stands at its beginning again."""
    digest = hashlib.sha256()
    while piece := file.read(_PIECE):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()
