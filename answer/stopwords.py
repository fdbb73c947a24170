"""Words that name nothing a passage could speak of: function words, pronouns, and words that only ask or are only talk."""

_VIETNAMESE = """
của và các cho trong với là có được theo tại về đến từ này đó những một khi để do bởi ở ra vào thì mà như nào gì ai
bao nhiêu mấy không phải hay hoặc đã sẽ đang bị cũng rồi lên trên dưới nếu vì nên tôi hỏi biết xin việc người cần
thế sao đâu giờ lại ngày tháng năm đi nhau số thêm còn giao làm ghi kèm nhóm hai ba bốn sáu phần trăm tỷ tỉ lệ lượng
so sánh khác giống bằng mình nhằm giữa cùng mới ấy nay vậy gồm em anh chị ông bà nó họ ta chúng ạ nhé nha nhỉ hả ơi vẫn
luôn hẳn nữa cái muốn lúc khoảng chừng chuyện chỗ bên vừa cứ đều rất quá lắm chịu
"""
_ENGLISH = """
the a an of to in on for by with and or is are was were be been does did must should shall will would can could may
might what which who whom whose when where how why that this these those it its they them their there as at from
into than then please tell me list give any all each every much many have has had not no only about under between s
one ones get gets people person per up out own new old also both still already if year years month date day number
during within whether agree compare difference differ same i you he she we him her us my our your his hers am being
having go goes going come comes coming want wants wanted suppose supposed before after through while once here very
just such other others some someone somebody anyone ever too let like say says said getting got take takes taken put
according exactly really kind way hello hi hey
"""
STOP = frozenset(f"{_VIETNAMESE} {_ENGLISH}".split())
"""In lower case; the Vietnamese ones with their accents."""
