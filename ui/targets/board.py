"""All targets of the library, ready to be compared; read once for each publication."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.library import Library
from obligations.comparison import Sought, chosen_figures, tables_of
from obligations.contradictions import Contradiction, find_contradictions
from obligations.register import Register
from obligations.shared import SameGroup, Shared, same_groups, shared_measures
from obligations.stated import Stated, stated_figures
from obligations.wanted import Wanted


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Every figure in the order of the register, document by document, and the contradictions among them.

    A board equals itself only, so that what was made of it can be kept.
    """

    figures: Sequence[Stated]
    contradictions: Sequence[Contradiction]

    def figure(self, name: str | None) -> Stated | None:
        """The figure of that id; None where there is none, as after a change of the documents."""
        return next((figure for figure in self.figures if figure.id == name), None)


@lru_cache(maxsize=1)
def board_of(register: Register, library: Library) -> Board:
    """The one board of a register and the library it was read from, for all sessions. May raise StorageError."""
    passages = {passage.id: passage for passage in library.all_passages()}

    def cells(passage_id: str) -> Mapping[str, str]:
        return passages[passage_id].cells if passage_id in passages else {}

    figures = stated_figures(register.where(Wanted(kind="target")), cells)
    return Board(figures, find_contradictions(figures))


@lru_cache(maxsize=8)
def sides_of(board: Board, sought: Sought, documents: frozenset[str] | None) -> tuple[list[Shared], list[SameGroup]]:
    """What the documents that are wanted (None: all) set side by side: measures that they share, groups that they have in common."""
    rows = [row for table in tables_of(chosen_figures(board.figures, sought, documents)) for row in table.rows]
    return shared_measures(rows), same_groups(rows)
