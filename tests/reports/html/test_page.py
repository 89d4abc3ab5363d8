"""The page as a whole: whole, safe, the same every time, with an outline that can be listened to."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise

from tests.reports.html.read_page import Element, data_of, page_of, part, read_page, table
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.made_up_roadmap import progress_summary, report, said
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import Collection
from xlforms.definitions.units import Unit, Units
from xlforms.intake.submission import InvalidAnswer
from xlforms.reports.html.page import print_page

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>&lt;\u2028"
ROUND = Collection(collection="c", title=f"Сбор {EVIL}", period="2020 год", deadline=date(2020, 6, 5))


def _evil_summary() -> Summary:
    """Everything that comes from outside says what would do harm."""
    units = Units("u.csv", (Unit("001", f"Школа {EVIL}", f"Район {EVIL}", "s1@example.org"),
                            Unit("002", f"Школа 2 {EVIL}", "Район 2", "s2@example.org")))  # fmt: skip
    answers = submission(
        small_form(),
        "001",
        {"building.lacks": EVIL, "staff.russian.topic": EVIL, "building.head": "Тайный", "staff.russian.total": 999},
        invalid={"building.area": InvalidAnswer("not-a-number", EVIL)},
    )
    return summary_of([returned(answers, path=f"{EVIL}.xlsx")], units, collection=ROUND, as_of=date(2020, 6, 8))


def _plain_summary() -> Summary:
    files = [returned(submission(small_form(), unit, {"staff.russian.total": 3})) for unit in ("001", "003")]
    return summary_of(files, made_up_units(4, 2), collection=ROUND, as_of=date(2020, 6, 8))


def test_texts_stay_texts() -> None:
    """A text from outside makes no element, and the data say it as it was."""
    page = page_of(_evil_summary())
    assert [] == [*page.all("img"), *(each for each in page.all() if "onerror" in each.attributes)]
    scripts = page.all("script")
    assert [{"type": "application/json", "id": "data"}, {}, {}, {}] == [script.attributes for script in scripts]
    data = data_of(page)
    assert EVIL in data["forms"][0]["texts"]
    assert f"Школа {EVIL}" == data["units"]["name"][0]
    assert f"Сбор {EVIL}".rstrip() == page.all("title")[0].raw


def test_nothing_personal() -> None:
    """Answers to personal items and addresses of e-mail are nowhere in the page."""
    page = print_page(_evil_summary()).decode()
    assert [] == [word for word in ("Тайный", "s1@example.org", "s2@example.org") if word in page]


def test_only_our_scripts_may_run() -> None:
    """The policy names the hash of every script and lets nothing be loaded; no element points outside the page."""
    page = page_of(_plain_summary())
    (policy,) = [meta.attributes["content"] for meta in page.all("meta")
                 if meta.attributes.get("http-equiv") == "Content-Security-Policy"]  # fmt: skip
    hashes = [b64encode(sha256(script.raw.encode()).digest()).decode() for script in page.all("script")[1:]]
    assert [
        "default-src 'none'", "script-src " + " ".join(f"'sha256-{each}'" for each in hashes),
        "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'",
    ] == policy.split("; ")  # fmt: skip
    assert [] == [each for each in page.all() if "src" in each.attributes]
    assert set() == {each.attributes["href"] for each in page.all("a") if each.attributes["href"][0] != "#"}
    assert [] == re.findall(r"url\(|@import", page.all("style")[0].raw)


def test_same_bytes() -> None:
    """The same summary gives the same page."""
    assert print_page(_plain_summary()) == print_page(_plain_summary())


def test_nothing_came() -> None:
    """A page without any form says so, and has no empty parts."""
    page = page_of(summary_of([], None))
    assert ["overview", "quality", "findings"] == [section.attributes["id"] for section in page.all("section")]
    assert "Свода пока нет: ни одной пригодной формы." in part(page, "overview").text


def _outline(page: Element) -> list[int]:
    return [int(element.tag[1]) for element in page.all() if re.fullmatch("h[1-6]", element.tag)]


def test_outline() -> None:
    """Headings go down by one step at a time; every link leads to a part; every table, field and scroller is named."""
    for page in (page_of(_plain_summary()), page_of(progress_summary([report("001", said(spring="в работе"))], 3, 2))):
        levels = _outline(page)
        assert [1] == [level for level in levels if level == 1]
        assert all(level <= above + 1 for above, level in pairwise(levels))
        ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
        assert len(ids) == len(set(ids))
        assert {link.attributes["href"][1:] for link in page.all("a")} <= set(ids)
        assert [1] * len(page.all("table")) == [len(each.all("caption")) for each in page.all("table")]
        assert [] == [cell.text for cell in page.all("th") if "scope" not in cell.attributes]
        labels = {label.attributes["for"] for label in page.all("label") if "for" in label.attributes}
        inside = {id(field) for label in page.all("label") for field in label.all()}
        fields = [*page.all("input"), *page.all("select")]
        assert [] == [field for field in fields if field.attributes.get("id") not in labels and id(field) not in inside]
        scrollers = [each for each in page.all("div") if "scroll" in each.attributes.get("class", "").split()]
        assert [] == [each for each in scrollers if {"role", "tabindex", "aria-label"} - set(each.attributes)]
        assert "ru" == page.all("html")[0].attributes["lang"]


def test_overview() -> None:
    """The title of the round, its days, what was received, what to do."""
    page = page_of(_plain_summary())
    facts = [fact.text for fact in page.all("p", class_="fact")]
    assert [
        "Форма: Малая анкета",
        "Период: 2020 год.",
        "Срок сдачи: 5 июня 2020 г.",
        "Состояние на 8 июня 2020 г.",
    ] == facts
    assert "Получено 2 формы из 4 (50 %), не сдано 2." in part(page, "overview").text


def test_missing() -> None:
    """Everybody without a usable form, by the register."""
    page = page_of(_plain_summary())
    assert [
        ("код", "школа", "Муниципалитет", "что известно"),
        ("002", "Школа № 2", "Район 1", "ничего не пришло"),
        ("004", "Школа № 4", "Район 2", "ничего не пришло"),
    ] == table(part(page, "missing"), "Школы реестра без пригодной формы").rows()


def test_every_element_is_closed() -> None:
    """The page is well formed whatever is in it."""
    assert "html" == next(each.tag for each in read_page(print_page(_evil_summary())).all())
