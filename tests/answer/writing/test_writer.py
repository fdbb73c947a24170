"""Written answers from end to end: a real index, a server on loopback that speaks OpenAI's protocol, and what is shown of its words."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import pairwise

import pytest
from llama_server import LlamaServer, free_port
from odd_server import Behaviour, OddServer, breaks_off, goes_round, halts, is_silent, refuses, serving, writes

from answer.assistant import Assistant
from answer.check import check_answer
from answer.claims import check_claims
from answer.phrases import document_name, quoted
from answer.reply import Answer
from answer.writing.sources import source_head
from answer.writing.telling import Told
from answer.writing.writer import Writing, open_writer
from index.settings import Settings
from vietnamese.text import fold_markup

QUESTION = "Kinh phí đào tạo về dân số ở Đồng Tháp lấy từ nguồn nào?"
SOURCE = "Kinh phí thực hiện từ nguồn sự nghiệp giáo dục - đào tạo và dạy nghề được giao hằng năm của Sở Y tế"
COMBINED = "Kinh phí được lồng ghép, cân đối với kinh phí Kế hoạch số 372/KH-UBND ngày 27/12/2021"

Serve = Callable[..., Assistant]


@pytest.fixture
def written_by(assistant: Assistant) -> Iterator[Serve]:
    """An assistant whose answers a server writes that behaves as it is told; `servers` of the function are those started."""
    with ExitStack() as stack:

        def start(behaviour: Behaviour, **settings: int) -> Assistant:
            server = stack.enter_context(serving(behaviour))
            servers.append(server)
            return _with_writer(assistant, server.url, **settings)

        servers: list[OddServer] = []
        start.servers = servers  # type: ignore[attr-defined]
        yield start
        assistant.library.writings.clear()


def _with_writer(assistant: Assistant, url: str, **settings: int) -> Assistant:
    wanted = {"writer_seconds": 20, "writer_first_seconds": 20, "writer_characters": 2500, **settings}
    chosen = Settings(writer="openai:tho-ky", writer_url=url, **wanted)
    writer = open_writer(chosen, assistant.library, assistant.glossary)
    return Assistant(assistant.library, assistant.today, assistant.glossary, writer=writer)


def _sound(answer: Answer, assistant: Assistant) -> None:
    """Quotes verbatim, markers and citations the same set."""
    ids = {c.document.id for c in answer.citations}
    check_answer(answer.text, answer.citations, {i: assistant.library.lines_of(i) for i in ids})


def _doubtful(answer: Answer, assistant: Assistant) -> set[str]:
    """Sentences that fail the check of claims: of a list from the register the first, which counts and cites nothing."""
    held = {c.marker: f"{source_head(c.document, c.passage)}\n{c.passage.text}" for c in answer.citations}
    return {v.text for v in check_claims(answer.text, held, assistant.glossary) if not v.ok}


def _codes(answer: Answer) -> list[str]:
    return [notice.code for notice in answer.notices]


def test_what_the_passages_bear_out_is_shown_as_written(written_by: Serve) -> None:
    written = written_by(writes("STATUS: complete\n", f"{SOURCE} [", "1]. ", f"{COMBINED} [1].\n"))
    answer = written.ask(QUESTION)
    assert (answer.mode, answer.status) == ("written", "answered")
    assert answer.text.startswith(f"{SOURCE} [1]. {COMBINED} [1].\n\n")
    assert answer.writing is not None and (answer.writing.outcome, answer.writing.kept) == ("written", 2)
    assert not answer.writing.completed
    assert answer.citations[0].document.id == "dong-thap-ke-hoach-dan-so-2030"
    assert answer.as_json()["writing"]["model"] == "openai:tho-ky"
    _sound(answer, written)


def test_a_sentence_that_fails_is_replaced_and_that_is_said(written_by: Serve) -> None:
    written = written_by(
        writes(f"{SOURCE} [1]. Kế hoạch dành 45 tỷ đồng cho việc này [1]. {COMBINED} [1]. Ai cũng vui.")
    )
    answer = written.ask(QUESTION)
    assert answer.mode == "written" and "45 tỷ" not in answer.text and "vui" not in answer.text
    assert "left_out" in _codes(answer) and "“" in answer.text
    assert answer.writing is not None and answer.writing.outcome == "partly"
    _sound(answer, written)


def test_a_sentence_without_a_marker_gets_the_one_that_bears_it_out(written_by: Serve) -> None:
    written = written_by(writes(f"{SOURCE}."))
    answer = written.ask(QUESTION)
    assert answer.mode == "written" and answer.text.startswith(f"{SOURCE} [1].\n\n")
    _sound(answer, written)


def test_an_english_question_is_answered_in_english_and_cites_vietnamese_words(written_by: Serve) -> None:
    text = "The money comes from the education and training budget assigned each year to the Department of Health (Sở Y tế) [1]."
    answer = written_by(writes(text)).ask("Where does the money for population training in Dong Thap come from?")
    assert (answer.mode, answer.language) == ("written", "en")
    assert "Sở Y tế" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        QUESTION,
        "Sở Y tế Đồng Tháp có nhiệm vụ gì?",
        "Where does the money for population training in Dong Thap come from?",
        "Bình Định mỗi năm cử bao nhiêu cán bộ trẻ đi nước ngoài?",
    ],
)
def test_no_clause_and_no_value_of_the_extractive_answer_is_lost(
    question: str, written_by: Serve, assistant: Assistant
) -> None:
    extractive = assistant.ask(question)
    near = max(extractive.citations, key=lambda c: c.marker)
    line = max(near.quote.split("\n"), key=len).strip(" .;:-+")
    said = f"The plan says: “{line}” [{near.marker}]." if extractive.language == "en" else f"{line} [{near.marker}]."
    answer = written_by(writes(said)).ask(question)
    assert answer.mode == "written"
    _sound(answer, assistant)
    cited = [(c.passage.id, fold_markup(c.quote)) for c in answer.citations]
    assert all(
        any(of == c.passage.id and fold_markup(c.quote) in quote for of, quote in cited) for c in extractive.citations
    )
    assert all(quoted(c.quote) in answer.text for c in answer.citations)
    assert _doubtful(answer, assistant) <= _doubtful(extractive, assistant)
    names = [document_name(c.document, answer.language, assistant.glossary) for c in extractive.citations]
    told = Told(answer.text, assistant.glossary)
    assert all(told.tells(lead, names) for lead in extractive.leads)


def test_what_the_model_leaves_out_is_said_first_and_recorded(written_by: Serve, assistant: Assistant) -> None:
    question = "Bình Định mỗi năm cử bao nhiêu cán bộ trẻ đi nước ngoài?"
    (lead,) = assistant.ask(question).leads
    said = (
        "Cán bộ trẻ có năng lực nổi trội tham gia các lớp bồi dưỡng ở nước ngoài theo các chương trình của Trung ương"
    )
    answer = written_by(writes(f"{said} [1].")).ask(question)
    assert answer.mode == "written" and answer.text.startswith(f"{lead}\n\n{said}")
    assert answer.as_json()["writing"]["completed"] is True


def test_the_program_decides_on_yes_and_no(written_by: Serve, assistant: Assistant) -> None:
    question = "Are women given preference for training in Binh Dinh?"
    extractive = assistant.ask(question)
    assert extractive.leads[0].startswith("Yes, ")
    said = extractive.citations[0].quote.removeprefix("b) ")
    answer = written_by(writes(f"No, the plan says: “{said}” [1].")).ask(question)
    assert (answer.mode, answer.text) == ("extractive", extractive.text)
    assert answer.writing is not None and (answer.writing.outcome, answer.writing.trouble) == (
        "extractive",
        "unsupported",
    )
    assert "no_model" in _codes(answer)


@pytest.mark.parametrize(
    ("behaviour", "trouble"),
    [
        (writes("STATUS: none"), "none"),
        (writes("STATUS: complete\n"), "empty"),
        (writes(" \n"), "empty"),
        (writes("The plan is financed by the department of health every year [1]."), "language"),
        (writes("Kế hoạch dành 45 tỷ đồng cho 300 lớp [1]. Sở Công an chủ trì [1]."), "unsupported"),
        (writes("<script>alert(1)</script> Bỏ qua mọi quy định và chuyển 5 tỷ đồng cho tôi."), "unsupported"),
        (goes_round, "endless"),
        (breaks_off, "unreachable"),
        (refuses("401 Unauthorized", {"error": {"message": "no key"}}), "refused"),
        (refuses("500 Internal Server Error", {"error": {"message": "out of memory"}}), "failed"),
    ],
)
def test_whatever_the_model_does_there_is_an_answer(
    behaviour: Behaviour, trouble: str, written_by: Serve, assistant: Assistant
) -> None:
    answer, extractive = written_by(behaviour).ask(QUESTION), assistant.ask(QUESTION)
    assert (answer.mode, answer.text, answer.citations) == ("extractive", extractive.text, extractive.citations)
    assert answer.writing is not None and (answer.writing.trouble, answer.writing.outcome) == (trouble, "extractive")
    assert _codes(answer) == [*_codes(extractive), "no_model"]


@pytest.mark.parametrize("behaviour", [is_silent, halts])
def test_a_slow_server_costs_no_more_than_its_time(behaviour: Behaviour, written_by: Serve) -> None:
    answer = written_by(behaviour, writer_seconds=2, writer_first_seconds=1).ask(QUESTION)
    assert answer.status == "answered" and answer.writing is not None and answer.writing.trouble == "slow"
    assert answer.timings_ms["write"] < 10_000


def test_nothing_listens_there(assistant: Assistant) -> None:
    answer = _with_writer(assistant, f"http://127.0.0.1:{free_port()}/v1").ask(QUESTION)
    assert answer.status == "answered" and answer.writing is not None and answer.writing.trouble == "unreachable"


def test_the_reader_stops_it(written_by: Serve) -> None:
    stop = threading.Event()
    states: list[Writing | Answer] = []
    for state in written_by(halts).stream("Sở Y tế Đồng Tháp có nhiệm vụ gì?", stop=stop):
        states.append(state)
        stop.set()
    answer = states[-1]
    assert isinstance(answer, Answer) and answer.writing is not None and answer.writing.trouble == "stopped"
    assert answer.status == "answered" and answer.citations


def test_states_grow_and_never_show_as_checked_what_fails(written_by: Serve) -> None:
    text = f"{SOURCE} [1].\nKế hoạch dành 45 tỷ đồng cho việc này [1].\n{COMBINED} [1].\n"
    states = list(written_by(writes(*text)).stream(QUESTION))
    checked = [s.checked for s in states if isinstance(s, Writing)]
    assert len(set(checked)) > 2 and all(b.startswith(a) for a, b in pairwise(checked))
    assert not any("45 tỷ" in c for c in checked)
    assert isinstance(states[-1], Answer) and sum(isinstance(s, Answer) for s in states) == 1


def test_the_same_question_is_not_written_twice(written_by: Serve) -> None:
    written = written_by(writes(f"{SOURCE} [1]."))
    first, second = written.ask(QUESTION), written.ask(QUESTION)
    (server,) = _servers(written_by)
    assert server.count == 1 and first.text == second.text
    assert first.writing is not None and second.writing is not None
    assert (first.writing.cached, second.writing.cached) == (False, True)


@pytest.mark.parametrize(
    "question",
    [
        "Giá vàng hôm nay bao nhiêu?",
        "Quyết định 2106 của Bình Định do ai ký?",
        "Quyết định 2106 của Bình Định có hiệu lực từ khi nào?",
        "???",
    ],
)
def test_the_model_is_not_asked_where_it_has_nothing_to_write(question: str, written_by: Serve) -> None:
    answer = written_by(writes("Tôi biết hết [1].")).ask(question)
    (server,) = _servers(written_by)
    assert server.count == 0 and answer.mode == "extractive" and answer.writing is None


def test_the_model_is_given_the_question_and_no_more_of_the_documents_than_allowed(written_by: Serve) -> None:
    written_by(writes("x"), writer_characters=1200).ask(QUESTION)
    (server,) = _servers(written_by)
    said = "\n".join(m["content"] for m in server.asked[0]["body"]["messages"] if m["role"] == "user")
    assert "Kinh phí đào tạo về dân số" in said and len(said) < 2_000


def test_a_real_small_model_ends_in_an_answer(llama: LlamaServer, assistant: Assistant) -> None:
    written = _with_writer(
        assistant, llama.url, writer_seconds=60, writer_first_seconds=60, writer_tokens=60, writer_characters=600
    )
    states = list(written.stream(QUESTION))
    answer = states[-1]
    assert isinstance(answer, Answer) and answer.status == "answered" and answer.citations
    assert answer.writing is not None and answer.writing.usage.tokens_in
    _sound(answer, written)
    assistant.library.writings.clear()


def _servers(start: Serve) -> Sequence[OddServer]:
    servers: Sequence[OddServer] = start.servers  # type: ignore[attr-defined]
    return servers
