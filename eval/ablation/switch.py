"""A mechanism switched off: names of the program stand for something neutral while it lasts, in this process alone."""

import importlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any
from unittest import mock

from index.errors import InputError


class SeamGone(InputError):
    """A patch names what the program no longer has; the message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One name of the program and what stands for it: "package.module:name" or "package.module:Class.name".

    It must be the name that is looked up where the mechanism is used: of a function that another module imports by
    name, that module's. A callable takes what the original takes and gives what it gives; anything else stands for a
    constant.
    """

    target: str
    value: Any

    def seam(self) -> tuple[Any, str]:
        """The module or class that holds the name, and the name. Raises SeamGone where there is none."""
        module, _, path = self.target.partition(":")
        *outer, name = path.split(".")
        try:
            owner: Any = importlib.import_module(module)
            for step in outer:
                owner = vars(owner)[step]
            vars(owner)[name]
        except (ModuleNotFoundError, KeyError) as error:
            raise SeamGone(
                f"{self.target} is no part of the program any more. Name what took its place in eval/ablation."
            ) from error
        return owner, name


@dataclass(frozen=True, slots=True)
class Ablation:
    """One mechanism: a short name, what it does, and the patches that switch it off.

    `reopen` where it works while an assistant is prepared, so that one must be made with the mechanism off.
    """

    name: str
    what: str
    patches: tuple[Patch, ...]
    reopen: bool = False


Calls = Counter[str]
"""How often what stands for each patched function was called, by target; constants are never counted."""


@contextmanager
def off(ablation: Ablation) -> Iterator[Calls]:
    """The program without one mechanism while this lasts; gives the calls as they come.

    Raises SeamGone for a stale patch.
    """
    calls: Calls = Counter()
    with ExitStack() as stack:
        for patch in ablation.patches:
            owner, name = patch.seam()
            value = _counted(patch, calls) if callable(patch.value) else patch.value
            stack.enter_context(mock.patch.object(owner, name, value))
        yield calls


def uncalled(ablation: Ablation, calls: Calls) -> list[str]:
    """The patched functions that were not called: on the questions asked nothing depends on them."""
    return [p.target for p in ablation.patches if callable(p.value) and not calls[p.target]]


def _counted(patch: Patch, calls: Calls) -> Callable[..., Any]:
    @wraps(patch.value)
    def call(*values: Any, **named: Any) -> Any:
        calls[patch.target] += 1
        return patch.value(*values, **named)

    return call
