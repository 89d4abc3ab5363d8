"""The first story: what becomes of every file, every wrong answer and every sum, also as LibreOffice sees them."""

from __future__ import annotations

import csv
import os
import shutil
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from tests.office.libreoffice import FormulaError, LibreOffice
from tests.reports.judged_package import assert_judged_sound
from tests.story_script import story_script
from xlforms.api import check_files, consolidate_files, load_round
from xlforms.consolidation.summary import Summary
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import find_form
from xlforms.layout.build import build_plan
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan

STORY = Path(__file__).parents[1] / "examples" / "01-resource-questionnaire"
RECEIVED = STORY / "received"
FORM = "orenburg-resources"
CAME = datetime(2020, 6, 8, 9, tzinfo=UTC)
CAME_TEXT = "2020-06-08T09:00:00Z"
WRONG = "Второй район/022 школа 7 (исправленная).xlsx"

Rows = list[dict[str, str]]
Sums = dict[tuple[str, str], Decimal]

# path, status, the word of the reason, unit, received_at, hard findings
OUTCOMES = [
    ("Второй район/021_orenburg-resources.xlsx", "accepted", "", "021", "2020-06-03", "0"),
    ("Второй район/022 школа 7 (исправленная).xlsx", "accepted", "", "022", "2020-06-05", "12"),
    ("Второй район/023_orenburg-resources.xls", "accepted", "", "023", "2020-06-04", "0"),
    ("Второй район/копия 021_orenburg-resources.xlsx", "duplicate", "", "021", "2020-06-03", ""),
    ("Второй район/подвоз.xlsx", "rejected", "not-a-form", "", CAME_TEXT, ""),
    ("Заречный городской округ/301_orenburg-resources.xlsx", "accepted", "", "301", "2020-06-04", "0"),
    ("Заречный городской округ/302_orenburg-resources.ods", "accepted", "", "302", "2020-06-05", "0"),
    ("Заречный городской округ/303_orenburg-resources.xlsx", "accepted", "", "303", "2020-05-28", "0"),
    ("Заречный городской округ/304 анкета.xlsx", "accepted", "", "304", "2020-06-05", "0"),
    ("Первый район/.~lock.анкета школа 3.ods#", "ignored", "lock-file", "", CAME_TEXT, ""),
    ("Первый район/001_orenburg-resources.xlsx", "accepted", "", "001", "2020-05-29", "0"),
    ("Первый район/002_orenburg-resources.xlsx", "accepted", "", "002", "2020-06-01", "0"),
    ("Первый район/004_orenburg-resources.xlsx", "accepted", "", "004", "2020-06-02", "0"),
    ("Первый район/005_orenburg-resources.xlsx", "rejected", "empty-form", "005", CAME_TEXT, ""),
    ("Первый район/анкета школа 3.ods", "accepted", "", "003", "2020-05-27", "0"),
    ("Первый район/первая отправка/004_orenburg-resources.xlsx", "superseded", "", "004", "2020-05-25", ""),
]

# sheet, item, rule, and what stands there; hard but for those whose rule ends with «as-text»
FINDINGS = [
    ("Титул", "contact.email", "type", "школа 7"),
    ("Титул", "contact.date", "number-as-text", "5.06.2020 г."),
    ("Кадры", "staff.all.total", "number-as-text", "12 "),
    ("Кадры", "staff.russian.total", "type", "2 чел."),
    ("Кадры", "staff.mathematics.course_year", "number-as-text", "2017 год"),
    ("Кадры", "staff.physics.total", "type", "—"),
    ("Кадры", "staff.history.course_year", "range", 2109),
    ("Специалисты", "specialists.psychologist.count", "type", "нет"),
    ("Специалисты", "specialists.social_teacher.experience", "type", 12.5),
    ("Специалисты", "specialists.speech_therapist.count", "number-as-text", "0"),
    ("Контингент", "pupils.total.count", "number-as-text", "143\u00a0"),
    ("Контингент", "pupils.school_register.count", "type", "12,5"),
    ("Контингент", "pupils.one_parent.count", "number-as-text", " 29"),
    ("Контингент", "pupils.other_language.count", "type", "12 %"),
    ("Контингент", "families.low_income.count", "number-as-text", "44"),
    ("Оснащение", "building.built.main", "number-as-text", "1957 г."),
    ("Оснащение", "rooms.modern.main", "number-as-text", "1"),
    ("Оснащение", "gym.area", "number-as-text", "112,5"),
    ("Оснащение", "computer_class.kind", "choice", "есть"),
    ("Оснащение", "computer_class.sanitary", "choice-as-text", "+"),
    ("Оснащение", "computers.internet", "type", FormulaError("#DIV/0!")),
    ("Оснащение", "workshops.1.equipped", "number-as-text", "25 %"),
    ("Оснащение", "workshops.2.profile", "required", None),
    ("Оснащение", "library.fiction", "number-as-text", "1\u00a0234"),
    ("Оснащение", "equipment.geography.available", "required", None),
]

# item, what was changed, what stood there, what was read
REPAIRS = [
    ("contact.date", "date-from-text", "5.06.2020 г.", "2020-06-05"),
    ("staff.all.total", "number-from-text", "12 ", "12"),
    ("staff.mathematics.course_year", "number-from-text", "2017 год", "2017"),
    ("specialists.speech_therapist.count", "number-from-text", "0", "0"),
    ("pupils.total.count", "number-from-text", "143\u00a0", "143"),
    ("pupils.one_parent.count", "number-from-text", " 29", "29"),
    ("families.low_income.count", "number-from-text", "44", "44"),
    ("building.built.main", "number-from-text", "1957 г.", "1957"),
    ("building.needs_repair.main", "text-tidied", "  Кровля, отопление ", "Кровля, отопление"),
    ("rooms.modern.main", "number-from-text", "1", "1"),
    ("gym.kind", "choice-respelt", "Приспособленный", "приспособленный"),
    ("gym.area", "number-from-text", "112,5", "112.5"),
    ("computer_class.sanitary", "choice-from-plus", "+", "да"),
    ("workshops.1.equipped", "number-from-text", "25 %", "0.25"),
    ("workshops.2.equipped", "formula-result", "0.25", "0.25"),
    ("canteen.available", "choice-respelt", "да ", "да"),
    ("library.reading_room", "choice-respelt", "Нет", "нет"),
    ("library.fiction", "number-from-text", "1\u00a0234", "1234"),
    ("equipment.biology.available", "choice-respelt", "ДА", "да"),
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the story's command; all files have one time, because git keeps none."""
    story = shutil.copytree(STORY, tmp_path_factory.mktemp("story"), dirs_exist_ok=True)
    for path in (story / "received").rglob("*"):
        os.utime(path, (CAME.timestamp(), CAME.timestamp()))
    circumstances = load_round(story / "collection.yaml", None)
    consolidate_files([story / "received"], story / "consolidated", circumstances=circumstances)
    return story / "consolidated"


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The plan of the questionnaire."""
    return build_plan(load_form(find_form(f"{FORM}@2020.1")))


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """The script that made the returned files."""
    return story_script(STORY)


def below_received(path: str) -> str:
    """The path of a returned file below `received/`."""
    return path.partition("/received/")[2]


def rows_of(path: Path) -> Rows:
    """A CSV file as rows by column."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_file_has_its_outcome(out: Path) -> None:
    """Each of the 16 files is in received.csv exactly once, with its status, the reason and the school."""
    found = [
        (
            below_received(row["path"]),
            row["status"],
            row["reason"].partition(":")[0],
            row["unit"],
            row["received_at"],
            row["hard"],
        )
        for row in rows_of(out / "received.csv")
    ]
    assert OUTCOMES == found
    assert {path for path, *_ in OUTCOMES} == {
        path.relative_to(RECEIVED).as_posix() for path in RECEIVED.rglob("*") if path.is_file()
    }


def test_missing_schools_are_named(out: Path) -> None:
    """Missing are the school that sent nothing and the one that sent a blank form."""
    assert [
        {"unit": "005", "name": "Школа № 5", "municipality": "Первый район", "form": FORM},
        {"unit": "024", "name": "Школа № 9", "municipality": "Второй район", "form": FORM},
    ] == rows_of(out / "missing.csv")


def test_findings_are_those_of_the_wrong_file(out: Path, plan: Plan) -> None:
    """Nothing is found in the other files; in the wrong one all that was planted, each with sheet and cell."""
    places = plan.cells()
    cells = {name: cell_name(cell.row, cell.column) for name, (_, cell) in places.items()}
    severities = {rule: "soft" if rule.endswith("-as-text") else "hard" for _, _, rule, _ in FINDINGS}
    expected = [("022", WRONG, sheet, cells[item], item, rule, severities[rule]) for sheet, item, rule, _ in FINDINGS]
    columns = ("sheet", "cell", "item", "rule", "severity")
    found = rows_of(out / "findings.csv")
    assert expected == [
        (row["unit"], below_received(row["path"]), *(row[column] for column in columns)) for row in found
    ]
    assert [] == [row["message"] for row in found if f"Лист «{row['sheet']}»" not in row["message"]]
    assert [] == [row["message"] for row in found if f"ячейка {row['cell']}" not in row["message"]]


def test_every_change_is_on_record() -> None:
    """Each answer that was read otherwise than it was typed is a record: the item, the change, before and after."""
    summary = check_files([RECEIVED / WRONG])
    assert REPAIRS == repairs_of(summary)


def test_other_files_needed_no_change() -> None:
    """The other schools' answers are read as they stand, whatever office suite and format saved them."""
    others = [RECEIVED / path for path, status, *_ in OUTCOMES if status == "accepted" and path != WRONG]
    assert [] == repairs_of(check_files(others))


def test_totals_are_sums_of_the_data(out: Path) -> None:
    """Every count, sum and number of choices in totals.csv is that of the answers in data/, region and municipality."""
    answers = answers_in(out)
    counted = [
        row for row in rows_of(out / "totals.csv") if row["statistic"].partition(":")[0] in ("n", "sum", "count")
    ]
    assert [] == [row for row in counted if row["value"] != expected_total(row, answers)]
    assert {"n", "sum", "count:да"} <= {row["statistic"] for row in counted}


@pytest.mark.office
def test_totals_are_sums_of_what_libreoffice_sees(out: Path, plan: Plan, office: LibreOffice) -> None:
    """Sums over LibreOffice's own view of the accepted files, by municipality, equal those in totals.csv exactly."""
    municipality = {row["unit"]: row["municipality"] for row in rows_of(STORY / "units.csv")}
    wrong = {item for _, item, rule, _ in FINDINGS if not rule.endswith("-as-text")}
    repaired = {item: Decimal(after) for item, code, _, after in REPAIRS if code == "number-from-text"}
    summed = {item.name for item in plan.items if item.summed}
    sums: Sums = defaultdict(Decimal)
    for path in (path for path, status, *_ in OUTCOMES if status == "accepted"):
        seen = office.read(RECEIVED / path)
        places = {name: (sheet.name, cell_name(cell.row, cell.column)) for name, (sheet, cell) in plan.cells().items()}
        values = {item: seen[sheet].get(cell) for item, (sheet, cell) in places.items()}
        for item in summed:
            value = values[item]
            if path == WRONG and item in wrong:
                continue
            if path == WRONG and item in repaired:
                sums[item, municipality["022"]] += repaired[item]
            elif value is not None:
                assert isinstance(value, float), (path, item, value)
                sums[item, municipality[str(values["unit.code"])]] += Decimal(repr(value))
    for item, name in list(sums):
        sums[item, ""] += sums[item, name]
    assert sums == {
        (row["item"], row["municipality"]): Decimal(row["value"])
        for row in rows_of(out / "totals.csv")
        if row["statistic"] == "sum" and row["value"]
    }


@pytest.mark.office
def test_findings_point_at_what_libreoffice_sees(out: Path, office: LibreOffice) -> None:
    """In the sheet and cell that a finding names stands what the school put there, error values included."""
    found = rows_of(out / "findings.csv")
    seen = office.read(RECEIVED / WRONG, {s: [r["cell"] for r in found if r["sheet"] == s] for s, *_ in FINDINGS})
    assert [value for *_, value in FINDINGS] == [seen[row["sheet"]][row["cell"]] for row in found]


def test_answers_describe_the_received_files(make: ModuleType) -> None:
    """Every returned form is described in `answers/`, and every school but the missing one returned something."""
    described = {file.path for file in make.returned_files()}
    assert {path for path, *_ in OUTCOMES} == described | {make.FOREIGN_FILE, make.LOCK_FILE}
    units = {row["unit"] for row in rows_of(STORY / "units.csv")}
    assert {"024"} == units - {file.unit for file in make.returned_files()}


@pytest.mark.office
def test_files_are_made_again(make: ModuleType, office: LibreOffice, tmp_path: Path) -> None:
    """Made again, a file of each kind holds the committed values, and the same bytes under the same LibreOffice."""
    chosen = ["Второй район/023_orenburg-resources.xls", "Первый район/анкета школа 3.ods", WRONG]
    make.make(tmp_path, office, chosen)
    same_office = make.MADE_WITH.read_text(encoding="utf-8") == f"LibreOffice {office.version}\n"
    for path in chosen:
        assert office.read(RECEIVED / path) == office.read(tmp_path / path)
        assert not same_office or (RECEIVED / path).read_bytes() == (tmp_path / path).read_bytes(), path


def repairs_of(summary: Summary) -> list[tuple[str, str, str, str]]:
    """Item, change, before and after of every repair."""
    found = []
    for version in (version for form in summary.forms for version in form.versions):
        for submission in version.dataset.submissions:
            for repair in submission.repairs:
                after = str(submission.values[repair.item])
                found.append((version.plan.items[repair.item].name, repair.code, repair.before, after))
    return found


def answers_in(out: Path) -> dict[tuple[str, str], list[str]]:
    """The answers in data/ by item and municipality, blanks left out; municipality empty: all."""
    answers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in (out / "data").glob("*.csv"):
        block = path.name.split(".")[1]
        for row in rows_of(path):
            for column in row.keys() - {"unit", "municipality", "row"}:
                item = ".".join([block, *([row["row"]] if "row" in row else []), column])
                if row[column]:
                    answers[item, row["municipality"]].append(row[column])
                    answers[item, ""].append(row[column])
    return answers


def expected_total(row: dict[str, str], answers: dict[tuple[str, str], list[str]]) -> str:
    """What a row of totals.csv must say."""
    given = answers.get((row["item"], row["municipality"]), [])
    if row["statistic"] == "n":
        return str(len(given))
    if row["statistic"].startswith("count:"):
        return str(given.count(row["statistic"].removeprefix("count:")))
    return format(sum(map(Decimal, given), Decimal()).normalize(), "f") if given else ""


def test_machine_data(out: Path) -> None:
    """`frictionless` finds no error in the CSV files."""
    assert_judged_sound(out)
