from collections.abc import Iterator
from threading import Event

import pytest
from slow_model import until

from answer.reply import Answer
from answer.writing.writer import Writing
from index.errors import StorageError
from ui.words import Words
from ui.work import Crew, Work

SOME = Writing("Một câu [1].", "và", ())


def _at_once(reply: Answer) -> Work:
    return Work(lambda _: iter([SOME, reply]))


def _held(reply: Answer) -> Work:
    """A work that shows something and then comes to its end only when it is stopped."""

    def stream(stop: Event) -> Iterator[Writing | Answer]:
        yield SOME
        stop.wait()
        yield reply

    return Work(stream)


def test_what_is_shown_then_the_answer(reply: Answer) -> None:
    work = _held(reply)
    crew = Crew(1)
    crew.take(work)
    work.wait(60)
    until(lambda: work.writing is not None)
    assert work.writing == SOME and not work.ended and work.answer is None
    work.stop()
    work.wait()
    assert work.ended and work.answer == reply and work.stopping


def test_a_wait_for_something_to_see_ends_with_the_age_of_the_work(reply: Answer) -> None:
    work = _at_once(reply)
    work.wait(0.05)
    assert not work.begun and not work.ended
    work.wait(0.05)  # at once: it is older by now
    work.run()
    assert work.answer == reply


@pytest.mark.parametrize(
    ("error", "said"), [(StorageError("đĩa đầy"), "đĩa đầy"), (ZeroDivisionError(), "ZeroDivisionError")]
)
def test_what_goes_wrong_is_its_fault(error: Exception, said: str) -> None:
    def stream(_: Event) -> Iterator[Writing | Answer]:
        yield SOME
        raise error

    work = Work(stream)
    work.run()
    assert work.ended and work.answer is None and work.fault is not None
    assert said in work.fault(Words("vi"))


def test_no_answer_at_all_is_a_fault() -> None:
    work = Work(lambda _: iter([SOME]))
    work.run()
    assert work.ended and work.answer is None and work.fault is not None


def test_a_crew_does_so_many_at_a_time_and_keeps_no_thread(reply: Answer) -> None:
    crew = Crew(2)
    works = [_held(reply) for _ in range(5)]
    for work in works:
        crew.take(work)
    until(lambda: all(work.writing for work in works[:2]))
    assert [work.begun for work in works] == [True, True, False, False, False]
    works[0].stop()
    until(lambda: works[2].begun)
    assert not works[3].begun
    for work in works:
        work.stop()
    for work in works:
        work.wait()
        assert work.answer == reply
    until(lambda: crew.threads == 0)
    late = _at_once(reply)
    crew.take(late)
    late.wait()
    assert late.answer == reply
