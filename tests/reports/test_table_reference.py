"""The tables of `consolidated/README.md`."""

from __future__ import annotations

import re
from pathlib import Path

from tests.reports.made_up_roadmap import progress_summary, report, said
from tests.reports.nasty_round import nasty_summary
from xlforms.ledger.ledger import LEDGER
from xlforms.reports.data_files import data_files
from xlforms.reports.fixed_tables import fixed_tables
from xlforms.reports.output import summary_files
from xlforms.reports.table_reference import print_table_reference
from xlforms.reports.table_words import TABLES

README = (Path(__file__).parents[2] / "consolidated" / "README.md").read_text(encoding="utf-8")


def test_every_column_has_a_line() -> None:
    """A heading for each file and a line for each of its columns, in order, and for the keys of the answers."""
    found = [line.split("`")[1] for line in print_table_reference().splitlines() if line.startswith(("### `", "| `"))]
    expected = [name for table, words in TABLES.items() for name in (f"{table}.csv", *(c.name for c in words.columns))]
    assert [*expected, "data/ФОРМА.ТАБЛИЦА.csv", "unit", "municipality", "row"] == found


def test_lines_say_something() -> None:
    """Every line has a title, a kind of values and words."""
    lines = [line.strip("|").split(" | ") for line in print_table_reference().splitlines() if line.startswith("| `")]
    assert [] == [line for line in lines if len(line) != 4 or not all(cell.strip() for cell in line)]


def test_readme_holds_it() -> None:
    """What README says is what the program prints now."""
    block = re.search(r"cog\.outl\(print_table_reference\(\)\)\n\]\]\] -->\n(.*?)\n<!-- \[\[\[end", README, re.S)
    assert block is not None
    assert print_table_reference() == block[1]


def test_every_file_is_named() -> None:
    """README names every file that can be written, of all kinds of rounds."""
    named = set(re.findall(r"^\| `([^`]+)` \|", README.partition("## ")[0], re.M))
    roadmaps = progress_summary([report("001", said(spring="выполнено 2021-02-01"))], 1, 1)
    tables = {f"{table.name}.csv" for summary in (roadmaps, nasty_summary()) for table in fixed_tables(summary)}
    others = {name for name in summary_files(nasty_summary([])) if not name.endswith(".csv")}
    assert {*tables, *others, LEDGER, "data/ФОРМА.ТАБЛИЦА.csv", "*.parquet"} == named
    assert all(table.name.startswith("data/") for table in data_files(nasty_summary()))
