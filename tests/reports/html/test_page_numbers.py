"""Every number of the page is that of totals.csv, and every total is made of the answers that the page leads to."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.html.read_page import Element, data_of, page_of, part
from tests.reports.made_up import form_of, made_up_units, returned, submission, summary_of
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value
from xlforms.reports.csv_files import TOTALS, print_csv, total_rows
from xlforms.reports.html.shown_numbers import show_number

FORM = form_of("""
form: f
version: "1"
title: Ф
code: Ф
sections:
  - section: s
    title: Раздел
    sheet: Лист
    blocks:
      - table: t
        title: Таблица
        columns:
          - {column: whole, title: целое, type: integer}
          - {column: money, title: сумма, type: money}
          - {column: share, title: доля, type: percent}
          - {column: ratio, title: отношение, type: percent, computed: money / whole}
          - {column: kind, title: вид, type: choice, choices: [а, б]}
          - {column: since, title: с года, type: year}
          - {column: blank, title: пусто – ноль, type: integer, blank: zero}
        rows: [{row: a, title: А}, {row: b, title: Б}]
""")
UNITS = made_up_units(6, 3)
_COLUMNS: dict[str, st.SearchStrategy[Value]] = {
    "whole": st.integers(-5, 1_000_005),
    "money": st.sampled_from([0.1, 0.2, 0.7, 1e-3, 123456789.01]) | st.floats(0, 1e12, allow_nan=False),
    "share": st.floats(0, 1, allow_nan=False),
    "kind": st.sampled_from(["а", "б"]),
    "since": st.integers(1900, 2020),
    "blank": st.integers(0, 9),
}
_CELLS = {f"t.{row}.{column}": values for row in "ab" for column, values in _COLUMNS.items()}
_FILES = st.lists(
    st.tuples(
        st.sampled_from(["001", "002", "003", "004", "006", "77"]),
        st.fixed_dictionaries({}, optional=_CELLS),
        st.sets(st.sampled_from(sorted(_CELLS)), max_size=2),
    ),
    max_size=6,
)
Drawn = list[tuple[str, dict[str, Value], set[str]]]


def _summary(drawn: Drawn) -> Summary:
    received: list[Received] = []
    for number, (unit, answers, wrong) in enumerate(drawn):
        good = {name: value for name, value in answers.items() if name not in wrong}
        bad = {name: InvalidAnswer("not-a-number", "</script> нет") for name in wrong}
        received.append(returned(submission(FORM, unit, good, invalid=bad), path=f"{number}.xlsx", hours=number))
    return summary_of(received, UNITS, form=FORM)


def _csv_totals(summary: Summary) -> dict[tuple[str, str, str], str]:
    """Item, municipality and statistic, and the value as the file has it."""
    rows = csv.DictReader(io.StringIO(print_csv(TOTALS, total_rows(summary)).decode()))
    return {(row["item"], row["municipality"], row["statistic"]): row["value"] for row in rows}


def _page_totals(data: dict[str, Any]) -> dict[tuple[str, str, str], object]:
    """The same from the data of the page."""
    found = {}
    for form in data["forms"]:
        for item, kind, totals in zip(form["items"]["name"], form["kind"], form["totals"], strict=True):
            values = iter(totals)
            for group in form["groups"] if totals else ():
                for statistic in form["kinds"][kind]:
                    found[item, data["places"][group] if group >= 0 else "", statistic] = next(values)
            assert [] == list(values)
    return found


def _answers(form: dict[str, Any], item: str) -> list[str]:
    answers: str = form["answers"][form["items"]["name"].index(item)]
    return answers.split(",") if form["sent"]["unit"] else []


@settings(max_examples=20, deadline=None)
@given(_FILES)
def test_embedded_totals(drawn: Drawn) -> None:
    """The data hold every total of totals.csv and no other."""
    summary = _summary(drawn)
    expected = {key: float(value) if value else None for key, value in _csv_totals(summary).items()}
    found = _page_totals(data_of(page_of(summary)))
    assert expected == {key: None if value is None else float(str(value)) for key, value in found.items()}


@settings(max_examples=20, deadline=None)
@given(_FILES)
def test_totals_are_made_of_answers(drawn: Drawn) -> None:
    """The answers of the schools of a municipality, to which a number leads, add up to it; n is how many they are."""
    summary = _summary(drawn)
    data, totals = data_of(page_of(summary)), _csv_totals(summary)
    for form in data["forms"]:
        places = [data["units"]["place"][unit] for unit in form["sent"]["unit"]]
        for item, municipality, statistic in totals:
            answers = [
                answer
                for answer, place in zip(_answers(form, item), places, strict=True)
                if answer and municipality in ("", data["places"][place])
            ]
            if statistic == "n":
                assert totals[item, municipality, "n"] == str(len(answers))
            elif statistic == "sum" and answers:
                assert Fraction(totals[item, municipality, "sum"]) == sum(map(Fraction, answers))
            elif statistic.startswith("count:"):
                chosen = [form["texts"][int(answer)] for answer in answers]
                assert totals[item, municipality, statistic] == str(chosen.count(statistic.removeprefix("count:")))


def _cells(page: Element) -> dict[str, tuple[str, str, str]]:
    """By item: the number with all its digits, what is shown, how many units it covers."""
    form = data_of(page)["forms"][0]
    found = {}
    for button in part(page, "totals").all("button"):
        if "data-item" in button.attributes:
            item = form["items"]["name"][int(button.attributes["data-item"].partition(":")[2])]
            values = [element.attributes["value"] for element in button.all("data")]
            assert button.parent is not None
            small = [element.text.removeprefix("учтено школ: ") for element in button.parent.all("small")]
            found[item] = ("".join(values), button.text.removesuffix("*"), "".join(small))
    return found


@settings(max_examples=20, deadline=None)
@given(_FILES)
def test_shown_totals(drawn: Drawn) -> None:
    """A number in a table is that of totals.csv, rounded for the eye; what nobody answered shows a dash."""
    summary = _summary(drawn)
    if not summary.forms:
        return
    totals, cells = _csv_totals(summary), _cells(page_of(summary))
    statistics = {"whole": "sum", "money": "sum", "share": "median", "ratio": "computed", "blank": "sum"}
    types = {"whole": "integer", "money": "money", "share": "percent", "ratio": "percent", "blank": "integer"}
    for row in "ab":
        for column, statistic in statistics.items():
            name = f"t.{row}.{column}"
            value, n = totals[name, "", statistic], totals[name, "", "n"]
            if value:
                shown = show_number(Decimal(value), types[column])
                assert (value, " ".join(shown.split()), n) == cells[name]
        years = f"t.{row}.since"
        if years in cells and totals[years, "", "n"] != "0":
            span = "–".join(dict.fromkeys((totals[years, "", "min"], totals[years, "", "max"])))
            assert ("", span, totals[years, "", "n"]) == cells[years]
        kinds = f"t.{row}.kind"
        counts = [f"{kind} — {totals[kinds, '', f'count:{kind}']}" for kind in "аб"
                  if totals[kinds, "", f"count:{kind}"] != "0"]  # fmt: skip
        if counts:
            assert ("", " ".join(counts), totals[kinds, "", "n"]) == cells[kinds]
