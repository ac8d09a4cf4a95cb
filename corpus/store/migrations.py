"""Bringing a store that an older version made up to this one's schema, with a backup copy before."""

import secrets
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from corpus.errors import StoreError, VersionMismatch
from corpus.store import schema
from corpus.store.database import begin_writing, get_state, set_state
from corpus.store.fact_keys import keys_of

BACKUPS = "backups"
VERSION = "schema_version"
IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Migration:
    """A step to schema `version` from the one before; `apply` runs inside one transaction with the version's change.

    A step is written against the tables as they were then, in SQL or with tables of its own, never against `schema`,
    which goes on changing.
    """

    version: int
    what: str
    apply: Callable[[Connection], None]


def _name_the_store(connection: Connection) -> None:
    """Give the store the name by which an index recognises it."""
    connection.execute(sa.text("INSERT INTO state (name, value) VALUES ('identity', :name)"), {"name": _new_identity()})


def _tell_recognised_text(connection: Connection) -> None:
    """Let pages and pictures say that their text was recognised; none was until now."""
    for table in ("page", "illustration"):
        connection.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN ocr BOOLEAN NOT NULL DEFAULT FALSE"))


def _let_facts_be_corrected(connection: Connection) -> None:
    """Give facts the keys by which their corrections find them again, and corrections a table."""
    known_by = {"figure": "quote, value, value_max", "project": "name", "commitment": "quote, action"}
    connection.execute(
        sa.text(
            "CREATE TABLE fact_correction (report_id TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, "
            "wrong BOOLEAN NOT NULL, changes TEXT NOT NULL, corrected_at TEXT NOT NULL, "
            "PRIMARY KEY (report_id, kind, key), FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE)"
        )
    )
    for table, columns in known_by.items():
        connection.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN key TEXT NOT NULL DEFAULT ''"))
        connection.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN as_read TEXT"))
        for (owner,) in connection.execute(sa.text(f"SELECT DISTINCT version_key FROM {table}")).all():
            of_version = sa.text(f"SELECT id, {columns} FROM {table} WHERE version_key = :owner ORDER BY position")
            rows = connection.execute(of_version, {"owner": owner}).all()
            keys = keys_of(tuple(row)[1:] for row in rows)
            connection.execute(
                sa.text(f"UPDATE {table} SET key = :key WHERE version_key = :owner AND id = :id"),
                [{"key": key, "owner": owner, "id": row.id} for key, row in zip(keys, rows, strict=True)],
            )


def _keep_drafts(connection: Connection) -> None:
    """Give drafts their tables."""
    connection.execute(
        sa.text(
            "CREATE TABLE draft (id TEXT NOT NULL, created_at TEXT NOT NULL, current INTEGER NOT NULL, "
            "PRIMARY KEY (id))"
        )
    )
    connection.execute(
        sa.text(
            "CREATE TABLE draft_version (draft_id TEXT NOT NULL, version INTEGER NOT NULL, parent INTEGER, "
            "saved_at TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (draft_id, version), "
            "FOREIGN KEY(draft_id) REFERENCES draft (id) ON DELETE CASCADE)"
        )
    )


def _keep_searches(connection: Connection) -> None:
    """Give saved searches a table, and versions the commit that brought their content in: of old ones, the first."""
    connection.execute(sa.text("ALTER TABLE version ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0"))
    connection.execute(
        sa.text(
            "CREATE TABLE saved_search (id TEXT NOT NULL, query TEXT NOT NULL, first_year INTEGER, last_year INTEGER, "
            "publisher TEXT, place TEXT, kind TEXT, project TEXT, overlooked TEXT NOT NULL, created_at TEXT NOT NULL, "
            "seen_at TEXT NOT NULL, seen_commit INTEGER NOT NULL, PRIMARY KEY (id))"
        )
    )


def _let_links_be_made(connection: Connection) -> None:
    """Give links that people make by hand a table."""
    connection.execute(
        sa.text(
            "CREATE TABLE hand_link (anchor TEXT NOT NULL, event TEXT NOT NULL, report_id TEXT NOT NULL, "
            "verdict TEXT NOT NULL, made_at TEXT NOT NULL, PRIMARY KEY (anchor, event), "
            "FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE)"
        )
    )
    connection.execute(sa.text("CREATE INDEX ix_hand_link_report_id ON hand_link (report_id)"))


def _let_failures_be_dismissed(connection: Connection) -> None:
    """Let files that could not be read be put aside; none is until now."""
    connection.execute(sa.text("ALTER TABLE failure ADD COLUMN dismissed_at TEXT"))


def _let_links_name_both_reports(connection: Connection) -> None:
    """Let a link name the report of each of its ends, and outlive the reports where people say so."""
    connection.execute(sa.text("ALTER TABLE hand_link RENAME TO hand_link_before"))
    connection.execute(sa.text("DROP INDEX ix_hand_link_report_id"))
    connection.execute(
        sa.text(
            "CREATE TABLE hand_link (anchor TEXT NOT NULL, event TEXT NOT NULL, report_id TEXT NOT NULL, "
            "anchor_report_id TEXT, verdict TEXT NOT NULL, made_at TEXT NOT NULL, PRIMARY KEY (anchor, event))"
        )
    )
    connection.execute(
        sa.text(
            "INSERT INTO hand_link (anchor, event, report_id, verdict, made_at) "
            "SELECT anchor, event, report_id, verdict, made_at FROM hand_link_before"
        )
    )
    connection.execute(sa.text("DROP TABLE hand_link_before"))
    for column in ("report_id", "anchor_report_id"):
        connection.execute(sa.text(f"CREATE INDEX ix_hand_link_{column} ON hand_link ({column})"))


#: Every step, in order; the last one's version is `schema.SCHEMA_VERSION`.
MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "the store has a name of its own", _name_the_store),
    Migration(2, "pages and pictures say that their text was recognised", _tell_recognised_text),
    Migration(3, "facts can be corrected", _let_facts_be_corrected),
    Migration(4, "drafts are kept", _keep_drafts),
    Migration(5, "searches can be saved", _keep_searches),
    Migration(6, "links can be made by hand", _let_links_be_made),
    Migration(7, "files that could not be read can be put aside", _let_failures_be_dismissed),
    Migration(8, "links name the reports of both ends", _let_links_name_both_reports),
)


def bring_up_to_date(engine: Engine, folder: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make the tables of a new store, or take an older store through the steps it lacks.

    To be called as the writer. Each step is one transaction, so that a step that fails leaves the store as it was
    before it.

    Raises:
        VersionMismatch: the store was made by a newer version.
        StoreError: the file holds something else.
    """
    newest = migrations[-1].version
    found = version_of(engine, folder, newest)
    if found is None:
        with begin_writing(engine) as connection:
            schema.metadata.create_all(connection)
            set_state(connection, VERSION, str(schema.SCHEMA_VERSION))
            set_state(connection, IDENTITY, _new_identity())
        return
    steps = [step for step in migrations if step.version > found]
    if steps:
        back_up(engine, folder / BACKUPS, found)
    for step in steps:
        with begin_writing(engine) as connection:
            step.apply(connection)
            set_state(connection, VERSION, str(step.version))


def version_of(engine: Engine, folder: Path, newest: int = schema.SCHEMA_VERSION) -> int | None:
    """The schema version of the store; None where there is nothing in the file yet.

    Raises:
        VersionMismatch: the store was made by a newer version.
        StoreError: the file holds something else.
    """
    with engine.begin() as connection:
        tables = sa.inspect(connection).get_table_names()
        if not tables:
            return None
        found = get_state(connection, VERSION) if "state" in tables else None
    if found is None:
        raise StoreError(f"Filen i {folder} är inte en kunskapsbas för Årsringar. Välj en annan mapp med --data.")
    if int(found) > newest:
        raise VersionMismatch(
            f"Kunskapsbasen i {folder} är gjord av en nyare version av Årsringar (schema {found}; den här klarar högst "
            f"{newest}). Uppdatera programmet eller välj en annan mapp med --data."
        )
    return int(found)


def back_up(engine: Engine, folder: Path, version: int) -> Path:
    """Copy the database into `folder` while it is in use; a copy that is there is whole."""
    folder.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = folder / f"schema-{version}-{stamp}-{secrets.token_hex(2)}.sqlite"
    part = copy.with_suffix(".part")
    source = engine.raw_connection()
    try:
        with closing(sqlite3.connect(part)) as target:
            original = source.driver_connection
            assert isinstance(original, sqlite3.Connection)
            original.backup(target)
        part.replace(copy)
    finally:
        source.close()
        part.unlink(missing_ok=True)
    return copy


def _new_identity() -> str:
    return secrets.token_hex(8)
