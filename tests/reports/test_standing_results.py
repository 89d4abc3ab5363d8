"""Whether results are still true is told from what lies on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.trial_round import form_of_unit, put, reading_here, results, trial_folder
from xlforms.api import consolidate_files
from xlforms.consolidation.outcome import Outcome
from xlforms.errors import UsageError
from xlforms.intake.round import Round, load_round
from xlforms.ledger.ledger import LEDGER
from xlforms.reports.standing_results import find_standing

_UNITS = "unit,name,municipality\n001,Школа № 1,Район\n"
_FORMS = ("1.yaml", "2.yaml")


@pytest.fixture(autouse=True)
def written() -> Iterator[Outcome]:
    """What was told of one returned file; the results lie in `out`, what they were made of in the current folder."""
    with trial_folder(), reading_here():
        put("in/a.xlsx", form_of_unit(1, 10))
        put("units.csv", _UNITS.encode())
        put("round.yaml", "collection: round\ntitle: Сбор\n".encode())
        yield consolidate_files([Path("in")], Path("out"), circumstances=_round(), forms=_FORMS).outcome


def _round() -> Round:
    return load_round(Path("round.yaml"), Path("units.csv"))


def _standing(out: str = "out", forms: tuple[str, ...] = _FORMS, as_of: date | None = None) -> Outcome | None:
    return find_standing([Path("in")], Path(out), circumstances=_round(), forms=forms, as_of=as_of)


def test_nothing_has_changed(written: Outcome) -> None:
    """The outcome is told again, whatever the time of a file of the round; nothing is touched."""
    before = results()
    os.utime("units.csv", (0, 0))
    assert written == _standing()
    assert before == results()


def _edit(name: str, old: str, new: str) -> None:
    path = Path(name)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


_CHANGES: dict[str, Callable[[], object]] = {
    "a file more": lambda: put("in/b.xlsx", form_of_unit(1, 30)),
    "a file changed": lambda: put("in/a.xlsx", form_of_unit(1, 30)),
    "a file dated": lambda: os.utime("in/a.xlsx", (1, 1)),
    "a file renamed": lambda: Path("in/a.xlsx").rename("in/b.xlsx"),
    "no file": lambda: Path("in/a.xlsx").unlink(),
    "a form": lambda: _edit("1.yaml", "500", "400"),
    "the register": lambda: _edit("units.csv", "№ 1", "№ 01"),
    "the collection": lambda: _edit("round.yaml", "Сбор", "Другой сбор"),
    "a result edited": lambda: Path("out/totals.csv").write_bytes(b""),
    "a result gone": lambda: Path("out/summary.xlsx").unlink(),
    "no ledger": lambda: Path("out", LEDGER).unlink(),
    "a damaged ledger": lambda: Path("out", LEDGER).write_bytes(b"x" * 5000),
}


@pytest.mark.parametrize("name", _CHANGES)
def test_something_has_changed(name: str) -> None:
    """Then there is something to do."""
    _CHANGES[name]()
    assert _standing() is None


def test_other_circumstances() -> None:
    """Another folder, another day, other forms or their order."""
    assert [None] * 4 == [
        _standing("other"),
        _standing(as_of=date(2020, 6, 30)),
        _standing(forms=_FORMS[:1]),
        _standing(forms=_FORMS[::-1]),
    ]


def test_what_cannot_be_asked() -> None:
    """A path that is not there, and a folder of results with received files in it, are told."""
    with pytest.raises(UsageError, match="path-missing"):
        find_standing([Path("нет")], Path("out"), circumstances=_round(), forms=_FORMS)
    with pytest.raises(UsageError, match="output-holds-input"):
        find_standing([Path("out/data")], Path("out"), circumstances=_round(), forms=_FORMS)


def test_no_heavy_library_is_loaded() -> None:
    """The command line asks the question without what reads, counts and prints: that takes longer than the answer."""
    program = "import sys, xlforms.cli.consolidate; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8").stdout
    assert {"xlforms", "click"} == {"xlforms", "click", "numpy", "xlsxwriter", "jinja2", "docx", "rich"} & set(
        loaded.split()
    )
