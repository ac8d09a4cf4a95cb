"""Office holders with their names: who holds an office now is another matter."""

import re
from collections.abc import Iterator
from typing import Literal

from api.drafts.stale.kept import Span
from corpus.swedish import places

_OFFICE = (
    r"(?i:(?:(?:förste|1:e|2:e|andre|vice|tillförordnad|tf\.?|biträdande|t\.?f\.?)\s)*"
    r"(?:\w{0,40}(?:ordförande|råd|direktör|chef|minister|rektor|revisor|sekreterare|sekreteraren|samordnare"
    r"|projektledare|processledare|strateg|hövding|ledamot|biskop|talesperson)(?:n|en)?"
    r"|vd|verkställande\sdirektör(?:en)?))"
)
_NAME = (
    r"[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?:\s(?:von|af|de|van))?"
    r"(?:\s[A-ZÅÄÖ]\.)?\s[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?:\s[A-ZÅÄÖ][a-zåäöéü]+sson)?"
)
_PARTY = r"(?:\s\([A-ZÅÄÖa-zåäö]{1,3}\))?"
#: "Karim Lindestad, ordförande"; "regiondirektör Anna Berg"; "Ordförande: Anna Berg (S)".
_WAYS = (
    re.compile(rf"(?<![\w-])(?P<name>{_NAME}){_PARTY}(?:,\s|\s\(|\n)(?P<office>{_OFFICE})(?!\w)"),
    re.compile(rf"(?<![\w-])(?P<office>{_OFFICE})(?::\s|\s|,\s)(?P<name>{_NAME}){_PARTY}"),
)
#: First words of what is called by capitals without being a person.
_NO_PERSON = frozenset(
    "Region Regionen Kommun Kommunen Norra Södra Östra Västra Nya Projekt Projektet Europeiska Svenska Sveriges".split()
)


def find(words: str) -> Iterator[tuple[Span, Literal["person"]]]:
    """The stretches with an office and its holder's name."""
    for way in _WAYS:
        for match in way.finditer(words):
            first = match["name"].split()[0]
            if first not in _NO_PERSON and places.lookup(first) is None:
                yield match.span(), "person"
