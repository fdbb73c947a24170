"""Whether a passage holds the kind of thing that is asked for: a figure of what is counted, a date, a document's number."""

import re

from answer.addressee import asks_addressee, find_addressee
from answer.ask import Ask
from answer.extract import (
    asks_share,
    counts_what_is_asked,
    figure_cells,
    find_figure,
    find_named_document,
    find_time,
    says_share,
)
from answer.money import asks_money, names_money, wants_sum
from answer.proposer import asks_proposer, says_proposer
from answer.question import Question
from answer.terms import TermWeights
from answer.units import best_unit
from answer.wanted import holds_wanted
from index.passage import Passage

_DOCUMENTS = re.compile(
    r"\b(?:văn bản|van ban|nghị định|nghi dinh|nghị quyết|nghi quyet|quyết định|quyet dinh|luật|luat|thông tư|thong tu"
    r"|documents?|decrees?|decisions?|resolutions?|laws?|circulars?|regulations?)\b",
    re.IGNORECASE,
)


def gives(question: Question, passage: Passage, weights: TermWeights) -> bool:
    """Whether the passage can give what is asked for; true for asks that any clause may answer."""
    if not holds_wanted(question, passage):
        return False
    if passage.kind == "bases" and _asks_what_is_inside(question):
        return False
    if asks_addressee(question) and find_addressee(passage.text):
        return True
    if asks_proposer(question):
        return says_proposer(passage)
    if wants_sum(question):
        return names_money(passage.text)
    if question.ask is Ask.WHICH_DOCUMENT:
        return find_named_document(passage.text, weights, question) is not None
    if question.ask is Ask.NUMBER:
        return _gives_figure(question, passage, weights)
    if question.ask is Ask.DEADLINE:
        unit = best_unit(passage, weights)
        return find_time(passage, f"{' '.join(passage.section)} {unit.text}", question) is not None
    return True


def _asks_what_is_inside(question: Question) -> bool:
    """Whether a question wants what a document provides, of which its name among the legal bases of another tells nothing."""
    return question.ask in (Ask.LIST, Ask.DUTY, Ask.NUMBER) and not _DOCUMENTS.search(question.resolved)


def _gives_figure(question: Question, passage: Passage, weights: TermWeights) -> bool:
    if not counts_what_is_asked(question, passage) or (asks_share(question) and not says_share(passage)):
        return False
    if passage.kind == "row" and figure_cells(question, passage) and not asks_money(question):
        return True
    return find_figure(question, best_unit(passage, weights).text, weights) is not None
