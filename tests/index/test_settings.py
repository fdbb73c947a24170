"""The settings of the language model: what is refused, and a key that is shown nowhere and copied nowhere."""

import pickle

import pytest

from index.errors import SettingError
from index.settings import Settings, load_settings

KEY = "sk-very-secret-0123456789"


def test_nothing_is_written_by_default() -> None:
    settings = load_settings()
    assert (settings.writer, settings.writer_url, settings.writer_key) == (None, None, None)


def test_all_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"": "small", "_URL": "http://127.0.0.1:8080/v1", "_KEY": KEY, "_SECONDS": "90", "_FIRST_SECONDS": "45"}
    for name, value in {**values, "_TOKENS": "300", "_CHARACTERS": "4000"}.items():
        monkeypatch.setenv(f"ASSISTANT_WRITER{name}", value)
    settings = load_settings()
    assert (settings.writer, settings.writer_url) == ("small", "http://127.0.0.1:8080/v1")
    assert settings.writer_key is not None
    assert settings.writer_key.get_secret_value() == KEY
    assert (settings.writer_seconds, settings.writer_first_seconds) == (90, 45)
    assert (settings.writer_tokens, settings.writer_characters) == (300, 4000)


@pytest.mark.parametrize("name", ["WRITER", "WRITER_URL", "WRITER_KEY"])
def test_an_empty_variable_is_one_that_is_not_set(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"ASSISTANT_{name}", "  \n")
    assert getattr(load_settings(), name.lower()) is None


def test_line_ends_around_a_key_are_no_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_WRITER_KEY", f"{KEY}\n")
    key = load_settings().writer_key
    assert key is not None
    assert key.get_secret_value() == KEY


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8080/v1",
        "https://llm.example/v1/",
        "http://localhost",
        "http://[::1]:11434",
        "HTTPS://llm.example",
    ],
)
def test_addresses_that_can_be_used(address: str) -> None:
    assert load_settings(writer_url=address).writer_url == address


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1:8080",
        "localhost:8080/v1",
        "ftp://127.0.0.1/v1",
        "http://",
        "http://:8080/v1",
        "http://127.0.0.1:99999/v1",
        "http://127.0.0.1:port/v1",
        "http://127.0.0.1:0/v1",
        "http://[::1/v1",
        "http://127.0.0.1/v1?key=1",
        "http://127.0.0.1/v1#x",
        "http://127.0.0.1 /v1",
        f"http://me:{KEY}@127.0.0.1/v1",
        f"https://{KEY}@127.0.0.1/v1",
    ],
)
def test_addresses_that_cannot_be_used(address: str) -> None:
    with pytest.raises(SettingError, match="ASSISTANT_WRITER_URL: write it as http://host:port/v1") as raised:
        load_settings(writer_url=address)
    assert KEY not in str(raised.value) + str(raised.value.__cause__)


@pytest.mark.parametrize("key", [f"{KEY} {KEY}", f"{KEY}\nX: y", f"{KEY}đ", f"{KEY}\x00"])
def test_keys_that_cannot_be_used_are_not_shown(key: str) -> None:
    with pytest.raises(SettingError, match="ASSISTANT_WRITER_KEY: a key is made of") as raised:
        load_settings(writer_key=key)
    assert KEY not in str(raised.value) + str(raised.value.__cause__)


@pytest.mark.parametrize("name", ["seconds", "first_seconds", "tokens", "characters"])
def test_limits_are_above_zero(name: str) -> None:
    with pytest.raises(SettingError, match=rf"ASSISTANT_WRITER_{name.upper()}: .*greater than 0, not 0"):
        load_settings(**{f"writer_{name}": 0})


def test_the_key_is_in_no_copy() -> None:
    settings = Settings(writer="small", writer_key=KEY)  # type: ignore[arg-type]
    shown = [repr(settings), str(settings), settings.model_dump_json(), str(settings.model_dump()), str(dict(settings))]
    assert KEY not in "".join(shown)
    assert "writer_key" not in settings.model_dump(mode="json")


def test_a_copy_by_json_takes_the_key_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no row of asterisks, which a server would be sent."""
    monkeypatch.setenv("ASSISTANT_WRITER_KEY", KEY)
    settings = load_settings(writer="small")
    again = Settings.model_validate_json(settings.model_dump_json())
    assert again == settings
    assert again.writer_key is not None
    assert again.writer_key.get_secret_value() == KEY


def test_another_process_is_handed_the_key() -> None:
    settings = Settings(writer="small", writer_key=KEY)  # type: ignore[arg-type]
    assert pickle.loads(pickle.dumps(settings)) == settings
