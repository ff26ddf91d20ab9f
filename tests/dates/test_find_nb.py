"""Norwegian expressions under a header of a day (Monday 3 October 2016), a month, a year, or none."""

from __future__ import annotations

import pytest

from tasks.dates.find import find_dates

MONDAY = "2016-10-03"
MONTH = "2016-11"

# text, expression, EDTF under 2016-10-03
CALENDAR = [
    ("Offensiven startet 22. september.", "22. september", "2016-09-22"),
    ("Offensiven startet 22. september 2015.", "22. september 2015", "2015-09-22"),
    ("Avtalen av 22.9.2016 ble brutt.", "22.9.2016", "2016-09-22"),
    ("Avtalen av 22.09.2016 ble brutt.", "22.09.2016", "2016-09-22"),
    ("Datert 2016-09-22 i arkivet.", "2016-09-22", "2016-09-22"),
    ("Han ble drept den 9. mai.", "den 9. mai", "2016-05-09"),
    ("Mandag 3. oktober ble byen beskutt.", "Mandag 3. oktober", "2016-10-03"),
    ("Fredag den 30. september 2016 falt byen.", "Fredag den 30. september 2016", "2016-09-30"),
    ("Han døde 24. desember.", "24. desember", "2015-12-24"),
    ("Valget skal holdes 24. desember.", "24. desember", "2016-12-24"),
    ("De flyktet i september 2016.", "september 2016", "2016-09"),
    ("De flyktet i september.", "september", "2016-09"),
    ("De flyktet i oktober.", "oktober", "2016-10"),
    ("De flyktet i november.", "november", "2015-11"),
    ("Samtalene skal fortsette i november.", "november", "2016-11"),
    ("De flyktet i mars.", "mars", "2016-03"),
    ("De flyktet i mars 2014.", "mars 2014", "2014-03"),
    ("De flyktet 3. mars.", "3. mars", "2016-03-03"),
    ("Angrepet 1. aug. 2015 var verst.", "1. aug. 2015", "2015-08-01"),
    ("Krigen brøt ut i 2012.", "2012", "2012"),
    ("I 2006 var det krig i Libanon.", "2006", "2006"),
    ("Opprøret i 1852 ble slått ned.", "1852", "1852"),
    ("Krigen (2003) var lang.", "2003", "2003"),
    ("Det har vart siden 2012.", "siden 2012", "2012/.."),
    ("Byen har vært beleiret siden juli.", "siden juli", "2016-07/.."),
    ("De har kjempet siden juni 2014.", "siden juni 2014", "2014-06/.."),
    ("De har kjempet siden 1. juni.", "siden 1. juni", "2016-06-01/.."),
    ("De har sittet der helt siden 2010.", "helt siden 2010", "2010/.."),
    ("Fram til 2014 var han general.", "Fram til 2014", "../2014"),
    ("De må ut innen 15. oktober.", "innen 15. oktober", "../2016-10-15"),
    ("Våpenhvilen varte 13.-15. juli.", "13.-15. juli", "2016-07-13/2016-07-15"),
    ("Våpenhvilen varte fra 13. til 15. juli 2015.", "13. til 15. juli 2015", "2015-07-13/2015-07-15"),
    ("Våpenhvilen varte fra 30. juni til 3. juli.", "fra 30. juni til 3. juli", "2016-06-30/2016-07-03"),
    ("Han tjenestegjorde fra november 2013 til juli 2014.", "fra november 2013 til juli 2014", "2013-11/2014-07"),
    ("Mellom juni 2014 og april 2016 falt 200.", "Mellom juni 2014 og april 2016", "2014-06/2016-04"),
    ("Mellom 2002 og 2008 fikk de penger.", "mellom 2002 og 2008".capitalize(), "2002/2008"),
    ("Landet var okkupert 1940–1945.", "1940–1945", "1940/1945"),
    ("De møttes 2. og 3. mai.", "2. og 3. mai", "{2016-05-02,2016-05-03}"),
    ("Protestene i 2011 og 2013 rystet Kairo.", "2011 og 2013", "{2011,2013}"),
    ("Lånene ble gitt på 1970-tallet.", "på 1970-tallet", "1970/1979"),
    ("De rømte på åttitallet.", "på åttitallet", "1980/1989"),
    ("Han ble skutt sommeren 2014.", "sommeren 2014", "2014-22"),
    ("De flyktet høsten 2015.", "høsten 2015", "2015-23"),
    ("De frøs vinteren 2015.", "vinteren 2015", "2015-24"),
    ("De flyktet våren 2015.", "våren 2015", "2015-21"),
    ("Tidlig i juni ble fem drept.", "Tidlig i juni", "2016-06-01/2016-06-10"),
    ("Midt i august ble fem drept.", "Midt i august", "2016-08-11/2016-08-20"),
    ("Ved utgangen av 2014 dro styrkene.", "utgangen av 2014", "2014-12"),
    ("I begynnelsen av 2015 dro de.", "I begynnelsen av 2015", "2015-01"),
    ("I slutten av september 2015 dro de.", "I slutten av september 2015", "2015-09-21/2015-09-30"),
    ("Byen ble bombet under andre verdenskrig.", "andre verdenskrig", "1939/1945"),
    ("De slo til julaften.", "julaften", "2015-12-24"),
    ("I fjerde kvartal 2015 falt prisen.", "I fjerde kvartal 2015", "2015-10/2015-12"),
]  # fmt: skip

RELATIVE = [
    ("De snakket sammen lørdag.", "lørdag", "2016-10-01"),
    ("De snakket sammen mandag.", "mandag", "2016-10-03"),
    ("Torsdag var det kraftige sammenstøt.", "Torsdag", "2016-09-29"),
    ("Barn var blant ofrene i onsdagens flyangrep.", "onsdagens", "2016-09-28"),
    ("Byen ble truffet i løpet av fredagen.", "fredagen", "2016-09-30"),
    ("Det var stille fredag morgen.", "fredag morgen", "2016-09-30"),
    ("Det small lørdag kveld.", "lørdag kveld", "2016-10-01"),
    ("Det small lørdagskvelden.", "lørdagskvelden", "2016-10-01"),
    ("Sent onsdag ble det kjent.", "Sent onsdag", "2016-09-28"),
    ("De skal møtes fredag.", "fredag", "2016-10-07"),
    ("Tirsdag vil partene møtes igjen.", "Tirsdag", "2016-10-04"),
    ("Han skal ha blitt drept fredag.", "fredag", "2016-09-30"),
    ("Han kommer tilbake neste fredag.", "neste fredag", "2016-10-07"),
    ("Han ble drept sist fredag.", "sist fredag", "2016-09-30"),
    ("Han ble drept forrige mandag.", "forrige mandag", "2016-09-26"),
    ("Han ble drept fredag i forrige uke.", "fredag i forrige uke", "2016-09-30"),
    ("Angrepet natt til lørdag var verst.", "natt til lørdag", "2016-09-30/2016-10-01"),
    ("Angrepet natten til søndag var verst.", "natten til søndag", "2016-10-01/2016-10-02"),
    ("De møttes fredag og lørdag.", "fredag og lørdag", "{2016-09-30,2016-10-01}"),
    ("Pausen varte fra torsdag til lørdag.", "fra torsdag til lørdag", "2016-09-29/2016-10-01"),
    ("Pågripelsene siden torsdag er mange.", "siden torsdag", "2016-09-29/.."),
    ("De ble skutt i dag.", "i dag", "2016-10-03"),
    ("De ble skutt i går.", "i går", "2016-10-02"),
    ("De ble skutt i går kveld.", "i går kveld", "2016-10-02"),
    ("De drar i morgen.", "i morgen", "2016-10-04"),
    ("De drar i overmorgen.", "i overmorgen", "2016-10-05"),
    ("De dro i forgårs.", "i forgårs", "2016-10-01"),
    ("Han taler i kveld.", "i kveld", "2016-10-03"),
    ("En bombe falt i ettermiddag.", "i ettermiddag", "2016-10-03"),
    ("En bombe falt i natt.", "i natt", "2016-10-02/2016-10-03"),
    ("Avtalen falt sammen i forrige uke.", "i forrige uke", "2016-09-26/2016-10-02"),
    ("Avtalen falt sammen i forrige måned.", "i forrige måned", "2016-09"),
    ("FN planla å bruke forrige måneds pause.", "forrige måneds", "2016-09"),
    ("Avtalen falt sammen i fjor.", "i fjor", "2015"),
    ("I hele fjor tok de fire.", "I hele fjor", "2015"),
    ("Fjorårets avtale holdt.", "Fjorårets", "2015"),
    ("Avtalen ble signert i år.", "i år", "2016"),
    ("Avtalen ble signert denne måneden.", "denne måneden", "2016-10"),
    ("Det skal holdes valg neste år.", "neste år", "2017"),
    ("Det skal holdes valg neste måned.", "neste måned", "2016-11"),
    ("De skal møtes neste uke.", "neste uke", "2016-10-10/2016-10-16"),
    ("De skal møtes senere denne uken.", "senere denne uken", "2016-10-04/2016-10-09"),
    ("Ni ble drept tidligere denne måneden.", "tidligere denne måneden", "2016-10-01/2016-10-02"),
    ("Ni ble drept tidligere i år.", "tidligere i år", "2016-01-01/2016-10-02"),
    ("Hittil i år er 90 drept.", "Hittil i år", "2016-01-01/2016-10-03"),
    ("To ble skutt i helgen.", "i helgen", "2016-10-01/2016-10-02"),
    ("To ble skutt forrige helg.", "forrige helg", "2016-10-01/2016-10-02"),
    ("De skal marsjere neste helg.", "neste helg", "2016-10-15/2016-10-16"),
    ("De har ikke sluppet til siden i vår.", "siden i vår", "2016-21/.."),
    ("Mange ble skadet i sommer.", "i sommer", "2016-22"),
    ("Mange ble skadet i vinter.", "i vinter", "2015-24"),
    ("I vår ble det slutt.", "I vår", "2016-21"),
    ("Tolv ble drept desember i fjor.", "desember i fjor", "2015-12"),
    ("Tolv ble drept i mai i år.", "mai i år", "2016-05"),
    ("Han dro for en uke siden.", "for en uke siden", "2016-09-26"),
    ("Han dro for to uker siden.", "for to uker siden", "2016-09-19"),
    ("Han dro for ti dager siden.", "for ti dager siden", "2016-09-23"),
    ("Han dro for tre måneder siden.", "for tre måneder siden", "2016-07"),
    ("Han dro for to år siden.", "for to år siden", "2014"),
    ("Han dro for tjuefem år siden.", "for tjuefem år siden", "1991"),
    ("Han dro for et halvt år siden.", "for et halvt år siden", "2016-04"),
    ("Han dro for noen måneder siden.", "for noen måneder siden", "2016-04/2016-08"),
    ("Opprøret startet for over ett år siden.", "for over ett år siden", "../2015-10-03"),
    ("Han dro for flere år siden.", "for flere år siden", "../2014"),
    ("De siste tre dagene ble det verre.", "De siste tre dagene", "2016-10-01/2016-10-03"),
    ("De siste to ukene har mange flyktet.", "De siste to ukene", "2016-09-19/2016-10-03"),
    ("Fire er drept den siste uken.", "den siste uken", "2016-09-26/2016-10-03"),
    ("Det har vært uro de siste dagene.", "de siste dagene", "2016-09-27/2016-10-03"),
    ("De kommende dagene blir harde.", "De kommende dagene", "2016-10-04/2016-10-10"),
    ("Flyene har ikke angrepet på 29 dager.", "på 29 dager", "2016-09-04/2016-10-03"),
    ("Han reiser om tre dager.", "om tre dager", "2016-10-06"),
    ("Pausen varte mellom klokken 09 og 19 fredag lokal tid.", "mellom klokken 09 og 19 fredag", "2016-09-30"),
    ("Det small fredag kl. 12.30 i sentrum.", "fredag kl. 12.30", "2016-09-30"),
]  # fmt: skip

# text, expression, EDTF under 2016-11
UNDER_A_MONTH = [
    ("De møttes onsdag.", "onsdag", "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]"),
    ("De kom i løpet av fredagen.", "fredagen", "[2016-10-28,2016-11-04,2016-11-11,2016-11-18,2016-11-25]"),
    ("Torsdag var det kamper.", "Torsdag", "[2016-10-27,2016-11-03,2016-11-10,2016-11-17,2016-11-24]"),
    ("De skal møtes fredag.", "fredag", "[2016-11-04,2016-11-11,2016-11-18,2016-11-25,2016-12-02]"),
    ("Det falt i går.", "i går", "2016-10-31/2016-11-29"),
    ("Det falt i dag.", "i dag", "2016-11-01/2016-11-30"),
    ("De drar i morgen.", "i morgen", "2016-11-02/2016-12-01"),
    ("For en uke siden startet offensiven.", "For en uke siden", "2016-10-25/2016-11-23"),
    ("Tidligere i uken startet offensiven.", "Tidligere i uken", "2016-10-31/2016-11-29"),
    ("Forrige måneds pause ble brutt.", "Forrige måneds", "2016-10"),
    ("Forrige pause var i oktober.", "oktober", "2016-10"),
    ("I september forsøkte de igjen.", "september", "2016-09"),
    ("De har ikke sluppet til siden i vår.", "siden i vår", "2016-21/.."),
    ("Byen har vært under angrep siden juli.", "siden juli", "2016-07/.."),
    ("Det falt i forrige uke.", "i forrige uke", "2016-10-24/2016-11-27"),
    ("Det falt i fjor.", "i fjor", "2015"),
    ("Det falt 12. oktober.", "12. oktober", "2016-10-12"),
]  # fmt: skip

OTHER_KINDS = [
    ("Møtet starter klokken 09 i Genève.", "klokken 09", "TIME", "T09:00"),
    ("Møtet starter kl. 14.30 i Genève.", "kl. 14.30", "TIME", "T14:30"),
    ("Den ti timer lange pausen er over.", "ti timer lange", "DURATION", "PT10H"),
    ("En tre dager lang pause endte.", "tre dager lang", "DURATION", "P3D"),
    ("Han fikk fengsel i 16 år.", "16 år", "DURATION", "P16Y"),
    ("De ventet i tjuefire timer.", "tjuefire timer", "DURATION", "PT24H"),
    ("En ukelang våpenhvile tok slutt.", "ukelang", "DURATION", "P1W"),
    ("De ventet i flere uker.", "flere uker", "DURATION", None),
    ("De demonstrerer hver fredag.", "hver fredag", "SET", None),
]

NOTHING = [
    "Rundt 2016 soldater ble sendt.",
    "Til sammen 1.994 mennesker flyktet.",
    "Ring 22 22 20 16 eller 555-2016-11.",
    "De vant 3-2 etter ekstraomganger.",
    "Prisen steg til $2012 per tonn.",
    "Versjon 2016.11.3 er ute.",
    "En 18-åring ble skutt.",
    "En 18 år gammel mann ble skutt.",
    "Mannen (30) ble skutt.",
    "Han ble født 30. februar.",
    "Det skjedde 31. april, sies det.",
    "Mars er en planet.",
    "Den arabiske våren var over.",
    "Det er i vår interesse.",
    "Resolusjon 2254 ble vedtatt.",
    "Det andre sykehuset ble truffet.",
    "Det kostet 1990 kroner.",
    "Han gikk gjennom timene på skolen.",
]


def only(text: str, published: str | None, expression: str) -> tuple[str | None, str]:
    found = find_dates(text, "nb", published)
    match = [e for e in found if e.text == expression]
    assert match, [(e.text, e.value) for e in found]
    assert text[match[0].start : match[0].end] == expression
    return match[0].value, match[0].kind


@pytest.mark.parametrize(("text", "expression", "value"), CALENDAR + RELATIVE)
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
    assert [(e.text, e.value) for e in find_dates(text, "nb", MONDAY) if e.kind == "DATE"] == []


@pytest.mark.parametrize(("text", "expression", "value"), RELATIVE)
def test_relative_without_a_header_is_found_but_not_resolved(text: str, expression: str, value: str) -> None:
    found = next(e for e in find_dates(text, "nb", None) if e.text == expression)
    assert (found.value, found.date_start, found.date_end, found.anchor) == (None, None, None, None)


def test_a_span_of_days_is_counted_from_the_day_of_saying_it() -> None:
    text = "En talsmann opplyste onsdag at flyene holder seg unna. De har ikke angrepet byen på 29 dager."
    found = find_dates(text, "nb", "2016-11")
    assert [e.text for e in found] == ["onsdag", "på 29 dager"]
    assert found[1].value == "2016-09-27/2016-11-30"


def test_later_hangs_on_the_date_named_last() -> None:
    text = "Våpenhvilen startet 12. september. To dager senere ble den brutt."
    assert [(e.text, e.value) for e in find_dates(text, "nb", MONDAY)] == [
        ("12. september", "2016-09-12"), ("To dager senere", "2016-09-14"),
    ]  # fmt: skip
