"""Rows that share a caption, in different parts of a roadmap: an answer is placed for certain or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.intake.returned import Cells, answers, changed, noted, raw_workbook, read, rows_moved
from tests.workbook.roadmap_form import roadmap_plan, sheet_named
from xlforms.intake.row_witnesses import Trust, keys_of, trust_in
from xlforms.layout.place import cell_name
from xlforms.layout.plan import LABEL_COLUMN

PLAN = roadmap_plan()
KEYS = keys_of(sheet_named("План"))
ROWS = {key.partition(".")[2]: row for row, key in sheet_named("План").row_keys}
GIVEN: dict[str, object] = {f"plan.{name}.note": name for name in ROWS}
# m2 and m5 share a title and differ in who is responsible, m3 and m6 are alike in everything printed.
ROTATED = {ROWS[a]: ROWS[b] for a, b in (("m2", "m5"), ("m5", "m3"), ("m3", "m6"), ("m6", "m1"), ("m1", "m2"))}
SWAPPED = {ROWS[a]: ROWS[b] for a, b in (("m2", "m5"), ("m5", "m2"), ("m1", "m4_1"), ("m4_1", "m1"))}


def _read(change: Callable[[Cells], Cells]) -> tuple[dict[str, object], list[tuple[str, str, str]]]:
    """Answers and notes after a change to «План»."""
    submission = read(changed(raw_workbook(GIVEN, of=PLAN), "План", change), PLAN)
    return answers(submission, PLAN), noted(submission)


def _unplaced(row: str) -> tuple[str, str, str]:
    return "row-unplaced", "План", cell_name(ROWS[row], LABEL_COLUMN)


@pytest.mark.parametrize("columns", [range(100), range(1, 100)])
@pytest.mark.parametrize("moves", [ROTATED, SWAPPED])
def test_sorted_with_codes(moves: dict[int, int], columns: range) -> None:
    """Codes that went along tell such rows apart, whether the hidden keys went along or not."""
    assert GIVEN == _read(rows_moved(moves, columns))[0]


def test_sorted_without_codes() -> None:
    """Where codes and keys stayed behind the printed texts decide; rows alike in all of them are not guessed."""
    found, notes = _read(rows_moved(ROTATED, range(LABEL_COLUMN, 100)))
    assert {name: value for name, value in GIVEN.items() if name not in ("plan.m3.note", "plan.m6.note")} == found
    assert {_unplaced("m6"), _unplaced("m1")} <= set(notes)


def test_two_alike_swapped_without_codes() -> None:
    """Rows of one caption that stand on each other's places among other swapped rows are told by what is printed."""
    assert GIVEN == {**_read(rows_moved(SWAPPED, range(LABEL_COLUMN, 100)))[0]} | {
        name: GIVEN[name] for name in ("plan.m3.note", "plan.m6.note")
    }


def test_inserted_row() -> None:
    """Below an inserted row everything is found, rows of one caption too."""
    assert GIVEN == _read(rows_moved({row: row + 1 for row in range(ROWS["m2"], 99)}))[0]


def test_trust() -> None:
    """Two codes at wrong captions make all codes doubtful, one may be a caption rewritten; the same for keys."""
    rows = [("plan.m1", "01", "1.1. Провести семинар"), ("plan.m4_1", "04", "программ")]
    codes = [(key, code, caption) for (key, _, caption), code in zip(rows, ("04", "01"), strict=True)]
    keys = [(key, code, caption) for (_, code, caption), key in zip(rows, ("plan.m4_1", "plan.m1"), strict=True)]
    assert [Trust(), Trust(code=False), Trust(key=False), Trust()] == [
        trust_in(KEYS, said) for said in (rows, codes, keys, codes[:1] + rows[1:])
    ]
