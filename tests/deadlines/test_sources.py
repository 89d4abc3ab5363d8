"""Every printed deadline of the five roadmaps is read as a careful person reads it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.deadlines.printed_deadlines import PRINTED, WINDOWS, Printed
from xlforms.deadlines.deadline import Moment, Part, Recurrence, Span, Undated
from xlforms.deadlines.read import read_deadline


@pytest.mark.parametrize("printed", PRINTED, ids=[f"{line.source} {line.number} {line.text}" for line in PRINTED])
def test_printed_deadline(printed: Printed) -> None:
    """First day, last day, kind and doubts are those of the table."""
    deadline = read_deadline(printed.text, WINDOWS[printed.source])
    found = (deadline.start, deadline.end, deadline.kind, tuple(doubt.code for doubt in deadline.doubts))
    assert (printed.start, printed.end, printed.kind, printed.doubts) == found


def test_none_is_missing() -> None:
    """The table holds as many measures as the sources; `kimry` prints two dates under 4.1 and under 5.4."""
    assert {"orenburg": 24, "kimry": 44 + 2, "kalininsky": 19, "kamensk": 39, "school20": 78} == Counter(
        line.source for line in PRINTED
    )
    assert 24 == sum(not line.text for line in PRINTED)


def test_kinds_are_counted() -> None:
    """How many are dated, recurring, undated and blank, by source."""
    kinds = {
        source: Counter(
            read_deadline(line.text, WINDOWS[source]).kind if line.text else "blank"
            for line in PRINTED
            if line.source == source
        )
        for source in WINDOWS
    }
    assert {
        "orenburg": {"dated": 23, "undated": 1},
        "kimry": {"dated": 38, "recurring": 1, "undated": 7},
        "kalininsky": {"dated": 18, "undated": 1},
        "kamensk": {"dated": 32, "undated": 7},
        "school20": {"dated": 47, "recurring": 1, "undated": 6, "blank": 24},
    } == kinds


@pytest.mark.parametrize(
    ("source", "text", "parts"),
    [
        ("school20", "Май, сентябрь 2020", (Span(date(2020, 5, 1), date(2020, 5, 31)),
                                            Span(date(2020, 9, 1), date(2020, 9, 30)))),
        ("school20", "До 1 февраля, До 1 марта", (Span(None, date(2021, 2, 1)), Span(None, date(2021, 3, 1)))),
        ("school20", "1 раз в квартал", (Recurrence("quarter", 1, 1, date(2020, 1, 1), date(2022, 8, 31)),)),
        ("kimry", "15.08.2020", (Moment(date(2020, 8, 15)),)),
        ("kimry", "по результатам ГИА-2020", (Undated("plan"),)),
        ("kimry", "постоянно", (Recurrence("always", 1, 1, date(2020, 8, 1), date(2021, 8, 31)),)),
        ("kimry", "", (Undated("blank"),)),
        ("kamensk", "октябрь-ноябрь 2020г., затем в течение учебного года",
         (Span(date(2020, 10, 1), date(2020, 11, 30)), Span(date(2020, 12, 1), date(2021, 8, 31)))),
    ],
)  # fmt: skip
def test_parts(source: str, text: str, parts: tuple[Part, ...]) -> None:
    """The parts stand in the order of the text."""
    assert parts == read_deadline(text, WINDOWS[source]).parts
