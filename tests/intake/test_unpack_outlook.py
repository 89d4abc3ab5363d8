"""Letters that Outlook saved."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.outlook_files import Attached, Outlook, compound_file, msg
from tests.intake.test_unpack import workbook
from tests.intake.unfolded import every, outcomes, unfold_bytes
from xlforms.errors import IntakeRefusal
from xlforms.intake.container import Container
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.ole_streams import OleFile
from xlforms.intake.outlook_letter import OutlookLetter

_NAME = "Анкета школы № 7.xlsx"
_SUBMITTED = datetime(2020, 6, 1, 5, tzinfo=UTC)
_HEADERS = "From: a@example.org\r\nDate: Fri, 05 Jun 2020 09:00:00 +0300\r\n"


def _opened(letter: Outlook, limits: Limits = DEFAULT) -> OutlookLetter:
    return OutlookLetter(OleFile(msg(letter)), limits)


def _member(container: Container, number: int) -> bytes:
    content = container.open(number)
    assert isinstance(content, bytes)
    return content


def test_attachments(tmp_path: Path) -> None:
    """Large and small ones, under their long names, and those of a letter attached to the letter, with its own date."""
    inner = Outlook([Attached(workbook(2), "b.xlsx")], submitted=_SUBMITTED)
    letter = Outlook([Attached(workbook(1), _NAME, "ANKETA~1.XLS"), Attached(inner, "Анкета.msg")], _HEADERS)
    reading = unfold_bytes(tmp_path, msg(letter))
    expected = {"": "unpacked", f"!{_NAME}": "read", "!Анкета.msg": "unpacked", "!Анкета.msg!b.xlsx": "read"}
    assert expected == outcomes(reading)
    own, earlier = "2020-06-05T09:00:00+03:00", "2020-06-01T05:00:00+00:00"
    assert [own, own, earlier, earlier] == [
        found.received.isoformat() for _, found in every(reading) if found.received is not None
    ]


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 511, 4095, 4096, 4097, 100_000])
def test_streams_of_all_sizes(size: int) -> None:
    """Short streams lie in small sectors, long ones in whole ones; the border is 4096 bytes."""
    content = bytes(number % 251 for number in range(size))
    assert content == _member(_opened(Outlook([Attached(content, "a"), Attached(b"x" * 70, "b")])), 0)


@pytest.mark.parametrize(
    ("attached", "expected"),
    [
        (Attached(b"1", _NAME, ansi="cp1251"), _NAME),
        (Attached(b"1", "", "ANKETA~1.XLS"), "ANKETA~1.XLS"),
        (Attached(b"1", "", texts={"3001": "Анкета"}), "Анкета"),
        (Attached(b"1"), "attachment"),
        (Attached(Outlook()), "letter.msg"),
    ],
)
def test_names(attached: Attached, expected: str) -> None:
    """The long name, else the short one, else the one shown; in Unicode or in the encoding of the sender's Windows."""
    assert [expected] == [member.name for member in _opened(Outlook([attached])).members]


def test_pictures_of_the_text(tmp_path: Path) -> None:
    """A picture that the text shows is passed over; a letter with nothing else has no attachments."""
    texts = {"3712": "image001", "370E": "image/png"}
    shown = Attached(b"\x89PNG", "image001.png", texts=texts, fixed={0x37140003: 4})
    hidden = Attached(b"\x89PNG", "image002.png", texts=texts, fixed={0x7FFE000B: 1})
    scan = Attached(b"\x89PNG", "scan.png", texts=texts)
    assert {"": "letter-without-attachments"} == outcomes(unfold_bytes(tmp_path, msg(Outlook([shown, hidden]))))
    assert ["scan.png"] == [member.name for member in _opened(Outlook([shown, scan])).members]


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        (Outlook(headers=_HEADERS, submitted=_SUBMITTED), "2020-06-05T09:00:00+03:00"),
        (Outlook(headers="Date: вчера\r\n", submitted=_SUBMITTED), "2020-06-01T05:00:00+00:00"),
        (Outlook(submitted=_SUBMITTED), "2020-06-01T05:00:00+00:00"),
        (Outlook(submitted=datetime(1601, 1, 1, tzinfo=UTC)), None),
        (Outlook(), None),
    ],
)
def test_when_it_was_sent(letter: Outlook, expected: str | None) -> None:
    """By the header lines of the internet, which know the zone, else by what Outlook noted."""
    moment = _opened(letter).sent
    assert expected == (None if moment is None else moment.isoformat())


def test_attachment_that_is_a_link() -> None:
    """A file that was never in the letter is told."""
    with pytest.raises(IntakeRefusal) as caught:
        _opened(Outlook([Attached(None, "a.xlsx")])).open(0)
    assert ("not-a-workbook", "attachment-not-there") == (caught.value.reason, caught.value.code)


def test_limits(tmp_path: Path) -> None:
    """The number of attachments and the depth of letters are limited as in other letters."""
    many = msg(Outlook([Attached(b"1", "a")] * 5))
    assert {"": "letter-too-many-parts"} == outcomes(unfold_bytes(tmp_path, many, Limits(letter_parts=4)))
    deep = Outlook([Attached(b"1", "a")])
    for _ in range(3):
        deep = Outlook([Attached(deep, "b")])
    found = outcomes(unfold_bytes(tmp_path, msg(deep), Limits(letter_depth=3)))
    assert ["unpacked", "unpacked", "unpacked", "letter-too-deep"] == list(found.values())


def test_lengths_that_lie() -> None:
    """A stream that says that it is longer than its file is damage: no memory is taken for it."""
    whole = bytearray(msg(Outlook([Attached(b"x" * 9000, "a")])))
    place = whole.index(struct.pack("<IQ", 0, 9000)[4:])
    struct.pack_into("<I", whole, place, 0xFFFFFFF0)
    letter = OutlookLetter(OleFile(bytes(whole)), DEFAULT)
    with pytest.raises(IntakeRefusal) as caught:
        letter.open(0)
    assert "damaged" == caught.value.reason


def test_endless_chains_end() -> None:
    """Rings of sectors, of small sectors and of entries, and streams longer than the file, are damage, not a hang."""
    whole = msg(Outlook([Attached(b"x" * 9000, "a"), Attached(b"y" * 100, "b")]))
    for place in range(512, len(whole) - 4, 64):
        for number in (0, 1, place // 512, 0xFFFFFFFE):
            content = whole[:place] + struct.pack("<I", number) + whole[place + 4 :]
            try:
                letter = OutlookLetter(OleFile(content), DEFAULT)
                for member in range(len(letter.members)):
                    letter.open(member)
            except IntakeRefusal as refusal:
                found = refusal.reason
            else:
                found = ""
            assert found in ("", "damaged", "not-a-workbook")


@settings(max_examples=66, deadline=None)
@given(st.data())
def test_spoilt_files(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Cut or changed bytes give members or refusals of ours, and never an exception of another kind."""
    whole = msg(Outlook([Attached(b"x" * 5000, "a.bin"), Attached(Outlook([Attached(b"1", "b")]), "c")], _HEADERS))
    place = data.draw(st.integers(0, len(whole) - 8))
    piece = data.draw(st.binary(min_size=0, max_size=8))
    content = whole[:place] + piece + (b"" if data.draw(st.booleans()) else whole[place + len(piece) :])
    for code in outcomes(unfold_bytes(tmp_path_factory.getbasetemp(), content)).values():
        assert code not in ("reader-failed", "reader-out-of-memory")


def test_storages_in_storages_without_end() -> None:
    """Two hundred storages in each other are followed without calls in calls."""
    tree: dict[str, object] = {"last": b"x"}
    for _ in range(200):
        tree = {"s": tree}
    file, depth = OleFile(compound_file(tree)), 0  # type: ignore[arg-type]  # a tree of trees
    storage = file.root
    while "s" in storage.storages:
        storage, depth = storage.storages["s"], depth + 1
    assert (200, b"x") == (depth, file.read(storage.streams["last"]))
