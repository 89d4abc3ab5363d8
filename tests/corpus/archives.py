"""Archives and letters as they should not be: bombs, broken ones, and names that lead elsewhere."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from tests.corpus.form import FACTS, Make, Parts, form, packed, parts_of
from tests.intake.archives import Packed, mailbox, packed_zip
from tests.intake.letters import Part, attachment, forwarded, letter, multipart, text
from xlforms.definitions.units import Unit

_LINK = 0o120777 << 16
_MEBIBYTE = 1024 * 1024


def zip_with(**members: Make) -> Make:
    """An archive of members by name."""
    return zip_of(members)


def zip_of(members: Mapping[str, Make]) -> Make:
    """The same, for names that are no words of Python."""
    return lambda unit: packed_zip([Packed(name.encode(), make(unit), 0x800) for name, make in members.items()])


def nested(make: Make, depth: int, name: str = "inner.zip") -> Make:
    """A file inside that many archives; the name of each is that of the next one."""
    for level in range(depth):
        make = zip_of({"form.xlsx" if level == 0 else name: make})
    return make


def zeros(count: int) -> tuple[bytes, int]:
    """That many zero bytes, packed without ever being whole in memory, and their checksum."""
    packer, checksum, content, piece = zlib.compressobj(1, wbits=-15), 0, b"", bytes(_MEBIBYTE)
    for _ in range(count // _MEBIBYTE):
        content, checksum = content + packer.compress(piece), zlib.crc32(piece, checksum)
    return content + packer.flush(), checksum


def zip_bomb(mebibytes: int, *, said: int | None = None, inside: Parts | None = None, name: str = "form.xlsx") -> bytes:
    """An archive with a member of zero bytes, which says that it has `said` bytes; `inside` are its other members."""
    content, checksum = zeros(mebibytes * _MEBIBYTE)
    size = mebibytes * _MEBIBYTE if said is None else said
    others = [Packed(other.encode(), data) for other, data in (inside or {}).items() if other != name]
    whole = packed_zip([*others, Packed(name.encode(), content, 0, 0, b"", checksum, size)])
    return _as_packed(whole, name.encode())


def _as_packed(archive: bytes, name: bytes) -> bytes:
    """The stored member becomes a packed one, in its own header and in the directory."""
    content = bytearray(archive)
    for signature, start, method in ((b"PK\x03\x04", 30, 8), (b"PK\x01\x02", 46, 10)):
        place = content.index(name) if start == 30 else content.rindex(name)
        if content[place - start : place - start + 4] != signature:
            raise ValueError("another entry holds the name")
        struct.pack_into("<H", content, place - start + method, 8)
    return bytes(content)


def form_with_bomb(mebibytes: int, said: int | None = None) -> Make:
    """The form, one sheet of which is a bomb."""
    return lambda unit: zip_bomb(mebibytes, said=said, inside=parts_of(form(unit)), name=FACTS)


def overlapping(_unit: Unit) -> bytes:
    """A thousand members that share the bytes of one."""
    return packed_zip([Packed(f"{number}.xlsx".encode(), bytes(100_000)) for number in range(1000)], shared_offset=True)


def crowd(count: int) -> Make:
    """An archive of that many empty files."""
    return lambda _unit: packed_zip([Packed(b"%d.txt" % number) for number in range(count)])


def many_parts(count: int) -> Make:
    """The form with that many more parts."""
    return lambda unit: packed(parts_of(form(unit)) | {f"xl/media/{number}.bin": b"" for number in range(count)})


def traversal(unit: Unit) -> bytes:
    """Names that lead out of the folder; every one is a form of the same school."""
    names = (b"../../../evil.xlsx", b"/etc/evil.xlsx", b"C:\\evil.xlsx", b"..\\..\\evil.xlsx", b"a/../../evil.xlsx")
    return packed_zip([Packed(name, form(unit)) for name in names])


def with_link(unit: Unit) -> bytes:
    """A link to a file of the system, beside the form."""
    return packed_zip([Packed(b"link.xlsx", b"/etc/passwd", method=0, attributes=_LINK), Packed(b"a.xlsx", form(unit))])


def locked(unit: Unit) -> bytes:
    """An archive with a password."""
    return packed_zip([Packed(b"a.xlsx", form(unit), flags=1)])


def twice(unit: Unit) -> bytes:
    """Two different members of one name."""
    return packed_zip([Packed(b"a.xlsx", form(unit)), Packed(b"a.xlsx", b"%PDF-1.4\n")])


def cut(make: Make, share: float) -> Make:
    """Only the first part of a file arrived."""
    return lambda unit: (content := make(unit))[: int(len(content) * share)]


def letter_with(*parts: Part) -> Make:
    """A letter with the parts and a form."""
    return lambda unit: letter(text(), *parts, attachment(form(unit), "форма.xlsx"))


def letter_of(*parts: Part) -> Make:
    """A letter without the form."""
    return lambda _unit: letter(*parts)


def letters_in_letters(depth: int) -> Make:
    """The form in a letter that was forwarded that many times."""

    def make(unit: Unit) -> bytes:
        content = letter(text(), attachment(form(unit), "a.xlsx"))
        for _ in range(depth):
            content = letter(text(), forwarded(content))
        return content

    return make


def cut_mailbox(unit: Unit) -> bytes:
    """A mailbox, the second letter of which breaks off within its attachment."""
    first = letter(text(), attachment(form(unit), "a.xlsx"))
    second = letter(text(), attachment(form(unit), "b.xlsx"))
    return mailbox(first, _in_a_word(second))


def cut_letter(unit: Unit) -> bytes:
    """A letter that breaks off within its attachment."""
    return _in_a_word(letter_with()(unit))


def _in_a_word(content: bytes) -> bytes:
    """Half of a letter and three letters more of its base64, which stand for two bytes: the fourth is missing."""
    return content[: content.rindex(b"\n", 0, len(content) // 2) + 4]


def parts_in_parts(depth: int) -> Part:
    """Multipart parts inside each other."""
    part = text()
    for level in range(depth):
        part = multipart([part], boundary=f"level {level}")
    return part


def locked_parts(unit: Unit) -> bytes:
    """The form, the directory of which says that every part has a password."""
    content = bytearray(packed(parts_of(form(unit))))
    place = content.find(b"PK\1\2")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\1\2", place + 1)
    return bytes(content)
