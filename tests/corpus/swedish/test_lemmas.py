import pytest

from corpus.swedish.lemmas import lemma


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("kommunernas kommunen Kommuner kommun", "kommun"),
        ("strategin strategier", "strategi"),
        ("programmet programmen", "program"),
        ("utbyggnaden utbyggnads", "utbyggnad"),
        ("Övertorneås Övertorneå", "övertorneå"),
        ("hushållen hushåll", "hushåll"),
        ("planer planen", "plan"),
        ("verket verk", "verk"),
        ("uppdraget uppdragen", "uppdrag"),
        ("snö", "snö"),
        ("bredbandsutbyggnaden", "bredbandsutbyggnad"),
        ("måluppfyllelsen måluppfyllelse", "måluppfyllelse"),
        ("Tillväxtverkets Tillväxtverket", "tillväxtverk"),
        ("kulturmiljöuppdraget kulturmiljöuppdrag", "kulturmiljöuppdrag"),
        ("IT it", "it"),
        ("beslutet beslut besluten beslutets", "beslut"),
        ("utfallet utfallen utfall", "utfall"),
        ("slutet slut", "slut"),
        ("delar delarna delen del", "del"),
        ("brister brist bristerna", "brist"),
        ("skulder skuld skulderna", "skuld"),
        ("kronans kronan kronor krona", "krona"),
        ("tillgångsköp tillgångsköpen", "tillgångsköp"),
        ("systemdelar systemdelen", "systemdel"),
        ("Sverige Sveriges", "sverige"),
        ("Europa Europas", "europa"),
        ("låg låga lägre", "låg"),
        ("data", "data"),
        ("mars", "mars"),
        ("första", "första"),
        ("visar visade visa", "visa"),
        ("leder ledde leda", "leda"),
    ],
)
def test_forms_of_one_word_share_a_lemma(forms: str, expected: str) -> None:
    assert {lemma(form) for form in forms.split()} == {expected}


def test_dots_and_rings_make_letters_of_their_own() -> None:
    assert lemma("sno") != lemma("snö")
    assert lemma("lara") != lemma("lära")
