"""LibreOffice for tests and for the making of examples: fill in, type, read, mistreat, print."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeAlias

from tests.office.connection import Connection, OfficeError
from tests.office.entries import CellValue, Entry, FormulaError, Outcome, Typed, decode_value, encode_entry
from tests.office.installation import find_office
from tests.office.normalise import normalise
from tests.office.steps import Step

__all__ = [
    "Entry",
    "FileFormat",
    "FormulaError",
    "LibreOffice",
    "OfficeError",
    "Outcome",
    "Typed",
    "find_office",
    "normalise",
]

FileFormat: TypeAlias = Literal["xlsx", "ods", "xls", "csv"]

_PAGES_SECONDS = 120


class LibreOffice:
    """One headless LibreOffice with a profile of its own and the Russian locale; a context manager.

    Each method opens one workbook, does all it is asked and closes it, so give it all the work on a workbook at once.
    Methods raise OfficeError when LibreOffice refuses, ends, or takes longer than `timeout` seconds; after an end the
    next call starts it again. `moment`, where it can be given, becomes the file's dates, and then two makings of the
    same xlsx, ods, xls or csv have the same bytes.
    """

    def __init__(self, timeout: float = 120) -> None:
        """Raise OfficeError when there is no LibreOffice here; it is started by the first request."""
        found = find_office()
        if found is None:
            raise OfficeError("no LibreOffice with a Python that can import uno was found on this machine")
        self._connection = Connection(*found, timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @property
    def version(self) -> str:
        """The version, «7.4.7.2»; starts LibreOffice if it is not running."""
        return self._connection.version()

    def set_timeout(self, seconds: float) -> None:
        """The time limit of the requests that follow."""
        self._connection.timeout = seconds

    def fill(
        self,
        source: Path,
        target: Path,
        entries: Sequence[Entry],
        file_format: FileFormat,
        *,
        recalculate: bool = False,
        moment: datetime | None = None,
    ) -> list[Path]:
        """Open `source`, put the values in, save as `target`; returns the files written.

        Formulas that depend on the entries follow at once; `recalculate` computes all others anew too. Validation is
        not asked: entries may be wrong on purpose. A locked cell of a protected sheet is an OfficeError. A csv is one
        file for each sheet, `<stem>-<sheet>.csv`, beside `target`.
        """
        encoded = [encode_entry(entry) for entry in entries]
        return self._save("fill", source, target, file_format, moment, entries=encoded, recalculate=recalculate)

    def type_in(self, source: Path, attempts: Sequence[Entry]) -> list[Outcome]:
        """Type the texts (`Typed` or `str`, as if at the keyboard) one after another; nothing is saved.

        Accepted texts stay for the attempts that follow, refused ones leave the cell as it was.
        """
        wrong = [entry for entry in attempts if not isinstance(entry.value, str)]
        if wrong:
            raise TypeError(f"only text can be typed, not {wrong[0].value!r}")
        encoded = [encode_entry(entry) for entry in attempts]
        answers = self._ask("type_in", source=_absolute(source), attempts_made=encoded)
        return [
            Outcome(answer["verdict"], decode_value(answer["value"]), answer["title"], answer["message"])
            for answer in answers
        ]

    def read(self, path: Path, cells: Mapping[str, Sequence[str]] | None = None) -> dict[str, dict[str, CellValue]]:
        """Sheet → cell → value, after a full recalculation.

        All cells but blank ones, or, with `cells` (sheet → addresses), just those, None for a blank one. A formula
        that gives an empty text counts as blank.
        """
        answer = self._ask("read", source=_absolute(path), wanted=_addresses(cells))
        return {
            sheet: {address: decode_value(value) for address, value in values.items()}
            for sheet, values in answer.items()
        }

    def recalculate(
        self, source: Path, target: Path, file_format: FileFormat, *, moment: datetime | None = None
    ) -> list[Path]:
        """Compute every formula anew and save; returns the files written."""
        return self._save("recalculate", source, target, file_format, moment)

    def run(
        self,
        source: Path,
        target: Path,
        steps: Sequence[Step],
        file_format: FileFormat,
        *,
        moment: datetime | None = None,
    ) -> list[Path]:
        """Mistreat the workbook by the steps (see `steps.py`) and save; returns the files written."""
        return self._save("run", source, target, file_format, moment, steps=list(steps))

    def protection(self, path: Path) -> dict[str, bool]:
        """Sheet → is it protected?"""
        answer: dict[str, bool] = self._ask("protection", source=_absolute(path))
        return answer

    def locked(self, path: Path, cells: Mapping[str, Sequence[str]]) -> dict[str, dict[str, bool]]:
        """Sheet → cell → is it marked as locked? (Locking acts on a protected sheet only.)"""
        answer: dict[str, dict[str, bool]] = self._ask("locked", source=_absolute(path), wanted=_addresses(cells))
        return answer

    def pdf(self, source: Path, target_dir: Path) -> Path:
        """The workbook, or Word document, as it prints, `<stem>.pdf` in `target_dir`."""
        target = target_dir / f"{source.stem}.pdf"
        self._ask("pdf", source=_absolute(source), target=_absolute(target))
        return target

    def pages(self, pdf: Path, target_dir: Path, dpi: int = 80) -> list[Path]:
        """The pages of a pdf as PNG files in `target_dir`, in their order; needs pdftoppm (Poppler)."""
        program = shutil.which("pdftoppm")
        if program is None:
            raise OfficeError("pdftoppm (Poppler) is not on PATH")
        command = [program, "-r", str(dpi), "-png", str(pdf), str(target_dir / pdf.stem)]
        made = subprocess.run(command, capture_output=True, text=True, timeout=_PAGES_SECONDS, check=False)
        if made.returncode != 0:
            raise OfficeError(f"pdftoppm failed on {pdf}: {made.stderr.strip()}")
        # Numbers are padded to one width, so names sort as pages do.
        return sorted(target_dir.glob(f"{pdf.stem}-*.png"))

    def _save(
        self,
        request: str,
        source: Path,
        target: Path,
        file_format: FileFormat,
        moment: datetime | None,
        **parameters: object,
    ) -> list[Path]:
        answer = self._ask(
            request,
            source=_absolute(source),
            target=_absolute(target),
            file_format=file_format,
            **parameters,
        )
        written = [Path(path) for path in answer]
        if moment is not None and file_format != "csv":
            for path in written:
                normalise(path, moment)
        return written

    def _ask(self, request: str, **parameters: object) -> Any:
        return self._connection.ask(json.dumps({"request": request, **parameters}))


def _absolute(path: Path) -> str:
    return str(path.absolute())


def _addresses(cells: Mapping[str, Sequence[str]] | None) -> dict[str, list[str]] | None:
    return None if cells is None else {sheet: list(addresses) for sheet, addresses in cells.items()}
