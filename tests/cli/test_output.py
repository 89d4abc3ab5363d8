"""Results on stdout."""

from __future__ import annotations

import sys

import pytest

from xlforms.cli.output import show


def test_text_and_line_end(capsys: pytest.CaptureFixture[str]) -> None:
    """A text ends in one line end."""
    show("итог")
    assert "итог\n" == capsys.readouterr().out


def test_no_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without stdout prints nothing and goes on."""
    monkeypatch.setattr(sys, "stdout", None)
    show("итог")
    assert sys.stdout is None
