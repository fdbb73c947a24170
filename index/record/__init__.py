"""The record: documents, editions, passages, what is published, and feedback. Everything else can be rebuilt from it.

It also keeps what language models wrote, and the rows of the register, which can be forgotten and read again at any time.

An edition is written as soon as it was read and counts only once a publication lists it. One that none lists is pending:
a run that was stopped leaves it for the next one to take up, and whoever publishes without it deletes it.
"""

from uuid import uuid4

from sqlalchemy import Engine, inspect
from sqlalchemy.orm import Session

from index.record.database import connect, storage_errors
from index.record.documents import Documents
from index.record.editions import Editions
from index.record.failures import Failures
from index.record.feedback import Verdicts
from index.record.history import History
from index.record.pages import Pages
from index.record.publications import Publications
from index.record.register import RegisterRows
from index.record.segments import StagedSegments
from index.record.tables import Base, IndexRow, LiveRow
from index.record.writings import Writings
from index.settings import Settings

FILE = "record.sqlite"


class Record:
    """The database behind the index, by what it keeps."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self._engine = engine
        self.documents = Documents(engine)
        self.editions = Editions(engine)
        self.pages = Pages(engine)
        self.history = History(engine)
        self.publications = Publications(engine)
        self.staged = StagedSegments(engine)
        self.failures = Failures(engine)
        self.feedback = Verdicts(engine)
        self.register = RegisterRows(engine, settings)
        self.writings = Writings(engine, settings)

    @classmethod
    def open(cls, settings: Settings, create: bool = False) -> "Record | None":
        """The record of the data folder; None where there is none and `create` is false. StorageError where it fails."""
        path = settings.data / FILE
        if settings.database is None and not create and not path.is_file():
            return None
        with storage_errors(settings):
            if settings.database is None:
                settings.data.mkdir(parents=True, exist_ok=True)
            record = cls(connect(settings.database or f"sqlite:///{path}"), settings)
            if create:
                record._create()
            elif not inspect(record._engine).has_table(LiveRow.__tablename__):
                return None
        return record

    def _create(self) -> None:
        Base.metadata.create_all(self._engine)
        with Session(self._engine) as session, session.begin():
            if session.get(IndexRow, 1) is None:
                session.add(IndexRow(id=1, name=uuid4().hex[:12]))

    def index_id(self) -> str:
        """The name of this index."""
        with Session(self._engine) as session:
            return session.get_one(IndexRow, 1).name

    def close(self) -> None:
        """Gives the database's connections back."""
        self._engine.dispose()
