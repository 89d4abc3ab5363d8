"""Workbooks with hostile XML, unusual cells, dangerous texts and foreign anchors. See `table.py`."""

from __future__ import annotations

from tests.corpus import hostile_xml as x
from tests.corpus.entry import accepted, file, rejected
from tests.corpus.form import (
    ANSWERS,
    FACTS,
    STAFF,
    Make,
    blank,
    with_answers,
    with_cell,
    with_part,
    with_typed,
)

NOT_READ, GONE = rejected("damaged archive-broken"), rejected("damaged part-missing")
PART, CELL, DTD = (rejected(f"damaged {code}") for code in ("part-broken", "cell-broken", "document-type"))
BIG = "0" * 400


def _number(text: str, more: str = "") -> Make:
    return with_cell("c.total", more, f"<v>{text}</v>")


def _corner(old: str, new: str) -> Make:
    """The form with every corner cell changed; `{unit}` in the texts is the school's code."""
    return lambda unit: with_part(
        x.TEXTS, lambda xml: xml.replace(old.format(unit=unit.unit), new.format(unit=unit.unit))
    )(unit)


XML = (
    file("laughs.xlsx", x.declared(FACTS, x.LAUGHS), DTD, "billion laughs"),
    file("outer-entity.xlsx", x.declared(x.TEXTS, x.OUTSIDE), DTD, "an entity that reads a file of ours"),
    file("outer-dtd.xlsx", x.declared(x.STYLES, x.NETWORK), DTD, "a declaration from the network"),
    file("outer-dtd-file.xlsx", x.declared(x.STYLES, x.PIPE), DTD, "a declaration in a pipe of ours: opened, it hangs"),
    file("dtd-in-book.xlsx", x.declared(x.BOOK, x.LAUGHS), DTD, "in the list of sheets"),
    file("dtd-in-facts.xlsx", x.declared("docProps/core.xml", x.LAUGHS), DTD, "in what the document says of itself"),
    file("deep-300.xlsx", x.nested_elements(300), PART, "deeper than any sheet"),
    file("deep-100000.xlsx", x.nested_elements(100_000), PART, "a stack overflow in a careless parser"),
    file("open-element.xlsx", x.replaced(STAFF, "</sheetData>", ""), PART, "not well-formed"),
    file("no-data.xlsx", with_part(STAFF, lambda _: "<worksheet/>"), PART, "never a blank sheet"),
    file("nul-in-xml.xlsx", with_typed("c.name", "a\0b"), PART, "a NUL is no XML"),
    file("not-utf8.xlsx", with_part(STAFF, lambda xml: xml.encode().replace(b"</sheetData>", b"\xff</sheetData>")),
         PART,
         "bytes that are no UTF-8"),
    file("huge-text.xlsx", with_typed("c.name", "я" * 11_000_000), rejected("too-large part-too-large"),
         "eleven million equal letters in a cell"),
    file("utf16-part.xlsx", x.in_encoding(STAFF, "utf-16", 'encoding="UTF-16"'), accepted(), "UTF-16 is XML, too"),
    file("bom-part.xlsx", x.in_encoding(STAFF, "utf-8-sig", 'encoding="UTF-8"'), accepted(), "with its mark"),
    file("cp1251-part.xlsx", x.in_encoding(STAFF, "cp1251", 'encoding="windows-1251"'), accepted(),
         "says its encoding"),
    file("wrong-encoding.xlsx", x.in_encoding(x.TEXTS, "cp1251", 'encoding="UTF-8"'), PART, "says a wrong one"),
    file("strict.xlsx", x.strict, accepted(), "Strict OOXML, which some libraries read as blank"),
    file("prefixed.xlsx", x.prefixed, accepted(), "elements with a prefix"),
    file("comment-in-value.xlsx", _number("1<!-- 9 -->20"), accepted(), "a comment inside of a number"),
    file("cdata-in-value.xlsx", _number("<![CDATA[120]]>"), accepted(), "the same number, written otherwise"),
    file("many-styles.xlsx", x.many_styles(100_000), accepted(), "a hundred thousand styles after years of pasting"),
    file("many-texts.xlsx", x.many_texts(50), accepted(), "50 MB of texts that no cell uses"),
    file("many-sheets.xlsx", x.many_sheets(1000), rejected("too-large too-many-sheets"), "a thousand sheets"),
    file("extent-said.xlsx", x.replaced(FACTS, 'dimension ref="A1:E12"', 'dimension ref="A1:XFD1048576"'), accepted(),
         "the extent is never believed"),
    file("extent-small.xlsx", x.replaced(FACTS, 'dimension ref="A1:E12"', 'dimension ref="A1"'), accepted(),
         "the extent is never believed"),
    file("far-cell.xlsx", x.replaced(FACTS, "</sheetData>",
         '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'), accepted("text-outside"),
         "one stray cell"),
    file("many-rows.xlsx", x.rows_of_numbers(range(1001, 1_048_577, 25)),
         accepted("more-outside " + "text-outside " * 19), "forty thousand rows, down to the last"),
    file("all-columns.xlsx", x.rows_of_blanks(100, 16_384), accepted(), "blank cells in every column"),
)  # fmt: skip

CELLS = (
    file("beyond-columns.xlsx", x.replaced(FACTS, "</sheetData>",
         '<row r="99"><c r="XFE99"><v>1</v></c></row></sheetData>'),
         CELL, "no sheet has this column"),
    file("beyond-rows.xlsx", x.replaced(FACTS, "</sheetData>", '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'
         "</sheetData>"), CELL, "no sheet has this row"),
    file("row-zero.xlsx", x.replaced(FACTS, "</sheetData>", '<row r="0"><c r="A0"><v>1</v></c></row></sheetData>'),
         CELL,
         "no sheet has this row"),
    file("text-index.xlsx", _number("99999", ' t="s"'), CELL, "a shared text that is not there"),
    file("text-negative.xlsx", _number("-1", ' t="s"'), CELL, "not the last text"),
    file("hexadecimal.xlsx", _number("0x78"), CELL, "not a number in XML"),
    file("underscore.xlsx", _number("1_20"), CELL, "a number in Python only"),
    file("unknown-type.xlsx", _number("120", ' t="money"'), CELL, "a type that no standard knows"),
    file("cell-twice.xlsx", with_part(FACTS, lambda xml: xml.replace("</sheetData>",
         '<row r="7"><c r="D7"><v>5</v></c></row></sheetData>')), accepted("cell-twice", {"c.total": ""}),
         "two numbers in one cell"),
    file("no-addresses.xlsx", with_part(STAFF, x.without_addresses), accepted(), "cells in order, unnamed"),
    file("out-of-order.xlsx", with_part(STAFF, x.backwards), accepted(), "rows from below"),
    file("nan.xlsx", _number("NaN"), accepted("cell-error", {"c.total": ""}), "not a number, and not blank"),
    file("1e400.xlsx", _number("1E400"), accepted("cell-error", {"c.total": ""}), "more than a number can hold"),
    file("400-digits.xlsx", _number("1" + BIG), accepted("too-many-digits", {"c.total": ""}), "digits without end"),
    file("5000-digits.xlsx", _number("1" + BIG * 13), CELL, "more digits than Python turns into a number"),
    file("minus-zero.xlsx", _number("-0"), accepted("", {"c.total": "0"}), "zero"),
    file("exponent.xlsx", _number("1.2E2"), accepted(), "a whole number with an exponent"),
    file("with-blanks.xlsx", _number(" 120 "), accepted(), "blanks around a number in XML"),
    file("error.xlsx", _number("#REF!", ' t="e"'), accepted("cell-error", {"c.total": ""}), "never taken for blank"),
    file("spill.xlsx", _number("#SPILL!", ' t="e"'), accepted("cell-error", {"c.total": ""}), "a newer error"),
    file("boolean.xlsx", _number("1", ' t="b"'), accepted("not-a-number", {"c.total": ""}), "TRUE is not 1"),
    file("uncalculated.xlsx", with_cell("c.total", "", "<f>1+1</f>"), accepted("uncalculated", {"c.total": ""}),
         "a formula without a result is not blank"),
    file("array-formula.xlsx", with_cell("c.total", "", '<f t="array" ref="D7">60*2</f><v>120</v>'),
         accepted(), "its result counts"),
    file("shared-formula.xlsx", with_cell("c.total", "", '<f t="shared" si="0"/><v>120</v>'),
         accepted(), "its result counts"),
    file("dde.xlsx", with_cell("c.name", ' t="str"', "<f>cmd|'/C calc'!A0</f><v>слово</v>"), accepted(),
         "a formula that starts a program"),
    file("webservice.xlsx", with_cell("c.name", ' t="str"', '<f>WEBSERVICE("http://192.0.2.1/")</f><v>слово</v>'),
         accepted(), "a formula that calls out"),
    file("day-of-9999.xlsx", with_cell("c.day", "", "<v>2958466</v>"), accepted("not-a-date", {"c.day": ""}),
         "the first day after the calendar"),
    file("day-minus-1.xlsx", with_cell("c.day", "", "<v>-1</v>"), accepted("not-a-date", {"c.day": ""}), "before it"),
    file("day-60.xlsx", with_cell("c.day", "", "<v>60</v>"), accepted("not-a-date", {"c.day": ""}),
         "29 February 1900, which never was"),
    file("day-1904.xlsx", x.replaced(x.BOOK, "<workbookPr", '<workbookPr date1904="1"'),
         accepted("", {"c.day": "2024-06-06"}), "days counted from 1904"),
    file("day-iso.xlsx", with_cell("c.day", ' t="d"', "<v>2020-06-05</v>"), accepted(), "a day of the newer standard"),
    file("day-february-30.xlsx", with_cell("c.day", ' t="d"', "<v>2020-02-30</v>"), CELL, "a day that is none"),
    file("rich.xlsx", with_cell("c.name", ' t="inlineStr"', "<is><r><t>сло</t></r><r><rPr><b/></rPr><t>во</t></r>"
         "<rPh sb='0' eb='1'><t>slovo</t></rPh></is>"), accepted(), "runs, and a reading for Asian texts"),
    file("merged.xlsx", x.replaced(FACTS, "</sheetData>",
         '</sheetData><mergeCells><mergeCell ref="D7:D9"/></mergeCells>'),
         accepted(), "answers merged over: what is stored counts"),
    file("hidden-sheet.xlsx", x.replaced(x.BOOK, 'sheetId="3"', 'sheetId="3" state="veryHidden"'), accepted(),
         "a sheet that was hidden is still an answer"),
)  # fmt: skip

TEXTS = (
    *(file(f"injection-{number}.xlsx", with_typed("c.name", typed), accepted("", {"c.name": shown}), note)
      for number, (typed, shown, note) in enumerate((
          ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", "a text that a spreadsheet would run"),
          ("+1+1", "'+1+1", "begins with +"),
          ("-1+1", "'-1+1", "begins with -"),
          ("@SUM(1)", "'@SUM(1)", "begins with @"),
          ("&#9;=1", "'=1", "behind a tab"),
          ("&#13;=1", "'=1", "behind a carriage return"),
          ("＝1", "'＝1", "the wide sign that Excel takes for its own"),
          ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>", "text stays text in the report"),
          ("_x0000_слово", "слово", "an escaped NUL"),
          ("_xD800_слово", "\ufffdслово", "half of a surrogate pair"),
          ("_x001B_[31mслово", "[31mслово", "a command for the terminal"),
          ("\u202eслово", "слово", "turns the direction of writing"),
          ("\u200b\u00a0слово\ufeff", "слово", "signs that nobody sees"),
      ), 1)),
    file("long-text.xlsx", with_typed("c.name", "щ" * 40_000), accepted("too-long", {"c.name": ""}),
         "more than a cell can hold"),
    file("blank-look.xlsx", with_typed("c.name", "\u00a0 \u2003"), accepted("", {"c.name": ""}), "only spaces"),
    file("school-formula.xlsx", with_answers({"unit.name": "=HYPERLINK(1)"}), accepted(), "the name of the school"),
)  # fmt: skip

CORNERS = (
    file("blank.xlsx", blank, rejected("empty-form"), "sent back as it was issued"),
    file("other-form.xlsx", _corner("#xf1|corpus|", "#xf1|alien|"), rejected("unknown-form"),
         "a form of somebody else"),
    file("other-version.xlsx", _corner("|corpus|1|", "|corpus|9|"), rejected("unknown-version"), "from the future"),
    file("other-school.xlsx", _corner("|{unit}|", "|99999|"), rejected("unknown-unit unit-not-registered"),
         "a school that is not registered"),
    file("other-keys.xlsx", with_part(x.TEXTS, x.other_keys), accepted("keys-differ keys-differ keys-differ"),
         "the checksum of the keys is another one"),
    file("garbage-corner.xlsx", with_part(x.TEXTS, x.garbage_corners),
         accepted("sheet-by-keys sheet-by-keys sheet-by-keys unit-by-line"),
         "corner cells without sense"),
    file("sheet-copied.xlsx", x.second_copy(), accepted("sheet-copied"), "two sheets of one corner, the same answers"),
    file("sheet-changed.xlsx", x.second_copy("7"), accepted("sheet-twice",
         {name: "" for name in ANSWERS if name[0] == "t"}),
         "two sheets of one corner with different answers"),
    file("foreign.xlsx", lambda _: x.foreign(), rejected("not-a-form"), "a workbook that is no form"),
)  # fmt: skip
