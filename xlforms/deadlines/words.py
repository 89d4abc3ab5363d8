"""The Russian words of deadlines, told by their stems in every case, number and usual abbreviation."""

from __future__ import annotations

import re
from functools import lru_cache

_MONTHS = (
    r"янв(ар[ьяюие]|ар[её]м)?",
    r"фев(р|рал[ьяюие]|рал[её]м)?",
    r"мар(т|та|те|ту|том)?",
    r"апр(ел[ьяюие]|елем)?",
    r"ма[йяюе]|маем",
    r"июн[ьяюие]?|июнем",
    r"июл[ьяюие]?|июлем",
    r"авг(уст|уста|усте|усту|устом)?",
    r"сент?(ябр[ьяюие]|ябр[её]м)?",
    r"окт(ябр[ьяюие]|ябр[её]м)?",
    r"ноя(б|бр|бр[ьяюие]|бр[её]м)?",
    r"дек(абр[ьяюие]|абр[её]м)?",
)
_WORDS = {
    "год": r"г|гг|год|года|году|годом|годы|годов|годам|годах|лет",
    "учебный": r"уч|учеб|учебн|учебн(ый|ого|ому|ом|ым|ые|ых)",
    "текущий": r"текущ(ий|его|ему|ем)|этого|этом|нынешн(ий|его|ем)",
    "квартал": r"кв|кварт|квартал(а|у|е|ом|ы|ов|ам|ах)?",
    "полугодие": r"полуг|полугоди(е|я|ю|и|ем|й|ям|ях)",
    "четверть": r"четв|четверт(ь|и|ью|ей|ям|ях|ями)",
    "декада": r"декад(а|ы|е|у|ой|ам|ах)?",
    "неделя": r"нед|недел(я|и|ю|е|ей|ям|ях)|недель",
    "половина": r"половин(а|ы|е|у|ой)",
    "месяц": r"мес|месяц(а|у|е|ем|ы|ев|ам|ах)?",
    "день": r"день|дня|дню|дней|дни|дням|сут|сутки|суток",
    "число": r"числ(о|а|у|е|ам)|чисел",
    "раз": r"р|раз|раза|разу",
    "начало": r"начал(о|а|у|е)|нач",
    "середина": r"середин(а|ы|е|у|ой)",
    "конец": r"конец|конц(а|у|е|ом)",
    "течение": r"теч|течени[еи]|протяжени[еи]",
    "период": r"период(а|у|е)?|срок(а|у|е)?|сроки|сроков",
    "весь": r"весь|вс[ея]|всего|всей|всем|целого|цел(ый|ом)|кругл(ый|ого)",
    "каждый": r"кажд(ый|ого|ому|ом|ая|ой|ую|ое|ые|ых)",
    "позднее": r"позднее|позже",
    "ранее": r"ранее|раньше",
    "затем": r"затем|далее|потом|впоследствии",
    "реализация": r"реализаци[ияю]|действи[яе]|исполнени[яе]|выполнени[яе]",
    "программа": r"программы?|проекта?|плана|дорожн(ой|ая)|карты?|мероприятий|документа|этапа",
    "режим": r"режиме|основе|порядке",
    "weekday": r"понедельник(ам)?|вторник(ам)?|сред[ауе]|средам|четверг(ам)?|пятниц[ауе]|пятницам|суббот[ауе]|субботам",
    "постоянно": r"постоянно|непрерывно|регулярно|систематически|периодически|круглогодично|пост",
    "постоянный": r"постоянн(ой|ом)|регулярн(ой|ом)|систематическ(ой|ом)",
    "следующий": r"следующ(ий|его|ем)",
    "отчетный": r"отчетн(ый|ым|ого|ом)",
    "с": r"с|со",
    "к": r"к|ко",
    "в": r"в|во",
    "не менее": r"менее|реже|чаще|минимум",
    "включительно": r"включительно|включ|вкл",
}
"""A word that other files ask for, and the forms that it takes."""

_COUNTS = {
    1: r"один|одного|одному|однажды",
    2: r"два|двух|две|дважды",
    3: r"три|трех|трижды",
    4: r"четыре|четырех|четырежды",
    5: r"пять|пяти",
    6: r"шесть|шести",
    10: r"десять|десяти",
}
_ORDINALS = {
    1: r"перв(ый|ого|ому|ом|ая|ой|ую|ое|ые|ых)",
    2: r"втор(ый|ой|ого|ому|ом|ая|ую|ое|ые|ых)",
    3: r"трет(ий|ья|ье|ьего|ьему|ьем|ьей|ью|ьи|ьих)",
    4: r"четверт(ый|ого|ому|ом|ая|ой|ую|ое)",
    -1: r"последн(ий|его|ему|ем|яя|ей|юю|ее)",
}
_ADVERBS = {
    "day": r"ежедневно",
    "week": r"еженедельно|понедельно",
    "month": r"ежемесячно|помесячно",
    "quarter": r"ежеквартально|поквартально",
    "term": r"ежечетвертно",
    "half_year": r"ежеполугодно",
    "year": r"ежегодно",
}
_ADJECTIVES = {unit: forms.replace("но", "н(ом|ой)") for unit, forms in _ADVERBS.items()}

DECIDED_ELSEWHERE = re.compile(
    r"план|график|расписан|результат|итог|соответств|согласно|приказ|распоряж|положени|регламент|программ|календар"
    r"|циклограмм|окончани|завершени|заверш|проведени|каникул|отдельн|индивидуальн|основани|рамк|после$|при$|перед$"
    r"|накануне|день$|письм|установлен|объявлен|утвержден|момента$"
)
"""Stems that say that another paper or an event sets the date."""

WHEN_NEEDED = re.compile(
    r"необходим|запрос|заявк|требовани|поступлени|обращени|востребован|надобност|согласован|случае$"
)
"""Stems that say that there is no date: it is done when somebody needs it."""


def _compiled(forms: dict[str, str]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), word) for word, pattern in forms.items()]


_MONTH_PATTERNS = [re.compile(pattern) for pattern in _MONTHS]
_WORD_PATTERNS = _compiled(_WORDS)
_COUNT_PATTERNS = [(re.compile(pattern), count) for count, pattern in _COUNTS.items()]
_ORDINAL_PATTERNS = [(re.compile(pattern), place) for place, pattern in _ORDINALS.items()]
_ADVERB_PATTERNS = _compiled(_ADVERBS)
_ADJECTIVE_PATTERNS = _compiled(_ADJECTIVES)


@lru_cache(maxsize=1024)
def month_of(form: str) -> int | None:
    """The month (1-12) that a word in lower case names, or None."""
    for number, pattern in enumerate(_MONTH_PATTERNS, start=1):
        if pattern.fullmatch(form):
            return number
    return None


@lru_cache(maxsize=1024)
def word_of(form: str) -> str:
    """The dictionary word of a form («квартале» is `квартал`); a word that is not known stays as it is."""
    return next((word for pattern, word in _WORD_PATTERNS if pattern.fullmatch(form)), form)


def count_of(form: str) -> int | None:
    """The number that a word counts («двух» is 2), or None."""
    return next((count for pattern, count in _COUNT_PATTERNS if pattern.fullmatch(form)), None)


def ordinal_of(form: str) -> int | None:
    """The place that a word names («вторая» is 2, «последняя» is -1), or None."""
    return next((place for pattern, place in _ORDINAL_PATTERNS if pattern.fullmatch(form)), None)


def adverb_unit(form: str) -> str | None:
    """The unit of «ежемесячно» and its kind, or None."""
    return next((unit for pattern, unit in _ADVERB_PATTERNS if pattern.fullmatch(form)), None)


def adjective_unit(form: str) -> str | None:
    """The unit of «(в) ежемесячном (режиме)», or None."""
    return next((unit for pattern, unit in _ADJECTIVE_PATTERNS if pattern.fullmatch(form)), None)
