from dataclasses import replace

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

from answer.about import DocumentDesk
from answer.ask import Ask
from answer.draft import Draft
from answer.reply import Language
from answer.scope import Scope
from index.document import Document
from index.library import Library
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup

FACTS = [
    (Ask.DOC_NUMBER, "15/KH-UBND", "15/KH-UBND"),
    (Ask.DOC_DATE, "05/03/2024", "ngày 05 tháng 3 năm 2024"),
    (Ask.DOC_SIGNER, "Trần Văn Mẫu", "Trần Văn Mẫu"),
    (Ask.DOC_ISSUER, "Ủy ban nhân dân tỉnh Lâm Đồng", "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"),
    (Ask.DOC_PERIOD, "2024 - 2026", "2024 - 2026"),
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
    return DocumentDesk(library, glossary).answer(asked, weigh(library, asked))


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


@pytest.mark.parametrize(("date", "said"), [("2024", "2024"), ("2024-03", "03/2024"), ("2024-03-05", "05/03/2024")])
def test_a_date_is_said_as_far_as_it_is_known(glossary: Glossary, date: str, said: str) -> None:
    library = small((replace(PLAN_A, date=date),), PASSAGES[:13])
    lead = answer(glossary, Ask.DOC_DATE, library=library).leads[0][0]
    assert f"{said} (" in lead


@pytest.mark.parametrize("ask", [Ask.DOC_NUMBER, Ask.DOC_DATE, Ask.DOC_SIGNER])
@pytest.mark.parametrize(("language", "says"), [("vi", "không ghi"), ("en", "does not state")])
def test_what_a_document_does_not_state_is_said_so(glossary: Glossary, ask: Ask, language: Language, says: str) -> None:
    draft = answer(glossary, ask, documents=(B,), language=language)
    assert draft.quotes == []
    assert [says in lead for lead, _ in draft.leads] == [True]
    assert draft.leads[0][1] == ()


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
    draft = DocumentDesk(library, glossary).answer(asked, weigh(library, asked))
    assert bool(draft.quotes) is held
