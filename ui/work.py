"""Questions on their way to their answers, each in a thread of its own, so that no click on the page ends or loses one."""

import logging
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, Lock, Thread
from uuid import uuid4

from answer.reply import Answer
from answer.writing.writer import Writing
from index.errors import AssistantError
from ui.trouble import explain
from ui.words import Words

logger = logging.getLogger(__name__)

MOST = 8
"""Works that are done at the same time, over all tabs; further ones wait. A model writes slowly, so each may take minutes."""

Stream = Callable[[Event], Iterator[Writing | Answer]]
"""What leads to an answer, which comes last; the event asks it to come to its end."""


class Work:
    """One question on its way. Read by the page at any time; `run` is called once, by the thread that does it.

    `id` is that of the turn to be. Once it has `ended`, either `answer` or `fault` is set: what to say of what went wrong.
    """

    def __init__(self, stream: Stream) -> None:
        self.id = uuid4().hex
        self.writing: Writing | None = None
        self.answer: Answer | None = None
        self.fault: Callable[[Words], str] | None = None
        self.begun = False
        self._stream = stream
        self._stop = Event()
        self._to_see = Event()
        self._ended = Event()
        self._made = time.monotonic()

    @property
    def ended(self) -> bool:
        """Whether there is an answer or a fault."""
        return self._ended.is_set()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to end before its time."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Asks it to end now; what it comes to then is still kept."""
        self._stop.set()

    def wait(self, age: float | None = None) -> None:
        """Waits until there is something to see, but only while the work is younger than `age` seconds; None waits for its end."""
        if age is None:
            self._ended.wait()
        else:
            self._to_see.wait(max(0.0, self._made + age - time.monotonic()))

    def run(self) -> None:
        """Does the work; whatever goes wrong becomes its fault."""
        self.begun = True
        try:
            self._follow()
        except AssistantError as error:
            self.fault = partial(explain, error)
        except Exception as error:  # a fault nobody foresaw must not leave the question waiting for ever
            logger.exception("A question was not answered")
            self.fault = partial(_say_fault, type(error).__name__)
        finally:
            self._ended.set()
            self._to_see.set()

    def _follow(self) -> None:
        for state in self._stream(self._stop):
            if isinstance(state, Answer):
                self.answer = state
                return
            self.writing = state
            self._to_see.set()
        raise EOFError("The stream ended without an answer")


def _say_fault(kind: str, words: Words) -> str:
    return words("fault_logged", kind=kind)


class Crew:
    """Does works, `most` of them at a time, in the order they come. Its threads end when there is nothing left to do."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.threads = 0
        """How many there are now."""
        self._waiting: deque[Work] = deque()
        self._lock = Lock()

    def take(self, work: Work) -> None:
        """Does a work as soon as a thread is free."""
        with self._lock:
            self._waiting.append(work)
            if self.threads < self._most:
                self.threads += 1
                # a daemon, so that the program can end while a model writes
                Thread(target=self._serve, name="answer", daemon=True).start()

    def _serve(self) -> None:
        while (work := self._next()) is not None:
            work.run()

    def _next(self) -> Work | None:
        """The work that has waited longest; None ends the thread that asks."""
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self.threads -= 1
            return None


crew = Crew(MOST)
"""The one of this process."""
