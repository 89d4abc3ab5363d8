"""Archives, letters, and whatever names and kinds of entries a folder may hold. See `table.py`."""

from __future__ import annotations

import os
import unicodedata

from tests.corpus import archives as a
from tests.corpus import disguises as d
from tests.corpus import file_names as f
from tests.corpus.entry import DUPLICATE, UNPACKED, accepted, file, folder, ignored, place, rejected, unpacked
from tests.corpus.form import (
    form,
)
from tests.intake.letters import Part, attachment, letter, text
from tests.intake.outlook_files import Attached, Outlook, msg

NOT_READ, GONE = rejected("damaged archive-broken"), rejected("damaged part-missing")
PART, CELL, DTD = (rejected(f"damaged {code}") for code in ("part-broken", "cell-broken", "document-type"))
BIG = "0" * 400


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
    file("bomb.zip", d.given(a.zip_bomb(20)), unpacked({"form.xlsx": rejected("too-large member-too-large")}),
         "a bomb"),
    file("lying-bomb.zip", d.given(a.zip_bomb(20, said=900)),
         unpacked({"form.xlsx": rejected("damaged member-broken")}),
         "a bomb that says it is small"),
    file("crowd.zip", a.crowd(10_001), rejected("too-large too-many-members"), "too many members"),
    file("empty.zip", a.zip_with(), rejected("not-a-workbook archive-without-files"), "an archive of nothing"),
    file("traversal.zip", a.traversal, unpacked({
        "../../../evil.xlsx": accepted(), "/etc/evil.xlsx": DUPLICATE, "C:/evil.xlsx": DUPLICATE,
        "../../evil.xlsx": DUPLICATE, "a/../../evil.xlsx": DUPLICATE}), "names that lead out of the folder"),
    file("link.zip", a.with_link, unpacked({"link.xlsx": ignored("system-link"), "a.xlsx": accepted()}),
         "a link inside"),
    file("twice.zip", a.twice, unpacked({"a.xlsx": accepted(), "a (2).xlsx": rejected("not-a-workbook is-pdf")}),
         "two members of one name: two rows"),
    file("mac.zip", a.zip_of({"__MACOSX/._a.xlsx": form, ".DS_Store": form, "~$a.xlsx": form, "a.xlsx": form}),
         unpacked({
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
    file("uuencoded.eml", a.letter_of(text(),
         Part(b"Content-Type: application/x\r\nContent-Transfer-Encoding: x-uuencode\r\n"
        b"Content-Disposition: attachment; filename=a.xlsx", b"begin")), unpacked({
        "a.xlsx": rejected("unsupported-format attachment-encoding")}), "an encoding of the last century"),
    file("cut.eml", a.cut_letter, {"": rejected("damaged letter-cut"),
         "форма.xlsx": rejected("damaged attachment-cut")},
         "half of the letter"),
    file("no-end.eml", lambda unit: letter(text(), attachment(form(unit), "a.xlsx"), end=False), {
        "": rejected("damaged letter-cut"), "a.xlsx": accepted()}, "the last boundary is missing, the form is whole"),
    file("letters-9.eml", a.letters_in_letters(9), unpacked({
        **{"!".join(["letter.eml"] * depth): UNPACKED for depth in range(1, 10)},
        "!".join(["letter.eml"] * 9 + ["a.xlsx"]): accepted()}), "forwarded as often as allowed"),
    file("letters-30.eml", a.letters_in_letters(30), unpacked({
        **{"!".join(["letter.eml"] * depth): UNPACKED for depth in range(1, 10)},
        "!".join(["letter.eml"] * 10): rejected("too-large letter-too-deep")}), "forwarded thirty times"),
    file("parts-1001.eml", a.letter_of(*[text()] * 1001), rejected("too-large letter-too-many-parts"),
         "too many parts"),
    file("parts-in-parts.eml", a.letter_of(a.parts_in_parts(200)), rejected("too-large letter-too-deep"),
         "parts inside each other"),
    file("headers.eml", lambda _: letter(text(), extra=b"X-A: " + b"a" * 300_000),
         rejected("too-large letter-header-too-large"), "header lines without end"),
    file("strange-date.eml", lambda unit: letter(text(), attachment(form(unit), "a.xlsx"), date="Fri, 99 Foo 99999"),
         unpacked({"a.xlsx": accepted()}), "a date that is none"),
    file("bomb.eml", a.letter_of(text(), attachment(a.zip_bomb(20), "b.zip")), unpacked({
        "b.zip": UNPACKED, "b.zip!form.xlsx": rejected("too-large member-too-large")}), "a bomb in a letter"),
    file("good.msg", lambda unit: msg(Outlook([Attached(form(unit), "форма.xlsx")])),
         unpacked({"форма.xlsx": accepted()}),
         "a letter of Outlook"),
    file("link.msg", lambda _: msg(Outlook([Attached(None, "форма.xlsx")])), unpacked({
        "форма.xlsx": rejected("not-a-workbook attachment-not-there")}), "a link to a file in a cloud"),
    file("cut.msg", a.cut(lambda unit: msg(Outlook([Attached(form(unit), "форма.xlsx")])), 0.5),
         rejected("damaged file-broken"), "half of it"),
    file("cut.mbox", a.cut_mailbox, unpacked({"1.eml": UNPACKED, "1.eml!a.xlsx": accepted(),
         "2.eml": rejected("damaged letter-cut"), "2.eml!b.xlsx": rejected("damaged attachment-cut")}),
         "its second letter breaks off"),
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
