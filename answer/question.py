"""A question understood: its language, the Vietnamese it is searched with, what it asks for, which documents it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.ask import Ask, detect_ask
from answer.followup import resolve
from answer.language import detect_language
from answer.reply import Language
from answer.scope import Scope, find_scope
from index.library import Library
from vietnamese.accents import AccentModel
from vietnamese.glossary import Expansion, Glossary
from vietnamese.numbers import find_document_numbers
from vietnamese.offices import expand_abbreviations
from vietnamese.text import fold, nfc, syllables, tidy

LONGEST = 2000
"""Characters of a question; longer ones are refused with that reason."""

# How people ask, which the documents themselves never spell: lets accents be restored in "bao nhieu", "ai ky".
QUESTION_WORDS = (
    "bao nhiêu người, bao nhiêu phần trăm, bao nhiêu lớp, mấy lớp, mấy người, mấy năm, ai ký, ai chủ trì, ai phối hợp, ai chịu trách nhiệm, "
    "phòng nào, sở nào, cơ quan nào, đơn vị nào, trường nào, ngày nào, năm nào, khi nào, bao giờ, trước ngày nào, ở đâu, từ đâu, lấy ở đâu, "
    "là gì, làm gì, phải làm gì, như thế nào, thế nào, có phải không, đúng không, được không, hay không, những gì, những ai, gửi cho ai, "
    "nguồn nào, căn cứ nào, văn bản nào, quyết định nào, nghị định nào, kế hoạch nào, so sánh, khác nhau, giống nhau, liệt kê, gồm những gì, "
    "còn hiệu lực không, dự thảo hay chính thức, số hiệu, bao lâu, mấy lần, tối đa, tối thiểu, kinh phí lấy từ đâu, ai duyệt, ai phê duyệt, "
    "nộp cho ai, báo cáo ai, thời hạn, hạn chót, cho tôi biết, xin hỏi, tôi muốn hỏi, ở tỉnh, của tỉnh, được cử đi, phải nộp gì, thì sao, "
    "có giống không, giao cho, nhiệm vụ gì, trách nhiệm gì, đối tượng nào, học phí, tiền, lương, số điện thoại, địa chỉ"
)

_STOP = frozenset(
    """của và các cho trong với là có được theo tại về đến từ này đó những một khi để do bởi ở ra vào thì mà như nào gì ai bao nhiêu mấy
    không phải hay hoặc đã sẽ đang bị cũng rồi lên trên dưới nếu vì nên tôi hỏi biết xin việc người cần thế sao đâu giờ lại
    the a an of to in on for by with and or is are was were be do does did must should shall will would can could may might
    what which who whom whose when where how why that this these those it its they them their there as at from into than
    please tell me list give any all each every much many have has had not no only about under between s""".split()
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question, understood. `vietnamese` is the accented Vietnamese it is searched with: the question itself, its restored
    spelling, or the terms that its English maps to. `terms` are the syllables of it that carry meaning; `unmapped` the English
    words that nothing in the glossary maps.
    """

    text: str
    resolved: str
    leaned: bool
    language: Language
    vietnamese: str
    ask: Ask
    scope: Scope
    terms: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()
    expansions: tuple[Expansion, ...] = ()

    @property
    def accented(self) -> bool:
        """Whether the search text may be matched with its accents: typed with them, or English mapped to terms."""
        return self.language != "vi_unaccented"


class Reader:
    """Understands questions against one library: its words restore accents, its documents give the scope."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary
        texts = [p.context + "\n" + p.text for p in library.all_passages()]
        self._accents = AccentModel.from_texts([*texts, *[QUESTION_WORDS] * 3])
        self._cited = sorted({r.number for d in library.documents.values() for r in d.relations if r.number})
        self._cited += _numbers_in(texts)

    def read(self, text: str, history: Sequence[str] = ()) -> Question:
        """The question understood; `history` holds the earlier questions of the conversation, oldest first."""
        previous: Question | None = None
        for earlier in history:
            previous = self._read(nfc(earlier).strip(), previous)
        return self._read(nfc(text).strip(), previous)

    def _read(self, text: str, previous: Question | None) -> Question:
        language = detect_language(text, self._accents)
        spelled = self._spell(text) if language == "vi_unaccented" else text
        before = previous.resolved if previous else None
        resolved = resolve(text if language != "vi_unaccented" else spelled, before)
        if resolved.leaned and previous and len(syllables(text)) <= 3 and language != "en":
            language = previous.language if previous.language == "en" else language
        whole = self._whole(text, resolved.text, resolved.leaned, language)
        if previous and resolved.leaned:
            whole = self._inherit(whole, text, previous)
        return whole

    def _whole(self, text: str, resolved: str, leaned: bool, language: Language) -> Question:
        expansions: tuple[Expansion, ...] = ()
        unmapped: tuple[str, ...] = ()
        if language == "en":
            expansions = tuple(self._glossary.expand_english(resolved))
            vietnamese = " ; ".join(dict.fromkeys(e.vi for e in expansions)) or resolved
            unmapped = _unmapped(resolved, expansions)
            vietnamese = " ; ".join([vietnamese, *unmapped]) if unmapped else vietnamese
        else:
            vietnamese = expand_abbreviations(self._spell(resolved) if language == "vi_unaccented" else resolved)
        ask = detect_ask(vietnamese, resolved if language == "en" else None) or Ask.WHAT
        scope = find_scope(resolved, language == "vi" or language == "en", self._library.documents, self._cited)
        terms = tuple(dict.fromkeys(w for w in syllables(vietnamese) if w not in _STOP))
        return Question(text, tidy(resolved), leaned, language, vietnamese, ask, scope, terms, unmapped, expansions)

    def _inherit(self, question: Question, text: str, previous: Question) -> Question:
        """A follow-up that asks nothing new asks what the question before asked; one that names no place keeps its documents."""
        english = text if question.language == "en" else None
        own = detect_ask(text, english)
        ask = own if own not in (None, Ask.WHAT, Ask.YES_NO) else previous.ask
        scope = question.scope
        if scope.documents is None and not scope.unknown and previous.scope.documents is not None:
            scope = replace(scope, documents=previous.scope.documents)
        return replace(question, ask=ask or previous.ask, scope=scope)

    def _spell(self, text: str) -> str:
        return self._accents.restore(text) if text else text


def _unmapped(text: str, expansions: Sequence[Expansion]) -> tuple[str, ...]:
    covered = [(e.start, e.end) for e in expansions]
    words: list[str] = []
    position = 0
    for word in text.split():
        start = text.index(word, position)
        position = start + len(word)
        if not any(a <= start < b for a, b in covered):
            words += [s for s in syllables(word) if s not in _STOP and fold(s) not in _STOP]
    return tuple(dict.fromkeys(words))


def _numbers_in(texts: Sequence[str]) -> list[str]:
    return sorted({n.number for text in texts for n in find_document_numbers(text)})
