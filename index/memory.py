"""Memory that a process has freed and still holds."""

import ctypes
import sys


def give_back() -> bool:
    """Returns freed memory to the system; whether anything was returned. Only glibc can: elsewhere nothing is done.

    The tensors of a batch are freed in pieces between others that stay, and glibc keeps such pieces: embedding 1,600 passages
    held 250 MB that were free. It takes some 10 ms.
    """
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim is not None and bool(trim(0))
