"""Names of schools and municipalities, compared as a person would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.consolidation.unit_names import (
    Likeness,
    compare_municipalities,
    compare_names,
    words_of_municipality,
    words_of_name,
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Школа № 1", "МБОУ «ШКОЛА №1»", Likeness.SAME),
        ("МБОУ «СОШ № 1» г. Орска", "Средняя общеобразовательная школа №1 Орска", Likeness.SAME),
        ("Школа № 01", "школа 1", Likeness.SAME),
        ("Озёрская СОШ", "озерская  средняя школа", Likeness.SAME),
        ("Школа № 1", "Школа № 1 имени 60-летия Октября", Likeness.SAME),
        ("Школа А", "Школа Б", Likeness.DIFFERENT),
        ("Школа № 1", "Гимназия № 1", Likeness.UNCERTAIN),
        ("Ивановская СОШ", "Основная школа с. Ивановка", Likeness.UNCERTAIN),
        ("Школа № 1", "Ивановская СОШ", Likeness.UNCERTAIN),
        ("", "Школа № 1", Likeness.UNCERTAIN),
        ("МБОУ", "Школа № 1", Likeness.UNCERTAIN),
        ("Школа № 1", "Школа № 11", Likeness.DIFFERENT),
        ("Озёрская СОШ", "Ивановская СОШ", Likeness.DIFFERENT),
        ("Гимназия «Росток»", "Лицей «Восток»", Likeness.DIFFERENT),
    ],
)
def test_names_of_schools(one: str, other: str, expected: Likeness) -> None:
    """Only numbers and words that tell schools apart make two names different."""
    words = words_of_name(one), words_of_name(other)
    assert (expected, expected) == (compare_names(*words), compare_names(*reversed(words)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Первый район", "ПЕРВЫЙ муниципальный р-н", Likeness.SAME),
        ("город Орск", "Орск", Likeness.SAME),
        ("МО г. Орск", "городской округ город Орск", Likeness.SAME),
        ("Район", "район", Likeness.SAME),
        ("Орский городской округ", "город Орск", Likeness.UNCERTAIN),
        ("Оренбургский район", "город Оренбург", Likeness.UNCERTAIN),
        ("", "Первый район", Likeness.UNCERTAIN),
        ("Район 1", "Район 2", Likeness.DIFFERENT),
        ("Первый район", "Второй район", Likeness.DIFFERENT),
    ],
)
def test_names_of_municipalities(one: str, other: str, expected: Likeness) -> None:
    """The words for what a municipality is do not matter."""
    words = words_of_municipality(one), words_of_municipality(other)
    assert (expected, expected) == (compare_municipalities(*words), compare_municipalities(*reversed(words)))


@given(st.text(alphabet='абвеё «»"№.-1230', max_size=20))
def test_writing_does_not_matter(name: str) -> None:
    """Case, «ё», quotes and spaces around say nothing."""
    assert words_of_name(name) == words_of_name(f"  «{name.upper().replace('Ё', 'Е')}» ")
