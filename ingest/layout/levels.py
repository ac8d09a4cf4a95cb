"""Levels of headings: those that are known, and those that the prominence of a style tells."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.layout.headings import StyleKey, Verdict

#: A style's level is known where it is so of more than this share of its headings: one may be named like a chapter.
KNOWN_SHARE = 0.1
#: A style is plainly larger than another by so many points.
PLAINLY_LARGER = 3.0


def levels_of(verdicts: Sequence[Verdict], follows: Sequence[bool]) -> list[int]:
    """A level for each heading of a document, in order.

    Explicit levels stand, but for styles of which the file puts the plainly larger one below the smaller one: their
    levels change places. A style without one stands where its prominence puts it among the styles whose level is
    known: below every more prominent one. A heading that another of its own style follows at once, without a text
    between, heads those after it. One without number before the first numbered chapter is a chapter itself.

    Args:
        verdicts: the headings.
        follows: for each, whether it follows the heading before it at once.
    """
    verdicts = _righted(verdicts)
    levels = _style_levels(verdicts)
    numbered = {v.key for v in verdicts if v.numbered}
    found: list[int] = []
    begun = False
    group: tuple[StyleKey, int] | None = None
    for at, verdict in enumerate(verdicts):
        begun = begun or verdict.numbered
        level = verdict.explicit if verdict.explicit is not None else levels[verdict.key]
        if verdict.explicit is None and not begun and verdict.key in numbered:
            level = 1
        if group is not None and (level < group[1] or (level == group[1] and verdict.key != group[0])):
            group = None
        heads = at + 1 < len(verdicts) and follows[at + 1] and _same_look(verdict, verdicts[at + 1])
        if heads:
            group = (verdict.key, level)
        elif group is not None and verdict.key == group[0] and verdict.explicit is None:
            level += 1
        found.append(level)
    return found


def _righted(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Verdicts of which the levels of two styles change places where they contradict their sizes."""
    known: defaultdict[StyleKey, Counter[int | None]] = defaultdict(Counter)
    for verdict in verdicts:
        known[verdict.key][verdict.explicit] += 1
    # Only styles that always have one and the same level, more than once, are plainly meant so.
    steady = {key: level for key, own in known.items() if len(own) == 1 for level in own if level and own[level] > 1}
    swapped: dict[StyleKey, int] = {}
    for a, high in steady.items():
        for b, low in steady.items():
            if a[0] >= b[0] + PLAINLY_LARGER and high > low and not {a, b} & swapped.keys():
                swapped |= {a: low, b: high}
    return [replace(v, explicit=swapped.get(v.key, v.explicit)) for v in verdicts]


def _same_look(a: Verdict, b: Verdict) -> bool:
    return a.key == b.key and a.explicit is None and b.explicit is None


def _style_levels(verdicts: Sequence[Verdict]) -> dict[StyleKey, int]:
    known: defaultdict[StyleKey, Counter[int]] = defaultdict(Counter)
    for verdict in verdicts:
        if verdict.explicit is not None:
            known[verdict.key][verdict.explicit] += 1
    counts = Counter(v.key for v in verdicts)
    styles = sorted(counts, key=_prominence)
    levels: dict[StyleKey, int] = {}
    deepest = 0
    for at, key in enumerate(styles):
        if known[key].total() > KNOWN_SHARE * counts[key]:
            level = known[key].most_common(1)[0][0]
        elif at and _alike(styles[at - 1], key, counts):
            level = levels[styles[at - 1]]
        else:
            level = deepest + 1
        levels[key] = level
        deepest = max(deepest, level)
    return levels


def _prominence(key: StyleKey) -> tuple[float, int, int, int, int, str]:
    size, bold, italic, capitals, color, family = key
    return -size, -int(bold), -int(capitals), int(italic), -color, family


def _alike(a: StyleKey, b: StyleKey, counts: Mapping[StyleKey, int]) -> bool:
    """Two styles that differ too little for two levels; one heading in capitals may just be a short name."""
    if a[3] and not b[3] and counts[a] == 1:
        return a[:3] == b[:3] and a[4:] == b[4:]
    return abs(a[0] - b[0]) < 0.6 and a[1:4] == b[1:4]
