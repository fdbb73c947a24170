"""Lets a language model write an answer from the passages that were found, and shows of it what stands in them."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Event

from answer.claims.quotes import quotes_of
from answer.claims.sentences import split_sentences
from answer.draft import Quote
from answer.language import detect_language
from answer.phrases import quoted
from answer.question import Question
from answer.terms import TermWeights
from answer.units import best_unit
from answer.writing.markers import MarkerStream, markers_in, renumbered
from answer.writing.mending import Mender, Mending
from answer.writing.model import LanguageModel, open_model
from answer.writing.opening import OpeningStream
from answer.writing.prompt import Message, Prompts
from answer.writing.quoting import quote_for
from answer.writing.source import Source
from answer.writing.sources import gather_sources
from answer.writing.state import ModelTrouble, Usage, WritingRecord
from index.errors import StorageError
from index.library import Library
from index.passage import Passage
from index.record.writings import KeptWriting, writing_key
from index.settings import Settings
from vietnamese.glossary import Glossary
from vietnamese.text import nfc

logger = logging.getLogger(__name__)

KEPT = 0.5
"""Share of the sentences that must stand as written; below it the extractive answer is shown."""
FEWEST_WORDS = 3
"""Words outside quotation marks by which the language of an answer is told."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Writing:
    """What may be shown while a model writes. `checked` is borne out by the passages, `tail` is not looked at yet.

    Markers in both are those of `sources`.
    """

    checked: str
    tail: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What a model wrote, as far as it may be shown. Markers in `text` count from 1 and are those of `quotes`, in order.

    `text` is empty where nothing may be shown; `record` says why. `left_out` and `replaced` count sentences.
    """

    text: str
    quotes: tuple[Quote, ...]
    partial: bool
    record: WritingRecord
    left_out: int = 0
    replaced: int = 0


@dataclass(slots=True)
class _Reply:
    """What a model said: its raw text, what the call took, and whether it was said at an earlier time."""

    raw: str = ""
    usage: Usage = field(default_factory=Usage)
    cached: bool = False


class Writer:
    """Writes answers over one library with one model. Safe to share between threads."""

    def __init__(self, model: LanguageModel, library: Library, glossary: Glossary, settings: Settings) -> None:
        self.model = model
        self._library = library
        self._glossary = glossary
        self._prompts = Prompts.load()
        self._characters = settings.writer_characters
        self._tokens = settings.writer_tokens

    def write(
        self,
        question: Question,
        passages: Sequence[Passage],
        weights: TermWeights,
        today: date,
        stop: Event | None = None,
    ) -> Iterator[Writing | Written]:
        """States of the answer while it is written, then what is left of it. Ends in the time that the settings allow."""
        sources = gather_sources(passages, self._library.documents, self._characters)
        asked = f"{question.text} {question.resolved}"
        mender = Mender(sources, self._glossary, lambda s: quoted(best_unit(s.passage, weights).text), asked)
        reply = _Reply()
        opening, body = OpeningStream(), ""
        try:
            progress = _Progress(mender, sources)
            markers = MarkerStream([s.marker for s in sources])
            for piece in self._said(question, sources, today, stop, reply):
                body += markers.feed(opening.feed(piece))
                state = progress.state(body)
                if state is not None:
                    yield state
            body += markers.feed(opening.close()) + markers.close()
            yield self._finished(question, body, opening.status, mender, sources, weights, reply)
        except ModelTrouble as trouble:
            logger.warning("The language model gave no answer: %s", trouble)
            yield self._nothing(question, trouble, reply, Mending(()))

    def _said(
        self, question: Question, sources: Sequence[Source], today: date, stop: Event | None, reply: _Reply
    ) -> Iterator[str]:
        """The model's words, from the cache where the same was asked before; `reply` is filled on the way."""
        messages = self._prompts.messages(question, sources, today)
        key = self._key(question, sources, messages)
        kept = self._kept(key)
        if kept is not None:
            took = kept.usage
            usage = Usage(took.tokens_in, took.tokens_out, took.first_ms, took.total_ms)
            reply.raw, reply.usage, reply.cached = kept.text, usage, True
            yield kept.text
            return
        with self.model.stream(messages, stop) as call:
            try:
                for piece in call:
                    reply.raw += piece
                    yield piece
            finally:
                reply.usage = call.usage
        try:
            self._library.writings.put(key, reply.raw, reply.usage)
        except StorageError as error:  # a full disk must not cost the answer that was just written
            logger.warning("What the language model wrote was not kept: %s", error)

    def _kept(self, key: str) -> KeptWriting | None:
        try:
            return self._library.writings.get(key)
        except StorageError as error:
            logger.warning("What the language model wrote earlier cannot be looked up: %s", error)
            return None

    def _key(self, question: Question, sources: Sequence[Source], messages: Sequence[Message]) -> str:
        passages = [(s.passage.id, s.text) for s in sources]
        model = self.model
        return writing_key(messages, passages, self._version(question), model.name, model.where, self._tokens)

    def _version(self, question: Question) -> str:
        return self._prompts.version(question.language)

    def _finished(
        self,
        question: Question,
        body: str,
        status: str | None,
        mender: Mender,
        sources: Sequence[Source],
        weights: TermWeights,
        reply: _Reply,
    ) -> Written:
        if not body.strip():
            raise ModelTrouble("none" if status == "none" else "empty")
        if status == "none":
            raise ModelTrouble("none")
        if (detect_language(_own_words(body)) == "en") != (question.language == "en"):
            raise ModelTrouble("language")
        mending = mender.mend(body)
        kept, stating = mending.count("kept"), mending.count("kept", "replaced", "removed")
        if not kept or kept < KEPT * stating:
            return self._nothing(question, ModelTrouble("unsupported"), reply, mending)
        text, quotes = self._cited(mending.text, sources, weights)
        record = self._record(question, reply, mending, None)
        lost, replaced = mending.count("removed"), mending.count("replaced")
        return Written(text, quotes, status == "partial", record, lost, replaced)

    def _cited(self, text: str, sources: Sequence[Source], weights: TermWeights) -> tuple[str, tuple[Quote, ...]]:
        """The text with its markers counted from 1 in the order of use, and the quotes under them."""
        held = {s.marker: s for s in sources}
        used = markers_in(text)
        quotes = tuple(quote_for(held[m], text, weights, self._glossary) for m in used)
        return renumbered(text, {m: i for i, m in enumerate(used, 1)}), quotes

    def _nothing(self, question: Question, trouble: ModelTrouble, reply: _Reply, mending: Mending) -> Written:
        return Written("", (), False, self._record(question, reply, mending, trouble))

    def _record(
        self, question: Question, reply: _Reply, mending: Mending, trouble: ModelTrouble | None
    ) -> WritingRecord:
        kept, stating = mending.count("kept"), mending.count("kept", "replaced", "removed")
        return WritingRecord(
            model=self.model.name,
            prompt=self._version(question),
            outcome="extractive" if trouble else "written" if kept == stating else "partly",
            trouble=trouble.code if trouble else None,
            sentences=stating,
            kept=kept,
            usage=reply.usage,
            cached=reply.cached,
        )


class _Progress:
    """The states of an answer while it grows: each sentence is checked once it is complete."""

    def __init__(self, mender: Mender, sources: Sequence[Source]) -> None:
        self._mender = mender
        self._sources = tuple(sources)
        self._complete = 0
        self._checked = ""

    def state(self, body: str) -> Writing | None:
        """The state with what was written so far; None where there is nothing to show yet."""
        if not body.strip():
            return None
        complete = _complete(body)
        if complete > self._complete:
            self._complete = complete
            self._checked = self._mender.mend(body[:complete]).text
        return Writing(self._checked, body[self._complete :], self._sources)


def _own_words(body: str) -> str:
    """What a model wrote without what it quotes, which is in the documents' language; the whole where next to nothing is left."""
    bare = nfc(body)
    for quote in reversed(list(quotes_of(bare))):
        bare = f"{bare[: quote.start]} {bare[quote.end :]}"
    return bare if len(_WORD.findall(bare)) >= FEWEST_WORDS else body


def _complete(body: str) -> int:
    """Where the sentence begins that is still being written, with the white space before it."""
    end = body.rfind("\n") + 1
    last = split_sentences(body[end:])
    begin = end + (body[end:].rfind(last[-1].text) if len(last) > 1 else 0)
    return len(body[:begin].rstrip())


def open_writer(settings: Settings, library: Library, glossary: Glossary) -> Writer | None:
    """The writer that the settings name; None where they name none. SettingError where it cannot be used."""
    model = open_model(settings)
    return None if model is None else Writer(model, library, glossary, settings)
