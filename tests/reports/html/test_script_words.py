"""What the script says stands in the catalogue, and what stands there is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import xlforms.reports.html
from xlforms.consolidation.column_statistics import ColumnStatistics
from xlforms.messages import CATALOGUE

SCRIPTS = sorted((Path(xlforms.reports.html.__path__[0]) / "script").glob("*.js"))
_PREFIX = "page-js-"
_SAID = re.compile(r'say\((?P<choice>[^"()]*\? )?"(?P<code>[\w-]+)"(?: : "(?P<other>[\w-]+)")?')
_NAMES_OF_STATISTICS = {*ColumnStatistics.__dataclass_fields__, "computed"}  # said by their own names


def _said() -> set[str]:
    found = set()
    for path in SCRIPTS:
        for match in _SAID.finditer(path.read_text(encoding="utf-8")):
            found |= {match["code"], match["other"] or match["code"]}
    return found | _NAMES_OF_STATISTICS


def test_words() -> None:
    """No word is missing, none is idle."""
    assert _said() == {code.removeprefix(_PREFIX) for code in CATALOGUE if code.startswith(_PREFIX)}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_nothing_is_read_as_markup(path: Path) -> None:
    """Texts become texts: no way by which an answer could become an element, and none by which anything is loaded."""
    script = path.read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(",
                 "XMLHttpRequest", "import(", "localStorage", "http:", "https:"):  # fmt: skip
        assert word not in script
    assert len(script.splitlines()) < 300
