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
    sheet_of,
    text,
    with_cell,
)
from xlforms.intake.outside_cells import MOST_NOTES
from xlforms.intake.raw import CellKind
from xlforms.layout.place import cell_name
from xlforms.messages import say

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
    """Everything below an inserted row is found, and it is said; the place of an answer is where it was found."""
    submission = read(changed(raw_workbook(_GIVEN), "Кадры", rows_moved({row: row + 1 for row in range(_MUSIC, 99)})))
    music = next(number for number, item in enumerate(plan().items) if item.name == "staff.music.total")
    assert (_GIVEN, [("sheet-changed", "Кадры", "")]) == (answers(submission), noted(submission))
    assert ("Кадры", cell_name(_MUSIC + 1, _TOTAL)) == submission.moved[music]


def test_inserted_row_that_holds_something() -> None:
    """A row of somebody's own between ours is not read in silence: its contents are named."""

    def insert(cells: Cells) -> Cells:
        below = rows_moved({row: row + 1 for row in range(_MUSIC, 99)})(cells)
        return below | {(_MUSIC, _LABEL): text("труда"), (_MUSIC, _TOTAL): (CellKind.NUMBER, 5, False)}

    submission = read(changed(raw_workbook(_GIVEN), "Кадры", insert))
    assert (_GIVEN, [("row-added", "Кадры", "C9")]) == (answers(submission), noted(submission))
    assert {"contents": "C9: труда; D9: 5"} == submission.notes[0].parameters


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
    assert (moved if noticed else [("sheet-changed", "Кадры", "")]) == notes


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

    found, notes = _staff(copy)
    assert {"staff.all.total": 9, "staff.art.total": 3} == found
    unplaced = [("cells-unplaced", "Кадры", cell_name(row, _TOTAL)) for row in (_MUSIC, 50)]
    assert [("row-twice", "Кадры", ""), *unplaced] == notes


def test_caption_rewritten() -> None:
    """When the caption is none of ours, key and code together name the row, and it is said."""
    found = _staff(with_cell(_MUSIC, _LABEL, text("музыки и пения")))
    assert (_GIVEN, [("row-by-code", "Кадры", cell_name(_MUSIC, _LABEL))]) == found


def test_caption_rewritten_and_key_gone() -> None:
    """A code alone names nothing: the row is missing, not guessed."""
    found, notes = _staff(
        lambda cells: with_cell(_MUSIC, 0, None)(with_cell(_MUSIC, _LABEL, text("музыки и пения"))(cells))
    )
    assert {"staff.all.total": 9, "staff.art.total": 3} == found
    assert [("row-missing", "Кадры", ""), ("row-added", "Кадры", cell_name(_MUSIC, _LABEL - 1))] == notes


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

    assert (_GIVEN, [("sheet-changed", "Кадры", "")]) == _staff(insert)
    totals = {name: value for name, value in _GIVEN.items() if name != "staff.music.topic"}
    assert (totals, [("column-missing", "Кадры", "")]) == _staff(delete)
    found, notes = _staff(double)
    assert {"staff.music.topic": "ноты"} == found
    unplaced = [("cells-unplaced", "Кадры", cell_name(_ALL, column)) for column in (_TOTAL, 30)]
    assert [("column-twice", "Кадры", ""), *unplaced] == notes


def test_captions_that_two_rows_share() -> None:
    """«Всего» of two tables on a sheet is told apart by key and code, and never taken for another row."""
    given = {"rooms.all.count": 1, "rooms.gym.count": 2, "places.all.count": 3, "places.library.count": 4}
    first, gym, second = (place_of(f"{name}.count")[0] for name in ("rooms.all", "rooms.gym", "places.all"))

    def home(change: Callable[[Cells], Cells]) -> dict[str, object]:
        return answers(read(changed(raw_workbook(given), "Здание", change)))

    assert given == home(rows_moved({row: row + 3 for row in range(gym, 99)}))
    assert given == home(rows_moved({first: gym, gym: first}, range(1, 100)))
    swapped = home(rows_moved({first: gym, gym: first}, range(2, 100)))
    assert {"rooms.gym.count": 2, "places.library.count": 4} == swapped  # two codes are wrong: none is believed
    assert given == home(
        lambda cells: with_cell(first, _LABEL, text("всё"))(with_cell(second, 0, text("чужой"))(cells))
    )


def test_columns_swapped() -> None:
    """Answers follow the heading that they stood under, with a note; a heading that is gone leaves key and number."""
    heading = _ALL - 2
    swap = {_TOTAL: _TOTAL + 1, _TOTAL + 1: _TOTAL}

    def swapped(rows: range) -> Callable[[Cells], Cells]:
        return lambda cells: {
            (row, swap.get(column, column) if row in rows else column): cell for (row, column), cell in cells.items()
        }

    noticed = [("column-moved", "Кадры", cell_name(heading, column)) for column in (_TOTAL + 1, _TOTAL)]
    assert (_GIVEN, noticed) == _staff(swapped(range(heading, 99)))
    assert (_GIVEN, [("sheet-changed", "Кадры", "")]) == _staff(swapped(range(99)))

    def without_headings(cells: Cells) -> Cells:
        left = {place: cell for place, cell in cells.items() if place[0] != heading or place[1] < _TOTAL}
        return swapped(range(heading, 99))(left)

    found, notes = _staff(without_headings)
    assert {} == found
    assert {"column-missing", "cells-unplaced"} == {code for code, _, _ in notes}


def test_column_missing_is_named_by_its_heading() -> None:
    """Nobody knows a hidden key; the heading is what people read."""
    submission = read(
        changed(
            raw_workbook(_GIVEN),
            "Кадры",
            lambda cells: {place: cell for place, cell in cells.items() if place[1] != _TOTAL + 1},
        )
    )
    assert [{"column": "«тема»", "count": 1}] == [note.parameters for note in submission.notes]
    assert "графы «тема» на листе нет" in say("structure-column-missing", "ru", **submission.notes[0].parameters)


def test_merged_cell_is_repeated() -> None:
    """What a merged cell holds may stand in all that it covers, as ExcelJS writes CSV; anything else there is told."""
    planned = next(sheet for sheet in plan().sheets if sheet.name == "Кадры")
    title = next(cell for cell in planned.fixed if cell.text and cell.last_column > cell.column)
    beside = title.row, title.last_column
    copied = raw_workbook(_GIVEN)
    copy = sheet_of(copied, "Кадры").cells[title.row, title.column]
    assert [] == noted(read(changed(copied, "Кадры", with_cell(*beside, copy))))
    other = read(changed(copied, "Кадры", with_cell(*beside, text("наш текст"))))
    assert [("text-outside", "Кадры", cell_name(*beside))] == noted(other)


def test_text_where_nothing_is_asked() -> None:
    """What was written outside answers is named with its cell and its contents, on a sheet that nobody has changed."""

    def change(cells: Cells) -> Cells:
        return cells | {(40, _LABEL): text("см. приложение"), (40, _TOTAL): (CellKind.NUMBER, 2.5, False)}

    submission = read(changed(raw_workbook(_GIVEN), "Кадры", change))
    assert (_GIVEN, {}) == (answers(submission), submission.moved)
    assert [("text-outside", "Кадры", "C41")] == noted(submission)
    assert {"contents": "C41: см. приложение; D41: 2,5"} == submission.notes[0].parameters


def test_text_of_the_form_overwritten() -> None:
    """A title that somebody wrote over is named with what stands there now."""
    title = next(cell for cell in plan().sheets[1].fixed if cell.role == "sheet_title")
    submission = read(changed(raw_workbook(_GIVEN), "Кадры", with_cell(title.row, title.column, text("Кадры школы"))))
    assert [("text-changed", "Кадры", cell_name(title.row, title.column))] == noted(submission)
    assert {"contents": "B2: Кадры школы", "text": "Кадровый состав"} == submission.notes[0].parameters


def test_personal_contents_are_not_repeated() -> None:
    """On the title sheet contents are not shown, because they may be a person's name."""
    submission = read(changed(raw_workbook(_GIVEN), "Титул", with_cell(90, 3, text("А. Б. Вгде"))))
    assert [("text-outside", {"contents": "D91: …"})] == [(note.code, note.parameters) for note in submission.notes]


def test_much_text_outside_is_counted() -> None:
    """A pasted list does not bury the other findings: the last note says how many more there are."""
    submission = read(
        changed(raw_workbook(_GIVEN), "Кадры", lambda cells: cells | {(row, 30): text("x") for row in range(60, 100)})
    )
    assert MOST_NOTES == len(submission.notes)
    assert {"count": 40 - MOST_NOTES + 1} == submission.notes[-1].parameters
