"""How much room a text needs, without any spreadsheet program.

Editors do not heighten rows of a protected sheet by themselves, and those that do differ (Gnumeric needed two pages
where LibreOffice took one), so widths and heights are reckoned here. Advance widths are those of Arial, in thousandths
of the type size; Liberation Sans, its twin on Linux, has the same.
"""

from __future__ import annotations

PIXELS_PER_POINT = 96 / 72
PIXELS_PER_CHARACTER = 7  # the widest digit of Arial 10
CELL_PADDING = 8  # pixels, left and right together, as Excel and LibreOffice draw an unindented cell
INDENT = 9  # pixels of one indent step

_GROUPS = {
    222: "ijl'|/ ",
    278: ".,:;!fItI[]\\ґ",
    333: '()-–rt«»"`',
    365: "г",
    440: "кзт",
    500: "cksvxyzсухJ",
    525: "ввчьэн",
    556: "0123456789abdeghnopquLаеиойпряé_?$#…",
    583: "+=<>бдлцКЗ",
    611: "FTZГТ",
    667: "ABEKPSVXY&АБВЕЛРХЧЬУ",
    722: "CDHNRUwСИЙНПЭЯжшмыъЪ",
    778: "GOQОЦФ№ю",
    833: "MmМщф%",
    930: "WЖШЩЫ",
    1010: "@Ю—",
}
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_DEFAULT_WIDTH = 620


def text_pixels(text: str, points: float, *, bold: bool = False) -> float:
    """The width of one line of text, in pixels at 96 dpi; bold type is about 7 % wider."""
    units = sum(_WIDTHS.get(letter, _DEFAULT_WIDTH) for letter in text)
    return units / 1000 * points * PIXELS_PER_POINT * (1.07 if bold else 1.0)


def column_pixels(width: float) -> float:
    """The width in pixels of a column that Excel calls `width` characters wide."""
    return PIXELS_PER_CHARACTER * width + 5


def width_for(text: str, points: float, *, bold: bool = False) -> float:
    """The column width, in characters, in which the longest word of a text is not broken."""
    longest = max((text_pixels(word, points, bold=bold) for word in text.replace("\n", " ").split(" ")), default=0.0)
    return (longest + CELL_PADDING - 5) / PIXELS_PER_CHARACTER


def line_count(text: str, width: float, points: float, *, bold: bool = False, indent: int = 0) -> int:
    """How many lines a text takes when wrapped at words in a cell of `width` pixels; at least 1."""
    room = max(width - CELL_PADDING - indent * INDENT, 10.0)
    return sum(_wrapped(paragraph, room, points, bold=bold) for paragraph in (text.split("\n") or [""]))


def balanced(text: str, width: float, points: float, *, bold: bool = False) -> str:
    """A text broken into lines of about the same length, as many as it needs in a cell of `width` pixels."""
    lines = line_count(text, width, points, bold=bold)
    words = text.split(" ")
    if lines == 1 or "\n" in text:
        return text
    room = width - CELL_PADDING
    # The narrowest room that still takes as many lines; a word is never broken for it.
    least = max(text_pixels(word, points, bold=bold) for word in words)
    narrow, wide = min(least, room), room
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if _wrapped(text, middle, points, bold=bold) <= lines:
            wide = middle
        else:
            narrow = middle
    broken, line = [], words[0]
    for word in words[1:]:
        if text_pixels(f"{line} {word}", points, bold=bold) > wide:
            broken.append(line)
            line = word
        else:
            line = f"{line} {word}"
    return "\n".join([*broken, line])


def row_points(lines: int, points: float) -> float:
    """The height, in points, of a row that shows so many lines of a type size, with some air."""
    return round(lines * points * 1.27 + 4, 1)


def _wrapped(paragraph: str, room: float, points: float, *, bold: bool) -> int:
    lines, used = 1, 0.0
    space = text_pixels(" ", points, bold=bold)
    for word in paragraph.split(" "):
        size = text_pixels(word, points, bold=bold)
        if used and used + space + size > room:
            lines, used = lines + 1, 0.0
        used += size + (space if used else 0.0)
        while used > room:  # a word longer than the line is broken by letters
            lines, used = lines + 1, used - room
    return lines
