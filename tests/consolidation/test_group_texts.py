"""Texts that say nearly the same come together; texts that only look alike do not."""

from __future__ import annotations

import random
from collections import Counter
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlforms.consolidation.gathered_texts import Saying, TextGroup
from xlforms.consolidation.group_texts import group_texts

SAME = [
    ("ремонт кровли", "ремонт кровли."),
    ("ремонт кровли", "Ремонт  кровли"),
    ("ремонт кровли", "- ремонт кровли;"),
    ("ремонт кровли", "1. Ремонт кровли"),
    ("нет учителя физики", "нет учителей физики"),
    ("нет учителя математики", "нет учителя матиматики"),
    ("отдалённость от райцентра", "отдаленность от райцентра"),
    ("нехватка компьютеров", "нехватка компютеров"),
    ("нехватка компьютеров", "нехватка компьютреов"),
    ("приобретение оборудования", "приобритение оборудования"),
    ("приобретение оборудования", "Приобретение оборудование"),
    ("переподготовка педагогов", "перепадготовка педагогов"),
    ("интерактивная доска", "интерактивные доски"),
    ("курсы повышения квалификации", "курсы повышения кваллификации"),
    ("низкая мотивация учащихся", "Низкая мотивация учащихся!"),
]
OTHER = [
    ("нужен учитель физики", "нужен учитель химии"),
    ("нужен учитель истории", "нужен учитель географии"),
    ("учитель начальных классов", "учитель старших классов"),
    ("нужно 5 компьютеров", "нужно 15 компьютеров"),
    ("1,5 ставки", "15 ставок"),
    ("учителя 1-4 классов", "учителя 5-9 классов"),
    ("5-7 классы", "5, 7 классы"),
    ("охват 20 %", "охват 20"),
    ("ночью -30", "ночью 30"),
    ("требуется ремонт", "не требуется ремонт"),
    ("без психолога", "нет психолога"),
    ("благополучные семьи", "неблагополучные семьи"),
    ("есть физик, нет химика", "нет физика, есть химик"),
    ("ремонт кровли", "ремонт крыши"),
    ("ремонт столов", "ремонт столовой"),
    ("ремонт пола", "ремонт поля"),
    ("закупка парт", "закупка партии"),
    ("отремонтирована крыша", "отремонтировать крышу"),
    ("закупили парты", "закупить парты"),
    ("нужен проектор", "нужен прожектор"),
    ("контакт с родителями", "контракт с родителями"),
    ("подход к школе", "поход к школе"),
    ("оплата проезда", "доплата проезда"),
    ("обучение детей", "облучение детей"),
    ("высокая текучесть кадров", "низкая текучесть кадров"),
    ("внешний совместитель", "внутренний совместитель"),
]
KNOWN = sorted({text for pair in (*SAME, *OTHER) for text in pair} | {"нет", "-", "Не требуется.", "0"})


def _sayings(*texts: str) -> list[Saying]:
    return [Saying(f"{number:03d}", "card.help", text) for number, text in enumerate(texts, start=1)]


def _shape(groups: tuple[TextGroup, ...]) -> list[tuple[str, bool, list[str]]]:
    return [(group.text, group.nothing, [saying.unit for saying in group.sayings]) for group in groups]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    """Case, punctuation, endings of nouns and one slip of the pen do not make another need."""
    assert 1 == len(group_texts(_sayings(one, other)))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other(one: str, other: str) -> None:
    """Another subject, number, negation or word is another need, however alike it looks."""
    assert 2 == len(group_texts(_sayings(one, other)))


def test_order_of_groups() -> None:
    """What most units say comes first, what names nothing last, under a name of its own."""
    sayings = _sayings("нет", "Мебель", "ремонт кровли", "-", "Ремонт кровли", "не требуется", "0", "ремонт кровли")
    assert [
        ("ремонт кровли", False, ["003", "005", "008"]),
        ("Мебель", False, ["002"]),
        ("нет, не требуется", True, ["001", "004", "006", "007"]),
    ] == _shape(group_texts(sayings))


def test_shown_wording() -> None:
    """The most frequent original is shown; of equally frequent ones the shortest, then the first by the alphabet."""
    frequent = group_texts(_sayings("Ремонт кровли!", "ремонт кровли", "Ремонт кровли!"))
    equal = group_texts(_sayings("ремонт кровли;", "ремонт кровли", "Ремонт кровли"))
    assert ("Ремонт кровли!", "Ремонт кровли") == (frequent[0].text, equal[0].text)


def test_likeness_is_not_handed_on() -> None:
    """A text two slips away from the wording shown stands apart, though a third one lies between them."""
    middle, near, far = "нехватка компьютеров", "нехватка компютеров", "нехватка компютерров"
    groups = group_texts(_sayings(middle, middle, middle, near, near, far))
    assert [(middle, 5), (far, 1)] == [(group.text, len(group.sayings)) for group in groups]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(KNOWN), max_size=25), st.randoms(use_true_random=False))
def test_order_of_files(texts: list[str], chance: random.Random) -> None:
    """The groups are the same in whatever order the texts come, and every text is in exactly one."""
    mixed = texts.copy()
    chance.shuffle(mixed)
    groups, others = group_texts(_sayings(*texts)), group_texts(_sayings(*mixed))
    assert Counter(texts) == Counter(saying.text for group in groups for saying in group.sayings)
    assert [(group.text, Counter(saying.text for saying in group.sayings)) for group in groups] == [
        (group.text, Counter(saying.text for saying in group.sayings)) for group in others
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("абвгдежз -5.\n", max_size=30), max_size=15))
def test_any_text(texts: list[str]) -> None:
    """Whatever is written is in exactly one group, under a wording that somebody wrote."""
    sayings = _sayings(*texts)
    groups = group_texts(sayings)
    assert sorted(sayings, key=repr) == sorted((saying for group in groups for saying in group.sayings), key=repr)
    assert all(group.text in [saying.text.strip() for saying in group.sayings] for group in groups if not group.nothing)


def test_many_texts() -> None:
    """8,000 different texts with one slot (1,000 schools with 8 rows) take less than 3 seconds of the processor."""
    chance = random.Random(1)
    texts = [f"нужен учитель {''.join(chance.choices('абвгдежз', k=10))} в школу" for _ in range(8_000)]
    start = process_time()
    groups = group_texts(_sayings(*texts))
    assert process_time() - start < 3
    assert 8_000 == sum(len(group.sayings) for group in groups)
