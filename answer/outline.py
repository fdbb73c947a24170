"""What a document lists under one of its headings, and how much of it ("có những hình thức nào", "mấy nhóm đối tượng")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answer.ask import Ask
from answer.draft import Draft, Quote
from answer.phrases import document_name, say
from answer.question import Question
from answer.stopwords import STOP
from answer.units import Unit, items_of, whole
from index.library import Library
from index.passage import Passage
from vietnamese.glossary import Glossary
from vietnamese.offices import leading_office
from vietnamese.text import fold, syllables

MOST_POINTS = 20
"""Of one outline; what has more is no list that anybody counts."""
ENOUGH = 0.6
"""Share of what a question speaks of that the headings of an outline must say."""
PRECISE = 0.6
"""Share of the words of the heading itself that the question must say: a heading of other things is another list."""

MOST_CHARS = 4_000
"""Of the clauses under a heading that are quoted whole; of more only the headings, and what each begins with."""

_AND = re.compile(r",\s|\svà\s", re.IGNORECASE)
"""Between the things that one heading says lie under it ("Nhiệm vụ và giải pháp"): who asks for one of them is shown both."""
_A_PART = 0.9  # of a heading that says just that: one of its own is nearer
_LABEL = re.compile(r"^(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s*|^(?:\d+|[a-zđ]\))$")
_PARTS = (
    r"nhóm đối tượng|loại đối tượng|đối tượng|lĩnh vực|hình thức|nội dung|nhiệm vụ|giải pháp|mục tiêu|mục đích|yêu cầu|nguyên tắc"
    r"|nhóm nhiệm vụ|nhóm giải pháp|nhóm|loại|mục|phần|khoản|điểm|ý|đầu việc"
)
_OFFICES = r"cơ quan|đơn vị|sở|phòng|ban|ngành|bên|nơi"
_PARTS_EN = (
    r"groups?|kinds?|types?|categories|fields?|areas?|forms?|sections?|items?|headings?|parts?|tasks?|solutions?|objectives?|goals?"
    r"|aims?|requirements?|points?|measures?"
)
_OFFICES_EN = r"offices?|departments?|agencies|bodies|units?|institutions?|divisions?"
_COUNT = re.compile(rf"\b(?:mấy|bao nhiêu) (?:(?P<offices>{_OFFICES})|(?P<parts>{_PARTS}))\b", re.IGNORECASE)
_COUNT_EN = re.compile(
    rf"\bhow many (?:(?!people\b|of\b)[\w'’-]+ ){{0,3}}?(?:(?P<offices>{_OFFICES_EN})|(?P<parts>{_PARTS_EN}))\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"(?:\b(?:những|các|gồm|có|mấy|nêu|đề ra|đặt ra) )+(?P<parts>{_PARTS})\b[^?,;]*\b(?:nào|gì)\b|^(?P<parts_first>{_PARTS})\b[^?,;]*\b(?:nào|gì)\b",
    re.IGNORECASE,
)
_WHICH_EN = re.compile(
    rf"\b(?:which|what)(?: are| were| is)?(?: the)? (?:(?!people\b|of\b)[\w'’-]+ ){{0,3}}?(?P<parts>{_PARTS_EN})\b",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    r"\bgiao\b|\bphân công\b|\bphân việc\b|\btổ chức thực hiện\b|\b(?:có|được) (?:nhiệm vụ|phần việc|tên)\b",
    re.IGNORECASE,
)
_CHARGED_EN = re.compile(
    r"\btasks?\b|\bduties\b|\bassign\w*|\bcharge[sd]?\b|\bresponsib\w+|\bimplement\w*|\bjobs?\b|\bwork to\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:áp dụng|đề ra|đặt ra|nêu ra|nêu|chia|liệt kê|kể ra|kể|bao gồm|gồm|thành|tổng cộng|tất cả|đưa ra|riêng|lớn|nhắm|hướng|tới"
    r"|giúp|cho phép|dành|tách|hình thành|xây dựng|phụ lục|ban hành)\b",
    re.IGNORECASE,
)
_ASIDE_EN = re.compile(
    r"\b(?:sets?|lists?|covers?|allows?|names?|gives?|contains?|includes?|provides?|mentions?|lays? down|foresees?|defines?|ha(?:s|ve))\b",
    re.IGNORECASE,
)
# Every heading of a training plan speaks of training and of these people: that tells no heading from another.
_EVERYWHERE = frozenset(
    syllables("đào tạo bồi dưỡng học tập cán bộ công chức viên chức công tác thực hiện kế hoạch văn bản dự thảo tỉnh")
)
_GENERIC = re.compile(r"\b(?:nhóm|loại|mục(?! tiêu| đích)|phần|khoản|điểm|ý|đầu việc)\b", re.IGNORECASE)
# What an English noun of `_PARTS_EN` stands for in headings; those that say only that there are parts stand for nothing.
_MEANT_EN = (
    (re.compile(r"\bgroups?\b|\bkinds? of (?:people|staff|officials?)\b", re.IGNORECASE), "đối tượng"),
    (re.compile(r"\bfields?\b|\bareas?\b", re.IGNORECASE), "lĩnh vực"),
    (re.compile(r"\bforms?\b", re.IGNORECASE), "hình thức"),
    (re.compile(r"\btasks?\b", re.IGNORECASE), "nhiệm vụ"),
    (re.compile(r"\bsolutions?\b|\bmeasures?\b", re.IGNORECASE), "giải pháp"),
    (re.compile(r"\bobjectives?\b|\bgoals?\b|\baims?\b", re.IGNORECASE), "mục tiêu"),
    (re.compile(r"\brequirements?\b", re.IGNORECASE), "yêu cầu"),
    (re.compile(r"\bpurposes?\b", re.IGNORECASE), "mục đích"),
    (re.compile(r"\bcontents?\b", re.IGNORECASE), "nội dung"),
    (re.compile(r"\bprinciples?\b", re.IGNORECASE), "nguyên tắc"),
)
_PEOPLE = re.compile(
    r"\b(?:nhóm|loại) (?:người|cán bộ|học viên)\b|\b(?:người|ai)\b[^?]*\bmấy (?:nhóm|loại)\b", re.IGNORECASE
)

Spoken = tuple[frozenset[frozenset[str]], ...]
"""What a question speaks of: of each thing the wordings that say it, as syllables."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands under one heading: `path` of the heading from the outside, and its points, each by the passages that say it."""

    document_id: str
    path: tuple[str, ...]
    points: tuple[tuple[str, Passage], ...]


class OutlineDesk:
    """Counts what the documents of one library list under their headings."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def answer(self, question: Question) -> Draft | None:
        """The points of the outline that a question counts, with their number, or asks for; None where it does neither or none fits."""
        counted = _counted(question)
        meant = question.scope.documents
        if meant is None or len(meant) != 1 or question.scope.unknown:
            return None
        if counted is None:
            return self._list(question, *meant) if _asks_which(question) else None
        outlines = [o for d in meant for o in outlines_of(d, self._library.passages_of(d))]
        if counted["offices"]:
            found = _of_offices(outlines, question, counted["offices"])
        else:
            found = self._best(outlines, question)
        return self._draft(question, found, counted.group("offices") or counted.group("parts")) if found else None

    def _best(self, outlines: Iterable[Outline], question: Question) -> Outline | None:
        title = " ".join(self._library.documents[d].title or "" for d in question.scope.documents or ())
        title_words = _words(title) - _named(question)
        return _best(outlines, _spoken(question), title_words, set(syllables(question.vietnamese)))

    def _list(self, question: Question, document_id: str) -> Draft | None:
        """The clauses under the heading that says all that is asked for; None where no heading does."""
        passages = [p for p in self._library.passages_of(document_id) if p.kind == "clause" and p.section]
        headings = dict.fromkeys(p.section[:d] for p in passages for d in range(1, len(p.section) + 1))
        found = self._best((Outline(document_id, path, ()) for path in headings), question)
        if found is None:
            return None
        under = [p for p in passages if p.section[: len(found.path)] == found.path]
        document = self._library.documents[document_id]
        name = document_name(document, question.language, self._glossary)
        draft = Draft()
        if sum(len(p.text) for p in under) <= MOST_CHARS:
            quotes = [Quote(document, whole(p)) for p in under]
            draft.add(say("what", question.language, doc=name, m="{m}"), quotes)
            return draft
        points: dict[str, Passage] = {}
        for passage in under:
            points.setdefault(passage.section[len(found.path)] if passage.section != found.path else "", passage)
        if "" in points or not 1 < len(points) <= MOST_POINTS:
            return None
        quotes = [Quote(document, _opening(p)) for p in points.values()]
        draft.add(say("list", question.language, doc=name, n=len(points), m="{m}"), quotes)
        for step, quote in zip(points, quotes, strict=True):
            draft.add(f"{step} {{m}}", [quote])
        return draft

    def _draft(self, question: Question, outline: Outline, noun: str) -> Draft:
        document = self._library.documents[outline.document_id]
        name = document_name(document, question.language, self._glossary)
        draft = Draft()
        inside = len({p.id for _, p in outline.points}) == 1
        passages = [p for _, p in outline.points]
        quotes = [Quote(document, u) for u in ([whole(passages[0])] if inside else map(_opening, passages))]
        lead = say("tally", question.language, doc=name, n=len(outline.points), noun=noun.lower(), m="{m}")
        draft.add(lead, quotes)
        return draft


def _opening(passage: Passage) -> Unit:
    """The first block of a passage, which begins with the heading of a point."""
    return whole(passage) if passage.kind == "row" else Unit(passage, passage.blocks[0], 0, 0)


def outlines_of(document_id: str, passages: Sequence[Passage]) -> Iterator[Outline]:
    """Every heading of a document with the numbered points under it, and every clause with the bullets under its heading."""
    under: dict[tuple[str, ...], dict[str, Passage]] = {}
    for passage in passages:
        if passage.kind not in ("clause", "row"):
            continue
        for depth in range(1, len(passage.section)):
            step = passage.section[depth]
            if _LABEL.match(step):
                under.setdefault(passage.section[:depth], {}).setdefault(step, passage)
        bullets = items_of(passage.text)
        if passage.kind == "clause" and bullets > 1:
            yield Outline(document_id, passage.section, tuple((str(i), passage) for i in range(bullets)))
    for path, points in under.items():
        if 1 < len(points) <= MOST_POINTS:
            yield Outline(document_id, path, tuple(points.items()))


def _counted(question: Question) -> re.Match[str] | None:
    """The words that ask how many parts or offices there are; None where something else is asked or counted."""
    if question.ask is not Ask.NUMBER:
        return None
    return _COUNT_EN.search(question.resolved) if question.language == "en" else _COUNT.search(question.vietnamese)


def _asks_which(question: Question) -> bool:
    """Whether it is asked which parts of a document there are, without asking for more than one thing."""
    if question.ask not in (Ask.LIST, Ask.WHAT, Ask.DUTY, Ask.OFFICE) or question.offices or question.leaned:
        return False
    if question.language == "en":
        return _WHICH_EN.search(question.resolved) is not None
    return _WHICH.search(question.vietnamese) is not None


def _spoken(question: Question) -> Spoken:
    """What is counted or asked for, without what every heading shares and what only asks or names the document."""
    gone = {fold(s) for word in question.scope.words for s in syllables(word)}
    if question.language != "en":
        text = f"{question.vietnamese} đối tượng" if _PEOPLE.search(question.vietnamese) else question.vietnamese
        return tuple(frozenset([frozenset([w])]) for w in _words(text) if fold(w) not in gone)
    nouns = [meant for pattern, meant in _MEANT_EN if pattern.search(question.resolved)]
    aside = len(_ASIDE_EN.findall(question.resolved))
    verbs = [t for t in question.terms if t.share < 1]
    terms = [t for t in question.terms if t.mapped and t.share == 1] + verbs[aside:]
    rest = [wordings for t in terms if not set(nouns) & set(wordings := [" ".join(a) for a in t.alternatives])]
    said = [
        frozenset(frozenset(w for w in _words(a) if fold(w) not in gone) for a in one)
        for one in [[n] for n in nouns] + rest
    ]
    return tuple(dict.fromkeys(one for one in said if all(one)))


def _named(question: Question) -> set[str]:
    """The syllables of the noun that is counted or asked for."""
    if question.language == "en":
        return _words(" ".join(meant for pattern, meant in _MEANT_EN if pattern.search(question.resolved)))
    asked = [m.group() for p in (_COUNT, _WHICH) for m in p.finditer(question.vietnamese)]
    return _words(" ".join(m.group() for text in asked for m in re.finditer(_PARTS, text, re.IGNORECASE)))


def _best(outlines: Iterable[Outline], spoken: Spoken, title: set[str], asked: set[str]) -> Outline | None:
    """The outline whose headings say most of what is counted, and little else; what the document's title says tells no heading apart.

    Of those that do so alike the one whose heading has the fewest words that the question lacks, or what lists it among others.
    """
    told = tuple(one for one in spoken if not any(wording <= title for wording in one))
    scored = [
        (score, -len(set(syllables(_LABEL.sub("", o.path[-1]))) - asked), -len(o.path), o)
        for o in outlines
        if (score := _match(o, told, title)) is not None
    ]
    if not scored:
        return None
    score, *_, best = max(scored, key=lambda s: s[:3])
    around = [s for s in scored if not best.points and s[0] == score and s[3].path == best.path[: len(s[3].path)]]
    return min(around, key=lambda s: len(s[3].path))[3] if around else best


def _match(outline: Outline, spoken: Spoken, title: set[str]) -> float | None:
    """How well the headings of an outline say what is counted; None where not enough. What each point begins with counts as said."""
    heading = _words(outline.path[-1]) - title
    worded = [_words(step) for step, _ in outline.points if not step.isdigit()]
    shared = set.intersection(*worded) if worded else set()
    above = {w for step in outline.path for w in _words(step)}
    if not spoken or not heading:
        return None
    words = {w for one in spoken for wording in one for w in wording} | shared
    said = sum(any(wording <= above | shared for wording in one) for one in spoken) / len(spoken)
    parts = [] if outline.points else [p for part in _AND.split(outline.path[-1]) if (p := _words(part) - title)]
    precise = max(len(heading & words) / len(heading), *(_A_PART * len(p & words) / len(p) for p in parts), 0.0)
    enough = ENOUGH if outline.points else 1.0  # what is asked beside what is listed, the search may find elsewhere
    return said + precise if said >= enough and precise >= PRECISE else None


def _words(text: str) -> set[str]:
    """The syllables of a heading or a question that tell it from others."""
    words = syllables(_GENERIC.sub(" ", _ASIDE.sub(" ", _LABEL.sub("", text))))
    return {w for w in words if w not in STOP and not w.isdigit()} - _EVERYWHERE


def _of_offices(outlines: Iterable[Outline], question: Question, noun: str) -> Outline | None:
    """The part of a document that charges one office after another, those of them that are counted; None where that is not asked."""
    asks = _CHARGED_EN.search(question.resolved) if question.language == "en" else _CHARGED.search(question.vietnamese)
    if not asks:
        return None
    kind = fold(noun) if fold(noun) in ("so", "phong") else ""
    for outline in outlines:
        named = [(step, p) for step, p in outline.points if _is_one_office(_LABEL.sub("", step))]
        if len(named) > 1 and 2 * len(named) > len(outline.points):
            points = tuple((s, p) for s, p in named if fold(_LABEL.sub("", s)).startswith(kind))
            return Outline(outline.document_id, outline.path, points) if len(points) > 1 else None
    return None


def _is_one_office(heading: str) -> bool:
    """Whether a heading begins with one office and not with all of a kind ("Các sở, ban, ngành")."""
    return leading_office(heading) is not None and not fold(heading).startswith("cac ")
