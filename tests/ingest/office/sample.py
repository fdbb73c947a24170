"""Real documents, where the tests are told of a folder with them; and whether LibreOffice is there to read them."""

import os
import shutil
from pathlib import Path

import pytest

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def sample(name: str) -> Path:
    """A real document; the test is skipped where there is none."""
    folder = os.environ.get("ASSISTANT_SAMPLES")
    if not folder:
        pytest.skip("ASSISTANT_SAMPLES is not set")
    return Path(folder) / "samples" / name
