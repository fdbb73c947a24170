"""Chat models that cannot be opened, and what the errors of many packages mean."""

import socket

import httpx
import pytest

from answer.writing.chat import clean, open_chat, said, trouble_of
from answer.writing.state import ModelTrouble, Trouble
from index.errors import SettingError


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "nobody:small",
            ("'nobody:small'", "Supported providers: anthropic,", "openai,", "such as openai:gpt-4o-mini"),
        ),
        ("openai:", ("names no model",)),
        ("openai:small", ("OPENAI_API_KEY", "cannot be used")),
        ("ollama:small", ("langchain-ollama", "`python -m pip install langchain-ollama -c constraints.txt`")),
    ],
)
def test_a_name_that_cannot_be_used(name: str, told: tuple[str, ...]) -> None:
    with pytest.raises(SettingError) as raised:
        open_chat("ASSISTANT_X", name)
    assert str(raised.value).startswith("ASSISTANT_X ")
    assert all(words in str(raised.value) for words in told), str(raised.value)


def test_a_remedy_of_the_caller_is_told_instead() -> None:
    with pytest.raises(SettingError, match=r"Run `make judges`\.$"):
        open_chat("ASSISTANT_X", "ollama:small", "Run `make judges`.")


def test_a_key_is_in_no_error() -> None:
    with pytest.raises(SettingError) as raised:
        open_chat(
            "ASSISTANT_X", "openai:small", api_key="sk-secret-1", timeout={"sk-secret-1"}, max_retries="sk-secret-1"
        )
    assert "sk-secret-1" not in str(raised.value)


class _Said(Exception):
    """An error that tells of an HTTP status, as providers' packages do."""

    def __init__(self, status: int, words: str = "no") -> None:
        super().__init__(words)
        self.status_code = status


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (httpx.ConnectError("x"), "unreachable"),
        (httpx.ConnectTimeout("x"), "unreachable"),
        (httpx.ReadError("x"), "unreachable"),
        (httpx.RemoteProtocolError("x"), "unreachable"),
        (ConnectionRefusedError("x"), "unreachable"),
        (socket.gaierror("x"), "unreachable"),
        (httpx.ReadTimeout("x"), "slow"),
        (TimeoutError("x"), "slow"),
        (_Said(408), "slow"),
        (_Said(400), "refused"),
        (_Said(429), "refused"),
        (_Said(500), "failed"),
        (_Said(200), "failed"),
        (ValueError("x"), "failed"),
        (ValueError("No generation chunks were returned"), "empty"),
        (ModelTrouble("endless"), "endless"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_an_error_means(error: Exception, code: Trouble) -> None:
    assert trouble_of(error).code == code
    assert trouble_of(_raised_from(error)).code == (code if code != "empty" else "failed")


def _raised_from(cause: Exception) -> Exception:
    """A package's error, raised from another one's."""
    error = cause if isinstance(cause, ModelTrouble) else RuntimeError("it did not work")
    if error is not cause:
        error.__cause__ = cause
    return error


def test_a_status_in_the_response_counts() -> None:
    response = httpx.Response(404, text="no such model", request=httpx.Request("POST", "http://127.0.0.1/"))
    with pytest.raises(httpx.HTTPStatusError) as raised:
        response.raise_for_status()
    assert trouble_of(raised.value).code == "refused"


def test_a_host_that_does_not_answer_to_a_connection_is_unreachable() -> None:
    error = httpx.ConnectTimeout("x")
    error.__cause__ = TimeoutError()
    assert trouble_of(error).code == "unreachable"


def test_errors_that_were_raised_from_each_other_in_a_circle_end() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert trouble_of(first).code == "failed"


def test_keys_of_the_environment_are_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", "sk-of-the-environment")
    monkeypatch.setenv("SHORT_API_KEY", "none")
    assert clean("none: sk-of-the-environment\n  is wrong") == "none: *** is wrong"
    assert said(ValueError("sk-of-the-environment")) == "ValueError: ***"
    assert "sk-of" not in trouble_of(_Said(404, "sk-of-the-environment")).detail
    assert clean("with my-own", ["my-own", ""]) == "with ***"
    assert len(clean("a b " * 1000)) <= 300
