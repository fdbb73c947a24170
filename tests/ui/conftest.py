"""A small document with its lines, a citation of it, an answer and a turn; a browser for the tests that need one."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_assistant import FakeAssistant, FakeLibrary
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from answer.reply import Answer, Citation, Notice
from answer.writing.state import Usage, WritingRecord
from index.document import Document, Period, SourceLine
from index.passage import Passage
from ui.filters import Filter
from ui.session import Turn

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TEXT = "14. Sở Tài chính\n\na) Chủ trì xây dựng nội dung.\nb) Bố trí 20 người/lớp\ntheo quy định."


@pytest.fixture
def document() -> Document:
    return Document(
        id="binh-dinh",
        file="binh-dinh.md",
        title="Kế hoạch đào tạo",
        type="Quyết định",
        number="2106/QĐ-UBND",
        date="2023-06-13",
        issuer="UBND tỉnh Bình Định",
        province="Bình Định",
        province_current="Gia Lai",
        period=Period(2023, 2025),
        status="issued",
    )


@pytest.fixture
def draft() -> Document:
    return Document(
        id="soc-trang", file="soc-trang.md", type="Kế hoạch", province="Sóc Trăng", province_current="Cần Thơ",
        period=Period(None, 2025), status="draft",
    )  # fmt: skip


@pytest.fixture
def lines() -> tuple[SourceLine, ...]:
    return tuple(SourceLine(text, number) for number, text in enumerate(TEXT.split("\n"), 10))


@pytest.fixture
def citation(document: Document) -> Citation:
    passage = Passage(
        id="p1",
        document_id=document.id,
        ordinal=1,
        kind="clause",
        section=("V. TỔ CHỨC THỰC HIỆN", "14. Sở Tài chính"),
        text="a) Chủ trì xây dựng nội dung.\nb) Bố trí 20 người/lớp theo quy định.",
        context="",
        lines=(12, 14),
        block_lines=((12, 12), (13, 14)),
    )
    return Citation(1, document, passage, "b) Bố trí 20 người/lớp theo quy định.", (13, 14))


@pytest.fixture
def reply(citation: Citation) -> Answer:
    return Answer(
        question="Bố trí bao nhiêu người?",
        resolved_question="Bố trí bao nhiêu người?",
        language="vi",
        status="answered",
        text="Quyết định nêu: 20 người/lớp [1].\n\n“b) Bố trí 20 người/lớp theo quy định.” [1]",
        citations=(citation,),
        notices=(Notice("period_over", "Giai đoạn đã kết thúc."),),
        timings_ms={"total": 51.0},
    )


@pytest.fixture
def written(reply: Answer) -> Answer:
    """The same answer, written by a language model that was wrong once."""
    record = WritingRecord("openai:tho-ky", "v1", "partly", None, 2, 1, Usage())
    lost = Notice("left_out", "Đã bỏ một câu.")
    return replace(
        reply, text="Bố trí 20 người/lớp [1].", mode="written", writing=record, notices=(*reply.notices, lost)
    )


@pytest.fixture
def turn(reply: Answer) -> Turn:
    return Turn("t1", reply.question, Filter(), reply)


@pytest.fixture
def fake(
    document: Document, draft: Document, lines: tuple[SourceLine, ...], reply: Answer, monkeypatch: pytest.MonkeyPatch
) -> FakeAssistant:
    """The assistant that the chat page opens during a test."""
    fake = FakeAssistant(FakeLibrary({d.id: d for d in (document, draft)}, lines), lambda _: reply)
    monkeypatch.setattr("ui.chat.open_assistant", lambda _: fake)
    return fake


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one file: while it runs, no other asyncio loop can run in this thread."""
    found = CHROMIUM if CHROMIUM.exists() else shutil.which("chromium")
    assert found, "Chromium is missing; install it with: apt-get install -y chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """A session of its own for each test at the `address` of its file; a request to anywhere else fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    context.set_default_timeout(60_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    abroad: list[str] = []
    context.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else abroad.append(r.url))
    yield context
    context.close()
    assert abroad == []
