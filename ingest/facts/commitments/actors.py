"""Whose promise it is: somebody who can promise, as the sentence names them."""

import re
from collections import Counter

from corpus.model import Report

_NAME = r"[A-ZÅÄÖ][\wåäöé-]+"
#: Words by which a sentence names somebody who can promise; a name before a common word.
_ACTORS = re.compile(
    rf"(?P<name>\bRegion\s{_NAME}(?:\s+och\s+Region\s{_NAME})?"
    rf"|\bLänsstyrelsen(?:\s+i\s{_NAME}(?:\slän)?)?"
    rf"|\b{_NAME}(?:\s{_NAME})?\s+kommun(?:\s+och\s+{_NAME}\s+kommun)?\b"
    rf"|\b{_NAME}s\s+stad\b"
    rf"|\b(?:{_NAME}\s+){{1,3}}AB\b"
    rf"|\b{_NAME}s?\s+(?:museum|hamn|universitet|tekniska\suniversitet|högskola|lärcentrum)\b"
    rf"|\b(?:Regionbibliotek|Resurscentrum\sför|Energikontor)\s\w+"
    rf"|\b[A-ZÅÄÖ]\w+(?:verket|myndigheten|banken|inspektionen)\b)"
    r"|(?P<organ>(?i:\b(?:\w+\s+)?(?:\w*nämnden(?:\s+för\s+\w+(?:\s+och\s+\w+)?)?|\w*nämnderna|\w*styrelsen"
    r"|\w*fullmäktige|regeringen|riksdagen|direktionen|\w*revisionen|\w*revisorerna|\w*kommittén"
    r"|\w*beredningen(?!\s+av\b)|\w*utskottet|\w*myndigheten|\w*förvaltningen|\w*avdelningen|\w*enheten"
    r"|\w*kontoret|bolaget"
    r"|\w*museet"
    r"|\w*(?<!om)rådet|biblioteket|parterna|kommunerna|regionerna|nämnderna|bolagen|huvudmännen|länsstyrelsen)\b))"
    r"|(?P<own>(?i:\b(?:regionen|kommunen|staden|myndigheten|vi)\b))"
)
#: A word before an organ that belongs to its name: "regionala utvecklingsnämnden", "tekniska nämnden".
_BELONGS = re.compile(r"^(?:regionala|tekniska|kommunala|nationella|sociala)\s", re.IGNORECASE)
#: An actor in one of these is not the subject: "i regionen", "med kommunerna".
_PREPOSITION = re.compile(
    r"\b(?:i|på|med|till|från|av|för|hos|mellan|inom|om|vid|under|via|samt|och|enligt|mot|genom"
    r"|mellan)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
#: Who is advised: what stands before "rekommenderas", or after "rekommenderar".
_ADVISED = re.compile(
    r"^(?P<who>[^.:“”\"]{3,160}?)\s+rekommenderas\s+(?:\S+\s+){0,8}?att\b\s*"
    r"|\brekommenderar\s+(?:vi\s+)?(?:därför\s+)?(?P<whom>[^.:]{3,160}?)\s+att\b\s*",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(
    r"^(?:\d+\.\s+)?[“”\"]?(?P<who>[^.:]{3,120}?)\s+(?:får|har\s+fått|ges|har)\s+(?:i\s+uppdrag|uppdraget)\s+att\s+"
    r"|\b(?:ger|har\s+gett|har\s+givit)\s+(?P<whom>[^.:]{3,120}?)\s+i\s+uppdrag\s+att\s+",
    re.IGNORECASE,
)
_BY = re.compile(r"\bav\s+$", re.IGNORECASE)


def actor_of(sentence: str, at: int, publisher: str | None, *, passive: bool = False) -> str | None:
    """Who promises: the subject nearest before the verb, or just after it in an inverted clause.

    Args:
        sentence: the sentence.
        at: where its modal or verb of planning stands.
        publisher: whom "regionen", "kommunen" and "vi" mean.
        passive: whether the thing done is the subject, so that the actor follows "av".
    """
    found = [(match, _before(sentence, match)) for match in _ACTORS.finditer(sentence)]
    if passive:
        return next((_named(m, publisher) for m, before in found if _start(m) > at and _BY.search(before)), None)
    free = [match for match, before in found if not _PREPOSITION.search(before)]
    ahead = [match for match in free if match.end() <= at + 1]
    behind = [match for match in free if at < _start(match) < at + _NEAR]
    chosen = behind[0] if behind and not ahead else ahead[-1] if ahead else None
    return _named(chosen, publisher) if chosen else None


def advised(sentence: str) -> tuple[str | None, str]:
    """Who is advised, and what to do: "Nämnden rekommenderas att utreda" → "Nämnden", "utreda"."""
    found = _ADVISED.search(sentence)
    if found is None:
        return None, sentence
    return _headed(found["who"] or found["whom"]), sentence[found.end() :]


def assigned(task: str) -> tuple[str | None, str]:
    """Who is given a task, and the task: "Nämnden får i uppdrag att utreda" → "Nämnden", "utreda"."""
    found = _ASSIGNED.search(task)
    return (_headed(found["who"] or found["whom"]), task[found.end() :]) if found else (None, task)


def _headed(name: str) -> str:
    """A name as it stands alone."""
    return name[0].upper() + name[1:]


#: How many characters after an inverted verb its subject begins at most: "planerar regionen", "ska därför regionen".
_NEAR = 25


def _before(sentence: str, match: re.Match[str]) -> str:
    return sentence[max(0, _start(match) - 30) : _start(match)]


def _start(match: re.Match[str]) -> int:
    """Where the actor begins, without a strange word before an organ."""
    if match["organ"] and " " in match["organ"] and not _BELONGS.match(match["organ"]):
        return match.end() - len(match["organ"].split()[-1])
    return match.start()


def _named(match: re.Match[str], publisher: str | None) -> str:
    if match["own"]:
        return publisher or match["own"]
    words = match.string[_start(match) : match.end()]
    return words if match["name"] else words[0].upper() + words[1:] if not words.startswith("regering") else words


#: A board's full name, and how often "nämnden" alone must stand for it to be the report's own.
_BOARD = re.compile(r"\b((?:[Rr]egionala\s|[Tt]ekniska\s)?\w+nämnden)\b")
_OWN_BOARD = re.compile(r"\b[Nn]ämndens?\b")
_OFTEN = 3


def is_board(name: str) -> bool:
    """Whether a name is a board's."""
    return _BOARD.fullmatch(name) is not None


def owner_of(report: Report) -> str | None:
    """Whose goals a report's goal tables are: the board that it calls "nämnden", else the publisher."""
    texts = [text for section in report.sections for text in (section.heading, section.text)]
    if sum(len(_OWN_BOARD.findall(text)) for text in texts) >= _OFTEN:
        named = Counter(name[0].upper() + name[1:] for text in texts for name in _BOARD.findall(text))
        if named:
            board: str = named.most_common(1)[0][0]
            return board
    return report.metadata.publisher
