"""The progress bar."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from xlforms.cli.progress import progress_bar
from xlforms.cli.terminal_progress import terminal_bar


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    """Into a file or a pipe nothing is written."""
    with progress_bar("Читаю файлы") as start:
        step = start(2)
        step()
    assert ("", "") == tuple(capsys.readouterr())


def test_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the text and the number of steps are shown."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    for bar in (progress_bar, terminal_bar):
        with bar("Читаю файлы") as start:
            step = start(2)
            step()
            step()
        assert "Читаю файлы" in terminal.getvalue()
        assert "2/2" in terminal.getvalue()


def test_library_is_not_loaded_in_vain() -> None:
    """Without a terminal the library of the bar stays where it is."""
    code = (
        "import sys\nfrom xlforms.cli.progress import progress_bar\n"
        "with progress_bar('x') as start: start(1)()\nprint('rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert "False" == done.stdout.decode().strip()
