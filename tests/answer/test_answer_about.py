from dataclasses import replace
from datetime import date

import pytest
from small_library import (
    BASES,
    HEAD_B,
    PASSAGES,
    PLAN_A,
    PLAN_B,
    RECIPIENTS,
    SIGNATURE,
    A,
    B,
    passage,
    plans,
    question,
    small,
    weigh,
)

from answer.about import DocumentDesk, speaks_of_another
from answer.ask import Ask
from answer.draft import Draft
from answer.reply import Language
from answer.scope import Scope
from index.document import Document, Period
from index.library import Library
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup

TODAY = date(2026, 11, 22)

FACTS = [
    (Ask.DOC_NUMBER, "15/KH-UBND", "15/KH-UBND"),
    (Ask.DOC_DATE, "05/03/2024", "ngày 05 tháng 3 năm 2024"),
    (Ask.DOC_SIGNER, "Trần Văn Mẫu", "Trần Văn Mẫu"),
    (Ask.DOC_ISSUER, "Ủy ban nhân dân tỉnh Lâm Đồng", "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"),
    (Ask.DOC_PERIOD, "2024 - 2026", "2024 - 2026"),
    (Ask.DOC_TITLE, "Bồi dưỡng thủ thư các thư viện xã giai đoạn 2024 - 2026", "Bồi dưỡng thủ thư các thư viện xã"),
]


def answer(
    glossary: Glossary,
    ask: Ask,
    words: str = "kế hoạch",
    documents: tuple[str, ...] = (A,),
    language: Language = "vi",
    library: Library | None = None,
) -> Draft:
    library = library or plans()
    asked = question(words, ask, language, words=words, scope=Scope(documents=frozenset(documents) or None))
    return DocumentDesk(library, glossary).answer(asked, weigh(library, asked), TODAY)


@pytest.mark.parametrize("language", ["vi", "en", "vi_unaccented"])
@pytest.mark.parametrize(("ask", "value", "quoted"), FACTS)
def test_a_fact_with_the_words_it_was_read_from(
    glossary: Glossary, ask: Ask, value: str, quoted: str, language: Language
) -> None:
    draft = answer(glossary, ask, language=language)
    ((lead, positions),) = draft.leads
    assert value in lead
    assert positions == (0,)
    (quote,) = draft.quotes
    assert quoted in quote.unit.text
    assert fold_markup(quote.unit.text) in fold_markup(quote.unit.passage.text)


def test_the_signer_is_quoted_from_the_signature(glossary: Glossary) -> None:
    assert answer(glossary, Ask.DOC_SIGNER).quotes[0].unit.passage == SIGNATURE


def test_the_post_of_the_signer_stands_with_the_name(glossary: Glossary) -> None:
    library = small((replace(PLAN_A, signer_title="TM. ỦY BAN NHÂN DÂN - PHÓ CHỦ TỊCH"),), PASSAGES)
    lead = answer(glossary, Ask.DOC_SIGNER, library=library).leads[0][0]
    assert "Trần Văn Mẫu, Phó chủ tịch (" in lead
    (quote,) = answer(glossary, Ask.DOC_SIGNER, library=library).quotes
    assert quote.unit.text == "CHỦ TỊCH\nTrần Văn Mẫu"


def test_the_sentence_that_issues_a_plan_is_quoted_for_its_years(glossary: Glossary) -> None:
    words = "Ủy ban nhân dân tỉnh Phú Yên ban hành kế hoạch bồi dưỡng thủ thư năm 2021 như sau:"
    issuing = passage(B, 5, words, ("Căn cứ",), "bases")
    plan = replace(PLAN_B, evidence={**PLAN_B.evidence, "issuer": words})
    found = answer(glossary, Ask.DOC_PERIOD, documents=(B,), library=small((plan,), [*PASSAGES, issuing]))
    assert [q.unit.text for q in found.quotes] == ["Bồi dưỡng thủ thư năm 2021", words]
    other = replace(plan, evidence={**plan.evidence, "title": "Bồi dưỡng thủ thư năm 2020"})
    head = replace(HEAD_B, text=HEAD_B.text.replace("2021", "2020"))
    found = answer(glossary, Ask.DOC_PERIOD, documents=(B,), library=small((other,), [head, issuing]))
    assert len(found.quotes) == 1


def test_a_single_year_is_a_period(glossary: Glossary) -> None:
    lead = answer(glossary, Ask.DOC_PERIOD, documents=(B,)).leads[0][0]
    assert "2021" in lead
    assert "2021 - 2021" not in lead


@pytest.mark.parametrize(
    ("day", "said"), [("2024", "2024"), ("2024-03", "tháng 3 năm 2024"), ("2024-03-05", "05/03/2024")]
)
def test_a_date_is_said_as_far_as_it_is_known(glossary: Glossary, day: str, said: str) -> None:
    library = small((replace(PLAN_A, date=day),), PASSAGES[:13])
    lead = answer(glossary, Ask.DOC_DATE, library=library).leads[0][0]
    assert f"{said} (" in lead


@pytest.mark.parametrize(
    ("ask", "vi", "en"),
    [
        (Ask.DOC_NUMBER, "không ghi số hiệu", "bears no number"),
        (Ask.DOC_DATE, "không ghi ngày ban hành", "bears no date of issue"),
        (Ask.DOC_SIGNER, "không ghi người ký", "does not name who signed it"),
        (Ask.DOC_RECIPIENTS, "không ghi nơi nhận", "does not name its recipients"),
        (Ask.DOC_BASES, "không ghi căn cứ", "does not name its legal bases"),
        (Ask.DOC_APPENDICES, "không có phụ lục", "has no appendix"),
        (Ask.DOC_CITED_BY, "không ghi thông tin này", "does not state this"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en", "vi_unaccented"])
def test_what_a_document_does_not_state_is_said_so(
    glossary: Glossary, ask: Ask, vi: str, en: str, language: Language
) -> None:
    draft = answer(glossary, ask, documents=(B,), language=language)
    assert draft.quotes == []
    ((lead, positions),) = draft.leads
    assert (en if language == "en" else vi) in lead
    assert positions == ()


def test_a_fact_without_words_to_quote_is_not_claimed(glossary: Glossary) -> None:
    library = small((replace(PLAN_A, evidence={}),), PASSAGES[:13])
    assert answer(glossary, Ask.DOC_NUMBER, library=library).quotes == []


@pytest.mark.parametrize(
    ("document", "vi", "en", "quoted"),
    [
        (PLAN_A, "đã được ban hành", "has been issued", "15/KH-UBND"),
        (PLAN_B, "là dự thảo", "is a draft", "DỰ THẢO"),
        (replace(PLAN_A, status="unknown"), "không ghi rõ", "does not say", "Bồi dưỡng thủ thư"),
    ],
)
def test_status(glossary: Glossary, document: Document, vi: str, en: str, quoted: str) -> None:
    library = small((document,), PASSAGES)
    for language, says in (("vi", vi), ("en", en)):
        draft = answer(glossary, Ask.DOC_STATUS, documents=(document.id,), language=language, library=library)  # type: ignore[arg-type]
        assert says in draft.leads[0][0]
        assert quoted in draft.quotes[0].unit.text


def test_recipients(glossary: Glossary) -> None:
    draft = answer(glossary, Ask.DOC_RECIPIENTS)
    assert [q.unit.passage for q in draft.quotes] == [RECIPIENTS]
    assert answer(glossary, Ask.DOC_RECIPIENTS, documents=(B,)).quotes == []


def test_all_bases_or_the_one_that_is_meant(glossary: Glossary) -> None:
    every = answer(glossary, Ask.DOC_BASES)
    assert every.quotes[0].unit.text == BASES.text
    one = answer(glossary, Ask.DOC_BASES, "nghị định|chính phủ|hướng dẫn")
    assert one.quotes[0].unit.text == BASES.blocks[1]
    assert "93/2020/NĐ-CP" in one.leads[0][0]


def test_who_cites_a_document(glossary: Glossary) -> None:
    draft = answer(glossary, Ask.DOC_CITED_BY, "Kế hoạch nào căn cứ Nghị định 93/2020/NĐ-CP?", ())
    assert [q.document.id for q in draft.quotes] == [A]
    assert draft.quotes[0].unit.text == BASES.blocks[1]
    assert "93/2020/NĐ-CP" in draft.leads[0][0]


def test_without_a_name_the_document_whose_head_says_it_is_meant(glossary: Glossary) -> None:
    draft = answer(glossary, Ask.DOC_SIGNER, "số hóa|thư viện|xã|giai đoạn|2024", ())
    assert [q.document.id for q in draft.quotes] == [A]


def test_each_of_several_named_that_states_it(glossary: Glossary) -> None:
    draft = answer(glossary, Ask.DOC_ISSUER, "bồi dưỡng|thủ thư", (A, B))
    assert {q.document.id for q in draft.quotes} == {A, B}


def test_the_words_that_enact_are_no_legal_basis(glossary: Glossary) -> None:
    ending = replace(BASES, text=f"{BASES.text}\nQUYẾT ĐỊNH:", block_lines=(*BASES.block_lines, (13, 13)))
    library = small((PLAN_A,), (ending,))
    draft = answer(glossary, Ask.DOC_BASES, "căn cứ nào", library=library)
    assert [q.unit.text for q in draft.quotes] == [BASES.text]


def test_of_a_scan_it_is_said_that_a_fact_could_not_be_read(glossary: Glossary) -> None:
    scan = replace(PLAN_A, signer=None, read_by="ocr")
    draft = answer(glossary, Ask.DOC_SIGNER, library=small((scan,), PASSAGES))
    assert [lead for lead, _ in draft.leads if "Không đọc được" in lead] == [draft.leads[0][0]]


@pytest.mark.parametrize(
    ("title", "held"),
    [("TM. ỦY BAN NHÂN DÂN - CHỦ TỊCH", True), ("TM. ỦY BAN NHÂN DÂN - KT. CHỦ TỊCH - PHÓ CHỦ TỊCH", False)],
)
def test_a_deputy_who_signs_for_the_head_is_not_the_head(glossary: Glossary, title: str, held: bool) -> None:
    library = small((replace(PLAN_A, signer_title=title),), PASSAGES)
    asked = question("Chủ tịch Ủy ban nhân dân tỉnh là ai?", Ask.DOC_SIGNER, scope=Scope(documents=frozenset({A})))
    draft = DocumentDesk(library, glossary).answer(asked, weigh(library, asked), TODAY)
    assert bool(draft.quotes) is held


@pytest.mark.parametrize(
    ("words", "language", "says"),
    [
        ("Kế hoạch số mấy, ngày nào, ai ký?", "vi", ["15/KH-UBND", "05/03/2024", "Trần Văn Mẫu"]),
        ("What is the number and date of the plan?", "en", ["15/KH-UBND", "05/03/2024"]),
    ],
)
def test_facts_asked_at_once_are_told_one_after_the_other(
    glossary: Glossary, words: str, language: Language, says: list[str]
) -> None:
    draft = answer(glossary, Ask.DOC_NUMBER, words, language=language)
    assert [fact in lead for fact, (lead, _) in zip(says, draft.leads, strict=True)] == [True] * len(says)
    assert not draft.partial


@pytest.mark.parametrize(
    ("words", "language", "says"),
    [
        ("Kế hoạch số mấy, ngày nào?", "vi", "không ghi số hiệu"),
        ("What is the number and date of the plan?", "en", "bears no number"),
    ],
)
def test_one_of_several_facts_that_is_missing_is_said_to_be(
    glossary: Glossary, words: str, language: Language, says: str
) -> None:
    library = small((replace(PLAN_A, number=None),), PASSAGES)
    asked = question(words, Ask.DOC_NUMBER, language, words="kế hoạch", scope=Scope(documents=frozenset({A})))
    draft = DocumentDesk(library, glossary).answer(asked, weigh(library, asked), TODAY)
    assert draft.partial
    assert [positions for _, positions in draft.leads] == [(0,), ()]
    assert says in draft.leads[1][0]


@pytest.mark.parametrize(
    ("words", "another"),
    [
        ("kế hoạch|ngày|ban hành", False),
        ("kế hoạch|bồi dưỡng|thủ thư|ngày", False),  # its title
        ("nghị định|ngày", True),
        ("kế hoạch|luật thư viện|ngày", True),
    ],
)
def test_whether_a_question_speaks_of_another_document(words: str, another: bool) -> None:
    asked = question(words, Ask.DOC_DATE, words=words, scope=Scope(documents=frozenset({A})))
    assert speaks_of_another(asked, {A: PLAN_A}) is another
    assert not speaks_of_another(asked, {A: PLAN_A}, ("nghị", "định", "luật", "thư", "viện"))


def test_the_date_of_a_document_is_not_that_of_one_it_cites(glossary: Glossary) -> None:
    library = small((replace(PLAN_A, number=None),), PASSAGES)
    draft = answer(glossary, Ask.DOC_NUMBER, "số mấy|ngày nào|nghị định", library=library)
    assert draft.quotes == []


def test_each_appendix_with_its_head(glossary: Glossary) -> None:
    heads = [passage(A, 20 + n, f"Phụ lục {n}\nCÁC LỚP", (f"Phụ lục {n}. CÁC LỚP",), "head") for n in (1, 2)]
    one, two = (small((PLAN_A,), [*PASSAGES, *heads[:n]]) for n in (1, 2))
    for language, says in (("vi", ("một phụ lục", "hai phụ lục")), ("en", ("one appendix", "two appendices"))):
        for library, phrase, count in ((one, says[0], 1), (two, says[1], 2)):
            draft = answer(glossary, Ask.DOC_APPENDICES, library=library, language=language)  # type: ignore[arg-type]
            assert [q.unit.passage for q in draft.quotes] == heads[:count]
            assert phrase in draft.leads[0][0]


@pytest.mark.parametrize("ask", [Ask.DOC_PERIOD, Ask.DOC_STATUS])
@pytest.mark.parametrize(
    ("words", "language", "document", "says"),
    [
        ("kế hoạch còn hiệu lực không", "vi", A, "Tính đến hôm nay, giai đoạn 2024 - 2026 chưa kết thúc."),
        ("kế hoạch còn hiệu lực không", "vi_unaccented", B, "Tính đến hôm nay, giai đoạn 2021 đã kết thúc."),
        ("is the plan still valid", "en", A, "As of today, the period 2024 - 2026 is not over yet."),
        ("is the plan still valid", "en", B, "As of today, the period 2021 is over."),
    ],
)
def test_whether_a_period_is_over_is_said_where_it_is_asked(
    glossary: Glossary, ask: Ask, words: str, language: Language, document: str, says: str
) -> None:
    leads = answer(glossary, ask, words, documents=(document,), language=language).leads
    assert (says, ()) in leads
    plain = {lead for lead, _ in answer(glossary, ask, "plan", documents=(document,), language=language).leads}
    assert plain < {lead for lead, _ in leads}
    assert says not in plain


def test_a_period_that_only_ends_is_until_then(glossary: Glossary) -> None:
    library = small((replace(PLAN_A, period=Period(None, 2030)),), PASSAGES)
    assert "Giai đoạn: đến năm 2030 (" in answer(glossary, Ask.DOC_PERIOD, library=library).leads[0][0]
    assert "It covers until 2030 (" in answer(glossary, Ask.DOC_PERIOD, library=library, language="en").leads[0][0]
    still = answer(glossary, Ask.DOC_PERIOD, "kế hoạch còn hiệu lực không", library=library).leads[1][0]
    assert "giai đoạn đến năm 2030 chưa kết thúc" in still


@pytest.mark.parametrize(
    ("words", "ask", "ids"),
    [
        ("Văn bản nào là dự thảo?", Ask.DOC_STATUS, {B}),
        ("Văn bản nào đã ban hành?", Ask.DOC_STATUS, {A}),
        ("Kế hoạch nào đã hết giai đoạn?", Ask.DOC_PERIOD, {B}),
        ("Kế hoạch nào còn hiệu lực?", Ask.DOC_PERIOD, {A}),
    ],
)
def test_documents_are_picked_by_how_they_stand(glossary: Glossary, words: str, ask: Ask, ids: set[str]) -> None:
    draft = answer(glossary, ask, words, documents=())
    assert {q.document.id for q in draft.quotes} == ids


def test_that_none_stands_so_is_said(glossary: Glossary) -> None:
    draft = answer(glossary, Ask.DOC_STATUS, "Văn bản nào là dự thảo?", (), library=small((PLAN_A,), PASSAGES))
    assert draft.leads == [("Không văn bản nào hiện có như vậy.", ())]


def test_of_many_documents_it_is_not_said_of_each_that_it_states_nothing(glossary: Glossary) -> None:
    plans_of = [replace(PLAN_B, id=f"{B}-{i}", province=f"Tỉnh {i}") for i in range(3)]
    library = small(plans_of, PASSAGES)
    ids = tuple(d.id for d in plans_of)
    assert answer(glossary, Ask.DOC_NUMBER, documents=ids, library=library).leads == []
    assert len(answer(glossary, Ask.DOC_NUMBER, documents=ids[:2], library=library).leads) == 2
