"""What the reader chose of the targets, as the address has it: a link, a reload and the browser's way back keep it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Self, get_args

from obligations.comparison import Sought
from ui.addressed import Addressed

View = Literal["table", "charts", "side"]
VIEWS: tuple[View, ...] = get_args(View)
LONGEST = 200
"""Characters of the words that are looked for."""


@dataclass(frozen=True, slots=True)
class Choice(Addressed):
    """One state of the page; None and an empty part do not limit. `documents` are ids, `unit` is one of `units_of`."""

    CALLED: ClassVar[Mapping[str, str]] = {"words": "q", "documents": "doc", "provinces": "province"}

    words: str = ""
    documents: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    year: int | None = None
    unit: str | None = None
    view: View = VIEWS[0]

    @classmethod
    def read(cls, address: Mapping[str, Sequence[str]]) -> Self:
        """The choice of an address, by the names of its parameters; what means nothing there is left out."""

        def one(name: str) -> str:
            values = address.get(cls.parameter(name), ())
            return " ".join(values[0].split())[:LONGEST] if values else ""

        year, view = one("year"), one("view")
        return cls(
            words=one("words"),
            documents=tuple(dict.fromkeys(address.get(cls.parameter("documents"), ()))),
            provinces=tuple(dict.fromkeys(address.get(cls.parameter("provinces"), ()))),
            year=int(year) if re.fullmatch(r"[0-9]{4}", year) else None,
            unit=one("unit") or None,
            view=view if view in VIEWS else VIEWS[0],
        )

    def among(
        self, documents: Collection[str], provinces: Collection[str], years: Collection[int], units: Collection[str]
    ) -> "Choice":
        """The same without what is not there (any more)."""
        return Choice(
            self.words,
            tuple(name for name in self.documents if name in documents),
            tuple(name for name in self.provinces if name in provinces),
            self.year if self.year in years else None,
            self.unit if self.unit in units else None,
            self.view,
        )

    @property
    def sought(self) -> Sought:
        """What it asks of each figure."""
        return Sought(self.words, self.year, self.unit)

    @property
    def limits(self) -> int:
        """How many filters beside the words limit the figures."""
        return sum(bool(part) for part in (self.documents, self.provinces, self.year, self.unit))


PARAMETERS = Choice.parameters()
"""The names of all parameters of the address."""
