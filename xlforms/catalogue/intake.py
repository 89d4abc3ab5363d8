"""Messages about intake: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    # a returned file that is not read: what it is
    "not-a-workbook": (
        "это не таблица Excel. Пришлите заполненную форму в формате .xlsx",
        "this is not a spreadsheet. Send the filled-in form as .xlsx",
    ),
    "is-word": (
        "это документ Word, а не таблица. Пришлите заполненную форму в формате .xlsx",
        "this is a Word document, not a spreadsheet. Send the filled-in form as .xlsx",
    ),
    "is-presentation": (
        "это презентация, а не таблица. Пришлите заполненную форму в формате .xlsx",
        "this is a presentation, not a spreadsheet. Send the filled-in form as .xlsx",
    ),
    "is-pdf": (
        "это PDF, из него нельзя взять ответы. Пришлите саму заполненную форму в формате .xlsx",
        "this is a PDF, answers cannot be taken from it. Send the filled-in form itself as .xlsx",
    ),
    "is-image": (
        "это изображение, из него нельзя взять ответы. Пришлите саму заполненную форму в формате .xlsx",
        "this is a picture, answers cannot be taken from it. Send the filled-in form itself as .xlsx",
    ),
    "is-text": (
        "это текстовый файл, а не таблица. Пришлите заполненную форму в формате .xlsx",
        "this is a text file, not a spreadsheet. Send the filled-in form as .xlsx",
    ),
    "is-archive-or-letter": (
        "это архив или письмо, а не таблица. Пришлите вложенную форму отдельным файлом .xlsx",
        "this is an archive or a letter, not a spreadsheet. Send the form inside it as a file of its own, .xlsx",
    ),
    "csv-service-sheet": (
        "служебный лист формы, сохранённый как CSV: ответов в нём нет",
        "a sheet that the form keeps for itself, exported to CSV: it holds no answers",
    ),
    "is-csv": (
        "это CSV: в нём нет листов и проверок формы. Откройте исходную форму, заполните её и сохраните как .xlsx",
        "this is CSV, which holds neither sheets nor checks. Fill in the original form and save it as .xlsx",
    ),
    "other-table": (
        "таблица сохранена в формате, который не читается. Откройте её и сохраните как «Книга Excel (.xlsx)»",
        "the spreadsheet is in a format that is not read. Open it and save it as “Excel Workbook (.xlsx)”",
    ),
    "archive-kind": (
        "этот вид архива не распаковывается. Пришлите форму без архива или в архиве .zip",
        "this kind of archive is not unpacked. Send the form without an archive or in a .zip",
    ),
    "is-winmail": (
        "это winmail.dat: Outlook спрятал в него вложения. Попросите отправителя выслать форму письмом в формате "
        "«Обычный текст» или HTML",
        "this is winmail.dat, in which Outlook has hidden the attachments. Ask the sender to mail the form as plain "
        "text or HTML",
    ),
    "lock-file": (
        "это служебный файл, который программа создаёт, пока форма открыта; ответов в нём нет",
        "this is a file that the program keeps while the form is open; it holds no answers",
    ),
    "system-file": (
        "это служебный файл операционной системы, ответов в нём нет",
        "this is a file of the operating system, it holds no answers",
    ),
    "encrypted": (
        "файл закрыт паролем на открытие. Снимите пароль, сохраните и пришлите снова",
        "the file needs a password to open. Remove the password, save and send it again",
    ),
    # damage
    "file-empty": (
        "файл пуст (0 байт). Пришлите его ещё раз",
        "the file is empty (0 bytes). Send it again",
    ),
    "file-zeros": (
        "файл состоит из одних нулей: он не скопировался. Пришлите его ещё раз",
        "the file holds nothing but zeros: copying failed. Send it again",
    ),
    "file-broken": (
        "файл повреждён. Откройте форму у себя, сохраните как .xlsx и пришлите снова",
        "the file is damaged. Open the form on your side, save it as .xlsx and send it again",
    ),
    "letters-lost": (
        "русские буквы в файле заменены знаками «?»: программа сохранила его в формате, который их не знает. "
        "Сохраните форму как .xlsx и пришлите снова",
        "Russian letters were replaced by “?”: the program saved the file in a format that does not know them. "
        "Save the form as .xlsx and send it again",
    ),
    "archive-broken": (
        "файл повреждён или получен не полностью. Пришлите его ещё раз",
        "the file is damaged or arrived in part. Send it again",
    ),
    "part-broken": (
        "файл повреждён, не читается его часть «{part}». Откройте форму у себя, сохраните как .xlsx и пришлите снова",
        "the file is damaged, its part “{part}” cannot be read. Open the form, save it as .xlsx and send it again",
    ),
    "part-missing": (
        "файл повреждён, в нём нет части «{part}». Откройте форму у себя, сохраните как .xlsx и пришлите снова",
        "the file is damaged, its part “{part}” is missing. Open the form, save it as .xlsx and send it again",
    ),
    "part-twice": (
        "файл повреждён, часть «{part}» записана в нём дважды. Откройте форму, сохраните как .xlsx и пришлите снова",
        "the file is damaged, its part “{part}” is there twice. Open the form, save it as .xlsx and send it again",
    ),
    "cell-broken": (
        "файл повреждён, не читается ячейка {cell} (часть «{part}»). "
        "Откройте форму у себя, сохраните как .xlsx и пришлите снова",
        "the file is damaged, cell {cell} (part “{part}”) cannot be read. "
        "Open the form, save it as .xlsx and send it again",
    ),
    "document-type": (
        "в части «{part}» есть объявление, которого в таблицах не бывает; такой файл не читается. "
        "Откройте форму, сохраните как .xlsx и пришлите снова",
        "the part “{part}” holds a declaration that has no place in a spreadsheet; such a file is not read. "
        "Open the form, save it as .xlsx and send it again",
    ),
    "no-sheets": (
        "в файле нет ни одного листа. Пришлите заполненную форму",
        "there is no sheet in the file. Send the filled-in form",
    ),
    "packing-unknown": (
        "файл упакован необычным способом (часть «{part}»). Откройте форму, сохраните как .xlsx и пришлите снова",
        "the file is packed in an unusual way (part “{part}”). Open the form, save it as .xlsx and send it again",
    ),
    # over a limit
    "file-too-large": (
        "файл слишком велик: {size} МБ, допустимо не больше {limit} МБ. Удалите из формы рисунки и лишние листы",
        "the file is too large: {size} MB, at most {limit} MB are allowed. "
        "Remove pictures and extra sheets from the form",
    ),
    "part-too-large": (
        "часть файла «{part}» слишком велика. Заполните исходную форму заново, не добавляя в неё ничего лишнего",
        "the part “{part}” of the file is too large. Fill in the original form again and add nothing else to it",
    ),
    "parts-too-large": (
        "в распакованном виде файл слишком велик. Заполните исходную форму заново, не добавляя в неё ничего лишнего",
        "the file is too large when unpacked. Fill in the original form again and add nothing else to it",
    ),
    "too-many-parts": (
        "в файле слишком много частей: {count}, допустимо не больше {limit}. Заполните исходную форму заново",
        "the file has too many parts: {count}, at most {limit} are allowed. Fill in the original form again",
    ),
    "too-many-sheets": (
        "в файле слишком много листов: {count}, допустимо не больше {limit}. Пришлите только форму",
        "the file has too many sheets: {count}, at most {limit} are allowed. Send the form only",
    ),
    "too-many-cells": (
        "в файле слишком много заполненных ячеек. Пришлите только форму, без других таблиц",
        "too many cells of the file are filled in. Send the form only, without other tables",
    ),
    "too-much-text": (
        "в файле слишком много текста: {count:знак|знака|знаков}, допустимо не больше {limit}",
        "the file has too much text: {count:character|characters}, at most {limit} are allowed",
    ),
    # a returned workbook that is not a form of ours, or says nothing
    "not-a-form": (
        "в файле нет служебных пометок формы: это другая таблица или ответы перенесены в новый файл. "
        "Заполните выданную форму",
        "the file has none of the marks of a form: it is another table, or answers were copied to a new file. "
        "Fill in the form as issued",
    ),
    "unknown-form": (
        "форма {form} (версия {version}) не входит в этот сбор и не известна программе",
        "the form {form} (version {version}) is not known here",
    ),
    "unknown-version": (
        "версия {version} формы {form} не известна; известны: {known}",
        "the version {version} of the form {form} is not known; known are: {known}",
    ),
    "empty-form": (
        "форма не заполнена: ни на один вопрос нет ответа. Заполните её и пришлите снова",
        "the form is blank: no question is answered. Fill it in and send it again",
    ),
    "unit-not-given": (
        "форма выдана без адреса, и код организации на титульном листе не указан. Впишите код и пришлите снова",
        "the form was issued without an address and its title sheet names no unit. Enter the code and send it again",
    ),
    "unit-not-registered": (
        "организации с кодом {unit} нет в реестре. Проверьте код на титульном листе или дополните реестр",
        "the unit {unit} is not in the register. Check the code on the title sheet or complete the register",
    ),
    "unit-of-two": (
        "по реестру код {unit} — это {registered}, а на титульном листе указано: {given}, то есть {other}. Ответы не "
        "учтены ни для одной из них. Уточните, чья это форма, и исправьте код или титульный лист",
        "by the register {unit} is {registered}, but the title sheet says: {given}, which is {other}. The answers are "
        "counted for neither. Find out whose form it is and correct the code or the title sheet",
    ),
    # a register of units in a workbook
    "units-cell-date": (
        "в графе «{column}» дата ({shown}), а не текст: так таблица меняет коды вроде 12-05. Сделайте формат ячейки "
        "текстовым и наберите значение заново",
        "the column “{column}” holds a date ({shown}), not a text: spreadsheets turn codes like 12-05 into dates. Make "
        "the cell a text cell and type it again",
    ),
    "units-cell-error": (
        "в графе «{column}» вместо значения ошибка {shown}. Впишите значение",
        "the column “{column}” holds the error {shown} instead of a value. Type the value",
    ),
    "units-cell-uncalculated": (
        "в графе «{column}» формула, которая не вычислена. Впишите значение",
        "the column “{column}” holds a formula without a result. Type the value",
    ),
    "units-second-sheet": (
        "организации перечислены и на листе «{first}», и на листе «{second}». Соберите их на одном листе или удалите "
        "лишний",
        "there are units on the sheet “{first}” and on the sheet “{second}”. Put them on one sheet or delete the other",
    ),
    # what happened on the way
    "not-a-file": (
        "это не обычный файл, он не открывался",
        "this is not a regular file, it was not opened",
    ),
    "folder-not-opened": (
        "папка не открывается, её содержимое не прочитано. Проверьте права доступа",
        "the folder cannot be opened, what it holds was not read. Check its permissions",
    ),
    "file-not-opened": (
        "файл не открывается: {detail}. Проверьте права доступа и повторите",
        "the file cannot be opened: {detail}. Check its permissions and try again",
    ),
    "system-link": (
        "это ссылка, по ссылкам программа не ходит; укажите сам файл или папку",
        "this is a link, links are not followed; name the file or folder itself",
    ),
    "system-results": (
        "это результат прежнего свода, а не форма",
        "this is a result of an earlier summary, not a form",
    ),
    "system-register": (
        "это файл самого сбора (реестр или описание), а не форма",
        "this is a file of the round itself (register or description), not a form",
    ),
    "reader-timed-out": (
        "чтение заняло слишком много времени и остановлено. Откройте форму, сохраните как .xlsx и пришлите снова",
        "reading took too long and was stopped. Open the form, save it as .xlsx and send it again",
    ),
    "reader-out-of-memory": (
        "на чтение не хватило памяти. Заполните исходную форму заново, не добавляя в неё ничего лишнего",
        "reading needs too much memory. Fill in the original form again and add nothing else to it",
    ),
    "reader-died": (
        "программа чтения дважды остановилась на этом файле. Откройте форму, сохраните как .xlsx и пришлите снова",
        "the reader stopped on this file twice. Open the form, save it as .xlsx and send it again",
    ),
    "reader-failed": (
        "файл не удалось прочитать ({detail}). Откройте форму, сохраните как .xlsx и пришлите снова",
        "the file could not be read ({detail}). Open the form, save it as .xlsx and send it again",
    ),
}
