from dataclasses import replace

from ui.feedback import feedback_json
from ui.filters import Filter
from ui.session import Turn


def test_feedback_holds_the_answer_under_the_turns_id_and_what_was_asked_before(turn: Turn) -> None:
    kept = feedback_json(replace(turn, history=("một?", "hai?")))
    assert (kept["id"], kept["history"]) == ("t1", ["một?", "hai?"])
    assert kept["citations"][0]["quote"] == "b) Bố trí 20 người/lớp theo quy định."
    assert feedback_json(Turn("t2", "?", Filter(), None)) == {}
