"""Which documents a question is put to: chosen by document, by province (old or present name) and by year of the period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from index.document import Document
from ui.labels import alphabetical, short_name
from ui.plain import show_plain
from ui.words import Words

_Option = TypeVar("_Option", str, int)
_KEYS = ("filter_document", "filter_province", "filter_year")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader chose; an empty part does not limit. Inside a part any choice fits, the parts must all fit."""

    documents: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.documents or self.provinces or self.years)

    def fits(self, document: Document) -> bool:
        """Whether a document meets every part."""
        return (
            (not self.documents or document.id in self.documents)
            and (not self.provinces or bool({document.province, document.province_current} & set(self.provinces)))
            and (not self.years or bool(set(years_of(document)) & set(self.years)))
        )

    def chosen(self, documents: Mapping[str, Document]) -> frozenset[str] | None:
        """The ids that an answer is limited to; None for no limit. Empty where nothing fits."""
        return frozenset(d.id for d in documents.values() if self.fits(d)) if self else None


def years_of(document: Document) -> range:
    """The years of a document's period, or the year of its date where it states no period."""
    if document.period:
        return range(document.period.start or document.period.end, document.period.end + 1)
    year = (document.date or "")[:4]
    return range(int(year), int(year) + 1) if year.isdecimal() else range(0)


def province_names(documents: Iterable[Document]) -> dict[str, str]:
    """Every name of a province that a document goes by, with its present name."""
    names: dict[str, str] = {}
    for document in documents:
        now = document.province_current or document.province
        if now:
            names[now] = now
        if document.province and now:
            names.setdefault(document.province, now)
    return dict(sorted(names.items(), key=lambda name: alphabetical(name[0])))


def describe(chosen: Filter, documents: Mapping[str, Document]) -> str:
    """A filter in words; a document that is gone goes by its id."""
    names = [short_name(documents[i]) if i in documents else i for i in chosen.documents]
    return "; ".join(", ".join(part) for part in (names, chosen.provinces, [str(y) for y in chosen.years]) if part)


def show_filters(documents: Mapping[str, Document], words: Words) -> Filter:
    """The three choices; what is no longer among the documents is dropped from them first."""
    names = province_names(documents.values())
    years = sorted({year for d in documents.values() for year in years_of(d)})
    _drop_stale(list(documents), list(names), years)
    by_name = sorted(documents, key=lambda i: alphabetical(short_name(documents[i])))
    st.subheader(words("filters"))
    chosen = Filter(
        tuple(_choice("filter_document", by_name, {i: short_name(documents[i]) for i in by_name}, words)),
        tuple(_choice("filter_province", list(names), _province_labels(names, words), words)),
        tuple(_choice("filter_year", years, {y: str(y) for y in years}, words)),
    )
    fitting = chosen.chosen(documents)
    if fitting:
        show_plain(words("filter_result", n=len(fitting), total=len(documents)), "quiet")
    elif fitting is not None:
        st.warning(words("filter_empty"))
    return chosen


def _province_labels(names: Mapping[str, str], words: Words) -> dict[str, str]:
    return {old: words("province_now", old=old, new=new) if old != new else old for old, new in names.items()}


def _choice(key: str, options: list[_Option], labels: Mapping[_Option, str], words: Words) -> list[_Option]:
    return st.multiselect(
        words(key),
        options,
        format_func=lambda option: labels.get(option, str(option)),
        placeholder=words("filter_any"),
        key=key,
        persist_state="session",
    )


def _drop_stale(*options: list[str] | list[int]) -> None:
    for key, known in zip(_KEYS, options, strict=True):
        if key in st.session_state:
            st.session_state[key] = [value for value in st.session_state[key] if value in known]
