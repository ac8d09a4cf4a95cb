"""The tables of the store, as of `SCHEMA_VERSION`.

    report ──< version ──< page, section, table_, illustration, footnote, figure, project, commitment
       │          └──────< passage ──< embedded >── vector >── model
       ├──< path            (where its content was given)
       ├──< correction      (metadata set by hand)
       └──< fact_correction (facts mended or marked as wrong by hand)
    draft ──< draft_version, saved_search, hand_link (what people make: see `people_tables`; no part of any report)
    failure (files that could not be read), blocked (hashes of removed content), departed (numbers of passages that are
    no longer current), state (single values)

What belongs to a version goes with it. Ids inside a version are local; readers get them qualified. A change here needs
a new `SCHEMA_VERSION` and a step in `migrations`.
"""

import sqlalchemy as sa

from corpus.store.columns import PERIOD, PROBLEMS, PROSE, SOURCE, SOURCES, SPANS, TUPLES
from corpus.store.people_tables import draft, draft_version, hand_link, saved_search
from corpus.store.registry import metadata

SCHEMA_VERSION = 8

__all__ = ["draft", "draft_version", "hand_link", "metadata", "saved_search"]

state = sa.Table(
    "state",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

report = sa.Table(
    "report",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("added_at", sa.Text, nullable=False),
)

version = sa.Table(
    "version",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("content_hash", sa.Text, nullable=False, index=True),
    sa.Column("report_id", sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("current", sa.Boolean, nullable=False),
    sa.Column("file", PROSE, nullable=False),
    sa.Column("read_at", sa.Text, nullable=False),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("title", PROSE, nullable=False),
    sa.Column("publisher", PROSE),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("period", PERIOD),
    sa.Column("registration_number", PROSE),
    sa.Column("language", PROSE, nullable=False),
    sa.Column("problems", PROBLEMS, nullable=False),
    sa.Column("counts", TUPLES, nullable=False),
    # The commit that first brought this content in; reading it again leaves it as it is.
    sa.Column("arrived", sa.Integer, nullable=False),
    sa.UniqueConstraint("report_id", "version"),
)

path = sa.Table(
    "path",
    metadata,
    sa.Column("path", PROSE, primary_key=True),
    sa.Column("report_id", sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("content_hash", sa.Text, nullable=False),
    sa.Column("file", PROSE, nullable=False),
)

failure = sa.Table(
    "failure",
    metadata,
    sa.Column("path", PROSE, primary_key=True),
    sa.Column("file", PROSE, nullable=False),
    sa.Column("content_hash", sa.Text, nullable=False),
    sa.Column("problems", PROBLEMS, nullable=False),
    sa.Column("failed_at", sa.Text, nullable=False),
    sa.Column("reader", sa.Text, nullable=False),
    # When somebody put it aside; null while it is an open problem.
    sa.Column("dismissed_at", sa.Text),
)

correction = sa.Table(
    "correction",
    metadata,
    sa.Column("report_id", sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("field", sa.Text, primary_key=True),
    sa.Column("value", PROSE),
    sa.Column("corrected_at", sa.Text, nullable=False),
)

# A fact is known by its `key`, not by its id: it is the same fact when the report is read again.
fact_correction = sa.Table(
    "fact_correction",
    metadata,
    sa.Column("report_id", sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("wrong", sa.Boolean, nullable=False),
    sa.Column("changes", PROSE, nullable=False),
    sa.Column("corrected_at", sa.Text, nullable=False),
)

blocked = sa.Table("blocked", metadata, sa.Column("content_hash", sa.Text, primary_key=True))

departed = sa.Table(
    "departed",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("commit_number", sa.Integer, nullable=False, index=True),
)


def _of_version() -> list[sa.Column[int]]:
    """What every part of a version begins with: whose it is, and its place in reading order."""
    owner: sa.Column[int] = sa.Column(
        "version_key", sa.ForeignKey("version.key", ondelete="CASCADE"), nullable=False, primary_key=True
    )
    return [owner, sa.Column("position", sa.Integer, nullable=False)]


def _local_id() -> sa.Column[str]:
    return sa.Column("id", sa.Text, primary_key=True)


def _refers(column: str, table: str) -> sa.ForeignKeyConstraint:
    """A reference to another part of the same version, by its local id; checked when the transaction ends."""
    return sa.ForeignKeyConstraint(
        ["version_key", column], [f"{table}.version_key", f"{table}.id"], deferrable=True, initially="DEFERRED"
    )


def _correctable() -> list[sa.Column[str]]:
    """What a fact is known by when its report is read again; what was read in the fields that people corrected."""
    return [sa.Column("key", sa.Text, nullable=False), sa.Column("as_read", PROSE)]


page = sa.Table(
    "page",
    metadata,
    sa.Column("version_key", sa.ForeignKey("version.key", ondelete="CASCADE"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("number", sa.Integer),
    sa.Column("printed", PROSE),
    sa.Column("width", sa.Float, nullable=False),
    sa.Column("height", sa.Float, nullable=False),
    sa.Column("text", PROSE, nullable=False),
    sa.Column("ocr", sa.Boolean, nullable=False),
)

section = sa.Table(
    "section",
    metadata,
    *_of_version(),
    _local_id(),
    sa.Column("parent_id", sa.Text),
    sa.Column("level", sa.Integer, nullable=False),
    sa.Column("heading", PROSE, nullable=False),
    sa.Column("text", PROSE, nullable=False),
    sa.Column("source", SOURCE, nullable=False),
    sa.Column("spans", SPANS, nullable=False),
    _refers("parent_id", "section"),
)

table_ = sa.Table(
    "table_",
    metadata,
    *_of_version(),
    _local_id(),
    sa.Column("section_id", sa.Text),
    sa.Column("caption", PROSE),
    sa.Column("header", TUPLES, nullable=False),
    sa.Column("rows", TUPLES, nullable=False),
    sa.Column("source", SOURCE, nullable=False),
    sa.Column("row_sources", SOURCES, nullable=False),
    _refers("section_id", "section"),
)

illustration = sa.Table(
    "illustration",
    metadata,
    *_of_version(),
    _local_id(),
    sa.Column("section_id", sa.Text),
    sa.Column("caption", PROSE),
    sa.Column("source", SOURCE, nullable=False),
    sa.Column("text", PROSE, nullable=False),
    sa.Column("ocr", sa.Boolean, nullable=False),
    _refers("section_id", "section"),
)

footnote = sa.Table(
    "footnote",
    metadata,
    *_of_version(),
    _local_id(),
    sa.Column("section_id", sa.Text),
    sa.Column("mark", PROSE, nullable=False),
    sa.Column("text", PROSE, nullable=False),
    sa.Column("source", SOURCE, nullable=False),
    _refers("section_id", "section"),
)

figure = sa.Table(
    "figure",
    metadata,
    *_of_version(),
    _local_id(),
    sa.Column("quote", PROSE, nullable=False),
    sa.Column("value", sa.Float, nullable=False),
    sa.Column("unit", PROSE, nullable=False),
    sa.Column("value_max", sa.Float),
    sa.Column("qualifier", PROSE),
    sa.Column("measure", PROSE),
    sa.Column("place", PROSE),
    sa.Column("period", PERIOD),
    sa.Column("period_basis", sa.Text),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("section_id", sa.Text),
    sa.Column("table_id", sa.Text),
    sa.Column("source", SOURCE, nullable=False),
    *_correctable(),
    _refers("section_id", "section"),
    _refers("table_id", "table_"),
)

project = sa.Table(
    "project",
    metadata,
    *_of_version(),
    _local_id(),
    sa.Column("name", PROSE, nullable=False),
    sa.Column("quote", PROSE, nullable=False),
    sa.Column("aliases", TUPLES, nullable=False),
    sa.Column("owner", PROSE),
    sa.Column("partners", TUPLES, nullable=False),
    sa.Column("funders", TUPLES, nullable=False),
    sa.Column("amounts_sek", TUPLES, nullable=False),
    sa.Column("places", TUPLES, nullable=False),
    sa.Column("period", PERIOD),
    sa.Column("section_id", sa.Text),
    sa.Column("source", SOURCE, nullable=False),
    *_correctable(),
    _refers("section_id", "section"),
)

commitment = sa.Table(
    "commitment",
    metadata,
    *_of_version(),
    _local_id(),
    sa.Column("quote", PROSE, nullable=False),
    sa.Column("action", PROSE, nullable=False),
    sa.Column("actor", PROSE),
    sa.Column("topic", PROSE),
    sa.Column("due", PROSE),
    sa.Column("target", PROSE),
    sa.Column("goal_path", TUPLES, nullable=False),
    sa.Column("status", sa.Text),
    sa.Column("status_symbol", PROSE),
    sa.Column("trend_symbol", PROSE),
    sa.Column("forecast", sa.Text),
    sa.Column("section_id", sa.Text),
    sa.Column("table_id", sa.Text),
    sa.Column("source", SOURCE, nullable=False),
    *_correctable(),
    _refers("section_id", "section"),
    _refers("table_id", "table_"),
)

passage = sa.Table(
    "passage",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("version_key", sa.ForeignKey("version.key", ondelete="CASCADE"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("section_id", sa.Text),
    sa.Column("table_id", sa.Text),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", PROSE, nullable=False),
    sa.Column("section_path", TUPLES, nullable=False),
    sa.Column("source", SOURCE, nullable=False),
    # The commit that brought the passage in, and the latest that changed the context under which it is searched.
    sa.Column("arrived", sa.Integer, nullable=False),
    sa.Column("changed", sa.Integer, nullable=False, index=True),
    sa.UniqueConstraint("version_key", "id"),
    _refers("section_id", "section"),
    _refers("table_id", "table_"),
    # A number is never used again, or an old index would find another passage under it.
    sqlite_autoincrement=True,
)

model = sa.Table(
    "model",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("dimensions", sa.Integer, nullable=False),
)

# Equal texts share a vector, so a text is encoded once, however many versions and reports it stands in.
vector = sa.Table(
    "vector",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("model_key", sa.ForeignKey("model.key", ondelete="CASCADE"), nullable=False),
    sa.Column("text_hash", sa.LargeBinary, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("model_key", "text_hash"),
)

embedded = sa.Table(
    "embedded",
    metadata,
    sa.Column("model_key", sa.ForeignKey("model.key", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.ForeignKey("passage.number", ondelete="CASCADE"), primary_key=True, index=True),
    sa.Column("vector_key", sa.ForeignKey("vector.key"), nullable=False, index=True),
)
