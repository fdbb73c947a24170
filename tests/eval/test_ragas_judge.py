"""RAGAS over a real server of one's own that speaks OpenAI's protocol; collected where requirements-judges.txt is installed."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main

Write = Callable[[Path, Sequence[Any]], Path]


class _Model(BaseHTTPRequestHandler):
    """Says what RAGAS's prompts ask for: two statements of which one follows, and the question itself for one made up."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = asked["messages"][-1]["content"]
        server = self.server
        assert isinstance(server, _Server)
        server.prompts.append(text)
        reply = {
            "id": "c1", "object": "chat.completion", "created": 1, "model": "small-1.5",
            "choices": [
                {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": server.said(text)}}
            ],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }  # fmt: skip
        body = json.dumps(reply).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Model)
        self.prompts: list[str] = []
        self.broken = False

    def said(self, prompt: str) -> str:
        if "Reply with one word" in prompt:
            return "ready"
        if self.broken:
            return "I would rather not."
        if "faithfulness" in prompt:
            verdicts = [{"statement": s, "reason": "r", "verdict": v} for s, v in (("one", 1), ("two", 0))]
            return json.dumps({"statements": verdicts})
        if "Break down each sentence" in prompt:
            return json.dumps({"statements": ["one", "two"]})
        return json.dumps({"question": "Ai lo tiền?", "noncommittal": 0})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    """The server on a free port of this machine, named as OpenAI's own package wants it."""
    serving = _Server()
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{serving.server_port}/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    monkeypatch.setenv("ASSISTANT_JUDGE", "openai:small")
    monkeypatch.setenv("RAGAS_DO_NOT_TRACK", "true")  # set by the judge; undone after the test
    yield serving
    serving.shutdown()
    thread.join()
    serving.server_close()


@pytest.fixture
def place(tmp_path: Path, questions: list[Any], perfect: list[Any], write_lines: Write) -> Path:
    """A finished run of four questions, two of them answered."""
    asked = {q.id: q.question for q in questions}
    rows = [row | {"question": asked[row["id"]]} for row in perfect]
    predictions, out = write_lines(tmp_path / "p.jsonl", rows), tmp_path / "run"
    assert main(["score", str(predictions), str(write_lines(tmp_path / "q.jsonl", questions)), "--out", str(out)]) == 0
    return out


def test_the_figures_of_a_run(place: Path, server: _Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", str(place)]) == 0
    judged = json.loads((place / "judged.json").read_text(encoding="utf-8"))
    assert (judged["judge"], judged["model"], judged["ragas"]) == ("openai:small", "small-1.5", "0.4.3")
    assert judged["metrics"]["faithfulness"] == {"value": 0.5, "low": 0.5, "high": 0.5, "n": 2}
    marks = {row["id"]: row["answer_relevancy"] for row in judged["answers"]}
    assert marks["a1"] == pytest.approx(1.0, abs=1e-4)  # the question made up is the question asked
    assert 0 < marks["a2"] < 1
    assert any("Sở Tài chính tham mưu bố trí kinh phí hằng năm." in prompt for prompt in server.prompts)
    out = capsys.readouterr().out
    assert "2 answers judged by openai:small (small-1.5) with RAGAS 0.4.3" in out


def test_a_reply_that_cannot_be_read_is_named(place: Path, server: _Server, capsys: pytest.CaptureFixture[str]) -> None:
    server.broken = True
    assert main(["judge", str(place), "--limit", "1"]) == 1
    assert "faithfulness: RagasOutputParserException" in capsys.readouterr().err
    assert json.loads((place / "judged.json").read_text(encoding="utf-8"))["metrics"]["faithfulness"]["n"] == 0


@pytest.mark.usefixtures("server")
def test_settings_that_cannot_be_used(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_JUDGE", "nobody:small")
    assert main(["judge", str(place)]) == 2
    assert "ASSISTANT_JUDGE 'nobody:small'" in capsys.readouterr().err
    monkeypatch.setenv("ASSISTANT_JUDGE", "openai:small")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    assert main(["judge", str(place)]) == 2
    assert "does not reply" in capsys.readouterr().err
    assert not (place / "judged.json").exists()
