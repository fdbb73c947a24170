"""Makes the index equal to a folder, or adds and updates single files: what is new is read, what is gone is taken out."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from index.embedding import EmbeddingModel
from index.errors import InputError, SettingError
from index.library import Publisher
from index.settings import Settings
from ingest.catalog import NAME as CATALOG
from ingest.catalog import load_catalog
from ingest.edition import content_hash, document_id, make_edition
from ingest.passages import BUILDER_VERSION

log = logging.getLogger(__name__)
Action = Literal["added", "changed", "unchanged", "removed", "failed"]
Progress = Callable[[int, int], None]
ModelLoader = Callable[[], EmbeddingModel]
_Catalog = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file or document in a run; `detail` is the reason where it failed."""

    name: str
    action: Action
    passages: int = 0
    detail: str = ""


def ingest_folder(
    settings: Settings, progress: Progress | None = None, rebuild: bool = False, model_loader: ModelLoader | None = None
) -> list[Outcome]:
    """Makes the index equal to the corpus folder. A file that fails keeps the edition it had; the others go on."""
    folder = settings.corpus
    if not folder.is_dir():
        raise SettingError(f"{folder}: there is no such folder; name the documents' folder in ASSISTANT_CORPUS.")
    files = _files([folder])
    if not files:
        raise SettingError(f"{folder}: the folder holds no documents; nothing was changed.")
    return _ingest(settings, files, True, progress, rebuild, model_loader)


def ingest_paths(
    settings: Settings,
    paths: Sequence[Path],
    progress: Progress | None = None,
    rebuild: bool = False,
    model_loader: ModelLoader | None = None,
) -> list[Outcome]:
    """Adds or updates the named files, and those in the named folders; every other document stays as it is."""
    useless = [
        Outcome(
            str(p),
            "failed",
            detail=f"{p}: {'no documents found there' if p.exists() else 'there is no such file or folder'}.",
        )
        for p in paths
        if not _files([p])
    ]
    files = _files(paths)
    return useless + (_ingest(settings, files, False, progress, rebuild, model_loader) if files else [])


def _files(paths: Iterable[Path]) -> list[Path]:
    """Files in a settled order, each once: folders are walked, what is hidden and the catalogue left out.

    A link that leads nowhere counts as a file, so that it is refused by name and not passed over.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            hidden = any(step.startswith(".") for step in file.relative_to(path).parts)
            if not hidden and file.name != CATALOG and (file.is_file() or (file.is_symlink() and not file.is_dir())):
                found.setdefault(file.absolute(), file)
    return list(found.values())


def _ingest(
    settings: Settings,
    files: Sequence[Path],
    remove_others: bool,
    progress: Progress | None,
    rebuild: bool,
    model_loader: ModelLoader | None,
) -> list[Outcome]:
    files, outcomes = _refuse_same_stem(files)
    catalogs, broken = _load_catalogs(settings, files)
    outcomes += broken
    with Publisher(settings, BUILDER_VERSION, model_loader, rebuild) as publisher:
        for path in files:
            catalog = catalogs[_catalog_folder(settings, path)]
            if catalog is not None:
                outcomes.append(_ingest_file(settings, publisher, path, catalog.get(document_id(path), {})))
        if remove_others:
            present = {document_id(path) for path in files}
            for gone in [d for d in publisher.known if d not in present]:
                publisher.remove(gone)
                outcomes.append(Outcome(gone, "removed"))
        publisher.publish(progress)
    return outcomes


def _refuse_same_stem(files: Sequence[Path]) -> tuple[list[Path], list[Outcome]]:
    """A document's id is its file's stem: of two files with one stem, the second is refused by name."""
    kept: dict[str, Path] = {}
    refused: list[Outcome] = []
    for path in files:
        name = document_id(path)
        if name in kept:
            reason = f"{path}: {kept[name]} has the same name before the suffix; rename one of them."
            refused.append(Outcome(path.name, "failed", detail=reason))
        else:
            kept[name] = path
    return list(kept.values()), refused


def _load_catalogs(settings: Settings, files: Sequence[Path]) -> tuple[Mapping[Path, _Catalog | None], list[Outcome]]:
    """The catalogues that speak of the files, by folder. Where one is broken (None), its documents stay as they are."""
    catalogs: dict[Path, _Catalog | None] = {}
    broken: list[Outcome] = []
    for folder in dict.fromkeys(_catalog_folder(settings, path) for path in files):
        try:
            catalogs[folder] = load_catalog(folder)
        except InputError as error:
            catalogs[folder] = None
            broken.append(Outcome(CATALOG, "failed", detail=f"{error} Until then its documents stay as they are."))
    return catalogs, broken


def _catalog_folder(settings: Settings, path: Path) -> Path:
    """The folder whose catalogue speaks of a file: its own where it has one, else the corpus folder."""
    return path.parent if (path.parent / CATALOG).exists() else settings.corpus


def _ingest_file(settings: Settings, publisher: Publisher, path: Path, stated: Mapping[str, Any]) -> Outcome:
    name = document_id(path)
    known = publisher.known.get(name)
    try:
        hashed = content_hash(path, stated, settings.max_file_mb)
        if known and known.builder_version == BUILDER_VERSION and known.content_hash == hashed:
            return Outcome(name, "unchanged")
        edition = make_edition(path, stated, settings)
    except InputError as error:
        log.warning("%s", error)
        return Outcome(path.name, "failed", detail=str(error))
    publisher.add(edition)
    return Outcome(name, "changed" if known else "added", len(edition.passages))
