"""The fourth story: sixty schools, two forms; what was entered, added up here, is what the reports show."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.office.libreoffice import LibreOffice
from tests.reports.judged_package import assert_judged_sound
from tests.story_script import story_script
from xlforms.api import consolidate_files, load_round

STORY = Path(__file__).parents[1] / "examples" / "04-regional-summary"
DAY = date(2024, 11, 5)
CONDITIONS, PLAN = "school-conditions", "support-plan"

# unit, item, rule: what is wrong, every hard finding of the round
WRONG = [
    ("104", "teachers.all", "type"),
    ("203", "computers.internet", "online"),
    ("301", "pupils.special_needs.count", "type"),
    ("405", "teachers.highest", "categories"),
    ("503", "pupils.low_income.count", "groups"),
    ("508", "support.gym", "choice"),
    ("602", "computers.total", "required"),
]
# what was read but does not count: it cannot be read as what is asked
NOT_COUNTED = {("104", "teachers.all"), ("301", "pupils.special_needs.count"), ("508", "support.gym")}

Rows = list[dict[str, str]]
Entered = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that made the returned files."""
    return story_script(STORY)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the results of the story."""
    out = tmp_path_factory.mktemp("regional") / "consolidated"
    consolidate_files([STORY / "received"], out, circumstances=load_round(STORY / "collection.yaml", None), as_of=DAY)
    return out


def rows_of(path: Path) -> Rows:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entered(script: ModuleType, form: str) -> Entered:
    """What each school entered, by unit; of school 201 what it sent last."""
    return {file.unit: file.entered for file in reversed(script.returned_files()) if file.form == form}


def municipalities(script: ModuleType) -> dict[str, str]:
    """The municipality of each unit."""
    return {school.unit: school.municipality for school in script.schools()}


def counted(script: ModuleType, item: str) -> Iterator[tuple[str, Any]]:
    """Unit and answer, of the answers to an item that count."""
    for unit, answers in entered(script, CONDITIONS).items():
        if item in answers and (unit, item) not in NOT_COUNTED:
            yield unit, answers[item]


def test_what_came(result: Path, script: ModuleType) -> None:
    """Letters and the archive are opened, one draft is superseded, everything else counts."""
    statuses = Counter(row["status"] for row in rows_of(result / "received.csv"))
    sent = len(script.returned_files())
    assert {"accepted": sent - 1, "superseded": 1, "unpacked": 11} == statuses


def test_machine_data(result: Path) -> None:
    """`frictionless` finds the described tables sound."""
    assert_judged_sound(result)


def test_who_is_missing(result: Path, script: ModuleType) -> None:
    """Four schools owe both forms, five owe the roadmap."""
    silent = {(unit, form) for unit in script.SILENT for form in (CONDITIONS, PLAN)}
    assert silent | {(unit, PLAN) for unit in script.WITHOUT_PLAN} == {
        (row["unit"], row["form"]) for row in rows_of(result / "missing.csv")
    }


def test_what_is_wrong(result: Path) -> None:
    """Every planted mistake is a hard finding, nothing else is; the copied and the explained answers are questions."""
    rows = rows_of(result / "findings.csv")
    assert WRONG == sorted((row["unit"], row["item"], row["rule"]) for row in rows if row["severity"] == "hard")
    questions = sorted((row["unit"], row["rule"]) for row in rows if row["severity"] == "soft")
    assert [("109", "form"), ("110", "form"), ("205", "load")] == questions


@pytest.mark.parametrize(
    "item",
    ["teachers.all", "teachers.vacancies", "pupils.total.count", "pupils.other_language.count", "computers.total"],
)
def test_sums(result: Path, script: ModuleType, item: str) -> None:
    """The region and each municipality are the sums of what was entered and counts; n is how many schools that is."""
    places, sums, units = municipalities(script), defaultdict[str, Decimal](Decimal), Counter[str]()
    for unit, value in counted(script, item):
        for place in ("", places[unit]):
            sums[place] += Decimal(str(value))
            units[place] += 1
    totals = {
        (row["municipality"], row["statistic"]): row["value"]
        for row in rows_of(result / "totals.csv")
        if row["item"] == item
    }
    assert {place: (total, units[place]) for place, total in sums.items()} == {
        place: (Decimal(totals[place, "sum"]), int(totals[place, "n"])) for place in sums
    }


def test_key_figures(result: Path, script: ModuleType) -> None:
    """Shares come from sums over the schools that gave both numbers; a condition is the share of schools."""
    region = {
        row["key_figure"]: (float(row["value"]), int(row["n"]))
        for row in rows_of(result / "key_figures.csv")
        if not row["municipality"] and not row["unit"]
    }
    pupils, teachers = dict(counted(script, "pupils.total.count")), dict(counted(script, "teachers.all"))
    both = pupils.keys() & teachers.keys()
    without = [unit for unit, answer in counted(script, "support.psychologist") if answer == "нет"]
    assert (sum(pupils.values()), len(pupils)) == region["pupils"]
    assert (sum(pupils[u] for u in both) / sum(teachers[u] for u in both), len(both)) == pytest.approx(region["load"])
    assert (len(without) / len(pupils), len(pupils)) == pytest.approx(region["no_psychologist"])


def test_progress(result: Path, script: ModuleType) -> None:
    """Every school that answered stands where it said; what is past its day and not done is overdue."""
    states = Counter(row["state"] for row in rows_of(result / "progress.csv"))
    expected: Counter[str] = Counter()
    answers = entered(script, PLAN)
    for school in script.schools():
        for measure, due in script.DUE.items():
            said = answers.get(school.unit)
            if said is None:
                expected["no_answer"] += 1
            elif said[f"plan.{measure}.status"] == "выполнено":
                expected["done_late" if said[f"plan.{measure}.date_done"] > due else "done"] += 1
            elif due < DAY:
                expected["overdue"] += 1
            else:
                expected["in_progress" if said[f"plan.{measure}.status"] == "в работе" else "not_started"] += 1
    assert expected == states


@pytest.mark.office
def test_files_are_made_again(script: ModuleType, office: LibreOffice, tmp_path: Path) -> None:
    """Made again, a file holds the committed values, and the same bytes under the same LibreOffice."""
    path = f"Первый район/103_{CONDITIONS}.ods"
    script.make(tmp_path, office, [path])
    same_office = script.MADE_WITH.read_text(encoding="utf-8") == f"LibreOffice {office.version}\n"
    committed = STORY / "received" / path
    assert office.read(committed) == office.read(tmp_path / path)
    assert not same_office or committed.read_bytes() == (tmp_path / path).read_bytes()
