"""Collections in the layout of BEIR: `corpus.jsonl`, `queries.jsonl`, and judgements in `qrels.tsv` or `qrels/test.tsv`."""

from collections.abc import Collection as Ids
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.benchmark.collection import Article, Collection, Query
from eval.benchmark.source import read_source
from eval.files import digest
from eval.lines import read_objects
from index.errors import InputError, SettingError

CORPUS = "corpus.jsonl"
QUERIES = "queries.jsonl"
QRELS = ("qrels.tsv", "qrels/test.tsv")
HEADER = ["query-id", "corpus-id", "score"]


def read_beir(folder: Path, queries: Path | None = None, qrels: Path | None = None) -> Collection:
    """The collection of a folder; `queries` and `qrels` take the place of the folder's own files.

    Questions for which no article is judged to answer are left out. Raises SettingError for a missing file, InputError that
    names every malformed line, every id that comes twice, and every judgement of an unknown question or article.
    """
    corpus_path, queries_path = folder / CORPUS, queries or folder / QUERIES
    qrels_path = qrels or _qrels_of(folder)
    problems: list[str] = []
    rows = _rows(corpus_path, problems)
    articles = tuple(Article(i, row.get("title") or "", row["text"]) for i, row in rows.items())
    texts = {i: row["text"] for i, row in _rows(queries_path, problems).items()}
    judged = _judgements(qrels_path, texts, rows, problems)
    if problems:
        raise InputError("\n".join(problems))
    found = tuple(Query(i, text, judged[i]) for i, text in texts.items() if any(judged.get(i, {}).values()))
    if not found:
        raise InputError(f"{qrels_path}: no question has an article with a score above 0. Judge at least one.")
    return Collection(articles, found, {p.name: digest(p) for p in (corpus_path, queries_path, qrels_path)})


def _qrels_of(folder: Path) -> Path:
    for name in QRELS:
        if (folder / name).is_file():
            return folder / name
    raise SettingError(f"{folder} holds neither {' nor '.join(QRELS)}. Add one, or name a file with --qrels.")


def _rows(path: Path, problems: list[str]) -> dict[str, dict[str, Any]]:
    """Sound rows by id, in order; what is wrong with the others goes to `problems`."""
    rows: dict[str, dict[str, Any]] = {}
    for number, row in read_objects(path, problems):
        found = list(_faults(row))
        if not found and row["_id"] in rows:
            found = [f"_id {row['_id']!r} stands on an earlier line too. Give each row its own."]
        problems.extend(f"{path}, line {number}: {fault}" for fault in found)
        if not found:
            rows[row["_id"]] = row
    return rows


def _faults(row: Mapping[str, Any]) -> Iterator[str]:
    for name in ("_id", "text"):
        value = row.get(name)
        if not isinstance(value, str) or not value.strip():
            yield f"{name!r} is missing or no text. Give it a string that is not empty."
    if not isinstance(row.get("title"), str | None):
        yield "'title' is no text. Give it a string, or leave it out."


def _judgements(path: Path, queries: Ids[str], articles: Ids[str], problems: list[str]) -> dict[str, dict[str, int]]:
    judged: dict[str, dict[str, int]] = {}
    for number, line in enumerate(read_source(path).splitlines(), 1):
        cells = line.split("\t")
        if not line.strip() or (number == 1 and cells == HEADER):
            continue
        fault = _judgement_fault(cells, queries, articles)
        if fault is not None:
            problems.append(f"{path}, line {number}: {fault}")
            continue
        query, article, score = cells
        judged.setdefault(query, {})[article] = int(score)
    return judged


def _judgement_fault(cells: Sequence[str], queries: Ids[str], articles: Ids[str]) -> str | None:
    if len(cells) != len(HEADER) or not cells[2].isdecimal():
        return f"not a judgement. Write {', '.join(HEADER)} with tabs between them, the score a whole number."
    if cells[0] not in queries:
        return f"no question has the id {cells[0]!r}. Correct it, or name its file with --queries."
    if cells[1] not in articles:
        return f"no article of {CORPUS} has the id {cells[1]!r}. Correct it, or add the article."
    return None
