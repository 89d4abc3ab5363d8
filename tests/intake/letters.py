"""Letters made by hand, line by line, as mail programs write them and as they should not."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from urllib.parse import quote

DATE = "Fri, 05 Jun 2020 09:00:00 +0300"


@dataclass(frozen=True)
class Part:
    """A part of a letter: its header lines in bytes and its body as it is written."""

    headers: bytes
    body: bytes


def attachment(
    content: bytes, name: str = "", how: str = "2231", kind: str = "application/octet-stream", extra: bytes = b""
) -> Part:
    """An attachment in base64; `how` is the way in which its name is written."""
    lines = [f"Content-Type: {kind}".encode(), b"Content-Transfer-Encoding: base64"]
    lines.append(b"Content-Disposition: attachment" + (b"; " + written_name(name, how) if name else b""))
    return Part(b"\r\n".join([*lines, *([extra] if extra else [])]), base64.encodebytes(content))


def written_name(name: str, how: str) -> bytes:
    """The parameter with the name of a file: by RFC 2231 or 2047, or in the bytes of an encoding."""
    if how == "2231":
        return f"filename*=UTF-8''{quote(name, safe='')}".encode()
    if how == "2231 in pieces":
        half = len(name) // 2
        return (
            f"filename*0*=koi8-r''{quote(name[:half].encode('koi8-r'), safe='')};\r\n"
            f" filename*1*={quote(name[half:].encode('koi8-r'), safe='')}"
        ).encode()
    if how.startswith("2047 "):
        return b'filename="' + Header(name, how[5:], maxlinelen=60).encode().encode() + b'"'
    return b'filename="' + name.encode(how) + b'"'


def forwarded(letter: bytes, name: str = "") -> Part:
    """A letter inside a letter."""
    lines = [b"Content-Type: message/rfc822", b"Content-Disposition: attachment"]
    if name:
        lines[1] += b"; " + written_name(name, "2231")
    return Part(b"\r\n".join(lines), letter)


def text(content: str = "Добрый день!", kind: str = "text/plain") -> Part:
    """The text of a letter."""
    headers = f"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit"
    return Part(headers.encode(), content.encode())


def multipart(parts: Sequence[Part], kind: str = "mixed", boundary: str = "граница", end: bool = True) -> Part:
    """Parts in a part; without `end` the last boundary is missing."""
    mark = boundary.encode()
    body = b"".join(b"--" + mark + b"\r\n" + part.headers + b"\r\n\r\n" + part.body + b"\r\n" for part in parts)
    return Part(
        f'Content-Type: multipart/{kind}; boundary="{boundary}"'.encode(),
        body + (b"--" + mark + b"--\r\n" if end else b""),
    )


def letter(*parts: Part, date: str | None = DATE, extra: bytes = b"", end: bool = True) -> bytes:
    """A letter of several parts; of one part it is that part."""
    whole = (
        parts[0] if len(parts) == 1 else multipart(parts, end=end, boundary=f"level-{sum(len(p.body) for p in parts)}")
    )
    lines = [b"From: school@example.org", b"MIME-Version: 1.0", *([f"Date: {date}".encode()] if date else [])]
    return b"\r\n".join([*lines, *([extra] if extra else []), whole.headers]) + b"\r\n\r\n" + whole.body
