"""Names of those who are obliged: how they are shown, taken apart, compared and looked for."""

import re
from collections.abc import Sequence
from functools import lru_cache

from obligations.nouns import COMMON, PERSON
from vietnamese.glossary import Glossary
from vietnamese.offices import LISTED_OFFICES, expand_abbreviations, find_offices
from vietnamese.text import fold, has_accents, key, nfc, syllables, tidy

LINK = re.compile(r"\s*[,;]\s+(?:và\s+)?|\s+và\s+")
_LISTED_BY_LETTERS = {fold(name): name for name in LISTED_OFFICES}
_NEW_PART = re.compile(
    r"(?:các|những|mọi|mỗi)\s+(?!huyện|thị|xã|phường|cấp|tổ chức(?!\w))\w|(?:cá nhân được|nhà nước)(?!\w)"
)
_PERSON_PART = re.compile(r"(?:người đứng đầu|thủ trưởng|giám đốc|chủ tịch|bộ trưởng|chánh|ông|bà|đồng chí)(?!\w)")
"""Who leads an office, or a person: never one more word of the office before."""
_COURT = re.compile(r"(?:tòa án|viện kiểm sát|quốc hội|chủ tịch nước|kiểm toán nhà nước|thẩm phán|kiểm sát viên)(?!\w)")
_MORE_OF_GROUP = re.compile(r"(?:\s+ngang bộ|\s+thuộc chính phủ)?(?:\s+(?:có\s+)?liên quan)?")
"""What tells the last group of a list from others of its kind."""
_SINGLE = re.compile(
    r"(?:^|,\s+)(?:chính phủ|thủ tướng chính phủ|quốc hội|ủy ban thường vụ quốc hội|chủ tịch nước|tòa án nhân dân tối cao)$"
)
"""Bodies of which there is one: what follows in a list is another."""
_BARE_TITLE = re.compile(r"(?:^|[,;]\s+|\svà\s+)(?:các\s+)?(?:giám đốc|thủ trưởng|chủ tịch|bộ trưởng|chánh)$")
"""A title whose office stands behind the next one: "Giám đốc, Thủ trưởng các sở"."""
_THE_GROUP = re.compile(r"các\s+(?:đơn vị|cơ quan|cơ sở|tổ chức|địa phương|trường|doanh nghiệp)(?!\w)")
"""One more group in a list: "các sở, ban, ngành và các cơ sở đào tạo"."""
_COUNCIL = r"(?<!\w)(?:hội đồng nhân dân|ủy ban nhân dân|hđnd|ubnd)"
_LEVEL = re.compile(
    rf"{_COUNCIL}\s+(?P<level>(?:(?:các|cùng)\s+)?(?:cấp|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)(?!\w)(?!.*{_COUNCIL}).*)$"
)
_BARE_COUNCIL = re.compile(rf"{_COUNCIL}$")
_LIST = 600  # characters of a list of offices within a sentence
_EACH = frozenset(("các", "những", "mỗi", "mọi", "từng"))
_EACH_PLAIN = _EACH | {fold(word) for word in _EACH}
_GROUP = re.compile(
    r"^(?:các|những|mọi|đơn vị|cơ quan)\b|\b(?:huyện|quận|thị xã|xã|phường), (?:quận|thị xã|thành phố|phường|thị trấn)\b"
)
_VAGUE = re.compile(
    r"liên quan|hữu quan|khác(?!\w)|có thẩm quyền|cấp trên|có nhu cầu|tương ứng|"
    r"^(?:các\s+)?(?:đơn vị|cơ sở|tổ chức)\s+(?:đào tạo|bồi dưỡng)(?:,\s+(?:đào tạo|bồi dưỡng))?$"
)
"""What leaves open which offices are meant: those "liên quan", and whoever may be asked to train."""
_UNNAMED = re.compile(
    r"(?:các|những|mọi|mỗi|một số)?\s*(?:cơ quan|đơn vị|tổ chức|địa phương|cá nhân|bộ phận|cơ sở|ngành|bên|cấp|"
    r"trường|doanh nghiệp|phòng, ban|phòng ban)(?!\w)"
)


def normal_name(name: str) -> str:
    """An actor's name as the register shows it: the words as written without what stands in brackets, beginning with a capital.

    A name in capitals is written as in a sentence.
    """
    name = tidy(re.sub(r"\s*\([^)]*\)", " ", nfc(name))).strip(" ,;:.-–")
    name = re.sub(r"^(?:mỗi|từng|mọi|toàn thể)\s+", "", name, flags=re.IGNORECASE)
    if name.isupper() and len(name) > 6:
        name = _LISTED_BY_LETTERS.get(fold(name), name.capitalize())
    return name[:1].upper() + name[1:]


def parts_of(name: str) -> list[str]:
    """The offices and groups that a list of them names, each as written: "Các sở, ban, ngành; UBND các huyện" are two."""
    name = nfc(name)
    keyed = key(name)
    offices = find_offices(name)
    starts_of_offices = {m.start for m in offices}
    within = {at for m in offices for at in range(m.start + 1, m.end)}
    cuts = [
        m.span()
        for m in LINK.finditer(name)
        if _THE_GROUP.match(keyed, m.end())
        or _COURT.match(keyed, m.end())
        or _SINGLE.search(keyed, 0, m.start())
        or (_PERSON_PART.match(keyed, m.end()) and not _BARE_TITLE.search(keyed, 0, m.start()))
        or (m.start() not in within and _begins_part(keyed, m, m.end() in starts_of_offices))
    ]
    starts = [0, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), len(name)]
    return [part for a, b in zip(starts, ends, strict=True) if (part := name[a:b].strip(" ,;")).strip()]


def actors_in(listed: str) -> tuple[str, ...]:
    """Who a list of offices names, each as written: single offices and persons in a function one by one, groups that follow each
    other ("các sở, ban, ngành; Ủy ban nhân dân các huyện") as one.
    """
    actors: list[str] = []
    begins = end = 0
    after_group = False
    for part in parts_of(listed):
        start = listed.index(part, end)
        end = start + len(part)
        grouped = is_group(part)
        if grouped and after_group:
            actors[-1] = listed[begins:end]
        else:
            begins = start
            actors.append(part)
        after_group = grouped
    return tuple(with_levels(actors))


def with_levels(names: Sequence[str]) -> list[str]:
    """The names of a list, the councils in it with the level or place that the next one has for both: "Hội đồng nhân dân, Ủy ban
    nhân dân cấp tỉnh" are those of a province.
    """
    whole: list[str] = []
    level = ""
    for name in reversed(names):
        keyed = key(name)
        if found := _LEVEL.search(keyed):
            level = name[found.start("level") :]
            whole.append(name)
        elif level and _BARE_COUNCIL.search(keyed):
            whole.append(f"{name} {level}")
        else:
            level = ""
            whole.append(name)
    return whole[::-1]


def chain_of(text: str) -> tuple[tuple[str, ...], int] | None:
    """The offices that a text begins with, joined by commas or "và", and where the last ends; None where it begins with none."""
    mentions = find_offices(text)
    names: list[str] = []
    end = 0
    for mention in mentions:
        if mention.start != end:
            break
        names += parts_of(mention.name) if _PERSON_PART.search(key(mention.name), 1) else [mention.name]
        end = mention.end
        link = LINK.match(text, end)
        if link is None or not any(m.start == link.end() for m in mentions):
            break
        end = link.end()
    return (tuple(names), end) if names else None


def offices_after(text: str, at: int) -> tuple[str, ...]:
    """The offices that stand at a place in a text, joined by commas or "và"; none where another word stands there."""
    chain = chain_of(text[at : at + _LIST])
    if chain is None:
        return ()
    names, end = chain
    more = _MORE_OF_GROUP.match(key(text), at + end)
    return (*names[:-1], f"{names[-1]}{text[at + end : more.end()]}") if more else names


def actor_key(name: str) -> str:
    """The form in which two spellings of an actor are one: abbreviations written out, "các" and the like left out."""
    left_out = _EACH if has_accents(name) else _EACH_PLAIN
    return " ".join(w for w in syllables(expand_abbreviations(name)) if w not in left_out)


def same_actor(one: str, other: str) -> bool:
    """Whether two names are one actor's: spelt alike, or persons and common nouns of which one is named in short ("công chức,
    viên chức" for "công chức, viên chức được cử đi học").
    """
    if actor_key(one) == actor_key(other):
        return True
    short, long = sorted((one, other), key=len)
    if not (PERSON.match(key(short)) or COMMON.match(key(short))) or LINK.match(long, len(short)):
        return False
    return f"{actor_key(long)} ".startswith(f"{actor_key(short)} ")


def names_actor(asked: str, actor: str, english: Sequence[str] = ()) -> bool:
    """Whether somebody who types `asked` (any case, with or without accents, abbreviated) means an actor or a part of it.

    `english` are the Vietnamese names that an English one stands for.
    """
    return any(_means(form, actor) for form in (asked, *english))


def is_named(name: str, in_table: bool = False) -> bool:
    """Whether an office to work with is named exactly, not as "các đơn vị liên quan". A table's cell names kinds of offices, too."""
    keyed = key(name)
    return not _VAGUE.search(keyed) and (in_table or not _UNNAMED.match(keyed))


def is_group(name: str) -> bool:
    """Whether a name is that of a group of offices, and not of those who lead them."""
    keyed = key(name)
    return bool(_GROUP.search(keyed)) and not _PERSON_PART.match(keyed)


def with_groups_joined(names: Sequence[str]) -> list[str]:
    """Single offices each by itself; groups that follow each other ("các sở, ban, ngành", "UBND các huyện") as one, as lists name them."""
    joined: list[str] = []
    after_group = False
    for name in names:
        grouped = is_group(name)
        if grouped and after_group:
            joined[-1] = f"{joined[-1]}; {name}"
        else:
            joined.append(name)
        after_group = grouped
    return joined


def english_of(name: str | None, glossary: Glossary) -> str | None:
    """The English name of an actor, of each part of a list; None where the glossary does not have them all."""
    if name is None:
        return None
    whole = glossary.english_name(name)
    if whole:
        return whole
    parts = parts_of(name)
    english = [glossary.english_name(part) for part in parts]
    return "; ".join(e for e in english if e) if len(parts) > 1 and all(english) else None


def _begins_part(keyed: str, link: re.Match[str], before_office: bool) -> bool:
    """Whether another office begins behind a link, and not another noun of the same group ("các sở, ban, ngành")."""
    return before_office or ";" in link.group() or bool(_NEW_PART.match(keyed, link.end()))


def _means(asked: str, actor: str) -> bool:
    wanted = actor_key(asked)
    accented = has_accents(asked)
    begins = f"{wanted if accented else fold(wanted)} "
    return bool(wanted) and any(
        f"{keyed if accented else plain} ".startswith(begins) for keyed, plain in _keys_of(actor)
    )


@lru_cache(maxsize=16_384)
def _keys_of(actor: str) -> tuple[tuple[str, str], ...]:
    """The forms, accented and plain, by which an actor and each of its parts are known; every search goes through all actors."""
    return tuple((own := actor_key(part), fold(own)) for part in (actor, *parts_of(actor)))
