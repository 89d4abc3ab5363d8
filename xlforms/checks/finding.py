"""What is wrong: a rule that failed, an answer that cannot be read, or a structural problem."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from xlforms.messages import Language, say

Severity = Literal["hard", "soft"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding on one submission of a dataset.

    `submission` is its row in the dataset. `item` is the item's name, empty for a structural problem; `sheet` and
    `cell` are where it stands in the returned workbook. `code` and `parameters` give the sentence; `place` is what a
    person reads as the place: sheet, captions, cell. `counts` is False when the answer must not be counted.
    `others` are further answers that must not be counted because of it. `explanation` is what the school says to a
    soft finding on the sheet «Проверка», empty when it says nothing.
    """

    submission: int
    item: str
    sheet: str
    cell: str
    rule: str
    severity: Severity
    code: str
    captions: tuple[str, ...] = ()
    parameters: dict[str, object] = field(default_factory=dict)
    counts: bool = True
    explanation: str = ""
    others: tuple[str, ...] = ()

    @property
    def explained(self) -> bool:
        """Has the school answered the question?"""
        return bool(self.explanation)

    def message(self, language: Language = "ru") -> str:
        """The sentence that a person reads: where, what is wrong, what to do."""
        where = self.place(language)
        text = say(self.code, language, **self.parameters).rstrip()
        if self.explained:
            text += " " + say("finding-explained", language, explanation=" ".join(self.explanation.split()))
        return f"{where}: {text}" if where else text[:1].upper() + text[1:]

    def place(self, language: Language = "ru") -> str:
        """The place in words: sheet, captions from the outside in, cell."""
        parts = []
        if self.sheet:
            parts.append(say("place-sheet", language, sheet=self.sheet))
        if self.captions:
            parts.append(" / ".join(f"«{' '.join(caption.split())}»" for caption in self.captions))
        if self.cell:
            parts.append(say("place-cell", language, cell=self.cell))
        return ", ".join(parts)
