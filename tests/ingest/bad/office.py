"""Office files with what must not run, must not be fetched, or cannot be read."""

import io
import zipfile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from tests.ingest.bad.archives import changed, packed
from tests.ingest.office.word import Made

CLAUSE = "1. Sở Nội vụ mở lớp bồi dưỡng cho công chức cấp xã."
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAUGHS = 9
_MAIN = "word/document.xml"


def docx(*paragraphs: str) -> bytes:
    made = Made()
    for text in paragraphs or (CLAUSE,):
        made.add(text)
    return _saved(made)


def _saved(made: Made) -> bytes:
    buffer = io.BytesIO()
    made.word.save(buffer)
    return buffer.getvalue()


def docm() -> bytes:
    """A document with a project of macros, which runs when it is opened."""
    data = docx()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml").decode()
        links = archive.read("word/_rels/document.xml.rels").decode()
    start = types.index('ContentType="', types.index(f"/{_MAIN}")) + len('ContentType="')
    types = types[:start] + _MACROS + types[types.index('"', start) :]
    types = types.replace(
        "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    )
    link = (
        '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/>'
    )
    return changed(
        data,
        {
            "[Content_Types].xml": types.encode(),
            "word/_rels/document.xml.rels": links.replace("</Relationships>", f"{link}</Relationships>").encode(),
            "word/vbaProject.bin": ole("VBA", "PROJECT", "ThisDocument"),
        },
    )


def linked(address: str) -> bytes:
    """A document that wants a picture, its template and a part of its text from somewhere else."""
    made = Made()
    made.add(CLAUSE)
    picture = made.word.part.relate_to(f"{address}/picture.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    chunk = made.word.part.relate_to(f"{address}/chunk.html", RELATIONSHIP_TYPE.A_F_CHUNK, is_external=True)
    made.raw(
        f'<w:p {nsdecls("w", "r")}><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
        f'style="width:90pt;height:90pt"><v:imagedata r:id="{picture}"/></v:shape></w:pict></w:r></w:p>'
    )
    made.raw(f'<w:altChunk {nsdecls("w", "r")} r:id="{chunk}"/>')
    field = f'INCLUDETEXT "{address}/text.docx"'
    made.raw(f"<w:p {nsdecls('w')}><w:fldSimple w:instr='{field}'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>")
    data = _saved(made)
    template = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        f'Target="{address}/template.dotm" TargetMode="External"/></Relationships>'
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        settings = archive.read("word/settings.xml").decode()
    attach = '<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>'
    at = settings.index(">", settings.index("<w:settings")) + 1
    return changed(
        data,
        {
            "word/settings.xml": (settings[:at] + attach + settings[at:]).encode(),
            "word/_rels/settings.xml.rels": template.encode(),
        },
    )


def with_body(xml: str, prolog: str = "") -> bytes:
    """A document whose text is this XML, after this prolog."""
    return changed(
        docx(), {_MAIN: f'{prolog}<w:document xmlns:w="{_WORD}"><w:body>{xml}</w:body></w:document>'.encode()}
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def laughing() -> bytes:
    """Entities that stand for ten of the one before: three kilobytes that become three gigabytes."""
    return with_body(paragraph("&e9;"), f"<!DOCTYPE d [{laughs()}]>")


def laughs() -> str:
    entities = '<!ENTITY e0 "ha ha ha ">'
    return entities + "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, _LAUGHS + 1))


def external_entity(address: str) -> bytes:
    """An entity that stands for a file of the machine, and one that stands for an address."""
    declared = f'<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a SYSTEM "{address}/entity">]>'
    return with_body(paragraph("&f;&a;"), declared)


def nested(depth: int) -> bytes:
    return with_body("<w:tbl>" * depth + "</w:tbl>" * depth)


def ole(*streams: str) -> bytes:
    """A compound file of which only the names of its streams are right."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return (_OLE + bytes(504) + names).ljust(8192, b"\0")


def workbook(rows: list[list[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def sheet(rows: str, dimension: str = "A1") -> bytes:
    """A workbook whose sheet is this XML."""
    head = f'<worksheet xmlns="{_SHEET}"><dimension ref="{dimension}"/><sheetData>'
    return changed(workbook([["x"]]), {"xl/worksheets/sheet1.xml": f"{head}{rows}</sheetData></worksheet>".encode()})


def cell(place: str, text: str, formula: str = "") -> str:
    """A cell with its text, the value of a formula where there is one."""
    if formula:
        return f'<c r="{place}" t="str"><f>{formula}</f><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def calling(address: str) -> bytes:
    """Formulas that ask an address and start a program, with the values that they once had."""
    rows = (
        f'<row r="1">{cell("A1", "STT")}{cell("B1", "Nội dung")}{cell("C1", "Kinh phí")}</row>'
        f'<row r="2">{cell("A2", "1")}{cell("B2", "Mở lớp bồi dưỡng", f"WEBSERVICE(&quot;{address}/ask&quot;)")}'
        f"{cell('C2', '500', 'cmd|&quot;/c touch x&quot;!A1')}</row>"
        f'<row r="3">{cell("A3", "2")}{cell("B3", "In tài liệu", f"IMAGE(&quot;{address}/image&quot;)")}{cell("C3", "20")}</row>'
    )
    return sheet(rows, "A1:C3")


def odt(body: str, extra: dict[str, bytes] | None = None, events: str = "") -> bytes:
    """An OpenDocument text; `events` is what it does when it is opened."""
    spaces = " ".join(
        f'xmlns:{prefix}="{address}"'
        for prefix, address in {
            "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
            "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
            "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
            "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
            "dom": "http://www.w3.org/2001/xml-events",
            "xlink": "http://www.w3.org/1999/xlink",
        }.items()
    )
    mime = "application/vnd.oasis.opendocument.text"
    entries = {"/": mime, "content.xml": "text/xml", **dict.fromkeys(extra or {}, "text/xml")}
    listed = "".join(f'<m:file-entry m:full-path="{n}" m:media-type="{t}"/>' for n, t in entries.items())
    return packed(
        {
            "mimetype": mime.encode(),
            "META-INF/manifest.xml": (
                f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">{listed}</m:manifest>'
            ).encode(),
            "content.xml": (
                f'<office:document-content {spaces} office:version="1.2"><office:scripts>{events}</office:scripts>'
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ).encode(),
            **(extra or {}),
        },
        zipfile.ZIP_STORED,
    )


def acting(marker: str, address: str) -> bytes:
    """A document with a macro that writes a file and asks an address as soon as it is opened, and a linked picture."""
    module = (
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">'
        f'Sub Main\nOpen "{marker}" For Output As #1\nPrint #1, "ran"\nClose #1\nShell("/usr/bin/touch", 0, "{marker}")\nEnd Sub'
        "</script:module>"
    ).replace('"' + marker + '"', f"&quot;{marker}&quot;")
    library = (
        '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Module1"/></library:library>'
    )
    libraries = (
        '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<library:library library:name="Standard" library:link="false"/></library:libraries>'
    )
    event = (
        '<office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" '
        'xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document" xlink:type="simple"/>'
        "</office:event-listeners>"
    )
    picture = f'<draw:frame><draw:image xlink:href="{address}/odt.png" xlink:type="simple"/></draw:frame>'
    return odt(
        f"<text:p>{CLAUSE}</text:p><text:p>{picture}</text:p>",
        {
            "Basic/script-lc.xml": libraries.encode(),
            "Basic/Standard/script-lb.xml": library.encode(),
            "Basic/Standard/Module1.xml": module.encode(),
        },
        event,
    )


def locked_odt() -> bytes:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml">'
        '<m:encryption-data m:checksum-type="SHA1"/></m:file-entry></m:manifest>'
    )
    return changed(odt(""), {"META-INF/manifest.xml": manifest.encode(), "content.xml": b"\x07\x91" * 500})


def rtf(extra: str) -> bytes:
    """A text in RTF; `extra` stands between its two clauses."""
    return (
        r"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0 1. The office opens a class for its staff.\par "
        + extra
        + r" 2. The department of finance plans the money.\par}"
    ).encode("ascii")


def with_object() -> bytes:
    """An RTF that carries a program as an object to be opened at once."""
    program = (b"MZ" + bytes(range(256)) * 8).hex()
    return rtf(r"{\object\objemb\objupdate{\*\objclass Package}{\*\objdata 0105000002000000" + program + "}}")
