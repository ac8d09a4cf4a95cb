"""The tables of drafts: apart from all others, for a draft is no report."""

import sqlalchemy as sa

from corpus.store.draft_records import DRAFT


def tables(metadata: sa.MetaData) -> tuple[sa.Table, sa.Table]:
    """The drafts and their versions; `current` is where a draft is: undoing goes back to that version's `parent`."""
    draft = sa.Table(
        "draft",
        metadata,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("current", sa.Integer, nullable=False),
    )
    version = sa.Table(
        "draft_version",
        metadata,
        sa.Column("draft_id", sa.ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("parent", sa.Integer),
        sa.Column("saved_at", sa.Text, nullable=False),
        sa.Column("content", DRAFT, nullable=False),
    )
    return draft, version
