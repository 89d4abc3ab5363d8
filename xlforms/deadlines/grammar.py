"""The phrases of a deadline: periods with their «до», «с», «к», repetitions, and words that set no date."""

from __future__ import annotations

from dataclasses import replace

from xlforms.deadlines.phrases import Bound, Break, Found, NoDate, Period, Phrase, Repeats, Stretch, Unread
from xlforms.deadlines.repetitions import read_day_of_month, read_repeats
from xlforms.deadlines.stretches import read_stretches
from xlforms.deadlines.tokens import Tokens, word_at
from xlforms.deadlines.words import DECIDED_ELSEWHERE, WHEN_NEEDED

_BREAKS = (",", ";", "(", ")")
_EMPTY_WORDS = ("и", "а", "также", "но", "в", "на", "за", "период", "включительно", "/")
_BEFORE_A_PERIOD = ("в", "на", "за", "течение", "весь")
_BOUNDS: dict[str, Bound] = {"до": "until", "к": "by", "по": "through", "с": "from", "от": "from", "после": "after"}


def phrases_of(tokens: Tokens) -> tuple[Phrase, ...]:
    """The phrases in the order of the text; every word is part of one, means nothing by itself, or is Unread."""
    phrases: list[Phrase] = []
    at, then = 0, False
    while at < len(tokens):
        word = word_at(tokens, at)
        if word in _BREAKS:
            phrases.append(Break())
            at += 1
        elif word == "затем":
            phrases.append(Break())
            then, at = True, at + 1
        elif (found := _dated(tokens, at)) is not None:
            if not _belongs_to_no_date(phrases, found[0]):
                phrases.extend(_after(phrase, then) for phrase in found[0])
            then, at = False, found[1]
        elif word in _EMPTY_WORDS or (word == "-" and _idle_dash(tokens, at)):
            at += 1
        else:
            other, at = _other_words(tokens, at)
            if not (isinstance(other, Unread) and _last(phrases) is not None and isinstance(_last(phrases), NoDate)):
                phrases.append(other)
    return _joined(phrases)


def read_period(tokens: Tokens, at: int) -> Found[tuple[Period, ...]]:
    """One period with the word that bounds it, several for «10 и 20 марта»."""
    if word_at(tokens, at) == "начиная" and word_at(tokens, at + 1) == "с":
        at += 1
    if word_at(tokens, at) == "не" and word_at(tokens, at + 1) in ("позднее", "ранее"):
        return _bounded(tokens, at + 2, "through" if word_at(tokens, at + 1) == "позднее" else "from")
    bound = _BOUNDS.get(word_at(tokens, at))
    if bound is not None:
        periods = _bounded(tokens, at + 1, bound)
        of_a_paper = word_at(tokens, at) == "от" and periods is not None and periods[0][-1].bound == "from"
        return None if of_a_paper else periods
    while word_at(tokens, at) in _BEFORE_A_PERIOD:
        at += 1
    found = read_stretches(tokens, at, ("-", "по"))
    if found is not None:
        return tuple(Period(stretch) for stretch in found[0]), found[1]
    if word_at(tokens, at) == "период" and word_at(tokens, at + 1) != "период":
        return read_period(tokens, at + 1)
    return None


def _bounded(tokens: Tokens, at: int, bound: Bound) -> Found[tuple[Period, ...]]:
    while word_at(tokens, at) in ("весь", "в"):
        at += 1
    found = read_stretches(tokens, at, ("-", "по", "до") if bound == "from" else ("-",))
    if found is None:
        return None
    stretches, end = found
    if word_at(tokens, end) == "включительно":
        bound, end = ("through" if bound == "until" else bound), end + 1
    if bound == "from" and stretches[-1].last is not None:
        return tuple(Period(stretch) for stretch in stretches), end
    return tuple(Period(stretch, bound) for stretch in stretches), end


def _dated(tokens: Tokens, at: int) -> Found[tuple[Phrase, ...]]:
    repeats = read_repeats(tokens, at)
    if repeats is not None:
        return (repeats[0],), repeats[1]
    day = read_day_of_month(tokens, at)
    if day is not None:
        return (day[0],), day[1]
    return read_period(tokens, at)


def _other_words(tokens: Tokens, at: int) -> tuple[NoDate | Unread, int]:
    """Words up to a break or to «до 1 мая», «в течение года», «1 раз в квартал»; dates among them are not deadlines."""
    end = at + 1
    while end < len(tokens) and word_at(tokens, end) not in (*_BREAKS, "затем") and not _ends_other_words(tokens, end):
        end += 1
    run = tokens[at:end]
    words = " ".join(token.text for token in run)
    if any(WHEN_NEEDED.match(token.text) for token in run):
        return NoDate("need", words), end
    if any(DECIDED_ELSEWHERE.match(token.text) or token.word == "день" for token in run):
        months = any(token.kind in ("month", "date", "day_month", "month_year") for token in run)
        of_a_paper = any(token.word in ("от", "№") for token in run)
        return NoDate("plan", words, inside=months and not of_a_paper), end
    return Unread(words), end


def _ends_other_words(tokens: Tokens, at: int) -> bool:
    if read_repeats(tokens, at) is not None:
        return True
    word = word_at(tokens, at)
    opens = word in ("до", "не", "течение") or (word == "в" and word_at(tokens, at + 1) in ("течение", "период"))
    return opens and read_period(tokens, at) is not None


def _belongs_to_no_date(phrases: list[Phrase], found: tuple[Phrase, ...]) -> bool:
    """A bare year behind «по планам на 2020, 2021 годы» is part of those words."""
    years = all(
        isinstance(phrase, Period) and phrase.bound == "within" and phrase.stretch.first.shape in ("year", "unclear")
        for phrase in found
    )
    return years and isinstance(_last(phrases), NoDate)


def _last(phrases: list[Phrase]) -> Phrase | None:
    return next((phrase for phrase in reversed(phrases) if not isinstance(phrase, Break)), None)


def _after(phrase: Phrase, then: bool) -> Phrase:
    return replace(phrase, then=True) if then and isinstance(phrase, Period | Repeats) else phrase


def _idle_dash(tokens: Tokens, at: int) -> bool:
    """A dash at an end of the text or beside a break joins nothing."""
    edges = (*_BREAKS, "-", "затем")
    return (at == 0 or at + 1 == len(tokens)
            or word_at(tokens, at - 1) in edges or word_at(tokens, at + 1) in edges)  # fmt: skip


def _joined(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    """«с 1 сентября, до 31 мая» is one range although a comma or other words stand between."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = next((earlier for earlier in reversed(joined) if isinstance(earlier, Period)), None)
        if (isinstance(phrase, Period) and phrase.bound in ("until", "through") and phrase.stretch.last is None
                and before is not None and before.bound == "from" and before.stretch.last is None):  # fmt: skip
            place = len(joined) - 1 - joined[::-1].index(before)
            joined[place] = Period(Stretch(before.stretch.first, phrase.stretch.first), then=before.then)
        else:
            joined.append(phrase)
    return tuple(joined)
