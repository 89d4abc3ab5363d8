"""Words beside cells."""

from __future__ import annotations

from datetime import date

import pytest

from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import Item
from xlforms.definitions.wording import prompt_of, refusal_of, russian_date, russian_number


def _item(kind: str, **settings: object) -> Item:
    known = ITEM_TYPES[kind]
    given: dict[str, object] = {"minimum": known.minimum, "maximum": known.maximum, "max_length": known.max_length}
    return Item("a.b", "a", "", "b", ("б",), kind, known.nature, **(given | settings))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("1\u00a0000\u00a0000", 1_000_000),
        ("0,5", 0.5),
        ("-12,25", -12.25),
        ("0,3", 0.1 + 0.2),
    ],
)
def test_numbers(text: str, value: float) -> None:
    """Threes of digits, a decimal comma, no tail of a binary fraction."""
    assert text == russian_number(value)


def test_dates() -> None:
    """Day, month, year."""
    assert "05.06.2020" == russian_date(date(2020, 6, 5))


def test_prompt_order() -> None:
    """The author's help first, then what is expected, then an example; a help without a full stop gets one."""
    item = _item("year", minimum=1900, maximum=2020, help="Последний ремонт", example="1998", required=True)
    expected = "Последний ремонт. Год четырьмя цифрами, от 1900 до 2020. Обязательный ответ. Пример: 1998"
    assert expected == prompt_of(item)


def test_zero_is_asked_for_where_a_blank_is_not_zero() -> None:
    """`blank: zero` takes a blank for 0, and nothing is said where 0 is not allowed."""
    items = [_item("integer", maximum=9), _item("integer", maximum=9, blank_zero=True), _item("integer", minimum=1)]
    assert [True, False, False] == ["поставьте 0" in prompt_of(item) for item in items]


def test_percent_is_said_as_people_type_it() -> None:
    """Bounds of a share are percents."""
    expected = "Введите процент от 0\u00a0% до 100\u00a0% со знаком %, например 25%."
    assert expected == refusal_of(_item("percent"))


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_every_type_has_its_words(kind: str) -> None:
    """Both texts exist and fit into what Office shows, at the widest usual bounds."""
    item = _item(kind)
    assert 0 < len(prompt_of(item)) <= 255
    assert 0 < len(refusal_of(item)) <= 224
