"""Thoughts and the status line are taken off what a model writes, and nothing else is, wherever the text is cut into pieces."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer.writing.opening import OpeningStream, Status

FRAGMENTS = [
    *(
        "STATUS: complete",
        "Status",
        "status",
        "STATUS",
        ":",
        "=",
        " ",
        "\t",
        "\n",
        "\r\n",
        "partial",
        "none",
        "complete",
        "Complete",
    ),
    *(
        "Trạng thái",
        "trang thai",
        "đầy đủ",
        "một phần",
        "không có",
        "không",
        unicodedata.normalize("NFD", "Trạng thái: một phần"),
    ),
    *(
        "**",
        "*",
        "- ",
        "# ",
        "> ",
        "`",
        '"',
        "|",
        "/",
        ".",
        "-",
        "[1]",
        "<think>",
        "</think>",
        "<thinking>",
        "</thinking>",
        "<t",
        "<",
    ),
    *("a", "A", "l", "x" * 99, " " * 99, "\u0301", "각", "ß", "İ", "\x00", "\ud800"),
]
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(st.characters(), max_size=5), max_size=20).map("".join)


def opened(text: str) -> tuple[str, Status | None]:
    stream = OpeningStream()
    return stream.feed(text) + stream.close(), stream.status


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("STATUS: complete", "complete"),
        ("STATUS: partial", "partial"),
        ("STATUS: none", "none"),
        ("Status: **Complete**", "complete"),
        ("**STATUS:** partial", "partial"),
        ("**STATUS: none**", "none"),
        ("# STATUS: complete", "complete"),
        ("- **Status**: `partial`.", "partial"),
        ("> status: none", "none"),
        ("STATUS : [partial]", "partial"),
        ("STATUS complete", "complete"),
        ("STATUS=partially", "partial"),
        ("Trạng thái: đầy đủ", "complete"),
        ("Trạng thái: một phần", "partial"),
        ("Trạng thái: không có", "none"),
        ("**Trạng thái:** Đầy đủ.", "complete"),
        ("TRẠNG THÁI: MỘT PHẦN", "partial"),
        ("trang thai: khong co", "none"),
        (unicodedata.normalize("NFD", "Trạng thái: một phần"), "partial"),
        ("STATUS: complete | partial | none", None),
    ],
)
def test_status_line(line: str, status: Status | None) -> None:
    """First or last, and with nothing else."""
    for end in ("\n", "\r\n", "\n\n", " \n"):
        assert opened(f"{line}{end}Ba ngày [1].") == ("Ba ngày [1].", status)
    assert opened(f"\n {line}\nBa ngày [1].") == ("Ba ngày [1].", status)
    assert opened(f"Ba ngày [1].\n{line}") == ("Ba ngày [1].\n", status)
    assert opened(f"Ba ngày [1].\n{line}\n") == ("Ba ngày [1].\n", status)
    assert opened(line) == ("", status)


@pytest.mark.parametrize(
    ("written", "shown", "status"),
    [
        ("STATUS: partial Ba ngày [1].", "Ba ngày [1].", "partial"),
        ("STATUS: complete the plan takes three days [1].", "the plan takes three days [1].", "complete"),
        ("**STATUS: complete** **Ba** ngày", "**Ba** ngày", "complete"),
        ("STATUS: complete. Three days [1].", "Three days [1].", "complete"),
        ("STATUS: complete - Three days", "Three days", "complete"),
        ("STATUS: complete [1] says so", "[1] says so", "complete"),
        ("STATUS: complete\n- Three days", "- Three days", "complete"),
        ("Trạng thái: một phần. Ba ngày", "Ba ngày", "partial"),
        ("Trạng thái: đầy đủ Ba ngày", "Ba ngày", "complete"),
        ("STATUS: none of the passages say", "of the passages say", "none"),
        ("STATUS: complete\nSTATUS: none\nBa ngày", "Ba ngày", "complete"),
        ("STATUS: partial\nBa ngày\nSTATUS: complete", "Ba ngày\n", "partial"),
        ("Đây là câu trả lời:\nSTATUS: partial\nBa ngày", "Đây là câu trả lời:\nBa ngày", "partial"),
    ],
)
def test_text_that_goes_on(written: str, shown: str, status: Status) -> None:
    assert opened(written) == (shown, status)


@pytest.mark.parametrize(
    "text",
    [
        "Status reports are sent each month [1].",
        "The status: complete files only [1].",
        "Status complete\nThree days",
        "STATUS: completely new rules [1]",
        "Status: full-time training [1]",
        "Status: complete lists are kept [1]",
        "Trạng thái: không có văn bản nào nêu [1].",
        "Trạng thái của kế hoạch là một phần [1].",
        "Three days [1].\nThe status: partial",
        "Three days [1].\nSTATUS: partial, because of [2]",
        "STATUS",
        "STATUS:",
        "STATUS: unknown\nThree days",
        "<b>Ba ngày</b>",
        "a <think>b</think>",
        "  Ba ngày\n",
        "\n \n",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert opened(text) == (text, None)


@pytest.mark.parametrize(
    ("written", "shown", "status"),
    [
        ("<think>Let me see. STATUS: none</think>\n\nSTATUS: complete\nThree days", "Three days", "complete"),
        ("<thinking>\nXem đã\n</thinking>Ba ngày", "Ba ngày", None),
        ("<THINK>a</Think>Ba ngày", "Ba ngày", None),
        ("\n<think>\n\n</think>\n\nBa ngày", "Ba ngày", None),
        ("STATUS: partial\n<think>a</think>\nBa ngày", "Ba ngày", "partial"),
        ("<think>a</think><think>b < c</think>Ba ngày", "Ba ngày", None),
        ("</think>\n\nBa ngày", "Ba ngày", None),
        ("<think>never ended. Ba ngày", "", None),
        ("<thinking>never ended </think", "", None),
    ],
)
def test_thoughts(written: str, shown: str, status: Status | None) -> None:
    assert opened(written) == (shown, status)


def test_as_little_as_possible_is_held() -> None:
    stream = OpeningStream()
    assert stream.feed("Stat") == ""
    assert stream.feed("e ") == "State "
    assert stream.feed("budget\n") == "budget\n"
    assert stream.feed("- ") == ""
    assert stream.feed("The") == "- The"
    assert stream.feed(" plan\nST") == " plan\n"
    assert stream.feed("ATUS: non") == ""
    assert stream.status is None
    assert stream.close() == "STATUS: non"


def test_status_is_known_as_soon_as_the_text_goes_on() -> None:
    stream = OpeningStream()
    assert stream.feed("STATUS: partial") == ""
    assert stream.feed("\n") == ""
    assert stream.status == "partial"
    assert stream.feed("B") == "B"


@given(TEXTS, st.lists(st.integers(0, 200)))
@settings(deadline=None)
def test_pieces_make_no_difference(text: str, cuts: list[int]) -> None:
    ends = [*sorted(min(cut, len(text)) for cut in cuts), len(text)]
    for pieces in (list(text), [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]):
        stream = OpeningStream()
        shown = "".join([stream.feed(piece) for piece in pieces]) + stream.close()
        assert (shown, stream.status) == opened(text)


@given(TEXTS)
@settings(deadline=None)
def test_a_second_pass_finds_nothing(text: str) -> None:
    shown, _ = opened(text)
    assert opened(shown) == (shown, None)


@given(TEXTS)
@settings(deadline=None)
def test_what_is_left_is_in_order(text: str) -> None:
    rest = iter(text)
    assert all(c in rest for c in opened(text)[0])


@given(st.text(st.characters(exclude_characters="sStT<")))
def test_text_without_a_status_passes_unchanged(text: str) -> None:
    assert opened(text) == (text, None)


@given(
    st.text(
        st.characters(exclude_characters="sStT<-#>*_`~\"'“•[ \t", exclude_categories=("Zs", "Cc", "Zl", "Zp")),
        min_size=1,
    )
)
def test_text_that_cannot_be_a_status_is_not_held(text: str) -> None:
    assert OpeningStream().feed(text) == text


@pytest.mark.parametrize(
    "unit",
    ["a", " ", "\n", "*", "- ", "STATUS: none\n", "STATUS: complete |", "<think></think>", "\n- S", "<", "<think>a"],
)
@pytest.mark.parametrize("head", ["", "a\n"])
def test_long_texts_take_time_in_proportion(head: str, unit: str) -> None:
    stream = OpeningStream()
    begun = time.process_time()
    for c in head + unit * (50_000 // len(unit)):
        stream.feed(c)
    stream.close()
    assert time.process_time() - begun < 5
