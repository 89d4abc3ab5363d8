"""Messages about edit rules in the YAML of forms: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "rule-repeated": (
        "правило «{name}» в форме уже есть. Дайте другое имя",
        "the form has a rule “{name}” already. Give another name",
    ),
    "rule-reserved": (
        "имя правила «{name}» занято: так называются замечания к отдельным ответам. Дайте другое",
        "the rule name “{name}” is taken by findings on single answers. Give another",
    ),
    "rule-title-repeated": (
        "правило с названием «{name}» уже есть: на листе «Проверка» их не различить. Назовите это иначе",
        "there is a rule titled “{name}” already: nobody could tell them apart. Give this one another title",
    ),
    "rule-kind-unknown": (
        "вида правил «{name}» нет. Есть: {known}",
        "there is no kind of rule “{name}”. There are: {known}",
    ),
    "rule-kind-unknown-near": (
        "вида правил «{name}» нет. Может быть, «{near}»?",
        "there is no kind of rule “{name}”. Did you mean “{near}”?",
    ),
    "rule-soft-needs": (
        "мягкому правилу (severity: soft) нужен ключ «{key}»: title – о чём вопрос, reason – откуда порог",
        "a soft rule needs the key “{key}”: title says what it is about, reason why the threshold is such",
    ),
    "rule-key-unknown": (
        "ключа «{name}» у правила вида {kind} не бывает. Его ключи: {keys}",
        "a rule of the kind {kind} has no key “{name}”. Its keys: {keys}",
    ),
    "rule-key-unknown-near": (
        "ключа «{name}» у правила вида {kind} не бывает. Может быть, «{near}»?",
        "a rule of the kind {kind} has no key “{name}”. Did you mean “{near}”?",
    ),
    "rule-key-missing": (
        "правилу вида {kind} не хватает ключа «{key}»",
        "a rule of the kind {kind} needs the key “{key}”",
    ),
    "rule-any-of": (
        "правилу вида {kind} нужен хотя бы один из ключей: {keys}",
        "a rule of the kind {kind} needs at least one of the keys: {keys}",
    ),
    "rule-list-refused": (
        "у ключа «{key}» может стоять одно выражение, а не список",
        "the key “{key}” takes one expression, not a list",
    ),
    "rule-list-needed": (
        "у ключа «{key}» должен стоять список не меньше чем из двух имён: [built, overhauled]",
        "the key “{key}” needs a list of at least two names: [built, overhauled]",
    ),
    "rule-needs-rows": (
        "правило вида {kind} сравнивает строки таблицы. Добавьте each_row: имя_таблицы",
        "a rule of the kind {kind} compares rows of a table. Add each_row: table_name",
    ),
    "rule-rows-and-columns": (
        "правило проходит либо по строкам, либо по графам. Оставьте each_row или each_column",
        "a rule goes through rows or through columns. Keep each_row or each_column",
    ),
    "rule-limit-without-table": (
        "ключ «{key}» имеет смысл только вместе с {wanted}",
        "the key “{key}” makes sense together with {wanted} only",
    ),
    "table-unknown": (
        "таблицы «{name}» в форме нет. Есть: {known}",
        "the form has no table “{name}”. It has: {known}",
    ),
    "table-unknown-near": (
        "таблицы «{name}» в форме нет. Может быть, «{near}»?",
        "the form has no table “{name}”. Did you mean “{near}”?",
    ),
    "rule-message-braces": (
        "фигурные скобки в сообщении не сходятся. Значение пишут так: {{left}}",
        "the braces of the message do not match. A value is written so: {{left}}",
    ),
    "rule-side-unknown": (
        "значения «{name}» у этого правила нет. Есть: {known}. Другие можно добавить ключом show",
        "this rule has no value “{name}”. It has: {known}. Others can be added with the key show",
    ),
    "rule-side-unknown-near": (
        "значения «{name}» у этого правила нет. Может быть, «{near}»?",
        "this rule has no value “{name}”. Did you mean “{near}”?",
    ),
    "rule-names-expected": (
        "здесь нужно имя показателя, а стоит «{text}»",
        "the name of an item must stand here, not “{text}”",
    ),
    "rule-constant-expected": (
        "здесь нужно число не меньше нуля, а стоит «{text}»",
        "a number not below zero must stand here, not “{text}”",
    ),
    "rule-ordered-expected": (
        "здесь нужно число, год или дата, а «{text}» – не то",
        "a number, year or date must stand here, and “{text}” is none",
    ),
    "rule-nowhere": (
        "правилу «{name}» негде действовать: во всех его строках или графах нужные ячейки закрыты",
        "the rule “{name}” applies nowhere: in all of its rows or columns the cells that it needs are closed",
    ),
    "rule-without-answers": (
        "правило «{item}» не касается ни одного ответа: всё, на что оно смотрит, вычисляется",
        "the rule “{item}” touches no answer: everything it looks at is computed",
    ),
}
