"""The tables of key figures on the page."""

from __future__ import annotations

from tests.reports.html.read_page import data_of, page_of, part, table
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.made_up_figures import figure_form, figure_summary


def test_region() -> None:
    """Each figure with its unit, its value, and how many of the forms that came it covers."""
    found = table(part(page_of(figure_summary()), "key-figures"), "Ключевые показатели региона")
    assert [
        ("показатель", "Регион в целом", "учтено форм"),
        ("Учителей, чел.", "78", "6 из 6"),
        ("Доля холодных школ", "60 %", "5 из 6"),
        ("Доля молодых", "27,8 %", "5 из 6"),  # 20 of 72
        ("Год постройки", "1970", "5 из 6"),
        ("Математиков, чел.", "–", "0 из 6"),
    ] == found.rows()


def test_municipalities() -> None:
    """Every municipality and the region below them; small, how many units each number covers."""
    found = table(part(page_of(figure_summary()), "key-figures"), "Ключевые показатели по муниципалитетам")
    covered = "учтено школ:"
    assert [
        ("Муниципалитет", "Учителей, чел.", "Доля холодных школ", "Доля молодых", "Год постройки", "Математиков, чел."),
        ("Район 1", f"60 {covered} 3", f"66,7 % {covered} 3", f"31,7 % {covered} 3", f"1960 {covered} 3",
         f"– {covered} 0"),
        ("Район 2", f"18 {covered} 3", f"50 % {covered} 2", f"8,3 % {covered} 2", f"1985 {covered} 2",
         f"– {covered} 0"),
        ("Район 3", *(f"– {covered} 0",) * 5),
        ("Регион в целом", f"78 {covered} 6", f"60 % {covered} 5", f"27,8 % {covered} 5", f"1970 {covered} 5",
         f"– {covered} 0"),
    ] == found.rows()  # fmt: skip


def test_numbers_lead_on() -> None:
    """A number leads to the item of the page that holds the values of its schools."""
    page = page_of(figure_summary())
    form = data_of(page)["forms"][0]
    buttons = table(part(page, "key-figures"), "Ключевые показатели региона").all("button")
    items = [int(button.attributes["data-item"].partition(":")[2]) for button in buttons]
    assert ["teachers", "cold", "young", "built", "nobody"] == [form["items"]["name"][item] for item in items]
    assert [
        "10,20,30,4,8,6", "0,1,1,0,1,", "0.2,0.1,0.5,0.25,0,", "1950,1960,1970,1980,1990,", ",,,,,",
    ] == [form["answers"][item] for item in items]  # fmt: skip
    values = [[data.attributes["value"] for data in button.all("data")] for button in buttons]
    assert [["78"], ["0.6"], [str(20 / 72)], ["1970"], []] == values


def test_one_municipality_and_none() -> None:
    """One municipality needs no line of the region under it; a form without key figures has no such part."""
    form = figure_form()
    files = [returned(submission(form, "001", {"staff.russian.total": 3}))]
    one = page_of(summary_of(files, made_up_units(2, 1), form=form))
    assert ["Район 1"] == [row[0] for row in table(one, "Ключевые показатели по муниципалитетам").rows()[1:]]
    without = page_of(summary_of([returned(submission(small_form(), "001", {}))], made_up_units(2, 1)))
    assert "key-figures" not in [section.attributes["id"] for section in without.all("section")]
