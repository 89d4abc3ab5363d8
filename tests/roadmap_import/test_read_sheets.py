"""Tables of measures in workbooks and in CSV."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from tests.roadmap_import.made import HEADING, TITLE, Made, of_tables
from xlforms.errors import IntakeRefusal
from xlforms.roadmap_import.read_document import read_tables

_CSV = [",".join(HEADING), '1.1,"Курсы, семинары",май,завуч', "1.2,Отчёт,июнь,"]
_READ = [("1.1", "Курсы, семинары", "май", "завуч"), ("1.2", "Отчёт", "июнь", "")]


def _of_workbook(*rows: tuple[object, ...], hidden: bool = False) -> Made:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("План") if hidden else book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    if hidden:
        book.worksheets[0].append(["Мероприятия", "Срок"])
        book.worksheets[0].append(["Старое", "май"])
        book.worksheets[0].sheet_state = "hidden"
    content = io.BytesIO()
    book.save(content)
    return of_tables(read_tables(content.getvalue(), "plan.xlsx"))


def test_workbook() -> None:
    """Numbers, dates and texts of cells as a person sees them; rows above the heading hold the title."""
    made = _of_workbook((TITLE,), (), HEADING, (1, 2, 3, 4), ("1. Кадры",),
                        (1.1, "Курсы", date(2020, 9, 1), "завуч\nдиректор"), ("1.2", "Отчёт", 2021, None))  # fmt: skip
    assert (
        [("> 1. Кадры",), ("1.1", "Курсы", "01.09.2020", "завуч, директор"), ("1.2", "Отчёт", "2021", "")],
        ["import-deadline-late"],
    ) == (made.shown, made.doubts)


def test_numbers_taken_for_something_else() -> None:
    """1.10 that became 1.1, and 1.2 that became a date, are put right and told."""
    made = _of_workbook(HEADING, ("1.9", "Курсы", "май", "завуч"), (1.1, "Отчёт", "май", "завуч"),
                        (date(2020, 2, 1), "Совет", "май", "завуч"))  # fmt: skip
    assert (["1.9", "1.10", "1.2"], ["import-number-restored"] * 2) == ([row[0] for row in made.shown], made.doubts)


def test_hidden_sheets() -> None:
    """Hidden sheets are not read."""
    made = _of_workbook(HEADING, ("1.1", "Курсы", "май", "завуч"), hidden=True)
    assert [("1.1", "Курсы", "май", "завуч")] == made.shown


def test_text_below_the_table() -> None:
    """A signature below a blank row is left out and told; measures below a blank row are not."""
    made = _of_workbook(HEADING, ("1.1", "Курсы", "май", "завуч"), (), ("1.2", "Отчёт", "июнь", None), (),
                        ("Директор", None, None, "подпись"), (None, "исп. специалист"))  # fmt: skip
    assert (
        [("1.1", "Курсы", "май", "завуч"), ("1.2", "Отчёт", "июнь", "")],
        ["import-after-table", "import-after-table"],
    ) == (made.shown, made.doubts)


def test_dashes_are_blanks() -> None:
    """A dash in a cell says that there is nothing; a row of dashes is none."""
    made = _of_workbook(HEADING, ("1.1", "Курсы", "-", "–"), ("--", "--", "--", "--"), ("1.2", "Отчёт", "май", "—"))
    assert ([("1.1", "Курсы", "", ""), ("1.2", "Отчёт", "май", "")], []) == (made.shown, made.doubts)


def test_footnotes_and_lone_numbers() -> None:
    """A footnote and a number without a measure are left out and told."""
    made = _of_workbook(HEADING, ("1.1", "Курсы*", "май", "завуч"), ("1.2",), ("* по отдельной заявке",))
    assert ([("1.1", "Курсы*", "май", "завуч")], ["import-number-without-title", "import-footnote"]) == (
        made.shown,
        made.doubts,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "cp866", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(encoding: str, separator: str) -> None:
    """Encoding and separator are found by the headings, in whatever line those stand."""
    heading, first, second = _CSV
    text = "\r\n".join(
        ["План мероприятий; на год", heading.replace(",", separator), first.replace(",м", f"{separator}м")
         .replace(",з", f"{separator}з").replace('1,"', f'1{separator}"'), second.replace(",", separator)]
    )  # fmt: skip
    assert _READ == of_tables(read_tables(text.encode(encoding), "plan.csv")).shown


def test_rows_of_csv_are_lines() -> None:
    """A row is named by the line it begins on."""
    text = "\n".join([*_CSV[:1], '1.1,"Курсы\nи семинары",май,завуч', _CSV[2]])
    assert [1, 2, 4] == [row.number for row in read_tables(text.encode(), "plan.csv")[0].rows]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'a,"b\nc,d', "import-csv-unreadable"),
        (b"%PDF-1.7", "import-is-pdf"),
        (b"{\\rtf1 text}", "import-old-word"),
        (b"", "file-empty"),
        (b"PK\x03\x04" + bytes(40), "archive-broken"),
    ],
)
def test_not_readable(content: bytes, code: str) -> None:
    """What is no document is refused with its reason."""
    with pytest.raises(IntakeRefusal) as refused:
        read_tables(content, "plan.csv")
    assert code == refused.value.code
