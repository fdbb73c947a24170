"""What a model wrote, completed by code: by what the program's own checked sentences state besides, and by the clauses themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from answer.phrases import document_name, model_name, quoted, say
from answer.reply import Answer, Citation, Notice
from answer.writing.markers import markers_in, renumbered
from answer.writing.state import WritingRecord
from answer.writing.telling import Told, without_markers
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup


@dataclass(frozen=True, slots=True)
class Completed:
    """A written answer with all that the extractive one shows. Markers in `text` count from 1 in the order of use and are those of
    `citations`. `led` says that a sentence of the program stands first, for the model left out something that it states.
    """

    text: str
    citations: tuple[Citation, ...]
    led: bool


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Words with the clauses that their markers stand for, as places in a list of clauses."""

    text: str
    clauses: Mapping[int, int]

    @property
    def cited(self) -> list[int]:
        """The clauses it cites, in the order of its markers."""
        return [self.clauses[marker] for marker in markers_in(self.text)]


def complete(written: str, cited: Sequence[Citation], extractive: Answer, glossary: Glossary) -> Completed | None:
    """The answer that a model wrote, completed; None where it says no to what the program says yes to, or yes to its no.

    `cited` are the citations of `written`, `extractive` is the answer to the same question in the documents' own words. First come
    those of its sentences that state something which the model does not, then the model's words, the clauses that both rest
    on, and last, named as such, what else the extractive answer quotes.
    """
    told = Told(written, glossary)
    if any(told.contradicts(lead) for lead in extractive.leads):
        return None
    clauses = _widest([*cited, *extractive.citations])
    names = {document_name(c.document, extractive.language, glossary) for c in extractive.citations}
    prose = _Paragraph(written, {c.marker: clauses[i] for i, c in enumerate(cited)})
    quoting = {c.marker: clauses[len(cited) + i] for i, c in enumerate(extractive.citations)}
    leads = [_Paragraph(lead, quoting) for lead in extractive.leads]
    pointing = without_markers(say("see_clauses", extractive.language, m="[1]"))
    over = [p for p in leads if without_markers(p.text) == pointing]
    first = [p for p in leads if p not in over and not told.tells(p.text, sorted(names, key=len, reverse=True))]
    over += [p for p in leads if p not in over and p not in first and without_markers(p.text).endswith(":")]
    page = _Page([*cited, *extractive.citations], written)
    for paragraph in (*first, prose):
        page.add(paragraph)
    headed = {clause for lead in over for clause in lead.cited}
    resting = [clause for paragraph in (*first, prose, *leads) for clause in paragraph.cited if clause not in headed]
    page.quote(_Paragraph(say("own_words", extractive.language), {}), resting)
    for lead in over:
        page.quote(lead, lead.cited)
    page.quote(_Paragraph(say("related", extractive.language), {}), quoting.values())
    return Completed(*page.done(), led=bool(first))


def unwritten(extractive: Answer, record: WritingRecord) -> Answer:
    """The extractive answer in place of what a model wrote, with the reason: the trouble of `record`, or else that it is unsupported."""
    trouble = record.trouble or "unsupported"
    why = say(f"trouble_{trouble}", extractive.language)
    said = say("not_written", extractive.language, model=model_name(record.model), why=why)
    record = replace(record, outcome="extractive", trouble=trouble)
    return replace(extractive, notices=(*extractive.notices, Notice("no_model", said)), writing=record)


def _widest(clauses: Sequence[Citation]) -> list[int]:
    """For each clause the one that is cited in its place: of those of its passage that hold its words the longest."""
    quotes = [(c.passage.id, fold_markup(c.quote)) for c in clauses]
    return [
        max(
            (i for i, (of, words) in enumerate(quotes) if of == passage and quote in words),
            key=lambda i: (len(quotes[i][1]), -i),
        )
        for passage, quote in quotes
    ]


class _Page:
    """An answer as it is put together: paragraphs with their clauses numbered in the order of use."""

    def __init__(self, clauses: Sequence[Citation], written: str) -> None:
        self._clauses = clauses
        self._written = written
        self._numbers: dict[int, int] = {}
        self._paragraphs: list[str] = []
        self._quoted: set[int] = set()

    def add(self, paragraph: _Paragraph) -> None:
        """Appends a paragraph."""
        order = {m: self._number(paragraph.clauses[m]) for m in markers_in(paragraph.text)}
        self._paragraphs.append(renumbered(paragraph.text, order))

    def quote(self, heading: _Paragraph, clauses: Iterable[int]) -> None:
        """Appends those clauses that are not quoted yet, with a heading over them; nothing where there is none."""
        new = [i for i in dict.fromkeys(clauses) if not self._is_quoted(i)]
        if new:
            self.add(heading)
        for i in new:
            self._quoted.add(i)
            self._paragraphs.append(f"{quoted(self._clauses[i].quote)} [{self._number(i)}]")

    def done(self) -> tuple[str, tuple[Citation, ...]]:
        """The text and its citations."""
        cited = tuple(replace(self._clauses[i], marker=number) for i, number in self._numbers.items())
        return "\n\n".join(self._paragraphs), cited

    def _is_quoted(self, clause: int) -> bool:
        """Whether a clause is quoted, by the page or in place of a sentence that the model wrote."""
        return clause in self._quoted or (
            clause in self._numbers and quoted(self._clauses[clause].quote) in self._written
        )

    def _number(self, clause: int) -> int:
        return self._numbers.setdefault(clause, len(self._numbers) + 1)
