"""The words of each source that a written answer cites: the smallest stretch that bears out what is said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from answer.claims import check_claims
from answer.claims.sentences import markers_of, split_sentences
from answer.draft import Quote
from answer.terms import TermWeights
from answer.units import Unit, best_unit, whole
from answer.writing.source import Source
from vietnamese.glossary import Glossary
from vietnamese.text import nfc


def quote_for(source: Source, text: str, weights: TermWeights, glossary: Glossary) -> Quote:
    """The quote under the marker of `source` in an answer whose sentences have passed the check.

    The block that covers most of the question if the sentences stand by it alone, else another block that they stand by, else
    the whole passage.
    """
    sentences = [s.text for s in split_sentences(text) if source.marker in markers_of(s.text)]
    for unit in _units(source, weights):
        if _bears(source, unit, sentences, glossary):
            return Quote(source.document, unit)
    return Quote(source.document, whole(source.passage))


def _units(source: Source, weights: TermWeights) -> Iterator[Unit]:
    best = best_unit(source.passage, weights)
    yield best
    for i, block in enumerate(source.passage.blocks):
        if (i, i) != (best.first, best.last) and block.strip():
            yield Unit(source.passage, block, i, i)


def _bears(source: Source, unit: Unit, sentences: Sequence[str], glossary: Glossary) -> bool:
    """Whether sentences that stand by the whole source stand by one stretch of it too, as far as they cite only this source."""
    head = source.text[: source.text.rfind(nfc(source.passage.text))] if source.passage.text in source.text else ""
    alone = replace(source, text=f"{head}{unit.text}")
    own = [s for s in sentences if markers_of(s) == (source.marker,)]
    if len(own) < len(sentences):
        return False
    return all(v.ok for s in own for v in check_claims(s, {source.marker: alone.text}, glossary))
