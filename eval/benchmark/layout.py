"""Which layout a collection has, and so which adapter reads it."""

from pathlib import Path

from eval.benchmark.beir import CORPUS, read_beir
from eval.benchmark.collection import Collection
from eval.benchmark.squad import read_squad
from index.errors import SettingError


def read_collection(path: Path, queries: Path | None = None, qrels: Path | None = None) -> Collection:
    """The collection at `path`: a folder with a `corpus.jsonl`, a SQuAD file, or a folder with no other JSON file than one.

    `queries` and `qrels` are looked for as given and then within the folder; only the layout of BEIR has them.
    """
    if (path / CORPUS).is_file():
        return read_beir(path, _inside(path, queries), _inside(path, qrels))
    if queries is not None or qrels is not None:
        raise SettingError(f"--queries and --qrels go with a folder that holds {CORPUS}; {path} does not.")
    return read_squad(_squad_file(path))


def _inside(folder: Path, file: Path | None) -> Path | None:
    return file if file is None or file.is_file() else folder / file


def _squad_file(path: Path) -> Path:
    if not path.is_dir():
        return path
    files = sorted(path.glob("*.json"))
    if len(files) != 1:
        raise SettingError(
            f"{path} holds neither {CORPUS} nor one single .json file ({len(files)} found). "
            "Name a folder in the layout of BEIR or a file in the layout of SQuAD."
        )
    return files[0]
