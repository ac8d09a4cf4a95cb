"""Word documents in bare XML, for tests."""

import io
import zipfile

from corpus.settings import Settings
from ingest.document import Block, Document
from ingest.formats.docx import read

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A document with a body and further parts (`styles`, `numbering`, `footnotes`, a whole `chart`), in bare XML."""
    links = "".join(f'<Relationship Id="{kind}" Type="{TYPES}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    main = f'<Relationship Id="a" Type="{TYPES}/officeDocument" Target="word/document.xml"/>'
    files = {
        "_rels/.rels": f"{start}{main}</Relationships>",
        "word/_rels/document.xml.rels": f"{start}{links}</Relationships>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    whole = {
        kind: xml if kind == "chart" else f"<w:{kind} {NAMESPACES}>{xml}</w:{kind}>" for kind, xml in parts.items()
    }
    return packed(files | {f"word/{kind}.xml": xml for kind, xml in whole.items()})


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def styled(text: str, style: str) -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>')


def rows(*lines: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def document_of(body: str, **parts: str) -> Document:
    return read(docx(body, **parts), "a.docx", Settings())


def blocks_of(body: str, **parts: str) -> tuple[Block, ...]:
    return document_of(body, **parts).blocks


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Min"/><w:basedOn w:val="Rubrik1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bild"><w:name w:val="caption"/></w:style>'
)


RESTART, WIDE = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def look(text: str, size: int = 22, *, bold: bool = False, properties: str = "") -> str:
    """A paragraph whose looks its run says outright."""
    run = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t>{text}</w:t></w:r></w:p>"
