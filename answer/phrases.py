"""The fixed sentences of an answer, Vietnamese and English side by side, and how documents and offices are named in them."""

import re

from answer.reply import Language
from index.document import Document
from vietnamese.glossary import Glossary
from vietnamese.text import has_accents, tidy

_FOREIGN_MARKER = re.compile(r"\[(\d+)\]")
_TYPES_EN = {
    "Luật": "law", "Bộ luật": "code", "Pháp lệnh": "ordinance", "Nghị quyết": "resolution", "Nghị định": "decree",
    "Quyết định": "decision", "Thông tư": "circular", "Thông tư liên tịch": "joint circular", "Chỉ thị": "directive",
    "Quy chế": "regulation", "Quy định": "regulation", "Thông báo": "notice", "Hướng dẫn": "guidance",
    "Chương trình": "programme", "Kế hoạch": "plan", "Phương án": "scheme", "Đề án": "scheme", "Dự án": "project",
    "Báo cáo": "report", "Tờ trình": "submission", "Công văn": "official letter", "Kết luận": "conclusion",
}  # fmt: skip
_PHRASES = {
    "office": ("Đơn vị được nêu: {office} ({doc}) {m}.", "The office named is {office} ({doc}) {m}."),
    "office_lead": ("{office} chủ trì ({doc}) {m}.", "{office} leads this ({doc}) {m}."),
    "office_with": ("{office} chủ trì; phối hợp: {others} ({doc}) {m}.", "{office} leads this, together with {others} ({doc}) {m}."),
    "office_joint": ("{office} phối hợp với {others} ({doc}) {m}.", "{office} works on this together with {others} ({doc}) {m}."),
    "approver": ("{office} phê duyệt{what} ({doc}) {m}.", "{office} approves{what} ({doc}) {m}."),
    "proposer": ("Theo đề nghị của: {office} ({doc}) {m}.", "At the proposal of {office} ({doc}) {m}."),
    "addressee": ("Báo cáo, gửi đến: {office} ({doc}) {m}.", "This goes to {office} ({doc}) {m}."),
    "addressee_through": ("Báo cáo, gửi đến: {office}, qua {through} ({doc}) {m}.", "This goes to {office}, through {through} ({doc}) {m}."),
    "duty": ("{office} được giao ({doc}) {m}:", "{office} is charged with the following ({doc}) {m}:"),
    "number": ("{doc} nêu: {value} {m}.", "{doc} states: {value} {m}."),
    "cells": ("{row}: {value} ({doc}) {m}.", "{row}: {value} ({doc}) {m}."),
    "deadline": ("Thời gian: {value} ({doc}) {m}.", "Time: {value} ({doc}) {m}."),
    "which_document": ("Văn bản được nêu: {value} ({doc}) {m}.", "The document named is {value} ({doc}) {m}."),
    "funding": ("Nguồn kinh phí theo {doc} {m}:", "Funding according to {doc} {m}:"),
    "list": ("{doc} nêu {n} mục sau {m}:", "{doc} lists these {n} items {m}:"),
    "tally": ("{doc} nêu {n} {noun} sau {m}:", "{doc} lists these {n} {noun} {m}:"),
    "what": ("{doc} quy định {m}:", "{doc} provides {m}:"),
    "defined": ("{doc} giải thích {m}:", "{doc} gives this meaning {m}:"),
    "in_force_from": (
        "{doc} tự ghi có hiệu lực từ {value} {m}.",
        "{doc} says that it takes effect on {value} {m}.",
    ),
    "in_force_until": ("{doc} tự ghi có hiệu lực đến {value} {m}.", "{doc} says that it is in force until {value} {m}."),
    "force": ("Về hiệu lực, {doc} ghi {m}:", "On its force {doc} says {m}:"),
    "repeals": ("{doc} nêu {name} hết hiệu lực hoặc bị bãi bỏ {m}.", "{doc} ends the force of {name} or repeals it {m}."),
    "replaces": ("{doc} thay thế {name} {m}.", "{doc} replaces {name} {m}."),
    "amends": ("{doc} sửa đổi, bổ sung {name} {m}.", "{doc} amends {name} {m}."),
    "partly_ended": ("{doc} bãi bỏ hoặc thay thế một phần {name} {m}.", "{doc} repeals or replaces a part of {name} {m}."),
    "repeals_later": (
        "{doc} nêu {name} hết hiệu lực hoặc bị bãi bỏ từ ngày {value} {m}.",
        "{doc} ends the force of {name} or repeals it from {value} {m}.",
    ),
    "replaces_later": ("{doc} thay thế {name} từ ngày {value} {m}.", "{doc} replaces {name} from {value} {m}."),
    "amends_later": ("{doc} sửa đổi, bổ sung {name} từ ngày {value} {m}.", "{doc} amends {name} from {value} {m}."),
    "partly_ended_later": (
        "{doc} bãi bỏ hoặc thay thế một phần {name} từ ngày {value} {m}.",
        "{doc} repeals or replaces a part of {name} from {value} {m}.",
    ),
    "force_today": (
        "Đây là điều các văn bản trong kho ghi; kho không xác nhận hiệu lực hiện hành.",
        "This is what the documents at hand say; they do not confirm what is in force today.",
    ),
    "yes_no": ("{doc} quy định về việc này như sau {m}:", "{doc} says this on the matter {m}:"),
    "answer_yes": ("Có, {doc} nêu {m}:", "Yes, {doc} says {m}:"),
    "answer_no": ("Không: {doc} nêu {value} {m}.", "No: {doc} states {value} {m}."),
    "same": ("Giống nhau: {value} {m}.", "The same: {value} {m}."),
    "different": ("Khác nhau: {value} {m}.", "They differ: {value} {m}."),
    "several": ("Có {n} văn bản quy định về việc này:", "{n} documents speak to this:"),
    "own_words": ("Nguyên văn:", "In the documents' own words:"),
    "related": ("Điều khoản liên quan:", "Related clauses:"),
    "no_evidence": (
        "Các văn bản hiện có không chứa câu trả lời cho câu hỏi này.",
        "The documents at hand do not hold an answer to this question.",
    ),
    "office_absent": (
        "Các văn bản được hỏi không nhắc đến {office}.",
        "The documents that are asked about do not mention {office}.",
    ),
    "place_absent": (
        "Các văn bản được hỏi không nhắc đến {place}.",
        "The documents that are asked about do not mention {place}.",
    ),
    "unknown_scope": (
        "Không có văn bản nào của {names} trong kho tài liệu, nên câu hỏi này chưa thể trả lời.",
        "There is no document of {names} among those at hand, so this question cannot be answered.",
    ),
    "unknown_document": (
        "Trong kho tài liệu không có văn bản {names}, nên câu hỏi này chưa thể trả lời.",
        "The document named ({names}) is not among those at hand, so this question cannot be answered.",
    ),
    "only_cited": (
        "Văn bản số {names} chỉ được nhắc đến, toàn văn không có trong kho tài liệu.",
        "Document {names} is only mentioned in them; its own text is not among those at hand.",
    ),
    "side_absent": ("Không tìm thấy nội dung được hỏi trong {doc}.", "Nothing on this was found in {doc}."),
    "left_out": (
        "{n} câu của mô hình ngôn ngữ không có trong đoạn được dẫn: đã bỏ {lost}, thay bằng nguyên văn {replaced}.",
        "{n} of the language model's sentences did not stand in the passages they cite: {lost} left out, {replaced} replaced by the documents' words.",
    ),
    "see_clauses": ("Các điều khoản sau nói về điều được hỏi {m}.", "These clauses speak of what was asked {m}."),
    "lead_left_out": (
        "Câu tóm tắt không khớp với điều khoản được dẫn nên đã bỏ; dưới đây là nguyên văn.",
        "A summing-up did not agree with the clauses it cites and was left out; these are their own words.",
    ),
    "not_written": (
        "Mô hình ngôn ngữ {model} không viết được câu trả lời này. {why} Đây là nguyên văn các điều khoản.",
        "The language model {model} could not write this answer. {why} These are the clauses themselves.",
    ),
    "trouble_unreachable": ("Không kết nối được với nó.", "It cannot be reached."),
    "trouble_slow": ("Đã quá thời gian chờ.", "It took too long."),
    "trouble_refused": ("Máy chủ của nó từ chối.", "Its server refused."),
    "trouble_failed": ("Máy chủ của nó báo lỗi.", "Its server failed."),
    "trouble_empty": ("Nó không viết gì.", "It wrote nothing."),
    "trouble_endless": ("Nó viết lặp lại hoặc quá dài.", "It repeated itself or wrote without end."),
    "trouble_language": ("Nó viết bằng ngôn ngữ khác với câu hỏi.", "It wrote in another language than the question's."),
    "trouble_none": ("Nó không thấy câu trả lời trong các đoạn được đưa.", "It saw no answer in the passages it was given."),
    "trouble_unsupported": ("Điều nó viết không có trong các đoạn được dẫn.", "What it wrote does not stand in the passages it cites."),
    "trouble_stopped": ("Việc viết đã được dừng.", "The writing was stopped."),
    "empty": ("Hãy nhập câu hỏi bằng chữ.", "Please ask the question in words."),
    "too_long": ("Câu hỏi có {n} ký tự; tối đa {most}. Hãy rút gọn.", "The question has {n} characters; at most {most} are read. Please shorten it."),
    "doc_number": ("Số hiệu: {value} ({doc}) {m}.", "Its number is {value} ({doc}) {m}."),
    "doc_date": ("Ngày ban hành: {value} ({doc}) {m}.", "It is dated {value} ({doc}) {m}."),
    "doc_signer": ("Người ký: {value} ({doc}) {m}.", "It was signed by {value} ({doc}) {m}."),
    "doc_issuer": ("Cơ quan ban hành: {value} ({doc}) {m}.", "It was issued by {value} ({doc}) {m}."),
    "doc_period": ("Giai đoạn: {value} ({doc}) {m}.", "It covers {value} ({doc}) {m}."),
    "doc_title": ("Tên văn bản: “{value}” ({doc}) {m}.", "Its title is “{value}” ({doc}) {m}."),
    "newcomer": (
        "Hãy hỏi về nội dung của {n} văn bản trong kho: ai làm gì, khi nào, bao nhiêu, lấy kinh phí từ đâu. Hỏi “Có những văn bản nào?” để xem danh sách.",
        "Ask about what the {n} documents at hand say: who does what, by when, how many, paid from where. Ask “Which documents are there?” for the list.",
    ),
    "thanks": (
        "Không có gì. Cần tra cứu thêm, xin cứ hỏi.",
        "You are welcome. Ask on whenever something needs looking up.",
    ),
    "held": ("Kho tài liệu có {n} văn bản:", "Documents at hand ({n}):"),
    "aims": ("Mục đích, mục tiêu {m}.", "What it is for {m}."),
    "parts": ("Các phần của văn bản ({n}):", "Its parts ({n}):"),
    "doc_appendices": ("{doc} có {value} phụ lục {m}:", "{doc} has {value} appendices {m}:"),
    "doc_appendices.one": ("{doc} có một phụ lục {m}:", "{doc} has one appendix {m}:"),
    "doc_signer_blank": ("Phần ký của {doc} không có tên người ký {m}.", "The signature block of {doc} names nobody {m}."),
    "doc_signature": ("Phần ký của {doc} ghi cơ quan và chức vụ, không có tên người ký {m}:", "The signature block of {doc} gives the body and the post, but no name {m}:"),
    "doc_blank": ("Trong {doc}, chỗ ghi để trống {m}.", "In {doc}, the place for it is left blank {m}."),
    "doc_day_blank": ("{doc} chỉ ghi {value}; ngày ban hành để trống {m}.", "{doc} is dated only {value}; the day is left blank {m}."),
    "doc_month_blank": ("{doc} chỉ ghi năm {value}; ngày và tháng ban hành để trống {m}.", "{doc} is dated only {value}; the day and the month are left blank {m}."),
    "doc_appendix_head": ("Dưới tên văn bản hoặc phụ lục, {doc} ghi {m}:", "Under its title or in an annex, {doc} says {m}:"),
    "period_ended": ("Tính đến hôm nay, giai đoạn {value} đã kết thúc.", "As of today, the period {value} is over."),
    "period_running": ("Tính đến hôm nay, giai đoạn {value} chưa kết thúc.", "As of today, the period {value} is not over yet."),
    "not_replaced": (
        "Không văn bản nào hiện có nói rằng {doc} bị thay thế, sửa đổi hay bãi bỏ.",
        "No document at hand says that {doc} has been replaced, amended or repealed.",
    ),
    "ends_nothing": (
        "{doc} không ghi là thay thế, sửa đổi hay bãi bỏ văn bản nào.",
        "{doc} does not say that it replaces, amends or repeals any document.",
    ),
    "none_stands_so": ("Không văn bản nào hiện có như vậy.", "None of the documents at hand does."),
    "until": ("đến năm {year}", "until {year}"),
    "cited_amends": ("{value} sửa đổi, bổ sung {name}, theo {doc} {m}.", "{value} amends {name}, according to {doc} {m}."),
    "cited_replaces": ("{value} thay thế {name}, theo {doc} {m}.", "{value} replaces {name}, according to {doc} {m}."),
    "cited_repeals": ("{value} bãi bỏ {name}, theo {doc} {m}.", "{value} repeals {name}, according to {doc} {m}."),
    "cited_doc_date": ("{name} đề ngày {value}, theo {doc} {m}.", "{name} is dated {value}, according to {doc} {m}."),
    "cited_doc_issuer": ("{name} do {value} ban hành, theo {doc} {m}.", "{name} was issued by {value}, according to {doc} {m}."),
    "cited_doc_date_absent": ("Các văn bản hiện có chỉ nhắc đến {value}, không ghi ngày của văn bản đó.", "The documents at hand only name {value}; they do not say when it was issued."),
    "cited_doc_issuer_absent": ("Các văn bản hiện có chỉ nhắc đến {value}, không ghi cơ quan ban hành.", "The documents at hand only name {value}; they do not say who issued it."),
    "cited_doc_signer_absent": ("Các văn bản hiện có chỉ nhắc đến {value}, không ghi ai ký.", "The documents at hand only name {value}; they do not say who signed it."),
    "doc_bases": ("Căn cứ của {doc} {m}:", "The legal bases of {doc} {m}:"),
    "doc_basis": ("{value} là căn cứ của {doc} {m}.", "{doc} rests on {value} {m}."),
    "doc_recipients": ("Nơi nhận của {doc} {m}:", "Recipients of {doc} {m}:"),
    "doc_draft": ("{doc} là dự thảo, chưa phải văn bản ban hành {m}.", "{doc} is a draft, not an issued document {m}."),
    "doc_issued": ("{doc} đã được ban hành: có số và chữ ký {m}.", "{doc} has been issued: it bears a number and a signature {m}."),
    "doc_unknown": (
        "{doc} không ghi rõ là dự thảo hay đã ban hành {m}.",
        "{doc} does not say whether it is a draft or has been issued {m}.",
    ),
    "doc_absent": ("{doc} không ghi thông tin này.", "{doc} does not state this."),
    "doc_number_absent": ("{doc} không ghi số hiệu.", "{doc} bears no number."),
    "doc_date_absent": ("{doc} không ghi ngày ban hành.", "{doc} bears no date of issue."),
    "doc_signer_absent": ("{doc} không ghi người ký.", "{doc} does not name who signed it."),
    "doc_recipients_absent": ("{doc} không ghi nơi nhận.", "{doc} does not name its recipients."),
    "doc_bases_absent": ("{doc} không ghi căn cứ.", "{doc} does not name its legal bases."),
    "doc_appendices_absent": ("{doc} không có phụ lục.", "{doc} has no appendix."),
    "doc_unread": (
        "Không đọc được thông tin này trong bản quét của {doc}; hãy xem ảnh trang.",
        "This could not be read in the scan of {doc}; please look at the page image.",
    ),
    "contradiction_answer": ("Văn bản nêu hai số liệu khác nhau: {values} {m}.", "The document gives two different figures: {values} {m}."),
    "clause": ("{clause} của {doc} quy định {m}:", "{clause} of {doc} provides {m}:"),
    "clause_absent": ("{doc} không có {clause}.", "{doc} has no {clause}."),
    "clause_nowhere": ("Không văn bản nào trong kho có {clause}.", "No document at hand has {clause}."),
    "clause_of_unknown": (
        "Trong kho không có văn bản được nêu ({name}), nên không thể trả lời về {clause}.",
        "The document named ({name}) is not among those at hand, so nothing can be said of {clause}.",
    ),
    "shortened": ("{clause} của {doc} dài; chỉ trích phần đầu.", "{clause} of {doc} is long; only its beginning is quoted."),
    "replaced": ("Theo {source}, {doc} đã bị thay thế.", "According to {source}, {doc} has been replaced."),
    "repealed": (
        "Theo {source}, {doc} đã bị bãi bỏ hoặc hết hiệu lực.",
        "According to {source}, {doc} has been repealed or is no longer in force.",
    ),
    "replaced_later": (
        "Theo {source}, từ ngày {value} {doc} bị thay thế.",
        "According to {source}, {doc} is replaced from {value}.",
    ),
    "repealed_later": (
        "Theo {source}, từ ngày {value} {doc} bị bãi bỏ hoặc hết hiệu lực.",
        "According to {source}, {doc} is repealed or no longer in force from {value}.",
    ),
    "was_amended": ("Theo {source}, {doc} đã được sửa đổi, bổ sung.", "According to {source}, {doc} has been amended."),
    "was_partly_ended": (
        "Theo {source}, {doc} đã bị bãi bỏ hoặc thay thế một phần.",
        "According to {source}, {doc} has been repealed or replaced in part.",
    ),
    "was_amended_later": (
        "Theo {source}, từ ngày {value} {doc} được sửa đổi, bổ sung.",
        "According to {source}, {doc} is amended from {value}.",
    ),
    "was_partly_ended_later": (
        "Theo {source}, từ ngày {value} {doc} bị bãi bỏ hoặc thay thế một phần.",
        "According to {source}, {doc} is repealed or replaced in part from {value}.",
    ),
    "recognised": (
        "Chữ trích từ {doc} được nhận dạng từ bản quét; nếu khác với ảnh trang thì theo ảnh trang.",
        "The words quoted from {doc} were recognised from a scan; where they differ from the page image, the image decides.",
    ),
    "recognised_sure": (
        "Chữ trích từ {doc} được nhận dạng từ bản quét, độ tin cậy thấp nhất {percent}\u00a0%; nếu khác với ảnh trang thì theo ảnh trang.",
        "The words quoted from {doc} were recognised from a scan, at least {percent}\u00a0% sure; where they differ from the page image, the image decides.",
    ),
    "draft": ("{doc} là dự thảo, chưa có hiệu lực.", "{doc} is a draft and not in force."),
    "period_over": ("Giai đoạn của {doc} đã kết thúc ({value}).", "The period of {doc} is over ({value})."),
    "undated": ("{doc} không ghi ngày ban hành.", "{doc} bears no date of issue."),
    "undated_scan": (
        "Không đọc được ngày ban hành của {doc} trong bản quét.",
        "The day of issue of {doc} could not be read in its scan.",
    ),
    "contradiction": (
        "{doc} nêu số liệu khác nhau về cùng một nội dung: {values}.",
        "{doc} gives different figures on the same matter: {values}.",
    ),
    "scope_open": (
        "Câu hỏi không nêu tỉnh hay văn bản; câu trả lời gồm nhiều văn bản.",
        "The question names no province or document; several documents are quoted.",
    ),
    "corrected": ("Thông tin về {doc} có phần do người quản lý kho bổ sung: {value}.", "Some facts about {doc} were stated by the catalogue: {value}."),
    "register_duties_of": ("{who} có {n} nhiệm vụ{year} trong {where}.", "{who} has {n} duties{year} in {where}."),
    "register_deadlines_of": (
        "{who} có {n} việc có thời hạn trong {where}.",
        "Duties of {who} with a deadline: {n}, in {where}.",
    ),
    "register_deadlines": ("Có {n} việc có thời hạn trong {where}.", "Duties with a deadline: {n}, in {where}."),
    "register_due_of": (
        "{who} có {n} việc đến hạn {when}, nêu trong {where}.",
        "Duties of {who} that fall due {when}: {n}, in {where}.",
    ),
    "register_due": ("Có {n} việc đến hạn {when}, nêu trong {where}.", "Duties that fall due {when}: {n}, in {where}."),
    "register_nothing_due": (
        "Không thấy việc nào đến hạn {when} trong các văn bản hiện có.",
        "The documents at hand show nothing that falls due {when}.",
    ),
    "register_nothing_charged": (
        "Không thấy việc nào giao cho {who} trong {doc}.",
        "No duty of {who} was found in {doc}.",
    ),
    "register_any_year": (
        "Câu hỏi không nêu năm nên tính mọi năm.",
        "The question names no year, so every year counts.",
    ),
    "register_targets": ("Có {n} chỉ tiêu trong {where}.", "Targets: {n}, in {where}."),
    "register_shown": ("Dưới đây nêu {k}:", "{k} of them follow:"),
    "register_document": ("{doc} (có {n}):", "{doc} ({n}):"),
    "register_document_part": ("{doc} (có {n}, nêu {k}):", "{doc} ({n}, of which {k} follow):"),
    "register_rest": (
        "Còn {n} nhiệm vụ chưa nêu ở đây; trang Nhiệm vụ có danh sách đầy đủ.",
        "Not shown here: {n} more; the Obligations page has the whole list.",
    ),
    "register_rest_targets": (
        "Còn {n} chỉ tiêu chưa nêu ở đây; trang Chỉ tiêu có danh sách đầy đủ.",
        "Not shown here: {n} more; the Targets page has the whole list.",
    ),
    "register_unread": ("Không đọc được nhiệm vụ của {doc}.", "The duties of {doc} could not be read."),
}  # fmt: skip


def unmarked(text: str) -> str:
    """Words of a document as an answer shows them: a "[5]" or "{m}" of its own must not read as one of our markers."""
    return _FOREIGN_MARKER.sub(r"[ \1 ]", text.replace("{m}", "{ m }"))


def quoted(words: str) -> str:
    """A document's words as an answer quotes them."""
    return f"“{unmarked(chr(10).join(tidy(line) for line in words.split(chr(10))))}”"


def model_name(setting: str) -> str:
    """What a language model is called: `openai` before it names a protocol that any server speaks, and who is asked is said elsewhere."""
    return setting.removeprefix("openai:").removeprefix("ollama:")


_PARTS = frozenset(("until",))  # of a sentence
_NUMBERS = (
    ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say(key: str, language: Language, **values: object) -> str:
    """The sentence `key` in the language of the question, filled in."""
    vietnamese, english = _PHRASES[key]
    safe = {name: value if name == "m" else unmarked(str(value)) for name, value in values.items()}
    sentence = (english if language == "en" else vietnamese).format(**safe)
    return sentence if key in _PARTS else sentence[:1].upper() + sentence[1:]


def small_number(number: int, language: Language) -> str:
    """A number as a sentence has it: in words up to ten ("ba", "three"), else in digits."""
    words = _NUMBERS[language == "en"]
    return words[number - 1] if 1 <= number <= len(words) else str(number)


def written_day(day: str, language: Language) -> str:
    """An ISO date as a sentence has it, a month or a year alone where that is all that is known."""
    parts = day.split("-")
    if len(parts) != 2:
        return "/".join(reversed(parts))
    year, month = parts
    return f"{_MONTHS[int(month) - 1]} {year}" if language == "en" else f"tháng {int(month)} năm {year}"


def says(key: str) -> bool:
    """Whether there is a sentence of this key."""
    return key in _PHRASES


def document_name(document: Document, language: Language, glossary: Glossary) -> str:
    """A document in a sentence: type, number or years, issuer ("Quyết định 2106/QĐ-UBND của Ủy ban nhân dân tỉnh Bình Định")."""
    kind = document.type or "Văn bản"
    years = _years(document) if not document.number else ""
    if language == "en":
        named = f"the {years} {_TYPES_EN.get(kind, 'document')}" if years else _TYPES_EN.get(kind, "document")
        named = f"{named[0].upper()}{named[1:]} {document.number}" if document.number else named
        owner = _owner_in_english(document, glossary)
        return " ".join(f"{named} of {owner}".split()) if owner else named
    issuer = document.issuer or ""
    place = document.province if document.province and document.province.lower() not in issuer.lower() else ""
    owner = " ".join(x for x in (issuer, place) if x)
    return " ".join(f"{kind[0].lower()}{kind[1:]} {document.number or years} {f'của {owner}' if owner else ''}".split())


def _owner_in_english(document: Document, glossary: Glossary) -> str:
    """Who issued a document, in English where the glossary has the office ("the Department of Health of Hậu Giang")."""
    issuer, place = document.issuer or "", document.province or ""
    english = glossary.english_name(issuer) if issuer else None
    if english is None:
        return issuer if not place or place in issuer else f"{issuer} {place}".strip()
    return f"the {english} of {place}" if place and place not in english else f"the {english}"


def _years(document: Document) -> str:
    period = document.period
    if period is None:
        return ""
    if period.start is None or period.start == period.end:
        return str(period.end)
    return f"{period.start} - {period.end}"


def office_name(name: str, language: Language, glossary: Glossary) -> str:
    """An office in the language of the question: in English its English name with the Vietnamese one in brackets, or the document's
    own words as a quote where it has none.
    """
    if language != "en":
        return name
    english = glossary.english_name(name)
    return f"the {english} ({name})" if english else f"“{name}”" if has_accents(name) else name
