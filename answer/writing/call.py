"""One text that a language model writes: its pieces as they come, within time and length whatever the server does."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import cache
from queue import Empty, Queue
from threading import Event, Lock, Thread
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING, Self

from answer.writing.chat import trouble_of
from answer.writing.repetition import goes_round
from answer.writing.state import ModelTrouble, Usage

if TYPE_CHECKING:
    from langchain_core.messages import AIMessageChunk

_LOOK_SECONDS = 0.1  # how long a wait may take until it looks whether the reader wants it to stop
_starting = Lock()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a call may take: seconds until it is done, seconds until its first word, and characters."""

    seconds: float
    first_seconds: float
    characters: int


class Call:
    """A call that goes on from the moment it is made. Iterate over it once for the pieces of text; `usage` is whole after that.

    The provider's client runs in a thread that no caller waits for longer than the limits say, and no longer than it takes to
    see `stop`, a tenth of a second. `close`, or the end of a `with`, breaks off the connection, so that the server stops, too.

    Iterating raises ModelTrouble: unreachable, slow, refused, failed, empty, endless or stopped.
    """

    def __init__(
        self,
        chunks: Callable[[], AsyncGenerator["AIMessageChunk"]],
        limits: Limits,
        stop: Event | None = None,
        secrets: Sequence[str] = (),
    ) -> None:
        self._chunks, self._limits, self._stop, self._secrets = chunks, limits, stop, secrets
        self._received: Queue[str | ModelTrouble | None] = Queue()  # None: the text is done
        self._text = ""
        self._tokens: tuple[int, int] | None = None
        self._first_seconds: float | None = None
        self._total_seconds: float | None = None
        self._start = perf_counter()
        self._task = asyncio.run_coroutine_threadsafe(self._receive(), _loop())

    def __iter__(self) -> Iterator[str]:
        if self._total_seconds is not None:
            return
        try:
            while (piece := self._next()) is not None:
                yield piece
            if self._first_seconds is None:
                raise ModelTrouble("empty", "the server sent no word")
        finally:
            self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the call where it is; the rest of the text is lost."""
        self._task.cancel()
        if self._total_seconds is None:
            self._total_seconds = perf_counter() - self._start

    @property
    def usage(self) -> Usage:
        """What the call has taken."""
        tokens_in, tokens_out = self._tokens or (None, None)
        first, total = self._first_seconds, self._total_seconds
        return Usage(
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            first_ms=None if first is None else 1000 * first,
            total_ms=1000 * (perf_counter() - self._start if total is None else total),
        )

    def _next(self) -> str | None:
        while True:
            if self._stop is not None and self._stop.is_set():
                raise ModelTrouble("stopped")
            left = self._left()
            try:
                received = self._received.get(timeout=max(0.0, min(left, _LOOK_SECONDS)))
            except Empty:
                if left <= 0:
                    raise self._slow() from None
                continue
            if isinstance(received, ModelTrouble):
                raise received
            return received

    def _left(self) -> float:
        """Seconds that may still be waited for the next piece."""
        limit = self._limits.seconds
        if self._first_seconds is None:
            limit = min(limit, self._limits.first_seconds)
        return self._start + limit - perf_counter()

    def _slow(self) -> ModelTrouble:
        limits = self._limits
        if self._first_seconds is None:
            return ModelTrouble("slow", f"no word within {min(limits.seconds, limits.first_seconds):g} seconds")
        return ModelTrouble("slow", f"not done within {limits.seconds:g} seconds")

    async def _receive(self) -> None:
        """Hands on what the server sends, and at last its end or its trouble. Runs in the loop's thread."""
        try:
            await self._read()
        except ModelTrouble as trouble:
            self._received.put(trouble)
        else:
            self._received.put(None)

    async def _read(self) -> None:
        from langsmith import tracing_context  # loaded by then, with LangChain

        try:
            # whatever the environment says: nothing goes to LangChain's own service
            with tracing_context(enabled=False):
                # the caller gives up by itself; this ends a call that nobody waits for any more
                async with asyncio.timeout(self._limits.seconds), aclosing(self._chunks()) as chunks:
                    async for chunk in chunks:
                        self._take(chunk)
        except TimeoutError:
            raise self._slow() from None
        except Exception as error:  # each provider raises errors of its own
            raise trouble_of(error, self._secrets) from error

    def _take(self, chunk: "AIMessageChunk") -> None:
        if told := chunk.usage_metadata:
            tokens_in, tokens_out = self._tokens or (0, 0)
            self._tokens = tokens_in + told["input_tokens"], tokens_out + told["output_tokens"]
        piece = str(chunk.text)
        if not piece:
            return
        if self._first_seconds is None and piece.strip():
            self._first_seconds = perf_counter() - self._start
        self._text += piece
        self._received.put(piece)
        if len(self._text) > self._limits.characters:
            raise ModelTrouble("endless", f"more than {self._limits.characters} characters")
        if goes_round(self._text):
            raise ModelTrouble("endless", "the same words again and again")


def _loop() -> asyncio.AbstractEventLoop:
    with _starting:
        return _started_loop()


@cache
def _started_loop() -> asyncio.AbstractEventLoop:
    """One loop for all calls of the process: providers' packages keep clients, each bound to the loop it was first used in."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="language models", daemon=True).start()
    return loop
