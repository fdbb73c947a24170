"""How many a document lists ("mấy nhóm đối tượng", "how many objectives"): the points under the heading that is meant, counted and quoted."""

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
# Every heading of a training plan speaks of training and of these people: that tells no heading from another.
_EVERYWHERE = frozenset(
    syllables("đào tạo bồi dưỡng học tập cán bộ công chức viên chức công tác thực hiện kế hoạch văn bản dự thảo tỉnh")
)
_GENERIC = frozenset(syllables("nhóm loại mục phần khoản điểm ý đầu việc"))
_PEOPLE = re.compile(
    r"\b(?:nhóm|loại) (?:người|cán bộ|học viên)\b|\b(?:người|ai)\b[^?]*\bmấy (?:nhóm|loại)\b", re.IGNORECASE
)


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
        """The points of the outline that a question counts, with their number; None where none is counted or none fits."""
        counted = _counted(question)
        meant = question.scope.documents
        if counted is None or meant is None or len(meant) != 1 or question.scope.unknown:
            return None
        outlines = [o for d in meant for o in outlines_of(d, self._library.passages_of(d))]
        if counted["offices"]:
            found = _of_offices(outlines, question, counted["offices"])
        else:
            title = " ".join(self._library.documents[d].title or "" for d in meant)
            spoken = _spoken(question)
            found = _best(outlines, spoken, _words(title) - _named(question), set(syllables(question.vietnamese)))
        return self._draft(question, found, counted.group("offices") or counted.group("parts")) if found else None

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


def _spoken(question: Question) -> set[str]:
    """The syllables of what is counted, without those that every heading shares and those that only ask or name the document."""
    text = question.vietnamese
    if _PEOPLE.search(text):
        text = f"{text} đối tượng"
    gone = {fold(s) for word in question.scope.words for s in syllables(word)}
    return {w for w in _words(text) if fold(w) not in gone}


def _named(question: Question) -> set[str]:
    """The syllables of the noun that is counted."""
    return _words(" ".join(m.group() for m in _COUNT.finditer(question.vietnamese)))


def _best(outlines: Iterable[Outline], spoken: set[str], title: set[str], asked: set[str]) -> Outline | None:
    """The outline whose headings say most of what is counted, and little else; what the document's title says tells no heading apart.

    Of those that do so alike the one whose heading has the fewest words that the question lacks.
    """
    scored = [
        (score, -len(set(syllables(_LABEL.sub("", o.path[-1]))) - asked), -len(o.path), o)
        for o in outlines
        if (score := _match(o, spoken - title, title)) is not None
    ]
    return max(scored, key=lambda s: s[:3])[3] if scored else None


def _match(outline: Outline, spoken: set[str], title: set[str]) -> float | None:
    """How well the headings of an outline say what is counted; None where not enough. What each point begins with counts as said."""
    heading = _words(outline.path[-1]) - title
    worded = [_words(step) for step, _ in outline.points if not step.isdigit()]
    shared = set.intersection(*worded) if worded else set()
    above = {w for step in outline.path for w in _words(step)}
    if not spoken or not heading:
        return None
    said = len(spoken & (above | shared)) / len(spoken)
    precise = len(heading & (spoken | shared)) / len(heading)
    return said + precise if said >= ENOUGH and precise >= PRECISE else None


def _words(text: str) -> set[str]:
    """The syllables of a heading or a question that tell it from others."""
    words = syllables(_ASIDE.sub(" ", _LABEL.sub("", text)))
    return {w for w in words if w not in STOP and not w.isdigit()} - _EVERYWHERE - _GENERIC


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
