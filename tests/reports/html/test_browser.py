"""report.html in a real browser: what a person does with it, on a desk, on a phone and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.reports.html.conftest import find_browser
from tests.reports.made_up import SMALL_FORM, form_of, made_up_units, returned, small_form, submission, summary_of
from tests.reports.made_up_figures import figure_summary
from tests.reports.made_up_roadmap import progress_summary, report, said
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import Collection
from xlforms.intake.submission import InvalidAnswer
from xlforms.reports.html.page import print_page

pytestmark = pytest.mark.browser
DESK, PHONE = (1280, 900), (400, 800)
AXE = files("axe_playwright_python") / "axe.min.js"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield running
        running.close()


def _round() -> Summary:
    """Ten schools of three municipalities; seven answer, one with mistakes."""
    received = [
        returned(submission(small_form(), f"{number:03d}", {
            "staff.russian.total": number, "staff.russian.young": 1, "building.built": 1950 + number,
            "building.kind": "нет", "building.lacks": "Мастерских" if number % 2 else f"Зала № {number}",
        }))
        for number in range(1, 7)
    ]  # fmt: skip
    wrong = {"building.area": InvalidAnswer("not-a-number", "<b>много</b>")}
    received.append(returned(submission(small_form(), "010", {"staff.russian.total": 999}, invalid=wrong)))
    collection = Collection(collection="c", title="Сбор", deadline=date(2020, 6, 5))
    return summary_of(received, made_up_units(10, 3), collection=collection, as_of=date(2020, 6, 8))


@contextmanager
def _opened(browser: Browser, folder: Path, summary: Summary, size: tuple[int, int] = DESK) -> Iterator[Page]:
    """The page in a window; it must not complain, nor ask any network for anything."""
    path = folder / "report.html"
    path.write_bytes(print_page(summary))
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    yield page
    assert ([], [path.as_uri()]) == (complaints, asked)
    page.close()


def test_search(browser: Browser, tmp_path: Path) -> None:
    """A school is found by a part of its name, marked on every chart and told about; a click takes the mark away."""
    with _opened(browser, tmp_path, _round()) as page:
        page.fill("#find", "школа № 3")
        found = page.locator("#found button").all_inner_texts()
        assert ["Школа № 3 003, Район 1", "Школа № 9 009, Район 3", "Школа № 10 010, Район 3"] == found
        page.keyboard.press("Enter")
        assert "сдано 01.06.2020" in page.locator("#school").inner_text()
        page.wait_for_function("document.querySelectorAll('#figures svg').length === 2")
        told = page.locator(".told").all_inner_texts()
        assert ["Школа № 3, Район 1: 33,3\u00a0%", "Школа № 3, Район 1: 1953"] == told
        assert 2 == page.locator("#figures svg text", has_text="Школа № 3").count()
        page.click("text=Снять отметку")
        assert [True, 0] == [
            page.locator("#school").is_hidden(), page.locator("#figures svg text", has_text="Школа № 3").count(),
        ]  # fmt: skip


def test_arrow_keys(browser: Browser, tmp_path: Path) -> None:
    """On a chart the arrow keys go from school to school, and what they stand on is told."""
    with _opened(browser, tmp_path, _round()) as page:
        page.select_option("#figure-item", label="русского языка / количество")
        chart = page.locator("#figure-chosen .chart")
        told = page.locator("#figure-chosen .told")
        chart.focus()
        page.keyboard.press("End")
        assert "Школа № 6, Район 2: 6" == told.inner_text()
        page.keyboard.press("ArrowLeft")
        assert "Школа № 5, Район 2: 5" == told.inner_text()
        page.check("#figure-places")
        page.wait_for_selector("#figure-chosen svg")
        assert 6 == page.locator("#figure-chosen svg circle").count()


def test_drill_down(browser: Browser, tmp_path: Path) -> None:
    """From a total to municipalities, to schools, to file and cell; Esc closes, and the focus is where it was."""
    with _opened(browser, tmp_path, _round()) as page:
        button = page.locator("#totals td", has_text="21").locator("button").first
        button.focus()
        page.keyboard.press("Enter")
        rows = [row.split("\t") for row in page.locator(".drill-totals tbody tr").all_inner_texts()]
        assert [
            ("Регион в целом", "6", "21"),
            ("Район 1", "4", "10"),
            ("Район 2", "2", "11"),
            ("Район 3", "0", "–"),
        ] == [tuple(row[:3]) for row in rows]
        page.locator("#drill summary", has_text="Район 3").click()
        assert [
            ["Школа № 9", "форма не сдана", "", ""],
            ["Школа № 10", "не учтено: «999»", "лист «Кадры», ячейка D10", "получено/010.xlsx"],
        ] == [row.split("\t") for row in page.locator("#drill .drill-schools tbody tr").all_inner_texts()]
        page.keyboard.press("Escape")
        assert page.locator("#drill").is_hidden()
        assert button.evaluate("element => element === document.activeElement")


def test_key_figures(browser: Browser, tmp_path: Path) -> None:
    """They come first; a line shows the region, by municipality its value and n; a number leads to what it rests on."""
    with _opened(browser, tmp_path, figure_summary()) as page:
        page.wait_for_function("document.querySelectorAll('#figures svg').length === 3")
        captions = [text.replace("\u00a0", " ") for text in page.locator("#figures figcaption").all_inner_texts()]
        assert [
            "Учителей, чел.: по региону 78, учтено школ: 6; школы – от 4 до 30",
            "Доля молодых: по региону 27,8 %, учтено школ: 5; школы – от 0 % до 50 %",
            "Год постройки: по региону 1970, учтено школ: 5; школы – от 1950 до 1990",
        ] == captions
        page.select_option("#figure-item", label="Доля молодых")
        page.check("#figure-places")
        places = page.locator("#figure-chosen svg text", has_text="школы")
        places.nth(1).wait_for()
        told = places.all_text_contents()
        assert ["31,7 % (3 школы)", "8,3 % (2 школы)"] == [text.replace("\u00a0", " ") for text in told]
        page.select_option("#figure-item", label="Доля холодных школ")
        page.fill("#find", "школа № 2")
        page.keyboard.press("Enter")
        page.wait_for_function("document.querySelector('#figure-chosen .told')?.innerText.includes('Школа № 2')")
        caption = page.locator("#figure-chosen figcaption").inner_text().replace("\u00a0", " ")
        assert "Доля холодных школ: по региону 60 %; «да» у 3 школ из 5" == caption
        assert "Школа № 2, Район 1: да" == page.locator("#figure-chosen .told").inner_text()
        page.locator("#key-figures button", has_text="27,8").first.click()
        rests = page.locator("#drill .rests button")
        rests.nth(1).wait_for()
        assert ["русского языка / из них: молодые", "русского языка / количество"] == rests.all_inner_texts()
        page.locator("#drill summary", has_text="Район 2").click()
        assert [
            ["Школа № 4", "25\u00a0%", "получено/004.xlsx"],
            ["Школа № 5", "0\u00a0%", "получено/005.xlsx"],
            ["Школа № 6", "значения нет", "получено/006.xlsx"],
        ] == [row.split("\t") for row in page.locator("#drill .drill-schools tbody tr").all_inner_texts()]
        assert [] == _faults(page)
        rests.nth(1).click()
        assert "Из чего сложилось: русского языка / количество" == page.locator("#drill-title").inner_text()


def _count(page: Page) -> str:
    return str(page.locator("#finding-count").inner_text()).replace("\u00a0", " ")


def test_filters(browser: Browser, tmp_path: Path) -> None:
    """Findings by words, municipality, kind and state, in two orders; and all of them again."""
    with _opened(browser, tmp_path, _round()) as page:
        everything = _count(page)
        lines = page.locator("#finding-list li")
        assert ("Найдено: 51 замечание у 7 школ.", 51) == (everything, lines.count())
        page.fill("[name=search]", "«<b>много здание")
        assert "Найдено: 1 замечание у 1 школы." == _count(page)
        assert "<b>много</b>" in lines.inner_text()
        page.fill("[name=search]", "паровоз")
        assert ("Таких замечаний нет.", 0) == (_count(page), lines.count())
        page.click("button[type=reset]")
        page.wait_for_function("document.querySelectorAll('#finding-list li').length === 51")
        assert everything == _count(page)
        page.select_option("[name=place]", label="Район 3")
        page.select_option("[name=state]", label="ответ не учтён")
        assert "Найдено: 2 замечания у 1 школы." == _count(page)
        page.select_option("[name=order]", label="по видам замечаний")
        assert {"не число", "число вне допустимых границ"} == set(page.locator("#finding-list h3").all_inner_texts())


def _needs(page: Page) -> list[str]:
    rows = page.locator("#needs tbody > tr:visible").all_inner_texts()
    return [" ".join(row.replace("\t", " | ").split()) for row in rows]


def test_needs(browser: Browser, tmp_path: Path) -> None:
    """Equal answers stand together and unfold to their schools; a municipality and words narrow them down."""
    with _opened(browser, tmp_path, _round()) as page:
        everything = _needs(page)
        assert ["Мастерских | 3 | в 2 муниципалитетах", "Зала № 2 | 1 | Район 1: Школа № 2 (002)"] == everything[:2]
        page.click("text=в 2 муниципалитетах")
        assert "Район 1: 2 школы Школа № 1 (001), Школа № 3 (003)" in _needs(page)[0]
        page.click("text=в 2 муниципалитетах")
        page.select_option("#need-place", label="Район 2")
        assert [
            "Мастерских | 1 | Район 2: 1 школа Школа № 5 (005)",
            "Зала № 6 | 1 | Район 2: Школа № 6 (006)",
        ] == _needs(page)
        page.fill("#need-search", "школа № 5")
        assert ("Разных ответов: 1.", 1) == (page.locator("#need-count").inner_text(), len(_needs(page)))
        page.fill("#need-search", "паровоз")
        assert ("Таких ответов нет.", []) == (page.locator("#need-count").inner_text(), _needs(page))
        page.fill("#need-search", "")
        page.select_option("#need-place", label="все")
        assert everything == _needs(page)


def test_needs_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    """A long question does not make the page wider than a phone."""
    parts = form_of(SMALL_FORM.replace("чего не хватает", "чего не хватает в школе и на пришкольном участке " * 3))
    received = [returned(submission(parts, "001", {"building.lacks": "мастерских"}))]
    with _opened(browser, tmp_path, summary_of(received, made_up_units(1, 1), form=parts), PHONE) as page:
        assert ["мастерских 1 Район 1: Школа № 1 (001)"] == _needs(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_who_is_missing_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    """Long titles of several forms do not make the page wider than a phone either."""
    other = form_of(
        SMALL_FORM.replace("form: small", "form: other").replace("Малая анкета", "План поддержки школ " * 4)
    )
    received = [returned(submission(other, "002", {"staff.russian.total": 1}))]
    forms = {("small", "1"): small_form(), ("other", "1"): other}
    units = made_up_units(3, 1)
    summary = consolidate(received, forms, ["small", "other"], units=units, collection=None, as_of=None)
    with _opened(browser, tmp_path, summary, PHONE) as page:
        assert 5 == page.locator("#missing tbody tr").count()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert [] == _faults(page)


def test_heat_map(browser: Browser, tmp_path: Path) -> None:
    """Every measure by every school, its state as a sign, a colour and words; one municipality when asked."""
    summary = progress_summary([report("001", said(spring="в работе", summer="выполнено 2021-02-01"))], 3, 2)
    with _opened(browser, tmp_path, summary) as page:
        page.wait_for_selector(".heat-map")
        assert ["Школа № 1", "Школа № 2", "Школа № 3"] == page.locator(".heat-map .unit").all_inner_texts()
        summer = page.locator(".heat-map tr", has_text="Курсы").locator("td")
        assert ["✓ выполнено", "? нет ответа", "? нет ответа"] == [
            " ".join(cell.evaluate("cell => [...cell.children].map(part => part.textContent)"))
            for cell in summer.all()
        ]  # fmt: skip
        page.select_option("#heat-0", label="Район 2")
        assert ["Школа № 3"] == page.locator(".heat-map .unit").all_inner_texts()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_no_serious_fault(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    """axe-core finds no fault, with a school marked and a number opened; a phone need not scroll aside."""
    for summary in (_round(), figure_summary(), progress_summary([report("001", said(spring="в работе"))], 3, 2)):
        with _opened(browser, tmp_path, summary, size) as page:
            page.fill("#find", "школа № 1")
            page.keyboard.press("Enter")
            page.wait_for_timeout(300)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            assert [] == _faults(page)
            page.locator("#totals button[data-item]").first.click()
            assert [] == _faults(page)


def _faults(page: Page) -> list[tuple[str, str]]:
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found: dict[str, Any] = page.evaluate("axe.run()")
    return [(fault["impact"], fault["id"]) for fault in found["violations"]]


def test_paper(browser: Browser, tmp_path: Path) -> None:
    """Printing opens what is folded and leaves out what only a screen can use."""
    with _opened(browser, tmp_path, _round()) as page:
        page.emulate_media(media="print")
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert 0 == page.locator("details[data-print]:not([open])").count()
        assert [True, True] == [page.locator(name).is_hidden() for name in ("nav", "#finding-filters")]
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert 0 < page.locator("details[data-print]:not([open])").count()
