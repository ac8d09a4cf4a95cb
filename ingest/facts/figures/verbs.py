"""Words by which a noun phrase is told from what stands around it, without a parser.

A parser was tried: it reads 4 000 words a second beside a busy neighbour, and takes three seconds and 300 MB to load in
every worker.
"""

import re

#: Finite verbs and participles of the genre. Whether another word is a verb is told by `_ENDINGS`.
_VERBS = frozenset(
    """är var har hade blev blir bli vara varit blivit ska skall skulle kan kunde kommer kom måste bör får fick få fått
    går gick gå gått ger gav ge gett givit står stod stå stått ligger låg legat finns fanns funnits tar tog ta tagit
    gör gjorde göra gjort utgör utgjorde utgjort utgjordes uppgår uppgick uppgått stiger steg stigit sjunker sjönk
    sjunkit sjunka stiga ökar minskar växer växte vuxit vuxer avser avsåg avsett avses innebär innebar inneburit
    omfattar består bestod bestått motsvarar kostar kostat anger angav uppger uppgav visar visat visade saknar saknas
    når nått nådde nås behöver behövt beräknas bedöms förväntas väntas uppskattas räknar anser anses har tillfalla
    tillfaller nyttjar använder används deltar deltog deltagit genomför genomförs bedriver bedrivs omsätter omsatte
    bidrar bidrog gäller gällde gällt tillhör tillhörde arbetar bor bodde jobbar äger ägde leds leder ledde lett kör
    driver drivs drev drevs köper köpte säljer sålde betalar betalade betalas hanterar handskas löper sträcker når
    faller föll fallit höjs sänks höjer sänker överstiger översteg understiger understeg varierar ligger skiljer skilde
    inkom inkommit valdes väljs valts väljer hölls hållit håller hålls höll erbjuder erbjöd erbjöds fördelas fördelar
    skapar pågår pågick pågått startar avslutas avslutats antogs antagits antar träffar träffat träffats reste rest
    omsätta satsa satsas investera avsätta behöva erhålla tilldela tilldelas betala avsätter erbjuda delade delat
    kallade
    bifölls bifalls samlade samlar rymmer valde vald gett givit hjälper stärker skrevs skrivits höll ägt producerat
    tillkom tillkommit tillkommer återstår kvarstår gått rör rörde avsåg dog avled avlidit lever levde bestämmer
    beslutas mottog mottagit erhöll erhåller erhållit producerats avsatt satsar avsätter avsatte klarar uppnår uppnådde
    uppnåddes nåddes uppnåtts innehåller innehöll innehållit ingår ingick ingått planeras planerar behövs behövde
    redovisar redovisas registreras registrerar närmar framgår betyder betydde tycker upplever upplevde känner kände
    svarar uppfyller uppfylls sökte söker sökt berör berörs möjliggör syftar lämnas lämnar stannade landade hamnar
    hamnade passerar passerade täcker täckte räcker räckte delas delar stöder stödjer understödjer finansieras
    finansierar föreslås föreslår går hålla höja sänka anta innebära ge skapa nå bygga bygger byggs öka minska besöka
    öppnar öppnade öppnat stängt stänger kvarstod utvecklats bifallits inletts påbörjats medför medförde""".split()
)
#: Endings of past tenses and supines in the passive; such words are hardly ever nouns.
_ENDINGS = re.compile(
    r".{2,}(?:ades|ats|erats|nades|ade|rades|tades|erade|dess|nts|tts|its|lldes|rdes|fört|förs|förts|fördes|förde|it|[^n]as)$"
)
_SUPINES = re.compile(r".{2,}(?:erat|at|its|ats|tts)$")
#: Nouns with such endings.
_NOUNS = frozenset("profit kredit audit deposit limit visit gambit bit vit limit kalas atlas madras insats "
        "insatser plats arbetsplats resultat mandat format senat kandidat stat rabatt internat citat "
                   "advokat apparat privat klimat kamrat soldat certifikat substrat andats "
        "rättighets".split())  # fmt: skip
#: Verbs that say that something changed, and the noun that names the change.
CHANGES = (
    (re.compile(r"\b(?:öka(?:r|t|de|s)?|växer|växte|vuxit|steg|stiger|stigit|höj(?:er|s|t|ts|de|des)"
        r"|höja)\b", re.IGNORECASE), "ökning"),
    (re.compile(r"\b(?:minska(?:r|t|de|s|ts|des)?|sjunk(?:er|it|a)|sjönk|sänk(?:er|s|t|ts|te|tes|a)|föll|faller|fallit"
                r"|gått ned|gick ned|gick ner|gått ner)\b", re.IGNORECASE), "minskning"),
)  # fmt: skip
#: Verbs before an amount, and the noun that names what they tell: "satsas 1 675 Mkr" is a "satsning".
NAMED = (
    (re.compile(r"\bsats(?:a|ar|as|at|ats|ade|ades)\W*$"), "satsning"),
    (re.compile(r"\bomsätt(?:a|er|s|e)\W*$|\bomsatte\W*$"), "omsättning"),
    (re.compile(r"\bkosta(?:r|de|t|)\W*$"), "kostnad"),
    (re.compile(r"\binvester(?:a|ar|as|ade|ades|at|ats)\W*$"), "investering"),
    (re.compile(r"\bbehöv(?:a|er|s|de|t|ts|des)\W*$"), "behov"),
    (re.compile(r"\bspara(?:r|de|t|s|)\W*$"), "besparing"),
    (re.compile(r"\b(?:avsätt(?:a|er|s)|avsatt|avsatte|avsattes|avsatts)\W*$"), "avsättning"),
    (re.compile(r"\b(?:erbj(?:öd|uder|öds)|fick|fått|får|tilldela\w+|erhåll\w+|erhöll)\W*$"), "medel"),
)
#: Verbs that say of things only that they are, were done or came: they tell no measure.
EMPTY = frozenset(
    "har hade är var genomfört genomförts genomförs genomfördes hållits hålls hölls arrangerats arrangerades "
    "producerats "
    "producerat lämnats lämnades kommit kom inkommit inkom funnits finns fanns gjorts gjordes haft erhållit "
    "fått fick ägt "
    "blev blivit tagits skett startat startats träffats planerats redovisats tillkommit".split()
)
#: Prepositions: a phrase that follows a number may begin with one.
PREPOSITIONS = frozenset(
    "ur av om för till i på inom med från vid hos under över mellan mot per bland genom kring åt utanför utan "
    "inklusive "
    "exklusive enligt utöver runt efter".split()
)
#: Words that no noun phrase begins or ends with.
FUNCTION_WORDS = frozenset(
    """en ett den det de dem dessa denna detta som att och eller samt men så där här då när nu också även dock inte ej
    totalt sammanlagt cirka ca ungefär drygt knappt nära nästan omkring runt minst högst bara endast redan fortfarande
    i på av till för med om inom från vid under över per mellan mot genom kring hos bland åt enligt bl.a. bland annat
    man vi de han hon sin sitt sina dess deras vår vårt våra alla allt respektive vardera varav vilket vilka hela
    mer mera fler än jämfört året perioden år idag dag tidigare senare därefter därmed dessutom samtidigt vidare
    hittills således alltså sedan därför utan efter innan före upp ned ner in ut fram kvar igen motsvarande närmare
    upp emot uppemot bl.a andra ytterligare inklusive exklusive strax ned ju väl utöver däribland ungefärligen
    mkr mnkr tkr kr kronor krona miljoner miljon miljarder miljard procent procentenheter euro st år året års totala
    januari februari mars april maj juni juli augusti september oktober november december årets slut
    normalt bäst sämst högst lägst störst flest ändå dagens aktuella följande resten enbart fortsatt bl samtliga
    knappa dryga alltjämt nästkommande kommande fr.o.m t.o.m genomsnitt snitt""".split()
)
WORD = re.compile(r"[\w&:/.’'”\"“-]*\w[\w”\"“/]*|[%§]")


def is_verb(word: str) -> bool:
    """Whether a word is a finite verb or a participle, as far as that can be told from the word alone."""
    lower = word.lower()
    if lower in _VERBS:
        return True
    return lower not in _NOUNS and not word[:1].isupper() and bool(_ENDINGS.match(lower) or _SUPINES.match(lower))


def is_noun(word: str) -> bool:
    """Whether a word may be the noun that a phrase is about: no verb, no function word, no number."""
    return len(word) > 2 and word.lower() not in FUNCTION_WORDS and not is_verb(word) and not word[0].isdigit()
