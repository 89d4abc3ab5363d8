"""Messages about answers and returned workbooks: code -> (Russian, English).

A sentence follows the place («Лист «Кадры», «математики» / «количество», ячейка D12: …»), so it begins small.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    "place-sheet": ("Лист «{sheet}»", "Sheet «{sheet}»"),
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
    "answer-required": (
        "нет ответа, а он обязателен. {help}",
        "there is no answer, but one is required. {help}",
    ),
    "answer-required-here": (
        "нет ответа, а при таких остальных ответах он обязателен. {help}",
        "there is no answer, but with these other answers one is required. {help}",
    ),
    "structure-sheet-missing": (
        "этого листа в файле нет, ответы на нём не учтены. Пришлите форму целиком.",
        "the sheet is missing, its answers are not counted. Send the whole form.",
    ),
    "structure-sheet-twice": (
        "лист прислан дважды с разными ответами ({sheets}), ни один не учтён. Оставьте один лист.",
        "the sheet came twice with different answers ({sheets}), neither is counted. Keep one sheet.",
    ),
    "structure-sheet-foreign": (
        "лист не относится к этой форме, он не прочитан.",
        "the sheet does not belong to this form and was not read.",
    ),
    "structure-keys-differ": (
        "служебные пометки листа не такие, как в выданной форме; ответы найдены по подписям строк.",
        "the hidden keys of the sheet are not those of the form as issued; answers were found by captions.",
    ),
    "structure-verdicts-differ": (
        "в {count:месте|местах|местах} форма показывала не то, что следует из ответов: её формулы заменены значениями "
        "или не пересчитаны. Верны замечания, указанные здесь; школа могла их не видеть.",
        "in {count:place|places} the form showed something else than its answers give: its formulas were pasted "
        "over or never calculated. The findings given here are right; the school may not have seen them.",
    ),
    "structure-row-moved": (
        "строка «{label}» сдвинута или отсортирована; ответы отнесены к ней по подписи. Проверьте их.",
        "the row “{label}” was moved or sorted; answers were placed by its caption. Check them.",
    ),
    "structure-row-missing": (
        "строки «{label}» в файле нет, ответы в ней не учтены.",
        "the row “{label}” is missing, its answers are not counted.",
    ),
    "structure-row-twice": (
        "строка «{label}» есть в файле дважды, ни одна не учтена. Оставьте одну.",
        "the row “{label}” stands in the file twice, neither is counted. Keep one.",
    ),
    "structure-row-unplaced": (
        "нельзя понять, какой строке формы принадлежит «{label}», её ответы не учтены.",
        "it cannot be told which row “{label}” is, its answers are not counted.",
    ),
    "structure-row-added": (
        "добавленная строка не относится к форме, её содержимое не учтено. Впишите данные в строки формы.",
        "an added row is not part of the form, what it holds is not counted. Use the rows of the form.",
    ),
    "structure-column-missing": (
        "графы с ключом {column} в файле нет, ответы в ней не учтены.",
        "the column with key {column} is missing, its answers are not counted.",
    ),
    "structure-column-twice": (
        "графа с ключом {column} есть на листе дважды, ни одна не учтена. Оставьте одну.",
        "the column with key {column} stands on the sheet twice, neither is counted. Keep one.",
    ),
    "structure-sheet-of-another": (
        "лист выдан организации {other}, а файл — организации {issued}; ответы этого листа не учтены. "
        "Пришлите лист своей формы.",
        "the sheet was issued to {other}, the file to {issued}; the answers of this sheet are not counted. "
        "Send the sheet of your own form.",
    ),
    "structure-unit-differs": (
        "форма выдана организации {issued}, а на титуле указано {written}. Учтена для {issued}.",
        "the form was issued to {issued}, but the title sheet says {written}. Counted for {issued}.",
    ),
    "structure-unit-respelt": (
        "код организации «{written}» прочитан как {unit} из реестра.",
        "the unit code “{written}” was read as {unit} of the register.",
    ),
    "structure-same-time": (
        "получено две формы этой организации с одной датой; учтена {path}. Проверьте, какая верна.",
        "two forms of this unit bear one date; {path} counts. Check which is right.",
    ),
    # A rule speaks in the words of its form, in whatever language that is.
    "rule-failed": ("{text}", "{text}"),
    "rule-blank": ("не указано", "не указано"),
    "rule-unreadable": ("не прочитано", "не прочитано"),
    "finding-explained": ("Пояснение школы: «{explanation}».", "Explained: “{explanation}”."),
}
