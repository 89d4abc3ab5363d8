"""The command reference of README."""

from __future__ import annotations

from xlforms.cli.main import COMMANDS
from xlforms.cli.reference import print_reference


def test_every_command_is_there() -> None:
    """Each command has a heading and its help, in English."""
    text = print_reference()
    assert [f"### `xlforms {name}`" for name in COMMANDS] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    assert len(COMMANDS) == text.count("Usage: xlforms ")
