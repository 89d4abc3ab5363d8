"""Where LibreOffice and a Python that can drive it are on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_IMPORT_SECONDS = 30


@cache
def find_office() -> tuple[Path, Path] | None:
    """The `soffice` program and a Python that can `import uno`, or None when either is missing.

    PATH comes first, then the folders that the installers of LibreOffice use on Linux, Windows and macOS. The Python
    bundled with LibreOffice is preferred: the system's one serves where a distribution ships `uno` for it.
    """
    for office in _offices():
        for python in _pythons(office):
            if _imports_uno(python):
                return office, python
    return None


def clean_environment() -> dict[str, str]:
    """The environment for the other Python: without the settings that tie it to our virtual environment."""
    ours = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PYTHONWARNINGS"}
    # A foreign Python must not leave its bytecode among our sources.
    return {key: value for key, value in os.environ.items() if key not in ours} | {"PYTHONDONTWRITEBYTECODE": "1"}


def _offices() -> Iterator[Path]:
    names = ("soffice.exe",) if sys.platform == "win32" else ("soffice", "libreoffice")
    found = [path for name in names if (path := shutil.which(name))]
    folders = [Path("/usr/bin"), Path("/usr/lib/libreoffice/program"), Path("/usr/lib64/libreoffice/program")]
    folders += sorted(Path("/opt").glob("libreoffice*/program"), reverse=True)
    folders += [Path("/snap/bin"), Path("/Applications/LibreOffice.app/Contents/MacOS")]
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if variable in os.environ:
            folders.append(Path(os.environ[variable]) / "LibreOffice" / "program")
    candidates = [Path(path) for path in found] + [folder / name for folder in folders for name in names]
    yield from (path for path in candidates if path.is_file())


def _pythons(office: Path) -> Iterator[Path]:
    program = office.resolve().parent
    names = ("python.exe",) if sys.platform == "win32" else ("python", "python3")
    candidates = [program / name for name in names]
    candidates += [program.parent / "Resources" / name for name in names]
    candidates += [Path("/usr/bin/python3")]
    candidates += [Path(path) for name in names if (path := shutil.which(name))]
    yield from (path for path in candidates if path.is_file())


def _imports_uno(python: Path) -> bool:
    try:
        asked = subprocess.run(
            [python, "-c", "import uno"],
            env=clean_environment(),
            capture_output=True,
            timeout=_IMPORT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0
