"""Accents put back: everyday talk from the project's own file, the documents' words over it, and how a bad file is reported."""

from pathlib import Path

import pytest

from vietnamese.accents import AccentModel, EverydayError, everyday_sentences
from vietnamese.syllable import is_foreign
from vietnamese.text import fold, has_accents, nfc, syllables

DOCUMENT = (
    "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính lập dự toán kinh phí đào tạo, bồi dưỡng cán bộ, công chức cấp xã."
)


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    return everyday_sentences()


@pytest.fixture(scope="module")
def model(sentences: list[str]) -> AccentModel:
    return AccentModel.from_texts([DOCUMENT], sentences)


@pytest.mark.parametrize(
    "question",
    [
        "bên mình là hội phi chính phủ nước ngoài muốn tài trợ cho lớp học",
        "ai trả tiền thù lao cho người dạy",
        "cho em hỏi chừng nào mới có lương",
        "học xong có phải nộp lại bằng không ạ",
        "tụi tui ở dưới ấp có được đi học không",
        "văn bản này còn hiệu lực hay đã bị thay rồi",
        "răng mà lâu rứa",
    ],
)
def test_everyday_questions_are_accented(model: AccentModel, question: str) -> None:
    assert model.restore(fold(question)) == question


def test_everyday_talk_is_what_restores_them() -> None:
    question = "tụi tui ở dưới ấp có được đi học không"
    assert AccentModel.from_texts([DOCUMENT]).restore(fold(question)) != question


def test_the_words_of_the_documents_stand(model: AccentModel) -> None:
    assert model.restore("so noi vu lap du toan kinh phi") == "sở nội vụ lập dự toán kinh phí"


def test_a_document_outweighs_as_much_everyday_talk() -> None:
    model = AccentModel.from_texts(["hạn nộp"], ["hán nộp"])
    assert model.restore("han nop") == "hạn nộp"
    assert AccentModel.from_texts(["hạn nộp"], ["hán nộp"] * 3).restore("han nop") == "hán nộp"


def test_typed_accents_and_unknown_words_stay(model: AccentModel) -> None:
    assert model.restore("hỏi xyz") == "hỏi xyz"


def test_nothing_to_restore(model: AccentModel) -> None:
    assert model.restore(" ?! ") == ""


def test_every_sentence_is_accented_vietnamese(sentences: list[str]) -> None:
    assert len(sentences) >= 1500
    assert all(nfc(s) == s for s in sentences)
    assert not [s for s in sentences if not has_accents(s)]
    words = [w for s in sentences for w in syllables(s)]
    foreign = {w for w in words if w == fold(w) and is_foreign(w)}
    assert len(foreign) <= 25, foreign  # "internet", "camera", "karaoke": more would be slips of typing


def test_no_sentence_stands_twice(sentences: list[str]) -> None:
    said = [tuple(syllables(s)) for s in sentences]
    assert len(set(said)) == len(said)


def test_comments_and_blank_lines_are_no_sentences(tmp_path: Path) -> None:
    path = tmp_path / "everyday.txt"
    path.write_text("# đầu đề\n\nAi lo tiền?\n", encoding="utf-8")
    assert everyday_sentences(path) == ["Ai lo tiền?"]


def test_a_byte_order_mark_is_no_part_of_the_first_sentence(tmp_path: Path) -> None:
    path = tmp_path / "everyday.txt"
    path.write_text("# đầu đề\nAi lo tiền?\n", encoding="utf-8-sig")
    assert everyday_sentences(path) == ["Ai lo tiền?"]


def test_missing_file_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(EverydayError, match=r"everyday\.txt: .*put the file there"):
        everyday_sentences(tmp_path / "everyday.txt")


def test_a_file_in_another_encoding_is_named_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "everyday.txt"
    path.write_bytes("học phí".encode("utf-16"))
    with pytest.raises(EverydayError, match=r"everyday\.txt: not UTF-8 .*save it as UTF-8"):
        everyday_sentences(path)


def test_a_file_without_sentences_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "everyday.txt"
    path.write_text("# nothing yet\n", encoding="utf-8")
    with pytest.raises(EverydayError, match="no sentence"):
        everyday_sentences(path)
