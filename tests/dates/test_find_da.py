"""Danish expressions under a header of a day (Monday 3 October 2016), a month, or none."""

from __future__ import annotations

import pytest

from tasks.dates.find import find_dates

MONDAY = "2016-10-03"
MONTH = "2016-11"

# text, expression, EDTF under 2016-10-03
CALENDAR = [
    ("Angrebet skete 22. september.", "22. september", "2016-09-22"),
    ("Angrebet skete den 22. september 2015.", "den 22. september 2015", "2015-09-22"),
    ("Aftalen af 22.9.2016 blev brudt.", "22.9.2016", "2016-09-22"),
    ("Aftalen af 22-09-2016 blev brudt.", "22-09-2016", "2016-09-22"),
    ("Aftalen af 22/9 2016 blev brudt.", "22/9 2016", "2016-09-22"),
    ("Brevet er dateret 2016-09-22.", "2016-09-22", "2016-09-22"),
    ("Hun blev dræbt den 9. maj.", "den 9. maj", "2016-05-09"),
    ("Hun blev dræbt den toogtyvende september.", "den toogtyvende september", "2016-09-22"),
    ("Lørdag den 1. oktober blev byen beskudt.", "Lørdag den 1. oktober", "2016-10-01"),
    ("De mødtes tirsdag den 27. september 2016.", "tirsdag den 27. september 2016", "2016-09-27"),
    ("Borgmesteren døde 24. december.", "24. december", "2015-12-24"),
    ("Valget skal holdes 24. december.", "24. december", "2016-12-24"),
    ("De flygtede i september 2016.", "september 2016", "2016-09"),
    ("De flygtede i september.", "september", "2016-09"),
    ("De flygtede i november.", "november", "2015-11"),
    ("Forhandlingerne skal fortsætte i november.", "november", "2016-11"),
    ("De flygtede i marts 2014.", "marts 2014", "2014-03"),
    ("Angrebet 1. aug. 2015 var værst.", "1. aug. 2015", "2015-08-01"),
    ("Krigen brød ud i 2012.", "2012", "2012"),
    ("Oprøret i 1852 blev slået ned.", "1852", "1852"),
    ("Krigen (2003) var lang.", "2003", "2003"),
    ("Det har varet siden 2012.", "siden 2012", "2012/.."),
    ("Byen har været belejret siden juli.", "siden juli", "2016-07/.."),
    ("De har kæmpet siden 1. juni.", "siden 1. juni", "2016-06-01/.."),
    ("Frem til 2014 var han general.", "Frem til 2014", "../2014"),
    ("De skal være ude inden 15. oktober.", "inden 15. oktober", "../2016-10-15"),
    ("Våbenhvilen varede 13.-15. juli.", "13.-15. juli", "2016-07-13/2016-07-15"),
    ("Våbenhvilen varede fra 13. til 15. juli 2015.", "13. til 15. juli 2015", "2015-07-13/2015-07-15"),
    ("Våbenhvilen varede fra 30. juni til 3. juli.", "fra 30. juni til 3. juli", "2016-06-30/2016-07-03"),
    ("Han gjorde tjeneste fra november 2013 til juli 2014.", "fra november 2013 til juli 2014", "2013-11/2014-07"),
    ("Mellem 2002 og 2008 fik de penge.", "Mellem 2002 og 2008", "2002/2008"),
    ("Landet var besat 1940-1945.", "1940-1945", "1940/1945"),
    ("De mødtes den 2. og 3. maj.", "den 2. og 3. maj", "{2016-05-02,2016-05-03}"),
    ("Protesterne i 2011 og 2013 rystede landet.", "2011 og 2013", "{2011,2013}"),
    ("Lånene blev givet i 1970'erne.", "i 1970'erne", "1970/1979"),
    ("Lånene blev givet i 90’erne.", "i 90’erne", "1990/1999"),
    ("De flygtede i firserne.", "i firserne", "1980/1989"),
    ("Borgen er fra 1800-tallet.", "1800-tallet", "1800/1899"),
    ("Borgen er fra det 19. århundrede.", "det 19. århundrede", "1801/1900"),
    ("Han blev skudt sommeren 2014.", "sommeren 2014", "2014-22"),
    ("De flygtede i efteråret 2015.", "efteråret 2015", "2015-23"),
    ("Tidligt i juni blev fem dræbt.", "Tidligt i juni", "2016-06-01/2016-06-10"),
    ("Midt i august blev fem dræbt.", "Midt i august", "2016-08-11/2016-08-20"),
    ("Sidst i september 2015 drog de af sted.", "Sidst i september 2015", "2015-09-21/2015-09-30"),
    ("I begyndelsen af 2015 drog de af sted.", "I begyndelsen af 2015", "2015-01"),
    ("I slutningen af september 2015 kom de.", "I slutningen af september 2015", "2015-09-21/2015-09-30"),
    ("Byen blev bombet under anden verdenskrig.", "anden verdenskrig", "1939/1945"),
    ("De slog til juleaften.", "juleaften", "2015-12-24"),
    ("De slog til nytårsaften.", "nytårsaften", "2015-12-31"),
    ("Hun talte grundlovsdag.", "grundlovsdag", "2016-06-05"),
    ("I fjerde kvartal 2015 faldt prisen.", "I fjerde kvartal 2015", "2015-10/2015-12"),
]  # fmt: skip

RELATIVE = [
    ("De talte sammen lørdag.", "lørdag", "2016-10-01"),
    ("De talte sammen mandag.", "mandag", "2016-10-03"),
    ("Børn var blandt ofrene for onsdagens luftangreb.", "onsdagens", "2016-09-28"),
    ("Det bragede løs lørdag aften, og tre blev såret.", "lørdag aften", "2016-10-01"),
    ("Sent onsdag blev det kendt.", "Sent onsdag", "2016-09-28"),
    ("De blev anholdt i torsdags.", "i torsdags", "2016-09-29"),
    ("De blev anholdt i mandags.", "i mandags", "2016-09-26"),
    ("De skal mødes fredag.", "fredag", "2016-10-07"),
    ("De ses på lørdag.", "på lørdag", "2016-10-08"),
    ("Tirsdag vil parterne mødes igen.", "Tirsdag", "2016-10-04"),
    ("Han skal have dræbt to fredag.", "fredag", "2016-09-30"),
    ("Han kommer tilbage næste fredag.", "næste fredag", "2016-10-07"),
    ("Han blev dræbt sidste fredag.", "sidste fredag", "2016-09-30"),
    ("Han blev dræbt fredag i sidste uge.", "fredag i sidste uge", "2016-09-30"),
    ("Angrebet natten til lørdag var værst.", "natten til lørdag", "2016-09-30/2016-10-01"),
    ("Angrebet natten mellem lørdag og søndag var værst.", "mellem lørdag og søndag", "2016-10-01/2016-10-02"),
    ("De mødtes fredag og lørdag.", "fredag og lørdag", "{2016-09-30,2016-10-01}"),
    ("Pausen varede fra torsdag til lørdag.", "fra torsdag til lørdag", "2016-09-29/2016-10-01"),
    ("Anholdelserne siden torsdag er mange.", "siden torsdag", "2016-09-29/.."),
    ("De blev skudt i dag.", "i dag", "2016-10-03"),
    ("De blev skudt i går.", "i går", "2016-10-02"),
    ("De blev skudt i aftes.", "i aftes", "2016-10-02"),
    ("De rejser i morgen.", "i morgen", "2016-10-04"),
    ("De rejser i overmorgen.", "i overmorgen", "2016-10-05"),
    ("De rejste i forgårs.", "i forgårs", "2016-10-01"),
    ("Hun taler i aften.", "i aften", "2016-10-03"),
    ("En bombe faldt i nat.", "i nat", "2016-10-02/2016-10-03"),
    ("Aftalen brød sammen i sidste uge.", "i sidste uge", "2016-09-26/2016-10-02"),
    ("Aftalen brød sammen sidste måned.", "sidste måned", "2016-09"),
    ("Aftalen brød sammen sidste år.", "sidste år", "2015"),
    ("Aftalen brød sammen i fjor.", "i fjor", "2015"),
    ("Aftalen brød sammen i efteråret sidste år.", "efteråret sidste år", "2015-23"),
    ("Aftalen blev underskrevet i år.", "i år", "2016"),
    ("Aftalen blev underskrevet i denne måned.", "i denne måned", "2016-10"),
    ("Der skal holdes valg næste år.", "næste år", "2017"),
    ("De skal mødes i næste uge.", "i næste uge", "2016-10-10/2016-10-16"),
    ("De skal mødes senere på ugen.", "senere på ugen", "2016-10-04/2016-10-09"),
    ("Ni blev dræbt tidligere i år.", "tidligere i år", "2016-01-01/2016-10-02"),
    ("To blev skudt i weekenden.", "i weekenden", "2016-10-01/2016-10-02"),
    ("De skal marchere næste weekend.", "næste weekend", "2016-10-15/2016-10-16"),
    ("De skal marchere til weekenden.", "til weekenden", "2016-10-08/2016-10-09"),
    ("Mange blev kvæstet i sommer.", "i sommer", "2016-22"),
    ("Mange blev kvæstet sidste vinter.", "sidste vinter", "2015-24"),
    ("Tolv blev dræbt i december sidste år.", "december sidste år", "2015-12"),
    ("Han rejste for en uge siden.", "for en uge siden", "2016-09-26"),
    ("Han rejste for to dage siden.", "for to dage siden", "2016-10-01"),
    ("Han rejste for tre måneder siden.", "for tre måneder siden", "2016-07"),
    ("Han rejste for femogtyve år siden.", "for femogtyve år siden", "1991"),
    ("Han rejste for nogle måneder siden.", "for nogle måneder siden", "2016-04/2016-08"),
    ("Oprøret begyndte for over et år siden.", "for over et år siden", "../2015-10-03"),
    ("De sidste tre dage blev det værre.", "De sidste tre dage", "2016-10-01/2016-10-03"),
    ("I de seneste to uger er mange flygtet.", "I de seneste to uger", "2016-09-19/2016-10-03"),
    ("Fire er dræbt i den seneste uge.", "i den seneste uge", "2016-09-26/2016-10-03"),
    ("De kommende dage bliver hårde.", "De kommende dage", "2016-10-04/2016-10-10"),
    ("Hun rejser om tre dage.", "om tre dage", "2016-10-06"),
    ("Valget holdes om en uge.", "om en uge", "2016-10-10"),
    ("Det blev ramt fredag kl. 12.30.", "fredag kl. 12.30", "2016-09-30"),
]  # fmt: skip

# What hangs on feasts, weeks, quarters, other dates
RULES = [
    ("I sommer svandt styrkerne.", "I sommer", "2016-22"),
    ("De kom midt i 1990'erne.", "midt i 1990'erne", "1993/1996"),
    ("De rejste en uge før påske 2015.", "en uge før påske 2015", "2015-03-26/2015-03-30"),
    ("De kom fredag for to uger siden.", "fredag for to uger siden", "2016-09-16"),
    ("Aftalen af 22.9.16 blev brudt.", "22.9.16", "2016-09-22"),
    ("Oprøret i maj ’68 rystede landet.", "maj ’68", "1968-05"),
    ("Salget faldt i Q3 2016.", "Q3 2016", "2016-07/2016-09"),
    ("Salget faldt i første halvår af 2016.", "i første halvår af 2016", "2016-01/2016-06"),
    ("Salget faldt i 2. halvår 2015.", "2. halvår 2015", "2015-07/2015-12"),
    ("Salget faldt i forrige kvartal.", "i forrige kvartal", "2016-07/2016-09"),
    ("Mødet fandt sted i uge 38.", "uge 38", "2016-09-19/2016-09-25"),
    ("Mødet fandt sted i uge 2 i 2015.", "uge 2 i 2015", "2015-01-05/2015-01-11"),
    ("De kom skærtorsdag.", "skærtorsdag", "2016-03-24"),
    ("De kom langfredag 2015.", "langfredag 2015", "2015-04-03"),
    ("De kom anden påskedag.", "anden påskedag", "2016-03-28"),
    ("De kom store bededag.", "store bededag", "2016-04-22"),
    ("Mange rejste væk i påsken 2015.", "påsken 2015", "2015-04-02/2015-04-06"),
    ("Kirken brændte kristi himmelfartsdag.", "kristi himmelfartsdag", "2016-05-05"),
    ("De fastede i ramadanen 2016.", "ramadanen 2016", "2016-06-05/2016-07-06"),
    ("Loven skal vedtages før jul.", "før jul", "../2016-12-24"),
    ("De mødtes første mandag i september.", "første mandag i september", "2016-09-05"),
    ("De skal mødes den tredje torsdag i november.", "den tredje torsdag i november", "2016-11-17"),
    ("De mødtes sidste søndag i marts 2014.", "sidste søndag i marts 2014", "2014-03-30"),
    ("De mødtes i den første uge i juni.", "den første uge i juni", "2016-05-30/2016-06-05"),
    ("De kom sidste weekend i august.", "sidste weekend i august", "2016-08-27/2016-08-28"),
    ("De skal mødes fredag om en uge.", "fredag om en uge", "2016-10-14"),
    ("De mødtes to dage før jul.", "to dage før jul", "2015-12-22"),
    ("De mødtes tre uger efter den 3. marts.", "tre uger efter den 3. marts", "2016-03-24"),
    ("De mødtes dagen efter 5. juni 2015.", "dagen efter 5. juni 2015", "2015-06-06"),
    ("Svaret skal komme inden 24 timer.", "inden 24 timer", "2016-10-03/2016-10-04"),
    ("Svaret må foreligge inden fredag.", "inden fredag", "../2016-10-07"),
    ("Byen voksede i slutningen af 1980'erne.", "i slutningen af 1980'erne", "1987/1989"),
    ("De kom i begyndelsen af 90'erne.", "i begyndelsen af 90'erne", "1990/1992"),
    ("De kom sidst i halvfjerdserne.", "sidst i halvfjerdserne", "1977/1979"),
    ("Borgen blev rejst i slutningen af 1800-tallet.", "i slutningen af 1800-tallet", "1867/1899"),
    ("Borgen blev rejst i det 19. århundrede.", "det 19. århundrede", "1801/1900"),
    ("Borgen blev rejst i det nittende århundrede.", "det nittende århundrede", "1801/1900"),
    ("Offensiven begyndte i fjor efterår.", "i fjor efterår", "2015-23"),
    ("Natten til den 1. oktober lød skud.", "Natten til den 1. oktober", "2016-09-30/2016-10-01"),
    ("De kom 1., 2. og 3. maj.", "1., 2. og 3. maj", "{2016-05-01,2016-05-02,2016-05-03}"),
    ("Tirsdag drøfter Folketinget sagen.", "Tirsdag", "2016-10-04"),
    ("Fristen er fredag.", "fredag", "2016-10-07"),
    ("De kom på toogtyvende dag, toogtyvende september.", "toogtyvende september", "2016-09-22"),
    ("Partiet mødes den første fredag i næste måned.", "den første fredag i næste måned", "2016-11-04"),
]  # fmt: skip

# text, expression, EDTF under 2016-11
UNDER_A_MONTH = [
    ("De mødtes onsdag.", "onsdag", "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]"),
    ("De skal mødes fredag.", "fredag", "[2016-11-04,2016-11-11,2016-11-18,2016-11-25,2016-12-02]"),
    ("Det faldt i går.", "i går", "2016-10-31/2016-11-29"),
    ("Det faldt i dag.", "i dag", "2016-11-01/2016-11-30"),
    ("De rejser i morgen.", "i morgen", "2016-11-02/2016-12-01"),
    ("For en uge siden begyndte offensiven.", "For en uge siden", "2016-10-25/2016-11-23"),
    ("Det faldt i sidste måned.", "i sidste måned", "2016-10"),
    ("Det faldt i september.", "september", "2016-09"),
    ("Det faldt i sidste uge.", "i sidste uge", "2016-10-24/2016-11-27"),
    ("Det faldt 12. oktober.", "12. oktober", "2016-10-12"),
    ("Byen har været under angreb siden juli.", "siden juli", "2016-07/.."),
    ("De mødtes langfredag.", "langfredag", "2016-03-25"),
    ("De mødtes i uge 38.", "uge 38", "2016-09-19/2016-09-25"),
    ("De kom to dage før jul.", "to dage før jul", "2015-12-22"),
]  # fmt: skip

# text, expression, EDTF without a header
WITHOUT_A_HEADER = [
    ("Angrebet skete 22. september 2015.", "22. september 2015", "2015-09-22"),
    ("Det har varet siden 2012.", "siden 2012", "2012/.."),
    ("Angrebet skete 22. september.", "22. september", None),
    ("De slog til juleaften.", "juleaften", None),
    ("De kom langfredag 2015.", "langfredag 2015", "2015-04-03"),
    ("De mødtes i uge 38.", "uge 38", None),
]

OTHER_KINDS = [
    ("Mødet starter klokken 09 i Genève.", "klokken 09", "TIME", "T09:00"),
    ("Mødet starter kl. 14.30 i Genève.", "kl. 14.30", "TIME", "T14:30"),
    ("Mødet starter klokken halv ti.", "klokken halv ti", "TIME", "T09:30"),
    ("Mødet starter kvart over ni.", "kvart over ni", "TIME", "T09:15"),
    ("Mødet starter kvart i ni.", "kvart i ni", "TIME", "T08:45"),
    ("Den ti timer lange pause er forbi.", "ti timer lange", "DURATION", "PT10H"),
    ("Han fik fængsel i 16 år.", "16 år", "DURATION", "P16Y"),
    ("De ventede i fireogtyve timer.", "fireogtyve timer", "DURATION", "PT24H"),
    ("En ugelang våbenhvile sluttede.", "ugelang", "DURATION", "P1W"),
    ("De ventede i flere uger.", "flere uger", "DURATION", None),
    ("De demonstrerer hver fredag.", "hver fredag", "SET", None),
    ("De demonstrerer om fredagen.", "om fredagen", "SET", None),
    ("Mødet starter klokken 14 dansk tid.", "klokken 14 dansk tid", "TIME", "T14:00"),
    ("Flyet lettede kl. 14.00 GMT.", "kl. 14.00 GMT", "TIME", "T14:00Z"),
    ("Mødet starter halv et.", "halv et", "TIME", "T00:30"),
    ("Rådet mødes to gange om ugen.", "to gange om ugen", "SET", None),
]

NOTHING = [
    "Omkring 2016 soldater blev sendt.",
    "I alt 1.994 mennesker flygtede.",
    "Ring 22 22 20 16 eller 555-2016-11.",
    "De vandt 3-2 efter forlænget spilletid.",
    "Prisen steg til $2012 per ton.",
    "Version 2016.11.3 er ude.",
    "En 18-årig blev skudt.",
    "En 18 år gammel mand blev skudt.",
    "Manden (30) blev skudt.",
    "Hun blev født 30. februar.",
    "Det skete 31. april, siges det.",
    "Det arabiske forår var forbi.",
    "Resolution 2254 blev vedtaget.",
    "Det andet hospital blev ramt.",
    "Det kostede 1990 kroner.",
    "Hver gang blev de afvist.",
    "V",
    "F",
    "N",
    "H",
]

# text, what is found in it
SEVERAL = [
    ("Våbenhvilen begyndte 12. september. To dage senere blev den brudt.",
     [("12. september", "2016-09-12"), ("To dage senere", "2016-09-14")]),
    ("De kom 1. maj. Dagen efter tog de hjem.", [("1. maj", "2016-05-01"), ("Dagen efter", "2016-05-02")]),
    ("De kom 1. maj. Den påfølgende onsdag rejste de.",
     [("1. maj", "2016-05-01"), ("Den påfølgende onsdag", "2016-05-04")]),
]  # fmt: skip


def only(text: str, published: str | None, expression: str) -> tuple[str | None, str]:
    found = find_dates(text, "da", published)
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
    assert [(e.text, e.value) for e in find_dates(text, "da", MONDAY) if e.kind == "DATE"] == []


@pytest.mark.parametrize(("text", "expression", "value"), RELATIVE)
def test_relative_without_a_header_is_found_but_not_resolved(text: str, expression: str, value: str) -> None:
    found = next(e for e in find_dates(text, "da", None) if e.text == expression)
    assert (found.value, found.date_start, found.date_end, found.anchor) == (None, None, None, None)


@pytest.mark.parametrize(("text", "expression", "value"), WITHOUT_A_HEADER)
def test_a_full_date_needs_no_header(text: str, expression: str, value: str | None) -> None:
    assert only(text, None, expression) == (value, "DATE")


@pytest.mark.parametrize(("text", "values"), SEVERAL)
def test_several_in_a_text(text: str, values: list[tuple[str, str]]) -> None:
    assert [(e.text, e.value) for e in find_dates(text, "da", MONDAY)] == values
