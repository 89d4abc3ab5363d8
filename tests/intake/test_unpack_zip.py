"""Archives as programs write them, as they break on the way, and as somebody may build them on purpose."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.archives import Packed, extra_field, packed_zip, unicode_path
from tests.intake.test_unpack import workbook
from tests.intake.unfolded import every, outcomes, unfold_bytes
from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.zip_archive import ZipArchive

_NAME = "Анкета № 7.xlsx"


def _opened(content: bytes, limits: Limits = DEFAULT) -> ZipArchive:
    return ZipArchive(io.BytesIO(content), limits)


def _names(*entries: Packed) -> list[str]:
    return [member.name for member in _opened(packed_zip(entries)).members]


def _code(archive: ZipArchive, number: int = 0) -> str:
    with pytest.raises(IntakeRefusal) as caught:
        archive.open(number)
    return f"{caught.value.reason}: {caught.value.code}"


def _problem(content: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(IntakeRefusal) as caught:
        _opened(content, limits)
    return f"{caught.value.reason}: {caught.value.code}"


def test_as_python_writes_it() -> None:
    """An archive of the standard library, with folders, stored and packed members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.mkdir("папка")
        archive.writestr("папка/" + _NAME, b"one", zipfile.ZIP_DEFLATED)
        archive.writestr("b", b"two", zipfile.ZIP_STORED)
        with archive.open("c", "w", force_zip64=True) as member:
            member.write(b"three")
    found = _opened(target.getvalue())
    assert (["папка/" + _NAME, "b", "c"], [b"one", b"two", b"three"], None) == (
        [member.name for member in found.members],
        [found.open(number) for number in range(3)],
        found.problem,
    )


def test_archive_of_sixty_four_bits() -> None:
    """Directories of the large form are followed, too, when their archive is small."""
    content = packed_zip([Packed(b"a", b"one")])
    end = len(content) - 22
    count, size, start = 1, *struct.unpack_from("<2L", content, end + 12)
    large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    close = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert b"one" == _opened(content[:end] + large + locator + close).open(0)
    broken = content[:end] + large[:-8] + b"\xff" * 8 + locator + close
    assert _opened(broken).problem is not None


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Packed(_NAME.encode("cp866")), _NAME),
        (Packed(_NAME.encode("cp1251")), _NAME),
        (Packed("анкета.xlsx".encode("cp1251")), "анкета.xlsx"),
        (Packed("АНКЕТА.XLSX".encode("cp866")), "АНКЕТА.XLSX"),
        (Packed(_NAME.encode()), _NAME),
        (Packed(_NAME.encode(), flags=0x800), _NAME),
        (Packed(b"a\xff.xlsx", flags=0x800), "aя.xlsx"),
        (Packed(b"a.xlsx", extra=unicode_path(b"a.xlsx", _NAME)), _NAME),
        (Packed(b"a.xlsx", extra=unicode_path(b"a.xlsx", _NAME, crc=1)), "a.xlsx"),
        (Packed(b"a.xlsx", extra=b"\x75\x70\xff\xff\x01"), "a.xlsx"),
        (Packed(b"a\\b\\c.xlsx"), "a/b/c.xlsx"),
        (Packed(b"../../etc/passwd"), "../../etc/passwd"),
        (Packed(b"C:\\Windows\\a.xlsx"), "C:/Windows/a.xlsx"),
        (Packed(b"/abs.xlsx"), "/abs.xlsx"),
        (Packed(b"a\0b\nc.xlsx"), "a\\x00b\\x0ac.xlsx"),
        (Packed("a\u202excod.xlsx".encode(), flags=0x800), "a\\u202excod.xlsx"),
        (Packed(b""), "?"),
        (Packed(b"x" * 10_000 + b".xlsx"), "x" * 140 + "…" + "x" * 45 + ".xlsx"),
    ],
)
def test_names(entry: Packed, expected: str) -> None:
    """A name is a text for people: readable in Russian, never a path, never long, nothing hidden in it."""
    assert [expected] == _names(entry)


def test_times() -> None:
    """The time of Unix goes before the local one; what is no time is none."""
    unix = extra_field(0x5455, b"\x01" + struct.pack("<l", 1_591_340_400))
    local = ((10 << 11) | (30 << 5) | 5, (40 << 9) | (6 << 5) | 5)
    entries = [
        Packed(b"a", extra=unix, stamp=local),
        Packed(b"b", stamp=local),
        Packed(b"c"),
        Packed(b"d", stamp=(0, 33)),
        Packed(b"e", stamp=(0xFFFF, 0xFFFF)),
        Packed(b"f", extra=extra_field(0x5455, b"\x01" + b"\xff" * 4), stamp=local),
    ]
    unix_time, local_time = datetime(2020, 6, 5, 7, tzinfo=UTC), datetime(2020, 6, 5, 10, 30, 10, tzinfo=UTC)
    found = [member.modified for member in _opened(packed_zip(entries)).members]
    assert [unix_time, local_time, None, None, None, None] == found


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Packed(b"a", b"abc", flags=1), "encrypted: archive-encrypted"),
        (Packed(b"a", b"abc", method=99), "encrypted: archive-encrypted"),
        (Packed(b"a", b"abc", method=12), "unsupported-format: packing-unknown"),
        (Packed(b"a", b"abc", crc=1), "damaged: member-broken"),
        (Packed(b"a", b"abc", size=2), "damaged: member-broken"),
        (Packed(b"a", b"abc", size=4), "damaged: member-broken"),
        (Packed(b"a", b"abc", local_name=b"b"), "damaged: member-broken"),
        (Packed(b"a", b"abc", attributes=0o120777 << 16), "system-file: system-link"),
        (Packed(b"a", b"abc", size=65 * 2**20), "too-large: member-too-large"),
        (Packed(b"a", bytes(9 * 2**20)), "too-large: member-too-large"),
    ],
)
def test_members_that_are_not_unpacked(entry: Packed, expected: str) -> None:
    """The reason stands in the member's own row; its neighbours are unpacked."""
    archive = _opened(packed_zip([entry, Packed(b"z", b"good")]))
    assert (expected, b"good") == (_code(archive), archive.open(1))


def test_archives_with_nothing_to_read(tmp_path: Path) -> None:
    """A locked archive and an empty one say so themselves; locked members have their rows all the same."""
    locked = packed_zip([Packed(b"a.xlsx", b"1", flags=1), Packed("б.xlsx".encode(), b"2", flags=1)])
    assert {"": "archive-encrypted", "!a.xlsx": "archive-encrypted", "!б.xlsx": "archive-encrypted"} == outcomes(
        unfold_bytes(tmp_path, locked)
    )
    for content in (packed_zip([]), packed_zip([Packed(b"folder/", method=0)])):
        assert {"": "archive-without-files"} == outcomes(unfold_bytes(tmp_path, content))


def test_archive_that_breaks_off(tmp_path: Path) -> None:
    """What is whole is read, the cut member is named, and the archive says that more may be lost."""
    entries = [
        Packed(b"1.xlsx", workbook(1)),
        Packed(b"2.xlsx", workbook(2), has_descriptor=True),
        Packed(b"3.xlsx", workbook(3), method=0),
        Packed(b"4.xlsx", workbook(4), has_descriptor=True),
    ]
    content = packed_zip(entries)
    names = ["", "!1.xlsx", "!2.xlsx", "!3.xlsx", "!4.xlsx"]
    last = content.index(b"4.xlsx")
    (directory,) = struct.unpack_from("<L", content, len(content) - 6)
    for cut in (len(content) - 1, directory):
        expected = dict(zip(names, ["archive-cut", "read", "read", "read", "read"], strict=True))
        assert expected == outcomes(unfold_bytes(tmp_path, content[:cut]))
    for cut in (last + 100, last + 2000):
        expected = dict(zip(names, ["archive-cut", "read", "read", "read", "member-broken"], strict=True))
        assert expected == outcomes(unfold_bytes(tmp_path, content[:cut]))
    expected = dict(zip(names[:4], ["archive-cut", "read", "read", "member-broken"], strict=True))
    assert expected == outcomes(unfold_bytes(tmp_path, content[: last - 40]))
    expected = dict(zip(names[:4], ["archive-cut", "read", "read", "read"], strict=True))
    assert expected == outcomes(unfold_bytes(tmp_path, content[: last + 3]))  # not even the whole name is left
    assert {"": "archive-broken"} == outcomes(unfold_bytes(tmp_path, content[:30]))


def test_broken_workbook_keeps_its_own_reason(tmp_path: Path) -> None:
    """What is wrong with a workbook is not lost when nothing can be unpacked from it as from an archive either."""
    parts = [Packed(b"[Content_Types].xml", b"<Types/>"), Packed(b"xl/a.xml"), Packed(b"XL/A.xml")]
    assert {"": "part-twice"} == outcomes(unfold_bytes(tmp_path, packed_zip(parts)))


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_cut_and_flipped_archives(data: st.DataObject) -> None:
    """A cut or a wrong bit gives the exact members or a refusal, and the archive never counts as whole after a cut."""
    contents = {b"a.xlsx": b"one" * 50, b"b.xlsx": bytes(range(256)), b"c.xlsx": b""}
    way = data.draw(st.sampled_from((0, 8)))
    whole = packed_zip([Packed(name, content, method=way) for name, content in contents.items()])
    place = data.draw(st.integers(1, len(whole) - 1))
    if data.draw(st.booleans()):
        content = whole[:place]
    else:
        content = whole[:place] + bytes([whole[place] ^ (1 << data.draw(st.integers(0, 7)))]) + whole[place + 1 :]
    try:
        archive = _opened(content)
    except IntakeRefusal:
        return
    assert archive.problem is not None or len(content) == len(whole)
    for number, _ in enumerate(archive.members):
        try:
            assert archive.open(number) in contents.values()
        except IntakeRefusal:
            continue


def test_broken_documents_are_no_archives(tmp_path: Path) -> None:
    """A workbook that lost its directory or its list of parts is one damaged file, not twenty strange ones."""
    form = workbook(1)
    without = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as old, zipfile.ZipFile(without, "w") as new:
        for name in old.namelist():
            if name != "[Content_Types].xml":
                new.writestr(name, old.read(name))
    found = [outcomes(unfold_bytes(tmp_path, content)) for content in (form[:-30], form[:3000], without.getvalue())]
    assert [{"": "archive-broken"}] * 3 == found


def test_names_that_are_books() -> None:
    """Two hundred names of sixty thousand letters are cut before anybody looks at each letter."""
    entries = [Packed("я".encode("cp866") * 60_000, method=0)] * 200
    begun = time.process_time()
    assert ["я" * 140 + "…" + "я" * 50] * 200 == _names(*entries)
    assert time.process_time() - begun < 5


def test_bombs(tmp_path: Path) -> None:
    """Entries that share bytes, entries without number, endless members: refused by the directory, before unpacking."""
    one = Packed(b"a", bytes(2**20))
    assert "damaged: archive-broken" == _problem(packed_zip([one, one, one], shared_offset=True)[1:])
    shared = _opened(packed_zip([one, one, one], shared_offset=True))
    assert (1, "archive-cut") == (len(shared.members), shared.problem and shared.problem.code)
    many = packed_zip([Packed(b"a", method=0)] * 11)
    assert "too-large: too-many-members" == _problem(many, Limits(archive_members=10))
    parts = packed_zip([Packed(f"{n}".encode(), bytes(2**20)) for n in range(30)])
    limits = Limits(unpacked_bytes=29 * 2**20)
    assert {"": "archive-too-much"} == outcomes(unfold_bytes(tmp_path, parts, limits))
    assert 31 == len(outcomes(unfold_bytes(tmp_path, parts)))


def test_archives_in_archives(tmp_path: Path) -> None:
    """Three archives deep is read; the fourth is refused, and the members of all together are counted."""
    content = workbook(1)
    for _ in range(5):
        content = packed_zip([Packed(b"a", content)])
    found = outcomes(unfold_bytes(tmp_path, content))
    assert {"": "unpacked", "!a": "unpacked", "!a!a": "unpacked", "!a!a!a": "archive-too-deep"} == found
    nine = packed_zip([Packed(f"{n}".encode(), b"x") for n in range(9)])
    whole = packed_zip([Packed(b"a.zip", nine), Packed(b"b.zip", nine)])
    told = {name: code for name, code in outcomes(unfold_bytes(tmp_path, whole, Limits(archive_members=12))).items()
            if name.count("!") < 2}  # fmt: skip
    assert {"": "unpacked", "!a.zip": "unpacked", "!b.zip": "too-many-members"} == told


def test_archive_that_holds_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive whose member is the archive again (a quine) ends at the depth allowed."""
    content = packed_zip([Packed(b"r.zip", b"x")])
    monkeypatch.setattr(ZipArchive, "open", lambda _self, _number: content)
    found = outcomes(unfold_bytes(tmp_path, content))
    assert ["unpacked", "unpacked", "unpacked", "archive-too-deep"] == list(found.values())


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that climb out of their folder lead nowhere: no file but the given one is there after reading."""
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    names = (b"../up.xlsx", b"..\\..\\up.xlsx", b"here.xlsx", str(tmp_path / "absolute.xlsx").encode())
    reading = unfold_bytes(folder, packed_zip([Packed(name, workbook(1)) for name in names]))
    assert 5 == len(list(every(reading)))
    assert [folder / "given"] == [path for path in tmp_path.rglob("*") if path.is_file()]
