"""What every command does with its streams: results are UTF-8, and a reader who has gone is no reason for a traceback."""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper

STOPPED = 130
"""Exit code of a command stopped from the keyboard, as shells have it."""


def run(name: str, command: Callable[[], int]) -> int:
    """Runs a command; its exit code. Where the reader of its results has had enough (`| head -1`), that is 0."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        code = command()
        print(end="", flush=True)
    except BrokenPipeError:
        # What is still buffered would fail once more at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(f"{name}: stopped.", file=sys.stderr)
        return STOPPED
    return code
