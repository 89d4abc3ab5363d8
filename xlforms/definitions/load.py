"""Loads a form from YAML: its shape by pydantic, review, expressions, rules; every problem with its line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from xlforms.definitions.expand import expand
from xlforms.definitions.expand_roadmap import indicators_of, measures_of
from xlforms.definitions.expand_rules import expand_rules
from xlforms.definitions.explanations import explanations
from xlforms.definitions.faults import Fault
from xlforms.definitions.form import Form
from xlforms.definitions.items import SectionGrid
from xlforms.definitions.key_figure import KeyFigure
from xlforms.definitions.key_figures import key_figures_of
from xlforms.definitions.review import review
from xlforms.definitions.review_expressions import review_expressions
from xlforms.definitions.review_key_figures import review_key_figures
from xlforms.definitions.review_personal import review_personal
from xlforms.definitions.review_prompts import review_prompts
from xlforms.definitions.roadmap import Indicator, Measure
from xlforms.definitions.rules import RuleInstance
from xlforms.definitions.shape import check_shape
from xlforms.definitions.sound_part import SoundPart, sound_part, without_faults
from xlforms.definitions.templates import misplaced, template_folder
from xlforms.definitions.yaml_places import mark_of
from xlforms.definitions.yaml_source import read_yaml
from xlforms.errors import DefinitionError, Problem


@dataclass(frozen=True)
class LoadedForm:
    """A form ready for use: the definition, its grids and edit rules spelled out, and the file it came from."""

    form: Form
    sections: tuple[SectionGrid, ...]
    path: str
    rules: tuple[RuleInstance, ...] = ()

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures of a roadmap, in printed order."""
        return measures_of(self.form)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The target indicators, in printed order."""
        return indicators_of(self.form)

    @cached_property
    def key_figures(self) -> tuple[KeyFigure, ...]:
        """The key figures, in the order of the form."""
        return key_figures_of(self.form.key_figures)


def load_form(path: Path) -> LoadedForm:
    """The form in a YAML file.

    Raises DefinitionError with every mistake of the file, each with its line. Where entries are faulty, what is left
    without them is looked at, expressions and rules too; what only names a faulty entry is no mistake.
    """
    tree = read_yaml(path)
    form, problems = check_shape(Form, tree, str(path))
    part = sound_part(tree, form, problems)
    if form is not None:
        problems.extend(misplaced(path, form, tree, template_folder()))
    if part is not None:
        faults = list(review(part.form))
        problems += [_problem(part, str(path), fault) for fault in faults if not part.caused(*fault[1:])]
        part = without_faults(part, faults)
    if part is not None:
        sections = expand(part.form)
        found = [
            problem
            for look in (review_expressions, review_personal, review_prompts, review_key_figures)
            for problem in look(part.tree, sections, str(path))
        ]
        rules, in_rules = expand_rules(part.form, sections, part.tree, str(path))
        problems += [problem for problem in (*found, *in_rules) if not part.caused(problem.code, problem.parameters)]
        if not problems:
            return LoadedForm(part.form, (*sections, *explanations(rules)), str(path), rules)
    raise DefinitionError(sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code)))


def _problem(part: SoundPart, path: str, fault: Fault) -> Problem:
    location, code, details = fault
    mark = mark_of(part.tree, location)
    return Problem(path, mark.line, mark.column, code, details)
