"""The title of a roadmap, from the lines above its table, and the id of its form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlforms.intake.texts import tidy

_BEGINS = re.compile(
    r"(?:муниципальн\w+ |школьн\w+ |региональн\w+ |комплексн\w+ |антикризисн\w+ |годовой |индивидуальн\w+ |"
    r"примерн\w+ )*[«\"]?(?:дорожн\w+ карт|план(?![а-яё])|программа|комплекс мер|перечень (?:мер|мероприятий)|"
    r"график|мероприятия)",
    re.IGNORECASE,
)
_LONGEST = 400
_UNENDED = re.compile(r"\b(?:на|по|в|и|с|для|о|об|к)$")
_PLACE = re.compile(  # «Заречного городского округа на 2024-2025 учебный год»: begins with a name, yet goes on
    r"\b(?:района|округа|области|края|города|республики|поселения|школы|организации)\b|\bна\s+20\d\d\b", re.IGNORECASE
)
_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_LONGEST_ID = 48


def find_title(before: Sequence[str]) -> str:
    """The title among the lines above the table, nearest to it, in one line; empty when none looks like one.

    A title begins with «План», «Дорожная карта», «Программа» and the like, is no sentence, and goes on over the lines
    right below it that begin small or name a place.
    """
    lines = [text for line in before if (text := " ".join(tidy(line).strip("* ").split()))]
    for position in range(len(lines) - 1, -1, -1):
        if _BEGINS.match(lines[position]):
            title = _whole(lines, position)
            if len(title) <= _LONGEST and not title.endswith((".", ":", ";")):
                return title
    return ""


def form_id(text: str) -> str:
    """A text as the id of a form: Latin letters, whole words, at most 48 characters; empty when there is none."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in text.lower())
    words = re.findall(r"[a-z0-9]+", latin)
    while words and not words[0][0].isalpha():
        words.pop(0)
    name = ""
    for word in words:
        if len(name) + len(word) >= _LONGEST_ID:
            break
        name = f"{name}-{word}" if name else word
    return name or "".join(words)[:_LONGEST_ID]


def _whole(lines: Sequence[str], position: int) -> str:
    """A title with the lines that go on after it."""
    title = lines[position]
    for line in lines[position + 1 :]:
        small = line[:1].islower() or line[:1].isdigit()
        goes_on = small or title.endswith((",", "-", "–")) or _UNENDED.search(title) or _PLACE.search(line)
        if not goes_on or title.endswith((".", ":")):
            break
        title = f"{title} {line}"
    return title
