"""Scores of a report as read against what it holds, and what went wrong by kind."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from corpus.model import Report, Table
from tests.ingest.styles.truth import Drawing, Head, Remark, Sheet, Text, Truth

#: Two texts of which this share agrees are one.
SAME = 0.97
SAME_HEAD = 0.9
LONG_WORD = re.compile("[a-zåäö]{9,}")


@dataclass(slots=True)
class Scores:
    """Figures between 0 and 1, and for each kind how many there are and how many went wrong, with examples."""

    figures: dict[str, float] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, str]] = field(default_factory=list)

    def count(self, kind: str, text: str, *, right: bool) -> None:
        """Note one thing."""
        self.kinds[kind] += 1
        if not right:
            self.wrong[kind] += 1
            self.examples.append((kind, text))


def plain(text: str) -> str:
    """A text without what typography may change."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u00a0", " ")
    text = re.sub("[\u2010\u2011–—−]", "-", text).replace("”", '"').replace("“", '"')
    return re.sub(r"\s+", " ", text).strip().casefold()


def score(truth: Truth, report: Report) -> Scores:
    """Score a report as read."""
    scores = Scores()
    _score_headings(truth, report, scores)
    found = _paragraphs(report)
    _score_texts(truth, found, scores)
    _score_tables(truth, report, scores)
    _score_notes(truth, report, scores)
    _score_noise(truth, found, scores)
    return scores


def _paragraphs(report: Report) -> list[str]:
    """Paragraphs and list items in reading order."""
    return [
        plain(part.removeprefix("• ")) for section in report.sections for part in re.split(r"\n+", section.text) if part
    ]


def _alike(a: str, b: str) -> float:
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio() if abs(len(a) - len(b)) < 40 else 0.0


def _score_headings(truth: Truth, report: Report, scores: Scores) -> None:
    heads = [t for t in truth.things if isinstance(t, Head) and not t.optional]
    free = [plain(t.text) for t in truth.things if isinstance(t, Head) and t.optional]
    free += [plain(truth.title), "innehåll", "innehållsförteckning"]
    read = [s for s in report.sections if s.heading and not any(_alike(plain(s.heading), f) > SAME_HEAD for f in free)]
    pairs = _pairs([plain(h.text) for h in heads], [plain(s.heading) for s in read])
    parents = _parents([h.level for h in heads])
    places = {s.id: i for i, s in enumerate(read)}
    back = {p: h for h, p in pairs.items()}
    right = 0
    bodies = _first_texts(truth)
    followed = 0
    for at, head in enumerate(heads):
        if at not in pairs:
            scores.count(f"{head.kind}: missed", head.text, right=False)
            continue
        scores.count(f"{head.kind}: missed", head.text, right=True)
        section = read[pairs[at]]
        parent = places.get(section.parent_id or "")
        own = back.get(parent) if parent is not None else None
        wanted = parents[at]
        while wanted is not None and wanted not in pairs:
            wanted = parents[wanted]
        right += own == wanted
        scores.count(f"{head.kind}: parent", head.text, right=own == wanted)
        body = bodies.get(at)
        if body is not None:
            follows = plain(section.text).removeprefix("• ").startswith(plain(body)[:40])
            followed += follows
            scores.count("body follows heading", head.text, right=follows)
    for at, section in enumerate(read):
        if at not in back:
            scores.count("heading invented", section.heading, right=False)
    share = len(pairs)
    scores.figures["headings"] = 2 * share / max(1, len(heads) + len(read))
    scores.figures["hierarchy"] = right / max(1, len(heads))
    scores.figures["body"] = followed / max(1, sum(1 for at in bodies if at in pairs))


def _first_texts(truth: Truth) -> dict[int, str]:
    """For each heading that a paragraph follows at once, that paragraph."""
    found: dict[int, str] = {}
    number = -1
    after = False
    for thing in truth.things:
        if isinstance(thing, Head) and not thing.optional:
            number, after = number + 1, True
        else:
            if after and isinstance(thing, Text):
                found[number] = thing.text
            after = False
    return found


def _pairs(wanted: Sequence[str], read: Sequence[str]) -> dict[int, int]:
    """Which of the texts read is which of those wanted, in order."""
    matcher = SequenceMatcher(None, list(wanted), list(read), autojunk=False)
    pairs: dict[int, int] = {}
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(a, b), range(c, d), strict=True))
        elif tag == "replace":
            start = c
            for at in range(a, b):
                best = next((i for i in range(start, d) if _alike(wanted[at], read[i]) >= SAME_HEAD), None)
                if best is not None:
                    pairs[at], start = best, best + 1
    return pairs


def _parents(levels: Sequence[int]) -> list[int | None]:
    found: list[int | None] = []
    stack: list[int] = []
    for at, level in enumerate(levels):
        while stack and levels[stack[-1]] >= level:
            stack.pop()
        found.append(stack[-1] if stack else None)
        stack.append(at)
    return found


def _score_texts(truth: Truth, found: Sequence[str], scores: Scores) -> None:
    """Paragraphs returned whole as one block, and their order."""
    places: dict[str, list[int]] = {}
    for at, text in enumerate(found):
        places.setdefault(text, []).append(at)
    texts = [t for t in truth.things if isinstance(t, Text)]
    order: list[int] = []
    for thing in texts:
        wanted = plain(thing.text)
        whole = places.get(wanted) or [i for i, other in enumerate(found) if _alike(wanted, other) >= SAME]
        scores.count(thing.kind, thing.text, right=bool(whole))
        if whole:
            order.append(whole.pop(0))
    everything = " ".join(found)
    words = {w for t in texts for w in LONG_WORD.findall(plain(t.text))}
    read = set(re.findall(r"[a-zåäö-]+", everything))
    scores.figures["paragraphs"] = len(order) / max(1, len(texts))
    scores.figures["hyphens"] = sum(w in read for w in words) / max(1, len(words))
    scores.figures["order"] = sum(a < b for a, b in pairwise(order)) / max(1, len(order) - 1)


def _score_tables(truth: Truth, report: Report, scores: Scores) -> None:
    sheets = [t for t in truth.things if isinstance(t, Sheet)]
    read = list(report.tables)
    cells, shapes = [], []
    for sheet in sheets:
        want = _cells((sheet.header, *sheet.rows))
        best = max(read, key=lambda t: _common(want, t), default=None)
        share = _common(want, best) if best is not None else 0.0
        columns = max(len(r) for r in (sheet.header, *sheet.rows))
        shape = best is not None and share > 0 and _has_shape(best, len(sheet.rows), columns)
        cells.append(share)
        shapes.append(shape)
        scores.count(f"{sheet.kind}: cells", " | ".join(sheet.rows[0])[:90], right=share > 0.97)
        scores.count(f"{sheet.kind}: shape", " | ".join(sheet.rows[0])[:90], right=shape)
        if sheet.caption:
            captioned = best is not None and plain(best.caption or "") == plain(sheet.caption)
            scores.count("table caption", sheet.caption, right=captioned)
        if best is not None and share > 0.5:
            read.remove(best)
    for table in read:
        scores.count("table invented", " | ".join((table.header or ("",))[:4])[:90], right=False)
    if sheets:
        scores.figures["cells"] = sum(cells) / len(cells)
        scores.figures["shape"] = sum(shapes) / len(shapes)


def _cells(rows: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(plain(c) for row in rows for c in row if plain(c))


def _common(want: Counter[str], table: Table) -> float:
    return (want & _cells((table.header, *table.rows))).total() / max(1, want.total())


def _has_shape(table: Table, rows: int, columns: int) -> bool:
    return abs(len(table.rows) - rows) <= 1 and max(len(r) for r in (table.header, *table.rows)) == columns


def _score_notes(truth: Truth, report: Report, scores: Scores) -> None:
    notes = [t for t in truth.things if isinstance(t, Remark)]
    read = [(n.mark, plain(n.text)) for n in report.footnotes]
    right = 0
    for note in notes:
        good = any(mark == note.mark and _alike(text, plain(note.text)) >= SAME for mark, text in read)
        right += good
        scores.count(note.kind, note.text, right=good)
    if notes or read:
        scores.figures["notes"] = 2 * right / max(1, len(notes) + len(read))


def _score_noise(truth: Truth, found: Sequence[str], scores: Scores) -> None:
    """Running lines, contents entries and captions of charts that strayed into the text."""
    leaks = 0
    for line in truth.noise:
        leaked = sum(plain(line) in text and len(text) < len(line) + 30 for text in found) > 0
        leaks += leaked
        scores.count("running line", line, right=not leaked)
    if truth.noise:
        scores.figures["noise"] = 1 - leaks / len(truth.noise)
    strays = 0
    for entry in truth.entries:
        leaked = any(re.fullmatch(re.escape(plain(entry)) + r"[\s.]*\d{1,3}", text) for text in found)
        strays += leaked
        scores.count("contents entry", entry, right=not leaked)
    if truth.entries:
        scores.figures["contents"] = 1 - strays / len(truth.entries)
    for thing in truth.things:
        if isinstance(thing, Drawing):
            inside = [w for w in thing.inside if any(plain(w) == text for text in found)]
            leaked = any(plain(thing.caption) == text for text in found)
            scores.count("chart words in text", thing.caption, right=not inside)
            scores.count("chart caption in text", thing.caption, right=not leaked)


def mean(all_scores: Sequence[Scores], name: str) -> float:
    """A figure's mean over the reports that have it."""
    values = [s.figures[name] for s in all_scores if name in s.figures]
    return sum(values) / len(values)


def table_of(all_scores: Sequence[Scores]) -> str:
    """Means of the figures, and for each kind how many went wrong, the most frequent first."""
    names = list(dict.fromkeys(n for s in all_scores for n in s.figures))
    lines = []
    for name in names:
        worst = min(s.figures[name] for s in all_scores if name in s.figures)
        lines.append(f"{name:12s} {mean(all_scores, name):.3f}  worst {worst:.3f}")
    kinds: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for scores in all_scores:
        kinds += scores.kinds
        wrong += scores.wrong
    lines += [f"{wrong[kind]:5d} of {kinds[kind]:5d}  {kind}" for kind in sorted(wrong, key=lambda k: (-wrong[k], k))]
    return "\n".join(lines)
