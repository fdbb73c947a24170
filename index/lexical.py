"""BM25 over token lists. How text becomes tokens is not decided here."""

import json
from array import array
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.errors import StorageError
from index.hit import Hit

_IDS = "ids.json"


class LexicalIndex:
    """BM25 (Lucene's variant) over passages, immutable once built. Equal scores rank in the order of building."""

    def __init__(self, ids: Sequence[str], bm25: "bm25s.BM25 | None") -> None:
        self._ids = list(ids)
        self._ordinals = {passage_id: i for i, passage_id in enumerate(self._ids)}
        self._bm25 = bm25  # None where no passage has any token: the library cannot index that

    @classmethod
    def build(cls, ids: Sequence[str], token_lists: Iterable[Sequence[str]]) -> "LexicalIndex":
        """An index of the passages `ids`, whose tokens stand in `token_lists` at the same places.

        `ids` may still be growing while `token_lists` are made. Only numbers are kept of the lists: the tokens of a passage
        take some thirty times its own room.
        """
        met: dict[str, int] = {}
        numbered = [
            np.fromiter((met.setdefault(token, len(met)) for token in tokens), np.int32, len(tokens))
            for tokens in token_lists
        ]
        if len(ids) != len(numbered):
            raise ValueError(f"{len(ids)} ids stand against {len(numbered)} token lists")
        if not met:
            return cls(ids, None)
        # Sorted, so that one corpus makes the same files in every process.
        vocabulary = {token: i for i, token in enumerate(sorted(met))}
        place = np.fromiter((vocabulary[token] for token in met), np.int32, len(met))
        met.clear()
        coded = [array("i", place[numbered.pop()].tobytes()) for _ in range(len(numbered))]
        coded.reverse()
        bm25 = bm25s.BM25(method="lucene", backend="numpy")
        bm25.index((coded, vocabulary), create_empty_token=False, show_progress=False)
        return cls(ids, bm25)

    @property
    def size(self) -> int:
        """How many passages are indexed, those without tokens too."""
        return len(self._ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The passages in the order of building."""
        return tuple(self._ids)

    def document_frequency(self, token: str) -> int:
        """How many passages hold the token."""
        column = self._columns([token])
        if self._bm25 is None or not column:
            return 0
        starts = self._bm25.scores["indptr"]
        return int(starts[column[0] + 1] - starts[column[0]])

    def search(
        self, tokens: Sequence[str], n: int, allowed: Collection[str] | NDArray[np.bool_] | None = None
    ) -> list[Hit]:
        """The best `n` passages that hold any of the tokens, best first; `allowed` narrows them (ids, or a mask by place)."""
        columns = self._columns(tokens)
        if self._bm25 is None or not columns or n <= 0:
            return []
        scores = self._bm25.get_scores_from_ids(columns)
        found = scores > 0
        if allowed is not None:
            found &= allowed if isinstance(allowed, np.ndarray) else self._mask(allowed)
        candidates = np.flatnonzero(found)
        best = candidates[np.argsort(-scores[candidates], kind="stable")[:n]]
        return [Hit(self._ids[i], float(scores[i])) for i in best]

    def save(self, folder: Path) -> None:
        """Writes the index into a folder, made where missing."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _IDS).write_text(json.dumps([self._ids, self._bm25 is None]), encoding="utf-8")
        if self._bm25 is not None:
            self._bm25.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Reads a saved index; the scores are mapped, so that the processes of one machine share them.

        Raises OSError where it is not there, StorageError where it is damaged.
        """
        try:
            ids, empty = json.loads((folder / _IDS).read_text(encoding="utf-8"))
            return cls(ids, None if empty else bm25s.BM25.load(folder, mmap=True, show_progress=False))
        except OSError:
            raise
        except (ValueError, EOFError, KeyError, TypeError) as error:
            raise StorageError(
                f"The lexical index in {folder} is damaged ({error}). Run `python -m ingest --rebuild` to build it anew."
            ) from error

    def _columns(self, tokens: Sequence[str]) -> list[int]:
        vocabulary = {} if self._bm25 is None else self._bm25.vocab_dict
        return [vocabulary[token] for token in tokens if token in vocabulary]

    def _mask(self, allowed: Collection[str]) -> NDArray[np.bool_]:
        mask = np.zeros(self.size, np.bool_)
        mask[[self._ordinals[i] for i in allowed if i in self._ordinals]] = True
        return mask
