"""The years of a project, from its name, its row in a table or a sentence about it."""

import re
from datetime import date

from corpus.model import Period

_YEAR = r"(?:19|20)\d\d"
_RANGE = re.compile(rf"(?<!\d)(?P<from>{_YEAR})(?:\s?[-–—]\s?|\still(?:\soch\smed)?\s)(?P<to>{_YEAR}|\d\d)(?!\d)")
_DURING = re.compile(
    rf"(?:pågår|pågick|genomförs|genomfördes|bedrivs|drivs)\s(?:under\s)?(?:hela\s)?(?P<from>{_YEAR})(?!\d)"
)
_ONE = re.compile(rf"(?<!\d)(?P<from>{_YEAR})(?!\d)")
#: What stands before years that are another's: a programme's, a plan's, a comparison's.
_ANOTHERS = re.compile(
    r"(?:program\w*|\w+perioden|strategi\w*|\w*plan(?:en)?|agenda\w*|anslag\w*|jämfört med|Interreg\s\w+|Horisont|CBC)"
    r"(?:\sför)?(?:\s(?:åren|perioden))?\s?$",
    re.IGNORECASE,
)

#: What stands before years that are an undertaking's own.
_ITS_TIME = re.compile(
    r"(?:\w*perioden|åren|år|under|för|mellan|från|omfattar|avser|gäller|löper|pågår|kronor|mkr|tkr|(?-i:[A-ZÅÄÖ])\w*[,:]?)\s$|\($",
    re.IGNORECASE,
)


def of_name(name: str) -> Period | None:
    """The period that a name ends with: "Länstransportplan 2022–2033"."""
    return _years(_RANGE.search(name))


def of_cell(cell: str) -> Period | None:
    """The period of a table's cell: years from and to, or one year."""
    return _years(_RANGE.search(cell)) or (_years(_ONE.search(cell)) if len(_ONE.findall(cell)) == 1 else None)


def of_sentence(text: str) -> Period | None:
    """The period that a sentence gives its project; years that follow a programme's or plan's name are theirs."""
    for match in _RANGE.finditer(text):
        before = text[: match.start()]
        if _ITS_TIME.search(before) and not _ANOTHERS.search(before):
            return _years(match)
    return _years(_DURING.search(text))


def _years(match: re.Match[str] | None) -> Period | None:
    if match is None:
        return None
    first = match["from"]
    is_range = "to" in match.re.groupindex
    last = match["to"] if is_range else first
    last = last if len(last) == 4 else first[:2] + last
    if last < first:
        return None
    return Period(date(int(first), 1, 1), date(int(last), 12, 31), match[0] if is_range else first)
