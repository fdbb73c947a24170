"""What is at hand, and what one document is about: the titles of the documents, the aims and parts of one of them."""

import re
from collections.abc import Iterable, Sequence

from answer.draft import Draft, Quote
from answer.phrases import document_name, say
from answer.question import Question
from answer.stopwords import STOP
from answer.units import Unit, unit_holding, whole
from index.document import Document
from index.library import Library
from index.passage import Passage
from vietnamese.glossary import Glossary
from vietnamese.text import fold, syllables

MOST_DOCUMENTS = 20
"""Whose titles are quoted; of more the first of them."""
MOST_PARTS = 30
MOST_AIMS = 1_500
"""Characters of the clauses on a document's aims; of longer ones only the first."""

_HELD = re.compile(
    r"\b(?:những|các|bao nhiêu|mấy|danh sách|danh mục|liệt kê|kể tên|tên|tất cả|toàn bộ) (?:những |các )?(?:văn bản|tài liệu|kế hoạch)\b"
)
_HELD_EN = re.compile(
    r"\b(?:what|which|how many|all(?: the)?|list(?: of)?(?: the)?|titles of(?: the)?) (?:documents|files|texts|plans)\b"
)
# What somebody says who does not know yet what can be asked.
_NEWCOMER = re.compile(
    r"\W*(?:(?:xin )?(?:kính )?chào(?: \w+){0,3}|a ?lô|bạn (?:là ai|(?:có thể )?(?:làm|giúp|trả lời)(?: tôi| mình)? (?:được )?(?:những )?(?:việc )?gì)"
    r"|(?:hỏi|tra cứu) được (?:những )?gì|hướng dẫn sử dụng|trợ giúp|giúp (?:tôi|mình) với)\W*",
    re.IGNORECASE,
)
_NEWCOMER_EN = re.compile(
    r"\W*(?:hello|hi|hey|good (?:morning|afternoon|evening)|help|who are you|what (?:can|do) you (?:do|know|answer)|what can i ask(?: you)?"
    r"|how (?:do i use|does) this(?: work)?|what is this)(?: there)?\W*",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\W*(?:(?:xin |rất )?c[ảá]m ơn(?: \w+){0,3}|ok|tạm biệt|chào tạm biệt)\W*", re.IGNORECASE)
_THANKS_EN = re.compile(
    r"\W*(?:(?:many )?thanks?(?: you| a lot)?(?: very much| so much)?|ok(?:ay)?|(?:good)?bye|great|perfect)\W*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\btóm tắt\b|\btóm lược\b|\bkhái quát\b|\btổng quan\b|\bnội dung (?:chính|chủ yếu|cơ bản|tổng thể)\b|\bnói về (?:cái gì|điều gì|việc gì|vấn đề gì|gì)\b"
    r"|\bvề (?:việc|vấn đề|cái) gì\b|\b(?:những|các|mấy|bao nhiêu) (?:phần|mục|chương)\b|\b(?:mấy|bao nhiêu) điều\b|\bgiới thiệu\b"
)
_ABOUT_EN = re.compile(
    r"\bsummar(?:y|ies|ise|ize)\b|\boverview\b|\boutline\b|\bwhat (?:is|does|are)\b.*\b(?:about|deal with|contain)\b|\b(?:main|key) (?:points|contents?|parts|sections)\b"
    r"|\b(?:which|what|how many) (?:parts|sections|chapters|articles)\b"
)
# What such questions are made of besides: with any other word they ask for something that a clause says.
_TALK = frozenset(
    syllables(
        "văn bản tài liệu kế hoạch quyết định dự thảo danh sách danh mục liệt kê kể tên tiêu đề tất cả toàn bộ hiện tại hệ thống trợ lý kho cơ sở dữ liệu "
        "trong lưu giữ chứa gồm bao gồm tra cứu tìm được thể bạn đây giúp hãy cho xem tổng cộng cả thảy đào tạo bồi dưỡng tỉnh "
        "tóm tắt tóm lược khái quát tổng quan nội dung chính chủ yếu cơ bản tổng thể nói việc vấn đề điều khoản mục chương giới thiệu sơ lược ngắn gọn"
    )
)
_TALK_EN = frozenset(
    syllables(
        "document documents file files text texts plan plans decision draft list titles title names name hold know cover search see loaded "
        "indexed hand ask asked answer answers question questions available collection library system assistant currently training summary "
        "summarise summarize overview outline deal contain contains main key points point content contents parts sections chapters articles brief "
        "briefly short quick make write provide province provincial"
    )
)
_LABELLED = re.compile(
    r"^(?:[IVXLC]+|[A-ZĐ])[.)]\s|^(?:Điều|Chương|Phần|Mục) (?:\d+|[IVXLC]+|thứ)\b|^Phụ lục\b", re.IGNORECASE
)
_AFTER_LABEL = re.compile(r"^(?P<label>(?:Phụ lục|Chương|Phần|Mục)(?: [IVXLC\d]+)?)\. ", re.IGNORECASE)
"""A dot in the middle of a heading, where it would seem to end a sentence."""
_AIMS = re.compile(r"\bmuc (?:dich|tieu)\b")


class OverviewDesk:
    """Answers what the documents of one library are, and what one of them holds."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def answer(self, question: Question) -> Draft | None:
        """The draft; without quotes, and a lead that says what can be asked, where nothing is asked yet. None where something else is
        asked, or more than one document is meant of which one could be summed up.
        """
        if question.scope.unknown or question.scope.foreign:
            return None
        named = question.scope.documents
        meant = [d for d in self._library.documents.values() if named is None or d.id in named]
        english = question.language == "en"
        if (_NEWCOMER_EN if english else _NEWCOMER).fullmatch(question.wording):
            return Draft(leads=[(say("newcomer", question.language, n=len(meant)), ())])
        if (_THANKS_EN if english else _THANKS).fullmatch(question.wording):
            return Draft(leads=[(say("thanks", question.language), ())])
        if (_HELD_EN if english else _HELD).search(question.wording.lower()) and self._nothing_else(question, meant):
            return self._titles(question, meant)
        if named is None or len(meant) != 1 or not (_ABOUT_EN if english else _ABOUT).search(question.wording.lower()):
            return None
        return self._summed_up(question, *meant) if self._nothing_else(question, meant) else None

    def _nothing_else(self, question: Question, meant: Iterable[Document]) -> bool:
        """Whether a question has no words but those that ask for documents or their contents and those that name them."""
        words = {w for w in syllables(question.wording.lower()) if w not in STOP and not w.isdigit()}
        named = {fold(w) for words_of in question.scope.words for w in syllables(words_of.lower())}
        for document in meant if question.scope.documents is not None else ():
            called = " ".join(v for v in (document.title, document.issuer, document.number, document.province) if v)
            english = document_name(document, "en", self._glossary)
            named |= {fold(w) for w in syllables(f"{called} {english}".lower())}
        talk = _TALK_EN if question.language == "en" else _TALK
        return all(w in talk or fold(w) in named for w in words)

    def _titles(self, question: Question, documents: Sequence[Document]) -> Draft:
        draft = Draft(partial=len(documents) > MOST_DOCUMENTS)
        quotes = [Quote(d, self._title(d)) for d in documents[:MOST_DOCUMENTS]]
        draft.add(say("held", question.language, n=len(documents)), [])
        for quote in quotes:
            name = document_name(quote.document, question.language, self._glossary)
            draft.add(f"{name} {{m}}", [quote])
        return draft

    def _summed_up(self, question: Question, document: Document) -> Draft:
        """Its title, the clauses on its aims, and its parts, each by the words it begins with."""
        draft = Draft()
        name = document_name(document, question.language, self._glossary)
        passages = self._library.passages_of(document.id)
        if document.title:
            lead = say("doc_title", question.language, value=document.title, doc=name, m="{m}")
            draft.add(lead, [Quote(document, self._title(document))])
        aims = _aims(passages)
        if aims:
            draft.add(say("aims", question.language, m="{m}"), [Quote(document, whole(p)) for p in aims])
        parts = parts_of(passages)
        if parts:
            draft.add(say("parts", question.language, n=len(parts)), [])
        for heading, passage in parts[:MOST_PARTS]:
            unit = Unit(passage, passage.blocks[0], 0, 0) if passage.kind == "clause" else whole(passage)
            shown = _AFTER_LABEL.sub(r"\g<label>: ", heading)
            draft.add(f"{shown} {{m}}", [Quote(document, unit)])
        draft.partial = len(parts) > MOST_PARTS
        return draft

    def _title(self, document: Document) -> Unit:
        """The words of its title; where none was found those it begins with."""
        passages = self._library.passages_of(document.id)
        words = document.evidence.get("title")
        found = unit_holding(passages, words, "head") if words else None
        return found or Unit(passages[0], passages[0].blocks[0], 0, 0)


def parts_of(passages: Iterable[Passage]) -> list[tuple[str, Passage]]:
    """The outermost numbered headings of a document, each with the first passage under it."""
    parts: dict[tuple[str, ...], tuple[str, Passage]] = {}
    for passage in passages:
        if passage.kind not in ("clause", "row", "head"):
            continue
        at = next((i for i, step in enumerate(passage.section) if _LABELLED.match(step)), None)
        if at is not None:
            parts.setdefault(passage.section[: at + 1], (passage.section[at], passage))
    return list(parts.values())


def _aims(passages: Iterable[Passage]) -> list[Passage]:
    """The clauses under headings on aims, as far as they are short enough together."""
    aims: list[Passage] = []
    for passage in passages:
        if passage.kind == "clause" and any(_AIMS.search(fold(step)) for step in passage.section):
            if aims and sum(len(p.text) for p in [*aims, passage]) > MOST_AIMS:
                break
            aims.append(passage)
    return aims
