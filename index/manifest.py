"""The manifest of a publication: what it was built from, and whether vectors of a model may be compared with it."""

from collections.abc import Mapping
from typing import Any

from index.errors import IndexMismatch

INGEST = "python -m ingest"
REBUILD = "python -m ingest --rebuild"


def check_model(manifest: Mapping[str, Any], identity: str, dtype: str) -> None:
    """IndexMismatch, which names both models, where vectors of the index and of the model must not be compared."""
    built, asked = (manifest["model"], manifest["dtype"]), (identity, dtype)
    if built != asked:
        raise IndexMismatch(
            f"The index was built with the embedding model {built[0]} in {built[1]}, but the settings name {asked[0]} in "
            f"{asked[1]}. Run `{REBUILD}` to build it anew, or restore the settings it was built with."
        )


def check_builder(manifest: Mapping[str, Any], version: str) -> None:
    """IndexMismatch, which names both versions, where any edition was made by another version of the passage builder."""
    if version != manifest["builder_version"]:
        raise IndexMismatch(
            f"The passages of the index were made by version {manifest['builder_version']} of the passage builder, "
            f"this program has {version}. Run `{INGEST}` to make them anew."
        )
