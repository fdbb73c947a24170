"""The embedding model: the bundled one, or any sentence-transformers model by a setting."""

import hashlib
import logging
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from index.bundled import PASSAGE_PROMPT, QUERY_PROMPT, bundled_file, content_hash, load_bundled
from index.errors import SettingError
from index.memory import give_back
from index.settings import BUNDLED_MODEL, Settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are."""

# Passages of 146 tokens on two cores, a second: batches of 8 in float32 45, of 16 37, of 32 34, of 64 28; bfloat16 94, 102, 100, 63.
_BATCH = 8
_BATCH_ACCELERATED = 64  # on anything but a CPU
_REPORT_EVERY = 64  # passages between two calls of a progress function, at most
# Characters of passages between two looks at memory. Batch upon batch of long passages leaves ever more pieces behind: over 150 files
# the peak went from 1,200 to 1,400 MB where 64 of any length came between.
_TIDY_EVERY = 12_000
_SMALL_FILE = 1 << 20  # bytes; files of a model folder up to this size are hashed whole
# The E5 family is trained with these prompts, but its older repositories do not state them.
_E5 = re.compile(r"(^|[/_-])e5-(small|base|large)(-v2)?$")


class EmbeddingModel(Embeddings):
    """Turns questions and passages into vectors of length 1. Safe to share between threads.

    `identity` names the model, its content and its prompts: vectors of two identities must not be mixed.
    """

    def __init__(self, encoder: "SentenceTransformer", identity: str, dtype: str, prompts: tuple[str, str]) -> None:
        self.identity = identity
        self.dtype = dtype
        self.dimension = int(encoder.get_embedding_dimension() or 0)
        self._encoder = encoder
        self._batch = _BATCH if encoder.device.type == "cpu" else _BATCH_ACCELERATED
        self._query_prompt, self._passage_prompt = prompts
        self._lock = (
            Lock()
        )  # a tokenizer that changes its padding while another thread uses it raises "Already borrowed"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's name for `encode_passages`."""
        return [[float(x) for x in vector] for vector in self.encode_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """LangChain's name for `encode_queries` of one question."""
        return [float(x) for x in self.encode_queries([text])[0]]

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions as an array (n, dimension), in order."""
        return self._encode(texts, self._query_prompt)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Passages as an array (n, dimension), in order; texts of like length share a batch, so that little is padded."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        start = 0
        while start < len(order):
            chosen = order[start : start + self._together(len(texts[order[start]]))]
            vectors[chosen] = self._encode([texts[i] for i in chosen], self._passage_prompt)
            give_back()
            start += len(chosen)
            if progress is not None:
                progress(start, len(order))
        return vectors

    def _together(self, longest: int) -> int:
        """How many passages to encode before freed memory is given back: whole batches."""
        batches = min(_TIDY_EVERY // max(longest, 1), _REPORT_EVERY) // self._batch
        return max(batches, 1) * self._batch

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        with self._lock:
            vectors = self._encoder.encode(
                list(texts), prompt=prompt, batch_size=self._batch, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(vectors, np.float32)


def model_identity(settings: Settings) -> str:
    """What `EmbeddingModel.identity` will be, without loading the model."""
    own = "own"
    query = own if settings.query_prompt is None else repr(settings.query_prompt)
    passage = own if settings.passage_prompt is None else repr(settings.passage_prompt)
    return f"{_content_identity(settings.model)} (query prompt: {query}, passage prompt: {passage})"


def _content_identity(model: str) -> str:
    if model == BUNDLED_MODEL:
        return f"{model}@{content_hash(bundled_file())}"
    if Path(model).is_dir():
        return f"{Path(model).resolve().name}@{_folder_hash(Path(model))}"
    return model


def _folder_hash(folder: Path) -> str:
    """First 12 hex digits over a model folder: names, sizes, contents; of large files (weights) the first and last MiB."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            digest.update(file.read(_SMALL_FILE))
            file.seek(max(_SMALL_FILE, size - _SMALL_FILE))
            digest.update(file.read())
    return digest.hexdigest()[:12]


def load_embedding(settings: Settings) -> EmbeddingModel:
    """The model that the settings name; SettingError where it cannot be found or loaded. Takes about a second."""
    _quieten(settings.hub)
    import torch

    if settings.threads is not None:
        torch.set_num_threads(settings.threads)
    bundled = settings.model == BUNDLED_MODEL
    encoder = load_bundled(bundled_file()) if bundled else _load_named(settings)
    encoder.to(getattr(torch, settings.dtype))
    return EmbeddingModel(encoder, model_identity(settings), settings.dtype, _prompts(settings, encoder.prompts))


def _quieten(hub: bool) -> None:
    """Keeps the libraries from the network and from the terminal. They read these variables when first imported."""
    # Torch's threads must sleep while they wait: spinning on busy cores made one question take 1.6 s instead of 0.02 s.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    wanted = {"HF_HUB_DISABLE_TELEMETRY": "1", "TOKENIZERS_PARALLELISM": "false"}
    if not hub:
        wanted |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    os.environ.update(wanted)
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)


def _load_named(settings: Settings) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(settings.model, local_files_only=not settings.hub)
    except (OSError, ValueError) as error:
        raise SettingError(
            f"The embedding model {settings.model!r} (ASSISTANT_MODEL) cannot be loaded: it is neither a model folder nor "
            f"in this machine's model cache. Give a folder, set ASSISTANT_HUB=1 to download it, or unset ASSISTANT_MODEL "
            f"to use the bundled model."
        ) from error


def _prompts(settings: Settings, own: Mapping[str, str | None]) -> tuple[str, str]:
    """The prompts of questions and of passages: the settings', else the model's own, else its family's, else none."""
    family = (QUERY_PROMPT, PASSAGE_PROMPT) if _E5.search(settings.model.lower()) else ("", "")
    query = own.get("query") or family[0]
    passage = own.get("document") or own.get("passage") or family[1]
    return (
        query if settings.query_prompt is None else settings.query_prompt,
        passage if settings.passage_prompt is None else settings.passage_prompt,
    )
