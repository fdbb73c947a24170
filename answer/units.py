"""The stretch of a passage that is quoted: a paragraph, a bullet, a row, or one sentence of it, never more than is needed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.terms import TermWeights
from index.passage import Passage, PassageKind
from vietnamese.text import fold_markup

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_]|\d)")
_ITEM = re.compile(r"\n(?=[-+•–] )")
_ENDED = re.compile(r"[.;:!?…]\s*[”\"]?$")
_ITEM_SIGNS = frozenset("-+•–")
LONGEST_HEADING = 100
"""Characters; a longer first line of a clause says something of its own."""
AS_GOOD = 0.98
"""Share of the best sentence's score from which another one says as much."""
LONGEST_QUOTE = 700
"""Characters of a block that is still quoted whole; of a longer one the best sentences are."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Consecutive blocks `first` to `last` of a passage, or a part of one: the words to quote and where they stand."""

    passage: Passage
    text: str
    first: int
    last: int

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line of the blocks in the stored file; the passage's where theirs are not known."""
        spans = self.passage.block_lines[self.first : self.last + 1]
        known = [s for s in spans if s is not None]
        if not known or len(known) < len(spans):
            return self.passage.lines
        return min(s[0] for s in known), max(s[1] for s in known)

    @property
    def places(self) -> tuple[int, int] | None:
        """First and last place of the blocks among the edition's lines; None where the passage has none."""
        spans = self.passage.block_places[self.first : self.last + 1]
        return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def unit_holding(passages: Sequence[Passage], words: str, first: PassageKind) -> Unit | None:
    """The block that holds `words`, those of passages of the kind `first` looked through before the others."""
    wanted = fold_markup(words)
    for passage in sorted(passages, key=lambda p: p.kind != first):
        for i, block in enumerate(passage.blocks):
            if wanted in fold_markup(block):
                return Unit(passage, block, i, i)
    return None


def whole(passage: Passage) -> Unit:
    """The whole passage as one quote."""
    return Unit(passage, passage.text, 0, len(passage.blocks) - 1)


def best_unit(passage: Passage, weights: TermWeights) -> Unit:
    """The block of a passage that covers most of the question; an opening line ("như sau:") takes its bullets along."""
    units = list(_units(passage))
    scored = [(_score(weights, u.text), u) for u in units]
    best = max(scored, key=lambda s: s[0])[1]
    if passage.kind == "row":
        return whole(passage)
    if best.first == best.last < len(units) - 1 and (_leads_on(best) or _heads_bullets(best)):
        best = _fitting(passage, best.first, len(units) - 1)
    return _sentence(best, weights) if len(best.text) > LONGEST_QUOTE else best


def sentence_of(unit: Unit, weights: TermWeights) -> str:
    """The one sentence of a unit that covers most of the question."""
    return max(_SENTENCE.split(unit.text.replace("\n", " ")), key=lambda s: _score(weights, s))


def sentences_of(unit: Unit, weights: TermWeights) -> list[str]:
    """The sentences of a unit that cover as much of the question as the best one does, in order."""
    items = [item.replace("\n", " ") for item in _ITEM.split(unit.text)]
    scored = [(_score(weights, s), s) for item in items for s in _SENTENCE.split(item)]
    best = max(score for score, _ in scored)
    return [s for score, s in scored if score >= AS_GOOD * best]


def _score(weights: TermWeights, text: str) -> float:
    return weights.coverage(text) + weights.pair_coverage(text)


def _units(passage: Passage) -> Iterator[Unit]:
    blocks = passage.blocks
    for i, block in enumerate(blocks):
        last = _end_of_opening(blocks, i) if block.rstrip().endswith(":") else i
        text = "\n".join(blocks[i : last + 1])
        if len(text) > LONGEST_QUOTE and last > i:
            last, text = i, block
        yield Unit(passage, text, i, last)


def _leads_on(unit: Unit) -> bool:
    """Whether a block only names what follows it, a heading or an opening: a quote of it alone would say nothing."""
    heading = unit.first == 0 and len(unit.text) <= LONGEST_HEADING and not _ENDED.search(unit.text)
    return heading or unit.text.rstrip().endswith(":")


def _heads_bullets(unit: Unit) -> bool:
    """Whether a block is a clause's first line, however long, that is no sentence and has bullets under it."""
    blocks = unit.passage.blocks
    return unit.first == 0 and len(blocks) > 1 and not _ENDED.search(unit.text) and _level(blocks[1]) > 0


def _fitting(passage: Passage, first: int, last: int) -> Unit:
    """The block `first`, which leads to those up to `last`, with as many of them as make a quote; at least one."""
    blocks = passage.blocks
    end = min(first + 1, last)
    while end < last and len("\n".join(blocks[first : end + 2])) <= LONGEST_QUOTE:
        end += 1
    return Unit(passage, "\n".join(blocks[first : end + 1]), first, end)


def _end_of_opening(blocks: Sequence[str], opening: int) -> int:
    """The last bullet that an opening line leads to: those of the level below it."""
    level = _level(blocks[opening])
    last = opening
    for i in range(opening + 1, len(blocks)):
        if _level(blocks[i]) <= level:
            break
        last = i
    return last


def _level(block: str) -> int:
    return {"-": 1, "–": 1, "•": 1, "+": 2}.get(block[:1], 0)


def _sentence(unit: Unit, weights: TermWeights) -> Unit:
    """The best sentence of a long block with its neighbours, up to the length of a quote."""
    sentences = _SENTENCE.split(unit.text)
    at = max(range(len(sentences)), key=lambda i: _score(weights, sentences[i]))
    start, end = at, at + 1
    while end < len(sentences) and len(" ".join(sentences[start : end + 1])) <= LONGEST_QUOTE:
        end += 1
    while start > 0 and len(" ".join(sentences[start - 1 : end])) <= LONGEST_QUOTE:
        start -= 1
    return Unit(unit.passage, " ".join(sentences[start:end]), unit.first, unit.last)


def items_of(text: str) -> int:
    """How many items a quote lists: of one rank, the first that has several, for what stands below an item belongs to it; else 0."""
    ranks = Counter(line[0] for line in text.split("\n") if line and line[0] in _ITEM_SIGNS)
    return next((n for n in ranks.values() if n > 1), 0)
