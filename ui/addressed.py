"""What a reader chose on a page, as the page's address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Addressed:
    """One state of a page. Every part of it has a default, which the address leaves out."""

    CALLED: ClassVar[Mapping[str, str]] = {}
    """What a part is called in the address where that is not its own name."""

    @classmethod
    def parameter(cls, part: str) -> str:
        """The name of a part's parameter."""
        return cls.CALLED.get(part, part)

    @classmethod
    def parameters(cls) -> tuple[str, ...]:
        """The names of all parameters of the address that are this page's."""
        return tuple(cls.parameter(field.name) for field in fields(cls))

    def address(self) -> dict[str, list[str]]:
        """The parameters of the address that say this; what is as it is by default has none."""
        default = type(self)()
        said: dict[str, list[str]] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value != getattr(default, field.name):
                several = value if isinstance(value, tuple) else (value,)
                said[self.parameter(field.name)] = [str(part) for part in several]
        return said
