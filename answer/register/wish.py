"""What a question wants of the register, found by its words alone; nothing where it wants more or other than a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from answer.question import Question
from answer.register.canvas import Canvas
from answer.register.cues import Cues, Way
from answer.register.english_cues import ENGLISH
from answer.register.vietnamese_cues import VIETNAMESE
from answer.register.when import When, find_when
from obligations.actors import actor_key
from vietnamese.offices import expand_abbreviations
from vietnamese.spans import aligned_fold

About = Literal["duties", "due", "deadlines", "targets", "goals"]
"""`targets` are figures about one topic set beside each other, `goals` all figures of the documents that are meant."""

_JOINED = re.compile(r"\s-\s|;\s")
"""Where `answer.followup` joins a question to the one before."""
_OF_ANOTHER = re.compile(
    r"\b(?:phong|van phong|trung tam|chi cuc|ban|bo phan|vu|cuc)\s.{2,60}?(?P<of>\s+(?:cua\s+|thuoc\s+|truc thuoc\s+)?"
    r"(?:so|bo|uy ban nhan dan|ubnd|tong cuc)\s)"
)
"""A part of an office, and behind it the office: registers know the part by its own name."""
_OF_FIGURES = ("targets", "goals")
LEAST_SYLLABLES = 2
"""Of a name that may be an actor's: "sở" or "ban" alone is nobody."""
LONGEST_NAME = 160
"""Characters of such a name; a longer stretch says something else."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A list that is wanted. `who` are the forms in which whoever it is about may be known, the likeliest first; empty for everybody.

    `when` is set for what falls due, `year` where a list of duties is limited to a year. `topic` is what targets are to be about.
    """

    about: About
    who: tuple[str, ...] = ()
    when: When | None = None
    year: int | None = None
    topic: str = ""


def read_wishes(question: Question, today: date) -> list[Wish]:
    """The ways in which a question may be read as one for a list, the likeliest first; none where it asks for something else."""
    parts = _parts(question)
    first = _wishes_of(parts[0], question, today)
    if len(parts) == 1:
        return first
    # "What is the target?" after another question asks for that of what was spoken of.
    last = [wish for wish in _wishes_of(parts[-1], question, today) if wish.about != "goals"]
    return [_merged(wish, first) for wish in last] or _limited(first, parts[1:], question, today)


def _parts(question: Question) -> list[str]:
    """What is asked, and before it what it leans on. Restored accents cost the strokes of a date: what holds one is read as typed."""
    parts = _JOINED.split(question.resolved) if question.leaned else [question.resolved]
    has_date = question.language == "vi_unaccented" and any(c.isdigit() for c in question.text)
    typed = has_date and not (question.leaned and len(parts) == 1)
    return [*parts[:-1], question.text] if typed else parts


def _wishes_of(text: str, question: Question, today: date) -> list[Wish]:
    found: list[Wish] = []
    for cues in _languages(question):
        found += _read(_canvas(text, question, cues), cues, today)
    return list(dict.fromkeys(found))


def _canvas(text: str, question: Question, cues: Cues) -> Canvas:
    """A part of a question with the names marked that its scope has settled."""
    canvas = Canvas(text, cues.folded)
    canvas.name((*question.scope.words, *question.scope.provinces))
    return canvas


def _cut_time(canvas: Canvas, cues: Cues, today: date) -> When | None:
    """The time that a question names, which is cut out of it with the words that name its documents."""
    canvas.cut(cues.documents)
    named = find_when(canvas.left, today)
    for start, end in named[1] if named else ():
        canvas.cut_span(start, end)
    return named[0] if named else None


def _languages(question: Question) -> tuple[Cues, ...]:
    if question.language == "vi":
        return VIETNAMESE, ENGLISH  # "What must Sở Nội vụ do?" has accents
    return (ENGLISH,) if question.language == "en" else (VIETNAMESE,)


def _read(canvas: Canvas, cues: Cues, today: date) -> Iterator[Wish]:
    for way in cues.targets:
        left = _without(canvas, way, cues)
        if left is not None:
            yield Wish("targets", topic=" ".join(left.pieces()))
            return
    when = _cut_time(canvas, cues, today)
    for way in cues.goals:
        left = _without(canvas, way, cues)
        if left is not None and all(_is_particle(piece, cues) for piece in left.pieces()):
            yield Wish("goals", year=_plain_year(when))
            return
    for about, ways in (("deadlines", cues.deadlines), ("due", cues.due), ("duties", cues.duties)):
        for way in ways:
            left = _without(canvas, way, cues)
            ends = left is not None and about == "duties" and when is not None and left.cut(cues.ending)
            wish = _wish("due" if ends else about, left, cues, when) if left is not None else None
            if wish is not None:
                yield wish


def _plain_year(when: When | None) -> int | None:
    """The one year that a time is; a run of years tells a plan from others."""
    return int(when.iso) if when is not None and when.is_year and len(when.iso) == len("2025") else None


def _without(canvas: Canvas, way: Way, cues: Cues) -> Canvas | None:
    """What is left of a question that is asked in some way; None where it is not."""
    left = canvas.copy()
    if not all(left.cut(pattern) for pattern in way.needs):
        return None
    left.cut(cues.documents)
    for pattern in (*way.also, cues.fillers):
        left.cut(pattern)
    return left


def _wish(about: str, left: Canvas, cues: Cues, when: When | None) -> Wish | None:
    """A wish for a list of duties, or of what falls due; None where what is left says more than whose they are."""
    pieces = [piece for piece in left.pieces() if not _is_particle(piece, cues)]
    if len(pieces) > 1:
        return None
    who = _names(pieces[0], cues) if pieces else ()
    if pieces and not who:
        return None
    if about == "due" or (about == "deadlines" and when is not None):
        return Wish("due", who, when) if when is not None else None
    if when is not None and not (when.is_year and when.relation == "in"):
        return Wish("due", who, when) if who else None
    if when is not None and len(when.iso) > len("2025"):
        return None  # a run of years tells a plan from others
    year = int(when.iso) if when is not None else None
    if about == "deadlines":
        return Wish("deadlines", who, year=year)
    return Wish("duties", who, year=year) if who else None


def _is_particle(piece: str, cues: Cues) -> bool:
    return bool(cues.leading.fullmatch(f"{aligned_fold(piece)} "))


def _names(piece: str, cues: Cues) -> tuple[str, ...]:
    """The forms in which a stretch of a question may name somebody: as it stands, and without the particles around it."""
    folded = aligned_fold(piece)
    leading, trailing = cues.leading.match(folded), cues.trailing.search(folded)
    begin, end = leading.end() if leading else 0, trailing.start() if trailing else len(piece)
    part = _OF_ANOTHER.search(folded, begin)
    forms = dict.fromkeys(
        form.strip()
        for form in (piece, piece[begin:], piece[begin:end], piece[begin : part.start("of") if part else end])
    )
    return tuple(form for form in forms if _may_be_a_name(form))


def _may_be_a_name(form: str) -> bool:
    return len(form) <= LONGEST_NAME and len(actor_key(expand_abbreviations(form)).split()) >= LEAST_SYLLABLES


def _merged(last: Wish, first: Sequence[Wish]) -> Wish:
    """A follow-up that names nobody asks of whom the question before asked."""
    who = next((wish.who for wish in first if wish.who), ())
    return last if last.who or last.about in _OF_FIGURES else replace(last, who=who)


def _limited(first: Sequence[Wish], rest: Sequence[str], question: Question, today: date) -> list[Wish]:
    """The wishes of a question that later ones only limit to a place or a time; none where they say something else."""
    wishes, cues = list(first), _languages(question)[0]
    for text in rest:
        canvas = _canvas(text, question, cues)
        when = _cut_time(canvas, cues, today)
        canvas.cut(cues.fillers)
        if any(not _is_particle(piece, cues) for piece in canvas.pieces()):
            return []
        wishes = [_at(wish, when) for wish in wishes] if when else wishes
    return wishes


def _at(wish: Wish, when: When) -> Wish:
    if wish.about == "targets":
        return wish
    if wish.about == "goals":
        return replace(wish, year=_plain_year(when))
    if wish.about != "due" and when.is_year and when.relation == "in" and len(when.iso) == len("2025"):
        return replace(wish, year=int(when.iso))
    return replace(wish, about="due", when=when)
