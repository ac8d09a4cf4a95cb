"""Markdown: read as the HTML that it stands for."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from corpus.settings import Settings
from ingest.document import Document, Properties
from ingest.formats.decoding import decode
from ingest.formats.html import document_of

_FIELD = re.compile(r"^(?P<name>[\w-]+)\s*:\s*[\"']?(?P<value>.*?)[\"']?\s*$", re.MULTILINE)


def read(content: bytes, name: str, settings: Settings) -> Document:
    """Read a Markdown file: CommonMark with tables, footnotes and a head of properties.

    Raises:
        UnreadableFile: the file is empty or holds something else than text.
        LimitExceeded: the file is larger than `settings.max_text_bytes`.
    """
    text = decode(content, name, settings)
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(front_matter_plugin)
    tokens = parser.parse(text)
    head = next((token.content for token in tokens if token.type == "front_matter"), "")
    body = [token for token in tokens if token.type != "front_matter"]
    document = document_of(parser.renderer.render(body, parser.options, {}), name)
    fields = {found["name"].lower(): found["value"] for found in _FIELD.finditer(head)}
    if not fields:
        return document
    properties = Properties(
        title=fields.get("title") or None,
        author=fields.get("author") or None,
        subject=fields.get("subject") or fields.get("description") or None,
        language=fields.get("lang") or fields.get("language") or None,
    )
    return replace(document, properties=properties, front_matter=(*document.front_matter, *fields.values()))
