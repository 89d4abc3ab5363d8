"""Writes report.html: the summary as one page that needs no network, for a browser, a phone and a printer.

Three sorts of content share the work. Tables are made here, by Jinja2 with every text escaped, so that the page reads,
prints and can be listened to without any script. The answers lie beside them as JSON by columns. A script of our own
leads from numbers to schools and files, filters findings and finds schools.

Charts are drawn by Observable Plot 0.6 on D3 7 (ISC licences, 480 KiB together, vendored unchanged in
`reports/assets`). It was chosen because it draws SVG: every school is an element with a name, and print is sharp.
Chart.js and uPlot draw on a canvas, which has no parts to name and prints as pixels; Vega-Lite is twice the size and
compiles expressions at run time, which a strict content security policy forbids. Bars of coverage are plain HTML: one
number each, and they must be there when no script runs.

The content security policy of the page lets nothing be loaded or sent, and only the scripts run that were put there,
known by their hashes: an answer that holds markup stays text even if an escape were forgotten somewhere.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.messages import say
from xlforms.reports.coverage import Coverage, coverage_by_form, form_titles, total_coverage
from xlforms.reports.frequent_findings import frequent_findings
from xlforms.reports.html.compact_json import print_json
from xlforms.reports.html.coverage_tables import form_table, municipality_table
from xlforms.reports.html.figure_tables import figure_tables
from xlforms.reports.html.form_items import FormItem, form_items
from xlforms.reports.html.need_tables import need_tables
from xlforms.reports.html.page_data import page_data
from xlforms.reports.html.page_steps import page_steps
from xlforms.reports.html.quality_tables import file_rows, missing_table, quality_rows
from xlforms.reports.html.roadmap_tables import indicator_table, measure_rows, state_heads
from xlforms.reports.html.section_tables import TotalSection, section_tables
from xlforms.reports.round_title import round_facts, round_forms, round_title
from xlforms.reports.section_values import SectionValues

_ASSETS = files("xlforms.reports") / "assets"
_HERE = files("xlforms.reports.html")
_LIBRARIES = ("d3.min.js", "plot.umd.min.js")
_SCRIPTS = ("words", "elements", "data", "dialog", "drill_down", "figures", "school", "findings", "heat_map", "needs",
            "start")  # fmt: skip


def print_page(summary: Summary) -> bytes:
    """The page as UTF-8; the same summary gives the same bytes."""
    items = {form.form: form_items(form) for form in summary.forms}
    scripts = [*((_ASSETS / name).read_text(encoding="utf-8") for name in _LIBRARIES), _own_script()]
    coverage = coverage_by_form(summary)
    asked = [entry.item for entries in items.values() for entry in entries]
    page = (
        _environment()
        .get_template("page.html")
        .render(
            policy=_policy(scripts),
            style=Markup((_HERE / "style.css").read_text(encoding="utf-8")),
            data=Markup(print_json(page_data(summary, items))),
            scripts=[Markup(script) for script in scripts],
            title=round_title(summary),
            facts=[*filter(None, [round_forms(summary)]), *round_facts(summary)],
            total=total_coverage(coverage),
            registered=summary.registered,
            steps=page_steps(summary),
            coverage=form_table(summary, coverage),
            places=municipality_table(summary) if summary.units else None,
            quality=quality_rows(summary),
            frequent=frequent_findings(summary),
            files=file_rows(summary),
            missing=missing_table(summary),
            several_forms=len(form_titles(summary)) > 1,
            figure_tables=figure_tables(summary, {form: len(entries) for form, entries in items.items()}),
            forms=[_form_part(summary, form, items[form.form], coverage[form.form]) for form in summary.forms],
            states=state_heads(),
            roadmaps=[(progress, measure_rows(progress)) for progress in summary.progress],
            indicators=[(each, indicator_table(each)) for each in summary.indicators],
            has_figures=any(item.nature == "number" for item in asked) or any(form.figures for form in summary.forms),
            needs=need_tables(summary),
        )
    )
    return page.encode()


@cache
def _environment() -> Environment:
    """The templates; compiled once in a process."""
    environment = Environment(
        loader=PackageLoader("xlforms.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = say
    return environment


@dataclass(frozen=True, slots=True)
class _FormPart:
    """The totals of one form: its title, how many returned it of how many, its sections."""

    title: str
    accepted: int
    expected: int
    sections: list[TotalSection]


def _form_part(summary: Summary, form: FormSummary, items: Sequence[FormItem], coverage: Coverage) -> _FormPart:
    numbers = {entry.item.name: number for number, entry in enumerate(items)}
    sections = section_tables(form, SectionValues(summary, form), numbers)
    return _FormPart(form.title, coverage.accepted, coverage.expected, sections)


def _own_script() -> str:
    """Our script: its files in one function, so that they share their names with each other and with nobody else."""
    parts = [(_HERE / "script" / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _policy(scripts: Sequence[str]) -> str:
    """Nothing is loaded, nothing is sent, only these scripts run; styles may stand at elements."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
