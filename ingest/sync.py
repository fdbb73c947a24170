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
from ingest.edition import content_hash, make_edition
from ingest.passages import BUILDER_VERSION

log = logging.getLogger(__name__)
Action = Literal["added", "changed", "unchanged", "removed", "failed"]
Progress = Callable[[int, int], None]
ModelLoader = Callable[[], EmbeddingModel]


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
    settings: Settings, paths: Sequence[Path], progress: Progress | None = None, rebuild: bool = False
) -> list[Outcome]:
    """Adds or updates the named files, and those in the named folders; every other document stays as it is."""
    missing = [Outcome(str(p), "failed", detail=f"{p}: there is no such file or folder.") for p in paths if not p.exists()]
    files = _files([p for p in paths if p.exists()])
    if not files:
        return missing or [Outcome(", ".join(map(str, paths)), "failed", detail="no documents found there")]
    return missing + _ingest(settings, files, False, progress, rebuild, None)


def _files(paths: Iterable[Path]) -> list[Path]:
    """Files in a settled order: folders are walked, hidden files and the catalogue left out."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [f for f in inside if f.is_file() and not f.name.startswith(".") and f.name != CATALOG]
    return found


def _ingest(
    settings: Settings,
    files: Sequence[Path],
    remove_others: bool,
    progress: Progress | None,
    rebuild: bool,
    model_loader: ModelLoader | None,
) -> list[Outcome]:
    files, outcomes = _refuse_same_stem(files)
    catalogs: dict[Path, Mapping[str, Mapping[str, Any]]] = {}
    with Publisher(settings, BUILDER_VERSION, model_loader, rebuild) as publisher:
        for path in files:
            outcomes.append(_ingest_file(settings, publisher, path, _stated(settings, path, catalogs)))
        if remove_others:
            stems = {path.stem for path in files}
            for document_id in [d for d in publisher.known if d not in stems]:
                publisher.remove(document_id)
                outcomes.append(Outcome(document_id, "removed"))
        publisher.publish(progress)
    return outcomes


def _refuse_same_stem(files: Sequence[Path]) -> tuple[list[Path], list[Outcome]]:
    """A document's id is its file's stem: of two files with one stem, the second is refused by name."""
    kept: dict[str, Path] = {}
    refused: list[Outcome] = []
    for path in files:
        if path.stem in kept:
            reason = f"{path}: {kept[path.stem]} has the same name before the suffix; rename one of them."
            refused.append(Outcome(path.name, "failed", detail=reason))
        else:
            kept[path.stem] = path
    return list(kept.values()), refused


def _stated(settings: Settings, path: Path, catalogs: dict[Path, Mapping[str, Mapping[str, Any]]]) -> Mapping[str, Any]:
    """What the catalogue beside the file, or else the one of the corpus folder, says of it."""
    folder = path.parent if (path.parent / CATALOG).exists() else settings.corpus
    if folder not in catalogs:
        catalogs[folder] = load_catalog(folder)
    return catalogs[folder].get(path.stem, {})


def _ingest_file(settings: Settings, publisher: Publisher, path: Path, stated: Mapping[str, Any]) -> Outcome:
    known = publisher.known.get(path.stem)
    try:
        if known and known.builder_version == BUILDER_VERSION and known.content_hash == content_hash(path, stated):
            return Outcome(path.stem, "unchanged")
        edition = make_edition(path, stated, settings.max_file_mb)
    except (InputError, OSError) as error:
        log.warning("%s", error)
        return Outcome(path.name, "failed", detail=str(error))
    publisher.add(edition)
    return Outcome(path.stem, "changed" if known else "added", len(edition.passages))
