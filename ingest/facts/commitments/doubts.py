"""What only looks like a promise: forecasts, suppositions, rules, purposes, conditions and the past."""

import re

from ingest.facts.commitments.wordings import WORK

#: What an effect does, not somebody: "satsningen ska bidra till", "stödet ska leda till".
EFFECTS = re.compile(
    r"(?:\S+\s+){0,6}?(?:bidra|leda\s+till|främja|resultera|möjliggöra|medföra|innebära|omfatta|innehålla|utgöra"
    r"|förstås|ses\s+som|gälla\s+för|syfta|spegla|fungera\s+som|ligga\s+till\s+grund|visa\b"
    r"|skapa\s+(?:ökad|ökat|ökade|bättre|goda|mer|fler|förutsättningar)\b|binda|kunna|behöva|räcka|uppstå|tolkas"
    r"|betraktas|framgå|beaktas|anses|avse|utgå\s+från|grundas|präglas"
    r"|vägleda|locka)\b",
    re.IGNORECASE,
)
#: What comes about by itself: verbs after "kommer att" that forecast instead of promising.
HAPPENS = frozenset(
    (
        "öka minska stiga sjunka falla växa påverka påverkas ligga behöva behövas kräva krävas innebära kunna få "
        "leda medföra bidra resultera utgöra ha ta dämpas förbättras försämras återhämta återhämtar nå avta "
        "utvecklas närma hamna förbli visa dröja ge spela gynna drabbas röra understiga överstiga uppgå märkas "
        "komma försvagas stärkas mattas vända uppstå synas höjas sänkas fortgå bestå se krävs bero "
        "variera hålla förändras ändras skapa täckas utgå underlätta möjliggöra vilja inträffa lyckas klara "
        "pressas tynga dämpa stimulera stödja stärka belasta kosta orsaka saknas betyda tvingas höja sänka "
        "räcka överskugga äga omsätta normaliseras stabiliseras skifta bromsa bromsas accelerera kvarstå upplevas "
        "bedömas gå känna tillta överraska passera generera efterfrågas ställa ställas bli märka utmana minskas ökas "
        "handla utgöras omfatta vara"
    ).split()
)
#: "vara" and "bli" promise only what is to be ready.
READY = re.compile(
    r"^\s+(?:\S+\s+){0,4}?(?:klar\w*|kvar|färdig\w*|i\s+drift|värd\w*|underlag|ett\s+underlag|på\s+plats"
    r"|genomför\w*)\b",
    re.IGNORECASE,
)
#: What shows that somebody only thinks, wonders or supposes.
SUPPOSED = re.compile(
    r"\b(?:sannolikt|sannolikhet|kanske|anta\s+att|förutsp\w+|befara\w*|spekul\w+|troligen|troligtvis|förmodligen"
    r"|antagligen|möjligen|eventuellt|tror|tycker|undrar|sade"
    r"|menade|menar|ansåg|anser|påpekade|hoppas|förmoda\w*|poängterade|hävdade|trodde|antas\s+att|jag"
    r"|förväntningar(?:na)?|marknads\w+"
    r"|marknaden|prognosen|prognoserna|prognos\s+(?:för\s+[^,.;]{1,60}\s+är|utgår)|bedömde|förväntar\s+sig"
    r"|bedömning(?:en)?\s+är\s+att|är\s+(?:\w+\s+)?möjligt\s+att|tecken\s+på|inflation\w*|konjunktur\w*"
    r"|\w*ränt(?:a|an|or|orna)|penningpolitik\w*|BNP"
    r"|Fed|Federal\s+Reserve|ECB|euroområdet"
    r"|centralbanker(?:na)?|osäkert|osäkerhet\w*|skulle|risk(?:en)?|behov\w*\s+av\s+att|kommer\s+(?:\w+\s+)?inte"
    r"|kronan|priserna"
    r"|arbetslösheten|arbetsmarknaden|löne\w+|tillväxten)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:kommer|planerar|planeras|avser|ska|skall|har|tänker)\s+(?:\w+\s+){0,2}?(?:inte|ej|aldrig)\b"
    r"|\b(?:beslutade|beslutat)\b[^,.;]*?\satt\s+inte\b",
    re.IGNORECASE,
)
#: The end of a law's name: "skollagen", but not "bolagen" or "anslagen".
_LAW = r"\w*(?<!bo)(?<!under)(?<!ans)(?<!örs)(?<!ins)(?<!avs)lagen"
#: What a law, a rule or a policy demands of anybody.
RULE = re.compile(
    r"§|\benligt\s+(?:\w+\s+){0,4}?\w*(?:lag|lagen|lagstiftning\w*|förordning(?:en)?|reglemente[t]?|riktlinje\w*"
    r"|policyn?|direktiv\w*|föreskrift\w*"
    r"|regelverk\w*|instruktion\w*|rutin\w*|avtal\w*|kap\.?)\b"
    rf"|\b(?:{_LAW}|\w*lagstiftningen|\w*förordningen|reglementet|riktlinjerna|riktlinjen|policyn|direktivet"
    r"|föreskrifterna|grundlag|bestämmelserna)\s+"
    r"(?:\w+\s+){0,3}?(?:ska|anger|säger|kräver|ställer|framgår|föreskriver|innebär|reglerar|slår)\b"
    r"|\bframgår\s+(?:\w+\s+){0,6}?att\b|\b(?:lagstadgad\w*|skyldig\w*|föreskriver)\b|\b(?:innebär|anger|anges"
    r"|säger|stadgar)\s+att\b"
    rf"|\barbetsgivare\w*\s+(?:ska|skall)\b|^vid\s+(?:en|ett)\b|\bmåste\b|\bi\s+(?:\w+\s+)?(?:{_LAW}|förordningen"
    r"|reglementet|riktlinjerna|policyn)\b",
    re.IGNORECASE,
)
#: The clauses in which "ska" is a purpose, a condition or a thing talked of.
SUBORDINATE = re.compile(
    r"(?:(?:^\s*|\b(?:av|frågan|samt|också|även|framgår|visar|bedöma?|granska\w*|utred\w*)\s+)(?:om|vad|var)"
    r"|\bvad\s+som|\bså\s+att|\bhur|\bvilk\w+|\beftersom|\bvarför"
    r"|\bvem|\bkan\s+och"
    r"|\bför\s+att(?!\s+(?!\w*(?:la|ska|iga|ade|ra)\s)(?:\w+as?|få|nå|ge|se|gå|stå"
    r"|bli)\s))\s+(?:[^\s,.;:]+\s+){0,12}?$",
    re.IGNORECASE,
)
#: "ska" right after a short clause of condition or time: "om stödet ska", "när åtgärder ska".
ASIDE = re.compile(
    r"(?:(?:^|,\s|\b(?:även|som|utom|inte|och|att|eller)\s)om|\bnär|\binnan)\s+(?:\S+\s+){1,3}$", re.IGNORECASE
)
#: A subject that is anybody.
GENERAL = re.compile(r"\bman\s+(?:\w+\s+){0,2}ska\b|\bska\s+man\b|\b(?:ingen|inget|inga)\b.*\bska\b", re.IGNORECASE)
#: A plan that is anybody's: "att man avser att".
ANYBODY = re.compile(r"\b(?:man|någon|\w*företag|hushåll(?:en)?)\s+(?:\w+\s+)?$", re.IGNORECASE)
#: A clause of "hur" that a plan tells.
PLANNED_HOW = re.compile(
    r"\b(?:planen|\w*planer|handlingsplanen|strategin|programmet|planer\s+för"
    r"|handlar\s+(?:\w+\s+){0,2}om)\s+(?:\S+\s+){0,3}?hur\b",
    re.IGNORECASE,
)
#: A time to come that belongs to the verb before it: "avslutas under 2022".
LED = re.compile(
    r"\s+(?:\S+\s+){0,3}?(?:under|till|i|senast|från|hösten|våren)\s+(?:\w+\s+){0,3}?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
#: A time that opens the sentence: "Under 2018 utvärderas", "Den 19 maj arrangeras"; its verb follows at once.
TIME_FIRST = re.compile(
    r"^(?:[^,]{0,40}?\s)??(?:under|i|från|den|till|senast|hösten|våren|sommaren|inför)\s+(?:\S+\s+){0,3}?(?:19"
    r"|20)\d\d\b"
    r"|^.{0,60}\bunder\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
#: How many words stand at most between that time and the verb: "Under 2018 och 2019 byggs", "I mars 2018 kl. 9 öppnas".
FRONT = 2
RELATIVE = re.compile(r"(?:,\s|\s)(?:som|där|då)\s")
OPENING = re.compile(r"^(?:om|ifall|såvida|därest|förutsatt)\b", re.IGNORECASE)
PAST = re.compile(
    r"\b(?:har|hade|var|blev|fanns|gjordes|kom|gick|fick|tog|stod|låg|(?!fjärde|sjätte|både)\w{2,}(?:ades?|ddes?"
    r"|ldes?|rdes?|ktes?|ptes?|ttes?))\b",
    re.IGNORECASE,
)
#: Work that ends with something new: an audit tells of such work as of a promise.
DELIVERY = re.compile(r"\b(?:ta\s+fram|utarbeta|upprätta|revidera|införa|inrätta)\b", re.IGNORECASE)
#: What has come about: a delay told beside it is over.
FINISHED = re.compile(
    r"\b(?:genomfördes|slutfördes|avslutades|färdigställdes|invigdes|öppnade[s]?|blev\s+(?:\w+\s+)?klar\w*"
    r"|togs\s+i\s+(?:drift|bruk))\b",
    re.IGNORECASE,
)
#: Somebody, or some work, that can do what follows "kommer att".
DOER = re.compile(
    rf"\b(?:Region\s|regionen|kommun\w*|\w*nämnden|\w*styrelsen|\w*fullmäktige|\w*verket|\w*myndigheten|regeringen"
    rf"|\w*banken"
    rf"|bolaget|\w+\s+AB|vi|staden"
    rf"|länsstyrelsen|parterna|direktionen|\w*förvaltningen|\w*enheten|\w*(?<!om)rådet|museet|\w*samverkan|{WORK})\b",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"^(?:att\s+)?(?:\w+\s+){0,6}?\w+[aå]s\b", re.IGNORECASE)
#: Words that end as a passive verb does.
NOT_VERBS = frozenset(
    (
        "samtidigt sveriges länets regionens kommunens årets dess deras förutom annars alltjämt finns mars "
        "väntas beräknas bedöms förväntas antas krävs"
    ).split()
)
