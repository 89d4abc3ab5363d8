"""`xlforms import-roadmap`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Shell
from xlforms.definitions.load import load_form

_PLAN = (
    "План мероприятий на 2020-2021 учебный год\n№;Мероприятия;Сроки;Ответственные\n1;Курсы;май;завуч\n2;Совет;июнь;{}\n"
)


def _plan(shell: Shell, responsible: str = "директор") -> Path:
    path = shell.folder / "plan.csv"
    path.write_text(_PLAN.format(responsible), encoding="utf-8")
    return path


def test_file(shell: Shell) -> None:
    """The definition goes to the file and works; how many measures and where is said, and that nothing is doubtful."""
    _plan(shell)
    ended = shell("import-roadmap", "plan.csv", "--id", "our-plan", "--title", "Наш план", "--out", "forms/plan.yaml",
                  "--school-year", "2021")  # fmt: skip
    loaded = load_form(shell.folder / "forms" / "plan.yaml")
    assert (0, "", "our-plan", "2021.1", "Наш план", 2) == (
        ended.code, ended.err, loaded.form.form, loaded.form.version, loaded.form.title, len(loaded.measures),
    )  # fmt: skip
    assert [
        "Форма our-plan: 2 мероприятия, 0 разделов. Записана в forms/plan.yaml",
        "Всё прочитано без сомнений.",
    ] == ended.out.splitlines()


def test_stdout(shell: Shell) -> None:
    """Without --out the definition is printed, what to look at goes to stderr."""
    _plan(shell, "")
    ended = shell("import-roadmap", "plan.csv", "--lang", "en")
    path = shell.folder / "again.yaml"
    path.write_text(ended.out, encoding="utf-8")
    assert (0, "plan-meropriyatiy-na-2020-2021-uchebnyy-god", 2) == (
        ended.code, load_form(path).form.form, len(load_form(path).measures),
    )  # fmt: skip
    assert [
        "Compare with the document, 1 remark:",
        "  ? 1 measure without anybody responsible: 2",
    ] == ended.err.splitlines()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("gone.docx", None, "не открывается gone.docx: такого файла или папки нет"),
        ("a.docx", b"PK\x03\x04broken", "файл a.docx повреждён или записан не полностью."),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "файл a.doc повреждён"),
        ("a.csv", b"", "файл a.csv повреждён"),
        ("a.csv", "Школа;Отдел\n1;2\n".encode(), "в файле a.csv нет таблицы мероприятий"),
        ("a.csv", 'Мероприятия;Сроки\n"Курсы;май\n'.encode(), "файл a.csv не читается как CSV"),
        ("a.csv", "Мероприятия;Сроки\nКурсы;май\n".encode(), "ни в названии, ни в сроках нет года."),
        ("a.pdf", b"%PDF-1.4", "a.pdf – PDF."),
        ("~$plan.docx", b"lock", "~$plan.docx – служебный файл открытого документа"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "a.png – не документ Word"),
    ],
)
def test_not_done(shell: Shell, name: str, content: bytes | None, expected: str) -> None:
    """One plain line, and exit code 2."""
    if content is not None:
        (shell.folder / name).write_bytes(content)
    ended = shell("import-roadmap", name, "--out", "a.yaml")
    assert (2, "", True, 1) == (
        ended.code, ended.out, ended.err.startswith(f"xlforms: {expected}"), ended.err.count("\n"),
    ), ended.err  # fmt: skip
    assert not (shell.folder / "a.yaml").exists()


def test_wrong_arguments(shell: Shell) -> None:
    """A bad id or year, a folder, and the document itself as the result are refused; the document stays."""
    path = _plan(shell)
    before = path.read_bytes()
    runs = [
        shell("import-roadmap", "plan.csv", *more)
        for more in (["--id", "План"], ["--school-year", "20"], ["--out", "plan.csv"], ["--out", "plan.csv/a.yaml"])
    ]
    folder = shell("import-roadmap", ".")
    assert ([2] * 5, before) == ([ended.code for ended in (*runs, folder)], path.read_bytes())
    expected = (
        "xlforms: код формы «План» не подходит",
        "xlforms: учебный год 20 не подходит",
        "xlforms: plan.csv – исходный документ",
        "xlforms: не удалось записать в plan.csv/a.yaml",
    )
    assert [True] * 4 == [ended.err.startswith(text) for ended, text in zip(runs, expected, strict=True)]
