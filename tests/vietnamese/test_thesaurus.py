"""The thesaurus: what plain words stand for, the longest of them first, and a file without slips."""

from itertools import chain
from pathlib import Path

import pytest

from vietnamese.text import key, nfc, syllables
from vietnamese.thesaurus import DEFAULT_PATH, Thesaurus, ThesaurusError
from vietnamese.wordlist import read_word_list


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus.load()


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("ai cầm trịch phần giáo án", "chương trình, tài liệu"),
        ("để mắt tới ai trước", "ưu tiên"),
        ("muốn học bên Úc", "ở nước ngoài"),
        ("đi nc ngoài", "nước ngoài"),
        ("anh chị em làm du lịch", "ngành du lịch"),
        ("tiền từ đâu", "nguồn kinh phí"),
        ("cb dưới xã", "cán bộ"),
        ("gv với hv", "giảng viên"),
        ("gv với hv", "học viên"),
        ("mấy cc xã", "công chức cấp xã"),
        ("ct xã", "Chủ tịch Ủy ban nhân dân cấp xã"),
        ("hội phi chính phủ nc ngoài", "tổ chức phi chính phủ nước ngoài"),
        ("nhìn lại giữa chặng", "sơ kết"),
        ("được cơ cấu lên", "quy hoạch"),
        ("đưa về cơ sở", "luân chuyển"),
        ("hưu non", "nghỉ hưu trước tuổi"),
        ("lớp qlnn", "kiến thức quản lý nhà nước"),
        ("đt2", "đối tượng 2"),
        ("lương khi đi học", "hưởng nguyên lương"),
        ("đất đai lên máy", "quản lý đất đai"),
    ],
)
def test_plain_words_mean_official_ones(thesaurus: Thesaurus, said: str, means: str) -> None:
    assert means in chain.from_iterable(s.means for s in thesaurus.find(syllables(said)))


@pytest.mark.parametrize(
    ("asked", "never"),
    [
        ("mỗi tháng một lần", "tháng 01"),
        ("gửi lên và đưa lên cổng", "bổ nhiệm"),
        ("tu sửa nhà cửa", "Tỉnh ủy"),
        ("cơ quan trả lời sớm", "kinh phí của cơ quan"),
        ("ra ngoài xã hội", "cấp xã"),
        ("lập công đoàn cơ sở", "thành tích"),
        ("trung tâm tư vấn", "ngoài công lập"),
        ("không cho ai xem", "không chấp thuận"),
    ],
)
def test_words_that_say_something_else_are_left_alone(thesaurus: Thesaurus, asked: str, never: str) -> None:
    assert never not in chain.from_iterable(s.means for s in thesaurus.find(syllables(asked)))


def test_the_longest_words_win(thesaurus: Thesaurus) -> None:
    (found,) = thesaurus.find(syllables("trưởng phó các phòng"))
    assert (found.first, found.end) == (0, 4)


def test_every_entry_is_text_in_composed_form() -> None:
    entries = read_word_list(DEFAULT_PATH)
    texts = [t for e in entries for t in (*e["say"], *e["means"])]
    assert len(entries) >= 1200
    assert not [t for t in texts if not isinstance(t, str)], "quote what YAML reads as a number or as yes and no"
    assert not [t for t in texts if nfc(t) != t or not syllables(t)]


def test_no_entry_says_a_thing_twice() -> None:
    entries = read_word_list(DEFAULT_PATH)
    doubled = [e for e in entries for side in ("say", "means") if len({key(t) for t in e[side]}) < len(e[side])]
    assert not doubled


def test_every_saying_leads_somewhere(thesaurus: Thesaurus) -> None:
    """A saying whose only meaning is itself finds nothing; those that stand in several entries have the others' meanings."""
    said = {tuple(syllables(s)) for e in read_word_list(DEFAULT_PATH) for s in e["say"]}
    assert len(said) >= 5000
    assert not [" ".join(words) for words in said if not words]
    assert len([words for words in said if not thesaurus.find(list(words))]) <= 0.02 * len(said)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- {say: [tiền], meaning: [kinh phí]}", r"entry 1 .*needs exactly say and means; write \{say: \[words\]"),
        (
            "- {say: [tiền], means: [kinh phí]}\n- {say: [tiền], means: bcd}",
            "entry 2 .*means holds no list of words; write",
        ),
        ("- {say: tiền, means: [kinh phí]}", "say holds no list of words"),
        ("- {say: [], means: [kinh phí]}", "say holds no list of words"),
        ("- {say: [5], means: [năm]}", "say holds no list of words"),
        ("- {say: ['?!'], means: [năm]}", "say holds no list of words"),
        ("", "not a list of entries; begin each entry with '- '"),
        ("say: tiền", "not a list of entries"),
        ("- {say: [tiền", "not YAML"),
    ],
)
def test_a_malformed_file_names_file_entry_and_remedy(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "thesaurus.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ThesaurusError, match=message) as error:
        Thesaurus.load(path)
    assert str(path) in str(error.value)


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "thesaurus.yaml"
    path.write_bytes("- {say: [tiền], means: [kinh phí]}".encode("utf-16"))
    with pytest.raises(ThesaurusError, match=r"thesaurus\.yaml: not YAML"):
        Thesaurus.load(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ThesaurusError, match=r"nowhere\.yaml: the thesaurus cannot be read .*put the file there"):
        Thesaurus.load(tmp_path / "nowhere.yaml")
