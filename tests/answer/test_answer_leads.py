"""A lead that its clauses do not hold is not shown."""

import pytest
from small_library import FINANCE, MONEY, citation

from answer.draft import Draft
from answer.leads import checked_leads
from answer.reply import Language
from vietnamese.glossary import Glossary

CITED = (citation(MONEY.text, MONEY), citation(FINANCE.text, FINANCE))


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


@pytest.mark.parametrize(
    ("lead", "language"),
    [
        ("Kế hoạch nêu: 1,2 tỷ đồng {m}.", "vi"),
        ("The plan states: 1,2 tỷ đồng {m}.", "en"),
        ("Nguồn: ngân sách tỉnh {m}.", "vi"),
    ],
)
def test_a_lead_that_its_clause_holds_stays(lead: str, language: Language, glossary: Glossary) -> None:
    draft = Draft(leads=[(lead, (0,))])
    assert checked_leads(draft, CITED, language, glossary) is draft


@pytest.mark.parametrize(
    ("lead", "language"),
    [
        ("Kế hoạch nêu: 2,1 tỷ đồng {m}.", "vi"),
        ("The plan states: 12 tỷ đồng {m}.", "en"),
        ("Nguồn: ngân sách trung ương {m}.", "vi"),
        ("Đơn vị được nêu: Sở Tài chính {m}.", "vi"),  # it stands in the other clause
    ],
)
def test_one_that_it_does_not_hold_only_points_at_it(lead: str, language: Language, glossary: Glossary) -> None:
    sound = ("Đơn vị được nêu: Sở Tài chính {m}.", (1,))
    draft = checked_leads(Draft(leads=[(lead, (0,)), sound]), CITED, language, glossary)
    (pointing, positions), kept = draft.leads
    assert pointing in ("Các điều khoản sau nói về điều được hỏi {m}.", "These clauses speak of what was asked {m}.")
    assert positions == (0,)
    assert kept == sound
    assert [notice.code for notice in draft.notices] == ["left_out"]


def test_a_lead_that_names_no_clause_is_not_checked(glossary: Glossary) -> None:
    draft = Draft(leads=[("Không thấy số hiệu 99/KH-UBND.", ())])
    assert checked_leads(draft, (), "vi", glossary) is draft
