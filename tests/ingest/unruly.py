"""A reader for tests, to be called in a worker: what it does with a file stands in the file's name."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import Any

from index.document import Edition
from index.settings import Settings
from ingest.pool import read_source
from ingest.reading import OnPage
from ingest.sources import Source

SLEEPER = "import time; time.sleep(3600)"


def read(source: Source, stated: Mapping[str, Any], settings: Settings, on_page: OnPage) -> Edition:
    name = source.path.stem
    if name.startswith("hang"):
        time.sleep(3600)
    if name.startswith("crash"):
        os.abort()
    if name.startswith("eat"):
        bytearray(1_000_000_000)
    if name.startswith("stumble"):
        raise KeyError("no such font")
    if name.startswith("command"):
        # In a session of its own, with a child of its own, as a converter's script starts its program.
        script = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SLEEPER!r}, sys.argv[1]]).wait()"
        subprocess.run([sys.executable, "-c", script, str(source.path)], start_new_session=True, check=False)
    if name.startswith("torch"):
        assert "torch" not in sys.modules and "chromadb" not in sys.modules
    if name.startswith("pages"):
        for page in range(1, 4):
            on_page(page, 3)
    if name.startswith("slow"):
        time.sleep(0.4)
    return read_source(source, stated, settings, on_page)
