"""Collections in the layout of SQuAD: paragraphs are the articles, and each question's own paragraph is the right one."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eval.benchmark.collection import Article, Collection, Query, Span
from eval.benchmark.source import read_source
from eval.files import digest
from index.errors import InputError


def read_squad(path: Path) -> Collection:
    """The collection of a file. A paragraph that comes twice is one article; its id is its title and its number there.

    Questions marked `is_impossible` are left out. Raises SettingError for a missing file, InputError that names each entry
    that does not fit, by its place in the file.
    """
    reader = _Reader()
    for place, entry in _list_of(_parsed(path), "data", "", reader.problems):
        title = entry.get("title")
        for paragraph_place, paragraph in _list_of(entry, "paragraphs", place, reader.problems):
            reader.read(title if isinstance(title, str) else "", paragraph_place, paragraph)
    if reader.problems:
        raise InputError("\n".join(f"{path}, {problem}" for problem in reader.problems))
    if not reader.queries:
        raise InputError(f"{path}: no question. Name a file in the layout of SQuAD: data, paragraphs, qas.")
    return Collection(tuple(reader.articles.values()), tuple(reader.queries.values()), {path.name: digest(path)})


class _Reader:
    """Gathers articles (by title and text), questions (by id), and what is wrong with the file."""

    def __init__(self) -> None:
        self.articles: dict[tuple[str, str], Article] = {}
        self.queries: dict[str, Query] = {}
        self.problems: list[str] = []
        self._numbers: Counter[str] = Counter()

    def read(self, title: str, place: str, paragraph: Mapping[str, Any]) -> None:
        """Takes up one paragraph with its questions."""
        text = paragraph.get("context")
        if not isinstance(text, str) or not text.strip():
            self.problems.append(f"{place}: 'context' is missing or no text. Give the paragraph.")
            return
        if (title, text) not in self.articles:
            self._numbers[title] += 1
            self.articles[title, text] = Article(f"{title}#{self._numbers[title]}", title, text)
        article = self.articles[title, text]
        for query_place, row in _list_of(paragraph, "qas", place, self.problems):
            self._question(query_place, row, article)

    def _question(self, place: str, row: Mapping[str, Any], article: Article) -> None:
        if row.get("is_impossible"):
            return
        query_id, text = row.get("id"), row.get("question")
        if not isinstance(query_id, str) or not isinstance(text, str) or not query_id or not text.strip():
            self.problems.append(f"{place}: 'id' or 'question' is missing or no text. Give both.")
        elif query_id in self.queries:
            self.problems.append(f"{place}: id {query_id!r} stands further up too. Give each question its own.")
        else:
            spans = tuple(self._spans(place, row, article.text))
            self.queries[query_id] = Query(query_id, text, {article.id: 1}, spans)

    def _spans(self, place: str, row: Mapping[str, Any], text: str) -> Iterator[Span]:
        for span_place, answer in _list_of(row, "answers", place, self.problems):
            words, start = answer.get("text"), answer.get("answer_start")
            if isinstance(words, str) and isinstance(start, int) and start >= 0 and text.startswith(words, start):
                yield Span(words, start)
            else:
                self.problems.append(
                    f"{span_place}: the paragraph does not hold 'text' at 'answer_start'. Correct them."
                )


def _parsed(path: Path) -> Mapping[str, Any]:
    try:
        content = json.loads(read_source(path))
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error}). Name a file in the layout of SQuAD.") from error
    if not isinstance(content, dict):
        raise InputError(f"{path}: a {type(content).__name__}, not an object. Name a file in the layout of SQuAD.")
    return content


def _list_of(
    holder: Mapping[str, Any], name: str, place: str, problems: list[str]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each object of a list with its place ("data[0].paragraphs[2]")."""
    prefix = f"{place}.{name}" if place else name
    items = holder.get(name)
    if not isinstance(items, list):
        problems.append(f"{prefix}: missing or no list. Name a file in the layout of SQuAD.")
        return
    for number, item in enumerate(items):
        if isinstance(item, dict):
            yield f"{prefix}[{number}]", item
        else:
            problems.append(f"{prefix}[{number}]: no object. Write {{...}}.")
