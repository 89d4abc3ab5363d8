"""Anything that may come by mail, as hypothesis draws it: forms of every kind, whole, mistreated and damaged, what is
no form, and all of that in archives, letters and mailboxes inside each other."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from hypothesis import strategies as st

from tests.corpus.other_tables import as_ods, as_xls, as_xlsb, locked_xlsx, sheets_of
from tests.fuzz.mutations import mutated
from tests.intake.archives import Packed, mailbox, packed_zip
from tests.intake.letters import Part, attachment, forwarded, letter, text
from tests.intake.outlook_files import Attached, Outlook, msg
from tests.intake.test_read_csv import exported
from tests.trial_round import form_of_unit
from xlforms.definitions.units import Unit
from xlforms.intake.raw import RawSheet

_FIRST = datetime(2020, 5, 20, 9, tzinfo=UTC)
_DEPTH = 3  # of containers in each other: what lies deeper is reported, not opened


@dataclass(frozen=True)
class File:
    """A drawn file: its name, its bytes, how many rows it must have when it is whole (its own and one for each file
    inside), and what it is made of (for the message of a failure)."""

    name: str
    content: bytes
    rows: int | None
    made_of: str

    def __repr__(self) -> str:
        return f"{self.name} ({self.made_of})"


Sheets = tuple[RawSheet, ...]


def _whole(sheets: Sheets) -> Sheets:
    return sheets


def _renamed(sheets: Sheets) -> Sheets:
    return tuple(replace(sheet, name=f"Копия {number}") for number, sheet in enumerate(sheets))


def _only_last(sheets: Sheets) -> Sheets:
    return sheets[-1:]


def _without_first(sheets: Sheets) -> Sheets:
    return sheets[1:]


def _rows_moved(sheets: Sheets) -> Sheets:
    """Everything below the tenth row is two rows lower, and the last two rows have changed places."""
    last = max(row for row, _ in sheets[-1].cells)
    places = {last: last - 1, last - 1: last}
    return *sheets[:-1], _with_rows(sheets[-1], lambda row: places.get(row, row) + 2 * (row > 9))


def _row_deleted(sheets: Sheets) -> Sheets:
    last = max(row for row, _ in sheets[-1].cells)
    kept = replace(sheets[-1], cells={place: cell for place, cell in sheets[-1].cells.items() if place[0] != last - 1})
    return *sheets[:-1], _with_rows(kept, lambda row: row - (row == last))


def _with_rows(sheet: RawSheet, move: Callable[[int], int]) -> RawSheet:
    return replace(sheet, cells={(move(row), column): cell for (row, column), cell in sheet.cells.items()})


_MISTREATED = (_whole, _renamed, _only_last, _without_first, _rows_moved, _row_deleted)
_SAVED: dict[str, Callable[[Sheets], bytes]] = {".xls": as_xls, ".ods": as_ods, ".xlsb": as_xlsb}
_OTHERS = {
    "note.txt": b"text",
    "empty.xlsx": b"",
    "~$form.xlsx": b"x" * 165,
    "table.csv": "код;всего\n1;2\n".encode(),
    "page.xls": b"<html><table><tr><td>1</td></tr></table></html>",
    "scan.pdf": b"%PDF-1.4\n%%EOF",
    "locked.xlsx": locked_xlsx(Unit("001", "Школа № 1", "Район")),
    "old.rar": b"Rar!\x1a\x07\x01\x00" + bytes(50),
    "Thumbs.db": b"x",
}
_FORMS = st.builds(
    form_of_unit,
    st.sampled_from([1, 1, 2, 2, 3, 4, 7]),  # no school has the number 7
    st.sampled_from([10, 30, 999]),  # the last is out of range
    st.sampled_from(["1", "2"]),
    st.sampled_from([(), (1, 2, 3), (5, 0)]),
)


@cache
def _saved(form: bytes, change: Callable[[Sheets], Sheets], suffix: str) -> bytes:
    return _SAVED[suffix](change(sheets_of(form)))


@st.composite
def _form(draw: st.DrawFn) -> File:
    """A form in some kind of workbook, perhaps mistreated, perhaps damaged."""
    content, suffix, made_of = draw(_FORMS), ".xlsx", "form"
    if draw(st.booleans()):
        change, suffix = draw(st.sampled_from(_MISTREATED)), draw(st.sampled_from(sorted(_SAVED)))
        content, made_of = _saved(content, change, suffix), f"form{change.__name__}"
    harm = draw(st.sampled_from(["", "", "", "cut", "changed"]))
    if harm == "cut":
        content, made_of = content[: draw(st.integers(0, len(content)))], f"cut {made_of}"
    elif harm:
        content, made_of = mutated(content, random.Random(draw(st.integers(0, 999)))), f"changed {made_of}"
    said = draw(st.sampled_from([suffix, suffix, suffix, ".xls", ".xlsx", ".dat"]))
    return File(draw(st.sampled_from(["а", "b", "форма"])) + said, content, None if harm else 1, made_of)


@st.composite
def _exported(draw: st.DrawFn) -> list[File]:
    """Some sheets of a form in CSV, side by side."""
    sheets = [sheet for sheet in sheets_of(draw(_FORMS)) if not sheet.hidden]
    chosen = draw(st.lists(st.sampled_from(sheets), min_size=1, unique_by=lambda sheet: sheet.name))
    separator, encoding = draw(st.sampled_from(";,\t")), draw(st.sampled_from(["utf-8-sig", "cp1251"]))
    before = draw(st.sampled_from(["", "форма-"]))
    return [
        File(f"{before}{sheet.name}.csv", exported(sheet, separator).encode(encoding, "replace"), 1, "exported sheet")
        for sheet in chosen
    ]


_LEAVES = st.one_of(
    _form().map(lambda file: [file]),
    _form().map(lambda file: [file, replace(file, name=f"копия {file.name}")]),
    _exported(),
    st.sampled_from(sorted(_OTHERS.items())).map(lambda other: [File(*other, 1, "other")]),
)


@st.composite
def _archive(draw: st.DrawFn, inside: Sequence[File]) -> File:
    """A zip whose names are in cp866 or UTF-8; two of its members may have one name."""
    folder, utf8 = draw(st.sampled_from(["", "папка/"])), draw(st.booleans())
    entries = [
        Packed((folder + file.name).encode("utf-8" if utf8 else "cp866", "replace"), file.content, 0x800 * utf8)
        for file in inside
    ]
    return File("архив.zip", packed_zip(entries), _rows(inside), "zip of " + repr(list(inside)))


@st.composite
def _letter(draw: st.DrawFn, inside: Sequence[File]) -> File:
    """A letter with attachments, letters among them forwarded or attached, or a mailbox of it."""
    how = draw(st.sampled_from(["2231", "2047 koi8-r", "2047 utf-8", "cp1251"]))
    date = f"{_FIRST + timedelta(hours=draw(st.integers(0, 3))):%a, %d %b %Y %H:%M:%S +0000}"
    parts: list[Part] = [text()]
    for file in inside:
        is_letter = file.name.endswith(".eml") and draw(st.booleans())
        parts.append(forwarded(file.content, file.name) if is_letter else attachment(file.content, file.name, how))
    written = letter(*parts, date=draw(st.sampled_from([date, date, None])))
    made_of = "letter with " + repr(list(inside))
    if draw(st.integers(0, 3)):
        return File("письмо.eml", written, _rows(inside), made_of)
    return File("почта.mbox", mailbox(written, written), None, f"mailbox of twice a {made_of}")


@st.composite
def _outlook(draw: st.DrawFn, inside: Sequence[File]) -> File:
    """A letter as Outlook saves it."""
    sent = draw(st.none() | st.integers(0, 3).map(lambda hours: _FIRST + timedelta(hours=hours)))
    attached = [Attached(file.content, file.name) for file in inside]
    return File("письмо.msg", msg(Outlook(attached, submitted=sent)), _rows(inside), f"msg with {list(inside)!r}")


@st.composite
def _contained(draw: st.DrawFn, depth: int) -> list[File]:
    """One container, or what lies beside each other in no container."""
    if depth == 0 or draw(st.integers(0, 2)) == 0:
        return draw(_LEAVES)
    inside = [file for files in draw(st.lists(_contained(depth - 1), min_size=0, max_size=2)) for file in files]
    made = draw(draw(st.sampled_from([_archive, _letter, _outlook]))(inside))
    if draw(st.integers(0, 7)) == 0:
        made = replace(
            made,
            content=made.content[: draw(st.integers(0, len(made.content)))],
            rows=None,
            made_of=f"cut {made.made_of}",
        )
    return [made]


def _rows(inside: Sequence[File]) -> int | None:
    counts = [file.rows for file in inside]
    return None if None in counts else 1 + sum(count or 0 for count in counts)


@dataclass(frozen=True)
class Sent:
    """What lies in one place: files beside each other, the folder they lie in, and the hour when they were saved."""

    folder: str
    files: tuple[File, ...]
    hour: int


@st.composite
def _sent(draw: st.DrawFn, depth: int, hours: int) -> Sent:
    folder = draw(st.sampled_from(["", "", "б/", "б/в/", "__MACOSX/"]))
    return Sent(folder, tuple(draw(_contained(depth))), draw(st.integers(0, hours)))


def folders(most: int = 5, *, depth: int = _DEPTH, hours: int = 2) -> st.SearchStrategy[list[Sent]]:
    """Some places with files in them, containers that deep in each other, saved in the course of some hours."""
    return st.lists(_sent(depth, hours), max_size=most)
