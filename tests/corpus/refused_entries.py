"""Files that are no workbooks, or no whole ones. See `table.py`."""

from __future__ import annotations

import zipfile

from tests.corpus import archives as a
from tests.corpus import disguises as d
from tests.corpus import hostile_xml as x
from tests.corpus import other_tables as o
from tests.corpus.entry import accepted, file, rejected
from tests.corpus.form import (
    FACTS,
    STAFF,
    Make,
    form,
    packed,
    parts_of,
    with_part,
    with_parts,
)
from xlforms.definitions.units import Unit

NOT_READ, GONE = rejected("damaged archive-broken"), rejected("damaged part-missing")
PART, CELL, DTD = (rejected(f"damaged {code}") for code in ("part-broken", "cell-broken", "document-type"))
BIG = "0" * 400


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
    file(
        "docx.xlsx",
        d.given(d.office("officedocument.wordprocessingml.document.main")),
        rejected("not-a-workbook is-word"),
        "Word document with another ending",
    ),
    file("doc.xls", d.given(d.WORD_OLE), rejected("not-a-workbook is-word"), "old Word document"),
    file(
        "pptx.xlsx",
        d.given(d.office("officedocument.presentationml.presentation.main")),
        rejected("not-a-workbook is-presentation"),
        "slides",
    ),
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
)  # fmt: skip

LOCKS = (
    file("password.xlsx", o.locked_xlsx, rejected("encrypted"), "password to open"),
    file("password.xls", o.locked_xls, rejected("encrypted"), "password to open, .xls"),
    file("password.zip", a.locked, {"": rejected("encrypted archive-encrypted"),
         "a.xlsx": rejected("encrypted archive-encrypted")}, "archive with a password"),
    file("locked-part.xlsx", a.locked_parts,
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
    file("flipped-directory.xlsx", _flipped(0.93), PART, "a bit flipped in the directory"),
    file("behind-junk.xlsx", lambda unit: b"\0" * 100 + form(unit), rejected("not-a-workbook"), "zeros before it"),
    file("before-junk.xlsx", lambda unit: form(unit) + d.noise(70_000), NOT_READ, "something hangs on behind it"),
    file("two-joined.xlsx", lambda unit: form(unit) + form(unit), NOT_READ, "two files joined: which one counts?"),
    file("ratio-bomb.xlsx", a.form_with_bomb(20), rejected("too-large part-too-large"), "a thousand to one"),
    file("huge-bomb.xlsx", a.form_with_bomb(1, said=300 * 2**20), rejected("too-large part-too-large"),
         "above the limit of a part"),
    file("lying-bomb.xlsx", a.form_with_bomb(20, said=5000), PART, "unpacks to more than it says"),
    file("overlap.zip", a.overlapping, {
        "": rejected("damaged archive-cut"), "0.xlsx": rejected("damaged file-zeros")},
         "a thousand members share their bytes"),
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

OTHER_TABLES = (
    file("cut.xls", a.cut(o.in_xls, 0.6), rejected("damaged file-broken"), "half of an .xls"),
    file("noise.xls", o.noisy_xls, rejected("damaged file-broken"), "its records are noise"),
    file("ring.xls", o.ring_of_sectors, rejected("damaged file-broken"), "its table of sectors is a circle"),
    file("empty-ole.xls", d.given(o.EMPTY_OLE), rejected("not-a-workbook"), "a container without anything"),
    file("good.ods", o.in_ods, accepted("protection-removed"), "saved as .ods"),
    file("rows-bomb.ods", o.ods_bomb('table:number-rows-repeated="1048576"', 'table:number-columns-repeated="3"'),
         rejected("too-large too-many-cells"),
         "one row a million times"),
    file("columns-bomb.ods", o.ods_bomb('table:number-rows-repeated="99999"', 'table:number-columns-repeated="16384"'),
         rejected("too-large too-many-cells"), "a row of all columns, many times"),
    file("laughs.ods", o.ods_declared(x.LAUGHS), DTD, "billion laughs"),
    file("locked.ods", o.ods_locked, rejected("encrypted"), "password to open"),
    file("cut.ods", a.cut(o.in_ods, 0.7), NOT_READ, "not all of it arrived"),
    file("cut.xlsb", a.cut(o.in_xlsb, 0.7), NOT_READ, "not all of it arrived"),
)  # fmt: skip
