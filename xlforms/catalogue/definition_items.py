"""Messages about mistakes in the tables, items and expressions of forms: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "rows-or-open-rows": (
        "у таблицы «{name}» должно быть одно из двух: rows (известные строки) или open_rows (число пустых строк)",
        "the table “{name}” needs one of the two: rows (known rows) or open_rows (how many empty rows)",
    ),
    "open-row-title": (
        "в open_row_title нет «{{n}}», и все строки назывались бы одинаково. Пишите, например, «6.1.{{n}}.»",
        "open_row_title has no “{{n}}”, and all rows would have one caption. Write for example “6.1.{{n}}.”",
    ),
    "only-rows-of-open-rows": (
        "у таблицы с open_rows строки безымянны, only_rows для графы «{name}» здесь не нужен. Уберите его",
        "rows of a table with open_rows have no names, so the column “{name}” cannot have only_rows. Remove it",
    ),
    "repeat-with-rows": (
        "у повторяемой строки «{name}» не может быть вложенных строк. Уберите repeat или rows",
        "the repeated row “{name}” cannot have sub-rows. Remove repeat or rows",
    ),
    "cell-closed": (
        "ячейка графы «{name}» в этой строке закрыта (skip), и говорить о ней в cells незачем. Оставьте одно из двух",
        "the cell of column “{name}” is closed in this row (skip), so cells has nothing to say of it. Keep one of the "
        "two",
    ),
    # items
    "type-missing": (
        "не сказано, какого типа ответ «{name}». Добавьте type – к графе, к строке или к ячейке",
        "the type of the answer “{name}” is not given. Add type to the column, the row or the cell",
    ),
    "choices-missing": (
        "для выбора из списка нужен список: choices: [да, нет] или choices: имя_списка",
        "a choice needs its list: choices: [yes, no] or choices: name_of_list",
    ),
    "list-entry-empty": (
        "в списке есть пустая строка. Впишите значение или уберите её",
        "the list has an empty entry. Write a value or remove it",
    ),
    "list-entry-repeated": (
        "«{entry}» в списке уже есть (большие буквы и лишние пробелы не различаются). Оставьте одно",
        "the list has “{entry}” already (capitals and extra spaces make no difference). Keep one",
    ),
    "list-entry-long": (
        "значение списка слишком длинное: {length:знак|знака|знаков}, Excel показывает не больше {limit}. Сократите "
        "его",
        "the entry is too long: {length:character|characters}, and Excel shows at most {limit}. Shorten it",
    ),
    "setting-does-not-fit": (
        "ключ «{key}» не подходит к типу {type}. Уберите его или исправьте тип",
        "the key “{key}” does not fit the type {type}. Remove it or correct the type",
    ),
    "bound-unreadable": (
        "граница «{key}: {value}» не подходит к типу {type}. Нужно число (для integer и year – целое), "
        "а для date – дата вида 2020-06-05 не раньше 1 марта 1900 года",
        "the bound “{key}: {value}” does not fit the type {type}. Write a number (a whole one for integer and year), "
        "or for date a date such as 2020-06-05, not before 1 March 1900",
    ),
    "bound-percent": (
        "граница «{key}: {value}» – это {value} целых. Проценты записывают долей: 100 % – это 1, 5 % – это 0.05",
        "the bound “{key}: {value}” means {value} wholes. Percentages are written as fractions: 100 % is 1, 5 % is "
        "0.05",
    ),
    "bounds-crossed": (
        "наименьшее ({low}) больше наибольшего ({high}). Исправьте minimum или maximum",
        "the minimum ({low}) is above the maximum ({high}). Correct one of them",
    ),
    "computed-is-not-asked": (
        "графа считается сама (computed), и требовать её (ключ «{key}») нельзя. Уберите один из ключей",
        "what is computed cannot be asked for (key “{key}”). Remove one of the keys",
    ),
    "gathered-is-personal": (
        "«{name}» – личные данные, в отчёт их не собирают. Уберите gathered или personal",
        "“{name}” is personal, and personal answers are never gathered. Remove gathered or personal",
    ),
    "computed-is-not-summed": (
        "графа считается сама (computed), в своде – из сумм, и ключ «summed» на неё не действует. Уберите его",
        "what is computed is computed from sums in the totals, the key “summed” has no effect. Remove it",
    ),
    # expressions
    "unknown-item": (
        "показателя «{name}» в форме нет (выражение: {text}). Пишите графу этой же строки или таблица.строка.графа",
        "the form has no item “{name}” (expression: {text}). Write a column of the same row or table.row.column",
    ),
    "unknown-item-near": (
        "показателя «{name}» в форме нет (выражение: {text}). Может быть, «{near}»?",
        "the form has no item “{name}” (expression: {text}). Did you mean “{near}”?",
    ),
    "expression-not-a-number": (
        "здесь нужно выражение, дающее число, а «{text}» – нет. Пример: count / pupils.total.count",
        "an expression that gives a number must stand here, and “{text}” does not. Example: count / pupils.total.count",
    ),
    "expression-not-a-condition": (
        "здесь нужно условие, а «{text}» – не условие. Пример: total > 0",
        "a condition must stand here, and “{text}” is none. Example: total > 0",
    ),
    "computed-of-personal": (
        "{item} считается из личных данных ({personal}), а вычисленное попадает в свод. Уберите {personal} из "
        "выражения или добавьте personal: true",
        "{item} is computed from personal data ({personal}), and what is computed is published. Take {personal} out of "
        "the expression or add personal: true",
    ),
    "prompt-long": (
        "подсказка к {item} вместе с тем, что добавит программа, займёт {length:знак|знака|знаков}, а Excel показывает "
        "не больше {limit}. Сократите {key}",
        "the prompt of {item} with what the program adds has {length:character|characters}, and Excel shows no more "
        "than {limit}. Shorten {key}",
    ),
    "computed-circle": (
        "показатель {item} считается через самого себя (выражение: {text}). Разорвите круг",
        "the item {item} is computed from itself (expression: {text}). Break the circle",
    ),
}
