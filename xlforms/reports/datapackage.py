"""`datapackage.json`: the Frictionless description of the CSV files, with types and what every column means.

Source: Data Package specification 1.0 (specs.frictionlessdata.io), the one that the `frictionless` command validates.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from xlforms.reports.data_files import DataFile

Field = dict[str, object]

_TYPES = {"integer": "integer", "year": "integer", "decimal": "number", "percent": "number", "money": "number",
          "date": "date"}  # fmt: skip

_COLUMNS: dict[str, tuple[str, str]] = {
    "path": ("string", "Файл: путь, как он был задан"),
    "member": ("string", "Путь внутри архива или письма"),
    "sha256": ("string", "Отпечаток содержимого файла"),
    "status": ("string", "Что стало с файлом"),
    "reason": ("string", "Почему файл отклонён или пропущен"),
    "unit": ("string", "Код организации"),
    "name": ("string", "Наименование организации"),
    "municipality": ("string", "Муниципальное образование; пусто — регион в целом"),
    "form": ("string", "Форма"),
    "version": ("string", "Версия формы"),
    "received_at": ("string", "Когда получено: дата в форме или время файла"),
    "hard": ("integer", "Число ошибок"),
    "soft": ("integer", "Число вопросов"),
    "completeness": ("number", "Доля заполненных обязательных ответов"),
    "sheet": ("string", "Лист"),
    "cell": ("string", "Ячейка"),
    "item": ("string", "Показатель"),
    "rule": ("string", "Правило"),
    "severity": ("string", "hard — ошибка, soft — вопрос"),
    "message": ("string", "Что не так и что сделать"),
    "statistic": ("string", "Что посчитано"),
    "value": ("number", "Значение"),
    "row": ("string", "Строка таблицы"),
    "measure": ("string", "Мероприятие: его имя в форме"),
    "indicator": ("string", "Целевой показатель: его имя в форме"),
    "title": ("string", "Как напечатано в форме"),
    "due_start": ("date", "Первый день срока; пусто — не назван"),
    "due_end": ("date", "Последний день срока; пусто — не назван"),
    "state": ("string", "Состояние на день свода: done, done_late, in_progress, overdue, not_started, not_due, "
              "not_applicable, no_answer"),
    "number": ("string", "Номер мероприятия, как напечатан"),
    "part": ("string", "Раздел дорожной карты"),
    "date_done": ("date", "Дата исполнения"),
    "days_overdue": ("integer", "На сколько дней просрочено"),
    "responsible": ("string", "Ответственные, как напечатано"),
    "unit_of_measure": ("string", "Единица измерения; у доли 1 — это 100 %"),
    "period": ("string", "За какой период"),
    "target": ("number", "План"),
    "fact": ("number", "Факт"),
    "deviation": ("number", "Факт минус план"),
    "attained": ("string", "Достигнут ли план: да или нет; пусто — сравнить нечего"),
}  # fmt: skip
_OWN_WORDS: dict[tuple[str, str], str] = {
    ("progress.csv", "status"): "Статус, выбранный в форме; пусто — нет ответа или его нельзя учесть",
    ("progress.csv", "reason"): "Причина, названная в форме",
}
"""Columns that mean something else in one of the files."""


def print_datapackage(tables: Mapping[str, Sequence[str]], data: Sequence[DataFile]) -> bytes:
    """The description of fixed tables (file name and its columns) and of data files, as JSON."""
    resources = [_resource(path, path.removesuffix(".csv"), [_known(name, path) for name in columns])
                 for path, columns in tables.items()]  # fmt: skip
    for file in data:
        fields = [_known(name) for name in file.keys]
        answers = zip(file.columns, file.types, strict=True)
        fields += [{"name": name, "type": _type_of(types)} for name, types in answers]
        name = file.name.removeprefix("data/").removesuffix(".csv")
        resources.append(_resource(file.name, name, fields, title=file.title))
    package = {"name": "xlforms-consolidated", "profile": "tabular-data-package", "resources": resources}
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(path: str, name: str, fields: list[Field], title: str = "") -> dict[str, object]:
    resource: dict[str, object] = {
        "name": name.lower().replace("_", "-"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }
    return resource | ({"title": title} if title else {})


def _known(name: str, path: str = "") -> Field:
    kind, description = _COLUMNS[name]
    return {"name": name, "type": kind, "description": _OWN_WORDS.get((path, name), description)}


def _type_of(types: frozenset[str]) -> str:
    """One type for a column; a column whose rows ask different things is text."""
    found = {_TYPES.get(name, "string") for name in types}
    if found == {"integer", "number"}:
        return "number"
    return found.pop() if len(found) == 1 else "string"
