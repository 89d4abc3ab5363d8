"""Shares in words."""

from __future__ import annotations

import pytest

from xlforms.reports.docx.shares import share_words


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 1000, "0 %"), (4, 1000, "менее 1 %"), (5, 1000, "1 %"), (500, 1000, "50 %"), (994, 1000, "99 %"),
     (995, 1000, "более 99 %"), (999, 1000, "более 99 %"), (1000, 1000, "100 %"), (2, 3, "67 %"), (0, 0, "–")],
)  # fmt: skip
def test_share_words(part: int, whole: int, expected: str) -> None:
    """Whole per cent; only nothing is 0 % and only all is 100 %."""
    assert expected == share_words(part, whole).replace("\u00a0", " ")
