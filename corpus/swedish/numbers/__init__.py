"""Numbers in Swedish reports: what they say, in which unit, how surely, and what only looks like a number.

`find` reads a text's numbers, `header_unit` a table header's unit, `write` and `write_whole` write a number.
"""

from corpus.swedish.numbers.number import Form, Number
from corpus.swedish.numbers.reader import find
from corpus.swedish.numbers.units import Unit, header_unit
from corpus.swedish.numbers.writer import write, write_whole

__all__ = ["Form", "Number", "Unit", "find", "header_unit", "write", "write_whole"]
