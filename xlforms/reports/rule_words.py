"""What an edit rule is about in a few words, the same words in whichever row or column it failed."""

from __future__ import annotations

from collections.abc import Sequence
from os.path import commonprefix

from xlforms.definitions.rules import RuleInstance

_VALUE = "…"


def rule_words(rules: Sequence[RuleInstance]) -> dict[str, str]:
    """The words of each rule by its id: the title that its author gave, else its message.

    The message stands without values, and without what differs from one row or column to another.
    """
    messages: dict[str, list[str]] = {}
    headings: dict[str, str] = {}
    for instance in rules:
        text = "".join(part if isinstance(part, str) else _VALUE for part in instance.message)
        messages.setdefault(instance.rule, []).append(text)
        headings[instance.rule] = instance.heading
    return {rule: headings[rule] or _common(texts) for rule, texts in messages.items()}


def _common(texts: Sequence[str]) -> str:
    """What texts have in common at both ends, with «…» between."""
    if len(set(texts)) == 1:
        return texts[0]
    start = commonprefix(list(texts))
    end = commonprefix([text[len(start) :][::-1] for text in texts])[::-1]
    return f"{start.rstrip(_VALUE)}{_VALUE}{end.lstrip(_VALUE)}"
