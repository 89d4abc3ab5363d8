"""Prints an imported roadmap as the YAML of a form, in the order in which forms are written by hand.

The printing is our own: the library is known to definitions only, and does not write comments.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlforms.deadlines.deadline import Deadline, Window
from xlforms.deadlines.read import read_deadline
from xlforms.roadmap_import.parts import ImportedMeasure, ImportedPart

_WIDTH = 118
_PLAIN = re.compile(
    r"(?:[A-Za-zА-Яа-яЁё«(]|\d(?=.*[А-Яа-я]))[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*"
)
_MEANS_MORE = re.compile(r": |:$| #|\s$")
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"))
_ESCAPED = re.compile(r"[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\"\\]")
_INSTRUCTIONS = (
    "Выберите статус каждого мероприятия; если оно вашей организации не касается – «не применимо».",
    "Если мероприятие выполнено, укажите дату и подтверждение – ссылку или название, номер и дату документа.",
    "Если оно не выполнено, сделано позже срока или срок уже прошёл, напишите причину.",
    "Заполняйте только жёлтые ячейки; сохраните файл в том же формате и верните тому, кто его прислал.",
)


@dataclass(frozen=True, slots=True)
class ImportedForm:
    """A roadmap as a form; `source` is the name of the file it was made from, `year` the first of its version."""

    form: str
    title: str
    code: str
    year: int
    window: Window
    parts: tuple[ImportedPart, ...]
    source: str


def write_yaml(form: ImportedForm) -> str:
    """The definition as text, the meaning of each deadline in a comment beside it; ends with a line end."""
    return "\n".join(_lines(form)) + "\n"


def _lines(form: ImportedForm) -> Iterator[str]:
    yield f"# Составлено командой xlforms import-roadmap из файла «{_comment(form.source)}». Сверьте с документом."
    yield "# Рядом с каждым сроком – как он понят: с какого дня по какой. Понят неверно – допишите due_start и due_end."
    yield f"form: {form.form}"
    yield f'version: "{form.year}.1"'
    yield from _entry("title", form.title, 0)
    yield from _entry("code", form.code, 0)
    yield "roadmap:"
    window = form.window
    for key, value in (("start", window.start), ("end", window.end), ("school_year", window.school_year)):
        if value is not None:
            yield f"  {key}: {value}"
    yield "instructions:"
    for text in _INSTRUCTIONS:
        yield f"  - {_scalar(text)}"
    yield from ("", "sections:", "  - section: plan", "    title: Мероприятия", "    sheet: Мероприятия", "    blocks:",
                "      - measures: plan", "        parts:")  # fmt: skip
    for part in form.parts:
        yield from _part(part, 10, window)


def _part(part: ImportedPart, indent: int, window: Window) -> Iterator[str]:
    margin = " " * (indent + 2)
    lines = list(_entry("part", part.title, indent + 2)) if part.title else []
    if part.measures:
        lines.append(f"{margin}measures:")
    for measure in part.measures:
        lines += _measure(measure, indent + 4, window)
    if part.parts:
        lines.append(f"{margin}parts:")
    for inner in part.parts:
        lines += _part(inner, indent + 4, window)
    yield from _as_entry(lines, indent)


def _measure(measure: ImportedMeasure, indent: int, window: Window) -> Iterator[str]:
    inside = indent + 2
    lines = [f"{' ' * inside}measure: {measure.id}"]
    for key in ("number", "title", "deadline", "responsible", "result"):
        value = getattr(measure, key)
        comment = meaning(read_deadline(value, window)) if key == "deadline" else ""
        lines += _entry(key, value, inside, comment) if value else ()
    if measure.measures:
        lines.append(f"{' ' * inside}measures:")
        for below in measure.measures:
            lines += _measure(below, inside + 2, window)
    yield from _as_entry(lines, indent)


def _as_entry(lines: Sequence[str], indent: int) -> Iterator[str]:
    """The lines of a mapping as one entry of a list."""
    yield f"{' ' * indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def meaning(deadline: Deadline) -> str:
    """A deadline as it was understood: «2020-08-01 – 2020-09-30», «до 2020-11-01», «без даты»."""
    if deadline.kind == "undated":
        return "без даты"
    start, end = deadline.start, deadline.end
    days = f"{start} – {end}" if start and end and start != end else f"с {start}" if not end else f"до {end}"
    days = str(end) if start is not None and start == end else days
    if start is None and end is None:
        return "повторяется"
    return f"повторяется, {days}" if deadline.kind == "recurring" else days


def _entry(key: str, value: str, indent: int, comment: str = "") -> Iterator[str]:
    """A key with its text: in one line, or folded when it is long."""
    margin, remark = " " * indent, f"  # {comment}" if comment else ""
    scalar = _scalar(value)
    line = f"{margin}{key}: {scalar}{remark}"
    if len(line) <= _WIDTH + 2 or _ESCAPED.search(value.replace('"', "").replace("\\", "")) or "  " in value:
        yield line
        return
    yield f"{margin}{key}: >-{remark}"
    yield from textwrap.wrap(
        value,
        _WIDTH,
        initial_indent=f"{margin}  ",
        subsequent_indent=f"{margin}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _scalar(text: str) -> str:
    """A text as it is where YAML takes it for that text, else in quotes."""
    is_plain = _PLAIN.fullmatch(text) and not _MEANS_MORE.search(text) and text.lower() not in _WORDS
    return text if is_plain else f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\{sign}" if sign in '"\\' else f"\\u{ord(sign):04x}"


def _comment(text: str) -> str:
    """A text that cannot end the line of a comment."""
    return _ESCAPED.sub(" ", text)
