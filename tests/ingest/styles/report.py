"""Made-up reports: a random tree of sections with everything that stands in them, and its HTML."""

import random
from dataclasses import dataclass
from html import escape
from string import Template

from tests.ingest.styles.looks import Look, look_of
from tests.ingest.styles.tables import Tables
from tests.ingest.styles.texts import Texts
from tests.ingest.styles.truth import Head, Part, Thing, Truth
from tests.ingest.styles.words import PLACES, Words

ENGINES = ("chromium tagged", "chromium", "weasyprint")


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up report, ready to print."""

    html: str
    truth: Truth
    look: Look
    engine: str
    bookmarks: bool


def report_of(seed: int, engine: str) -> Made:
    """The report of a seed for an engine."""
    return _Maker(seed, engine).make()


class _Maker:
    """Makes one report."""

    def __init__(self, seed: int, engine: str) -> None:
        self._chance = random.Random(seed)
        self._engine = engine
        self._look = look_of(self._chance, engine)
        self._words = Words(self._chance)
        self._texts = Texts(self._chance, self._words, self._look, engine)
        self._tables = Tables(self._chance, self._words, self._look)
        self._numbers: list[int] = []
        self._flowing = False

    def make(self) -> Made:
        """Everything."""
        place = self._chance.choice(PLACES)
        title = f"{self._chance.choice(('Årsredovisning', 'Delårsrapport', 'Uppföljning'))} {place} 2023"
        parts: list[Part] = []
        for _ in range(self._chance.randint(3, 5)):
            parts += self._section(1)
        heads = [t for p in parts for t in p.things if isinstance(t, Head) and not t.optional]
        contents, entries = self._contents(heads)
        css, noise = self._running(title)
        bookmarks = self._chance.random() < 0.5
        if self._look.hyphens and self._engine == "weasyprint":
            css += "\nbody{hyphens:auto}"
        if not bookmarks:
            css += "\nh1,h2,h3,h4{bookmark-level:none}"
        cover = f'<div class="cover"><p>Region {place}</p><h1>{title}</h1><p>Fastställd av nämnden i mars</p></div>'
        body = "".join(p.html for p in parts)
        html = (
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title}</title><style>{css}</style>'
            f"</head><body>{cover}{contents}{body}{'</div>' if self._flowing else ''}</body></html>"
        )
        things: tuple[Thing, ...] = tuple(t for p in parts for t in p.things)
        return Made(html, Truth(title, things, noise, entries), self._look, self._engine, bookmarks)

    def _section(self, level: int) -> list[Part]:
        parts = [self._heading(level)]
        chance = self._chance
        deeper = {1: 0.9, 2: 0.5, 3: 0.35}.get(level, 0.0)
        below = chance.randint(2, 3) if chance.random() < deeper else 0
        if not below or chance.random() < 0.6:
            parts += self._body()
        for _ in range(below):
            parts += self._section(level + 1)
        return parts

    def _heading(self, level: int) -> Part:
        while len(self._numbers) < level:
            self._numbers.append(0)
        self._numbers = self._numbers[:level]
        self._numbers[-1] += 1
        text = self._words.heading(level)
        if level <= self._look.numbered:
            text = f"{'.'.join(map(str, self._numbers))}{'.' if level == 1 and self._look.dash else ''} {text}"
        html = f'<h{level} id="{_anchor(text)}">{escape(text)}</h{level}>'
        if self._look.columns == "two" and level == 1:
            html = ("</div>" if self._flowing else "") + html + '<div class="flow">'
            self._flowing = True
        numbered = " numbered" if level <= self._look.numbered else ""
        return Part(html, (Head(text, level, f"h{level} {self._look.heads[level - 1]}{numbered}"),))

    def _body(self) -> list[Part]:
        parts: list[Part] = []
        for _ in range(self._chance.randint(1, 4)):
            parts.append(self._texts.paragraph())
            kind = self._chance.random()
            if kind < 0.14:
                parts.append(self._texts.items())
            elif kind < 0.32:
                parts.append(self._tables.table())
            elif kind < 0.345:
                parts.append(self._tables.long())
            elif kind < 0.38:
                parts.append(self._texts.quote())
            elif kind < 0.43:
                parts.append(self._texts.box())
            elif kind < 0.48:
                parts.append(self._texts.chart())
            elif self._look.columns == "facts" and kind < 0.62:
                parts.append(self._texts.beside())
        return parts

    def _contents(self, heads: list[Head]) -> tuple[str, tuple[str, ...]]:
        """A contents page with dotted leaders or plain, or none."""
        kind = self._chance.choice(("dots", "plain", "none"))
        if kind == "none":
            return "", ()
        lines, page = "", 3
        listed = [h for h in heads if h.level <= 2]
        for head in listed:
            page += self._chance.choice((0, 1, 1))
            dots = "." * 200 if kind == "dots" else ""
            # Only WeasyPrint knows the pages; other contents pages are out of date, as many are.
            number = str(page) if self._engine != "weasyprint" else f'<a class="at" href="#{_anchor(head.text)}"></a>'
            lines += (
                f'<p style="padding-left:{12 * (head.level - 1)}pt"><span>{escape(head.text)}</span>'
                f'<span class="dots">{dots}</span><span>{number}</span></p>'
            )
        name = self._chance.choice(("Innehåll", "Innehållsförteckning"))
        return f'<div class="contents"><h1>{name}</h1>{lines}</div>', tuple(h.text for h in listed)

    def _running(self, title: str) -> tuple[str, tuple[str, ...]]:
        """The style sheet with its running lines, and what these say."""
        kind = self._look.header
        register = f"Dnr RUN 2023/{self._chance.randint(100, 999)}"
        top, bottom = {
            "title": (title, ""),
            "chapter": ("chapter", title),
            "both": (title, register),
            "register": ("", register),
            "none": ("", ""),
        }[kind]
        noise = tuple(t for t in (top, bottom) if t not in ("", "chapter"))
        css = self._look.css
        if top == "chapter" and self._engine == "weasyprint":
            css = "h1{string-set:chapter content()}\n" + css
        elif top == "chapter":
            top = ""
        shown = "string(chapter)" if top == "chapter" else f"'{top}'" if top else "none"
        filled = Template(css).substitute(top=shown, bottom=f"'{bottom}'" if bottom else "none")
        return filled, noise


def _anchor(text: str) -> str:
    """Where a heading can be found."""
    return f"h{sum(ord(c) * (at + 1) for at, c in enumerate(text))}"
