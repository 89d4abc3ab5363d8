"""A text as the words by which it is compared with others: what does not change its meaning taken away.

Capitals, ё, kinds of dashes and spaces, punctuation and numbers of lists go; numbers, signs that change what a number
says, and the order of words stay. Of nouns and adjectives the ending goes as well: «нет учителя» and «нет учителей»
say the same.

An ending goes only where two witnesses agree. The stemmer of Porter's Snowball for Russian
(https://snowballstem.org/algorithms/russian/stemmer.html) must cut it off, and it must be a case ending; nouns,
adjectives and nouns in «-ия» are not mixed. Measured on the 16,623 words of the frequency list of pyspellchecker that
the dictionary of pymorphy3 knows, names aside: of pairs of nouns and adjectives that come out equal 36 in 5,582 are
different words (0.6 %: «угол» and «уголь»). The stemmer alone mixes 22 % of all pairs: «отремонтирована» and
«отремонтировать», what is done and what is asked for. So verbs keep their endings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from snowballstemmer import stemmer

Words = tuple[str, ...]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_LIST_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)](?!\d)|[-*•·](?!\d)|[а-яa-z]\))\s*(?=\S)", re.MULTILINE)
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s*-\s*(?=\d)")
# A number with what joins its parts («1,5», «5-7», «2020/21»), a minus of its own, a word, or a sign that matters.
_WORD = re.compile(r"(?:(?<=\s)-)?\d+(?:[.,:/-]\d+)*|[^\W\d_]+|[%+?<>=№$€₽]")

_LEAST_STEM = 4  # letters; shorter ones belong to many words: «пол», «поле»
_ENDINGS = {
    ending: kind
    for kind, endings in (
        ("noun", "а я ы и о е у ю ей ою ею ом ем ам ям ами ями ах ях ов ев ь"),
        ("adjective", "ый ой ая яя ое ее ые ого его ому ему ым ую юю ых их ыми ими"),
        ("noun in -ия", "ия ие ии ию ией ием иям иями иях ий"),
    )
    for ending in endings.split()
} | {"": "noun"}
_STEMMER = stemmer("russian")


@lru_cache(maxsize=65_536)
def plain_words(text: str) -> Words:
    """The words and numbers of a text, in lower case, without what does not change its meaning; endings stay."""
    plain = _DASHES.sub("-", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))).casefold().replace("ё", "е")
    return tuple(_WORD.findall(_BETWEEN_NUMBERS.sub("-", _LIST_NUMBER.sub("", plain))))


def compared_words(text: str) -> Words:
    """The words of a text, each as `compared_word` gives it; texts with equal words say the same."""
    return tuple(map(compared_word, plain_words(text)))


@lru_cache(maxsize=65_536)
def compared_word(word: str) -> str:
    """The stem of a noun or adjective and, after «|», its kind; any other word as it is."""
    if len(word) < _LEAST_STEM or not word.isalpha():
        return word
    stem: str = _STEMMER.stemWord(word)
    kind = _ENDINGS.get(word[len(stem) :])
    return f"{stem}|{kind}" if kind and len(stem) >= _LEAST_STEM and word.startswith(stem) else word
