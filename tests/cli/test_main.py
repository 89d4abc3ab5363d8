"""The command as a whole: exit codes, failures, streams."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import xlforms
from tests.cli.commands import Shell
from xlforms import __version__
from xlforms.errors import DefinitionError, OutputError, Problem

_COMMAND = [sys.executable, "-m", "xlforms.cli.main"]
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(xlforms.__file__).parent.parent), "LANG": "ru_RU.UTF-8"}


def _run(*arguments: str, **settings: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*_COMMAND, *arguments], env=_ENVIRONMENT, check=False, **settings)  # type: ignore[call-overload, no-any-return]  # passed on as it came


def test_version(shell: Shell) -> None:
    """The version alone."""
    assert (0, f"xlforms {__version__}\n") == (shell("--version").code, shell("--version").out)


@pytest.mark.parametrize(
    ("error", "lines"),
    [
        (OutputError("output-not-a-folder", path="a"), ["xlforms: a — не папка"]),
        (KeyboardInterrupt(), ["xlforms: прервано"]),
        (
            ZeroDivisionError("two\nlines"),
            [
                "xlforms: внутренняя ошибка (ZeroDivisionError: two lines). Сообщите о ней разработчикам; "
                "с XLFORMS_DEBUG=1 видны подробности."
            ],
        ),
        (
            DefinitionError(
                [Problem("a.yaml", 3, 5, "key-missing", {"key": "title"}), Problem("a", 0, 0, "file-empty")]
            ),
            None,
        ),
    ],
)
def test_every_failure_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: BaseException, lines: list[str] | None
) -> None:
    """Exit code 2, no traceback; the mistakes of a file each in a line with its place."""

    def fail() -> int:
        raise error

    monkeypatch.setattr("xlforms.cli.forms.list_forms", fail)
    ended = shell("forms")
    assert (2, "") == (ended.code, ended.out)
    if lines is None:
        first, second, last = ended.err.splitlines()
        assert first.startswith("a.yaml:3:5: ")
        assert second.startswith("a: ")
        assert last.startswith("xlforms: ")
    else:
        assert lines == [line for line in ended.err.splitlines() if line]


def test_trace_on_demand(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """XLFORMS_DEBUG=1 shows where it happened."""

    def fail() -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("xlforms.cli.forms.list_forms", fail)
    monkeypatch.setenv("XLFORMS_DEBUG", "1")
    assert "Traceback" in shell("forms").err


def test_reader_that_goes_away() -> None:
    """`| head -1` changes nothing: no message, and the exit code of the work."""
    code = (
        "import subprocess, sys\n"
        "command = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "command.stdout.close()\n"
        "error = command.stderr.read()\n"
        "print(command.wait(), error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *_COMMAND, "describe", "orenburg-resources"],
        env=_ENVIRONMENT, capture_output=True, check=True,
    )  # fmt: skip
    assert "0 b''" == done.stdout.decode().strip()


def test_stdout_that_takes_nothing() -> None:
    """A full disk is told in one line; a closed stdout is somebody's own wish."""
    with open("/dev/full", "wb") as full:
        done = _run("forms", stdout=full, stderr=subprocess.PIPE)
    assert (2, "xlforms: результат не выводится: на диске нет места\n") == (done.returncode, done.stderr.decode())
    closed = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m xlforms.cli.main forms >&-"],
        env=_ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    assert (0, b"") == (closed.returncode, closed.stderr)


def test_help_is_quick_to_load() -> None:
    """Help needs none of the heavy libraries."""
    heavy = ("numpy", "pydantic", "yaml", "xlsxwriter", "lxml", "rich", "xlforms.api")
    code = (
        "import sys, xlforms.cli.main as main\n"
        "main.run(['--help'])\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=_ENVIRONMENT, capture_output=True, check=True)
    assert "[]" == done.stderr.decode().strip()


def test_output_is_utf8_in_any_locale() -> None:
    """Into a pipe Russian goes as UTF-8 even where the locale is C."""
    done = subprocess.run(
        [*_COMMAND, "--help"],
        env={**_ENVIRONMENT, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True, check=True,
    )  # fmt: skip
    assert "Как вызвать: xlforms" in done.stdout.decode("utf-8")


def test_places_in_a_workbook(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in a workbook is told as a spreadsheet names the place: sheet and cell, row, or sheet alone."""

    def fail() -> int:
        raise DefinitionError(
            [
                Problem("u.xlsx", 3, 1, "units-cell-empty", {"column": "Код"}, "Школы"),
                Problem("u.xlsx", 1, 0, "units-empty", {}, "Школы"),
                Problem("u.xlsx", 0, 0, "units-second-sheet", {"first": "Школы", "second": "Ещё"}, "Ещё"),
            ]
        )

    monkeypatch.setattr("xlforms.cli.forms.list_forms", fail)
    assert ["u.xlsx, Лист «Школы», ячейка A3", "u.xlsx, Лист «Школы», строка 1", "u.xlsx, Лист «Ещё»"] == [
        line.partition(":")[0] for line in shell("forms").err.splitlines()[:3]
    ]
