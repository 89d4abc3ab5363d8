"""What the tables with fixed columns hold: the words of `datapackage.json`, Parquet and `consolidated/README.md`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from xlforms.consolidation.measure_states import STATES
from xlforms.definitions.item_types import NO, YES
from xlforms.reports.csv_files import FINDINGS, MISSING, RECEIVED, TOTALS
from xlforms.reports.figure_rows import KEY_FIGURES
from xlforms.reports.machine_table import Column, Kind
from xlforms.reports.progress_files import INDICATORS, PROGRESS

STATUSES = ("accepted", "superseded", "duplicate", "rejected", "ignored", "unpacked")
_REQUIRED: dict[str, object] = {"required": True}
_COUNT: dict[str, object] = {"minimum": 0}


@dataclass(frozen=True)
class TableWords:
    """One table in Russian: its title, what a row of it is, in which order rows stand, and its columns."""

    title: str
    row: str
    order: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


def _column(
    name: str, kind: Kind, title: str, description: str = "", constraints: Mapping[str, object] | None = None
) -> Column:
    return Column(name, kind, title, description, constraints or {})


UNIT = _column("unit", "string", "Организация", "Код организации из реестра.", _REQUIRED)
MUNICIPALITY = _column("municipality", "string", "Муниципальное образование", "Пусто – не названо.")
ROW = _column("row", "string", "Строка", "Имя строки таблицы в форме.", _REQUIRED)

_COLUMNS: dict[str, Column] = {
    column.name: column
    for column in (
        UNIT,
        MUNICIPALITY,
        _column("path", "string", "Файл", "Путь, как он был задан.", _REQUIRED),
        _column("member", "string", "Внутри", "Путь внутри архива или письма, через «!»; пусто – сам файл."),
        _column("sha256", "string", "Контрольная сумма", "SHA-256 содержимого файла; пусто – файл не открывался."),
        _column("status", "string", "Статус", "Что стало с файлом.", {"required": True, "enum": list(STATUSES)}),
        _column("reason", "string", "Причина", "Почему файл отклонён, пропущен или выбран: слово и пояснение."),
        _column("form", "string", "Форма", "Код формы."),
        _column("version", "string", "Версия", "Номер версии формы."),
        _column("received_at", "string", "Получен", "Дата письма, иначе дата в форме, иначе время файла; по ISO 8601."),
        _column("hard", "integer", "Ошибки", "Сколько; пусто – форма не учтена.", _COUNT),
        _column("soft", "integer", "Вопросы", "Сколько; пусто – форма не учтена.", _COUNT),
        _column("completeness", "number", "Полнота", "Доля заполненных обязательных ответов, от 0 до 1.",
                {"minimum": 0, "maximum": 1}),
        _column("sheet", "string", "Лист", "На каком листе файла."),
        _column("cell", "string", "Ячейка", "В какой ячейке листа."),
        _column("item", "string", "Показатель", "Его имя: ТАБЛИЦА.СТРОКА.ГРАФА или КАРТОЧКА.ПОЛЕ."),
        _column("rule", "string", "Правило", "Имя правила формы или вид ошибки.", _REQUIRED),
        _column("severity", "string", "Вид", "hard – ошибка, soft – вопрос.",
                {"required": True, "enum": ["hard", "soft"]}),
        _column("message", "string", "Замечание", "Что не так и что сделать.", _REQUIRED),
        _column("name", "string", "Наименование", "Название организации в реестре."),
        _column("statistic", "string", "Что посчитано",
                "n – сколько ответов учтено; sum, mean, median, min, max; count:ВАРИАНТ – сколько выбрали его; "
                "computed – вычислено из сумм.", _REQUIRED),
        _column("value", "number", "Значение", "Со всеми знаками; пусто – посчитать не из чего."),
        _column("key_figure", "string", "Ключевой показатель", "Его имя в форме.", _REQUIRED),
        _column("label", "string", "Название", "Как назван в форме.", _REQUIRED),
        _column("n", "integer", "Организаций", "Сколько организаций охватывает значение; у организации пусто.", _COUNT),
        _column("doubtful", "integer", "С ошибками",
                "У скольких из них исходные ответы противоречат друг другу; у организации пусто.",
                _COUNT),
        _column("measure", "string", "Мероприятие", "Его имя в форме.", _REQUIRED),
        _column("indicator", "string", "Целевой показатель", "Его имя в форме.", _REQUIRED),
        _column("title", "string", "Название", "Как напечатано в форме.", _REQUIRED),
        _column("due_start", "date", "Срок с", "Первый день; пусто – не назван."),
        _column("due_end", "date", "Срок по", "Последний день; пусто – не назван."),
        _column("state", "string", "Состояние", "На день свода.", {"required": True, "enum": list(STATES)}),
        _column("number", "string", "Номер", "Как напечатан в форме."),
        _column("part", "string", "Раздел", "К какому разделу дорожной карты относится."),
        _column("date_done", "date", "Исполнено", "Дата, названная в форме."),
        _column("days_overdue", "integer", "Дней просрочки", "Пусто – не просрочено.", {"minimum": 1}),
        _column("responsible", "string", "Ответственные", "Как напечатано в форме."),
        _column("unit_of_measure", "string", "Единица измерения", "У доли 1 – это 100 %."),
        _column("period", "string", "Период", "За какой период."),
        _column("target", "number", "План", "Пусто – нет ответа или его нельзя учесть."),
        _column("fact", "number", "Факт", "Пусто – нет ответа или его нельзя учесть."),
        _column("deviation", "number", "Отклонение", "Факт минус план."),
        _column("attained", "string", "Достигнут", "Выполнен ли план; пусто – сравнить нечего.", {"enum": [YES, NO]}),
    )
}  # fmt: skip
_OWN: dict[tuple[str, str], Column] = {
    ("received", "unit"): replace(UNIT, description="Код организации; пусто – не назван.", constraints={}),
    ("received", "form"): _column("form", "string", "Форма", "Код формы; пусто – неизвестна."),
    ("missing", "form"): _column("form", "string", "Форма", "Код формы; пусто – любой: какую ждали, не известно."),
    ("totals", "municipality"): replace(MUNICIPALITY, description="Пусто – регион в целом."),
    ("key_figures", "municipality"): replace(MUNICIPALITY, description="Пусто – регион в целом."),
    ("key_figures", "unit"): replace(
        UNIT, description="Код организации; пусто – значение по муниципалитету или региону.", constraints={}
    ),
    ("key_figures", "unit_of_measure"): _column(
        "unit_of_measure", "string", "Единица измерения", "При «%» значение – доля: 0.25 – это 25 %."
    ),
    ("progress", "status"): _column(
        "status", "string", "Статус", "Выбран в форме; пусто – нет ответа или его нельзя учесть."
    ),
    ("progress", "reason"): _column("reason", "string", "Причина", "Названа в форме."),
}
"""Columns that mean something else in one of the tables."""


def _words(name: str, columns: Sequence[str], title: str, row: str, order: str, key: tuple[str, ...]) -> TableWords:
    return TableWords(title, row, order, key, tuple(_OWN.get((name, each), _COLUMNS[each]) for each in columns))


TABLES: dict[str, TableWords] = {
    name: _words(name, columns, title, row, order, key)
    for name, columns, title, row, order, key in (
        ("received", RECEIVED, "Присланные файлы", "файл или письмо, архив и каждый файл внутри",
         "по пути; файлы внутри письма или архива – за ним, как лежат в нём", ("path", "member")),
        ("findings", FINDINGS, "Замечания", "замечание к учтённой форме",
         "форма, версия от новой к старой, организация, место в форме", ()),
        ("missing", MISSING, "Кто не сдал", "организация из реестра, от которой нет пригодной формы",
         "форма, организация", ("form", "unit")),
        ("totals", TOTALS, "Итоги", "одно итоговое число",
         "форма, показатель, регион и за ним муниципалитеты, что посчитано",
         ("form", "item", "municipality", "statistic")),
        ("progress", PROGRESS, "Ход дорожных карт", "мероприятие дорожной карты у одной организации",
         "форма, организация, мероприятие", ("form", "unit", "measure")),
        ("indicators", INDICATORS, "Целевые показатели", "целевой показатель организации за один период",
         "форма, организация, целевой показатель, период", ("form", "unit", "indicator", "period")),
        ("key_figures", KEY_FIGURES, "Ключевые показатели", "ключевой показатель региона, муниципалитета, организации",
         "форма, показатель, регион, за ним муниципалитеты и организации",
         ("form", "key_figure", "municipality", "unit")),
    )
}  # fmt: skip
"""By the name of the file without its ending, in the order of the files.

Organizations stand as in the register, without one by municipality and code; forms in the order in which the round
names them; what belongs to a form in its printed order.
"""
