"""Parts of sentences that a list is put together from, Vietnamese and English side by side; whole sentences lie in `answer.phrases`."""

from answer.phrases import unmarked
from answer.reply import Language

_FRAGMENTS = {
    "several": ("{k} văn bản: {listed}", "{k} documents: {listed}"),
    "many": ("{k} văn bản: {listed} và {others} văn bản khác {n}", "{k} documents: {listed}, and {others} others {n}"),
    "of_year": (" của năm {value}", " for {value}"),
    "due": ("thời hạn: {value}", "due: {value}"),
    "lead": ("chủ trì", "leads"),
    "coordinate": ("phối hợp", "works with others"),
    "advise": ("tham mưu", "advises"),
    "report": ("báo cáo", "reports"),
    "inspect": ("kiểm tra", "inspects"),
    "fund": ("bố trí kinh phí", "provides funding"),
}


def fragment(key: str, language: Language, **values: object) -> str:
    """The fragment `key` in the language of the question, filled in; a document's words in it hold no marker of ours."""
    safe = {name: unmarked(str(value)) for name, value in values.items()}
    return _FRAGMENTS[key][language == "en"].format(**safe)
