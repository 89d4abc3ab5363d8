"""Sets up the pages and the styles of a Word document as a note looks."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from xlforms.reports.docx.look import (
    BOLD,
    BOTTOM,
    FONT,
    HEADING,
    HEIGHT,
    INK,
    LEFT,
    LINE_SPACING,
    RIGHT,
    ROUND,
    SIZES,
    SPACES,
    TITLE,
    TOP,
    WIDTH,
)

_THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def set_up_pages(document: WordDocument) -> None:
    """A4 upright with the margins of official papers."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(WIDTH), Mm(HEIGHT)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = map(Mm, (LEFT, RIGHT, TOP, BOTTOM))
    page.footer_distance = Mm(10)


def set_up_styles(document: WordDocument) -> None:
    """The styles that a note uses, and Russian as the language of all its texts."""
    for name, size in SIZES.items():
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(f"{name} is no style of paragraphs")
        _set_font(style, size, bold=name in BOLD)
        before, after = SPACES[name]
        layout = style.paragraph_format
        layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), LINE_SPACING
        layout.keep_with_next = name == HEADING
        if name in (TITLE, ROUND):
            layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _remove_border(style)
    _set_language(document)


def _set_font(style: ParagraphStyle, size: float, *, bold: bool) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(INK)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for theme in _THEME_FONTS:  # a font of the theme would win over the name
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for spacing in properties.findall(qn("w:spacing")) + properties.findall(qn("w:kern")):
        properties.remove(spacing)


def _remove_border(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_language(document: WordDocument) -> None:
    """Of all texts, for the spelling checker and for those who have the note read to them."""
    for properties in document.styles.element.iter(qn("w:rPr")):
        for language in properties.findall(qn("w:lang")):
            properties.remove(language)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = OxmlElement("w:lang")
    for attribute in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(attribute), "ru-RU")
    defaults.append(language)
    for found in document.settings.element.findall(qn("w:themeFontLang")):
        found.set(qn("w:val"), "ru-RU")
        found.attrib.pop(qn("w:eastAsia"), None)
