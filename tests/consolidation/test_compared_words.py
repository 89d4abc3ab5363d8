"""What of a text is compared: its words without what does not change its meaning."""

from __future__ import annotations

import pytest

from xlforms.consolidation.compared_words import compared_word, compared_words, plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Ремонт\u00a0 КРОВЛИ. ", ("ремонт", "кровли")),
        ("отдалённость", ("отдаленность",)),
        ("1. ремонт", ("ремонт",)),
        ("1) ремонт;\n2) мебель", ("ремонт", "мебель")),
        ("– ремонт", ("ремонт",)),
        ("• ремонт", ("ремонт",)),
        ("а) ремонт", ("ремонт",)),
        ("5.", ("5",)),
        ("1,5 ставки", ("1,5", "ставки")),
        ("1.5 ставки", ("1.5", "ставки")),
        ("5 – 7 классы", ("5-7", "классы")),
        ("5, 7 классы", ("5", "7", "классы")),
        ("ночью -30", ("ночью", "-30")),
        ("5компьютеров", ("5", "компьютеров")),
        ("охват 20 %", ("охват", "20", "%")),
        ("мягкий\u00adперенос", ("мягкийперенос",)),
        ("-", ()),
        ("…", ()),
    ],
)
def test_plain_words(text: str, words: tuple[str, ...]) -> None:
    """Capitals, ё, punctuation and numbers of lists go; numbers stay as they are."""
    assert words == plain_words(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("учителя", "учителей", True),
        ("кровля", "кровлей", True),
        ("дополнительный", "дополнительных", True),
        ("технология", "технологий", True),
        ("столов", "столовой", False),
        ("парт", "партий", False),
        ("отремонтирована", "отремонтировать", False),
        ("требует", "требуется", False),
        ("пол", "поля", False),
        ("физика", "химия", False),
    ],
)
def test_compared_word(one: str, other: str, same: bool) -> None:
    """Case endings of nouns and adjectives make no difference, everything else does."""
    assert same == (compared_word(one) == compared_word(other))


def test_order_of_words() -> None:
    """The order of words is kept: it tells what there is and what there is not."""
    assert compared_words("есть физик, нет химика") != compared_words("нет физика, есть химик")
