"""Which arguments `python -m answer` takes; what it then does is tested by running it."""

from datetime import date
from pathlib import Path

import pytest

import answer.__main__ as command
from answer.assistant import Assistant
from answer.reply import Answer
from index.settings import Settings


class Recorder:
    """Stands in for the assistant and keeps what it was opened with and asked."""

    def __init__(self) -> None:
        self.opened: list[tuple[Settings, date | None]] = []
        self.asked: list[str] = []

    def open(self, settings: Settings, today: date | None) -> "Recorder":
        self.opened.append((settings, today))
        return self

    def ask(self, question: str, history: tuple[str, ...] = ()) -> Answer:
        self.asked += [*history, question]
        return Answer(question, question, "vi", "no_evidence", "Không có.")


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    found = Recorder()
    monkeypatch.setattr(Assistant, "open", found.open)
    return found


def test_a_question_with_everything(recorder: Recorder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["Ai ký?", "--json", "--data", str(tmp_path), "--today", "2024-05-06"]) == 0
    ((settings, today),) = recorder.opened
    assert (settings.data, today) == (tmp_path, date(2024, 5, 6))
    assert recorder.asked == ["Ai ký?"]
    assert '"question": "Ai ký?"' in capsys.readouterr().out


def test_a_file_of_questions(recorder: Recorder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(
        '{"id": "a", "question": "Một?"}\n\n{"question": "Hai?", "history": ["Không?"]}\n', encoding="utf-8"
    )
    assert command.main(["--questions", str(file)]) == 0
    assert recorder.asked == ["Một?", "Không?", "Hai?"]
    assert capsys.readouterr().out.count("Không có.") == 2


def test_without_flags_the_answer_is_text_and_today_is_today(
    recorder: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["Ai ký?"]) == 0
    assert recorder.opened[0][1] is None
    assert capsys.readouterr().out == "Không có.\n"


@pytest.mark.parametrize("arguments", [[], ["Ai ký?", "--questions", "q.jsonl"], ["--json"]])
def test_one_of_a_question_and_a_file(
    recorder: Recorder, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(arguments) == 2
    assert "--questions" in capsys.readouterr().err
    assert recorder.opened == []


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (["Ai ký?", "--today", "30/6/2025"], "30/6/2025"),
        (["Ai ký?", "--today", "2025-02-30"], "2025-02-30"),
        (["Ai", "ký?"], "ký?"),
        (["Ai ký?", "--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_names_what_is_wrong(
    recorder: Recorder, arguments: list[str], mention: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(arguments)
    assert stopped.value.code == 2
    assert mention in capsys.readouterr().err
    assert recorder.opened == []
