"""One call of a language model, over servers that misbehave: always an end in time, and the fitting reason."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from llama_server import free_port
from odd_server import (
    Behaviour,
    OddServer,
    breaks_off,
    fails_midway,
    goes_round,
    halts,
    is_a_page,
    is_empty,
    is_no_json,
    is_silent,
    never_ends,
    only_lives,
    refuses,
    serving,
    writes,
)

from answer.writing.call import Call
from answer.writing.model import Message, open_model
from answer.writing.state import ModelTrouble, Trouble
from index.settings import Settings

KEY = "sk-very-secret-0123456789"
ASKED: list[Message] = [("system", "Trả lời ngắn."), ("user", "Ai lo kinh phí?")]
AT_ONCE = 10.0
"""Seconds that may pass, on a machine that others keep busy, until what ends at once has ended."""

Serve = Callable[[Behaviour], OddServer]


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as stack:
        yield lambda behaviour: stack.enter_context(serving(behaviour))


def ask(url: str, stop: threading.Event | None = None, **settings: int) -> Call:
    model = open_model(Settings(writer="odd", writer_url=url, writer_key=KEY, **settings))  # type: ignore[arg-type]
    assert model is not None
    return model.stream(ASKED, stop)


def trouble(call: Call) -> tuple[str, ModelTrouble]:
    """What a call wrote until its trouble, which names no key."""
    text = ""
    with pytest.raises(ModelTrouble) as raised:
        for piece in call:
            text += piece
    assert KEY not in str(raised.value) + repr(raised.value) + raised.value.detail
    return text, raised.value


def test_pieces_come_as_they_are_sent(serve: Serve) -> None:
    call = ask(serve(writes("Sở ", "", "Tài ", "chính.")).url)
    assert list(call) == ["Sở ", "Tài ", "chính."]
    assert call.usage.tokens_in is None
    assert call.usage.first_ms is not None
    assert call.usage.first_ms <= call.usage.total_ms
    assert list(call) == []


@pytest.mark.parametrize(
    ("behaviour", "code", "text"),
    [
        (breaks_off, "unreachable", "Sở "),
        (fails_midway, "failed", "Sở "),
        (is_no_json, "failed", ""),
        (is_a_page, "empty", ""),
        (is_empty, "empty", ""),
        (writes(" ", "\n"), "empty", " \n"),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_what_is_sent_is_no_text(behaviour: Behaviour, code: Trouble, text: str, serve: Serve) -> None:
    assert trouble(ask(serve(behaviour).url))[0] == text
    assert trouble(ask(serve(behaviour).url))[1].code == code


@pytest.mark.parametrize(
    ("status", "body", "code", "detail"),
    [
        ("401 Unauthorized", {"error": {"message": f"Incorrect API key provided: {KEY}"}}, "refused", "HTTP 401: the server"),
        ("403 Forbidden", {"error": {"message": "not for you"}}, "refused", "HTTP 403: the server does not take the key"),
        ("404 Not Found", {"error": {"message": f"no model for {KEY}"}}, "refused", "HTTP 404: no model for ***"),
        ("400 Bad Request", {"error": {"message": "the prompt is too long"}}, "refused", "HTTP 400: the prompt is too"),
        ("429 Too Many Requests", {"error": {"message": "quota exceeded"}}, "refused", "HTTP 429: quota exceeded"),
        ("500 Internal Server Error", {"error": {"message": "out of memory"}}, "failed", "HTTP 500: out of memory"),
        ("503 Service Unavailable", {"error": {"message": "Loading model"}}, "failed", "HTTP 503: Loading model"),
        ("502 Bad Gateway", f"<html>{KEY}</html>" * 100, "failed", "HTTP 502: "),
        ("504 Gateway Timeout", "", "slow", "HTTP 504: "),
    ],
)  # fmt: skip
def test_the_server_says_no(status: str, body: object, code: Trouble, detail: str, serve: Serve) -> None:
    server = serve(refuses(status, body))
    _, raised = trouble(ask(server.url))
    assert (raised.code, raised.detail[: len(detail)]) == (code, detail)
    assert len(raised.detail) < 400
    assert server.count == 1  # no second try


def test_nothing_listens() -> None:
    begun = time.monotonic()
    assert trouble(ask(f"http://127.0.0.1:{free_port()}/v1"))[1].code == "unreachable"
    assert time.monotonic() - begun < AT_ONCE


@pytest.mark.parametrize("behaviour", [is_silent, only_lives])
def test_no_word_in_time(behaviour: Behaviour, serve: Serve) -> None:
    server = serve(behaviour)
    call = ask(server.url, writer_first_seconds=1)
    text, raised = trouble(call)
    assert (text, raised.code, raised.detail) == ("", "slow", "no word within 1 seconds")
    assert 1000 <= call.usage.total_ms < 1000 * AT_ONCE
    assert call.usage.first_ms is None
    assert server.left.wait(AT_ONCE)


def test_the_whole_time_counts_where_it_is_shorter(serve: Serve) -> None:
    call = ask(serve(is_silent).url, writer_first_seconds=90, writer_seconds=1)
    assert trouble(call)[1].code == "slow"
    assert call.usage.total_ms < 1000 * AT_ONCE


def test_a_text_that_is_not_done_in_time(serve: Serve) -> None:
    server = serve(halts)
    call = ask(server.url, writer_seconds=1)
    text, raised = trouble(call)
    assert (text, raised.code, raised.detail) == ("Sở ", "slow", "not done within 1 seconds")
    assert call.usage.total_ms < 1000 * AT_ONCE
    assert server.left.wait(AT_ONCE)


def test_a_reader_who_is_slow_loses_nothing_that_has_come(serve: Serve) -> None:
    call = ask(serve(writes(*"abc")).url, writer_seconds=1)
    time.sleep(1.5)
    assert list(call) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("behaviour", "detail"), [(never_ends, "more than 160 characters"), (goes_round, "the same words again and again")]
)
def test_a_text_without_an_end(behaviour: Behaviour, detail: str, serve: Serve) -> None:
    server = serve(behaviour)
    text, raised = trouble(ask(server.url, writer_tokens=10 if behaviour is never_ends else 500))
    assert (raised.code, raised.detail) == ("endless", detail)
    assert 100 <= len(text) < 200
    assert server.left.wait(AT_ONCE)


@pytest.mark.parametrize(("behaviour", "pieces"), [(is_silent, 0), (halts, 1)])
def test_stopped_by_the_reader(behaviour: Behaviour, pieces: int, serve: Serve) -> None:
    server, stop = serve(behaviour), threading.Event()
    call = ask(server.url, stop)
    reading = iter(call)
    for _ in range(pieces):
        next(reading)
    timer = threading.Timer(0.3, stop.set)
    timer.start()
    with pytest.raises(ModelTrouble, match="stopped"):
        next(reading)
    assert call.usage.total_ms < 1000 * AT_ONCE
    assert server.left.wait(AT_ONCE)


def test_stop_is_seen_within_three_tenths_of_a_second(serve: Serve) -> None:
    """At least once in five tries, for other programs may have the processor."""
    took = []
    for _ in range(5):
        stop = threading.Event()
        call, stopped = ask(serve(is_silent).url, stop), []
        timer = threading.Timer(0.1, lambda: (stopped.append(time.monotonic()), stop.set()))  # noqa: B023
        timer.start()
        trouble(call)
        took.append(time.monotonic() - stopped[0])
    assert min(took) < 0.3


def test_a_stop_from_before_is_a_stop(serve: Serve) -> None:
    stop = threading.Event()
    stop.set()
    assert trouble(ask(serve(writes("Sở")).url, stop))[1].code == "stopped"


@pytest.mark.parametrize("begun", [False, True])
def test_closing_breaks_off_the_connection(begun: bool, serve: Serve) -> None:
    server = serve(halts)
    with ask(server.url) as call:
        if begun:
            next(iter(call))
        else:
            time.sleep(0.2)
    assert server.left.wait(AT_ONCE)
    total = call.usage.total_ms
    call.close()
    assert call.usage.total_ms == total
    assert list(call) == []


def test_a_reader_who_goes_away_breaks_off_the_connection(serve: Serve) -> None:
    server = serve(halts)
    for _ in ask(server.url):
        break
    assert server.left.wait(AT_ONCE)


def test_calls_side_by_side(serve: Serve) -> None:
    """A server that is silent holds up nobody else."""
    silent = ask(serve(is_silent).url)
    texts: dict[int, list[str]] = {}
    readers = [
        threading.Thread(target=lambda n: texts.update({n: list(ask(serve(writes(f"{n} ", "sở")).url))}), args=(n,))
        for n in range(4)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    silent.close()
    assert texts == {n: [f"{n} ", "sở"] for n in range(4)}
