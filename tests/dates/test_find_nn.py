"""Nynorsk expressions under a header of a day (Monday 3 October 2016), a month, or none."""

from __future__ import annotations

import pytest

from tasks.dates.find import find_dates

MONDAY = "2016-10-03"
MONTH = "2016-11"

# text, expression, EDTF under 2016-10-03
CALENDAR = [
    ("Åtaket skjedde 22. september.", "22. september", "2016-09-22"),
    ("Åtaket skjedde 22. september 2015.", "22. september 2015", "2015-09-22"),
    ("Avtala av 22.9.2016 vart broten.", "22.9.2016", "2016-09-22"),
    ("Avtala av 22.09.2016 vart broten.", "22.09.2016", "2016-09-22"),
    ("Brevet er datert 2016-09-22.", "2016-09-22", "2016-09-22"),
    ("Traktaten av 22. IX 2015 gjeld enno.", "22. IX 2015", "2015-09-22"),
    ("Ho vart drepen den 9. mai.", "den 9. mai", "2016-05-09"),
    ("Ho vart drepen tjueandre september.", "tjueandre september", "2016-09-22"),
    ("Laurdag 1. oktober vart byen skoten på.", "Laurdag 1. oktober", "2016-10-01"),
    ("Dei møttest tysdag den 27. september 2016.", "tysdag den 27. september 2016", "2016-09-27"),
    ("Ordføraren døydde 24. desember.", "24. desember", "2015-12-24"),
    ("Valet skal haldast 24. desember.", "24. desember", "2016-12-24"),
    ("Dei flykta i september 2016.", "september 2016", "2016-09"),
    ("Dei flykta i september.", "september", "2016-09"),
    ("Dei flykta i november.", "november", "2015-11"),
    ("Samtalane skal halde fram i november.", "november", "2016-11"),
    ("Dei flykta i mars 2014.", "mars 2014", "2014-03"),
    ("Åtaket 1. aug. 2015 var verst.", "1. aug. 2015", "2015-08-01"),
    ("Krigen braut ut i 2012.", "2012", "2012"),
    ("Opprøret i 1852 vart slått ned.", "1852", "1852"),
    ("Krigen (2003) var lang.", "2003", "2003"),
    ("Det har vart sidan 2012.", "sidan 2012", "2012/.."),
    ("Byen har vore kringsett sidan juli.", "sidan juli", "2016-07/.."),
    ("Dei har kjempa heilt sidan 1. juni.", "heilt sidan 1. juni", "2016-06-01/.."),
    ("Fram til 2014 var han general.", "Fram til 2014", "../2014"),
    ("Dei skal vere ute innan 15. oktober.", "innan 15. oktober", "../2016-10-15"),
    ("Våpenkvila varte 13.–15. juli.", "13.–15. juli", "2016-07-13/2016-07-15"),
    ("Våpenkvila varte frå 13. til 15. juli 2015.", "13. til 15. juli 2015", "2015-07-13/2015-07-15"),
    ("Våpenkvila varte frå 30. juni til 3. juli.", "frå 30. juni til 3. juli", "2016-06-30/2016-07-03"),
    ("Ho tenestegjorde frå november 2013 til juli 2014.", "frå november 2013 til juli 2014", "2013-11/2014-07"),
    ("Mellom 2002 og 2008 fekk dei pengar.", "Mellom 2002 og 2008", "2002/2008"),
    ("Landet var okkupert 1940–1945.", "1940–1945", "1940/1945"),
    ("Dei møttest 2. og 3. mai.", "2. og 3. mai", "{2016-05-02,2016-05-03}"),
    ("Protestane i 2011 og 2013 skaka landet.", "2011 og 2013", "{2011,2013}"),
    ("Låna vart gjevne på 1970-talet.", "på 1970-talet", "1970/1979"),
    ("Dei rømde på åttitalet.", "på åttitalet", "1980/1989"),
    ("Dei rømde på 90-talet.", "på 90-talet", "1990/1999"),
    ("Borga er frå 1800-talet.", "1800-talet", "1800/1899"),
    ("Han vart skoten sommaren 2014.", "sommaren 2014", "2014-22"),
    ("Dei flykta hausten 2015.", "hausten 2015", "2015-23"),
    ("Tidleg i juni vart fem drepne.", "Tidleg i juni", "2016-06-01/2016-06-10"),
    ("Midt i august vart fem drepne.", "Midt i august", "2016-08-11/2016-08-20"),
    ("I byrjinga av 2015 drog dei.", "I byrjinga av 2015", "2015-01"),
    ("I slutten av september 2015 drog dei.", "I slutten av september 2015", "2015-09-21/2015-09-30"),
    ("Byen vart bomba under andre verdskrigen.", "andre verdskrigen", "1939/1945"),
    ("Dei slo til julaftan.", "julaftan", "2015-12-24"),
    ("Dei slo til nyttårsaftan.", "nyttårsaftan", "2015-12-31"),
    ("Toget gjekk grunnlovsdagen.", "grunnlovsdagen", "2016-05-17"),
    ("I fjerde kvartal 2015 fall prisen.", "I fjerde kvartal 2015", "2015-10/2015-12"),
]  # fmt: skip

RELATIVE = [
    ("Dei snakka saman laurdag.", "laurdag", "2016-10-01"),
    ("Dei snakka saman lørdag.", "lørdag", "2016-10-01"),
    ("Dei snakka saman sundag.", "sundag", "2016-10-02"),
    ("Dei snakka saman måndag.", "måndag", "2016-10-03"),
    ("Born var mellom ofra i onsdagens flyåtak.", "onsdagens", "2016-09-28"),
    ("Det small laurdagskvelden.", "laurdagskvelden", "2016-10-01"),
    ("Det small torsdag føremiddag.", "torsdag føremiddag", "2016-09-29"),
    ("Seint onsdag vart det kjent.", "Seint onsdag", "2016-09-28"),
    ("Dei skal møtast fredag.", "fredag", "2016-10-07"),
    ("Tysdag vil partane møtast att.", "Tysdag", "2016-10-04"),
    ("Han skal ha vorte drepen fredag.", "fredag", "2016-09-30"),
    ("Han kjem attende komande måndag.", "komande måndag", "2016-10-10"),
    ("Han kjem attende neste fredag.", "neste fredag", "2016-10-07"),
    ("Han vart drepen sist fredag.", "sist fredag", "2016-09-30"),
    ("Han vart drepen førre måndag.", "førre måndag", "2016-09-26"),
    ("Han vart drepen fredag i førre veke.", "fredag i førre veke", "2016-09-30"),
    ("Åtaket natt til laurdag var verst.", "natt til laurdag", "2016-09-30/2016-10-01"),
    ("Åtaket natta mot søndag var verst.", "natta mot søndag", "2016-10-01/2016-10-02"),
    ("Dei møttest fredag og laurdag.", "fredag og laurdag", "{2016-09-30,2016-10-01}"),
    ("Pausen varte frå torsdag til laurdag.", "frå torsdag til laurdag", "2016-09-29/2016-10-01"),
    ("Arrestasjonane sidan torsdag er mange.", "sidan torsdag", "2016-09-29/.."),
    ("Dei vart skotne i dag.", "i dag", "2016-10-03"),
    ("Dei vart skotne i går.", "i går", "2016-10-02"),
    ("Dei vart skotne i går kveld.", "i går kveld", "2016-10-02"),
    ("Dei reiser i morgon.", "i morgon", "2016-10-04"),
    ("Dei reiser i overmorgon.", "i overmorgon", "2016-10-05"),
    ("Dei drog i førgår.", "i førgår", "2016-10-01"),
    ("Ho talar i kveld.", "i kveld", "2016-10-03"),
    ("Ei bombe fall i natt.", "i natt", "2016-10-02/2016-10-03"),
    ("Avtala rauk i førre veke.", "i førre veke", "2016-09-26/2016-10-02"),
    ("Avtala rauk førre månad.", "førre månad", "2016-09"),
    ("Avtala rauk i fjor.", "i fjor", "2015"),
    ("Avtala rauk hausten i fjor.", "hausten i fjor", "2015-23"),
    ("Fjorårets avtale heldt.", "Fjorårets", "2015"),
    ("Avtala vart signert i år.", "i år", "2016"),
    ("Avtala vart signert denne månaden.", "denne månaden", "2016-10"),
    ("Det skal haldast val neste år.", "neste år", "2017"),
    ("Dei skal møtast neste veke.", "neste veke", "2016-10-10/2016-10-16"),
    ("Dei skal møtast seinare denne veka.", "seinare denne veka", "2016-10-04/2016-10-09"),
    ("Ni vart drepne tidlegare i år.", "tidlegare i år", "2016-01-01/2016-10-02"),
    ("Hittil i år er 90 drepne.", "Hittil i år", "2016-01-01/2016-10-03"),
    ("To vart skotne i helga.", "i helga", "2016-10-01/2016-10-02"),
    ("Dei skal marsjere neste helg.", "neste helg", "2016-10-15/2016-10-16"),
    ("Dei skal marsjere til helga.", "til helga", "2016-10-08/2016-10-09"),
    ("Mange vart skadde i sommar.", "i sommar", "2016-22"),
    ("Mange vart skadde sist vinter.", "sist vinter", "2015-24"),
    ("Tolv vart drepne desember i fjor.", "desember i fjor", "2015-12"),
    ("Han drog for ei veke sidan.", "for ei veke sidan", "2016-09-26"),
    ("Han drog for to dagar sidan.", "for to dagar sidan", "2016-10-01"),
    ("Han drog for tre månader sidan.", "for tre månader sidan", "2016-07"),
    ("Han drog for tjuefem år sidan.", "for tjuefem år sidan", "1991"),
    ("Han drog for nokre månader sidan.", "for nokre månader sidan", "2016-04/2016-08"),
    ("Opprøret starta for over eitt år sidan.", "for over eitt år sidan", "../2015-10-03"),
    ("Dei siste tre dagane vart det verre.", "Dei siste tre dagane", "2016-10-01/2016-10-03"),
    ("Dei siste to vekene har mange flykta.", "Dei siste to vekene", "2016-09-19/2016-10-03"),
    ("Fire er drepne den siste veka.", "den siste veka", "2016-09-26/2016-10-03"),
    ("Dei komande dagane blir harde.", "Dei komande dagane", "2016-10-04/2016-10-10"),
    ("Ho reiser om tre dagar.", "om tre dagar", "2016-10-06"),
    ("Det small fredag kl. 12.30 i sentrum.", "fredag kl. 12.30", "2016-09-30"),
]  # fmt: skip

# What hangs on feasts, weeks, quarters, other dates
RULES = [
    ("I sommar minka styrkane.", "I sommar", "2016-22"),
    ("Etter valet, fredag for to veker sidan, kom dei.", "fredag for to veker sidan", "2016-09-16"),
    ("Mellom klokka 09 og 19 fredag var det pause.", "Mellom klokka 09 og 19 fredag", "2016-09-30"),
    ("To veker før påske 2016 kom dei.", "To veker før påske 2016", "2016-03-10/2016-03-14"),
    ("Avtala av 22.9.16 vart broten.", "22.9.16", "2016-09-22"),
    ("Opprøret i mai '68 skaka landet.", "mai '68", "1968-05"),
    ("Krigen i ’99 var kort.", "’99", "1999"),
    ("Salet fall i Q3 2016.", "Q3 2016", "2016-07/2016-09"),
    ("Salet fall i 2. kvartal 2016.", "i 2. kvartal 2016", "2016-04/2016-06"),
    ("Salet fall i første halvår 2016.", "i første halvår 2016", "2016-01/2016-06"),
    ("Salet fall i 2. halvår 2015.", "2. halvår 2015", "2015-07/2015-12"),
    ("Møtet fann stad i veke 38.", "veke 38", "2016-09-19/2016-09-25"),
    ("Møtet fann stad i veke 2 i 2015.", "veke 2 i 2015", "2015-01-05/2015-01-11"),
    ("Møtet fann stad måndag i veke 38.", "måndag i veke 38", "2016-09-19"),
    ("Dei kom skjærtorsdag.", "skjærtorsdag", "2016-03-24"),
    ("Dei kom langfredag 2015.", "langfredag 2015", "2015-04-03"),
    ("Dei kom andre påskedag.", "andre påskedag", "2016-03-28"),
    ("Mange reiste bort i påska 2015.", "påska 2015", "2015-04-02/2015-04-06"),
    ("Kyrkja brann kristi himmelfartsdag.", "kristi himmelfartsdag", "2016-05-05"),
    ("Toget gjekk første pinsedag.", "første pinsedag", "2016-05-15"),
    ("Skulen skal stengje før jul.", "før jul", "../2016-12-24"),
    ("Dei slo til i romjula.", "romjula", "2015-12-27/2015-12-30"),
    ("Dei fasta i ramadan 2016.", "ramadan 2016", "2016-06-05/2016-07-06"),
    ("Dei møttest fyrste måndag i september.", "fyrste måndag i september", "2016-09-05"),
    ("Dei skal møtast den tredje torsdagen i november.", "den tredje torsdagen i november", "2016-11-17"),
    ("Dei møttest siste søndag i mars 2014.", "siste søndag i mars 2014", "2014-03-30"),
    ("Dei møttest første veka i juni.", "første veka i juni", "2016-05-30/2016-06-05"),
    ("Dei kom siste helga i august.", "siste helga i august", "2016-08-27/2016-08-28"),
    ("Dei skal møtast fredag om ei veke.", "fredag om ei veke", "2016-10-14"),
    ("Dei møttest to dagar før jul.", "to dagar før jul", "2015-12-22"),
    ("Dei møttest tre veker etter 3. mars.", "tre veker etter 3. mars", "2016-03-24"),
    ("Dei møttest dagen etter 17. mai 2015.", "dagen etter 17. mai 2015", "2015-05-18"),
    ("Svaret skal kome innan 24 timar.", "innan 24 timar", "2016-10-03/2016-10-04"),
    ("Svaret må kome innan fredag.", "innan fredag", "../2016-10-07"),
    ("Byen vaks mot slutten av 1980-talet.", "mot slutten av 1980-talet", "1987/1989"),
    ("Dei kom tidleg på 1990-talet.", "tidleg på 1990-talet", "1990/1992"),
    ("Borga vart reist tidleg på 1800-talet.", "tidleg på 1800-talet", "1800/1832"),
    ("Borga vart reist i det 19. hundreåret.", "det 19. hundreåret", "1801/1900"),
    ("Borga vart reist i det nittande hundreåret.", "det nittande hundreåret", "1801/1900"),
    ("Offensiven tok til i fjor haust.", "i fjor haust", "2015-23"),
    ("Offensiven tok til i fjor sommar.", "i fjor sommar", "2015-22"),
    ("Natt til 1. oktober small det.", "Natt til 1. oktober", "2016-09-30/2016-10-01"),
    ("Dei kom 1., 2. og 3. mai.", "1., 2. og 3. mai", "{2016-05-01,2016-05-02,2016-05-03}"),
    ("Dei feira sist jul.", "sist jul", "2015-12-24/2015-12-26"),
    ("Tysdag drøftar Stortinget saka.", "Tysdag", "2016-10-04"),
    ("Domstolen avgjer saka onsdag.", "onsdag", "2016-10-05"),
    ("Fristen er fredag.", "fredag", "2016-10-07"),
    ("Regjeringa overtok måndag.", "måndag", "2016-10-03"),
    ("Dei valde leiar torsdag.", "torsdag", "2016-09-29"),
    ("Ho har vore borte sidan jul.", "sidan jul", "2015-12-26/.."),
    ("Partiet møtest den første fredagen i neste månad.", "den første fredagen i neste månad", "2016-11-04"),
    ("Prisen steig i førre kvartal.", "i førre kvartal", "2016-07/2016-09"),
    ("Dei kom på farsdagen i 2015.", "farsdagen i 2015", "2015-11-08"),
    ("Kampane heldt fram over nyttår.", "nyttår", "2016-01-01"),
    ("Leiaren vart drepen nyttårshelga 2015.", "nyttårshelga 2015", "2015-12-31/2016-01-01"),
    ("Dei har møttest 1. jan. 15.", "1. jan. 15", "2015-01-01"),
]  # fmt: skip

# text, expression, EDTF under 2016-11
UNDER_A_MONTH = [
    ("Dei møttest onsdag.", "onsdag", "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]"),
    ("Dei skal møtast fredag.", "fredag", "[2016-11-04,2016-11-11,2016-11-18,2016-11-25,2016-12-02]"),
    ("Det fall i går.", "i går", "2016-10-31/2016-11-29"),
    ("Det fall i dag.", "i dag", "2016-11-01/2016-11-30"),
    ("Dei reiser i morgon.", "i morgon", "2016-11-02/2016-12-01"),
    ("For ei veke sidan starta offensiven.", "For ei veke sidan", "2016-10-25/2016-11-23"),
    ("Førre månads pause vart broten.", "Førre månads", "2016-10"),
    ("I september freista dei på nytt.", "september", "2016-09"),
    ("Det fall i førre veke.", "i førre veke", "2016-10-24/2016-11-27"),
    ("Det fall 12. oktober.", "12. oktober", "2016-10-12"),
    ("Byen har vore under åtak sidan juli.", "sidan juli", "2016-07/.."),
    ("Dei møttest langfredag.", "langfredag", "2016-03-25"),
    ("Dei møttest i fjor haust.", "i fjor haust", "2015-23"),
    ("Dei møttest i veke 38.", "veke 38", "2016-09-19/2016-09-25"),
    ("Dei slo til to dagar før jul.", "to dagar før jul", "2015-12-22"),
]  # fmt: skip

# text, expression, EDTF without a header
WITHOUT_A_HEADER = [
    ("Åtaket skjedde 22. september 2015.", "22. september 2015", "2015-09-22"),
    ("Det har vart sidan 2012.", "sidan 2012", "2012/.."),
    ("Åtaket skjedde 22. september.", "22. september", None),
    ("Dei slo til julaftan.", "julaftan", None),
    ("Dei kom langfredag 2015.", "langfredag 2015", "2015-04-03"),
    ("Dei møttest i veke 38.", "veke 38", None),
    ("Dei kom i første halvår 2016.", "i første halvår 2016", "2016-01/2016-06"),
    ("Krigen i ’99 var kort.", "’99", "1999"),
]

OTHER_KINDS = [
    ("Møtet startar klokka 09 i Genève.", "klokka 09", "TIME", "T09:00"),
    ("Møtet startar kl. 14.30 i Genève.", "kl. 14.30", "TIME", "T14:30"),
    ("Møtet startar halv ti.", "halv ti", "TIME", "T09:30"),
    ("Møtet startar kvart over ni.", "kvart over ni", "TIME", "T09:15"),
    ("Møtet startar kvart på ni.", "kvart på ni", "TIME", "T08:45"),
    ("Den ti timar lange pausen er over.", "ti timar lange", "DURATION", "PT10H"),
    ("Han fekk fengsel i 16 år.", "16 år", "DURATION", "P16Y"),
    ("Dei venta i tjuefire timar.", "tjuefire timar", "DURATION", "PT24H"),
    ("Ei vekelang våpenkvile tok slutt.", "vekelang", "DURATION", "P1W"),
    ("Dei venta i fleire veker.", "fleire veker", "DURATION", None),
    ("Dei demonstrerer kvar fredag.", "kvar fredag", "SET", None),
    ("Dei demonstrerer annakvar veke.", "annakvar veke", "SET", None),
    ("Møtet startar klokka 14 norsk tid.", "klokka 14 norsk tid", "TIME", "T14:00"),
    ("Flyet letta kl. 14.00 GMT.", "kl. 14.00 GMT", "TIME", "T14:00Z"),
    ("Flyet letta klokka 1400.", "klokka 1400", "TIME", "T14:00"),
    ("Møtet startar kvart på eitt.", "kvart på eitt", "TIME", "T00:45"),
    ("Rådet møtest to gonger i veka.", "to gonger i veka", "SET", None),
    ("Dei møtest kvar tredje torsdag.", "kvar tredje torsdag", "SET", None),
]

NOTHING = [
    "Kring 2016 soldatar vart sende.",
    "Til saman 1.994 menneske flykta.",
    "Ring 22 22 20 16 eller 555-2016-11.",
    "Dei vann 3-2 etter ekstraomgangar.",
    "Prisen steig til $2012 per tonn.",
    "Versjon 2016.11.3 er ute.",
    "Ein 18-åring vart skoten.",
    "Ein 18 år gammal mann vart skoten.",
    "Mannen (30) vart skoten.",
    "Ho vart fødd 30. februar.",
    "Det hende 31. april, blir det sagt.",
    "Mars er ein planet.",
    "Den arabiske våren var over.",
    "Resolusjon 2254 vart vedteken.",
    "Det andre sjukehuset vart råka.",
    "Det kosta 1990 kroner.",
    "V",
    "F",
    "N",
    "H",
    "D",
]

# text, what is found in it
SEVERAL = [
    ("Våpenkvila starta 12. september. To dagar seinare vart ho broten.",
     [("12. september", "2016-09-12"), ("To dagar seinare", "2016-09-14")]),
    ("Dei kom 1. mai. Dagen etter drog dei att.", [("1. mai", "2016-05-01"), ("Dagen etter", "2016-05-02")]),
    ("Dei kom 1. mai. Den påfølgjande onsdagen drog dei.",
     [("1. mai", "2016-05-01"), ("Den påfølgjande onsdagen", "2016-05-04")]),
]  # fmt: skip


def only(text: str, published: str | None, expression: str) -> tuple[str | None, str]:
    found = find_dates(text, "nn", published)
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
    assert [(e.text, e.value) for e in find_dates(text, "nn", MONDAY) if e.kind == "DATE"] == []


@pytest.mark.parametrize(("text", "expression", "value"), RELATIVE)
def test_relative_without_a_header_is_found_but_not_resolved(text: str, expression: str, value: str) -> None:
    found = next(e for e in find_dates(text, "nn", None) if e.text == expression)
    assert (found.value, found.date_start, found.date_end, found.anchor) == (None, None, None, None)


@pytest.mark.parametrize(("text", "expression", "value"), WITHOUT_A_HEADER)
def test_a_full_date_needs_no_header(text: str, expression: str, value: str | None) -> None:
    assert only(text, None, expression) == (value, "DATE")


@pytest.mark.parametrize(("text", "values"), SEVERAL)
def test_several_in_a_text(text: str, values: list[tuple[str, str]]) -> None:
    assert [(e.text, e.value) for e in find_dates(text, "nn", MONDAY)] == values
