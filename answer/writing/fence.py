"""Passages as quoted lines: words of documents that no language model can take for the prompt's own."""

import re
import unicodedata

_QUOTED = "> "
_BREAK = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_NOTHING = frozenset("\u034f\u17b4\u17b5")
"""Characters that look like a blank, or like nothing, but are letters, marks or signs by their category."""
_SELECTOR = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LOOKALIKE = re.compile(r"[\uff01-\uff5e\uff5f\uff60\U0001d400-\U0001d7ff]")
_BRACKETS = str.maketrans({**dict.fromkeys("[【〔〖⟦❲［", "‹"), **dict.fromkeys("]】〕〗⟧❳］", "›")})
"""Every square bracket: markers, links and tokens are written with them in too many ways to tell which are meant."""
_ANGLE = re.compile(r"<(?=[^\s\d=]|0x)|<(?=<)|(?<=<)<")
_FENCE = re.compile(r">{2,}")
_HEADING = re.compile(r"(?m)^([ \t]*)#+(?=[ \t])")
_STATUS = re.compile(r"\b(STATUS)\s*[:=]", re.IGNORECASE)
_SPEAKERS = (
    r"system|user|assistant|human|developer|tool|model|bot|ai|hệ thống|người dùng|trợ lý|"
    r"instructions?|response|input|output|question|answer|passages?|"
    r"câu hỏi|hỏi|trả lời|đáp|đoạn trích|các đoạn trích|chỉ dẫn"
)
_SPEAKER = re.compile(rf"(?mi)^([ \t>*_\"“'•–-]*(?:{_SPEAKERS})[ \t*_]{{0,9}}(?:\d{{1,3}})?)[ \t*_]{{0,9}}:")


def fenced(marker: int, text: str) -> str:
    """A passage as it stands in a prompt, under its marker: each line begins with ">", so none of it passes for the prompt's own."""
    lines = harmless(text).split("\n")
    return "\n".join((f"[{marker}]", *(f"{_QUOTED}{line}" for line in lines)))


def harmless(text: str) -> str:
    """Words of a document or of a reader without what a model or its server reads as signs.

    Those are tokens of chat templates ("<|im_start|>", "[INST]"), markers and links ("[3]", "[here](…)"), signs of quoting,
    status lines, names of speakers that open a line ("system:"), and characters that cannot be seen. What is said
    stays: signs change, never a word.
    """
    text = _seen(_BREAK.sub("\n", text)).translate(_BRACKETS)
    text = _FENCE.sub(lambda m: "›" * len(m.group()), _ANGLE.sub("‹", text))
    text = _SPEAKER.sub(r"\1 –", _HEADING.sub(r"\1", text))
    return _STATUS.sub(r"\1 –", text)


def _seen(text: str) -> str:
    """The text without invisible characters; blanks of any kind, and letters of other widths, as usual ones."""
    text = _LOOKALIKE.sub(lambda m: unicodedata.normalize("NFKC", m.group()), _SELECTOR.sub("", text))
    return "".join(_plain(c) for c in text if not _is_invisible(c))


def _plain(character: str) -> str:
    return " " if character in _BLANK or unicodedata.category(character) == "Zs" else character


def _is_invisible(character: str) -> bool:
    """Whether a character is a control, a format sign (zero width, direction), private or unassigned."""
    return character in _NOTHING or (unicodedata.category(character)[0] == "C" and character not in "\n\t")
