"""`python -m eval run` with a language model that writes: a server on loopback, the real assistant, the corpus."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from cut_short import stop_at

from answer.assistant import Assistant
from eval.__main__ import main
from eval.question_set import Question, load
from eval.run import PRACTICE
from tests.copying import copied
from vietnamese.text import fold

Row = dict[str, Any]
Start = Callable[..., int]
pytestmark = pytest.mark.usefixtures("nobodys_models")

NAME, KEY = "openai:tho-ky", "sesame-open-9876"


@pytest.fixture(scope="module")
def few() -> list[Question]:
    """Questions of the practice side that a model is asked for, in all languages, and one that is refused."""
    practice = load(PRACTICE)
    sought = [q for q in practice if q.kind in ("office", "obligation", "funding") and not q.history]
    asked = [next(q for q in sought if q.language == lang) for lang in ("vi", "vi_unaccented", "en")]
    more = [q for q in sought if q.language == "vi" and q not in asked][:2]
    return [*asked, *more, next(q for q in practice if q.id.startswith("x"))]


@pytest.fixture(scope="module")
def data(indexed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the index, for what a model wrote is kept in it."""
    return copied(indexed, tmp_path_factory.mktemp("written") / "data")


@pytest.fixture(scope="module")
def copies(few: list[Question], assistant: Assistant) -> Callable[[Any], None]:
    """Has a server write the longest line of what the extractive answer cites first, and say what that took."""
    cited = {
        q.question: [line for c in assistant.ask(q.question).citations[:1] for line in c.quote.split("\n")] for q in few
    }
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}

    def behave(to: Any) -> None:
        asked = to.server.asked[-1]["body"]["messages"][-1]["content"]
        lines = next(lines for question, lines in cited.items() if fold(question) in fold(asked))
        to.begin()
        to.piece(f"{max(lines, key=len).strip(' .;:-+')} [1].\nSTATUS: complete\n")
        to.data(
            {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "odd", "choices": [], "usage": usage}
        )
        to.done()

    return behave


@pytest.fixture
def serve(odd_server: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Any], Any]]:
    """Starts a server and makes it the writer of what runs afterwards."""
    with ExitStack() as stack:

        def start(behaviour: Any) -> Any:
            server = stack.enter_context(odd_server.serving(behaviour))
            for name, value in {"": NAME, "_URL": server.url, "_KEY": KEY, "_SECONDS": "20"}.items():
                monkeypatch.setenv(f"ASSISTANT_WRITER{name}", value)
            return server

        yield start


@pytest.fixture
def start(tmp_path: Path, few: list[Question], data: Path, write_lines: Callable[[Path, Sequence[Any]], Path]) -> Start:
    """Runs the few questions into the folder `out` without baselines; returns the exit code."""

    def run(*more: str, out: str = "run") -> int:
        path = write_lines(tmp_path / "few.jsonl", few)
        return main(["run", str(path), "--out", str(tmp_path / out), "--data", str(data), "--no-baselines", *more])

    return run


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _answers(place: Path) -> list[Row]:
    return [json.loads(line) for line in (place / "predictions.jsonl").read_text(encoding="utf-8").splitlines()]


def _writings(place: Path) -> list[Row]:
    return [row["writing"] for row in _answers(place) if "writing" in row]


def test_a_run_says_what_the_model_wrote(
    tmp_path: Path, start: Start, serve: Any, copies: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve(copies)
    assert start() == 0
    place = tmp_path / "run"
    (found,) = _read(place / "metrics.json")["writing"]
    became = _writings(place)
    assert found["asked"] == len(became) == server.count >= 4
    assert found["outcomes"]["written"] >= 2
    assert found["outcomes"] == {o: sum(w["outcome"] == o for w in became) for o in ("written", "partly", "extractive")}
    assert found["troubles"].get("language") == 1  # the English question was answered in Vietnamese
    assert found["sums"] == {"tokens_in": 100 * server.count, "tokens_out": 20 * server.count}
    assert all(c["above"].startswith(("Quyết định", "Kế hoạch")) for row in _answers(place) for c in row["citations"])
    writer = _read(place / "manifest.json")["writer"]
    assert (writer["model"], writer["local"], writer["seconds"]) == (NAME, True, 20)
    assert set(found["prompts"]) == set(writer["prompts"])
    streams = capsys.readouterr()
    assert f"assistant: 6/6 questions; written {found['outcomes']['written']}, partly" in streams.err
    assert f"{NAME}: asked for {found['asked']} answers" in streams.out
    assert "<h2>Written answers</h2>" in (place / "report.html").read_text(encoding="utf-8")
    metrics = _read(place / "metrics.json")["metrics"]
    assert metrics["quote_verbatim"]["value"] == metrics["number_support"]["value"] == 1


def test_neither_key_nor_address_is_kept(tmp_path: Path, start: Start, serve: Any, copies: Any) -> None:
    server = serve(copies)
    start()
    for path in (tmp_path / "run").iterdir():
        text = path.read_text(encoding="utf-8")
        assert KEY not in text and str(server.server_address[1]) not in text and "127.0.0.1" not in text


def test_a_run_cut_short_goes_on_and_another_setting_starts_afresh(
    tmp_path: Path,
    start: Start,
    serve: Any,
    copies: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server = serve(copies)
    asked = stop_at(monkeypatch, "ask", 3)
    with pytest.raises(KeyboardInterrupt):
        start()
    partial = (tmp_path / "run" / "predictions.partial.jsonl").read_bytes()
    before = server.count
    monkeypatch.setenv("ASSISTANT_WRITER_KEY", "another-key-1234")
    assert start() == 0
    assert "goes on after 2 questions" in capsys.readouterr().err
    assert len(asked) == 3 + 4 and server.count > before
    (tmp_path / "run" / "predictions.partial.jsonl").write_bytes(partial)
    monkeypatch.setenv("ASSISTANT_WRITER_TOKENS", "50")
    assert start() == 0
    assert "other circumstances (writer); starting afresh" in capsys.readouterr().err


def test_a_model_that_goes_does_not_stop_the_run_and_is_asked_again(
    tmp_path: Path, start: Start, serve: Any, copies: Any, odd_server: ModuleType
) -> None:
    def goes(to: Any) -> None:
        (copies if to.server.count < 3 else odd_server.breaks_off)(to)

    server = serve(goes)
    assert start() == 0
    became = _writings(tmp_path / "run")
    assert [w["trouble"] for w in became[2:]] == ["unreachable"] * (len(became) - 2)
    assert all(row["status"] != "error" for row in _answers(tmp_path / "run"))
    # had the run been cut short with the server gone, those answers would be asked for again
    kept = (tmp_path / "run" / "predictions.jsonl").read_text(encoding="utf-8")
    journal, manifest = tmp_path / "run" / "predictions.partial.jsonl", _read(tmp_path / "run" / "manifest.json")
    head = {"circumstances": {name: value for name, value in manifest.items() if name != "seconds"}}
    journal.write_text(json.dumps(head) + "\n" + kept, encoding="utf-8")
    server.behaviour, before = copies, server.count
    assert start() == 0
    assert server.count == before + len(became) - 2
    assert not [w for w in _writings(tmp_path / "run") if w["trouble"] == "unreachable"]


def test_a_model_of_which_nothing_is_shown_passes_nothing(
    tmp_path: Path, start: Start, serve: Any, odd_server: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    serve(odd_server.refuses("500 Internal Server Error", {"error": {"message": "out of memory"}}))
    assert start() == 1
    said = f"Nothing that {NAME} wrote is shown: of "
    streams = capsys.readouterr()
    assert said in streams.err and said in streams.out and "extractive 5 (failed 5)" in streams.out
    html = (tmp_path / "run" / "report.html").read_text(encoding="utf-8")
    assert html.index("<h1>") < html.index(said) < html.index("<table>")


def test_a_sample_says_that_it_is_one(
    tmp_path: Path, few: list[Question], start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start("--sample", "3") == 0
    said = "A sample: 3 of the 6 questions of few.jsonl."
    assert capsys.readouterr().out.startswith(said)
    assert said in (tmp_path / "run" / "report.html").read_text(encoding="utf-8")
    asked = [row["id"] for row in _answers(tmp_path / "run")]
    assert len(asked) == 3 and asked == [q.id for q in few if q.id in asked]
    assert start(out="whole") == 0
    assert main(["compare", str(tmp_path / "whole"), str(tmp_path / "run")]) == 0
    streams = capsys.readouterr()
    assert "3 questions in both" in streams.out and "left out" not in streams.err


@pytest.mark.parametrize("size", ["0", "-3", "few"])
def test_a_sample_of_none_is_wrong_usage(tmp_path: Path, size: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["run", str(tmp_path / "q.jsonl"), "--out", str(tmp_path), "--sample", size])
    assert caught.value.code == 2
