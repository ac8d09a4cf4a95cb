from pathlib import Path

from corpus.swedish.training.names import read_news, read_uner
from corpus.swedish.training.treebank import Tags, Word, is_tree, read, to_version_2

#: "Regionen har byggts och asfalterats i norr.", in version 1 and with version 2's tags for two of its words.
OLD = """\
1\tRegionen\t_\tNOUN\tNN|UTR|SIN|DEF|NOM\t_\t3\tnsubjpass\t_\t_
2\thar\t_\tVERB\tVB|PRS|AKT\t_\t3\taux\t_\t_
3\tbyggts\t_\tVERB\tVB|SUP|SFO\t_\t0\troot\t_\t_
4\toch\t_\tCONJ\tKN\t_\t3\tcc\t_\t_
5\tasfalterats\t_\tVERB\tVB|SUP|SFO\t_\t3\tconj\t_\t_
6\ti\t_\tADP\tPP\t_\t7\tcase\t_\t_
7\tnorr\t_\tNOUN\tNN\t_\t5\tnmod\t_\tSpaceAfter=No
8\t.\t_\tPUNCT\tMAD\t_\t3\tpunct\t_\t_
"""
NEW = (
    Word("i", "ADP", "PP", "", 2, "case"),
    Word("byggts", "VERB", "VB|SUP|SFO", "VerbForm=Sup|Voice=Pass", 0, "root"),
)


def test_version_1_becomes_version_2(tmp_path: Path) -> None:
    path = tmp_path / "old.conll"
    path.write_text(OLD + "\n", encoding="utf-8")
    (old,) = read(path)
    new = to_version_2(old, Tags([NEW]))
    assert [(word.upos, word.relation, word.head) for word in new] == [
        ("NOUN", "nsubj:pass", 3),
        ("AUX", "aux", 3),
        ("VERB", "root", 0),
        ("CCONJ", "cc", 5),
        ("VERB", "conj", 3),
        ("ADP", "case", 7),
        ("NOUN", "obl", 5),
        ("PUNCT", "punct", 3),
    ]
    assert new[4].features == "VerbForm=Sup|Voice=Pass"
    assert [word.space_after for word in new][-2:] == [False, True]
    assert is_tree(new)


def test_a_circle_is_no_tree() -> None:
    words = (Word("a", "X", "", "", 2, "dep"), Word("b", "X", "", "", 1, "dep"), Word("c", "X", "", "", 0, "root"))
    assert not is_tree(words)


def test_names_with_spaces_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "names.iob2"
    path.write_text(
        "# text = Åsa (i Boden).\n1\tÅsa\tB-PER\n2\t(\tO\n3\ti\tO\n4\tBoden\tB-LOC\n5\t)\tO\n6\t.\tO\n\n",
        encoding="utf-8",
    )
    (sentence,) = read_uner(path)
    assert sentence.tags == ("B-PER", "O", "O", "B-LOC", "O", "O")
    assert sentence.spaces == (True, False, True, False, False, True)


def test_news_with_unmarked_names_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    marked = "Igår\t0\nkom\t0\nÅsa\tPER\nBerg\tPER\n.\t0\n"
    unmarked = "Igår\t0\nkom\t0\nKalle\t0\n.\t0\n"
    path.write_text(f"{marked}\n{unmarked}\n", encoding="utf-8")
    (sentence,) = read_news(path)
    assert sentence.tags == ("O", "O", "B-PER", "I-PER", "O")
    assert sentence.spaces == (True, True, True, False, True)
