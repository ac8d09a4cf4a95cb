"""The collection to which every table of the store belongs."""

import sqlalchemy as sa

metadata = sa.MetaData()
