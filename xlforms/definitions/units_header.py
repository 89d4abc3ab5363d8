"""The heading of a register of units: which column is which."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from xlforms.errors import Problem

COLUMN_WORDS: dict[str, tuple[str, ...]] = {
    "unit": ("unit", "код", "код организации"),
    "name": ("name", "наименование", "наименование организации", "организация", "школа"),
    "municipality": ("municipality", "муниципалитет", "муниципальное образование", "район"),
    "email": ("email", "e-mail", "почта", "электронная почта"),
}
NEEDED = ("unit", "name", "municipality")


@dataclass(frozen=True, slots=True)
class Header:
    """The place of each column, from 0; `extra` are the columns that the toolkit only keeps: title and place."""

    unit: int
    name: int
    municipality: int
    email: int | None
    extra: tuple[tuple[str, int], ...]

    @property
    def used(self) -> frozenset[int]:
        """The places of the columns that the toolkit understands."""
        return frozenset((self.unit, self.name, self.municipality, *(() if self.email is None else (self.email,))))


def read_header(titles: list[str], line: int, path: str) -> tuple[Header, list[Problem]]:
    """Which column is which, and the problems of the heading; with problems the places are of no use."""
    meanings = [_meaning(title) for title in titles]
    problems = [
        Problem(path, line, 0, "units-column-unnamed", {"number": number})
        for number, title in enumerate(titles, start=1)
        if not title
    ]
    for number, meaning in enumerate(meanings):
        if meaning and meaning in meanings[:number]:
            first = titles[meanings.index(meaning)]
            problems.append(Problem(path, line, 0, "units-column-twice", {"name": titles[number], "first": first}))
    others = [title for title, meaning in zip(titles, meanings, strict=True) if meaning not in COLUMN_WORDS and title]
    for column in NEEDED:
        if column not in meanings:
            problems.append(_missing(column, others, titles, line, path))
    place = {meaning: number for number, meaning in reversed(list(enumerate(meanings)))}
    extra = [(title, number) for number, title in enumerate(titles) if meanings[number] not in COLUMN_WORDS]
    header = Header(
        unit=place.get("unit", 0),
        name=place.get("name", 0),
        municipality=place.get("municipality", 0),
        email=place.get("email"),
        extra=tuple(extra),
    )
    return header, problems


def _meaning(title: str) -> str:
    """The column that a title stands for, or the title itself, folded, for a column that is only kept."""
    folded = " ".join(title.casefold().replace("ё", "е").split())
    return next((column for column, words in COLUMN_WORDS.items() if folded in words), folded)


def _missing(column: str, others: list[str], titles: list[str], line: int, path: str) -> Problem:
    by_word = {title.casefold(): title for title in others}
    for word in COLUMN_WORDS[column]:
        near = get_close_matches(word, by_word, n=1, cutoff=0.7)
        if near:
            details: dict[str, object] = {"column": column, "near": by_word[near[0]]}
            return Problem(path, line, 0, "units-column-missing-near", details)
    details = {"column": column, "words": ", ".join(COLUMN_WORDS[column]), "found": ", ".join(filter(None, titles))}
    return Problem(path, line, 0, "units-column-missing", details)
