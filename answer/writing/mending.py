"""What a model wrote, sentence by sentence: kept, replaced by the document's own words, or left out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from answer.claims import SentenceVerdict, check_claims
from answer.claims.evidence import read_evidence
from answer.claims.sentences import markers_of
from answer.claims.wording import support, terms_of
from answer.writing.echo import echoes
from answer.writing.source import Source
from vietnamese.glossary import Glossary

LEAST_SAID = 4.0
"""The weight of a sentence's terms from which a marker that it lacks is looked for: some four content words."""
LEAST_HELD = 0.75
"""The share of those terms that the passage must hold."""
Fate = Literal["kept", "replaced", "removed"]
_BULLET = re.compile(r"^\s*(?:[-*•+–—◦▪]\s+|\(?\d{1,2}[.)]\s+|\(?[a-zđ]\)\s+)")
_MARKER = re.compile(r"\s*\[\d+\]")
_STOP = re.compile(r"[.!?…;]+[\"”’')]*\s*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ITEM = re.compile(r"^\s*(?:[-*•+–—◦▪]\s|\(?\d{1,2}[.)]\s|\(?[a-zđ]\)\s|“)")


@dataclass(frozen=True, slots=True)
class Mended:
    """One sentence of the model: what became of it, what is shown in its place ("" where nothing is), and why.

    `gap` is the white space that stood before it. `states` says whether it states something that passages must bear out.
    A kept sentence has the marker of the passage that bears it out, whichever the model gave it.
    """

    gap: str
    shown: str
    fate: Fate
    written: str
    reason: str = ""
    states: bool = True


@dataclass(frozen=True, slots=True)
class Mending:
    """All sentences of an answer, in order."""

    sentences: tuple[Mended, ...]

    @property
    def text(self) -> str:
        """What may be shown: markers are those of the sources."""
        lines = "".join(f"{m.gap}{m.shown}" for m in self.sentences if m.shown).strip().split("\n")
        return "\n".join(line for i, line in enumerate(lines) if not _leads_to_nothing(lines, i))

    def count(self, *fates: Fate) -> int:
        """How many sentences that state something had one of these fates."""
        return sum(m.states and m.fate in fates for m in self.sentences)


class Mender:
    """Checks sentences against the sources that they cite. `quote_of` gives the words of a source that are quoted instead, `asked`
    is the question: a sentence that only gives it back is left out.
    """

    def __init__(
        self, sources: Sequence[Source], glossary: Glossary, quote_of: Callable[[Source], str], asked: str = ""
    ) -> None:
        self._sources = {s.marker: s for s in sources}
        self._texts = {s.marker: s.text for s in sources}
        self._words = {s.marker: read_evidence(s.text).words for s in sources}
        self._glossary = glossary
        self._quote_of = quote_of
        self._asked = asked

    def mend(self, written: str) -> Mending:
        """The answer as far as its sources bear it out; a clause is quoted once, however many sentences it stands in for."""
        mended: list[Mended] = []
        quoted: set[int] = set()
        at = 0
        for verdict in check_claims(written, self._texts, self._glossary):
            found = written.find(verdict.text, at)
            start = at if found < 0 else found
            mended.append(self._mended(verdict, written[at:start], quoted))
            at = start + len(verdict.text)
        return Mending(tuple(mended))

    def _mended(self, verdict: SentenceVerdict, gap: str, quoted: set[int]) -> Mended:
        text = verdict.text
        if not _WORD.search(_MARKER.sub("", text)):
            return Mended(gap, "", "removed", text, "no words", states=False)
        if verdict.ok and not markers_of(text):
            return Mended(gap, text, "kept", text, states=False)
        if not _MARKER.sub("", text).rstrip().endswith(":") and echoes(text, self._asked):
            return Mended(gap, "", "removed", text, "only the question again")
        if verdict.ok:
            return Mended(gap, text, "kept", text)
        borne = self._borne_out(text)
        if borne is not None:
            return Mended(gap, borne, "kept", text, verdict.reason)
        cited = [m for m in markers_of(text) if m in self._sources and m not in quoted]
        if not cited:
            return Mended(gap, "", "removed", text, verdict.reason)
        quoted.update(cited[:1])
        bullet = _BULLET.match(text)
        shown = f"{bullet.group() if bullet else ''}{self._quote_of(self._sources[cited[0]])} [{cited[0]}]"
        return Mended(gap, shown, "replaced", text, verdict.reason)

    def _borne_out(self, text: str) -> str | None:
        """The sentence with the marker of the passage that bears it out best, where it had none or that of another.

        The check only looks for faults, and a few words that are nowhere wrong prove nothing: most of the sentence's own terms must
        stand in that passage.
        """
        bare = _MARKER.sub("", text).rstrip()
        terms = terms_of(bare, self._glossary)
        if bare.endswith(":") or sum(t.weight for t in terms) < LEAST_SAID:
            return None
        end = _STOP.search(bare)
        at = end.start() if end else len(bare)
        shares = {m: support(terms, words) or 0.0 for m, words in self._words.items()}
        for marker in sorted((m for m in shares if shares[m] >= LEAST_HELD), key=lambda m: -shares[m]):
            tried = f"{bare[:at]} [{marker}]{bare[at:]}"
            if all(v.ok for v in check_claims(tried, self._texts, self._glossary)):
                return tried
        return None


def _leads_to_nothing(lines: Sequence[str], at: int) -> bool:
    """Whether a line announces items of which none is left."""
    if not lines[at].rstrip().endswith(":"):
        return False
    following = next((line for line in lines[at + 1 :] if line.strip()), "")
    return not _ITEM.match(following)
