"""The gate before zipped workbooks."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.intake.packages import opened, zipped
from xlforms.errors import IntakeRefusal
from xlforms.intake.guard_zip import zip_directory
from xlforms.intake.limits import DEFAULT, Limits

_PARTS = {"a.xml": "<a/>" * 100, "b/c.xml": "вторая", "empty.xml": ""}


def _refusal(action: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(IntakeRefusal) as caught:
        action()
    return caught.value.reason, caught.value.code


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_are_read_whole(method: int) -> None:
    """Packed and stored parts come back, whatever the case and slashes of the name that is asked for."""
    parts = opened(zipped(_PARTS, method))
    expected = [content.encode() for content in _PARTS.values()]
    assert expected == [parts.read(name) for name in ("/A.xml", "B\\C.XML", "empty.xml")]
    assert ["a.xml", "b/c.xml", "empty.xml"] == parts.names()
    assert [True, False] == ["A.XML" in parts, "d.xml" in parts]


def test_missing_part_is_damage() -> None:
    """A part that is not there is never an empty part."""
    assert ("damaged", "part-missing") == _refusal(lambda: opened(zipped(_PARTS)).read("d.xml"))


def test_truncation_anywhere_is_damage() -> None:
    """No cut of an archive opens as a smaller archive, even when its last member is a stored archive itself."""
    inner = zipped({"[Content_Types].xml": "<Types/>"})
    outer = zipped({"first.xml": "первый", "inner.xlsx": inner}, zipfile.ZIP_STORED)
    cuts = [outer[:length] for length in range(1, len(outer))]
    assert {("damaged", "archive-broken")} == {_refusal(lambda cut=cut: zip_directory(cut)) for cut in cuts}  # type: ignore[misc]


def test_bytes_before_the_archive_are_damage() -> None:
    """The first part begins where the file begins."""
    assert ("damaged", "archive-broken") == _refusal(lambda: zip_directory(b"#!/bin/sh\n" + zipped(_PARTS)))


def test_every_flipped_bit_is_noticed_or_harmless() -> None:
    """A damaged archive gives the same parts or a refusal, never other parts."""
    content = zipped({"a.xml": "значение 12"})
    outcomes = set()
    for position in range(len(content)):
        for bit in range(8):
            broken = bytearray(content)
            broken[position] ^= 1 << bit
            try:
                parts = opened(bytes(broken))
                outcomes.add(parts.read("a.xml").decode())
            except IntakeRefusal:
                outcomes.add("refused")
    assert {"значение 12", "refused"} == outcomes


def test_part_twice_is_damage() -> None:
    """Names are compared without case, so that no two readers see different parts."""
    assert ("damaged", "part-twice") == _refusal(lambda: opened(zipped({"a.xml": "1", "A.XML": "2"})))
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.xml", "1")
        archive.writestr("a.xml", "2")
    assert ("damaged", "part-twice") == _refusal(lambda: opened(target.getvalue()))


@pytest.mark.parametrize(
    ("expected", "limits"),
    [
        ("too-many-parts", replace(DEFAULT, zip_entries=2)),
        ("part-too-large", replace(DEFAULT, part_bytes=399)),
        ("parts-too-large", replace(DEFAULT, total_bytes=400)),
        ("part-too-large", replace(DEFAULT, ratio=10, ratio_from_bytes=399)),
    ],
)
def test_limits_are_asked_before_unpacking(expected: str, limits: Limits) -> None:
    """Over a limit is a refusal with its own code; at the limit is not."""
    assert ("too-large", expected) == _refusal(lambda: opened(zipped(_PARTS), limits))
    edge = replace(DEFAULT, zip_entries=3, part_bytes=400, total_bytes=412, ratio_from_bytes=400, ratio=1)
    assert b"<a/>" * 100 == opened(zipped(_PARTS), edge).read("a.xml")


def test_bomb_that_declares_little_stops_at_what_it_declares() -> None:
    """A part that unpacks to more than it declares is damage, found without unpacking the rest."""
    content = bytearray(zipped({"a.xml": b"\0" * 50_000_000}))
    central = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, central + 24, 1000)
    assert ("damaged", "part-broken") == _refusal(lambda: opened(bytes(content)).read("a.xml"))


def test_zip_bomb_is_refused_by_its_ratio() -> None:
    """A thousand times smaller is no workbook."""
    assert ("too-large", "part-too-large") == _refusal(lambda: opened(zipped({"a.xml": b"\0" * 9_000_000})))


def test_overlapping_parts_are_damage() -> None:
    """Two parts may not share their bytes, as in bombs that overlap."""
    content = bytearray(zipped({"a.xml": "1", "b.xml": "1"}, zipfile.ZIP_STORED))
    second = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, second + 42, 1)
    assert ("damaged", "archive-broken") == _refusal(lambda: opened(bytes(content)))


def test_encrypted_and_strangely_packed_parts() -> None:
    """Passwords and methods that Excel does not write have reasons of their own."""
    locked = bytearray(zipped({"a.xml": "1"}))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    assert ("encrypted", "encrypted") == _refusal(lambda: opened(bytes(locked)))
    assert ("unsupported-format", "packing-unknown") == _refusal(lambda: opened(zipped(_PARTS, zipfile.ZIP_LZMA)))
