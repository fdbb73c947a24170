"""The kinds of acts that make rules, by the names that Luật 80/2015/QH13 and the decrees on official documents give them."""

LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
"""Acts of the National Assembly and its standing committee that are also cited by their title alone."""
ACTS = (
    *LAWS, "Nghị quyết", "Nghị định", "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Quy chế", "Quy định",
)  # fmt: skip
"""Acts that may set, change or end rules."""
ACT_WORDS = "|".join(sorted(ACTS, key=len, reverse=True))
"""A regular expression's alternatives for the names of acts, as they are written inside a sentence's start."""
