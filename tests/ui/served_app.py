"""The app served as after a fresh install, for tests that use it through a browser."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from index.settings import PROJECT

TOO_WIDE = "() => document.documentElement.scrollWidth > innerWidth || document.querySelector('.stMain').scrollWidth > innerWidth"
"""Whether a page scrolls sideways, in the browser's own language."""


@contextmanager
def served_app(home: Path, settings: Mapping[str, str]) -> Iterator[str]:
    """The address of a running `streamlit run app.py` with `home` as home folder, where its log is kept too."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    env = {**os.environ, **settings, "HOME": str(home)}
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=PROJECT, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended by itself"
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2) as reply:
                if reply.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)
