"""Makes spaCy's training documents of treebank sentences and names."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from corpus.swedish.training.names import NamedSentence, read_news, read_uner
from corpus.swedish.training.treebank import Sentence, Tags, Word, is_tree, read, to_version_2

#: Sentences of one document, in turn, so that borders are learnt in texts of many lengths.
_LENGTHS = (1, 4, 8, 2, 6)
#: Folders of the material.
TALBANKEN, _UNER = "UD_Swedish-Talbanken", "UNER_Swedish-Talbanken"


def write_training(material: Path, target: Path, vocabulary: Vocab) -> None:
    """Talbanken's training part and PUD with names, and the news corpus' names, as one file of documents."""
    development = read(material / TALBANKEN / "sv_talbanken-ud-dev.conllu")
    pud = read(material / "UD_Swedish-PUD" / "sv_pud-ud-test.conllu")
    tags = Tags([*development, *pud])
    old = read(material / TALBANKEN / "sv-ud-train.UDv1.0_2015-01-05.conll")
    train = [sentence for sentence in (to_version_2(sentence, tags) for sentence in old) if is_tree(sentence)]
    talbanken_names = _by_forms(read_uner(material / _UNER / "sv_talbanken-ud-train.iob2"))
    pud_names = _by_forms(read_uner(material / "UNER_Swedish-PUD" / "sv_pud-ud-test.iob2"))
    documents = [
        *_documents(train, talbanken_names, vocabulary),
        *_documents(pud, pud_names, vocabulary),
        *_name_documents(read_news(material / "swedish-ner-corpus" / "train_corpus.txt"), vocabulary),
    ]
    DocBin(docs=documents, store_user_data=False).to_disk(target)


def write_judged(material: Path, part: str, target: Path, vocabulary: Vocab) -> None:
    """Talbanken's `dev` or `test` part with names, as one file of documents."""
    sentences = read(material / TALBANKEN / f"sv_talbanken-ud-{part}.conllu")
    names = _by_forms(read_uner(material / _UNER / f"sv_talbanken-ud-{part}.iob2"))
    DocBin(docs=list(_documents(sentences, names, vocabulary))).to_disk(target)


def _by_forms(sentences: Iterable[NamedSentence]) -> dict[tuple[str, ...], NamedSentence]:
    return {sentence.forms: sentence for sentence in sentences}


def _documents(
    sentences: Sequence[Sentence], names: dict[tuple[str, ...], NamedSentence], vocabulary: Vocab
) -> Iterator[Doc]:
    """Several sentences a document, with the names of those that are marked."""
    at = turn = 0
    while at < len(sentences):
        length = _LENGTHS[turn % len(_LENGTHS)]
        yield _document(sentences[at : at + length], names, vocabulary)
        at, turn = at + length, turn + 1


def _document(group: Sequence[Sentence], names: dict[tuple[str, ...], NamedSentence], vocabulary: Vocab) -> Doc:
    words = [word for sentence in group for word in sentence]
    named = [names.get(tuple(word.form for word in sentence)) for sentence in group]
    heads: list[int] = []
    for sentence in group:
        first = len(heads)
        heads += [first + (word.head or place) - 1 for place, word in enumerate(sentence, 1)]
    spaces = [
        space
        for sentence, known in zip(group, named, strict=True)
        for space in (known.spaces if known else _spaces(sentence))
    ]
    doc = Doc(
        vocabulary,
        words=[word.form for word in words],
        spaces=spaces,
        pos=[word.upos for word in words],
        morphs=[word.features for word in words],
        heads=heads,
        deps=["ROOT" if word.head == 0 else word.relation for word in words],
    )
    _set_names(doc, [(len(sentence), known) for sentence, known in zip(group, named, strict=True)])
    return doc


def _spaces(sentence: Sequence[Word]) -> list[bool]:
    following = (*sentence[1:], None)
    return [
        word.space_after and not (after and after.upos == "PUNCT" and after.form not in '(”“"–-') and word.form != "("
        for word, after in zip(sentence, following, strict=True)
    ]


def _set_names(doc: Doc, sentences: Sequence[tuple[int, NamedSentence | None]]) -> None:
    """Set the names of marked sentences; the words of others are marked as unknown."""
    spans, unknown = [], []
    at = 0
    for length, known in sentences:
        if known is None:
            unknown.append(doc[at : at + length])
        else:
            spans += [
                doc.char_span(*_characters(doc, at + a, at + b), label=label) for a, b, label in _stretches(known.tags)
            ]
        at += length
    doc.set_ents([span for span in spans if span is not None], missing=unknown, default="outside")


def _characters(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _stretches(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first, past the last, kind) of each name in BIO tags."""
    start = None
    for at, tag in enumerate((*tags, "O")):
        if start is not None and not tag.startswith("I-"):
            yield start, at, tags[start][2:]
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start = at


def _name_documents(sentences: Iterable[NamedSentence], vocabulary: Vocab) -> Iterator[Doc]:
    for sentence in sentences:
        doc = Doc(vocabulary, words=list(sentence.forms), spaces=list(sentence.spaces))
        _set_names(doc, [(len(doc), sentence)])
        yield doc
