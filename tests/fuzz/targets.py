"""What is fuzzed: good files of every kind that is read, whole or with something inside of them changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from tests.corpus.archives import letters_in_letters, nested
from tests.corpus.form import form, packed, parts_of, school
from tests.corpus.other_tables import in_ods, in_xls, in_xlsb
from tests.fuzz.mutations import mutated
from tests.intake.archives import mailbox
from tests.intake.letters import attachment, letter, text
from tests.intake.outlook_files import Attached, Outlook, msg

Target = Callable[[random.Random], bytes]

_UNIT = school(7)
_XML = (
    b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b"&x;", b"&#0;", b"<![CDATA[", b"<!--", b"</row>", b"<row r='0'>",
    b"<c r='A1'/>", b"<v>1E999</v>", b"\0", b"\xff", b' t="s"', b' t="e"', b' t="d"', b' r="XFD1048576"', b"_xD800_",
    b"-1",
    b"9" * 5000, b"encoding='utf-16'", b' number-rows-repeated="1048576"', b' numFmtId="99999999999"',
    "٣".encode(),
)  # fmt: skip
_MAIL = (
    b"\r\n\r\n", b"\n", b"--", b"boundary=", b"Content-Type: multipart/mixed; boundary=x\r\n", b"=?koi8-r?B?/////w==?=",
    b"filename*0*=utf-8''%ff%fe", b"Content-Transfer-Encoding: base64\r\n", b"From x Fri Jun  5 09:00:00 2020\n", b"\0",
    b"Date: Fri, 99 Foo 99999 99:99:99 +9999\r\n", b"Content-Type: message/rfc822\r\n", b"charset=utf-7", b'"' * 50,
)  # fmt: skip


def targets() -> Mapping[str, Target]:
    """The kinds by name; each makes a changed file of a random source."""
    school_form = form(_UNIT)
    written = letter(text(), attachment(school_form, "форма.xlsx"))
    short = letter(text(), attachment(b"%PDF-1.4", "a.pdf"), attachment(b"PK", "б.zip", how="2047 koi8-r"))
    wholes = {
        "xlsx": school_form, "xls": in_xls(_UNIT), "xlsb": in_xlsb(_UNIT), "ods": in_ods(_UNIT),
        "zip": nested(form, 2)(_UNIT), "msg": msg(Outlook([Attached(school_form, "форма.xlsx")])),
    }  # fmt: skip
    letters = {"letter": short, "forwarded": letters_in_letters(3)(_UNIT), "mailbox": mailbox(short, written)}
    packages = {name: parts_of(wholes[name]) for name in ("xlsx", "xlsb", "ods")}
    return {
        **{name: _whole(content, ()) for name, content in wholes.items()},
        **{name: _whole(content, _MAIL) for name, content in letters.items()},
        **{f"{name} inside": _inside(parts) for name, parts in packages.items()},
        "noise": lambda chance: chance.randbytes(chance.randrange(2000)),
    }


def _whole(content: bytes, words: tuple[bytes, ...]) -> Target:
    return lambda chance: mutated(content, chance, words)


def _inside(parts: Mapping[str, bytes]) -> Target:
    """Behind right checksums anything may stand."""

    def change(chance: random.Random) -> bytes:
        name = chance.choice(sorted(parts))
        return packed({**parts, name: mutated(parts[name], chance, _XML)})

    return change
