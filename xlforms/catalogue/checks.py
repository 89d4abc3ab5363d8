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
    "structure-sheet-by-keys": (
        "в листе нет служебной ячейки A1; по скрытым ключам он опознан как лист «{sheet}» этой формы, ответы учтены. "
        "Проверьте их.",
        "the sheet lost its cell A1; by its hidden keys it is the sheet “{sheet}” of this form and is counted. "
        "Check them.",
    ),
    "structure-sheet-by-captions": (
        "в листе нет служебных пометок; по подписям, кодам строк и номерам граф он опознан как лист «{sheet}» этой "
        "формы, ответы учтены. Проверьте их.",
        "the sheet has no hidden marks; by its captions, codes and column numbers it is the sheet “{sheet}” of this "
        "form, its answers are counted. Check them.",
    ),
    "structure-sheet-from-csv": (
        "лист «{sheet}» получен как CSV: числа и даты учтены такими, какими они были показаны. "
        "Надёжнее прислать форму целиком в .xlsx.",
        "the sheet “{sheet}” came as CSV: numbers and dates are counted as they were shown. "
        "Better send the whole form as .xlsx.",
    ),
    "structure-sheet-copied": (
        "лист есть в файле несколько раз ({sheets}); ответы, которые в них есть, одинаковы, учтён один лист.",
        "the sheet stands in the file several times ({sheets}); what answers there are agree, one sheet is counted.",
    ),
    "structure-sheet-draft": (
        "это копия листа «{sheet}» с другими ответами, без служебных пометок; учтён лист «{sheet}», а этот нет. "
        "Проверьте, где верные ответы, и оставьте один лист.",
        "this is a copy of the sheet “{sheet}” with other answers and without hidden marks; “{sheet}” is counted, this "
        "one is not. Check which answers are right and keep one sheet.",
    ),
    "structure-sheet-added": (
        "лист добавлен к форме, его содержимое не учтено (заполнено {count:ячейка|ячейки|ячеек}). "
        "Если там ответы, впишите их в форму.",
        "the sheet was added to the form, what it holds is not counted ({count:cell|cells}). "
        "If these are answers, write them into the form.",
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
    "structure-sheet-changed": (
        "на листе вставлены, удалены или переставлены строки или графы либо стёрты заголовки; все ответы, которые на "
        "нём есть, отнесены к своим строкам и графам по скрытым ключам, кодам и подписям.",
        "rows or columns of the sheet were inserted, deleted or moved, or headings erased; its answers were all placed "
        "by hidden keys, codes and captions.",
    ),
    "structure-row-by-code": (
        "подпись строки «{label}» изменена («{written}»); ответы отнесены к этой строке по её коду и скрытому ключу. "
        "Проверьте их.",
        "the caption of the row “{label}” was changed (“{written}”); answers were placed by its code and hidden key. "
        "Check them.",
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
        "строка «{label}» есть на листе несколько раз ({cells}), ни одна не учтена. Оставьте одну.",
        "the row “{label}” stands on the sheet several times ({cells}), none is counted. Keep one.",
    ),
    "structure-row-unplaced": (
        "нельзя понять, какой строке формы принадлежит «{label}», её ответы не учтены ({contents}). "
        "Верните строке её подпись.",
        "it cannot be told which row “{label}” is, its answers are not counted ({contents}). Restore its caption.",
    ),
    "structure-row-added": (
        "добавленная строка не относится к форме, её содержимое не учтено ({contents}). Впишите данные в строки формы.",
        "an added row is not part of the form, what it holds is not counted ({contents}). Use the rows of the form.",
    ),
    "structure-column-missing": (
        "графы {column} на листе нет, или нельзя понять, которая это; ответы в ней не учтены. "
        "Верните графе её заголовок и номер.",
        "the column {column} is missing, or it cannot be told which one it is; its answers are not counted. "
        "Restore its heading and number.",
    ),
    "structure-column-twice": (
        "графа {column} есть на листе несколько раз ({cells}), ни одна не учтена. Оставьте одну.",
        "the column {column} stands on the sheet several times ({cells}), none is counted. Keep one.",
    ),
    "structure-column-moved": (
        "графа {column} переставлена; ответы отнесены к ней по заголовку. Проверьте их.",
        "the column {column} was moved; answers were placed by its heading. Check them.",
    ),
    "structure-cells-unplaced": (
        "нельзя понять, к какой строке и графе относятся эти ответы, они не учтены ({contents}).",
        "it cannot be told which row and column these answers belong to, they are not counted ({contents}).",
    ),
    "structure-text-outside": (
        "это написано там, где форма ничего не спрашивает, и не учтено ({contents}). "
        "Если это ответ, впишите его в строку и графу формы.",
        "this stands where the form asks nothing and is not counted ({contents}). "
        "If it is an answer, write it into its row and column.",
    ),
    "structure-text-in-closed": (
        "в этой ячейке ответ не нужен, написанное не учтено ({contents}).",
        "no answer is asked in this cell, what stands there is not counted ({contents}).",
    ),
    "structure-text-changed": (
        "вместо текста формы «{text}» написано другое ({contents}); ответам это не мешает, написанное не учтено.",
        "the form's text “{text}” was overwritten ({contents}); this does no harm, what stands there is not counted.",
    ),
    "structure-more-outside": (
        "и ещё {count:место|места|мест} на этом листе, где написано лишнее; оно не учтено.",
        "and {count:more place|more places} on this sheet with something that is not counted.",
    ),
    "structure-computed-overwritten": (
        "вычисляемая ячейка заполнена вручную ({contents}); это значение не учтено, итог посчитан заново по ответам.",
        "a computed cell was overwritten ({contents}); its value is not counted, the result is computed anew.",
    ),
    "structure-formulas-lost": (
        "вместо формул в вычисляемых ячейках значения; они не учтены, итоги посчитаны заново по ответам.",
        "computed cells hold values instead of formulas; these are not counted, results are computed from the answers.",
    ),
    "structure-protection-removed": (
        "с листов снята защита ({sheets}); это не мешает, ответы проверены как обычно.",
        "sheets are no longer protected ({sheets}); this does no harm, answers were checked as usual.",
    ),
    "structure-has-macros": (
        "в файле есть макросы; они не запускались, ответы прочитаны без них.",
        "the file holds macros; they were not run, answers were read without them.",
    ),
    "structure-external-links": (
        "в файле есть ссылки на другие файлы; по ним не переходили, учтены значения, сохранённые в ячейках.",
        "the file refers to other files; these were not opened, the values stored in the cells are counted.",
    ),
    "structure-has-comments": (
        "в файле есть примечания к ячейкам; они не учитываются и ответам не мешают.",
        "the file holds comments on cells; they are not counted and do no harm.",
    ),
    "structure-unit-by-line": (
        "служебных пометок с кодом организации нет; код {unit} взят из строки под заголовком листа. Проверьте его.",
        "the hidden marks with the unit code are gone; the code {unit} was read under the sheet's title. Check it.",
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
    "structure-unit-doubtful": (
        "по реестру код {unit} — это {registered}, а на титульном листе указано: {given}. Учтено для {unit}. "
        "Уточните, чья это форма, и исправьте код или титульный лист.",
        "by the register {unit} is {registered}, but the title sheet says: {given}. Counted for {unit}. "
        "Find out whose form it is and correct the code or the title sheet.",
    ),
    "structure-unit-perhaps-another": (
        "по реестру код {unit} — это {registered}, а на титульном листе указано: {given}; так называется и {other}. "
        "Учтено для {unit}. Уточните, чья это форма.",
        "by the register {unit} is {registered}, but the title sheet says: {given}, which is also the name of {other}. "
        "Counted for {unit}. Find out whose form it is.",
    ),
    "structure-date-in-future": (
        "дата заполнения {date} позже {last}: она не могла наступить. "
        "Какая форма новее, определено без неё. Исправьте дату.",
        "the date of filling in, {date}, is after {last} and cannot have come. "
        "Which form is newer was settled without it. Correct the date.",
    ),
    "structure-other-doubtful": (
        "получена ещё одна форма с кодом этой организации, но с другими названием и муниципалитетом ({path}); "
        "она не учтена. Уточните, чья она.",
        "another form bears the code of this unit with another name and municipality ({path}); it is not counted. "
        "Find out whose it is.",
    ),
    "structure-other-date-in-future": (
        "ещё одна форма этой организации датирована будущим числом ({path}) и сочтена более ранней. "
        "Проверьте, какая верна.",
        "another form of this unit bears a date in the future ({path}) and was taken for an older one. "
        "Check which is right.",
    ),
    "structure-same-time": (
        "получено две формы этой организации с одной датой; учтена {path}. Проверьте, какая верна.",
        "two forms of this unit bear one date; {path} counts. Check which is right.",
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
