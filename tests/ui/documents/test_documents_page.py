"""The Documents page run without a browser, over a real index and a real folder. Runs of the ingest are only asked for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.settings import Settings
from ingest.catalog import load_catalog
from ui.documents.runs import Command, Runs

Publish = Callable[..., None]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    """The runs that the page asked for; none is started."""
    commands: list[Command] = []

    def ask(_: Runs, command: Command) -> bool:
        commands.append(command)
        return True

    monkeypatch.setattr(Runs, "ask", ask)
    return commands


def _text(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def _open(app: AppTest, document: str, part: str = "facts") -> AppTest:
    app.query_params["document"] = document
    app.query_params["part"] = part
    app.run()
    assert not app.exception
    return app


def _press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_without_an_index_the_folder_is_offered(app: AppTest, settings: Settings, asked: list[Command]) -> None:
    app.run()
    assert not app.exception
    assert settings.corpus.is_dir()
    assert "Kho chưa có văn bản nào." in _text(app)
    assert "Mới (2): ca-mau.txt, thong-bao.txt" in _text(app)
    _press(app, "Đọc vào kho")
    assert asked == [Command("ingest")]


def test_the_folder_is_compared_by_content(app: AppTest, settings: Settings, publish: Publish) -> None:
    publish()
    app.run()
    assert not app.exception and "Thư mục văn bản khác với kho" not in _text(app)
    (settings.corpus / "ca-mau.txt").write_text("KẾ HOẠCH\nmới\n\n1. Nội dung khác.", encoding="utf-8")
    (settings.corpus / "thong-bao.txt").unlink()
    (settings.corpus / "them.txt").write_text("KẾ HOẠCH\nthêm\n\n1. Nội dung.", encoding="utf-8")
    app.run()
    for said in ("Mới (1): them.txt", "Đã thay đổi (1): ca-mau.txt", "sẽ bị bỏ khỏi kho (1): thong-bao"):
        assert said in _text(app)


def test_a_renamed_file_counts_as_changed_until_the_list_names_it(
    app: AppTest, settings: Settings, publish: Publish
) -> None:
    publish()
    (settings.corpus / "ca-mau.txt").rename(settings.corpus / "ca-mau.md")
    app.run()
    assert not app.exception and "Đã thay đổi (1): ca-mau.md" in _text(app)


def test_the_facts_stand_with_the_words_they_were_read_from(app: AppTest, publish: Publish) -> None:
    publish()
    _open(app, "ca-mau")
    text = _text(app)
    assert "12/KH-UBND" in text and "Đọc từ: “Số: 12/KH-UBND”" in text
    assert "2024–2026" in text
    assert "<i>" not in text and "101/2017/NĐ-CP" in text
    assert '<dt>Người ký</dt><dd><span class="absent">văn bản không ghi</span></dd>' in text


def test_tables_and_text_stay_literal(app: AppTest, publish: Publish) -> None:
    publish()
    _open(app, "ca-mau", "tables")
    assert "Lớp nâng cao" in _text(app) and '<th scope="col">Số người</th>' in _text(app)
    _open(app, "ca-mau", "pages")
    assert "Tệp này không chia trang" in _text(app)
    assert "<b>" not in _text(app)


def test_a_correction_is_written_and_read_again(
    app: AppTest, settings: Settings, publish: Publish, asked: list[Command]
) -> None:
    publish()
    _open(app, "ca-mau", "correct")
    app.text_input(key="correct-ca-mau-signer").set_value("Đỗ Văn A")
    app.text_input(key="correct-ca-mau-date").set_value("6/3/2024")
    app.text_input(key="correct-ca-mau-number").set_value("")
    _press(app, "Lưu và đọc lại")
    assert load_catalog(settings.corpus)["ca-mau"] == {"number": None, "date": "2024-03-06", "signer": "Đỗ Văn A"}
    assert asked == [Command("ingest")]
    publish()
    _open(app, "ca-mau")
    assert 'Đỗ Văn A<span class="by-hand">nhập tay</span>' in _text(app)
    _open(app, "ca-mau", "correct")
    assert app.text_input(key="correct-ca-mau-date").value == "06/03/2024"
    _press(app, "Bỏ: Ngày")
    assert load_catalog(settings.corpus)["ca-mau"] == {"number": None, "signer": "Đỗ Văn A"}
    assert asked == [Command("ingest")] * 2


def test_what_cannot_be_a_date_is_said_and_not_written(
    app: AppTest, settings: Settings, publish: Publish, asked: list[Command]
) -> None:
    publish()
    _open(app, "ca-mau", "correct")
    app.text_input(key="correct-ca-mau-date").set_value("hôm qua")
    _press(app, "Lưu và đọc lại")
    assert "hãy sửa ô: Ngày" in _text(app)
    assert not (settings.corpus / "catalog.yaml").exists() and not asked
    assert app.text_input(key="correct-ca-mau-date").value == "hôm qua"


def test_withdrawing_and_restoring(app: AppTest, publish: Publish, asked: list[Command]) -> None:
    publish()
    _open(app, "ca-mau")
    _press(app, "Rút khỏi câu trả lời")
    publish("ca-mau")
    _open(app, "ca-mau")
    assert "không dùng để trả lời" in _text(app)
    _press(app, "Khôi phục")
    assert asked == [Command("withdraw", "ca-mau"), Command("restore", "ca-mau")]


def test_deleting_takes_the_file_away_and_it_can_be_brought_back(
    app: AppTest, settings: Settings, publish: Publish, asked: list[Command]
) -> None:
    publish()
    content = (settings.corpus / "ca-mau.txt").read_bytes()
    _open(app, "ca-mau")
    _press(app, "Xóa văn bản này")
    assert [path.name for path in settings.corpus.iterdir()] == ["thong-bao.txt"]
    publish()
    app.run()
    assert any(expander.label == "Đã xóa (1)" for expander in app.expander)
    _press(app, "Lấy lại bản này")
    assert (settings.corpus / "ca-mau.txt").read_bytes() == content
    assert asked == [Command("ingest")] * 2


def test_the_last_document_cannot_be_deleted(app: AppTest, settings: Settings, publish: Publish) -> None:
    (settings.corpus / "thong-bao.txt").unlink()
    publish()
    _open(app, "ca-mau")
    assert "văn bản cuối cùng" in _text(app)
    assert not [button for button in app.button if button.label == "Xóa văn bản này"]


def test_two_editions_are_compared_and_the_earlier_one_comes_back(
    app: AppTest, settings: Settings, publish: Publish, asked: list[Command]
) -> None:
    publish()
    path = settings.corpus / "ca-mau.txt"
    before = path.read_bytes()
    path.unlink()
    newer = before.decode().replace("35 người", "40 người").replace("12/KH", "13/KH")
    (settings.corpus / "ca-mau.md").write_text(newer, encoding="utf-8")
    publish()
    _open(app, "ca-mau", "editions")
    text = _text(app)
    assert "Số hiệu: 12/KH-UBND → 13/KH-UBND" in text
    assert "<del>[−35]</del><ins>[+40]</ins>" in text
    _press(app, "Lấy lại bản này")
    assert asked == [Command("ingest")]
    assert path.read_bytes() == before and not (settings.corpus / "ca-mau.md").exists()


def test_an_installation_that_only_shows(
    app: AppTest, settings: Settings, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    (settings.corpus / "them.txt").write_text("KẾ HOẠCH\nthêm\n\n1. Nội dung.", encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_EDIT", "0")
    app.run()
    assert not app.exception and not app.get("file_uploader")
    assert "Mới (1): them.txt" in _text(app)
    assert not app.button
    _open(app, "ca-mau", "correct")
    assert [button.label for button in app.button] == ["Về danh sách"]
    assert not app.text_input and "12/KH-UBND" in _text(app)


def test_english_and_a_document_that_is_not_there(app: AppTest, publish: Publish) -> None:
    publish()
    app.query_params["lang"] = "en"
    _open(app, "<b>x</b>")
    assert app.title[0].value == "Documents"
    assert "There is no document &lt;b&gt;x&lt;/b&gt; in the library." in _text(app)


def test_a_broken_catalogue_is_said(app: AppTest, settings: Settings, publish: Publish) -> None:
    publish()
    (settings.corpus / "catalog.yaml").write_text("documents: [", encoding="utf-8")
    app.run()
    assert not app.exception and "mend or remove it" in _text(app)


def test_a_folder_that_is_missing_is_said(app: AppTest, settings: Settings, tmp_path: Path) -> None:
    settings.corpus.rename(tmp_path / "elsewhere")
    app.run()
    assert not app.exception and "Không có thư mục" in _text(app)


def test_a_file_that_could_not_be_read_is_named_with_the_reason_and_can_be_taken_away(
    app: AppTest, settings: Settings, publish: Publish
) -> None:
    publish()
    (settings.corpus / "hong.pdf").write_bytes(b"%PDF-1.4 x")
    run = settings.data / "jobs" / "1"
    run.mkdir(parents=True)
    (run / "about.json").write_text('{"kind": "ingest", "target": "", "started": 0, "process": 1}')
    detail = f"{settings.corpus}/hong.pdf: damaged beyond reading; save it anew."
    events = [
        {"event": "outcome", "name": "hong.pdf", "action": "failed", "detail": detail},
        {"event": "end", "seconds": 1, "exit": 1, "error": ""},
    ]
    (run / "events.jsonl").write_text("".join(f"{json.dumps(event)}\n" for event in events))
    app.run()
    assert not app.exception
    text = _text(app)
    assert "1 không đọc được" in text
    assert "hong.pdf: Tệp bị hỏng" in text and "Chi tiết (tiếng Anh): damaged beyond reading" in text
    assert f"{settings.corpus}/hong.pdf" not in text
    assert "Lần trước không đọc được (1): hong.pdf" in text
    _press(app, "Xóa tệp này")
    assert not (settings.corpus / "hong.pdf").exists()
