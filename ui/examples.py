"""Example questions for the empty page, shown only where the document that answers them is at hand."""

from collections.abc import Container

from ui.words import Language

_EXAMPLES: tuple[tuple[str, str, str], ...] = (
    (
        "hau-giang-ke-hoach-nganh-y-te-2023",
        "Phòng nào của Sở Y tế Hậu Giang phụ trách kinh phí đào tạo?",
        "Which office handles continuing-education funding?",
    ),
    (
        "binh-dinh-quyet-dinh-2106-2023",
        "Mỗi lớp bồi dưỡng ngạch chuyên viên cao cấp ở Bình Định có bao nhiêu người?",
        "How many people are in each senior-specialist class in Bình Định?",
    ),
    (
        "dong-thap-ke-hoach-dan-so-2030",
        "Kinh phí đào tạo về dân số ở Đồng Tháp lấy từ nguồn nào?",
        "Where does the funding for population training in Đồng Tháp come from?",
    ),
    (
        "soc-trang-du-thao-ke-hoach-2021-2025",
        "Kế hoạch của tỉnh Sóc Trăng là dự thảo hay đã ban hành?",
        "Is the Sóc Trăng plan a draft?",
    ),
)
"""Id of the document, the question in Vietnamese, in English."""


def fitting_examples(documents: Container[str], language: Language) -> list[str]:
    """The questions in one language whose documents are there."""
    return [en if language == "en" else vi for document_id, vi, en in _EXAMPLES if document_id in documents]
