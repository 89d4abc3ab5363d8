"""Tests in a browser are left out where none is, or its driver is not installed.

`python -m pip install -e ".[test,browser]"` brings the driver; Chromium is installed by the system.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_DRIVERS = ("playwright", "axe_playwright_python")


def find_browser() -> str | None:
    """The path of an installed Chromium."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


_MISSING = [name for name in _DRIVERS if find_spec(name) is None] + ([] if find_browser() else ["Chromium"])

collect_ignore = ["test_browser.py"] if _MISSING else []
