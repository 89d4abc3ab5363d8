"""What an edit rule is about in a few words, the same words in whichever row or column it failed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from xlforms.definitions.rules import RuleInstance

_VALUE = "…"
_WORD = re.compile(r"«[^»]*»|\s+|[^\s«]+|«")


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
    """What texts have in common at both ends, in whole words and whole captions, with «…» between."""
    if len(set(texts)) == 1:
        return texts[0]
    words = [_WORD.findall(text) for text in texts]
    start = common_start(words)
    end = common_start([several[len(start) :][::-1] for several in words])[::-1]
    return "".join([*start, _VALUE, *end])


def common_start(sequences: Sequence[Sequence[str]]) -> list[str]:
    """The first elements that all sequences share; of texts these are letters."""
    shared = takewhile(lambda several: len(set(several)) == 1, zip(*sequences, strict=False))
    return [several[0] for several in shared]
