"""Servers on this machine that speak, more or less, OpenAI's protocol, and do to their clients what a good one does not."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any

Behaviour = Callable[["Connection"], None]

_PAUSE = 0.02


class Connection(StreamRequestHandler):
    """One request, and the means to answer it."""

    server: "OddServer"

    def handle(self) -> None:
        self.server.count += 1
        try:
            request = self.rfile.readline().decode()
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in self._lines())}
            body = self.rfile.read(int(headers.get("content-length", 0)))
            asked = json.loads(body) if headers.get("content-type") == "application/json" else body
            self.server.asked.append({"request": request, "headers": headers, "body": asked})
            self.server.behaviour(self)
        except ConnectionError:  # the client has gone
            pass
        finally:
            self.server.left.set()

    def say(self, text: str) -> None:
        self.wfile.write(text.encode())

    def begin(self, status: str = "200 OK", kind: str = "text/event-stream") -> None:
        """Status and headers; the body goes on until the connection is closed."""
        self.say(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nConnection: close\r\n\r\n")

    def piece(self, text: str) -> None:
        choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}
        self.data({"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "odd", "choices": [choice]})

    def data(self, value: object) -> None:
        self.say(f"data: {json.dumps(value, ensure_ascii=False)}\n\n")

    def done(self) -> None:
        self.say("data: [DONE]\n\n")

    def until_left(self) -> None:
        """Says nothing until the client has gone."""
        while self.connection.recv(1000):
            pass

    def _lines(self) -> Iterator[str]:
        while line := self.rfile.readline().decode().strip():
            yield line


class OddServer(ThreadingTCPServer):
    """Behaves as it is told; `asked` are the requests, `count` the connections, `left` is set when one has ended."""

    daemon_threads = True
    block_on_close = False
    address_family = socket.AF_INET

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Connection)
        self.behaviour = behaviour
        self.asked: list[dict[str, Any]] = []
        self.count = 0
        self.left = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[OddServer]:
    """A server that behaves like that, until the end of the `with`."""
    with OddServer(behaviour) as server:
        thread = threading.Thread(target=server.serve_forever, args=(_PAUSE,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def writes(*pieces: str) -> Behaviour:
    """A good server that says just that."""

    def behave(to: Connection) -> None:
        to.begin()
        for piece in pieces:
            to.piece(piece)
        to.done()

    return behave


def refuses(status: str, body: object) -> Behaviour:
    """Answers with an HTTP error; a `body` that is no text is sent as JSON."""

    def behave(to: Connection) -> None:
        to.begin(status, "text/html" if isinstance(body, str) else "application/json")
        to.say(body if isinstance(body, str) else json.dumps(body))

    return behave


def redirects(url: str) -> Behaviour:
    """Sends its client elsewhere, with the same question."""

    def behave(to: Connection) -> None:
        to.say(f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {url}\r\nConnection: close\r\n\r\n")

    return behave


def is_silent(to: Connection) -> None:
    """Takes the question and says nothing, ever."""
    to.until_left()


def only_lives(to: Connection) -> None:
    """Says that it lives, as some servers do while they think, and no word."""
    to.begin()
    while True:
        to.say(": still here\n\n")
        to.piece("")
        time.sleep(_PAUSE)


def halts(to: Connection) -> None:
    """Writes a word and then nothing more."""
    to.begin()
    to.piece("Sở ")
    to.until_left()


def never_ends(to: Connection) -> None:
    """Writes for ever, always something else."""
    to.begin()
    for number in count():
        to.piece(f"{number} ")


def goes_round(to: Connection) -> None:
    """Writes the same for ever."""
    to.begin()
    while True:
        to.piece("Sở Y tế chủ trì. ")
        time.sleep(_PAUSE)


def breaks_off(to: Connection) -> None:
    """Writes a word and closes the connection in the middle of a piece that it has announced."""
    to.say("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100000\r\n\r\n")
    to.piece("Sở ")


def fails_midway(to: Connection) -> None:
    """Writes a word, then an error of its own."""
    to.begin()
    to.piece("Sở ")
    to.data({"error": {"message": "out of memory", "type": "server_error"}})
    to.until_left()


def is_no_json(to: Connection) -> None:
    """Speaks of itself instead of JSON, in the right frame."""
    to.begin()
    to.say("data: I am a server\n\n")


def is_a_page(to: Connection) -> None:
    """Answers with a web page, as a wrong address does."""
    to.begin(kind="text/html")
    to.say("<html><body>Welcome</body></html>")


def is_empty(to: Connection) -> None:
    """Ends before it has begun."""
    to.begin()
    to.done()
