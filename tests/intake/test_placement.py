"""Rows and columns that people have moved: every answer right, or a note that names what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.intake.returned import (
    Cells,
    answers,
    changed,
    noted,
    place_of,
    plan,
    raw_workbook,
    read,
    rows_moved,
    text,
    with_cell,
)
from xlforms.intake.raw import CellKind
from xlforms.layout.place import cell_name

_GIVEN = {"staff.all.total": 9, "staff.music.total": 2, "staff.music.topic": "ноты", "staff.art.total": 3}
_ALL, _MUSIC, _ART = (place_of(f"staff.{row}.total")[0] for row in ("all", "music", "art"))
_TOTAL = place_of("staff.all.total")[1]
_LABEL = _TOTAL - 1
_SWAP = {_MUSIC: _ART, _ART: _MUSIC}


def _staff(change: Callable[[Cells], Cells]) -> tuple[dict[str, object], list[tuple[str, str, str]]]:
    """What is read from «Кадры» after a change: answers and notes."""
    submission = read(changed(raw_workbook(_GIVEN), "Кадры", change))
    return answers(submission), noted(submission)


def test_untouched() -> None:
    """A form that nobody has changed gives its answers where they were and has no notes."""
    submission = read(raw_workbook(_GIVEN))
    assert (_GIVEN, [], {}) == (answers(submission), noted(submission), submission.moved)


def test_row_inserted() -> None:
    """Everything below an inserted row is found by its keys; the place of an answer is where it was found."""
    submission = read(changed(raw_workbook(_GIVEN), "Кадры", rows_moved({row: row + 1 for row in range(_MUSIC, 99)})))
    music = next(number for number, item in enumerate(plan().items) if item.name == "staff.music.total")
    assert (_GIVEN, []) == (answers(submission), noted(submission))
    assert ("Кадры", cell_name(_MUSIC + 1, _TOTAL)) == submission.moved[music]


def test_inserted_row_that_holds_something() -> None:
    """A row of somebody's own between ours is not read in silence."""

    def insert(cells: Cells) -> Cells:
        below = rows_moved({row: row + 1 for row in range(_MUSIC, 99)})(cells)
        return below | {(_MUSIC, _LABEL): text("труда"), (_MUSIC, _TOTAL): (CellKind.NUMBER, 5, False)}

    assert (_GIVEN, [("row-added", "Кадры", cell_name(_MUSIC, _TOTAL))]) == _staff(insert)


@pytest.mark.parametrize(
    ("columns", "noticed"),
    [
        (range(100), False),  # whole rows
        (range(1, 100), True),  # visible columns: the hidden key stays behind
        (range(2, 100), True),  # without the code: key and code stay behind
    ],
)
def test_rows_sorted(columns: range, noticed: bool) -> None:
    """However rows were sorted, an answer follows the caption that it stood beside."""
    found, notes = _staff(rows_moved(_SWAP, columns))
    assert _GIVEN == found
    moved = [("row-moved", "Кадры", cell_name(row, _LABEL)) for row in sorted((_MUSIC, _ART))]
    assert (moved if noticed else []) == notes


def test_row_deleted() -> None:
    """The answers of a deleted row are missing and it is said which row it was, as it is printed."""

    def delete(cells: Cells) -> Cells:
        left = {place: cell for place, cell in cells.items() if place[0] != _MUSIC}
        return rows_moved({row: row - 1 for row in range(_MUSIC + 1, 99)})(left)

    submission = read(changed(raw_workbook(_GIVEN), "Кадры", delete))
    assert {"staff.all.total": 9, "staff.art.total": 3} == answers(submission)
    assert [("row-missing", True, {"label": "музыки"})] == [
        (note.code, note.hard, note.parameters) for note in submission.notes
    ]


def test_row_twice() -> None:
    """Of a row that is there twice neither copy is taken."""

    def copy(cells: Cells) -> Cells:
        return cells | {(50, column): cell for (row, column), cell in cells.items() if row == _MUSIC}

    assert ({"staff.all.total": 9, "staff.art.total": 3}, [("row-twice", "Кадры", "")]) == _staff(copy)


def test_caption_rewritten() -> None:
    """When the caption is none of ours, key and code together name the row."""
    assert (_GIVEN, []) == _staff(with_cell(_MUSIC, _LABEL, text("музыки и пения")))


def test_caption_rewritten_and_key_gone() -> None:
    """A code alone names nothing: the row is missing, not guessed."""
    found, notes = _staff(
        lambda cells: with_cell(_MUSIC, 0, None)(with_cell(_MUSIC, _LABEL, text("музыки и пения"))(cells))
    )
    assert {"staff.all.total": 9, "staff.art.total": 3} == found
    assert [("row-missing", "Кадры", ""), ("row-added", "Кадры", cell_name(_MUSIC, _TOTAL))] == notes


def test_key_and_code_contradict_each_other() -> None:
    """Without a caption of ours a key and a code that differ name no row; a person has to look."""

    def change(cells: Cells) -> Cells:
        return cells | {(_MUSIC, _LABEL): text("чего-то"), (_MUSIC, _LABEL - 1): text("03")}

    found, notes = _staff(change)
    assert {"staff.all.total": 9, "staff.art.total": 3} == found
    assert [("row-unplaced", "Кадры", cell_name(_MUSIC, _LABEL)), ("row-missing", "Кадры", "")] == notes


def test_code_as_a_number() -> None:
    """A program that makes 2 of «02» has changed nothing."""
    assert (_GIVEN, []) == _staff(with_cell(_MUSIC, _LABEL - 1, (CellKind.NUMBER, 2, False)))


def test_key_column_deleted() -> None:
    """Without hidden keys captions and codes name every row; the corner cell has gone to the next column then."""

    def delete(cells: Cells) -> Cells:
        corner = cells[0, 0]
        shifted = {(row, column - 1): cell for (row, column), cell in cells.items() if column}
        return shifted | {(0, 0): corner}

    assert _GIVEN == _staff(delete)[0]


def test_column_inserted_and_deleted() -> None:
    """An inserted column moves answers, a deleted one is named, and so is one that is there twice."""

    def insert(cells: Cells) -> Cells:
        return {(row, column + (column > _LABEL)): cell for (row, column), cell in cells.items()}

    def delete(cells: Cells) -> Cells:
        return {place: cell for place, cell in cells.items() if place[1] != _TOTAL + 1}

    def double(cells: Cells) -> Cells:
        return cells | {(row, 30): cell for (row, column), cell in cells.items() if column == _TOTAL}

    assert (_GIVEN, []) == _staff(insert)
    totals = {name: value for name, value in _GIVEN.items() if name != "staff.music.topic"}
    assert (totals, [("column-missing", "Кадры", "")]) == _staff(delete)
    assert ({"staff.music.topic": "ноты"}, [("column-twice", "Кадры", "")]) == _staff(double)


def test_captions_that_two_rows_share() -> None:
    """«Всего» of two tables on a sheet is told apart by key and code, and never taken for another row."""
    given = {"rooms.all.count": 1, "rooms.gym.count": 2, "places.all.count": 3, "places.library.count": 4}
    first, gym, second = (place_of(f"{name}.count")[0] for name in ("rooms.all", "rooms.gym", "places.all"))

    def home(change: Callable[[Cells], Cells]) -> dict[str, object]:
        return answers(read(changed(raw_workbook(given), "Здание", change)))

    assert given == home(rows_moved({row: row + 3 for row in range(gym, 99)}))
    assert given == home(rows_moved({first: gym, gym: first}, range(1, 100)))
    swapped = home(rows_moved({first: gym, gym: first}, range(2, 100)))
    assert {"rooms.gym.count": 2, "places.all.count": 3, "places.library.count": 4} == swapped
    assert given == home(
        lambda cells: with_cell(first, _LABEL, text("всё"))(with_cell(second, 0, text("чужой"))(cells))
    )
