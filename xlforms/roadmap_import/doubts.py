"""What the import was not sure of: where it stands in the document, and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from xlforms.messages import Language, say
from xlforms.roadmap_import.document import Place

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ImportDoubt:
    """A message code with its parameters; `place`, `number` and `title` lead to the row, as far as it has them."""

    code: str
    place: Place | None = None
    number: str = ""
    title: str = ""
    parameters: dict[str, object] = field(default_factory=dict)


def say_doubt(doubt: ImportDoubt, language: Language) -> str:
    """The doubt in one line: place, number, beginning of the title, and what a person should look at."""
    where = []
    if doubt.place is not None:
        code = f"import-place-{doubt.place.kind}" if doubt.place.row else f"import-place-whole-{doubt.place.kind}"
        where.append(say(code, language, table=doubt.place.table, row=doubt.place.row))
    if doubt.number:
        where.append(f"№ {doubt.number}")
    if doubt.title:
        where.append(f"«{beginning(doubt.title)}»")
    text = say(doubt.code, language, **doubt.parameters)
    return f"{', '.join(where)}: {text}" if where else text


def beginning(text: str) -> str:
    """The first words of a text, enough to find it."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]}…"
