"""Every broken and hostile input: its name, how it is made, what must happen to it, and why it is here.

One table, longer than a file usually is, so that all inputs can be read one under the other.
"""

from __future__ import annotations

import os
import unicodedata
import zipfile
from itertools import chain

from tests.corpus import archives as a
from tests.corpus import disguises as d
from tests.corpus import file_names as f
from tests.corpus import hostile_xml as x
from tests.corpus import other_tables as o
from tests.corpus.entry import DUPLICATE, UNPACKED, Entry, accepted, file, folder, ignored, place, rejected, unpacked
from tests.corpus.form import (
    ANSWERS,
    FACTS,
    STAFF,
    Make,
    blank,
    form,
    packed,
    parts_of,
    with_answers,
    with_cell,
    with_part,
    with_parts,
    with_typed,
)
from tests.intake.letters import Part, attachment, letter, text
from tests.intake.outlook_files import Attached, Outlook, msg
from xlforms.definitions.units import Unit

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


def _flipped(share: float) -> Make:
    def make(unit: Unit) -> bytes:
        content = bytearray(form(unit))
        content[int(len(content) * share)] ^= 0x10
        return bytes(content)

    return make


DISGUISES = (
    file("html.xls", d.given(d.HTML), rejected("unsupported-format other-table"), "HTML from an accounting program"),
    file("2003.xls", d.given(d.XML_2003), rejected("unsupported-format other-table"), "XML of Excel 2003"),
    file("flat.ods", d.given(d.FLAT_ODS), rejected("unsupported-format other-table"), "OpenDocument in one XML file"),
    file("web.xls", d.given(d.WEB_ARCHIVE), rejected("not-a-workbook letter-without-attachments"), "web archive"),
    file("pdf.xlsx", d.given(d.PDF), rejected("not-a-workbook is-pdf"), "a scan or print"),
    file("rtf.xls", d.given(d.RTF), rejected("not-a-workbook is-word"), "WordPad"),
    file("docx.xlsx", d.given(d.office("officedocument.wordprocessingml.document.main")),
         rejected("not-a-workbook is-word"), "Word document with another ending"),
    file("doc.xls", d.given(d.WORD_OLE), rejected("not-a-workbook is-word"), "old Word document"),
    file("pptx.xlsx", d.given(d.office("officedocument.presentationml.presentation.main")),
         rejected("not-a-workbook is-presentation"), "slides"),
    file("drawing.xlsx", d.given(d.office("officedocument.drawing")), rejected("not-a-workbook"), "Visio or the like"),
    file("photo.xlsx", d.given(d.JPEG), rejected("not-a-workbook is-image"), "photo of a filled-in form"),
    file("screen.xls", d.given(d.PNG), rejected("not-a-workbook is-image"), "picture of the screen"),
    file("7z.xlsx", d.given(d.SEVEN), rejected("unsupported-format archive-kind"), "7-Zip"),
    file("forms.rar", d.given(d.RAR), rejected("unsupported-format archive-kind"), "WinRAR"),
    file("form.xlsx.gz", d.given(b"\x1f\x8b\x08\0"), rejected("unsupported-format archive-kind"), "gzip"),
    file("winmail.dat", d.given(d.WINMAIL), rejected("unsupported-format is-winmail"), "Outlook hides attachments"),
    file("form.xlsx.exe", d.given(d.PROGRAM), rejected("not-a-workbook"), "a program"),
    file("form.xlsx.lnk", d.given(d.SHORTCUT), rejected("not-a-workbook"), "a shortcut instead of the file"),
    file("form.gsheet", d.given(d.SHEETS_LINK), rejected("not-a-workbook is-text"), "link to an online table"),
    file("utf16.xls", d.given("всего\t5\n".encode("utf-16")), rejected("not-a-workbook is-text"), "«Unicode text»"),
    file("table.csv", d.given(d.TABLE), rejected("unsupported-format is-csv"), "another table in CSV"),
    file("csv.xlsx", d.given(d.TABLE), rejected("not-a-workbook is-text"), "CSV with another ending"),
    file("noise.xlsx", d.given(d.noise(20_000)), rejected("not-a-workbook"), "random bytes"),
    file("zeros.xlsx", d.given(bytes(65_536)), rejected("damaged file-zeros"), "a disk gave zeros back"),
    file("placeholder.xlsx", d.given(b""), rejected("damaged file-empty"), "0 bytes: cloud placeholder, full disk"),
    file("one-byte.xlsx", d.given(b"P"), rejected("not-a-workbook is-text"), "one byte arrived"),
    file("xlsx-called.xls", form, accepted(), "the bytes decide"),
    file("xlsx-called.csv", form, accepted(), "the bytes decide"),
    file("xlsx-called.zip", form, accepted(), "an .xlsx is a zip, not an archive of files"),
    file("no ending", form, accepted(), "the bytes decide"),
    file("xls-called.xlsx", o.in_xls, accepted(), "saved as .xls, renamed back"),
    file("binary.xlsb", o.in_xlsb, accepted(), "saved as a binary workbook"),
)
LOCKS = (
    file("password.xlsx", o.locked_xlsx, rejected("encrypted"), "password to open"),
    file("password.xls", o.locked_xls, rejected("encrypted"), "password to open, .xls"),
    file("password.zip", a.locked, {"": rejected("encrypted archive-encrypted"),
         "a.xlsx": rejected("encrypted archive-encrypted")}, "archive with a password"),
    file("locked-part.xlsx", lambda unit: packed(parts_of(form(unit))).replace(b"PK\1\2\x14\x03\x14\0\0", b"PK\1\2\x14\x03\x14\0\1"),
         rejected("encrypted"), "parts encrypted as in a zip"),
    file("macros.xlsm", with_parts(lambda p: p | {"xl/vbaProject.bin": d.noise(500)}), accepted("has-macros"),
         "macros never run"),
    file("outside-book.xlsx", x.added(xl__externalLinks__externalLink1_xml="<externalLink/>"),
         accepted("external-links"), "values of other workbooks are never fetched"),
    file("comments.xlsx", x.added(xl__comments1_xml="<comments/>"), accepted("has-comments"), "a note to the officer"),
    file("objects.xlsx", x.added(xl__embeddings__ole1_bin="OLE", xl__activeX__activeX1_xml="<a/>"), accepted(),
         "embedded objects are never opened"),
    file("unprotected.xlsx", with_part(STAFF, lambda xml: xml.replace('sheet="1"', 'sheet="0"')),
         accepted("protection-removed"), "protection taken off"),
)  # fmt: skip
PACKAGES = (
    file("cut-30-bytes.xlsx", lambda unit: form(unit)[:30], NOT_READ, "only the first header"),
    file("cut-in-half.xlsx", a.cut(form, 0.5), NOT_READ, "half of it arrived"),
    file("cut-directory.xlsx", a.cut(form, 0.97), NOT_READ, "the directory is lost"),
    file("cut-last-byte.xlsx", lambda unit: form(unit)[:-1], NOT_READ, "one byte is lost"),
    file("flipped-data.xlsx", _flipped(0.2), PART, "a bit flipped in a part"),
    file("flipped-directory.xlsx", _flipped(0.93), NOT_READ, "a bit flipped in the directory"),
    file("behind-junk.xlsx", lambda unit: b"\0" * 100 + form(unit), rejected("not-a-workbook"), "zeros before it"),
    file("before-junk.xlsx", lambda unit: form(unit) + d.noise(70_000), NOT_READ, "something hangs on behind it"),
    file("two-joined.xlsx", lambda unit: form(unit) + form(unit), NOT_READ, "two files joined: which one counts?"),
    file("ratio-bomb.xlsx", a.form_with_bomb(160), rejected("too-large part-too-large"), "a thousand to one"),
    file("huge-bomb.xlsx", a.form_with_bomb(256), rejected("too-large part-too-large"), "above the limit of a part"),
    file("lying-bomb.xlsx", a.form_with_bomb(100, said=5000), PART, "unpacks to more than it says"),
    file("overlap.zip", a.overlapping, NOT_READ, "a thousand members share their bytes"),
    file("many-parts.xlsx", a.many_parts(6000), rejected("too-large too-many-parts"), "six thousand parts"),
    file("part-twice.xlsx", with_parts(lambda p: {**p, "xl/WORKSHEETS/Sheet1.xml": p[FACTS]}),
         rejected("damaged part-twice"), "which of the two parts counts?"),
    file("no-sheet-part.xlsx", x.without(STAFF), GONE, "never a blank sheet"),
    file("no-book-part.xlsx", x.without(x.BOOK), GONE, "no list of sheets"),
    file("no-texts.xlsx", x.without(x.TEXTS), GONE, "the texts are gone"),
    file("no-styles.xlsx", x.without(x.STYLES), GONE, "without styles dates are numbers"),
    file("no-relations.xlsx", x.without(x.BOOK_RELATIONS), GONE, "nothing leads to the sheets"),
    file("no-types.xlsx", x.without(x.TYPES), NOT_READ, "a package without its first part"),
    file("target-null.xlsx", x.replaced(x.BOOK_RELATIONS, "worksheets/sheet2.xml", "NULL"), GONE, "Target=«NULL»"),
    file("target-upwards.xlsx", x.replaced(x.BOOK_RELATIONS, "worksheets/sheet2.xml", "../../../etc/passwd"), GONE,
         "a way out of the package"),
    file("target-outside.xlsx", x.replaced(x.BOOK_RELATIONS, 'Target="worksheets/sheet2.xml"',
         'TargetMode="External" Target="file:///etc/passwd"'), GONE, "a part outside of the file"),
    file("target-network.xlsx", x.replaced("_rels/.rels", "</Relationships>", '<Relationship Id="t" Type="t/template" '
         'TargetMode="External" Target="http://192.0.2.1/t.xltx"/></Relationships>'), accepted(), "never fetched"),
    file("target-absolute.xlsx", x.replaced(x.BOOK_RELATIONS, "worksheets/", "/xl/worksheets/"), accepted(),
         "absolute targets are allowed"),
    file("backslashes.xlsx", with_parts(lambda p: {name.replace("/", "\\"): part for name, part in p.items()}),
         accepted(), "written by a program that mistakes the slash"),
    file("stored.xlsx", lambda unit: packed(parts_of(form(unit)), zipfile.ZIP_STORED), accepted(), "nothing is packed"),
    file("bzip2.xlsx", lambda unit: packed(parts_of(form(unit)), zipfile.ZIP_BZIP2),
         rejected("unsupported-format packing-unknown"), "a method that Excel does not know"),
    file("lzma.xlsx", lambda unit: packed(parts_of(form(unit)), zipfile.ZIP_LZMA),
         rejected("unsupported-format packing-unknown"), "a method that Excel does not know"),
)  # fmt: skip
XML = (
    file("laughs.xlsx", x.declared(FACTS, x.LAUGHS), DTD, "billion laughs"),
    file("outer-entity.xlsx", x.declared(x.TEXTS, x.OUTSIDE), DTD, "an entity that reads a file of ours"),
    file("outer-dtd.xlsx", x.declared(x.STYLES, x.NETWORK), DTD, "a declaration from the network"),
    file("dtd-in-book.xlsx", x.declared(x.BOOK, x.LAUGHS), DTD, "in the list of sheets"),
    file("dtd-in-facts.xlsx", x.declared("docProps/core.xml", x.LAUGHS), DTD, "in what the document says of itself"),
    file("deep-300.xlsx", x.nested_elements(300), PART, "deeper than any sheet"),
    file("deep-100000.xlsx", x.nested_elements(100_000), PART, "a stack overflow in a careless parser"),
    file("open-element.xlsx", x.replaced(STAFF, "</sheetData>", ""), PART, "not well-formed"),
    file("no-data.xlsx", with_part(STAFF, lambda xml: "<worksheet/>"), PART, "never a blank sheet"),
    file("nul-in-xml.xlsx", with_typed("c.name", "a\0b"), PART, "a NUL is no XML"),
    file("not-utf8.xlsx", with_part(STAFF, lambda xml: xml.encode().replace(b"</sheetData>", b"\xff</sheetData>")), PART,
         "bytes that are no UTF-8"),
    file("huge-text.xlsx", with_typed("c.name", "я" * 11_000_000), rejected("too-large part-too-large"),
         "eleven million equal letters in a cell"),
    file("utf16-part.xlsx", x.in_encoding(STAFF, "utf-16", 'encoding="UTF-16"'), accepted(), "UTF-16 is XML, too"),
    file("bom-part.xlsx", x.in_encoding(STAFF, "utf-8-sig", 'encoding="UTF-8"'), accepted(), "with its mark"),
    file("cp1251-part.xlsx", x.in_encoding(STAFF, "cp1251", 'encoding="windows-1251"'), accepted(), "says its encoding"),
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
         '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'), accepted("text-outside"), "one stray cell"),
    file("million-rows.xlsx", x.rows_of_numbers(1001, 1_047_000), accepted("text-outside"), "every row to the last"),
    file("all-columns.xlsx", x.rows_of_blanks(100, 16_384), accepted(), "blank cells in every column"),
    file("many-cells.xlsx", x.rows_of_numbers(1001, 210_000, 10), rejected("too-large too-many-cells"),
         "two million cells and more"),
)  # fmt: skip
CELLS = (
    file("beyond-columns.xlsx", x.replaced(FACTS, "</sheetData>", '<row r="99"><c r="XFE99"><v>1</v></c></row></sheetData>'),
         CELL, "no sheet has this column"),
    file("beyond-rows.xlsx", x.replaced(FACTS, "</sheetData>", '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'
         "</sheetData>"), CELL, "no sheet has this row"),
    file("row-zero.xlsx", x.replaced(FACTS, "</sheetData>", '<row r="0"><c r="A0"><v>1</v></c></row></sheetData>'), CELL,
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
         accepted("formula-result"), "its result counts"),
    file("shared-formula.xlsx", with_cell("c.total", "", '<f t="shared" si="0"/><v>120</v>'),
         accepted("formula-result"), "its result counts"),
    file("dde.xlsx", with_cell("c.name", ' t="str"', "<f>cmd|'/C calc'!A0</f><v>слово</v>"), accepted("formula-result"),
         "a formula that starts a program"),
    file("webservice.xlsx", with_cell("c.name", ' t="str"', '<f>WEBSERVICE("http://192.0.2.1/")</f><v>слово</v>'),
         accepted("formula-result"), "a formula that calls out"),
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
    file("merged.xlsx", x.replaced(FACTS, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="D7:D9"/></mergeCells>'),
         accepted(), "answers merged over: what is stored counts"),
    file("hidden-sheet.xlsx", x.replaced(x.BOOK, 'sheetId="3"', 'sheetId="3" state="veryHidden"'), accepted(),
         "a sheet that was hidden is still an answer"),
)  # fmt: skip
TEXTS = (
    *(file(f"injection-{number}.xlsx", with_typed("c.name", typed), accepted(findings, {"c.name": shown}), note)
      for number, (typed, shown, findings, note) in enumerate((
          ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", "", "a text that a spreadsheet would run"),
          ("+1+1", "'+1+1", "", "begins with +"),
          ("-1+1", "'-1+1", "", "begins with -"),
          ("@SUM(1)", "'@SUM(1)", "", "begins with @"),
          ("&#9;=1", "'=1", "text-tidied", "behind a tab"),
          ("&#13;=1", "'=1", "text-tidied", "behind a carriage return"),
          ("＝1", "'＝1", "", "the wide sign that Excel takes for its own"),
          ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>", "", "text stays text in the report"),
          ("_x0000_слово", "слово", "text-tidied", "an escaped NUL"),
          ("_xD800_слово", "\ufffdслово", "", "half of a surrogate pair"),
          ("_x001B_[31mслово", "[31mслово", "text-tidied", "a command for the terminal"),
          ("\u202eслово", "слово", "text-tidied", "turns the direction of writing"),
          ("\u200b\u00a0слово\ufeff", "слово", "text-tidied", "signs that nobody sees"),
      ), 1)),
    file("long-text.xlsx", with_typed("c.name", "щ" * 40_000), accepted("max-length", {"c.name": ""}),
         "more than a cell can hold"),
    file("blank-look.xlsx", with_typed("c.name", "\u00a0 \u2003"), accepted("spaces-only", {"c.name": ""}), "only spaces"),
    file("school-formula.xlsx", with_answers({"unit.name": "=HYPERLINK(1)"}), accepted(), "the name of the school"),
)  # fmt: skip
CORNERS = (
    file("blank.xlsx", blank, rejected("empty-form"), "sent back as it was issued"),
    file("other-form.xlsx", _corner("#xf1|corpus|", "#xf1|alien|"), rejected("unknown-form"), "a form of somebody else"),
    file("other-version.xlsx", _corner("|corpus|1|", "|corpus|9|"), rejected("unknown-version"), "from the future"),
    file("other-school.xlsx", _corner("|{unit}|", "|99999|"), rejected("unknown-unit unit-not-registered"),
         "a school that is not registered"),
    file("other-keys.xlsx", with_part(x.TEXTS, x.other_keys), accepted("keys-differ"),
         "the checksum of the keys is another one"),
    file("garbage-corner.xlsx", with_part(x.TEXTS, x.garbage_corners), accepted("sheet-by-keys"),
         "corner cells without sense"),
    file("sheet-copied.xlsx", x.second_copy(), accepted("sheet-copied"), "two sheets of one corner, the same answers"),
    file("sheet-changed.xlsx", x.second_copy("7"), accepted("sheet-twice", {name: "" for name in ANSWERS if name[0] == "t"}),
         "two sheets of one corner with different answers"),
    file("foreign.xlsx", lambda unit: x.foreign(), rejected("not-a-form"), "a workbook that is no form"),
)  # fmt: skip
OTHER_TABLES = (
    file("cut.xls", a.cut(o.in_xls, 0.6), rejected("damaged file-broken"), "half of an .xls"),
    file("noise.xls", o.noisy_xls, rejected("damaged file-broken"), "its records are noise"),
    file("ring.xls", o.ring_of_sectors, rejected("damaged file-broken"), "its table of sectors is a circle"),
    file("empty-ole.xls", d.given(o.EMPTY_OLE), rejected("not-a-workbook"), "a container without anything"),
    file("good.ods", o.in_ods, accepted("protection-removed"), "saved as .ods"),
    file("rows-bomb.ods", o.ods_bomb('table:number-rows-repeated="1048576"', ""), rejected("too-large too-many-cells"),
         "one row a million times"),
    file("columns-bomb.ods", o.ods_bomb('table:number-rows-repeated="99999"', 'table:number-columns-repeated="16384"'),
         rejected("too-large too-many-cells"), "a row of all columns, many times"),
    file("laughs.ods", o.ods_declared(x.LAUGHS), DTD, "billion laughs"),
    file("locked.ods", o.ods_locked, rejected("encrypted"), "password to open"),
    file("cut.ods", a.cut(o.in_ods, 0.7), NOT_READ, "not all of it arrived"),
    file("cut.xlsb", a.cut(o.in_xlsb, 0.7), NOT_READ, "not all of it arrived"),
)  # fmt: skip
ARCHIVES = (
    file("good.zip", a.zip_of({"папка/форма.xlsx": form}), unpacked({"папка/форма.xlsx": accepted()}), "an archive"),
    file("zip-called.xlsx", a.zip_with(inner=form), unpacked({"inner": accepted()}), "an archive with another ending"),
    file("nested-3.zip", a.nested(form, 3), unpacked({
        "inner.zip": UNPACKED, "inner.zip!inner.zip": UNPACKED,
        "inner.zip!inner.zip!form.xlsx": accepted()}), "as deep as allowed"),
    file("nested-4.zip", a.nested(form, 4), unpacked({
        "inner.zip": UNPACKED, "inner.zip!inner.zip": UNPACKED,
        "inner.zip!inner.zip!inner.zip": rejected("too-large archive-too-deep")}), "one too deep"),
    file("nested-30.zip", a.nested(form, 30), unpacked({
        "inner.zip": UNPACKED, "inner.zip!inner.zip": UNPACKED,
        "inner.zip!inner.zip!inner.zip": rejected("too-large archive-too-deep")}), "like a zip that holds itself"),
    file("bomb.zip", d.given(a.zip_bomb(200)), unpacked({"form.xlsx": rejected("too-large member-too-large")}), "a bomb"),
    file("lying-bomb.zip", d.given(a.zip_bomb(100, said=900)), unpacked({"form.xlsx": rejected("damaged member-broken")}),
         "a bomb that says it is small"),
    file("crowd.zip", a.crowd(10_001), rejected("too-large too-many-members"), "too many members"),
    file("empty.zip", a.zip_with(), rejected("not-a-workbook archive-without-files"), "an archive of nothing"),
    file("traversal.zip", a.traversal, unpacked({
        "../../../evil.xlsx": accepted(), "/etc/evil.xlsx": DUPLICATE, "C:/evil.xlsx": DUPLICATE,
        "../../evil.xlsx": DUPLICATE, "a/../../evil.xlsx": DUPLICATE}), "names that lead out of the folder"),
    file("link.zip", a.with_link, unpacked({"link.xlsx": ignored("system-link"), "a.xlsx": accepted()}), "a link inside"),
    file("twice.zip", a.twice, unpacked({"a.xlsx": accepted(), "a (2).xlsx": rejected("not-a-workbook is-pdf")}),
         "two members of one name: two rows"),
    file("mac.zip", a.zip_of({"__MACOSX/._a.xlsx": form, ".DS_Store": form, "~$a.xlsx": form, "a.xlsx": form}), unpacked({
        "__MACOSX/._a.xlsx": ignored("system-file"), ".DS_Store": ignored("system-file"),
        "~$a.xlsx": ignored("lock-file"), "a.xlsx": accepted()}), "what systems leave in archives"),
    file("rar-inside.zip", a.zip_of({"b.rar": d.given(d.RAR), "a.xlsx": form}), unpacked({
        "b.rar": rejected("unsupported-format archive-kind"), "a.xlsx": accepted()}), "named, not passed over"),
    file("broken-inside.zip", a.zip_of({"b.xlsx": a.cut(form, 0.5), "a.xlsx": form}), unpacked({
        "b.xlsx": NOT_READ, "a.xlsx": accepted()}), "one broken file does not spoil the others"),
    file("cut.zip", a.cut(a.zip_of({"a.xlsx": form, "b.xlsx": form}), 0.9), {
        "": rejected("damaged archive-cut"), "a.xlsx": accepted(), "b.xlsx": rejected("damaged member-broken")},
        "what is whole in a cut archive counts"),
)  # fmt: skip
LETTERS = (
    file("good.eml", a.letter_with(), unpacked({"форма.xlsx": accepted()}), "a letter"),
    file("talk.eml", a.letter_of(text("Всего учеников 5")), rejected("not-a-workbook letter-without-attachments"),
         "the figures are in the text of the letter"),
    file("winmail.eml", a.letter_of(text(), attachment(d.WINMAIL, "winmail.dat")), unpacked({
        "winmail.dat": rejected("unsupported-format is-winmail")}), "Outlook hides the attachments"),
    file("paths.eml", a.letter_of(attachment(d.PDF, "../../etc/cron.d/evil")), unpacked({
        "../../etc/cron.d/evil": rejected("not-a-workbook is-pdf")}), "a name that leads elsewhere"),
    file("controls.eml", a.letter_of(attachment(d.PDF, "a\r\nb\x1b[2J.xlsx")), unpacked({
        "a\\x0d\\x0ab\\x1b[2J.xlsx": rejected("not-a-workbook is-pdf")}), "a name that commands the terminal"),
    file("broken-base64.eml", a.letter_of(text(), Part(attachment(b"", "a.xlsx").headers, b"UEsDB!A")), unpacked({
        "a.xlsx": rejected("damaged attachment-cut")}), "an attachment spoilt on its way"),
    file("uuencoded.eml", a.letter_of(text(), Part(b"Content-Type: application/x\r\nContent-Transfer-Encoding: x-uuencode\r\n"
        b"Content-Disposition: attachment; filename=a.xlsx", b"begin")), unpacked({
        "a.xlsx": rejected("unsupported-format attachment-encoding")}), "an encoding of the last century"),
    file("cut.eml", a.cut(a.letter_with(), 0.6), {"": rejected("damaged letter-cut"), "форма.xlsx": NOT_READ},
         "half of the letter"),
    file("no-end.eml", lambda unit: letter(text(), attachment(form(unit), "a.xlsx"), end=False), {
        "": rejected("damaged letter-cut"), "a.xlsx": accepted()}, "the last boundary is missing, the form is whole"),
    file("letters-9.eml", a.letters_in_letters(9), unpacked({
        **{"!".join(["letter.eml"] * depth): UNPACKED for depth in range(1, 10)},
        "!".join(["letter.eml"] * 9 + ["a.xlsx"]): accepted()}), "forwarded as often as allowed"),
    file("letters-30.eml", a.letters_in_letters(30), unpacked({
        **{"!".join(["letter.eml"] * depth): UNPACKED for depth in range(1, 10)},
        "!".join(["letter.eml"] * 10): rejected("too-large letter-too-deep")}), "forwarded thirty times"),
    file("parts-1001.eml", a.letter_of(*[text()] * 1001), rejected("too-large letter-too-many-parts"), "too many parts"),
    file("parts-in-parts.eml", a.letter_of(a.parts_in_parts(200)), rejected("too-large letter-too-deep"),
         "parts inside each other"),
    file("headers.eml", lambda unit: letter(text(), extra=b"X-A: " + b"a" * 300_000),
         rejected("too-large letter-header-too-large"), "header lines without end"),
    file("strange-date.eml", lambda unit: letter(text(), attachment(form(unit), "a.xlsx"), date="Fri, 99 Foo 99999"),
         unpacked({"a.xlsx": accepted()}), "a date that is none"),
    file("bomb.eml", a.letter_of(text(), attachment(a.zip_bomb(100), "b.zip")), unpacked({
        "b.zip": UNPACKED, "b.zip!form.xlsx": rejected("too-large member-too-large")}), "a bomb in a letter"),
    file("good.msg", lambda unit: msg(Outlook([Attached(form(unit), "форма.xlsx")])), unpacked({"форма.xlsx": accepted()}),
         "a letter of Outlook"),
    file("link.msg", lambda unit: msg(Outlook([Attached(None, "форма.xlsx")])), unpacked({
        "форма.xlsx": rejected("not-a-workbook attachment-not-there")}), "a link to a file in a cloud"),
    file("cut.msg", a.cut(lambda unit: msg(Outlook([Attached(form(unit), "форма.xlsx")])), 0.5),
         rejected("damaged file-broken"), "half of it"),
    file("cut.mbox", a.cut_mailbox, unpacked({"1.eml": UNPACKED, "1.eml!a.xlsx": accepted(),
         "2.eml": rejected("damaged letter-cut"), "2.eml!b.xlsx": NOT_READ}), "its second letter breaks off"),
)  # fmt: skip
NAMES = (
    file(unicodedata.normalize("NFD", "Ёжик, й.xlsx"), form, accepted(), "letters and their dots apart, as on a Mac"),
    file("щ" * 125 + ".xlsx", form, accepted(), "255 bytes, as long as a name may be"),
    file("two\nlines.xlsx", form, accepted(), "a line end in a name", "two\\x0alines.xlsx"),
    file("bell\a and \x1b[2J.xlsx", form, accepted(), "commands for the terminal", "bell\\x07 and \\x1b[2J.xlsx"),
    file("-rf.xlsx", form, accepted(), "a name like an option"),
    file("\u202excod.xlsx", form, accepted(), "a name that reads backwards"),
    file("=cmd|' C calc'!A0.xlsx", form, accepted(), "a name that a spreadsheet would run"),
    file("@SUM(1).xlsx", form, accepted(), "a name that a spreadsheet would run"),
    file("<img src=x onerror=alert(1)>.xlsx", form, accepted(), "a name that a browser would run"),
    file("quote\"s, 'and; commas.xlsx", form, accepted(), "signs that tables use"),
    file("CON.xlsx", form, accepted(), "a device of Windows"),
    file("a:b?.xlsx.", form, accepted(), "signs that Windows does not know"),
    file("{count} %s.xlsx", form, accepted(), "a name like a pattern of messages"),
    file(os.fsdecode("школа.xlsx".encode("cp1251")), form, accepted(), "a name in cp1251",
         "\\xf8\\xea\\xee\\xeb\\xe0.xlsx"),
    file(".xlsx", form, accepted(), "nothing but an ending"),
    file("~$form.xlsx", d.given(b"\5owner"), ignored("lock-file"), "Excel has the form open"),
    file(".~lock.form.xlsx#", d.given(b",owner;"), ignored("lock-file"), "LibreOffice has the form open"),
    file("Thumbs.db", d.given(d.WORD_OLE), ignored("system-file"), "Windows keeps pictures"),
    file(".DS_Store", d.given(b"\0\0\0\1Bud1"), ignored("system-file"), "the Mac keeps places of icons"),
    file("desktop.ini", d.given(b"[.ShellClassInfo]"), ignored("system-file"), "Windows keeps a folder's look"),
    file("._form.xlsx", d.given(b"\0\5\x16\7"), ignored("system-file"), "the Mac keeps what others have no place for"),
    file("~WRL0001.tmp", d.given(d.WORD_OLE), rejected("not-a-workbook is-word"), "what Word leaves behind"),
    place("link-to-good.xlsx", f.link_to("good-1.xlsx"), ignored("system-link"), "a link to another form"),
    place("link-outside.xlsx", f.link_to("/etc/passwd"), ignored("system-link"), "a link to a file of the system"),
    place("link-to-folder", f.link_to("/"), ignored("system-link"), "a link to everything"),
    place("link-to-itself", f.link_to("."), ignored("system-link"), "a ring of folders"),
    place("link-ring.xlsx", f.link_to("link-ring.xlsx"), ignored("system-link"), "a link to itself"),
    place("link-to-nothing.xlsx", f.link_to("nowhere.xlsx"), ignored("system-link"), "a link to nothing"),
    place("pipe.xlsx", f.pipe, rejected("not-a-workbook not-a-file"), "a pipe that never gives anything"),
    place("socket.xlsx", f.plug, rejected("not-a-workbook not-a-file"), "a socket"),
    place("closed.xlsx", f.unreadable, f.of_unreadable(), "nobody may read it (but the superuser)"),
    folder("folder.xlsx", f.folder_like_a_file, {"inside.xlsx": accepted()}, "a folder called like a form"),
    folder("empty.xlsx", f.empty_folder, {}, "a folder of nothing has no row"),
    folder("deep", f.deep_folder, {"папка/" * 60 + "форма.xlsx": accepted()}, "sixty folders deep"),
)  # fmt: skip

TABLE: tuple[Entry, ...] = tuple(
    chain(DISGUISES, LOCKS, PACKAGES, XML, CELLS, TEXTS, CORNERS, OTHER_TABLES, ARCHIVES, LETTERS, NAMES)
)
