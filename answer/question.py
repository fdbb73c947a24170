"""A question understood: its language, the Vietnamese it is searched with, what it asks for, which documents it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.ask import Ask, detect_ask
from answer.followup import compares, resolve, says_little, unopened
from answer.issued import document_of_year, documents_issued, documents_issued_english, documents_signed, issued_in_year
from answer.language import detect_language
from answer.offices_held import OfficesHeld
from answer.reply import Language
from answer.scope import Scope, find_scope
from answer.sides import Named, office_sides, part, without_comparison
from answer.spelling import EnglishSpeller
from answer.stopwords import STOP
from answer.terms import Compounds, Term, english_terms, vietnamese_terms
from index.library import Library
from vietnamese.accents import AccentModel, everyday_sentences
from vietnamese.glossary import Expansion, Glossary
from vietnamese.numbers import find_document_numbers
from vietnamese.offices import expand_abbreviations, find_offices, is_central
from vietnamese.provinces import ProvinceMention, find_provinces, find_provinces_folded
from vietnamese.text import fold, has_accents, nfc, syllables, tidy
from vietnamese.thesaurus import Thesaurus
from vietnamese.typos import TypoMender

LONGEST = 2000
"""Characters of a question; longer ones are refused with that reason."""

MOST_SIDES = 4
"""Documents that a question may set beside each other; more are asked of as one."""
EARLIER = 0.5
"""Share of its weight that a term keeps which a follow-up takes from the question before and does not say itself."""
_OF_ONE_HELD = frozenset(
    (
        Ask.DOC_NUMBER, Ask.DOC_DATE, Ask.DOC_SIGNER, Ask.DOC_ISSUER, Ask.DOC_STATUS, Ask.DOC_PERIOD, Ask.DOC_RECIPIENTS,
        Ask.DOC_TITLE, Ask.DOC_APPENDICES,
    )
)  # fmt: skip
_OPEN = frozenset((Ask.COMPARE, Ask.YES_NO, Ask.WHAT))  # say nothing of what a side is asked for
# How people ask, which the documents themselves never spell: lets accents be restored in "bao nhieu", "ai ky".
QUESTION_WORDS = (
    "bao nhiêu người, bao nhiêu phần trăm, bao nhiêu lớp, mấy lớp, mấy người, mấy năm, ai ký, ai chủ trì, ai phối hợp, ai chịu trách nhiệm, "
    "phòng nào, sở nào, cơ quan nào, đơn vị nào, trường nào, ngày nào, năm nào, khi nào, bao giờ, trước ngày nào, ở đâu, từ đâu, lấy ở đâu, "
    "là gì, làm gì, phải làm gì, như thế nào, thế nào, có phải không, đúng không, được không, hay không, những gì, những ai, gửi cho ai, "
    "nguồn nào, căn cứ nào, văn bản nào, quyết định nào, nghị định nào, kế hoạch nào, so sánh, khác nhau, giống nhau, liệt kê, gồm những gì, "
    "số mấy, số bao nhiêu, ngày nào, thế còn, vậy còn, còn thì sao, thế thì, thì phải, thì sao, thì cần, "
    "còn hiệu lực không, dự thảo hay chính thức, số hiệu, bao lâu, mấy lần, tối đa, tối thiểu, kinh phí lấy từ đâu, ai duyệt, ai phê duyệt, "
    "nộp cho ai, báo cáo ai, thời hạn, hạn chót, cho tôi biết, xin hỏi, tôi muốn hỏi, ở tỉnh, của tỉnh, được cử đi, phải nộp gì, thì sao, "
    "có giống không, giao cho, nhiệm vụ gì, trách nhiệm gì, đối tượng nào, học phí, tiền, mức lương, số điện thoại, địa chỉ, "
    "nghị quyết đó, kế hoạch đó, quyết định đó, văn bản đó, nghị định đó, đơn vị đó, cơ quan đó, sở đó, phòng đó, lớp đó, việc đó, "
    "trường đó, chương trình đó, khoản đó, cái đó, năm đó, sở này, phòng này, nó còn, nó có, nó là, nó do, họ phải, họ có, "
    "do cơ quan nào, do đơn vị nào, do ai, do sở nào, do phòng nào, do đâu, còn nguyên hay đã sửa đổi, quý mấy, vào quý mấy, quý nào, "
    "bị phạt hay không, bị phạt hay xử lý, ra ngày nào, mỗi bên, mỗi năm, mỗi người, bên nào hơn, bị phạt, bị xử lý, nộp sau ngày, gửi sau ngày, mục tiêu gì, "
    "không tính lớp, không tính, đã điền số, đã điền ngày, đứng tên ký, ai đứng tên ký, có ai ký chưa, đã có số chưa, có chữ ký chưa, qua đâu, báo cáo qua đâu, ai đặt bút ký, lưu ở bộ phận nào, lưu ở đâu, lưu tại đâu, bộ phận nào lưu, lo gì, lo việc gì, còn theo kế hoạch, sản phẩm gì, cấp tỉnh, cấp sở, cấp phòng, cấp huyện, cấp xã, lãnh đạo cấp sở, lãnh đạo cấp phòng, "
    "giám đốc nào ký, chủ tịch nào ký, ai phối hợp với họ, với họ việc đó, của họ, cho họ, giúp họ, "
    "báo cho sở nào, gửi cho sở nào, báo lên qua ban nào, gửi qua ban nào, đi qua cửa nào, bị kẹt thì báo cho ai"
)
_UNITS = frozenset(
    [
        "ngày",
        "tháng",
        "năm",
        "lớp",
        "lần",
        "tuần",
        "buổi",
        "tiết",
        "giờ",
        "tuổi",
        "người",
        "trường",
        "sở",
        "huyện",
        "xã",
    ]
)
_UNTIL = re.compile(
    r"\b(?:đến|tới)(?: hết)? (?:khi nào|lúc nào|bao giờ|năm nào|ngày nào)\b|\bhết (?:hiệu lực|hạn) (?:vào )?(?:khi nào|lúc nào|bao giờ|năm nào|ngày nào)\b"
    r"|\b(?:khi nào|bao giờ|năm nào)\b[^?]*\bhết (?:hiệu lực|hạn)\b|\b(?:until|till) (?:when|what|which)\b|\bhow long\b",
    re.IGNORECASE,
)
# Asks what is said of the rest, whichever document says it.
_SPEAKING = re.compile(
    r"\b(?:văn bản|kế hoạch|tài liệu) nào (?:có )?(?:nói|đề cập|nhắc|bàn|viết)(?: rõ)?(?: đến| tới)?(?: về)?\b"
    r"|\b(?:which|what|any) (?:of (?:the|your|these) )?(?:documents?|plans?|texts?) (?:mentions?|speaks? of|talks? about|discuss(?:es)?|address(?:es)?)\b",
    re.IGNORECASE,
)
# Asks whether, or what, a document says of the rest.
_SAYING = re.compile(
    r"\b(?:có )?(?:nói|đề cập|nhắc|bàn)(?: gì)?(?: đến| tới| về)+\b"
    r"|\b(?:mention(?:s|ed)?|talks? about|speaks? (?:of|about)|says? (?:anything |something )?about|discuss(?:es)?)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_EACH_EN = re.compile(r"\s*(?:a|per|each|every) ", re.IGNORECASE)
_TIMES_EN = {
    "days": ("ngày",), "weeks": ("tuần",), "months": ("tháng",), "years": ("năm",), "hours": ("giờ", "tiết"),
    "lessons": ("tiết",), "periods": ("tiết",), "sessions": ("buổi",), "times": ("lần",),
}  # fmt: skip
"""Units of time in which English counts; no glossary holds them, for a clause that names one says nothing by that."""
_PEOPLE_EN = frozenset(
    [
        "people", "persons", "staff", "workers", "employees", "personnel", "professionals", "members", "participants",
        "candidates", "trainees", "learners",
    ]
)  # fmt: skip
_BAO_NHIEU = re.compile(r"\b(bao nhiêu|mấy)\s+(?P<noun>\w+(\s+\w+){0,3})", re.IGNORECASE)
_CHAT_WORDS = {
    "ko": "không", "hok": "không", "dc": "được", "đc": "được", "bn": "bao nhiêu", "ntn": "như thế nào",
    "nhug": "những", "nhg": "những", "trc": "trước", "ng": "người", "nc": "nước", "lm": "làm", "j": "gì", "hông": "không",
    "qđ": "quyết định", "qd": "quyết định", "nđ": "nghị định", "nq": "nghị quyết", "vb": "văn bản",
    "snv": "sở nội vụ", "stc": "sở tài chính", "syt": "sở y tế",
    "cbccvc": "cán bộ, công chức, viên chức", "ccvc": "công chức, viên chức", "cbcc": "cán bộ, công chức",
}  # fmt: skip
_SAME_OFFICE = re.compile(
    r"\bcùng (?:một|1) (?:sở|phòng|ban|cơ quan|đơn vị|trường)\b|\bsame (?:department|office|agency|body|division|unit|school)\b",
    re.IGNORECASE,
)
_NO_WORDS = re.compile(r"([,;:?!%]+|\S*/\S*|\b\d{4}\s*-\s*\d{4}\b)")
_BEFORE_STOP = re.compile(r"\s+(?=[,;:?!])")
# At the head of a follow-up "con" is "còn", "the" is "thế" and "vay" is "vậy".
_FOLLOWS = re.compile(r"^(?P<opener>the|vay)?(?P<gap>\s*)(?P<con>con)?\b", re.IGNORECASE)
_OPENER = {"the": "thế", "vay": "vậy"}
# Standing free and not in capitals: "NC" and "BN" are parts of document numbers.
_CHAT = re.compile(
    rf"(?<![\w/.-])({'|'.join(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in _CHAT_WORDS)}|CBCCVC|CCVC|CBCC)(?![\w/-]|\.\s*\w)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question, understood. `vietnamese` is the accented Vietnamese it is searched with: the question itself, its restored
    spelling, or the terms that its English maps to; `search` adds what documents call the same things and leaves out what
    the scope settles. `terms` are what a passage must speak of, `own_terms` those that a follow-up brought itself; `offices` are
    the names of the first office that it names; `counted` the noun it asks a number of, in each Vietnamese wording. `own_wording`
    is what a follow-up says that asks for something itself, without the question before.
    """

    text: str
    resolved: str
    leaned: bool
    language: Language
    vietnamese: str
    search: str
    ask: Ask
    scope: Scope
    terms: tuple[Term, ...] = ()
    own_terms: tuple[Term, ...] = ()
    offices: tuple[str, ...] = ()
    counted: tuple[tuple[str, ...], ...] = ()
    own_wording: str | None = None

    @property
    def english(self) -> str | None:
        """The question, made whole, where it was asked in English."""
        return self.resolved if self.language == "en" else None

    @property
    def wording(self) -> str:
        """The question, made whole, as patterns read it: in English where it was asked so, else in accented Vietnamese."""
        return self.english or self.vietnamese

    @property
    def asking(self) -> str:
        """`wording`, of a follow-up that asks for something itself only its own."""
        return self.own_wording or self.wording

    @property
    def accented(self) -> bool:
        """Whether the search text may be matched with its accents: typed with them, or English mapped to terms."""
        return self.language != "vi_unaccented"


def asks_until(question: Question) -> bool:
    """Whether it is asked until when a document counts, which its period says where nothing else does."""
    return _UNTIL.search(question.wording) is not None


def asks_which_speak(question: Question) -> bool:
    """Whether it is asked which documents say something of the rest ("văn bản nào nói về …")."""
    return _SPEAKING.search(question.wording) is not None


def as_searched(question: Question) -> Question:
    """The question as it is read where no desk answers it: nothing is written of the force of what it names, and of a document that is
    only cited what a clause says of it is asked for.
    """
    ask = question.ask
    if ask is Ask.DOC_FORCE and asks_until(question):
        ask = Ask.DOC_PERIOD
    elif ask is Ask.DOC_FORCE:
        ask = detect_ask(question.vietnamese, question.english, names_document=False) or Ask.WHAT
    return replace(question, ask=Ask.WHAT if ask in _OF_ONE_HELD and question.scope.foreign else ask)


class Reader:
    """Understands questions against one library: its words restore accents, its documents give the scope."""

    def __init__(
        self, library: Library, glossary: Glossary, thesaurus: Thesaurus, offices: OfficesHeld | None = None
    ) -> None:
        self._library = library
        self._offices_held = offices or OfficesHeld(library)
        self._glossary = glossary
        self._thesaurus = thesaurus
        self._compounds = Compounds(glossary.vietnamese_terms())
        self._speller = EnglishSpeller(glossary)
        texts = [p.context + "\n" + p.text for p in library.all_passages()]
        known = [*[QUESTION_WORDS] * 3, *glossary.vietnamese_terms(), *thesaurus.phrases()]
        self._accents = AccentModel.from_texts(texts, [*known, *everyday_sentences()])
        self._typos = TypoMender(self._accents)
        self._cited = sorted({r.number for d in library.documents.values() for r in d.relations if r.number})
        self._cited += _numbers_in(texts)
        self._spoken_of = _spoken_of(library)

    def read(self, text: str, history: Sequence[str] = ()) -> Question:
        """The question understood; `history` holds the earlier questions of the conversation, oldest first."""
        previous: Question | None = None
        for earlier in history:
            previous = self._read(_spelled_out(earlier), previous)
        return replace(self._read(_spelled_out(text), previous), text=text)

    def sides(self, question: Question) -> list[Question]:
        """What a question asks of each of several documents that it names, or of several offices of one document, one question
        each; empty where it asks one thing.
        """
        documents = question.scope.documents
        if documents is None or len(documents) > MOST_SIDES or question.ask.about_document:
            return []
        if len(documents) == 1:
            named = office_sides(question.resolved, self._office_spans(question))
            return [self._side(question, text, documents, Ask.DUTY) for text in named[:MOST_SIDES]]
        return [
            self._side(question, side.text, side.documents) for side in part(question.resolved, documents, self._named)
        ]

    def _office_spans(self, question: Question) -> list[tuple[int, int]]:
        if question.language == "en":
            return [(start, end) for start, end, _ in self._english_offices(question.resolved)]
        return [(o.start, o.end) for o in find_offices(question.resolved) if _is_specific(o.name)]

    def _named(self, stretch: str) -> Named:
        accented = has_accents(stretch)
        scope = self._scope(
            stretch, accented, stretch if accented or detect_language(stretch) == "en" else self._spell(stretch)
        )
        return Named(scope.documents or frozenset(), scope.words)

    def _side(self, question: Question, text: str, documents: frozenset[str], otherwise: Ask = Ask.WHAT) -> Question:
        bare = without_comparison(text)
        side = self._whole(bare, bare, question.leaned, question.language)
        ask = side.ask if side.ask not in _OPEN else self._ask_beside(question)
        ask = otherwise if ask in _OPEN else ask
        scope = replace(side.scope, documents=documents, unknown=())
        return replace(side, text=question.text, resolved=question.resolved, ask=ask, scope=scope)

    def _ask_beside(self, question: Question) -> Ask:
        """What a comparison asks of a side that does not say it itself: what the question asks without the comparison."""
        if _SAME_OFFICE.search(question.resolved):
            return Ask.OFFICE
        if question.language == "en":
            return detect_ask(question.vietnamese, without_comparison(question.resolved)) or Ask.WHAT
        return detect_ask(without_comparison(question.vietnamese), None) or Ask.WHAT

    def _scope(self, resolved: str, accented: bool, vietnamese: str) -> Scope:
        documents = self._library.documents
        issued = documents_issued(vietnamese, documents.values())
        if not issued and (resolved.isascii() or detect_language(resolved) == "en"):
            issued = documents_issued_english(resolved, self._expand(resolved), documents.values())
        scope = find_scope(resolved, accented, documents, self._cited, vietnamese, self._spoken_of, issued)
        if scope.documents is None and not scope.provinces and not scope.numbers:
            of_year = document_of_year(resolved, documents.values()) or issued_in_year(resolved, documents.values())
            signed = () if of_year else (d.id for d in documents_signed(resolved, documents.values()))
            scope = replace(scope, documents=frozenset((*of_year, *signed)) or None)
        return scope

    def _read(self, text: str, previous: Question | None) -> Question:
        if detect_language(text) == "en":
            places = [text[m.start : m.end] for m in find_provinces_folded(text)]
            text = self._speller.correct(text, keep=[*places, *self._vietnamese_words(text)])
        language = detect_language(text)
        if language != "en":
            text = self._typos.mend(text, [(m.start, m.end) for m in find_provinces_folded(text)])
        if previous and language == "vi_unaccented":
            text = _FOLLOWS.sub(_opened, text, count=1)
        spelled = self._spell(text) if language == "vi_unaccented" else text
        if previous and language != "en":
            spelled = self._offices_held.spoken(spelled, previous.scope.documents)
            text = spelled if language == "vi" else text
        before = previous.resolved if previous else None
        resolved = resolve(text if language != "vi_unaccented" else spelled, before, self._english_offices)
        if resolved.leaned and previous and len(syllables(text)) <= 3 and language != "en":
            language = previous.language if previous.language == "en" else language
        whole = self._whole(text, resolved.text, resolved.leaned, language)
        if previous and resolved.leaned:
            whole = self._inherit(whole, spelled, previous)
        return whole

    def _vietnamese_words(self, text: str) -> list[str]:
        """The Vietnamese syllables in an English question ("phong", "huyen"), which are no slips of English words."""
        return [w for w in re.findall(r"[A-Za-z]+", text) if w.lower() in self._accents.spellings]

    def _expand(self, text: str) -> list[Expansion]:
        """What an English text names, but for the names of provinces: the "Dong" of "Dong Thap" is no money."""
        places = find_provinces_folded(text)
        return [e for e in self._glossary.expand_english(text) if not any(_is_of_place(e, p) for p in places)]

    def _english_offices(self, text: str) -> list[tuple[int, int, str]]:
        found = [e for e in self._expand(text) if e.kind == "office" and _is_specific(e.vi)]
        return list(dict.fromkeys((e.start, e.end, text[e.start : e.end]) for e in found))

    def _whole(self, text: str, resolved: str, leaned: bool, language: Language) -> Question:
        vietnamese = self._vietnamese(resolved, language)
        accented = language != "vi_unaccented"
        scope = self._scope(resolved, accented, vietnamese)
        drop = [*scope.words, *map(str, scope.years)] if scope.documents else [str(y) for y in scope.years]
        worded = resolved if language == "en" else vietnamese
        drop += [m.group() for pattern in (_SPEAKING, _SAYING) for m in pattern.finditer(worded)]
        names_document = scope.documents is not None or bool(scope.numbers)
        ask = detect_ask(vietnamese, resolved if language == "en" else None, names_document) or Ask.WHAT
        if ask is Ask.DOC_CITED_BY and not scope.numbers:
            ask = Ask.WHICH_DOCUMENT
        own = self._terms(text, language, drop) if leaned else ()
        terms = tuple(dict.fromkeys(_of_earlier(t, own) for t in self._terms(resolved, language, drop)))
        search = _search_text(vietnamese, terms, drop, language)
        offices = self._offices(
            f"{text} ; {resolved}" if language == "vi_unaccented" else resolved, vietnamese, language
        )
        offices = self._offices_held.called(offices, scope.documents)
        counted = self._counted(
            f"{text} {resolved}" if language != "en" and "%" in text else resolved, vietnamese, language
        )
        return Question(
            text, tidy(resolved), leaned, language, vietnamese, search, ask, scope, terms, own, offices, counted
        )

    def _counted(self, resolved: str, vietnamese: str, language: Language) -> tuple[tuple[str, ...], ...]:
        """What "how many" or "bao nhiêu" counts; nothing where it is a share, a sum, or a word the glossary does not know."""
        if "%" in resolved:
            return ()
        if language == "en":
            return self._english_counted(resolved)
        match = _BAO_NHIEU.search(vietnamese)
        words = syllables(match["noun"]) if match else []
        size = max(
            (b - a for a, b in self._compounds.find(words) if a == 0),
            default=int(words[:1] != [] and words[0] in _UNITS),
        )
        noun = tuple(words[:1] if words[:1] == ["người"] else words[:size])  # people who study are people
        return (noun,) if size and noun[0] not in ("phần", "tiền", "tỷ", "triệu") else ()

    def _english_counted(self, resolved: str) -> tuple[tuple[str, ...], ...]:
        """The nouns right after "how many", adjectives among them: in "outstanding young managers" any may be what is counted."""
        asked = _HOW_MANY.search(resolved)
        end = asked.end() if asked else len(resolved)
        if _EACH_EN.match(resolved[end:]):
            return ()  # "how many a year": what is counted was said before
        unit = next(iter(syllables(resolved[end:])), "")
        if unit in _TIMES_EN:
            return tuple((name,) for name in _TIMES_EN[unit])
        nouns: list[tuple[str, ...]] = []
        for expansion in self._expand(resolved):
            if 0 <= expansion.start - end <= 1 or (nouns and expansion.end == end):  # several readings of one word
                end = expansion.end
                if expansion.kind in ("term", "title"):
                    nouns.append(tuple(syllables(expansion.vi)))
        head = next(iter(syllables(resolved[end:])), "") if nouns else ""
        if head in _PEOPLE_EN:
            return (("người",),)
        if head.endswith("s") and head not in STOP:
            return ()  # "leadership skills workshops": what is counted is the word that is not known
        return tuple(dict.fromkeys(nouns))

    def _offices(self, resolved: str, vietnamese: str, language: Language) -> tuple[str, ...]:
        """The first office that a question names, in each of its Vietnamese names; "cơ quan" or "department" alone is none."""
        if language != "en":
            found = [*find_offices(vietnamese), *(find_offices(fold(resolved)) if language == "vi_unaccented" else ())]
            named = [name for o in found if _is_specific(name := _without_place(o.name))]
            return tuple(named[:1])
        offices = [e for e in self._expand(resolved) if e.kind == "office" and _is_specific(e.vi)]
        return tuple(e.vi for e in offices if e.start == offices[0].start)

    def _vietnamese(self, text: str, language: Language) -> str:
        """The question in accented Vietnamese: restored where it was typed without, its mapped terms where it is English."""
        if language != "en":
            return expand_abbreviations(self._spell(text) if language == "vi_unaccented" else text)
        return " ; ".join(dict.fromkeys(e.vi for e in self._expand(text))) or text

    def _terms(self, text: str, language: Language, drop: Sequence[str]) -> tuple[Term, ...]:
        if language == "en":
            return english_terms(text, self._expand(text), drop)
        return vietnamese_terms(self._vietnamese(text, language), self._thesaurus, self._compounds, drop)

    def _inherit(self, question: Question, text: str, previous: Question) -> Question:
        """A follow-up that asks nothing new asks what the question before asked; one that names no place keeps its documents."""
        english = text if question.language == "en" else None
        own = detect_ask(text, english)
        asks_itself = own not in (None, Ask.WHAT, Ask.YES_NO)
        ask = own if asks_itself else previous.ask
        if previous.ask is Ask.WHICH_DOCUMENT and ask in (Ask.DOC_DATE, Ask.DOC_NUMBER, Ask.DEADLINE):
            ask = Ask.WHICH_DOCUMENT  # "when was it issued?": the document named, not the one that names it
        if previous.ask is Ask.DOC_DATE and ask is Ask.DEADLINE and says_little(text):
            ask = Ask.DOC_DATE  # "and in which month?"
        scope = question.scope
        named = self._named(unopened(text)).documents
        if named and named != scope.documents and not compares(text):
            scope = replace(scope, documents=named)  # what was asked of another document is asked of this one now
        if scope.documents is None and not scope.unknown and previous.scope.documents is not None:
            scope = replace(scope, documents=previous.scope.documents)
        return replace(question, ask=ask or previous.ask, scope=scope, own_wording=text if asks_itself else None)

    def _spell(self, text: str) -> str:
        """The text with its accents; provinces by their own names, which the documents may never spell."""
        pieces: list[str] = []
        at = 0
        for place in find_provinces_folded(text):
            pieces += [self._accented(text[at : place.start]), place.name]
            at = place.end
        return tidy(_BEFORE_STOP.sub("", " ".join([*pieces, self._accented(text[at:])])))

    def _accented(self, text: str) -> str:
        """A stretch with its accents; what is no word (stops, document numbers, spans of years) stays as it was typed."""
        pieces = _NO_WORDS.split(text)
        return " ".join(p if i % 2 else self._accents.restore(p) for i, p in enumerate(pieces))


def _spelled_out(text: str) -> str:
    """The question trimmed, with the abbreviations of chat written out ("ko", "dc", "bn")."""
    text = nfc(text).strip()
    accented = has_accents(text)
    words = {k: v if accented else fold(v) for k, v in _CHAT_WORDS.items()}
    return _CHAT.sub(lambda m: words[m.group().lower()], text)


def _opened(match: re.Match[str]) -> str:
    """The first words of a follow-up typed without accents, with them."""
    opener = _OPENER.get((match["opener"] or "").lower(), "")
    return f"{opener}{match['gap']}{'còn' if match['con'] else ''}"


def _of_earlier(term: Term, own: Sequence[Term]) -> Term:
    """A term of a question joined from two: what only the earlier one spoke of says less of what is asked now."""
    spoken = {words for t in own for words in t.alternatives}
    return term if not own or spoken & set(term.alternatives) else replace(term, share=EARLIER * term.share)


def _is_of_place(named: Expansion, place: ProvinceMention) -> bool:
    """Whether words are a part of a province's name; "Ho Chi Minh Academy" is more than its province."""
    apart = named.end <= place.start or place.end <= named.start
    around = named.start <= place.start and place.end <= named.end
    return not apart and not (around and named.end - named.start > place.end - place.start)


def _without_place(office: str) -> str:
    """An office without the province it is of: documents name their own offices bare."""
    place = next(iter(find_provinces(office)), None)
    return (office[: place.start].removesuffix("tỉnh ") if place else office).strip()


def _is_specific(office: str) -> bool:
    """Whether a name is one office's own ("Sở Tài chính") and not a kind of office ("sở", "các cơ quan")."""
    return len(syllables(office)) > 2 and not fold(office).startswith(("cac ", "co quan", "don vi"))


def _search_text(vietnamese: str, terms: Sequence[Term], drop: Sequence[str], language: Language) -> str:
    """What BM25 looks for: the question without what the scope settles, and every other wording of its terms."""
    gone = {fold(s) for d in drop for s in syllables(d)}
    words = [w for w in syllables(vietnamese) if fold(w) not in gone] if language != "en" else []
    wordings = [" ".join(a) for t in terms for a in (t.alternatives if language == "en" else t.alternatives[1:])]
    return " ; ".join([" ".join(words), *wordings]).strip(" ;") or vietnamese


def _spoken_of(library: Library) -> dict[str, set[str]]:
    """The provinces that clauses of central, issued documents name, each with those documents; a plan of no known province may be anyone's."""
    found: dict[str, set[str]] = {}
    for document in library.documents.values():
        if document.province is None and is_central(document.issuer or ""):
            for passage in library.passages_of(document.id):
                if passage.kind in ("clause", "row"):
                    for mention in find_provinces(passage.text):
                        found.setdefault(mention.name, set()).add(document.id)
    return found


def _numbers_in(texts: Sequence[str]) -> list[str]:
    return sorted({n.number for text in texts for n in find_document_numbers(text)})
