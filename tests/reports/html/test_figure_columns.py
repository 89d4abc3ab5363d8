"""Key figures as further items of the page."""

from __future__ import annotations

import csv
import io
from typing import Any

from tests.reports.html.read_page import data_of, page_of
from tests.reports.made_up_figures import figure_summary
from xlforms.reports.csv_files import print_csv
from xlforms.reports.figure_rows import KEY_FIGURES, figure_rows


def _form() -> dict[str, Any]:
    form: dict[str, Any] = data_of(page_of(figure_summary()))["forms"][0]
    return form


def test_they_stand_behind_the_items() -> None:
    """Each with its words and its kind; what it is computed of is told by the numbers of items."""
    form = _form()
    items, names = form["items"], form["items"]["name"]
    assert [len(names)] * len(items) == [len(column) for column in items.values()]
    assert [
        ("teachers", "Учителей", "чел.", "integer", "amount"),
        ("cold", "Доля холодных школ", "", "percent", "condition"),
        ("young", "Доля молодых", "", "percent", "level"),
        ("built", "Год постройки", "", "year", "level"),
        ("nobody", "Математиков", "чел.", "integer", "amount"),
    ] == list(zip(*(items[key][-5:] for key in ("name", "label", "unit", "type", "shown")), strict=True))
    assert ["Ключевые показатели"] * 5 == [form["sections"][number] for number in items["section"][-5:]]
    assert [
        ["staff.russian.total"], ["building.warm"], ["staff.russian.young", "staff.russian.total"], ["building.built"],
        ["staff.mathematics.total"],
    ] == [[names[item] for item in rests] for rests in form["rests"]]  # fmt: skip


def test_their_totals() -> None:
    """Number of units and value, for the region and each municipality in turn."""
    form = _form()
    young = form["items"]["name"].index("young")
    assert ["n", "value"] == form["kinds"][form["kind"][young]]
    assert ([-1, 0, 1, 2], [5, 20 / 72, 3, 19 / 60, 2, 1 / 12, 0, None]) == (form["groups"], form["totals"][young])


def test_they_are_those_of_key_figures_csv() -> None:
    """Every value and number of units of the page stands in key_figures.csv, and every value of a school too."""
    data = data_of(page_of(figure_summary()))
    form, codes = data["forms"][0], data["units"]["code"]
    written = csv.DictReader(io.StringIO(print_csv(KEY_FIGURES, figure_rows(figure_summary())).decode()))
    expected = {
        (row["key_figure"], row["municipality"] if not row["unit"] else "", row["unit"]): (row["value"], row["n"])
        for row in written
    }
    found = {}
    for item, name in enumerate(form["items"]["name"]):
        if name not in {figure for figure, _, _ in expected}:
            continue
        totals = iter(form["totals"][item])
        for group in form["groups"]:
            n, value = next(totals), next(totals)
            found[name, data["places"][group] if group >= 0 else "", ""] = (_printed(value), str(n))
        for unit, answer in zip(form["sent"]["unit"], form["answers"][item].split(","), strict=True):
            if answer:
                found[name, "", codes[unit]] = (answer, "")
    assert expected == found


def _printed(value: float | None) -> str:
    return "" if value is None else str(value)


def test_they_are_shown_first() -> None:
    """In the order of the form; conditions make two heaps, and what nobody gave makes no chart."""
    form = _form()
    assert ["teachers", "young", "built"] == [form["items"]["name"][number] for number in form["first"]]
