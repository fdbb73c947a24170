"""A small server that speaks OpenAI's protocol on loopback and writes what it is told to, word by word, as slowly as it is told to."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

PAUSE = "⏸"
"""In a text: nothing more is written until the server is told to go on."""
_MODEL = "tho-ky"
_PIECE = re.compile(rf"{PAUSE}|\s*[^\s{PAUSE}]+|\s+")


@dataclass
class SlowModel:
    """What the server writes to every question, and what it saw."""

    text: str = ""
    seconds: float = 0.05
    """Between two words."""
    address: str = ""
    name: str = f"openai:{_MODEL}"
    go_on: Event = field(default_factory=Event)
    asked: list[str] = field(default_factory=list)
    """The last message of each call."""
    writes: int = 0
    """Calls that it is writing an answer to."""

    def says(self, text: str, seconds: float = 0.05) -> None:
        """Writes `text` from now on, and waits at its pauses until `go_on` is set."""
        self.text, self.seconds = text, seconds
        self.go_on.clear()


def _chunk(**delta: object) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": None if delta else "stop"}
    body = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": _MODEL, "choices": [choice]}
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode()


def _handler(model: SlowModel) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert request["stream"] is True
            model.asked.append(request["messages"][-1]["content"])
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            model.writes += 1
            try:
                self._write(model.text)
            except OSError:
                pass  # the reader has gone
            finally:
                model.writes -= 1

        def _write(self, text: str) -> None:
            self._send(_chunk(role="assistant", content=""))
            for piece in _PIECE.findall(text):
                if piece == PAUSE:
                    self._hold()
                else:
                    self._send(_chunk(content=piece))
                    time.sleep(model.seconds)
            self._send(_chunk())
            self._send(b"data: [DONE]\n\n")

        def _hold(self) -> None:
            """Waits; a comment line now and then finds out whether anybody is still reading."""
            while not model.go_on.wait(0.2):
                self._send(b": waiting\n\n")

        def _send(self, data: bytes) -> None:
            self.wfile.write(data)
            self.wfile.flush()

        def log_message(self, *_: object) -> None:
            """Says nothing on the terminal."""

    return Handler


@contextmanager
def served_model() -> Iterator[SlowModel]:
    """A running server; `address` is what the settings take."""
    model = SlowModel()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(model))
    server.daemon_threads = True
    model.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield model
    finally:
        model.go_on.set()
        server.shutdown()
        server.server_close()


def until(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    """Waits until something holds; fails where it does not in that time."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        time.sleep(0.05)
