"""The make targets that people are told to use, and the script that provides a browser for the tests."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from index.settings import PROJECT

TARGETS = ("setup", "run", "test", "gate", "eval", "judges", "bench")
SCRIPT = PROJECT / "scripts" / "browser.sh"

pytestmark = pytest.mark.slow


def dry_run(target: str) -> str:
    done = subprocess.run(["make", "-n", target], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def browser(path: Path) -> "subprocess.CompletedProcess[str]":
    """Runs the script with nothing but a folder to find commands in."""
    return subprocess.run(
        ["/bin/sh", str(SCRIPT)], env={"PATH": str(path)}, capture_output=True, text=True, check=False
    )


def pretend(folder: Path, name: str, script: str) -> None:
    command = folder / name
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_exists(target: str) -> None:
    dry_run(target)


@pytest.mark.parametrize(
    ("target", "commands"),
    [
        ("run", ["-m ingest", "streamlit run app.py", "--server.address 127.0.0.1"]),
        ("test", ["scripts/browser.sh", 'pytest -m "not slow"']),
        ("eval", ["-m ingest", "-m eval run eval/questions/dev.jsonl", "-m eval run eval/questions/test.jsonl"]),
        ("gate", ["-m ingest", "-m eval gate"]),
        ("judges", ["-r requirements-judges.txt -c constraints.txt"]),
        ("bench", ["-m bench"]),
    ],
)
def test_a_target_runs_its_commands(target: str, commands: list[str]) -> None:
    printed = dry_run(target)
    for command in commands:
        assert command in printed


def test_the_readme_names_targets_that_exist() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^ {0,4})make ([a-z]+(?:-[a-z]+)*)", text, re.MULTILINE))
    assert set(TARGETS) <= named
    for target in sorted(named):
        dry_run(target)


def test_a_browser_that_is_there_is_enough(tmp_path: Path) -> None:
    pretend(tmp_path, "chromium", "exit 7")
    done = browser(tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_rights_the_command_to_install_one_is_named(tmp_path: Path) -> None:
    pretend(tmp_path, "id", "echo 1000")
    done = browser(tmp_path)
    assert done.returncode == 1
    assert "sudo apt-get install -y chromium" in done.stderr


def test_with_rights_the_browser_is_installed(tmp_path: Path) -> None:
    pretend(tmp_path, "id", "echo 0")
    pretend(tmp_path, "apt-get", f'echo "$@" >> {tmp_path}/calls')
    assert browser(tmp_path).returncode == 0
    calls = (tmp_path / "calls").read_text().splitlines()
    assert [call.split()[0] for call in calls] == ["update", "install"]
    assert "chromium" in calls[1]


def test_the_script_may_be_run() -> None:
    assert os.access(SCRIPT, os.X_OK)
