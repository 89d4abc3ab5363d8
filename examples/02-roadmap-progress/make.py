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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from examples.filled_in import Returned, fill_in, named, returned
from tests.office.libreoffice import LibreOffice
from xlforms.definitions.collection import load_collection
from xlforms.definitions.load import load_form
from xlforms.definitions.roadmap import DONE, Measure

STORY = Path(__file__).parent
RECEIVED = STORY / "received"
MADE_WITH = STORY / "made-with.txt"
ROUNDS = sorted(path.stem for path in (STORY / "rounds").glob("*.yaml"))


def returned_files(name: str, measures: Sequence[Measure]) -> list[Returned]:
    """The filled-in forms of a round, as `answers/` describes them; `measures` are those of its form."""
    folder = STORY / "answers" / name
    return [file for path in sorted(folder.glob("*.yaml")) for file in _returned(path, measures)]


def make(folder: Path, office: LibreOffice, rounds: Collection[str]) -> None:
    """Writes the files of some rounds into a folder, below the names of the rounds."""
    for name in rounds:
        collection = STORY / "rounds" / f"{name}.yaml"
        (form,) = load_collection(collection).forms
        fill_in(collection, returned_files(name, load_form(form).measures), folder / name, office)


def main() -> None:
    """Replaces `received/` and writes down the version of LibreOffice."""
    if RECEIVED.exists():
        rmtree(RECEIVED)
    with LibreOffice() as office:
        make(RECEIVED, office, ROUNDS)
        MADE_WITH.write_text(f"LibreOffice {office.version}\n", encoding="utf-8")
    print(f"{sum(path.is_file() for path in RECEIVED.rglob('*'))} files in {RECEIVED}")


def _returned(path: Path, measures: Sequence[Measure]) -> Iterable[Returned]:
    described = yaml.safe_load(path.read_text(encoding="utf-8"))
    entered = dict(named(described.get("answers", {})))
    entered |= dict(_measures(described["measures"], measures))
    items = {measure.id: measure.items for measure in measures}
    entered |= {items[measure]["result"]: text for measure, text in described.get("results", {}).items()}
    return returned(described, path.stem, entered)


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
