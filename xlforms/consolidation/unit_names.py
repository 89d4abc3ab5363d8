"""Names of schools and municipalities as people write them, compared by the words that tell them apart.

Case, quotes, «ё», punctuation and the legal form («МБОУ», «муниципальное бюджетное учреждение») say nothing. What is
left is compared as a set of words: «МБОУ „СОШ № 1“ г. Орска» is «Средняя школа №1 Орска».
"""

from __future__ import annotations

import re
from enum import IntEnum

from xlforms.intake.texts import fold

Words = frozenset[str]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORT_FORMS = {
    "сош": ("средняя", "школа"),
    "оош": ("основная", "школа"),
    "нош": ("начальная", "школа"),
}
_LEGAL = re.compile(
    "(м|г|фг|ч|н)?(о|б|к|а|бо|ко|ао|об|оа|ок|бд|кд|ад|до|бдо|кдо|адо)?о?у"  # МОУ, МБОУ, МБДОУ, ГБУ…
    r"|имени|им|г|с|п|д|х|ст|пгт|р|н|o|n|no"
    r"|(муниципальн|государственн|бюджетн|автономн|казенн|частн|общеобразовательн|образовательн|учреждени|организаци)\w+"
)
_KIND = re.compile(
    r"школа|средняя|основная|начальная|вечерняя|гимназия|лицей|интернат|центр|образования|детский|сад|филиал"
    r"|(город|сел|посел|район)\w{0,3}"
)
"""Words that many schools share: they tell kinds of schools, and are no sign that two names mean one."""

_MUNICIPAL = re.compile(r"г|го|мо|мр|гп|сп|р|н|о|город|города|(городск|муниципальн|район|округ|образовани|поселени)\w*")
_ALIKE = 4  # letters: «Ивановская» and «с. Ивановка» may be one place


class Likeness(IntEnum):
    """What two names say of each other."""

    DIFFERENT = 0
    UNCERTAIN = 1
    SAME = 2


def words_of_name(name: str) -> Words:
    """The words that tell a school from others; empty when there are none."""
    words: set[str] = set()
    for word in _WORD.findall(fold(name)):
        if word.isdigit():
            words.add(word.lstrip("0") or "0")
        elif word in _SHORT_FORMS:
            words.update(_SHORT_FORMS[word])
        elif not _LEGAL.fullmatch(word):
            words.add(word)
    return frozenset(words)


def words_of_municipality(name: str) -> Words:
    """The words that tell a municipality from others; all of its words when every one is a common one."""
    words = frozenset(_WORD.findall(fold(name)))
    return frozenset(word for word in words if not _MUNICIPAL.fullmatch(word)) or words


def compare_names(one: Words, other: Words) -> Likeness:
    """Whether two schools may be one: SAME when all words of one are in the other, DIFFERENT when the numbers differ or
    no word that tells schools apart is alike. A name without words says nothing."""
    if not one or not other:
        return Likeness.UNCERTAIN
    numbers, other_numbers = _numbers(one), _numbers(other)
    if numbers and other_numbers and not numbers & other_numbers:
        return Likeness.DIFFERENT
    if one <= other or other <= one:
        return Likeness.SAME
    telling, other_telling = _telling(one), _telling(other)
    if numbers & other_numbers or not telling or not other_telling or _any_alike(telling, other_telling):
        return Likeness.UNCERTAIN
    return Likeness.DIFFERENT


def compare_municipalities(one: Words, other: Words) -> Likeness:
    """SAME for the same words, DIFFERENT when none is alike."""
    if not one or not other:
        return Likeness.UNCERTAIN
    if one <= other or other <= one:
        return Likeness.SAME
    return Likeness.UNCERTAIN if _any_alike(one, other) else Likeness.DIFFERENT


def _numbers(words: Words) -> Words:
    return frozenset(word for word in words if word.isdigit())


def _telling(words: Words) -> Words:
    return frozenset(word for word in words if not word.isdigit() and not _KIND.fullmatch(word))


def _any_alike(ones: Words, others: Words) -> bool:
    return any(
        one == other or (len(one) >= _ALIKE and one[:_ALIKE] == other[:_ALIKE]) for one in ones for other in others
    )
