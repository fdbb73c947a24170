"""Faults of the machine, for which no file is to blame: a disk that is full, no file handles or memory left, a folder gone."""

import errno
import os
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path

from index.settings import Settings

_SPACE = "free some space"
_DISK = "check the disk or the network drive"
_HANDLES = "raise the limit of open files (ulimit -n)"
_MEMORY = "end other programs or lower ASSISTANT_WORKERS"
_REMEDIES = {
    errno.ENOSPC: _SPACE,
    errno.EDQUOT: _SPACE,
    errno.EIO: _DISK,
    errno.ESTALE: _DISK,
    errno.EMFILE: _HANDLES,
    errno.ENFILE: _HANDLES,
    errno.ENOMEM: _MEMORY,
    errno.EAGAIN: _MEMORY,  # no process could be started
}
_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS})
_HARDLY_ANY = 0.1  # of a process's limit
_MEMORY_OF_MACHINE = Path("/proc/meminfo")
_GROUP = Path("/sys/fs/cgroup")  # of a container, by version 2; elsewhere there is no such file in it


def causes(error: BaseException) -> Iterator[BaseException]:
    """An error, then what brought it about, and what that."""
    one: BaseException | None = error
    while one is not None:
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def machine_fault(error: BaseException, own: Path, settings: Settings) -> str | None:
    """What is wrong with the machine, with the remedy, where that and not the file `own` brought an error about; else None.

    A want of memory is the machine's where hardly any is left; see `is_short_of_memory`.
    """
    for one in causes(error):
        if isinstance(one, MemoryError):
            return named(os.strerror(errno.ENOMEM), _MEMORY) if is_short_of_memory() else None
        if isinstance(one, OSError) and one.errno is not None:
            fault = _of_system(one, own, settings)
            if fault is not None:
                return fault
    return None


def named(reason: str, remedy: str) -> str:
    """The words for a fault of the machine."""
    return f"not read by a fault of the machine and not of the file ({reason}); {remedy}, then run this again."


def wants_memory(error: BaseException) -> bool:
    """Whether a want of memory brought an error about."""
    return any(isinstance(one, MemoryError) for one in causes(error))


def is_short_of_memory() -> bool:
    """Whether the machine has hardly any memory left, by the limit of this process, or the process has no limit.

    That it has less left than the limit would still allow says nothing: the process was refused what its limit forbids.
    """
    limit, left = _limit(), _left()
    return limit is None or (left is not None and left < _HARDLY_ANY * limit)


def _of_system(error: OSError, own: Path, settings: Settings) -> str | None:
    place = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes, os.PathLike)) else None
    reason = (error.strerror or type(error).__name__) + (f": {place}" if place else "")
    if error.errno in _REMEDIES:
        return named(reason, _REMEDIES[error.errno])
    if error.errno not in _FOLDER:
        return None
    if place is None:
        # As `tempfile` says that it found no folder at all.
        return named(reason, _other_folder("TMPDIR")) if "temporary directory" in reason else None
    if Path(place) == own:
        return None
    if Path(place).is_relative_to(settings.data):
        return named(reason, _other_folder("ASSISTANT_DATA"))
    temporary = tempfile.tempdir
    return (
        named(reason, _other_folder("TMPDIR"))
        if temporary is not None and Path(place).is_relative_to(temporary)
        else None
    )


def _other_folder(setting: str) -> str:
    return f"make the folder writable or name another ({setting})"


def _limit() -> float | None:
    """Bytes that this process may take (ASSISTANT_WORKER_MB); None where it has no limit."""
    limit, _ = resource.getrlimit(resource.RLIMIT_DATA)
    return None if limit == resource.RLIM_INFINITY else float(limit)


def _left() -> float | None:
    """Bytes of memory that the machine, or the container, has left; None where it does not say."""
    free = [] if (whole := _kilobytes(_MEMORY_OF_MACHINE, "MemAvailable")) is None else [whole]
    try:
        limit = int((_GROUP / "memory.max").read_text())  # "max" where there is none
        kept = dict(line.split() for line in (_GROUP / "memory.stat").read_text().splitlines())
        free.append(limit - int((_GROUP / "memory.current").read_text()) + float(kept["inactive_file"]))
    except (OSError, ValueError, KeyError):
        pass  # no such limit
    return min(free, default=None)


def _kilobytes(path: Path, name: str) -> float | None:
    """A value of one of the system's tables, which are in KiB, in bytes; None where there is none."""
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024.0 for line in lines if line.startswith(f"{name}:")), None)
