"""Copies of data folders that tests change."""

import subprocess
from pathlib import Path


def copied(data: Path, target: Path) -> Path:
    """`target`, now a copy of a data folder that this process may have open.

    Another program copies it: SQLite's locks on a database are gone as soon as the process that holds them closes any file
    handle on it (https://sqlite.org/howtocorrupt.html, 2.2), and the next command to end would then delete the write-ahead log
    under the assistant.
    """
    subprocess.run(["cp", "-r", "--", str(data), str(target)], check=True)
    return target
