"""The laws of summary.xlsx: numbers equal totals.csv, links lead to what makes them, nobody is left out unnamed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.reports.linked_cells import Shown, answers_at, shown_cells
from tests.reports.made_up import returned, small_form, submission, summary_of
from tests.reports.read_back import opened, rows_of
from xlforms.consolidation.summary import Summary
from xlforms.consolidation.totals import REGION
from xlforms.definitions.units import Unit, Units
from xlforms.intake.submission import InvalidAnswer, Submission
from xlforms.intake.values import Value
from xlforms.layout.place import cell_name

SECTIONS = ("Свод Кадры", "Свод Здание")
PLACES = {REGION: "Регион в целом", "Район 1": "Район 1", "Район 2": "Район 2"}
WRONG = ("staff.russian.total", "staff.russian.young")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a failure would be shrunk for minutes
UNREADABLE = "много"
ANSWERS = st.fixed_dictionaries({}, optional={
    "staff.russian.total": st.integers(0, 600),  # over 500 is out of range and must not be counted
    "staff.russian.young": st.integers(0, 600),
    "staff.mathematics.total": st.integers(0, 500),
    "staff.russian.topic": st.sampled_from(["ФГОС", "ИКТ"]),
    "building.built": st.integers(1790, 2020),
    "building.kind": st.sampled_from(["типовой", "нет"]),
    "building.area": st.one_of(st.just(UNREADABLE), st.decimals(0, 1000, places=2).map(float)),
    "building.wear": st.decimals(0, 1, places=2).map(float),
})  # fmt: skip
ROUNDS = st.lists(st.one_of(st.none(), ANSWERS), min_size=2, max_size=7)


def made_up(rounds: Sequence[Mapping[str, Value] | None]) -> Summary | None:
    """Schools of two districts in turn, the last one of no district; None stands for a school that was silent."""
    units = [
        Unit(f"{number:03d}", f"Школа № {number}", "" if number == len(rounds) else f"Район {number % 2 + 1}", "", {})
        for number in range(1, len(rounds) + 1)
    ]
    received = [
        returned(made_up_submission(unit.unit, answers))
        for unit, answers in zip(units, rounds, strict=True)
        if answers is not None
    ]
    return summary_of(received, Units("units.csv", tuple(units))) if received else None


def made_up_submission(unit: str, answers: Mapping[str, Value]) -> Submission:
    """A text in place of a number is what intake could not read."""
    read = {item: value for item, value in answers.items() if value != UNREADABLE}
    invalid = {item: InvalidAnswer("not-a-number", UNREADABLE) for item in answers if item not in read}
    return submission(small_form(), unit, read, invalid=invalid)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
@given(ROUNDS)
def test_laws(rounds: Sequence[Mapping[str, Value] | None]) -> None:
    """Numbers equal totals.csv; their links select just the answers that make them; the region is the sum of its
    municipalities and of the schools without one; schools with answers that are not counted are named."""
    summary = made_up(rounds)
    if summary is not None:
        book = opened(summary)
        check_numbers(book, summary)
        check_region(book)
        check_names(book, rounds)


def check_numbers(book: Any, summary: Summary) -> None:
    """Every number shown is that of totals.csv and has a link, which selects the answers that make it, and no others;
    the n beside it is how many these are."""
    totals = {total[1:4]: total.value for total in summary.forms[0].totals}
    met = set()
    for name in SECTIONS:
        for shown in shown_cells(book[name]):
            place = next(place for place, words in PLACES.items() if words == shown.block)
            answers = answers_at(book, shown.location)
            met.add((answers.item, place))
            assert place == REGION or {place} == set(answers.municipalities)
            assert place != REGION or len(summary.units) == len(answers.values)
            if isinstance(shown.value, str) and shown.value.startswith("–"):
                assert () == answers.counted
                continue
            assert len(answers.counted) == units_told(shown)
            assert totals.get((answers.item, place, "n"), units_told(shown)) == units_told(shown)
            check_value(shown, place, answers.item, totals, answers.counted)
            if (answers.item, place, "sum") in totals:
                assert abs(float(str(shown.value)) - answers.sum) < 1e-6
        assert [] == unlinked_numbers(book[name])
    given_ = {(item, place) for item, place, statistic in totals if statistic == "n" and totals[item, place, "n"]}
    assert given_ <= met


def check_region(book: Any) -> None:
    """Of every summed item the region is what its municipalities come to, and the schools that named none."""
    shown = {}
    for name in SECTIONS:
        for entry in shown_cells(book[name]):
            shown[answers_at(book, entry.location).item, entry.block] = entry.value
    machine, *units = rows_of(book["По школам"], 7)
    for item in ("staff.russian.total", "staff.mathematics.total", "building.area"):
        region, *parts = [number(shown.get((item, words))) for words in PLACES.values()]
        alone = sum(number(row[machine.index(item)]) for row in units if row[2] is None)
        assert round(region, 6) == round(sum(parts) + alone, 6)


def check_names(book: Any, rounds: Sequence[Mapping[str, Value] | None]) -> None:
    """Under the table of its municipality each school is named that gave an answer which is not counted, with the
    cells of the form; and nobody else."""
    expected: dict[str, set[str]] = {}
    for at, answers in enumerate(rounds, start=1):
        for item in WRONG:
            if answers is not None and int(str(answers.get(item, 0))) > 500:
                expected.setdefault(f"Школа № {at} ({at:03d})", set()).add(in_form(item))
    named: dict[str, set[str]] = {}
    for text in (str(row[1]) for row in rows_of(book["Свод Кадры"], 6)):
        for school, cells in re.findall(r"(Школа № \d+ \(\d+\)) — ([A-Z0-9, ]+)", text):
            named[school] = set(cells.split(", ")) & set(map(in_form, WRONG))
    assert expected == {school: cells for school, cells in named.items() if cells}


def check_value(
    shown: Shown, place: str, item: str, totals: Mapping[tuple[str, str, str], Any], counted: tuple[object, ...]
) -> None:
    """A number is the sum, else the computed value, else the median; a text counts choices, texts, or spans years."""
    if isinstance(shown.value, int | float):
        known = [totals.get((item, place, statistic)) for statistic in ("sum", "computed", "median")]
        assert next(float(value) for value in known if value is not None) == shown.value
    elif item == "building.built":
        years = sorted(str(year) for year in counted)
        assert str(shown.value).rstrip("*") == "–".join(dict.fromkeys((years[0], years[-1])))
    elif item == "building.kind":
        lines = str(shown.value).rstrip("*").split("\n")
        counts = {choice: int(count) for choice, count in (line.split("\u00a0— ") for line in lines)}
        assert {choice: totals[item, place, f"count:{choice}"] for choice in counts} == counts
        assert {choice: counted.count(choice) for choice in counts} == counts
    else:
        assert str(len(counted)) == str(shown.value).split(" ")[0]


def unlinked_numbers(worksheet: Any) -> list[object]:
    """Numbers that lead nowhere, those of the columns of the form aside."""
    lonely = []
    for row in worksheet.iter_rows(min_row=6, min_col=3):
        numbers = [cell for cell in row if isinstance(cell.value, int | float)]
        if [cell.value for cell in numbers] != list(range(1, len(numbers) + 1)) or worksheet.cell(row[0].row, 2).value:
            lonely += [cell.coordinate for cell in numbers if cell.hyperlink is None]
    return lonely


def units_told(shown: Shown) -> int:
    """How many units a cell is said to cover."""
    count = re.match(r"\d+", shown.n)
    text = re.match(r"(\d+) ответ", str(shown.value))
    assert count is not None
    return int(text[1]) if text else int(count[0])


def in_form(item: str) -> str:
    """The address of an item's cell in the form."""
    _, cell = small_form()[0].cells()[item]
    return cell_name(cell.row, cell.column)


def number(value: object) -> float:
    """A number, 0 for a dash or nothing."""
    return float(value) if isinstance(value, int | float) else 0.0
