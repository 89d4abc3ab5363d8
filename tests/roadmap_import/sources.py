"""The five roadmaps printed into Word again, each in the layout of its source, from our own YAML."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import docx
import openpyxl

from tests.roadmap_import.word_files import Bold, RowTexts, Texts, Wide, add_table, saved
from xlforms.definitions.load import load_form
from xlforms.definitions.measures import MeasureRow, Measures, Part
from xlforms.definitions.templates import find_form

_LONG = 9
"""Words of a title that is cut by a page break."""


@dataclass(frozen=True)
class Layout:
    """How a source is printed.

    `columns` are the headings; `order` the fields of a measure in their order; `dot` stands after a number; `sections`
    are merged rows, bold rows, or lines between two tables for those whose heading begins with one of `between`;
    `page` is the number of rows on a page; `repeated`: each page has the heading; `before` stands above the table.
    """

    form: str
    before: Sequence[str | Sequence[RowTexts]]
    columns: Texts
    order: Texts
    page: int
    dot: str = ""
    sections: str = "merged"
    between: tuple[str, ...] = ()
    repeated: bool = False
    counted: bool = False


_USUAL = ("number", "title", "deadline", "responsible", "result")
_INDICATORS: Sequence[RowTexts] = (
    ("Наименование целевого показателя", "Единица измерения", "2020/2021", "2021/2022"),
    ("Доля педагогов, повысивших квалификацию", "16", "89%", "92%"),
)

LAYOUTS = (
    Layout(
        "orenburg-roadmap",
        (
            "П Р И К А З",
            "Об утверждении плана мероприятий (дорожной карты) по оказанию методической помощи",
            "Приложение № 1",
            "План мероприятий (дорожная карта) по оказанию методической помощи образовательным организациям,",
            "показывающим низкие образовательные результаты",
        ),
        ("№ п/п", "Наименование мероприятия (краткое содержание)", "Сроки исполнения", "Ответственный исполнитель",
         "Ожидаемый результат"),
        _USUAL, page=6, dot=".",
    ),
    Layout(
        "kimry-roadmap",
        (
            "Дорожная карта поддержки школ с низкими результатами обучения и школ на территории города Кимры в "
            "2020-2021 году",
            "Цель – Создание условий для поддержки малоэффективных образовательных организаций.",
            "Задачи:",
            "1) Организовать проведение комплексной диагностики проблем низких результатов;",
            "В 2021 году планируется достичь следующих значений важнейших целевых индикаторов:",
        ),
        ("№п/п", "Мероприятия", "Сроки", "Ответственные", "Результаты исполнения"),
        _USUAL, page=5,
    ),
    Layout(
        "kalininsky-roadmap",
        (
            "МУНИЦИПАЛЬНАЯ ПРОГРАММА",
            "на 2022-2023 учебный год",
            (("Наименование программы", "Муниципальная программа поддержки"), ("Цель программы", "Создание условий")),
            "Анализ текущей ситуации и обоснование необходимости реализации Программы",
            "Дорожная карта (план мероприятий)",
            "по поддержке образовательных организаций, имеющих низкие образовательные результаты на",
            "2022-2023 учебный год",
            "Мероприятия Программы конкретизируются общим планом работы по реализации муниципальной программы.",
        ),
        ("№ п/п", "Наименование мероприятия", "Ответственный исполнитель", "Сроки", "Ожидаемый результат"),
        ("number", "title", "responsible", "deadline", "result"), page=6, between=("2.", "3."), counted=True,
    ),
    Layout(
        "kamensk-roadmap",
        (
            "План мероприятий (дорожная карта),",
            "направленных на недопущение признаков необъективности в оценивании результатов",
            "образовательной деятельности в 2020-2021 учебном году",
        ),
        ("№ п/п", "Мероприятия", "Сроки", "Ответственные", "Результаты исполнения"),
        _USUAL, page=4, dot=".", repeated=True,
    ),
    Layout(
        "school20-programme",
        (
            (("Цель разработки и реализации", "Повышение качества образования", ""),
             ("Этапы и сроки реализации", "1 ЭТАП – 2020 - 2021", "")),
            "1.1. Финансовая поддержка",
            _INDICATORS,
            "1.2. Кадровая поддержка",
            _INDICATORS,
            "II раздел.",
            "План мероприятий",
            "по повышению качества образования в школах с низкими результатами обучения на 2020/2021(2021/2022) "
            "учебный год",
        ),
        ("№ п/п", "Мероприятия", "Сроки", "Ответственные", "Результат", "Отметка об исполнении"),
        (*_USUAL, "mark"), page=5, dot=".", sections="bold",
    ),
)  # fmt: skip


@functools.cache
def measures_of(form: str) -> Measures:
    """The block of measures of one of our roadmaps."""
    loaded = load_form(find_form(form))
    return next(block for section in loaded.form.sections for block in section.blocks if isinstance(block, Measures))


@functools.cache
def print_source(layout: Layout) -> bytes:
    """The roadmap as a Word document: pages are tables of their own, as converters from PDF make them."""
    document = docx.Document()
    for block in layout.before:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            add_table(document, block, len(block[0]))  # type: ignore[arg-type]
    heading: list[RowTexts] = [layout.columns]
    counting = [tuple(str(n + 1) for n in range(len(layout.columns)))] if layout.counted else []
    for number, page in enumerate(_pages(layout)):
        first = page[0]
        rows = page
        if isinstance(first, str):
            document.add_paragraph(first)
            rows = page[1:]
        above = heading if number == 0 or layout.repeated else []
        plain = [row for row in rows if not isinstance(row, str)]
        add_table(document, [*above, *(counting if number == 0 else []), *plain], len(layout.columns))
        document.add_paragraph("")
    document.add_paragraph("МО – министерство образования")
    return saved(document)


@functools.cache
def print_source_as_one_table(layout: Layout) -> bytes:
    """The roadmap as one Word table; the cut rows stand in it as two."""
    document = docx.Document()
    for block in layout.before:
        if isinstance(block, str):
            document.add_paragraph(block)
    rows = [row for page in _pages(replace(layout, between=())) for row in page if not isinstance(row, str)]
    add_table(document, [layout.columns, *rows], len(layout.columns))
    return saved(document)


@functools.cache
def print_source_as_sheet(layout: Layout) -> bytes:
    """The roadmap as a sheet, which tells neither what is merged nor what is bold."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for block in layout.before:
        if isinstance(block, str):
            sheet.append([block])
    sheet.append([])
    sheet.append(list(layout.columns))
    for row in _rows(replace(layout, between=()), measures_of(layout.form).parts):
        texts = [row.text] if isinstance(row, Wide) else row.texts if isinstance(row, Bold) else row
        sheet.append([text or None for text in texts])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _pages(layout: Layout) -> Iterator[list[RowTexts | str]]:
    """The rows in pages; the last row of a page is cut when its title is long, its tail begins the next one."""
    page: list[RowTexts | str] = []
    for row in _rows(layout, measures_of(layout.form).parts):
        if isinstance(row, str) and page:
            yield page
            page = []
        cut = _cut(layout, row) if len(page) >= layout.page else None
        if cut is not None:
            yield [*page, cut[0]]
            page = [cut[1]]
        else:
            page.append(row)
    yield page


def _rows(layout: Layout, parts: Sequence[Part]) -> Iterator[RowTexts | str]:
    for part in parts:
        if part.part:
            yield _section(layout, part.part)
        for measure in part.measures:
            yield from _measure(layout, measure)
        yield from _rows(layout, part.parts)


def _section(layout: Layout, heading: str) -> RowTexts | str:
    if layout.between and heading.startswith(layout.between):
        return heading
    if layout.sections == "bold":
        number, _, text = heading.partition(" ")
        return Bold([number, text, *("" for _ in layout.columns[2:])])
    return Wide(heading)


def _measure(layout: Layout, measure: MeasureRow) -> Iterator[Texts]:
    number = f"{measure.number}{layout.dot}" if measure.number else ""
    said = {"number": number, "responsible": measure.responsible, "result": measure.result, "mark": ""}
    if not measure.measures:
        yield [{**said, "title": measure.title, "deadline": measure.deadline}[field] for field in layout.order]
        return
    first, *others = measure.measures
    said |= {"title": f"{measure.title}: - {first.title}", "deadline": first.deadline}
    yield [said[field] for field in layout.order]
    for other in others:
        said = {"title": f"- {other.title}", "deadline": other.deadline}
        yield [said.get(field, "") for field in layout.order]


def _cut(layout: Layout, row: RowTexts | str) -> tuple[Texts, Texts] | None:
    """A row cut in two where its title goes on with a small letter; other texts are cut in their middle."""
    if isinstance(row, str | Wide | Bold):
        return None
    title = row[layout.order.index("title")].split(" ")
    place = next((n for n in range(4, len(title) - 2) if title[n][:1].islower()), None)
    if len(title) < _LONG or place is None or not row[0]:
        return None
    upper, lower = list(row), [""] * len(row)
    for position, field in enumerate(layout.order):
        if field in ("title", "responsible", "result"):
            words = row[position].split(" ")
            where = place if field == "title" else (len(words) + 1) // 2
            upper[position], lower[position] = " ".join(words[:where]), " ".join(words[where:])
    return upper, lower
