"""Checks a question set against the corpus and against the other side of its split."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.question_set import Question, corpus_texts, leaks, load, misplaced, validate

_OTHER = {"dev": "test", "test": "dev"}


def check(path: Path, corpus: Path) -> list[str]:
    """Every breach of the rules, in words. A file called dev or test is compared with the other one beside it, too."""
    questions = load(path)
    problems = validate(questions, corpus_texts(corpus)) + misplaced(questions, path.stem)
    if (other := _other_side(path)) is not None:
        problems += leaks(questions, load(other))
    return problems


def counts(questions: Sequence[Question]) -> str:
    """How many questions there are, by language and by kind, on three lines."""
    languages, kinds = Counter(q.language for q in questions), Counter(q.kind for q in questions)
    return "\n".join([f"{len(questions)} questions", _listed(languages), _listed(kinds)])


def _listed(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counter.most_common())


def _other_side(path: Path) -> Path | None:
    other = path.with_name(f"{_OTHER[path.stem]}{path.suffix}") if path.stem in _OTHER else None
    return other if other is not None and other.is_file() else None
