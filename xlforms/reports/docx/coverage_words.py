"""Who answered: how many of how many, in time or late, which files were rejected, municipality by municipality."""

from __future__ import annotations

from collections import Counter

from xlforms.messages import say
from xlforms.reports.coverage import Coverage
from xlforms.reports.docx.facts import NoteFacts
from xlforms.reports.docx.limits import Limits
from xlforms.reports.docx.municipality_ranks import rank_coverage
from xlforms.reports.docx.note_parts import Paragraph, Part, Points
from xlforms.reports.docx.shares import share_words
from xlforms.reports.docx.shortened import name_some, shorten, shorten_name

_CAME = ("accepted", "superseded", "duplicate", "rejected")


def coverage_parts(facts: NoteFacts, limits: Limits) -> list[Part]:
    """The paragraphs about who answered."""
    sentences = [_headline(facts), _time(facts), _files(facts)]
    parts: list[Part] = [Paragraph(" ".join(filter(None, sentences)))]
    if len(facts.by_form) > 1:
        parts.append(_form_points(facts, limits))
    places = _municipalities(facts, limits)
    return [*parts, Paragraph(places)] if places else parts


def coverage_words(facts: NoteFacts, part: Coverage) -> str:
    """How many of how many: «5 из 6 школ»; of forms when schools return several."""
    code = "note-of-forms" if len(facts.titles) > 1 else "note-of-units"
    return say(code, part=part.accepted, whole=part.expected)


def _headline(facts: NoteFacts) -> str:
    total, several = facts.total, "-forms" if len(facts.by_form) > 1 else ""
    if not facts.summary.registered:
        return say(f"note-came-no-register{several}" if total.accepted else "note-nothing-no-register",
                   accepted=total.accepted)  # fmt: skip
    kind = "all" if not total.missing else "some" if total.accepted else "none"
    share = share_words(total.accepted, total.expected)
    return say(f"note-came-{kind}{several}", accepted=total.accepted, expected=total.expected, missing=total.missing,
               share=share)  # fmt: skip


def _time(facts: NoteFacts) -> str:
    times = facts.times
    if times is None:
        return ""
    if not times.late and not times.unknown:
        return say("note-all-on-time", forms=times.on_time)
    code = "note-times-unknown" if times.unknown else "note-times"
    forms = times.on_time + times.late + times.unknown
    return say(code, forms=forms, on_time=times.on_time, late=times.late, unknown=times.unknown)


def _files(facts: NoteFacts) -> str:
    counts = Counter(file.status for file in facts.summary.received if file.status in _CAME)
    code = "note-files-rejected" if counts["rejected"] else "note-files"
    return say(code, files=counts.total(), rejected=counts["rejected"]) if counts else ""


def _form_points(facts: NoteFacts, limits: Limits) -> Points:
    code = "note-form" if facts.summary.registered else "note-form-no-register"
    lines = [
        say(code, form=shorten(facts.titles[form], limits.name), accepted=part.accepted, expected=part.expected,
            share=share_words(part.accepted, part.expected))
        for form, part in facts.by_form.items()
    ]  # fmt: skip
    more = len(lines) - limits.forms
    return Points((*lines[: limits.forms], *([say("note-more-forms", more=more)] if more > 0 else [])))


def _municipalities(facts: NoteFacts, limits: Limits) -> str:
    """Which municipalities answered in full, and which one is worst."""
    parts, total = facts.by_municipality, facts.total
    if not facts.summary.registered or len(parts) < 2 or not total.accepted or not total.missing:
        return ""
    full = [name for name, part in parts.items() if not part.missing]
    code = "note-full" if full else "note-full-none"
    first = say(code, full=len(full), all=len(parts), names=name_some(full, limits.extremes, limits))
    worst = rank_coverage(parts, facts.total)[-1]
    part = parts[worst.place]
    words, same = coverage_words(facts, part), sum(other.share == part.share for other in parts.values()) - 1
    place = shorten_name(worst.place, limits.place)
    second = say("note-worst-and-others" if same else "note-worst", place=place, of=words, share=worst.shown,
                 others=same)  # fmt: skip
    return f"{first} {second}"
