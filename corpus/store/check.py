"""Verification of the store: that what it says of its reports is still true of their bytes."""

from collections.abc import Iterator
from itertools import chain

from corpus.context import contextualise
from corpus.files import hash_of
from corpus.model import Commitment, Figure, Passage, Project, Section, Table
from corpus.quotes import Verifier
from corpus.store.records import Finding, StoredPassage, StoredReport
from corpus.store.store import Store
from corpus.store.vectors import text_hash


def check(store: Store, model: str) -> list[Finding]:
    """Everything that is wrong with the store, in a fixed order; empty where nothing is.

    Args:
        store: to be checked; it may be written meanwhile, then the findings may be of either state.
        model: `Encoder.model` of the model that every current passage is to have a vector of.
    """
    reports = [version for report in store.reports() for version in store.versions(report.id)]
    return [
        *_database(store),
        *_originals(store, reports),
        *chain.from_iterable(_facts(store, report) for report in reports),
        *chain.from_iterable(_passages(store, report) for report in reports),
        *_vectors(store, model),
    ]


def _database(store: Store) -> Iterator[Finding]:
    """What the database itself finds: damaged pages, references to what is not there."""
    for fault in store.faults():
        yield Finding("database", "store.sqlite", f"Databasen är skadad: {fault}. Återställ en säkerhetskopia.")


def _originals(store: Store, reports: list[StoredReport]) -> Iterator[Finding]:
    for report in reports:
        where = f"{report.id} version {report.version}"
        if not store.files.has(report.content_hash):
            yield Finding("original_missing", where, f"Originalfilen till {report.file} saknas.")
        elif hash_of(store.files.path(report.content_hash)) != report.content_hash:
            yield Finding("original_changed", where, f"Originalfilen till {report.file} är inte som när den lästes in.")


def _facts(store: Store, report: StoredReport) -> Iterator[Finding]:
    """Facts whose words do not stand on their page."""
    facts = store.facts(report.id, report.version, wrong=True)
    marks = {note.mark for note in store.footnotes(report.id, report.version)}
    verifier = Verifier(store.pages(report.id, report.version), marks)
    everything: tuple[Project | Figure | Commitment, ...] = (*facts.projects, *facts.figures, *facts.commitments)
    for fact in everything:
        if not verifier.holds(fact.quote, fact.source):
            page = f" på sidan {fact.source.page}" if fact.source.page is not None else ""
            message = f"Citatet ”{fact.quote[:200]}” återfinns inte i {report.file}{page}."
            yield Finding("quote", fact.id, message)


def _passages(store: Store, report: StoredReport) -> Iterator[Finding]:
    """Passages whose text is not that of their section or table."""
    sections = {section.id: section for section in store.sections(report.id, report.version, spans=False)}
    tables = {table.id: table for table in store.tables(report.id, report.version)}
    for stored in store.passages_of(report.id, report.version):
        passage = stored.passage
        if passage.table_id is not None:
            whole = _is_of_table(passage, tables[passage.table_id])
        else:
            whole = passage.section_id is None or _is_of_section(passage, sections[passage.section_id])
        if not whole:
            message = f"Passagen {passage.id} i {report.file} stämmer inte med sitt avsnitt eller sin tabell."
            yield Finding("passage", passage.id, message)


def _is_of_section(passage: Passage, section: Section) -> bool:
    return section.text[passage.start : passage.end] == passage.text


def _is_of_table(passage: Passage, table: Table) -> bool:
    """Whether the passage ends with its rows, word for word."""
    words = [word for row in table.rows[passage.start : passage.end] for cell in row for word in cell.split()]
    return not words or passage.text.split()[-len(words) :] == words


def _vectors(store: Store, model: str) -> Iterator[Finding]:
    """Current passages without a vector of the model, or with one that was made from another text."""
    titles = {report.id: report.metadata.title for report in store.reports()}
    for batch in store.current_passages():
        hashes = store.text_hashes(model, [stored.number for stored in batch])
        for stored in batch:
            if stored.report_id not in titles:  # Came in after the check began.
                continue
            made_from = hashes.get(stored.number)
            if made_from is None:
                message = f"Passagen {stored.passage.id} saknar vektor av modellen {model}. Kör ”arsringar ingest”."
                yield Finding("vector_missing", stored.passage.id, message)
            elif made_from != text_hash(_embedded_text(stored, titles[stored.report_id])):
                message = (
                    f"Vektorn till passagen {stored.passage.id} är gjord av en annan text. Kör ”arsringar reindex”."
                )
                yield Finding("vector_text", stored.passage.id, message)


def _embedded_text(stored: StoredPassage, title: str) -> str:
    return contextualise(title, stored.passage.section_path, stored.passage.text)
