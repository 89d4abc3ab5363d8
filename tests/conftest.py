"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.compared_verdicts import VERDICTS, count_verdicts
from tests.office.libreoffice import LibreOffice, find_office

# A busy machine is no fault of the code: how long a test takes is measured in tests/benchmarks.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

_MISSING = "no LibreOffice with a Python that can import uno was found on this machine"


@pytest.fixture(scope="session")
def office() -> Iterator[LibreOffice]:
    """One LibreOffice for the whole session."""
    with LibreOffice() as running:
        yield running


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of a divided run hands its numbers over."""
    output: dict[str, tuple[int, int]] | None = getattr(session.config, "workeroutput", None)
    found = session.config.stash.get(VERDICTS, None)
    if output is not None and found is not None:
        output["verdicts"] = (found.compared, found.differ)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The run that divided the work adds up what each worker compared."""
    compared, differ = getattr(node, "workeroutput", {}).get("verdicts", (0, 0))
    if compared:
        count_verdicts(node.config, compared, differ)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The number of verdicts that a second engine computed, and how many differ from ours: `-q` must not hide it."""
    found = config.stash.get(VERDICTS, None)
    if found is not None:
        terminalreporter.write_line(f"parity: {found.compared:,} verdicts compared, {found.differ:,} differ")


def pytest_sessionstart() -> None:
    """With XLFORMS_REQUIRE_OFFICE=1 a run without LibreOffice stops with code 3 before it has begun."""
    if os.environ.get("XLFORMS_REQUIRE_OFFICE") == "1" and find_office() is None:
        pytest.exit(f"XLFORMS_REQUIRE_OFFICE=1, but {_MISSING}", returncode=3)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests marked `office` where LibreOffice is missing."""
    marked = [item for item in items if item.get_closest_marker("office") is not None]
    if marked and find_office() is None:
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=_MISSING))
