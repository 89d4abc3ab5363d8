"""The script of a story in `examples/`, as a module: the folders are numbered, so they cannot be imported by name."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType


def story_script(story: Path) -> ModuleType:
    """The module of `make.py` in the folder of a story."""
    name = f"make_{story.name}"
    specification = importlib.util.spec_from_file_location(name, story / "make.py")
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    sys.modules[name] = script  # dataclasses look their module up there
    specification.loader.exec_module(script)
    return script
