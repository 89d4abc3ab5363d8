"""How sheets print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbook.forms import NAMESPACE, SCHOOL, bytes_of, opened, part, plan_of, sheet_part
from xlforms.definitions.units import Unit
from xlforms.errors import GenerationError
from xlforms.layout.place import cell_name


def test_paper_scale_and_repeated_rows(tmp_path: Path) -> None:
    """A4, one page wide; the title sheet is one page high; headings are repeated, only the form is printed."""
    plan = plan_of(tmp_path)
    title, section = opened(bytes_of(plan)).worksheets[:2]
    setups = [(sheet.page_setup.paperSize, sheet.page_setup.orientation) for sheet in (title, section)]
    assert [("9", "portrait"), ("9", "landscape")] == [(str(paper), orientation) for paper, orientation in setups]
    fits = [(sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) for sheet in (title, section)]
    assert [(1, 1), (1, 0)] == [
        (int(1 if wide is None else wide), int(1 if high is None else high)) for wide, high in fits
    ]
    assert (None, "$2:$4") == (title.print_title_rows, section.print_title_rows)
    last = cell_name(plan.sheets[1].last_row, plan.sheets[1].last_column, absolute=True)
    assert f"'Лист'!$B$2:{last}" == section.print_area
    assert section.print_options.horizontalCentered


def test_pages_are_named(tmp_path: Path) -> None:
    """Every printed page says form, unit, sheet, page and number of pages."""
    footer = sheet_part(bytes_of(plan_of(tmp_path), SCHOOL), 2).find(".//s:oddFooter", NAMESPACE).text
    assert "&C&8&K5B6775П-1 · 056-01 · Лист «&A» · стр. &P из &N" == footer


def test_ampersand_in_a_code_is_doubled(tmp_path: Path) -> None:
    """A single one would be read as a code of the footer."""
    content = bytes_of(plan_of(tmp_path), Unit("A&B", "Школа № 1", "Район"))
    assert "· A&&B ·" in sheet_part(content, 2).find(".//s:oddFooter", NAMESPACE).text


def test_footer_that_excel_would_repair_stops_generation(tmp_path: Path) -> None:
    """More than 255 characters."""
    with pytest.raises(GenerationError) as caught:
        bytes_of(plan_of(tmp_path), Unit("7" * 250, "Школа № 1", "Район"))
    assert "workbook-footer-long" == caught.value.code


def test_page_breaks_of_the_plan(tmp_path: Path) -> None:
    """A sheet longer than a page breaks where the plan says."""
    rows = "\n".join(f"    - {{row: r{n}, title: строка {n}}}" for n in range(60))
    plan = plan_of(tmp_path, f"- table: long\n  columns: [{{column: a, title: а, type: integer}}]\n  rows:\n{rows}\n")
    breaks = sheet_part(bytes_of(plan), 2).findall(".//s:rowBreaks/s:brk", NAMESPACE)
    assert plan.sheets[1].page_breaks == tuple(int(one.get("id")) for one in breaks)
    assert len(breaks) == 2


def test_nothing_stands_right_of_the_print_area(tmp_path: Path) -> None:
    """The column right of the form stays free for verdicts; here no answer is a number that must be watched."""
    plan = plan_of(tmp_path, "- card: one\n  fields: [{field: a, title: ответ, type: text}]\n")
    plan = replace(plan, sheets=tuple(replace(sheet, number_runs=(), aside_widths=()) for sheet in plan.sheets))
    book = opened(bytes_of(plan))
    assert [sheet.last_column + 1 for sheet in plan.sheets] == [book[sheet.name].max_column for sheet in plan.sheets]
    assert "_xlnm.Print_Area" in {
        name.get("name") for name in part(bytes_of(plan), "xl/workbook.xml").iter() if name.get("name")
    }
