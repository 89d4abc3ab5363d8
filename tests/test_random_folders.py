"""What must hold of a folder whatever it holds, and however it was taken in: at once, in parts, in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import EVERYTHING
from tests.intake.archives import Packed, packed_zip
from tests.intake.letters import attachment, letter
from tests.intake.outlook_files import Attached, Outlook, msg
from tests.random_files import File, Sent, folders
from tests.trial_round import put, reading_here, results, rows_of, run, trial_folder

_STATUSES = {"accepted", "superseded", "duplicate", "rejected", "ignored", "unpacked"}


_COUNTED = ("totals.csv", "missing.csv", "data/trial.c.csv", "data/trial.clubs.csv")
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


@settings(max_examples=300 if EVERYTHING else 6, deadline=None, suppress_health_check=_SLOW)
@given(folders(), st.data())
def test_any_folder(drawn: list[Sent], data: st.DataObject) -> None:
    """One row for each file given and one status each; neither the order nor earlier runs over some of the files
    change a byte of any result."""
    with trial_folder(), reading_here():
        given_files = _put_all(drawn)
        names = sorted(given_files)
        some = st.lists(st.booleans(), min_size=len(names), max_size=len(names))
        earlier = data.draw(st.lists(some.filter(any) if names else some, max_size=2), label="earlier runs")
        by_name = data.draw(st.permutations(names) if names else st.just([]), label="order")
        by_folder = not names or data.draw(st.booleans(), label="by folder")
        for taken in earlier if names else ():
            run(paths=[name for name, is_taken in zip(names, taken, strict=True) if is_taken])
        run(paths=["in"] if by_folder else by_name)
        run("fresh", paths=["in"] if by_folder else names)
        assert results("fresh") == results()
        _require_rows(given_files, rows_of("received.csv"))


@settings(max_examples=200 if EVERYTHING else 4, deadline=None, suppress_health_check=_SLOW)
@given(folders(depth=2, hours=0), st.sampled_from(["zip", "letter", "msg"]))
def test_packing_changes_nothing_that_counts(drawn: list[Sent], way: str) -> None:
    """The same files loose or all in one archive or letter: the same answers of the same schools are counted."""
    with trial_folder(), reading_here():
        given_files = _put_all(drawn)
        run("loose")
        inside = {name.removeprefix("in/"): file.content for name, file in given_files.items()}
        put(*_packed(inside, way))
        run("packed", paths=["sent"])
        assert {name: results("loose").get(name) for name in _COUNTED} == {
            name: results("packed").get(name) for name in _COUNTED
        }


def _packed(inside: Mapping[str, bytes], way: str) -> tuple[str, bytes]:
    """The files in one; a letter knows no folders, so its files lie in an archive inside it."""
    archive = packed_zip([Packed(name.encode(), content, 0x800) for name, content in inside.items()])
    if way == "letter":
        return "sent/a.eml", letter(attachment(archive, "a.zip"), date=None)
    return ("sent/a.zip", archive) if way == "zip" else ("sent/a.msg", msg(Outlook([Attached(archive, "a.zip")])))


def _put_all(drawn: Sequence[Sent]) -> dict[str, File]:
    """The files by their paths; the second of one path is called otherwise."""
    Path("in").mkdir()
    given_files: dict[str, File] = {}
    for number, sent in enumerate(drawn):
        beside = "" if all(f"in/{sent.folder}{file.name}" not in given_files for file in sent.files) else f"{number}/"
        for file in sent.files:
            name = f"in/{sent.folder}{beside}{file.name}"
            if name in given_files:  # two sheets, or two copies, of one name
                continue
            put(name, file.content, sent.hour)
            given_files[name] = file
    return given_files


def _require_rows(given_files: dict[str, File], rows: Sequence[dict[str, str]]) -> None:
    assert sorted(given_files) == sorted(row["path"] for row in rows if not row["member"])
    assert len(rows) == len({(row["path"], row["member"]) for row in rows})
    assert _STATUSES >= {row["status"] for row in rows}
    counts = Counter(row["path"] for row in rows)
    whole = {name: file.rows for name, file in given_files.items() if file.rows is not None and "__MACOSX" not in name}
    assert whole == {name: counts[name] for name in whole}
    accepted = {(row["unit"], row["form"]) for row in rows if row["status"] == "accepted"}
    parts = Counter(
        (row["unit"], row["form"])
        for row in rows
        if row["status"] == "accepted" and ".csv" not in row["path"] + row["member"]
    )
    assert all(count <= 1 for count in parts.values())
    missing = {row["unit"] for row in rows_of("missing.csv")}
    assert {"001", "002", "003", "004"} == missing | {unit for unit, _ in accepted}
    assert not missing & {unit for unit, _ in accepted}
