"""Words of a cited source and its page."""

TABLE: dict[str, tuple[str, str]] = {
    # a source
    "source": ("Nguồn trích dẫn", "Source"),
    "back": ("Quay lại câu trả lời", "Back to the answer"),
    "passage": ("Đoạn trích", "Passage"),
    "whole_document": ("Toàn văn", "Whole document"),
    "line": ("dòng {n}", "line {n}"),
    "lines": ("dòng {a}-{b}", "lines {a}-{b}"),
    "page": ("trang {n}", "page {n}"),
    "pages": ("trang {a}-{b}", "pages {a}-{b}"),
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
    # the page of a source
    "by_ocr_sure": (
        "Đọc từ bản quét, độ tin cậy {percent}\u00a0%: nên đối chiếu với ảnh trang",
        "Read from a scan, confidence {percent}\u00a0%: compare with the page image",
    ),
    "source_view": ("Cách xem", "View"),
    "source_view.pages": ("Ảnh trang", "Page image"),
    "source_view.text": ("Văn bản đọc được", "Text as read"),
    "original": ("Tải tệp gốc", "Download the original"),
    "original_gone": ("Tệp gốc không còn trong kho.", "The original file is no longer kept."),
    "page_label": ("Trang {n} của tài liệu {name}", "Page {n} of {name}"),
    "page_label_marked": (
        "Trang {n} của tài liệu {name}, đoạn trích được đánh dấu",
        "Page {n} of {name}, the quote is highlighted",
    ),
    "page_of": ("Trang {n}/{total}", "Page {n} of {total}"),
    "page_previous": ("Trang trước", "Previous page"),
    "page_next": ("Trang sau", "Next page"),
    "page_to_quote": ("Về đoạn trích", "Back to the quote"),
    "page_quote_goes_on": ("Đoạn trích tiếp ở trang {n}", "The quote goes on, page {n}"),
    "page_zoom": ("Cỡ xem", "Zoom"),
    "page_fit": ("Vừa khung", "Fit"),
    "page_not_drawn": (
        "Không vẽ được trang này: tệp bị thiếu hoặc hỏng. Hãy xem văn bản đọc được.",
        "This page cannot be drawn: the file is missing or damaged. Please see the text as read.",
    ),
    "marks_lines": (
        "Không khớp được từng chữ với ảnh trang nên các dòng chứa đoạn trích được đánh dấu.",
        "The words could not be matched one by one, so the lines that hold the quote are highlighted.",
    ),
    "marks_none": (
        "Không rõ đoạn trích nằm ở đâu trên trang nên không đánh dấu.",
        "It is not known where on the page the quote stands, so nothing is highlighted.",
    ),
}  # fmt: skip
