"""A browser for the tests that need one; without any they are skipped, or stop the run where one is required."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_MISSING = "no Chromium was found on this machine"


def find_browser() -> str | None:
    """The path of an installed Chromium."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests marked `browser` where none is, or, with XLFORMS_REQUIRE_BROWSER=1, stop with code 3."""
    marked = [item for item in items if item.get_closest_marker("browser") is not None]
    if not marked or find_browser() is not None:
        return
    if os.environ.get("XLFORMS_REQUIRE_BROWSER") == "1":
        pytest.exit(f"XLFORMS_REQUIRE_BROWSER=1, but {_MISSING}", returncode=3)
    for item in marked:
        item.add_marker(pytest.mark.skip(reason=_MISSING))
