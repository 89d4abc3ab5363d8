"""The pipe to the driver: starting it, asking it with a time limit, ending it, starting it again."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.office.installation import clean_environment

_ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 90
_END_SECONDS = 30


class OfficeError(RuntimeError):
    """LibreOffice is missing, refused a request, ended, or took too long; the message says which."""


@dataclass(frozen=True)
class _Running:
    process: subprocess.Popen[str]
    answers: queue.Queue[str]  # an empty string: standard output has closed
    listener: threading.Thread
    folder: tempfile.TemporaryDirectory[str]
    log: IO[str]
    version: str


class Connection:
    """A driver with its LibreOffice, started when first asked and again after it has died."""

    def __init__(self, soffice: Path, python: Path, timeout: float) -> None:
        """Remember what to start; `timeout` is in seconds, for each request, and may be changed between requests."""
        self._soffice = soffice
        self._python = python
        self.timeout = timeout
        self._running: _Running | None = None

    def version(self) -> str:
        """LibreOffice's version."""
        return self._start().version

    def ask(self, request: str) -> Any:
        """Send one line of JSON; return the answer's result. OfficeError as the class says."""
        running = self._start()
        assert running.process.stdin is not None
        try:
            running.process.stdin.write(request + "\n")
            running.process.stdin.flush()
        except OSError as error:
            raise self._ended(running, "ended between two requests") from error
        try:
            line = running.answers.get(timeout=self.timeout)
        except queue.Empty:
            raise self._ended(running, f"did not answer in {self.timeout:g} seconds") from None
        answer: dict[str, Any] = json.loads(line) if line else {"error": "ended while it worked", "dead": True}
        if answer.get("dead"):
            raise self._ended(running, answer["error"])
        if "error" in answer:
            raise OfficeError(f"LibreOffice: {answer['error']}")
        return answer["result"]

    def close(self) -> None:
        """End the driver, which ends LibreOffice."""
        if self._running is None:
            return
        running, self._running = self._running, None
        assert running.process.stdin is not None
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            running.process.stdin.close()
            running.process.wait(_END_SECONDS)
        _kill(running.process)  # what has not ended by itself
        _tidy(running)

    def _start(self) -> _Running:
        if self._running is not None:
            return self._running
        folder = tempfile.TemporaryDirectory(prefix="xlforms-office-", ignore_cleanup_errors=True)
        log = (Path(folder.name) / "log.txt").open("w+", encoding="utf-8", errors="replace")
        profile = str(Path(folder.name) / "profile")
        command = [str(self._python), "-X", "utf8", "-m", "tests.office.driver", str(self._soffice), profile]
        process = subprocess.Popen(
            command,
            cwd=_ROOT,
            env=clean_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
            start_new_session=True,  # so that the driver and LibreOffice can be killed together
        )
        answers: queue.Queue[str] = queue.Queue()
        listener = threading.Thread(target=_listen, args=(process, answers), daemon=True)
        listener.start()
        running = _Running(process, answers, listener, folder, log, "")
        try:
            line = answers.get(timeout=_START_SECONDS)
        except queue.Empty:
            raise self._ended(running, f"did not start in {_START_SECONDS} seconds") from None
        answer = json.loads(line) if line else {"error": "did not start"}
        if "ready" not in answer:
            raise self._ended(running, answer["error"])
        self._running = _Running(process, answers, listener, folder, log, answer["ready"])
        return self._running

    def _ended(self, running: _Running, words: str) -> OfficeError:
        """Clear away what is left and tell why; the next request starts anew."""
        self._running = None
        _kill(running.process)
        running.log.seek(0)
        last_words = running.log.read().strip().splitlines()[-20:]
        _tidy(running)
        return OfficeError("\n".join([f"LibreOffice: {words}", *last_words]))


def _listen(process: subprocess.Popen[str], answers: queue.Queue[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        answers.put(line)
    answers.put("")


def _kill(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):  # the whole group may have ended by itself
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _tidy(running: _Running) -> None:
    running.listener.join()
    for stream in (running.process.stdin, running.process.stdout):
        assert stream is not None
        with contextlib.suppress(BrokenPipeError):  # what is still in the buffer has nobody to read it
            stream.close()
    running.log.close()
    running.folder.cleanup()
