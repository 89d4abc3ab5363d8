"""Lays out the sheet «Проверка»: counters, what to correct, questions with their explanations, then every verdict.

What fails is packed at the top by formulas; explanations are typed beside their own rule and so never move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlforms.definitions.items import CHECK_SECTION, BlockGrid, RowLine, SectionGrid
from xlforms.definitions.rules import RuleInstance
from xlforms.layout.aside import Aside, longest_text
from xlforms.layout.check_cells import KIND, LAST, NUMBER, PLACE, TEXT, CheckCount, CheckSheet
from xlforms.layout.draft import SheetDraft
from xlforms.layout.header import CODE_CAPTION
from xlforms.layout.limits import BODY_POINTS, LINE_POINTS, SMALL_POINTS, VERDICT_POINTS
from xlforms.layout.plan import CODE_COLUMN, LABEL_COLUMN, AnswerCell, FixedCell, Role, SheetPlan
from xlforms.layout.text_size import line_count, row_points
from xlforms.layout.widths import SheetWidths

_LABEL, _OTHERS = 36.0, (11.0, 51.0, 43.0)  # fill a landscape page
_HIDDEN = (2.0, 0.0, 0.0, 0.0)  # a gap, then STATE, FAILED, TARGET
_MOST_LINES = 10  # they fit on the first page; the next ones move up as these are corrected
_ANSWER_LINES = 3
_TITLE = "Проверка"
_HELP = (
    "Лист заполняется сам, пока вы заполняете форму. Исправьте всё, что названо ошибкой. Вопрос означает маловероятный "
    "ответ: исправьте его или, если он верен, объясните в таблице «Вопросы и пояснения»."
)
_HELP_ERRORS = "Лист заполняется сам, пока вы заполняете форму. Исправьте всё, что названо здесь ошибкой."
_COUNTS: tuple[tuple[CheckCount, str, str], ...] = (
    ("errors", "Ошибки", "исправьте: с ними форма к отправке не готова"),
    ("questions", "Вопросы без пояснения", "исправьте ответ или объясните его ниже"),
    ("explained", "Вопросы с пояснением", "пояснения прочитает тот, кто собирает форму"),
)
_SHOWN = "Что показала проверка"
_KINDS = {"hard": "ошибка", "soft": "вопрос"}


def lay_out_check(section: SectionGrid | None, rules: Sequence[RuleInstance]) -> tuple[SheetPlan, CheckSheet]:
    """The sheet «Проверка»; `section` holds the explanations of soft rules, None when all rules are hard."""
    grid = section or SectionGrid(CHECK_SECTION, _TITLE, _TITLE, "landscape", "", (), ())
    draft = SheetDraft(grid, SheetWidths(_LABEL, _OTHERS, {}), Aside())
    draft.line(_TITLE, "sheet_title")
    draft.heights[-1] = 24.0
    draft.line("", "code_line", slot="code_line")
    draft.line(_HELP if section is not None else _HELP_ERRORS, "hint", aside=True)
    draft.space(4.0)
    counts = tuple((count, _add_count(draft, caption, hint)) for count, caption, hint in _COUNTS)
    state = draft.row
    draft.heights.append(24.0)
    lines, more = _add_list(draft, min(len(rules), _MOST_LINES))
    rows = _add_explanations(draft, section.blocks[0], section.help, rules) if section is not None else {}
    printed = draft.row
    register = _add_register(draft, rules)
    numbers = {instance.id: register[0] + number for number, instance in enumerate(rules)}
    sheet = draft.finish((1, 1), (0, 0), printed_rows=printed)
    questions = tuple((row, numbers[name]) for name, row in rows.items())
    return sheet, CheckSheet(sheet.name, counts, state, lines, more, questions, register)


def _add_count(draft: SheetDraft, caption: str, hint: str) -> int:
    at = draft.row
    draft.aside.append(FixedCell(at, NUMBER, at, PLACE, caption, "count_label"))
    draft.aside.append(FixedCell(at, TEXT, at, LAST, hint, "legend_text"))
    draft.heights.append(LINE_POINTS)
    return at


def _add_list(draft: SheetDraft, number: int) -> tuple[tuple[int, int], int]:
    draft.space(8.0)
    draft.block_starts.append(draft.row)
    draft.line("Что исправить", "block_title", aside=True)
    _add_header(draft, ("№", "Где (нажмите, чтобы перейти)", "Вид", "Что не так и что сделать"))
    first = draft.row
    draft.heights += [row_points(2, SMALL_POINTS)] * number
    more = draft.row
    draft.heights.append(LINE_POINTS)
    return (first, more - 1), more


def _add_explanations(
    draft: SheetDraft, block: BlockGrid, hint: str, rules: Sequence[RuleInstance]
) -> Mapping[str, int]:
    """The table of soft rules; gives each instance its row."""
    instances = {instance.id: instance for instance in rules}
    draft.space(8.0)
    draft.block_starts.append(draft.row)
    draft.line("Вопросы и пояснения", "block_title")
    draft.line(hint, "hint")
    at = draft.row
    for text, first, last in (
        (CODE_CAPTION, CODE_COLUMN, CODE_COLUMN),
        (block.row_title, PLACE, KIND),
        (_SHOWN, TEXT, TEXT),
        (block.columns[0].caption, LAST, LAST),
    ):
        draft.fixed.append(FixedCell(at, first, at, last, text, "header"))
    draft.heights.append(LINE_POINTS)
    return {row.id: _add_question(draft, block, row, instances[row.id]) for row in block.rows}


def _add_question(draft: SheetDraft, block: BlockGrid, row: RowLine, instance: RuleInstance) -> int:
    at, code, key = draft.row, draft.next_code(), f"{block.id}.{row.id}"
    draft.row_keys.append((at, key))
    draft.fixed.append(FixedCell(at, CODE_COLUMN, at, CODE_COLUMN, code, "row_code"))
    draft.fixed.append(FixedCell(at, LABEL_COLUMN, at, KIND, row.caption, "label"))
    column = block.columns[0]
    cell = AnswerCell(block.cells[row.id, column.id], at, LAST, LAST, key, f"v{LAST - 2}", code, 1, True, True)
    draft.answers.append(cell)
    label = line_count(row.caption, draft.pixels(PLACE, KIND), BODY_POINTS, indent=1)
    shown = line_count(longest_text(instance), draft.pixels(TEXT, TEXT), SMALL_POINTS, indent=1)
    least = row_points(_ANSWER_LINES, BODY_POINTS)
    draft.heights.append(max(row_points(label, BODY_POINTS), row_points(shown, SMALL_POINTS), least))
    return at


def _add_register(draft: SheetDraft, rules: Sequence[RuleInstance]) -> tuple[int, int]:
    draft.space(12.0)
    draft.line("Все проверки формы (не печатается)", "block_title", aside=True)
    _add_header(draft, ("№", "Где", "Если не так", _SHOWN))
    first = draft.row
    for number, instance in enumerate(rules, start=1):
        at = draft.row
        draft.aside.append(FixedCell(at, NUMBER, at, NUMBER, str(number), "register_number"))
        draft.aside.append(FixedCell(at, KIND, at, KIND, _KINDS[instance.severity], "register_kind"))
        lines = line_count(longest_text(instance), draft.pixels(TEXT, LAST), VERDICT_POINTS, indent=1)
        draft.heights.append(max(row_points(min(lines, 3), VERDICT_POINTS), row_points(2, VERDICT_POINTS)))
    return first, draft.row - 1


def _add_header(draft: SheetDraft, captions: tuple[str, str, str, str]) -> None:
    at = draft.row
    spans = ((NUMBER, NUMBER), (PLACE, PLACE), (KIND, KIND), (TEXT, LAST))
    role: Role = "header"
    draft.aside += [
        FixedCell(at, first, at, last, text, role) for text, (first, last) in zip(captions, spans, strict=True)
    ]
    draft.heights.append(LINE_POINTS)
