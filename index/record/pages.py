"""Pages of editions, and the words on them, which are read only to mark a quote."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Engine, select

from index.document import Page, PageWord
from index.record.tables import PageRow

_PAGE = TypeAdapter(Page)
_WORDS = TypeAdapter(tuple[PageWord, ...])


class Pages:
    """The pages of editions whose sources have some."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, edition_id: int) -> tuple[Page, ...]:
        """The pages of an edition without their words; none where its source has none."""
        bodies = select(PageRow.body).where(PageRow.edition_id == edition_id).order_by(PageRow.number)
        with self._engine.connect() as connection:
            return tuple(_PAGE.validate_json(body) for body in connection.scalars(bodies))

    def words(self, edition_id: int, number: int) -> tuple[PageWord, ...]:
        """The words of one page; none where there is no such page."""
        words = select(PageRow.words).where(PageRow.edition_id == edition_id, PageRow.number == number)
        with self._engine.connect() as connection:
            found = connection.scalar(words)
        return () if found is None else _WORDS.validate_json(found)


def page_rows(edition_id: int, pages: Sequence[Page]) -> list[dict[str, Any]]:
    """The values of the rows for the pages of an edition."""
    return [
        {
            "edition_id": edition_id,
            "number": page.number,
            "body": _PAGE.dump_json(replace(page, words=())).decode(),
            "words": _WORDS.dump_json(page.words).decode(),
        }
        for page in pages
    ]
