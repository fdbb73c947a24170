"""`python -m eval gate`: a small fixed part of the questions, which every change must answer without breaking a hard rule."""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.compare import broken_rules
from eval.files import folder, write_text
from eval.learn import SETS
from eval.lines import as_lines
from eval.metrics import GUARDED
from eval.question_set import KINDS, LANGUAGES, UNANSWERABLE, Question, load
from eval.run import run
from eval.run_folder import Finished, read
from eval.split import group
from eval.terminal import shown, table
from index.errors import InputError

IDS = Path(__file__).with_name("gate.txt")
"""The ids of the gate's questions, one a line, as `chosen` gave them."""
REFUSALS = 6
"""Questions without an answer in each language; of every other kind there is one in each language."""
MEASURED = {"citation_recall": 0.881, "first_citation": 0.833, "answer_correct": 0.833, "refuse_f1": 0.944}
"""The guarded metrics over the gate's questions, when the floors were last set."""
MARGIN = 0.06
"""How far each may fall: two to three of the 42 questions that have an answer, so that a change that trades one answer for
another passes, and one that breaks a way of answering does not."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """A guarded metric of the run, its floor, and the questions that it loses points by. No value counts as below."""

    name: str
    value: float | None
    floor: float
    lost: tuple[str, ...]

    @property
    def held(self) -> bool:
        """Whether it is at its floor or above."""
        return self.value is not None and self.value >= self.floor


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found: `failed` questions that got no answer at all, `broken` hard rules, each guarded metric."""

    failed: tuple[str, ...]
    broken: tuple[str, ...]
    metrics: tuple[Guarded, ...]

    @property
    def complaints(self) -> list[str]:
        """Everything that keeps a change from passing, in words; none where it passes."""
        below = [
            f"{m.name} is {shown(m.name, m.value)}, below its floor {shown(m.name, m.floor)}: {', '.join(m.lost)}"
            for m in self.metrics
            if not m.held
        ]
        return list(dict.fromkeys([*self.failed, *self.broken, *below]))


def chosen(questions: Sequence[Question]) -> list[str]:
    """The ids of the gate's questions: of each kind one in each language, of the unanswerable ones REFUSALS in each.

    Of those that fit, one that is no version of a question already taken; then one whose documents were taken least often;
    then the one whose id has the lowest SHA-256. What is answered rightly plays no part.
    """
    taken: list[Question] = []
    for kind in KINDS:
        for language in LANGUAGES:
            for _ in range(REFUSALS if kind == UNANSWERABLE else 1):
                fitting = [q for q in questions if (q.kind, q.language) == (kind, language) and q not in taken]
                if fitting:
                    taken.append(_next(fitting, taken))
    return [q.id for q in taken]


def verdict(finished: Finished, floors: Mapping[str, float], failed: Sequence[str] = ()) -> Verdict:
    """Holds a finished run against the hard rules and the floors, by metric."""
    metrics = (
        Guarded(name, finished.metrics["metrics"][name]["value"], floor, _lost(finished, name))
        for name, floor in floors.items()
    )
    return Verdict(tuple(failed), tuple(broken_rules(finished)), tuple(metrics))


def gate(place: Path, data: Path | None = None) -> Verdict:
    """Asks the program the gate's questions, without a language model, leaves the run in the folder `place`, and judges it."""
    asked = folder(place) / "gate.jsonl"
    write_text(asked, as_lines(asdict(q) for q in _questions()))
    outcome = run(asked, place, data, with_baselines=False, with_writer=False)
    floors = {name: round(MEASURED[name] - MARGIN, 4) for name in GUARDED}
    return verdict(read(place), floors, outcome.messages)


def add_gate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `gate` to the subcommands of `python -m eval`."""
    parser = commands.add_parser("gate", help="what a change must pass: hard rules, and floors of the headline metrics")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the index lives")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keeps the run's folder, with its report")
    parser.add_argument("--renew", action="store_true", help="choose the questions anew and ask none")
    parser.set_defaults(command=_gate)


def _gate(options: argparse.Namespace) -> int:
    if options.renew:
        return _renew()
    with ExitStack() as stack:
        place = options.out or Path(stack.enter_context(TemporaryDirectory()))
        found = gate(place, options.data)
    rows = [
        [m.name, shown(m.name, m.value), shown(m.name, m.floor), "held" if m.held else "below"] for m in found.metrics
    ]
    print(table(["metric", "value", "floor", ""], rows), end="\n\n")
    for complaint in found.complaints:
        print(complaint, file=sys.stderr)
    print(f"The gate: {f'{len(found.complaints)} complaints' if found.complaints else 'passed'}.")
    return 1 if found.complaints else 0


def _renew() -> int:
    ids = chosen([q for path in SETS for q in load(path)])
    write_text(IDS, "".join(f"{i}\n" for i in ids))
    print(f"{len(ids)} questions: {IDS}")
    return 0


def _questions() -> list[Question]:
    known = {q.id: q for path in SETS for q in load(path)}
    wanted = IDS.read_text(encoding="utf-8").split()
    gone = [i for i in wanted if i not in known]
    if gone:
        files = ", ".join(path.name for path in SETS)
        raise InputError(f"{IDS}: {', '.join(gone)} not in {files}. Run `python -m eval gate --renew`.")
    return [known[i] for i in wanted]


def _next(fitting: Sequence[Question], taken: Sequence[Question]) -> Question:
    groups = {group(q.id) for q in taken}
    documents = Counter(d for q in taken for d in q.documents)

    def order(question: Question) -> tuple[bool, int, str]:
        often = max((documents[d] for d in question.documents), default=0)
        return group(question.id) in groups, often, hashlib.sha256(question.id.encode("utf-8")).hexdigest()

    return min(fitting, key=order)


def _lost(finished: Finished, name: str) -> tuple[str, ...]:
    shares = {i: score.shares[name] for i, score in finished.scores.items()}
    return tuple(i for i, share in shares.items() if share is not None and share.top < share.bottom)
