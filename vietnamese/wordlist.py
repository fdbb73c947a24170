"""The word lists of `prompts/`, read fast: they are thousands of lines, and every start reads them."""

from pathlib import Path
from typing import Any

import yaml

# libyaml reads ten times as fast as PyYAML's own parser; the few platforms without it still work.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_word_list(path: Path) -> Any:
    """What a YAML file holds, plain values only. Raises OSError, and yaml.YAMLError where it is no YAML."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
