"""Makes `received/` again: what 60 made-up schools sent back, filled in through LibreOffice.

    python examples/04-regional-summary/make.py

Run it when the layout of forms has changed. The same LibreOffice gives the same bytes; its version is kept in
`made-with.txt`. The figures of a school are drawn by chance from its number and its municipality, always the same ones;
what a school writes comes from `texts.yaml`; what went wrong on the way is told in the tables below.
"""

from __future__ import annotations

import csv
import random
import sys
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from examples.filled_in import Returned, fill_in
from tests.intake.letters import attachment, letter, text
from tests.office.libreoffice import LibreOffice

STORY = Path(__file__).parent
RECEIVED = STORY / "received"
MADE_WITH = STORY / "made-with.txt"
CONDITIONS, PLAN = "school-conditions", "support-plan"
FIRST_DAY, DEADLINE = date(2024, 10, 9), date(2024, 10, 25)
DUE = {"m1": date(2024, 9, 1), "m2": date(2024, 9, 15), "m3": date(2024, 11, 15), "m4": date(2024, 10, 1),
       "m5": date(2024, 10, 20), "m6": date(2024, 11, 1), "m7": date(2024, 9, 30), "m8": date(2025, 1, 31)}  # fmt: skip

SILENT = frozenset(("207", "406", "510", "605"))
WITHOUT_PLAN = frozenset(("105", "309", "403", "514", "515"))
LATE = {"112": 3, "302": 6, "512": 4}  # days after the deadline
FORMATS = {"103": "ods", "204": "xls", "307": "ods", "511": "ods"}
# what was entered instead, and counts for nothing or contradicts another answer
WRONG: dict[str, dict[str, object]] = {
    "104": {"teachers.all": "12 чел."},
    "203": {"computers.internet": 45},
    "301": {"pupils.special_needs.count": "нет"},
    "405": {"teachers.highest": 6},
    "503": {"pupils.low_income.count": 290},
    "508": {"support.gym": "есть"},
    "602": {"computers.total": None},
}
COPIED = {"110": "109"}  # who sent the answers of a neighbour
EXPLAINED = {"205": "Три учителя пришли после 1 октября"}  # unit and what it says of too many pupils for each teacher
BRANCHES = {"Третий район": "eml", "Северный городской округ": "zip"}  # how a municipality forwards what it got


@dataclass(frozen=True)
class School:
    """A line of the register."""

    unit: str
    name: str
    municipality: str
    settlement: str


@cache
def schools() -> tuple[School, ...]:
    """The register of the story."""
    with (STORY / "units.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    return tuple(School(line["unit"], line["name"], line["municipality"], line["settlement"]) for line in lines)


@cache
def texts() -> dict[str, Any]:
    """What schools write, by column: `always` when their answers say so, `sometimes` by chance."""
    return dict(yaml.safe_load((STORY / "texts.yaml").read_text(encoding="utf-8")))


def returned_files() -> list[Returned]:
    """Every filled-in form that came, the earlier attempt of school 201 too."""
    files: list[Returned] = []
    for school in schools():
        if school.unit in SILENT:
            continue
        chance = random.Random(int(school.unit))
        day = DEADLINE - timedelta(days=chance.randint(0, (DEADLINE - FIRST_DAY).days))
        if school.unit in LATE:
            day = DEADLINE + timedelta(days=LATE[school.unit])
        source = next(other for other in schools() if other.unit == COPIED.get(school.unit, school.unit))
        conditions = _conditions(source, random.Random(int(source.unit)))
        if school.unit in EXPLAINED:
            few = {"teachers.all": 3, "teachers.highest": 0, "teachers.first": 1, "teachers.posts": 6}
            conditions |= few | {"explanations.load.text": EXPLAINED[school.unit]}
        conditions |= WRONG.get(school.unit, {})
        entered = {CONDITIONS: {name: value for name, value in conditions.items() if value is not None}}
        if school.unit not in WITHOUT_PLAN:
            entered[PLAN] = dict(_plan(school, chance, day))
        for form, answers in entered.items():
            suffix = FORMATS.get(school.unit, "xlsx") if form == CONDITIONS else "xlsx"
            path = f"{school.municipality}/{school.unit}_{form}.{suffix}"
            files.append(Returned(path, school.unit, answers | _contact(school, day), form))
    first = next(file for file in files if file.unit == "201")
    early = {"contact.date": first.entered["contact.date"] - timedelta(days=1), "teachers.vacancies": 0}
    return [*files, replace(first, path="Второй район/черновик 201.xlsx", entered=first.entered | early)]


def make(folder: Path, office: LibreOffice, only: Collection[str] = ()) -> None:
    """Writes `received/` into a folder; `only` names some forms by their path, which are not forwarded."""
    files = [file for file in returned_files() if not only or file.path in only]
    if only:
        fill_in(STORY / "collection.yaml", files, folder, office)
        return
    with TemporaryDirectory() as scratch:
        fill_in(STORY / "collection.yaml", files, Path(scratch), office)
        for branch in sorted({file.path.partition("/")[0] for file in files}):
            _forward(branch, [file for file in files if file.path.startswith(f"{branch}/")], Path(scratch), folder)


def main() -> None:
    """Replaces `received/` and writes down the version of LibreOffice."""
    if RECEIVED.exists():
        rmtree(RECEIVED)
    with LibreOffice() as office:
        make(RECEIVED, office)
        MADE_WITH.write_text(f"LibreOffice {office.version}\n", encoding="utf-8")
    print(f"{sum(path.is_file() for path in RECEIVED.rglob('*'))} files in {RECEIVED}")


def _contact(school: School, day: date) -> dict[str, object]:
    return {"contact.person": f"Ответственный № {school.unit}", "contact.position": "директор", "contact.date": day}


def _conditions(school: School, chance: random.Random) -> dict[str, Any]:
    """The questionnaire of a school: figures that belong together."""
    low, high = {"город": (380, 820), "районный центр": (300, 560), "посёлок": (110, 260)}.get(
        school.settlement, (45, 130)
    )
    pupils = chance.randint(low, high)
    teachers = max(7, round(pupils / chance.uniform(8, 15)))
    northern, rural = school.municipality.startswith("Северный"), school.settlement == "село"
    vacancies = round(chance.uniform(1, 5) * 2) / 2 if northern or chance.random() < 0.35 else 0
    highest = round(teachers * chance.uniform(0.05, 0.25))
    computers = round(pupils * chance.uniform(0.08, 0.25)) + 4
    online = round(computers * chance.uniform(0.3, 0.7) if rural else computers * chance.uniform(0.75, 1))
    psychologist = chance.random() < (0.25 if rural else 0.8)
    signs = {"teachers": vacancies > 0, "psychologist": not psychologist, "internet": online < computers * 0.6}
    answers: dict[str, Any] = {
        "teachers.all": teachers,
        "teachers.highest": highest,
        "teachers.first": round(teachers * chance.uniform(0.2, 0.45)),
        "teachers.posts": teachers + vacancies + chance.choice((0, 0.5, 1)),
        "teachers.vacancies": vacancies,
        "teachers.newest": chance.choice((2021, 2022, 2023, 2024)),
        "pupils.total.count": pupils,
        "pupils.special_needs.count": round(pupils * chance.uniform(0.01, 0.09)),
        "pupils.low_income.count": round(pupils * chance.uniform(0.1, 0.5)),
        "pupils.other_language.count": round(pupils * chance.uniform(0, 0.12)) or None,
        "support.psychologist": "да" if psychologist else "нет",
        "support.gym": "типовой" if pupils > 150 else chance.choice(("приспособленный", "нет")),
        "support.bus": "да" if rural else "нет",
        "computers.total": computers,
        "computers.internet": online,
    }
    written = {column: _written(column, signs, chance) for column in ("help", "factor", "measures")}
    return answers | {f"factors.{row}.{column}": said for column, lines in written.items()
                      for row, said in enumerate(lines, start=1)}  # fmt: skip


def _written(column: str, signs: Mapping[str, bool], chance: random.Random) -> list[str]:
    """Up to three thoughts, each in one of its wordings."""
    known = texts()[column]
    thoughts = [chance.choice(known["always"][sign]) for sign, present in signs.items()
                if present and sign in known.get("always", {})]  # fmt: skip
    thoughts += chance.sample(known["sometimes"], chance.randint(0 if thoughts else 1, 2))
    return [chance.choice(wordings) for wordings in thoughts[:3]]


def _plan(school: School, chance: random.Random, day: date) -> Iterator[tuple[str, Any]]:
    """What became of the eight measures by the day of filling in; the second district is behind."""
    behind = 0.5 if school.municipality == "Второй район" else 0.12
    for measure, due in DUE.items():
        name = f"plan.{measure}"
        if due > day:
            yield f"{name}.status", chance.choice(("в работе", "не начато"))
        elif chance.random() < behind:
            yield f"{name}.status", "в работе"
            yield f"{name}.reason", chance.choice(("болел ответственный", "ждём приказ", "не хватает учителей"))
        else:
            late = chance.random() < 0.1
            shift = chance.randint(1, 9) if late else -chance.randint(0, 15)
            done = min(day, due + timedelta(days=shift))
            yield f"{name}.status", "выполнено"
            yield f"{name}.date_done", done
            yield f"{name}.evidence", f"документ от {done:%d.%m.%Y}"
            if done > due:
                yield f"{name}.reason", "карантин"


def _forward(branch: str, files: Sequence[Returned], scratch: Path, folder: Path) -> None:
    """Hands the files of a municipality on: as a folder, as an archive, or as a letter for each school."""
    how = BRANCHES.get(branch, "")
    folder.mkdir(parents=True, exist_ok=True)
    if how == "zip":
        with zipfile.ZipFile(folder / f"{branch}.zip", "w") as archive:
            for file in files:
                moment = zipfile.ZipInfo(file.path.partition("/")[2], file.moment.timetuple()[:6])
                archive.writestr(moment, (scratch / file.path).read_bytes())
        return
    if how == "eml":
        (folder / branch).mkdir(exist_ok=True)
        for unit in dict.fromkeys(file.unit for file in files):
            (folder / branch / f"школа {unit}.eml").write_bytes(_letter([f for f in files if f.unit == unit], scratch))
        return
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((scratch / file.path).read_bytes())


def _letter(files: Iterable[Returned], scratch: Path) -> bytes:
    """A letter with the forms of one school, sent at noon of the day in them."""
    files = list(files)
    parts = [attachment((scratch / file.path).read_bytes(), file.path.partition("/")[2]) for file in files]
    return letter(text(), *parts, date=f"{files[0].moment:%a, %d %b %Y %H:%M:%S} +0000")


if __name__ == "__main__":
    main()
