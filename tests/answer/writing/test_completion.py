"""A written answer completed: every clause of the extractive one is there, its sentences are not said twice, and all of it is checked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_library import FINANCE, GOALS, HOME_B, MONEY, PLAN_A, citation, plans

from answer.check import check_answer
from answer.claims import check_claims
from answer.phrases import document_name, quoted, say
from answer.reply import Answer, Citation, Language
from answer.writing.completion import Completed, complete
from answer.writing.markers import markers_in
from answer.writing.sources import source_head
from answer.writing.telling import Told, without_markers
from index.passage import Passage
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup

CLAUSES = (MONEY, FINANCE, HOME_B, GOALS)
LEADS: dict[Language, tuple[tuple[str, dict[str, str]], ...]] = {
    "vi": (
        ("number", {"value": "1,2 tỷ đồng"}),
        ("office", {"office": "Sở Tài chính"}),
        ("deadline", {"value": "trước ngày 15/12 hằng năm"}),
        ("what", {}),
    ),
    "en": (
        ("number", {"value": "1,2 tỷ đồng"}),
        ("office", {"office": "the Department of Finance (Sở Tài chính)"}),
        ("deadline", {"value": "trước ngày 15/12 hằng năm"}),
        ("what", {}),
    ),
}
"""The program's sentence for each of the clauses."""
WRITTEN: dict[Language, tuple[tuple[str, ...], ...]] = {
    "vi": (
        ("Kinh phí mua sách lấy từ ngân sách tỉnh", "Tổng cộng 1,2 tỷ đồng cho 25 thư viện lấy từ ngân sách tỉnh"),
        ("Sở Tài chính thẩm định dự toán mua sách", "Dự toán mua sách được thẩm định"),
        ("Báo cáo kết quả bồi dưỡng thủ thư trước ngày 15/12 hằng năm", "Kết quả bồi dưỡng thủ thư được báo cáo"),
        ("Mỗi năm bồi dưỡng 40 thủ thư của các thư viện xã",),
    ),
    "en": (
        ("The money for books comes from the provincial budget", "The provincial budget gives 1.2 billion dong"),
        ("The Department of Finance appraises the cost estimate",),
        ("The results are reported before 15 December every year",),
        ("40 librarians are trained each year",),
    ),
}
"""What a model may say of each of them."""


@cache
def _glossary() -> Glossary:
    return Glossary.load()


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return _glossary()


def _cite(passages: Sequence[Passage], whole: bool = True) -> tuple[Citation, ...]:
    quotes = [p.text if whole else p.blocks[-1] for p in passages]
    return tuple(citation(q, p, p.lines, i) for i, (q, p) in enumerate(zip(quotes, passages, strict=True), 1))


def _extractive(language: Language, leading: Sequence[int], related: Sequence[int] = ()) -> Answer:
    """The extractive answer with a sentence for each of the clauses `leading`, which quotes the others as well."""
    name = document_name(PLAN_A, language, _glossary())
    leads = tuple(
        say(key, language, doc=name, m=f"[{marker}]", **values)
        for marker, (key, values) in enumerate((LEADS[language][i] for i in leading), 1)
    )
    cited = _cite([CLAUSES[i] for i in (*leading, *related)])
    return Answer("?", "?", language, "answered", "", citations=cited, leads=leads)


def _sound(whole: Completed, glossary: Glossary) -> None:
    """Each sentence is borne out, each quote verbatim, each marker counted in the order of use."""
    library = plans()
    check_answer(whole.text, whole.citations, {PLAN_A.id: library.lines_of(PLAN_A.id)})
    assert (
        list(markers_in(whole.text)) == [c.marker for c in whole.citations] == list(range(1, len(whole.citations) + 1))
    )
    held = {c.marker: f"{source_head(c.document, c.passage)}\n{c.passage.text}" for c in whole.citations}
    assert [v for v in check_claims(whole.text, held, glossary) if not v.ok] == []


Drawn = tuple[Language, list[int], list[int], list[int], str]


@st.composite
def answers(draw: Callable[..., object]) -> Drawn:
    """A language, the clauses that sentences of the program rest on, others, and what a model wrote of which clauses."""
    language: Language = draw(st.sampled_from(("vi", "en")))  # type: ignore[assignment]
    order: list[int] = draw(st.permutations(range(len(CLAUSES))))  # type: ignore[assignment]
    split: int = draw(st.integers(1, len(order)))  # type: ignore[assignment]
    end: int = draw(st.integers(split, len(order)))  # type: ignore[assignment]
    own: list[int] = draw(st.lists(st.sampled_from(order), min_size=1, unique=True))  # type: ignore[assignment]
    said: list[str] = [draw(st.sampled_from(WRITTEN[language][i])) for i in own]  # type: ignore[misc]
    return language, order[:split], order[split:end], own, " ".join(f"{s} [{i}]." for i, s in enumerate(said, 1))


@settings(deadline=None)
@given(answers(), st.booleans())
def test_whatever_the_model_tells_the_answer_is_whole_and_sound(drawn: Drawn, whole_quotes: bool) -> None:
    language, leading, related, own, written = drawn
    extractive = _extractive(language, leading, related)
    whole = complete(written, _cite([CLAUSES[i] for i in own], whole_quotes), extractive, _glossary())
    assert whole is not None
    _sound(whole, _glossary())
    cited = {c.passage.id: fold_markup(c.quote) for c in whole.citations}
    assert all(fold_markup(c.quote) in cited[c.passage.id] for c in extractive.citations)
    assert all(quoted(c.quote) in whole.text for c in whole.citations)
    assert without_markers(written) in without_markers(whole.text)
    before = whole.text[: whole.text.index(written[:20])]
    name = document_name(PLAN_A, language, _glossary())
    told = Told(written, _glossary())
    for lead in map(without_markers, extractive.leads):
        assert without_markers(whole.text).count(lead) <= 1
        assert (lead in without_markers(before)) is not told.tells(lead, [name])
    assert whole.led is bool(before)
    assert Told(whole.text, _glossary()).tells(" ".join(extractive.leads), [name])


def test_a_value_that_the_model_leaves_out_comes_first(glossary: Glossary) -> None:
    written, own = "Kinh phí mua sách lấy từ ngân sách tỉnh [1].", _cite([MONEY])
    whole = complete(written, own, _extractive("vi", [0]), glossary)
    assert whole is not None and whole.led
    assert whole.text == (
        "Kế hoạch 15/KH-UBND của Ủy ban nhân dân tỉnh Lâm Đồng nêu: 1,2 tỷ đồng [1].\n\n"
        f"{written}\n\nNguyên văn:\n\n“{MONEY.text}” [1]"
    )


def test_one_that_it_tells_is_not_repeated(glossary: Glossary) -> None:
    written = "Mua sách hết 1,2 tỷ đồng từ ngân sách tỉnh [1]."
    whole = complete(written, _cite([MONEY]), _extractive("vi", [0], [1]), glossary)
    assert whole is not None and not whole.led
    assert whole.text == (
        f"{written}\n\nNguyên văn:\n\n“{MONEY.text}” [1]\n\nĐiều khoản liên quan:\n\n“{FINANCE.text}” [2]"
    )


def test_a_sentence_that_leads_on_stands_over_its_clause(glossary: Glossary) -> None:
    written = "40 librarians are trained each year [1]."
    whole = complete(written, _cite([GOALS], whole=False), _extractive("en", [3]), glossary)
    assert whole is not None and not whole.led
    name = document_name(PLAN_A, "en", glossary)
    assert whole.text == f"{written}\n\n{name} provides [1]:\n\n“{GOALS.text}” [1]"
    assert [c.quote for c in whole.citations] == [GOALS.text]


def test_the_program_decides_on_yes_and_no(glossary: Glossary) -> None:
    name = document_name(PLAN_A, "vi", glossary)
    extractive = replace(_extractive("vi", [0]), leads=(say("answer_yes", "vi", doc=name, m="[1]"),))
    assert complete("Không, ngân sách tỉnh không chi [1].", _cite([MONEY]), extractive, glossary) is None
    plain = complete("Ngân sách tỉnh chi việc này [1].", _cite([MONEY]), extractive, glossary)
    assert plain is not None and plain.led and plain.text.startswith("Có, kế hoạch 15/KH-UBND")
    same = complete("Có, ngân sách tỉnh chi việc này [1].", _cite([MONEY]), extractive, glossary)
    assert same is not None and not same.led and same.text.startswith("Có, ngân sách")


def test_a_sentence_that_only_points_at_clauses_stands_over_them(glossary: Glossary) -> None:
    extractive = replace(_extractive("vi", [0, 1]), leads=(say("see_clauses", "vi", m="[1][2]"),))
    written = "Kinh phí mua sách lấy từ ngân sách tỉnh [1]."
    whole = complete(written, _cite([MONEY]), extractive, glossary)
    assert whole is not None and not whole.led
    pointing = say("see_clauses", "vi", m="[1][2]")
    assert whole.text == f"{written}\n\n{pointing}\n\n“{MONEY.text}” [1]\n\n“{FINANCE.text}” [2]"


def test_a_clause_quoted_in_place_of_a_sentence_is_not_quoted_twice(glossary: Glossary) -> None:
    written = f"Mua sách hết 1,2 tỷ đồng [1].\n\n{quoted(FINANCE.text)} [2]"
    whole = complete(written, _cite([MONEY, FINANCE]), _extractive("vi", [0], [1]), glossary)
    assert whole is not None and whole.text == f"{written}\n\nNguyên văn:\n\n“{MONEY.text}” [1]"


def test_of_two_quotes_of_a_clause_that_overlap_the_longer_is_cited(glossary: Glossary) -> None:
    block = replace(_extractive("vi", [3]), citations=_cite([GOALS], whole=False), leads=())
    whole = complete("Mỗi năm bồi dưỡng 40 thủ thư [1].", _cite([GOALS]), block, glossary)
    assert whole is not None and [c.quote for c in whole.citations] == [GOALS.text]
    apart = replace(block, citations=(citation(GOALS.blocks[1], GOALS, GOALS.lines),))
    whole = complete(
        "Danh mục sách số hóa xong trước ngày 30/9/2025 [1].", _cite([GOALS], whole=False), apart, glossary
    )
    assert whole is not None and [c.quote for c in whole.citations] == [GOALS.blocks[-1], GOALS.blocks[1]]
