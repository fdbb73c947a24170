"""Kinds of answers that few clauses give: a person's name, a reason, a sanction, a form, a level, an age, a birth, women, a place, a result.

A question for one of them is told by its wording, and so is a clause that can give it. A clause that speaks of the same things
but gives no such answer is the commonest near miss of a search.
"""

import re
from dataclasses import dataclass

from answer.question import Question
from index.passage import Passage


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of answer: how questions ask for it in Vietnamese and in English, and what a clause that gives it holds.

    A clause is matched with its case: names begin with capitals.
    """

    name: str
    vietnamese: re.Pattern[str]
    english: re.Pattern[str]
    given: re.Pattern[str]


def _wanted(name: str, vietnamese: str, english: str, given: str) -> Wanted:
    return Wanted(name, re.compile(vietnamese, re.IGNORECASE), re.compile(english, re.IGNORECASE), re.compile(given))


_HEADS = r"giám đốc|hiệu trưởng|trưởng phòng|chủ tịch|bí thư|người đứng đầu|thủ trưởng|viện trưởng|chánh văn phòng"
_HEADS_EN = r"director|head|principal|chair\w*|president|secretary|rector|leader|chief|minister"
WANTED = (
    _wanted(
        "person",
        rf"\b(?:họ tên|tên họ|danh tính|tên tuổi)\b|(?:{_HEADS})\b[^?]{{0,60}}\b(?:là ai|tên gì|tên là gì|tên ai)\b|\b(?:tên|người) (?:của )?(?:{_HEADS})\b"
        r"|\b(?:ông|bà|anh|chị|chuyên viên|cán bộ|công chức|đồng chí) nào (?:đã )?(?:soạn|viết|ký|đứng tên|trình(?! độ))",
        rf"\bnames? of (?:the |its |their )?(?:{_HEADS_EN}|person|officer|official who)\b|\bwho (?:heads|chairs|directs) (?:the|its|that|this)\b"
        rf"|\bwho is (?:the|its|their|that \w+['’]s) (?:current )?(?:{_HEADS_EN})\b|\bwhat(?:['’]s| is) (?:his|her) name\b",
        r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|đ/c|TS\.|ThS\.|PGS\.|GS\.|BS\.)\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]+|\blàm (?:Trưởng|Phó|Tổ trưởng|Chủ tịch)\b",
    ),
    _wanted(
        "contact",
        r"\bđiện thoại\b|\bhotline\b|đường dây nóng|\be-?mail\b|thư điện tử|\bđịa chỉ\b|trang web|\bwebsite\b|\bsố fax\b|\bzalo\b",
        r"\b(?:tele)?phone\b|\bhotline\b|\be-?mail\b|\b(?:the|an|its|their|postal|street|what) address(?:es)?\b|\bwebsite\b|\bcontact (?:details|number|person)\b|\bfax\b",
        r"\d{3,4}[ .]?\d{3}[ .]?\d{3}|@|https?:|www\.|[Đđ]ịa chỉ|[Đđ]iện thoại|thư điện tử|[Cc]ổng thông tin|[Tt]rang thông tin",
    ),
    _wanted(
        "reason",
        r"\bvì sao\b|\btại sao\b|\blý do (?:gì|nào|là)\b|\bnguyên nhân\b|\bcớ sao\b|^sao (?!y\b|lục\b|chép\b|gửi\b|in\b)|(?<!bản )\bsao (?!y\b|lục\b|chép\b|gửi\b|in\b)(?:\S+ ){0,8}lại\b",
        r"(?:^|[.,;:?!] )\W*(?:and |but |so |then )?why\b|\bwhy (?:did|does|do|is|are|was|were|has|have|must|should|not)\b|\b(?:for )?what (?:was |is )?(?:the )?reasons?\b|\brationale\b",
        r"\bnhằm\b|[Nn]guyên nhân|[Ll]ý do|\b[Vv]ì vậy|[Dd]o đó|[Xx]uất phát từ|\b[Vv]ì\b|\b[Dd]o (?:điều kiện|thiếu|chưa)\b",
    ),
    _wanted(
        "sanction",
        r"\bbị xử lý\b|\bxử lý (?:kỷ luật|trách nhiệm|vi phạm)|\bkỷ luật\b|\bxử phạt\b|\bbị phạt\b|\bmức phạt\b|\bchế tài\b|\bhình phạt\b"
        r"|\bbị (?:nhắc nhở|phê bình|khiển trách|cắt(?! bớt| giảm)|trừ|đuổi|xử)\b|\b(?:đền bù|bồi hoàn|bồi thường)\b|\bphải đền\b"
        r"|\b(?:chậm|trễ|muộn|quá hạn|không (?:gửi|nộp|báo cáo|tham gia|đi học|hoàn thành))\b[^?]*\bthì (?:bị )?(?:sao|làm sao|xử lý)\b",
        r"\bpenalt(?:y|ies)\b|\bsanction\w*\b|\bpunish\w*\b|\b(?:a|the|what) fines?\b|\bfined\b|\bwhat happens to (?:an?|the|those|people|any|staff|officials|someone)\b(?! (?:plan|result|report|money|fund|data|proposal|request)\w*)|\bdisciplin(?:ed|ary)\b|\bconsequences?\b"
        r"|\bpay back\b|\brefund\w*\b",
        r"[Xx]ử lý|[Kk]ỷ luật|[Xx]ử phạt|\bphạt\b|[Đđ]ền bù|[Bb]ồi hoàn|[Bb]ồi thường|[Kk]hiển trách|[Tt]hu hồi|[Hh]oàn trả|[Pp]hê bình|chịu trách nhiệm",
    ),
    _wanted(
        "result",
        r"\bđã (?:đào tạo|hoàn thành|đạt|cử|mở|tổ chức|tốt nghiệp|chi|bồi dưỡng|thực hiện)(?: được)?\b[^?]*\b(?:bao nhiêu|mấy|chưa|số liệu)\b"
        r"|\b(?:bao nhiêu|mấy|số liệu)\b[^?]*\bđã (?:được )?(?:đào tạo|hoàn thành|đạt|cử|mở|tổ chức|tốt nghiệp|chi|bồi dưỡng|thực hiện)\b"
        r"|\bthực tế (?:đã|đạt|là|có)\b|\b(?:hiện nay|hiện tại|hiện có|hiện đang|đến nay|tính đến nay)\b(?![^?]*\b(?:hỗ trợ|trợ cấp|được hưởng|mức)\b)[^?]*\b(?:có|còn|đạt)\b[^?]*(?<!số )\b(?:bao nhiêu|mấy)\b|\bhiện (?:có|còn)\b(?![^?]*\b(?:hỗ trợ|trợ cấp|được hưởng|mức)\b)[^?]*(?<!số )\b(?:bao nhiêu|mấy)\b|\bđạt (?:được )?chưa\b|\btốt nghiệp loại\b"
        r"|\bđánh giá (?:thế nào|ra sao|như thế nào) về\b|\bđã (?:được )?(?:tổng kết|sơ kết|làm xong|thực hiện xong|hoàn thành) chưa\b",
        r"\bactually (?:adopted|issued|approved|done|trained|sent|held|spent|completed|attended|reached|achieved|opened)\b|\bso far\b|\bto date\b|\breal (?:figure|number|result)s?\b|\bdid [^?]*\b(?:reach|achieve|meet|hit)\b"
        r"|\bhow many [^?]*\b(?:were|was|have been|has been|got) (?:\w+ed|sent|held)\b|\bhow many [^?]*\b(?:currently|at present)\b|\bin reality\b|\bactual (?:number|figure)s?\b",
        r"[Tt]ính đến|\bhiện có\b|\bđã (?:được )?(?:đào tạo|bồi dưỡng|cử|mở|tổ chức|hoàn thành)\b[^.;]*\d|\bđã đạt (?:được )?[^.;]{0,60}\d+(?:[.,]\d+)?\s*(?:%|người|lượt|lớp)|[Kk]ết quả (?:đạt|thực hiện) [^.;]*\d",
    ),
    _wanted(
        "country",
        r"(?<!nhà )\b(?:nước|quốc gia|châu lục) nào\b",
        r"\b(?:which|what) (?:foreign |other )?countr(?:y|ies)\b",
        r"Hoa Kỳ|\bMỹ\b|\bÚc\b|Nhật Bản|Hàn Quốc|Trung Quốc|[SX]ing(?:apore|-?ga-?po)|\bPháp\b|\bĐức\b|\b(?:nước|Vương quốc) Anh\b|Thái Lan|\bLào\b|Cam-?pu-?chia|Ấn Độ|\bNga\b|[Cc]hâu (?:Âu|Á|Mỹ|Úc)",
    ),
    _wanted(
        "place",
        r"\bhội trường\b|\bđịa điểm (?:nào|ở đâu)\b|\b(?:tổ chức|mở|học) (?:ở|tại) (?:đâu|chỗ nào|địa điểm nào)\b",
        r"\bvenues?\b|\bwhere (?:is|are|was|were|will) [^?]*\b(?:held|take place|taught|run)\b",
        r"\b(?:[Tt]ại|ở)\s+\S",
    ),
    _wanted(
        "paper",
        r"\bthủ tục\b|\bmẫu (?:đơn|số|nào|gì)\b|\bbiểu mẫu\b|\bđơn xin\b|\bhồ sơ (?:gồm|cần|gì|nào)\b",
        r"\b(?:which|what) (?:application )?forms? (?:do|must|should|is|are|to)\b|\bpaperwork\b|\bapplication form\b|\bon paper or\b",
        r"[Tt]hủ tục|[Hh]ồ sơ|\b[Mm]ẫu\b|[Bb]iểu mẫu|\b[Đđ]ơn (?:xin|đề nghị)|[Vv]ăn bản giấy|văn bản điện tử",
    ),
    _wanted(
        "level",
        r"\b(?:trình độ|bậc|cấp độ|chứng chỉ)(?: [^\s?]+){0,3} (?:nào|gì|mấy)\b|\b(?:bao nhiêu|mấy) điểm\b",
        r"\b(?:what|which) (?:level(?! of gov)|grade|score|certificate)\b|\bwhat \w+ certificate\b|\b(?:which|what) \w+ (?:certificate|level|score)\b",
        r"[Tt]rình độ|\b[Bb]ậc\b|[Cc]hứng chỉ|[Cc]ấp độ|\bđiểm\b|[Vv]ăn bằng|\bbằng\b|[Tt]hạc sĩ|[Tt]iến sĩ|[Đđ]ại học|[Cc]ao đẳng|[Tt]rung cấp",
    ),
    _wanted(
        "day",
        r"\b(?:trước |đến |vào |chậm nhất |muộn nhất |từ )?(?:là )?ngày (?:nào|mấy|bao nhiêu)\b",
        r"\b(?:what|which) (?:exact )?(?:date|day)\b|\bcut-?off date\b|\bby what date\b",
        r"\b\d{1,2}\s*/\s*\d{1,2}\b|\bngày \d{1,2}\b|\b\d+ ngày\b|\bngày đầu\b|\bcuối (?:tháng|quý|năm)\b|\bđầu (?:tháng|quý|năm)\b",
    ),
    _wanted(
        "due",
        r"\bhạn (?:chót|cuối|nộp|gửi|báo cáo|trình|đăng ký)\b|\b(?:chậm|muộn) nhất\b|\bthời hạn (?:nộp|gửi|báo cáo|trình)\b",
        r"\bdeadline\b|\bdue date\b|\bby when\b|\bcut-?off\b|\bno later than (?:what|which|when)\b",
        r"\b\d{1,2}\s*/\s*\d{1,2}\b|\b[Nn]gày \d|\b[Tt]háng \d|\b[Qq]uý\b|\b[Nn]ăm \d{4}|\b(?:chậm|muộn) nhất|\b\d+ (?:ngày|tháng|năm)\b|\b(?:cuối|đầu|giữa) (?:tháng|năm)",
    ),
    _wanted(
        "month",
        r"\b(?:tháng|quý) (?:nào|mấy)\b|\bthời điểm nào trong năm\b",
        r"\b(?:what|which) (?:month|quarter)\b|\b(?:what|which) time of (?:the )?year\b",
        r"\btháng \d|\b\d{1,2}\s*/\s*\d{1,2}\b|\b[Qq]uý\b|\b(?:đầu|cuối|giữa) năm\b",
    ),
    _wanted(
        "exam",
        r"\bthi (?:môn|bài|cuối|lại|đầu|tốt nghiệp)\b|\bbài thi\b|\bkỳ thi\b|\bkiểm tra cuối khóa\b|\bsát hạch\b",
        r"\bexam(?:s|ination|inations)?\b|\bpass mark\b",
        r"\bthi (?:môn|cuối|lại|tốt nghiệp|tuyển|nâng)|[Kk]ỳ thi|[Bb]ài thi|sát hạch|kiểm tra cuối",
    ),
    _wanted(
        "hospital",
        r"\b(?:những |các )?(?:bệnh viện|trung tâm y tế|trạm y tế) nào\b",
        r"\b(?:which|what) (?:\w+ )?(?:hospitals?|health (?:cent(?:er|re)s?|stations?)|clinics?)\b",
        r"[Bb]ệnh viện|BVĐK|[Tt]rung tâm [Yy] tế|[Tt]rạm [Yy] tế",
    ),
    _wanted(
        "women",
        r"\b(?:bao nhiêu|mấy)(?: [^\s?]+){0,4} (?:là )?(?:phụ )?nữ\b|\b(?:phụ )?nữ(?: [^\s?]+){0,3} (?:bao nhiêu|mấy)\b",
        r"\bhow many [^?]*\b(?:women|female)\b|\b(?:share|percentage|proportion|number) of (?:the )?(?:women|female)\b",
        r"\b[Nn]ữ\b",
    ),
    _wanted(
        "birth",
        r"\bsinh (?:năm|ngày) (?:nào|mấy|bao nhiêu)\b|\b(?:năm|ngày) sinh\b",
        r"\bborn\b|\b(?:date|year) of birth\b|\bbirthday\b",
        r"\b[Ss]inh (?:năm|ngày)\b|\b(?:[Nn]ăm|[Nn]gày) sinh\b",
    ),
    _wanted(
        "age",
        r"\bđộ tuổi\b|\b(?:bao nhiêu|mấy) tuổi\b|\b(?:giới hạn|mức) tuổi\b|\btuổi (?:tối đa|tối thiểu|nào|bao nhiêu|đời)\b",
        r"\bhow old\b|\b(?:age (?:limit|group|range|cap)|(?:maximum|minimum|what|which|certain) age|over what age)s?\b",
        r"\d\s*tuổi\b|\b[Đđ]ộ tuổi\b|\btuổi (?:đời|nghỉ hưu)\b",
    ),
    _wanted(
        "length",
        r"\b(?:học|kéo dài|khóa|khoá|lớp|đào tạo)(?: [^\s?]+){0,6} (?:mấy|bao nhiêu) (?:năm|tháng|tuần|ngày|buổi|tiết|giờ)\b|\bthời lượng\b|\bhọc bao lâu\b|\bkéo dài bao lâu\b",
        r"\bhow long (?:is|are|does|do|will)\b|\bhow many (?:days|weeks|months|hours|lessons|periods|sessions)\b|\bduration\b",
        r"\b\d+\s*(?:-\s*\d+\s*)?(?:\([^)]{1,20}\)\s*)?(?:năm|tháng|tuần|ngày|buổi|tiết|giờ)\b|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:năm|tháng|tuần|ngày|buổi)\b|vĩnh viễn|thời lượng|\b[Dd]ài hạn|\b[Nn]gắn hạn",
    ),
)  # fmt: skip


def kinds_wanted(question: Question) -> tuple[Wanted, ...]:
    """The kinds of this table that a question asks for."""
    if question.language == "en":
        return tuple(w for w in WANTED if w.english.search(question.resolved))
    return tuple(w for w in WANTED if w.vietnamese.search(question.vietnamese))


def holds_wanted(question: Question, passage: Passage) -> bool:
    """Whether a passage holds each kind of answer of this table that the question asks for."""
    text = f"{' '.join(passage.section)}\n{passage.text}\n{' '.join(passage.cells.values())}"
    return all(w.given.search(text) for w in kinds_wanted(question))
