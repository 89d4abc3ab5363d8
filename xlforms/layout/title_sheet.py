"""Lays out the title sheet: who asks, what, by when; which unit answers; how to fill in; how complete the form is."""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.definitions.items import SectionGrid
from xlforms.layout.limits import LINE_POINTS
from xlforms.layout.plan import (
    CODE_COLUMN,
    FIRST_ANSWER_COLUMN,
    LABEL_COLUMN,
    CountCell,
    CountOf,
    FixedCell,
    Role,
    SheetPlan,
)
from xlforms.layout.sheet import SheetDraft, add_block, add_signature
from xlforms.layout.widths import SheetWidths

_LABEL, _ANSWERS = 34.0, (16.0, 14.0, 16.0, 14.0)
_LEGEND: tuple[tuple[Role, str], ...] = (
    ("legend_input", "жёлтые ячейки — заполните"),
    ("legend_computed", "серые ячейки — считаются сами"),
    ("legend_fixed", "белые ячейки — текст формы, не меняется"),
)
_COUNTS: tuple[tuple[CountOf, str], ...] = (
    ("answered", "заполнено ячеек"),
    ("required_asked", "обязательных"),
    ("required_answered", "из них заполнено"),
    ("share", "готовность"),
)
DEFAULT_INSTRUCTIONS = (
    "Если файл открылся «только для чтения», нажмите «Разрешить редактирование».",
    "Заполните жёлтые ячейки на всех листах; между ними удобно переходить клавишей Tab. Если чего-то нет — поставьте 0.",
    "Из других файлов вставляйте только значения: правая кнопка мыши — «Специальная вставка» — «Значения».",
    "Не добавляйте и не удаляйте строки, столбцы и листы: такие ответы придётся разбирать вручную.",
    "Сохраните файл в том же виде (.xlsx; можно .ods или .xls) и отправьте до указанного срока.",
)


def lay_out_title(
    title: SectionGrid,
    sections: Sequence[SectionGrid],
    authority: str,
    basis: str,
    instructions: Sequence[str],
    signatory: str,
) -> SheetPlan:
    """The title sheet; `sections` are those that follow it, each with a line of counters."""
    spans = {block.id: ((0, len(_ANSWERS) - 1),) for block in title.blocks}
    draft = SheetDraft(title, SheetWidths(_LABEL, _ANSWERS, spans))
    if authority:
        draft.line(authority, "authority")
    draft.line(title.title, "form_title")
    draft.heights[-1] = round(draft.heights[-1] * 1.35 + 8, 1)
    draft.line("", "code_line", slot="code_line")
    if basis:
        draft.line(basis, "basis")
    draft.line("", "basis", slot="period")
    draft.line("", "basis", slot="deadline")
    draft.line("", "basis", slot="send_to")
    for block in title.blocks:
        draft.space(8.0)
        add_block(draft, block)
    draft.space(8.0)
    draft.line("Как заполнить", "block_title")
    for number, text in enumerate(instructions or DEFAULT_INSTRUCTIONS, start=1):
        draft.line(f"{number}. {text}", "instruction")
    _add_legend(draft)
    draft.space(8.0)
    draft.line("Насколько заполнена форма", "block_title")
    _add_counts(draft, sections)
    add_signature(draft, signatory)
    return draft.finish((1, 2), (1, 0))


def _add_legend(draft: SheetDraft) -> None:
    draft.space(4.0)
    for role, text in _LEGEND:
        at = draft.row
        draft.fixed.append(FixedCell(at, CODE_COLUMN, at, CODE_COLUMN, "", role))
        draft.fixed.append(FixedCell(at, LABEL_COLUMN, at, draft.last_column, text, "legend_text"))
        draft.heights.append(16.0)


def _add_counts(draft: SheetDraft, sections: Sequence[SectionGrid]) -> None:
    at = draft.row
    draft.fixed.append(FixedCell(at, CODE_COLUMN, at, LABEL_COLUMN, "Раздел", "count_header"))
    for number, (_, caption) in enumerate(_COUNTS):
        column = FIRST_ANSWER_COLUMN + number
        draft.fixed.append(FixedCell(at, column, at, column, caption, "count_header"))
    draft.heights.append(LINE_POINTS)
    lines = [("title", "Титул")] + [(section.id, section.title) for section in sections] + [("", "Всего")]
    for section, caption in lines:
        at = draft.row
        draft.fixed.append(FixedCell(at, CODE_COLUMN, at, LABEL_COLUMN, caption, "count_label"))
        for number, (count, _) in enumerate(_COUNTS):
            draft.counts.append(CountCell(at, FIRST_ANSWER_COLUMN + number, section, count))
        draft.heights.append(LINE_POINTS)
    at = draft.row
    draft.counts.append(CountCell(at, CODE_COLUMN, "", "state"))
    draft.heights.append(22.0)
