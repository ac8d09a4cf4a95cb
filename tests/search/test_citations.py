"""Citations in the forms that the contract shows."""

from datetime import date

import pytest

from corpus.model import Metadata, Period, Source
from search.citations import cite

APRIL = Period(date(2021, 1, 1), date(2021, 4, 30), "april 2021")
INTERIM = Metadata("Delårsrapport april 2021", "Region Norrbotten", "interim_report", APRIL)


@pytest.mark.parametrize(
    ("metadata", "path", "source", "expected"),
    [
        (INTERIM, ("Samhälle",), Source(14, "14"), "Region Norrbotten (2021). Delårsrapport april 2021, s. 14"),
        (
            INTERIM,
            (),
            Source(16, "14"),
            "Region Norrbotten (2021). Delårsrapport april 2021, s. 14 (filens sida 16)",
        ),
        (
            INTERIM,
            ("Samhälle", "Bredband"),
            Source(),
            "Region Norrbotten (2021). Delårsrapport april 2021, avsnittet ”Bredband”",
        ),
        (
            Metadata("Årsredovisning", "Region X", "annual_report", None, "RS 2021/123"),
            (),
            Source(3),
            "Region X (u.å.). Årsredovisning, dnr RS 2021/123, s. 3",
        ),
        (Metadata("Okänd skrift"), ("",), Source(), "Okänd skrift (u.å.)"),
    ],
)
def test_cite(metadata: Metadata, path: tuple[str, ...], source: Source, expected: str) -> None:
    assert cite(metadata, path, source) == expected
