"""Messages about a YAML file as a file, whatever it describes: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "file-unreadable": (
        "файл не открывается: {detail}. Проверьте имя и права доступа",
        "the file cannot be opened: {detail}. Check its name and permissions",
    ),
    "yaml-not-utf8": (
        "файл сохранён не в UTF-8. Сохраните его в редакторе в кодировке UTF-8",
        "the file is not UTF-8. Save it as UTF-8 in your editor",
    ),
    "yaml-syntax": (
        "здесь нарушена запись YAML ({detail}). Проверьте отступы (только пробелы), двоеточия с пробелом после них и "
        "кавычки: текст с «: » внутри и текст, который начинается с «*», «&», «%», «[» или «{{», берут в кавычки",
        "this is not valid YAML ({detail}). Check the indentation (spaces only), a space after each colon, and quotes: "
        "a text with “: ” inside or beginning with “*”, “&”, “%”, “[” or “{{” must be quoted",
    ),
    "yaml-too-deep": (
        "слишком много вложенных скобок или списков. Упростите запись",
        "brackets or lists are nested too deeply. Write it more simply",
    ),
    "yaml-alias-loop": (
        "ссылка «*…» ведёт на место, внутри которого стоит сама. Запишите значение полностью",
        "this alias (*…) refers to the place that contains it. Write the value in full",
    ),
    "yaml-not-a-mapping": (
        "файл должен начинаться с ключей вида «form: …», а здесь их нет",
        "the file must consist of keys such as “form: …”, and there are none",
    ),
    "yaml-repeated-key": (
        "ключ «{key}» здесь уже есть, второе значение стёрло бы первое. Оставьте один",
        "the key “{key}” is already here; the second value would replace the first. Keep one",
    ),
    "control-character": (
        "в тексте есть невидимый управляющий знак, Excel такой файл не откроет. Наберите текст заново",
        "the text holds an invisible control character, which Excel refuses. Type the text again",
    ),
}
