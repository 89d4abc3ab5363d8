"""Messages about answers and returned workbooks: code -> (Russian, English).

A sentence follows the place («Лист «Кадры», «математики» / «количество», ячейка D12: …»), so it begins small.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    "place-sheet": ("Лист «{sheet}»", "Sheet «{sheet}»"),
    "place-row": ("строка {row}", "row {row}"),
    "place-cell": ("ячейка {cell}", "cell {cell}"),
    "answer-not-a-number": (
        "«{raw}» — не число. Введите только число, без слов и знаков; если чего-то нет, поставьте 0.",
        "“{raw}” is not a number. Enter digits only, without words or signs; 0 if there is none.",
    ),
    "answer-ambiguous-number": (
        "«{raw}» можно прочитать двояко: как тысячи и как дробь. "
        "Введите число без точки, дробную часть — после запятой.",
        "“{raw}” may mean thousands or a fraction. Enter the number without a point, a fraction after a comma.",
    ),
    "answer-too-many-digits": (
        "в числе «{raw}» больше 15 цифр, столько таблицы не хранят. Проверьте значение.",
        "“{raw}” has more than 15 digits, more than a spreadsheet keeps. Check the value.",
    ),
    "answer-not-whole": (
        "указано {raw}, а здесь нужно целое число. Введите целое число от {low} до {high}.",
        "{raw} is given, but a whole number is needed. Enter a whole number from {low} to {high}.",
    ),
    "answer-date-in-number": (
        "число превратилось в дату {raw} (так бывает, если вместо запятой набрать точку). Введите число заново.",
        "the number has become the date {raw} (a point typed for a comma does that). Enter the number again.",
    ),
    "answer-not-a-date": (
        "«{raw}» — не дата. Введите дату в виде 15.10.2025.",
        "“{raw}” is not a date. Enter it as 15.10.2025.",
    ),
    "answer-date-shifted": (
        "здесь дата со временем «{raw}». Похоже, программа, в которой сохранён файл, сдвинула её: "
        "день может быть на один раньше введённого. Введите дату заново, без времени.",
        "there is a date with a time, “{raw}”. It seems that the program that saved the file has shifted it: "
        "the day may be one before the day that was typed. Type the date again, without a time.",
    ),
    "answer-formula-in-text": (
        "здесь нужен текст, а стоит формула с результатом «{raw}». Так становится формулой текст, который начинается "
        "со знака «=». Впишите ответ заново.",
        "a text is asked here, but there is a formula that gives “{raw}”. A text that begins with “=” becomes a "
        "formula so. Type the answer again.",
    ),
    "answer-text-cut": (
        "программа, в которой сохранён файл, оставила от текста 255 знаков. Сохраните форму как .xlsx и пришлите её "
        "снова.",
        "the program that saved the file kept 255 characters of the text. Save the form as .xlsx and send it again.",
    ),
    "answer-ambiguous-date": (
        "в «{raw}» неясно, где день, а где месяц. Введите дату в виде 15.10.2025.",
        "in “{raw}” day and month cannot be told apart. Enter the date as 15.10.2025.",
    ),
    "answer-not-a-choice": (
        "«{raw}» нет в списке. Выберите один из вариантов: {choices}.",
        "“{raw}” is not in the list. Choose one of: {choices}.",
    ),
    "answer-cell-error": (
        "в ячейке ошибка {raw}. Удалите формулу и введите значение.",
        "the cell holds the error {raw}. Remove the formula and enter a value.",
    ),
    "answer-uncalculated": (
        "в ячейке формула, которая не вычислена. Удалите формулу и введите значение.",
        "the cell holds a formula without a result. Remove the formula and enter a value.",
    ),
    "answer-cell-twice": (
        "в файле два значения одной ячейки, одно из них — «{raw}». Введите значение заново и сохраните файл.",
        "the file holds two values for one cell, one of them “{raw}”. Enter the value again and save the file.",
    ),
    "answer-out-of-range": (
        "указано {raw}, а допустимо от {low} до {high}. Проверьте значение.",
        "{raw} is given, but it must be from {low} to {high}. Check the value.",
    ),
    "answer-too-long": (
        "в ответе {length:знак|знака|знаков}, а допустимо не больше {limit}. Сократите текст.",
        "the answer has {length:character|characters}, the limit is {limit}. Shorten the text.",
    ),
    "answer-not-an-email": (
        "«{raw}» не похоже на адрес электронной почты. Введите адрес в виде school@example.org.",
        "“{raw}” does not look like an e-mail address. Enter it as school@example.org.",
    ),
    "answer-number-as-text": (
        "вместо числа стоит текст «{raw}». Он учтён как {value}, но проверки формы этого числа не видят. "
        "Введите число заново.",
        "there is the text “{raw}” in place of a number. It is counted as {value}, but the live checks do not see it. "
        "Type the number again.",
    ),
    "answer-date-as-text": (
        "вместо даты стоит текст «{raw}». Он учтён как {value}, но проверки формы этой даты не видят. "
        "Введите дату заново.",
        "there is the text “{raw}” in place of a date. It is counted as {value}, but the live checks do not see it. "
        "Type the date again.",
    ),
    "answer-spaces": (
        "вместо ответа стоят пробелы. Здесь считается, что ответа нет, а проверки формы видят текст. Очистите ячейку.",
        "there are spaces in place of an answer. They count as none, but the live checks see a text. Clear the cell.",
    ),
    "answer-choice-as-text": (
        "стоит «{raw}». Ответ учтён как «{value}», но проверки формы такого ответа не знают. Выберите его из списка.",
        "the answer is “{raw}”. It is counted as “{value}”, but the live checks do not know it. Choose from the list.",
    ),
    "answer-required": (
        "нет ответа, а он обязателен. {help}",
        "there is no answer, but one is required. {help}",
    ),
    "answer-required-here": (
        "нет ответа, а при таких остальных ответах он обязателен. {help}",
        "there is no answer, but with these other answers one is required. {help}",
    ),
    "printed-changed": (
        "в форме напечатано «{before}», а теперь здесь «{now}». Печатный текст не меняют: верните его.",
        "the form says “{before}”, now it is “{now}”. Printed texts are not to be changed: put it back.",
    ),
    "printed-erased": (
        "в форме напечатано «{before}», а теперь здесь пусто. Печатный текст не меняют: верните его.",
        "the form says “{before}”, now it is blank. Printed texts are not to be changed: put it back.",
    ),
    "printed-added": (
        "в форме здесь пусто, а теперь стоит «{now}». Вписывайте ответы в жёлтые ячейки.",
        "the form prints nothing here, now it is “{now}”. Answers belong into the yellow cells.",
    ),
    "printed-unit-changed": (
        "единица измерения «{before}» заменена на «{now}», поэтому числа этой строки не учтены. "
        "Верните единицу и введите числа в ней.",
        "the unit of measure “{before}” was changed to “{now}”, so the numbers of this row are not counted. "
        "Put the unit back and give the numbers in it.",
    ),
    "printed-unit-erased": (
        "единица измерения «{before}» удалена, поэтому числа этой строки не учтены. "
        "Верните единицу и введите числа в ней.",
        "the unit of measure “{before}” was erased, so the numbers of this row are not counted. "
        "Put the unit back and give the numbers in it.",
    ),
    # A rule speaks in the words of its form, in whatever language that is.
    "rule-failed": ("{text}", "{text}"),
    "rule-blank": ("не указано", "не указано"),
    "rule-unreadable": ("не прочитано", "не прочитано"),
    "finding-explained": ("Пояснение школы: «{explanation}».", "Explained: “{explanation}”."),
}
