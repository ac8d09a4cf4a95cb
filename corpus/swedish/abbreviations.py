"""Swedish abbreviations that are written with a stop, and what the stop may mean.

Collected from public-sector reports and from the lists in Svenska skrivregler; all in lower case, without the last
stop.
"""

#: A word always follows: the stop never ends a sentence.
LEADING = frozenset(
    "art avd avs bil bl.a bl.a.a ca cirk diar diarienr dnr dr d.v.s dvs ev exkl ex eng fa fig följ fr.o.m from "
    "forts f.n fn gen hr inkl ing jfr jämf kap kl kapt kommunalförb lic mag max med medl min mom motsv moms.reg "
    "nr n:r obs o.dyl ordf p.g.a pga ped prel prof resp red ref reg s.k sk sek sid sign skr s st.f str t.ex tex "
    "t.o.m tom tab tel t.v tf tills u.å utg uppl vers vid vol v v.ordf vd övers ö.k öv".split()
)
#: Nothing need follow: the stop ends the sentence where the next word starts one.
CLOSING = frozenset(
    "a.a b dec dyl d.o d.y d.ä e.d e.dyl e.kr el.dyl eftr e.m etc f ff f.d f.kr f.m f.ö feb forts fre g gr h ha "
    "i.e jan jr jul jun kl kr kv l l.d lör m m.a.o m.fl m.h.t m.m m.v mar md mdkr mdr milj min mill mkr mnkr mån "
    "nov n.b o o.a o.d o.s.a o.s.v osv okt omf ons p.å.p p.m p.s sek sen sept sep s.å sön st ssk t tis tim tkr "
    "tors tr u.a uå vol v å åk äv äv.s apr aug msek tsek ekon kkr proc f.v.b".split()
)
ALL = LEADING | CLOSING
#: Those with a stop inside, longest first, for a word pattern.
DOTTED = tuple(sorted((abbreviation for abbreviation in ALL if "." in abbreviation), key=lambda a: (-len(a), a)))
