"""Makes `received/` again: what the schools of this story sent back, filled in through LibreOffice from `answers/`.

    python examples/01-resource-questionnaire/make.py

Run it when the form's layout has changed. The same LibreOffice gives the same bytes; its version is kept in
`made-with.txt`. `answers/UNIT.yaml` holds what one school entered:

| key | means |
| --- | --- |
| `files` | the files that came; `instead` are answers that were different in this one |
| `staff` | by row of the table: the years and category of each teacher, and the other columns of the row |
| `empty_bands: blank` | the school leaves a cell empty where nobody counts, others write 0 |
| `answers` | everything else, by item name; text stays text, even where a number is asked |
| `typed` | what was typed at the keyboard and became something else: formulas |
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from examples.filled_in import UNSENT, Returned, fill_in, named, returned
from tests.office.libreoffice import Entry, LibreOffice, Typed
from xlforms.layout.place import cell_name

STORY = Path(__file__).parent
RECEIVED = STORY / "received"
MADE_WITH = STORY / "made-with.txt"

BANDS = ("years_0_3", "years_4_10", "years_11_15", "years_16_20", "years_21_25", "years_26_35", "years_36_45")
LAST_BAND, BAND_ENDS = "years_over_45", (3, 10, 15, 20, 25, 35, 45)
CATEGORIES = ("highest", "first", "position", "none")

LOCK_FILE = "Первый район/.~lock.анкета школа 3.ods#"
LOCK_TEXT = ",Кабинет 12,kab12,27.05.2020 15:40,;"
FOREIGN_FILE = "Второй район/подвоз.xlsx"
FOREIGN_TABLE: tuple[tuple[str | float, ...], ...] = (
    ("Маршрут", "Детей", "Расстояние, км", "Отправление"),
    ("Станция – Школа № 9", 14, 3.5, "7:40"),
    ("Дальний хутор – Школа № 7", 6, 11, "7:15"),
    ("Заречье – Школа № 6", 22, 8.2, "7:20"),
)


def returned_files() -> list[Returned]:
    """The filled-in forms of the story, as `answers/` describes them."""
    return [file for path in sorted((STORY / "answers").glob("*.yaml")) for file in _returned(path)]


def make(folder: Path, office: LibreOffice, only: Collection[str] = ()) -> None:
    """Writes the files of `received/` into a folder; `only` names some filled-in forms, by their path, else all."""
    files = [file for file in returned_files() if not only or file.path in only]
    fill_in(STORY / "collection.yaml", files, folder, office)
    if only:
        return
    with TemporaryDirectory() as scratch:
        _make_foreign(Path(scratch) / "foreign.xlsx", folder / FOREIGN_FILE, office)
    (folder / LOCK_FILE).write_text(LOCK_TEXT, encoding="utf-8")


def main() -> None:
    """Replaces `received/` and writes down the version of LibreOffice."""
    if RECEIVED.exists():
        rmtree(RECEIVED)
    with LibreOffice() as office:
        make(RECEIVED, office)
        MADE_WITH.write_text(f"LibreOffice {office.version}\n", encoding="utf-8")
    print(f"{sum(path.is_file() for path in RECEIVED.rglob('*'))} files in {RECEIVED}")


def _returned(path: Path) -> Iterable[Returned]:
    described = yaml.safe_load(path.read_text(encoding="utf-8"))
    entered = dict(_staff(described.get("staff", {}), blank=described.get("empty_bands") == "blank"))
    entered |= dict(named(described.get("answers", {})))
    entered |= {name: Typed(text) for name, text in described.get("typed", {}).items()}
    return returned(described, path.stem, entered)


def _staff(rows: Mapping[str, dict[str, Any]], *, blank: bool) -> Iterator[tuple[str, Any]]:
    """The table of teachers: each row counted from its teachers, «всего» from all rows but external part-timers."""
    everybody = [teacher for row, of_row in rows.items() if "external" not in row for teacher in of_row["teachers"]]
    if everybody:
        yield from _counted("all", everybody, blank=False)
    for row, of_row in rows.items():
        yield from _counted(row, of_row["teachers"], blank=blank)
        yield from ((f"staff.{row}.{column}", value) for column, value in of_row.items() if column != "teachers")


def _counted(row: str, teachers: list[str], *, blank: bool) -> Iterator[tuple[str, int]]:
    """«12 first» is a teacher of twelve years' experience with the first category."""
    counts = dict.fromkeys((*BANDS, LAST_BAND, *(f"category_{name}" for name in CATEGORIES)), 0)
    for teacher in teachers:
        years, category = teacher.split()
        counts[(*BANDS, LAST_BAND)[bisect_left(BAND_ENDS, int(years))]] += 1
        counts[f"category_{category}"] += 1
    yield f"staff.{row}.total", len(teachers)
    yield from ((f"staff.{row}.{column}", count) for column, count in counts.items() if count or not blank)


def _make_foreign(source: Path, target: Path, office: LibreOffice) -> None:
    """Somebody's ordinary table, which has nothing to do with the round."""
    book = xlsxwriter.Workbook(source)
    book.add_worksheet("Лист1")
    book.close()
    entries = [
        Entry("Лист1", cell_name(row, column), value)
        for row, line in enumerate(FOREIGN_TABLE)
        for column, value in enumerate(line)
    ]
    office.fill(source, target, entries, "xlsx", moment=UNSENT)


if __name__ == "__main__":
    main()
