"""The title above the table, and the id of the form."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.roadmap_import.title import find_title, form_id


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (["Дорожная карта школ", "Цель – рост.", "Задачи:"], "Дорожная карта школ"),
        (["План мероприятий (дорожная карта),", "направленных на рост", "в 2020-2021 учебном году"],
         "План мероприятий (дорожная карта), направленных на рост в 2020-2021 учебном году"),
        (["Программа направлена на рост.", "План на", "2020 год", "Текст."], "План на 2020 год"),
        (["МУНИЦИПАЛЬНАЯ ПРОГРАММА", "развития", "Дорожная карта (план мероприятий)\nпо развитию"],
         "Дорожная карта (план мероприятий) по развитию"),
        (["**План мероприятий**", "", "школы", "Утверждаю"], "План мероприятий школы"),
        (["План мероприятий", "Заречного городского округа на 2024-2025 учебный год", "Приложение"],
         "План мероприятий Заречного городского округа на 2024-2025 учебный год"),
        (["Приказ", "Приложение № 1"], ""),
        (["Планируемые результаты", "Планета"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_title(before: list[str], expected: str) -> None:
    """The title nearest to the table, over several lines, no sentence."""
    assert expected == find_title(before)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дорожная карта города Кимры", "dorozhnaya-karta-goroda-kimry"),
        ("2021: план", "plan"),
        ("Plan_2020 (v2)", "plan-2020-v2"),
        ("план " * 30, "plan-plan-plan-plan-plan-plan-plan-plan-plan"),
        ("ж" * 50, "zh" * 24),
        ("№ 1", ""),
    ],
)
def test_form_id(text: str, expected: str) -> None:
    """Whole words in Latin letters, the first begins with a letter."""
    assert expected == form_id(text)


@given(st.text())
def test_form_ids_are_ids(text: str) -> None:
    """Whatever the text, its id is one, or there is none."""
    assert re.fullmatch(r"([a-z][a-z0-9-]*)?", form_id(text))
    assert len(form_id(text)) <= 60
