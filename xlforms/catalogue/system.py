"""What the operating system says when a file cannot be had, by the name of its error: code -> (Russian, English)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "system-ENOENT": ("такого файла или папки нет", "no such file or folder"),
    "system-EACCES": ("нет прав доступа", "permission denied"),
    "system-EPERM": ("система не разрешает это действие", "operation not permitted"),
    "system-EISDIR": ("это папка, а не файл", "it is a folder, not a file"),
    "system-ENOTDIR": ("часть пути — не папка", "a part of the path is not a folder"),
    "system-EEXIST": ("на этом месте уже есть другой файл", "another file is already there"),
    "system-ENOSPC": ("на диске нет места", "no space left on the disk"),
    "system-EROFS": ("диск доступен только для чтения", "the disk is read-only"),
    "system-ENAMETOOLONG": ("слишком длинное имя", "the name is too long"),
    "system-ELOOP": ("ссылка ведёт на саму себя", "the link leads to itself"),
    "system-EIO": ("сбой диска", "the disk failed"),
    "system-EBUSY": ("файл занят другой программой", "the file is in use by another program"),
    "system-EMFILE": ("открыто слишком много файлов", "too many files are open"),
    "system-ENFILE": ("открыто слишком много файлов", "too many files are open"),
}
