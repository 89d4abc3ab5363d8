"""Deadlines as other roadmaps print them.

A line is: text | first day | last day | kind | codes of doubts without «deadline-», for a roadmap of the school year
2020/21.
"""

from __future__ import annotations

from datetime import date

import pytest

from xlforms.catalogue.deadlines import MESSAGES
from xlforms.deadlines.deadline import Deadline, Doubt, Moment, Part, Recurrence, Span, Undated, Window
from xlforms.deadlines.read import read_deadline
from xlforms.messages import say

_WINDOW = Window(date(2020, 8, 1), date(2021, 8, 31), 2020)

_LINES = """
01.09.2020-31.05.2021 | 2020-09-01 | 2021-05-31 | dated |
09.2020-05.2021 | 2020-09-01 | 2021-05-31 | dated |
сентябрь 2020 г. - май 2021 г. | 2020-09-01 | 2021-05-31 | dated |
сентябрь-май 2020-2021 | 2020-09-01 | 2021-05-31 | dated |
с 1 сентября по 31 мая | 2020-09-01 | 2021-05-31 | dated |
с 1 сентября 2020, до 31 мая 2021 | 2020-09-01 | 2021-05-31 | dated |
от 01.09.2020 до 31.05.2021 | 2020-09-01 | 2021-05-31 | dated |
с момента утверждения до 31.05.2021 | | 2021-05-31 | dated |
от 01.09.2020 | | | undated | unread
сентябрь | 2020-09-01 | 2020-09-30 | dated |
август | 2020-08-01 | 2020-08-31 | dated | two-years
апрель 2019 | 2019-04-01 | 2019-04-30 | dated | outside-window
с сентября по май 2021 | 2020-09-01 | 2021-05-31 | dated |
c 01.09 по 31.05 | 2020-09-01 | 2021-05-31 | dated |
15-20.08.2020 | 2020-08-15 | 2020-08-20 | dated |
15 – 20 сентября | 2020-09-15 | 2020-09-20 | dated |
с 1 по 15 октября 2020 г. | 2020-10-01 | 2020-10-15 | dated |
в период с 1 по 20 октября | 2020-10-01 | 2020-10-20 | dated |
01.09–15.10.2020 | 2020-09-01 | 2020-10-15 | dated |
10 и 20 марта 2021 г. | 2021-03-10 | 2021-03-20 | dated |
1, 15 сентября | 2020-09-01 | 2020-09-15 | dated |
01.11.20г. | 2020-11-01 | 2020-11-01 | dated |
2020-11-01 | 2020-11-01 | 2020-11-01 | dated |
сентябрь2020г. | 2020-09-01 | 2020-09-30 | dated |
сентябрь 20 г. | 2020-09-01 | 2020-09-30 | dated |
сент. | 2020-09-01 | 2020-09-30 | dated |
янв.-февр. | 2021-01-01 | 2021-02-28 | dated |
В СЕНТЯБРЕ МЕСЯЦЕ | 2020-09-01 | 2020-09-30 | dated |
сентябрь октябрь 2020 | 2020-09-01 | 2020-10-31 | dated |
декабрь, май 2021 | 2020-12-01 | 2021-05-31 | dated |
декабрь 2020, январь, февраль | 2020-12-01 | 2021-02-28 | dated |
сентябрь, май 2020/2021 уч. года | 2020-09-01 | 2021-05-31 | dated |
ноябрь-декабрь 2020 г., март-апрель 2021 г. | 2020-11-01 | 2021-04-30 | dated |
сентябрь-октябрь 2020 и 2021 гг. | 2020-09-01 | 2021-10-31 | dated | outside-window
май, сентябрь | 2020-09-01 | 2021-05-31 | dated | order
июнь-август | 2021-06-01 | 2021-08-31 | dated |
к 1 сентября | | 2020-09-01 | dated |
к сентябрю 2020 | | 2020-09-01 | dated | until-period
До01.11.2020 | | 2020-11-01 | dated |
не позднее 15 мая | | 2021-05-15 | dated |
по 31 мая включительно | | 2021-05-31 | dated |
до октября | | 2020-10-31 | dated | until-period
до октября включительно | | 2020-10-31 | dated |
до конца октября | | 2020-10-31 | dated |
до начала октября | | 2020-10-01 | dated |
до конца 2020 года | | 2020-12-31 | dated |
до конца учебного года | | 2021-08-31 | dated |
до начала учебного года | | 2020-09-01 | dated |
с 15 сентября 2020 | 2020-09-15 | | dated |
не ранее 1 апреля 2021 | 2021-04-01 | | dated |
после 15 мая | 2021-05-16 | | dated |
в начале сентября | 2020-09-01 | 2020-09-10 | dated |
середина марта - конец апреля | 2021-03-11 | 2021-04-30 | dated |
вторая декада марта | 2021-03-11 | 2021-03-20 | dated |
1-2 декада октября | 2020-10-01 | 2020-10-20 | dated |
3-я неделя сентября 2020 | 2020-09-15 | 2020-09-21 | dated |
первая половина сентября | 2020-09-01 | 2020-09-15 | dated |
конец 2021 года | 2021-01-01 | 2021-12-31 | dated | part-of-period
I квартал 2021 | 2021-01-01 | 2021-03-31 | dated |
4 кв. | 2020-10-01 | 2020-12-31 | dated |
1, 2 кварталы 2021 г. | 2021-01-01 | 2021-06-30 | dated |
IV квартал 2020 - I квартал 2021 | 2020-10-01 | 2021-03-31 | dated |
Ш квартал 2020 | 2020-07-01 | 2020-09-30 | dated | roman
1 полугодие | 2020-09-01 | 2020-12-31 | dated |
II полугодие 2020-2021 учебного года | 2021-01-01 | 2021-05-31 | dated |
I полугодие 2021 года | 2021-01-01 | 2021-06-30 | dated |
1 и 2 п/г | 2020-09-01 | 2021-05-31 | dated |
I четверть | 2020-09-01 | 2020-10-31 | dated | term
2020 год | 2020-01-01 | 2020-12-31 | dated |
2020/2021 | 2020-09-01 | 2021-08-31 | dated |
2020-2021 годы | 2020-01-01 | 2021-12-31 | dated |
2020-2021 | | | undated | years-unclear
в 2020-2021 году | | | undated | years-unclear
учебный год 2020/21 | 2020-09-01 | 2021-08-31 | dated |
в течение всего срока реализации программы | 2020-08-01 | 2021-08-31 | dated |
в конце года | 2020-09-01 | 2021-08-31 | dated | which-year part-of-period
ежемесячно | 2020-08-01 | 2021-08-31 | recurring |
ежемесячно, до 5-го числа месяца, следующего за отчётным | 2020-08-01 | 2021-08-31 | recurring |
в конце каждой четверти | 2020-08-01 | 2021-08-31 | recurring |
не реже двух раз в год | 2020-08-01 | 2021-08-31 | recurring |
по мере необходимости, но не реже 1 раза в квартал | 2020-08-01 | 2021-08-31 | recurring |
на постоянной основе | 2020-08-01 | 2021-08-31 | recurring |
по пятницам | 2020-08-01 | 2021-08-31 | recurring |
август–сентябрь ежегодно | 2020-08-01 | 2020-09-30 | dated |
2 раза в год (декабрь, май) | 2020-12-01 | 2021-05-31 | dated |
ежегодно до 1 марта | | 2021-03-01 | dated |
сентябрь, далее ежемесячно | 2020-09-01 | 2021-08-31 | dated |
в соответствии с планом до 1 мая 2021 | | 2021-05-01 | dated |
по мере необходимости | | | undated |
по запросу | | | undated |
согласно приказу от 15.05.2020 № 5 | | | undated |
по плану на сентябрь 2020 | | | undated | inside-words
в соответствии с планами на 2020, 2021 годы | | | undated |
в сроки, установленные приказом | | | undated |
после проведения ВПР | | | undated |
15.08.2020 совещание | | | undated | unread
за неделю до 1 сентября | | | undated | unread
35 мая | | | undated | unread
31.02.2020 | | | undated | impossible
29 февраля | | | undated | impossible
15.13.2020 | | | undated | impossible
май 2021 - сентябрь 2020 | | | undated | reversed
20-15 сентября 2020 | | | undated | reversed
— | | | undated |
"""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("line", _LINES.strip().splitlines())
def test_deadline(line: str) -> None:
    """First day, last day, kind and doubts."""
    text, start, end, kind, doubts = (cell.strip() for cell in line.split("|"))
    found = read_deadline(text, _WINDOW)
    codes = [doubt.code.removeprefix("deadline-") for doubt in found.doubts]
    assert (_day(start), _day(end), kind, doubts.split()) == (found.start, found.end, found.kind, codes)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2 раза в год (декабрь, май)", (Recurrence("year", 2, 1, date(2020, 12, 1), date(2021, 5, 31)),
                                         Span(date(2020, 12, 1), date(2020, 12, 31)),
                                         Span(date(2021, 5, 1), date(2021, 5, 31)))),
        ("ежегодно в августе", (Recurrence("year", 1, 1, date(2020, 8, 1), date(2021, 8, 31)),
                                Span(date(2020, 8, 1), date(2020, 8, 31)), Span(date(2021, 8, 1), date(2021, 8, 31)))),
        ("сентябрь, далее ежемесячно", (Span(date(2020, 9, 1), date(2020, 9, 30)),
                                        Recurrence("month", 1, 1, date(2020, 10, 1), date(2021, 8, 31)))),
        ("ежемесячно с сентября по май", (Recurrence("month", 1, 1, date(2020, 9, 1), date(2021, 5, 31)),
                                          Span(date(2020, 9, 1), date(2021, 5, 31)))),
        ("раз в 2 месяца", (Recurrence("month", 1, 2, date(2020, 8, 1), date(2021, 8, 31)),)),
        ("сентябрь 2020 (ОО), октябрь 2020 (МОУО)", (Span(date(2020, 9, 1), date(2020, 9, 30)), Undated("unclear"),
                                                     Span(date(2020, 10, 1), date(2020, 10, 31)))),
        ("до 1 и 15 октября", (Span(None, date(2020, 10, 1)), Span(None, date(2020, 10, 15)))),
        ("по запросу, 1 июня 2021", (Undated("need"), Moment(date(2021, 6, 1)))),
    ],
)  # fmt: skip
def test_parts(text: str, parts: tuple[Part, ...]) -> None:
    """The parts in the order of the text."""
    assert parts == read_deadline(text, _WINDOW).parts


def test_doubts_say_both_dates() -> None:
    """A doubt names what was taken and what else it may be."""
    doubt = Doubt("deadline-until-period", {"taken": date(2020, 10, 31), "other": date(2020, 9, 30)})
    expected = Deadline("до 10.2020г.", (Span(None, date(2020, 10, 31)),), None, date(2020, 10, 31), "dated", (doubt,))
    assert expected == read_deadline("до 10.2020г.", _WINDOW)
    assert (
        "назван не день, а месяц или другое время; последним днём взято 31.10.2020, но может быть и 30.09.2020. Если "
        "верна вторая дата, укажите due_end"
    ) == say(doubt.code, "ru", **doubt.parameters)


def test_every_doubt_is_met() -> None:
    """Every message of the catalogue is said by some line here, but for the missing year and the long text."""
    lines = [line.split("|") for line in _LINES.strip().splitlines()]
    met = {f"deadline-{code}" for line in lines for code in line[4].split()}
    assert set(MESSAGES) - {"deadline-no-year", "deadline-long"} == met
