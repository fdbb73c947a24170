"""What a run records of the language model that writes, and what it must not."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from answer.writing.model import open_model
from eval.circumstances import circumstances
from index.settings import Settings

KEY = "sesame-open-9876"
HERE = "http://127.0.0.1:8765/v1"


pytestmark = pytest.mark.usefixtures("nobodys_models")


@pytest.fixture
def known(tmp_path: Path) -> Any:
    """The circumstances of a run with these settings."""
    path = tmp_path / "q.jsonl"
    path.write_text("{}\n", encoding="utf-8")

    def make(**given: Any) -> dict[str, Any]:
        settings = Settings(**given)
        return circumstances(path, 1, settings, date(2025, 6, 30), {"model": "x"}, open_model(settings))

    return make


def test_the_model_its_prompts_and_settings_are_recorded(known: Any) -> None:
    writer = known(writer="openai:tho-ky", writer_url=HERE, writer_tokens=200)["writer"]
    prompts = writer.pop("prompts")
    assert [p[:2] for p in prompts] == ["vi", "en"]
    assert writer == {
        "model": "openai:tho-ky", "local": True, "tokens": 200, "seconds": 60, "first_seconds": 30, "characters": 6000,
    }  # fmt: skip
    assert known(writer="openai:tho-ky", writer_url="https://model.example/v1")["writer"]["local"] is False
    assert known()["versions"]["langchain-openai"]


def test_key_and_address_are_in_no_part(known: Any) -> None:
    text = json.dumps(known(writer="openai:tho-ky", writer_url=HERE, writer_key=KEY))
    assert KEY not in text and "8765" not in text and "127.0.0.1" not in text


def test_without_a_model_its_settings_make_no_difference(known: Any) -> None:
    assert known()["writer"] is None
    assert known() == known(writer_tokens=9, writer_url=HERE, writer_key=KEY)


@pytest.mark.parametrize(
    ("given", "same"),
    [
        ({"writer": "openai:other"}, False),
        ({"writer_tokens": 9}, False),
        ({"writer_characters": 900}, False),
        ({"writer_url": "http://192.0.2.7:8765/v1"}, False),
        ({"writer_key": KEY}, True),
    ],
)
def test_another_model_or_setting_is_another_run(known: Any, given: dict[str, Any], same: bool) -> None:
    usual: dict[str, Any] = {"writer": "openai:tho-ky", "writer_url": HERE}
    assert (known(**usual) == known(**usual | given)) is same
