"""A folder of letters and archives as it comes by mail, from the command line to the account."""

from __future__ import annotations

import csv
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cli.commands import Shell

_EXAMPLE = Path(__file__).parents[2] / "examples" / "01-resource-questionnaire"
_FIRST, _SECOND, _CITY = (
    _EXAMPLE / "received" / name for name in ("Первый район", "Второй район", "Заречный городской округ")
)


def _letter(date: str, *attachments: tuple[str, bytes], forwarded: EmailMessage | None = None) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["Date"] = "school@example.org", date
    letter.set_content("Добрый день! Направляем анкету.")
    for name, content in attachments:
        letter.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    if forwarded is not None:
        letter.add_attachment(forwarded)
    return letter


def _zip(*members: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


@pytest.fixture
def mail(shell: Shell) -> Shell:
    """Forms of four schools: one in an archive in a letter, one in a forwarded letter, one loose and once more in an
    archive, one sent twice; with a letter of mere text and an archive of another kind."""
    one, four = ((_FIRST / f"{unit}_orenburg-resources.xlsx").read_bytes() for unit in ("001", "004"))
    four_before = (_FIRST / "первая отправка" / "004_orenburg-resources.xlsx").read_bytes()
    old, city = (
        (_SECOND / "023_orenburg-resources.xls").read_bytes(),
        (_CITY / "302_orenburg-resources.ods").read_bytes(),
    )
    folder = shell.folder / "mail"
    folder.mkdir()
    packed = _zip(("анкеты/школа 1.xlsx", one), ("анкеты/~$школа 1.xlsx", b"lock"))
    inner = _letter("Wed, 03 Jun 2020 12:00:00 +0500", ("Анкета.xls", old))
    files = {
        "1.eml": _letter("Fri, 05 Jun 2020 09:00:00 +0500", ("Анкета школы.zip", packed)).as_bytes(),
        "2.eml": _letter("Mon, 08 Jun 2020 10:00:00 +0500", forwarded=inner).as_bytes(),
        "3.ods": city,
        "4.zip": _zip(("копия.ods", city)),
        "5.eml": _letter("Mon, 01 Jun 2020 10:00:00 +0500", ("Анкета.xlsx", four)).as_bytes(),
        "6.eml": _letter("Tue, 02 Jun 2020 10:00:00 +0500", ("Анкета.xlsx", four_before)).as_bytes(),
        "7.eml": _letter("Tue, 02 Jun 2020 10:00:00 +0500").as_bytes(),
        "8.rar": b"Rar!\x1a\x07\x01\x00",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return shell


def test_mail_becomes_an_account(mail: Shell) -> None:
    """Every letter, archive and member has one row; forms count by the date of the letter that they came in."""
    ended = mail("consolidate", "mail", "--collection", str(_EXAMPLE / "collection.yaml"))
    with (mail.folder / "consolidated" / "received.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [
        ("1.eml", "", "unpacked", "", "", "2020-06-05T09:00:00+05:00"),
        ("1.eml", "Анкета школы.zip", "unpacked", "", "", "2020-06-05T09:00:00+05:00"),
        ("1.eml", "Анкета школы.zip!анкеты/школа 1.xlsx", "accepted", "", "001", "2020-06-05T09:00:00+05:00"),
        ("1.eml", "Анкета школы.zip!анкеты/~$школа 1.xlsx", "ignored", "lock-file", "", "2020-06-05T09:00:00+05:00"),
        ("2.eml", "", "unpacked", "", "", "2020-06-08T10:00:00+05:00"),
        ("2.eml", "letter.eml", "unpacked", "", "", "2020-06-03T12:00:00+05:00"),
        ("2.eml", "letter.eml!Анкета.xls", "accepted", "", "023", "2020-06-03T12:00:00+05:00"),
        ("5.eml", "", "unpacked", "", "", "2020-06-01T10:00:00+05:00"),
        ("5.eml", "Анкета.xlsx", "superseded", "", "004", "2020-06-01T10:00:00+05:00"),
        ("6.eml", "", "unpacked", "", "", "2020-06-02T10:00:00+05:00"),
        ("6.eml", "Анкета.xlsx", "accepted", "", "004", "2020-06-02T10:00:00+05:00"),
        ("7.eml", "", "rejected", "not-a-workbook", "", "2020-06-02T10:00:00+05:00"),
    ] == [
        (row["path"].removeprefix("mail/"), row["member"], row["status"], row["reason"].partition(":")[0], row["unit"],
         row["received_at"])
        for row in rows if row["path"].endswith(".eml")
    ]  # fmt: skip
    others = {(row["path"], row["member"]): (row["status"], row["sha256"]) for row in rows if "eml" not in row["path"]}
    loose, copy = others["mail/3.ods", ""], others["mail/4.zip", "копия.ods"]
    assert (["accepted", "duplicate"], loose[1]) == (sorted((loose[0], copy[0])), copy[1])
    assert ("unpacked", "rejected") == (others["mail/4.zip", ""][0], others["mail/8.rar", ""][0])
    assert 1 == ended.code
    assert "Распаковано архивов и писем: 7" in ended.out.splitlines()
    assert "  ✗ mail/7.eml: not-a-workbook: в письме нет вложений. " in ended.out


def test_one_letter_is_checked(mail: Shell) -> None:
    """`check` names the file inside, and reads it as if it lay loose."""
    inside = mail("check", "mail/1.eml")
    (mail.folder / "loose.xlsx").write_bytes((_FIRST / "001_orenburg-resources.xlsx").read_bytes())
    loose = mail("check", "loose.xlsx")
    lines = inside.out.splitlines()
    shown = "mail/1.eml!Анкета школы.zip!анкеты/школа 1.xlsx"
    assert ["mail/1.eml: распакован, содержимое проверено ниже",
            "mail/1.eml!Анкета школы.zip: распакован, содержимое проверено ниже"] == lines[:2]  # fmt: skip
    assert loose.out.replace("loose.xlsx", shown).splitlines() == lines[2:-1]
    assert shown in mail("check", "mail/1.eml", "--format", "csv").out or loose.code == 0
