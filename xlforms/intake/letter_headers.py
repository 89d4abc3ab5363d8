"""The header lines of a letter or of one of its parts, as texts.

The `email` package parses them under its policy `compat32`: the newer ones parse each line whole when it is looked at,
and some malformed lines make them raise. It is given header lines only, never the letter, so that neither its size nor
its nesting is theirs. Source: RFC 5322 (lines), 2045 (parts), 2047 (encoded words), 2231 (parameters), 2183 (names).
"""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import collapse_rfc2231_value

from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import Limits
from xlforms.intake.member_names import mail_text

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(r"\r?\n|\r|\x00")
_WANTED = frozenset(
    ("content-type", "content-disposition", "content-transfer-encoding", "content-id", "date", "received")
)
_LONGEST_LINE = 8_192  # characters; far above any real one, and some of what follows takes the square of it
_WRONG_PARAMETERS = (ValueError, LookupError, TypeError, UnicodeError)


class LetterHeaders:
    """What the headers say. `end` is where the body begins in the bytes that were parsed."""

    def __init__(self, content: bytes, start: int, stop: int, limits: Limits) -> None:
        """Parses the headers that begin at `start`; IntakeRefusal `too-large` when they have no end in sight."""
        if content.startswith((b"\r\n", b"\n"), start):  # a part without headers
            block, self.end = b"", content.index(b"\n", start) + 1
        else:
            blank = _BLANK_LINE.search(content, start, min(stop, start + limits.letter_header_bytes))
            if blank is None and stop - start > limits.letter_header_bytes:
                raise IntakeRefusal("too-large", "letter-header-too-large")
            self.end = stop if blank is None else blank.end()
            block = content[start : self.end]
        self._values: Message[str, str] = Message()
        for name, value in BytesHeaderParser(policy=compat32).parsebytes(block).raw_items():
            if name.lower() in _WANTED:
                raw = str(value).encode("utf-8", "surrogateescape")
                self._values[name] = _FOLD.sub("", mail_text(raw)[:_LONGEST_LINE])

    @property
    def content_type(self) -> str:
        """Kind of the body, such as `text/plain`, in lower case."""
        return self._values.get_content_type()

    @property
    def boundary(self) -> bytes:
        """What separates the parts of a multipart body; empty when it is not told."""
        try:
            value = self._values.get_boundary("") or ""
        except _WRONG_PARAMETERS:
            return b""
        return value.encode("utf-8", "surrogateescape")

    @property
    def disposition(self) -> str:
        """`attachment`, `inline`, another word or nothing."""
        return (self._values.get_content_disposition() or "").lower()

    @property
    def transfer_encoding(self) -> str:
        """How the body is written, in lower case."""
        return self._values.get("Content-Transfer-Encoding", "").split(";")[0].strip().lower()

    @property
    def has_content_id(self) -> bool:
        """Whether the text of the letter may point to this part."""
        return bool(self._values.get("Content-ID", "").strip())

    @property
    def file_name(self) -> str:
        """The name of an attachment in whatever way it is written; empty without one."""
        for parameter, header in (("filename", "content-disposition"), ("name", "content-type")):
            try:
                value = self._values.get_param(parameter, None, header)
                text = "" if value is None else collapse_rfc2231_value(value).lstrip('"').strip()
            except _WRONG_PARAMETERS:
                continue
            if text:
                return _decoded_words(text)
        return ""

    def all(self, name: str) -> list[str]:
        """The values of the lines of a name, in their order."""
        return list(self._values.get_all(name, []))


def _decoded_words(text: str) -> str:
    """A text with its encoded words read; words that cannot be are left as they are."""
    if "=?" not in text:
        return text
    try:
        pieces = decode_header(text)
        decoded = [piece if isinstance(piece, str) else _decoded(piece, charset) for piece, charset in pieces]
    except (HeaderParseError, *_WRONG_PARAMETERS):
        return text
    return "".join(decoded).strip() or text


def _decoded(piece: bytes, charset: str | None) -> str:
    """The bytes of an encoded word; of text between such words when `charset` is None."""
    if charset is None:
        return piece.decode("raw-unicode-escape")
    try:
        return piece.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return mail_text(piece)
