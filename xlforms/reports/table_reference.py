"""The tables of `consolidated/README.md`: every file with fixed columns, in Markdown, from the words of the files."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.reports.machine_table import Column
from xlforms.reports.table_words import MUNICIPALITY, ROW, TABLES, UNIT

_KINDS = {"string": "текст", "integer": "целое", "number": "число", "date": "дата"}


def print_table_reference() -> str:
    """A section for each file: what a row is, in which order rows stand, what tells them apart, every column."""
    lines: list[str] = []
    for name, words in TABLES.items():
        key = ", ".join(f"`{column}`" for column in words.key) or "нет"
        lines += [
            f"### `{name}.csv`",
            "",
            f"{words.title}. Строка – {words.row}. Порядок: {words.order}. Ключ: {key}.",
            "",
            *_table(words.columns),
            "",
        ]
    lines += [
        "### `data/ФОРМА.ТАБЛИЦА.csv`",
        "",
        "Ответы. Строка – строка таблицы у одной организации; у карточки – одна организация, столбца `row` нет.",
        "Порядок: организация, строка как в форме. Ключ: `unit`, `row`; у карточки `unit`.",
        "",
        *_table((UNIT, MUNICIPALITY, ROW)),
        "| графа или поле | подпись | по типу | Тип, единица измерения, границы, список – в `datapackage.json`. |",
    ]
    return "\n".join(lines)


def _table(columns: tuple[Column, ...]) -> Iterator[str]:
    yield "| столбец | название | значения | что это |"
    yield "| --- | --- | --- | --- |"
    for column in columns:
        words = column.description
        choices = column.constraints.get("enum")
        if isinstance(choices, list):
            words += f" Одно из: {', '.join(choices)}."
        yield f"| `{column.name}` | {column.title} | {_KINDS[column.kind]} | {words} |"
