"""Texts as file names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.definitions.file_names import LONGEST, safe_file_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("56-001", "56-001"),
        ("г. Оренбург", "г. Оренбург"),
        ("Соль-Илецкий  городской\tокруг ", "Соль-Илецкий городской_округ"),
        ('МБОУ "СОШ № 1"', "МБОУ _СОШ № 1_"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a/b\\c:d*e?f|g<h>i", "a_b_c_d_e_f_g_h_i"),
        ("конец.", "конец"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("COM1", "_COM1"),
        ("", "_"),
        (" . ", "_"),
        ("\u202eabc", "_abc"),
        ("я" * 200, "я" * 80),
    ],
)
def test_safe_names(text: str, expected: str) -> None:
    """What a file system refuses is replaced, the rest stays readable."""
    assert expected == safe_file_name(text)


@given(st.text())
def test_any_text_is_a_name(text: str) -> None:
    """Whatever comes, the result is one step of a path, is not too long and does not change when made safe again."""
    name = safe_file_name(text)

    assert 1 <= len(name) <= LONGEST + 1
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert name not in (".", "..")
    assert name == safe_file_name(name)
