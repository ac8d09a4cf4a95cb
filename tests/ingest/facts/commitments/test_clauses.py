"""What of a sentence belongs to its promise: the thing to be done, when, and how much."""

from datetime import date

import pytest

from corpus.model import Period
from ingest.facts.commitments.clauses import action_of, due_in, target_of
from ingest.facts.commitments.guards import Setting
from ingest.facts.commitments.promises import Promise, promise_of

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")


def promise(sentence: str) -> Promise:
    """The promise of a sentence that makes one."""
    found = promise_of(sentence, Setting(ahead=True, voice="own", year=2025))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Regionen kommer att laga kajen.", "laga kajen"),
        ("Dessutom planerar regionen att laga kajen.", "laga kajen"),
        ("Nämnden rekommenderas att laga kajen (från 2023, inget gjordes 2024).", "laga kajen"),
        ("Revisionen rekommenderar hamnnämnden att laga kajen.", "laga kajen"),
        ("Nämnden arbetar med att laga kajen.", "laga kajen"),
        ("En översyn pågår av kajens avtal.", "En översyn pågår av kajens avtal"),
        ("Kajen ska lagas 2026, men bron får vänta.", "Kajen ska lagas 2026"),
        ("Bron är klar, och regionen avser att laga kajen.", "laga kajen"),
        ("Målet är 1,1 miljoner resor.", "1,1 miljoner resor"),
        ("Målet är högst 5,0 procent sjuka.", "högst 5,0 procent sjuka"),
        ("Nämnden har beslutat att ändra avgiften så att fler reser.", "ändra avgiften så att fler reser"),
        ("Regionen kommer i maj att föreslå nämnden att laga kajen.", "föreslå nämnden att laga kajen"),
        ("Antalet bryggor ligger över målet på 85 procent.", "Antalet bryggor ligger över målet på 85 procent"),
    ],
)
def test_the_action_is_what_is_to_be_done(sentence: str, action: str) -> None:
    assert action_of(sentence, promise(sentence)) == action


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Behovet fram till 2030 är känt, och regionen planerar att laga kajen.", None),
        ("Under 2026 lagas bron, och regionen kommer att riva kajen.", "2026"),
        ("Bygget flyttas från december 2025 till december 2027.", "2027-12"),
        ("Nämnden rekommenderas att laga kajen (från 2025, inget gjordes).", None),
        ("Kajen ska lagas (senast 2027).", "2027"),
        ("Arbetet med att laga kajen inleddes under 2025 och pågår.", None),
        ("Arbetet med att laga kajen pågår till 2027.", "2027"),
        ("Målet om fem bryggor 2025 nåddes inte.", "2025"),
    ],
)
def test_a_due_date_stands_in_the_promises_own_clause(sentence: str, due: str | None) -> None:
    assert due_in(sentence, promise(sentence), YEAR) == due


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Målet är högst 5,0 procent sjuka 2026.", "högst 5,0 procent"),
        ("Fram till 2026 ska 12 000 kvadratmeter golv läggas.", "12 000 kvadratmeter"),
        ("Regionen kommer att satsa 7,5 mkr på kajen.", "7,5 mkr"),
        ("Regionen ska minska utsläppen med 40 procent jämfört med 90 procent då.", "40 procent"),
        ("De sex kommunerna ska laga kajen.", None),
        ("Norrlids 14 byar ska få fiber.", None),
        ("Kajen ska lagas inom 14 dagar.", None),
        ("Försöket kostar 3 miljoner kronor och ska utvärderas.", None),
        ("Kajen är 90 meter, och regionen planerar att laga den.", None),
        ("Regionen ska laga kajen.", None),
    ],
)
def test_a_target_is_the_amount_to_be_reached(sentence: str, target: str | None) -> None:
    assert target_of(sentence, promise(sentence)) == target
