"""Text that a spreadsheet would run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.reports.safe_text import safe_text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+7 353", "-5", "@имя", "\tA", "\rA", "\n=A", "＝1", "＋1", "－1", "＠а", "'сам", "=cmd|' /C calc'!A0"],
)
def test_dangerous_texts(text: str) -> None:
    """An apostrophe before it makes it text, and is one to take away again."""
    assert "'" + text == safe_text(text)


@pytest.mark.parametrize("text", ["", "слово", "1=1", "a@b", "12", " =1", "«=»"])
def test_harmless_texts(text: str) -> None:
    """Others stay as they are."""
    assert text == safe_text(text)


@given(st.text())
def test_it_can_be_undone(text: str) -> None:
    """Whoever drops one leading apostrophe has the text."""
    assert text == safe_text(text).removeprefix("'")
