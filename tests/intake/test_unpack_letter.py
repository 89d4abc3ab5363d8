"""Letters and mailboxes: what counts as sent, under which name, and when."""

from __future__ import annotations

import base64
import mailbox as standard
import quopri
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.archives import mailbox
from tests.intake.letters import DATE, Part, attachment, forwarded, letter, multipart, text
from tests.intake.test_unpack import workbook
from tests.intake.unfolded import every, outcomes, unfold_bytes
from xlforms.errors import IntakeRefusal
from xlforms.intake.file_kind import recognise
from xlforms.intake.letter import Letter
from xlforms.intake.letter_date import parse_letter_date
from xlforms.intake.limits import DEFAULT, Limits

_NAME = "Анкета школы № 7 (исправленная).xlsx"
_PICTURE = b"\x89PNG\r\n\x1a\n"


def _opened(content: bytes, limits: Limits = DEFAULT) -> Letter:
    return Letter(content, limits)


def _names(*parts: Part) -> list[str]:
    return [member.name for member in _opened(letter(*parts)).members]


def _sent(content: bytes) -> str | None:
    moment = _opened(content).sent
    return None if moment is None else moment.isoformat()


def test_as_python_writes_it() -> None:
    """A letter of the standard library with a text in two forms, a forwarded letter and an attachment."""
    inner = EmailMessage()
    inner["Date"], inner["From"] = DATE, "школа@example.org"
    inner.set_content("Добрый день!")
    inner.add_attachment(b"one", maintype="application", subtype="vnd.ms-excel", filename=_NAME)
    outer = EmailMessage()
    outer["Date"], outer["Subject"] = "Mon, 08 Jun 2020 10:00:00 +0500", "Анкета"
    outer.set_content("Пересылаю.")
    outer.add_alternative("<p>Пересылаю.</p>", subtype="html")
    outer.add_attachment(inner)
    outer.add_attachment("текст", filename="заметка.txt")
    for content in (outer.as_bytes(), outer.as_bytes(policy=SMTP), b"\xef\xbb\xbf" + outer.as_bytes()):
        found = _opened(content)
        assert ["letter.eml", "заметка.txt"] == [member.name for member in found.members]
        forward, note = found.open(0), found.open(1)
        assert isinstance(forward, bytes)
        assert ("2020-06-08T10:00:00+05:00", "2020-06-05T09:00:00+03:00") == (_sent(content), _sent(forward))
        assert ([_NAME], b"one", "текст".encode()) == (
            [member.name for member in _opened(forward).members],
            _opened(forward).open(0),
            note.strip() if isinstance(note, bytes) else note,
        )


@pytest.mark.parametrize("way", ["2231", "2047 utf-8", "2047 cp1251", "utf-8", "cp1251"])  # koi8-r has no «№»
def test_names(way: str) -> None:
    """Every way to write a Russian name is read, the bytes of an encoding that is not told included."""
    assert [_NAME] == _names(text(), attachment(b"1", _NAME, way))


@pytest.mark.parametrize(
    "name", ["Анкета школы.xlsx", "АНКЕТА.XLSX", "мониторинг оснащённости кабинетов", "Школа 5.xls"]
)
@pytest.mark.parametrize("way", ["2231 in pieces", "2047 koi8-r", "koi8-r", "cp1251", "utf-8"])
def test_names_in_bytes(name: str, way: str) -> None:
    """Between cp1251 and koi8-r the look of the words decides."""
    assert [name] == _names(text(), attachment(b"1", name, way))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b'name="=?UTF-8?B?0JDQvdC60LXRgtCw?=.xlsx"', "Анкета.xlsx"),
        (b'name="=?UTF-8?B?0JDQvdC60LXR?=\r\n =?UTF-8?B?gtCw?="', "Анкета"),
        (b'name="=?koi8-r?Q?=E1=CE=CB=C5=D4=C1?="', "Анкета"),
        (b'name="=?unknown-8bit?Q?=D0=90?="', "А"),
        (b'name="=?x-none?B?!!!?="', "=?x-none?B?!!!?="),
        (b'name="=?utf-8?B?A?="', "=?utf-8?B?A?="),
        (b"name*=no-such-charset''%C0", "À"),
        (b"name*=utf-8''%ff%fe", "\ufffd\ufffd"),
        (b"name*0=a;\r\n name*1=b.xlsx", "ab.xlsx"),
        (b"name*99999999999999999999=a", "a"),
        (b"name=unquoted name.xlsx", "unquoted name.xlsx"),
        (b'name="a\\"b\\\\c.xlsx"', 'a"b\\c.xlsx'),
        (b'name="' + b"x" * 10_000 + b'"', "x" * 140 + "…" + "x" * 50),
        (b'name="../../a.xlsx"', "../../a.xlsx"),
        (b"name", "attachment"),
        (b";;;=;*=;**=", "attachment"),
        (b'name=""', "attachment"),
    ],
)
def test_odd_names(header: bytes, expected: str) -> None:
    """A name that cannot be read costs the name, never the attachment."""
    part = Part(b"Content-Type: application/octet-stream; " + header, b"content")
    found = _opened(letter(text(), part))
    assert (expected, b"content") == (found.members[0].name, found.open(0))


def test_what_is_no_attachment() -> None:
    """The text in all its forms, its pictures, signatures and cards are passed over; scans and named texts are not."""
    picture = attachment(_PICTURE, "logo.png", kind="image/png", extra=b"Content-ID: <1>")
    inline = Part(b"Content-Type: image/png\r\nContent-Disposition: inline\r\nContent-ID: <2>", _PICTURE)
    html = multipart([text(kind="text/html"), picture, inline], "related", "r")
    body = multipart([text(), html], "alternative", "a")
    signature = attachment(b"1", "smime.p7s", kind="application/pkcs7-signature")
    card = attachment(b"1", "card.vcf", kind="text/x-vcard")
    scan = attachment(_PICTURE, "scan.png", kind="image/png", extra=b"Content-ID: <3>")
    photo = Part(b'Content-Type: image/jpeg; name="photo.jpg"\r\nContent-Disposition: inline', b"\xff\xd8\xff")
    named = Part(b'Content-Type: text/plain; name="a.csv"', b"1;2")
    attached = Part(b"Content-Type: text/html\r\nContent-Disposition: attachment", b"<p>")
    assert [] == _names(body, signature, card)
    assert ["scan.png", "photo.jpg", "a.csv", "attachment"] == _names(body, scan, signature, photo, named, attached)


def test_letter_without_attachments(tmp_path: Path) -> None:
    """A school may have written its figures into the text: the letter is told, with the reason `not-a-workbook`."""
    logo = attachment(_PICTURE, "logo.png", kind="image/png", extra=b"Content-ID: <1>")
    for content in (letter(text()), letter(text(), multipart([text(), logo], "related")), letter(Part(b"X: y", b""))):
        reading = unfold_bytes(tmp_path, content)
        assert {"": "letter-without-attachments"} == outcomes(reading)
    problem = _opened(letter(text())).problem
    assert problem is not None
    assert "not-a-workbook" == problem.reason


def test_letter_that_is_an_attachment(tmp_path: Path) -> None:
    """A letter of one part, which is the workbook."""
    reading = unfold_bytes(tmp_path, letter(attachment(workbook(1), "a.xlsx")))
    assert {"": "unpacked", "!a.xlsx": "read"} == outcomes(reading)


def test_ways_of_transfer() -> None:
    """Base64 and quoted-printable are undone, bytes are taken as they are, another way is told."""
    content, head = bytes(range(256)), b"Content-Type: application/octet-stream\r\n"
    ways = {b"base64": base64.encodebytes(content), b"quoted-printable": quopri.encodestring(content),
            b"8bit": content, b"BINARY ; x": content, b"": content}  # fmt: skip
    found = _opened(
        letter(text(), *(Part(head + b"Content-Transfer-Encoding: " + way, body) for way, body in ways.items()))
    )
    assert [content] * 5 == [found.open(number) for number in range(5)]
    other = _opened(letter(text(), Part(head + b"Content-Transfer-Encoding: x-uuencode", content)))
    with pytest.raises(IntakeRefusal) as caught:
        other.open(0)
    assert ("unsupported-format", "attachment-encoding") == (caught.value.reason, caught.value.code)


def test_letter_that_breaks_off(tmp_path: Path) -> None:
    """What came before the break is read; what the break may have hit is refused; the letter says that it is cut."""
    whole = letter(text(), attachment(workbook(1), "1.xlsx"), attachment(b"\xd0\xcf" * 3000, "2.xls"))
    second = whole.index(b"2.xls")
    cut = outcomes(unfold_bytes(tmp_path, whole[: second + 4000]))
    assert {"": "letter-cut", "!1.xlsx": "read", "!2.xls": "attachment-cut"} == cut
    unended = letter(text(), attachment(workbook(1), "1.xlsx"), end=False)
    assert {"": "letter-cut", "!1.xlsx": "read"} == outcomes(unfold_bytes(tmp_path, unended))
    inner = multipart([attachment(b"1", "a.txt")], boundary="inner", end=False)
    assert {"": "unpacked", "!a.txt": "is-text"} == outcomes(unfold_bytes(tmp_path, letter(text(), inner)))
    for headers in (b"Content-Type: multipart/mixed", b"Content-Type: multipart/mixed; boundary=x"):
        assert {"": "letter-cut"} == outcomes(unfold_bytes(tmp_path, letter(Part(headers, b"no parts"))))


_SERVER = b"Received: from a by b; Sat, 06 Jun 2020 08:00:00 +0000"
_EARLIER = b"Received: from x by a; Fri, 05 Jun 2020 07:00:00 +0000"


@pytest.mark.parametrize(
    ("date", "servers", "expected"),
    [
        (DATE, b"", "2020-06-05T09:00:00+03:00"),
        ("5 Jun 2020 09:00 +0300", b"", "2020-06-05T09:00:00+03:00"),
        ("Fri, 05 Jun 2020 09:00:00 GMT", b"", "2020-06-05T09:00:00+00:00"),
        ("Fri, 05 Jun 2020 09:00:00 -0000", b"", "2020-06-05T09:00:00+00:00"),
        (DATE, _SERVER, "2020-06-05T09:00:00+03:00"),
        ("вчера", _SERVER + b"\r\n" + _EARLIER, "2020-06-05T07:00:00+00:00"),
        ("Fri, 05 Jun 2099 09:00:00 +0300", _SERVER, "2020-06-06T08:00:00+00:00"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", _SERVER, "2020-06-06T08:00:00+00:00"),
        (None, _SERVER, "2020-06-06T08:00:00+00:00"),
        (None, b"Received: nothing; at all", None),
        ("Fri, 99 Jun 2020 99:00:00 +9999", b"", None),
        ("Fri, 05 Jun 0000 09:00:00 +0300", b"", None),
        ("Fri, 31 Dec 9999 23:59:59 -1200", b"", None),
        ("", b"", None),
    ],
)
def test_when_it_was_sent(date: str | None, servers: bytes, expected: str | None) -> None:
    """By the letter's own date with its zone; a broken or impossible one gives way to those of the servers."""
    assert expected == _sent(letter(text(), date=date, extra=servers))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[A-Z][a-z]{2}, \d{1,5} [A-Z][a-z]{2} \d{1,9} \d+:\d+:\d+ [+-]\d{1,9}"))
def test_dates_never_stop_the_reading(written: str) -> None:
    """Whatever stands there, it is a date with a zone or none."""
    moment = parse_letter_date(written)
    assert moment is None or (isinstance(moment, datetime) and moment.tzinfo is not None)


def test_too_much_of_a_letter(tmp_path: Path) -> None:
    """Parts, levels, header lines, letters in letters and bytes have limits, and each is told."""
    small = Limits(letter_parts=20, letter_nesting=5, letter_header_bytes=1000, letter_depth=3, letter_bytes=100_000)
    nested = text()
    for level in range(6):
        nested = multipart([nested], boundary=f"b{level}")
    deep = letter(text(), attachment(b"1", "a"))
    for _ in range(3):
        deep = letter(text(), forwarded(deep))
    found = [
        list(outcomes(unfold_bytes(tmp_path, content, small)).values())
        for content in (
            letter(*[text()] * 21),
            letter(text(), nested),
            letter(text(), extra=b"X: " + b"y" * 2000),
            deep,
            letter(text("x" * 100_001)),
            letter(*[Part(b"", b"")] * 30_000),
        )
    ]
    assert [
        ["letter-too-many-parts"],
        ["letter-too-deep"],
        ["letter-header-too-large"],
        ["unpacked", "unpacked", "unpacked", "letter-too-deep"],
        ["file-too-large"],
        ["file-too-large"],
    ] == found
    assert ["letter-too-many-parts"] == list(
        outcomes(unfold_bytes(tmp_path, letter(*[Part(b"", b"")] * 30_000))).values()
    )


@settings(max_examples=66, deadline=None)
@given(st.data())
def test_spoilt_letters(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Bytes cut out, changed or put in give attachments or refusals of ours, and never an exception of a library."""
    zipped = workbook(1)
    whole = letter(text(), attachment(zipped, _NAME), forwarded(letter(text(), attachment(zipped, "a.xlsx"))))
    first, last = sorted((data.draw(st.integers(0, 900)), data.draw(st.integers(0, 900))))
    piece = data.draw(
        st.binary(max_size=40) | st.sampled_from((b"\r\n\r\n", b"=?utf-8?b?", b'"', b"--level-", b";", b"\0"))
    )
    content = whole[:first] + piece + whole[last:]
    folder = tmp_path_factory.getbasetemp()
    for _, found in every(unfold_bytes(folder, content)):
        assert outcomes(found)[""] not in ("reader-failed", "reader-out-of-memory")


def test_mailboxes(tmp_path: Path) -> None:
    """A mailbox of the standard library: its letters in their order, a text that looks like a border included."""
    path = tmp_path / "box"
    tricky = letter(text("Здравствуйте\n\nFrom the school at 10:30\nanswers\n"), attachment(workbook(1), "a.xlsx"))
    box = standard.mbox(path)
    for content in (tricky, letter(text()), letter(text(), attachment(workbook(2), "b.xlsx"))):
        box.add(content)
    box.close()
    expected = {"": "unpacked", "!1.eml": "unpacked", "!1.eml!a.xlsx": "read",
                "!2.eml": "letter-without-attachments", "!3.eml": "unpacked", "!3.eml!b.xlsx": "read"}  # fmt: skip
    plain = path.read_bytes().replace(b"\r\n", b"\n")
    assert expected == outcomes(unfold_bytes(tmp_path, plain))
    assert expected == outcomes(unfold_bytes(tmp_path, plain.replace(b"\n", b"\r\n")))


def test_large_mailbox(tmp_path: Path) -> None:
    """Letters are found wherever the borders of the pieces fall in which a mailbox is read."""
    letters = [letter(text(f"{number}" + "x" * (50_000 + 977 * number)), attachment(b"1", "a")) for number in range(90)]
    content = mailbox(*letters)
    assert 4 * 2**20 < len(content)
    reading = unfold_bytes(tmp_path, content)
    assert (91 + 90, 90) == (len(list(every(reading))), len(reading.members))
    few = unfold_bytes(tmp_path, content, Limits(archive_members=50))
    assert {"": "too-many-members"} == outcomes(few)
    assert {"file-too-large"} == set(
        list(outcomes(unfold_bytes(tmp_path, content, Limits(letter_bytes=1000))).values())[1:]
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"From a@b Fri Jun  5 09:00:00 2020\nFrom: a@b\nTo: c\n\ntext", "mailbox"),
        (b"From - Fri Jun 05 09:00:00 2020\r\nX-Mozilla-Status: 0001\r\n\r\ntext", "mailbox"),
        (b"From here to there at 10:30\nwe go", "text"),
        (b"\xef\xbb\xbfReceived: from a\r\n\r\n", "letter"),
        (b"Name: value\r\n\r\ntext", "text"),
        (b"\x78\x9f\x3e\x22\x01\x00", "winmail"),
    ],
)
def test_letters_are_told_by_their_bytes(content: bytes, kind: str) -> None:
    """Mailboxes, letters and winmail.dat are known from texts that begin in a similar way."""
    assert kind == recognise(content, "a").kind
