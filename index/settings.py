"""Settings, read from the environment (`ASSISTANT_...`). An unknown or malformed one is an error that names it."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingError

PREFIX = "ASSISTANT_"
BUNDLED_MODEL = "bundled:multilingual-e5-small"
_NOT_OURS = {"ASSISTANT_SAMPLES"}  # read by the tests only
PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Every setting of the product, each by an environment variable of its name with the prefix `ASSISTANT_`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

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


def load_settings(**overrides: object) -> Settings:
    """Settings from the environment; `overrides` (a command's flags) win, and None there means "not given"."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | _NOT_OURS
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise SettingError(f"Unknown setting {', '.join(unknown)}. Known ones: {', '.join(sorted(known - _NOT_OURS))}.")
    try:
        return Settings(**{k: v for k, v in overrides.items() if v is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = "; ".join(
            f"{PREFIX}{'.'.join(map(str, e['loc'])).upper()}: {e['msg']}, not {e['input']!r}" for e in error.errors()
        )
        raise SettingError(f"Settings that cannot be used: {wrong}.") from error
