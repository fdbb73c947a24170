"""Duties: what clauses and table rows tell offices, groups of offices and persons in a function to do."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from index.passage import Passage
from obligations.actors import (
    actor_key,
    is_named,
    normal_name,
    offices_after,
    parts_of,
    same_actor,
    with_groups_joined,
    with_levels,
)
from obligations.clauses import Block, Clause, Pages, bare_row, carried_bullets, row_block, step_words
from obligations.columns import read_columns
from obligations.deadlines import Limit, find_limits, read_time, split_letters, split_times
from obligations.holders import Holder, holder_above, label_holder, lists_no_duties, lists_things
from obligations.obligation import Deadline, Obligation, Role
from obligations.roles import VERB, role_of
from obligations.sentences import parts_of_text, plain
from obligations.statements import DOES, LABEL, LEAD_IN, Statement, read_block
from obligations.subjects import subject_at
from vietnamese.text import key, tidy


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands above a block: who holds the duties, and the words of an opening that its bullets go on ("Chủ trì, phối hợp với …").

    `closed` tells that the opening announces rights or cases, so that its bullets are no duties.
    """

    holder: Holder | None
    does: str = ""
    level: int = -1
    closed: bool = False


_WITH = re.compile(r"phối hợp(?:\s+chặt chẽ|,\s+thống nhất)?(?:\s+(?:cùng với|với|cùng)|(?=\s)):?\s*")
_TOLD = re.compile(
    r"(?:tham mưu|giúp|trình|báo cáo|gửi|phản ánh|kiến nghị|đề xuất|nộp|chịu trách nhiệm trước)\s+(?:(?:cho|với|về|"
    r"đến|lên|tới)\s+)?(?:các\s+)?"
)
_CONDITIONS = (
    re.compile(r"\((?:nếu có|nếu cần thiết|nếu cần|khi cần thiết|trường hợp cần thiết)[^)]*\)"),
    re.compile(r"(?:^|(?<=[.;,]\s))(?i:sau khi)\s+[^,;.()]+(?=,)"),
    re.compile(
        r"(?<!\w)(?<!trừ )(?i:nếu|(?<!trừ )trong trường hợp|trường hợp|khi có|"
        r"khi đủ)\s+(?:[^;.()]{1,200}?(?=,?\s+thì\s)|[^,;.()]+(?:,\s+\w+\s+\w+(?=,))*)"
    ),
)
_ANY_VERB = re.compile(rf"(?<!\w){VERB}")
_AGAINST = re.compile(r"đối với\s+")
_NO_DUTIES = re.compile(
    "nghiêm cấm|giải thích từ ngữ|phạm vi (?:điều chỉnh|áp dụng)|đối tượng (?:áp dụng|điều chỉnh)|hiệu lực thi hành|"
    "điều khoản chuyển tiếp"
)
"""Headings under which nobody is told to do anything."""
_POWERS = re.compile(r"điều\s+\w+\.?\s+thẩm quyền(?!\w)")
"""Headings under which stands who may decide."""
_DECIDES = re.compile(r"\s*(?:cấp|phê duyệt|ban hành|thành lập|xét|xử phạt|giải quyết|thẩm định|điều chỉnh|giao)(?!\w)")
"""Verbs that say there what may be decided, and no duty."""
_NOTHING_DONE = re.compile(
    r"^\W*\(|(?:thông báo|xin thông báo|kính báo)(?!\w).{0,80}\sbiết(?:,|\s+và)\s+(?:\w+\s+){0,3}thực hiện\W*$"
)
"""Remarks in brackets, and the formula that ends a letter."""


def clause_duties(clause: Clause, repeats: bool = True) -> Iterator[Obligation]:
    """The duties of one clause, block by block. `repeats`: see `obligations.deadlines.read_time`."""
    if any(_NO_DUTIES.search(key(step)) or lists_no_duties(step) for step in clause.section):
        return
    heading = step_words(clause.section[-1]).rstrip("…") if clause.section else ""
    headed = len(clause.blocks) > 1 and bool(heading) and tidy(clause.blocks[0].words).startswith(heading)
    own = holder_above(clause, clause.blocks[0].words.rstrip(" :.;") if headed else None)
    context = _Context(own, own.does if own else "")
    for block in clause.blocks[1:] if headed and _is_heading(clause.blocks[0], heading) else clause.blocks:
        if context.level > block.level > 0 or (context.level == block.level and block.level in (1, 2)):
            context = _Context(own, own.does if own else "")
        if block.words.rstrip().endswith(":"):
            context = _opened(block, own)
        elif not context.closed:
            yield from _block_duties(clause, block, context, repeats)


def row_duties(passage: Passage, pages: Pages, repeats: bool = True) -> Iterator[Obligation]:
    """The duties that a table row gives: to who leads, and to each office named to work with them; a row for each time it sets."""
    columns = read_columns(passage.cells)
    if not columns.lead or not columns.content:
        return
    lead = normal_name(columns.lead)
    partners = [normal_name(p) for p in with_levels(parts_of(columns.partners))] if columns.partners else []
    obliged = [p for p in partners if is_named(p, in_table=True) and not same_actor(p, lead)]
    for block, content in _row_parts(passage, pages, columns.content):
        for action, deadline in _timed(content, columns.time, repeats):
            base = bare_row("duty", passage.document_id, passage.section, block, action)
            base = replace(base, object=columns.product, condition=_condition(action), deadline=deadline)
            yield replace(base, actor=lead, role="lead", counterparts=tuple(partners))
            for partner in with_groups_joined(obliged):
                yield replace(base, actor=partner, role="coordinate", counterparts=(lead,))


def _row_parts(passage: Passage, pages: Pages, content: str) -> Iterator[tuple[Block, str]]:
    """A row and what it says is to be done; bullets that a page break put behind it apart, each with its own words."""
    carried = [(block, content.find(block.text)) for block in carried_bullets(passage, pages)]
    apart = [(block, at) for block, at in carried if at > 0]
    yield row_block(passage, pages), content[: apart[0][1]] if apart else content
    for block, _ in apart:
        yield block, block.words


def _is_heading(block: Block, heading: str) -> bool:
    """Whether a block is nothing but the heading of its clause, and not a sentence that the heading was taken from."""
    words = tidy(block.words)
    return not words.endswith(":") and (len(words.rstrip(" .;")) <= len(heading) or not re.search(r"[.;]\s", words))


def _opened(block: Block, own: Holder | None) -> _Context:
    """The context that a block ending with a colon makes for what follows."""
    words = plain(block.words)
    if lists_no_duties(words):
        return _Context(None, "", block.level, True)
    if lists_things(words):
        return _Context(None, "", block.level)
    subject = subject_at(words)
    if subject is not None and subject.acts:
        does = words[subject.end :]
        return _Context(Holder("; ".join(map(normal_name, subject.names)), does, True), does, block.level)
    named = label_holder(words)
    if named is not None:
        return _Context(named, named.does, block.level)
    does = words if DOES.match(key(words)) else ""
    return _Context(own, does or (own.does if own else ""), block.level)


def _block_duties(clause: Clause, block: Block, context: _Context, repeats: bool) -> Iterator[Obligation]:
    powers = any(_POWERS.match(key(step)) for step in clause.section)
    if _NOTHING_DONE.search(key(block.words)):
        return
    words, context = _without_label(block.words, context)
    statements = read_block(words, context.holder)
    taken = [actor for statement in statements for actor in statement.actors]
    for statement in statements:
        actors = statement.actors
        if powers and _DECIDES.match(key(statement.does[0])):
            continue
        for action, does, deadline in _by_deadline(statement, repeats):
            role = _role(does, context)
            partners = _partners(f"{context.does} {action}")
            told = _told(action) if role in ("advise", "report") else None
            others = [o for o in _counterparts(action, partners) if o != told]
            base = bare_row("duty", clause.document_id, clause.section, block, action)
            base = replace(base, role=role, object=told, condition=_condition(block.words), deadline=deadline)
            for actor in actors or (None,):
                own = tuple(o for o in others if actor is None or not _is_itself(o, actor))
                yield replace(base, actor=actor, counterparts=own)
            if role == "coordinate":  # who only joins in obliges nobody else to
                continue
            obliged = [p for p in partners if is_named(p) and actors and not any(same_actor(p, a) for a in taken)]
            for partner in with_groups_joined(obliged):
                yield replace(base, actor=partner, role="coordinate", object=None, counterparts=actors)


def _without_label(words: str, context: _Context) -> tuple[str, _Context]:
    """The words behind a run-in label, and who it names: "Sở Tài chính: phối hợp …". A sentence with a colon has no label."""
    found = LABEL.match(words)
    if not found or DOES.match(key(words)):
        return words, context
    against = _AGAINST.match(key(found["label"]))
    meant = label_holder(found["label"][against.end() :]) if against else None
    if meant is not None and not meant.does and DOES.match(key(found["rest"])):
        return found["rest"], _Context(meant, "", context.level)
    subject = subject_at(words)
    if subject is not None and subject.acts:
        return words, context
    named = label_holder(found["label"])
    if named is not None:
        return found["rest"], _Context(named, named.does, context.level)
    if LEAD_IN.match(key(words)) and not key(words).startswith("đối với"):
        return words, context
    return found["rest"], context


def _is_itself(name: str, actor: str) -> bool:
    """Whether a name is the actor's own, perhaps cut: "giúp Ủy ban nhân dân cấp mình" under "Ủy ban nhân dân cấp tỉnh"."""
    return same_actor(name, actor) or f"{actor_key(actor)} ".startswith(f"{actor_key(name)} ")


def _role(does: str, context: _Context) -> Role:
    """The role that the opening gives ("Chủ trì, phối hợp với …:"), or the main verb of what is done."""
    opened = role_of(key(context.does)) if context.does else None
    return opened if opened in ("lead", "coordinate", "advise") else role_of(key(does))


def _by_deadline(statement: Statement, repeats: bool) -> Iterator[tuple[str, str, Deadline | None]]:
    """What is to be done, its first verb phrase, and until when: all in one where there is one limit at most, else one for each
    limit, and one for the sentences without.
    """
    limits = [find_limits(text, repeats) for text in statement.texts]
    different = {limit.deadline for found in limits for limit in found}
    if len(different) <= 1:
        yield _joined(statement.texts), statement.does[0], next(iter(different), None)
        return
    without = [i for i, found in enumerate(limits) if not found]
    if without:
        yield _joined([statement.texts[i] for i in without]), statement.does[without[0]], None
    for text, does, found in zip(statement.texts, statement.does, limits, strict=True):
        for action, deadline in _cut(text, found):
            yield action, does, deadline


def _cut(text: str, found: Sequence[Limit]) -> Iterator[tuple[str, Deadline]]:
    """A sentence cut behind each of its limits; whole with each where a piece would say nothing that is done."""
    ends = [*(limit.end for limit in found[:-1]), len(text)]
    cuts = [text[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True)]
    whole = not all(_ANY_VERB.search(key(cut)) for cut in cuts)
    for limit, cut in zip(found, cuts, strict=False):
        yield plain(text if whole else cut), limit.deadline


def _joined(texts: Sequence[str]) -> str:
    pieces = [plain(text) for text in texts]
    ends = ["; " if text.rstrip().endswith(";") else ". " for text in texts]
    return "".join(p + (e if i < len(pieces) - 1 else "") for i, (p, e) in enumerate(zip(pieces, ends, strict=True)))


def _timed(content: str, time: str | None, repeats: bool) -> Iterator[tuple[str, Deadline | None]]:
    """The actions of a row with their times: one for each time that the cell sets, matched with the lettered parts of what is
    done, and one for each limit that the words of what is done set for a part of it. Without a cell their limits are the row's.
    """
    if not time:
        parts = parts_of_text(content)
        for action, _, deadline in _by_deadline(Statement((), parts, parts), repeats) if parts else ():
            yield action, deadline
        return
    lettered = {part.letter: part.text for part in split_letters(content)}
    actions: dict[Deadline, list[str]] = {}
    for part in split_times(time):
        action = lettered.get(part.letter, content) if part.letter else content
        actions.setdefault(read_time(part.text, repeats), []).append(action)
    for deadline, texts in actions.items():
        yield _joined([f"{text};" for text in dict.fromkeys(texts)]), deadline
    for text in parts_of_text(content):
        found = find_limits(text, repeats)
        for action, deadline in _cut(text, found):
            if _is_other_time(deadline, actions):
                yield action, deadline


def _is_other_time(deadline: Deadline, times: Collection[Deadline]) -> bool:
    """Whether a limit is none of those that a cell sets, and more than how often."""
    only_how_often = deadline.frequency and not deadline.date and not deadline.month_day
    return not only_how_often and not any(
        ((deadline.date, deadline.month_day) == (t.date, t.month_day) and (t.date or t.month_day))
        or deadline.text == t.text
        for t in times
    )


def _partners(text: str) -> list[str]:
    """The offices that a text says to work with ("phối hợp với Sở Tài chính, Sở Y tế"), each as written."""
    found: list[str] = []
    for match in _WITH.finditer(key(text)):
        names = [part for name in offices_after(text, match.end()) for part in parts_of(name)]
        found += map(normal_name, with_levels(names))
    return list(dict.fromkeys(found))


def _counterparts(action: str, partners: Sequence[str]) -> list[str]:
    """The offices to work with and those that something is addressed to; not those that only own or issued what is named."""
    told = [name for match in _TOLD.finditer(key(action)) for name in offices_after(action, match.end())]
    return list(dict.fromkeys([*partners, *map(normal_name, told)]))


def _told(action: str) -> str | None:
    for match in _TOLD.finditer(key(action)):
        names = offices_after(action, match.end())
        if names:
            return normal_name(names[0])
    return None


def _condition(text: str) -> str | None:
    for pattern in _CONDITIONS:
        if found := pattern.search(text):
            return tidy(found.group().strip("()"))
    return None
