"""Same input, same answers: whatever the order of files and the number of processes that read them."""

from pathlib import Path

from corpus.settings import Settings
from tests.api.commands.conftest import Call
from tests.ingest.small_reports import write_reports
from tests.ingest.snapshots import snapshot


def test_order_and_number_of_workers_change_nothing(call: Call, samples: Path, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", 6)
    pdf = sorted(samples.glob("*.pdf"))[:1]
    files = [*sorted(folder.iterdir()), *pdf]
    one, two = tmp_path / "one", tmp_path / "two"
    assert call("--data", one, "ingest", "--jobs", "1", *files).status == 0
    for some in (files[4:], files[:4][::-1]):
        assert call("--data", two, "ingest", "--jobs", "2", *some).status == 0
    for report in call("--data", one, "list", "--json").json["reports"]:
        shown = [call("--data", base, "show", report["id"], "--json").out for base in (one, two)]
        assert shown[0] == shown[1]
    assert snapshot(Settings(data=one, model="hash")) == snapshot(Settings(data=two, model="hash"))
