"""Offices, boards, posts and groups of offices as Vietnamese documents name them, and their abbreviations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vietnamese.spans import aligned_fold
from vietnamese.text import nfc

ABBREVIATIONS: Mapping[str, str] = MappingProxyType(
    {
        "UBND": "Ủy ban nhân dân",
    }
)


def expand_abbreviations(text: str) -> str:
    return text
