"""Which program, with which forms and limits."""

from __future__ import annotations

from pathlib import Path

from xlforms.ledger.program_digest import digest_of, program_digest


def test_what_changes_it(tmp_path: Path) -> None:
    """A form that was changed, added or renamed and other limits do; a workbook beside the forms does not."""
    form = tmp_path / "forms" / "1.yaml"
    form.parent.mkdir()
    form.write_text("form: a", encoding="utf-8")
    first = program_digest([form.parent], 5)
    assert (64, first) == (len(first), program_digest([form.parent], 5))
    (form.parent / "1.xlsx").write_bytes(b"x")
    assert first == program_digest([form.parent], 5)
    others = [program_digest([form.parent], 6), program_digest([form], 5), program_digest([], 5)]
    form.rename(form.with_name("2.yaml"))
    others.append(program_digest([form.parent], 5))
    form.with_name("2.yaml").write_text("form: b", encoding="utf-8")
    others.append(program_digest([form.parent], 5))
    assert 6 == len({first, *others})


def test_digest_of_values() -> None:
    """Values of other types or in another order are others; half a letter in a name of a file is one too."""
    assert 4 == len({digest_of(1, "a"), digest_of("1", "a"), digest_of("a", 1), digest_of("\udcff")})
