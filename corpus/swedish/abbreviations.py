"""Swedish abbreviations that are written with a stop, and what the stop may mean.

Collected from public-sector reports and from the lists in Svenska skrivregler; all in lower case, without the last
stop.
"""

#: A word always follows: the stop never ends a sentence.
LEADING = frozenset(
    "ang anm avd avs bl.a bl.a.a ca cirk diar diarienr dnr dr d.v.s dvs enl ev exkl ex fig följ fr.o.m forts f.n hr "
    "inkl ing jfr jämf kap kl kapt kommunalförb medl mom motsv moms.reg nr n:r o.dyl ordf p.g.a pga prel prof prop "
    "resp ref s.k sek sid skr s st.f str t.ex tel tex tfn t.o.m tab t.v u.å utg uppl vers vol v v.ordf övers ö.k "
    "öv".split()
)
#: Nothing need follow: the stop ends the sentence where the next word starts one.
CLOSING = frozenset(
    "a.a dec dyl d.o d.y d.ä e.d e.dyl e.kr el.dyl eftr e.m etc f ff f.d f.kr f.m f.ö feb forts gr i.e jan jr jun "
    "kr l.d m.a.o m.fl m.h.t m.m m.v md mdkr mdr milj min mill mkr mnkr mån nov n.b o.a o.d o.s.a o.s.v osv okt "
    "omf p.å.p p.m p.s sept sep s.å st tim tkr tr u.a uå v åk äv äv.s apr aug msek tsek ekon kkr proc f.v.b".split()
)
#: Ordinary words that are abbreviations where a number follows: "bil. 3", "art. 5".
NUMBERED = frozenset("art bet bil del mom pkt p".split())
#: After these a number belongs to the same sentence: "15 jan. 2020".
DATED = frozenset("jan feb apr jun jul aug sept sep okt nov dec".split())
ALL = LEADING | CLOSING
#: Those with a stop inside, longest first, for a word pattern.
DOTTED = tuple(sorted((abbreviation for abbreviation in ALL if "." in abbreviation), key=lambda a: (-len(a), a)))
