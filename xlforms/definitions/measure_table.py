"""The block of measures as a table: what is printed in each row and what is asked there."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.definitions.form import Column, Heading, Row, Table
from xlforms.definitions.items import ColumnLine
from xlforms.definitions.measures import MeasureRow, Measures, Part
from xlforms.definitions.roadmap import STATUSES

PRINTED = (
    ColumnLine("deadline", "Срок", width=12, printed=True),
    ColumnLine("responsible", "Ответственные", width=16, printed=True),
    ColumnLine("expected", "Ожидаемый результат", width=20, printed=True),
)
_ASKED = (
    Column(column="status", title="Статус", type="choice", choices=list(STATUSES), required=True, width=11),
    Column(column="date_done", title="Дата исполнения", type="date", width=11),
    Column(column="result", title="Что сделано (результат)", type="long_text", width=22, gathered=False),
    Column(
        column="evidence",
        title="Подтверждение",
        type="text",
        width=15,
        help="Ссылка на страницу или документ: вид, номер, дата",
    ),
    Column(column="reason", title="Причина", type="text", width=14, help="Почему не выполнено или с опозданием"),
    Column(column="note", title="Примечание", type="text", width=11),
)
_HELP = "Выберите статус в каждой строке. Слева (белые ячейки) напечатан план, справа (жёлтые) – ваш отчёт о нём."


def measure_table(block: Measures) -> Table:
    """The answers of a block of measures as a table: parts are headings, measures are rows."""
    return Table(
        table=block.measures,
        title=block.title,
        help=block.help or _HELP,
        row_title="Мероприятие",
        columns=list(_ASKED),
        rows=[line for part in block.parts for line in _part(part)],
        footnotes=block.footnotes,
    )


def caption_of(row: MeasureRow) -> str:
    """What is printed as the caption of a measure: its number and its title."""
    return " ".join(filter(None, (_dotted(row.number), row.title)))


def _dotted(number: str) -> str:
    return f"{number.rstrip('.')}." if number else ""


def _part(part: Part) -> Iterator[Row | Heading]:
    lines = [line for row in part.measures for line in _row(row)]
    lines += [line for below in part.parts for line in _part(below)]
    if part.part:
        yield Heading(heading=part.part, rows=lines)
    else:
        yield from lines


def _row(row: MeasureRow) -> Iterator[Row | Heading]:
    if not row.measures:
        yield Row(row=row.measure, title=caption_of(row))
        return
    below = [line for inner in row.measures for line in _row(inner)]
    yield Heading(heading=caption_of(row), rows=below)
