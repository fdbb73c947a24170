"""Documents typeset as PDF by a real browser: with a font that has all Vietnamese letters, or with glyphs of another for them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.typeset.source import Paragraph, Sheet

_FONTS = "/usr/share/fonts/truetype"
# Liberation Serif has not all Vietnamese letters: the browser takes those from the second font, glyph by glyph.
_FACES = {
    "full": f"""
        @font-face {{ font-family: Body; src: url(file://{_FONTS}/noto/NotoSerif-Regular.ttf); }}
        @font-face {{ font-family: Body; font-weight: bold; src: url(file://{_FONTS}/noto/NotoSerif-Bold.ttf); }}
        body {{ font-family: Body; }}""",
    "fallback": f"""
        @font-face {{ font-family: Poor; src: url(file://{_FONTS}/liberation/LiberationSerif-Regular.ttf); }}
        @font-face {{ font-family: Rich; src: url(file://{_FONTS}/dejavu/DejaVuSerif.ttf); }}
        body {{ font-family: Poor, Rich; }}""",
}
_STYLE = """
    body { font-size: 12pt; line-height: 1.3; margin: 0; }
    p { margin: 0 0 6pt; text-align: justify; text-indent: 1cm; }
    p.heading { text-align: center; text-indent: 0; font-weight: bold; }
    table { border-collapse: collapse; width: 100%; margin: 6pt 0; font-size: 10pt; }
    td, th { border: 1px solid black; padding: 2pt 4pt; vertical-align: top; font-weight: normal; }
    table.head td { border: 0; text-align: center; width: 50%; }
"""
_NUMBER = '<div style="width: 100%; text-align: center; font-size: 10pt"><span class="pageNumber"></span></div>'


@contextmanager
def printing() -> Iterator[Browser]:
    """A browser that prints pages; start one for many documents."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def _chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(str(p) for p in (Path("/usr/bin") / name for name in names) if p.exists())


def print_pdf(browser: Browser, document: Sequence[Paragraph | Sheet], path: Path, font: str = "full") -> None:
    """Prints a document on A4 with margins and page numbers as offices have them. `font` is "full" or "fallback"."""
    page = browser.new_page()
    source = path.with_suffix(".printed.html")
    source.write_text(html_of(document, _FACES, font), encoding="utf-8")
    page.goto(source.as_uri())
    page.evaluate("document.fonts.ready")
    page.pdf(
        path=str(path),
        format="A4",
        margin={"top": "2cm", "bottom": "2cm", "left": "3cm", "right": "1.5cm"},
        display_header_footer=True,
        header_template=_NUMBER,
        footer_template="<span></span>",
    )
    page.close()
    source.unlink()


def html_of(document: Sequence[Paragraph | Sheet], faces: Mapping[str, str], font: str) -> str:
    """The document as a page: the head in two columns, headings centred, tables ruled with repeated headers."""
    body = "\n".join(_element(item) for item in _with_head(document))
    return f"<!doctype html><meta charset=utf-8><style>{faces[font]}{_STYLE}</style><body>{body}"


def _with_head(document: Sequence[Paragraph | Sheet]) -> Iterator[Paragraph | Sheet | tuple[list[str], list[str]]]:
    """Issuer and motto side by side where the file begins with both, as every office prints them."""
    texts = [item.text if isinstance(item, Paragraph) else "" for item in document[:6]]
    motto = next((i for i, text in enumerate(texts) if text.upper().startswith("CỘNG H")), None)
    if motto:
        yield texts[:motto], texts[motto : motto + 2]
        yield from document[motto + 2 :]
    else:
        yield from document


def _element(item: Paragraph | Sheet | tuple[list[str], list[str]]) -> str:
    if isinstance(item, Paragraph):
        return f"<p{' class=heading' if item.is_heading else ''}>{escape(item.text)}</p>"
    if isinstance(item, Sheet):
        return _table(item)
    left, right = ("<br>".join(escape(text) for text in side) for side in item)
    return f"<table class=head><tr><td>{left}</td><td>{right}</td></tr></table>"


def _table(sheet: Sheet) -> str:
    width = len(sheet.rows[0])
    rows = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in sheet.rows]
    head = f"<thead><tr>{rows[0]}</tr></thead>" if sheet.headed else ""
    body = "".join(f"<tr>{row}</tr>" for row in rows[1 if sheet.headed else 0 :])
    return f"<table data-columns={width}>{head}<tbody>{body}</tbody></table>"
