"""CSV of whatever program, encoding and separator."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.definitions.forms import lines_and_codes
from xlforms.definitions.units_csv import rows_of_csv
from xlforms.errors import DefinitionError

TEXT = 'unit;name;municipality\n007;"Школа № 7; корпус ""Б""";Первый, второй районы\n'
ROWS = [["unit", "name", "municipality"], ["007", 'Школа № 7; корпус "Б"', "Первый, второй районы"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_separators(encoding: str, separator: str, line_end: str) -> None:
    """The same register comes out of every usual encoding, separator and line end."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=line_end).writerows(ROWS)

    assert ROWS == rows_of_csv(text.getvalue().encode(encoding), "units.csv")


def test_row_numbers_are_line_numbers() -> None:
    """A cell of several lines is followed by empty rows, so that the next row keeps the number of its line."""
    content = 'unit,name\n\n1,"Школа\n№ 1"\n2,Школа № 2\n'.encode()

    assert [["unit", "name"], [], ["1", "Школа\n№ 1"], [], ["2", "Школа № 2"]] == rows_of_csv(content, "units.csv")


def test_separator_hint_of_excel() -> None:
    """A first line `sep=;` is obeyed and is not a row."""
    assert [[], ["unit", "name, full"], ["1", "Школа"]] == rows_of_csv(
        "sep=;\nunit;name, full\n1;Школа\n".encode(), "units.csv"
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT.encode("utf-16-le"), [(0, "csv-encoding")]),
        (TEXT.encode("cp866"), [(0, "csv-encoding")]),
        (TEXT.encode("utf-16")[:-1], [(0, "csv-encoding")]),
        (b"unit,name\n1,\x98\n", [(0, "csv-encoding")]),
        (b"PK\x03\x04\x14\x00\x06\x00", [(0, "csv-is-a-workbook")]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", [(0, "csv-is-a-workbook")]),
        ('unit,name\n1,"Школа\n2,Школа\n'.encode(), [(2, "csv-quotes")]),
        ('unit,name\n1,Школа\n2,"Школа № 2" г. Орск\n'.encode(), [(3, "csv-quotes")]),
    ],
)
def test_what_cannot_be_read_is_one_problem(content: bytes, expected: list[tuple[int, str]]) -> None:
    """A wrong encoding, a workbook under another name, unpaired quotes: one clear problem each."""
    with pytest.raises(DefinitionError) as caught:
        rows_of_csv(content, "units.csv")

    assert expected == lines_and_codes(caught.value.problems)


def test_an_empty_file_has_no_rows() -> None:
    """Nothing in, nothing out; the register then says that it has no units."""
    assert [[], []] == [rows_of_csv(b"", "units.csv"), rows_of_csv(b"\xef\xbb\xbf", "units.csv")]


@given(st.binary(max_size=200))
def test_any_bytes_give_rows_or_a_problem(content: bytes) -> None:
    """Whatever file is given, there are rows of texts or a DefinitionError, nothing else."""
    try:
        rows = rows_of_csv(content, "units.csv")
    except DefinitionError as error:
        rows = [[problem.code for problem in error.problems]]

    assert all(isinstance(cell, str) for row in rows for cell in row)
