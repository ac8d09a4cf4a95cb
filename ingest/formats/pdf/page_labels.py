"""The labels that a PDF gives its pages ("iv", "7"), through pdfminer: pdfium ends the process on absurd ones."""

from itertools import islice

from ingest.formats.pdf.objects import BROKEN, Objects

#: Longer labels are no page numbers.
LONGEST = 40


def page_labels(objects: Objects | None, count: int) -> tuple[str | None, ...]:
    """A label for each of a file's pages; None where it gives none, or none that can be read."""
    if objects is None:
        return (None,) * count
    try:
        found = [label.strip() for label in islice(objects.get_page_labels(), count)]
    except BROKEN:
        found = []
    labels = [label if 0 < len(label) <= LONGEST else None for label in found]
    return (*labels, *[None] * (count - len(labels)))
