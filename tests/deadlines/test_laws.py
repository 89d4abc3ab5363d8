"""What holds for any text in any window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.deadlines.printed_deadlines import PRINTED
from xlforms.deadlines.deadline import Deadline, Moment, Recurrence, Span, Window
from xlforms.deadlines.read import LONGEST, read_deadline
from xlforms.messages import say

_TEXT = """
до с по к в на не позднее ранее начиная после начало середина конце течение всего период года
год учебного уч. г. гг. январь мая сент. декабре август 29 февраля 31 30 1 5-й 2 4 10 12 I II
III-я IV первая вторая последняя две квартал кв. полугодие четверть декада неделя половина
числа раз раза ежемесячно ежегодно каждый каждую понедельник по полугодиям постоянно постоянной
основе затем далее графику плану ГИА 2020 2021 2019 2020-2021 2020/21 15.08.2020 31.02.2020
01.09.20 10.2020 15.09 32.13 включительно текущего реализации программы месяца следующего за
отчётным необходимости , , ; ( ) - - – / . № п Ш и а
"""
_WORDS = _TEXT.split()
_DAYS = st.dates(date(2018, 1, 1), date(2024, 12, 31))
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join) | st.sampled_from(
    sorted({line.text for line in PRINTED})
)


@st.composite
def _windows(draw: st.DrawFn) -> Window:
    start = draw(st.none() | _DAYS)
    length = timedelta(days=draw(st.integers(0, 1200)))
    end = draw(st.none() | _DAYS) if start is None else draw(st.none() | st.just(start + length))
    return Window(start, end, draw(st.none() | st.integers(2017, 2024)))


def _check(deadline: Deadline) -> None:
    """Every stretch of time runs forward, kind and sides agree with the parts, every doubt can be said."""
    sides = [(part.day, part.day) if isinstance(part, Moment) else (part.start, part.end)
             for part in deadline.parts if isinstance(part, Moment | Span | Recurrence)]  # fmt: skip
    for start, end in [*sides, (deadline.start, deadline.end)]:
        assert start is None or end is None or start <= end
    assert all(part.start or part.end for part in deadline.parts if isinstance(part, Span))
    assert (deadline.kind == "undated") == (not sides)
    assert deadline.parts
    for doubt in deadline.doubts:
        assert say(doubt.code, "ru", **doubt.parameters) != say(doubt.code, "en", **doubt.parameters)


@given(st.text(max_size=60), _windows())
@settings(max_examples=100)
def test_any_characters(text: str, window: Window) -> None:
    """Any text has an answer, the same each time, and keeps its text."""
    deadline = read_deadline(text, window)
    _check(deadline)
    assert (text, deadline) == (deadline.text, read_deadline(text, window))


@given(_TEXTS, _windows())
@settings(max_examples=200)
def test_any_words(text: str, window: Window) -> None:
    """Any jumble of the words of deadlines has an answer."""
    _check(read_deadline(text, window))


@given(_TEXTS, _windows(), st.data())
@settings(max_examples=100)
def test_typing_does_not_matter(text: str, window: Window, data: st.DataObject) -> None:
    """Case, kinds of dash, and more or other spaces change nothing."""
    spaces = st.sampled_from((" ", "  ", "\u00a0", "\n", " \u202f"))
    dash = data.draw(st.sampled_from("-‐‑–—−"))
    typed = "".join(data.draw(spaces) if letter == " " else dash if letter in "-–" else letter for letter in text)
    typed = data.draw(st.sampled_from((str.upper, str.lower, str.title)))(f"{data.draw(spaces)}{typed} ")
    expected = read_deadline(text, window)
    assert expected == replace(read_deadline(typed, window), text=text)


def test_spaces_around_dashes() -> None:
    """A dash with spaces is the same dash."""
    for line in PRINTED:
        wide = line.text.replace("-", " - ").replace(",", " , ")
        window = Window(date(2020, 8, 1), date(2021, 8, 31), 2020)
        assert read_deadline(line.text, window) == replace(read_deadline(wide, window), text=line.text)


def test_long_text() -> None:
    """A text that is far too long is no deadline, and is told as such."""
    deadline = read_deadline("начало " * 100_000, Window())
    assert ("undated", ["deadline-long"]) == (deadline.kind, [doubt.code for doubt in deadline.doubts])
    assert "dated" == read_deadline(", ".join(["1 мая 2020"] * (LONGEST // 4)), Window()).kind
