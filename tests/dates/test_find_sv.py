"""Swedish expressions under a header of a day (Monday 3 October 2016), a month, or none."""

from __future__ import annotations

import pytest

from tasks.dates.find import find_dates

MONDAY = "2016-10-03"
MONTH = "2016-11"

# text, expression, EDTF under 2016-10-03
CALENDAR = [
    ("Attacken skedde 22 september.", "22 september", "2016-09-22"),
    ("Attacken skedde den 22 september 2015.", "den 22 september 2015", "2015-09-22"),
    ("Attacken skedde den 22:a september 2015.", "den 22:a september 2015", "2015-09-22"),
    ("Attacken skedde den 7:e september.", "den 7:e september", "2016-09-07"),
    ("Avtalet av 22.9.2016 bröts.", "22.9.2016", "2016-09-22"),
    ("Avtalet den 22/9 2016 bröts.", "den 22/9 2016", "2016-09-22"),
    ("Avtalet bröts den 22/9.", "den 22/9", "2016-09-22"),
    ("Brevet är daterat 2016-09-22.", "2016-09-22", "2016-09-22"),
    ("Hon dödades den 9 maj.", "den 9 maj", "2016-05-09"),
    ("Hon dödades den tjugoandra september.", "den tjugoandra september", "2016-09-22"),
    ("Lördagen den 1 oktober besköts staden.", "Lördagen den 1 oktober", "2016-10-01"),
    ("De möttes tisdag den 27 september 2016.", "tisdag den 27 september 2016", "2016-09-27"),
    ("Borgmästaren dog 24 december.", "24 december", "2015-12-24"),
    ("Valet ska hållas 24 december.", "24 december", "2016-12-24"),
    ("De flydde i september 2016.", "september 2016", "2016-09"),
    ("De flydde i september.", "september", "2016-09"),
    ("De flydde i november.", "november", "2015-11"),
    ("Samtalen ska fortsätta i november.", "november", "2016-11"),
    ("De flydde i mars 2014.", "mars 2014", "2014-03"),
    ("Attacken 1 aug. 2015 var värst.", "1 aug. 2015", "2015-08-01"),
    ("Kriget bröt ut 2012.", "2012", "2012"),
    ("Upproret slogs ned år 1852.", "år 1852", "1852"),
    ("Kriget (2003) var långt.", "2003", "2003"),
    ("Det har varat sedan 2012.", "sedan 2012", "2012/.."),
    ("Staden har varit belägrad sedan juli.", "sedan juli", "2016-07/.."),
    ("De har kämpat ända sedan 1 juni.", "ända sedan 1 juni", "2016-06-01/.."),
    ("Fram till 2014 var han general.", "Fram till 2014", "../2014"),
    ("De ska vara ute före den 15 oktober.", "före den 15 oktober", "../2016-10-15"),
    ("Vapenvilan varade 13–15 juli.", "13–15 juli", "2016-07-13/2016-07-15"),
    ("Vapenvilan varade den 13 till 15 juli 2015.", "den 13 till 15 juli 2015", "2015-07-13/2015-07-15"),
    ("Vapenvilan varade från 30 juni till 3 juli.", "från 30 juni till 3 juli", "2016-06-30/2016-07-03"),
    ("Han tjänstgjorde från november 2013 till juli 2014.", "från november 2013 till juli 2014", "2013-11/2014-07"),
    ("Mellan 2002 och 2008 fick de pengar.", "Mellan 2002 och 2008", "2002/2008"),
    ("Landet var ockuperat 1940–1945.", "1940–1945", "1940/1945"),
    ("De möttes den 2 och 3 maj.", "den 2 och 3 maj", "{2016-05-02,2016-05-03}"),
    ("Protesterna 2011 och 2013 skakade landet.", "2011 och 2013", "{2011,2013}"),
    ("Lånen gavs på 1970-talet.", "på 1970-talet", "1970/1979"),
    ("De flydde på åttiotalet.", "på åttiotalet", "1980/1989"),
    ("De flydde under 90-talet.", "under 90-talet", "1990/1999"),
    ("Borgen är från 1800-talet.", "1800-talet", "1800/1899"),
    ("Han sköts sommaren 2014.", "sommaren 2014", "2014-22"),
    ("De flydde hösten 2015.", "hösten 2015", "2015-23"),
    ("Tidigt i juni dödades fem.", "Tidigt i juni", "2016-06-01/2016-06-10"),
    ("Mitt i augusti dödades fem.", "Mitt i augusti", "2016-08-11/2016-08-20"),
    ("I början av 2015 gav de sig av.", "I början av 2015", "2015-01"),
    ("I slutet av september 2015 kom de.", "I slutet av september 2015", "2015-09-21/2015-09-30"),
    ("Staden bombades under andra världskriget.", "andra världskriget", "1939/1945"),
    ("De slog till på julafton.", "julafton", "2015-12-24"),
    ("De slog till på nyårsafton.", "nyårsafton", "2015-12-31"),
    ("Hon talade på nationaldagen.", "nationaldagen", "2016-06-06"),
    ("Under fjärde kvartalet 2015 sjönk priset.", "Under fjärde kvartalet 2015", "2015-10/2015-12"),
]  # fmt: skip

RELATIVE = [
    ("De talade i lördags.", "i lördags", "2016-10-01"),
    ("De talade i måndags.", "i måndags", "2016-09-26"),
    ("De greps i fredags kväll.", "i fredags kväll", "2016-09-30"),
    ("De greps på lördagen.", "lördagen", "2016-10-01"),
    ("Barn fanns bland offren för onsdagens flygräd som dödade tolv.", "onsdagens", "2016-09-28"),
    ("Det small på lördagskvällen och tre skadades.", "lördagskvällen", "2016-10-01"),
    ("Sent på onsdagen blev det känt.", "Sent på onsdagen", "2016-09-28"),
    ("De ska mötas på fredag.", "på fredag", "2016-10-07"),
    ("De ses på lördag.", "på lördag", "2016-10-08"),
    ("Tisdag ska parterna mötas igen.", "Tisdag", "2016-10-04"),
    ("Han kommer tillbaka nästa fredag.", "nästa fredag", "2016-10-07"),
    ("Han dödades förra fredagen.", "förra fredagen", "2016-09-30"),
    ("Han dödades på fredagen förra veckan.", "fredagen förra veckan", "2016-09-30"),
    ("Attacken natten till lördag var värst.", "natten till lördag", "2016-09-30/2016-10-01"),
    ("Attacken natten mot söndagen var värst.", "natten mot söndagen", "2016-10-01/2016-10-02"),
    ("De möttes på fredagen och lördagen.", "fredagen och lördagen", "{2016-09-30,2016-10-01}"),
    ("Pausen varade från torsdagen till lördagen.", "från torsdagen till lördagen", "2016-09-29/2016-10-01"),
    ("Gripandena sedan torsdagen är många.", "sedan torsdagen", "2016-09-29/.."),
    ("De sköts i dag.", "i dag", "2016-10-03"),
    ("De sköts i morse.", "i morse", "2016-10-03"),
    ("De sköts igår.", "igår", "2016-10-02"),
    ("De sköts i går kväll.", "i går kväll", "2016-10-02"),
    ("De reser i morgon.", "i morgon", "2016-10-04"),
    ("De reser i övermorgon.", "i övermorgon", "2016-10-05"),
    ("De reste i förrgår.", "i förrgår", "2016-10-01"),
    ("Hon talar i kväll.", "i kväll", "2016-10-03"),
    ("En bomb föll i natt.", "i natt", "2016-10-02/2016-10-03"),
    ("Avtalet bröts förra veckan.", "förra veckan", "2016-09-26/2016-10-02"),
    ("Avtalet bröts förra månaden.", "förra månaden", "2016-09"),
    ("Avtalet bröts förra året.", "förra året", "2015"),
    ("Avtalet bröts i fjol.", "i fjol", "2015"),
    ("Avtalet bröts hösten i fjol.", "hösten i fjol", "2015-23"),
    ("Fjolårets avtal höll.", "Fjolårets", "2015"),
    ("Avtalet bröts i våras.", "i våras", "2016-21"),
    ("Avtalet bröts i somras.", "i somras", "2016-22"),
    ("Avtalet bröts i höstas.", "i höstas", "2015-23"),
    ("Avtalet bröts i vintras.", "i vintras", "2015-24"),
    ("Ett nytt avtal ska slutas i vinter.", "i vinter", "2016-24"),
    ("Avtalet skrevs i år.", "i år", "2016"),
    ("Avtalet skrevs denna månad.", "denna månad", "2016-10"),
    ("Det ska hållas val nästa år.", "nästa år", "2017"),
    ("De ska mötas nästa vecka.", "nästa vecka", "2016-10-10/2016-10-16"),
    ("De ska mötas senare i veckan.", "senare i veckan", "2016-10-04/2016-10-09"),
    ("Nio dödades tidigare i år.", "tidigare i år", "2016-01-01/2016-10-02"),
    ("Hittills i år har 90 dödats.", "Hittills i år", "2016-01-01/2016-10-03"),
    ("Två sköts i helgen.", "i helgen", "2016-10-01/2016-10-02"),
    ("De ska marschera nästa helg.", "nästa helg", "2016-10-15/2016-10-16"),
    ("De ska marschera till helgen.", "till helgen", "2016-10-08/2016-10-09"),
    ("Tolv dödades i december förra året.", "december förra året", "2015-12"),
    ("Han reste för en vecka sedan.", "för en vecka sedan", "2016-09-26"),
    ("Han reste för två dagar sedan.", "för två dagar sedan", "2016-10-01"),
    ("Han reste för tre månader sen.", "för tre månader sen", "2016-07"),
    ("Han reste för tjugofem år sedan.", "för tjugofem år sedan", "1991"),
    ("Han reste för några månader sedan.", "för några månader sedan", "2016-04/2016-08"),
    ("Upproret började för över ett år sedan.", "för över ett år sedan", "../2015-10-03"),
    ("De senaste tre dagarna blev det värre.", "De senaste tre dagarna", "2016-10-01/2016-10-03"),
    ("Under de senaste två veckorna har många flytt.", "Under de senaste två veckorna", "2016-09-19/2016-10-03"),
    ("Fyra har dödats den senaste veckan.", "den senaste veckan", "2016-09-26/2016-10-03"),
    ("De kommande dagarna blir svåra.", "De kommande dagarna", "2016-10-04/2016-10-10"),
    ("Hon reser om tre dagar.", "om tre dagar", "2016-10-06"),
    ("Valet hålls om en vecka.", "om en vecka", "2016-10-10"),
    ("Det small i fredags klockan 12.30.", "i fredags klockan 12.30", "2016-09-30"),
]  # fmt: skip

# What hangs on feasts, weeks, quarters, other dates
RULES = [
    ("I slutet på april kom de.", "I slutet på april", "2016-04-21/2016-04-30"),
    ("Kvartal 3 2016 blev svagt.", "Kvartal 3 2016", "2016-07/2016-09"),
    ("De reste bort i påskas.", "i påskas", "2016-03-24/2016-03-28"),
    ("I julas brann kyrkan.", "I julas", "2015-12-24/2015-12-26"),
    ("Avtalet av 22.9.16 bröts.", "22.9.16", "2016-09-22"),
    ("Upproret i maj -68 skakade landet.", "maj -68", "1968-05"),
    ("Försäljningen sjönk under Q3 2016.", "Q3 2016", "2016-07/2016-09"),
    ("Försäljningen sjönk under första halvåret 2016.", "under första halvåret 2016", "2016-01/2016-06"),
    ("Försäljningen sjönk under andra halvåret 2015.", "under andra halvåret 2015", "2015-07/2015-12"),
    ("Försäljningen sjönk under förra kvartalet.", "under förra kvartalet", "2016-07/2016-09"),
    ("Mötet hölls vecka 38.", "vecka 38", "2016-09-19/2016-09-25"),
    ("Mötet hölls vecka 2 2015.", "vecka 2 2015", "2015-01-05/2015-01-11"),
    ("Mötet hölls v. 38 i Lund.", "v. 38", "2016-09-19/2016-09-25"),
    ("De kom skärtorsdagen.", "skärtorsdagen", "2016-03-24"),
    ("De kom långfredagen 2015.", "långfredagen 2015", "2015-04-03"),
    ("De kom annandag påsk.", "annandag påsk", "2016-03-28"),
    ("Många reste bort i påsken 2015.", "påsken 2015", "2015-04-02/2015-04-06"),
    ("Kyrkan brann på midsommarafton.", "midsommarafton", "2016-06-24"),
    ("Kyrkan brann på midsommardagen 2015.", "midsommardagen 2015", "2015-06-20"),
    ("Kyrkan brann på alla helgons dag.", "alla helgons dag", "2015-10-31"),
    ("Kyrkan brann på Kristi himmelsfärdsdag.", "Kristi himmelsfärdsdag", "2016-05-05"),
    ("De fastade under ramadan 2016.", "ramadan 2016", "2016-06-05/2016-07-06"),
    ("Lagen ska antas före jul.", "före jul", "../2016-12-24"),
    ("De möttes första måndagen i september.", "första måndagen i september", "2016-09-05"),
    ("De ska mötas den tredje torsdagen i november.", "den tredje torsdagen i november", "2016-11-17"),
    ("De möttes sista söndagen i mars 2014.", "sista söndagen i mars 2014", "2014-03-30"),
    ("De möttes första veckan i juni.", "första veckan i juni", "2016-05-30/2016-06-05"),
    ("De kom sista helgen i augusti.", "sista helgen i augusti", "2016-08-27/2016-08-28"),
    ("De ska mötas fredag om en vecka.", "fredag om en vecka", "2016-10-14"),
    ("De möttes två dagar före jul.", "två dagar före jul", "2015-12-22"),
    ("De möttes tre veckor efter den 3 mars.", "tre veckor efter den 3 mars", "2016-03-24"),
    ("De möttes dagen efter midsommarafton 2015.", "dagen efter midsommarafton 2015", "2015-06-20"),
    ("Svaret ska komma inom 24 timmar.", "inom 24 timmar", "2016-10-03/2016-10-04"),
    ("Svaret måste komma innan fredag.", "innan fredag", "../2016-10-07"),
    ("Staden växte i slutet av 1980-talet.", "i slutet av 1980-talet", "1987/1989"),
    ("De kom i början av 90-talet.", "i början av 90-talet", "1990/1992"),
    ("Borgen restes i slutet av 1800-talet.", "i slutet av 1800-talet", "1867/1899"),
    ("Borgen restes i det nittonde århundradet.", "det nittonde århundradet", "1801/1900"),
    ("Offensiven började i fjol höst.", "i fjol höst", "2015-23"),
    ("Natten till den 1 oktober hördes skott.", "Natten till den 1 oktober", "2016-09-30/2016-10-01"),
    ("De kom den 1, 2 och 3 maj.", "1, 2 och 3 maj", "{2016-05-01,2016-05-02,2016-05-03}"),
    ("Tisdag diskuterar riksdagen frågan.", "Tisdag", "2016-10-04"),
    ("Tidsfristen är fredag.", "fredag", "2016-10-07"),
    ("De kom tjugoandra september.", "tjugoandra september", "2016-09-22"),
]  # fmt: skip

# text, expression, EDTF under 2016-11
UNDER_A_MONTH = [
    ("De möttes på onsdagen.", "onsdagen", "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]"),
    ("De ska mötas fredag.", "fredag", "[2016-11-04,2016-11-11,2016-11-18,2016-11-25,2016-12-02]"),
    ("Det föll i går.", "i går", "2016-10-31/2016-11-29"),
    ("Det föll i dag.", "i dag", "2016-11-01/2016-11-30"),
    ("De reser i morgon.", "i morgon", "2016-11-02/2016-12-01"),
    ("För en vecka sedan började offensiven.", "För en vecka sedan", "2016-10-25/2016-11-23"),
    ("Det föll förra månaden.", "förra månaden", "2016-10"),
    ("Det föll i september.", "september", "2016-09"),
    ("Det föll förra veckan.", "förra veckan", "2016-10-24/2016-11-27"),
    ("Det föll i somras.", "i somras", "2016-22"),
    ("Det föll den 12 oktober.", "den 12 oktober", "2016-10-12"),
    ("Staden har attackerats sedan juli.", "sedan juli", "2016-07/.."),
    ("De möttes på långfredagen.", "långfredagen", "2016-03-25"),
    ("De möttes vecka 38.", "vecka 38", "2016-09-19/2016-09-25"),
    ("De kom två dagar före jul.", "två dagar före jul", "2015-12-22"),
]  # fmt: skip

# text, expression, EDTF without a header
WITHOUT_A_HEADER = [
    ("Attacken skedde den 22 september 2015.", "den 22 september 2015", "2015-09-22"),
    ("Det har varat sedan 2012.", "sedan 2012", "2012/.."),
    ("Attacken skedde 22 september.", "22 september", None),
    ("De slog till på julafton.", "julafton", None),
    ("De kom långfredagen 2015.", "långfredagen 2015", "2015-04-03"),
    ("De möttes vecka 38.", "vecka 38", None),
]

OTHER_KINDS = [
    ("Mötet startar klockan 09 i Genève.", "klockan 09", "TIME", "T09:00"),
    ("Mötet startar kl. 14.30 i Genève.", "kl. 14.30", "TIME", "T14:30"),
    ("Mötet startar halv tio.", "halv tio", "TIME", "T09:30"),
    ("Mötet startar kvart över nio.", "kvart över nio", "TIME", "T09:15"),
    ("Mötet startar kvart i nio.", "kvart i nio", "TIME", "T08:45"),
    ("Den tio timmar långa pausen är över.", "tio timmar långa", "DURATION", "PT10H"),
    ("Han fick fängelse i 16 år.", "16 år", "DURATION", "P16Y"),
    ("De väntade i tjugofyra timmar.", "tjugofyra timmar", "DURATION", "PT24H"),
    ("En veckolång vapenvila tog slut.", "veckolång", "DURATION", "P1W"),
    ("De väntade i flera veckor.", "flera veckor", "DURATION", None),
    ("De demonstrerar varje fredag.", "varje fredag", "SET", None),
    ("De demonstrerar varannan vecka.", "varannan vecka", "SET", None),
    ("Mötet börjar klockan 14 svensk tid.", "klockan 14 svensk tid", "TIME", "T14:00"),
    ("Planet lyfte kl. 14.00 GMT.", "kl. 14.00 GMT", "TIME", "T14:00Z"),
    ("Mötet börjar halv ett.", "halv ett", "TIME", "T00:30"),
    ("Rådet möts två gånger i veckan.", "två gånger i veckan", "SET", None),
]

NOTHING = [
    "Omkring 2016 soldater skickades.",
    "Sammanlagt 1 994 människor flydde.",
    "Ring 22 22 20 16 eller 555-2016-11.",
    "De vann med 3-2 efter förlängning.",
    "Priset steg till $2012 per ton.",
    "Version 2016.11.3 är ute.",
    "En 18-åring sköts.",
    "En 18 år gammal man sköts.",
    "Mannen (30) sköts.",
    "Hon föddes 30 februari.",
    "Det hände 31 april, sägs det.",
    "Mars är en planet.",
    "Den arabiska våren var över.",
    "Resolution 2254 antogs.",
    "Det andra sjukhuset träffades.",
    "Det kostade 1990 kronor.",
    "Det ligger i vårt intresse.",
    "V",
    "F",
    "N",
    "H",
]

# text, what is found in it
SEVERAL = [
    ("Vapenvilan började den 12 september. Två dagar senare bröts den.",
     [("den 12 september", "2016-09-12"), ("Två dagar senare", "2016-09-14")]),
    ("De kom den 2 maj. Dagen därpå for de hem.", [("den 2 maj", "2016-05-02"), ("Dagen därpå", "2016-05-03")]),
    ("De kom den 1 maj. Påföljande onsdag reste de.",
     [("den 1 maj", "2016-05-01"), ("Påföljande onsdag", "2016-05-04")]),
]  # fmt: skip


def only(text: str, published: str | None, expression: str) -> tuple[str | None, str]:
    found = find_dates(text, "sv", published)
    match = [e for e in found if e.text == expression]
    assert match, [(e.text, e.value) for e in found]
    assert text[match[0].start : match[0].end] == expression
    return match[0].value, match[0].kind


@pytest.mark.parametrize(("text", "expression", "value"), CALENDAR + RELATIVE + RULES)
def test_under_a_day(text: str, expression: str, value: str) -> None:
    assert only(text, MONDAY, expression) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "value"), UNDER_A_MONTH)
def test_under_a_month(text: str, expression: str, value: str) -> None:
    assert only(text, MONTH, expression) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "kind", "value"), OTHER_KINDS)
def test_times_durations_and_sets(text: str, expression: str, kind: str, value: str | None) -> None:
    assert only(text, MONDAY, expression) == (value, kind)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_date(text: str) -> None:
    assert [(e.text, e.value) for e in find_dates(text, "sv", MONDAY) if e.kind == "DATE"] == []


@pytest.mark.parametrize(("text", "expression", "value"), RELATIVE)
def test_relative_without_a_header_is_found_but_not_resolved(text: str, expression: str, value: str) -> None:
    found = next(e for e in find_dates(text, "sv", None) if e.text == expression)
    assert (found.value, found.date_start, found.date_end, found.anchor) == (None, None, None, None)


@pytest.mark.parametrize(("text", "expression", "value"), WITHOUT_A_HEADER)
def test_a_full_date_needs_no_header(text: str, expression: str, value: str | None) -> None:
    assert only(text, None, expression) == (value, "DATE")


@pytest.mark.parametrize(("text", "values"), SEVERAL)
def test_several_in_a_text(text: str, values: list[tuple[str, str]]) -> None:
    assert [(e.text, e.value) for e in find_dates(text, "sv", MONDAY)] == values
