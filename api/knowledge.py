"""The knowledge base as a whole: the store, and what is made over it when first asked for."""

from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from api.drafts.newer import NewerFigures
from api.drafts.standing import ProjectNames
from api.uploads.jobs import Jobs
from corpus.protocols import Encoder
from corpus.settings import Settings
from corpus.store import Store
from corpus.swedish.analysis import Analyzer
from search.encoder.encoder import open_encoder
from search.generations import IndexPublisher
from search.searcher import Searcher
from search.timeline.comparer import Comparer
from search.timeline.sections.comparer import SectionComparer
from search.watching import Watcher


class Knowledge:
    """A store with the encoder, searcher and publisher that belong to it.

    The encoder is opened the first time that something is encoded or searched; a caller that runs threads asks for
    `searcher` once before it starts them.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings

    @classmethod
    def open(cls, settings: Settings, *, create: bool = False) -> Self:
        """Open the knowledge base in `settings.data`.

        Raises:
            StoreError: the folder cannot be used; or there is no knowledge base in it and `create` is False.
            VersionMismatch: made by a newer version.
        """
        return cls(Store.open(settings.data, create=create), settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    @cached_property
    def analyzer(self) -> Analyzer:
        """What turns text into terms, for the index and for questions alike."""
        return Analyzer()

    @cached_property
    def encoder(self) -> Encoder:
        """The embedding model that the settings name; its weights are loaded when the first text is encoded.

        Raises:
            ModelError: the model is missing or damaged.
        """
        return open_encoder(self.settings.model, self.settings.models, self.settings.backend)

    @cached_property
    def searcher(self) -> Searcher:
        """Answers questions."""
        return Searcher(self.store, self.encoder, self.analyzer, self.settings)

    @cached_property
    def comparer(self) -> Comparer:
        """Compares what reports say of one thing."""
        return Comparer(self.store, self.searcher, self.analyzer)

    @cached_property
    def section_comparer(self) -> SectionComparer:
        """Compares reports section by section."""
        return SectionComparer(self.store, self.analyzer, lambda: self.encoder.model)

    @cached_property
    def watcher(self) -> Watcher:
        """Tells what is new for saved searches."""
        return Watcher(self.store, self.searcher)

    @cached_property
    def project_names(self) -> ProjectNames:
        """Which projects reports name: numbers in their names are never stale."""
        return ProjectNames(self.store)

    @cached_property
    def newer_figures(self) -> NewerFigures:
        """Offers the newest figure of a series in place of one that a draft borrowed."""
        return NewerFigures(self.store, self.analyzer)

    @cached_property
    def publisher(self) -> IndexPublisher:
        """Builds the indexes."""
        return IndexPublisher(self.store, self.encoder.model, self.encoder.dimensions, self.analyzer)

    def ingest_ready(self) -> Self:
        """Make sure that what is encoded from here on can be searched together with what is there.

        Raises:
            ModelError: the indexes were made with another model.
        """
        self.publisher.refuse_other_model()
        return self

    @cached_property
    def jobs(self) -> Jobs:
        """Reads uploads; a caller that runs threads asks for it once before it starts them, and closes it."""
        return Jobs(self)

    def original(self, content_hash: str) -> Path:
        """Where the original bytes lie.

        Raises:
            NotFound: they are not kept.
        """
        return self.store.files.path(content_hash)
