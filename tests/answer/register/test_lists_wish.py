"""Which questions want a list, of what, and about whom; and which want something else."""

from collections.abc import Sequence
from datetime import date

import pytest

from answer.question import Reader
from answer.register.wish import Wish, read_wishes
from index.library import Library
from vietnamese.glossary import Glossary
from vietnamese.thesaurus import Thesaurus

TODAY = date(2025, 6, 30)


@pytest.fixture(scope="module")
def made_reader(made_library: Library, glossary: Glossary, thesaurus: Thesaurus) -> Reader:
    return Reader(made_library, glossary, thesaurus)


def wishes(reader: Reader, question: str, history: Sequence[str] = ()) -> list[Wish]:
    return read_wishes(reader.read(question, history), TODAY)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Sở Nội vụ phải làm gì?", "Sở Nội vụ"),
        ("so noi vu phai lam gi", "sở nội vụ"),
        ("Sở Nội vụ có nhiệm vụ gì?", "Sở Nội vụ"),
        ("Sở Nội vụ có những trách nhiệm nào", "Sở Nội vụ"),
        ("Sở Nội vụ chịu trách nhiệm gì?", "Sở Nội vụ"),
        ("Sở Nội vụ cần thực hiện những việc gì?", "Sở Nội vụ"),
        ("Nhiệm vụ của Sở Nội vụ là gì?", "Sở Nội vụ"),
        ("liệt kê các nhiệm vụ của Sở Nội vụ", "Sở Nội vụ"),
        ("Những việc Sở Nội vụ phải làm là gì?", "Sở Nội vụ"),
        ("Kế hoạch giao Sở Nội vụ những việc gì?", "Sở Nội vụ"),
        ("Xin hỏi Sở Nội vụ phải làm gì?", "Sở Nội vụ"),
        ("Sở Nội vụ tỉnh Nam Định phải làm gì?", "Sở Nội vụ"),
        ("Theo kế hoạch của Nam Định, Sở Nội vụ phải làm gì?", "Sở Nội vụ"),
        ("Ủy ban nhân dân tỉnh Nam Định phải làm gì?", "Ủy ban nhân dân tỉnh"),
        ("What must the Department of Home Affairs do?", "the Department of Home Affairs"),
        ("What is the Department of Home Affairs responsible for?", "the Department of Home Affairs"),
        ("What does the home affairs department have to do?", "the home affairs department"),
        ("What are the duties of the Department of Home Affairs?", "the Department of Home Affairs"),
        ("List the responsibilities of the Department of Home Affairs", "the Department of Home Affairs"),
        ("Which tasks does the Department of Home Affairs have in Nam Định?", "the Department of Home Affairs"),
        ("the home affairs department's responsibilities", "the home affairs department"),
        ("What must the Department of Home Affairs do under the Nam Định plan?", "the Department of Home Affairs"),
        ("What must Sở Nội vụ do?", "Sở Nội vụ"),
    ],
)
def test_what_somebody_must_do(made_reader: Reader, question: str, who: str) -> None:
    found = wishes(made_reader, question)
    assert "duties" in {wish.about for wish in found}
    assert who in {name for wish in found for name in wish.who}


@pytest.mark.parametrize(
    ("question", "iso", "who"),
    [
        ("Những việc phải xong trong quý IV/2025", "2025-Q4", ()),
        ("nhung viec phai xong truoc 31/3/2026", "2026-03-31", ()),
        ("Việc nào đến hạn trong tháng 8?", "--08", ()),
        ("Quý IV/2025 có việc gì đến hạn?", "2025-Q4", ()),
        ("Ai phải làm gì trước 31/3/2026?", "2026-03-31", ()),
        ("Sở Nội vụ có việc gì đến hạn trong quý IV/2025?", "2025-Q4", ("Sở Nội vụ",)),
        ("Trong tháng 8 Sở Nội vụ phải làm gì?", "--08", ("Sở Nội vụ",)),
        ("What is due in the fourth quarter of 2025?", "2025-Q4", ()),
        ("What is due by 31 March 2026?", "2026-03-31", ()),
        ("Which tasks must be finished before 31 March 2026?", "2026-03-31", ()),
        ("What deadlines are there in August?", "--08", ()),
        ("What must the Department of Finance do by 31 March 2026?", "2026-03-31", ("the Department of Finance",)),
    ],
)
def test_what_falls_due(made_reader: Reader, question: str, iso: str, who: tuple[str, ...]) -> None:
    found = [wish for wish in wishes(made_reader, question) if wish.about == "due"]
    assert found
    assert found[0].when is not None
    assert (found[0].when.iso, found[0].who[:1]) == (iso, who)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Các thời hạn của Sở Nội vụ", "Sở Nội vụ"),
        ("Sở Nội vụ có những thời hạn nào?", "Sở Nội vụ"),
        ("deadlines of the Department of Finance", "the Department of Finance"),
        ("What deadlines does the Department of Finance have?", "the Department of Finance"),
    ],
)
def test_the_deadlines_of_somebody(made_reader: Reader, question: str, who: str) -> None:
    assert ("deadlines", (who,)) in [(wish.about, wish.who[:1]) for wish in wishes(made_reader, question)]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("So sánh chỉ tiêu bồi dưỡng thủ thư giữa Nam Định và Hà Nam", "bồi dưỡng thủ thư"),
        ("so sanh chi tieu cua nam dinh va ha nam", ""),
        ("Compare the targets for librarians between Nam Định and Hà Nam", "librarians"),
    ],
)
def test_targets_beside_each_other(made_reader: Reader, question: str, topic: str) -> None:
    assert [(wish.about, wish.topic) for wish in wishes(made_reader, question)] == [("targets", topic)]


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Kế hoạch của Nam Định có những chỉ tiêu nào?", None),
        ("cac chi tieu dao tao, boi duong can bo, cong chuc cua nam dinh nam 2025 la gi", 2025),
        ("chi tieu cua nam dinh", None),
        ("What targets does the plan of Nam Định set for 2025?", 2025),
        ("List the training targets", None),
    ],
)
def test_all_targets(made_reader: Reader, question: str, year: int | None) -> None:
    assert [(wish.about, wish.year) for wish in wishes(made_reader, question)] == [("goals", year)]


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ tiêu bồi dưỡng thủ thư của Nam Định là bao nhiêu?",
        "Ai giao chỉ tiêu đào tạo?",
        "Khi nào báo cáo chỉ tiêu?",
        "Nam Định có chỉ tiêu không?",
        "What is the target for librarians?",
        "Who sets the targets of Nam Định?",
    ],
)
def test_one_target_is_no_list(made_reader: Reader, question: str) -> None:
    assert "goals" not in [wish.about for wish in wishes(made_reader, question)]


def test_the_target_of_what_was_spoken_of_is_no_list(made_reader: Reader) -> None:
    before = ["Nam Định phải bồi dưỡng bao nhiêu thủ thư?"]
    assert "goals" not in [w.about for w in wishes(made_reader, "Còn chỉ tiêu của Hà Nam là bao nhiêu?", before)]


def test_a_year_limits_duties_and_is_no_deadline(made_reader: Reader) -> None:
    assert [(w.about, w.year) for w in wishes(made_reader, "Sở Nội vụ phải làm gì trong năm 2025?")] == [
        ("duties", 2025)
    ]


@pytest.mark.parametrize(
    ("history", "question", "about", "who", "iso"),
    [
        ("Sở Nội vụ phải làm gì?", "Còn Sở Tài chính?", "duties", "Sở Tài chính", None),
        ("Sở Nội vụ phải làm gì?", "còn ở Nam Định?", "duties", "Sở Nội vụ", None),
        ("Sở Nội vụ phải làm gì?", "Trong đó việc nào đến hạn trong quý IV/2025?", "due", "Sở Nội vụ", "2025-Q4"),
        (
            "What must the Department of Finance do?",
            "And by 31 March 2026?",
            "due",
            "the Department of Finance",
            "2026-03-31",
        ),
    ],
)
def test_a_follow_up_goes_on(
    made_reader: Reader, history: str, question: str, about: str, who: str, iso: str | None
) -> None:
    found = wishes(made_reader, question, [history])[0]
    assert (found.about, found.who[:1]) == (about, (who,))
    assert (found.when.iso if found.when else None) == iso


@pytest.mark.parametrize(
    "question",
    [
        "Khi nào Sở Nội vụ phải báo cáo?",
        "When must the Department of Home Affairs report?",
        "khi nao so noi vu phai bao cao",
        "Sở Tài chính bố trí kinh phí từ nguồn nào?",
        "Bao nhiêu phần trăm công chức cấp xã phải được bồi dưỡng?",
        "Ai chủ trì mở lớp cho thủ thư?",
        "Kế hoạch của Nam Định do ai ký?",
        "Quy chế mới phải xong năm nào?",
        "Chỉ tiêu thủ thư ở Nam Định và Hà Nam có bằng nhau không?",
        "So sánh cơ quan chủ trì ở Nam Định và Hà Nam",
        "Kế hoạch giai đoạn 2024 - 2028 là gì?",
        "Điều 5 quy định gì?",
        "xin chào",
        "What is the weather like?",
    ],
)
def test_other_questions_want_no_list(made_reader: Reader, question: str) -> None:
    assert wishes(made_reader, question) == []


@pytest.mark.parametrize(
    "question",
    [
        "Sở Nội vụ phải làm gì khi đơn vị gặp khó khăn về kinh phí?",
        "What must the Department of Finance do for libraries without money?",
        "Sở phải làm gì?",
    ],
)
def test_a_question_that_says_more_names_nobody_whom_a_register_has(made_reader: Reader, question: str) -> None:
    who = {name for wish in wishes(made_reader, question) for name in wish.who}
    assert not who & {"Sở Nội vụ", "the Department of Finance", "Sở"}


@pytest.mark.parametrize("text", ["§ " * 900, "nhiệm vụ của " * 140, "\0phải làm gì\0", "§" * 1999])
def test_odd_text_is_read_without_trouble(made_reader: Reader, text: str) -> None:
    assert isinstance(wishes(made_reader, text), list)
