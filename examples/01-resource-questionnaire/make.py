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
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any, cast

import xlsxwriter
import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.office.libreoffice import Entry, FileFormat, LibreOffice, Typed
from xlforms.api import generate, load_round
from xlforms.definitions.load import load_form
from xlforms.layout.build import build_plan
from xlforms.layout.place import cell_name

STORY = Path(__file__).parent
RECEIVED = STORY / "received"
MADE_WITH = STORY / "made-with.txt"

BANDS = ("years_0_3", "years_4_10", "years_11_15", "years_16_20", "years_21_25", "years_26_35", "years_36_45")
LAST_BAND, BAND_ENDS = "years_over_45", (3, 10, 15, 20, 25, 35, 45)
CATEGORIES = ("highest", "first", "position", "none")

UNSENT = datetime(2020, 5, 20, 12, tzinfo=UTC)  # the day of a file in which no date was entered
LOCK_FILE = "Первый район/.~lock.анкета школа 3.ods#"
LOCK_TEXT = ",Кабинет 12,kab12,27.05.2020 15:40,;"
FOREIGN_FILE = "Второй район/подвоз.xlsx"
FOREIGN_TABLE: tuple[tuple[str | float, ...], ...] = (
    ("Маршрут", "Детей", "Расстояние, км", "Отправление"),
    ("Станция – Школа № 9", 14, 3.5, "7:40"),
    ("Дальний хутор – Школа № 7", 6, 11, "7:15"),
    ("Заречье – Школа № 6", 22, 8.2, "7:20"),
)


@dataclass(frozen=True)
class Returned:
    """One file that came back: its path below `received/`, whose form it is, and what was entered, by item."""

    path: str
    unit: str
    entered: dict[str, Any]

    @property
    def file_format(self) -> FileFormat:
        """As which kind of workbook it was saved."""
        return cast("FileFormat", self.path.rpartition(".")[2])

    @property
    def moment(self) -> datetime:
        """When it was saved: noon of the day entered in the form."""
        day = self.entered.get("contact.date")
        return datetime.combine(day, time(12), UTC) if isinstance(day, date) else UNSENT


def returned_files() -> list[Returned]:
    """The filled-in forms of the story, as `answers/` describes them."""
    return [file for path in sorted((STORY / "answers").glob("*.yaml")) for file in _returned(path)]


def make(folder: Path, office: LibreOffice, only: Collection[str] = ()) -> None:
    """Writes the files of `received/` into a folder; `only` names some filled-in forms, by their path, else all."""
    circumstances = load_round(STORY / "collection.yaml", None)
    if circumstances.collection is None:
        raise ValueError("the story has a collection")
    (form,) = circumstances.collection.forms
    places = build_plan(load_form(form)).cells()
    with TemporaryDirectory() as scratch:
        issued = generate([str(form)], Path(scratch) / "forms", circumstances=circumstances)
        by_unit = {path.name.partition("_")[0]: path for path in issued}
        for file in returned_files():
            if only and file.path not in only:
                continue
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            entries = []
            for name, value in file.entered.items():
                sheet, cell = places[name]
                entries.append(Entry(sheet.name, cell_name(cell.row, cell.column), value))
            office.fill(by_unit[file.unit], target, entries, file.file_format, moment=file.moment)
        if not only:
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


def _returned(path: Path) -> Iterator[Returned]:
    described = yaml.safe_load(path.read_text(encoding="utf-8"))
    entered = dict(_staff(described.get("staff", {}), blank=described.get("empty_bands") == "blank"))
    entered |= dict(_named(described.get("answers", {})))
    entered |= {name: Typed(text) for name, text in described.get("typed", {}).items()}
    for file in described["files"]:
        answers = entered | file.get("instead", {})
        yield Returned(file["path"], path.stem, {name: value for name, value in answers.items() if value is not None})


def _named(answers: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Item name and value; nested keys are joined by points."""
    for key, value in answers.items():
        if isinstance(value, dict):
            yield from _named(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


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
