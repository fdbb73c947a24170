"""An answer in the making: a lead sentence and the quotes it rests on, before markers are given."""

from dataclasses import dataclass, field

from answer.reply import Notice
from answer.units import Unit
from index.document import Document


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a passage that an answer cites."""

    document: Document
    unit: Unit


@dataclass(slots=True)
class Draft:
    """`leads` are sentences with `{m}` where the markers of their quotes go; each names the quotes it rests on by position.
    `contradictions` holds the documents whose figures disagree, with both figures, `notices` what else the reader must know.
    """

    leads: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    partial: bool = False
    contradictions: list[tuple[Document, str]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def add(self, lead: str, quotes: list[Quote]) -> None:
        """Appends a lead with its quotes; a quote already there is not repeated."""
        positions: list[int] = []
        for quote in quotes:
            if quote not in self.quotes:
                self.quotes.append(quote)
            positions.append(self.quotes.index(quote))
        self.leads.append((lead, tuple(positions)))

    @property
    def sentences(self) -> list[str]:
        """The leads with their markers, which count the quotes from 1."""
        return [lead.replace("{m}", "".join(f"[{p + 1}]" for p in positions)) for lead, positions in self.leads]
