"""What is said of the ledger and of the officer's choices, in Russian and English."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "ledger-damaged": (
        "журнал ledger.sqlite3 в папке свода повреждён и не использован: все файлы прочитаны заново. Если вы раньше "
        "выбирали файлы ключами --prefer или --exclude, укажите их ещё раз",
        "the ledger ledger.sqlite3 in the folder of results is damaged and was not used: all files were read again. If "
        "you have chosen files by --prefer or --exclude before, do so again",
    ),
    "ledger-other-layout": (
        "журнал ledger.sqlite3 в папке свода записан другой версией xlforms и не использован: все файлы прочитаны "
        "заново. Если вы раньше выбирали файлы ключами --prefer или --exclude, укажите их ещё раз",
        "the ledger ledger.sqlite3 in the folder of results was written by another version of xlforms and was not "
        "used: all files were read again. If you have chosen files by --prefer or --exclude before, do so again",
    ),
    "ledger-not-written": (
        "свод записан, но журнал ledger.sqlite3 рядом с ним записать не удалось: в следующий раз все файлы будут "
        "прочитаны заново, а выбор файлов ключами --prefer и --exclude нужно будет указать ещё раз",
        "the summary is written, but the ledger ledger.sqlite3 beside it is not: next time all files will be read "
        "again, and files have to be chosen by --prefer and --exclude again",
    ),
    "choice-no-file": (
        "среди присланных файлов нет «{file}»; укажите путь, как в received.csv (внутри архива – "
        "«архив.zip!файл.xlsx»), или не меньше 8 знаков контрольной суммы",
        "no file given is “{file}”; name it as received.csv does (inside an archive “archive.zip!file.xlsx”), or give "
        "at least 8 digits of its hash",
    ),
    "choice-several-files": (
        "«{file}» подходит к разным файлам: {files}. Укажите путь или больше знаков контрольной суммы",
        "“{file}” means several files: {files}. Give a path or more digits of the hash",
    ),
    "choice-not-usable": (
        "файл «{file}» выбрать нельзя: в нём нет формы, которую можно учесть; почему, сказано в received.csv",
        "the file “{file}” cannot be chosen: it holds no form that can be counted; received.csv says why",
    ),
    "choice-replaced": (
        "прежний выбор файла {file} снят: позже для этой же организации и формы выбран другой",
        "the earlier choice of {file} was dropped: another file was preferred for this unit and form later",
    ),
    "choice-absent-prefer": (
        "раньше вы выбрали файл {file} (--prefer), но среди присланных его сейчас нет. Выбор сохранён; снять все – "
        "--forget-choices",
        "you have preferred the file {file}, but it is not among the files given now. The choice is kept; "
        "--forget-choices drops all",
    ),
    "choice-absent-exclude": (
        "раньше вы исключили файл {file} (--exclude), но среди присланных его сейчас нет. Выбор сохранён; снять все – "
        "--forget-choices",
        "you have excluded the file {file}, but it is not among the files given now. The choice is kept; "
        "--forget-choices drops all",
    ),
    "choice-idle": (
        "раньше вы выбрали файл {file}, но теперь он не принят, и выбор не действует; причина – в received.csv",
        "you have chosen the file {file} before, but now it is rejected and the choice has no effect; see received.csv",
    ),
    "preferred-by-officer": (
        "учтён по решению исполнителя (--prefer)",
        "counted by decision of the officer (--prefer)",
    ),
    "other-preferred": (
        "по решению исполнителя (--prefer) учтён другой файл: {path}",
        "by decision of the officer (--prefer) another file counts: {path}",
    ),
    "excluded-by-officer": (
        "исключён по решению исполнителя (--exclude)",
        "left out by decision of the officer (--exclude)",
    ),
    "structure-same-answers": (
        "все ответы те же, что у другой организации: {units} ({path}). Возможно, это её файл с другим названием. "
        "Уточните, чьи это ответы.",
        "all answers are those of another unit: {units} ({path}). Perhaps this is its file with the name changed. "
        "Find out whose answers they are.",
    ),
    "short-structure-same-answers": ("ответы другой организации", "answers of another unit"),
    "consolidated-current": (
        "С прошлого запуска ничего не изменилось, свод не переписан",
        "Nothing has changed since the last run, the summary was left as it is",
    ),
    "help-prefer": (
        "Учесть именно этот файл (путь или контрольная сумма), даже если есть более новый. Запоминается. Можно "
        "повторять.",
        "Count this file (path or hash) even if there is a newer one. Remembered. May be repeated.",
    ),
    "help-exclude": (
        "Не учитывать этот файл (путь или контрольная сумма). Запоминается. Можно повторять.",
        "Leave this file (path or hash) out. Remembered. May be repeated.",
    ),
    "help-forget-choices": (
        "Забыть всё, что выбрано раньше ключами --prefer и --exclude.",
        "Forget everything chosen by --prefer and --exclude before.",
    ),
}
