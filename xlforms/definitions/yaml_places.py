"""Where things stand in a file that was read with marks: by location, a path of keys and numbers of entries."""

from __future__ import annotations

from xlforms.definitions.yaml_source import Location, Mark, MarkedDict, MarkedList


def mark_of(tree: object, location: Location) -> Mark:
    """Where the value at a location stands; the nearest place above it when the location does not exist."""
    mark = tree.mark if isinstance(tree, MarkedDict | MarkedList) else Mark(0, 0)
    for step in existing_steps(tree, location):
        if isinstance(tree, MarkedDict) and isinstance(step, str):
            mark, tree = tree.key_marks[step], tree[step]
        elif isinstance(tree, MarkedList) and isinstance(step, int):
            mark, tree = tree.value_marks[step], tree[step]
    return mark


def text_mark_of(tree: object, location: Location) -> Mark:
    """Where the text of a value begins, for a place inside the text; the column is 0 when it cannot be told.

    The location exists, and ends at a key or at an entry of a list.
    """
    for step in location[:-1]:
        tree = tree[step]  # type: ignore[index]  # the location exists
    last = location[-1]
    if isinstance(tree, MarkedDict) and isinstance(last, str):
        return tree.value_marks[last]
    if isinstance(tree, MarkedList) and isinstance(last, int):
        return tree.text_marks[last]
    raise KeyError(location)


def existing_steps(tree: object, location: Location) -> Location:
    """The steps of a location that the file has, without the names of alternatives that pydantic puts between."""
    steps: list[str | int] = []
    for step in location:
        if isinstance(tree, MarkedDict) and isinstance(step, str):
            below = [tree[step]] if step in tree else []
        elif isinstance(tree, MarkedList) and isinstance(step, int):
            below = tree[step : step + 1]
        else:
            below = []
        if below:
            steps.append(step)
            tree = below[0]
    return tuple(steps)
