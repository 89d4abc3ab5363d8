"""Everything that the script of the page works on, as one value that is printed as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlforms.consolidation.measure_states import STATES
from xlforms.consolidation.summary import Summary
from xlforms.messages import CATALOGUE, say
from xlforms.reports.html.finding_columns import finding_columns
from xlforms.reports.html.form_columns import form_columns
from xlforms.reports.html.form_items import FormItem
from xlforms.reports.html.roadmap_columns import roadmap_columns
from xlforms.reports.state_looks import STATE_LOOKS, state_words

_SAID_BY_SCRIPT = "page-js-"


def page_data(summary: Summary, items: Mapping[str, Sequence[FormItem]]) -> dict[str, object]:
    """`items` are those of each form; units and municipalities are known by their numbers everywhere."""
    places = list(summary.municipalities)
    numbers = {place: number for number, place in enumerate(places)}
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    return {
        "words": {code.removeprefix(_SAID_BY_SCRIPT): texts[0] for code, texts in CATALOGUE.items()
                  if code.startswith(_SAID_BY_SCRIPT)},
        "states": [[STATE_LOOKS[state].mark, state_words(state), state] for state in STATES],
        "registered": summary.registered,
        "places": [place or say("report-no-municipality") for place in places],
        "units": {
            "code": [unit.unit for unit in summary.units],
            "name": [unit.name for unit in summary.units],
            "place": [numbers[unit.municipality] for unit in summary.units],
        },
        "forms": [form_columns(summary, form, items[form.form], places) for form in summary.forms],
        "findings": finding_columns(summary),
        "roadmaps": [roadmap_columns(progress, order) for progress in summary.progress],
    }  # fmt: skip
