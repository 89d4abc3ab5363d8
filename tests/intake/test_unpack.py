"""Whatever workbooks are wrapped in, every one comes out once, with the same answers."""

from __future__ import annotations

import hashlib
import io
import os
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.archives import Packed, mailbox, packed_zip, unicode_path
from tests.intake.letters import Part, attachment, forwarded, letter, text
from tests.intake.returned import SCHOOL, answers, plan
from tests.intake.unfolded import PLANS, every, outcome_of, outcomes, unfold, unfold_bytes
from xlforms.errors import IntakeRefusal
from xlforms.intake.file_place import FilePlace
from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import Limits
from xlforms.intake.read_file import read_file, read_member
from xlforms.intake.reading import read_files
from xlforms.intake.submission import Submission
from xlforms.intake.unpack import Unpacking
from xlforms.workbook.write import write_workbook

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_SIGNS_IN_UTF8 = ("тДЦ", "тА")  # in cp866: these letters are the bytes of «№» and of dashes in UTF-8
_NAMES = st.text(_LETTERS + "abcXYZ0129 -_.()№!", min_size=1, max_size=30).filter(
    lambda name: not any(letters in name for letters in _SIGNS_IN_UTF8)
)
_NAMES_OF_MAIL = _NAMES.map(lambda name: name.replace("№", "N").strip() or "а")


@cache
def workbook(number: int) -> bytes:
    """A filled-in form whose only answer is the number."""
    target = io.BytesIO()
    write_workbook(plan(), target, unit=SCHOOL, values={"staff.all.total": number})
    return target.getvalue()


@dataclass(frozen=True)
class Wrapped:
    """A file, its name in what is around it, and the numbers of the workbooks in it."""

    name: str
    content: bytes
    numbers: tuple[int, ...]


def _forms() -> st.SearchStrategy[Wrapped]:
    return st.builds(lambda name, number: Wrapped(name, workbook(number), (number,)), _NAMES, st.integers(0, 4))


def _archive(name: str, ways: list[str], inside: list[Wrapped]) -> Wrapped:
    entries = []
    for file, way in zip(inside, ways, strict=False):
        raw = file.name.encode("cp866")
        if way == "UTF-8":
            entries.append(Packed(file.name.encode(), file.content, flags=0x800))
        elif way == "Info-ZIP":
            entries.append(Packed(b"__", file.content, extra=unicode_path(b"__", file.name)))
        else:
            entries.append(Packed(raw, file.content, has_descriptor=way == "cp866 by a stream"))
    return Wrapped(name, packed_zip(entries), _numbers(inside))


def _letter(name: str, ways: list[str], inside: list[Wrapped]) -> Wrapped:
    parts: list[Part] = [text()]
    parts += [
        attachment(file.content, file.name.replace("№", "N"), way) for file, way in zip(inside, ways, strict=False)
    ]
    return Wrapped(name, letter(*parts), _numbers(inside))


def _forward(name: str, inside: list[Wrapped]) -> Wrapped:
    own = letter(text(), *(attachment(file.content, file.name) for file in inside))
    return Wrapped(name, letter(text("Пересылаю."), forwarded(own)), _numbers(inside))


def _mailbox(name: str, inside: list[Wrapped]) -> Wrapped:
    content = mailbox(*(letter(text(), attachment(file.content, file.name)) for file in inside))
    return Wrapped(name, content, _numbers(inside))


def _numbers(files: list[Wrapped]) -> tuple[int, ...]:
    return tuple(number for file in files for number in file.numbers)


def _around(inner: st.SearchStrategy[Wrapped]) -> st.SearchStrategy[Wrapped]:
    some = st.lists(inner, min_size=1, max_size=3)
    zip_ways = st.lists(st.sampled_from(("cp866", "cp866 by a stream", "UTF-8", "Info-ZIP")), min_size=3, max_size=3)
    mail_ways = st.lists(st.sampled_from(("2231", "2231 in pieces", "2047 utf-8", "2047 koi8-r", "2047 cp1251")),
                         min_size=3, max_size=3)  # fmt: skip
    return st.one_of(
        st.builds(_archive, _NAMES, zip_ways, some),
        st.builds(_letter, _NAMES, mail_ways, some),
        st.builds(_forward, _NAMES, some),
        st.builds(_mailbox, _NAMES, some),
    )


_ANYTHING = _around(_around(_around(_forms()) | _forms()) | _forms())


def _totals(reading: FileReading) -> Iterator[int]:
    for _, found in every(reading):
        if isinstance(found.outcome, Submission):
            (total,) = answers(found.outcome).values()
            assert isinstance(total, int)
            assert hashlib.sha256(workbook(total)).hexdigest() == found.sha256
            yield total


@settings(max_examples=50, deadline=None)
@given(_ANYTHING)
def test_every_workbook_comes_out_once(wrapped: Wrapped) -> None:
    """Archives, letters, forwarded letters, mailboxes in each other, under any names: the same answers, each once."""
    with TemporaryDirectory() as folder:
        reading = unfold_bytes(Path(folder), wrapped.content)
    assert sorted(wrapped.numbers) == sorted(_totals(reading))
    assert {"unpacked", "read"} == set(outcomes(reading).values())


@settings(max_examples=40, deadline=None)
@given(st.lists(_NAMES, min_size=1, max_size=3), st.data())
def test_names_in_archives(names: list[str], data: st.DataObject) -> None:
    """Russian names are read in whatever way they are written."""
    ways = data.draw(st.lists(st.sampled_from(("cp866", "UTF-8", "Info-ZIP")), min_size=3, max_size=3))
    files = [Wrapped(name, b"x", ()) for name in names]
    with TemporaryDirectory() as folder:
        reading = unfold_bytes(Path(folder), _archive("a", ways, files).content)
    assert names == [member.name for member in reading.members]


@settings(max_examples=40, deadline=None)
@given(_NAMES_OF_MAIL, st.sampled_from(("2231", "2231 in pieces", "2047 utf-8", "2047 koi8-r", "2047 cp1251", "utf-8")))
def test_names_in_letters(name: str, way: str) -> None:
    """By RFC 2231, RFC 2047, or simply in UTF-8."""
    with TemporaryDirectory() as folder:
        reading = unfold_bytes(Path(folder), letter(text(), attachment(b"x", name, way)))
    assert [name] == [member.name for member in reading.members]


def test_reading_processes_do_the_same(tmp_path: Path) -> None:
    """Members go through the processes that read files, and the outcomes stand in the order of the container."""
    inner = packed_zip([Packed("а.xlsx".encode("cp866"), workbook(1)), Packed(b"b.txt", b"text")])
    (tmp_path / "loose.xlsx").write_bytes(workbook(3))
    (tmp_path / "a.eml").write_bytes(letter(text(), attachment(inner, "формы.zip"), attachment(workbook(2), "c.xlsx")))
    paths, steps = [tmp_path / "loose.xlsx", tmp_path / "a.eml"], list[int]()
    readings = read_files(paths, {("trial", "1"): plan()}, progress=lambda: steps.append(1))
    assert {"": "unpacked", "!формы.zip": "unpacked", "!формы.zip!а.xlsx": "read", "!формы.zip!b.txt": "is-text",
            "!c.xlsx": "read"} == outcomes(readings[1])  # fmt: skip
    assert ([3], [1, 2], 2) == (list(_totals(readings[0])), list(_totals(readings[1])), len(steps))
    assert [unfold(path) for path in paths] == readings


def test_times(tmp_path: Path) -> None:
    """Of a letter comes the moment of the innermost letter, of an archive the member's time, never after its own."""
    day, later = (40 << 9) | (6 << 5) | 5, (40 << 9) | (6 << 5) | 25
    archive = packed_zip([Packed(b"a", b"1", stamp=(9 << 11, day)), Packed(b"b", b"1", stamp=(0, later)), Packed(b"c")])
    inner = letter(text(), attachment(archive, "a.zip"), date="Mon, 01 Jun 2020 08:00:00 +0500")
    path = tmp_path / "a.eml"
    path.write_bytes(letter(text(), forwarded(inner), attachment(b"1", "d")))
    own = datetime(2020, 6, 15, tzinfo=UTC)
    os.utime(path, (own.timestamp(),) * 2)
    first, second = "2020-06-05T09:00:00+03:00", "2020-06-01T08:00:00+05:00"
    expected = {
        "": (first, own),
        "!letter.eml": (second, own),
        "!letter.eml!a.zip": (second, own),
        "!letter.eml!a.zip!a": (second, datetime(2020, 6, 5, 9, tzinfo=UTC)),
        "!letter.eml!a.zip!b": (second, own),
        "!letter.eml!a.zip!c": (second, own),
        "!d": (first, own),
    }
    found = {
        name: (str(read.received and read.received.isoformat()), read.modified) for name, read in every(unfold(path))
    }
    assert expected == found


def test_files_of_systems_inside(tmp_path: Path) -> None:
    """What macOS and Windows put into archives is passed over by its name, as in folders."""
    names = (b"__MACOSX/._a.xlsx", b"a/Thumbs.db", b"a/~$a.xlsx")
    reading = unfold_bytes(tmp_path, packed_zip([Packed(name, b"x") for name in names]))
    assert ["unpacked", "system-file", "system-file", "lock-file"] == list(outcomes(reading).values())


def test_large_archives_and_letters(tmp_path: Path) -> None:
    """What is larger than a workbook may be is read from the disk when it is an archive, letter or mailbox."""
    limits, form = Limits(file_bytes=20_000), workbook(1)
    junk = os.urandom(20_000)
    archive = packed_zip([Packed(b"a.xlsx", form), Packed(b"junk", junk)])
    post = letter(text(), attachment(form, "a.xlsx"), attachment(junk, "junk"))
    codes = [
        list(outcomes(unfold_bytes(tmp_path, content, limits)).values())
        for content in (archive, post, mailbox(post), junk + form, packed_zip([Packed(b"xl/workbook.xml", junk)]))
    ]
    assert [
        ["unpacked", "read", "not-a-workbook"],
        ["unpacked", "read", "not-a-workbook"],
        ["unpacked", "unpacked", "read", "not-a-workbook"],
        ["file-too-large"],
        ["archive-broken"],
    ] == codes
    reading = unfold_bytes(tmp_path, archive, limits)
    assert hashlib.sha256(archive).hexdigest() == reading.sha256
    assert ["file-too-large"] == list(
        outcomes(unfold_bytes(tmp_path, archive, Limits(20_000, archive_bytes=20_001))).values()
    )
    assert ["file-too-large"] == list(
        outcomes(unfold_bytes(tmp_path, post, Limits(20_000, letter_bytes=20_001))).values()
    )


def test_one_member_at_a_time(tmp_path: Path) -> None:
    """Of an archive of forty members of a megabyte never more than two are in memory."""
    path = tmp_path / "a.zip"
    path.write_bytes(packed_zip([Packed(f"{n}".encode(), bytes([n]) * 2**20) for n in range(40)]))
    tracemalloc.start()
    reading = unfold(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert 40 == len(reading.inside)
    assert peak < 6 * 2**20


def test_archive_that_changes_while_it_is_read(tmp_path: Path) -> None:
    """Nothing of another file is taken for what was there before."""
    path = tmp_path / "a.zip"
    path.write_bytes(packed_zip([Packed(b"a.xlsx", workbook(1))]))
    (member,) = read_file(path, PLANS).members
    place = FilePlace(path).inside(0, member)
    codes = []
    for content in (packed_zip([Packed(b"b.xlsx", workbook(1))]), workbook(2), b"text", None):
        path.unlink()
        if content is not None:
            path.write_bytes(content)
        with Unpacking(Limits()) as unpacking:
            codes.append(outcome_of(read_member(place, unpacking, PLANS)))
    assert ["file-changed", "file-changed", "file-changed", "file-not-opened"] == codes


def test_memory_that_runs_out_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a member that needs too much, the containers on the way to it are forgotten, and the next one is read."""
    path = tmp_path / "a.zip"
    inner = packed_zip([Packed(b"a.xlsx", workbook(1))])
    path.write_bytes(packed_zip([Packed(b"a.zip", inner), Packed(b"b.zip", inner)]))
    first, second = read_file(path, PLANS).members

    def hunger(*_: object) -> object:
        raise MemoryError

    with Unpacking(Limits()) as unpacking:
        (member,) = read_member(FilePlace(path).inside(0, first), unpacking, PLANS).members
        with monkeypatch.context() as patch:
            patch.setattr("xlforms.intake.unpack.inner_container", hunger)
            place = FilePlace(path).inside(0, first).inside(0, member)
            assert "reader-out-of-memory" == outcome_of(read_member(place, unpacking, PLANS))
        place = FilePlace(path).inside(1, second).inside(0, member)
        assert "read" == outcome_of(read_member(place, unpacking, PLANS))


def test_a_refusal_keeps_what_is_known(tmp_path: Path) -> None:
    """The hash of a member that is no form, and the moment of its letter, stand in its row."""
    reading = unfold_bytes(tmp_path, letter(text(), attachment(b"abc", "a.txt")))
    (inside,) = reading.inside
    assert (hashlib.sha256(b"abc").hexdigest(), Refusal.of(IntakeRefusal("not-a-workbook", "is-text"))) == (
        inside.sha256,
        inside.outcome,
    )
    assert inside.received == reading.received == datetime.fromisoformat("2020-06-05T09:00:00+03:00")
