import subprocess
import sys
from pathlib import Path

from corpus.swedish import memory
from corpus.swedish.analysis import Analyzer

TEXT = "Bredbandsutbyggnaden i Övertorneå kostade 7,5 mkr."


def test_remembered_words_are_analysed_alike(tmp_path: Path) -> None:
    analyzer = Analyzer()
    terms = analyzer.terms(TEXT)
    memory.save(tmp_path / "forms.json", analyzer.known_forms())
    assert Analyzer(known=memory.load(tmp_path / "forms.json")).terms(TEXT) == terms


def test_remembered_words_need_no_dictionary(tmp_path: Path) -> None:
    analyzer = Analyzer()
    analyzer.terms(TEXT)
    memory.save(tmp_path / "forms.json", analyzer.known_forms())
    script = (
        "import sys; from pathlib import Path; from corpus.swedish import memory; "
        "from corpus.swedish.analysis import Analyzer; from corpus.swedish.lexicon import lexicon; "
        f"Analyzer(known=memory.load(Path(sys.argv[1]))).terms({TEXT!r}); print(lexicon.cache_info().currsize)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "forms.json")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "0"


def test_damaged_or_foreign_memory_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "forms.json"
    assert memory.load(path) == {}
    path.write_text("{", encoding="utf-8")
    assert memory.load(path) == {}
    path.write_text('{"made_with": {"analysis": "0"}, "forms": {"a": ["b"]}}', encoding="utf-8")
    assert memory.load(path) == {}
