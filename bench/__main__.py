"""`make bench`: what the assistant adds to the cost of its parts, as ratios of times taken in one run on one machine."""

import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from answer.assistant import Assistant
from index.embedding import load_embedding
from index.library import Library
from index.settings import PROJECT, Settings
from ingest.sync import ingest_folder

QUESTIONS = (
    "Which office handles continuing-education funding?",
    "phong nao quyet toan kinh phi dao tao lien tuc",
    "Phòng nào quyết toán kinh phí đào tạo liên tục?",
    "Tỉnh ủy năm 2025 cử bao nhiêu người học cao cấp lý luận chính trị hệ tập trung?",
    "Sóc Trăng gửi kế hoạch hằng năm trước ngày nào?",
    "What must the Department of Finance of Bình Định do?",
)
COPIES = 4  # of the corpus, so that indexing lasts long enough to be timed
ROUNDS = 15
STARTS = 5
_BARE_START = """
import chromadb, bm25s, langchain_core.retrievers, sqlalchemy, sentence_transformers
from index.settings import Settings
from index.embedding import load_embedding
load_embedding(Settings(data={data!r})).encode_queries(["x"])
"""


def main() -> None:
    """Measures and prints the ratios; a line of JSON last, for machines."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder) / "data")
        print(
            f"machine: {platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        )
        figures = {**_indexing(Path(folder)), **_answering(settings), **_starting(settings)}
    figures["peak_memory_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(f"peak memory of this process (model, index and answers): {figures['peak_memory_mb']} MB")
    print(json.dumps(figures))


def _indexing(folder: Path) -> dict[str, float]:
    """Passages indexed a second, reading to published, against the bare encoder on the same passages; the model is loaded first."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for path in sorted((PROJECT / "corpus").glob("*.*")):
        if path.suffix in (".txt", ".md"):
            for i in range(COPIES):
                shutil.copy(path, corpus / f"{path.stem}-{i}{path.suffix}")
    settings = Settings(data=folder / "bench", corpus=corpus)
    warm = load_embedding(settings)
    warm.encode_passages(["Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức"] * 32)
    indexed = _seconds(lambda: ingest_folder(settings, model_loader=lambda: warm))
    texts = [p.searchable for p in Library.open(settings).all_passages()]
    bare = _seconds(lambda: warm.encode_passages(texts))
    ratio = bare / indexed
    print(
        f"indexing: {len(texts) / indexed:.1f} passages a second, bare encoder {len(texts) / bare:.1f}: ratio {ratio:.2f} (aim: 0.8 or more)"
    )
    return {"indexing_to_encoder": round(ratio, 3)}


def _answering(settings: Settings) -> dict[str, float]:
    """One answer against encoding its question once, in turn, medians."""
    ingest_folder(settings)
    assistant = Assistant.open(settings)
    model = assistant.library.model
    for question in QUESTIONS:
        assistant.ask(question)
    answers, encodings = [], []
    for _ in range(ROUNDS):
        for question in QUESTIONS:
            encodings.append(_seconds(partial(model.encode_queries, [question])))
            answers.append(_seconds(partial(assistant.ask, question)))
    ratio = statistics.median(answers) / statistics.median(encodings)
    print(
        f"answering: median {statistics.median(answers) * 1000:.1f} ms, encoding one query "
        f"{statistics.median(encodings) * 1000:.1f} ms: ratio {ratio:.2f} (aim: 3 or less)"
    )
    return {"answer_to_encoding": round(ratio, 3)}


def _starting(settings: Settings) -> dict[str, float]:
    """A process from its start to its first answer against one that only imports the libraries and loads the model."""
    answer = [sys.executable, "-m", "answer", QUESTIONS[0], "--json", "--data", str(settings.data)]
    bare = [sys.executable, "-c", _BARE_START.format(data=str(settings.data))]
    starts, bares = [], []
    for _ in range(STARTS):
        bares.append(_seconds(lambda: _run(bare)))
        starts.append(_seconds(lambda: _run(answer)))
    ratio = statistics.median(starts) / statistics.median(bares)
    print(
        f"start to first answer: {statistics.median(starts):.1f} s, bare imports and model load "
        f"{statistics.median(bares):.1f} s: ratio {ratio:.2f} (aim: 1.3 or less)"
    )
    return {"start_to_bare": round(ratio, 3)}


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    if sys.argv[1:2] == ["files"]:
        from bench.files import main as measure_files  # what makes the files is needed here only

        measure_files(sys.argv[2:])
    else:
        main()
