"""Makes the index equal to a folder, or adds and updates single files: what is new is read, what is gone is taken out."""

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from index.document import Document
from index.embedding import EmbeddingModel
from index.errors import InputError, SettingError
from index.library import KnownEdition, Publisher
from index.settings import Settings
from ingest.catalog import NAME as CATALOG
from ingest.catalog import catalog_folder, load_catalog
from ingest.events import Action, Listener, Outcome
from ingest.names import shown_name
from ingest.passages import BUILDER_VERSION
from ingest.pool import ReadingPool
from ingest.reading import opening
from ingest.sources import Gathered, Hashing, Source, find_files, gather
from ingest.worker import Read, failed, read_here

log = logging.getLogger(__name__)
ModelLoader = Callable[[], EmbeddingModel]
_Catalog = Mapping[str, Mapping[str, Any]]

_READ_HERE = frozenset({".txt", ".md"})
_SMALL = 512_000  # bytes; reading such a text takes less than handing it to a worker
_WAIT = 0.2  # seconds between two looks at the workers
_SPELLINGS = (
    {".txt", ".md"},
    {".html", ".htm"},
    {".jpg", ".jpeg"},
    {".tif", ".tiff"},
    {".docx", ".docm"},
    {".xlsx", ".xlsm"},
)
"""Suffixes under which the same bytes are read in the same way."""


def ingest_folder(
    settings: Settings,
    listener: Listener | None = None,
    rebuild: bool = False,
    model_loader: ModelLoader | None = None,
    leave: Collection[Path] = (),
) -> list[Outcome]:
    """Makes the index equal to the corpus folder. A file that fails keeps the edition it had; the others go on.

    The documents of the files `leave` stay as they are, whatever those hold now.
    """
    folder = settings.corpus
    if not folder.is_dir():
        raise SettingError(f"{folder}: there is no such folder; name the documents' folder in ASSISTANT_CORPUS.")
    files = find_files([folder])
    if not files:
        raise SettingError(f"{folder}: the folder holds no documents; nothing was changed.")
    return _Run(settings, listener or Listener(), rebuild, model_loader).of(files, True, [], frozenset(leave))


def ingest_paths(
    settings: Settings,
    paths: Sequence[Path],
    listener: Listener | None = None,
    rebuild: bool = False,
    model_loader: ModelLoader | None = None,
) -> list[Outcome]:
    """Adds or updates the named files, and those in the named folders; every other document stays as it is."""
    useless = [
        Outcome(
            shown_name(str(p)),
            "failed",
            detail=f"{p}: {'no documents found there' if p.exists() else 'there is no such file or folder'}.",
        )
        for p in paths
        if not find_files([p])
    ]
    return _Run(settings, listener or Listener(), rebuild, model_loader).of(
        find_files(paths), False, useless, frozenset()
    )


class _Run:
    """One pass over some files: what is known is left, what is small is read here, the rest in workers."""

    def __init__(self, settings: Settings, listener: Listener, rebuild: bool, model_loader: ModelLoader | None) -> None:
        self._settings = settings
        self._listener = listener
        self._rebuild = rebuild
        self._model_loader = model_loader
        self._pool: ReadingPool | None = None
        self._sources: Sequence[Source] = ()
        self._outcomes: dict[int, Outcome] = {}
        self._known: Mapping[str, KnownEdition] = {}
        self._files: Mapping[str, str] = {}  # `Document.file` by document id
        self._incomplete: Collection[str] = frozenset()  # documents whose kept files are gone
        self._hashes: dict[int, str] = {}
        self._asked_of_all = False  # whether every file of the folder was asked for its remembered failure
        # What a file's failure hangs on, besides the file.
        self._reader = f"{BUILDER_VERSION} {settings.max_pages} {settings.max_pixels}"

    def of(
        self, files: Sequence[Path], remove_others: bool, useless: Iterable[Outcome], leave: frozenset[Path]
    ) -> list[Outcome]:
        """The outcomes: of what was refused, of the files in their order, of what was removed."""
        gathered = gather(files, self._settings)
        catalogs, broken = _load_catalogs(self._settings, [s.path for s in gathered.sources])
        refused = [*useless, *(Outcome(r.name, "failed", detail=r.detail) for r in gathered.refusals), *broken]
        chosen = [s for s in gathered.sources if s.path not in leave]
        self._sources = [s for s in chosen if catalogs[catalog_folder(self._settings.corpus, s.path)] is not None]
        self._listener.started(len(self._sources) + len(refused))
        for outcome in refused:
            self._listener.outcome(outcome)
        if not gathered.sources and not (remove_others and files):
            return refused
        stated = [self._stated(catalogs, source) for source in self._sources]
        self._asked_of_all = gathered.whole and not (leave or broken or gathered.unread)
        removed = self._publish(stated, gathered if remove_others else None)
        return [*refused, *(self._outcomes[i] for i in range(len(self._sources))), *removed]

    def _stated(self, catalogs: Mapping[Path, _Catalog | None], source: Source) -> Mapping[str, Any]:
        catalog = catalogs[catalog_folder(self._settings.corpus, source.path)]
        return (catalog or {}).get(source.document_id, {})

    def _publish(self, stated: Sequence[Mapping[str, Any]], folder: Gathered | None) -> list[Outcome]:
        """Reads what is to be read and makes it visible; what was removed, where all that a `folder` holds is given."""
        removed: list[Outcome] = []
        with Publisher(
            self._settings, BUILDER_VERSION, self._model_loader, self._rebuild, self._embedding
        ) as publisher:
            self._known, self._files = publisher.known, publisher.source_files()
            self._incomplete = publisher.without_files() if self._rebuild else frozenset()
            self._read_all(publisher, stated)
            if folder is not None:
                present = {source.document_id for source in folder.sources} | folder.refused
                removed = self._remove(publisher, present, folder.unread) if folder.whole else []
                if self._asked_of_all:
                    publisher.forget_other_failures()
            if publisher.publish():
                self._listener.published()
        return removed

    def _read_all(self, publisher: Publisher, stated: Sequence[Mapping[str, Any]]) -> None:
        with Hashing(self._settings) as hashing, ReadingPool(self._settings, self._on_page) as pool:
            self._pool = pool
            for number, (source, says) in enumerate(zip(self._sources, stated, strict=True)):
                try:
                    hashed = hashing.hash(source, says)
                    at_once = _is_small_text(source)
                except InputError as error:
                    self._asked_of_all = False
                    self._done(number, self._failed(failed(number, source, error, self._settings, 0.0)))
                    continue
                if not self._is_settled(publisher, number, source, hashed):
                    self._hashes[number] = hashed
                    self._read(publisher, pool, number, says, at_once)
            while pool.busy:
                self._collect(publisher, pool, _WAIT)
            self._pool = None

    def _is_settled(self, publisher: Publisher, number: int, source: Source, hashed: str) -> bool:
        """Whether a source need not be read: it is known, was read earlier, under another name too, or is known to fail."""
        name = source.document_id
        known = self._known.get(name)
        is_same = known and known.builder_version == BUILDER_VERSION and known.content_hash == hashed
        if is_same and name not in self._incomplete and self._files[name] == source.file:
            self._done(number, Outcome(name, "unchanged", document_id=name))
            return True
        adopted = publisher.adopt(name, hashed, source.file, lambda file: _is_read_alike(source, file))
        if adopted is not None:
            outcome = self._read_outcome(name, adopted.document, len(adopted.passages))
            self._done(number, replace(outcome, adopted=True))
            return True
        reason = None if self._rebuild else publisher.failure(hashed, source.suffix, self._reader)
        if reason is None:
            return False
        outcome = self._failed(Read(number, None, f"{source.shown}: {reason}"))
        self._done(number, replace(outcome, as_before=True))
        return True

    def _read(
        self, publisher: Publisher, pool: ReadingPool, number: int, stated: Mapping[str, Any], at_once: bool
    ) -> None:
        """Reads a source here, or has it read."""
        source = self._sources[number]
        if at_once:
            self._listener.reading(source.file)
            self._take(publisher, read_here(number, source, stated, self._settings))
        else:
            pool.submit(number, source, stated)
            self._collect(publisher, pool, 0)

    def _collect(self, publisher: Publisher, pool: ReadingPool, seconds: float) -> None:
        """Takes what the workers have read, and writes it at once: reading it again would take long."""
        for read in pool.finished(seconds):
            self._take(publisher, read)
            publisher.save()

    def _take(self, publisher: Publisher, read: Read) -> None:
        source = self._sources[read.number]
        hashed = self._hashes.pop(read.number)
        if read.edition is None:
            shown = f"{source.shown}: "
            if read.lasting and read.detail.startswith(shown):
                publisher.note_failure(hashed, source.suffix, self._reader, read.detail.removeprefix(shown))
            self._done(read.number, self._failed(read))
            return
        publisher.add(read.edition)
        outcome = self._read_outcome(source.document_id, read.edition.document, len(read.edition.passages))
        self._done(read.number, replace(outcome, seconds=read.seconds))

    def _read_outcome(self, name: str, document: Document, passages: int) -> Outcome:
        action: Action = "changed" if name in self._known else "added"
        return Outcome(name, action, passages, document_id=name, pages=document.pages, read_by=document.read_by)

    def _remove(self, publisher: Publisher, present: Collection[str], unread: Collection[str]) -> list[Outcome]:
        """Takes out what is not present any more. Who knows what an archive holds that cannot be opened: its documents stay."""
        gone = [name for name in self._known if name not in present]
        outcomes = []
        for name in gone:
            if self._files[name].split("/")[0] not in unread:
                publisher.remove(name)
                outcomes.append(Outcome(name, "removed", document_id=name))
                self._listener.outcome(outcomes[-1])
        return outcomes

    def _failed(self, read: Read) -> Outcome:
        log.warning("%s", read.detail)
        name = shown_name(self._sources[read.number].file)
        return Outcome(name, "failed", detail=read.detail, seconds=read.seconds, by_machine=read.by_machine)

    def _done(self, number: int, outcome: Outcome) -> None:
        self._outcomes[number] = replace(outcome, path=self._sources[number].path)
        self._listener.outcome(self._outcomes[number])

    def _on_page(self, number: int, page: int, pages: int) -> None:
        name = self._sources[number].file
        if page:
            self._listener.page(name, page, pages)
        else:
            self._listener.reading(name)

    def _embedding(self, done: int, total: int) -> None:
        if self._pool is not None:
            self._pool.pump()  # the workers must not wait while passages are embedded
        self._listener.embedding(done, total)


def _is_small_text(source: Source) -> bool:
    """Whether a worker would cost more than it saves. InputError where the file is gone meanwhile."""
    if source.member is not None or source.suffix not in _READ_HERE:
        return False
    with opening(source.path):
        return source.path.stat().st_size <= _SMALL


def _is_read_alike(source: Source, earlier: str) -> bool:
    """Whether reading a source gives what reading the same bytes gave under an `earlier` name, archive and all."""
    suffixes = {PurePosixPath(earlier).suffix.lower(), source.suffix}
    return len(suffixes) == 1 or any(suffixes <= spellings for spellings in _SPELLINGS)


def _load_catalogs(settings: Settings, files: Sequence[Path]) -> tuple[Mapping[Path, _Catalog | None], list[Outcome]]:
    """The catalogues that speak of the files, by folder. Where one is broken (None), its documents stay as they are."""
    catalogs: dict[Path, _Catalog | None] = {}
    broken: list[Outcome] = []
    for folder in dict.fromkeys(catalog_folder(settings.corpus, path) for path in files):
        try:
            catalogs[folder] = load_catalog(folder)
        except InputError as error:
            catalogs[folder] = None
            broken.append(Outcome(CATALOG, "failed", detail=f"{error} Until then its documents stay as they are."))
    return catalogs, broken
