"""The forms that can be met: known by name at once, loaded and laid out when they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from xlforms.definitions.items import SectionGrid
from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.templates import available_forms, version_key
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan

FormName = tuple[str, str]
FormParts = tuple[Plan, tuple[SectionGrid, ...]]


class FormLibrary(Mapping[FormName, Plan]):
    """Plans by (id, version), versions in their natural order.

    The forms of the toolkit are known by their file names and loaded on first use; those in `paths` are loaded at once,
    because only their content says what they are, and they go before the toolkit's of the same name.
    """

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        self._loaded: dict[FormName, FormParts] = {}
        sources: dict[FormName, Path] = {(source.id, source.version): source.path for source in available_forms()}
        self.given: list[str] = []
        for path in paths:
            loaded = load_form(path)
            name = (loaded.form.form, loaded.form.version)
            sources[name] = path
            self._loaded[name] = _parts(loaded)
            self.given.append(loaded.form.form)
        self._own = frozenset(self._loaded)
        self._sources = dict(sorted(sources.items(), key=lambda entry: (entry[0][0], version_key(entry[0][1]))))

    def __getitem__(self, name: FormName) -> Plan:
        return self.parts(name)[0]

    def __iter__(self) -> Iterator[FormName]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all forms."""
        return frozenset(form for form, _ in self._sources)

    def parts(self, name: FormName) -> FormParts:
        """The plan and the grids of a form. Raises KeyError when it is not known, DefinitionError for its mistakes."""
        if name not in self._loaded:
            self._loaded[name] = _parts(load_form(self._sources[name]))
        return self._loaded[name]

    def chosen(self, names: Iterable[FormName], ids: Iterable[str] = ()) -> dict[FormName, FormParts]:
        """The forms given themselves, those of `names` that are known, and the newest version of each of `ids` that
        would have none; in their order. It never depends on what else was loaded."""
        chosen = {*names, *self._own} & self._sources.keys()
        met = {form for form, _ in chosen}
        newest = {name[0]: name for name in self._sources}
        chosen |= {newest[form] for form in ids if form in newest and form not in met}
        return {name: self.parts(name) for name in self._sources if name in chosen}


def _parts(loaded: LoadedForm) -> FormParts:
    return build_plan(loaded), loaded.sections
