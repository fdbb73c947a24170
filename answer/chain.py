"""The assistant as a LangChain Runnable: a question, or a question with its history, in; the answer's JSON form out."""

from collections.abc import Mapping, Sequence
from typing import Any

from langchain_core.runnables import Runnable, RunnableLambda

from answer.assistant import Assistant


def as_runnable(assistant: Assistant) -> Runnable[str | Mapping[str, Any], dict[str, Any]]:
    """`invoke("question")` or `invoke({"question": ..., "history": [...]})` gives the answer as a dict of the contract."""

    def run(asked: str | Mapping[str, Any]) -> dict[str, Any]:
        if isinstance(asked, str):
            return assistant.ask(asked).as_json()
        history: Sequence[str] = asked.get("history") or ()
        return assistant.ask(str(asked["question"]), history).as_json()

    return RunnableLambda(run).with_config(run_name="regulation_assistant")
