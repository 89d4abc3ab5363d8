"""What a file system may hold beside files: links, pipes, folders, and files that nobody may read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from tests.corpus.entry import Outcome, Put, accepted, rejected
from tests.corpus.form import form
from xlforms.definitions.units import Unit


def link_to(target: str) -> Put:
    """A link, relative to its folder."""
    return lambda path, _unit: path.symlink_to(target)


def pipe(path: Path, _unit: Unit) -> None:
    """A pipe, which gives nothing until somebody writes into it."""
    os.mkfifo(path)


def plug(path: Path, _unit: Unit) -> None:
    """A socket; its name may be longer than a socket's, so it is bound from its folder."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(here)


def unreadable(path: Path, unit: Unit) -> None:
    """The form, which its owner has closed to everybody."""
    path.write_bytes(form(unit))
    path.chmod(0)


def of_unreadable() -> Outcome:
    """The superuser may read everything."""
    return accepted() if os.geteuid() == 0 else rejected("unreadable file-not-opened")


def folder_like_a_file(path: Path, unit: Unit) -> None:
    """A folder with the name of a form, and a form in it."""
    path.mkdir()
    (path / "inside.xlsx").write_bytes(form(unit))


def empty_folder(path: Path, _unit: Unit) -> None:
    """A folder without anything."""
    path.mkdir()


def deep_folder(path: Path, unit: Unit) -> None:
    """The form in sixty folders inside each other."""
    path = path.joinpath(*["папка"] * 60)
    path.mkdir(parents=True)
    (path / "форма.xlsx").write_bytes(form(unit))
