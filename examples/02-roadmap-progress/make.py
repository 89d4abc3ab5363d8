"""Makes `received/` again: what schools reported on five roadmaps, filled in through LibreOffice from `answers/`.

    python examples/02-roadmap-progress/make.py

Run it when the layout of forms has changed. The same LibreOffice gives the same bytes; its version is kept in
`made-with.txt`. `answers/ROUND/UNIT.yaml` holds what one school entered into the form of `rounds/ROUND.yaml`:

| key | means |
| --- | --- |
| `files` | the files that came; `instead` are answers that were different in this one |
| `measures` | by status the measures that have it; `rest` is the status of all others, none when it is absent |
| `results` | what was done, by measure |
| `answers` | everything else, by item name |

Beside a measure that is done stand its day, the evidence and, when late, the reason: «2020-10-05; план; карантин».
Beside any other stands the reason, if there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any, cast

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.office.libreoffice import Entry, FileFormat, LibreOffice
from xlforms.api import generate, load_round
from xlforms.definitions.load import load_form
from xlforms.definitions.roadmap import DONE, Measure
from xlforms.layout.build import build_plan
from xlforms.layout.place import cell_name

STORY = Path(__file__).parent
RECEIVED = STORY / "received"
MADE_WITH = STORY / "made-with.txt"
ROUNDS = sorted(path.stem for path in (STORY / "rounds").glob("*.yaml"))


@dataclass(frozen=True)
class Returned:
    """One file that came back: its path below `received/ROUND/`, whose form it is, and what was entered, by item."""

    path: str
    unit: str
    entered: dict[str, Any]

    @property
    def file_format(self) -> FileFormat:
        """As which kind of workbook it was saved."""
        return cast("FileFormat", self.path.rpartition(".")[2])

    @property
    def moment(self) -> datetime:
        """When it was saved: noon of the day entered in the form."""
        return datetime.combine(cast("date", self.entered["contact.date"]), time(12), UTC)


def returned_files(name: str, measures: Sequence[Measure]) -> list[Returned]:
    """The filled-in forms of a round, as `answers/` describes them; `measures` are those of its form."""
    folder = STORY / "answers" / name
    return [file for path in sorted(folder.glob("*.yaml")) for file in _returned(path, measures)]


def make(folder: Path, office: LibreOffice, rounds: Collection[str]) -> None:
    """Writes the files of some rounds into a folder, below the names of the rounds."""
    for name in rounds:
        circumstances = load_round(STORY / "rounds" / f"{name}.yaml", None)
        if circumstances.collection is None:
            raise ValueError("a round is a collection")
        (form,) = circumstances.collection.forms
        plan = build_plan(load_form(form))
        places = plan.cells()
        with TemporaryDirectory() as scratch:
            issued = generate([str(form)], Path(scratch), circumstances=circumstances)
            by_unit = {path.name.partition("_")[0]: path for path in issued}
            for file in returned_files(name, plan.measures):
                target = folder / name / file.path
                target.parent.mkdir(parents=True, exist_ok=True)
                entries = []
                for item, value in file.entered.items():
                    sheet, cell = places[item]
                    entries.append(Entry(sheet.name, cell_name(cell.row, cell.column), value))
                office.fill(by_unit[file.unit], target, entries, file.file_format, moment=file.moment)


def main() -> None:
    """Replaces `received/` and writes down the version of LibreOffice."""
    if RECEIVED.exists():
        rmtree(RECEIVED)
    with LibreOffice() as office:
        make(RECEIVED, office, ROUNDS)
        MADE_WITH.write_text(f"LibreOffice {office.version}\n", encoding="utf-8")
    print(f"{sum(path.is_file() for path in RECEIVED.rglob('*'))} files in {RECEIVED}")


def _returned(path: Path, measures: Sequence[Measure]) -> Iterator[Returned]:
    described = yaml.safe_load(path.read_text(encoding="utf-8"))
    entered = dict(_named(described.get("answers", {})))
    entered |= dict(_measures(described["measures"], measures))
    items = {measure.id: measure.items for measure in measures}
    entered |= {items[measure]["result"]: text for measure, text in described.get("results", {}).items()}
    for file in described["files"]:
        answers = entered | file.get("instead", {})
        yield Returned(file["path"], path.stem, {name: value for name, value in answers.items() if value is not None})


def _named(answers: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Item name and value; nested keys are joined by points."""
    for key, value in answers.items():
        if isinstance(value, dict):
            yield from _named(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _measures(described: Mapping[str, Any], measures: Sequence[Measure]) -> Iterator[tuple[str, Any]]:
    """Item name and value of everything that is said of measures."""
    rest = described.get("rest")
    said = {id_: (status, text) for status, of_status in described.items() if status != "rest"
            for id_, text in of_status.items()}  # fmt: skip
    unknown = said.keys() - {measure.id for measure in measures}
    if unknown:
        raise ValueError(f"the form has no measures {sorted(unknown)}")
    for measure in measures:
        status, text = said.get(measure.id, (rest, ""))
        parts = [part.strip() for part in str(text).split(";")] if text else []
        columns = ("date_done", "evidence", "reason") if status == DONE else ("reason",)
        values: dict[str, Any] = {"status": status, **dict(zip(columns, parts, strict=False))}
        if "date_done" in values:
            values["date_done"] = date.fromisoformat(values["date_done"])
        yield from ((measure.items[column], value) for column, value in values.items())


if __name__ == "__main__":
    main()
