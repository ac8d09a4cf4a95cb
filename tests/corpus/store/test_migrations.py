import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from corpus.errors import StoreBusy, StoreError, VersionMismatch
from corpus.store import FactQuery, Store, migrations, schema
from corpus.store.database import FILE, LOCK, engine_for
from corpus.store.items import FACTS
from corpus.store.lock import WriterLock
from corpus.store.migrations import MIGRATIONS, Migration, bring_up_to_date
from tests.corpus.store.readings import MODEL, keep, rich

#: A store as it was under the first schema, written by hand into SQL: one report with something of everything.
VERSION_0 = Path(__file__).with_name("version-0.sql")


@pytest.fixture
def old(data: Path) -> Path:
    data.mkdir()
    with closing(sqlite3.connect(data / FILE)) as connection:
        connection.executescript(VERSION_0.read_text("utf-8"))
    return data


def described(folder: Path) -> dict[str, object]:
    """The tables of a store: their columns, keys and indexes."""
    engine = engine_for(folder / FILE)
    try:
        inspector = sa.inspect(engine)
        return {
            table: (
                sorted((col["name"], str(col["type"]), col["nullable"]) for col in inspector.get_columns(table)),
                inspector.get_pk_constraint(table)["constrained_columns"],
                sorted(str(key) for key in inspector.get_foreign_keys(table)),
                sorted(str(index) for index in inspector.get_indexes(table)),
                sorted(str(unique) for unique in inspector.get_unique_constraints(table)),
            )
            for table in inspector.get_table_names()
        }  # fmt: skip
    finally:
        engine.dispose()


def state_of(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, value FROM state"))


def test_the_steps_follow_each_other_up_to_the_schema() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(1, schema.SCHEMA_VERSION + 1))


def test_an_old_store_is_brought_up_to_date_with_all_it_held(old: Path) -> None:
    with Store.open(old) as store:
        (report,) = store.reports()
        assert report.metadata.publisher == "Region Rättad"
        assert store.sections(report.id)[1].text == "Bredband når 55 procent. Målet är 60."
        numbers = [stored.number for stored in store.passages_of(report.id)]
        assert store.vectors(MODEL, numbers).shape == (2, 8)
        assert len(store.identity) == 16
    assert state_of(old / FILE)["schema_version"] == str(schema.SCHEMA_VERSION)


def test_old_facts_are_known_by_what_they_are_known_by_when_they_are_read_anew(
    old: Path, tmp_path: Path, inbox: Path
) -> None:
    with Store.open(old) as store, Store.open(tmp_path / "new") as new:
        keep(new, inbox, "a.pdf", rich())
        for kind in FACTS:
            kept, anew = (opened.find_facts(kind, FactQuery()).facts for opened in (store, new))
            assert len(kept) == 2
            assert [found.key for found in kept] == [found.key for found in anew]


def test_an_old_store_becomes_as_a_new_one_is(old: Path, tmp_path: Path) -> None:
    Store.open(old).close()
    Store.open(tmp_path / "new").close()
    assert described(old) == described(tmp_path / "new")


def test_links_that_were_made_by_hand_stay(old: Path) -> None:
    engine = engine_for(old / FILE)
    bring_up_to_date(engine, old, MIGRATIONS[:6])
    with engine.begin() as connection:
        wanted = "INSERT INTO hand_link SELECT 'a', 'e', id, 'same', 'då' FROM report"
        connection.execute(sa.text(wanted))
    engine.dispose()
    with Store.open(old) as store:
        (report,) = store.reports()
        (link,) = store.hand_links()
        assert (link.anchor, link.event, link.report_id, link.anchor_report_id) == ("a", "e", report.id, None)


def test_a_copy_is_made_before_and_only_then(old: Path) -> None:
    Store.open(old).close()
    (copy,) = (old / "backups").iterdir()
    assert copy.name.startswith("schema-0-")
    assert state_of(copy)["schema_version"] == "0"
    Store.open(old).close()
    assert len(list((old / "backups").iterdir())) == 1
    shutil.copy(copy, old / FILE)  # A copy can be put back.
    Store.open(old).close()


def test_a_new_store_needs_no_copy(data: Path) -> None:
    Store.open(data).close()
    assert not (data / "backups").exists()


def test_a_store_of_a_newer_version_is_refused_untouched(data: Path) -> None:
    Store.open(data).close()
    with closing(sqlite3.connect(data / FILE)) as connection, connection:
        connection.execute("UPDATE state SET value = '99' WHERE name = 'schema_version'")
    before = (data / FILE).read_bytes()
    with pytest.raises(VersionMismatch, match=r"nyare version.*schema 99.*Uppdatera"):
        Store.open(data)
    assert (data / FILE).read_bytes() == before


def _add_colour(connection: sa.Connection) -> None:
    connection.execute(sa.text("ALTER TABLE report ADD COLUMN colour TEXT"))


def _fail(connection: sa.Connection) -> None:
    _add_colour(connection)
    connection.execute(sa.text("INSERT INTO nowhere VALUES (1)"))


def migrate(folder: Path, step: Callable[[sa.Connection], None]) -> None:
    engine = engine_for(folder / FILE)
    try:
        version = schema.SCHEMA_VERSION + 1
        bring_up_to_date(engine, folder, (*MIGRATIONS, Migration(version, "reports have a colour", step)))
    finally:
        engine.dispose()


def test_steps_are_taken_from_where_the_store_is(old: Path) -> None:
    migrate(old, _add_colour)
    assert state_of(old / FILE)["schema_version"] == str(schema.SCHEMA_VERSION + 1)
    with pytest.raises(VersionMismatch):
        Store.open(old)


def test_a_step_that_fails_leaves_the_store_before_it(data: Path) -> None:
    Store.open(data).close()
    before = described(data)
    with pytest.raises(sa.exc.OperationalError):
        migrate(data, _fail)
    assert described(data) == before
    Store.open(data).close()


def test_a_store_whose_making_was_cut_short_is_made(data: Path) -> None:
    data.mkdir()
    (data / FILE).touch()
    with Store.open(data) as store:
        assert store.reports() == []


def test_other_files_are_refused_untouched(data: Path) -> None:
    data.mkdir()
    (data / FILE).write_text("Detta är ingen databas." * 100, "utf-8")
    with pytest.raises(StoreError, match="inte en kunskapsbas"):
        Store.open(data)
    (data / FILE).unlink()
    with closing(sqlite3.connect(data / FILE)) as connection:
        connection.execute("CREATE TABLE other (x)")
    with pytest.raises(StoreError, match="inte en kunskapsbas"):
        Store.open(data)


def test_a_missing_store_is_made_only_when_asked(data: Path) -> None:
    with pytest.raises(StoreError, match="Det finns ingen kunskapsbas"):
        Store.open(data, create=False)
    assert not data.exists()
    Store.open(data).close()
    Store.open(data, create=False).close()


def test_a_store_is_brought_up_to_date_by_one_at_a_time(old: Path) -> None:
    with WriterLock(old / LOCK).held("arsringar ingest"), pytest.raises(StoreBusy, match="arsringar ingest"):
        Store.open(old)
    Store.open(old).close()


def test_two_stores_have_different_names(data: Path, tmp_path: Path) -> None:
    with Store.open(data) as one, Store.open(tmp_path / "b") as two, Store.open(data) as again:
        assert one.identity != two.identity
        assert one.identity == again.identity
    assert migrations.IDENTITY in state_of(data / FILE)
