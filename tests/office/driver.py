"""One LibreOffice for a whole session, driven line by line. Runs under a Python that has `uno`, not under ours.

    PYTHON -m tests.office.driver SOFFICE PROFILE_FOLDER

starts one headless LibreOffice on its own profile, prints `{"ready": VERSION}` and then answers each line of JSON on
standard input with one on standard output: `{"result": …}`, or `{"error": WORDS, "dead": true when LibreOffice is
gone}`. It ends LibreOffice when standard input closes. `libreoffice.py` is the other end.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import uno

from tests.office import accidents, attempts, cells
from tests.office.documents import RequestError, opened, properties, save

_START_SECONDS = 60
_END_SECONDS = 20

_UnoError = uno.getClass("com.sun.star.uno.Exception")

# Russian parsing of what is typed; no lock files beside the opened ones; no rescue copies of earlier crashes.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ru-RU</value>
</prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="UseLocking" oor:op="fuse"><value>false</value>
</prop></item>
<item oor:path="/org.openoffice.Office.Recovery/AutoSave"><prop oor:name="Enabled" oor:op="fuse"><value>false</value>
</prop></item>
</oor:items>
"""


class Office:
    """A running LibreOffice and the requests it can answer."""

    def __init__(self, soffice: str, profile: Path) -> None:
        """Start LibreOffice and wait until it answers; RequestError when it ends or stays silent for a minute."""
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        pipe = f"xlforms{uuid.uuid4().hex}"
        command = [
            soffice,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--invisible", "--nologo", "--norestore", "--nodefault", "--nofirststartwizard"),
            f"--accept=pipe,name={pipe};urp;",
        ]
        # One thread: with several, what is written varies (seen in 7.4: the base address of rules in an ods).
        environment = os.environ | {"MAX_CONCURRENCY": "1"}
        # Its own words go to our standard error: standard output belongs to the answers.
        self._process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr)
        context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        manager = context.ServiceManager
        self._desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self._dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        settings = manager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
        about = settings.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", properties(nodepath="/org.openoffice.Setup/Product")
        )
        self.version = about.ooSetupVersionAboutBox
        self.requests: dict[str, Callable[..., Any]] = {
            "fill": self._fill,
            "type_in": self._type_in,
            "read": self._read,
            "recalculate": self._recalculate,
            "run": self._run,
            "protection": self._protection,
            "locked": self._locked,
            "pdf": self._pdf,
        }

    def end(self) -> None:
        """Ask LibreOffice to end; kill it when it does not."""
        with suppress(_UnoError):  # the connection may break before the answer comes, or be broken already
            self._desktop.terminate()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def gone(self) -> bool:
        """Does LibreOffice answer no more? (A crashed one takes a while to end; its connection breaks at once.)"""
        try:
            self._desktop.getCurrentFrame()
        except _UnoError:
            return True
        return self._process.poll() is not None

    def _connect(self, address: str) -> Any:
        resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        last = time.monotonic() + _START_SECONDS
        while True:
            try:
                return resolver.resolve(address)
            except _UnoError as error:
                if self._process.poll() is not None:
                    raise RequestError(f"LibreOffice ended at once, exit code {self._process.returncode}") from error
                if time.monotonic() > last:
                    self._process.kill()
                    raise RequestError(f"LibreOffice did not answer in {_START_SECONDS} seconds") from error
                time.sleep(0.05)

    def _fill(self, *, source: str, target: str, entries: Any, file_format: str, recalculate: bool) -> Any:
        with opened(self._desktop, source) as document:
            cells.fill(document, entries)
            if recalculate:
                document.calculateAll()
            return save(document, target, file_format)

    def _type_in(self, source: str, attempts_made: Any) -> Any:
        with opened(self._desktop, source) as document:
            return attempts.type_in(document, self._dispatcher, attempts_made)

    def _read(self, source: str, wanted: Any) -> Any:
        with opened(self._desktop, source) as document:
            return cells.read(document, wanted)

    def _recalculate(self, source: str, target: str, file_format: str) -> Any:
        with opened(self._desktop, source) as document:
            document.calculateAll()
            return save(document, target, file_format)

    def _run(self, source: str, target: str, steps: Any, file_format: str) -> Any:
        with opened(self._desktop, source) as document, ExitStack() as stack:
            return save(accidents.run_steps(self._desktop, document, steps, stack), target, file_format)

    def _protection(self, source: str) -> Any:
        with opened(self._desktop, source) as document:
            return cells.protection(document)

    def _locked(self, source: str, wanted: Any) -> Any:
        with opened(self._desktop, source) as document:
            return cells.locked(document, wanted)

    def _pdf(self, source: str, target: str) -> Any:
        text = source.endswith(".docx")
        with opened(self._desktop, source, text=text) as document:
            return save(document, target, "pdf of text" if text else "pdf")


def _answer(office: Office, request: dict[str, Any]) -> dict[str, Any]:
    name = request.pop("request")
    try:
        return {"result": office.requests[name](**request)}
    except RequestError as error:
        return {"error": str(error)}
    except _UnoError as error:
        # UNO's messages are often empty: the kind of error then says the most.
        words = f"{type(error).__name__} {error}".strip()
        return {"error": words, "dead": office.gone()}


def main() -> int:
    """Answer until standard input closes or LibreOffice is gone."""
    soffice, profile = sys.argv[1:]
    try:
        office = Office(soffice, Path(profile))
    except RequestError as error:
        print(json.dumps({"error": str(error), "dead": True}), flush=True)
        return 1
    try:
        print(json.dumps({"ready": office.version}), flush=True)
        for line in sys.stdin:
            answer = _answer(office, json.loads(line))
            print(json.dumps(answer), flush=True)
            if answer.get("dead"):
                return 1
    finally:
        office.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
