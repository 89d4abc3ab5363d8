"""What is done to the large form by the tests of accidents, and what must be said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.office import steps
from tests.office.libreoffice import Entry, Typed
from tests.office.steps import Step

FORM = "orenburg-resources@2020.1"
STAFF, PUPILS, BUILDING = "Кадры", "Контингент", "Оснащение"
VISIBLE = ((STAFF, "B2:T38"), (PUPILS, "B2:E34"), (BUILDING, "B2:F90"))
SUBJECTS = "12:30"  # the rows of staff that may be sorted: there is no heading between them


@dataclass(frozen=True)
class Accident:
    """What is done, the items that are not counted but named then, and the codes of the notes."""

    name: str
    steps: tuple[Step, ...]
    codes: frozenset[str] = frozenset()
    lost: Callable[[str], bool] = lambda _: False


def _accident(
    name: str, done: Iterable[Step], codes: str = "", lost: Callable[[str], bool] = lambda _: False
) -> Accident:
    """An accident that begins with taking the protection off."""
    return _bare(name, done, f"{codes} protection-removed", lost)


def _bare(name: str, done: Iterable[Step], codes: str, lost: Callable[[str], bool] = lambda _: False) -> Accident:
    """One that leaves no corner cell, and nobody can tell that there was a protection."""
    return Accident(name, (steps.unprotect(), *done), frozenset(codes.split()), lost)


def _starting(*names: str) -> Callable[[str], bool]:
    return lambda item: item.startswith(names)


def _starting_not(*names: str) -> Callable[[str], bool]:
    return lambda item: not item.startswith(names)


def _of_column(name: str) -> Callable[[str], bool]:
    return lambda item: item.startswith("staff.") and item.endswith(name)


def _swap(sheet: str, first: str, second: str, rows: str) -> list[Step]:
    """Two columns change their places in some rows («8:35»), by way of a spare one."""
    top, bottom = rows.split(":")
    return [
        steps.paste(sheet, f"{first}{top}:{first}{bottom}", f"BA{top}"),
        steps.paste(sheet, f"{second}{top}:{second}{bottom}", f"{first}{top}"),
        steps.paste(sheet, f"BA{top}:BA{bottom}", f"{second}{top}"),
        steps.delete_columns(sheet, "BA"),
    ]


def _sort(columns: str, by: str) -> list[Step]:
    first, last = columns.split(":")
    top, bottom = SUBJECTS.split(":")
    return [steps.sort(STAFF, f"{first}{top}:{last}{bottom}", by)]


def _typed(sheet: str, **cells: str | float) -> Step:
    return steps.set_cells([Entry(sheet, cell, value) for cell, value in cells.items()])


def _outside(item: str) -> bool:
    """Items of sheets that are not in VISIBLE."""
    return not item.startswith(_IN_VISIBLE)


_IN_STAFF = ("staff.",)
_IN_PUPILS = ("pupils.", "families.")
_IN_BUILDING = (
    "building.",
    "rooms.",
    "gym.",
    "computer_class.",
    "computers.",
    "technology.",
    "workshops.",
    "canteen.",
    "library.",
    "equipment.",
    "other_equipment.",
)
_IN_VISIBLE = (*_IN_STAFF, *_IN_PUPILS, *_IN_BUILDING)
_FIRST_ROWS = tuple(
    f"staff.{row}."
    for row in (
        "all",
        "primary",
        "russian",
        "native_language",
        "foreign_language",
        "mathematics",
        "physics",
        "chemistry",
        "geography",
        "biology",
    )
)
_EVERY_SHEET = ("Титул", STAFF, "Специалисты", PUPILS, BUILDING, "Факторы", "Проверка")
_ALONE = "sheet-missing sheet-by-captions unit-by-line"

ACCIDENTS: Sequence[Accident] = (
    Accident("saved again", ()),
    Accident("hidden rows and columns shown", (steps.show_hidden_rows_columns(),)),
    _accident("protection removed", []),
    _accident("row inserted", [steps.insert_rows(STAFF, 16, 2)], "sheet-changed"),
    _accident(
        "row added with answers",
        [steps.insert_rows(STAFF, 16), _typed(STAFF, C16="астрономии", E16=1.0)],
        "row-added",
    ),
    _accident(
        "rows deleted",
        [steps.delete_rows(STAFF, 16, 2)],
        "row-missing",
        _starting("staff.mathematics.", "staff.physics."),
    ),
    _accident("whole rows sorted", _sort("A:T", "C"), "sheet-changed"),
    _accident("whole rows sorted by an answer", _sort("A:T", "E"), "sheet-changed"),
    _accident("visible columns sorted", _sort("B:T", "C"), "row-moved"),
    _accident("sorted without the code column", _sort("C:T", "C"), "row-moved"),
    _accident("sorted twice in different ways", [*_sort("B:T", "E"), *_sort("C:T", "C")], "row-moved"),
    _accident("column inserted", [steps.insert_columns(STAFF, "F")], "sheet-changed"),
    _accident("column deleted", [steps.delete_columns(STAFF, "H")], "column-missing", _of_column(".years_4_10")),
    _accident("two visible columns swapped", _swap(STAFF, "H", "I", "8:35"), "column-moved"),
    _accident("two whole columns swapped", _swap(STAFF, "H", "I", "1:35"), "sheet-changed"),
    _accident(
        "columns swapped without their numbers",
        [*_swap(STAFF, "H", "I", "8:8"), *_swap(STAFF, "H", "I", "10:35")],
        "column-moved",
    ),
    _accident("columns of one table swapped", _swap(BUILDING, "D", "F", "74:79"), "column-moved"),
    _accident(
        "column copied to the right",
        [steps.paste(STAFF, "H1:H35", "BC1")],
        "column-twice cells-unplaced",
        _of_column(".years_4_10"),
    ),
    _accident("key column deleted", [steps.delete_columns(STAFF, "A")], "sheet-by-captions"),
    _accident("key row deleted", [steps.delete_rows(STAFF, 1)], "sheet-by-keys"),
    _accident(
        "key row and key column deleted",
        [steps.delete_rows(STAFF, 1), steps.delete_columns(STAFF, "A")],
        "sheet-by-captions",
    ),
    _bare(
        "keys deleted everywhere",
        [step for sheet in _EVERY_SHEET for step in (steps.delete_rows(sheet, 1), steps.delete_columns(sheet, "A"))],
        "sheet-by-captions unit-by-line",
    ),
    _accident("corner cell cleared", [steps.set_cells([Entry(STAFF, "A1", None)])], "sheet-by-keys"),
    _accident(
        "headings and numbers deleted",
        [steps.delete_rows(STAFF, 7, 3)],
        "column-missing cells-unplaced",
        _starting("staff."),
    ),
    _accident("headings deleted", [steps.delete_rows(STAFF, 7, 2)], "sheet-changed"),
    _accident("numbers deleted", [steps.delete_rows(STAFF, 9)], "sheet-changed"),
    _accident("a heading overwritten", [_typed(STAFF, H8="стаж от четырёх лет")], "text-outside"),
    _accident("a caption overwritten", [_typed(STAFF, C25="музыки и пения")], "row-by-code"),
    _accident("codes deleted", [steps.delete_columns(STAFF, "B")], "sheet-changed"),
    _accident(
        "row copied below the table",
        [steps.paste(STAFF, "B25:T25", "B45")],
        "row-twice cells-unplaced",
        _starting("staff.music."),
    ),
    _accident(
        "text written outside answers",
        [_typed(STAFF, C40="см. приложение", D12="начальных", T3="!")],
        "text-outside text-in-closed",
    ),
    _accident("text written in a heading", [_typed(STAFF, B11="учителя (все)")], "text-changed"),
    _accident("computed cell overwritten", [_typed(PUPILS, E12=0.5)], "computed-overwritten"),
    _accident("sheets renamed", [steps.rename_sheet(STAFF, "Лист1"), steps.rename_sheet(PUPILS, "Лист2")]),
    _accident("sheets moved", [steps.move_sheet(BUILDING, 0)]),
    _accident("sheet deleted", [steps.remove_sheet(PUPILS)], "sheet-missing", _starting(*_IN_PUPILS)),
    _accident("sheet copied within the book", [steps.copy_sheet(STAFF, "Кадры (2)")], "sheet-copied"),
    _accident(
        "sheet copied and changed",
        [steps.copy_sheet(STAFF, "Кадры (2)"), _typed("Кадры (2)", E13=444.0)],
        "sheet-twice",
        _starting("staff."),
    ),
    _accident(
        "one sheet copied to a new book",
        [steps.copy_sheet_to_new_book(STAFF)],
        "sheet-missing external-links",
        _starting_not("staff."),
    ),
    _bare(
        "visible part of one sheet in a new book",
        [steps.copy_ranges_to_new_book(VISIBLE[:1])],
        _ALONE,
        _starting_not("staff."),
    ),
    _bare("visible parts in a new book", [steps.copy_ranges_to_new_book(VISIBLE)], _ALONE, _outside),
    _bare(
        "only the table in a new book",
        [steps.copy_ranges_to_new_book([(STAFF, "B7:T35")])],
        "sheet-missing sheet-by-captions",
        _starting_not("staff."),
    ),
    _bare(
        "part of a table in a new book",
        [steps.copy_ranges_to_new_book([(STAFF, "B7:T20")])],
        "sheet-missing sheet-by-captions row-missing",
        _starting_not(*_FIRST_ROWS),
    ),
    _accident(
        "whole ranges in a new book",
        [steps.copy_ranges_to_new_book([(name, cells.replace("B2", "A1")) for name, cells in VISIBLE])],
        "sheet-missing",
        _outside,
    ),
    _bare(
        "visible part copied and then sorted",
        [steps.copy_ranges_to_new_book(VISIBLE[:1]), steps.sort("Sheet1", "B11:S29", "B")],
        _ALONE + " row-moved",
        _starting_not("staff."),
    ),
    _accident(
        "sheet added",
        [
            steps.copy_sheet(STAFF, "Черновик"),
            steps.set_cells([Entry("Черновик", "A1", None)]),
            steps.delete_rows("Черновик", 1, 30),
        ],
        "sheet-added",
    ),
    _accident("formula in answers", [_typed(STAFF, E13=Typed("=2+3"))]),
)
