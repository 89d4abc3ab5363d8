"""Slips of the pen: what is one, and which other words look like one."""

from __future__ import annotations

import pytest

from xlforms.consolidation.compared_words import compared_word
from xlforms.consolidation.slips import is_slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("компьютеров", "компьютреов", True),
        ("кабинет", "каббинет", True),
        ("компьютеров", "компютеров", True),
        ("математики", "матиматики", True),
        ("приобретение", "приобритение", True),
        ("переподготовки", "перекодготовки", True),
        ("завершено", "завершенно", True),
        ("контакт", "контракт", False),
        ("подход", "поход", False),
        ("проектор", "прожектор", False),
        ("оплата", "доплата", False),
        ("перевод", "переход", False),
        ("школа", "шкоал", False),
        ("проверили", "проверяли", False),
        ("ремонт", "ремонт", False),
        ("100000", "100001", False),
    ],
)
def test_is_slip(one: str, other: str, slip: bool) -> None:
    """One slip, whichever way round; other words, short words and numbers never."""
    words = compared_word(one), compared_word(other)
    assert (slip, slip) == (is_slip(*words), is_slip(words[1], words[0]))
