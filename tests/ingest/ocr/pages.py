"""Pages made for the tests of recognition: set in type, drawn, and treated as a scanner or a camera would."""

import io
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

SIZE = (595.0, 842.0)
_FONTS = "/usr/share/fonts/truetype/noto/NotoSerif"

BODY = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành và Ủy ban nhân dân các huyện, thị xã, thành phố "
    "xây dựng kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức hằng năm, trình cấp có thẩm quyền phê duyệt.",
    "Kinh phí thực hiện được bố trí từ ngân sách nhà nước theo phân cấp hiện hành và các nguồn hợp pháp khác.",
    "Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm tổ chức thực hiện Quyết định này./.",
)


@dataclass
class Sheet:
    """A sheet of A4 that is being set; `lines` collects what stands on it, in the order of setting."""

    def __post_init__(self) -> None:
        for style in ("Regular", "Bold", "Italic"):
            pdfmetrics.registerFont(TTFont(f"Noto-{style}", f"{_FONTS}-{style}.ttf"))
        self._file = io.BytesIO()
        self._canvas = canvas.Canvas(self._file, pagesize=SIZE)
        self.lines: list[str] = []

    def put(self, x: float, y: float, text: str, size: float = 12, style: str = "Regular") -> None:
        """Sets a line whose left end is at `x` and whose base is at `y` points from the top."""
        self._canvas.setFont(f"Noto-{style}", size)
        self._canvas.drawString(x, SIZE[1] - y, text)
        self.lines.append(text)

    def paragraph(self, y: float, text: str, size: float = 12, left: float = 85, right: float = 540) -> float:
        """Sets a paragraph with its first line indented; gives the place for the next one."""
        line: list[str] = []
        x = left + 36
        for word in text.split():
            if pdfmetrics.stringWidth(" ".join([*line, word]), "Noto-Regular", size) > right - x:
                self.put(x, y, " ".join(line), size)
                y, x, line = y + 1.4 * size, left, []
            line.append(word)
        self.put(x, y, " ".join(line), size)
        return y + 1.4 * size + 4

    def draw(self, dpi: int) -> Image.Image:
        """The sheet in colour."""
        self._canvas.save()
        document = pypdfium2.PdfDocument(self._file.getvalue())
        try:
            return document[0].render(scale=dpi / 72).to_pil().convert("RGB")
        finally:
            document.close()


def body_sheet() -> Sheet:
    """A sheet with the paragraphs of `BODY`."""
    sheet = Sheet()
    y = 90.0
    for text in BODY:
        y = sheet.paragraph(y, text)
    return sheet


def decision_sheet() -> Sheet:
    """A decision with a head and a foot of two columns."""
    sheet = Sheet()
    sheet.put(90, 70, "ỦY BAN NHÂN DÂN", 12, "Bold")
    sheet.put(300, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11, "Bold")
    sheet.put(105, 87, "TỈNH BÌNH ĐỊNH", 12, "Bold")
    sheet.put(345, 87, "Độc lập - Tự do - Hạnh phúc", 12, "Bold")
    sheet.put(95, 115, "Số: 2106/QĐ-UBND", 12)
    sheet.put(330, 115, "Bình Định, ngày 13 tháng 6 năm 2023", 12, "Italic")
    sheet.put(255, 160, "QUYẾT ĐỊNH", 13, "Bold")
    sheet.put(160, 178, "Ban hành Kế hoạch đào tạo, bồi dưỡng cán bộ", 12, "Bold")
    y = 215.0
    for text in BODY:
        y = sheet.paragraph(y, text)
    for i, text in enumerate(("Nơi nhận:", "- Như Điều 3;", "- Bộ Nội vụ;", "- Các sở, ban, ngành;", "- Lưu: VT, K9.")):
        sheet.put(85, 520 + 16 * i, text, 11)
    for i, text in enumerate(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")):
        sheet.put(360, 520 + 17 * i, text, 12, "Bold")
    sheet.put(372, 640, "Phạm Anh Tuấn", 12, "Bold")
    return sheet


def scanned(page: Image.Image, skew: float = 0.0, blur: float = 0.0, noise: float = 0.0) -> Image.Image:
    """A page in grey, turned counter-clockwise by degrees, blurred, with noise of that deviation in grey values."""
    page = page.convert("L").rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(blur)) if blur else page
    random = np.random.default_rng(5)
    grey = np.asarray(page, np.float32) + random.normal(0, noise, (page.height, page.width))
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))
