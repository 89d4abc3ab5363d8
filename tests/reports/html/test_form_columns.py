"""What the page is told of a form, by columns."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.reports.html.read_page import data_of, page_of
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

ANSWERS: dict[str, Value] = {
    "staff.russian.total": 5, "staff.russian.young": 1, "building.built": 1970, "building.kind": "типовой",
    "building.checked": date(2020, 5, 20), "building.lacks": "лаборантской", "building.head": "Тайный",
    "building.area": 12.5,
}  # fmt: skip


def _form() -> dict[str, Any]:
    wrong = {"building.area": InvalidAnswer("not-a-number", "много")}
    one = submission(small_form(), "001", ANSWERS)
    other = submission(small_form(), "003", {"building.built": 99, "building.lacks": "лаборантской"}, invalid=wrong)
    one.moved[[item.name for item in small_form()[0].items].index("building.built")] = ("Здание", "D9")
    data = data_of(page_of(summary_of([returned(one), returned(other)], made_up_units(4, 2))))
    form: dict[str, Any] = data["forms"][0]
    return form


def _by_item(form: dict[str, Any]) -> dict[str, int]:
    return {name: number for number, name in enumerate(form["items"]["name"])}


def test_answers() -> None:
    """Numbers as they are, days since 1970, texts and choices by their numbers, nothing for what does not count."""
    form = _form()
    items, texts = _by_item(form), form["texts"]
    answers = {name: form["answers"][number] for name, number in items.items()}
    assert ("5,", "1970,", "12.5,", "18402,") == tuple(
        answers[name] for name in ("staff.russian.total", "building.built", "building.area", "building.checked")
    )
    assert "0.2," == answers["staff.russian.share"]
    assert ["типовой"] == [texts[int(number)] for number in answers["building.kind"].split(",") if number]
    assert ["лаборантской"] * 2 == [texts[int(number)] for number in answers["building.lacks"].split(",")]


def test_left_out() -> None:
    """What was given and does not count is there as it stood."""
    form = _form()
    names = form["items"]["name"]
    left_out = form["left_out"]
    assert {(1, "building.built", "99"), (1, "building.area", "много")} == {
        (sent, names[item], raw) for sent, item, raw in zip(*left_out.values(), strict=True)
    }


def test_places() -> None:
    """An answer is where the plan has it, or where it was found."""
    form = _form()
    built = _by_item(form)["building.built"]
    assert ("Здание", "D7") == (form["cells"][0]["sheet"][built], form["cells"][0]["cell"][built])
    assert {"sent": [0], "item": [built], "sheet": ["Здание"], "cell": ["D9"]} == form["moved"]


def test_sent_and_missing() -> None:
    """Who sent what, and who is missing, by the numbers of the units."""
    form = _form()
    assert ([0, 2], [1, 3]) == (form["sent"]["unit"], form["missing"])
    assert ["получено/001.xlsx", "получено/003.xlsx"] == form["sent"]["file"]
    assert ["2020-06-01", "2020-06-01"] == form["sent"]["received"]


def test_personal_items_and_identities_are_left_out() -> None:
    """Neither the names nor the answers of personal items are in the page, nor what the register knows better."""
    names = set(_form()["items"]["name"])
    assert {"building.head", "contact.person", "unit.name", "unit.code"} & names == set()
    assert {"contact.position", "building.lacks"} <= names


def test_first_figures() -> None:
    """Of each section the number that most schools gave."""
    form = _form()
    labels = [form["items"]["label"][number] for number in form["first"]]
    assert ["русского языка / из них: % молодых", "О здании / год постройки"] == labels
