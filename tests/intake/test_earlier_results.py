"""Results of an earlier run among the given files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.nasty_round import nasty_summary
from xlforms.intake.earlier_results import earlier_results
from xlforms.reports.output import write_summary_set
from xlforms.reports.parquet_files import PARQUET


def _all(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_results_and_nothing_else(tmp_path: Path) -> None:
    """Every file that a run writes is known, and a form that somebody put into the folder is not one of them."""
    folder = tmp_path / "прежний свод"
    write_summary_set(nasty_summary(), folder, formats=[PARQUET])
    written = set(_all(folder))
    some = {"received.csv", "summary.xlsx", "datapackage.json", "nasty-form.t.csv", "key_figures.parquet"}
    assert some <= {path.name for path in written}
    others = [folder / "анкета.xlsx", folder / "data" / "форма.xlsx", folder / "заметки.csv", tmp_path / "totals.csv"]
    for path in others:
        path.write_text("", encoding="utf-8")
    assert written == earlier_results(_all(tmp_path))


@pytest.mark.parametrize(
    ("files", "heading"),
    [
        (("received.csv", "summary.xlsx"), "path,member,sha256,status,reason,unit"),
        (("received.csv", "datapackage.json"), "дата;от кого;что"),
        (("totals.csv", "datapackage.json"), "path,member,sha256,status,reason,unit"),
    ],
)
def test_folders_of_others(tmp_path: Path, files: tuple[str, ...], heading: str) -> None:
    """Names alone do not make a folder ours."""
    for name in files:
        (tmp_path / name).write_text(heading, encoding="utf-8")
    assert frozenset() == earlier_results(_all(tmp_path))


def test_links_are_not_followed(tmp_path: Path) -> None:
    """An account that is a link is none."""
    (tmp_path / "elsewhere").write_text("path,member,sha256,status,reason,unit", encoding="utf-8")
    (tmp_path / "received.csv").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "datapackage.json").write_text("{}", encoding="utf-8")
    assert frozenset() == earlier_results(_all(tmp_path))
