"""The second story: where each measure of five roadmaps stands, School No. 20's own programme first."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from tests.office.libreoffice import LibreOffice
from tests.reports.judged_package import assert_judged_sound
from tests.story_script import story_script
from xlforms.api import consolidate_files, load_round
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import find_form

STORY = Path(__file__).parents[1] / "examples" / "02-roadmap-progress"
DAYS = {
    "school20": date(2020, 12, 31), "orenburg": date(2021, 3, 15), "kimry": date(2021, 2, 1),
    "kalininsky": date(2023, 4, 15), "kamensk": date(2021, 3, 10),
}  # fmt: skip

# the ten measures that the paper of School No. 20 marks «выполнено», and the results beside the marks
DONE = {
    "m1_1": "создана",
    "m1_2": "утвержден",
    "m1_6": "определены",
    "m2_1": "проведен",
    "m2_2": "проведен",
    "m2_3": "выполнено",
    "m3_1_2": "Итоговый аналитический отчет по результатам ГИА – 2020 Определение направлений работы ОО по повышению "
    "уровня результативности ГИА-2021, ГИА- 2022",
    "m3_1_3": "Разработана программа Перехода школы в эффективный режим",
    "m4_1": "Организованы дополнительные занятия по подготовке к ГИА (разноуровневые)",
    "m4_4": "Организовано сопровождение",
}
# measure, number, beginning of its title, last day
TUTORS = [
    ("m3_2_3_1", "", "Закрепление педагогов-наставников из числа наиболее опытных учителей за учителями", "2020-09-30"),
    ("m3_2_3_2", "", "Закрепление педагогов-наставников из числа наиболее опытных учителей за молодыми", "2020-09-30"),
]
OVERDUE = {
    date(2020, 12, 31): TUTORS,
    date(2021, 1, 1): [("m3_1_4", "3.1.4", "О результатах пробного ЕГЭ и сочинения", "2020-12-31"), *TUTORS],
    date(2021, 12, 31): [
        ("m3_1_4", "3.1.4", "О результатах пробного ЕГЭ и сочинения", "2020-12-31"),
        *TUTORS,
        ("m5_3", "", "-выбор предметов для сдачи ОГЭ, ЕГЭ -2021", "2021-03-01"),
        ("m8_3", "", "Анализ результатов ОГЭ, ЕГЭ-2021 в разрезе подтверждения", "2021-08-31"),
        ("m8_4", "", "Мониторинг предпрофильной подготовки и результатов", "2021-08-31"),
        ("m8_5", "", "Оценка качества образования на основе анализа результатов", "2021-08-31"),
        ("m8_6", "", "Мониторинг участия в муниципальных, региональных этапах", "2021-06-30"),
        ("m8_7", "", "Мониторинг аттестации педагогических работников", "2021-06-30"),
    ],
}

# round, unit: how many measures are in each state
STATES = {
    ("school20", "020"): {"done": 10, "no_answer": 61, "overdue": 2, "not_due": 5},
    ("orenburg", "001"): {"done": 14, "in_progress": 8, "not_due": 1, "not_applicable": 1},
    ("orenburg", "002"): {"done": 10, "done_late": 4, "in_progress": 6, "not_started": 3, "not_due": 1},
    ("orenburg", "003"): {
        "done": 3, "overdue": 11, "in_progress": 2, "not_started": 5, "not_due": 1, "not_applicable": 2,
    },
    ("orenburg", "021"): {
        "done": 5, "overdue": 9, "in_progress": 4, "no_answer": 4, "not_due": 1, "not_applicable": 1,
    },
    ("orenburg", "022"): {"no_answer": 24},
    ("kimry", "101"): {"done": 9, "in_progress": 32, "not_due": 3, "not_started": 1, "not_applicable": 1},
    ("kimry", "102"): {"done": 2, "done_late": 1, "overdue": 6, "in_progress": 35, "not_applicable": 2},
    ("kimry", "103"): {"no_answer": 46},
    ("kalininsky", "201"): {"done": 8, "in_progress": 9, "not_due": 2},
    ("kalininsky", "202"): {
        "done": 1, "done_late": 1, "overdue": 6, "in_progress": 8, "not_due": 2, "not_applicable": 1,
    },
    ("kalininsky", "203"): {"no_answer": 19},
    ("kalininsky", "204"): {"done": 6, "done_late": 1, "overdue": 1, "in_progress": 9, "not_due": 2},
    ("kamensk", "301"): {"done": 4, "in_progress": 25, "not_due": 8, "not_applicable": 2},
    ("kamensk", "302"): {"done_late": 1, "overdue": 3, "in_progress": 24, "not_due": 8, "not_applicable": 3},
}  # fmt: skip
# round: findings of each unit by rule
FINDINGS = {
    "school20": {("020", "required"): 96, ("020", "done_date"): 10, ("020", "done_evidence"): 10},
    "orenburg": {("021", "required"): 14},
    "kimry": {},
    "kalininsky": {},
    "kamensk": {},
}
# indicator: medians of target and fact over the units that answered; who attained the target
INDICATORS = {
    "equal_access": (["да", "нет", "да"], "0.9 1 1"),
    "staff_trained": (["да", "нет", "да"], "0.5 0.72 0.85"),
    "staffing": (["нет", "да", "да"], "0.9 0.9 1"),
    "facilities": (["да", "нет", "нет"], "0.55 0.7 0.75"),
    "exams_passed": (["", "", ""], ""),
    "high_results": (["", "", ""], ""),
}

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the results of all commands go."""
    return tmp_path_factory.mktemp("progress")


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """The script that made the returned files."""
    return story_script(STORY)


@cache
def result(name: str, day: date, folder: Path) -> Path:
    """The folder with the results of a round on a day."""
    out = folder / f"{name} {day}"
    circumstances = load_round(STORY / "rounds" / f"{name}.yaml", None)
    consolidate_files([STORY / "received" / name], out, circumstances=circumstances, as_of=day)
    return out


def rows_of(path: Path) -> Rows:
    """The rows of a CSV file, without the apostrophe that keeps spreadsheets from running a text."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: text.removeprefix("'") for name, text in row.items()} for row in csv.DictReader(file)]


def progress(name: str, folder: Path, day: date | None = None) -> Rows:
    """The rows of progress.csv of a round."""
    return rows_of(result(name, day or DAYS[name], folder) / "progress.csv")


@pytest.mark.parametrize("day", OVERDUE)
def test_school_20_has_done_ten_of_78(folder: Path, day: date) -> None:
    """The ten marks of the paper are done, on every day; 68 other measures are not."""
    rows = progress("school20", folder, day)
    assert 78 == len(rows)
    assert list(DONE) == [row["measure"] for row in rows if row["state"] == "done"]
    assert list(DONE) == [row["measure"] for row in rows if row["status"]]


def test_school_20_keeps_the_printed_results(folder: Path) -> None:
    """What the paper says under «Результат» is the answer to what was done."""
    rows = rows_of(result("school20", DAYS["school20"], folder) / "data" / "school20-programme.plan.csv")
    assert DONE == {row["row"]: row["result"] for row in rows if row["result"]}


@pytest.mark.parametrize("day", OVERDUE)
def test_school_20_is_overdue(folder: Path, day: date) -> None:
    """Overdue is what has a last day before the day asked and is not done: the last day itself is still in time."""
    found = [row for row in progress("school20", folder, day) if row["state"] == "overdue"]
    assert OVERDUE[day] == [
        (row["measure"], row["number"], row["title"][: len(title)], row["due_end"])
        for row, (_, _, title, _) in zip(found, OVERDUE[day], strict=True)
    ]
    assert [(day - date.fromisoformat(row["due_end"])).days for row in found] == [
        int(row["days_overdue"]) for row in found
    ]


@pytest.mark.parametrize("name", DAYS)
def test_states(folder: Path, name: str) -> None:
    """Every unit of the register is in the account, the silent ones too, with every measure of its roadmap."""
    states = Counter((row["unit"], row["state"]) for row in progress(name, folder))
    expected = {unit: counts for (round_name, unit), counts in STATES.items() if round_name == name}
    assert {(unit, state): count for unit, counts in expected.items() for state, count in counts.items()} == states


@pytest.mark.parametrize("name", DAYS)
def test_findings(folder: Path, name: str) -> None:
    """Only what is missing on purpose is a finding: the made-up schools answered by the rules of their forms."""
    rows = rows_of(result(name, DAYS[name], folder) / "findings.csv")
    assert FINDINGS[name] == Counter((row["unit"], row["rule"]) for row in rows)


@pytest.mark.parametrize("name", DAYS)
def test_machine_data(folder: Path, name: str) -> None:
    """`frictionless` finds no error in the CSV files."""
    assert_judged_sound(result(name, DAYS[name], folder))


def test_a_later_report_counts(folder: Path) -> None:
    """School 021 reported twice; the measure that it did meanwhile is done."""
    received = rows_of(result("orenburg", DAYS["orenburg"], folder) / "received.csv")
    assert {"021 первая отправка.xlsx": "superseded", "021_orenburg-roadmap.xls": "accepted"} == {
        Path(row["path"]).name: row["status"] for row in received if row["unit"] == "021"
    }
    states = {row["measure"]: row["state"] for row in progress("orenburg", folder) if row["unit"] == "021"}
    assert "done" == states["m15"]


def test_reasons(folder: Path) -> None:
    """What a school says of an overdue measure stands beside it."""
    reasons = {row["measure"]: row["reason"] for row in progress("kamensk", folder) if row["state"] == "overdue"}
    assert {
        "m1_2": "план пересматриваем",
        "m2_4": "осталось два собеседования",
        "m2_5": "учитель-предметник уволился",
    } == reasons


def test_indicators(folder: Path) -> None:
    """Facts of the three schools that answered, and whether the targets are attained; the silent one has neither."""
    rows = rows_of(result("kalininsky", DAYS["kalininsky"], folder) / "indicators.csv")
    assert 4 * len(INDICATORS) == len(rows)
    found = {
        name: (
            [row["attained"] for row in rows if row["indicator"] == name and row["unit"] != "203"],
            " ".join(sorted(row["fact"] for row in rows if row["indicator"] == name and row["fact"])),
        )
        for name in INDICATORS
    }
    assert INDICATORS == found
    assert [("", "", "", "")] == list(
        {(row["target"], row["fact"], row["deviation"], row["attained"]) for row in rows if row["unit"] == "203"}
    )


def test_answers_describe_the_received_files(make: ModuleType) -> None:
    """Every returned workbook is described in `answers/`, and the silent schools are those without any."""
    received = {path.relative_to(STORY / "received").as_posix() for path in (STORY / "received").rglob("*.*")}
    described, silent = set(), []
    for name in make.ROUNDS:
        circumstances = load_round(STORY / "rounds" / f"{name}.yaml", None)
        assert circumstances.collection is not None
        assert circumstances.units is not None
        (form,) = circumstances.collection.forms
        files = make.returned_files(name, load_form(form).measures)
        described |= {f"{name}/{file.path}" for file in files}
        silent += [(name, unit.unit) for unit in circumstances.units if unit.unit not in {file.unit for file in files}]
    assert received == described
    assert [("kalininsky", "203"), ("kimry", "103"), ("orenburg", "022")] == silent


@pytest.mark.office
def test_files_are_made_again(make: ModuleType, office: LibreOffice, tmp_path: Path) -> None:
    """Made again, the files hold the committed values, and the same bytes under the same LibreOffice."""
    make.make(tmp_path, office, ["school20", "kamensk"])
    same_office = make.MADE_WITH.read_text(encoding="utf-8") == f"LibreOffice {office.version}\n"
    for path in (path for path in tmp_path.rglob("*.*") if path.is_file()):
        committed = STORY / "received" / path.relative_to(tmp_path)
        assert office.read(committed) == office.read(path)
        assert not same_office or committed.read_bytes() == path.read_bytes(), path


def test_what_the_story_tells(folder: Path) -> None:
    """The numbers in the README are those of the results."""
    readme = (STORY / "README.md").read_text(encoding="utf-8")
    told = {
        line.split("|")[1].strip(" `"): line.split("|")[3:5] for line in readme.splitlines() if line.startswith("| `")
    }
    for name in DAYS:
        counts = Counter(row["state"] for row in progress(name, folder))
        late = f", and {counts['done_late']} late" if counts["done_late"] else ""
        done = "10 of 78" if name == "school20" else f"{counts['done']}{late}"
        assert [done, str(counts["overdue"])] == [cell.strip() for cell in told[name]]
    assert 116 == sum(FINDINGS["school20"].values())
    assert "So 116 hard findings ask" in readme
    assert 78 == len(load_form(find_form("school20-programme@2020.1")).measures)
