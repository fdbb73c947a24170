"""The language model of the settings, over a real one on this machine; nothing is loaded or sent where none is set."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from llama_server import LlamaServer
from odd_server import OddServer, redirects, refuses, serving, writes

from answer.writing.model import LanguageModel, Message, open_model
from answer.writing.state import ModelTrouble
from index.errors import SettingError
from index.settings import PROJECT, Settings

STORY: list[Message] = [("system", "You are a writer."), ("user", "Write a long story about a king and his ship.")]
SHORT: list[Message] = [("user", "What is gravity?")]
SOON = 20.0
"""Seconds until the server is free again; it would write for longer than that, on a machine that others keep busy."""


def opened(llama: LlamaServer, **settings: int) -> LanguageModel:
    model = open_model(Settings(writer=llama.name, writer_url=llama.url, **settings))  # type: ignore[arg-type]
    assert model is not None
    return model


def made(**settings: object) -> LanguageModel:
    model = open_model(Settings(**settings))  # type: ignore[arg-type]
    assert model is not None
    return model


def test_a_text_comes_in_pieces(llama: LlamaServer) -> None:
    call = opened(llama, writer_tokens=40).stream(SHORT)
    pieces = list(call)
    assert len(pieces) > 1
    assert " " in "".join(pieces).strip()
    usage = call.usage
    assert usage.tokens_in is not None
    assert usage.tokens_out is not None
    assert usage.tokens_in > 10
    assert len(pieces) <= usage.tokens_out <= 40
    assert usage.first_ms is not None
    assert 0 < usage.first_ms < usage.total_ms


def test_no_more_tokens_than_wanted(llama: LlamaServer) -> None:
    call = opened(llama, writer_tokens=10).stream(STORY)
    assert "".join(call)
    assert call.usage.tokens_out == 10


def test_stopping_frees_the_server(llama: LlamaServer) -> None:
    stop, text = threading.Event(), ""
    call = opened(llama, writer_tokens=1500).stream(STORY, stop)
    with pytest.raises(ModelTrouble) as raised:
        for piece in call:
            text += piece
            stop.set()
    assert raised.value.code == "stopped"
    assert text
    assert llama.is_free_within(SOON)


def test_a_long_text_ends_in_time(llama: LlamaServer) -> None:
    call, text = opened(llama, writer_tokens=1500, writer_seconds=1).stream(STORY), ""
    with pytest.raises(ModelTrouble) as raised:
        for piece in call:
            text += piece
    assert raised.value.code == "slow"
    assert 1000 <= call.usage.total_ms < 10_000
    assert llama.is_free_within(SOON)


def test_a_question_that_is_too_long_is_refused(llama: LlamaServer) -> None:
    with pytest.raises(ModelTrouble) as raised:
        list(opened(llama).stream([("user", "word " * 5000)]))
    assert raised.value.code == "refused"
    assert "context" in raised.value.detail


def test_a_server_that_dies_and_comes_back(llama: LlamaServer) -> None:
    model = opened(llama, writer_tokens=1500)
    reading = iter(model.stream(STORY))
    next(reading)
    llama.kill()
    try:
        with pytest.raises(ModelTrouble) as raised:
            list(reading)
        assert raised.value.code == "unreachable"
        with pytest.raises(ModelTrouble) as raised:
            list(model.stream(SHORT))
        assert raised.value.code == "unreachable"
    finally:
        llama.start()
    assert "".join(opened(llama, writer_tokens=20).stream(SHORT))


@pytest.fixture
def server() -> Iterator[OddServer]:
    with serving(writes("Sở Tài chính.")) as server:
        yield server


def test_what_is_asked_of_a_server_of_ones_own(server: OddServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-provider")
    model = made(writer="qwen2.5:0.5b", writer_url=server.url, writer_tokens=77)
    assert list(model.stream(STORY)) == ["Sở Tài chính."]
    (asked,) = server.asked
    assert asked["request"].startswith("POST /v1/chat/completions ")
    assert asked["headers"]["authorization"] == "Bearer none"
    assert "sk-of-the-provider" not in str(asked)
    body = asked["body"]
    assert (body["model"], body["temperature"], body["max_tokens"], body["stream"]) == ("qwen2.5:0.5b", 0, 77, True)
    assert "max_completion_tokens" not in body
    assert [(m["role"], m["content"]) for m in body["messages"]] == STORY


def test_its_key_is_sent_to_it_and_shown_nowhere(server: OddServer) -> None:
    model = made(writer="openai:small", writer_url=server.url, writer_key="sk-my-own")
    list(model.stream(SHORT))
    assert server.asked[0]["headers"]["authorization"] == "Bearer sk-my-own"
    assert server.asked[0]["body"]["model"] == "small"
    assert "sk-my-own" not in repr(model) + str(model)


def test_the_providers_own_variables_count_without_an_address(
    server: OddServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-provider")
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("LANGSMITH_GATEWAY", "http://127.0.0.1:9")
    model = made(writer="gpt-4o-mini")
    list(model.stream(SHORT))
    assert server.asked[0]["headers"]["authorization"] == "Bearer sk-of-the-provider"
    assert (model.name, model.is_local) == ("gpt-4o-mini", True)
    assert model.where == server.url.removeprefix("http://").removesuffix("/v1")


@pytest.mark.parametrize(
    ("url", "where", "is_local"),
    [
        ("http://127.0.0.1:8080/v1", "127.0.0.1:8080", True),
        ("http://localhost:8080", "localhost:8080", True),
        ("http://[::1]:8080/v1", "[::1]:8080", True),
        ("https://llm.example/v1", "llm.example", False),
        ("http://10.0.0.5:8000/v1", "10.0.0.5:8000", False),
        ("http://127.0.0.1.example/v1", "127.0.0.1.example", False),
        (None, "openai", False),
    ],
)
def test_where_a_model_is(url: str | None, where: str, is_local: bool) -> None:
    model = made(writer="openai:small", writer_url=url, writer_key="sk-1")
    assert (model.name, model.where, model.is_local) == ("openai:small", where, is_local)


@pytest.mark.parametrize("writer", ["openai", "ollama", "anthropic:small", "hf.co/some/model:Q4_1", "openai:a:b"])
def test_with_an_address_nothing_goes_elsewhere(writer: str, server: OddServer) -> None:
    model = made(writer=writer, writer_url=server.url)
    assert model.is_local
    list(model.stream(SHORT))
    assert server.asked[0]["body"]["model"] == writer.removeprefix("openai:")


def test_a_redirect_is_not_followed(server: OddServer) -> None:
    with serving(redirects(f"{server.url}/chat/completions")) as first, pytest.raises(ModelTrouble, match="307"):
        list(made(writer="small", writer_url=first.url).stream(SHORT))
    assert first.count == 1
    assert server.count == 0


def test_a_password_in_the_providers_variable_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://me:secret@127.0.0.1:8080/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-provider")
    assert made(writer="openai:small").where == "127.0.0.1:8080"
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1:port")
    with pytest.raises(SettingError, match="OLLAMA_HOST"):
        open_model(Settings(writer="ollama:small"))


def test_what_goes_through_a_proxy_does_not_stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(writer="small", writer_url="http://127.0.0.1:8080/v1")
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:3128")
    model = open_model(settings)
    assert model is not None
    assert not model.is_local
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    model = open_model(settings)
    assert model is not None
    assert model.is_local


@pytest.mark.parametrize(
    ("writer", "told"),
    [
        ("nobody:small", "Supported providers: anthropic"),
        ("small", "Supported providers: anthropic"),
        ("openai:small", "OPENAI_API_KEY"),
        ("ollama:small", "pip install langchain-ollama"),
    ],
)
def test_a_writer_that_cannot_be_used(writer: str, told: str) -> None:
    with pytest.raises(SettingError, match=rf"ASSISTANT_WRITER '{writer}'.*{told}"):
        open_model(Settings(writer=writer))


def test_nothing_passes_through_langsmith_unsaid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_GATEWAY", "true")
    with pytest.raises(SettingError, match="LANGSMITH_GATEWAY"):
        open_model(Settings(writer="anthropic:small"))


def test_without_a_writer_there_is_none_and_nothing_is_loaded() -> None:
    code = (
        "import sys, answer.assistant\n"
        "from answer.writing.model import open_model\n"
        "from index.settings import load_settings\n"
        "assert open_model(load_settings()) is None\n"
        "print(sorted(set(sys.modules) & {'langchain', 'langchain_openai', 'openai', 'tiktoken'}))"
    )
    assert run(code) == "[]"


ASKING = """
import sys
from langchain_core.tracers.langchain import wait_for_all_tracers
from answer.writing.chat import open_chat
from answer.writing.model import open_model
from index.settings import Settings

reached = set()
def heard(event, args):
    if event == "socket.connect":
        reached.add(str(args[1]))
    if event == "socket.getaddrinfo" and args[0] != "127.0.0.1":
        reached.add(str(args[0]))
sys.addaudithook(heard)

model = open_model(Settings(writer="small", writer_url=sys.argv[1]))
if sys.argv[2] == "ours":
    text = "".join(model.stream([("user", "Ai lo kinh phí?")]))
else:
    chat = open_chat("X", "openai:small", base_url=sys.argv[1], api_key="none")
    text = "".join(chunk.text for chunk in chat.stream("Ai lo kinh phí?"))
wait_for_all_tracers()
print(text, *sorted(reached))
"""


@pytest.mark.parametrize("asking", ["ours", "plainly"])
def test_langsmith_is_told_nothing(asking: str, server: OddServer) -> None:
    """Whatever the environment asks for. Asked without our care, LangChain would tell it: the test would see that."""
    with serving(refuses("200 OK", {})) as langsmith:
        traced = {
            "LANGSMITH_TRACING": "true",
            "LANGCHAIN_TRACING_V2": "true",
            "LANGSMITH_ENDPOINT": langsmith.url,
            "LANGSMITH_API_KEY": "lsv2-key-of-nobody",
        }
        said = run(ASKING, server.url, asking, **traced)
        if asking == "plainly":
            assert langsmith.count > 0
        else:
            assert langsmith.count == 0
            assert said == f"Sở Tài chính. {('127.0.0.1', server.server_address[1])}"


def run(code: str, *arguments: str, **environment: str) -> str:
    """What a fresh process prints, in the environment of the tests."""
    command = [sys.executable, "-c", code, *arguments]
    given = {**os.environ, "PYTHONPATH": str(PROJECT), **environment}
    done = subprocess.run(command, cwd=Path("/"), env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
