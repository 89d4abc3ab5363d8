"""Whether versions of a form mean the same by an expression."""

from __future__ import annotations

import pytest

from tests.reports.made_up import form_of
from xlforms.consolidation.same_items import mean_the_same
from xlforms.dataset.dataset import Dataset, build_dataset
from xlforms.expressions.parse import parse

_FIELDS = """
          - {field: pupils, title: учеников, type: integer}
          - {field: wear, title: износ, type: percent}
          - {field: share, title: доля, type: percent, computed: pupils / 2}
          - {field: half, title: половина, type: decimal, computed: share / 2}
"""


def _dataset(version: str, fields: str) -> Dataset:
    head = f"form: f\nversion: '{version}'\ntitle: Ф\ncode: Ф\nsections:\n"
    block = "  - section: t\n    title: Раздел\n    sheet: Лист\n    blocks:\n      - card: d\n        fields:"
    return build_dataset(*form_of(head + block + fields), [])


@pytest.mark.parametrize(
    ("expression", "before", "after", "expected"),
    [
        ("d.pupils", "учеников", "обучающихся", True),  # only the words have changed
        ("d.half", "учеников", "обучающихся", True),
        ("d.pupils", "pupils", "children", False),  # there is no such item
        ("d.wear", "pupils", "children", True),  # which is not named
        ("d.pupils", "type: integer}", "type: decimal}", True),  # both are numbers to be added up
        ("d.wear", "type: percent}", "type: decimal}", False),  # only one of them is
        ("d.pupils", "type: integer}", "type: text}", False),
        ("d.share", "pupils / 2", "pupils / 3", False),
        ("d.half", "pupils / 2", "pupils / 3", False),  # computed of what is computed otherwise
        ("sum(d.*)", "износ, type: percent}", "износ, type: percent}\n          - {field: x, title: X, type: integer}",
         False),
    ],
)  # fmt: skip
def test_versions(expression: str, before: str, after: str, expected: bool) -> None:
    """The same items, of the same nature, computed alike at any depth."""
    assert before in _FIELDS
    older = _FIELDS.replace(before, after)
    if after in ("children", "type: text}"):
        older = "\n".join(line for line in older.split("\n") if "computed" not in line)
    assert expected == mean_the_same(parse(expression), _dataset("2", _FIELDS), _dataset("1", older))
