"""Questions that name a clause ("Điều 28 khoản 2 điểm a", "Article 28(2)(a)", "mục IV"): that clause whole, and never another."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from answer.draft import Draft, Quote
from answer.phrases import document_name, say
from answer.question import Question
from answer.reply import Language, Notice
from answer.titles import SHORTEST_TITLE, plain, plain_title
from answer.units import whole
from index.document import Document
from index.library import Library
from index.passage import Address, Passage
from vietnamese.glossary import Glossary
from vietnamese.ordinals import plain_number
from vietnamese.spans import aligned_fold
from vietnamese.text import fold, nfc, syllables

MOST_CHARACTERS = 2400
"""Of one clause that are quoted; a longer one is cut between its parts, which the answer says."""
MOST_DOCUMENTS = 5
_TITLE_SHARE = 0.6  # of the words behind "nghị định về …" that a title must hold to be the one meant

_KINDS = {
    "điều": "article", "khoản": "clause", "điểm": "point", "tiểu mục": "subdivision", "mục": "division",
    "chương": "chapter", "phần": "part", "phụ lục": "appendix",
    "article": "article", "clause": "clause", "paragraph": "clause", "point": "point", "section": "division",
    "chapter": "chapter", "part": "part", "appendix": "appendix", "annex": "appendix",
}  # fmt: skip
_FOLDED = {fold(word): kind for word, kind in _KINDS.items()}
_ACCENTED = {fold(word): word for word in _KINDS if fold(word) != word}
_OUTERMOST_FIRST = (
    *("appendix", "part", "chapter", "division", "item", "subdivision", "upper", "roman", "article", "clause", "point"),
)
_CONTAINERS = frozenset(_OUTERMOST_FIRST[:8])
_LEFT_OUT_BEFORE = {kind: {"appendix"} if kind in ("clause", "point") else _CONTAINERS for kind in _OUTERMOST_FIRST}
# A plan has no Mục and no Phần: its "I." and "A." are called so, and so is a "2." that stands outermost ("item": mục in figures).
_READINGS = {
    "division": ("division", "roman", "upper"),
    "item": ("division", "roman", "clause"),
    "part": ("part", "roman", "upper"),
}
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[ivxlc]+[a-z]?|thu\s+\w+|[a-z]\d{0,2})"
_STEP = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(_FOLDED, key=len, reverse=True))})\s+(?:so\s+|no\.?\s*)?(?P<number>{_NUMBER})(?P<nested>(?:\s?\(\w{{1,3}}\))*)"
    r"(?![\w%]|[.,/-]\d|\s*(?:trieu|ty|nghin|dong|phan tram|nam|nguoi|lop)\b)"
)
_ROMAN = re.compile(r"[ivx]|[ivxlc]{2,}", re.IGNORECASE)
_LINK = re.compile(r"[\s,;–-]*(?:\b(?:cua|thuoc|trong|tai|o|of|in|under|the)\b[\s,]*)*")
_TYPES = {
    "hien phap": "Hiến pháp", "bo luat": "Bộ luật", "luat": "Luật", "phap lenh": "Pháp lệnh", "nghi dinh": "Nghị định",
    "thong tu lien tich": "Thông tư liên tịch", "thong tu": "Thông tư", "nghi quyet": "Nghị quyết", "quyet dinh": "Quyết định",
    "ke hoach": "Kế hoạch", "quy che": "Quy chế", "chi thi": "Chỉ thị", "cong van": "Công văn",
    "constitution": "Hiến pháp", "law": "Luật", "code": "Bộ luật", "ordinance": "Pháp lệnh", "decree": "Nghị định",
    "circular": "Thông tư", "resolution": "Nghị quyết", "decision": "Quyết định", "plan": "Kế hoạch",
}  # fmt: skip
_TYPE = re.compile(rf"(?P<type>{'|'.join(sorted(_TYPES, key=len, reverse=True))})\b(?P<rest>[^?.,;:]*)")
_SAYS = re.compile(
    r"\b(?:nay|quy dinh|noi|la|co|gom|bao gom|nhu the nao|the nao|ghi|neu|ra sao|gi|yeu cau|cho|thi|ai|so|what|say|says|provide|provides|"
    r"state|states|is|does|do|require|requires|contain|contains|this|that|about|on|and)\b.*"
)
# What a question says beside the clause that it names, where it asks for all of it.
_EMPTY_WORDS = frozenset(
    syllables(
        "noi dung quy dinh la gi cua trong ve thi cho biet ghi neu the nao nhu ra sao co gom bao nhung xem doc trich toan van hay "
        "toi xin ke hoach luat nghi dinh thong tu quyet van ban nay o tai theo vay cac phan muc tinh thanh pho uy ban nhan dan "
        "what does do say says provide provides state states is are in of the under content contents text show me tell about read "
        "please law decree plan decision document this that province"
    )
)


_SHORT_WORDS = (
    (re.compile(r"\b(?:đ|Đ|d|D)\.\s*(?=\d)"), "điều "),
    (re.compile(r"\b[kK]\.\s*(?=\d)"), "khoản "),
    (re.compile(r"\b[Aa]rt\.\s*(?=\d)"), "article "),
)
_LISTED = re.compile(
    r"\b(?P<word>khoản|điều|khoan|dieu|clauses?|paragraphs?|articles?)\s+(?P<first>\d{1,3})(?P<more>(?:\s*(?:,|và|va|and|&)\s*\d{1,3}(?![\w/.%]))+)"
    r"|\b(?P<letters>điểm|diem|points?)\s+(?P<letter>[a-zđ])(?P<others>(?:\s*(?:,|và|va|and|&)\s*[a-zđ](?!\w))+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A clause that a question names, outermost step first, each with its kind as named and its number; `start` and `end` in the text."""

    steps: Address
    start: int
    end: int

    @property
    def is_article(self) -> bool:
        """Whether it leads through an Điều, which only legal texts have and which says alone what is asked for."""
        return any(kind == "article" for kind, _ in self.steps)

    def name(self, language: Language) -> str:
        """The reference as it is written in the language of the question: "điểm a khoản 2 Điều 28", "Article 28, clause 2, point a"."""
        if language == "en":
            return ", ".join(f"{_ENGLISH[kind]} {number}" for kind, number in self.steps)
        return " ".join(f"{_VIETNAMESE[kind]} {number}" for kind, number in reversed(self.steps))


_ENGLISH = {
    "appendix": "Appendix", "part": "Part", "chapter": "Chapter", "division": "Section", "item": "Section", "subdivision": "Subsection",
    "article": "Article", "clause": "clause", "point": "point",
}  # fmt: skip
_VIETNAMESE = {
    "appendix": "Phụ lục", "part": "Phần", "chapter": "Chương", "division": "Mục", "item": "Mục", "subdivision": "Tiểu mục",
    "article": "Điều", "clause": "khoản", "point": "điểm",
}  # fmt: skip


def written_out(text: str, accented: bool = True) -> str:
    """References as they are written in full: "Đ. 5 k. 2" is "điều 5 khoản 2", "khoản 2, 3" is "khoản 2, khoản 3"."""
    text = nfc(text)
    for pattern, word in _SHORT_WORDS:
        text = pattern.sub(word if accented else fold(word), text)
    return _LISTED.sub(_each_named, text)


def _each_named(match: re.Match[str]) -> str:
    word, first, more = (
        match[n] for n in (("word", "first", "more") if match["word"] else ("letters", "letter", "others"))
    )
    word = word.removesuffix("s") if word.isascii() else word
    numbers = [first, *re.findall(r"\d+|(?<!\w)[a-zđ](?!\w)", more, flags=re.IGNORECASE)]
    return ", ".join(f"{word} {number}" for number in numbers)


def find_references(text: str, accented: bool) -> list[Reference]:
    """The clauses that a text names, in its order. Where it is typed with accents, only words that are spelt with theirs count."""
    text = nfc(text)
    folded = aligned_fold(text)
    groups: list[list[re.Match[str]]] = []
    for match in _STEP.finditer(folded):
        written = text[match.start("word") : match.end("word")].lower()
        if accented and _ACCENTED.get(match["word"], written) != written:
            continue
        if groups and _LINK.fullmatch(folded[groups[-1][-1].end() : match.start()]) and _fits(groups[-1], match):
            groups[-1].append(match)
        else:
            groups.append([match])
    found = [_reference(text, group) for group in groups]
    return [_completed(reference, found) for reference in found]


def _fits(group: Sequence[re.Match[str]], match: re.Match[str]) -> bool:
    return _FOLDED[match["word"]] not in {_FOLDED[m["word"]] for m in group}


def _reference(text: str, group: Sequence[re.Match[str]]) -> Reference:
    steps: list[tuple[str, str]] = []
    for match in group:
        steps.append(_step(match["word"], text[match.start("number") : match.end("number")]))
        inner = re.findall(r"\w+", text[match.start("nested") : match.end("nested")])
        steps += zip(("clause", "point"), (n.lower() for n in inner), strict=False)
    steps.sort(key=lambda step: _OUTERMOST_FIRST.index(step[0]))
    return Reference(tuple(steps), group[0].start(), group[-1].end())


def _step(word: str, written: str) -> tuple[str, str]:
    """A step as named: "mục 2" may be the "2." of a plan, "mục IV" never."""
    kind = _FOLDED[word]
    if kind in ("point", "clause", "article"):
        return kind, written.lower().lstrip("0")
    number = plain_number(written.upper()) if _ROMAN.fullmatch(written) else plain_number(written)
    return "item" if kind == "division" and written.isdigit() else kind, number


def _completed(reference: Reference, others: Sequence[Reference]) -> Reference:
    """ "khoản 2 và khoản 3 Điều 28": a clause without its Điều is of the one named next, or else of the one before."""
    if reference.steps[0][0] not in ("clause", "point"):
        return reference
    later = [o for o in others if o.start > reference.start]
    earlier = [o for o in reversed(others) if o.start < reference.start]
    for other in (*later, *earlier):
        rank = _OUTERMOST_FIRST.index(reference.steps[0][0])
        outer = tuple(s for s in other.steps if _OUTERMOST_FIRST.index(s[0]) < rank)
        if any(kind == "article" for kind, _ in outer):
            return Reference((*outer, *reference.steps), reference.start, reference.end)
    return reference


class ClauseDesk:
    """Answers questions that name a clause, from the numbers that lead to each passage; nothing is searched for."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def answer(self, question: Question) -> Draft | None:
        """The draft with the clause whole; without quotes, and leads that say so, where no document that is meant has it.

        None where the question names no clause, or asks for one thing within a chapter, a section or an appendix.
        """
        if question.ask.about_document:
            return None
        accented = question.language == "vi"
        question = replace(
            question,
            text=written_out(question.text, accented),
            resolved=written_out(question.resolved, accented),
        )
        references = self._asked(question)
        if not references:
            return None
        draft = Draft()
        for reference in references:
            self._add(draft, question, reference)
        return draft

    def _asked(self, question: Question) -> list[Reference]:
        """The clauses that the question itself names; "còn khoản 3?" goes on in the Điều of the question before."""
        accented = question.language == "vi"
        own = find_references(question.text, accented)
        if question.leaned and own:
            before = [r for r in find_references(question.resolved, accented) if r.is_article]
            own = [_completed(r, [*before, r]) for r in own]
        whole_ones = {r.steps: r for r in own if r.is_article}
        if whole_ones:
            return [r for s, r in whole_ones.items() if not any(s == t[: len(s)] for t in whole_ones if t != s)]
        containers = [r for r in own if r.steps[0][0] in _CONTAINERS]
        return containers[:1] if len(containers) == 1 and self._asks_nothing_else(question, containers[0]) else []

    def _asks_nothing_else(self, question: Question, reference: Reference) -> bool:
        """Whether a question that names a chapter or an appendix asks for all of it: beyond it and its document it says nothing."""
        text = nfc(question.text)
        rest = text[: reference.start] + " " + text[reference.end :]
        for word in (*question.scope.words, *question.scope.provinces):
            rest = re.sub(re.escape(word), " ", rest, flags=re.IGNORECASE)
        names = {
            w
            for d in self._library.documents.values()
            for w in syllables(fold(d.title or ""))
            if self._is_titled(question, d)
        }
        words = {fold(w) for w in syllables(rest) if not w.isdigit()}
        return not words - _EMPTY_WORDS - names

    def _is_titled(self, question: Question, document: Document) -> bool:
        title = plain_title(document)
        return len(title) >= SHORTEST_TITLE and (
            title in plain(question.resolved) or title in plain(question.vietnamese)
        )

    def _add(self, draft: Draft, question: Question, reference: Reference) -> None:
        """The clause from each document that has it."""
        meant, named = self._meant(question, reference)
        clause = reference.name(question.language)
        if isinstance(meant, str):
            draft.leads.append((say("clause_of_unknown", question.language, name=meant, clause=clause), ()))
            return
        holding = [(d, clauses) for d in meant if (clauses := self._clauses(question, d, reference))]
        draft.partial = draft.partial or len(holding) > MOST_DOCUMENTS
        for document, clauses in holding[:MOST_DOCUMENTS]:
            for passages, at in clauses:
                self._quote(draft, question, document, passages, at)
        lacking = [d for d in meant if d.id not in {h.id for h, _ in holding}] if named else []
        for document in lacking[:MOST_DOCUMENTS]:
            name = document_name(document, question.language, self._glossary)
            draft.leads.append((say("clause_absent", question.language, doc=name, clause=clause), ()))
        if not holding and not lacking:
            draft.leads.append((say("clause_nowhere", question.language, clause=clause), ()))

    def _quote(
        self, draft: Draft, question: Question, document: Document, passages: Sequence[Passage], at: int
    ) -> None:
        fitting: list[Passage] = []
        for passage in passages:
            if fitting and sum(len(p.text) for p in [*fitting, passage]) > MOST_CHARACTERS:
                break
            fitting.append(passage)
        root = 1 if len(document.parts) > 1 else 0
        appended = sum(kind == "appendix" for kind, _ in passages[0].address)
        start = next((i for i, (kind, _) in enumerate(passages[0].address[:at]) if kind == "article"), at - 1)
        steps = (
            passages[0].section[root + start - appended : root + at - appended]
            if at > appended
            else passages[0].section[:1]
        )
        clause = " › ".join(steps)
        name = document_name(document, question.language, self._glossary)
        draft.add(
            say("clause", question.language, clause=clause, doc=name, m="{m}"),
            [Quote(document, whole(p)) for p in fitting],
        )
        if len(fitting) < len(passages):
            draft.partial = True
            draft.notices.append(Notice("shortened", say("shortened", question.language, clause=clause, doc=name)))

    def _clauses(self, question: Question, document: Document, reference: Reference) -> list[tuple[list[Passage], int]]:
        """The passages of the clause in one document, with how many steps of their address name it.

        Several where a file holds several documents that number alike, a decision and the regulation that it issues; the one
        whose type the question names where it names one.
        """
        passages = [p for p in self._library.passages_of(document.id) if p.address]
        for wanted in _readings(reference.steps):
            found: dict[tuple[str, ...], list[Passage]] = {}
            for passage in passages:
                at = match_address(passage.address, wanted)
                if at is not None:
                    root = passage.section[:1] if len(document.parts) > 1 else ()
                    found.setdefault((*root, str(at), *map(str, passage.address[:at])), []).append(passage)
            if found:
                return [
                    (group, int(key[1 if len(document.parts) > 1 else 0]))
                    for key, group in _of_the_type(question, document, found).items()
                ]
        return []

    def _meant(self, question: Question, reference: Reference) -> tuple[list[Document] | str, bool]:
        """The documents that the question means, and whether it names them; the name of one that is not held."""
        documents = self._library.documents
        scope = question.scope
        if scope.documents is None and (scope.unknown or scope.numbers):
            return ", ".join(scope.unknown or scope.numbers), True
        allowed = [
            documents[d]
            for d in sorted(scope.documents if scope.documents is not None else documents)
            if d in documents
        ]
        titled = [d for d in allowed if self._is_titled(question, d)]
        longest = max((len(plain_title(d)) for d in titled), default=0)
        if titled:
            return [d for d in titled if len(plain_title(d)) == longest], True
        if scope.documents is None:
            return self._of_kind(question, reference, allowed)
        match = _kind_named(question, reference)
        of_kind = [d for d in allowed if match and _is_of_kind(d, match)]
        return of_kind or allowed, True

    def _of_kind(
        self, question: Question, reference: Reference, allowed: list[Document]
    ) -> tuple[list[Document] | str, bool]:
        """Documents of the kind that is named next to the clause ("Điều 5 Luật Đất đai"): those whose title holds the words behind it."""
        match = _kind_named(question, reference)
        if match is None:
            return allowed, False
        rest = match["rest"]
        if match.start() < reference.start:
            rest = rest[: max(reference.start - match.start("rest"), 0)]
        rest = _SAYS.sub("", rest).rstrip()
        words = [w for w in syllables(rest) if w not in ("ve", "viec", "cua", "the", "of")]
        kinds = [d for d in allowed if _is_of_kind(d, match)]
        if words:
            phrase = [d for d in kinds if " ".join(words) in _described(d)]
            kinds = phrase or [d for d in kinds if _share(words, _described(d)) >= _TITLE_SHARE]
        if kinds:
            return kinds, bool(words)
        start = match.start("type")
        return nfc(question.text)[start : start + len(match["type"]) + len(rest)].strip(), True


def _kind_named(question: Question, reference: Reference) -> re.Match[str] | None:
    """The kind of document that stands next to the clause, or that the question begins with, and the words behind it."""
    folded = aligned_fold(nfc(question.text))
    link = _LINK.match(folded, reference.end)
    return (_TYPE.match(folded, link.end()) if link else None) or _TYPE.match(folded)


def _is_of_kind(document: Document, named: re.Match[str]) -> bool:
    kind = _TYPES[named["type"]]
    return document.type == kind or any(part.type == kind for part in document.parts)


def match_address(address: Address, wanted: Address) -> int | None:
    """How many steps of an address lead to the clause that is wanted; None where the address does not pass through it.

    Only what holds clauses may be left out before a chapter, an Điều and the like: "điểm a Điều 5" says nothing certain where the
    Điều has its points within khoản, and a "2." that is asked for by itself stands outermost.
    """
    at = 0
    for step in wanted:
        while at < len(address) and address[at] != step and address[at][0] in _LEFT_OUT_BEFORE[step[0]]:
            at += 1
        if at == len(address) or address[at] != step:
            return None
        at += 1
    in_appendix = any(kind == "appendix" for kind, _ in address) and not any(kind == "appendix" for kind, _ in wanted)
    return None if in_appendix and any(kind == "article" for kind, _ in wanted) else at


def _readings(steps: Address) -> Iterator[Address]:
    """The steps with the kinds that their words may mean, the likeliest first: "mục IV" is the Mục 4, or a "IV." that is called so."""
    options = [[(kind, number) for kind in _READINGS.get(named, (named,))] for named, number in steps]
    return product(*options)


def _of_the_type(
    question: Question, document: Document, found: Mapping[tuple[str, ...], list[Passage]]
) -> Mapping[tuple[str, ...], list[Passage]]:
    if len(found) < 2 or len(document.parts) < 2:
        return found
    asked = plain(question.text)
    named = {key: group for key, group in found.items() if plain(key[0]) in asked}
    return named or found


def _described(document: Document) -> str:
    """What a document may be named by besides its number: title, issuer, place, and years."""
    years = f"{document.period.start or ''} {document.period.end}" if document.period else ""
    return " ".join([plain_title(document), plain(f"{document.issuer or ''} {document.province or ''} {years}")])


def _share(words: Iterable[str], title: str) -> float:
    known = set(title.split())
    listed = list(words)
    return sum(w in known for w in listed) / len(listed)
