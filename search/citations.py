"""How a passage is cited, so that a colleague finds the place again."""

from corpus.model import Metadata, Source


def cite(metadata: Metadata, section_path: tuple[str, ...], source: Source) -> str:
    """A citation such as "Region Norrbotten (2021). Delårsrapport april 2021, s. 14".

    The registration number follows where there is one; the section stands in for a page that there is none of; a
    printed page number that differs from the file's is given with the file's in brackets.
    """
    year = str(metadata.period.end.year) if metadata.period else "u.å."
    head = f"{metadata.publisher} ({year}). {metadata.title}" if metadata.publisher else f"{metadata.title} ({year})"
    parts = [head]
    if metadata.registration_number:
        parts.append(f"dnr {metadata.registration_number}")
    parts += _place(section_path, source)
    return ", ".join(parts)


def _place(section_path: tuple[str, ...], source: Source) -> list[str]:
    if source.page is None:
        headings = [heading for heading in section_path if heading]
        return [f"avsnittet ”{headings[-1]}”"] if headings else []
    if source.printed_page and source.printed_page != str(source.page):
        return [f"s. {source.printed_page} (filens sida {source.page})"]
    return [f"s. {source.page}"]
