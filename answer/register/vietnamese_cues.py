"""How lists of duties, of what falls due and of targets are asked for in Vietnamese; for folded text."""

import re

from answer.register.cues import Cues, Way, either

_NOUN = r"(?:nhiem vu|trach nhiem|nghia vu|cong viec|dau viec|phan viec|viec|bon phan)"
_NOUNS = rf"{_NOUN}(?:\s*(?:,|va|, va)\s*{_NOUN})*"
_SOME = r"(?:(?:tat ca|toan bo|day du|moi|het|nhung|cac|mot so)\s+)*"
_WHAT = r"(?:nhung\s+gi|cac\s+gi|gi|nao)"
_HOW = r"(?:nhu the nao|the nao|ra sao)"
_MUST = (
    r"(?:phai|can phai|can|nen|se|duoc giao|duoc phan cong|duoc yeu cau|bi yeu cau|co trach nhiem|co nghia vu|co nhiem vu|"
    r"co bon phan|chiu trach nhiem)"
)
_DO = r"(?:lam|thuc hien|trien khai|hoan thanh|dam nhan|dam nhiem|dam trach|lo|ganh)"
_HELD = r"(?:co|duoc giao|duoc phan cong|mang|ganh|chiu|dam nhan|nhan|giu)"
_SHOW = r"(?:liet ke|neu|ke ra|ke|cho biet|cho xem|trinh bay|tom tat|tong hop|thong ke|xem|tim)"
_LIMIT = r"(?:thoi han|han chot|han cuoi|moc thoi gian|deadline)"
_BY_ITSELF = r"(?:phai|can|se)\s+"

_DUTIES = either(
    rf"(?:thi\s+)?(?:{_MUST}\s+)+(?:{_DO}\s+)?(?:ve\s+)?{_SOME}(?:{_NOUNS}\s+)?(?:cu the\s+)?(?:la\s+)?{_WHAT}",
    rf"{_DO}\s+{_SOME}(?:{_NOUNS}\s+)?{_WHAT}",
    rf"{_HELD}\s+{_SOME}{_NOUNS}\s+(?:cu the\s+)?(?:la\s+)?{_WHAT}",
)
_OF_WHOM = either(
    rf"(?:{_SHOW}\s+)?{_SOME}{_NOUNS}(?:\s+(?:chinh|cu the|phai lam|phai thuc hien|duoc giao))*\s+(?:cua|doi voi|giao cho|danh cho)"
)
_OF_WHOM_ENDS = either(
    rf"(?:thi\s+)?(?:la|gom|bao gom|gom co|co)\s+{_SOME}(?:{_NOUNS}\s+)?(?:{_WHAT}|{_HOW})", _HOW, rf"(?:la\s+)?{_WHAT}"
)
_THAT_ONE_DOES = (
    either(rf"(?:{_SHOW}\s+)?{_SOME}{_NOUNS}(?:\s+ma|\s+{_WHAT})?"),
    either(rf"{_BY_ITSELF}{_DO}(?:\s+la\s+{_WHAT})?"),
)
_GIVEN = (
    either(r"(?:giao|yeu cau|phan cong)(?:\s+(?:cho|nhiem vu cho))?"),
    either(rf"(?:{_MUST}\s+)?(?:{_DO}\s+)?{_SOME}(?:{_NOUNS}\s+)?{_WHAT}"),
)
_DUE = either(
    rf"(?:phai|can|se|co)?\s*(?:xong|hoan thanh|hoan tat|den han|toi han|het han|dao han|ket thuc)(?:\s+{_SOME}{_NOUN}\s+{_WHAT})?",
    rf"(?:co\s+)?{_SOME}{_LIMIT}(?:\s+(?:{_WHAT}|roi vao))?",
    r"co han",
)
_DUE_AROUND = either(
    rf"(?:{_SHOW}\s+)?(?:co\s+)?{_SOME}{_NOUNS}(?:\s+(?:{_WHAT}|la gi))?",
    rf"(?:phai|can|co)\s+{_DO}(?:\s+(?:la\s+)?{_WHAT})?",
    rf"(?:co\s+|la\s+)?{_WHAT}(?:\s+(?:thi|la))?",
)
_DEADLINES = (
    either(rf"(?:(?:{_SHOW}|tat ca|toan bo|nhung|cac)\s+)+{_LIMIT}(?=\s*(?:\0|$))"),
    either(rf"{_SOME}{_LIMIT}(?:\s+(?:phai hoan thanh|hoan thanh|thuc hien))?\s+(?:cua|doi voi|cho|trong|o|tai)"),
    either(rf"co\s+{_SOME}{_LIMIT}\s+{_WHAT}"),
    either(rf"{_SOME}{_NOUN}\s+(?:{_WHAT}\s+)?co\s+(?:thoi han|han chot|han|deadline)"),
)
_DEADLINES_AROUND = either(
    rf"(?:la\s+|gom\s+)?(?:{_WHAT}|nhung khi nao|khi nao|bao gio|{_HOW})", rf"{_SHOW}", r"(?:cua|thuoc)(?=\s)"
)
_COMPARES = either(
    r"so sanh|doi chieu", r"khac nhau\s+(?:the nao|ra sao|nhu the nao|gi|o dau|o cho nao)", r"khac biet gi"
)
_TARGETS = either(rf"{_SOME}(?:chi tieu|muc tieu)(?:\s+cu the)?(?:\s+(?:ve|doi voi|cho|cua))?")
_GOALS = either(
    rf"(?:{_SHOW}\s+)?(?:co|dat ra|de ra|dat|giao|neu|xac dinh|dua ra|la)?\s*{_SOME}chi tieu(?:\s+cu the)?(?:\s+(?:cua|ve))?"
)
_OF_ALL_TRAINING = either(
    r"(?:ve\s+)?(?:cong tac\s+)?(?:dao tao|boi duong)(?:\s*(?:,|va|, va)\s*(?:dao tao|boi duong))*",
    r"(?:(?:doi voi|cho|cua)\s+)?(?:doi ngu\s+)?(?:can bo|cong chuc|vien chuc)(?:\s*(?:,|va|, va)\s*(?:can bo|cong chuc|vien chuc))*",
    r"duoc|dat ra|de ra|dat|giao|neu|xac dinh|dua ra|thuc hien|phai|can",
    rf"(?:la\s+|gom\s+|bao gom\s+)?(?:{_WHAT}|{_HOW}|bao nhieu)",
)
_BETWEEN = either(
    r"giua(?:\s+(?:cac|hai|ba|nhieu))?(?:\s+(?:tinh|van ban|ke hoach|dia phuong|noi|don vi))?",
    r"(?:cua|trong|o|tai)\s+(?:cac|hai|ba)\s+(?:tinh|van ban|ke hoach|dia phuong|noi)",
    r"(?:voi|va|theo|cua|o|ve|cho|trong|tai)(?=\s*[\0§])",
    r"(?:ke hoach|quyet dinh|du thao|van ban|tinh)(?=\s*[\0§])",
    r"(?:thi\s+)?(?:the nao|ra sao|nhu the nao)",
)
_KIND = (
    r"(?:ke hoach|quyet dinh|du thao|van ban|de an|quy che|quy dinh|nghi quyet|chuong trinh|chi thi|luat|nghi dinh|thong tu|"
    r"tai lieu|phu luc)"
)
_OWN_WORDS = r"(?:(?!\s+(?:phai|giao|gi|nao|lam|co|duoc|thi|la|thoi)\b)\s+[^\s§\0?.,;]+){0,14}?"
_WHERE = r"(?:o|tai|cua|thuoc|trong|ben|phia|tren dia ban|cho|doi voi|theo|can cu|dua vao)"
_PARTICLE = (
    r"(?:con|the con|vay con|vay|the|va|roi|thi|la|cua|o|tai|trong|theo|cho|ve|voi|ma|a|nhe|nhi|ha|da|u|oi|hay|ben|giao|giao cho|"
    r"yeu cau|co|cac don vi nhu)"
)

VIETNAMESE = Cues(
    folded=True,
    duties=(
        Way((_DUTIES,)),
        Way((_OF_WHOM,), (_OF_WHOM_ENDS,)),
        Way(_THAT_ONE_DOES, (_OF_WHOM_ENDS,)),
        Way(_GIVEN),
    ),
    due=(
        Way((_DUE,), (_DUE_AROUND,)),
        Way((either(rf"co\s+{_SOME}{_NOUN}\s+{_WHAT}", r"ai\s+(?:phai|can)\s+lam\s+(?:viec\s+)?gi"),)),
    ),
    deadlines=tuple(Way((pattern,), (_DEADLINES_AROUND,)) for pattern in _DEADLINES),
    targets=(Way((_COMPARES, _TARGETS), (_BETWEEN,)),),
    goals=(Way((_GOALS,), (_OF_ALL_TRAINING,)),),
    ending=either(r"(?:ma\s+)?(?:co\s+|phai\s+|can\s+)?(?:den han|toi han|het han|xong|hoan thanh|han)"),
    documents=either(
        rf"(?:{_WHERE}\s+)?(?:ban\s+)?{_KIND}(?:\s+so)?{_OWN_WORDS}\s+(?:(?:cua|do|o|tai|so)\s+)?(?:tinh\s+|thanh pho\s+)?§+"
        r"(?:\s+(?:ban hanh|nay|do))?"
    ),
    fillers=either(
        rf"{_WHERE}\s+(?:tinh\s+|thanh pho\s+)?(?=§)",
        rf"{_WHERE}\s+{_SOME}(?:ban\s+)?{_KIND}(?:\s+(?:nay|do|tren|hien co|hien hanh|da ban hanh))?",
        rf"(?:ban\s+)?{_KIND}(?:\s+(?:nay|do|tren))?(?=\s*\0)",
        r"trong (?:so |cac viec |nhung viec )?(?:do|nay)",
        r"xin (?:hoi|cho hoi|cho biet)",
        r"cho (?:toi|minh|em|tui) (?:hoi|biet|xem)",
        r"(?:toi|em|minh) (?:muon|can) (?:hoi|biet|xem)",
        r"vui long|lam on|giup (?:toi|minh|em)|mot cach day du|tat ca|toan bo|cu the",
    ),
    leading=re.compile(rf"^(?:{_PARTICLE}\s+)+"),
    trailing=re.compile(rf"(?:\s+(?:{_PARTICLE}|tinh|cua tinh|thanh pho))+$"),
)
