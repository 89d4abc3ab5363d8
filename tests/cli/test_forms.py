"""`xlforms forms`."""

from __future__ import annotations

from tests.cli.commands import Shell
from xlforms.definitions.templates import available_forms


def test_list(shell: Shell) -> None:
    """A line for each version of each form: id, version, title."""
    ended = shell("forms")
    found = [line.split(maxsplit=2)[:2] for line in ended.out.splitlines()]
    assert (0, "", [[source.id, source.version] for source in available_forms()]) == (ended.code, ended.err, found)
