"""Swedish words of our own for made-up reports: sentences, headings and labels of the sample reports' sources."""

import functools
import random
import re
from pathlib import Path

from lxml import html

SOURCES = Path(__file__).resolve().parents[3] / "corpus" / "reports" / "sources"
UNITS = ("tkr", "mnkr", "procent", "antal", "Mbit/s", "årsverken")
LABELS = (
    *("Personal", "Lokaler", "Köpta tjänster", "Övriga kostnader", "Intäkter", "Bidrag", "Avskrivningar"),
    *("Kollektivtrafik", "Kultur", "Näringsliv", "Folkhögskola", "Bredband", "Besöksnäring", "Sjukfrånvaro"),
    *("Resande med buss", "Beviljade ansökningar", "Deltagare i utbildning", "Antal besök", "Utlånade böcker"),
)
LONG_LABELS = (
    "Andel hushåll och företag som har tillgång till fast bredband om minst 100 Mbit/s",
    "Verksamhetens kostnader för köpta tjänster och övriga externa utgifter",
    "Medarbetare som har deltagit i minst en utbildning om hållbar utveckling under året",
    "Kostnader för särskild kollektivtrafik, resor till vården och övriga sjukresor",
)
PLACES = ("Rönnånger", "Hällsund", "Älvhamra", "Ljungmark", "Norrsjö", "Åkersby", "Stenvik", "Östra länet")
RECURRING = ("Måluppfyllelse", "Resultat", "Analys", "Utveckling under året", "Ekonomi", "Framtid")
QUESTIONS = (
    "Vad har vi gjort under året?",
    "Hur gick det med bredbandet i glesbygden?",
    "Vilka insatser återstår till nästa år?",
    "Varför ökar kostnaderna för trafiken?",
)
LONG_TAILS = (
    "med särskild hänsyn till de kommuner som har längst avstånd till vård, utbildning och service",
    "och samverkan med kommuner, näringsliv och civilsamhälle i frågor om tillgänglighet och kompetens",
    "inom ramen för den regionala utvecklingsstrategin och den långsiktiga planen för infrastruktur",
)
VOWELS = "aeiouyåäö"


@functools.cache
def material() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All sentences and all headings of the sources, in a fixed order."""
    sentences: dict[str, None] = {}
    headings: dict[str, None] = {}
    for path in sorted(SOURCES.glob("*.html")):
        body = html.fromstring(path.read_text("utf-8")).find(".//body")
        if body is None:
            continue
        for block in body.iter("p", "h2", "h3", "h4"):
            text = " ".join(block.text_content().split())
            if block.tag != "p":
                headings[re.sub(r"^[\d.]+\s+", "", text)] = None
                continue
            for sentence in re.split(r"(?<=[a-zåäö][.?!])\s+(?=[A-ZÅÄÖ])", text):
                if 40 < len(sentence) < 260 and sentence[0].isupper() and sentence.endswith((".", "?", "!")):
                    sentences[sentence] = None
    fit = [h for h in headings if 4 < len(h) < 70 and not h.startswith("Innehåll")]
    return tuple(sentences), tuple(fit)


class Words:
    """Draws words; no sentence comes twice before all have come once."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        sentences, headings = material()
        self._sentences = chance.sample(sentences, len(sentences))
        self._headings = chance.sample(headings, len(headings))
        self._drawn = 0
        self._headed = 0

    def sentence(self) -> str:
        """One sentence."""
        self._drawn += 1
        return self._sentences[self._drawn % len(self._sentences)]

    def paragraph(self, fewest: int = 2, most: int = 6) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(self._chance.randint(fewest, most)))

    def phrase(self, most: int = 80) -> str:
        """A sentence's beginning, at a word's end, without a full stop."""
        text = self.sentence()
        if len(text) > most:
            text = text[:most].rsplit(" ", 1)[0]
        return text.rstrip(".,;:!? –")

    def heading(self, level: int) -> str:
        """A heading: a new one as a rule, of two or three lines at times, a recurring one deep down."""
        kind = self._chance.random()
        if level >= 3 and kind < 0.25:
            return self._chance.choice(RECURRING)
        if level >= 2 and kind < 0.33:
            return self._chance.choice(QUESTIONS)
        self._headed += 1
        text = self._headings[self._headed % len(self._headings)]
        return f"{text} {self._chance.choice(LONG_TAILS)}" if level >= 2 and kind > 0.93 else text

    def label(self, *, long: bool = False) -> str:
        """The label of a table's row."""
        return self._chance.choice(LONG_LABELS if long else LABELS)

    def number(self) -> str:
        """A figure as tables have them."""
        kind = self._chance.random()
        if kind < 0.4:
            return f"{self._chance.randint(1, 99)},{self._chance.randint(0, 9)}"
        if kind < 0.75:
            return f"{self._chance.randint(1, 99)} {self._chance.randint(0, 999):03d}"
        return f"–{self._chance.randint(1, 900)}" if kind < 0.85 else str(self._chance.randint(0, 900))


def with_soft_hyphens(text: str) -> str:
    """A text whose long words may be broken between a vowel and a consonant before a vowel."""

    def broken(match: re.Match[str]) -> str:
        word = match[0]
        parts = [
            letter
            + (
                "\u00ad"
                if 2 < at < len(word) - 4
                and letter.lower() in VOWELS
                and word[at + 1] not in VOWELS
                and word[at + 2] in VOWELS
                else ""
            )
            for at, letter in enumerate(word)
        ]
        return "".join(parts)

    return re.sub(r"[A-Za-zÅÄÖåäö]{9,}", broken, text)
