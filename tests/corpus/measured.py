"""Runs a command and prints what it cost: `python -m tests.corpus.measured COMMAND…`.

The system counts to a process whatever its parent held when it began, so a small process must stand between the tests
and the command.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time


def main() -> None:
    """Prints exit code, standard error, seconds, and the most memory (bytes) of the command or of any process below."""
    begin = time.monotonic()
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        errors = process.stderr.read() if process.stderr is not None else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps({
        "code": process.returncode, "errors": errors, "seconds": time.monotonic() - begin,
        "memory": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
