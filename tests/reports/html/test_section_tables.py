"""The totals in the layout of the form."""

from __future__ import annotations

from tests.reports.html.read_page import page_of, part, table
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.summary import Summary
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value


def _summary() -> Summary:
    one: dict[str, Value] = {
        "staff.russian.total": 300, "staff.mathematics.total": 4, "staff.mathematics.young": 1,
    }  # fmt: skip
    other: dict[str, Value] = {
        "staff.russian.total": 5, "staff.russian.topic": "ФГОС", "building.kind": "нет", "building.wear": 0.125,
        "building.head": "Тайный",
    }  # fmt: skip
    wrong = {"staff.mathematics.total": InvalidAnswer("not-a-number", "много")}
    files = [submission(small_form(), "001", one),
             submission(small_form(), "002", other, invalid=wrong)]  # fmt: skip
    return summary_of([returned(each) for each in files], made_up_units(2, 1))


def test_table() -> None:
    """Headings in two lines, headings between rows, numbers with the schools that they cover, a star, a dash."""
    found = table(part(page_of(_summary()), "totals"), "Кадровый состав").rows()
    assert [
        ("Учителя", "количество", "из них", "тема курсов"),
        ("молодые", "% молодых"),
        ("русского языка", "305 2", "–", "–", "1 ответ"),
        ("из них:",),
        ("математики", "4* 1", "1 1", "25 % 1", "–"),
    ] == [tuple(cell.replace("учтено школ: ", "") for cell in row) for row in found]


def test_card() -> None:
    """A card has one column; choices are counted, a share is a middle, personal answers are not shown."""
    rows = table(part(page_of(_summary()), "totals"), "О здании").rows()
    assert ("показатель", "значение") == rows[0]
    assert {("спортивный зал", "нет — 1 1"), ("износ", "12,5 % 1"), ("кто отвечает", "—"), ("площадь", "–")} <= {
        (caption, value.replace("учтено школ: ", "")) for caption, value in rows[1:]
    }


def test_what_leads_on() -> None:
    """Every number leads on; a dash does not."""
    found = table(part(page_of(_summary()), "totals"), "Кадровый состав")
    assert ["305", "1 ответ", "4*", "1", "25 %"] == [button.text for button in found.all("button")]
    assert ["305", "4", "1", "0.25"] == [element.attributes["value"] for element in found.all("data")]
