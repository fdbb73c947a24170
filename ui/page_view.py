"""The pages of a document as they look, with boxes over the quoted words; turned and zoomed by button or key."""

import base64
from collections.abc import Sequence
from typing import Any

import streamlit as st

from answer.reply import Citation
from index.document import Document, Page
from index.errors import InputError, StorageError
from index.files import FileStore
from index.library import Library
from ui.highlight import line_at, locate
from ui.labels import cited_page, short_name
from ui.marks import Marks, Span, find_marks
from ui.page_image import MIME, page_image
from ui.plain import show_plain
from ui.style import read_frontend
from ui.words import Words

_LONGEST_QUOTE = 8
"""Pages that a quote may go over; the words of no more are looked at."""

_pages = st.components.v2.component(
    "pages",
    html='<div class="pages"></div>',
    css=read_frontend("pages.css"),
    js=read_frontend("pages.js"),
    isolate_styles=False,  # so that the keyboard reaches it inside the drawer, which looks for no buttons in a shadow tree
)


def show_pages(
    files: FileStore,
    document: Document,
    pages: Sequence[Page],
    key: str,
    words: Words,
    marks: Marks | None = None,
    start: int | None = None,
) -> int:
    """One page of a document that has pages, first the one with the first mark, else `start`; the others can be turned to.

    Returns the number of the page that is shown. `pages` are all of the document's, at least one.
    """
    marks = marks or Marks()
    numbers = [page.number for page in pages]
    wanted = st.session_state.get(key, {}).get("page") or marks.first or start
    number = wanted if wanted in numbers else numbers[0]
    data = page_data(document, number, numbers[-1], marks, words) | picture_data(files, document, number, words)
    _pages(key=key, data=data, on_page_change=lambda: None)
    return number


def page_data(document: Document, number: int, total: int, marks: Marks, words: Words) -> dict[str, Any]:
    """What the view knows of page `number` of `total`, without its picture."""
    boxes = marks.boxes.get(number, ())
    return {
        "number": number,
        "total": total,
        "boxes": boxes,
        "jump": _jump(number, marks, words),
        "label": words("page_label_marked" if boxes else "page_label", n=number, name=short_name(document)),
        "words": {
            "count": words("page_of", n=number, total=total),
            "previous": words("page_previous"),
            "next": words("page_next"),
            "zoom": words("page_zoom"),
            "fit": words("page_fit"),
        },
    }


def _jump(number: int, marks: Marks, words: Words) -> dict[str, Any] | None:
    """The page that the quote goes on to, or where it begins when page `number` holds none of it; None where it ends here."""
    later = min((page for page in marks.boxes if page > number), default=None)
    if number in marks.boxes:
        return None if later is None else {"page": later, "text": words("page_quote_goes_on", n=later)}
    return None if marks.first is None else {"page": marks.first, "text": words("page_to_quote")}


def picture_data(files: FileStore, document: Document, number: int, words: Words) -> dict[str, str | None]:
    """The picture as an address of its own, or why there is none."""
    assert document.shown is not None
    try:
        image = page_image(files, document.shown, number)
    except (InputError, StorageError) as error:
        return {"image": None, "trouble": f"{words('page_not_drawn')}\n{words('detail', text=error)}"}
    return {"image": f"data:{MIME};base64,{base64.b64encode(image).decode()}", "trouble": None}


def show_cited_pages(
    library: Library, document: Document, pages: Sequence[Page], citation: Citation, key: str, words: Words
) -> None:
    """The page that a citation stands on, with its words marked; what could not be marked is said."""
    marks = cited_marks(library, document, citation)
    if not marks.boxes:
        show_plain(words("marks_none"), "notice")
    elif not marks.exact:
        show_plain(words("marks_lines"), "notice")
    show_pages(library.files, document, pages, key, words, marks, cited_page(citation))


def cited_marks(library: Library, document: Document, citation: Citation) -> Marks:
    """The boxes of a quote on the pages of `document` as it is now; none where it is not known where the quote stands."""
    page, places = cited_page(citation), citation.places
    if places is None or page is None or document.original != citation.document.original:
        found = _found_anew(library, citation)
        if found is None:
            return Marks()
        page, places = found
    words = {}
    for number in range(page, page + _LONGEST_QUOTE):
        words[number] = library.page_words(document.id, number)
        if any(word.place >= places[1] for word in words[number]):
            break
    return find_marks(citation.quote, words, places)


def _found_anew(library: Library, citation: Citation) -> tuple[int, Span] | None:
    """Page and places of a quote by its wording: the document is another edition than the one that was cited."""
    lines = library.lines_of(citation.document.id)
    span = locate(lines, citation.quote, None, cited_page(citation))
    if span is None:
        return None
    first, last = line_at(lines, span[0]), line_at(lines, span[1] - 1)
    page = lines[first].page
    return None if page is None else (page, (lines[first].place, lines[last].place))
