"""`xlforms consolidate`."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.cli.commands import Shell
from xlforms.definitions.explanations import explanation_item

_FULL = {"contact.note": "–", "c.total": 5}
_OWN = ("--form", "trial.yaml")


def _rows(shell: Shell, name: str, folder: str = "consolidated") -> list[dict[str, str]]:
    with (shell.folder / folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_everybody_answered(shell: Shell) -> None:
    """Exit code 0 when there is nothing to act on."""
    shell.returned("in/a.xlsx", "001", _FULL)
    shell.returned("in/b.xlsx", "002", _FULL | {"c.total": 7})
    ended = shell("consolidate", "in", "--units", "units.csv", *_OWN)
    assert (
        0,
        [
            "2 файла: принято 2, заменено более новыми 0, повторов 0, не принято 0, пропущено 0",
            "Не сдано форм: 0 (организаций в реестре: 2)",
            "Замечания: 0 ошибок, 0 вопросов",
            "Свод — в папке consolidated, начните с summary.xlsx",
        ],
        "",
    ) == (ended.code, ended.out.splitlines(), ended.err)
    sums = {row["municipality"]: row["value"] for row in _rows(shell, "totals.csv") if row["statistic"] == "sum"}
    assert {"": "12", "Первый район": "5", "Второй район": "7"} == sums


def test_explained_questions(shell: Shell) -> None:
    """The last lines tell how many questions the schools have explained."""
    rule = """
rules:
  - {rule: many, kind: expression, severity: soft, condition: c.total <= 3, title: Много, reason: Для примера.,
     message: много, advice: Проверьте.}
"""
    form = shell.folder / "trial.yaml"
    form.write_text(form.read_text(encoding="utf-8") + rule, encoding="utf-8")
    shell.returned("in/a.xlsx", "001", _FULL | {explanation_item("many"): "слияние школ"})
    shell.returned("in/b.xlsx", "002", _FULL)
    ended = shell("consolidate", "in", "--units", "units.csv", *_OWN)
    assert "Замечания: 0 ошибок, 2 вопроса, из них школы объяснили 1" == ended.out.splitlines()[-2]


def test_limits(shell: Shell) -> None:
    """A file over a limit is refused, and read in the next run when the limit is raised."""
    shell.returned("in/a.xlsx", "001", _FULL)
    small = shell("consolidate", "in", "--limit", "file_bytes=1K", *_OWN)
    assert (1, ["too-large"]) == (small.code, [row["reason"].partition(":")[0] for row in _rows(shell, "received.csv")])
    shell("consolidate", "in", *_OWN)
    assert ["accepted"] == [row["status"] for row in _rows(shell, "received.csv")]
    assert 1 == shell("check", "in/a.xlsx", "--limit", "sheets=1", *_OWN).code
    wrong = shell("consolidate", "in", "--limit", "file_byte=1K", *_OWN)
    assert (2, "xlforms: предела «file_byte» нет. Возможны: file_bytes\n") == (wrong.code, wrong.err)


@pytest.mark.parametrize("answer", [99, 5])
def test_something_to_act_on(shell: Shell, answer: int) -> None:
    """A hard finding, or a unit that has not answered: exit code 1."""
    shell.returned("in/a.xlsx", "001", _FULL | {"c.total": answer})
    if answer == 99:
        shell.returned("in/b.xlsx", "002", _FULL)
    assert 1 == shell("consolidate", "in", "--units", "units.csv", *_OWN).code


def test_rejected_files_are_told(shell: Shell) -> None:
    """A rejected file is named with its reason."""
    shell.returned("in/a.xlsx", "077", _FULL)
    ended = shell("consolidate", "in", "--units", "units.csv", *_OWN)
    assert 1 == ended.code
    assert "  ✗ in/a.xlsx: unknown-unit: организации с кодом 077 нет в реестре. " in ended.out
    assert [("001", "trial"), ("002", "trial")] == [(row["unit"], row["form"]) for row in _rows(shell, "missing.csv")]


def test_nobody_answered(shell: Shell) -> None:
    """With a register and nothing returned everybody is missing; without one there is nothing to say."""
    (shell.folder / "in").mkdir()
    assert 1 == shell("consolidate", "in", "--units", "units.csv").code
    assert ["001", "002"] == [row["unit"] for row in _rows(shell, "missing.csv")]
    assert 0 == shell("consolidate", "in").code
    assert [] == _rows(shell, "missing.csv")


def test_round(shell: Shell) -> None:
    """A round brings its forms and its register; neither is taken for a returned file."""
    (shell.folder / "round.yaml").write_text(
        "collection: spring\ntitle: Весна\nforms: [trial.yaml]\nunits: units.csv\n", encoding="utf-8"
    )
    shell.returned("a.xlsx", "001", _FULL)
    ended = shell("consolidate", "a.xlsx", "units.csv", "round.yaml", "--collection", "round.yaml", "--out", "итог")
    assert 1 == ended.code
    assert [("a.xlsx", "accepted"), ("round.yaml", "ignored"), ("units.csv", "ignored")] == [
        (row["path"], row["status"]) for row in _rows(shell, "received.csv", "итог")
    ]
    assert ["002"] == [row["unit"] for row in _rows(shell, "missing.csv", "итог")]


def test_every_given_file_once(shell: Shell) -> None:
    """Whatever stands in a folder ends in one row, also when it was given twice."""
    shell.returned("in/a.xlsx", "001", _FULL)
    (shell.folder / "in/copy.xlsx").write_bytes((shell.folder / "in/a.xlsx").read_bytes())
    shell.returned("in/очень длинное имя " + "ы" * 80 + ".xlsx", "002", _FULL)
    for name in ("x.txt", "~$a.xlsx", ".DS_Store", "empty.xlsx", "broken.xlsx"):
        (shell.folder / "in" / name).write_bytes({"empty.xlsx": b"", "broken.xlsx": b"PK\x03\x04"}.get(name, b"text"))
    (shell.folder / "in/link.xlsx").symlink_to("a.xlsx")
    ended = shell("consolidate", "in", "in/a.xlsx", "./in/x.txt", "--units", "units.csv", *_OWN)
    rows = {row["path"]: (row["status"], row["reason"].partition(":")[0]) for row in _rows(shell, "received.csv")}
    assert sorted(path.as_posix() for path in Path("in").iterdir()) == sorted(rows)
    assert {
        "in/.DS_Store": ("ignored", "system-file"),
        "in/~$a.xlsx": ("ignored", "lock-file"),
        "in/link.xlsx": ("ignored", "system-file"),
        "in/x.txt": ("rejected", "not-a-workbook"),
        "in/empty.xlsx": ("rejected", "damaged"),
        "in/broken.xlsx": ("rejected", "damaged"),
    } == {path: found for path, found in rows.items() if found[1]}
    assert {"accepted", "duplicate"} == {rows[f"in/{name}.xlsx"][0] for name in ("a", "copy")}
    assert 1 == ended.code


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["нет"], "нет такого файла или папки: нет"),
        (["in", "--out", "in"], "папка in содержит"),
        (["in", "--out", "."], "папка . содержит"),
        (["in", "--out", ".."], "папка .. содержит"),
        (["in", "--out", "/"], "папка / содержит"),
        (["in/a.xlsx", "--out", "in"], "папка in содержит"),
        (["in", "--out", "units.csv"], "не папка"),
        (["in", "--out", "units.csv/x"], "не удалось записать в"),
        (["in", "--out", "x" * 300], "не удалось записать в"),
        (["in", "--as-of", "31.12.2020"], "дата «31.12.2020» не читается; нужна в виде 2020-06-05"),
        (["in", "--as-of", ""], "дата «» не читается"),
        (["in", "--form", "нет.yaml"], "файла формы «нет.yaml» нет"),
        (["in", "--form", "bad.yaml"], "в файле"),
        (["in", "--units", "нет.csv"], "в файле 1 ошибка"),
        (["in", "--units", "in"], "в файле 1 ошибка"),
        (["in", "--collection", "bad.yaml"], "в файле"),
    ],
)
def test_mistakes(shell: Shell, arguments: list[str], expected: str) -> None:
    """What cannot be done is told in plain lines; exit code 2, and nothing is written."""
    shell.returned("in/a.xlsx", "001", _FULL)
    (shell.folder / "bad.yaml").write_text("form: [", encoding="utf-8")
    before = sorted(path.as_posix() for path in shell.folder.rglob("*"))
    ended = shell("consolidate", *arguments)
    assert (2, "", True) == (ended.code, ended.out, expected in ended.err.splitlines()[-1])
    assert ended.err.splitlines()[-1].startswith("xlforms: ")
    assert before == sorted(path.as_posix() for path in shell.folder.rglob("*"))


def test_folder_of_results_inside_the_input(shell: Shell) -> None:
    """What an earlier run wrote there is not read; a second run gives the same bytes."""
    shell.returned("in/a.xlsx", "001", _FULL)
    results = []
    for _ in range(2):
        assert 0 == shell("consolidate", "in", "--out", "in/свод", *_OWN).code
        folder = shell.folder / "in/свод"
        results.append({path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert results[0] == results[1]
    assert ["in/a.xlsx"] == [row["path"] for row in _rows(shell, "received.csv", "in/свод")]


def test_nothing_has_changed(shell: Shell) -> None:
    """A second run says the same, that it left the results as they are, and ends with the same code."""
    shell.returned("in/a.xlsx", "001", _FULL | {"c.total": 99})
    first = shell("consolidate", "in", "--units", "units.csv", *_OWN)
    second = shell("consolidate", "in", "--units", "units.csv", *_OWN)
    current = "С прошлого запуска ничего не изменилось, свод не переписан"
    assert (1, 1, "") == (first.code, second.code, second.err)
    assert [*first.out.splitlines()[:-1], current, first.out.splitlines()[-1]] == second.out.splitlines()


def _written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_parquet(shell: Shell) -> None:
    """With `--parquet` each table is written in both formats; the results are those of a first run with the same
    options, whether the run before had it or not, and a run that changes nothing says so."""
    shell.returned("in/a.xlsx", "001", _FULL)
    plain, both = ("consolidate", "in", *_OWN), ("consolidate", "in", *_OWN, "--parquet")
    found = []
    for arguments in (plain, both, both, plain):
        ended = shell(*arguments)
        assert (0, "") == (ended.code, ended.err)
        found.append((_written(shell.folder / "consolidated"), "ничего не изменилось" in ended.out))
    shell(*both, "--out", "fresh")
    fresh = _written(shell.folder / "fresh")
    assert [False, False, True, False] == [current for _, current in found]
    assert (found[0][0], fresh, fresh, found[0][0]) == tuple(files for files, _ in found)
    names = {name.removesuffix(".csv") for name in fresh if name.endswith(".csv")}
    assert {"received", "totals", "data/trial.c"} <= names
    assert names == {name.removesuffix(".parquet") for name in fresh if name.endswith(".parquet")}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "xlforms: для --parquet нужна библиотека pyarrow: pip install pyarrow"),
        ("en", "xlforms: --parquet needs the library pyarrow: pip install pyarrow"),
    ],
)
def test_without_pyarrow(shell: Shell, monkeypatch: pytest.MonkeyPatch, language: str, line: str) -> None:
    """Where pyarrow is not installed `--parquet` ends with one plain line and writes nothing; all else works."""
    shell.returned("in/a.xlsx", "001", _FULL)
    monkeypatch.delitem(sys.modules, "xlforms.reports.parquet_files", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ended = shell("consolidate", "in", *_OWN, "--parquet", "--lang", language)
    assert (2, "", [line]) == (ended.code, ended.out, ended.err.splitlines())
    assert not (shell.folder / "consolidated").exists()
    assert 0 == shell("consolidate", "in", *_OWN).code


def test_choices(shell: Shell) -> None:
    """What is preferred counts, what is excluded does not, until it is forgotten."""
    for number, name in enumerate(("a", "b", "c")):
        path = shell.returned(f"in/{name}.xlsx", "001", _FULL | {"c.total": number})
        os.utime(path, (1_590_000_000, 1_590_000_000 + number))
    command = ("consolidate", "in", *_OWN)
    statuses = []
    for options in (
        (),
        ("--exclude", "in/c.xlsx"),
        (),
        ("--prefer", "in/a.xlsx"),
        ("--prefer", "in/b.xlsx"),
        ("--forget-choices",),
        (),
    ):
        ended = shell(*command, *options)
        replaced = "прежний выбор файла in/a.xlsx снят" in ended.err
        assert (0, options == ("--prefer", "in/b.xlsx")) == (ended.code, replaced)
        statuses.append("".join(row["status"][0] for row in _rows(shell, "received.csv")))
    newest = "ssa"
    assert [newest, "sai", "sai", "asi", "sai", newest, newest] == statuses


@pytest.mark.parametrize(
    ("option", "file", "expected"),
    [
        ("--prefer", "in/нет.xlsx", "среди присланных файлов нет «in/нет.xlsx»"),
        ("--exclude", "in/broken.xlsx", "файл «in/broken.xlsx» выбрать нельзя"),
        ("--prefer", "in/stray.xlsx", "файл «in/stray.xlsx» выбрать нельзя"),
    ],
)
def test_choices_of_nothing(shell: Shell, option: str, file: str, expected: str) -> None:
    """A choice that settles nothing is told with exit code 2, and nothing is written."""
    shell.returned("in/stray.xlsx", "077", _FULL)
    (shell.folder / "in/broken.xlsx").write_bytes(b"PK\x03\x04")
    ended = shell("consolidate", "in", "--units", "units.csv", *_OWN, option, file)
    assert (2, "", True, False) == (
        ended.code,
        ended.out,
        expected in ended.err,
        (shell.folder / "consolidated").exists(),
    )


def test_choices_in_the_summary(shell: Shell) -> None:
    """The sheet «Откуда цифры» says who decided."""
    shell.returned("in/a.xlsx", "001", _FULL)
    shell.returned("in/b.xlsx", "001", _FULL | {"c.total": 7})
    shell("consolidate", "in", *_OWN, "--prefer", "in/a.xlsx")
    sheet = openpyxl.load_workbook(shell.folder / "consolidated" / "summary.xlsx")["Откуда цифры"]
    found = {row[0]: row[1:3] for row in sheet.iter_rows(values_only=True) if str(row[0]).startswith("in/")}
    assert {
        "in/a.xlsx": ("учтён", "Учтён по решению исполнителя (--prefer)"),
        "in/b.xlsx": ("заменён более новым", "По решению исполнителя (--prefer) учтён другой файл: in/a.xlsx"),
    } == found
