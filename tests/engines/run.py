"""One engine: all its treatments of all forms, and a row of the table for each treatment and form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.engines.engine import Engine, Job, Treatment, entries_of
from tests.engines.judge import Verdict, judge, read_folders
from tests.engines.sources import Source

_HARMLESS = ("saved", "recalculated", "typed")
_ABLE = ("xlsx", "2010.xlsx", "xlsm", "xlsb")
_COLUMNS = "{:24} {:22} {:10} {:18} {:>7} {:>6} {:>5} {:>5}  {}"


@dataclass(frozen=True)
class Row:
    """What became of one form after one treatment by one engine; `failure` says that the engine itself did not save."""

    engine: str
    treatment: Treatment
    source: str
    answers: int
    verdict: Verdict
    failure: str

    @staticmethod
    def heading() -> str:
        """The names of the columns."""
        return _COLUMNS.format(
            "engine", "treatment", "format", "form", "answers", "right", "named", "wrong", "findings, rejections"
        )

    def line(self) -> str:
        """The row as people read it."""
        findings = [f"{code} {count}" for code, count in sorted(self.verdict.findings.items())]
        notes = ", ".join([*findings, *self.verdict.rejected, *([f"engine: {self.failure}"] if self.failure else [])])
        return _COLUMNS.format(
            self.engine, self.treatment.name, self.treatment.format, self.source, self.answers,
            self.verdict.right, self.verdict.named, len(self.verdict.wrong), notes,
        )  # fmt: skip

    def complaints(self) -> list[str]:
        """Answers wrong in silence, what an engine could not do, and forms of which saving again has lost anything.

        Old formats and texts «as shown» may lose answers, if they are named.
        """
        place = f"{self.engine}, {self.treatment.name}, {self.treatment.format}, {self.source}"
        found = [f"{place}: {message}" for message in self.verdict.wrong]
        if self.treatment.name in _HARMLESS and self.treatment.format in _ABLE and self.verdict.right < self.answers:
            found.append(f"{place}: only {self.verdict.right} of {self.answers} answers came back")
        return [f"{place}: not done: {self.failure}"] if self.failure else found


def run_engine(
    engine: Engine, version: str, forms: Sequence[Source], folder: Path, definitions: Sequence[str]
) -> Iterator[Row]:
    """The rows of an engine, in the order of its treatments."""
    folder.mkdir()
    jobs: list[tuple[Source, Job]] = []
    for number, (treatment, source) in enumerate((t, s) for t in engine.treatments for s in forms):
        place = folder / f"{number:03}"
        place.mkdir()
        target = place / f"form.{treatment.format}"
        entries = entries_of(source.plan, source.entered) if treatment.typed else ()
        origin = source.blank if treatment.typed else source.filled
        jobs.append((source, Job(origin, target, treatment, source.largest, entries)))
    failures = engine.run([job for _, job in jobs])
    (folder / "000" / "jobs.json").unlink(missing_ok=True)
    origins = [_alone(source, folder / f"as issued {number}") for number, source in enumerate(forms)]
    read = read_folders([*origins, *(job.target.parent for _, job in jobs)], definitions)
    for (source, job), failure in zip(jobs, failures, strict=True):
        before = read[origins[forms.index(source)]].findings
        given = source.given(typed=job.treatment.typed)
        verdict = judge(source.plan, given, read[job.target.parent], before, shown=job.treatment.shown)
        yield Row(f"{engine.name} {version}", job.treatment, source.name, len(given), verdict, failure)


def _alone(source: Source, folder: Path) -> Path:
    """The filled form in a folder of its own."""
    folder.mkdir()
    (folder / "form.xlsx").write_bytes(source.filled.read_bytes())
    return folder
