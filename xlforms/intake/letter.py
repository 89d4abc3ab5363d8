"""A letter (RFC 5322, .eml) as a container: its attachments and the letters forwarded in it.

The text of a letter, its signatures and the pictures shown in its text are no members. A letter that has nothing else
is told, because a school may have written its figures into the text.
"""

from __future__ import annotations

import binascii
import quopri
from collections.abc import Sequence
from datetime import datetime

from xlforms.errors import IntakeRefusal
from xlforms.intake.container import Container, ContainerKind, Member
from xlforms.intake.letter_date import letter_date
from xlforms.intake.letter_headers import LetterHeaders
from xlforms.intake.letter_parts import LetterPart, LetterParts
from xlforms.intake.limits import Limits, too_large
from xlforms.intake.member_names import shown_name

_LETTERS = frozenset(("message/rfc822", "message/global"))
_TEXTS = frozenset(("text/plain", "text/html", "text/enriched", "text/rtf", "text/calendar", "text/x-amp-html"))
_SIGNATURES = frozenset(
    ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "text/vcard",
     "text/x-vcard", "text/directory", "message/delivery-status", "message/disposition-notification",
     "text/rfc822-headers", "message/feedback-report")
)  # fmt: skip
_UNCHANGED = frozenset(("", "7bit", "8bit", "binary"))
_WITHOUT_NAME, _LETTER_NAME = "attachment", "letter.eml"


class Letter:
    """A letter; making it raises IntakeRefusal `too-large`.

    A letter that breaks off has a `problem`, and what came of it as members; so has one without attachments.
    """

    kind: ContainerKind = "letter"

    def __init__(self, content: bytes, limits: Limits) -> None:
        if len(content) > limits.letter_bytes:
            raise too_large(len(content), limits.letter_bytes)
        self._content = content
        headers = LetterHeaders(content, 3 if content.startswith(b"\xef\xbb\xbf") else 0, len(content), limits)
        self.sent: datetime | None = letter_date(headers)
        cut = LetterParts(content, headers, limits)
        self._parts = [part for part in cut.parts if _is_member(part)]
        self.members: Sequence[Member] = list(map(_member, self._parts))
        self.problem: IntakeRefusal | None = None
        if not cut.is_whole:
            self.problem = IntakeRefusal("damaged", "letter-cut")
        elif not self._parts:
            self.problem = IntakeRefusal("not-a-workbook", "letter-without-attachments")

    def open(self, number: int) -> bytes | Container:
        """The attachment as it was before it was sent; IntakeRefusal `damaged`, `unsupported-format`."""
        part = self._parts[number]
        written = self._content[part.start : part.stop]
        encoding = part.headers.transfer_encoding
        if encoding == "base64":
            try:
                data = binascii.a2b_base64(written)
            except binascii.Error as error:
                raise IntakeRefusal("damaged", "attachment-cut") from error
        elif encoding == "quoted-printable":
            data = quopri.decodestring(written)
        elif encoding in _UNCHANGED:
            data = written
        else:
            raise IntakeRefusal("unsupported-format", "attachment-encoding", encoding=shown_name(encoding))
        if not part.is_whole and not data.startswith(b"PK"):  # a zip and an .xlsx know themselves where they end
            raise IntakeRefusal("damaged", "attachment-cut")
        return data


def _is_member(part: LetterPart) -> bool:
    """Whether a part is something sent, and neither the text of the letter nor what belongs to the text."""
    headers = part.headers
    kind, is_attached = headers.content_type, headers.disposition == "attachment"
    if kind in _SIGNATURES:
        return False
    if kind in _TEXTS:
        return is_attached or bool(headers.file_name)
    if kind.startswith("image/") and headers.has_content_id:
        return is_attached and not part.among_related
    return part.start < part.stop or bool(headers.file_name)


def _member(part: LetterPart) -> Member:
    is_letter = part.headers.content_type in _LETTERS
    name = part.headers.file_name or (_LETTER_NAME if is_letter else _WITHOUT_NAME)
    return Member(shown_name(name), part.stop - part.start, is_letter=is_letter)
