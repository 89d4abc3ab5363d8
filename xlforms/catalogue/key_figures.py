"""Messages about key figures, in the YAML of forms and in reports: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "figure-repeated": (
        "ключевой показатель «{name}» в форме уже есть. Дайте другое имя",
        "the form has a key figure “{name}” already. Give another name",
    ),
    "figure-reserved": (
        "имя «{name}» занято: так по месту в списке называются показатели без key_figure. Дайте другое",
        "the name “{name}” is taken: figures without key_figure are called so by their place. Give another",
    ),
    "figure-label-repeated": (
        "ключевой показатель с названием «{name}» уже есть: в отчётах их не различить. Назовите этот иначе",
        "there is a key figure labelled “{name}” already: reports could not tell them apart. Give this one another "
        "label",
    ),
    "figure-item-unknown": (
        "показателя «{name}» в форме нет (выражение: {text}). Пишите имена полностью: таблица.строка.графа или "
        "карточка.поле",
        "the form has no item “{name}” (expression: {text}). Write whole names: table.row.column or card.field",
    ),
    "figure-item-unknown-near": (
        "показателя «{name}» в форме нет (выражение: {text}). Может быть, «{near}»?",
        "the form has no item “{name}” (expression: {text}). Did you mean “{near}”?",
    ),
    "figure-no-number": (
        'ключевой показатель – это число или условие, а «{text}» – текст или дата. Пример: canteen.available = "нет"',
        'a key figure is a number or a condition, and “{text}” is a text or a date. Example: canteen.available = "нет"',
    ),
    "figure-without-items": (
        "в выражении «{text}» нет ни одного показателя формы. Пример: pupils.disabled.count / pupils.total.count",
        "the expression “{text}” names no item of the form. Example: pupils.disabled.count / pupils.total.count",
    ),
    "figure-of-personal": (
        "{personal} – личные данные, а ключевые показатели попадают в свод. Уберите {personal} из выражения",
        "{personal} is personal, and key figures are published. Take {personal} out of the expression",
    ),
    "figure-condition-unit": (
        '«{text}» – условие, а показатель-условие – это доля школ, для которых оно верно: unit: "%", а не «{unit}»',
        '“{text}” is a condition, and such a figure is the share of units for which it is true: unit: "%", not '
        "“{unit}”",
    ),
    "figure-quotient-in-if": (
        "такое «if» вычисляется в каждой школе отдельно, а частные школ складывать нельзя. Вынесите деление за скобки: "
        "(if … then a else 0) / b",
        "such an “if” is computed in each unit, and quotients of units cannot be added up. Divide outside of it: "
        "(if … then a else 0) / b",
    ),
}
