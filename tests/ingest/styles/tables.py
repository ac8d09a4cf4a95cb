"""Tables of made-up reports: figures, goals with symbols, forms, merged cells, heads over two rows."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from tests.ingest.styles.looks import Look
from tests.ingest.styles.truth import Part, Sheet
from tests.ingest.styles.words import PLACES, UNITS, Words

SYMBOLS = ("●", "◆", "▲", "▼")
DOTS = {"grön": "#2e9e4f", "gul": "#f2c811", "röd": "#d0312d"}
#: Tables without lines hold figures; texts in them could not be told apart by anybody.
LINED = ("ruled", "shaded", "lines")


@dataclass(slots=True)
class Tables:
    """Makes tables in one report's look."""

    chance: random.Random
    words: Words
    look: Look
    count: int = 0

    def table(self) -> Part:
        """A table of a kind that fits the look."""
        lined = self.look.table in LINED
        kinds: list[Callable[[], Part]] = [self.figures, self.figures, self.single, self.spanning, self.pair]
        if lined:
            kinds += [self.goals, self.form, self.merged, self.texts]
        return self.chance.choice(kinds)()

    def long(self) -> Part:
        """A table over page breaks, with its head repeated or not."""
        rows = [[f"{n}. {self.words.label()}", *self._numbers(3)] for n in range(1, self.chance.randint(35, 60))]
        return self._part("long", [["Post", "Utfall 2019", "Utfall 2020", "Budget 2021"]], rows)

    def figures(self) -> Part:
        """Figures by year, labels over several lines at times."""
        count = self.chance.randint(2, 5)
        years = [str(2023 - count + i) for i in range(count)]
        first = self.chance.choice(("", "Verksamhet", "Belopp i tkr", "Nyckeltal"))
        long = self.chance.random() < 0.4
        rows = [
            [self.words.label(long=long and self.chance.random() < 0.4), *self._numbers(count)]
            for _ in range(self.chance.randint(3, 8))
        ]
        return self._part("long labels" if long else "figures", [[first, *years]], rows)

    def single(self) -> Part:
        """A table of one row."""
        return self._part("one row", [["Nyckeltal", "2021", "2022", "2023"]], [[self.words.label(), *self._numbers(3)]])

    def spanning(self) -> Part:
        """A head over two rows, the first of which spans columns."""
        rows = [[self.words.label(), *self._numbers(4)] for _ in range(self.chance.randint(3, 6))]
        side = self.chance.choice(("left", "center", "right"))
        span = f'<th colspan="2" style="text-align:{side}">'
        head = (
            f"<tr><th></th>{span}Utfall</th>{span}Budget</th></tr>"
            '<tr><th>Tkr</th><th class="n">2022</th><th class="n">2023</th><th class="n">2022</th>'
            '<th class="n">2023</th></tr>'
        )
        header = ("Tkr", "Utfall: 2022", "Utfall: 2023", "Budget: 2022", "Budget: 2023")
        return self._finish("two heads", head, header, rows)

    def merged(self) -> Part:
        """First cells that span rows."""
        rows, html = [], ""
        for place in self.chance.sample(PLACES, 3):
            span = self.chance.randint(2, 3)
            for at in range(span):
                row = [self.words.label(), *self._numbers(2)]
                rows.append([place if at == 0 else "", *row])
                lead = f'<td rowspan="{span}">{place}</td>' if at == 0 else ""
                html += f"<tr>{lead}{''.join(self._cell(c) for c in row)}</tr>"
        head = ["Kommun", "Insats", "Tkr", "Andel"]
        return self._finish("merged", self._head([head]), head, rows, html)

    def form(self) -> Part:
        """Labels with long texts."""
        labels = self.chance.sample(("Syfte", "Ansvarig", "Resultat", "Fortsatt arbete", "Kommentar"), 4)
        rows = [[label, self.words.paragraph(1, 3)] for label in labels]
        return self._part("form", [["Uppdrag", self.words.phrase(40)]], rows)

    def texts(self) -> Part:
        """Columns of text."""
        rows = [
            [self.words.phrase(35), self.words.sentence(), self.words.phrase(40)]
            for _ in range(self.chance.randint(2, 5))
        ]
        return self._part("texts", [["Aktivitet", "Beskrivning", "Ansvar och tid"]], rows)

    def goals(self) -> Part:
        """Goals with their status, written as a symbol or drawn as a coloured dot."""
        drawn = self.chance.random() < 0.5
        rows, html = [], ""
        for _ in range(self.chance.choice((1, 2, 4, 5))):
            cells = [self.words.phrase(60), self.words.label(), self.words.number()]
            name, color = self.chance.choice(tuple(DOTS.items()))
            symbol = self.chance.choice(SYMBOLS)
            rows.append([*cells, f"● ({name})" if drawn else symbol])
            sign = f'<span class="dot" style="background:{color}"></span>' if drawn else symbol
            html += f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in cells)}<td>{sign}</td></tr>"
        head = ["Strategiskt mål", "Styrmått", "Utfall", "Status"]
        return self._finish("dots" if drawn else "symbols", self._head([head]), head, rows, html)

    def pair(self) -> Part:
        """Two tables back to back."""
        first, second = self.figures(), self.figures()
        html = first.html.replace("<table ", '<table style="margin-bottom:8pt" ', 1) + second.html
        return Part(html, (*first.things, *second.things))

    def _numbers(self, count: int) -> list[str]:
        return [self.words.number() for _ in range(count)]

    def _part(self, kind: str, head: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]) -> Part:
        return self._finish(kind, self._head(head), head[-1], rows)

    def _finish(
        self, kind: str, head: str, header: Sequence[str], rows: Sequence[Sequence[str]], body: str | None = None
    ) -> Part:
        self.count += 1
        caption, shown = "", ""
        if self.chance.random() < 0.6:
            caption = f"Tabell {self.count}. {self.words.phrase(50)}, {self.chance.choice(UNITS)}"
            shown = f'<p class="caption">{escape(caption)}</p>'
        made = "".join(f"<tr>{''.join(self._cell(c) for c in row)}</tr>" for row in rows) if body is None else body
        once = "" if self.look.thead else ' class="once"'
        html = (
            f'<div class="wide">{shown}<table class="{self.look.table}"><thead{once}>{head}</thead>'
            f"<tbody>{made}</tbody></table></div>"
        )
        sheet = Sheet(tuple(header), tuple(tuple(row) for row in rows), f"table {self.look.table}, {kind}", caption)
        return Part(html, (sheet,))

    def _head(self, rows: Sequence[Sequence[str]]) -> str:
        return "".join("<tr>" + "".join(f"<th{self._side(c)}>{escape(c)}</th>" for c in row) + "</tr>" for row in rows)

    def _cell(self, text: str) -> str:
        return f"<td{self._side(text)}>{escape(text)}</td>"

    def _side(self, text: str) -> str:
        """Figures stand to the right."""
        figure = text.strip("–").replace(" ", "").replace(",", "").isdigit() or text[-4:].isdigit()
        return ' class="n"' if figure else ""
