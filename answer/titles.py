"""Documents named by their titles: "Luật Tổ chức chính quyền địa phương", "Nghị định về công tác văn thư"."""

import re
from collections.abc import Iterable, Mapping

from index.document import Document
from vietnamese.text import fold, nfc, syllables

SHORTEST_TITLE = 8
"""Characters; a shorter title names no document by itself."""
_INTRODUCES = re.compile(r"^(?:v/v|ve viec|ve)\s+")
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_SAID_BY_LAW = re.compile(
    r"\b(?P<name>(?:bộ\s+luật|luật|pháp\s+lệnh)\s+(?!này|nào|gì|có|hiện|pháp|định|đã|số|được|cho|không|và)"
    r"[^\W\d_][^?.;:\d]{1,80}?)\s+(?:(?:có\s+)?quy\s+định|nói|yêu\s+cầu|cho\s+phép|nghiêm\s+cấm|cấm|ghi)\b",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """A text as titles are compared: folded, words alone."""
    return " ".join(syllables(fold(text)))


def plain_title(document: Document) -> str:
    """A document's title as it is compared, without what only introduces it; "" where it has none."""
    return _INTRODUCES.sub("", plain(document.title or ""))


def documents_titled(text: str, documents: Iterable[Document]) -> dict[str, str]:
    """The documents that a text names by kind and title, each with the words that do so, folded.

    Where one title begins with another, only the longer one is meant.
    """
    asked = f" {plain(text)} "
    found = {d.id: words for d in documents if (words := _naming(asked, d))}
    longest = max((len(w) for w in found.values()), default=0)
    return {name: words for name, words in found.items() if len(words) == longest or not _within(words, found)}


def _naming(asked: str, document: Document) -> str | None:
    title = plain_title(document)
    if len(title) < SHORTEST_TITLE or not document.type:
        return None
    match = re.search(rf" ({plain(document.type)} (?:ve viec |ve )?{re.escape(title)}) ", asked)
    return match[1] if match else None


def _within(words: str, found: Mapping[str, str]) -> bool:
    return any(words != other and words in other for other in found.values())


def law_not_held(text: str, documents: Iterable[Document]) -> str | None:
    """The law of which a question asks what it says, where no document is that law: what others say of it is no answer.

    `text` is spelt with accents. None where no law is said to provide something, or one that is held is.
    """
    match = _SAID_BY_LAW.search(nfc(text))
    if match is None:
        return None
    named = plain(match["name"])
    held = (f"{plain(d.type)} {plain_title(d)}" for d in documents if d.type in _LAWS and d.title)
    return None if any(named in law or law in named for law in held) else match["name"]
