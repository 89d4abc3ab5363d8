"""Loads a form from YAML: shape by pydantic, then review, then expressions and rules; problems with their lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xlforms.definitions.expand import expand
from xlforms.definitions.expand_rules import expand_rules
from xlforms.definitions.explanations import explanations
from xlforms.definitions.form import Form
from xlforms.definitions.items import SectionGrid
from xlforms.definitions.review import review
from xlforms.definitions.review_expressions import review_expressions
from xlforms.definitions.rules import RuleInstance
from xlforms.definitions.shape import check_shape
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


def load_form(path: Path) -> LoadedForm:
    """The form in a YAML file.

    Raises DefinitionError with every mistake of the file, each with its line; expressions are looked at when the
    rest is right, since they name what the rest defines.
    """
    tree = read_yaml(path)
    form, problems = check_shape(Form, tree, str(path))
    if form is not None:
        problems.extend(misplaced(path, form, tree, template_folder()))
        for location, code, details in review(form):
            mark = mark_of(tree, location)
            problems.append(Problem(str(path), mark.line, mark.column, code, details))
        if not problems:
            sections = expand(form)
            problems = review_expressions(tree, sections, str(path))
            rules, in_rules = expand_rules(form, sections, tree, str(path))
            problems += in_rules
            if not problems:
                return LoadedForm(form, (*sections, *explanations(rules)), str(path), rules)
    raise DefinitionError(sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code)))
