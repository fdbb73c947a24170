from ui.feedback import feedback_json
from ui.filters import Filter
from ui.session import Turn


def test_feedback_holds_the_answer_under_the_turns_id(turn: Turn) -> None:
    kept = feedback_json(turn)
    assert kept["id"] == "t1"
    assert kept["citations"][0]["quote"] == "b) Bố trí 20 người/lớp theo quy định."
    assert feedback_json(Turn("t2", "?", Filter(), None)) == {}
