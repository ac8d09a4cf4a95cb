"""Typography drawn at random, as style sheets: what a body, headings, lists and pages may look like.

`$top` and `$bottom` in a style sheet stand for the running lines, which the report fills in.
"""

import random
from dataclasses import dataclass

FONTS = (
    *("Liberation Sans", "Liberation Serif", "Carlito", "Caladea", "Lato", "Open Sans", "Roboto", "EB Garamond"),
    *("DejaVu Sans", "DejaVu Serif", "Liberation Sans Narrow", "Roboto Condensed"),
)
OPENTYPE = frozenset(("EB Garamond",))
COLORS = ("#0b3d6b", "#7a1f3d", "#1c5d3a", "#5a3d8a", "#b34700", "#005f73")
CAPTIONS = ("font-weight:bold", "font-style:italic", "font-size:88%")
TABLES = ("ruled", "lines", "zebra", "bare", "open", "shaded")
COLUMNS = ("single", "single", "single", "two", "hanging", "facts")
NUMBERS = (
    "counter(page)",
    '"Sida " counter(page) " av " counter(pages)',
    'counter(page) " (" counter(pages) ")"',
    '"– " counter(page) " –"',
)
#: Looks of the deeper headings, from the most to the least prominent; sizes are shares of the body's.
DEEP = (
    ("size", 1.25, ""),
    ("bold-large", 1.15, "font-weight:bold"),
    ("colour", 1.1, "color:{color}"),
    ("bold", 1.0, "font-weight:bold"),
    ("bold-colour", 1.0, "font-weight:bold;color:{color}"),
    ("small-caps", 1.0, "font-variant:small-caps;font-weight:bold"),
    ("bold-italic", 1.0, "font-weight:bold;font-style:italic"),
    ("italic", 1.0, "font-style:italic"),
    ("small-bold", 0.9, "font-weight:bold"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """One report's typography."""

    css: str
    heads: tuple[str, ...]
    numbered: int
    table: str
    columns: str
    hyphens: bool
    paragraphs: str
    bullet: str
    dash: bool
    header: str
    color: str
    thead: bool
    notes: bool
    chart_caption: str


def look_of(chance: random.Random, engine: str) -> Look:
    """A look for a report printed by an engine."""
    # Chromium writes OpenType fonts glyph by glyph as drawings, without name and weight.
    fonts = [f for f in FONTS if engine == "weasyprint" or f not in OPENTYPE]
    body, head = chance.choice(fonts), chance.choice(fonts)
    if chance.random() < 0.5:
        head = body
    size = chance.choice((9.0, 9.5, 10.0, 10.5, 11.0, 12.0))
    color = chance.choice(COLORS)
    columns = chance.choice(COLUMNS)
    if engine == "weasyprint" and columns == "two":
        columns = "single"  # WeasyPrint stumbles over broken words in columns.
    paragraphs = chance.choice(("spaced", "spaced", "indented", "justified"))
    hyphens = chance.random() < (0.9 if columns == "two" else 0.4)
    names, heads = _heads(chance, size, head, color)
    css = [
        _page(chance, engine),
        f"body{{font:{size}pt/{chance.choice((1.15, 1.25, 1.35, 1.5, 1.65))} '{body}';margin:0}}",
        heads,
        _paragraphs(chance, paragraphs, size),
        _columns(columns),
        f".box{{{_box(chance, color)};padding:8pt 10pt;margin:10pt 0}} .box p,.box li{{font-size:{size - 0.5}pt}}",
        f"blockquote{{font-size:{size * 1.3}pt;{chance.choice(('font-style:italic', 'color:' + color))};margin:14pt "
        f"{chance.choice((10, 40))}pt;line-height:1.3}}",
        ".chart{margin:10pt 0} .chart p{font-size:85%;margin:3pt 0;text-indent:0}",
        f"caption,.caption{{text-align:left;{chance.choice(CAPTIONS)};padding:3pt 0;text-indent:0;margin:0}}",
        "sup{font-size:65%;line-height:0} .note{float:footnote;font-size:80%;font-weight:normal}",
        ".endnotes{border-top:.7pt solid #555;width:40%;margin-top:14pt} .endnote{font-size:80%;margin:2pt 0;"
        "text-indent:0}",
        ".cover{break-after:page;padding-top:120pt} .cover h1{font-size:30pt;line-height:1.2;margin:0;"
        "break-before:auto}",
        ".contents{break-after:page} .contents p{margin:2pt 0;display:flex;text-indent:0;text-align:left}",
        ".contents .at::after{content:target-counter(attr(href),page)} .contents .dots{flex:1;overflow:hidden;"
        "white-space:nowrap;height:1.2em}",
        "li{margin:2pt 0} .lead{font-weight:bold}",
        _table(size, color),
    ]
    return Look(
        "\n".join(css),
        names,
        chance.choice((0, 0, 2, 3, 4)),
        chance.choice(TABLES),
        columns,
        hyphens,
        paragraphs,
        chance.choice(("disc", "square", "'– '", "'• '", "circle")),
        chance.random() < 0.2,
        chance.choice(("title", "chapter", "both", "register", "none")),
        color,
        chance.random() < 0.7,
        columns != "two" and chance.random() < 0.6,
        chance.choice(("above", "below")),
    )


def _heads(chance: random.Random, size: float, font: str, color: str) -> tuple[tuple[str, ...], str]:
    """Four levels of headings, each less prominent than the one above it."""
    tops = (chance.choice((2.4, 2.0, 1.8)), chance.choice((1.55, 1.4)))
    weight = chance.choice(("bold", "normal"))
    shade = chance.choice((color, "#000", color))
    case = chance.choice(("none", "none", "none", "uppercase"))
    first = sorted(chance.sample(range(len(DEEP)), 2))
    # Two looks that differ in colour alone are no two levels to a reader.
    while {DEEP[first[0]][0], DEEP[first[1]][0]} in (
        {"bold", "bold-colour"},
        {"size", "colour"},
        {"bold", "small-caps"},
    ):
        first = sorted(chance.sample(range(len(DEEP)), 2))
    rules = [
        f"h{level}{{font-family:'{font}';font-weight:{weight};color:{shade};font-size:{size * top:.1f}pt;"
        f"line-height:1.2;margin:{chance.choice((14, 20))}pt 0 {chance.choice((4, 8))}pt;"
        f"{'text-transform:' + case if level == 1 else ''}}}"
        for level, top in enumerate(tops, start=1)
    ]
    names = [f"size-{weight}", f"size-{weight}"]
    for level, at in enumerate(first, start=3):
        name, factor, rule = DEEP[at]
        family = font if factor > 1 else font if chance.random() < 0.5 else "inherit"
        gap = chance.choice((0, 2, 4))
        rules.append(
            f"h{level}{{font-family:{family if family == 'inherit' else repr(family)};font-weight:normal;"
            f"font-size:{size * factor:.1f}pt;line-height:1.25;margin:{chance.choice((8, 12))}pt 0 {gap}pt;"
            f"{rule.format(color=color)}}}"
        )
        names.append(name)
    stays = chance.choice(("avoid", "avoid", "auto"))
    rules.append(
        f"h1{{break-before:{chance.choice(('page', 'auto'))}}} "
        f"h1,h2,h3,h4{{break-inside:avoid;break-after:{stays};text-align:left}}"
    )
    return tuple(names), "\n".join(rules)


def _page(chance: random.Random, engine: str) -> str:
    side = chance.choice((45, 60, 75))
    number = chance.choice(NUMBERS)
    spot = chance.choice(("@bottom-center", "@bottom-right", "@top-right"))
    if chance.random() < 0.25 and spot != "@bottom-center":
        here, there = spot, spot.replace("right", "left")
        numbers = f"@page:right{{{here}{{content:{number}}}}} @page:left{{{there}{{content:{number}}}}}"
    else:
        numbers = f"@page{{{spot}{{content:{number}}}}}"
    rule = chance.choice(("", "border-bottom:.5pt solid #777;")) if engine == "weasyprint" else ""
    return (
        f"@page{{size:A4;margin:70pt {side}pt 70pt {side}pt;"
        f"@top-left{{content:$top;{rule}font-size:8pt}} @bottom-left{{content:$bottom;font-size:8pt}} "
        "font-size:8pt} "
        f"{numbers} @page:first{{@top-left{{content:none}} @bottom-left{{content:none}} "
        "@bottom-center{content:none} @bottom-right{content:none} @top-right{content:none}}"
    )


def _paragraphs(chance: random.Random, kind: str, size: float) -> str:
    if kind == "indented":
        flush = "h1+p,h2+p,h3+p,h4+p,table+p,div+p,.box p{text-indent:0}"
        return f"p{{margin:0;text-indent:{chance.choice((12, 16))}pt}} {flush}"
    align = "justify" if kind == "justified" else "left"
    return f"p{{margin:0 0 {chance.choice((0.5, 0.7, 1.0)) * size:.1f}pt;text-align:{align}}}"


def _columns(columns: str) -> str:
    if columns == "two":
        return ".flow{columns:2;column-gap:20pt} .wide{column-span:all} .flow h1{column-span:all}"
    if columns == "hanging":
        return "body{padding-left:90pt} .cover,.contents,h1,h2{margin-left:-90pt}"
    if columns == "facts":
        return ".beside{display:grid;grid-template-columns:64% 30%;gap:6%} .beside .side{font-size:85%}"
    return ""


def _box(chance: random.Random, color: str) -> str:
    return chance.choice(
        (
            f"border:1pt solid {color}",
            "background:#e8eef4",
            f"border-left:4pt solid {color}",
            "background:#f4efe6;border:.5pt solid #aaa",
        )
    )


def _table(size: float, color: str) -> str:
    return f"""
table{{border-collapse:collapse;width:100%;font-size:{size - 1}pt;line-height:1.25;margin:6pt 0 10pt}}
td,th{{text-align:left;vertical-align:top;padding:2.5pt 5pt;font-weight:normal;text-indent:0}} th{{font-weight:bold}}
td.n,th.n{{text-align:right;white-space:nowrap}} tr{{break-inside:avoid}} .once{{display:table-row-group}}
.ruled td,.ruled th{{border:.6pt solid #444}}
.shaded td,.shaded th{{border:.5pt solid #999}} .shaded th{{background:{color};color:#fff}}
.lines tr{{border-bottom:.5pt solid #888}}
.zebra tbody tr:nth-child(odd){{background:#eef2f6}} .zebra th{{background:#d5dfe9}}
.open{{border-bottom:1pt solid #000}} .open thead{{border-bottom:1pt solid #000;border-top:1pt solid #000}}
.tight{{margin-bottom:0}} .dot{{display:inline-block;width:9pt;height:9pt;border-radius:50%}}
.diamond{{display:inline-block;width:8pt;height:8pt}}
"""
