"""A chat model by LangChain's name for it, and the errors of the many packages that may be behind one."""

import os
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from answer.writing.state import ModelTrouble, Trouble
from index.errors import SettingError

if TYPE_CHECKING:  # LangChain takes a second to load, and is not needed where no language model is named
    from langchain_core.language_models import BaseChatModel

_LONGEST = 300  # characters of what a server says of an error
_SECRETS = ("_KEY", "_TOKEN", "_SECRET", "_PASSWORD")  # how the names of variables end that hold one
_SHORTEST_SECRET = 8  # characters; a shorter one is a placeholder such as "none", and a word of any message

# The packages that LangChain loads raise errors of their own that have nothing in common but these words in their names, or in
# those of the errors that they were raised from. In this order, for a timeout is an OSError, too.
_BY_NAME: tuple[tuple[Trouble, frozenset[str]], ...] = (
    ("unreachable", frozenset({"ConnectTimeout", "ConnectTimeoutError"})),
    ("slow", frozenset({"TimeoutError", "TimeoutException", "Timeout", "APITimeoutError", "ModelTimeoutError"})),
    (
        "unreachable",
        frozenset(
            {"OSError", "NetworkError", "ProtocolError", "ProxyError", "APIConnectionError", "ModelConnectionError"}
        ),
    ),
)
_NO_CHUNKS = "No generation chunks were returned"  # LangChain's own words where a server ends without a beginning
_NO_ANSWER = 408, 504  # HTTP: the server, or one before it, waited too long
_NO_RIGHT = 401, 403


def open_chat(setting: str, name: str, remedy: str | None = None, **parameters: Any) -> "BaseChatModel":
    """The chat model that init_chat_model makes of `name` and `parameters`; nothing is sent anywhere yet.

    `setting` is the variable that errors name, `remedy` what they say where a package is missing. Raises SettingError.
    """
    from langchain.chat_models import init_chat_model

    if name.endswith(":"):
        raise SettingError(f"{setting} {name!r} names no model. Write provider:model, such as openai:gpt-4o-mini.")
    hidden = [str(parameters["api_key"])] if "api_key" in parameters else []
    try:
        chat: BaseChatModel = init_chat_model(name, **parameters)
    except ImportError as error:
        missing = f"{setting} {name!r} needs a package that is missing ({said(error)})."
        raise SettingError(f"{missing} {remedy or _install(error)}") from error
    except Exception as error:  # each provider raises errors of its own
        raise SettingError(
            f"{setting} {name!r} cannot be used ({said(error, hidden, 2 * _LONGEST)}). Write provider:model, such as openai:gpt-4o-mini, "
            "and set the provider's own environment variables, such as OPENAI_API_KEY."
        ) from error
    return chat


def said(error: BaseException, secrets: Sequence[str] = (), longest: int = _LONGEST) -> str:
    """An error's kind and words in one line, with none of `secrets` and none of the environment's keys in it."""
    return f"{type(error).__name__}: {clean(str(error), secrets, longest)}"


def clean(text: str, secrets: Sequence[str] = (), longest: int = _LONGEST) -> str:
    """A text as one line, with none of `secrets` and none of the environment's keys in it."""
    hidden = {value for name, value in os.environ.items() if name.endswith(_SECRETS) and len(value) >= _SHORTEST_SECRET}
    for secret in sorted(hidden.union(filter(None, secrets)), key=len, reverse=True):
        text = text.replace(secret, "***")
    return " ".join(text.split())[:longest]


def trouble_of(error: Exception, secrets: Sequence[str] = ()) -> ModelTrouble:
    """What an error of any provider's package means; what cannot be told is `failed`."""
    if isinstance(error, ModelTrouble):
        return error
    if _NO_CHUNKS in str(error):
        return ModelTrouble("empty", "the server sent nothing that its protocol knows")
    raised = list(_chain(error))
    for one in raised:
        if (status := _status(one)) is not None:
            return ModelTrouble(_code(status), _detail(one, status, secrets))
    for code, names in _BY_NAME:
        for one in reversed(raised):  # the innermost says best what happened
            if names & {kind.__name__ for kind in type(one).__mro__}:
                return ModelTrouble(code, said(one, secrets))
    return ModelTrouble("failed", said(error, secrets))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _status(error: BaseException) -> int | None:
    """The HTTP status that an error tells of."""
    told = (getattr(error, "status_code", None), getattr(getattr(error, "response", None), "status_code", None))
    return next((status for status in told if isinstance(status, int) and 400 <= status < 600), None)


def _code(status: int) -> Trouble:
    if status in _NO_ANSWER:
        return "slow"
    return "failed" if status >= 500 else "refused"


def _detail(error: BaseException, status: int, secrets: Sequence[str]) -> str:
    """The status and the server's words; none where it does not take the key, for it may repeat the key, or a part of it."""
    if status in _NO_RIGHT:
        return f"HTTP {status}: the server does not take the key, or the key has no right to this"
    body = getattr(error, "body", None)
    inner = body.get("error", body) if isinstance(body, dict) else None
    told = inner.get("message") if isinstance(inner, dict) else None
    return f"HTTP {status}: {clean(told if isinstance(told, str) else str(error), secrets)}"


def _install(error: ImportError) -> str:
    """The command that brings the package which LangChain names in its own words."""
    named = re.search(r"pip install ([\w-]+)", str(error))
    return f"Run `python -m pip install {named[1]} -c constraints.txt`." if named else ""
