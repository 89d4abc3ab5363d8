"""Messages about archives and letters, and what is inside them: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "archive-cut": (
        "архив повреждён или обрывается. Найденные в нём файлы перечислены отдельно ({count}), остальные потеряны. "
        "Попросите прислать архив снова",
        "the archive is damaged or breaks off. The files that could be found are listed: {count}; others are lost. "
        "Ask for the archive again",
    ),
    "archive-encrypted": (
        "архив закрыт паролем. Попросите прислать форму без архива или в архиве без пароля",
        "the archive needs a password. Ask for the form without an archive or in one without a password",
    ),
    "archive-without-files": (
        "в архиве нет ни одного файла. Попросите прислать форму снова",
        "there is no file in the archive. Ask for the form again",
    ),
    "archive-too-deep": (
        "слишком много архивов друг в друге, допустимо не больше {limit}. Пришлите форму без архива или в одном архиве",
        "too many archives inside each other, at most {limit} are allowed. Send the form without an archive or in one",
    ),
    "archive-too-much": (
        "в распакованном виде содержимое слишком велико, допустимо не больше {limit} МБ. Пришлите файлы по частям",
        "what is inside is too large when unpacked, at most {limit} MB are allowed. Send the files in several parts",
    ),
    "too-many-members": (
        "внутри слишком много файлов: {count}, допустимо не больше {limit} на один присланный файл. "
        "Пришлите только формы или разделите на части",
        "there are too many files inside: {count}, at most {limit} are allowed in one given file. "
        "Send the forms only, or in several parts",
    ),
    "member-broken": (
        "файл в архиве повреждён и не распаковывается. Попросите прислать архив снова",
        "the file in the archive is damaged and cannot be unpacked. Ask for the archive again",
    ),
    "member-too-large": (
        "файл в архиве в распакованном виде слишком велик или подозрительно сжат, он не распакован. "
        "Пришлите форму без архива",
        "the file in the archive is too large when unpacked, or packed suspiciously well; it was not unpacked. "
        "Send the form without an archive",
    ),
    "letter-without-attachments": (
        "в письме нет вложений. Прочтите письмо: если показатели в его тексте, попросите прислать заполненную форму",
        "the letter has no attachments. Read it: if the figures are in its text, ask for the filled-in form",
    ),
    "letter-cut": (
        "письмо обрывается, часть вложений могла пропасть. Сохраните его снова или попросите прислать ещё раз",
        "the letter breaks off, attachments may be lost. Save it again or ask for it once more",
    ),
    "letter-too-deep": (
        "слишком много писем, вложенных друг в друга. Пришлите форму отдельным письмом",
        "too many letters inside each other. Send the form in a letter of its own",
    ),
    "letter-too-many-parts": (
        "в письме слишком много частей, допустимо не больше {limit}. Пришлите только форму",
        "the letter has too many parts, at most {limit} are allowed. Send the form only",
    ),
    "letter-header-too-large": (
        "служебные строки письма слишком длинны, оно не читается. Пришлите форму отдельным письмом",
        "the header lines of the letter are too long, it is not read. Send the form in a letter of its own",
    ),
    "attachment-cut": (
        "вложение обрывается или испорчено при пересылке. Попросите прислать его снова",
        "the attachment breaks off or was spoilt on its way. Ask for it again",
    ),
    "attachment-encoding": (
        "вложение закодировано неизвестным способом ({encoding}). Сохраните его из письма и положите рядом как файл",
        "the attachment is encoded in an unknown way ({encoding}). Save it from the letter and put it beside it",
    ),
    "attachment-not-there": (
        "в письме только ссылка на файл, самого файла в нём нет. Попросите прислать форму вложением",
        "the letter holds only a link to the file, not the file. Ask for the form as an attachment",
    ),
    "file-changed": (
        "файл изменился, пока его читали. Запустите команду снова",
        "the file changed while it was being read. Run the command again",
    ),
}
