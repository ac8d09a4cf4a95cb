"""Who owns, works in and pays for a project, its money, places and time."""

import pytest

from tests.ingest.facts.projects.reading import only, read, table


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Projektet Fiberbyn drivs av Lomby kommun.", "Lomby kommun"),
        ("Projektet Fiberbyn växer. Projektet leds av Högskolan i Lomby.", "Högskolan i Lomby"),
        ("Projektet Fiberbyn, som regionen driver, växer.", "Region Nord"),
        ("Regionen deltar i länsstyrelsens projekt Arbete och lust.", "länsstyrelsen"),
        ("Projektet Fiberbyn är en del av Tidöavtalets projekt i norr.", None),
        ("Projektet Fiberbyn växer. Bussarna drivs av Trafikbolaget AB.", None),
    ],
)
def test_the_owner_is_who_drives_it(text: str, owner: str | None) -> None:
    assert only(text).owner == owner


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Projektet Fiberbyn, som regionen driver tillsammans med länets kommuner, växer.", ("länets kommuner",)),
        (
            "Projektet Fiberbyn drivs av Lomby kommun med Norra Energi och Sparbanken Nord.",
            ("Norra Energi", "Sparbanken Nord"),
        ),
        (
            "Inom projektet Elforum, där även Region Syd och Trafikverket ingår, planeras det.",
            ("Region Syd", "Trafikverket"),
        ),
        ("Regionen deltar i länsstyrelsens projekt Arbete och lust.", ("Region Nord",)),
        ("Projektet Fiberbyn startade i samarbete med Region Syd.", ("Region Syd",)),
    ],
)
def test_partners_work_with_the_owner(text: str, partners: tuple[str, ...]) -> None:
    assert only(text).partners == partners


@pytest.mark.parametrize(
    ("text", "funders"),
    [
        ("Projektet Fiberbyn finansieras av Tillväxtverket och LKAB.", ("Tillväxtverket", "LKAB")),
        ("Projektet Fiberbyn betalas med statliga covid-19-medel.", ("statliga covid-19-medel",)),
        ("Projektet Fiberbyn, med stöd av Energimyndigheten, växer.", ("Energimyndigheten",)),
        ("Svenska ESF-rådet har beviljat 18 miljoner kronor till projektet Fiberbyn.", ("Svenska ESF-rådet",)),
        ("Projektet Fiberbyn beviljades 20 miljoner kronor för perioden 2016–2019 från Vinnova.", ("Vinnova",)),
        ("Projektet Fiberbyn har fått 9 miljoner kronor av Post- och telestyrelsen.", ("Post- och telestyrelsen",)),
    ],
)
def test_funders_pay(text: str, funders: tuple[str, ...]) -> None:
    assert only(text).funders == funders


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Projektet Fiberbyn kostar 48 miljoner kronor, varav 21,5 är stöd.", (48e6,)),
        (
            "Ur stödet betalades 51 miljoner kronor, varav 24,6 miljoner kronor inom satsningen Nystart fiske.",
            (24.6e6,),
        ),
        ("Projektet Fiberbyn nådde företag som omsatte 300 miljoner kronor.", ()),
        ("Projektet Fiberbyn fick stöd med 5 mkr. Bolaget fick 7 mkr.", (5e6,)),
        ("Projektet Fiberbyn växer. Projektet fick bidrag med 5 mkr.", (5e6,)),
    ],
)
def test_amounts_are_what_is_paid_for_it(text: str, amounts: tuple[float, ...]) -> None:
    assert only(text).amounts_sek == amounts


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Projektet Fiberbyn pågår under åren 2018–2021.", ("2018-01-01", "2021-12-31", "2018–2021")),
        ("Projektet Fiberbyn beviljades stöd för perioden 2016–2019.", ("2016-01-01", "2019-12-31", "2016–2019")),
        ("Projektet Fiberbyn löper från 2018 till 2020.", ("2018-01-01", "2020-12-31", "2018 till 2020")),
        ("Projektet Fiberbyn pågår under hela 2021.", ("2021-01-01", "2021-12-31", "2021")),
        ("Initiativet Grön ort 2017–2020 växer.", ("2017-01-01", "2020-12-31", "2017–2020")),
        ("Projektet Fiberbyn får stöd ur Landsbygdsprogrammet 2014–2020.", None),
        ("Projektet Fiberbyn hör till programperioden 2014–2020.", None),
        ("Projektet Fiberbyn bygger på siffror 2014–2020 om bredband.", None),
        ("Projektet Fiberbyn får 20 mkr 2016–2019.", ("2016-01-01", "2019-12-31", "2016–2019")),
        ("Projektet Fiberbyn minns svälten 1866–1868.", None),
    ],
)
def test_the_period_is_its_own(text: str, period: tuple[str, str, str] | None) -> None:
    found = read(text)[0].period
    assert (found and (found.start.isoformat(), found.end.isoformat(), found.text)) == period


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Projektet Fiberbyn bygger i Arjeplog och Pajala.", ("Arjeplog", "Pajala")),
        ("Projektet Fiberbyn leds av Luleå tekniska universitet.", ()),
        ("Projektet Fiberbyn drivs av Region Västerbotten.", ()),
        ("Projektet Fiberbyn visas på Norrbottens museum.", ()),
        ("Projektet Fiberbyn drivs av Kiruna kommun.", ("Kiruna",)),
    ],
)
def test_places_in_the_names_of_bodies_are_not_the_projects(text: str, places: tuple[str, ...]) -> None:
    assert only(text).places == places


def test_a_sentence_on_two_projects_says_nothing_of_either() -> None:
    first, second = read("Projektet Fiberbyn och projektet Resa ihop finansieras av Vinnova med 5 mkr.")
    assert (first.funders, second.funders, first.amounts_sek) == ((), (), ())


def test_a_row_tells_owner_money_and_time_and_a_share_of_no_named_payer() -> None:
    rows = table(
        "Projekt|Projektägare|Period|Regionens andel, tkr",
        "Fiberbyn|Lomby kommun|2018–2022|11 500",
        "Grön ort|Region Nord|2017|–",
        "Summa|||11 500",
    )
    first, second = read("Se tabellen.", tables=(rows,))
    assert (first.name, first.owner, first.amounts_sek, first.funders) == (
        "Fiberbyn",
        "Lomby kommun",
        (11.5e6,),
        (),
    )
    assert first.period
    assert (first.period.start.year, first.period.end.year) == (2018, 2022)
    assert (second.name, second.amounts_sek, second.funders) == ("Grön ort", (), ())
    assert first.quote == "Fiberbyn Lomby kommun 2018–2022 11 500"


def test_a_row_tells_partners_but_not_whom_it_is_for_or_where_it_sits() -> None:
    rows = table(
        "Projekt|Medverkande|Finansiering|Tid",
        "Fiberbyn|Länsstyrelsen, Luleå tekniska universitet|Tillväxtverket med flera|2017",
        "Grön ort|Kontor i Luleå och Umeå|–|–",
        "Solkollen|Små och medelstora företag|LKAB, Sparbanken Nord|–",
    )
    first, second, third = read("Se tabellen.", tables=(rows,))
    assert first.partners == ("Länsstyrelsen", "Luleå tekniska universitet")
    assert first.funders == ("Tillväxtverket",)
    assert (second.partners, second.places) == ((), ("Luleå", "Umeå"))
    assert (third.partners, third.funders) == ((), ("LKAB", "Sparbanken Nord"))


def test_a_table_of_money_alone_is_an_account_and_no_list_of_projects() -> None:
    rows = table("Projekt|Belopp", "Drift|5", "Fiberbyn|7")
    assert read("Se tabellen.", tables=(rows,)) == ()


def test_an_owner_is_no_partner_of_its_own() -> None:
    text = "Projektet Fiberbyn drivs av Lomby kommun. Projektet sker i samarbete med Lomby kommun."
    assert only(text).partners == ()
