"""Funding: blocks that say where money comes from or how much it is."""

import re
from collections.abc import Iterator

from obligations.clauses import Block, Clause, bare_row, step_words
from obligations.obligation import Obligation
from obligations.sentences import plain
from vietnamese.text import key

_ABOUT_MONEY = re.compile(
    r"(?:^|\s(?:và|về)\s|^về\s+)(?:nguồn\s+)?(?:kinh phí|(?:chính sách|cơ chế|nguồn)\s+tài chính|ngân sách|nguồn vốn|"
    "nguồn lực tài chính)|^tài chính"
)
_SOURCE = re.compile(
    r"(?<!luật )ngân sách\s+(?:nhà nước|trung ương|tỉnh|địa phương|huyện|xã|thành phố|các cấp)|nguồn\s+(?:kinh phí|vốn|"
    "tài chính|thu|sự nghiệp|tài trợ|viện trợ|xã hội hóa)|"
    r"kinh phí\s+(?:của|từ|do)(?!\w)|kinh phí[^.;]{0,80}(?:lồng ghép|cân đối|được giao|bố trí|được cấp)|tài trợ|"
    "viện trợ|đóng góp|xã hội hóa|chế độ|học phí"
)
_FROM = re.compile(
    r"kinh phí[^.;]{0,160}?\b(?:từ|do)\s+(?:các\s+)?(?:nguồn|ngân sách|kinh phí)|"
    r"kinh phí[^.;]{0,160}?\bdo\s+(?:các\s+)?(?:nhà nước|đơn vị|cơ quan)[^.;]{0,30}?"
    r"\s(?:bảo đảm|đảm bảo|chi trả|chi|cấp|chịu|hỗ trợ|bố trí|đóng góp|tự (?:bảo|đảm|chi|lo|túc))(?!\w)|kinh phí[^.;]{0,80}?\btừ\s+(?:nhà nước|đơn vị|cơ quan)|"
    r"từ\s+(?:các\s+)?nguồn\s+(?:kinh phí|ngân sách|vốn|tài chính|thu|sự nghiệp)|"
    r"ngân sách\s+(?:nhà nước|trung ương|tỉnh|địa phương|huyện|xã)\s+(?:bảo đảm|đảm bảo|cấp|hỗ trợ|chi)|"
    r"kinh phí[^.;]{0,160}?\bkhả năng\s+(?:cân đối\s+)?(?:của\s+)?ngân sách"
)
_FOR_OTHERS = re.compile(r"(?:hướng dẫn|tạo điều kiện)[^.;]*?\sđể\s+(?:các|những|cơ quan|đơn vị|tổ chức)(?!\w)[^.;]*")
"""What others are enabled to do, which says nothing of the money of this plan."""
_AMOUNT = re.compile(
    r"(?<![\w/.,])\d[\d.,]*\s*(?:(?:nghìn|triệu|tỷ|tỉ)(?:\s+đồng|(?=\s*[,;.)/]|$))|đồng|vnđ|vnd)(?!\w)(?!\s+(?:chí|"
    "bào|thời))"
)
_RULE = re.compile(r"phạt|lương cơ sở|giá trị tài sản|vốn điều lệ")


def clause_funding(clause: Clause) -> Iterator[Obligation]:
    """The blocks of a clause that state a source or an amount of money, one row each."""
    steps = [key(step_words(step)) for step in clause.section]
    about = any(_ABOUT_MONEY.search(step) for step in steps)
    opened = False
    for block in clause.blocks:
        keyed = key(block.words)
        if keyed.rstrip().endswith(":") and not _AMOUNT.search(keyed):
            opened = bool(_ABOUT_MONEY.search(keyed))
        elif _states_money(keyed, about or opened) and not _is_heading(block):
            yield bare_row("funding", clause.document_id, clause.section, block, plain(block.words))


def names_source(words: str) -> bool:
    """Whether what a table row says is to be done names where its money comes from."""
    return _states_money(key(words), False)


def _states_money(keyed: str, about: bool) -> bool:
    if _RULE.search(keyed):
        return False
    keyed = _FOR_OTHERS.sub(" ", keyed)
    return bool(_AMOUNT.search(keyed) or _FROM.search(keyed) or (about and _SOURCE.search(keyed)))


def _is_heading(block: Block) -> bool:
    """Whether a block only names what follows: "2. Kinh phí đào tạo"."""
    return len(block.words) < 60 and not re.search(r"[.;:,]\s*$|\d", block.words)
