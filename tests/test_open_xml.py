"""The workbooks that we write keep to the schemas of Open XML, part by part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.open_xml import faults
from tests.reports.made_up_overview import made_up
from tests.reports.made_up_roadmap import progress_summary, report, said
from tests.workbook.forms import FILLED, SCHOOL, plan_of
from xlforms.reports.summary_workbook import write_summary
from xlforms.workbook.write import write_workbook


def _summary(path: Path) -> None:
    """With tables, links, several rows in a line, both charts."""
    write_summary(made_up(), path)


def _roadmap(path: Path) -> None:
    """With the sheets about measures."""
    write_summary(progress_summary([report("001", said(spring="в работе"))], 3, 2), path)


def _form(path: Path) -> None:
    """A form with every type of answer, some of them given."""
    write_workbook(plan_of(path.parent), path, unit=SCHOOL, values=FILLED)


@pytest.mark.parametrize("write", [_summary, _roadmap, _form])
def test_schemas(write: Callable[[Path], None], tmp_path: Path) -> None:
    """No part has an element, an attribute or a value that the schemas do not know, or in the wrong order."""
    path = tmp_path / "book.xlsx"
    write(path)
    assert [] == faults(path)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<hyperlink ref", '<hyperlink colour="red" ref'),
        ('orientation="landscape"', 'orientation="sideways"'),
        ("</sheetData>", '</sheetData><sheetFormatPr defaultRowHeight="15"/>'),
    ],
)
def test_the_judge_sees(right: str, wrong: str, tmp_path: Path) -> None:
    """A workbook that was spoilt is found out: an unknown attribute, an unknown value, a wrong order."""
    _summary(tmp_path / "book.xlsx")
    with ZipFile(tmp_path / "book.xlsx") as book, ZipFile(tmp_path / "spoilt.xlsx", "w") as spoilt:
        for name in book.namelist():
            content = book.read(name)
            spoilt.writestr(
                name, content.replace(right.encode(), wrong.encode(), 1) if name.endswith("sheet2.xml") else content
            )
    assert 1 == len(faults(tmp_path / "spoilt.xlsx"))
