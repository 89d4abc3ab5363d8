"""The Word document: what it holds, how it is built, its bytes, and on how many pages LibreOffice prints it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from tests.office.libreoffice import LibreOffice
from tests.reports.docx.made_up_figures import figure, theme, with_findings
from tests.reports.docx.told import told
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.made_up_roadmap import progress_summary, report, said
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import Collection
from xlforms.definitions.units import Unit, Units
from xlforms.reports.docx.height import page_count
from xlforms.reports.docx.note import make_note
from xlforms.reports.docx.write_note import print_note

DAY = datetime(2020, 6, 8)
LONG = "Весьма продолжительное наименование со всеми уточнениями, пояснениями и ссылками на приказы " * 3


def printed(summary: Summary) -> bytes:
    """The bytes of the note."""
    return print_note(make_note(summary), DAY)


def opened(content: bytes) -> WordDocument:
    """The document as python-docx reads it."""
    return Document(BytesIO(content))


def some_round() -> Summary:
    """Two schools of three, one figure, one need, one of them with what no document can hold."""
    received = [returned(submission(small_form(), unit, {"contact.person": "кто-то"})) for unit in ("001", "002")]
    summary = summary_of(received, made_up_units(4, 2), as_of=date(2020, 6, 8))
    hostile = "<w:t>&</w:t>\x00\x0b\u202e=1+1\ud800"
    return with_findings(summary, [figure("Учителей", "чел.", (5, 2), {})], [theme("Нужды", {hostile: ["001"]})])


@cache
def large_round() -> Summary:
    """Sixty municipalities, long names everywhere, many figures, needs and measures."""
    units = Units("units.csv", tuple(Unit(f"{n:03d}", f"Школа № {n}", f"Округ {n % 60} {LONG}") for n in range(1, 121)))
    late = said(spring="в работе", autumn="не начато", exact="не начато", summer="не начато")
    road = progress_summary([report(f"{n:03d}", late) for n in range(1, 121, 2)], 120, 60, date(2021, 9, 1))
    received = [returned(submission(small_form(), f"{n:03d}", {})) for n in range(1, 121) if n % 4]
    title = Collection(collection="c", title=LONG, period=LONG, deadline=date(2020, 6, 1))
    summary = summary_of(received, units, collection=title, as_of=date(2021, 9, 1))
    values = {name: (number * 1000.5, 3 if number > 9 else 2) for number, name in enumerate(summary.municipalities)}
    figures = [figure(f"{n} {LONG}", "руб. на ученика", (30_000, 120), values, "less") for n in range(9)]
    themes = [theme(f"{n} {LONG}", {f"{m} {LONG}": [f"{k:03d}" for k in range(1, 9)] for m in range(9)})
              for n in range(9)]  # fmt: skip
    maps = tuple(replace(each, form=f"road{n}", title=LONG) for n in range(4) for each in road.progress)
    return replace(with_findings(summary, figures, themes), progress=maps)


def test_text() -> None:
    """Every line of the note stands in the document, and nothing but the texts and what its pages are called."""
    summary = some_round()
    document = opened(printed(summary))
    lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    plain = [line.partition("# ")[2] if line.startswith("# ") else line for line in told(summary)]
    plain = [re.sub(r"^(\d+\. (?=Нап|Вер|В св)|\* )", "", line.replace("[", "").replace("]", "")) for line in plain]
    expected = [line for line in plain if " | " not in line and "w:t" not in line]
    assert expected == [line.replace("\u00a0", " ") for line in lines if "w:t" not in line]
    rows = [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in document.tables[0].rows]
    assert [["Показатель", "По региону", "Сведения дали"], ["Учителей", "5 чел.", "2 из 4 школ"]] == rows


def test_text_from_outside() -> None:
    """What a school wrote is text, without the characters that no document can hold; what is personal is not there."""
    document = opened(printed(some_round()))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "«<w:t>&</w:t> =1+1»" in texts
    assert not [text for text in texts if "кто-то" in text]


def test_same_bytes() -> None:
    """The same summary gives the same bytes, and no entry tells when or where it was written."""
    assert printed(some_round()) == printed(some_round())
    with zipfile.ZipFile(BytesIO(printed(some_round()))) as package:
        assert {((1980, 1, 1, 0, 0, 0), 0)} == {(entry.date_time, entry.create_system) for entry in package.infolist()}
        assert not [name for name in package.namelist() if re.search("thumbnail|customXml|WithEffects|app.xml", name)]


def test_properties() -> None:
    """Title, language and day; nobody's name, no name of a program."""
    properties = opened(printed(some_round())).core_properties
    assert ("Аналитическая справка: Малая анкета", "ru-RU", DAY, DAY, "", "", "") == (
        properties.title, properties.language, properties.created.replace(tzinfo=None),
        properties.modified.replace(tzinfo=None), properties.author, properties.last_modified_by, properties.comments,
    )  # fmt: skip


def test_page_and_styles() -> None:
    """A4 with official margins, real headings, headings of tables that repeat, Arial, Russian, page numbers."""
    document = opened(printed(some_round()))
    page = document.sections[0]
    sizes = (page.page_width, page.page_height, page.left_margin, page.right_margin, page.top_margin,
             page.bottom_margin)  # fmt: skip
    assert [210, 297, 30, 10, 20, 20] == [round(size / Mm(1)) for size in sizes if size is not None]
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert (["Title", "Subtitle"], 5) == (styles[:2], styles.count("Heading 1"))
    for table in document.tables:
        assert [True, *(False for _ in table.rows[1:])] == [row._tr.find(f".//{qn('w:tblHeader')}") is not None
                                                            for row in table.rows]  # fmt: skip
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    assert {"Arial"} == {document.styles[name].font.name for name in ("Normal", "Title", "Heading 1", "List Bullet")}
    assert {"ru-RU"} == {found.get(qn("w:val")) for found in document.styles.element.iter(qn("w:lang"))}
    footer = page.footer.paragraphs[0]
    fields = [found.text for found in footer._p.iter(qn("w:instrText"))]
    assert (["PAGE", "NUMPAGES"], "Аналитическая справка · стр. 1 из 1") == (fields, footer.text)


def test_large_round_is_cut() -> None:
    """However much there is, the note is reckoned to stand on two pages."""
    assert [2, 1] == [page_count(make_note(summary)) for summary in (large_round(), some_round())]


@pytest.mark.office
def test_two_pages(office: LibreOffice, tmp_path: Path) -> None:
    """LibreOffice prints the largest round on two pages, and one in which nothing came on one."""
    found = []
    for name, summary in (("large", large_round()), ("empty", summary_of([], made_up_units(2, 1)))):
        source = tmp_path / f"{name}.docx"
        source.write_bytes(printed(summary))
        found.append(len(office.pages(office.pdf(source, tmp_path), tmp_path, dpi=20)))
    assert [2, 1] == found
