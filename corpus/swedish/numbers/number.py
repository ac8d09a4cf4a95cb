"""A number as it was read."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["amount", "period", "year", "date", "time", "reference", "ordinal"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)`, its unit included.

    `value` (and `value_max`, of a range or period) is in `unit`: "1 675 Mkr" is 1675000000 SEK, read with `scale`
    1000000. `unit` is None where none is written; `count` where a thing that is counted follows. A date's value is
    yyyymmdd, or mmdd without a year; a time's hours; a reference's the first number in it. `qualifier` is the Swedish
    words as they stand before the number ("ca", "upp till"), or the whole expression where it is one ("ett 40-tal").
    `per` is what the amount is counted by, as it stands ("invånare", "m³", "1 000 invånare").
    """

    start: int
    end: int
    value: float
    value_max: float | None = None
    unit: str | None = None
    scale: float = 1.0
    qualifier: str | None = None
    form: Form = "amount"
    per: str | None = None
