"""Messages about what happened to the sheets, rows and columns of a returned form: code -> (Russian, English).

A sentence follows the place, so it begins small. A school reads it: it says what was seen, whether answers count, and
what to do.
"""

MESSAGES: dict[str, tuple[str, str]] = {
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
        "лист изменён; по сохранившимся пометкам он узнан как лист «{sheet}» этой формы, ответы учтены. "
        "Проверьте, что они на своих местах.",
        "the sheet was changed; by the marks that are left it is the sheet “{sheet}” of this form, its answers are "
        "counted. Check that they are in their places.",
    ),
    "structure-sheet-by-captions": (
        "лист изменён; по подписям и номерам строк и граф он узнан как лист «{sheet}» этой формы, ответы учтены. "
        "Проверьте, что они на своих местах.",
        "the sheet was changed; by its captions and the numbers of rows and columns it is the sheet “{sheet}” of this "
        "form, its answers are counted. Check that they are in their places.",
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
        "это копия листа «{sheet}» с другими ответами; учтён лист «{sheet}», а этот нет. "
        "Проверьте, где верные ответы, и оставьте один лист.",
        "this is a copy of the sheet “{sheet}” with other answers; “{sheet}” is counted, this one is not. "
        "Check which answers are right and keep one sheet.",
    ),
    "structure-sheet-added": (
        "лист добавлен к форме, его содержимое не учтено (заполнено {count:ячейка|ячейки|ячеек}). "
        "Если там ответы, впишите их в форму.",
        "the sheet was added to the form, what it holds is not counted ({count:cell|cells}). "
        "If these are answers, write them into the form.",
    ),
    "structure-keys-differ": (
        "лист не такой, каким его выдали; ответы найдены по подписям строк. Проверьте, что они на своих местах.",
        "the sheet is not as it was issued; answers were found by captions. Check that they are in their places.",
    ),
    "structure-verdicts-differ": (
        "в {count:месте|местах|местах} форма показывала не то, что следует из ответов: её формулы заменены значениями "
        "или не пересчитаны. Верны замечания, указанные здесь; школа могла их не видеть.",
        "in {count:place|places} the form showed something else than its answers give: its formulas were pasted "
        "over or never calculated. The findings given here are right; the school may not have seen them.",
    ),
    "structure-sheet-changed": (
        "на листе вставлены, удалены или переставлены строки или графы либо стёрты заголовки; всем ответам на нём "
        "нашлись их строки и графы. Проверьте, что они на своих местах.",
        "rows or columns of the sheet were inserted, deleted or moved, or headings erased; the rows and columns of all "
        "its answers were found. Check that they are in their places.",
    ),
    "structure-row-by-code": (
        "подпись строки «{label}» изменена на «{written}»; номер строки прежний, ответы учтены в ней. "
        "Проверьте, о том ли они.",
        "the caption of the row “{label}” was changed to “{written}”; its code is the same, so its answers are counted "
        "there. Check that they are about that.",
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
    "structure-row-torn": (
        "программа сохранила строку {row} не полностью: ответы правее этой ячейки могли пропасть. "
        "Сверьте строку с исходной формой или запросите файл .xlsx.",
        "the program saved the row {row} in part: answers to the right of this cell may be lost. "
        "Compare the row with the original form or ask for an .xlsx.",
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
        "пометка о том, чья это форма, утеряна; код {unit} взят из строки под заголовком листа. Проверьте его.",
        "the mark that tells whose form it is was lost; the code {unit} was read under the sheet's title. Check it.",
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
}
