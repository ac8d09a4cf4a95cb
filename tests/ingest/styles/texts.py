"""Running text of made-up reports: paragraphs, lists, quotes, fact boxes, charts."""

import random
from dataclasses import dataclass
from html import escape

from tests.ingest.styles.looks import Look
from tests.ingest.styles.truth import Drawing, Head, Part, Remark, Text, Thing
from tests.ingest.styles.words import PLACES, Words, with_soft_hyphens

LEADS = ("Bredband.", "Kollektivtrafik.", "Kultur och bildning.", "Kompetensförsörjning.", "Klimat:", "Företagsstöd:")


@dataclass(slots=True)
class Texts:
    """Makes stretches of text in one report's look."""

    chance: random.Random
    words: Words
    look: Look
    engine: str
    notes: int = 0
    charts: int = 0

    def written(self, text: str) -> str:
        """A text as HTML."""
        # WeasyPrint breaks words by its own patterns, and stumbles over soft hyphens.
        return escape(with_soft_hyphens(text) if self.look.hyphens and self.engine != "weasyprint" else text)

    def paragraph(self) -> Part:
        """A paragraph; with a bold lead, a bold word or a note at times."""
        kind = self.chance.random()
        text = self.words.paragraph()
        if kind < 0.12:
            lead = self.chance.choice(LEADS)
            html = f'<p><span class="lead">{lead}</span> {self.written(text)}</p>'
            return Part(html, (Text(f"{lead} {text}", "p lead"),))
        if kind < 0.22 and self.look.notes:
            return self._noted(text)
        return Part(f"<p>{self.written(text)}</p>", (Text(text, f"p {self.look.paragraphs}"),))

    def _noted(self, text: str) -> Part:
        """A paragraph with a note, at the page's foot or in small print below."""
        self.notes += 1
        remark = self.words.sentence()
        first, second = text, self.words.sentence()
        things = (Text(f"{first} {second}", "p noted"), Remark(str(self.notes), remark, f"note {self.engine}"))
        if self.engine == "weasyprint":
            html = f'<p>{self.written(first)}<span class="note">{escape(remark)}</span> {self.written(second)}</p>'
        else:
            html = (
                f"<p>{self.written(first)}<sup>{self.notes}</sup> {self.written(second)}</p>"
                f'<div class="endnotes"></div><p class="endnote"><sup>{self.notes}</sup> {escape(remark)}</p>'
            )
        return Part(html, things)

    def items(self) -> Part:
        """A list: bullets, dashes written as text, numbers; nested at times, items over several lines."""
        chance = self.chance
        count = chance.randint(3, 6)
        long = chance.random() < 0.5
        texts = [self.words.sentence() if long else self.words.phrase(60) for _ in range(count)]
        opening = Text(self.words.phrase(70) + ":", "p list opening")
        begin = f"<p>{self.written(opening.text)}</p>"
        kind = chance.random()
        if self.look.dash and kind < 0.6:
            lines = "".join(f"<p>– {self.written(t)}</p>" for t in texts)
            return Part(begin + lines, (opening, *(Text(t, "li dash") for t in texts)))
        if kind < 0.3:
            lines = "".join(f"<li>{self.written(t)}</li>" for t in texts)
            return Part(
                f"{begin}<ol>{lines}</ol>", (opening, *(Text(f"{n}. {t}", "li number") for n, t in enumerate(texts, 1)))
            )
        things: list[Thing] = [opening]
        html = ""
        nested = chance.randrange(count) if chance.random() < 0.3 else -1
        for at, text in enumerate(texts):
            things.append(Text(text, "li bullet"))
            inner = ""
            if at == nested:
                below = [self.words.phrase(70) for _ in range(2)]
                things += [Text(t, "li nested") for t in below]
                inner = "<ul>" + "".join(f"<li>{self.written(t)}</li>" for t in below) + "</ul>"
            html += f"<li>{self.written(text)}{inner}</li>"
        return Part(f'{begin}<ul style="list-style-type:{self.look.bullet}">{html}</ul>', tuple(things))

    def quote(self) -> Part:
        """A pull quote."""
        text = f"”{self.words.sentence()}”"
        return Part(f"<blockquote>{escape(text)}</blockquote>", (Text(text, "quote"),))

    def box(self) -> Part:
        """A fact box with a heading of its own."""
        name = f"Fakta: {self.words.phrase(30)}"
        body = [self.words.paragraph(1, 3) for _ in range(self.chance.randint(1, 2))]
        html = f'<div class="box"><p class="lead">{escape(name)}</p>' + "".join(f"<p>{escape(t)}</p>" for t in body)
        return Part(html + "</div>", (Head(name, 9, "box head", optional=True), *(Text(t, "p box") for t in body)))

    def beside(self) -> Part:
        """Text with a column of facts beside it."""
        main = [self.paragraph() for _ in range(2)]
        side = [Text(self.words.sentence(), "p side") for _ in range(2)]
        html = (
            f'<div class="beside"><div>{"".join(p.html for p in main)}</div><div class="side">'
            f"{''.join(f'<p>{self.written(t.text)}</p>' for t in side)}</div></div>"
        )
        return Part(html, (*(t for p in main for t in p.things), *side))

    def chart(self) -> Part:
        """A bar chart with labels, its caption above or below."""
        self.charts += 1
        chance = self.chance
        caption = f"Diagram {self.charts}. {self.words.phrase(60)}"
        places = chance.sample(PLACES, chance.randint(4, 6))
        heights = [chance.randint(20, 110) for _ in places]
        bars = "".join(
            f'<rect x="{50 + 60 * i}" y="{140 - h}" width="34" height="{h}" fill="{self.look.color}"/>'
            f'<text x="{67 + 60 * i}" y="154" font-size="9" text-anchor="middle">{p}</text>'
            for i, (p, h) in enumerate(zip(places, heights, strict=True))
        )
        grid = "".join(
            f'<line x1="40" x2="420" y1="{y}" y2="{y}" stroke="#bbb" stroke-width="0.7"/>'
            f'<text x="35" y="{y + 3}" font-size="9" text-anchor="end">{140 - y}</text>'
            for y in (20, 60, 100, 140)
        )
        drawing = (
            f'<svg viewBox="0 0 430 165" width="380" height="146" font-family="Liberation Sans">{grid}{bars}</svg>'
        )
        words = f"<p>{escape(caption)}</p>"
        html = words + drawing if self.look.chart_caption == "above" else drawing + words
        return Part(f'<div class="chart">{html}</div>', (Drawing(caption, tuple(places), "chart"),))
