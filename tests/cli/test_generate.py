"""`xlforms generate`."""

from __future__ import annotations

import pytest

from tests.cli.commands import Shell


def _files(shell: Shell, folder: str) -> list[str]:
    return sorted(
        path.relative_to(shell.folder / folder).as_posix() for path in (shell.folder / folder).rglob("*.xlsx")
    )


def test_blank_and_addressed(shell: Shell) -> None:
    """One blank workbook for each form, or one for each unit in folders by municipality."""
    assert (0, "Готово: 1 файл в папке forms\n", "") == tuple(vars(shell("generate", "trial.yaml")).values())
    ended = shell("generate", "trial.yaml", "--units", "units.csv", "--out", "мои формы")
    assert (0, "Готово: 2 файла в папке мои формы\n", "") == (ended.code, ended.out, ended.err)
    assert ["trial.xlsx"] == _files(shell, "forms")
    assert ["Второй район/002_trial.xlsx", "Первый район/001_trial.xlsx"] == _files(shell, "мои формы")


@pytest.mark.parametrize(
    ("arguments", "last"),
    [
        (["trial.yaml", "trial.yaml"], "xlforms: форма trial указана дважды"),
        (["trial.yaml", "--out", "units.csv"], "xlforms: не удалось записать в units.csv"),
        (["trial.yaml", "--units", "gone.csv"], "xlforms: в файле 1 ошибка, работать с ним нельзя"),
        (["trial.yaml", "--units", "trial.yaml"], "xlforms: в файле"),
        (["trial.yaml", "--collection", "units.csv"], "xlforms: в файле"),
    ],
)
def test_mistakes(shell: Shell, arguments: list[str], last: str) -> None:
    """Exit code 2 and nothing written."""
    ended = shell("generate", *arguments)
    assert (2, "", True) == (ended.code, ended.out, ended.err.splitlines()[-1].startswith(last))
    assert [] == _files(shell, ".")
