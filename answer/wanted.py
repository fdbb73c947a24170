"""Kinds of answers that few clauses give: a person's name, a reason, a sanction, a form, a level, an age, a school, a textbook, a place, a result.

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


_HEADS = r"trưởng ban|phó trưởng ban|tổ trưởng|trưởng đoàn|giám đốc|hiệu trưởng|trưởng phòng|chủ tịch|bí thư|người đứng đầu|thủ trưởng|viện trưởng|chánh văn phòng"
_HEADS_EN = r"director|head|principal|chair\w*|president|secretary|rector|leader|chief|minister"
WANTED = (
    _wanted(
        "author",
        r"^ai (?:đã |là người )?(?:soạn|soạn thảo|viết|dự thảo|biên soạn|chấp bút)(?: ra)? (?:bản |cái )?(?:kế hoạch|văn bản|quyết định|dự thảo)\b(?! (?:hằng|hàng) năm)"
        r"|\b(?:kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,40}\bdo ai (?:soạn|soạn thảo|viết|biên soạn|chấp bút)\b",
        r"\bwho (?:has |had )?(?:drafted|wrote|written|authored|compiled) (?:the|this|that|it|your|our)\b(?! (?:annual|yearly))",
        r"\b[Nn]gười soạn\b|\b[Ss]oạn thảo:|\b[Cc]huyên viên soạn\b",
    ),
    _wanted(
        "person",
        rf"\b(?:họ tên|tên họ|danh tính|tên tuổi)\b|(?:{_HEADS})\b[^?]{{0,60}}\b(?:là ai|tên gì|tên là gì|tên ai)\b|\b(?:tên|người) (?:của )?(?:{_HEADS})\b"
        rf"|\bai (?:sẽ |đang |hiện |hiện đang )?(?:là|làm|giữ chức|nắm chức) (?:(?:{_HEADS})\b|trưởng |phó |tổ trưởng|chủ nhiệm)"
        r"|\b(?:ông|bà|anh|chị|chuyên viên|cán bộ|công chức|đồng chí) nào (?:đã )?(?:soạn|viết|ký|đứng tên|trình(?! độ))",
        rf"\bnames? of (?:the |its |their )?(?:(?!training\b|course\b|class\b)[\w'’-]+ ){{0,5}}?(?:(?:{_HEADS_EN})\b(?! (?:training|plan|course|class))|person|officer|official who)\b|\bwho (?:heads|chairs|directs) (?:the|its|that|this)\b"
        rf"|\bwho is (?:the|its|their|that \w+['’]s) (?:current )?(?:{_HEADS_EN})\b|\bwhat(?:['’]s| is) (?:his|her) name\b",
        r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|đ/c|TS\.|ThS\.|PGS\.|GS\.|BS\.)\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]+|\blàm (?:Trưởng|Phó|Tổ trưởng|Chủ tịch)\b",
    ),
    _wanted(
        "contact",
        r"\bđiện thoại\b|\bsố tài khoản\b|\bhotline\b|đường dây nóng|\be-?mail\b|thư điện tử|\bđịa chỉ\b|trang web|\bwebsite\b|\bsố fax\b|\bzalo\b",
        r"\b(?:tele)?phone\b|\baccount number\b|\bhotline\b|\be-?mail\b|\b(?:the|an|its|their|postal|street|what) address(?:es)?\b|\bwebsite\b|\bcontact (?:details|number|person)\b|\bfax\b",
        r"\d{3,4}[ .]?\d{3}[ .]?\d{3}|@|https?:|www\.|[Đđ]ịa chỉ|[Đđ]iện thoại|thư điện tử|[Cc]ổng thông tin|[Tt]rang thông tin",
    ),
    _wanted(
        "reason",
        r"\bvì sao\b|\btại sao\b|\b(?:điều|lý do|nguyên nhân) (?:gì|nào) (?:đã )?khiến\b|\bdo đâu mà\b|\blý do (?:gì|nào|là)\b|\bnguyên nhân\b|\bcớ sao\b|^sao (?!y\b|lục\b|chép\b|gửi\b|in\b)|(?<!bản )\bsao (?!y\b|lục\b|chép\b|gửi\b|in\b)(?:\S+ ){0,8}lại\b",
        r"(?:^|[.,;:?!] )\W*(?:and |but |so |then )?why\b|\bwhy (?:did|does|do|is|are|was|were|has|have|must|should|not)\b|\b(?:for )?what (?:was |is )?(?:the )?reasons?\b|\brationale\b|\bhow come\b"
        r"|\bwhat (?:made|led|prompted|drove|pushed|moved)\b",
        r"\bnhằm\b|[Nn]guyên nhân|[Ll]ý do|\b[Vv]ì vậy|[Dd]o đó|[Xx]uất phát từ|\b[Vv]ì\b|\b[Dd]o (?:điều kiện|thiếu|chưa)\b",
    ),
    _wanted(
        "sanction",
        r"\bbị xử lý\b|\bxử lý (?:kỷ luật|trách nhiệm|vi phạm)|\bkỷ luật\b|\bxử phạt\b|\bbị phạt\b|\bmức phạt\b|\bchế tài\b|\bhình phạt\b"
        r"|\bbị (?:nhắc nhở|phê bình|khiển trách|cắt(?! bớt| giảm)|trừ|đuổi|xử)\b|\b(?:đền bù|bồi hoàn|bồi thường)\b|\bphải đền\b"
        r"|\b(?:chậm|trễ|muộn|quá hạn|không (?:gửi|nộp|báo cáo|tham gia|đi học|hoàn thành))\b[^?]*\bthì (?:bị )?(?:sao|làm sao|xử lý)\b",
        r"\bpenalt(?:y|ies)\b|\bsanction\w*\b|\bpunish\w*\b|\b(?:a|the|what) fines?\b|\bfined\b|\bwhat happens to (?:an?|the|those|people|any|staff|officials|someone)\b(?! (?:plan|result|report|money|fund|data|proposal|request)\w*)|\bwhat happens (?:if|when) (?:an?|the|those|people|any|staff|officials|someone|somebody|they|he|she|i|we|you|trainees?|learners?)\b(?! (?:plan|result|report|money|fund|data|proposal|request)\w*)[^?]*\b(?:not|n't|n’t|fails?|failed|drops?|quits?|misses|skips?|leaves?|late|cheats?|breaks?|refuses?|absent|without)\b|\bdisciplin(?:ed|ary)\b|\bconsequences?\b"
        r"|\bpay back\b|\brefund\w*\b",
        r"[Xx]ử lý|[Kk]ỷ luật|[Xx]ử phạt|\bphạt\b|[Đđ]ền bù|[Bb]ồi hoàn|[Bb]ồi thường|[Kk]hiển trách|[Tt]hu hồi|[Hh]oàn trả|[Pp]hê bình|chịu (?:hoàn toàn )?trách nhiệm (?:trước|nếu|khi|về)",
    ),
    _wanted(
        "result",
        r"\bđã (?:đào tạo|hoàn thành|đạt|cử|mở|tổ chức|tốt nghiệp|chi|bồi dưỡng|thực hiện)(?: được)?\b[^?]*\b(?:bao nhiêu|mấy|chưa|số liệu)\b"
        r"|\b(?:bao nhiêu|mấy|số liệu)\b[^?]*\bđã (?:được )?(?:đào tạo|hoàn thành|đạt|cử|mở|tổ chức|tốt nghiệp|chi|bồi dưỡng|thực hiện)\b"
        r"|\bthực tế (?:đã|đạt|là|có)\b|\b(?:hiện nay|hiện tại|hiện có|hiện đang|đến nay|tính đến nay)\b(?![^?]*\b(?:hỗ trợ|trợ cấp|được hưởng|mức)\b)[^?]*\b(?:có|còn|đạt)\b[^?]*(?<!số )\b(?:bao nhiêu|mấy)\b|\bhiện (?:có|còn)\b(?![^?]*\b(?:hỗ trợ|trợ cấp|được hưởng|mức)\b)[^?]*(?<!số )\b(?:bao nhiêu|mấy)\b|\bđạt (?:được )?chưa\b|\btốt nghiệp loại\b"
        r"|\b(?:bao nhiêu|mấy)\b[^?]*\brồi\s*\??$|\bthực tế [^?]*\b(?:bao nhiêu|mấy|hơn)\b"
        r"|\bđánh giá (?:thế nào|ra sao|như thế nào) về\b|\bkết quả (?:sơ kết|tổng kết|rà soát|khảo sát|kiểm tra)\b[^?]*\b(?:gì|nào|ra sao|thế nào|bao nhiêu)\b|\bđã (?:được )?(?:tổng kết|sơ kết|làm xong|thực hiện xong|hoàn thành) chưa\b",
        r"\bactually (?:adopted|issued|approved|done|trained|sent|held|spent|completed|attended|reached|achieved|opened)\b|\bso far\b|(?<!up )\bto date\b|\breal (?:figure|number|result)s?\b|\bdid [^?]*\b(?:reach|achieve|meet|hit)\b"
        r"|\bhow many [^?]*\b(?:were|was|have been|has been|got) (?!plann?ed|pencill?ed|budgeted|foreseen|envisaged|intended|supposed|expected|required|needed|targeted|scheduled|allocated|earmarked)(?:\w+ed|sent|held)\b|\bhow many [^?]*\b(?:currently|at present)\b|\bin reality\b|\bactual (?:number|figure)s?\b"
        r"|\bhow many [^?]*\bstill (?:have|lack|need|without|are)\b"
        r"|\bwhat did [^?]*\b(?:find|show|conclude|reveal)\b|\b(?:the |its |main |key )findings\b|\bwhat were the results\b",
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
        r"\bbài kiểm tra\b|\bkiểm tra (?:đầu vào|đầu ra|kiểu|môn)\b|\bthi (?:môn|bài|cuối|lại|đầu|tốt nghiệp)\b|\bbài thi\b|\bkỳ thi\b|\bkiểm tra cuối khóa\b|\bsát hạch\b",
        r"\bexam(?:s|ination|inations)?\b|\bpass mark\b|\b(?:entrance|entry|final|written|placement|end-of-course) tests?\b",
        r"\bthi (?:môn|cuối|lại|tốt nghiệp|tuyển|nâng)|[Kk]ỳ thi|[Bb]ài thi|sát hạch|kiểm tra cuối|bài kiểm tra|kiểm tra đầu",
    ),
    _wanted(
        "hospital",
        r"\b(?:những |các )?(?:bệnh viện|trung tâm y tế|trạm y tế) nào\b",
        r"\b(?:which|what) (?:\w+ )?(?:hospitals?|health (?:cent(?:er|re)s?|stations?)|clinics?)\b",
        r"[Bb]ệnh viện|BVĐK|[Tt]rung tâm [Yy] tế|[Tt]rạm [Yy] tế",
    ),
    _wanted(
        "school",
        r"\b(?:trường đại học|trường cao đẳng|trường chính trị|trường|đại học|học viện) (?:nào|gì)\b",
        r"\b(?:which|what) (?:\w+ )?(?:universit(?:y|ies)|colleges?|academ(?:y|ies)|schools?)\b",
        r"(?:Trường|Đại học|Cao đẳng|Học viện)\s+(?:(?:Đại học|Cao đẳng|Trung cấp)\s+)?[A-ZĐÀ-Ỹ]|[Tt]rường [Cc]hính trị|[Tt]rung tâm [Cc]hính trị",
    ),
    _wanted(
        "teacher",
        r"\bai (?:sẽ |là người )?(?:đứng lớp|dạy|giảng|lên lớp|đi dạy)\b|\b(?:giảng viên|báo cáo viên|thầy cô) (?:nào|là ai|ở đâu)\b",
        r"\bwho (?:will |would |is to )?(?:teach|teaches|is teaching|lecture|lectures|instructs?)\b|\bwho (?:is|are|will be) the (?:lecturers?|teachers?|instructors?|trainers?)\b",
        r"[Gg]iảng viên|[Gg]iảng dạy|[Bb]áo cáo viên|[Tt]hỉnh giảng|\b[Dd]ạy\b|Học viện|Trường",
    ),
    _wanted(
        "software",
        r"\bphần mềm\b|\b(?:nền tảng|ứng dụng|hệ thống)(?: [^\s?]+){0,2} (?:nào|gì)\b",
        r"\bsoftware\b|\b(?:which|what) (?:[\w-]+ ){0,2}(?:platforms?|apps?|applications?)\b(?! form)",
        r"[Pp]hần mềm|[Nn]ền tảng|[Ứứ]ng dụng|[Hh]ệ thống",
    ),
    _wanted(
        "textbook",
        r"\b(?:giáo trình|sách|bộ tài liệu|tài liệu học|tài liệu giảng dạy)(?: [^\s?]+){0,2} (?:nào|gì)\b",
        r"\b(?:which|what) (?:[\w-]+ ){0,2}(?:textbooks?|course books?|course materials?|handbooks?|manuals?)\b",
        r"[Gg]iáo trình|[Tt]ài liệu|[Ss]ách\b",
    ),
    _wanted(
        "clause",
        r"\b(?:điều khoản|điều) (?:nào|mấy|số mấy)\b|\bkhoản (?:mấy|số mấy)\b",
        r"\b(?:which|what) (?:articles?|clauses?|provisions?|paragraphs?)\b",
        r"\b[Đđ]iều \d|\b[Kk]hoản \d|\b[Đđ]iểm [a-zđ]\b",
    ),
    _wanted(
        "standard",
        r"\b(?:tiêu chuẩn|iso|tcvn) (?:số (?:hiệu )?)?(?:nào|mấy|bao nhiêu|gì)\b",
        r"\bISO (?:standard )?number\b|\b(?:which|what) ISO\b",
        r"\b(?:ISO|TCVN)\s*[\d:/-]|[Tt]iêu chuẩn",
    ),
    _wanted(
        "share of each",
        r"\bmỗi (?:huyện|xã|phường|thị xã|thành phố|địa phương)(?: [^\s?]+){0,2} (?:mấy|bao nhiêu)\b",
        r"\bhow (?:many|much)\b[^?]*\b(?:each|every|per) (?:district|commune|ward|town|city)\b",
        r"\b(?:[Mm]ỗi|[Tt]ừng) (?:đơn vị|huyện|xã|phường|địa phương|cơ quan)|/\s*(?:huyện|xã|đơn vị)",
    ),
    _wanted(
        "reward",
        r"\b(?:khen thưởng|tiền thưởng|giải thưởng|phần thưởng|được thưởng)\b",
        r"\b(?:rewards?|rewarded|prizes?|bonus(?:es)?)\b",
        r"[Kk]hen thưởng|\bthưởng\b|[Tt]uyên dương",
    ),
    _wanted(
        "lodging",
        r"\b(?:chỗ ăn ở|chỗ trọ|ký túc xá|khách sạn|nhà trọ|chỗ ngủ|bố trí chỗ ở)\b",
        r"\b(?:accommodation|lodging|hotels?|dormitor(?:y|ies)|housing|place to stay)\b",
        r"[Cc]hỗ ở|[Nn]ơi ở|[Kk]ý túc|[Kk]hách sạn|ăn ở|lưu trú|nhà ở",
    ),
    _wanted(
        "travel",
        r"\b(?:xe đưa đón|phương tiện đi lại|vé máy bay|vé tàu|tàu xe|tiền xe|đi bằng (?:xe|gì))\b",
        r"\b(?:air ?fares?|flights?|shuttle|bus tickets?|travel (?:costs?|expenses|allowance)|transportation)\b",
        r"đi lại|tàu xe|[Vv]é (?:máy bay|tàu|xe)|công tác phí",
    ),
    _wanted(
        "tongue",
        r"\bbằng (?:tiếng|ngôn ngữ) (?:gì|nào)\b|\b(?:tiếng|ngoại ngữ|ngôn ngữ) (?:gì|nào)\b",
        r"\b(?:which|what) (?:foreign |ethnic )?languages?\b",
        r"[Tt]iếng (?:Anh|Pháp|Nga|Trung|Hoa|Hàn|Nhật|Đức|Việt|Khmer|Khơ|Chăm|dân tộc)|[Nn]goại ngữ|[Nn]gôn ngữ",
    ),
    _wanted(
        "equipment",
        r"\b(?:trang thiết bị|thiết bị|máy tính|máy chiếu|dụng cụ)(?: [^\s?]+){0,3} (?:gì|nào|bao nhiêu|mấy)\b",
        r"\b(?:which|what|how many|how much) (?:[\w-]+ ){0,2}(?:equipment|computers?|laptops?|projectors?|tablets?)\b",
        r"[Tt]hiết bị|[Mm]áy (?:tính|chiếu)|[Dd]ụng cụ|[Cc]ơ sở vật chất",
    ),
    _wanted(
        "company",
        r"\b(?:công ty|doanh nghiệp|nhà thầu|tập đoàn|ngân hàng) (?:nào|gì)\b",
        r"\b(?:which|what) (?:[\w-]+ ){0,2}(?:compan(?:y|ies)|firms?|contractors?|business(?:es)?|banks?)\b",
        r"[Cc]ông ty|[Dd]oanh nghiệp|[Nn]hà thầu|[Tt]ập đoàn|[Nn]gân hàng",
    ),
    _wanted(
        "district",
        r"\b(?:huyện|xã|phường|thị xã|thị trấn) (?:nào|tên gì)\b",
        r"\b(?:which|what) (?:[\w-]+ )?(?:districts?|communes?|wards?|towns?)\b(?! (?:staff|officials?|officers?|level|people|leaders?|cadres?))",
        r"(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị xã|[Tt]hị trấn|[Tt]hành phố)\s+[A-ZĐÀ-Ỹ]|[Cc]ác huyện|[Cc]ấp (?:huyện|xã)",
    ),
    _wanted(
        "steps",
        r"\b(?:mấy|bao nhiêu|các) bước\b|\btrình tự (?:thế nào|ra sao|như thế nào|gồm)\b",
        r"\b(?:which|what|how many) steps\b|\bstep by step\b",
        r"\b[Bb]ước\b|[Tt]rình tự|[Qq]uy trình|[Tt]hủ tục",
    ),
    _wanted(
        "exemption",
        r"\b(?:được|xin|diện) miễn\b|\bmiễn (?:học|giảm|thi)\b",
        r"\bexempt(?:ed|ions?)?\b",
        r"\b[Mm]iễn\b",
    ),
    _wanted(
        "insurance",
        r"\bbảo hiểm\b(?! y tế)",
        r"\binsur(?:ance|ed)\b",
        r"[Bb]ảo hiểm",
    ),
    _wanted(
        "deferral",
        r"\b(?:xin|được|phải) (?:hoãn|bảo lưu|lùi|dời)\b",
        r"\b(?:postpone[ds]?|defer(?:red|ral)?s?|put off)\b",
        r"[Hh]oãn|[Bb]ảo lưu|\b[Ll]ùi\b|\b[Dd]ời\b",
    ),
    _wanted(
        "hour",
        r"\bmấy giờ\b|\bgiờ nào\b|\bgiờ học\b|\bbuổi nào\b|\b(?:buổi tối|ban đêm|cuối tuần|thứ bảy|chủ nhật|ngoài giờ)\b",
        r"\b(?:at )?what time (?:do|does|is|are|will)\b|\bwhat hours?\b|\b(?:evenings?|weekends?|at night|after hours)\b",
        r"\b\d{1,2}\s*(?:giờ|h)\b|\b\d{1,2}:\d\d\b|\bbuổi (?:sáng|chiều|tối)\b|cuối tuần|thứ bảy|chủ nhật|ngoài giờ",
    ),
    _wanted(
        "credits",
        r"\btín chỉ\b",
        r"\b(?:how many|which|what) (?:[\w-]+ )?credits\b",
        r"[Tt]ín chỉ",
    ),
    _wanted(
        "fee",
        r"\blệ phí\b|\bphí (?:đăng ký|ghi danh|dự thi)\b",
        r"\b(?:registration|application|enrol\w*|entry|exam) fees?\b",
        r"[Ll]ệ phí|\bphí (?:đăng ký|ghi danh)",
    ),
    _wanted(
        "certificate of whom",
        r"\b(?:ai|cơ quan nào|đơn vị nào|nơi nào) (?:sẽ )?(?:cấp|ký) (?:chứng chỉ|chứng nhận|bằng|giấy chứng nhận)\b|\b(?:chứng chỉ|chứng nhận|bằng)\b[^?]*\bdo (?:ai|cơ quan nào|đơn vị nào|trường nào) cấp\b",
        r"\bwho (?:issues|awards|grants|gives out|signs) (?:the |that |this )?(?:[\w-]+ ){0,2}(?:certificates?|diplomas?|degrees?)\b",
        r"[Cc]ấp (?:chứng chỉ|chứng nhận|bằng|giấy chứng nhận)",
    ),
    _wanted(
        "choice",
        r"\b(?:chọn|lựa chọn|xét chọn|tuyển chọn|xét)\b[^?]*\b(?:theo|bằng|dựa vào|dựa trên) (?:những )?(?:cách|tiêu chí|tiêu chuẩn|hình thức) (?:nào|gì)\b|\b(?:tiêu chí|tiêu chuẩn)(?: [^\s?]+){0,4} (?:nào|gì|ra sao|thế nào)\b",
        r"\b(?:which|what) (?:[\w-]+ ){0,2}criteria\b|\bhow (?:are|were|is|will) [^?]*\b(?:chosen|selected|picked)\b",
        r"[Tt]iêu chí|[Tt]iêu chuẩn|[Đđ]iều kiện|[Yy]êu cầu|[Ưư]u tiên|[Xx]ét\b|[Tt]uyển chọn|[Ll]ựa chọn|căn cứ|quy hoạch",
    ),
    _wanted(
        "times",
        r"\b(?:mấy|bao nhiêu) (?:lần|lượt|đợt|kỳ)\b",
        r"\bhow many times\b",
        r"\b[Hh][ằà]ng (?:năm|quý|tháng|tuần)|\b[Mm]ỗi (?:năm|quý|tháng)|\d+ (?:tháng|năm) (?:một|1) lần|\d+ lần|[Đđ]ịnh kỳ \d|\b[Ss]au \d+ năm|[Mm]ột lần|[Hh]ai lần|\d+ đợt",
    ),
    _wanted(
        "part of a number",
        r"\btrong (?:đó|số (?:này|đó|ấy))\b[^?]*\b(?:bao nhiêu|mấy)\b",
        r"\bof (?:those|these|the \d+)\b[^?]*\bhow many\b",
        r"[Tt]rong đó|\([^)]*\d[^)]*\)|\bgồm \d",
    ),
    _wanted(
        "passport",
        r"\b(?:hộ chiếu|visa|thị thực)\b",
        r"\b(?:passports?|visas?)\b",
        r"[Hh]ộ chiếu|[Vv]isa|[Tt]hị thực",
    ),
    _wanted(
        "module",
        r"\bchuyên đề (?:nào|gì)\b|\b(?:những|các|mấy|bao nhiêu) chuyên đề\b",
        r"\b(?:which|what|how many) (?:[\w-]+ )?(?:modules|lectures)\b",
        r"[Cc]huyên đề|[Hh]ọc phần|[Mm]ô-?đun|[Mm]ôn học|[Bb]ài giảng",
    ),
    _wanted(
        "price",
        r"\bmức (?:trần|chi tối đa)\b|\bđơn giá\b|\b(?:một|mỗi|1) (?:người|học viên|lớp)\b[^?]*\b(?:tốn|mất|hết)\b[^?]*\b(?:bao nhiêu|mấy)\b",
        r"\bcost (?:ceiling|cap|limit)\b|\bcosts? (?:more|less) per\b|\b(?:cost|price) per (?:participant|head|person|learner|class)\b",
        r"\d\s*(?:đồng|triệu|nghìn|tỷ)\b|[Đđ]ịnh mức|[Mm]ức chi|[Đđ]ơn giá",
    ),
    _wanted(
        "ministry",
        r"(?<!cán )(?<!nội )\bbộ (?:nào|ngành nào)\b",
        r"\b(?:which|what) (?:\w+ )?ministr(?:y|ies)\b",
        r"\bBộ [A-ZĐÀ-Ỹ]|[Cc]ác [Bb]ộ\b",
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
        r"\bđộ tuổi\b|\b(?:bao nhiêu|mấy) tuổi\b|\b(?:giới hạn|mức) tuổi\b|\btuổi (?:tối đa|tối thiểu|nào|bao nhiêu|đời)\b|\b(?:trên|dưới|quá|ngoài|hơn) \d{2} tuổi\b",
        r"\bhow old\b|\b(?:age (?:limit|group|range|cap)|(?:maximum|minimum|what|which|certain) age|over what age)s?\b|\b(?:over|under|above|below|older than|younger than|aged) \d{2}(?=\s*(?:[?,.]|be\b|who\b|and\b|or\b|can\b|may\b|must\b|years\b))",
        r"\d\s*tuổi\b|\b[Đđ]ộ tuổi\b|\btuổi (?:đời|nghỉ hưu)\b",
    ),
    _wanted(
        "timetable",
        r"^(?:(?:cho|tôi|em|mình|xem|hỏi|có) )*lịch (?:học|giảng|giảng dạy|khai giảng|thi|mở lớp|tập huấn)\b|\bthời kh[óo]a biểu\b[^?]*\b(?:nào|gì|sao|đâu)\b",
        r"\b(?:what|where|which|show|give|see|get)\b[^?]{0,20}\b(?:timetable|(?:class|course|lesson|teaching) (?:schedule|calendar))s?\b",
        r"\b[Ll]ịch\b|[Tt]hời kh[óo]a biểu|\b[Tt]háng \d|\b[Qq]uý\b|[Tt]hời gian|[Tt]iến độ",
    ),
    _wanted(
        "length",
        r"\bthời gian (?:đào tạo|bồi dưỡng|học|học tập|tập huấn|của (?:khóa|khoá|lớp))\b[^?]*\b(?:tối thiểu|tối đa|ít nhất|nhiều nhất|bao lâu|bao nhiêu|là mấy)\b|\b(?:học|kéo dài|khóa|khoá|lớp|đào tạo)(?: [^\s?]+){0,6} (?:mấy|bao nhiêu) (?:năm|tháng|tuần|ngày|buổi|tiết|giờ)\b|\bthời lượng\b|\bhọc bao lâu\b|\bkéo dài bao lâu\b",
        r"\bhow long (?:is|are|does|do|will)\b|\bhow many (?:days|weeks|months|hours|lessons|periods|sessions)\b|\bduration\b",
        r"\b\d+\s*(?:-\s*\d+\s*)?(?:\([^)]{1,20}\)\s*)?(?:năm|tháng|tuần|ngày|buổi|tiết|giờ)\b|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:năm|tháng|tuần|ngày|buổi)\b|vĩnh viễn|thời lượng|\b[Dd]ài hạn|\b[Nn]gắn hạn",
    ),
)  # fmt: skip


def kinds_wanted(question: Question) -> tuple[Wanted, ...]:
    """The kinds of this table that a question asks for."""
    if question.language == "en":
        return tuple(w for w in WANTED if w.english.search(question.asking))
    return tuple(w for w in WANTED if w.vietnamese.search(question.asking))


def holds_wanted(question: Question, passage: Passage) -> bool:
    """Whether a passage holds each kind of answer of this table that the question asks for."""
    text = f"{' '.join(passage.section)}\n{passage.text}\n{' '.join(passage.cells.values())}"
    return all(w.given.search(text) for w in kinds_wanted(question))
