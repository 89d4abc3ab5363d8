"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.compared_verdicts import VERDICTS
from tests.office.libreoffice import LibreOffice, find_office

_MISSING = "no LibreOffice with a Python that can import uno was found on this machine"


@pytest.fixture(scope="session")
def office() -> Iterator[LibreOffice]:
    """One LibreOffice for the whole session."""
    with LibreOffice() as running:
        yield running


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The number of verdicts that a second engine computed, and how many differ from ours: `-q` must not hide it."""
    found = config.stash.get(VERDICTS, None)
    if found is not None:
        terminalreporter.write_line(f"parity: {found.compared:,} verdicts compared, {found.differ:,} differ")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests marked `office` where LibreOffice is missing, or, with XLFORMS_REQUIRE_OFFICE=1, stop with code 3."""
    marked = [item for item in items if item.get_closest_marker("office") is not None]
    if not marked or find_office() is not None:
        return
    if os.environ.get("XLFORMS_REQUIRE_OFFICE") == "1":
        pytest.exit(f"XLFORMS_REQUIRE_OFFICE=1, but {_MISSING}", returncode=3)
    for item in marked:
        item.add_marker(pytest.mark.skip(reason=_MISSING))
