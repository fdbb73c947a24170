"""What a model wrote is kept, replaced or left out sentence by sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer.writing.mending import Mender
from answer.writing.source import Source
from index.document import Document
from index.passage import Passage
from vietnamese.glossary import Glossary

REPORT = "Sở Nội vụ báo cáo UBND tỉnh kết quả đào tạo trước ngày 15 tháng 12 hằng năm."
GLOSSARY = Glossary.load()
MONEY = "Sở Tài chính bố trí kinh phí mở lớp, mỗi lớp 30 người."


def _source(marker: int, text: str) -> Source:
    document = Document(id="ke-hoach", file="ke-hoach.txt", title="Kế hoạch đào tạo", province="Cà Mau")
    passage = Passage(f"p{marker}", "ke-hoach", marker, "clause", ("I. TỔ CHỨC",), text, "", (marker, marker))
    return Source(marker, document, passage, f"Kế hoạch đào tạo, Cà Mau\nI. TỔ CHỨC\n{text}")


@pytest.fixture(scope="module")
def mender() -> Mender:
    return Mender([_source(1, REPORT), _source(2, MONEY)], GLOSSARY, lambda s: f"“{s.passage.text}”")


def test_what_the_passages_bear_out_is_kept_as_written(mender: Mender) -> None:
    written = (
        "Sở Nội vụ báo cáo trước ngày 15 tháng 12 [1].\n- Sở Tài chính bố trí kinh phí [2].\n- Mỗi lớp 30 người [2]."
    )
    mending = mender.mend(written)
    assert mending.text == written
    assert mending.count("kept") == 3 and mending.count("replaced", "removed") == 0


@pytest.mark.parametrize(
    "wrong",
    [
        "Sở Nội vụ báo cáo trước ngày 25 tháng 12 [1].",
        "Sở Y tế báo cáo trước ngày 15 tháng 12 [1].",
        "The Department of Home Affairs reports before 25 December [1].",
    ],
)
def test_a_wrong_sentence_is_replaced_by_the_clause_that_it_cites(mender: Mender, wrong: str) -> None:
    mending = mender.mend(f"{wrong} Sở Tài chính bố trí kinh phí mở lớp [2].")
    assert mending.text == f"“{REPORT}” [1] Sở Tài chính bố trí kinh phí mở lớp [2]."
    assert mending.count("replaced") == 1 and mending.sentences[0].reason


@pytest.mark.parametrize("marker", ["", " [2]", " [1][2]"])
def test_a_sentence_gets_the_marker_of_the_passage_that_bears_it_out(mender: Mender, marker: str) -> None:
    mending = mender.mend(f"Sở Nội vụ báo cáo trước ngày 15 tháng 12 hằng năm{marker}.")
    assert "[1]" in mending.text and mending.count("kept") == 1


def test_what_no_passage_bears_out_gets_no_marker(mender: Mender) -> None:
    assert mender.mend("Sở Y tế báo cáo trước ngày 15 tháng 12.").text == ""
    assert mender.mend("[1] <<<\n>>>").text == ""


def test_a_clause_is_quoted_once_and_what_cites_nothing_is_left_out(mender: Mender) -> None:
    mending = mender.mend("Mỗi lớp 45 người [2]. Mỗi lớp 50 người [2]. Sở Nội vụ mở 12 lớp. Mỗi lớp 60 người [9].")
    assert mending.text == f"“{MONEY}” [2]"
    assert (mending.count("replaced"), mending.count("removed"), mending.count("kept")) == (1, 3, 0)


def test_a_bullet_stays_one_and_a_line_that_leads_to_nothing_goes(mender: Mender) -> None:
    assert mender.mend("- Mỗi lớp 45 người [2].").text == f"- “{MONEY}” [2]"
    assert mender.mend("Các đơn vị sau báo cáo:\n- Sở Y tế báo cáo ngày 1/1.\n- Sở Công an mở 5 lớp.").text == ""


@settings(deadline=None, max_examples=25)
@given(st.text(st.sampled_from(list("Sở Nội vụ [1][2] 15/12. \n-:“”30")), max_size=100))
def test_any_text_is_mended_and_nothing_is_lost_of_what_was_written(text: str) -> None:
    mender = Mender([_source(1, REPORT)], GLOSSARY, lambda s: f"“{s.passage.text}”")
    mending = mender.mend(text)
    assert "".join(f"{m.gap}{m.written}" for m in mending.sentences) == text[: len(text.rstrip())] or text.isspace()
    assert all(m.shown or m.fate == "removed" for m in mending.sentences)


def test_a_sentence_that_only_gives_the_question_back_is_left_out() -> None:
    sources = [_source(1, REPORT), _source(2, MONEY)]
    mender = Mender(sources, GLOSSARY, lambda s: s.passage.text, "Sở Tài chính có bố trí kinh phí mở lớp không?")
    mending = mender.mend(
        "Sở Tài chính bố trí kinh phí mở lớp [2]. Sở Tài chính bố trí kinh phí, mỗi lớp 30 người [2]."
    )
    assert [m.fate for m in mending.sentences] == ["removed", "kept"]
    assert mending.text == "Sở Tài chính bố trí kinh phí, mỗi lớp 30 người [2]."
    led = mender.mend("Sở Tài chính bố trí kinh phí [2]:\n- mỗi lớp 30 người.")
    assert [m.fate for m in led.sentences] == ["kept", "kept"]
