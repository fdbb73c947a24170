import time

import pytest

from ui.kept import Cloakroom
from ui.session import Conversation


def test_a_conversation_is_found_by_its_id_alone() -> None:
    room, talk = Cloakroom(), Conversation()
    room.keep(talk)
    assert room.find(talk.id) is talk
    assert room.find(Conversation().id) is None


def test_those_looked_at_longest_ago_go_first() -> None:
    room = Cloakroom(most=2)
    one, two, three = (Conversation() for _ in range(3))
    for talk in (one, two, one, three):
        room.keep(talk)
    assert [room.find(talk.id) for talk in (one, two, three)] == [one, None, three]


def test_old_ones_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    room, old, new = Cloakroom(seconds=100), Conversation(), Conversation()
    room.keep(old)
    now = time.monotonic()
    monkeypatch.setattr("ui.kept.time.monotonic", lambda: now + 101)
    assert room.find(old.id) is None
    room.keep(new)
    assert (len(room), room.find(new.id)) == (1, new)
