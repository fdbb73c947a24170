"""A test collection: articles, questions, and which articles answer each question."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

Half = Literal["tune", "report", "all"]

TRANSLATION = "__"
"""What stands between a question's id and the language it was translated to ("q1__en")."""


@dataclass(frozen=True, slots=True)
class Article:
    """What is to be found. `title` may be empty."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """An answer's words and where they begin in the article's text, in characters from 0."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Query:
    """A question. `relevant` grades the articles judged for it (above 0: it answers); `spans` are answers within them."""

    id: str
    text: str
    relevant: Mapping[str, int]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles and the questions judged on them. `files` maps the name of each file read to its SHA-256."""

    articles: tuple[Article, ...]
    queries: tuple[Query, ...]
    files: Mapping[str, str]

    def half(self, half: Half) -> "Collection":
        """The same articles with the questions of one half, or all of them."""
        return self if half == "all" else replace(self, queries=tuple(q for q in self.queries if half_of(q.id) == half))


def half_of(query_id: str) -> Half:
    """The half of a question: the parity of SHA-256 of its id up to "__", even "tune", odd "report".

    A question and its translation share that part of their ids, so that nothing is tuned on what is reported.
    """
    digest = hashlib.sha256(query_id.split(TRANSLATION, 1)[0].encode()).hexdigest()
    return "report" if int(digest, 16) % 2 else "tune"
