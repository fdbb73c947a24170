"""What models write in brackets becomes `[n]` of known passages or no marker at all, wherever the text is cut into pieces."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer.claims.sentences import markers_of
from answer.writing.markers import MarkerStream, markers_in, renumbered

KNOWN = (1, 2, 3, 4, 5, 12)
FRAGMENTS = [
    *(
        "[",
        "]",
        "(",
        ")",
        "](",
        "[[",
        "]]",
        "【",
        "】",
        "［",
        "］",
        "[1]",
        "[9]",
        "[12]",
        "[sic]",
        "[12/2021/NĐ-CP]",
        "[^",
    ),
    *(
        "1",
        "2",
        "9",
        "12",
        "2021",
        "１",
        "٣",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        ",",
        ";",
        ":",
        ".",
        "-",
        "–",
        "†",
        "^",
        '"',
    ),
    *(
        "Đoạn",
        "đo",
        "Passage",
        "nguồn ",
        "Source",
        "và",
        "and",
        "v",
        "to",
        "a",
        "a5",
        "số",
        "x" * 38,
        " " * 41,
        "\u0301",
    ),
    *("http://x.vn/a", "www.", "plan.pdf", "mailto:", "/", "#", "\\", "\x00", "\ud800", "![ảnh](https://x.vn)"),
]
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(st.characters(), max_size=5), max_size=25).map("".join)
"""Any text, most of all brackets and what stands in them."""
READ_AS_MARKER = re.compile(r"[\[【［]\s*\d[\d\s,;\-–]*[\]】］]")
"""What any later reader of the text could take for a marker."""

HALF = re.compile(r"\s*(?:đoạn|nguồn|passage|source|\^)?\s*(?:\d[\d\s,;–-]*)?", re.IGNORECASE)
"""What an open bracket holds that may still become a marker."""


def whole(text: str) -> str:
    stream = MarkerStream(KNOWN)
    return stream.feed(text) + stream.close()


def shown_so_far(text: str) -> list[str]:
    """What was shown after each character, then at the end."""
    stream = MarkerStream(KNOWN)
    shown = [""]
    for c in text:
        shown.append(shown[-1] + stream.feed(c))
    return [*shown, shown[-1] + stream.close()]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Sở Nội vụ chủ trì [1].", "Sở Nội vụ chủ trì [1]."),
        ("Sở Nội vụ chủ trì [1, 3].", "Sở Nội vụ chủ trì [1][3]."),
        ("The office leads this [1;3].", "The office leads this [1][3]."),
        ("theo [1 và 3], [2, 4 và 5]", "theo [1][3], [2][4][5]"),
        ("under [1 and 3] or [2, 4, and 5]", "under [1][3] or [2][4][5]"),
        ("[2-4]", "[2][3][4]"),
        ("[2–4], [ 1 — 2 ], [4 đến 5]", "[2][3][4], [1], [5]"),
        ("[4-9]", "[4][5]"),
        ("[1-300]", "[1]"),
        ("kinh phí [[1]] và [[2], [3]]", "kinh phí [1] và [2], [3]"),
        ("[ 1 ] [\t2]", "[1] [2]"),
        ("【1】và ［2］", "[1]và [2]"),
        ("［１２］ [２]", "[12] [2]"),
        ("[01]", "[1]"),
        ("[1.] [2,]", "[1] [2]"),
        ("[1,\n2]", "[1][2]"),
    ],
)
def test_lists_ranges_and_other_brackets(written: str, shown: str) -> None:
    assert whole(written) == shown


@pytest.mark.parametrize(
    "written",
    [
        *(
            "[Đoạn 2]",
            "[đoạn 2]",
            "[ĐOẠN 2]",
            "[Đoạn số 2]",
            "[đoạn trích 2]",
            "[Nguồn 2]",
            "[nguồn: 2]",
            "[Tài liệu 2]",
        ),
        *("[doan 2]", "[nguon 2]", "[Đoạn 2]", "[Nguồn: [2]]"),
        *(
            "[Passage 2]",
            "[passage 2]",
            "[Passages 2]",
            "[Passage2]",
            "[Source 2]",
            "[source no. 2]",
            "[Ref. 2]",
            "[doc 2]",
        ),
        *(
            "[^2]",
            "[#2]",
            "[2†source]",
            "【2†L12-L15】",
            "【2:0†source】",
            "[Passage 【2】]",
            "[2](#ref2)",
            "[2](http://a.vn/b)",
        ),
    ],
)
def test_labels(written: str) -> None:
    assert whole(f"Thời gian là 5 ngày {written}.") == "Thời gian là 5 ngày [2]."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[Đoạn 1, Đoạn 3]", "[1][3]"),
        ("[Đoạn 1 và 3]", "[1][3]"),
        ("[Passages 1-3]", "[1][2][3]"),
        ("[Source 1] [Source 2]", "[1] [2]"),
    ],
)
def test_labelled_lists(written: str, shown: str) -> None:
    assert whole(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("word [9].", "word."),
        ("word [9] .", "word."),
        ("word [9] more", "word more"),
        ("word [9]more", "word more"),
        ("word[9] more", "word more"),
        ("word [9], more", "word, more"),
        ("word [9] , more", "word, more"),
        ("word [9]\nmore", "word\nmore"),
        ("word [9]", "word"),
        ("- [9] word", "- word"),
        ("[9] word\n  [9] word", "word\n  word"),
        ("word [9][8] [7].", "word."),
        ("word [1][9].", "word [1]."),
        ("word [1], [9].", "word [1]."),
        ("word [9], [1].", "word [1]."),
        ("từ [1] và [9].", "từ [1]."),
        ("từ [9] và [1].", "từ [1]."),
        ("từ [9] và tiếp", "từ và tiếp"),
        ("từ [9] về", "từ về"),
        ("word [1, 9]", "word [1]"),
        ("word [0].", "word."),
        ("word [Đoạn 9].", "word."),
    ],
)
def test_unknown_numbers_go_with_their_blank(written: str, shown: str) -> None:
    assert whole(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a [1][1] b", "a [1] b"),
        ("a [1] [1] b", "a [1] b"),
        ("a [1], [1] b", "a [1] b"),
        ("a [1] và [1] b", "a [1] b"),
        ("a [1][2][1] b", "a [1][2] b"),
        ("a [1, 1, 2] b", "a [1][2] b"),
        ("a [1][9][1] b", "a [1] b"),
        ("a [1]" + " " * 99 + "[1] b", "a [1] b"),
        ("a [1] b [1]", "a [1] b [1]"),
        ("a [1] vì [1]", "a [1] vì [1]"),
        ("a [1]. [1] b", "a [1]. [1] b"),
        ("a [1]\n[1] b", "a [1]\n[1] b"),
    ],
)
def test_repeated_markers_stand_once(written: str, shown: str) -> None:
    assert whole(written) == shown


def test_repeated_markers_across_pieces() -> None:
    stream = MarkerStream(KNOWN)
    assert "".join([stream.feed(p) for p in ("a [1", "]", " [", "1] ", "b")]) + stream.close() == "a [1] b"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("xem [kế hoạch](http://a.vn/b?c=1) này", "xem kế hoạch này"),
        ('see [the plan](https://a.org/b_(c) "a title") here', "see the plan here"),
        ("[plan](docs/plan.pdf), [site](example.org/a)", "plan, site"),
        ("[Nghị định 12/2021/NĐ-CP](https://a.vn)", "Nghị định 12/2021/NĐ-CP"),
        ("[mail](mailto:a@b.vn) [x](javascript:alert(1))", "mail x"),
        ("[[plan](http://a.vn)]", "(plan)"),
        ("[[plan]](http://a.vn)", "[[plan]]"),
        ("[plan](http://a.vn/never-ending", "plan"),
        ("[plan](http://a.vn never ending", "plan never ending"),
        ("[1](http://a.vn)(mới)", "[1] (mới)"),
        ("[1](tr. 5)", "[1](tr. 5)"),
        ("[sic](xem Điều 5)", "[sic](xem Điều 5)"),
        ("[Nghị định](12/2021/NĐ-CP)", "[Nghị định](12/2021/NĐ-CP)"),
        ("[1](xem [2])", "[1] (xem [2])"),
        (
            "[a rather long name of a plan for the training](http://a.vn) b",
            "[a rather long name of a plan for the training] b",
        ),
    ],
)
def test_links_lose_their_address_and_words_in_round_brackets_stay(written: str, shown: str) -> None:
    assert whole(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Nghị định [12/2021/NĐ-CP] quy định", "Nghị định (12/2021/NĐ-CP) quy định"),
        ("under [Article 5] of it", "under (Article 5) of it"),
        ("năm [2021], [2020-2025]", "năm (2021), (2020-2025)"),
        ("[1][12/2021/NĐ-CP]", "[1] (12/2021/NĐ-CP)"),
        ("[xem 12/2021/NĐ-CP, [1]]", "(xem 12/2021/NĐ-CP, [1])"),
        ("[see [1]]", "(see [1])"),
        ("[1.5] [1/3] [-1]", "(1.5) (1/3) (-1)"),
        (
            "[Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2021 của tỉnh]",
            "(Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2021 của tỉnh)",
        ),
        ("số [12/2021/NĐ", "số (12/2021/NĐ"),
        ("【12/2021】", "(12/2021)"),
        ("[[9]5]", "5"),
        ("(1) một; (2) hai", "(1) một; (2) hai"),
    ],
)
def test_other_numbers_keep_their_words_and_are_no_marker(written: str, shown: str) -> None:
    assert whole(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        *("[sic]", "[ ] việc", "[]", "[x] done", "[…]", "[điểm a]", "【ghi chú】", "[[sic]]", "a] b", "a [b"),
        "một [ngoặc mở ra rồi không bao giờ đóng lại cho đến hết câu này",
        "a [bracket\nthat goes on in the next line]",
        "a[i] = b\\[j\\]",
    ],
)
def test_brackets_without_numbers_stay(text: str) -> None:
    assert whole(text) == text


@pytest.mark.parametrize(
    "half", ["[", "[1", "[12", "[1,", "[1, 2", "[ ", "[[1", "[Đoạn", "[Đo", "[Passage 1", "[^", "【1†sour", "[1 và"]
)
def test_half_a_marker_at_the_end_is_dropped(half: str) -> None:
    assert whole(f"Ba ngày {half}") == "Ba ngày"


def test_an_open_bracket_is_not_held_for_ever() -> None:
    stream = MarkerStream(KNOWN)
    assert stream.feed("a [bcd") == "a"
    assert stream.feed("e" * 38) == " [bcd" + "e" * 38
    assert stream.feed("f [1] g") == "f [1] g"
    assert stream.feed("[1") == ""
    assert stream.feed(", 1" * 30).startswith("(1, 1, 1")


def test_text_is_held_no_longer_than_needed() -> None:
    stream = MarkerStream(KNOWN)
    assert stream.feed("Ba ngày") == "Ba ngày"
    assert stream.feed(" [1") == ""
    assert stream.feed("]") == " [1]"
    assert stream.feed(".") == "."


@given(TEXTS)
@settings(deadline=None)
def test_only_known_markers_and_none_beside_itself(text: str) -> None:
    shown = whole(text)
    for marker in READ_AS_MARKER.findall(shown):
        assert marker in {f"[{n}]" for n in KNOWN}
    assert not re.search(r"(\[\d+\])[ \t]*[,;]?[ \t]*\1", shown)
    assert set(markers_of(shown)) == set(markers_in(shown)) <= set(KNOWN)


@given(TEXTS, st.lists(st.integers(0, 200)))
@settings(deadline=None)
def test_pieces_make_no_difference(text: str, cuts: list[int]) -> None:
    stream = MarkerStream(KNOWN)
    ends = [*sorted(min(cut, len(text)) for cut in cuts), len(text)]
    pieces = [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    assert "".join(pieces) == text
    assert "".join([stream.feed(piece) for piece in pieces]) + stream.close() == whole(text) == shown_so_far(text)[-1]


@given(TEXTS)
@settings(deadline=None)
def test_no_half_marker_is_ever_shown(text: str) -> None:
    for shown in shown_so_far(text):
        begun = re.search(r"[\[【［]([^\]】］]*)$", shown)
        assert begun is None or not HALF.fullmatch(begun[1])


@given(TEXTS)
@settings(deadline=None)
def test_a_second_pass_changes_nothing(text: str) -> None:
    assert whole(whole(text)) == whole(text)


@given(st.text(st.characters(exclude_characters="[]【】［］")))
def test_text_without_brackets_passes_unchanged(text: str) -> None:
    assert whole(text) == text


@given(TEXTS)
@settings(deadline=None)
def test_words_keep_their_order(text: str) -> None:
    """Letters may go with an address or a label, but none is added and none changes its place."""
    letters = iter(c for c in text if c.isalpha())
    assert all(c in letters for c in whole(text) if c.isalpha())


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "[",
        "[1]",
        "[1] ",
        "[9] ",
        "[1 ",
        "[a](",
        "[a](http://",
        "[1,",
        "1,",
        " ",
        "]",
        "[\n",
        "[1]v ",
        "[1† 1† 1† 1†,x]",
        "([1](a\n",
    ],
)
def test_long_texts_take_time_in_proportion(unit: str) -> None:
    text = f"[1]{unit * (50_000 // len(unit))}"
    stream = MarkerStream(KNOWN)
    begun = time.process_time()
    for c in text:
        stream.feed(c)
    stream.close()
    assert time.process_time() - begun < 5


def test_markers_in_order_of_first_use() -> None:
    assert markers_in("a [3][1], b [3] c [12]. “Điều [ 5 ]” [x] [1, 2]") == (3, 1, 12)


def test_renumbered() -> None:
    text = "a [3][1], b [3] “[ 5 ]” [x]"
    assert renumbered(text, {m: i for i, m in enumerate(markers_in(text), 1)}) == "a [1][2], b [1] “[ 5 ]” [x]"
    assert renumbered("[1][2]", {1: 2, 2: 1}) == "[2][1]"


def test_a_marker_without_a_new_number_is_an_error() -> None:
    with pytest.raises(KeyError):
        renumbered("a [1][2]", {1: 1})


def test_a_passage_named_in_words_goes_by_its_new_number() -> None:
    text = "Theo đoạn 4, mở 3 lớp [4]. Passage 2 gives 5 classes [2]. Giai đoạn 2021 - 2025 có đoạn 9."
    assert renumbered(text, {4: 1, 2: 2}).startswith("Theo đoạn 1, mở 3 lớp [1]. Passage 2 gives 5 classes [2].")
    assert renumbered("Giai đoạn 2021 - 2025, đoạn 9 [4].", {4: 1}) == "Giai đoạn 2021 - 2025, đoạn 9 [1]."


@pytest.mark.parametrize(
    "text",
    [
        "Giai đoạn 2 mở 3 lớp [2].",
        "Trong giai đoạn 2, mở 3 lớp [2].",
        "Theo đoạn 2 khoản 1 Điều 3, mở 3 lớp [2].",
        "Văn bản ghi “theo đoạn 2, mở 3 lớp” [2].",
        "Passage 2.5 says so [2].",
    ],
)
def test_a_number_that_is_no_passage_s_stays(text: str) -> None:
    assert renumbered(text, {2: 1}) == text.replace("[2]", "[1]")
