"""Words of the chat: asking, answers, feedback, exports."""

TABLE: dict[str, tuple[str, str]] = {
    # the empty page
    "examples": ("Câu hỏi mẫu", "Example questions"),
    "documents_held": ("{n} văn bản trong kho", "{n} documents at hand"),
    "documents_held.one": ("{n} văn bản trong kho", "{n} document at hand"),
    # asking
    "ask": ("Nhập câu hỏi về các văn bản…", "Ask about the documents…"),
    "ask_blocked": ("Bộ lọc không còn văn bản nào", "The filter leaves no document"),
    "you": ("Bạn", "You"),
    "assistant": ("Trợ lý", "Assistant"),
    "writer_here": (
        "Mô hình {model} tại {where}, trên máy này, đọc câu hỏi và các đoạn trích để viết câu trả lời.",
        "The model {model} at {where}, on this machine, reads the question and the passages found and writes the answer.",
    ),
    "writer_outside": (
        "Câu hỏi và các đoạn trích được gửi tới {where}, bên ngoài máy này: mô hình {model} viết câu trả lời ở đó.",
        "The question and the passages found are sent to {where}, outside this machine: the model {model} writes the answer there.",
    ),
    "searching": ("Đang tìm trong các văn bản…", "Searching the documents…"),
    "asked_again": ("Hỏi lại", "Ask again"),
    "failed": ("Câu hỏi này chưa trả lời được vì có lỗi.", "This question could not be answered because of a fault."),
    "fault_logged": (
        "Lỗi ngoài dự kiến ({kind}); chi tiết có trong nhật ký của chương trình.",
        "An unexpected fault ({kind}); the program's log has the details.",
    ),
    # an answer that is being written
    "writing_waits": ("Đang chờ: mô hình còn viết cho người khác…", "Waiting: the model still writes for others…"),
    "writing_begins": ("Mô hình đang đọc các đoạn trích…", "The model is reading the passages…"),
    "writing_goes_on": (
        "Mô hình đang viết. Chữ nhạt chưa được đối chiếu với văn bản.",
        "The model is writing. Faint words are not yet checked against the documents.",
    ),
    "writing_stops": ("Đang dừng…", "Stopping…"),
    "writing_done": ("Đã viết xong.", "The answer is done."),
    "tail": ("Đang viết, chưa đối chiếu:", "Being written, not checked yet:"),
    "stop_writing": ("Dừng viết", "Stop writing"),
    "waits_for_turn": ("Chờ câu trả lời trước xong.", "Waits until the answer before it is done."),
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
    "written": ("viết bởi mô hình {model}, đã đối chiếu từng câu", "written by the model {model}, each sentence checked"),
    "written_here": (
        "viết bởi mô hình {model} tại {where}, trên máy này, đã đối chiếu từng câu",
        "written by the model {model} at {where}, on this machine, each sentence checked",
    ),
    "written_outside": (
        "viết bởi mô hình {model}, đã đối chiếu từng câu; câu hỏi và các đoạn trích được gửi tới {where}, bên ngoài máy này",
        "written by the model {model}, each sentence checked; question and passages were sent to {where}, outside this machine",
    ),
    "write_again": ("Cho mô hình viết lại", "Let the model write again"),
    "seconds": ("{n} giây", "{n} s"),
    "copy": ("Chép câu trả lời", "Copy answer"),
    "copied": ("Đã chép", "Copied"),
    # feedback
    "comment": ("Nhận xét (không bắt buộc)", "Comment (optional)"),
    "comment_hint": ("Điều gì đúng, sai hoặc thiếu?", "What was right, wrong or missing?"),
    "send": ("Gửi", "Send"),
    "verdict_kept": ("Đã ghi nhận.", "Noted."),
    "comment_kept": ("Đã lưu nhận xét. Cảm ơn bạn.", "Comment saved. Thank you."),
    # exports
    "exported_on": ("Xuất ngày {date}", "Exported on {date}"),
    "question": ("Câu hỏi", "Question"),
    "answer": ("Trả lời", "Answer"),
    "citations": ("Trích dẫn", "Citations"),
    "notices": ("Lưu ý", "Notes"),
}  # fmt: skip
