"""What the columns of answers are."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.made_up import returned, submission
from tests.reports.nasty_round import NEW, UNITS, nasty_summary
from xlforms.intake.values import Value
from xlforms.reports.csv_files import print_value
from xlforms.reports.data_files import data_files
from xlforms.reports.machine_table import Column


def _columns(table: str) -> dict[str, Column]:
    tables = {found.name: found for found in data_files(nasty_summary())}
    return {column.name: column for column in tables[f"data/nasty-form.{table}"].columns}


def test_kinds() -> None:
    """Whole numbers are integers, but not what is computed; a column whose rows ask different things is text."""
    kinds = {column.name: column.kind for name in ("t", "mixed", "c") for column in _columns(name).values()}
    assert {
        "unit": "string", "municipality": "string", "row": "string", "text": "string", "whole": "integer",
        "share": "number", "money": "number", "half": "number", "zero": "integer", "part": "number",
        "value": "string", "day": "date", "year": "integer", "sign": "string", "ok": "string", "long": "string",
    } == kinds  # fmt: skip


def test_words() -> None:
    """Titles are the captions of the form under those of their groups; descriptions say what is asked, and its help."""
    columns = _columns("t") | _columns("mixed") | _columns("c")
    assert {
        "whole": ("числа: целое", "Целое число, шт., от -10 до 1 000 000 000 000 000."),
        "share": ("числа: доля", "Процент, записан долей: 0.25 – это 25 %, от 0 до 1."),
        "half": ("половина", "Целое число, вычисляется: whole / 2."),
        "zero": ("пусто – это ноль", "Целое число, от 0 до 9, пустая ячейка – это 0."),
        "value": ("значение", "В разных строках – разное: год, от 1800 до 2100; дата, от 01.01.1990 до 31.12.2100."),
        "day": ("день", "Дата, от 01.01.1990 до 31.12.2100. Назовите день."),
        "sign": ("знак", 'Выбор из списка: +7 / -нет / да, "есть".'),
    } == {
        name: (columns[name].title, columns[name].description.replace("\u00a0", " "))
        for name in ("whole", "share", "half", "zero", "value", "day", "sign")
    }


def test_constraints() -> None:
    """Limits and lists that whatever counts keeps, choices as the CSV file writes them; none on what is computed."""
    columns = _columns("t") | _columns("mixed") | _columns("c")
    assert {
        "text": {},
        "whole": {"minimum": -10, "maximum": 10**15},
        "share": {"minimum": 0, "maximum": 1},
        "half": {},
        "value": {},
        "day": {"minimum": "1990-01-01", "maximum": "2100-12-31"},
        "sign": {"enum": ["'+7", "'-нет", 'да, "есть"']},
        "ok": {"enum": ["да", "нет"]},
    } == {name: columns[name].constraints for name in ("text", "whole", "share", "half", "value", "day", "sign", "ok")}


_ANSWERS: dict[str, st.SearchStrategy[Value]] = {
    "t.a.whole": st.integers(-15, 5) | st.integers(10**15 - 5, 10**15 + 5),
    "t.a.share": st.floats(-0.1, 1.1),
    "t.a.money": st.floats(-1, 2e12),
    "t.b.zero": st.integers(-2, 11),
    "mixed.year.value": st.integers(1700, 2200),
    "c.day": st.dates(date(1980, 1, 1), date(2110, 1, 1)),
    "c.year": st.integers(1795, 2105),
    "c.sign": st.sampled_from(["+7", "-нет"]),
}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.fixed_dictionaries({}, optional=_ANSWERS), min_size=1, max_size=4))
def test_what_counts_keeps_the_constraints(drawn: list[dict[str, Value]]) -> None:
    """Whatever schools answer, no value in a data file breaks what is said of its column."""
    files = [returned(submission(NEW, unit.unit, answers)) for unit, answers in zip(UNITS, drawn, strict=False)]
    for table in data_files(nasty_summary(files)):
        for column, values in zip(table.columns, zip(*table.rows, strict=True), strict=bool(table.rows)):
            given_values = [value for value in values if value not in (None, "")]
            said = column.constraints
            assert len(given_values) == len(values) or not said.get("required")
            if "enum" in said:
                assert {print_value(value) for value in given_values} <= set(cast(list[str], said["enum"]))
            if "minimum" in said:
                low, high = (_bound(column, said[name]) for name in ("minimum", "maximum"))
                assert all(low <= value <= high for value in given_values)


def _bound(column: Column, bound: object) -> Any:
    return date.fromisoformat(str(bound)) if column.kind == "date" else bound
