"""All words of the interface, Vietnamese and English in one table, and the language that the reader chose."""

from typing import Literal, get_args

import streamlit as st

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_NAMES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}
PARAMETER = "lang"
"""The query parameter of the address that keeps the language, so that a link and a reload keep it too."""

TABLE: dict[str, tuple[str, str]] = {
    # the frame
    "app_title": ("Hỏi đáp văn bản hành chính", "Administrative Documents Assistant"),
    "chat_page": ("Hỏi đáp", "Ask"),
    "intro": (
        "Trả lời bằng nguyên văn các văn bản trong kho, kèm trích dẫn mở được đến từng dòng.",
        "Answers in the documents' own words, each with a citation that opens at the very line.",
    ),
    "language": ("Ngôn ngữ", "Language"),
    "new_conversation": ("Cuộc hỏi đáp mới", "New conversation"),
    "export": ("Xuất", "Export"),
    "export_markdown": ("Markdown (.md)", "Markdown (.md)"),
    "export_docx": ("Word (.docx)", "Word (.docx)"),
    # the empty page
    "examples": ("Câu hỏi mẫu", "Example questions"),
    "documents_held": ("{n} văn bản trong kho", "{n} documents at hand"),
    # asking
    "ask": ("Nhập câu hỏi về các văn bản…", "Ask about the documents…"),
    "ask_blocked": ("Bộ lọc không còn văn bản nào", "The filter leaves no document"),
    "you": ("Bạn", "You"),
    "assistant": ("Trợ lý", "Assistant"),
    "searching": ("Đang tìm trong các văn bản…", "Searching the documents…"),
    "asked_again": ("Hỏi lại", "Ask again"),
    "failed": ("Câu hỏi này chưa trả lời được vì có lỗi.", "This question could not be answered because of a fault."),
    "fault_logged": (
        "Lỗi ngoài dự kiến ({kind}); chi tiết có trong nhật ký của chương trình.",
        "An unexpected fault ({kind}); the program's log has the details.",
    ),
    # an answer
    "understood_as": ("Được hiểu là: {question}", "Understood as: {question}"),
    "partial": (
        "Trả lời một phần: phần còn lại xem trong văn bản.",
        "A partial answer: the rest stands in the document.",
    ),
    "no_evidence": ("Không tìm thấy câu trả lời", "No answer found"),
    "nearest": ("Đoạn gần nhất - không phải câu trả lời", "Closest passages - not an answer"),
    "not_read": ("Câu hỏi chưa xử lý được", "The question could not be taken up"),
    "open_source": ("Mở nguồn [{n}]", "Open source [{n}]"),
    "open_nearest": ("Mở đoạn này", "Open this passage"),
    "extractive": ("trích nguyên văn", "verbatim extracts"),
    "written": ("viết bởi mô hình ngôn ngữ, đã đối chiếu", "written by a language model, checked"),
    "seconds": ("{n} giây", "{n} s"),
    "copy": ("Chép câu trả lời", "Copy answer"),
    "copied": ("Đã chép", "Copied"),
    # a source
    "source": ("Nguồn trích dẫn", "Source"),
    "back": ("Quay lại câu trả lời", "Back to the answer"),
    "passage": ("Đoạn trích", "Passage"),
    "whole_document": ("Toàn văn", "Whole document"),
    "line": ("dòng {n}", "line {n}"),
    "lines": ("dòng {a}-{b}", "lines {a}-{b}"),
    "page": ("trang {n}", "page {n}"),
    "file": ("Tệp", "File"),
    "issuer": ("Cơ quan ban hành", "Issued by"),
    "date": ("Ngày", "Date"),
    "number": ("Số hiệu", "Number"),
    "document_title": ("Văn bản", "Document"),
    "section": ("Mục", "Section"),
    "place": ("Vị trí", "Place"),
    "draft": ("DỰ THẢO - chưa có hiệu lực", "DRAFT - not in force"),
    "status_unknown": ("Không rõ đã ban hành hay chưa", "Not known whether issued"),
    "by_ocr": ("Đọc từ bản quét (OCR): nên đối chiếu bản gốc", "Read from a scan (OCR): compare with the original"),
    "quote_not_found": (
        "Không tìm thấy đúng câu chữ này trong bản hiện có nên không tô sáng.",
        "These exact words were not found in the text at hand, so nothing is highlighted.",
    ),
    "document_gone": (
        "Văn bản này không còn trong kho; đoạn trích là bản lúc trả lời.",
        "This document is no longer at hand; the passage is as it was when answered.",
    ),
    "shown_part": ("Đang hiện {shown} trong {total} dòng, quanh đoạn trích.", "{shown} of {total} lines are shown, around the quote."),
    "show_all": ("Hiện toàn bộ {total} dòng", "Show all {total} lines"),
    # filters
    "filters": ("Giới hạn tìm kiếm", "Limit the search"),
    "filter_document": ("Văn bản", "Document"),
    "filter_province": ("Tỉnh, thành", "Province"),
    "filter_year": ("Năm (của giai đoạn)", "Year (of the period)"),
    "filter_any": ("Tất cả", "All"),
    "province_now": ("{old} (nay: {new})", "{old} (now {new})"),
    "filter_result": ("{n}/{total} văn bản", "{n} of {total} documents"),
    "filter_empty": (
        "Không văn bản nào khớp cả các điều kiện lọc. Hãy bỏ bớt điều kiện.",
        "No document meets all the filters. Please remove one.",
    ),
    "filtered_by": ("Trong phạm vi: {names}", "Limited to: {names}"),
    # feedback
    "comment": ("Nhận xét (không bắt buộc)", "Comment (optional)"),
    "comment_hint": ("Điều gì đúng, sai hoặc thiếu?", "What was right, wrong or missing?"),
    "send": ("Gửi", "Send"),
    "verdict_kept": ("Đã ghi nhận.", "Noted."),
    "comment_kept": ("Đã lưu nhận xét. Cảm ơn bạn.", "Comment saved. Thank you."),
    # opening, trouble, change
    "opening": ("Đang chuẩn bị lần đầu…", "Getting ready for the first time…"),
    "opening_index": ("Mở chỉ mục văn bản", "Opening the index"),
    "loading_model": ("Nạp mô hình tìm kiếm (vài giây)", "Loading the search model (a few seconds)"),
    "updated": (
        "Kho văn bản vừa được cập nhật: câu trả lời mới dùng bản mới.",
        "The documents have just been updated: new answers use the new state.",
    ),
    "cannot_start": ("Chưa thể trả lời câu hỏi", "Questions cannot be answered yet"),
    "run_this": ("Lệnh cần chạy trong thư mục của chương trình:", "The command to run in the program's folder:"),
    "try_again": ("Thử lại", "Try again"),
    # exports
    "exported_on": ("Xuất ngày {date}", "Exported on {date}"),
    "question": ("Câu hỏi", "Question"),
    "answer": ("Trả lời", "Answer"),
    "citations": ("Trích dẫn", "Citations"),
    "notices": ("Lưu ý", "Notes"),
}  # fmt: skip


class Words:
    """The interface's words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._column = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """The words `key`, filled in."""
        text = TABLE[key][self._column]
        return text.format(**values) if values else text


def read_language(value: str | None) -> Language:
    """The language that a query parameter names; Vietnamese where it names none."""
    return "en" if value == "en" else "vi"


def chosen_language() -> Language:
    """The language of this page, from its address."""
    return read_language(st.query_params.get(PARAMETER))


def show_language_switch(words: Words) -> None:
    """The switch between the languages; it changes the address and keeps the conversation."""
    st.segmented_control(
        words("language"),
        LANGUAGES,
        default=words.language,
        required=True,
        format_func=LANGUAGE_NAMES.__getitem__,
        key="language",
        on_change=_switch,
        label_visibility="collapsed",
    )


def _switch() -> None:
    st.query_params[PARAMETER] = st.session_state["language"]
