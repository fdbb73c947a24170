"""Example questions for the empty page, shown only where the document that answers them is at hand."""

from collections.abc import Container

from ui.words import Language

_EXAMPLES: tuple[tuple[str, str, str], ...] = (
    (
        "binh-dinh-quyet-dinh-2106-2023",
        "Sở Tài chính tỉnh Bình Định được giao nhiệm vụ gì?",
        "What are the duties of the Department of Finance in Bình Định?",
    ),
    (
        "hau-giang-ke-hoach-nganh-y-te-2023",
        "Kinh phí đào tạo ngành Y tế Hậu Giang lấy từ nguồn nào?",
        "Where does the funding for health training in Hậu Giang come from?",
    ),
    (
        "soc-trang-du-thao-ke-hoach-2021-2025",
        "Kế hoạch của tỉnh Sóc Trăng là dự thảo hay đã ban hành?",
        "Is the plan of Sóc Trăng a draft or has it been issued?",
    ),
    (
        "dong-thap-ke-hoach-dan-so-2030",
        "Ở Đồng Tháp, ai chủ trì đào tạo đội ngũ làm công tác dân số?",
        "In Đồng Tháp, who leads the training of population workers?",
    ),
)
"""Id of the document, the question in Vietnamese, in English."""


def fitting_examples(documents: Container[str], language: Language) -> list[str]:
    """The questions in one language whose documents are there."""
    return [en if language == "en" else vi for document_id, vi, en in _EXAMPLES if document_id in documents]
