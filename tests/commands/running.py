"""Runs the project's commands as a user does: another process, no settings but those given, streams caught."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.settings import PREFIX, PROJECT

LONGEST_RUN = 280
"""Seconds after which a command hangs."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


def environment(settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without the product's settings, and with those given."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**rest, **(settings or {})}


def command(*arguments: str | Path | bytes) -> list[str | Path | bytes]:
    """`python -m` with arguments, by the interpreter of the tests."""
    return [sys.executable, "-m", *arguments]


def run(
    *arguments: str | Path | bytes,
    settings: Mapping[str, str] | None = None,
    before: Sequence[str] = (),
    **options: Any,
) -> Done:
    """Runs `python -m ARGUMENTS` to its end; `before` is a command it runs under."""
    done = subprocess.run(
        [*before, *command(*arguments)],
        cwd=options.pop("cwd", PROJECT),
        env=options.pop("env", None) or environment(settings),
        capture_output=True,
        timeout=LONGEST_RUN,
        check=False,
        **options,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace"))


def succeeded(done: Done) -> Done:
    """The command, after seeing that it did all it was asked for."""
    assert done.code == 0, done.err
    assert "Traceback" not in done.err, done.err
    return done


def complained(done: Done, code: int, *mentions: str | Path) -> Done:
    """The command, after seeing that it ended with this code and a message for people that names all of this."""
    assert "Traceback" not in done.err, done.err
    assert "panicked" not in done.err, done.err
    assert done.code == code, (done.code, done.err)
    for mention in mentions:
        assert str(mention) in done.err, f"no {mention!s} in: {done.err}"
    return done
