"""Swedish numerals: in digits and in words."""

import re
from decimal import Decimal

#: Spaces that group thousands: ordinary, non-breaking, thin, narrow non-breaking, figure space.
SPACES = " \u00a0\u2009\u202f\u2007"
SPACE = f"[{SPACES}]"
DASH = "[-‐‑–—−]"
ZERO = "noll"
ONES = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9}
TEENS = dict(
    zip("tio elva tolv tretton fjorton femton sexton sjutton arton nitton".split(), range(10, 20), strict=True)
)
TENS = dict(zip("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split(), range(20, 100, 10), strict=True))
_ONE = "|".join(ONES)
_BELOW_HUNDRED = f"(?:(?:{'|'.join(TENS)})(?:{_ONE})?|{'|'.join(TEENS)}|{_ONE})"
_BELOW_THOUSAND = f"(?:(?:{_ONE})?hundra{_BELOW_HUNDRED}?|{_BELOW_HUNDRED})"
#: A numeral in words below a million, written as one word.
WORDS = f"(?i:{_BELOW_THOUSAND}?tusen{_BELOW_THOUSAND}?|{_BELOW_THOUSAND}|{ZERO})"
FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_FRACTION = f"[{''.join(FRACTIONS)}]"
#: A numeral in digits: with a fraction's sign; in groups parted by spaces or by stops, or in none; a decimal comma, or
#: a stop before one or two digits. Five groups parted by ordinary spaces are a row of numbers, not one.
DIGITS = (
    rf"(?:(?:\d{{1,3}}{SPACE}?)?{_FRACTION}"
    rf"|\d{{1,3}}(?:[{SPACES[1:]}]\d{{3}}){{1,4}}(?!\d)(?:,\d{{1,6}}(?!\d))?"
    rf"|\d{{1,3}}(?:{SPACE}\d{{3}}){{1,3}}(?!\d|{SPACE}\d{{3}}(?!\d))(?:,\d{{1,6}}(?!\d))?"
    rf"|\d{{1,3}}(?:\.\d{{3}}){{1,4}}(?![\d.]\d|\d)(?:,\d{{1,6}}(?!\d))?"
    rf"|\d{{1,15}}(?!\d)(?:,\d{{1,6}}(?!\d)|\.\d{{1,2}}(?![.:]?\d))?)"
)


#: Every word that a numeral may begin with.
NUMERAL_WORDS = (ZERO, *ONES, *TEENS, *TENS, "hundra", "tusen")


def parse_words(word: str) -> int:
    """The value of a numeral in words that `WORDS` matches."""
    word = word.lower()
    if word == ZERO:
        return 0
    thousands, found, rest = word.partition("tusen")
    if found:
        return (_below_thousand(thousands) or 1) * 1000 + _below_thousand(rest)
    return _below_thousand(word)


def parse_digits(digits: str) -> Decimal:
    """The value of a numeral in digits that `DIGITS` matches."""
    bare = re.sub(SPACE, "", digits)
    if bare[-1] in FRACTIONS:
        return Decimal(bare[:-1] or 0) + FRACTIONS[bare[-1]]
    whole, _, fraction = bare.partition(",")
    if not fraction and whole.count(".") == 1 and len(whole) - whole.index(".") < 4:
        whole, _, fraction = whole.partition(".")
    return Decimal(f"{whole.replace('.', '')}.{fraction or '0'}")


def parse(numeral: str) -> Decimal:
    """The value of a numeral in digits or words."""
    return Decimal(parse_words(numeral)) if numeral[0].isalpha() else parse_digits(numeral)


def _below_thousand(word: str) -> int:
    hundreds, found, rest = word.partition("hundra")
    if found:
        return (ONES[hundreds] if hundreds else 1) * 100 + _below_hundred(rest)
    return _below_hundred(word)


def _below_hundred(word: str) -> int:
    if not word:
        return 0
    if word in ONES or word in TEENS:
        return ONES.get(word) or TEENS[word]
    ten = next(ten for ten in TENS if word.startswith(ten))
    return TENS[ten] + ONES.get(word[len(ten) :], 0)
