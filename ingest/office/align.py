"""Which word of a page each word of the text is: two spellings of one document are laid beside each other.

The text comes from the file, the words from its pages. Both hold the same letters in nearly the same order. Pages have more:
automatic numbers, running heads, header rows repeated on each page. Rows cut by a page break and text boxes stand elsewhere.

`ingest.pdf.letters` lays texts beside each other as well, and shares nothing with this: there both come from one page, in
which whole lines are found as they stand, and the letters are compared without accents, one by one, since fonts and
libraries disagree on them. Here both are whole documents, hundreds of pages at times, which line by line would be looked
through again and again; accents are kept, since both sides have them from one program.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from vietnamese.text import squeeze

_GRAM = 16  # letters; a stretch of so many that either side holds once is the same in both
_BASE = np.uint64(1_000_003)  # of the hash of a stretch
_RESYNC = 6  # letters that must agree for two stretches to go on together
_LARGEST_GAP = 1_500_000  # letters on one side times those on the other: beyond it, what is between stays unaligned
_FARTHEST = 4_000  # letters by which one side may run ahead
_SHORTEST_MOVED = 4  # letters; less may stand anywhere
_MOST_MOVED = 1_000  # stretches that are looked for elsewhere, the longest first


def align(tokens: Sequence[str], units: Sequence[int], words: Sequence[str]) -> list[tuple[int, ...]]:
    """For each token of the text the indexes of the words that show it, in order; empty where none does.

    `units` tells of each token which line or cell it is of; one of these is looked for as a whole where it stands elsewhere.
    Tokens and words are compared by their letters and figures alone. One without any is aligned to nothing. A word that
    shows several tokens is given to each.
    """
    left, left_owners = _joined(tokens)
    right, right_owners = _joined(words)
    matched = _match(left, right)
    _find_moved(left, right, matched, [units[owner] for owner in left_owners])
    found: list[list[int]] = [[] for _ in tokens]
    for i, j in enumerate(matched):
        found[left_owners[i]].append(right_owners[j] if j >= 0 else -1)
    return [_shown_by(indexes) for indexes in found]


def _shown_by(indexes: Sequence[int]) -> tuple[int, ...]:
    """The words that show most letters of a token: one letter alone may agree with a neighbour's by chance."""
    words = [index for index in indexes if index >= 0]
    return tuple(dict.fromkeys(words)) if 2 * len(words) > len(indexes) else ()


def _joined(texts: Sequence[str]) -> tuple[str, list[int]]:
    """All letters in one string, and for each the index of its text."""
    squeezed = [squeeze(text) for text in texts]
    owners = [i for i, letters in enumerate(squeezed) for _ in letters]
    return "".join(squeezed), owners


def _match(left: str, right: str) -> list[int]:
    """For each letter of `left` the index of the same one in `right`, rising, or -1."""
    matched = [-1] * len(left)
    for i, j in _anchors(left, right):
        for offset in range(_GRAM):
            matched[i + offset] = j + offset
    for i_range, j_range in list(_gaps(matched, len(right))):
        _fill(left, right, matched, *i_range, *j_range)
    return matched


def _anchors(left: str, right: str) -> Iterator[tuple[int, int]]:
    """Where stretches begin that both sides hold once, as many as rise on both sides."""
    (ours, our_places), (theirs, their_places) = _single(left), _single(right)
    _, i_found, j_found = np.intersect1d(ours, theirs, assume_unique=True, return_indices=True)
    found = zip(our_places[i_found].tolist(), their_places[j_found].tolist(), strict=True)
    pairs = sorted((i, j) for i, j in found if left[i : i + _GRAM] == right[j : j + _GRAM])
    last = (-_GRAM, -_GRAM)
    for i, j in _rising(pairs):
        # Stretches overlap: one may begin within the last only where both are one longer stretch.
        if j - i == last[1] - last[0] or (i >= last[0] + _GRAM and j >= last[1] + _GRAM):
            last = (i, j)
            yield i, j


def _single(text: str) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.intp]]:
    """The hashes of the stretches that a text holds once, and where each begins."""
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64)
    hashes = np.zeros(max(len(codes) - _GRAM + 1, 0), np.uint64)
    for offset in range(_GRAM if len(hashes) else 0):
        hashes = hashes * _BASE + codes[offset : offset + len(hashes)]
    values, places, counts = np.unique(hashes, return_index=True, return_counts=True)
    return values[counts == 1], places[counts == 1]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs that rises in the second number; they rise in the first as given."""
    ends: list[int] = []  # the lowest second number that a choice of each length ends with
    at: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(j)
            at.append(index)
        else:
            ends[length], at[length] = j, index
    chosen = []
    index = at[-1] if at else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]


def _gaps(matched: Sequence[int], length: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches between what is matched, on both sides: each as first and end."""
    start, other = 0, 0
    for i, j in enumerate(matched):
        if j < 0:
            continue
        if i > start and j > other:
            yield (start, i), (other, j)
        start, other = i + 1, j + 1
    if start < len(matched) and other < length:
        yield (start, len(matched)), (other, length)


def _fill(left: str, right: str, matched: list[int], i: int, i_end: int, j: int, j_end: int) -> None:
    """Matches within a gap: what goes on from either end, then what comes together again soonest."""
    while i < i_end and j < j_end and left[i_end - 1] == right[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        matched[i_end] = j_end
    while i < i_end and j < j_end:
        while i < i_end and j < j_end and left[i] == right[j]:
            matched[i] = j
            i, j = i + 1, j + 1
        met = _resync(left, right, i, i_end, j, j_end)
        if met is None:
            break
        i, j = met
    if i < i_end and j < j_end and (i_end - i) * (j_end - j) <= _LARGEST_GAP:
        blocks = SequenceMatcher(None, left[i:i_end], right[j:j_end], autojunk=False).get_matching_blocks()
        for block in blocks:
            if block.size >= _SHORTEST_MOVED:
                for offset in range(block.size):
                    matched[i + block.a + offset] = j + block.b + offset


def _resync(left: str, right: str, i: int, i_end: int, j: int, j_end: int) -> tuple[int, int] | None:
    """Where both sides agree again with the fewest letters passed over on both together."""
    best: tuple[int, int] | None = None
    cost = _FARTHEST
    for ahead in range(min(_FARTHEST, j_end - j)):
        if ahead >= cost:
            break
        gram = right[j + ahead : min(j + ahead + _RESYNC, j_end)]
        if len(gram) < _RESYNC:
            break
        found = left.find(gram, i, min(i_end, i + cost - ahead + _RESYNC))
        if found >= 0 and found - i + ahead < cost:
            cost, best = found - i + ahead, (found, j + ahead)
    return best


def _find_moved(left: str, right: str, matched: list[int], units: Sequence[int]) -> None:
    """Matches stretches that stand elsewhere: whole on the other side, as near as may be to where they were looked for."""
    free = _free(matched, len(right))
    for start, end in sorted(_unmatched(matched, units), key=lambda run: run[0] - run[1])[:_MOST_MOVED]:
        wanted = left[start:end]
        near = next((matched[i] for i in range(start - 1, -1, -1) if matched[i] >= 0), 0)
        places = (
            (abs(found - near), index, found)
            for index, (a, b) in enumerate(free)
            if b - a >= len(wanted) and (found := right.find(wanted, a, b)) >= 0
        )
        _, index, found = min(places, default=(0, -1, -1))
        if found >= 0:
            matched[start:end] = range(found, found + len(wanted))
            a, b = free[index]
            free[index : index + 1] = [(a, found), (found + len(wanted), b)]


def _unmatched(matched: Sequence[int], units: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches of one line or cell that are matched to nothing and are long enough to be told from others."""
    runs: list[tuple[int, int]] = []
    for i, j in enumerate(matched):
        if j >= 0:
            continue
        if runs and runs[-1][1] == i and units[i] == units[i - 1]:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return [(start, end) for start, end in runs if end - start >= _SHORTEST_MOVED]


def _free(matched: Sequence[int], length: int) -> list[tuple[int, int]]:
    """The stretches of the other side that nothing is matched to."""
    runs, last = [], 0
    for j in [*sorted(j for j in matched if j >= 0), length]:
        if j - last >= _SHORTEST_MOVED:
            runs.append((last, j))
        last = j + 1
    return runs
