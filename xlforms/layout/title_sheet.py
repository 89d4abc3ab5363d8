"""Lays out the title sheet: who asks, what, by when; which unit answers; how to fill in; how complete the form is."""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.definitions.items import SectionGrid
from xlforms.layout.aside import Aside
from xlforms.layout.block import add_block
from xlforms.layout.draft import SheetDraft
from xlforms.layout.limits import BODY_POINTS, FORM_TITLE_POINTS, LINE_POINTS, SMALL_POINTS
from xlforms.layout.plan import (
    CODE_COLUMN,
    FIRST_ANSWER_COLUMN,
    LABEL_COLUMN,
    CountCell,
    CountOf,
    FixedCell,
    Role,
    SheetPlan,
    Slot,
)
from xlforms.layout.text_size import balanced, line_count, row_points
from xlforms.layout.widths import SheetWidths

_LABEL, _ANSWERS = 34.0, (16.0, 14.0, 16.0, 14.0)
_TWO_LINES = frozenset({"unit.name"})  # full names of schools are long
_FACTS: tuple[tuple[Slot, str], ...] = (
    ("period", "Отчётный период"),
    ("deadline", "Срок сдачи"),
    ("send_to", "Куда отправить"),
)
_LEGEND: tuple[tuple[Role, str], ...] = (
    ("legend_required", "ярко-жёлтые ячейки – заполните обязательно"),
    ("legend_input", "жёлтые ячейки – заполните, если есть что указать"),
    ("legend_computed", "серые ячейки – считаются сами"),
    ("legend_fixed", "белые ячейки – текст формы, не меняется; X – ответ не нужен"),
)
_COUNTS: tuple[tuple[CountOf, str], ...] = (
    ("answered", "заполнено ячеек"),
    ("required_asked", "обязательных"),
    ("required_answered", "из них заполнено"),
    ("share", "готовность"),
)
_OBSTACLES: dict[CountOf, tuple[str, str]] = {
    "needed": ("Нужны из-за других ответов", "эти пустые ячейки стали ярко-жёлтыми"),
    "errors": ("Ошибок", "исправьте: красные ячейки и лист «Проверка»"),
    "questions": ("Вопросов без пояснения", "исправьте или объясните на листе «Проверка»"),
}
_ONLY_CELLS = "исправьте: красные ячейки"  # a form without rules
DEFAULT_INSTRUCTIONS = (
    "Если файл открылся «только для чтения», нажмите «Разрешить редактирование».",
    "Заполните жёлтые ячейки на всех листах; между ними удобно переходить клавишей Tab. Если чего-то нет, поставьте 0.",
    "Из других файлов вставляйте только значения: правая кнопка мыши – «Специальная вставка» – «Значения».",
    "Не добавляйте и не удаляйте строки, столбцы и листы: такие ответы придётся разбирать вручную.",
    "Сохраните файл в том же виде (.xlsx; можно .ods или .xls) и отправьте до указанного срока.",
)


def lay_out_title(
    title: SectionGrid,
    sections: Sequence[SectionGrid],
    *,
    authority: str,
    basis: str,
    instructions: Sequence[str],
    signatory: str,
    beside: Aside,
    needs: bool,
    checked: bool,
    numbers: bool,
) -> SheetPlan:
    """The title sheet; `sections` are those that follow it, each with a line of counters.

    `needs`: some answers are required because of others; `checked`: the form has edit rules; `numbers`: it asks numbers
    or dates. What is wrong with them is counted then.
    """
    whole: tuple[tuple[int, int], ...] = ((0, len(_ANSWERS) - 1),)
    draft = SheetDraft(title, SheetWidths(_LABEL, _ANSWERS, {block.id: whole for block in title.blocks}), beside)
    draft.head_aside(1, 1)
    _add_head(draft, title.title, authority, basis)
    for block in title.blocks:
        draft.space(8.0)
        add_block(draft, block)
    for cell in draft.answers:
        if cell.item.name in _TWO_LINES:
            draft.heights[cell.row] = row_points(2, BODY_POINTS)
    draft.space(8.0)
    draft.line("Как заполнить", "block_title")
    for number, text in enumerate(instructions or DEFAULT_INSTRUCTIONS, start=1):
        draft.line(f"{number}. {text}", "instruction")
    _add_legend(draft)
    draft.space(8.0)
    draft.line("Насколько заполнена форма", "block_title")
    _add_counts(draft, sections)
    asked = {"needed": needs, "errors": checked or numbers, "questions": checked}
    _add_state(draft, [count for count in _OBSTACLES if asked[count]], checked=checked)
    _add_signature(draft, signatory)
    return draft.finish((1, 1), (0, 0))


def _add_head(draft: SheetDraft, title: str, authority: str, basis: str) -> None:
    if authority:
        draft.line(authority, "authority")
        draft.space(4.0)
    width = draft.pixels(CODE_COLUMN, draft.last_column)
    draft.line(balanced(title, width, FORM_TITLE_POINTS, bold=True), "form_title")
    draft.line("", "form_line", slot="form_line")
    if basis:
        draft.line(balanced(basis, width, SMALL_POINTS), "basis")
    draft.space(6.0)
    for slot, caption in _FACTS:
        at = draft.row
        draft.fixed.append(FixedCell(at, CODE_COLUMN, at, LABEL_COLUMN, caption, "fact_label"))
        draft.fixed.append(FixedCell(at, FIRST_ANSWER_COLUMN, at, draft.last_column, "", "fact", slot))
        draft.heights.append(LINE_POINTS)


def _add_legend(draft: SheetDraft) -> None:
    draft.space(4.0)
    for role, text in _LEGEND:
        at = draft.row
        draft.fixed.append(FixedCell(at, CODE_COLUMN, at, CODE_COLUMN, "", role))
        draft.fixed.append(FixedCell(at, LABEL_COLUMN, at, draft.last_column, text, "legend_text"))
        draft.heights.append(15.0)


def _add_counts(draft: SheetDraft, sections: Sequence[SectionGrid]) -> None:
    at = draft.row
    draft.fixed.append(FixedCell(at, CODE_COLUMN, at, LABEL_COLUMN, "раздел", "count_header"))
    for number, (_, caption) in enumerate(_COUNTS):
        column = FIRST_ANSWER_COLUMN + number
        draft.fixed.append(FixedCell(at, column, at, column, caption, "count_header"))
    draft.heights.append(LINE_POINTS)
    lines = [(draft.section.id, draft.section.sheet)] + [(section.id, section.title) for section in sections]
    for section, caption in [*lines, ("", "Вся форма")]:
        at = draft.row
        draft.fixed.append(
            FixedCell(at, CODE_COLUMN, at, LABEL_COLUMN, caption, "count_label" if section else "total_label")
        )
        for number, (count, _) in enumerate(_COUNTS):
            draft.counts.append(CountCell(at, FIRST_ANSWER_COLUMN + number, section, count))
        room = draft.pixels(CODE_COLUMN, LABEL_COLUMN)
        draft.heights.append(max(row_points(line_count(caption, room, BODY_POINTS, indent=1), BODY_POINTS), 16.0))


def _add_state(draft: SheetDraft, counts: Sequence[CountOf], *, checked: bool) -> None:
    """What else keeps the form from being ready, and the line that says whether it is."""
    for count in counts:
        at, (caption, hint) = draft.row, _OBSTACLES[count]
        hint = _ONLY_CELLS if count == "errors" and not checked else hint
        draft.fixed.append(FixedCell(at, CODE_COLUMN, at, LABEL_COLUMN, caption, "count_label"))
        draft.counts.append(CountCell(at, FIRST_ANSWER_COLUMN, "", count))
        draft.fixed.append(FixedCell(at, FIRST_ANSWER_COLUMN + 1, at, draft.last_column, hint, "legend_text"))
        draft.heights.append(16.0)
    draft.counts.append(CountCell(draft.row, CODE_COLUMN, "", "state"))
    draft.heights.append(34.0 if counts else 24.0)


def _add_signature(draft: SheetDraft, signatory: str) -> None:
    """Who signs, a line to sign on, the place of the stamp, a line for the name; captions below the lines."""
    draft.space(18.0)
    sign, stamp, name = FIRST_ANSWER_COLUMN, FIRST_ANSWER_COLUMN + 1, FIRST_ANSWER_COLUMN + 2
    at = draft.row
    draft.fixed += [
        FixedCell(at, CODE_COLUMN, at, LABEL_COLUMN, signatory, "signature", "signatory"),
        FixedCell(at, sign, at, sign, "", "signature_line"),
        FixedCell(at, stamp, at, stamp, "М. П.", "stamp"),
        FixedCell(at, name, at, draft.last_column, "", "signature_line"),
        FixedCell(at + 1, sign, at + 1, sign, "подпись", "signature_caption"),
        FixedCell(at + 1, name, at + 1, draft.last_column, "инициалы, фамилия", "signature_caption"),
    ]
    room = draft.pixels(CODE_COLUMN, LABEL_COLUMN)
    draft.heights += [max(row_points(line_count(signatory, room, BODY_POINTS), BODY_POINTS), 22.0), 14.0]
