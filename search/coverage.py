"""How much of what a question asks for a text holds, the rare words weighing most."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from corpus.swedish.analysis import Analyzer, Term


@dataclass(frozen=True, slots=True)
class Sought:
    """A word of the question under its forms (lemma first, then a compound's parts), and what finding it is worth."""

    forms: tuple[str, ...]
    worth: float

    def held_by(self, forms: Container[str]) -> float:
        """1 where the word itself is held; otherwise the share of its parts: "kraft" is half of "kärnkraft"."""
        whole, *parts = self.forms
        if whole in forms:
            return 1.0
        return sum(part in forms for part in parts) / len(parts) if parts else 0.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words that a question asks for."""

    words: tuple[Sought, ...]

    def share(self, forms: Container[str]) -> float:
        """The share of the words, by worth, that are among these forms; between 0 and 1."""
        total = sum(word.worth for word in self.words)
        return sum(word.worth * word.held_by(forms) for word in self.words) / total if total else 0.0


def wanted(terms: Iterable[Term], rarity: Callable[[str], float]) -> Wanted:
    """What a question's words are worth.

    A word that the corpus lacks but whose parts it has is worth what the rarest of them is. One that it lacks
    altogether is worth as much as the question's rarest word: it is what was asked for.
    """
    rarities = [(term.forms, [rarity(form) for form in term.forms]) for term in terms]
    rarest = max((max(found) for _, found in rarities), default=0.0) or 1.0
    return Wanted(tuple(Sought(forms, found[0] or max(found) or rarest) for forms, found in rarities))


def forms_of(text: str, analyzer: Analyzer) -> frozenset[str]:
    """Every form of every word of a text."""
    return frozenset(form for term in analyzer.terms(text) for form in term.forms)
