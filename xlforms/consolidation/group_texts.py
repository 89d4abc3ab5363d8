"""Puts open texts that say nearly the same together, and never those that only look alike.

Two texts are near when their words, as `compared_words` gives them, are the same in the same order but for one slip of
the pen (`slips`). So numbers and negations are always equal. A group has a leading wording, and every text of it is
near to that very wording: likeness is not handed on from text to text, which would tie far ends together. Leaders are
taken from the most frequent wording down, equal ones by the shortest and then the alphabet, so the order of files and
units does not matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from xlforms.consolidation.compared_words import Words, compared_words, plain_words
from xlforms.consolidation.gathered_texts import Saying, TextGroup, group_order
from xlforms.consolidation.slips import SHORTEST_SLIP, is_slip
from xlforms.messages import say

_MOST_WORDS = 60  # a longer text is a copy of another or differs by more than a slip
_NOTHING = frozenset(
    tuple(text.split())
    for text in (
        "", "нет", "нету", "0", "ничего", "ничего не требуется", "ничего не нужно", "нет не требуется", "не требуется",
        "не требуются", "не требует", "не нужно", "не нужна", "не нужен", "не нужны", "не имеется", "не имеются",
        "не имеем", "не нуждаемся", "не нуждается", "в помощи не нуждаемся", "в помощи не нуждается",
        "помощь не требуется", "помощь не нужна", "помощи не требуется", "не требуется помощь", "нет необходимости",
        "необходимости нет", "нет потребности", "потребности нет", "отсутствует", "отсутствуют", "не выявлено",
        "не выявлены", "не было", "ремонт не требуется", "не требует ремонта", "ремонта не требует",
    )
)  # fmt: skip


def group_texts(sayings: Sequence[Saying]) -> tuple[TextGroup, ...]:
    """The groups of sayings, what most units say first; every saying is in exactly one, in the order given.

    What names nothing is one group, the last. A group shows the most frequent original text of its leading wording.
    """
    wordings: dict[Words, list[int]] = defaultdict(list)
    nothing: list[int] = []
    for number, saying in enumerate(sayings):
        if plain_words(saying.text) in _NOTHING:
            nothing.append(number)
        else:
            wordings[compared_words(saying.text)].append(number)
    shown = {words: _shown_text([sayings[number] for number in numbers]) for words, numbers in wordings.items()}
    near = _near_wordings(wordings)
    taken: set[Words] = set()
    groups = []
    for leader in sorted(wordings, key=lambda words: (-len(wordings[words]), len(shown[words]), shown[words])):
        if leader in taken:
            continue
        members = [leader, *(words for words in near.get(leader, ()) if words not in taken)]
        taken.update(members)
        numbers = sorted(number for words in members for number in wordings[words])
        groups.append(TextGroup(shown[leader], tuple(sayings[number] for number in numbers)))
    if nothing:
        groups.append(TextGroup(say("needs-nothing"), tuple(sayings[number] for number in nothing), nothing=True))
    return tuple(sorted(groups, key=group_order))


def _shown_text(sayings: Sequence[Saying]) -> str:
    """The most frequent original text; of equally frequent ones the shortest, then the first by the alphabet."""
    counts = Counter(saying.text.strip() for saying in sayings)
    return min(counts, key=lambda text: (-counts[text], len(text), text))


def _near_wordings(wordings: Collection[Words]) -> Mapping[Words, set[Words]]:
    """For each wording those that differ from it by one slip.

    Wordings meet first by what is left when one word is taken out, then by what is left of that word when a letter is
    taken out; only those that meet are compared. So 8,000 wordings take no 32 million comparisons.
    """
    by_length: dict[int, list[tuple[Words, list[int], int]]] = defaultdict(list)
    for words in wordings:
        if len(words) > _MOST_WORDS:
            continue
        marks = [hash(pair) for pair in enumerate(words)]
        by_length[len(words)].append((words, marks, sum(marks)))
    near: dict[Words, set[Words]] = defaultdict(set)
    for length, entries in by_length.items():
        for place in range(length):
            without_word: dict[int, list[Words]] = defaultdict(list)
            for words, marks, whole in entries:
                if len(words[place]) >= SHORTEST_SLIP:
                    without_word[whole - marks[place]].append(words)
            for met in without_word.values():
                for one, other in _slipped(met, place) if len(met) > 1 else ():
                    near[one].add(other)
                    near[other].add(one)
    return near


def _slipped(wordings: Sequence[Words], place: int) -> Iterator[tuple[Words, Words]]:
    """The pairs of wordings that differ by a slip at one place and nowhere else."""
    without_letter: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(wordings):
        word = words[place]
        for rest in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            without_letter[rest].append(number)
    compared = {(first, second) for met in without_letter.values() for first, second in combinations(met, 2)}
    for first, second in compared:
        one, other = wordings[first], wordings[second]
        same_rest = one[:place] == other[:place] and one[place + 1 :] == other[place + 1 :]
        if same_rest and is_slip(one[place], other[place]):
            yield one, other
