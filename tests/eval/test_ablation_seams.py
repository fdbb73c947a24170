"""Each mechanism to switch off: its patches name what the program has and uses, on questions that need it."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

import answer.question
import answer.rank
from answer.assistant import Assistant
from eval.ablation.listed import ABLATIONS, chosen
from eval.ablation.switch import Ablation, Patch, SeamGone, off, uncalled
from eval.question_set import load
from eval.run import PRACTICE
from index.errors import SettingError

Asked = tuple[str, tuple[str, ...]]
"""A question and what was asked before it."""

NEEDED = {
    "accents": "q008 q012",
    "everyday": "q008 q139 q182",
    "question-words": "q252 q284 q308-na",
    "chat-words": "q037-na q057 q076",
    "spelling": "q206 q294-en",
    "glossary": "q001-en q003-en",
    "thesaurus": "q003-vi q006-vi",
    "compounds": "q001-vi q007",
    "scattered": "q001-en q003-vi",
    "verbs": "q001-en q016-en",
    "asked-noun": "q030-en q081-en",
    "unknown-word": "q046 q160",
    "follow-up": "q041-en q081-en",
    "inherit": "q339",
    "ask": "q001-en q001-vi",
    "counted": "q037-en q323-na",
    "offices": "q006-en q006-vi",
    "sides": "q048 q150-vi",
    "scope-province": "q001-en q006-vi",
    "scope-number": "q019-vi q046",
    "scope-issuer": "q047 q143-en q304-en",
    "scope-year": "q023 q030-en",
    "spoken-of": "q001-vi",
    "unknown-scope": "q160 q178",
    "dense": "q001-en q007",
    "lexical": "q001-en q003-vi",
    "unmapped-dense": "q001-en q077-en",
    "mapped-vector": "q001-en q024-en",
    "search-wordings": "q007 q012",
    "kinds": "q046 q173-vi",
    "rank": "q001-en q001-vi",
    "rank-fused": "q001-en q001-vi",
    "rank-coverage": "q001-en q003-vi",
    "rank-pairs": "q001-en q007",
    "rank-focus": "q001-en q003-vi",
    "rank-heading": "q023 q026",
    "rank-fit": "q016-en q023",
    "rank-contrast": "q060-vi q240-vi",
    "rank-sought": "q097 q143-en",
    "rank-leading": "q110-en q110-vi",
    "rank-year": "q052-en q161-vi",
    "rank-office": "q067-en q207-vi",
    "decision": "q030-en q046",
    "signal-support": "q030-en q046",
    "signal-held": "q030-en q046",
    "signal-score": "q030-en q046",
    "signal-margin": "q046 x079",
    "gives": "q037-en q162",
    "wanted": "q173-en q177",
    "years": "q164 q165",
    "unknown": "x011 x060",
    "foreign": "q187",
    "several-documents": "q304-na x058",
    "addressee": "q008 q066",
    "siblings": "q070",
    "related": "q001-en q007",
    "best-block": "q012 q023",
    "leads": "q001-en q003-vi",
    "english": "q016-en q024-en",
    "contradiction": "q026 q037-vi",
    "document-desk": "q031 q032-vi",
}
"""Practice questions that need a mechanism."""

WRITTEN: dict[str, tuple[Asked, ...]] = {
    "abbreviations": (("UBND huyện phải làm gì theo kế hoạch của Sóc Trăng?", ()),),
    "swap": (("Còn Sở Tài chính?", ("Sở Nội vụ của Sóc Trăng phải làm gì?",)),),
    "scope-title": (
        ("Nơi nhận của Kế hoạch Đào tạo, bồi dưỡng công chức, viên chức ngành Y tế năm 2023 là những ai?", ()),
    ),
    "law-not-held": (("Luật Đất đai quy định gì về đào tạo cán bộ?", ()),),
    "own": (("Còn máy bay trực thăng?", ("Kinh phí đào tạo lấy từ đâu?",)),),
    "office": (("Sở Tài chính Bình Định được giao gì về chuyển đổi số?", ()),),
    "labels": (("Đối tượng 3 được bồi dưỡng mấy ngày theo kế hoạch Sóc Trăng?", ()),),
    "duties": (("Sở Tài chính tỉnh Sóc Trăng có trách nhiệm gì về kinh phí đào tạo?", ()),),
    "office-held": (("Phòng Thanh tra của Sở Y tế Hậu Giang có nhiệm vụ gì?", ()),),
    "place-held": (("Thị xã Vĩnh Châu mở bao nhiêu lớp bồi dưỡng?", ()),),
    "overview-desk": (("Bạn có những văn bản nào?", ()), ("What is the Soc Trang plan about?", ())),
    "outline-desk": (("Kế hoạch của Sóc Trăng nêu mấy nhóm đối tượng áp dụng?", ()),),
    "register-desk": (("Sở Nội vụ phải làm gì?", ()),),
    "clause-desk": (("Điều 1 Quyết định 2106/QĐ-UBND quy định gì?", ()),),
    "definition-desk": (("Cấp xã là gì?", ()), ("Viên chức là gì?", ())),
    "force-desk": (("Quyết định 2106/QĐ-UBND có hiệu lực từ ngày nào?", ()),),
}
"""Questions for the mechanisms that no practice question needs."""

NO_DIFFERENCE = {
    "spoken-of": "the corpus has no central document whose clauses name provinces",
}
"""Mechanisms that are called, but change no answer over this corpus, and why."""


class Seen:
    """What the whole program, and one without a mechanism, show of questions: answers, what is found, how surely."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._whole: dict[Asked, str] = {}

    def of(self, assistant: Assistant, asked: Asked) -> str:
        """Everything but the times, as one text."""
        row = dict(assistant.ask(*asked).as_json())
        del row["timings_ms"]
        look = assistant.look(*asked)
        return json.dumps([row, [p.id for p in look.stages["final"]], look.probability], sort_keys=True, default=str)

    def whole(self, asked: Asked) -> str:
        """The same of the whole program."""
        if asked not in self._whole:
            self._whole[asked] = self.of(self._assistant, asked)
        return self._whole[asked]

    def without(self, ablation: Ablation, questions: Sequence[Asked]) -> tuple[list[str], list[str]]:
        """What shows with one mechanism off, and its functions that nobody called."""
        with off(ablation) as calls:
            library, today = self._assistant.library, self._assistant.today
            assistant = Assistant(library, today) if ablation.reopen else self._assistant
            return [self.of(assistant, asked) for asked in questions], uncalled(ablation, calls)


@pytest.fixture(scope="module")
def seen(assistant: Assistant) -> Seen:
    """Keeps what the whole program shows: many mechanisms are held against the same questions."""
    return Seen(assistant)


@pytest.fixture(scope="module")
def practice() -> dict[str, Asked]:
    """The practice questions by id."""
    return {q.id: (q.question, q.history) for q in load(PRACTICE)}


@pytest.mark.parametrize("ablation", ABLATIONS, ids=lambda a: a.name)
def test_answers_depend_on_what_is_switched_off(ablation: Ablation, seen: Seen, practice: dict[str, Asked]) -> None:
    questions = [practice[i] for i in NEEDED.get(ablation.name, "").split()] or list(WRITTEN[ablation.name])
    whole = [seen.whole(asked) for asked in questions]
    without, unused = seen.without(ablation, questions)
    assert unused == []
    assert (without == whole) == (ablation.name in NO_DIFFERENCE)


def test_every_mechanism_has_its_questions_and_a_name_of_its_own() -> None:
    names = [a.name for a in ABLATIONS]
    assert len(set(names)) == len(names)
    assert sorted([*NEEDED, *WRITTEN]) == sorted(names)


def test_a_function_that_nobody_calls_is_told(seen: Seen, practice: dict[str, Asked]) -> None:
    unused = Ablation("unused", "passages for other applications", (Patch("answer.retrieve:_as_langchain", len),))
    _, functions = seen.without(unused, [practice["q001-vi"]])
    assert functions == ["answer.retrieve:_as_langchain"]


def test_a_constant_that_nothing_reads_changes_nothing(
    seen: Seen, practice: dict[str, Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer.rank, "NOBODY_READS", 1.0, raising=False)
    unread = Ablation("unread", "nothing", (Patch("answer.rank:NOBODY_READS", 0.0),))
    asked = practice["q001-vi"]
    assert seen.without(unread, [asked]) == ([seen.whole(asked)], [])


@pytest.mark.parametrize(
    "target", ["answer.question:gone", "answer.question:Reader.gone", "answer.question:Gone.read", "answer.gone:read"]
)
def test_a_stale_patch_is_named(target: str) -> None:
    with (
        pytest.raises(SeamGone, match=f"{target} is no part of the program"),
        off(Ablation("stale", "", (Patch(target, None),))),
    ):
        pass


def test_everything_is_as_before_also_after_an_error() -> None:
    before: list[Any] = [vars(o)[n] for a in ABLATIONS for p in a.patches for o, n in [p.seam()]]
    for ablation in ABLATIONS:
        with pytest.raises(RuntimeError), off(ablation):
            raise RuntimeError
    assert [vars(o)[n] for a in ABLATIONS for p in a.patches for o, n in [p.seam()]] == before


def test_mechanisms_are_chosen_by_name_in_the_order_of_the_list() -> None:
    assert [a.name for a in chosen(["related", "accents"])] == ["accents", "related"]
    assert chosen([]) == ABLATIONS
    with pytest.raises(
        SettingError, match=r"nonsense: no mechanism of that name\. Name some of abbreviations, accents"
    ):
        chosen(["nonsense"])


def test_what_stands_for_a_function_is_counted() -> None:
    ablation = Ablation("counted", "", (Patch("answer.question:tidy", str.upper),))
    with off(ablation) as calls:
        assert answer.question.tidy("a") == "A"
        assert answer.question.tidy("b") == "B"
    assert calls == {"answer.question:tidy": 2}
    assert answer.question.tidy("a") == "a"
