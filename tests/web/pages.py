"""Every page of the site in each of its states, errors too.

A new page is one line here, and all browser tests see it.
"""

from urllib.parse import quote

from corpus.model import Project
from corpus.settings import Settings
from corpus.store import FactQuery, Store
from corpus.store.items import FACTS
from tests.library import LIVE, TWIN

QUESTION = "bredband Övertorneå"
SEARCH = f"/?q={quote(QUESTION)}"
INTERIM = "norrbotten-delarsrapport-april-2021.pdf"
REPORT = f"/rapporter/{INTERIM}"
#: Two years of one publisher's annual reports.
EARLIER, LATER = "arsredovisning-2022.pdf", "arsredovisning-2023.txt"

#: A question in which everything is understood that can be.
ALL_UNDERSTOOD = 'hur många i Luleå 2019–2021 "bredband" -fiber'
EVERY_PAGE = (
    *("/", SEARCH, "/?q=atombomber+p%C3%A5+Mallorca", "/?q=a&fran=abc", "/rapporter", REPORT, "/nothing"),
    f"/?q={quote(ALL_UNDERSTOOD)}&bortse={quote('place:Luleå')}&fran=2017&utgivare=Region+Norrbotten",
    *("/?q=region&antal=20", "/?q=bredbannd", "/?q=bredband&rapport=norrbotten-2017", "/?q=-vatten"),
    *("/?q=bredband&projekt=Fiberlyftet", "/bevakningar", "/liknande/finns-inte"),
    *(f"{REPORT}?ord=bredband", f"{REPORT}?ord=bredband&nr=99", f"{REPORT}?ord=kvastbindare"),
    *("/siffror", "/siffror?sida=2&ordna=value", "/siffror?q=bredband&fran=2021", "/siffror?q=finnsinte"),
    *("/siffror?fran=abc", "/siffror?slag=roman", "/siffror?sida=0", f"/siffror?rapport={TWIN}"),
    *("/siffror?rapport=norrbotten-2017", "/siffror?visa=felmarkta"),
    *("/projekt", "/projekt?q=finnsinte", "/projekt/finns-inte", "/projekt?fran=abc"),
    *("/ataganden", "/ataganden?status=done&aktor=region", "/ataganden?q=finnsinte", "/ataganden?status=roman"),
    *(f"{REPORT}/maluppfyllelse", f"/rapporter/{LIVE}/maluppfyllelse", f"/rapporter/{TWIN}/maluppfyllelse"),
    *("/utkast", "/utkast/nytt", f"/utkast/nytt?rapport={TWIN}", "/utkast/finns-inte", "/utkast/lana"),
    *("/jamfor", "/jamfor?amne=bredband", "/jamfor?amne=bredband&ordna=plats", "/jamfor?amne=x&fran=abc"),
    *("/jamfor/rapporter", f"/jamfor/rapporter?fran={EARLIER}&till={LATER}", f"/jamfor/rapporter?till={LATER}"),
    *(f"/jamfor/rapporter?fran={LATER}&till={LATER}", "/jamfor/rapporter?fran=finns-inte&till=inte-heller"),
    *("/jamfor/avsnitt", "/jamfor/avsnitt?fran=finns-inte&till=inte-heller", "/jamfor/avsnitt?fran=finns-inte"),
    *("/lagg-till", "/lagg-till/finns-inte", "/tillganglighet", "/hjalp"),
    *("/ratta/finns-inte", f"{REPORT}/ratta", f"{REPORT}/ta-bort"),
)
#: Pages that say something else where the knowledge base is empty.
EMPTY = (
    *("/", "/bevakningar", "/rapporter", "/siffror", "/projekt", "/ataganden", "/siffror?q=bredband"),
    *("/jamfor?amne=bredband", "/jamfor/rapporter", "/utkast", "/utkast/nytt"),
)


def every_page_of(settings: Settings) -> tuple[str, ...]:
    """The pages above, and those whose addresses only the knowledge base knows: of a fact, its form, a project."""
    with Store.open(settings.data) as store:
        facts = [store.find_facts(kind, FactQuery(reports=(store.resolve(INTERIM),), limit=1)).facts for kind in FACTS]
        passage = store.passages_of(store.resolve(INTERIM))[20].passage.id
        (draft,) = store.drafts()
        texts = sections_side_by_side(store)
    ids = [found.fact.id for (found,) in facts]
    projects = [found.fact.name for (found,) in facts if isinstance(found.fact, Project)]
    return (
        *EVERY_PAGE,
        *texts,
        f"/liknande/{passage}",
        f"/utkast/lana?vad=passage:{passage}",
        *(f"/utkast/{draft.id}{rest}" for rest in ("", f"?rubrik={draft.draft.headings[1].id}", "/ladda-ned")),
        f"/utkast/{draft.id}?fraga=sjukfr%C3%A5nvaro",
        *(f"/ratta/{id_}" for id_ in ids),
        *(f"{REPORT}?uppgift={id_}" for id_ in ids),
        *(f"/projekt/{quote(name, safe='')}" for name in projects),
    )


def sections_side_by_side(store: Store) -> tuple[str, ...]:
    """The same section in two reports: changed, with a table, joined, of another report; and one without its like."""
    before, after, other = (store.resolve(file) for file in (EARLIER, LATER, INTERIM))
    old, new = ({one.heading: one.id for one in store.sections(id_, spans=False)} for id_ in (before, after))
    pairs = ("Bredband", "Kollektivtrafik", "Företagsstöd", "Ekonomi")
    return (
        *(f"/jamfor/avsnitt?fran={old[name]}&till={new[name]}" for name in pairs),
        f"/jamfor/avsnitt?fran={old['Resultat']}&fran={old['Investeringar']}&till={new['Resultat']}",
        f"/jamfor/avsnitt?avsnitt={old['Intern kontroll']}&mot={after}",
        f"/jamfor/avsnitt?avsnitt={new['Bredband']}&mot={other}",
    )
