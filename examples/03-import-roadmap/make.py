"""Makes the two documents of this story again, byte for byte: a roadmap as Word has it, another as Excel has it.

    python examples/03-import-roadmap/make.py

Needs the packages of the tests: python-docx comes with xlforms itself, openpyxl with the tests. Both municipalities
are made up.
"""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.table import Table
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent
MADE = datetime(2024, 9, 1)

WORD_TITLE = (
    "План мероприятий («дорожная карта»)",
    "по поддержке школ с низкими образовательными результатами",
    "Заречного городского округа на 2024-2025 учебный год",
)
WORD_HEAD = (
    "№ п/п",
    "Наименование мероприятия",
    "Сроки исполнения",
    "Ответственный исполнитель",
    "Ожидаемый результат",
)
# A row of one text is a section. The table goes on after a page break: with its heading again, and with the end of 2.2.
FIRST_PAGE: tuple[tuple[str, ...], ...] = (
    ("1. Организационные мероприятия",),
    ("1.1", "Утверждение перечня школ, которым оказывается поддержка", "до 15 сентября 2024 г.",
     "Управление образования", "Приказ"),
    ("1.2", "Назначение кураторов школ", "сентябрь 2024 года", "Управление образования", "Приказ, график посещений"),
    ("1.3", "Договоры о сотрудничестве со школами-наставниками", "сентябрь-октябрь", "Директора школ", "Договоры"),
    ("2. Работа с педагогами",),
    ("2.1", "Диагностика профессиональных дефицитов учителей", "октябрь, апрель", "Методический центр",
     "Аналитическая справка"),
    ("2.2", "Индивидуальные планы профессионального", "ноябрь 2024 года", "Методический центр,", "Планы по каждому"),
)  # fmt: skip
SECOND_PAGE: tuple[tuple[str, ...], ...] = (
    ("", "развития учителей", "", "заместители директоров", "учителю"),
    ("2.3", "Открытые уроки в школах-наставниках", "1 раз в четверть", "Директора школ", "График, отзывы"),
    ("2.4", "Консультации для молодых учителей", "в течение учебного года", "Методический центр", ""),
    ("3. Работа с обучающимися и родителями",),
    ("3.1", "Входная диагностика по русскому языку и математике: - проведение работ", "до 20 сентября",
     "Заместители директоров", "Протоколы"),
    ("", "- разбор результатов с родителями", "октябрь", "Классные руководители", "Протоколы собраний"),
    ("3.2", "Дополнительные занятия для обучающихся группы риска", "постоянно", "Учителя-предметники",
     "Журнал занятий"),
    ("3.4", "Пробные экзамены в 9-х и 11-х классах", "декабрь, март", "Управление образования",
     "Результаты, план коррекции"),
    ("3.5", "Анализ итоговой аттестации", "по результатам ГИА-2025", "Управление образования", "Аналитический отчёт"),
)  # fmt: skip

EXCEL_TITLE = "Дорожная карта Второго района по повышению качества образования, 2024/2025 учебный год"
EXCEL_HEAD = ("№", "Мероприятия", "Ответственные", "Срок", "Результат", "Отметка об исполнении")
EXCEL_ROWS: tuple[tuple[object, ...], ...] = (
    ("Управление качеством",),
    (1, "Совещание руководителей школ по итогам года", "Отдел образования", datetime(2024, 8, 28), "Протокол", ""),
    (2, "Мониторинг текущей успеваемости", "Отдел образования", "ежемесячно", "Справка", ""),
    (3, "Обновление раздела на сайте отдела", "Методист отдела", "I полугодие", "Раздел сайта", ""),
    ("Помощь школам",),
    (4, "Выезды в школы", "Методист отдела", "по отдельному графику", "Справки", ""),
    (5, "Закупка учебного оборудования", "Отдел образования", "до 01.12.2024", "Акты приёмки", ""),
    (5, "Курсы повышения квалификации учителей математики", "Отдел образования", "II-III квартал 2025",
     "Удостоверения", ""),
)  # fmt: skip


def make_word() -> bytes:
    """The Word document: a title, a table cut by a page break, a table of something else."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for line in WORD_TITLE:
        document.add_paragraph().add_run(line).bold = True
    _table(document.add_table(rows=0, cols=len(WORD_HEAD)), (WORD_HEAD, *FIRST_PAGE))
    document.add_page_break()
    _table(document.add_table(rows=0, cols=len(WORD_HEAD)), (WORD_HEAD, *SECOND_PAGE))
    document.add_paragraph("Школы – участники")
    schools = document.add_table(rows=0, cols=2)
    for number in ("301", "302", "304"):
        cells = schools.add_row().cells
        cells[0].text, cells[1].text = number, f"Школа № {int(number) - 290}"
    document.core_properties.created = document.core_properties.modified = MADE
    target = BytesIO()
    document.save(target)
    return _undated(target.getvalue())


def _table(table: Table, rows: tuple[tuple[str, ...], ...]) -> None:
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).paragraphs[0].add_run(row[0]).bold = True
            continue
        for cell, text in zip(cells, row, strict=True):
            cell.text = text


def make_excel() -> bytes:
    """The workbook: a title over the table, sections in bold, a number that comes twice."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "План"
    sheet["A1"] = EXCEL_TITLE
    sheet["A1"].font = Font(bold=True)
    for column, text in enumerate(EXCEL_HEAD, start=1):
        sheet.cell(3, column, text).font = Font(bold=True)
    for line, row in enumerate(EXCEL_ROWS, start=4):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(line, column, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, datetime):
                cell.number_format = "DD.MM.YYYY"
        if len(row) == 1:
            sheet.cell(line, 1).font = Font(bold=True)
    for column, width in zip("ABCDEF", (5, 48, 24, 22, 22, 20), strict=True):
        sheet.column_dimensions[column].width = width
    workbook.properties.created = workbook.properties.modified = MADE
    target = BytesIO()
    workbook.save(target)
    return _undated(target.getvalue())


def _undated(package: bytes) -> bytes:
    """The same package with the same date on every part, or each run would give other bytes."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _without_moment(content)
            new.writestr(zipfile.ZipInfo(entry.filename, MADE.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _without_moment(core: bytes) -> bytes:
    """openpyxl writes the moment of saving whatever it was told."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + MADE.isoformat().encode() + b"Z", core)


if __name__ == "__main__":
    (HERE / "municipal-roadmap.docx").write_bytes(make_word())
    (HERE / "district-roadmap.xlsx").write_bytes(make_excel())
