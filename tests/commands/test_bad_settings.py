"""Settings and flags that cannot be used: exit code 2, the setting or flag named, and what would be right."""

from pathlib import Path

import pytest
from running import complained, run

MALFORMED = {
    "ASSISTANT_DTYPE": ("int8", "'float32' or 'bfloat16', not 'int8'"),
    "ASSISTANT_MAX_FILE_MB": ("-1", "greater than 0"),
    "ASSISTANT_THREADS": ("many", "valid integer"),
    "ASSISTANT_HUB": ("perhaps", "valid boolean"),
}


def test_settings_that_cannot_be_used_are_all_named(tmp_path: Path) -> None:
    settings = {name: value for name, (value, _) in MALFORMED.items()}
    done = run("ingest", "--list", "--data", tmp_path, settings=settings)
    complained(done, 2, *(f"{name}: " for name in MALFORMED), *(said for _, said in MALFORMED.values()))
    assert done.out == ""


def test_no_threads_at_all_is_refused(tmp_path: Path) -> None:
    done = run("ingest", "--list", "--data", tmp_path, settings={"ASSISTANT_THREADS": "0"})
    complained(done, 2, "ASSISTANT_THREADS", "greater than 0")


def test_a_database_that_is_none_is_named(tmp_path: Path) -> None:
    done = run("ingest", "--list", "--data", tmp_path, settings={"ASSISTANT_DATABASE": "nothing://x"})
    complained(done, 2, "ASSISTANT_DATABASE", "nothing://x")


def test_an_unknown_setting_is_named_with_the_known_ones(tmp_path: Path) -> None:
    done = run("ingest", "--list", "--data", tmp_path, settings={"ASSISTANT_DAAT": "x"})
    complained(done, 2, "ASSISTANT_DAAT", "Known ones: ASSISTANT_CHROMA, ASSISTANT_CORPUS, ASSISTANT_DATA,")


def test_both_commands_look_at_the_settings(tmp_path: Path) -> None:
    complained(run("answer", "x", "--data", tmp_path, settings={"ASSISTANT_DAAT": "x"}), 2, "ASSISTANT_DAAT")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["answer"], "give one question, --questions FILE.jsonl or --check FILE.jsonl"),
        (["answer", "x", "--questions", "y.jsonl"], "give one question, --questions FILE.jsonl or --check FILE.jsonl"),
        (["answer", "x", "--today", "30/6/2025"], "write it as 2025-06-30"),
        (["answer", "x", "--today", "2025-02-30"], "write it as 2025-06-30"),
        (["answer", "x", "--colour"], "--colour"),
        (["ingest", "--colour"], "--colour"),
        (["ingest", "--withdraw"], "--withdraw"),
        (["ingest", "--withdraw", "a", "--restore", "b"], "not allowed with argument"),
        (["ingest", "--list", "corpus"], "PATHs"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_usage_is_explained(arguments: list[str], said: str, data: Path) -> None:
    done = run(*arguments, "--data", data)
    complained(done, 2, said)
    assert done.out == ""


def test_withdrawing_nothing_is_no_ingest(data: Path) -> None:
    complained(run("ingest", "--withdraw", "", "--data", data), 1, data)
