"""The question set: its questions, how they are read, and what a sound set must fulfil."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from eval.lines import read_objects
from eval.split import SIDES, group, near_duplicates, side, tokens
from index.errors import InputError, SettingError
from vietnamese.text import fold_markup, has_accents

LANGUAGES = ("vi", "vi_unaccented", "en")
KINDS = (
    "office", "obligation", "number", "deadline", "funding", "list", "table", "legal_basis",
    "metadata", "status", "contradiction", "compare", "yes_no", "follow_up", "unanswerable",
)  # fmt: skip
UNANSWERABLE = "unanswerable"

_TEXTS = ("id", "question", "language", "kind")
_TEXT_LISTS = ("history", "documents", "evidence", "forbidden")
_MARKUP_FILES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Question:
    """One question with what a right answer cites, says and does not say.

    A citation that holds any one span of `evidence` is right. Each entry of `facts` is one fact in all the spellings that
    count. `history` is what the same person asked before, in order. Without `evidence` the right answer is to abstain.
    """

    id: str
    question: str
    language: str
    kind: str
    history: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the corpus holds an answer, which is to say: whether there is evidence."""
        return bool(self.evidence)


def load(path: Path) -> tuple[Question, ...]:
    """The questions of a JSON Lines file; raises InputError that names every malformed line and what to do about it."""
    problems: list[str] = []
    questions: dict[str, Question] = {}
    for number, row in read_objects(path, problems):
        found = list(_row_problems(row))
        if not found and row["id"] in questions:
            found = [f"id {row['id']!r} stands on an earlier line too. Give each question its own id."]
        problems.extend(f"{path}, line {number}: {problem}" for problem in found)
        if not found:
            questions[row["id"]] = _question(row)
    if problems:
        raise InputError("\n".join(problems))
    if not questions:
        raise InputError(f"{path}: no question. Write one JSON object a line.")
    return tuple(questions.values())


def corpus_texts(folder: Path) -> dict[str, str | None]:
    """Each document id of a corpus folder with its text as the verbatim rule compares it; None where the file is no plain text."""
    if not folder.is_dir():
        raise SettingError(f"{folder} is no folder. Set ASSISTANT_CORPUS to the folder that holds the documents.")
    return {
        file.stem: fold_markup(file.read_text(encoding="utf-8")) if file.suffix in _MARKUP_FILES else None
        for file in sorted(folder.iterdir())
        if file.is_file() and file.suffix not in (".yaml", ".yml")
    }


def validate(questions: Iterable[Question], texts: Mapping[str, str | None]) -> list[str]:
    """Every breach of the rules of a question set, in words; an empty list means that the set is sound.

    Evidence is verbatim in one of the question's documents, an answerable question has documents and facts, an
    unanswerable one has neither, a question typed without accents has none, and no near-duplicates stand across the split.
    """
    asked = list(questions)
    problems = [f"{q.id}: {problem}" for q in asked for problem in _breaches(q, texts)]
    return problems + [
        problem
        for left, right in combinations(SIDES, 2)
        for problem in leaks([q for q in asked if side(q.id) == left], [q for q in asked if side(q.id) == right])
    ]


def leaks(left: Sequence[Question], right: Sequence[Question]) -> list[str]:
    """Near-duplicates between two sets that must not share a question (see `eval.split.near_duplicates`)."""
    pairs = near_duplicates([_words(q) for q in left], [_words(q) for q in right])
    return [
        f"{a} and {b} are near-duplicates on two sides of the split (overlap {overlap:.2f}). "
        f"Give them one number, as {group(a)}-a and {group(a)}-b, or reword one."
        for a, b, overlap in pairs
    ]


def misplaced(questions: Iterable[Question], name: str) -> list[str]:
    """Questions of a file called practice, dev or test that the rule puts elsewhere; any other file's name asks nothing."""
    if name not in SIDES:
        return []
    return [
        f"{q.id}: belongs in {side(q.id)}.jsonl by the split rule. Move it." for q in questions if side(q.id) != name
    ]


def _words(question: Question) -> tuple[str, frozenset[str]]:
    return question.id, tokens((*question.history, question.question))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list_of(value: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(value, list) and all(fits(item) for item in value)


def _row_problems(row: Mapping[str, Any]) -> Iterable[str]:
    for name in _TEXTS:
        if not _is_text(row.get(name)):
            yield f"{name!r} is missing or no text. Give it a string that is not empty."
    for name in _TEXT_LISTS:
        if not _is_list_of(row.get(name), _is_text):
            yield f"{name!r} is missing or no list of texts. Write a list of strings, [] for none."
    if not _is_list_of(row.get("facts"), lambda fact: _is_list_of(fact, _is_text) and bool(fact)):
        yield "'facts' is missing or no list of lists of texts. Write each fact as the list of its spellings."
    for name, known in (("language", LANGUAGES), ("kind", KINDS)):
        if _is_text(row.get(name)) and row[name] not in known:
            yield f"unknown {name} {row[name]!r}. Use one of {', '.join(known)}."


def _question(row: Mapping[str, Any]) -> Question:
    return Question(
        id=row["id"],
        question=row["question"],
        language=row["language"],
        kind=row["kind"],
        history=tuple(row["history"]),
        documents=tuple(row["documents"]),
        evidence=tuple(row["evidence"]),
        facts=tuple(tuple(fact) for fact in row["facts"]),
        forbidden=tuple(row["forbidden"]),
    )


def _breaches(question: Question, texts: Mapping[str, str | None]) -> Iterable[str]:
    yield from (
        f"unknown document {d!r}. Name a file's stem of the corpus." for d in question.documents if d not in texts
    )
    yield from _kind_breaches(question)
    yield from _evidence_breaches(question, texts)
    if question.language == "vi_unaccented" and has_accents(question.question):
        yield "typed with accents, though its language is vi_unaccented. Call it vi, or take the accents out."


def _kind_breaches(question: Question) -> Iterable[str]:
    if question.answerable == (question.kind == UNANSWERABLE):
        yield "kind and evidence disagree. An unanswerable question has no evidence, and every other kind has some."
    if question.answerable and not (question.facts and question.documents):
        yield "no facts or no documents. Say what a right answer holds and where that stands."
    if not question.answerable and (question.facts or question.documents):
        yield "facts or documents without evidence. Leave them empty: the right answer is to abstain."


def _evidence_breaches(question: Question, texts: Mapping[str, str | None]) -> Iterable[str]:
    sources = [texts.get(document) for document in question.documents]
    if any(text is None for text in sources):  # unknown, or a document whose text is not at hand
        return
    for span in question.evidence:
        if not any(fold_markup(span) in text for text in sources if text):
            yield f"evidence is not verbatim in its documents: {span[:80]!r}. Copy the document's own words."
