"""ZIP archives that lie: about names, sizes, and what is in them."""

import io
import stat
import struct
import zipfile
from collections.abc import Iterable, Mapping

_ENCRYPTED = 0x1
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def packed(files: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files, under exactly these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=packing)
    return buffer.getvalue()


def changed(data: bytes, files: Mapping[str, bytes]) -> bytes:
    """A copy in which some members hold something else, or are new."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    return packed({**kept, **files})


def nested_bomb(depth: int = 5, width: int = 16) -> bytes:
    """Archives in archives, the innermost full of nothing: whoever unpacks all of it fills any disk."""
    inner = packed({f"{i}.txt": bytes(1_000_000) for i in range(width)})
    for _ in range(depth):
        inner = packed({f"{i}.zip": inner for i in range(width)})
    return inner


def flat_bomb(megabytes: int = 30) -> bytes:
    """One member that unpacks to a thousand times its size, within the limit for a file."""
    return packed({"zeros.txt": b" " * (megabytes * 1_000_000)})


def overlapping_bomb(count: int = 20) -> bytes:
    """Members that are the same bytes of the archive, so that it unpacks to many times its size."""
    body = packed({"00.txt": b"1. The office opens a class.\n" * 2000})
    start, end = body.index(_CENTRAL), body.index(_END)
    entries = b"".join(body[start:end].replace(b"00.txt", b"%02d.txt" % (i + 1)) for i in range(count))
    return body[:start] + entries + struct.pack("<4s4H2LH", _END, 0, 0, count, count, len(entries), start, 0)


def with_links(target: str) -> bytes:
    """A member that is a link out of the archive, and one that is a device."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, mode, data in (
            ("link.txt", stat.S_IFLNK | 0o777, target.encode()),
            ("device.txt", stat.S_IFCHR | 0o666, b""),
        ):
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, mode << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def encrypted(name: str) -> bytes:
    """A member that says it needs a password."""
    data = bytearray(packed({name: b"words that nobody may read " * 9}))
    for mark, place in ((_LOCAL, 6), (_CENTRAL, 8)):
        data[data.index(mark) + place] |= _ENCRYPTED
    return bytes(data)


def damaged(name: str, words: bytes) -> bytes:
    """A member whose bytes were changed after it was packed."""
    data = packed({name: words}, zipfile.ZIP_STORED)
    return data.replace(words, words[:-1] + b"?", 1)


def understated(name: str) -> bytes:
    """A member that says it is a hundred bytes and unpacks to two million."""
    data = bytearray(packed({name: b"x" * 2_000_000}))
    for mark, place in ((_LOCAL, 22), (_CENTRAL, 24)):
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<L", 100)
    return bytes(data)


def named(names: Iterable[str], words: bytes) -> bytes:
    """The same words under each of these names."""
    return packed(dict.fromkeys(names, words))
