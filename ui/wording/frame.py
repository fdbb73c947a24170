"""Words of every page: the frame, filters, opening and trouble."""

TABLE: dict[str, tuple[str, str]] = {
    # the frame
    "app_title": ("Hỏi đáp văn bản hành chính", "Administrative Documents Assistant"),
    "chat_page": ("Hỏi đáp", "Ask"),
    "intro": (
        "Trả lời bằng nguyên văn các văn bản trong kho, kèm trích dẫn mở được đến từng dòng.",
        "Answers in the documents' own words, each with a citation that opens at the very line.",
    ),
    "intro_written": (
        "Một mô hình ngôn ngữ viết câu trả lời từ các văn bản trong kho; từng câu được đối chiếu, kèm trích dẫn mở được đến từng dòng.",
        "A language model writes answers from the documents; each sentence is checked and has a citation that opens at the very line.",
    ),
    "language": ("Ngôn ngữ", "Language"),
    "new_conversation": ("Cuộc hỏi đáp mới", "New conversation"),
    "export": ("Xuất", "Export"),
    "export_markdown": ("Markdown (.md)", "Markdown (.md)"),
    "export_docx": ("Word (.docx)", "Word (.docx)"),
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
    "or_run_this": ("Hoặc chạy lệnh này trong thư mục của chương trình:", "Or run this command in the program's folder:"),
    "try_again": ("Thử lại", "Try again"),
}  # fmt: skip
