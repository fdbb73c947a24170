"""In which language a question is asked: Vietnamese, Vietnamese typed without accents, or English."""

import re

from answer.reply import Language
from vietnamese.accents import AccentModel
from vietnamese.text import fold, has_accents, syllables

# Words that no unaccented Vietnamese syllable spells ("the", "to", "can", "so", "do", "in" could be either).
_ENGLISH = frozenset(
    """which what who whom whose when where why how many much is are was were does did must should shall will would
    of for by with and or from that this these those their there have has had been be about between under after before
    according please list compare difference plan office department people's committee training funding budget
    deadline year years percent percentage number province draft signed signs sign handles responsible every each all
    plans cite cites decree law laws provinces mention mentions courses classes lecturers teachers schools money pay pays
    role roles duties duty allowed required obligation report reports issued date valid force draft implement organise organize
    any not only it its they them at as on into than least most more civil servants staff officials public employees
    if which document documents decision regulation target targets quota""".split()
)
_VIETNAMESE = frozenset(
    """phong nao cua bao nhieu khi nguoi gi duoc theo cac nhung trong cho voi va la co khong phai ke hoach kinh phi
    dao tao boi duong can bo cong chuc vien chuc tinh huyen xa so noi vu tai chinh y te ai ky ngay thang nam truoc sau
    chi tieu don vi quan trach nhiem nhiem vu thuc hien to chuc bien che hang tu den dau may the nhu con ve quyet dinh""".split()
)


_EITHER = frozenset("in the do to so can me an a is on hang song nam".split())  # English, or Vietnamese without accents
_ENGLISH_SHARE = 0.6  # of the words without accents, beside which Vietnamese names may stand in an English question
_NUMBERS = re.compile(r"\S*/\S*")  # "101/2017/NĐ-CP" is the same in any language


def detect_language(text: str, known: AccentModel) -> Language:
    """The language of `text`. What could be either counts for the language more of its words belong to."""
    words = syllables(_NUMBERS.sub(" ", text))
    english = sum(w in _ENGLISH for w in words)
    if has_accents(text):
        plain = [w for w in words if w == fold(w) and not w.isdigit()]
        either = sum(w in _EITHER for w in plain)
        mostly = bool(english) and english + either >= _ENGLISH_SHARE * len(plain)
        return "en" if mostly or english >= max(len(words) - len(plain), 2) else "vi"
    vietnamese = sum(w in _VIETNAMESE for w in words)
    if english != vietnamese:
        return "en" if english > vietnamese else "vi_unaccented"
    letters = [w for w in words if not w.isdigit()]
    if not letters:
        return "vi"
    return "vi_unaccented" if sum(known.knows(w) for w in letters) > len(letters) / 2 else "en"
