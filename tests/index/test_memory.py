"""Freed memory goes back to the system where the C library can do that."""

import sys

import psutil
import pytest

from index.memory import give_back


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc gives memory back")
def test_freed_pieces_between_others_that_stay_are_given_back() -> None:
    process = psutil.Process()
    pieces = [bytearray(60_000) for _ in range(4_000)]
    full = process.memory_info().rss
    del pieces[:-1]  # the last one stays at the top, so that the C library keeps what lies under it
    give_back()
    assert process.memory_info().rss < full - 150_000_000
