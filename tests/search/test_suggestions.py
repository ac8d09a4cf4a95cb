"""A spelling for a question, from the corpus' words and its projects' names."""

import pytest

from corpus.swedish.analysis import Analyzer
from search.lexical import LexicalDocument, LexicalIndex, Word, write_index
from search.query import understand
from search.suggestions import Suggester

TEXT = "bredband byggs ut genom Fiberlyftet och Smarta Hållbara Byar i Övertorneå"


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.fixture(scope="module")
def index(analyzer: Analyzer, tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder = tmp_path_factory.mktemp("index")
    terms = analyzer.terms(TEXT)
    words = tuple(Word(term.position, term.forms) for term in terms)
    surface = frozenset(TEXT[term.start : term.end].lower() for term in terms)
    write_index(folder, [LexicalDocument(1, "a", words, surface, frozenset())])
    return LexicalIndex.read(folder)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("bredband genom Fiberlyftet", None),
        ("fiberlyfftet i Övertorneå", "Fiberlyftet i Övertorneå"),
        ("bredbannd i fiber lyftet", "bredband i Fiberlyftet"),
        ("smarta halbara byar och bredbannd", "Smarta Hållbara Byar och bredband"),
        ("bredband Overtornea", "bredband Övertorneå"),
    ],
)
def test_the_spelling_offered(text: str, suggestion: str | None, index: LexicalIndex, analyzer: Analyzer) -> None:
    suggester = Suggester(index, lambda: ("Fiberlyftet", "Smarta Hållbara Byar"))
    assert suggester.suggest(understand(text, analyzer, 200)) == suggestion


def test_names_are_those_of_the_moment(index: LexicalIndex, analyzer: Analyzer) -> None:
    names: list[tuple[str, ...]] = [()]
    suggester = Suggester(index, lambda: names[0])
    asked = understand("kustlyfftet", analyzer, 200)
    assert suggester.suggest(asked) is None
    names[0] = ("Kustlyftet",)
    assert suggester.suggest(asked) == "Kustlyftet"
    names[0] = ("Kustlyfftat",)
    assert suggester.suggest(asked) == "Kustlyfftat"
