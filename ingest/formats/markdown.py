"""Markdown: read as the HTML that it stands for."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from corpus.settings import Settings
from ingest.document import Block, Document, Paragraph, Properties, TableBlock
from ingest.formats.decoding import decode
from ingest.formats.html import document_of

_TOML = re.compile(r"\A\+\+\+[^\S\n]*\n(?P<head>.*?\n)\+\+\+[^\S\n]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<name>[\w.-]+)\s*:(?:\s+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-\s+(?P<value>.*)")
#: A value that begins so goes on over the lines below, which are indented.
_FOLDED = re.compile(r"[>|][+-]?\d?")
_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<value>.*)(?P=mark)")
#: What some programs write after a heading for themselves: "{#mal .klass}".
_ATTRIBUTES = re.compile(r"\s*\{[#.:][^{}]*\}\s*$")
_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}
_CAPTION = re.compile(r"(?:Table|Tabell)?:\s+(?=\S)")


def read(content: bytes, name: str, settings: Settings) -> Document:
    """Read a Markdown file: CommonMark with tables, footnotes, lists of terms and a head of properties.

    Raises:
        UnreadableFile: the file is empty or holds something else than text.
        LimitExceeded: the file is larger than `settings.max_text_bytes`.
    """
    text = decode(content, name, settings)
    toml = _TOML.match(text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(front_matter_plugin).use(deflist_plugin)
    tokens = parser.parse(text[toml.end() :] if toml else text)
    head = next((token.content for token in tokens if token.type == "front_matter"), "")
    body = [token for token in tokens if token.type != "front_matter"]
    _plain(body)
    document = document_of(parser.renderer.render(body, parser.options, {}), name)
    document = replace(document, blocks=tuple(_with_captions(document.blocks)))
    fields = _toml_fields(toml["head"]) if toml else _yaml_fields(head)
    if not fields:
        return document
    properties = Properties(
        title=fields.get("title") or None,
        author=fields.get("author") or None,
        subject=fields.get("subject") or fields.get("subtitle") or fields.get("description") or None,
        language=fields.get("lang") or fields.get("language") or None,
    )
    said = (value for value in fields.values() if value)
    return replace(document, properties=properties, front_matter=(*document.front_matter, *said))


def _plain(tokens: Sequence[Token]) -> None:
    """Write boxes of tasks as the signs they stand for, and leave out what programs write after headings."""
    for at, token in enumerate(tokens):
        texts = [child for child in token.children or () if child.type == "text"]
        if not texts or at == 0:
            continue
        if tokens[at - 1].type == "heading_open":
            texts[-1].content = _ATTRIBUTES.sub("", texts[-1].content)
        elif at > 1 and tokens[at - 2].type == "list_item_open" and (box := _BOXES.get(texts[0].content[:4])):
            texts[0].content = box + texts[0].content[4:]


def _with_captions(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with the captions that some programs write below a table after a colon."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        marked = _CAPTION.match(block.text) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and isinstance(last, TableBlock) and last.caption is None and marked:
            found[-1] = replace(last, caption=block.text[marked.end() :])
        else:
            found.append(block)
    return found


def _yaml_fields(head: str) -> dict[str, str]:
    """The properties of a head in YAML that are texts or lists of texts; what else it may hold is left out."""
    fields: dict[str, str] = {}
    name = ""
    for line in head.splitlines():
        found = _FIELD.fullmatch(line.rstrip())
        if found:
            name = found["name"].lower()
            fields[name] = _unquoted(found["value"] or "")
        elif name and (item := _ITEM.fullmatch(line)):
            fields[name] = ", ".join(filter(None, (fields[name], _unquoted(item["value"]))))
        elif name and line[:1].isspace():
            fields[name] = " ".join(filter(None, (fields[name], line.strip())))
    return fields


def _toml_fields(head: str) -> dict[str, str]:
    """The properties of a head in TOML that are texts, dates or lists of texts."""
    try:
        values = tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {
        name.lower(): ", ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())
        for name, value in values.items()
        if not isinstance(value, dict)
    }


def _unquoted(text: str) -> str:
    text = text.strip()
    if _FOLDED.fullmatch(text):
        return ""
    quoted = _QUOTED.fullmatch(text)
    return quoted["value"] if quoted else text.strip("[]")
