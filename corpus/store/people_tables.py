"""The tables of what people make themselves: drafts and saved searches, which refer to no report's rows, and links."""

import sqlalchemy as sa

from corpus.store.columns import PROSE, TUPLES
from corpus.store.draft_records import DRAFT
from corpus.store.registry import metadata

# `current` is the version at which the draft is: undoing goes back to its parent.
draft = sa.Table(
    "draft",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("current", sa.Integer, nullable=False),
)

draft_version = sa.Table(
    "draft_version",
    metadata,
    sa.Column("draft_id", sa.ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("parent", sa.Integer),
    sa.Column("saved_at", sa.Text, nullable=False),
    sa.Column("content", DRAFT, nullable=False),
)

# `first_year` and `last_year` are both set or both NULL. What arrived in commits up to `seen_commit` has been seen.
saved_search = sa.Table(
    "saved_search",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("query", PROSE, nullable=False),
    sa.Column("first_year", sa.Integer),
    sa.Column("last_year", sa.Integer),
    sa.Column("publisher", PROSE),
    sa.Column("place", PROSE),
    sa.Column("kind", sa.Text),
    sa.Column("project", PROSE),
    sa.Column("overlooked", TUPLES, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("seen_at", sa.Text, nullable=False),
    sa.Column("seen_commit", sa.Integer, nullable=False),
)

# What is linked is known by its report and words, as facts are by their keys: a link outlives a reading, and where
# people say so also the removal of a report, of which it then holds nothing but keys. `report_id` is the event's
# report; `anchor_report_id` the anchor's, NULL of links that older versions made.
hand_link = sa.Table(
    "hand_link",
    metadata,
    sa.Column("anchor", sa.Text, primary_key=True),
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("report_id", sa.Text, nullable=False, index=True),
    sa.Column("anchor_report_id", sa.Text, index=True),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False),
)
