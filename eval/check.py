"""Checks a question set against the corpus and against the other sides of its split."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.question_set import Question, corpus_texts, leaks, load, misplaced, validate
from eval.split import SIDES


def check(path: Path, corpus: Path) -> list[str]:
    """Every breach of the rules, in words. A file called practice, dev or test is compared with the others beside it, too."""
    questions = load(path)
    problems = validate(questions, corpus_texts(corpus)) + misplaced(questions, path.stem)
    for other in _other_sides(path):
        problems += leaks(questions, load(other))
    return problems


def counts(questions: Sequence[Question]) -> str:
    """How many questions there are, by language and by kind, on three lines."""
    languages, kinds = Counter(q.language for q in questions), Counter(q.kind for q in questions)
    return "\n".join([f"{len(questions)} questions", _listed(languages), _listed(kinds)])


def _listed(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counter.most_common())


def _other_sides(path: Path) -> list[Path]:
    if path.stem not in SIDES:
        return []
    beside = [path.with_name(f"{name}{path.suffix}") for name in SIDES if name != path.stem]
    return [other for other in beside if other.is_file()]
