"""What columns hold, by the wordings that roadmaps use."""

from __future__ import annotations

import pytest

from xlforms.roadmap_import.column_roles import is_edge, is_indicator, role_of

_WORDINGS = {
    "number": ["№ п/п", "№п/п", "№", "№ п.п.", "N п/п", "п/п", "Номер", "№\nп/п"],
    "title": [
        "Наименование мероприятия (краткое содержание)", "Мероприятия", "Мероприятие", "Содержание деятельности",
        "Наименование мероприятия", "Содержание работы", "Действия", "Вид деятельности", "Перечень мероприятий",
        "Планируемые мероприятия", "Основные мероприятия", "Комплекс мер", "Содержание мероприятия", "Тема",
        "Наименование показателя (мероприятия)",
    ],
    "deadline": [
        "Сроки", "Срок исполнения", "Сроки исполнения", "Сроки реализации", "Срок", "Дата", "Дата проведения",
        "Сроки проведения мероприятия", "Планируемый срок", "Период", "Периодичность", "Когда", "Время проведения",
        "СРОКИ  ВЫПОЛНЕНИЯ", "Плановая дата", "начало", "Окончание",
    ],
    "responsible": [
        "Ответственные", "Ответственный исполнитель", "Исполнители", "Ответственные исполнители", "Кто проводит",
        "Ответственный за исполнение", "Соисполнители", "Исполнитель",
    ],
    "result": [
        "Ожидаемый результат", "Результаты исполнения", "Форма отчётности", "Форма отчетности", "Результат",
        "Планируемый результат", "Ожидаемый результат мероприятия", "Показатели", "Вид документа", "Форма завершения",
        "Ожидаемые результаты",
    ],
    "mark": ["Отметка об исполнении", "Отметка о выполнении мероприятия", "Статус", "Примечание", "Фактический срок",
             "Информация о выполнении", "Выполнено"],
    "section": ["Направление", "Раздел", "Направления работы", "Задача"],
    "period": ["2021", "2020/2021", "2021 год", "II квартал 2021"],
    None: ["Место проведения", "Участники", "Источник финансирования", "Класс", "", "Объём средств, тыс. руб."],
}  # fmt: skip


@pytest.mark.parametrize(
    ("role", "heading"), [(role, heading) for role, headings in _WORDINGS.items() for heading in headings]
)
def test_wordings(role: str | None, heading: str) -> None:
    """Each wording has its role, whatever its case and spaces."""
    assert role == role_of(heading)


@pytest.mark.parametrize(
    "text",
    ["в течение всего периода", "1.1", "Проведение мероприятий по итогам", "директор", "по отдельному плану", "выдача"],
)
def test_what_stands_below_headings(text: str) -> None:
    """Texts of measures are no headings."""
    assert role_of(text) is None


def test_long_texts() -> None:
    """A text of many words is no heading, however it begins."""
    assert role_of("Мероприятия " + "по повышению качества " * 6) is None


def test_edges_and_indicators() -> None:
    """Columns with the beginning or the end of a deadline, and headings of indicators."""
    assert ([True, True, False], [True, False]) == (
        [is_edge(text) for text in ("Срок начала", "окончание", "Сроки")],
        [is_indicator(text) for text in ("Наименование целевого показателя", "Мероприятия")],
    )
