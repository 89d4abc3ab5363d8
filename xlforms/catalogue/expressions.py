"""Messages about expressions: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    # the text
    "expression-empty": (
        "выражение пустое. Напишите его или уберите ключ",
        "the expression is empty. Write it, or remove the key",
    ),
    "expression-character": (
        "знак «{character}» в выражении не понят. Имена пишутся строчными латинскими буквами, тексты – в кавычках",
        "the character “{character}” means nothing here. Names are lower-case Latin letters, texts stand in quotes",
    ),
    "expression-text-open": (
        "кавычка открыта, но не закрыта. Поставьте в конце текста {closing}",
        "the quote is never closed. Put {closing} at the end of the text",
    ),
    "expression-number-long": (
        "в числе больше {limit:цифры|цифр|цифр}, Excel столько не хранит. Округлите число",
        "the number has more than {limit:digit|digits}, which Excel cannot keep. Round it",
    ),
    "expression-bracket-open": (
        "эта скобка не закрыта. Поставьте парную «)»",
        "this bracket is never closed. Add its “)”",
    ),
    "expression-bracket-close": (
        "эта скобка «)» лишняя: открывающей к ней нет. Уберите её или поставьте парную «(»",
        "this “)” has no “(”. Remove it, or add the other",
    ),
    "expression-unexpected": (
        "здесь не ожидалось «{found}». Проверьте, не пропущен ли перед этим знак действия, запятая или скобка",
        "“{found}” was not expected here. Is an operator, a comma or a bracket missing before it?",
    ),
    "expression-unfinished": (
        "выражение обрывается. Допишите, с чем сравнивать или что считать",
        "the expression stops short. Write what to compare with or compute",
    ),
    "expression-then-missing": (
        "после условия «if» нужно слово «then». Пример: if a > 0 then b > 0",
        "the condition of “if” must be followed by “then”. Example: if a > 0 then b > 0",
    ),
    "expression-options": (
        'после «in» нужен список чисел или текстов в скобках. Пример: in ("да", "нет")',
        'after “in” there must be numbers or texts in brackets. Example: in ("yes", "no")',
    ),
    "expression-too-deep": (
        "вложенность больше {limit:уровня|уровней|уровней}. Упростите выражение: сложите графы функцией sum",
        "nested deeper than {limit:level|levels}. Simplify it: add columns with sum",
    ),
    "expression-too-long": (
        "выражение слишком велико для формулы Excel (предел – {limit}). Разбейте его на несколько",
        "the expression is too large for a formula of Excel (the limit is {limit}). Split it",
    ),
    "expression-text-too-long": (
        "текст длиннее {limit:знака|знаков|знаков}, в формулу Excel он не войдёт. Сократите его",
        "the text has more than {limit:character|characters}, too many for a formula of Excel. Shorten it",
    ),
    # functions
    "expression-function-unknown": (
        "функции «{name}» нет. Есть: {known}",
        "there is no function “{name}”. Known: {known}",
    ),
    "expression-function-unknown-near": (
        "функции «{name}» нет. Может быть, «{near}»?",
        "there is no function “{name}”. Did you mean “{near}”?",
    ),
    "expression-arguments": (
        "у функции «{name}» в скобках через запятую должно стоять значений: {wanted}; здесь {found}",
        "the function “{name}” takes {wanted} values in its brackets; here there are {found}",
    ),
    "expression-reference-expected": (
        "функция «{name}» считает заполненные ответы: в скобках нужны имена показателей, а не вычисления",
        "the function “{name}” counts answers: put names of items in its brackets, not calculations",
    ),
    "expression-date": (
        "«{text}» – не дата. Дату пишут так: 2020-10-31, не раньше 1900-03-01",
        "«{text}» is no date. A date is written as 2020-10-31, not before 1900-03-01",
    ),
    "expression-digits": (
        "число знаков после запятой – целое от 0 до {limit}. Пример: round(a / b, 2)",
        "the number of decimals is a whole number from 0 to {limit}. Example: round(a / b, 2)",
    ),
    # kinds
    "expression-number-expected": (
        "здесь нужно число, а стоит текст, дата или условие. Замените показатель или действие",
        "a number must stand here, and this is a text, a date or a condition. Change the item or the operation",
    ),
    "expression-logic-expected": (
        "здесь нужно условие, а стоит значение. Сравните его с чем-нибудь. Пример: total > 0",
        "a condition must stand here, and this is a value. Compare it with something. Example: total > 0",
    ),
    "expression-kinds-differ": (
        "здесь встретились значения разного рода (число, текст, дата, условие). Сравнивайте число с числом, текст с "
        "текстом в кавычках, дату с датой",
        "values of different sorts (number, text, date, condition) meet here. Compare numbers with numbers, texts with "
        "texts in quotes, dates with dates",
    ),
    "expression-text-order": (
        "тексты можно проверить только на равенство (= и <>), а здесь стоит «{operator}». Замените знак",
        "texts can only be equal or not (= and <>), and here is “{operator}”. Change the sign",
    ),
    "expression-text-result": (
        "«if … then …» даёт число, дату или условие, но не текст. Сравните текст внутри ветви с нужным",
        "“if … then …” gives a number, a date or a condition, not a text. Compare the text inside the branch",
    ),
    # names
    "expression-list-outside": (
        "«{name}» – это сразу несколько показателей. Возьмите их в функцию, например sum({name}) или count({name})",
        "“{name}” means several items at once. Put it into a function, such as sum({name}) or count({name})",
    ),
    "expression-nothing-matches": (
        "под именем «{name}» нет ни одного показателя. Проверьте имя",
        "there is no item under the name “{name}”. Check the name",
    ),
}
