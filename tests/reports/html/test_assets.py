"""The libraries inside the page are those that are named, with their licences."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import xlforms.reports
from xlforms.reports.html import page

ASSETS = Path(xlforms.reports.__file__).parent / "assets"
_LINE = re.compile(r"^\| `(?P<file>[^`]+)` \| .+? \| .+? \| .+?, `(?P<licence>[^`]+)` \| `(?P<hash>\w{64})` \|$", re.M)


def test_assets() -> None:
    """Every file is listed with the hash that it has, and nothing else lies there."""
    listed = {line["file"]: line for line in _LINE.finditer((ASSETS / "README.md").read_text(encoding="utf-8"))}
    assert set(page._LIBRARIES) == set(listed)
    for name, line in listed.items():
        assert line["hash"] == hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()
        assert "Permission to use, copy, modify" in (ASSETS / line["licence"]).read_text(encoding="utf-8")
    licences = {line["licence"] for line in listed.values()}
    assert {"README.md", *listed, *licences} == {path.name for path in ASSETS.iterdir()}


def test_scripts_are_in_the_page() -> None:
    """No file of our script is forgotten."""
    assert {path.stem for path in (ASSETS.parent / "html" / "script").glob("*.js")} == set(page._SCRIPTS)
