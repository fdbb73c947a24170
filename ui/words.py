"""All words of the interface, Vietnamese and English in one table, and the language that the reader chose."""

from typing import Literal, get_args

import streamlit as st

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_NAMES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}
PARAMETER = "lang"
"""The query parameter of the address that keeps the language, so that a link and a reload keep it too."""
_LAST = "last_language"

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
    "error.IndexMissing": ("Kho văn bản còn trống: chưa có chỉ mục.", "No documents have been taken in yet."),
    "error.IndexMismatch": (
        "Chỉ mục do một mô hình hoặc phiên bản khác tạo ra, cần lập lại.",
        "The index was made by another model or version and must be built anew.",
    ),
    "error.StorageError": (
        "Không đọc hoặc ghi được dữ liệu trên đĩa.",
        "The data on disk cannot be read or written.",
    ),
    "error.SettingError": ("Một thiết lập của chương trình không dùng được.", "A setting of the program cannot be used."),
    "error.InputError": ("Một tệp không dùng được.", "A file cannot be used."),
    "detail": ("Chi tiết (tiếng Anh): {text}", "Details: {text}"),
    "cannot_start": ("Chưa thể trả lời câu hỏi", "Questions cannot be answered yet"),
    "run_this": ("Lệnh cần chạy trong thư mục của chương trình:", "The command to run in the program's folder:"),
    "try_again": ("Thử lại", "Try again"),
    # exports
    "exported_on": ("Xuất ngày {date}", "Exported on {date}"),
    "question": ("Câu hỏi", "Question"),
    "answer": ("Trả lời", "Answer"),
    "citations": ("Trích dẫn", "Citations"),
    "notices": ("Lưu ý", "Notes"),
    # the evaluation: the page
    "evaluation_page": ("Đánh giá", "Evaluation"),
    "evaluation_intro": (
        "Kết quả đo trên các bộ câu hỏi. Mỗi số kèm khoảng tin cậy 95\u00a0% và n, số câu tham gia.",
        "What was measured on question sets. Each figure stands with its 95\u00a0% interval and n, the questions that take part.",
    ),
    "run": ("Lượt chạy", "Run"),
    "view": ("Phần", "View"),
    "view.overview": ("Tổng quan", "Overview"),
    "view.slices": ("Nhóm câu hỏi", "Slices"),
    "view.retrieval": ("Truy hồi", "Retrieval"),
    "view.questions": ("Từng câu hỏi", "Questions"),
    "view.compare": ("So sánh", "Compare"),
    "view.feedback": ("Góp ý", "Feedback"),
    "runs_empty": ("Chưa có lượt chạy nào trong {folder}", "There is no run in {folder} yet"),
    "runs_make": (
        "Lệnh này đặt cả hai bộ câu hỏi cho trợ lý (vài phút), chạy trong thư mục của chương trình:",
        "This asks the assistant both question sets (some minutes); run it in the program's folder:",
    ),
    "runs_broken": ("Không đọc được {n} lượt chạy", "{n} of the runs cannot be read"),
    "run_of": ("{n} câu hỏi · {file} · {when}", "{n} questions · {file} · {when}"),
    "report_download": ("Tải báo cáo (.html)", "Download the report (.html)"),
    "report_missing": ("Lượt chạy này không có report.html.", "This run has no report.html."),
    "manifest": ("Điều kiện của lượt chạy", "What the run depends on"),
    # the evaluation: figures
    "metric": ("Chỉ số", "Metric"),
    "this_run": ("Lượt chạy này", "This run"),
    "interval_n": ("{low} – {high} · n = {n}", "{low} – {high} · n = {n}"),
    "interval_signed": ("{low} đến {high} · n = {n}", "{low} to {high} · n = {n}"),
    "better.higher": ("cao hơn là tốt hơn", "higher is better"),
    "better.lower": ("thấp hơn là tốt hơn", "lower is better"),
    "minus_baseline": ("chênh {value}\n({low} đến {high})", "difference {value}\n({low} to {high})"),
    "baselines_note": (
        "Bên cạnh là các cách làm đơn giản hơn trên cùng câu hỏi. Chênh lệch: lượt chạy này trừ cách làm đó, theo từng cặp câu.",
        "Beside it stand simpler programs on the same questions. The difference is this run minus that program, paired by question.",
    ),
    "baselines_none": ("Lượt chạy này không đo các cách làm đơn giản để đối chiếu.", "This run measured no baselines to set beside it."),
    "buckets": ("Sai ở đâu", "What went wrong"),
    "buckets_none": (
        "Lượt chạy này do bản cũ ghi nên chưa phân loại. Chấm lại: {command}",
        "An earlier version wrote this run and sorted nothing. Score it again: {command}",
    ),
    "bucket": ("Loại", "Bucket"),
    "questions_count": ("Số câu", "Questions"),
    "time": ("Thời gian (mili giây)", "Time (milliseconds)"),
    "stage": ("Bước", "Stage"),
    "p50": ("trung vị", "median"),
    "p95": ("phân vị 95", "95th percentile"),
    "slice_by": ("Nhóm theo", "Group by"),
    "by.language": ("Ngôn ngữ", "Language"),
    "by.kind": ("Loại câu hỏi", "Kind"),
    "by.document": ("Văn bản", "Document"),
    "slices_none": ("Lượt chạy này không chia nhóm câu hỏi.", "This run has no slices."),
    "slices_note": (
        "Vạch ngang là khoảng 95\u00a0%, nét đứt là cả lượt chạy. Nhóm ít câu chỉ gợi ý nơi cần xem, chưa chứng minh điều gì.",
        "A bar is the 95\u00a0% interval, the dashed line the whole run. A slice of few questions shows where to look and proves little.",
    ),
    "as_table": ("Xem dạng bảng", "As a table"),
    "retrieval_none": (
        "Lượt chạy này không đo các bước truy hồi: câu trả lời do chương trình khác làm, hoặc do bản cũ ghi.",
        "The stages of retrieval were not measured in this run: another program answered, or an earlier version wrote it.",
    ),
    "retrieval_note": (
        "Thứ hạng của đoạn có căn cứ sau từng bước, trên các câu có căn cứ tìm được.",
        "How far up each stage puts the passages with evidence, over the questions whose evidence can be found.",
    ),
    # the evaluation: one question
    "held_out_note": (
        "Đây là bộ câu hỏi giữ riêng: ai đọc nó khi đang sửa trợ lý thì nó không còn đo được điều gì nữa.",
        "This is the held-out set: once someone who changes the assistant has read it, it measures nothing.",
    ),
    "held_out_show": ("Tôi không dùng để chỉnh trợ lý, cứ hiện", "I do not tune by it, show it"),
    "filter_bucket": ("Loại kết quả", "Bucket"),
    "filter_language": ("Ngôn ngữ", "Language"),
    "filter_kind": ("Loại câu hỏi", "Kind of question"),
    "filter_words": ("Từ trong câu hỏi hoặc mã", "Words of the question or its id"),
    "questions_found": ("{n}/{total} câu hỏi", "{n} of {total} questions"),
    "questions_first": ("Chỉ liệt kê {shown} câu đầu: hãy lọc thêm.", "Only the first {shown} are listed: narrow it down."),
    "question_none": ("Không có câu hỏi nào khớp. Hãy bỏ bớt điều kiện.", "No question fits. Please remove a condition."),
    "question_previous": ("Câu trước", "Previous"),
    "question_next": ("Câu sau", "Next"),
    "asked_before": ("Hỏi trước đó", "Asked before"),
    "gold": ("Căn cứ đúng", "Evidence that is right"),
    "gold_changed": (
        "{file} đã thay đổi sau lượt chạy này: căn cứ dưới đây là bản hiện nay.",
        "{file} has changed since this run: the evidence below is that of today.",
    ),
    "gold_none": ("Không văn bản nào trả lời: cần từ chối.", "No document answers it: to be refused."),
    "facts_needed": ("Ý cần có", "Facts to be said"),
    "said": ("có", "said"),
    "not_said": ("thiếu", "missing"),
    "forbidden_said": ("Điều sai đã nói", "Said, and wrong"),
    "answer_empty": ("(không có chữ nào)", "(no words)"),
    "citation_right": ("đúng", "right"),
    "citation_wrong": ("không chứa căn cứ", "does not hold the evidence"),
    "ranks": ("Thứ hạng của căn cứ", "Rank of the evidence"),
    "rank_none": ("không có", "absent"),
    "shares": ("Phần của câu này trong từng chỉ số", "What this question adds to each metric"),
    "share": ("Phần", "Share"),
    "prediction_missing": ("Lượt chạy không giữ câu trả lời này.", "The run does not have this answer."),
    # the evaluation: two runs
    "compare_with": ("So với", "Compare with"),
    "compare_needs_two": ("Cần thêm một lượt chạy đọc được để so sánh.", "A second readable run is needed to compare with."),
    "comparing": ("Đang so sánh…", "Comparing…"),
    "compare_note": (
        "Chênh lệch: lượt chạy này trừ lượt kia, trên {n} câu chung, theo từng cặp câu. Khoảng 95\u00a0% không chứa 0 thì có khác biệt.",
        "Difference: this run minus the other, on the {n} questions of both, paired. Where the 95\u00a0% interval excludes 0, they differ.",
    ),
    "difference": ("Chênh lệch", "Difference"),
    "verdict.better": ("tốt hơn", "better"),
    "verdict.worse": ("kém hơn", "worse"),
    "verdict.same": ("chưa thấy khác", "no difference shown"),
    "changed": ("Câu đổi kết quả: {n}", "Changed questions: {n}"),
    "changed_none": ("Không câu nào đổi kết quả.", "No question changed."),
    "change.worse": ("Hỏng đi", "Regressions"),
    "change.better": ("Tốt lên", "Improvements"),
    "change.other": ("Sai theo cách khác", "Wrong in another way"),
    "before": ("Lượt kia", "The other run"),
    "after": ("Lượt này", "This run"),
    # the evaluation: feedback
    "drafts_note": (
        "Câu trả lời bị chê, kèm nhận xét, thành câu hỏi nháp. Người soạn điền văn bản, căn cứ và ý cần có rồi mới dùng được.",
        "Answers that were marked down become drafts of questions, with the comments. Each counts once a person has filled in documents, evidence and facts.",
    ),
    "drafts_count": ("{n} câu hỏi nháp", "{n} drafts"),
    "drafts_download": ("Tải câu hỏi nháp (.jsonl)", "Download the drafts (.jsonl)"),
    "drafts_none": ("Chưa có câu trả lời nào bị chê.", "No answer has been marked down."),
    # the evaluation: names of its codes
    "metric.answer_correct": ("Trả lời đúng", "Answer correct"),
    "metric.citation_recall": ("Trích được căn cứ", "Evidence cited"),
    "metric.quote_recall": ("Căn cứ nằm trong câu trích", "Evidence quoted"),
    "metric.first_citation": ("Trích dẫn đầu đúng", "First citation right"),
    "metric.citation_precision": ("Trích dẫn có căn cứ", "Citations with evidence"),
    "metric.citation_document_precision": ("Trích dẫn đúng văn bản", "Citations in the right document"),
    "metric.fact_recall": ("Nêu đủ ý", "Facts said"),
    "metric.answer_language_match": ("Đúng ngôn ngữ người hỏi", "In the asker's language"),
    "metric.quote_verbatim": ("Câu trích nguyên văn", "Quotes verbatim"),
    "metric.number_support": ("Con số có trong nguồn", "Figures stand in the source"),
    "metric.cited_chars": ("Ký tự phải đọc để kiểm tra", "Characters to read to check"),
    "metric.refuse_precision": ("Lần từ chối là đúng", "Refusals that are right"),
    "metric.refuse_recall": ("Từ chối khi cần", "Refused when it should"),
    "metric.refuse_f1": ("Từ chối (F1)", "Refusal (F1)"),
    "metric.unsupported_answer_rate": ("Trả lời không căn cứ", "Answered without support"),
    "metric.over_refusal_rate": ("Từ chối nhầm", "Refused by mistake"),
    "baseline.bm25": ("Chỉ BM25", "BM25 alone"),
    "baseline.dense": ("Chỉ ngữ nghĩa", "Dense alone"),
    "baseline.tutorial": ("Cách làm phổ biến", "Tutorial pipeline"),
    "baseline.gold": ("Cho sẵn căn cứ", "Evidence given"),
    "bucket.right": ("đúng", "right"),
    "bucket.error": ("lỗi chương trình", "error"),
    "bucket.unsupported answer": ("trả lời không căn cứ", "unsupported answer"),
    "bucket.over-refusal": ("từ chối nhầm", "over-refusal"),
    "bucket.not retrieved": ("không tìm ra", "not retrieved"),
    "bucket.ranked low": ("xếp hạng thấp", "ranked low"),
    "bucket.not used": ("tìm ra mà không dùng", "not used"),
    "bucket.wrong citation": ("trích sai chỗ", "wrong citation"),
    "bucket.missing fact": ("thiếu ý", "missing fact"),
    "bucket.forbidden": ("nói điều sai", "forbidden"),
    "language.vi": ("tiếng Việt", "Vietnamese"),
    "language.vi_unaccented": ("tiếng Việt không dấu", "Vietnamese without accents"),
    "language.en": ("tiếng Anh", "English"),
    "kind.office": ("cơ quan", "office"),
    "kind.obligation": ("nhiệm vụ", "obligation"),
    "kind.number": ("con số", "number"),
    "kind.deadline": ("thời hạn", "deadline"),
    "kind.funding": ("kinh phí", "funding"),
    "kind.list": ("liệt kê", "list"),
    "kind.table": ("bảng", "table"),
    "kind.legal_basis": ("căn cứ pháp lý", "legal basis"),
    "kind.metadata": ("thông tin văn bản", "metadata"),
    "kind.status": ("tình trạng", "status"),
    "kind.contradiction": ("mâu thuẫn", "contradiction"),
    "kind.compare": ("so sánh", "compare"),
    "kind.yes_no": ("có hay không", "yes or no"),
    "kind.follow_up": ("hỏi tiếp", "follow-up"),
    "kind.unanswerable": ("không có trong văn bản", "unanswerable"),
    "stage.lexical": ("từ ngữ (BM25)", "lexical (BM25)"),
    "stage.dense": ("ngữ nghĩa", "dense"),
    "stage.fused": ("gộp", "fused"),
    "stage.final": ("sau cùng", "final"),
    "stage.understand": ("hiểu câu hỏi", "understand"),
    "stage.retrieve": ("tìm", "retrieve"),
    "stage.answer": ("soạn câu trả lời", "answer"),
    "stage.total": ("tổng cộng", "total"),
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

    def name(self, group: str, code: str) -> str:
        """What a code is called, as `metric.refuse_f1`; the code itself where it has no name."""
        return self(f"{group}.{code}") if f"{group}.{code}" in TABLE else code


def read_language(value: str | None) -> Language:
    """The language that a query parameter names; Vietnamese where it names none."""
    return "en" if value == "en" else "vi"


def chosen_language() -> Language:
    """The language of this page: that of its address, else the last one of this tab, for a change of page empties the address."""
    asked = st.query_params.get(PARAMETER)
    language = read_language(st.session_state.get(_LAST) if asked is None else asked)
    if asked is None and language != LANGUAGES[0]:
        st.query_params[PARAMETER] = language
    st.session_state[_LAST] = language
    return language


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
