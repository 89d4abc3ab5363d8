"""What a column of a roadmap holds, told by its heading in the many wordings of officials."""

from __future__ import annotations

import re
from typing import Literal

from xlforms.intake.texts import fold

Role = Literal["number", "title", "deadline", "responsible", "result", "section", "mark", "period"]
"""`section`: the direction that a measure belongs to; `mark`: what the form itself asks (status, note);
`period`: a year or month whose column is ticked where the measure falls into it."""

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(№|n|no|номер|п/?п)[ .]*((п ?/ ?п|п\.? ?п\.?|пункта|мероприятия)\.?)?")),
    ("mark", re.compile(r"(отметк|статус|примечан|комментар|факт|выполнен|исполнен|ход |информация об? ).*")),
    ("title", re.compile(r"(наименование|название|перечень|содержание) .*(мероприят|деятельност|работ).*")),
    (
        "deadline",
        re.compile(
            r"((планов|планируем|ориентировочн|конкретн|примерн|установленн|контрольн)\w* )?"
            r"(срок|дата|даты|период|время|график|когда|месяц|квартал|этапы и сроки).*"
        ),
    ),
    ("deadline", re.compile(r"(начало|окончание)( .*)?")),
    ("period", re.compile(r"(19|20)\d\d( ?[-–/] ?(20)?\d\d)?( ?(учебный год|уч\. ?год|год|г\.?))?")),
    ("period", re.compile(r"[iv]{1,3} (квартал|полугодие).*")),
    ("responsible", re.compile(r"(ответственн|исполнител|соисполнител|кто |куратор|координатор|организатор).*")),
    (
        "result",
        re.compile(
            r"((ожидаем|планируем|прогнозируем|конечн|предполагаем)\w* )?(результат|форма (отч|предст|заверш|контрол)|"
            r"отч[её]т|продукт|выход|эффект|показател|индикатор|подтвержд|вид (документ|отч)|итог).*"
        ),
    ),
    ("result", re.compile(r"ожидаем.*")),
    ("section", re.compile(r"(наименование )?(раздел|направлени|задач|блок|этап|цел[ьи]).*")),
    (
        "title",
        re.compile(
            r"((планируем|основн)\w+ )?(мероприят|содержание|наименование|действи|виды? (деятельност|работ)|"
            r"что сделать|перечень|тем[аы]|тематика|работ[аы]|комплекс мер|меры).*"
        ),
    ),
    ("title", re.compile(r".*\bмероприяти[яе]")),
)  # fmt: skip
_INDICATOR = re.compile(r"показател|индикатор")
_EDGE = re.compile(r"^(начало|окончание|с|по|до)\b|(начал|окончани|завершени)")
_LONGEST = 120
"""Characters; a longer text is no heading."""


def role_of(heading: str) -> Role | None:
    """The role of a column by its heading, None for a column that is none of them."""
    text = fold(heading).replace("\n", " ").strip(" *:.")
    if not text or len(text) > _LONGEST:
        return None
    return next((role for role, wording in _ROLES if wording.fullmatch(text)), None)


def is_indicator(heading: str) -> bool:
    """Whether a heading speaks of indicators: their tables are no measures."""
    return _INDICATOR.search(fold(heading)) is not None


def is_edge(heading: str) -> bool:
    """Whether a column of deadlines holds their beginnings or their ends only."""
    return _EDGE.search(fold(heading)) is not None


def title_strength(heading: str) -> int:
    """How sure it is that a column holds the measures themselves, when several could."""
    text = fold(heading)
    return 2 if "мероприят" in text else 1 if re.search(r"содержани|действи|деятельност|работ", text) else 0
