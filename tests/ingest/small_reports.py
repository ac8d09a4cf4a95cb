"""Small reports to ingest in tests: each different, the same ones every time."""

import random
from pathlib import Path

PLACES = ("Övertorneå", "Luleå", "Boden", "Kalix", "Pajala", "Jokkmokk", "Haparanda", "Arvidsjaur")
SUBJECTS = (
    "bredband",
    "kollektivtrafik",
    "bibliotek",
    "skolskjuts",
    "vindkraft",
    "äldreomsorg",
    "turism",
    "vattenvård",
)
VERBS = ("byggdes ut i", "granskades i", "fick mer pengar i", "utvecklades i samarbete med", "minskade något i")


def write_reports(folder: Path, count: int = 8, seed: int = 1) -> Path:
    """Write `count` reports in text and Markdown with three sections each; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        draw = random.Random(f"{seed} {number}")
        year = 2015 + number
        parts = [f"# Årsredovisning {year}\n\nRegion Prov\n"]
        for subject in draw.sample(SUBJECTS, 3):
            sentences = [_sentence(draw, subject, year) for _ in range(6)]
            parts.append(f"## {subject.capitalize()} under året\n\n{' '.join(sentences)}\n")
        (folder / f"rapport-{year}.{'md' if number % 2 else 'txt'}").write_text("\n".join(parts), encoding="utf-8")
    return folder


def _sentence(draw: random.Random, subject: str, year: int) -> str:
    percent, sum_ = draw.randint(2, 98), draw.randint(1, 400)
    return draw.choice(
        (
            f"Under {year} nådde {subject} {percent} procent av hushållen i {draw.choice(PLACES)}.",
            f"Satsningen på {subject} kostade {sum_} miljoner kronor.",
            f"{subject.capitalize()} {draw.choice(VERBS)} {draw.choice(PLACES)}.",
            f"Målet för {subject} är {percent} procent senast {year + draw.randint(1, 5)}.",
        )
    )
