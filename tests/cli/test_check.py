"""`xlforms check`."""

from __future__ import annotations

import csv
import io
import json

from tests.cli.commands import Shell

_FULL = {"contact.note": "–", "c.total": 5}
_RANGE = "указано 99, а допустимо от 0 до 10. Проверьте значение."


def test_nothing_to_report(shell: Shell) -> None:
    """A form without faults: one line and exit code 0."""
    shell.returned("in/a.xlsx", "007", _FULL)
    ended = shell("check", "in", "--form", "trial.yaml")
    assert (0, "in/a.xlsx: trial@1, организация 007: замечаний нет\n", "") == (ended.code, ended.out, ended.err)


def test_text(shell: Shell) -> None:
    """Findings and repairs stand under their file; a file that is not read says why."""
    shell.returned("in/a.xlsx", "007", _FULL | {"c.total": 99, "c.name": " слово"})
    shell.returned("in/б.xlsx", "007", {})
    (shell.folder / "in/в.txt").write_text("текст", encoding="utf-8")
    (shell.folder / "in/~$a.xlsx").write_bytes(b"x")
    ended = shell("check", "in", "--form", "trial.yaml")
    first, finding, repair, lock, blank, text = ended.out.splitlines()
    assert (1, "") == (ended.code, ended.err)
    assert "in/a.xlsx: trial@1, организация 007: 1 ошибка, 0 вопросов" == first
    assert (True, True) == (finding.startswith("  ✗ Лист «Лист», «всего», ячейка "), finding.endswith(_RANGE))
    assert (True, True) == (repair.startswith("  ~ Лист «Лист», ячейка "), repair.endswith("«слово» → «слово»"))
    assert blank.startswith("in/б.xlsx: не принят (empty-form): форма не заполнена: ни на один вопрос нет ответа. ")
    assert text.startswith("in/в.txt: не принят (not-a-workbook): это текстовый файл")
    assert lock.startswith("in/~$a.xlsx: пропущен (lock-file): ")


def test_each_file_stands_for_itself(shell: Shell) -> None:
    """Two forms of one unit are checked both."""
    for name in ("a", "b"):
        shell.returned(f"in/{name}.xlsx", "007", _FULL)
    ended = shell("check", "in", "--form", "trial.yaml")
    assert (0, 2) == (ended.code, ended.out.count("замечаний нет"))


def test_json(shell: Shell) -> None:
    """An object for each file, with everything that is known."""
    shell.returned("a.xlsx", "007", _FULL | {"c.total": 99})
    ended = shell("--lang", "en", "check", "a.xlsx", "units.csv", "--form", "trial.yaml", "--format", "json")
    read, refused = json.loads(ended.out)
    assert ("a.xlsx", "accepted", "", "007", "trial", "1", 1.0, []) == tuple(
        read[name] for name in ("path", "status", "reason", "unit", "form", "version", "completeness", "repairs")
    )
    assert [("c.total", "range", "hard")] == [(row["item"], row["rule"], row["severity"]) for row in read["findings"]]
    assert "99 is given, but it must be from 0 to 10" in read["findings"][0]["message"]
    assert ("rejected", None, [], True) == (
        refused["status"], refused["completeness"], refused["findings"],
        refused["reason"].startswith("unsupported-format: this is CSV"),
    )  # fmt: skip
    assert 1 == ended.code


def test_csv(shell: Shell) -> None:
    """The columns of findings.csv; a rejected file is a row too; texts that could run are safe."""
    shell.returned("=a.xlsx", "007", _FULL | {"c.total": 99})
    rows = list(csv.DictReader(io.StringIO(
        shell("check", "=a.xlsx", "units.csv", "--form", "trial.yaml", "--format", "csv").out
    )))  # fmt: skip
    assert [("'=a.xlsx", "007", "c.total", "range"), ("units.csv", "", "", "form")] == [
        (row["path"], row["unit"], row["item"], row["rule"]) for row in rows
    ]


def test_nothing_to_check(shell: Shell) -> None:
    """An empty folder is said to be empty; a path that is not there is a mistake."""
    (shell.folder / "пусто").mkdir()
    empty, gone = shell("check", "пусто"), shell("check", "пусто", "нет.xlsx")
    assert (0, "проверять нечего: файлов нет\n", "") == (empty.code, empty.out, empty.err)
    assert (2, "", "xlforms: нет такого файла или папки: нет.xlsx\n") == (gone.code, gone.out, gone.err)
