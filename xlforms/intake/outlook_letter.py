"""A letter that Outlook saved (.msg) as a container: its attachments and the letters attached to it.

Source: MS-OXMSG 2.2 (storages of attachments), 2.4 (streams of properties), MS-OXPROPS for the numbers of properties.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from xlforms.errors import IntakeRefusal
from xlforms.intake.container import Container, ContainerKind, Member
from xlforms.intake.letter_date import letter_date
from xlforms.intake.letter_headers import LetterHeaders
from xlforms.intake.limits import Limits
from xlforms.intake.member_names import mail_text, shown_name
from xlforms.intake.ole_streams import OleFile, Storage

_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_"
_DATA, _LETTER = "__substg1.0_37010102", "__substg1.0_3701000d"
_LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _HEADERS = "3707", "3704", "3001", "007d"
_CONTENT_ID, _MIME_TYPE = "3712", "370e"
_SUBMITTED, _DELIVERED, _FLAGS, _HIDDEN = 0x00390040, 0x0E060040, 0x37140003, 0x7FFE000B
_SHOWN_IN_TEXT = 0x4
_OUTER_HEAD, _INNER_HEAD, _ATTACHMENT_HEAD = 32, 24, 8
_PROPERTY = struct.Struct("<I4x8s")
_START = datetime(1601, 1, 1, tzinfo=UTC)


class OutlookLetter:
    """A letter of Outlook; `storage` is that of a letter inside another one. Making it raises IntakeRefusal."""

    kind: ContainerKind = "letter"

    def __init__(self, file: OleFile, limits: Limits, storage: Storage | None = None) -> None:
        self._file, self._limits = file, limits
        own = storage or file.root
        names = sorted(name for name in own.storages if name.startswith(_ATTACHMENT))
        if len(names) > limits.letter_parts:
            raise IntakeRefusal("too-large", "letter-too-many-parts", limit=limits.letter_parts)
        found = [own.storages[name] for name in names]
        self._attachments = [attachment for attachment in found if not self._belongs_to_text(attachment)]
        self.sent: datetime | None = self._sent(own, _OUTER_HEAD if storage is None else _INNER_HEAD)
        self.members: Sequence[Member] = list(map(self._member, self._attachments))
        self.problem: IntakeRefusal | None = None
        if not self._attachments:
            self.problem = IntakeRefusal("not-a-workbook", "letter-without-attachments")

    def open(self, number: int) -> bytes | Container:
        """An attachment, or a letter attached; IntakeRefusal `damaged`, `not-a-workbook` for a mere link to a file."""
        attachment = self._attachments[number]
        if _DATA in attachment.streams:
            return self._file.read(attachment.streams[_DATA])
        if _LETTER in attachment.storages:
            return OutlookLetter(self._file, self._limits, attachment.storages[_LETTER])
        raise IntakeRefusal("not-a-workbook", "attachment-not-there")

    def _member(self, attachment: Storage) -> Member:
        names = (self._text(attachment, name) for name in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME))
        is_letter = _DATA not in attachment.streams and _LETTER in attachment.storages
        name = next(filter(None, names), "letter.msg" if is_letter else "attachment")
        return Member(shown_name(name), attachment.streams.get(_DATA, (0, 0))[1], is_letter=False)

    def _belongs_to_text(self, attachment: Storage) -> bool:
        """Whether it is a picture that the text shows."""
        if not self._text(attachment, _CONTENT_ID) or not self._text(attachment, _MIME_TYPE).startswith("image/"):
            return False
        properties = self._properties(attachment, _ATTACHMENT_HEAD)
        is_hidden = properties.get(_HIDDEN, b"\0")[0] != 0
        return is_hidden or bool(int.from_bytes(properties.get(_FLAGS, b"\0")[:4], "little") & _SHOWN_IN_TEXT)

    def _sent(self, storage: Storage, head: int) -> datetime | None:
        """By the header lines that came with the letter, else by what Outlook noted."""
        lines = self._text(storage, _HEADERS).encode("utf-8", "surrogatepass")
        moment = letter_date(LetterHeaders(lines, 0, len(lines), self._limits)) if lines else None
        if moment is not None:
            return moment
        properties = self._properties(storage, head)
        moments = (_moment(properties[number]) for number in (_SUBMITTED, _DELIVERED) if number in properties)
        return next(filter(None, moments), None)

    def _properties(self, storage: Storage, head: int) -> dict[int, bytes]:
        """The properties of fixed length by their numbers."""
        if _PROPERTIES not in storage.streams:
            return {}
        data = self._file.read(storage.streams[_PROPERTIES])
        if head == _INNER_HEAD and len(data) % _PROPERTY.size == 0:  # some programs write the longer head here, too
            head = _OUTER_HEAD
        data = data[head:]
        return dict(_PROPERTY.iter_unpack(data[: len(data) // _PROPERTY.size * _PROPERTY.size]))

    def _text(self, storage: Storage, number: str) -> str:
        """A property that is text, in Unicode or in whatever the sender's Windows used; empty without it."""
        for kind, name in (("001f", f"__substg1.0_{number}001f"), ("001e", f"__substg1.0_{number}001e")):
            if name in storage.streams:
                raw = self._file.read(storage.streams[name])
                text = raw.decode("utf-16-le", "replace") if kind == "001f" else mail_text(raw)
                return text.rstrip("\0")
        return ""


def _moment(value: bytes) -> datetime | None:
    """A FILETIME: tenths of microseconds since 1601; None for one that is not set or after the year 9999."""
    ticks = int.from_bytes(value, "little")
    try:
        return (_START + timedelta(microseconds=ticks // 10)).replace(microsecond=0) if ticks else None
    except OverflowError:
        return None
