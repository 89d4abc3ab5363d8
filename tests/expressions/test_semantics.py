"""What the two sides must share."""

from __future__ import annotations

import pytest

from xlforms.expressions.semantics import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [("  да ", "ДА"), ("Не   имеется", "НЕ ИМЕЕТСЯ"), ("ё", "Ё"), ("", ""), ("а\u00a0б", "А\u00a0Б"), ("а\nб", "А\nБ")],
)
def test_texts_fold_as_upper_of_trim(text: str, folded: str) -> None:
    """Case and plain spaces make no difference; other white space is left alone, as TRIM leaves it."""
    assert folded == fold(text)
