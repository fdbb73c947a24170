"""The check of a written answer: every sentence against the passages that it cites, by rules alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from answer.claims.absence import absence_of, carries_a_fact, claims_nothing
from answer.claims.evidence import Evidence, read_evidence
from answer.claims.facts import names_office, numbers_of, offices_of, places_of
from answer.claims.origin import Origin, read_head
from answer.claims.persons import is_person_held, persons_of, unaccented_names
from answer.claims.polarity import modes_turned, turned
from answer.claims.quotes import ABSENT, Quote, labels_in, misquoted, quotes_of, stands_as_written
from answer.claims.references import holds_reference, references_of, without_labels
from answer.claims.roles import not_the_owner, swapped
from answer.claims.sentences import Sentence, split_sentences
from answer.claims.support import unsupported
from answer.claims.ties import misplaced
from answer.claims.values import missing_value
from answer.claims.wording import Term, is_english, terms_of, worded
from vietnamese.glossary import Glossary
from vietnamese.numbers import find_document_numbers
from vietnamese.text import has_accents, key, nfc


@dataclass(frozen=True, slots=True)
class SentenceVerdict:
    """One sentence as written, whether its passages hold it, and the reason where not."""

    text: str
    ok: bool
    reason: str = ""


MOST_WORDS_OF_AN_OPENING = 8
"""Words around verbatim quotes that only say who says so ("Kế hoạch nêu “…”")."""
MOST_WORDS_OF_A_PHRASE = 6
"""Words of a quote whose figures are told of what its sentence says ("Sở Y tế có “30 người”")."""
LEAST_WEIGHT = 5.0
"""The weight of terms from which a sentence is told by what it says alone, not by the document that it names as well."""
LONGEST_SENTENCE = 1_500
"""Characters of a sentence, quoted words aside, that is still checked; a longer one fails, for nobody can check it by eye either."""
LONGEST_QUOTED = 12_000
"""The same with the words it quotes."""


def check_claims(answer: str, passages: Mapping[int, str], glossary: Glossary) -> list[SentenceVerdict]:
    """Checks each sentence of `answer` against those of `passages` (text by marker) that it cites, in the answer's order.

    Each sentence is read in the language of its own words, for answers mix. Any text can be checked: nothing in it is obeyed,
    and no text makes the check fail.
    """
    evidence = {marker: read_evidence(text) for marker, text in passages.items()}
    verdicts = []
    for sentence in split_sentences(answer):
        reason = _Check(sentence, evidence, glossary).reason()
        verdicts.append(SentenceVerdict(sentence.text, reason is None, reason or ""))
    return verdicts


class _Check:
    """One sentence and the passages that it cites."""

    def __init__(self, sentence: Sentence, evidence: Mapping[int, Evidence], glossary: Glossary) -> None:
        self._sentence = sentence
        self._all = evidence
        self._glossary = glossary
        self._cited = [evidence[m] for m in sentence.markers if m in evidence]
        self._where = _where(sentence.markers)
        self._known: dict[tuple[str, tuple[str, ...]], str] = {}
        self._bare: dict[str, str] = {}

    def reason(self) -> str | None:
        """Why the sentence fails; None where it stands."""
        sentence = self._sentence
        if len(sentence.text) > LONGEST_QUOTED:
            return f"longer than {LONGEST_QUOTED} characters: write several sentences"
        unknown = [m for m in sentence.markers if m not in self._all]
        if unknown:
            return f"marker {unknown[0]} names no passage"
        absence = absence_of(sentence)
        if absence is not None:
            return self._absence_reason(*absence)
        if not sentence.markers:
            return None if claims_nothing(sentence) else "no marker"
        return self._claim_reason(sentence.bare)

    def _absence_reason(self, absent: str, rest: str) -> str | None:
        if carries_a_fact(absent) and (not self._cited or self._hard_facts(absent) is not None):
            return "says what is absent and states a fact with it"
        if len(re.findall(r"\w+", rest)) < 3:
            return None
        if not self._sentence.markers:
            return "no marker"
        return self._claim_reason(rest)

    def _claim_reason(self, text: str) -> str | None:
        if stands_as_written(text, self._cited):
            return None
        return next((reason for reason in self._reasons(text) if reason), None)

    def _reasons(self, text: str) -> Iterator[str | None]:
        """The rules, those that compare single facts first."""
        yield self._quotes(text)
        outside = self._outside(text)
        if len(outside) > LONGEST_SENTENCE:
            yield f"longer than {LONGEST_SENTENCE} characters: write several sentences"
            return
        yield self._pieces(text)
        yield self._hard_facts(text)
        if len(re.findall(r"\w+", outside)) < 2:
            return
        yield self._names(outside)
        yield self._references(outside)
        for part, cited in self._statements(outside):
            yield self._misplaced(part, cited)
            yield self._roles(part, cited)
        introduces = outside != nfc(text) and len(re.findall(r"\w+", outside)) <= MOST_WORDS_OF_AN_OPENING
        if self._sentence.kind != "lead" and not introduces:
            yield self._supported(outside)
        for statement, cited in self._statements(outside):
            for part in _clauses_of(statement):
                yield self._polarity(part, cited)
        if outside != nfc(text):
            yield self._misplaced(self._said(self._with_phrases(text), self._cited), self._cited)

    def _statements(self, text: str) -> list[tuple[str, list[Evidence]]]:
        """What a sentence states with the passages for it: each stretch before a marker by itself, each subject by itself."""
        pieces = [
            (self._outside(p), [self._all[m] for m in ms if m in self._all]) for p, ms in self._sentence.pieces if ms
        ]
        if len(pieces) < 2 or text != self._outside(self._sentence.bare):
            pieces = [(text, self._cited)]
        said = ((self._said(piece, cited), cited) for piece, cited in pieces)
        return [(part, cited) for piece, cited in said for part in self._subjects(piece)]

    def _said(self, text: str, cited: Sequence[Evidence]) -> str:
        """What a text states: without the numbers that only label something and the words that say where it is from."""
        heads = tuple(dict.fromkeys(e.head for e in cited if e.head))
        said = self._known.get((text, heads))
        if said is None:
            said = Origin(tuple(map(read_head, heads)), self._glossary).without(self._unlabelled(text))
            self._known[text, heads] = said
        return said

    def _unlabelled(self, text: str) -> str:
        if text not in self._bare:
            passages = [e.text for e in self._cited]
            self._bare[text] = without_labels(text, passages, self._sentence.markers, self._sentence.items)
        return self._bare[text]

    def _subjects(self, text: str) -> list[str]:
        """The parts of a sentence in which different offices do something ("A leads, and B advises")."""
        cuts = [
            o.start
            for o in offices_of(text, self._glossary)
            if re.search(
                r"(?:[,;]\s*(?:and|while|whereas|but|còn|và|trong khi(?: đó)?)?|\s(?:while|whereas|còn|trong khi))\s+(?:the\s+)?$",
                nfc(text)[: o.start],
                re.IGNORECASE,
            )
            and _VERB_BEHIND.match(key(text), o.end)
        ]
        ends = [0, *cuts, len(text)]
        return [nfc(text)[a:b] for a, b in pairwise(ends) if nfc(text)[a:b].strip(" ,.;")]

    def _quotes(self, text: str) -> str | None:
        for quote in quotes_of(text):
            translated = is_english(quote.text) and not has_accents(quote.text)
            wrong = self._misquoted(quote)
            if wrong and not (translated and wrong == ABSENT):
                return f"quoted words “{quote.text[:60]}” {wrong} {self._where}"
        return None

    def _misquoted(self, quote: Quote) -> str | None:
        return misquoted(quote, self._cited)

    def _outside(self, text: str) -> str:
        """A sentence without the words that it quotes as they stand; a translated quote is checked like the rest."""
        plain = nfc(text)
        for quote in reversed(list(quotes_of(plain))):
            if self._misquoted(quote) is None:
                plain = f"{plain[: quote.start]} {plain[quote.end :]}"
        return plain

    def _with_phrases(self, text: str) -> str:
        """A sentence with the short ones of its quotes, without their marks, and without the others."""
        plain = nfc(text)
        for quote in reversed(list(quotes_of(plain))):
            kept = quote.text if len(quote.text.split()) <= MOST_WORDS_OF_A_PHRASE else ""
            plain = f"{plain[: quote.start]} {kept} {plain[quote.end :]}"
        return " ".join(plain.split())

    def _counted(self, text: str) -> str:
        """A sentence with the words that it quotes, those numbers blanked that only label something, there or in its passage."""
        letters = list(self._unlabelled(text))
        for quote in quotes_of(text):
            for start, end in labels_in(quote, self._cited):
                letters[start:end] = " " * (end - start)
        return "".join(letters)

    def _pieces(self, text: str) -> str | None:
        """Figures, dates and numbers stand in the passages of the markers right behind them."""
        pieces = [p for p in self._sentence.pieces if p[1]]
        if len(pieces) < 2 or text != self._sentence.bare:
            return None
        for piece, markers in pieces:
            own = [self._all[m] for m in markers if m in self._all]
            reason = missing_value(self._counted(piece), own, _where(markers), self._sentence.items, text)
            if reason:
                return reason
        return None

    def _hard_facts(self, text: str) -> str | None:
        return missing_value(self._counted(text), self._cited, self._where, self._sentence.items)

    def _names(self, text: str) -> str | None:
        offices = offices_of(text, self._glossary)
        for office in offices:
            if not any(names_office(e.words, office) for e in self._cited):
                return f"{office.text} is not in {self._where}"
        held = frozenset[str]().union(*(e.places for e in self._cited))
        for place in sorted(places_of(text) - held):
            return f"{place} is not in {self._where}"
        for person in (*persons_of(text, [(o.start, o.end) for o in offices]), *unaccented_names(text)):
            if not self._is_known(person):
                return f"{person} is not in {self._where}"
        return None

    def _is_known(self, name: str) -> bool:
        return (
            any(is_person_held(name, e.text) for e in self._cited)
            or bool(places_of(name))
            or bool([o for o in offices_of(name, self._glossary) if any(names_office(e.words, o) for e in self._cited)])
        )

    def _references(self, text: str) -> str | None:
        for reference in references_of(_without_numbers(text)):
            if not any(holds_reference(e.text, reference) for e in self._cited):
                return f"{reference.text} is not in {self._where}"
        return None

    def _misplaced(self, text: str, cited: Sequence[Evidence]) -> str | None:
        found = misplaced(text, cited, self._glossary)
        if found is None:
            return None
        stated, given = found
        return f"{stated.text} stands with something else in {self._where}; for this it gives {given.text}"

    def _roles(self, text: str, cited: Sequence[Evidence]) -> str | None:
        offices = offices_of(text, self._glossary)
        if not offices:
            return None
        clauses = list(chain.from_iterable(e.clauses for e in cited))
        named = {w for o in offices for w in o.wordings}
        rest = [
            t for t in terms_of(text, self._glossary) if not any(w in n or n in w for w in t.wordings for n in named)
        ]
        owner = not_the_owner(text, offices, rest, clauses)
        if owner:
            return f"by {self._where} this is the duty of: {owner}"
        return swapped(text, offices, rest, clauses)

    def _polarity(self, text: str, cited: Sequence[Evidence]) -> str | None:
        clauses = list(chain.from_iterable(e.clauses for e in cited))
        numbers = [Term(frozenset({worded(n.number).strip()}), 2.0) for n in numbers_of(text)]
        terms = [*terms_of(text, self._glossary), *numbers]
        return turned(text, terms, clauses, self._glossary) or modes_turned(text, clauses, self._glossary)

    def _supported(self, text: str) -> str | None:
        words = "".join(e.words for e in self._cited)
        said = self._said(text, self._cited)
        terms = terms_of(said, self._glossary)
        part = unsupported(said, terms, words, self._glossary)
        if part and sum(t.weight for t in terms) < LEAST_WEIGHT:
            whole = self._unlabelled(text)
            part = unsupported(whole, terms_of(whole, self._glossary), words, self._glossary)
        return f"{self._where} does not speak of {part}" if part else None


_VERB_BEHIND = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:chủ trì|phối hợp|tham mưu|hướng dẫn|thực hiện|có |chịu|phụ trách|làm|theo dõi|tổng hợp|bố trí|báo cáo|trình|leads?|coordinates?|"
    r"advises?|guides?|is |are |has |must |arranges?|monitors?|supports?|reports?|implements?|provides?|develops?|does|do |will |shall |takes?)"
)
_LINK = re.compile(r";|,?\s(?:còn|trong khi(?: đó)?|nhưng|while|whereas|but)\s", re.IGNORECASE)


def _clauses_of(text: str) -> list[str]:
    """The clauses of a sentence that each say something of their own; a short one goes with the one before it."""
    clauses: list[str] = []
    for part in _LINK.split(text):
        if clauses and len(part.split()) < 4:
            clauses[-1] = f"{clauses[-1]}; {part}"
        else:
            clauses.append(part)
    return clauses


def _where(markers: Sequence[int]) -> str:
    return f"passage {markers[0]}" if len(markers) == 1 else f"passages {', '.join(map(str, markers))}"


def _without_numbers(text: str) -> str:
    plain = nfc(text)
    for number in reversed(find_document_numbers(plain)):
        plain = f"{plain[: number.start]} {plain[number.end :]}"
    return plain
