"""What a question asks for: a person or office, a figure, a date, a list, a fact about the document itself."""

import re
from enum import StrEnum


class Ask(StrEnum):
    """The form of the answer that a question wants."""

    OFFICE = "office"
    DUTY = "duty"
    NUMBER = "number"
    DEADLINE = "deadline"
    FUNDING = "funding"
    LIST = "list"
    YES_NO = "yes_no"
    COMPARE = "compare"
    WHICH_DOCUMENT = "which_document"
    WHAT = "what"
    # facts about the document itself
    DOC_NUMBER = "doc_number"
    DOC_DATE = "doc_date"
    DOC_SIGNER = "doc_signer"
    DOC_ISSUER = "doc_issuer"
    DOC_STATUS = "doc_status"
    DOC_PERIOD = "doc_period"
    DOC_BASES = "doc_bases"
    DOC_RECIPIENTS = "doc_recipients"
    DOC_CITED_BY = "doc_cited_by"
    DOC_FORCE = "doc_force"
    DOC_TITLE = "doc_title"
    DOC_APPENDICES = "doc_appendices"

    @property
    def about_document(self) -> bool:
        """Whether the answer is metadata of a document, not a clause of it."""
        return self.value.startswith("doc_")


_DOCUMENT_KINDS = r"\b(nghị định|nghị quyết|luật|quyết định|quy định|thông tư|kế hoạch|văn bản|tài liệu|chỉ thị|chương trình|đề án|công văn)\b"
# Of which documents a question names another one: its number or date are asked, and not those of the document at hand.
_OF_ANOTHER = r".*\b(mà|dựa|căn cứ|theo|phê duyệt|viện dẫn|dẫn|thủ tướng|chính phủ|hội đồng|hđnd|tờ trình|nghị định|thông tư|nghị quyết|luật)\b"
# "mấy" that only says several: what is asked is said by the question word behind it ("mấy lớp đó sở nào lo").
_SEVERAL = r".*\b(với|cùng) mấy [^?]*\b(ai|(sở|phòng|ban|cơ quan|đơn vị|bên) nào)\b|(.*\bmấy [^,?;]*?|((vậy|thế|còn|rồi|với) )?mấy [^?]*)(?<! và)(?<! hay) (gì|nào|ai|đâu|ra sao|thế nào|bao giờ)\b|((vậy|thế|còn|rồi) )?mấy (?!phần trăm|%)[^?]*\b(có|được)\b[^?]*\bkhông\b(?! (tập trung|chuyên trách))"
_WHOM = r"ai|(sở|phòng|ban|cơ quan|đơn vị|bộ phận|trường|tổ chức|cấp|ngành|bên|nơi|chỗ) nào"
_WHEN = r"khi nào|bao giờ|lúc nào|hạn chót|chậm nhất|(ngày|tháng|quý|năm) nào"
# The first pattern that matches decides; patterns see lower-case accented Vietnamese (restored where it was typed without).
_VIETNAMESE = (
    (Ask.DOC_APPENDICES, r"(?<!dưới )\b(tên|tiêu đề)( gọi)?( của)? (các )?phụ lục\b|\bphụ lục\b[^?]{0,40}\b(tên|tiêu đề|nhan đề)( gọi)?( là)? gì"),
    (Ask.DOC_DATE, r"\bphụ lục\b[^?]{0,80}\b(ghi|để trống|đề|in)\b[^?]{0,60}\b(ngày|tháng)\b"),
    (Ask.DOC_SIGNER, r"\bký (ở |trên |dưới |trong )?(với |theo |bằng )?(cái )?(chức danh|chức vụ|tư cách|cương vị|vai trò|danh nghĩa)( của)? (là )?(gì|nào|ai|cơ quan nào)\b|\b(tên|chữ ký) (của )?(ai|người nào|vị nào)\b[^?]{0,30}\b(cuối|dưới|chân|phần ký|chỗ ký|ô ký)\b|\b(cuối|dưới|chân|phần ký|chỗ ký|ô ký)\b[^?]{0,60}\b(tên|chữ ký)( của)? (ai|người nào)\b"),
    (Ask.DOC_SIGNER, rf"^(?!{_OF_ANOTHER}).*\b(có|mang) chữ ký\b|\bký (thay mặt|nhân danh|thay) (cho )?(ai|cơ quan nào|tổ chức nào)\b|\b(văn bản|kế hoạch|tài liệu) nào\b[^?]{{0,20}}\b(chưa|không)( có| ghi| được)+ (người ký|chữ ký|ký)\b"),
    (Ask.DOC_DATE, r"\b(văn bản|kế hoạch|tài liệu) nào\b[^?]{0,20}\b(chưa|không)( có| ghi| được ghi| đề)+ ngày\b"),
    (Ask.DOC_NUMBER, r"\b(văn bản|kế hoạch|tài liệu) nào\b[^?]{0,20}\b(chưa|không)( có| ghi| được ghi| mang)+ số( hiệu)?\s*(\?|$)|\b(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,80}\b(đã )?có số( hiệu)? (hay )?chưa|^(bản )?kế hoạch\b[^?]{0,60}\bban hành kèm theo quyết định (nào|số mấy|số bao nhiêu)\s*\??$"),
    (Ask.DOC_NUMBER, r"\b(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,80}\b(đã |được )+(vào|lấy|cấp|đánh|đóng|cho) (số|sổ|sở)\b[^?]*\b(chưa|không)\b"),
    (Ask.DOC_DATE, rf"^(?!{_OF_ANOTHER})(bản )?(kế hoạch|văn bản|quyết định|dự thảo)\b[^,?]{{0,45}}\b(viết|soạn|lập|ký|ban hành)( ra)?( vào)? (tháng|ngày) (mấy|nào)\b|\bban hành (quyết định|kế hoạch)( số)?( \d+)?( vào)? (tháng|ngày) (mấy|nào)\b"),
    (Ask.DOC_DATE, r"\b(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,40}\b(ký|ban hành)\b[^?,]{0,25}\bchưa\b[^?]{0,12}\bngày (nào|mấy)\b"),
    (Ask.DOC_STATUS, r"\b(kế hoạch|văn bản|quyết định|dự thảo)\b[^?,]{0,60}\bcòn (được )?(áp dụng|dùng|xài|chạy)( được)?( nữa)? (không|hay|chưa)\b"),
    (Ask.DOC_PERIOD, r"\b(kế hoạch|văn bản|dự thảo|bản)\b[^?]*\b(cái|bản|kế hoạch|văn bản|bên|tỉnh)? ?nào (kéo dài|kết thúc|hết hạn|chạy|xong)\b[^?]*\b(hơn|trước|sau)\b"),
    (Ask.DOC_STATUS, r"^(bản )?(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,60}\bcòn (được )?(trong (giai đoạn|thời gian|thời hạn|kỳ)|thực hiện|chạy)\b[^?]*\b(không|chưa|nữa)"),
    (Ask.DOC_STATUS, r"\b(kế hoạch|văn bản|quyết định|dự thảo)\b[^?,]{0,60}\b(hết|quá|qua|còn( trong)?|vẫn trong) (thời gian|thời hạn|giai đoạn|kỳ|hạn)( thực hiện| áp dụng| triển khai)?( rồi)?( hay)? (chưa|không)\b|\b(coi|xem)\b[^?]{0,40}? (như|là)( như| là)? ((văn bản |kế hoạch )?(đã|được) (được )?(ban hành|ký|duyệt|phê duyệt|thông qua)|(văn bản |kế hoạch )?chính thức)\b[^?]*\b(không|chưa|sao)\b"),
    (Ask.DOC_TITLE, r"\b(tên( gọi)?|tiêu đề|trích yếu)( đầy đủ| chính thức)? (của )?(bản )?(kế hoạch|văn bản|quyết định|dự thảo)\b|^(bản )?(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,40}\b(có )?(tên|tiêu đề|trích yếu)( gọi)?( đầy đủ| chính thức)? (là )?(gì|thế nào)"),
    (Ask.DOC_STATUS, r"^(những |các )?(văn bản|kế hoạch|tài liệu) nào (là |đã )?((được )?(ban hành|ký)( chính thức)?|(là )?(văn bản )?chính thức)( rồi| vậy)?\s*\??$"),
    (Ask.DOC_APPENDICES, r"^(bản )?(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,40}\bcó (kèm )?(theo )?phụ lục (hay )?(không|chưa)\b|\bcó (tổng cộng |tất cả |cả thảy )?(những |các |mấy |bao nhiêu )?phụ lục( nào| gì|\s*\??$)|\bkèm( theo)? (những |các |mấy |bao nhiêu )?phụ lục( nào| gì|\s*\??$)"),
    (Ask.DOC_NUMBER, rf"^(?!{_OF_ANOTHER})(bản )?(văn bản|quyết định|kế hoạch|công văn|dự thảo)( này| đó)?( của)?[^,?]{{0,45}}\b((mang |có |là |ghi )?số (mấy|bao nhiêu|hiệu|gì)(?! \w)|(mang |có |là |ghi )?số (mấy|bao nhiêu|hiệu|gì) (vậy|nhỉ|thế|và|ngày|ký|ban))"),
    (Ask.DOC_DATE, rf"^(?!{_OF_ANOTHER}).*\bban hành (bản )?(văn bản|kế hoạch|quyết định|dự thảo|nó)( này| đó| ấy)? (vào |hồi )?((ngày|tháng|năm|khi|lúc) (nào|mấy)|bao giờ|hồi nào)|^(?!{_OF_ANOTHER})(bản )?(văn bản|quyết định|kế hoạch|dự thảo)( này| đó)?( của)?[^,?]{{0,45}}\b(ra|đề|ghi|có) ngày (tháng )?(nào|mấy|bao nhiêu)"),
    (Ask.DOC_NUMBER, r"\b(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,80}\bđã (có|điền|ghi) (đầy đủ |đủ )?(số|số hiệu|số và ngày|số, ngày)\b[^?]*\bchưa\b"),
    (Ask.DOC_RECIPIENTS, r"^(?!.*\b(hằng năm|hàng năm|nhu cầu|đăng ký|lập|xây dựng|hồ sơ|báo cáo|trước|sau)\b)(bản )?(kế hoạch|quyết định|dự thảo|văn bản|công văn)\b[^?]{0,60}\b(gửi|gởi)( đến| cho| tới| lên)? (những |các )?(ai|nơi|nơi nào|cơ quan nào|đơn vị nào|đâu|chỗ nào|sở nào)\b"),
    (Ask.DOC_RECIPIENTS, r"\b(kế hoạch|quyết định|dự thảo|văn bản|công văn)\b[^?]{0,60}\blưu( trữ| giữ)?( ở| tại| vào| lại)? (đâu|ai|(bộ phận|phòng|đơn vị|chỗ|nơi|cơ quan|tổ)( nào)?)\b|\b(bộ phận|phòng|đơn vị|chỗ|nơi|cơ quan|ai)( nào)? (được )?(giữ bản lưu|lưu( giữ| trữ)? (bản )?(kế hoạch|quyết định|dự thảo|văn bản|công văn))\b"),
    (Ask.DOC_PERIOD, r"^(?!.*\bhiệu lực\b)(bản )?(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,45}\b((chạy|kéo dài|áp dụng) (đến|tới) đâu(?! rồi)|(áp dụng|kéo dài|thực hiện|chạy|dùng|làm|tính) (đến|tới)( hết)? (năm nào|khi nào|bao giờ|lúc nào|năm mấy)|(kết thúc|hết hạn|hết kỳ|hết thời hạn)( vào)? (năm nào|khi nào|bao giờ|lúc nào)|từ năm nào (đến|tới)|(cho|của) (những )?năm nào|(dùng|áp dụng|làm|lập|dành|viết) cho (riêng |cả |những )?(một |1 )?(năm|giai đoạn|nhiệm kỳ)\b[^?]*\b(nào|mấy))|\b(văn bản|kế hoạch|tài liệu|quyết định) nào\b[^?]*\b(đã |còn |đang )?(hết|quá|kết thúc|còn|đang|trong) (giai đoạn|thời hạn|thời gian|hạn|kỳ|thực hiện|chạy|áp dụng)\b"),
    (Ask.DOC_STATUS, r"^(bản )?(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]{0,45}\bcòn (giá trị|được áp dụng|được dùng|áp dụng|dùng)\b[^?]*\b(không|chưa|nữa)"),
    (Ask.DOC_TITLE, r"\b(kế hoạch|văn bản|tài liệu) nào (là )?(về|dành cho|áp dụng cho|áp dụng đối với|dùng cho|của ngành)\b(?!.*\b(căn cứ|viện dẫn|dẫn chiếu|trích dẫn)\b)"),
    (Ask.WHAT, r"\b(văn bản|kế hoạch|tài liệu) nào (có )?(nói|đề cập|nhắc|bàn|viết)( rõ)?( đến| tới)?( về)?\b(?!.*\d/)"),
    (Ask.DOC_SIGNER, r"^ai (là người |đã )*(phê duyệt|duyệt|thông qua) (bản )?(quyết định|kế hoạch) (này|số|\d|của)"),
    (Ask.DOC_PERIOD, r"^(?!.*\b(duy trì|đạt|phấn đấu|đảm bảo|bảo đảm|cử|mở|giao|yêu cầu|đặt|hoàn thành|phải|hiệu lực)\b)(bản )?(kế hoạch|dự thảo)\b[^?,]{0,40}\b(đến|tới)( hết)? (năm nào|năm mấy|khi nào|bao giờ)\s*\??$"),
    (Ask.WHAT, r"^(?!.*\b(hạn|khi nào|bao giờ|ngày nào|trước)\b).*\b(báo cáo|hồ sơ|danh sách|kết quả|đề xuất|nhu cầu)\b[^?]{0,40}\b(gửi|gởi|nộp|báo)( lên| về| đến| cho| tới)* (đâu|ai|nơi nào|(sở|phòng|ban|cơ quan|đơn vị|bên|chỗ) nào)\b"),
    (Ask.LIST, r"\b(mấy|bao nhiêu) (nhóm )?đối tượng\b[^?]*\b(kể|nêu|liệt kê|là (những )?(ai|gì)|gồm)\b"),
    (Ask.LIST, r"\bđối tượng( được)?( đào tạo| bồi dưỡng| áp dụng|,)*\b[^?]{0,50}\b(là|gồm) (những )?ai\b"),
    (Ask.DOC_CITED_BY, r"(kế hoạch|văn bản|tài liệu) nào .*(căn cứ|viện dẫn|dẫn chiếu|trích dẫn)"),
    (Ask.DOC_SIGNER, r"\b(ai|người nào|ông nào|bà nào|vị nào) (đã |là người )?ký\b(?! (giấy|chứng|bằng|hợp đồng|cam kết|hộ))|\b(giám đốc|chủ tịch|bí thư|lãnh đạo|sếp|phó \S+( \S+)?) nào (đã )?ký\b(?! (giấy|chứng|bằng|hợp đồng|cam kết))|người ký|được ai ký|do ai ký|ký (ban hành )?bởi|đặt bút ký|đứng tên ký|có (ai|người) ký|ký tên|chức (vụ|danh) (của )?người ký|(giám đốc|chủ tịch|bí thư|bộ trưởng)\b.{0,60} là ai|\bai (hiện |đang |hiện đang )?là (giám đốc|chủ tịch|bí thư|bộ trưởng)\b"),
    (Ask.DOC_RECIPIENTS, r"^(?!.*\b(hồ sơ|báo cáo|đơn|danh sách)\b.*(gửi|gởi)).*(nơi nhận|danh sách nhận|(gửi|gởi) (đến|cho|tới) (những )?(ai|nơi nào|cơ quan nào|đơn vị nào|đâu)\b|nhận văn bản|\b(kế hoạch|quyết định|dự thảo|văn bản|công văn)\b[^?]{0,60}\b(gửi|gởi)( đến| cho| lên| tới)? (những |các )?bộ nào)"),
    (Ask.DOC_FORCE, rf"(?=.*{_DOCUMENT_KINDS}).*(\b(đã|được|bị) (được |bị )?sửa (bằng|bởi|theo|lại|rồi|chưa)\b|\b(còn|hết|có|đang|mất) (giá trị )?hiệu lực|hiệu lực (thi hành|từ|kể từ|khi nào|đến)|\b(bị|đã|được) .*(bãi bỏ|thay thế|sửa đổi|hủy bỏ)|(bãi bỏ|thay thế|sửa đổi|hủy bỏ).*{_DOCUMENT_KINDS}.*(nào|gì))"),
    (Ask.DOC_STATUS, r"(là|còn là|mới là) (bản )?dự thảo|dự thảo (hay|không|phải không|chưa)|bản nháp|đã (được )?(ban hành|ký) (chính thức )?(chưa|hay chưa)|còn hiệu lực|hết hiệu lực|chính thức (rồi )?(hay|chưa)|(còn|đang) (là )?(bản )?(dự kiến|dự thảo)\b[^?]*\b(chưa|hay)\b|tình trạng (của )?(văn bản|kế hoạch|tài liệu)"),
    (Ask.DOC_BASES, r"căn cứ (pháp lý|vào (những )?(văn bản|quyết định|nghị định|quy định) nào|nào|gì|những gì)|cơ sở pháp lý|(dựa|căn cứ) (trên|vào) (những )?(văn bản|nghị định|luật|quyết định|nghị quyết|cơ sở) (pháp lý )?nào|viện dẫn (những )?(văn bản|nghị định|luật) nào|những căn cứ"),
    (Ask.WHICH_DOCUMENT, r"số (hiệu )?(của )?tờ trình|(quyết định|nghị định|nghị quyết|quy định|tờ trình|thông tư|kết luận|luật|đề án|chỉ thị|văn bản|kế hoạch) (nào|số mấy|số bao nhiêu|ngày nào)|\b(quyết định|nghị định|nghị quyết|quy định|đề án|qđ|nđ|nq)\b.{9,}\bsố (mấy|bao nhiêu|gì)\b|\b(dựa|căn cứ|theo|cơ sở|viện dẫn|dẫn)\b[^?]{0,20}\b(luật|nghị định|nghị quyết|thông tư|quy định|kết luận|chỉ thị) (\S+ )?nào\b|(theo|ở|tại|căn cứ|của) (tờ trình|đề án) nào|(?<!mẫu )(?<!biểu )(?<!phụ lục )(?<!điều )(?<!khoản )(?<!đối tượng )\bsố (mấy|bao nhiêu)( vậy| thế| ạ| hả| nhỉ| đó| ta| ấy nhỉ)?( ?, ?ngày (nào|mấy)[^?]*)?\s*\??$"),
    (Ask.DOC_NUMBER, r"số hiệu|^số của (bản )?(văn bản|quyết định|kế hoạch|dự thảo)\b[^?,]{0,40}\b(bao nhiêu|mấy|gì)\b|số (của )?(văn bản|quyết định|kế hoạch) (này )?(là|mấy)|mang số|(quyết định|kế hoạch) số (mấy|bao nhiêu)|số ký hiệu|số văn bản"),
    (Ask.DOC_DATE, r"(được )?ban hành (vào )?(ngày|tháng|năm|khi|lúc|bao giờ)\s?(nào|mấy)?|ngày ban hành|ngày ký|ký (vào )?ngày nào|ra đời (khi|ngày) nào"),
    (Ask.DOC_ISSUER, r"(cơ quan|ai|đơn vị|sở|cấp) (nào )?(đã |là (cơ quan|đơn vị) )?ban hành|do (ai|cơ quan nào|đơn vị nào|cấp nào)( (của|bên|phía|thuộc) \S+( \S+)?)? ban hành|cơ quan ban hành"),
    (Ask.DOC_PERIOD, r"(áp dụng|thực hiện) (cho|trong) (những |khoảng )?(giai đoạn|thời gian|năm) nào|\b(kế hoạch|văn bản|quyết định|dự thảo)\b.{0,60}\báp dụng (cho|trong) (những )?năm nào|giai đoạn nào|kế hoạch (cho|của) (những )?năm nào|\b(kế hoạch|văn bản|quyết định|dự thảo|nó)( này| đó)? (vốn |chỉ )?(là |được )?(làm|lập|viết|dành|ban hành) cho (những )?(năm|giai đoạn) nào|\b(kế hoạch|văn bản|quyết định|dự thảo)\b[^?]*\bcòn (đúng kỳ|dùng được|áp dụng được|trong kỳ)\b.*(không|chưa)"),
    (Ask.YES_NO, r"^(?!.*\b(nào|gì|ai|đâu|bao nhiêu|mấy|sao)\b).*\bcó phải (là )?.*\b(không|chưa)\s*\??$"),
    (Ask.LIST, r"^(các|những) (loại|hình thức|nhóm|bước|nguyên tắc|tiêu chuẩn|điều kiện|thành phần|trường hợp|nội dung|hành vi)\b.*(là gì|là những gì|nào|ra sao)|gồm (có )?(những |các )?(loại|bước|thành phần|phần|hình thức|nhóm)[^?]*nào"),
    (Ask.COMPARE, r"so sánh|khác (nhau|gì|biệt)|giống nhau|(cao|thấp|nhiều|ít|đông|lớn)( [^\s?]+){0,2} hơn|giữa .* và .*(khác|hơn)"),
    (Ask.WHAT, r"^(?!.*\b(bao nhiêu|mấy|tỷ lệ|tỉ lệ|phần trăm|số lượng|sở|phòng|cơ quan|đơn vị|nguồn|ngày|nước|ai)\b).*\btrình độ (tối thiểu\b[^?]{0,40}\b)?(là )?(nào|gì|ra sao)\b"),
    (Ask.WHAT, r"\btừ (năm|khi) (nào|mấy) (đến|tới)( hết)? (năm|khi) (nào|mấy)\b"),
    (Ask.DEADLINE, r"\b(một|mỗi|1|hằng|hàng|trong|từng) (năm|tháng|quý|tuần)\b[^?]*\b(mấy|bao nhiêu) (lần|lượt|đợt|kỳ)\b|\b(mấy|bao nhiêu) (lần|lượt|đợt|kỳ) (một|mỗi|1|trong) (năm|tháng|quý|tuần)\b"),
    (Ask.DEADLINE, r"(ngày|tháng|quý|năm|thứ) mấy\b|bao lâu[^?]{0,40}\b(một|1) (lần|lượt)\b|\bmấy (năm|tháng|quý|tuần|ngày)\b[^?,]{0,60}\b(một|1) (lần|lượt|đợt|kỳ|khóa|khoá)\b|(bao lâu|mấy (năm|tháng|quý|tuần)) (mới |lại |thì |được )?(một|1|lần|lượt|tổ chức|tập huấn|báo cáo|làm(?! việc))|(cứ|cách) bao lâu"),
    (Ask.FUNDING, r"^(?!.*(bao nhiêu|mấy (tiền|triệu|tỷ))).*(kinh phí|ngân sách|tiền|chi phí|\bchi\b)[^?]*(từ đâu|(nguồn|khoản|quỹ|ngân sách) nào|ở đâu|đâu ra)|\bai (chi|trả|bỏ|chịu) (tiền|kinh phí|chi phí)"),
    (Ask.NUMBER, rf"bao nhiêu|bao lâu|^(?!.*\b(nào|gì|đâu|ai)\b.*\bmấy\b)(?!{_SEVERAL}).*\bmấy\b|^(?!.*\b({_WHOM}|{_WHEN})\b).*(tỷ lệ|tỉ lệ|số lượng|tối thiểu|ít nhất là|tối đa|chỉ tiêu .*(là gì|thế nào|ra sao)|phần trăm|sĩ số)"),
    (Ask.DEADLINE, r"khi nào|bao giờ|(trước |vào |đến )?(ngày|tháng|quý|năm) nào|thời hạn|hạn (chót|cuối|nộp|gửi|báo cáo|trình|hoàn thành|đăng ký)|chậm nhất|thời gian (nào|thực hiện|hoàn thành)|thời điểm nào|định kỳ .* nào|tần suất|mấy lần"),
    (Ask.FUNDING, r"(nguồn )?(kinh phí|ngân sách|tiền|chi phí)[^?]*(từ (đâu|nguồn nào)|nguồn nào|ở đâu|đâu ra|như thế nào|thế nào|ra sao|lấy từ|do đâu)|nguồn kinh phí|lấy (tiền|kinh phí)"),
    (Ask.LIST, r"những (ai|người nào|(hạng|loại|kiểu|diện) (người|cán bộ) nào|đối tượng|nhóm|nội dung|hình thức|lĩnh vực|ngành)|gồm (những )?(gì|ai)|nhóm (đối tượng|người)[^?]*(nào|ai|gì)|áp dụng (cho|đối với) ai|liệt kê|kể tên"),
    (Ask.WHAT, r"\bai (?:mới |thì |sẽ |cũng |đều |nào )?(?:được|thuộc|nằm trong)\b(?! (?:giao|phân công|ủy quyền|uỷ quyền|chỉ định|trao|quyền|phép|giữ|báo|xem là cơ quan))"),
    (Ask.OFFICE, r"(phòng|sở|ban|bên|cơ quan|đơn vị|bộ phận|trường|tổ chức|cấp|ngành|chỗ|nơi) nào|\bai\b|do đâu\b|cơ quan (chủ trì|phối hợp)|đơn vị chủ trì|người nào"),
    (Ask.DUTY, r"^(các )?nhiệm vụ(, | và | )quyền hạn (của )?|(phải|cần|được giao|được phân công|có) (làm|thực hiện|có|nhiệm vụ) (những )?(gì|nào|nhiệm vụ|việc)|được (giao|phân công|phân công nhiệm vụ) (những )?(gì|việc gì|việc nào)|(trách nhiệm|nhiệm vụ|vai trò|nghĩa vụ|việc)( của| cụ thể)? .*(gì|nào|thế nào|ra sao)|có (những )?(trách nhiệm|nhiệm vụ)|làm (những )?gì|trách nhiệm gì|nhiệm vụ gì|phải .* gì"),
    (Ask.YES_NO, r"có phải|đúng không|phải không|(hay|có|được) không\b|\bcó\b.*\bkhông\s*\??$|chưa\s*\??$|hay chưa"),
    (Ask.LIST, r"những .*(nào|gì)|liệt kê|gồm (những )?(gì|ai|nội dung|đối tượng)?|các .* nào|kể tên|bao gồm|đối tượng (nào|áp dụng)|danh sách|hình thức nào|lĩnh vực nào|nội dung nào"),
)  # fmt: skip
_ENGLISH = (
    (Ask.WHAT, r"\b(what|which)\b[^?]*\bthat (other|older|earlier|previous) (plan|decision|document|programme)\b|\bthat (other|older|earlier|previous) (plan|decision|document|programme)\b[^?]*\b(dated|issued|signed)\b"),
    (Ask.DOC_APPENDICES, r"\b(titles?|names?) of (the |this |that )?([\w'’-]+ ){0,5}?(annex|appendix|annexes|appendices)\b"),
    (Ask.DOC_DATE, r"^(is|are|was|were) (the |this |that )?([\w'’-]+ ){0,6}?(plan|decision|draft|document|text|it) ((fully|properly|even|actually) )?dated\b|\b(what|which) (month|date|year|day)\b[^?]*\bon (the |its )?([\w'’-]+ ){0,3}?(annex|appendix)\b|\b(plan|decision|draft|document)s? (\w+ )?(been given|given|bears?|carr(y|ies)|ha(s|ve)|got) (an? |no |the )?(exact |precise |full )?date\b|\b(which|what) (town|city|place)\b[^?]*\bsigned\b|\b(what|which) (month|date|year|day)( and (the )?(month|date|year|day))?\b[^?]{0,20}\b(printed|written|given|stamped|shown|typed|stated|appears?|stands?)\b[^?]{0,12}\b(on|in|at the (head|top|end|foot) of) (it|there|(the|this|that) ([\w'’-]+ ){0,6}?(plan|decision|draft|document|paper|text))\s*(,[^?]*)?\?*$"),
    (Ask.DOC_SIGNER, r"\b(on (whose|what|which \w+) behalf|in whose name|on behalf of (whom|what|which))\b[^?]*\bsign(s|ed|ing)?\b|\bsign(s|ed|ing)?\b[^?]*\b(on (whose|what|which \w+) behalf|in whose name|on behalf of (whom|what|which))\b|\b(in|under) (what|which) (\w+ )?(capacity|role|post|position|title|function)\b[^?]*\bsign(s|ed|ing)?\b|\b(what|which) (\w+ )?(capacity|role|post|position|title|function) (did|does|do|will|has|had)\b[^?]*\bsign(s|ed)?\b|\bsign(s|ed|ing)?\b[^?]*\b(in|under|as|with) (what|which) (\w+ )?(capacity|role|post|position|title|function)\b|\b(put|puts|set|sets|affixed|placed|lent) (his|her|their|a|the) (own )?(name|signature|hand|pen) (to|on|under|at)\b|\bwhose (name|signature|hand) (is|are|was|stands?|appears?|comes|sits|goes|closes|ends|(does|do|did|will) [^?]{1,60} (bear|carry|have|end with))\b"
        r"|\bwhose (name|signature)\b[^?]*\b(bottom|foot|end|signature block)\b|\b(name|signature) (is |stands |appears |comes )?(at|on|under) the (bottom|foot|end) of\b|\b(plan|decision|draft|document)s? (\w+ )?(bears?|carr(y|ies)|ha(s|ve)) (an? |no |the )?signature"),
    (Ask.DOC_NUMBER, r"\b(plan|decision|draft|document)s? (\w+ )?(been given|given|bears?|carr(y|ies)|ha(s|ve)|got) (an? |no |the |its )?(official |document )?number\b"),
    (Ask.DOC_PERIOD, r"\bhow many years (does|do|is|will|did) (the |this |that )?([\w'’-]+ ){0,6}?(plan|decision|draft|programme|it)\b|\b(does|do|will|would) (the |this |that )?([\w'’-]+ ){0,6}?(plan|decision|draft|programme) (still )?(apply(?! to)|hold(?! [^?]*\b(responsible|accountable|liable))|run|count|be used)\b"),
    (Ask.DOC_TITLE, r"\b(title|(full|official|exact) name) of (the|this|that) ([\w'’-]+ ){0,6}?(plan|decision|document|draft)\b|\bwhat is (the|this|that) ([\w'’-]+ ){0,6}?(plan|decision|document|draft) (called|titled|entitled|named)\b|\b(plan|decision|document|draft)'s (title|full name|official name)\b"),
    (Ask.DOC_PERIOD, r"\b(plan|draft|programme|document)s?\b[^?]*\b(runs?|lasts?|ends?|ended|finish\w*|reach\w*) (furthest|further|longer|longest|later|latest|first|last|earlier|sooner)\b|\bwhich\b[^?]*\b(runs?|lasts?|ends?|reach\w*) (furthest|further|longer|later|earlier|sooner)\b"),
    (Ask.DOC_STATUS, r"\b(treat|cite|quote|regard|consider|count|use)\w*\b[^?]{0,80}\bas (if |though )?(an? |the |it |they )?(were |was |is |are |had been |has been )?(already |officially |been )*(issued|official|adopted|final|approved|signed)\b|\b(plan|decision|draft|programme)\b[^?]{0,40}\b(lapsed?|run its course|the current one|ran out|gone out of date)\b"),
    (Ask.DOC_STATUS, r"\bwhich (of (the|these|those|your|our) )?(\w+ )?(plans?|documents?|decisions?|texts?)\b[^?]{0,30}\b(is|are|was|were|has|have)( been)?( still| only| just| already)?( an?)? (drafts?|official|officially (issued|adopted)|issued|adopted)\s*\??$"),
    (Ask.DOC_APPENDICES, r"\b(which|what|how many) (appendix|appendices|annex|annexes|annexures)\b|\b(have|has|contain|contains|include|includes) (any )?(appendices|annexes|an appendix|an annex)\b"),
    (Ask.DOC_PERIOD, r"\bwhen (does|do|did|will|is|was) (the |this |that |its )?([\w'’-]+ ){0,7}?(plan|decision|draft|programme|it)('s period)? (end|ended|expire|expired|run out|finish|over|lapse|due to end)\b|\b(until|till|through) (when|which year|what year) (does|is|will|do) ([\w'’-]+ ){0,7}?(plan|decision|draft|programme|it)\b|\b(plan|decision|draft|programme|it) (run|last|apply|cover) (until|till|to|through) (when|which year|what year)\b|\bwhich (of (the|these|those) )?(\w+ )?(plans?|documents?|decisions?)\b[^?]*\b(still running|running|current|expired|ended|over|finished)\b"),
    (Ask.WHAT, r"\b(which|what|any) (of (our|the|these|your) )?(plans?|documents?|texts?) (mentions?|speaks? of|talks? about|discuss(es)?|address(es)?)\b(?!.*\d)"),
    (Ask.DOC_TITLE, r"\b(which|what) (of (our|the|these|your) )?(plans?|documents?|texts?) (is|are|deals?|dealing) (about|on|for|with|meant for)\b"),
    (Ask.DOC_CITED_BY, r"which (of (our|the|these|your) )?(plans?|documents?|decisions?) .*(cite|cites|rest on|rely on|based on|refer|mention|names?\b)"),
    (Ask.DOC_SIGNER, r"\bwho (has )?sign|signed by|signatory|who is the signer|signature"),
    (Ask.DOC_RECIPIENTS, r"\b(plan|decision|draft|document|text|letter)\b[^?]{0,40}\b(kept|filed|archived|stored) (on file )?(by|with|in|at) (which|what|whom)\b|\b(who|(which|what) (\w+ )?(office|unit|section|desk|department|division)) (keeps?|files?|archives?|holds?|retains?) (a |the |its )?((file|archive|office|record|filed|archived) )?(copy|original)\b|\bwhere (is|are) [^?]{1,60}\b(filed|archived|file copy|archive copy)\b"),
    (Ask.DOC_RECIPIENTS, r"recipients?\b(?! of (scholarship|grant|allowance|support|aid))|(mailing|distribution) list|in-trays?\b|(sent|distributed|copied|addressed) to (whom|which|who)|who (receives|gets|received|is sent) (?!([\w'’-]+ ){0,3}(allowances?|support|aid|scholarships?|grants?|money|help|subsid\w+|stipends?|fund\w*|training|paid)\b)([\w'’-]+ ){0,6}(copy|copies|it|plan|decision|document|letter)\b|to whom (is|was)|\b(which|what) (\w+ ){0,2}ministr(y|ies)\b.{0,60}\b(sent|go|goes|gets?|getting|receiv\w+|copied|addressed)\b"),
    (Ask.DOC_FORCE, r"\b(law|decree|decision|circular|resolution|plan|document|regulation)\b.{0,140}\b(in force|take effect|takes effect|come into force|effective|valid|repealed|replaced|amended|repeals?|replaces?|amends?)\b|\b(repeals?|replaces?|amends?)\b.*\b(law|decree|decision|circular|resolution)\b|\b(has|have|did|was|is) (anything|something|any \w+|it) (\w+ ){0,2}(repealed?|replaced?|amended|superseded)\b"),
    (Ask.DOC_STATUS, r"\b(is|was|are|still)\b.{0,60}\b(a|only|just|merely|still) (\w+ )?draft\b|draft or|working version|legally binding|in force|still valid|officially (issued|adopted)|final version|status of (the|this)|been (issued|adopted|signed)|\bis (it|(the|this|that) ([\w'’-]+ ){0,5}?(paper|plan|document|text|version|decision)\b[^?]{0,40}) (final|official|signed|unsigned)\b"),
    (Ask.WHICH_DOCUMENT, r"(which|what) ([\w'’]+ ){0,4}(department|ministry|committee|council|board)( of \w+( and \w+)?)?(['’]s)? (law|decree|decision|resolution|regulation|circular|directive)\b|(which|what) (?!(period|years?|appendi\w+|annex\w*|does|do|did|must|should|shall|can|may|will|would|has|have|(is|are|was|were) (in|inside)) )(\w+ ){0,3}(law|rule|decree|decision|resolution|regulation|circular|conclusion|proposal|submission|directive|scheme)\b|(prime minister|politburo|secretariat|council|committee|government)'s (decision|resolution|regulation|decree)"),
    (Ask.DOC_BASES, r"legal bas[ie]s|legal (grounds?|foundation)|(based|rests?|relies|founded) on (which|what)|(which|what) (laws|decrees|decisions|resolutions|regulations|documents) .*(based|rest|rely|cite|ground|basis)"),
    (Ask.DOC_NUMBER, r"\b(number|no\.?)(, | and )(the )?(date|signer|issuer)( and (the )?(date|signer|issuer))? of (the|this|that) ([\w'’-]+ ){0,6}?(plan|decision|document|draft)\b|\bnumber of (the|this|that) ([\w'’-]+ ){0,4}?(plan|decision|document)\b|(document|decision|plan|official|reference) (number|no\b)|number of the (decision|document|plan)|what number"),
    (Ask.DOC_DATE, r"(when|what date|which day|on what day|on which date).*(issued|signed|adopted|dated|promulgated)|date of (issue|issuance|the (decision|plan|document))|issue date|issuance date"),
    (Ask.DOC_ISSUER, r"(who|which (office|agency|body|authority|organi[sz]ation|department)) (has )?(issued|promulgated|adopted)|issued by (whom|which)|issuing (body|authority|agency|office)"),
    (Ask.DOC_PERIOD, r"(which|what) (period|years?) (does|is|do) (the |this |that |its )?([\w'’-]+ ){0,4}?((plan|decision|draft|document|programme)s?|it)\b|\bwhat (is|are) the (period|years?|time ?frame) (of|covered by) (the |this |that )?([\w'’-]+ ){0,6}?(plan|decision|draft|document|programme)s?\b|(period|years) covered|\b(plan|decision|draft|programme)( \w+){0,3} (still )?(current|up to date|usable|out of date|expired|run out)\b|\b(plan|decision|draft|programme)\b.{0,60}\bstill (be )?(running|apply|applies|valid|in effect)\b"),
    (Ask.COMPARE, r"\bcompare|difference|differ\b|compared (to|with)|versus|\bvs\b|(higher|lower|more|fewer|larger) than|same as|\bboth\b.*\bor\b"),
    (Ask.DEADLINE, r"\bhow many times (a|per|each|every|in (a|one|each|the)|during the) ([\w-]+ )?(year|quarter|month|week)\b"),
    (Ask.NUMBER, r"(what|which) (is|are|was|were) the (total |exact |full )?(amount|cost|fee|salary|sum|price)|how (many|much|long|often per)|(what|which) (percentage|share|proportion|slice|portion|fraction|number|quota|percent|minimum|maximum|is the (minimum|maximum|quota|number|target))|percentage of|\bnumber of\b|class size|how large|how big|\b(the|what|which) ([\w-]+ )?head-?count\b"),
    (Ask.FUNDING, r"who (pays|foots|bears|covers)\b|(which|what) (\w+ ){0,4}(fund|budget|purse|pocket|allotment|allocation|source)s?\b|(where|what|which|how).*\b(fund|funds|funded|funding|money|cash|budget|paid|financed|costs?)\b.*\b(come|comes|from|source|sources|paid|covered|sourced)\b|(how|what|which) (\w+ ){0,8}(funded|financed|paid for)|source of fund|funding sources?|(can|may|do|does) .* pay for"),
    (Ask.DOC_SIGNER, r"^who (approved|adopted|enacted) (the |this |that )?([\w'’-]+ ){0,4}?(decision|plan)\b[^?]{0,30}\??$"),
    (Ask.LIST, r"\bwho (is|are|was) (the |this |that )?([\w'’-]+ ){0,5}?(plan|decision|scheme|course|programme|document)s? (meant |intended )?for\b"),
    (Ask.LIST, r"who (\w+ly )?(counts? as|is in scope|are in scope|qualif\w+)\b|who (may|can|is eligible|are eligible|are the|does .* apply to|is covered|are covered)|(target|eligible) groups?|to whom does|which groups"),
    (Ask.OFFICE, r"whose (job|task|responsibility|duty)|responsible (dept|department|office|agency|unit)|(?:^|[,;:?!.(–-]\s*|\b(?:and|or|but|so|then|know|me|ask|asks|tell|tells|is it|decides?|sees?|says?|states?|check|of|with|exactly|for)\s+)who\b|\bwhom\b|\b(which|what) (office|department|division|agency|agencies|unit|body|bodies|section|school|schools|institution|institutions|authority|committee|organi[sz]ation|offices|departments)\b"),
    (Ask.NUMBER, r"\b(the|what) ([\w-]+ ){0,4}(share|percentage|proportion|number|quota|ratio)s? of\b"),
    (Ask.WHAT, r"\bfrom (what|which) (year|date) (to|until|till|through)\b|\bbetween (what|which) years\b"),
    (Ask.DEADLINE, r"\bwhen\b|deadline|by what (date|time|day)|by which (date|year|day)|\bdue\b|what (date|year|quarter)|which (year|quarter|month)|how (often|soon|frequently)|by the end"),
    (Ask.DUTY, r"what (must|should|does|do|is|are|shall|will) .*(do\b|responsib|required|tasks?|duties|obligations?|assigned|role)|responsibilit|duties|obligations?|tasks? of|role of"),
    (Ask.LIST, r"\blist\b|which (\w+ )?(?!does|is|was|has|covers|runs)\w+s\b|what (kinds|types|forms|topics|fields|areas|groups|measures|contents|are)|name the|who are|enumerate|include"),
    (Ask.YES_NO, r"^(is|are|does|do|did|must|can|may|should|will|has|have|was|were)\b"),
)  # fmt: skip
_COMPILED = {
    "vi": tuple((ask, re.compile(p)) for ask, p in _VIETNAMESE),
    "en": tuple((ask, re.compile(p)) for ask, p in _ENGLISH),
}
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_FUNDING_OFFICE = re.compile(
    r"(phòng|sở|cơ quan|đơn vị|ban|bộ phận) nào|\bai (chủ trì|quyết toán|quản lý|hướng dẫn|phụ trách)|\bwho (handles|manages|settles)|(which|what) (?!(is|are|does|do|did|must|should|will|can|may)\b)([\w'’-]+ ){0,3}?(office|department|division|agency|unit|body)\b"
)


def detect_ask(vietnamese: str, english: str | None, names_document: bool = True) -> Ask | None:
    """What is asked for, from the question in accented Vietnamese or, where `english` is given, in English.

    None where no question word says it (a follow-up like "còn Sở Tài chính?"). Only a question that names a document asks for
    the force of one.
    """
    text, table = (english.lower(), _COMPILED["en"]) if english is not None else (vietnamese.lower(), _COMPILED["vi"])
    told = _last_question(text)
    if told is not None:
        found = detect_ask(told, told if english is not None else None, names_document)
        if found not in (None, Ask.WHAT, Ask.YES_NO):  # "can you tell me?" asks nothing of its own
            return found
    for ask, pattern in table:
        if ask is Ask.DOC_FORCE and not names_document:
            continue
        if pattern.search(text):
            if ask is Ask.FUNDING and _FUNDING_OFFICE.search(text):
                return Ask.OFFICE
            return ask
    return Ask.WHAT if "?" in text or re.search(r"\b(gì|nào|thế nào|sao|what|how|which)\b", text) else None


# Facts of a document that people ask for in one breath.
_TOGETHER: dict[str, tuple[tuple[Ask, re.Pattern[str]], ...]] = {
    "vi": (
        (Ask.DOC_NUMBER, re.compile(r"\bsố (hiệu|mấy|bao nhiêu)\b|\bsố( hiệu)?(,| và| với) ngày\b|\b(vào|lấy|cấp|đánh) (số|sổ|sở)\b")),
        (Ask.DOC_DATE, re.compile(r"\b(ngày|tháng|năm) (tháng )?(nào|mấy|bao nhiêu|ban hành|ký)\b|\b(ghi|điền|đề|có) ngày\b|\bsố( hiệu)?(,| và| với) ngày\b|\bngày tháng\b|\bban hành (khi|lúc) nào\b")),
        (Ask.DOC_SIGNER, re.compile(r"\b(ai|người nào) (đã )?ký\b|\bngười ký\b")),
        (Ask.DOC_ISSUER, re.compile(r"\b(ai|cơ quan nào|đơn vị nào|nơi nào) (đã )?ban hành\b|\bcơ quan ban hành\b")),
    ),
    "en": (
        (Ask.DOC_NUMBER, re.compile(r"\bnumber\b")),
        (Ask.DOC_DATE, re.compile(r"\b(date|dated)\b|\bwhen\b.*\b(issued|signed|adopted)\b")),
        (Ask.DOC_SIGNER, re.compile(r"\bwho (has )?signed\b|\bsigned (it|by)\b|\bsignatory\b|\bsigner\b")),
        (Ask.DOC_ISSUER, re.compile(r"\bwho issued\b|\bissued by (whom|which)\b|\bissuer\b|\bissuing (body|office|authority)\b")),
    ),
}  # fmt: skip


def facts_asked(ask: Ask, vietnamese: str, english: str | None) -> tuple[Ask, ...]:
    """The facts of a document that a question asks for at once ("số mấy, ngày nào, ai ký"), where `ask` is what it asks for first."""
    text, table = (english.lower(), _TOGETHER["en"]) if english is not None else (vietnamese.lower(), _TOGETHER["vi"])
    if ask not in {fact for fact, _ in table}:
        return (ask,)
    return tuple(fact for fact, pattern in table if fact is ask or pattern.search(text))


def _last_question(text: str) -> str | None:
    """The last sentence with a question mark of a text that tells something before it; None where it is all one sentence."""
    sentences = [s for s in _SENTENCE.split(text.strip()) if s]
    asked = [s for s in sentences if s.endswith("?")]
    return asked[-1] if asked and len(sentences) > 1 else None
