"""Broken Word files end as read or as a problem in words, never as a crash."""

from pathlib import Path

from tests.ingest.campaign import fates
from tests.ingest.formats.docx_mutations import mutated

#: In the suite; the whole campaign is run by `make soak`. Each mutation comes at least once.
MUTATED_REPORTS = 20


def test_mutated_reports(samples: Path, tmp_path: Path) -> None:
    sample = samples / "arsredovisning-2021.docx"
    found = list(fates((mutated(number, sample) for number in range(MUTATED_REPORTS)), tmp_path))
    assert len(found) == MUTATED_REPORTS
    assert [fate for fate in found if fate.wrong or fate.code == "crashed"] == []
    assert {"read", "damaged"} <= {fate.code for fate in found}
