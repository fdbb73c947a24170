"""The counts in the question set's README are those of its files."""

from collections import Counter
from collections.abc import Callable, Iterable

from eval.question_set import KINDS, LANGUAGES, Question, corpus_texts, load
from eval.split import SIDES
from index.settings import PROJECT

FOLDER = PROJECT / "eval" / "questions"
README = (FOLDER / "README.md").read_text(encoding="utf-8")


def _table(head: str, names: Iterable[str], labels: Callable[[Question], Iterable[str]]) -> str:
    """A table in Markdown: how many questions of each file bear each name."""
    counted = [Counter(label for q in load(FOLDER / f"{side}.jsonl") for label in labels(q)) for side in SIDES]
    rows = [(name, [count[name] for count in counted]) for name in names]
    lines = [f"| {name} | {' | '.join(map(str, counts))} | {sum(counts)} |" for name, counts in rows]
    return "\n".join([f"| {head} | {' | '.join(SIDES)} | all |", "|---|---|---|---|---|", *lines])


def test_by_kind() -> None:
    table = _table("kind", (*KINDS, "all"), lambda q: (q.kind, "all"))
    assert table in README, table


def test_by_language() -> None:
    table = _table("language", LANGUAGES, lambda q: (q.language,))
    assert table in README, table


def test_by_document() -> None:
    documents = sorted(corpus_texts(PROJECT / "corpus"))
    table = _table("document (a question on two counts twice)", documents, lambda q: q.documents)
    assert table in README, table


def test_by_file() -> None:
    counts = {side: len(load(FOLDER / f"{side}.jsonl")) for side in SIDES}
    assert f"{sum(counts.values())} questions over the five documents" in README
    for side, count in counts.items():
        assert f"| `{side}.jsonl` | {count} |" in README
