"""RAGAS's faithfulness and answer relevancy, asked of any chat model that LangChain knows.

RAGAS is not installed by default. Its own usage statistics are switched off before it is loaded.
"""

import importlib
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import metadata
from math import isnan
from typing import Any

from langchain_core.embeddings import Embeddings
from langchain_core.language_models import BaseChatModel

from answer.writing.chat import open_chat, said
from eval.judges.judge import MARKS, JudgeFailed, Marks
from index.embedding import EmbeddingModel
from index.errors import SettingError

_REMEDY = "Run `make judges`, or `python -m pip install -r requirements-judges.txt -c constraints.txt`."
_SECONDS = 120  # for one call; a local model on few cores is slow
_TRIES = 2


class RagasJudge:
    """`name` is a model as LangChain's init_chat_model takes it; `model` embeds questions for answer relevancy.

    Raises SettingError where RAGAS or the provider's package is missing, the provider is unknown, or the model does not reply.
    """

    def __init__(self, name: str, model: EmbeddingModel) -> None:
        self._ragas = _loaded()
        chat = _chat(name)
        self._about = {
            "judge": name,
            "model": _reported(chat, name),
            "ragas": metadata.version("ragas"),
            "embeddings": model.identity,
        }
        self._metrics = self._opened(chat, model)

    @property
    def about(self) -> Mapping[str, str]:
        """The judge as it was named, the model that replied, RAGAS's version, the embedding model."""
        return self._about

    async def marks(self, question: str, answer: str, passages: Sequence[str]) -> Marks:
        """Asks for each metric; RAGAS's "not a number" (no statement found) is None."""
        sample = self._ragas.SingleTurnSample(user_input=question, response=answer, retrieved_contexts=list(passages))
        found: dict[str, float | None] = {}
        for name, metric in zip(MARKS, self._metrics, strict=True):
            try:
                value = float(await metric.single_turn_ascore(sample))
            except Exception as error:  # each provider raises errors of its own
                raise JudgeFailed(f"{name}: {said(error)}") from error
            found[name] = None if isnan(value) else value
        return found

    def _opened(self, chat: BaseChatModel, model: EmbeddingModel) -> tuple[Any, ...]:
        """Faithfulness and answer relevancy, in the order of MARKS."""
        settings = importlib.import_module("ragas.run_config").RunConfig(timeout=_SECONDS, max_retries=_TRIES)
        with _quiet():
            metrics = importlib.import_module("ragas.metrics")
            # bypass_n: a server of one's own seldom gives several replies to one call
            llm = importlib.import_module("ragas.llms").LangchainLLMWrapper(chat, settings, bypass_n=True)
            embeddings = importlib.import_module("ragas.embeddings").LangchainEmbeddingsWrapper(
                _Questions(model), settings
            )
            return metrics.Faithfulness(llm=llm), metrics.ResponseRelevancy(llm=llm, embeddings=embeddings)


class _Questions(Embeddings):
    """RAGAS embeds made-up questions as if they were documents; here both sides are questions."""

    def __init__(self, model: EmbeddingModel) -> None:
        self._model = model

    def embed_query(self, text: str) -> list[float]:
        return self._model.embed_query(text)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self._model.embed_query(text) for text in texts]


def _loaded() -> Any:
    os.environ["RAGAS_DO_NOT_TRACK"] = "true"
    try:
        return importlib.import_module("ragas")
    except ImportError as error:
        raise SettingError(f"The judges need RAGAS, which cannot be loaded ({error}). {_REMEDY}") from error


def _chat(name: str) -> BaseChatModel:
    return open_chat("ASSISTANT_JUDGE", name, _REMEDY, temperature=0, timeout=_SECONDS, max_retries=_TRIES)


def _reported(chat: BaseChatModel, name: str) -> str:
    """The model's own name for itself, which may hold a version; asking for it shows, too, that the model is there."""
    try:
        reply = chat.invoke("Reply with one word: ready")
    except Exception as error:
        raise SettingError(
            f"ASSISTANT_JUDGE {name!r} does not reply ({said(error)}). Check the name, the key and, for a server of your own, "
            "its address (OPENAI_BASE_URL)."
        ) from error
    return str(reply.response_metadata.get("model_name") or name)


@contextmanager
def _quiet() -> Iterator[None]:
    """RAGAS's newer metrics take its own clients only and warn whoever uses those that take LangChain's models."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield
