"""The ledger as a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xlforms.ledger.ledger import Choice, LastResult, Ledger, LedgerFile
from xlforms.ledger.ledger_file import LedgerError, read_ledger, write_ledger

_FILES = {
    "aa||": (LedgerFile("aa||", "", "aa", "archive", '{"x":[]}'), LedgerFile("aa||", "0", "bb", "damaged", "[]")),
    "cc|||имя.csv": (LedgerFile("cc|||имя.csv", "", "cc", "trial@1", "[1]"),),
}
LEDGER = Ledger(
    "program",
    _FILES,
    (Choice("prefer", "cc"), Choice("exclude", "bb")),
    LastResult("made of", {"received.csv": "dd", "data/a.csv": "ee"}, "told"),
)


def _written(ledger: Ledger, path: Path) -> bytes:
    write_ledger(ledger, path)
    return path.read_bytes()


def test_everything_comes_back(tmp_path: Path) -> None:
    """What was written is read; equal ledgers are equal bytes, whatever order they were filled in."""
    shuffled = Ledger("program", dict(reversed(_FILES.items())), LEDGER.choices, LEDGER.result)
    assert _written(LEDGER, tmp_path / "a") == _written(shuffled, tmp_path / "b")
    assert LEDGER == read_ledger(tmp_path / "a", "program")
    assert ["a", "b"] == sorted(path.name for path in tmp_path.iterdir())


def test_nothing_to_remember(tmp_path: Path) -> None:
    """No file is an empty ledger."""
    assert Ledger("program") == read_ledger(tmp_path / "нет", "program")


def test_another_program(tmp_path: Path) -> None:
    """What another program has read is left out; what a person has chosen stays."""
    write_ledger(LEDGER, tmp_path / "ledger")
    assert Ledger("other", choices=LEDGER.choices) == read_ledger(tmp_path / "ledger", "other")


def _changed(sql: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(sql)

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_changed("UPDATE file SET reading = '[2]' WHERE given LIKE 'cc%'"), "ledger-damaged"),
        (_changed("DELETE FROM file WHERE way = '0'"), "ledger-damaged"),
        (_changed("UPDATE choice SET verdict = 'prefer'"), "ledger-damaged"),
        (_changed("UPDATE choice SET verdict = 'x'"), "ledger-damaged"),
        (_changed("DELETE FROM choice"), "ledger-damaged"),
        (_changed("UPDATE output SET sha256 = 'ff'"), "ledger-damaged"),
        (_changed("UPDATE about SET value = 'x' WHERE name = 'told'"), "ledger-damaged"),
        (_changed("UPDATE about SET value = '99' WHERE name = 'layout'"), "ledger-other-layout"),
        (_changed("ALTER TABLE file ADD COLUMN more TEXT"), "ledger-other-layout"),
        (_changed("CREATE TRIGGER t AFTER INSERT ON file BEGIN DELETE FROM choice; END"), "ledger-other-layout"),
        (_changed("DROP TABLE output"), "ledger-other-layout"),
        (lambda path: path.write_bytes(b""), "ledger-damaged"),
        (lambda path: path.write_bytes(b"text" * 3000), "ledger-damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "ledger-damaged"),
        (lambda path: path.unlink() or path.mkdir(), "ledger-damaged"),
    ],
)  # fmt: skip
def test_what_does_not_add_up(tmp_path: Path, change: Callable[[Path], object], code: str) -> None:
    """A ledger that was changed, cut off or made by somebody else is not believed."""
    path = tmp_path / "ledger"
    write_ledger(LEDGER, path)
    change(path)
    with pytest.raises(LedgerError) as caught:
        read_ledger(path, "program")
    assert code == caught.value.code


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_flipped_bit(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever bit of the file flips: the ledger is refused, or says exactly what was written."""
    path = tmp_path / "ledger"
    path.unlink(missing_ok=True)
    content = bytearray(_written(LEDGER, path))
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(bytes(content))
    try:
        found = read_ledger(path, "program")
    except LedgerError:
        return
    assert found == LEDGER
