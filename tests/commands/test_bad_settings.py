"""Settings and flags that cannot be used: exit code 2, the setting or flag named, and what would be right."""

from pathlib import Path

import pytest
from running import complained, run


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ASSISTANT_DAAT", "x", "Known ones: ASSISTANT_CHROMA"),
        ("ASSISTANT_DTYPE", "int8", "'float32' or 'bfloat16', not 'int8'"),
        ("ASSISTANT_MAX_FILE_MB", "many", "valid integer"),
        ("ASSISTANT_MAX_FILE_MB", "-1", "greater than 0"),
        ("ASSISTANT_THREADS", "0", "greater than 0"),
        ("ASSISTANT_HUB", "perhaps", "valid boolean"),
        ("ASSISTANT_DATABASE", "nothing://x", "SQLAlchemy address"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str, said: str, tmp_path: Path) -> None:
    done = run("ingest", "--list", "--data", tmp_path, settings={name: value})
    complained(done, 2, name, said)
    assert done.out == ""


def test_both_commands_look_at_the_settings(tmp_path: Path) -> None:
    complained(run("answer", "x", "--data", tmp_path, settings={"ASSISTANT_DAAT": "x"}), 2, "ASSISTANT_DAAT")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["answer"], "give one question, or --questions"),
        (["answer", "x", "--questions", "y.jsonl"], "give one question, or --questions"),
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
