"""The words of a passage that a row of the register was read from, as an answer cites them."""

from answer.units import Unit
from index.passage import Passage
from obligations.obligation import Obligation
from vietnamese.text import fold_markup


def unit_of(row: Obligation, passage: Passage) -> Unit | None:
    """The blocks of a row's own passage that hold its quote, as few as do; None where the passage does not hold it."""
    wanted = fold_markup(row.quote)
    blocks = [fold_markup(block) for block in passage.blocks]
    spans = ((i, j) for size in range(len(blocks)) for i in range(len(blocks) - size) for j in [i + size])
    found = next(((i, j) for i, j in spans if wanted in " ".join(blocks[i : j + 1])), None)
    return Unit(passage, row.quote, *found) if found and wanted else None
