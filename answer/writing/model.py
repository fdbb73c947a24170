"""The language model that the settings name."""

import os
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from ipaddress import ip_address
from threading import Event
from typing import TYPE_CHECKING, Any, Literal, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from answer.writing.call import Call, Limits
from answer.writing.chat import open_chat
from index.errors import SettingError
from index.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk
    from openai import DefaultAsyncHttpxClient

Message = tuple[Literal["system", "user"], str]

SETTING = "ASSISTANT_WRITER"
_OPENAI = "https://api.openai.com/v1"
_OPENAIS_NAMES = ("gpt-", "chatgpt", "o1", "o3", "o4")
_OLLAMA_PORT = 11434
_NO_KEY = "none"
"""Sent to a server of one's own that has no key, for the client does not do without."""
_LONGEST_TOKEN = 4
"""Characters that a token has on average, at most, in Vietnamese and English."""
_TOO_FAR = 4
"""A text this many times as long as its tokens can be comes from a server that does not keep to them."""
_OFF = ("", "0", "false", "no")


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A language model, ready to be asked; opening it has sent nothing anywhere.

    `name` is as the settings name it; `where` is for people: the server's host and port, or the provider's name. `is_local`
    says that what is sent to it does not leave the machine.
    """

    name: str
    where: str
    is_local: bool
    _chat: "BaseChatModel" = field(repr=False)
    _limits: Limits
    _secrets: tuple[str, ...] = field(repr=False)

    def stream(self, messages: Sequence[Message], stop: Event | None = None) -> Call:
        """Asks for a text, greedily and without a second try; `stop`, once set, ends it."""
        chunks = partial(self._chat.astream, list(messages))
        return Call(cast("Callable[[], AsyncGenerator[AIMessageChunk]]", chunks), self._limits, stop, self._secrets)


def open_model(settings: Settings) -> LanguageModel | None:
    """The model that writes answers; None where none is set. LangChain is loaded only where one is.

    Raises SettingError where the provider is unknown, its package missing, or its key.
    """
    if settings.writer is None:
        return None
    provider, model = _named(settings.writer, settings.writer_url)
    address = _address(provider, settings.writer_url)
    if address is None and os.environ.get("LANGSMITH_GATEWAY", "").lower() not in _OFF:
        raise SettingError(
            f"LANGSMITH_GATEWAY is set: what {SETTING} {settings.writer!r} is asked would pass through LangSmith. Unset it."
        )
    key = settings.writer_key.get_secret_value() if settings.writer_key else ""
    chat = open_chat(
        SETTING, f"{provider}:{model}" if provider else model, **_parameters(provider, address, key, settings)
    )
    is_own = address is not None and address != _OPENAI
    return LanguageModel(
        name=settings.writer,
        where=_host(address) if address and is_own else provider or _package(chat),
        is_local=is_own and _stays_here(address or ""),
        _chat=chat,
        _limits=Limits(
            seconds=settings.writer_seconds,
            first_seconds=settings.writer_first_seconds,
            characters=settings.writer_tokens * _LONGEST_TOKEN * _TOO_FAR,
        ),
        _secrets=(key,) if key else (),
    )


def _named(name: str, url: str | None) -> tuple[str, str]:
    """Provider and model. With an address, whatever is not Ollama's own speaks OpenAI's protocol, and a model's name may hold a
    colon (qwen2.5:0.5b); without one, a name without a provider is left to LangChain, which knows some by how they begin."""
    provider, colon, model = name.partition(":")
    if url is not None:
        return (provider, model) if colon and provider in ("openai", "ollama") else ("openai", name)
    if colon:
        return provider, model
    return "openai" if name.startswith(_OPENAIS_NAMES) else "", name


def _address(provider: str, url: str | None) -> str | None:
    """Where the model is asked; None where only the provider's package knows.

    It is always given to the package where it is known, so that what people are told is what is done.
    """
    if url is not None:
        return url
    if provider == "openai":
        return os.environ.get("OPENAI_API_BASE") or os.environ.get("OPENAI_BASE_URL") or _OPENAI
    return _ollama() if provider == "ollama" else None


def _ollama() -> str:
    """Ollama's address, by its own variable: a host, with or without a port, or an address."""
    host = os.environ.get("OLLAMA_HOST") or "127.0.0.1"
    parts = urlsplit(host if "://" in host else f"http://{host}")
    try:
        port = parts.port
    except ValueError as error:
        raise SettingError(f"OLLAMA_HOST names no port that can be used ({error}).") from error
    return parts.geturl() if port else f"{parts.scheme}://{parts.netloc}:{_OLLAMA_PORT}"


def _parameters(provider: str, address: str | None, key: str, settings: Settings) -> Mapping[str, Any]:
    """What the provider's chat model is made with: each has names of its own for the same things."""
    if provider == "ollama":
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return {
            "temperature": 0,
            "num_predict": settings.writer_tokens,
            "base_url": address,
            "client_kwargs": {"timeout": settings.writer_seconds, "headers": headers, "follow_redirects": False},
        }
    common = {"temperature": 0, "max_retries": 0, "timeout": settings.writer_seconds}
    if provider != "openai":
        return {**common, "max_tokens": settings.writer_tokens, **({"api_key": key} if key else {})}
    openai: dict[str, Any] = {**common, "base_url": address, "stream_usage": True, "stream_chunk_timeout": None}
    if address == _OPENAI:
        openai["max_tokens"] = settings.writer_tokens
    else:
        # LangChain writes max_tokens as max_completion_tokens, which not every other server knows
        openai["extra_body"] = {"max_tokens": settings.writer_tokens}
        openai["use_responses_api"] = False
    openai["http_async_client"] = _straight()
    if key or settings.writer_url is not None:
        openai["api_key"] = key or _NO_KEY
    return openai


def _straight() -> "DefaultAsyncHttpxClient":
    """A client that goes nowhere but where it is sent: a redirect would take question and passages to another server.

    It keeps no connection, for each call has an event loop of its own.
    """
    from httpx2 import Limits as Connections
    from openai import DefaultAsyncHttpxClient

    return DefaultAsyncHttpxClient(follow_redirects=False, limits=Connections(max_keepalive_connections=0))


def _host(address: str) -> str:
    """Host and port of an address, without the name and the password that the providers' variables may hold."""
    return urlsplit(address).netloc.rpartition("@")[2]


def _package(chat: "BaseChatModel") -> str:
    """The provider that LangChain took a model's name to be of, by its package."""
    return type(chat).__module__.partition(".")[0].removeprefix("langchain_")


def _stays_here(address: str) -> bool:
    """Whether a server is on this machine, and no proxy of the environment is in between."""
    host = urlsplit(address).hostname or ""
    proxies = getproxies()
    if (proxies.get(urlsplit(address).scheme) or proxies.get("all")) and not proxy_bypass(host):
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        number = ip_address(host)
    except ValueError:  # a name
        return False
    return number.is_loopback or number.is_unspecified  # 0.0.0.0, all of the machine's own addresses
