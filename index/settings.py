"""Settings, read from the environment (`ASSISTANT_...`). An unknown or malformed one is an error that names it."""

import os
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingError

PREFIX = "ASSISTANT_"
BUNDLED_MODEL = "bundled:multilingual-e5-small"
_NOT_OURS = {"ASSISTANT_SAMPLES"}  # read by the tests only
_NOT_SHOWN = {"writer_url", "writer_key"}  # what is wrong with them may be a password
PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Every setting of the product, each by an environment variable of its name with the prefix `ASSISTANT_`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True, hide_input_in_errors=True)

    data: Path = PROJECT / "data"
    """Where the index, its record and the feedback live."""
    corpus: Path = PROJECT / "corpus"
    """The folder that `python -m ingest` without paths makes the index equal to."""
    runs: Path = PROJECT / "runs"
    """The folder whose folders are runs of the evaluation, as the Evaluation page lists them."""
    model: str = BUNDLED_MODEL
    """`bundled:multilingual-e5-small`, or any sentence-transformers model: a folder, or a hub's id (needs `hub=1` to download)."""
    query_prompt: str | None = None
    """Put before a question when embedding; None takes the model's own, where it has one."""
    passage_prompt: str | None = None
    """Put before a passage when embedding; None takes the model's own, where it has one."""
    dtype: Literal["float32", "bfloat16"] = "float32"
    """Number type of the model's weights; bfloat16 pays on processors that multiply it in hardware."""
    hub: bool = False
    """Whether a model may be fetched from a hub; off means that nothing leaves the machine."""
    chroma: str | None = None
    """Address of a Chroma server, as http://host:port; None keeps Chroma embedded in the data folder."""
    database: str | None = None
    """SQLAlchemy address of the record; None is SQLite in the data folder."""
    max_file_mb: int = Field(default=32, gt=0)
    """Files above this size are refused by name."""
    max_pages: int = Field(default=2000, gt=0)
    """Files of more pages are refused by name."""
    max_pixels: int = Field(default=100_000_000, gt=0)
    """Images, and pages as they are drawn, of more pixels than this are refused by name."""
    workers: int | None = Field(default=None, gt=0)
    """Processes that read files at the same time; None takes one a core."""
    file_seconds: int = Field(default=1800, gt=0)
    """A file that takes longer to read than this is given up by name."""
    worker_mb: int = Field(default=3000, ge=200)
    """A file that needs more memory than this to be read is given up by name."""
    threads: int | None = Field(default=None, gt=0)
    """Threads of the embedding model; None takes all cores."""
    edit: bool = True
    """Whether the Documents page may change anything; off, it only shows."""
    judge: str | None = None
    """A language model as LangChain names it, such as openai:gpt-4o-mini, that `python -m eval judge` asks; answers never do."""
    writer: str | None = None
    """The language model that writes answers from the passages found, as LangChain names it (openai:gpt-4o-mini, ollama:qwen2.5),
    or, with `writer_url`, as the server there names it; None: answers are extracts, and no language model takes part."""
    writer_url: str | None = None
    """Address of a server of one's own that speaks OpenAI's protocol, as http://127.0.0.1:8080/v1; with ollama:NAME Ollama's own."""
    writer_key: SecretStr | None = Field(default=None, exclude=True)
    """The server's key, part of no copy of the settings. None takes the provider's environment variable, such as OPENAI_API_KEY;
    a server at `writer_url` is never sent that one."""
    writer_seconds: int = Field(default=60, gt=0)
    """A written answer that is not done in this time is not shown."""
    writer_first_seconds: int = Field(default=30, gt=0)
    """Nor is one whose first word has not come in this time; a model that thinks before it writes needs more."""
    writer_tokens: int = Field(default=500, gt=0)
    """Most tokens that the language model may write for an answer."""
    writer_characters: int = Field(default=6000, gt=0)
    """Most characters of passages that the language model is given for an answer."""

    @field_validator("writer", "writer_url", "writer_key", mode="before")
    @classmethod
    def _blank_is_none(cls, value: object) -> object:
        """An empty variable is one that is not set; blanks and line ends around a value are no part of it."""
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        return (text.strip() or None) if isinstance(text, str) else value

    @field_validator("writer_url")
    @classmethod
    def _checked_address(cls, value: str | None) -> str | None:
        if value is not None and not _is_address(value):
            raise PydanticCustomError(
                "address",
                "write it as http://host:port/v1 or https://host/v1, without a user, a password, '?' and '#' "
                "(a key goes into ASSISTANT_WRITER_KEY)",
            )
        return value

    @field_validator("writer_key")
    @classmethod
    def _checked_key(cls, value: SecretStr | None) -> SecretStr | None:
        key = value.get_secret_value() if value else "-"
        if not (key.isascii() and key.isprintable() and " " not in key):
            raise PydanticCustomError("key", "a key is made of plain letters, digits and signs, without blanks")
        return value


def load_settings(**overrides: object) -> Settings:
    """Settings from the environment; `overrides` (a command's flags) win, and None there means "not given"."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | _NOT_OURS
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise SettingError(f"Unknown setting {', '.join(unknown)}. Known ones: {', '.join(sorted(known - _NOT_OURS))}.")
    try:
        return Settings(**{k: v for k, v in overrides.items() if v is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = "; ".join(map(_said, error.errors()))
        raise SettingError(f"Settings that cannot be used: {wrong}.") from error


def _said(error: ErrorDetails) -> str:
    name = ".".join(map(str, error["loc"]))
    instead = "" if name in _NOT_SHOWN else f", not {error['input']!r}"
    return f"{PREFIX}{name.upper()}: {error['msg']}{instead}"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:  # a port that is no number, a bracket that is not closed
        return False
    plain = not (parts.username or parts.password or parts.query or parts.fragment or set(text) & set(" @"))
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0 and plain
