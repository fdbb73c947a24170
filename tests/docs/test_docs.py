"""What README.md and docs/ say is there: links, files, commands and their options, settings, metrics."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from eval.metrics import METRICS, WRITING
from index.settings import PREFIX, PROJECT, Settings

PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))]
README = PAGES[0].read_text(encoding="utf-8")
DECISIONS = sorted((PROJECT / "docs" / "decisions").glob("*.md"))
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
COMMANDS = {
    "ingest": [()],
    "answer": [()],
    "eval": [
        (),
        *(
            (name,)
            for name in (
                "run",
                "score",
                "check",
                "compare",
                "gate",
                "judge",
                "benchmark",
                "drafts",
                "learn",
                "ablate",
                "register",
            )
        ),
    ],
    "obligations": [()],
}
"""The modules whose options are known, each with its subcommands."""
ELSEWHERE = {"pip", "venv"}
"""Modules that are not ours."""
FORBIDDEN = ("../shared", "/work/", "ASSISTANT_SAMPLES")

_FENCED = re.compile(r"^ *```\w*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)|<img[^>]*\bsrc=\"([^\"]+)\"")
_MODULE = re.compile(r"python -m (\w+)([^\n#|&;`]*)")
_MAKE = re.compile(r"(?:^|&&|;) *make((?: +[\w-]+(?:=\S+)?)+)", re.MULTILINE)
_SETTING = re.compile(rf"{PREFIX}[A-Z_]+")
_FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)+\.(?:py|yaml|md|jsonl|sh|toml)|[\w-]+(?:/[\w-]+)*/")


def name(page: Path) -> str:
    return page.relative_to(PROJECT).as_posix()


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def code(page: Path) -> list[str]:
    """The blocks of code and the words set as code of a page."""
    text = page.read_text(encoding="utf-8")
    return [*_FENCED.findall(text), *_INLINE.findall(_FENCED.sub("", text))]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ +(.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> Iterator[str]:
    """The targets of links and images that are not on the web."""
    for found in _LINK.finditer(prose(page)):
        target = found[1] or found[2]
        if not target.startswith(("http://", "https://", "mailto:")):
            yield unquote(target)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_and_images_lead_somewhere(page: Path) -> None:
    broken = []
    for target in links(page):
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_files_and_folders_named_are_there(page: Path) -> None:
    """Of those in a folder of the project; what a run or a person makes is not looked for."""
    named = {word for text in code(page) for word in _FILE.findall(text)}
    ours = {
        word for word in named if (PROJECT / word.split("/")[0]).is_dir() and not word.startswith(("data/", "runs/"))
    }
    assert [word for word in sorted(ours) if not (PROJECT / word).exists()] == []


@pytest.fixture(scope="module")
def options() -> dict[tuple[str, ...], set[str]]:
    """The options of each command and subcommand, from its own help."""
    found: dict[tuple[str, ...], set[str]] = {}
    for module, subcommands in COMMANDS.items():
        main = importlib.import_module(f"{module}.__main__").main
        for subcommand in subcommands:
            with pytest.MonkeyPatch.context() as patch:
                said: list[str] = []
                patch.setattr(
                    "argparse.ArgumentParser._print_message", lambda _, message, *__, s=said: s.append(message)
                )
                with pytest.raises(SystemExit):
                    main([*subcommand, "--help"])
            found[module, *subcommand] = set(re.findall(r"--[a-z-]+", "".join(said)))
    return found


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_python_commands_and_their_options_are_there(page: Path, options: dict[tuple[str, ...], set[str]]) -> None:
    wrong = []
    for module, rest in (call for text in code(page) for call in _MODULE.findall(text)):
        if module in ELSEWHERE:
            continue
        words = re.sub(r'"[^"]*"', "", rest).split()
        command = (module, *words[:1]) if (module, *words[:1]) in options else (module,)
        unknown = set(re.findall(r"--[a-z-]+", " ".join(words))) - options.get(command, set())
        if not (PROJECT / module / "__main__.py").exists() or unknown:
            wrong.append((module, rest, unknown))
    assert wrong == []


def test_the_readme_shows_each_command() -> None:
    shown = {module for text in code(PAGES[0]) for module, _ in _MODULE.findall(text)}
    assert set(COMMANDS) <= shown


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_make_targets_and_variables_are_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z][\w-]*):", MAKEFILE, re.MULTILINE))
    variables = set(re.findall(r"^([A-Z]+) \?=", MAKEFILE, re.MULTILINE))
    words = [word for text in code(page) for call in _MAKE.findall(text) for word in call.split()]
    known = {word for word in words if word in targets or word.partition("=")[0] in variables}
    assert set(words) - known == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_settings_named_are_there(page: Path) -> None:
    known = {PREFIX + field.upper() for field in Settings.model_fields} | {PREFIX}
    assert set(_SETTING.findall(page.read_text(encoding="utf-8"))) - known == set()


@pytest.mark.parametrize("field", Settings.model_fields)
def test_every_setting_is_in_the_readme_with_its_default(field: str) -> None:
    row = re.search(rf"^\| `{PREFIX}{field.upper()}` \| (.+?) \| .+ \|$", README, re.MULTILINE)
    assert row is not None
    default = Settings.model_fields[field].default
    if default is None:
        assert row[1] == "none"
    elif isinstance(default, Path):
        assert row[1] == f"`{default.relative_to(PROJECT).as_posix()}/`"
    else:
        assert row[1] == f"`{int(default) if isinstance(default, bool) else default}`"


def test_every_metric_is_explained() -> None:
    text = (PROJECT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| (`[\w@]+`(?:, `[\w@]+`)*) \| .+ \|$", text, re.MULTILINE)
    names = [name for cell in explained for name in re.findall(r"[\w@]+", cell)]
    assert sorted(names) == sorted(metric.name for metric in (*METRICS, *WRITING))


def test_decisions_are_numbered_once_and_named_after_their_number() -> None:
    numbers = [page.name[:4] for page in DECISIONS]
    assert len(set(numbers)) == len(numbers)
    for page, number in zip(DECISIONS, numbers, strict=True):
        assert page.read_text(encoding="utf-8").startswith(f"# {number}: ")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_nothing_of_the_workplace_is_named(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [word for word in FORBIDDEN if word in text] == []
