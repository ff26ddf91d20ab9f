"""German expressions under a header of a day (Monday 3 October 2016), a month, or none."""

from __future__ import annotations

import pytest

from tasks.dates.find import find_dates

MONDAY = "2016-10-03"
MONTH = "2016-11"

# text, expression, EDTF under 2016-10-03
CALENDAR = [
    ("Der Angriff begann am 22. September.", "22. September", "2016-09-22"),
    ("Der Angriff begann am 22. September 2015.", "22. September 2015", "2015-09-22"),
    ("Der 22. September war ein Donnerstag und endete blutig.", "Der 22. September", "2016-09-22"),
    ("Das Abkommen vom 22.9.2016 wurde gebrochen.", "22.9.2016", "2016-09-22"),
    ("Das Abkommen vom 22.09.2016 wurde gebrochen.", "22.09.2016", "2016-09-22"),
    ("Das Abkommen vom 22.9. wurde gebrochen.", "22.9.", "2016-09-22"),
    ("Der Brief ist datiert auf 2016-09-22.", "2016-09-22", "2016-09-22"),
    ("Der Vertrag vom 22. IX 2015 gilt noch.", "22. IX 2015", "2015-09-22"),
    ("Sie wurde am 9. Mai getötet.", "9. Mai", "2016-05-09"),
    ("Sie wurde am zweiundzwanzigsten September getötet.", "zweiundzwanzigsten September", "2016-09-22"),
    ("Sie wurde am dreißigsten September getötet.", "dreißigsten September", "2016-09-30"),
    ("Am Samstag, dem 1. Oktober, wurde die Stadt beschossen.", "Samstag, dem 1. Oktober", "2016-10-01"),
    ("Sie trafen sich am Dienstag, den 27. September 2016.", "Dienstag, den 27. September 2016", "2016-09-27"),
    ("Sie trafen sich (Fr., 30. September) in Genf.", "Fr., 30. September", "2016-09-30"),
    ("Der Bürgermeister starb am 24. Dezember.", "24. Dezember", "2015-12-24"),
    ("Die Wahl soll am 24. Dezember stattfinden.", "24. Dezember", "2016-12-24"),
    ("Sie flohen im September 2016.", "September 2016", "2016-09"),
    ("Sie flohen im September.", "September", "2016-09"),
    ("Sie flohen im November.", "November", "2015-11"),
    ("Die Gespräche sollen im November weitergehen.", "November", "2016-11"),
    ("Sie flohen im März 2014.", "März 2014", "2014-03"),
    ("Sie flohen im Jänner.", "Jänner", "2016-01"),
    ("Der Angriff am 1. Aug. 2015 war der schlimmste.", "1. Aug. 2015", "2015-08-01"),
    ("Der Krieg brach 2012 aus.", "2012", "2012"),
    ("Der Krieg brach im Jahr 2012 aus.", "Jahr 2012", "2012"),
    ("Der Aufstand von 1852 wurde niedergeschlagen.", "1852", "1852"),
    ("Der Krieg (2003) war lang.", "2003", "2003"),
    ("Das dauert seit 2012 an.", "seit 2012", "2012/.."),
    ("Die Stadt ist seit Juli belagert.", "seit Juli", "2016-07/.."),
    ("Sie haben seit dem 1. Juni gekämpft.", "seit dem 1. Juni", "2016-06-01/.."),
    ("Bis 2014 war er General.", "Bis 2014", "../2014"),
    ("Sie sollen bis zum 15. Oktober abziehen.", "bis zum 15. Oktober", "../2016-10-15"),
    ("Die Waffenruhe galt am 13.–15. Juli.", "13.–15. Juli", "2016-07-13/2016-07-15"),
    ("Die Waffenruhe galt vom 13. bis 15. Juli 2015.", "13. bis 15. Juli 2015", "2015-07-13/2015-07-15"),
    ("Die Waffenruhe galt vom 30. Juni bis zum 3. Juli.", "vom 30. Juni bis zum 3. Juli", "2016-06-30/2016-07-03"),
    ("Er diente von November 2013 bis Juli 2014.", "von November 2013 bis Juli 2014", "2013-11/2014-07"),
    ("Zwischen 2002 und 2008 bekamen sie Geld.", "Zwischen 2002 und 2008", "2002/2008"),
    ("Das Land war 1940–1945 besetzt.", "1940–1945", "1940/1945"),
    ("Sie trafen sich am 2. und 3. Mai.", "2. und 3. Mai", "{2016-05-02,2016-05-03}"),
    ("Die Proteste 2011 und 2013 erschütterten das Land.", "2011 und 2013", "{2011,2013}"),
    ("Die Kredite wurden in den 1970er Jahren vergeben.", "den 1970er Jahren", "1970/1979"),
    ("Sie flohen in den 90er-Jahren.", "den 90er-Jahren", "1990/1999"),
    ("Sie flohen in den achtziger Jahren.", "den achtziger Jahren", "1980/1989"),
    ("Sie flohen in den Achtzigerjahren.", "den Achtzigerjahren", "1980/1989"),
    ("Die Burg stammt aus dem 19. Jahrhundert.", "dem 19. Jahrhundert", "1801/1900"),
    ("Er wurde im Sommer 2014 erschossen.", "Sommer 2014", "2014-22"),
    ("Sie flohen im Herbst 2015.", "Herbst 2015", "2015-23"),
    ("Anfang Juni wurden fünf getötet.", "Anfang Juni", "2016-06-01/2016-06-10"),
    ("Mitte August wurden fünf getötet.", "Mitte August", "2016-08-11/2016-08-20"),
    ("Ende September 2015 zogen sie ab.", "Ende September 2015", "2015-09-21/2015-09-30"),
    ("Anfang 2015 zogen sie ab.", "Anfang 2015", "2015-01"),
    ("Seit Anfang 2015 sind sie dort.", "Seit Anfang 2015", "2015-01/.."),
    ("Die Stadt wurde im Zweiten Weltkrieg bombardiert.", "Zweiten Weltkrieg", "1939/1945"),
    ("Sie schlugen an Heiligabend zu.", "Heiligabend", "2015-12-24"),
    ("Sie schlugen zu Silvester zu.", "Silvester", "2015-12-31"),
    ("Im vierten Quartal 2015 fiel der Preis.", "vierten Quartal 2015", "2015-10/2015-12"),
]  # fmt: skip

RELATIVE = [
    ("Sie sprachen am Samstag miteinander.", "Samstag", "2016-10-01"),
    ("Sie sprachen am Sonnabend miteinander.", "Sonnabend", "2016-10-01"),
    ("Sie sprachen am Montag miteinander.", "Montag", "2016-10-03"),
    ("Das Treffen am Freitag scheiterte.", "Freitag", "2016-09-30"),
    ("Am späten Freitagabend wurden drei verletzt.", "späten Freitagabend", "2016-09-30"),
    ("Im Laufe des Freitags wurde die Stadt getroffen.", "Freitags", "2016-09-30"),
    ("Sie wollen sich am Freitag treffen.", "Freitag", "2016-10-07"),
    ("Am Dienstag werden die Parteien wieder verhandeln.", "Dienstag", "2016-10-04"),
    ("Er kommt nächsten Freitag zurück.", "nächsten Freitag", "2016-10-07"),
    ("Sie treffen sich am kommenden Montag.", "kommenden Montag", "2016-10-10"),
    ("Er wurde am vergangenen Freitag getötet.", "vergangenen Freitag", "2016-09-30"),
    ("Er wurde letzten Montag getötet.", "letzten Montag", "2016-09-26"),
    ("Er wurde am Mittwoch vergangener Woche getötet.", "Mittwoch vergangener Woche", "2016-09-28"),
    ("Der Angriff in der Nacht zum Samstag war der schlimmste.", "der Nacht zum Samstag", "2016-09-30/2016-10-01"),
    ("In der Nacht auf Sonntag fielen Bomben.", "der Nacht auf Sonntag", "2016-10-01/2016-10-02"),
    ("Sie trafen sich am Freitag und Samstag.", "Freitag und Samstag", "{2016-09-30,2016-10-01}"),
    ("Die Pause dauerte von Donnerstag bis Samstag.", "von Donnerstag bis Samstag", "2016-09-29/2016-10-01"),
    ("Seit Donnerstag wurden viele festgenommen.", "Seit Donnerstag", "2016-09-29/.."),
    ("Sie sollen bis Freitag abziehen.", "bis Freitag", "../2016-10-07"),
    ("Sie wurden heute erschossen.", "heute", "2016-10-03"),
    ("Sie wurden gestern erschossen.", "gestern", "2016-10-02"),
    ("Sie wurden gestern Abend erschossen.", "gestern Abend", "2016-10-02"),
    ("Sie wurden am gestrigen Sonntag erschossen.", "gestrigen Sonntag", "2016-10-02"),
    ("Sie reisen morgen ab.", "morgen", "2016-10-04"),
    ("Morgen wird gewählt.", "Morgen", "2016-10-04"),
    ("Sie reisen morgen früh ab.", "morgen früh", "2016-10-04"),
    ("Sie reisen übermorgen ab.", "übermorgen", "2016-10-05"),
    ("Sie reisten vorgestern ab.", "vorgestern", "2016-10-01"),
    ("Sie spricht heute Abend.", "heute Abend", "2016-10-03"),
    ("Eine Bombe fiel heute Nacht.", "heute Nacht", "2016-10-02/2016-10-03"),
    ("Das Abkommen scheiterte letzte Woche.", "letzte Woche", "2016-09-26/2016-10-02"),
    ("Das Abkommen scheiterte in der vergangenen Woche.", "der vergangenen Woche", "2016-09-26/2016-10-02"),
    ("Das Abkommen scheiterte vergangenen Monat.", "vergangenen Monat", "2016-09"),
    ("Das Abkommen scheiterte voriges Jahr.", "voriges Jahr", "2015"),
    ("Das Abkommen scheiterte im vergangenen Jahr.", "vergangenen Jahr", "2015"),
    ("Das Abkommen scheiterte Ende letzten Jahres.", "Ende letzten Jahres", "2015-12"),
    ("Das Abkommen scheiterte im Herbst vergangenen Jahres.", "Herbst vergangenen Jahres", "2015-23"),
    ("Das Abkommen wurde in diesem Jahr geschlossen.", "diesem Jahr", "2016"),
    ("Das Abkommen wurde diesen Monat geschlossen.", "diesen Monat", "2016-10"),
    ("Gewählt wird nächstes Jahr.", "nächstes Jahr", "2017"),
    ("Sie wollen sich nächste Woche treffen.", "nächste Woche", "2016-10-10/2016-10-16"),
    ("Sie wollen sich später in dieser Woche treffen.", "später in dieser Woche", "2016-10-04/2016-10-09"),
    ("Bis Ende des Jahres soll es vorbei sein.", "Bis Ende des Jahres", "../2016-12"),
    ("Zwei wurden am Wochenende erschossen.", "Wochenende", "2016-10-01/2016-10-02"),
    ("Sie wollen am kommenden Wochenende marschieren.", "kommenden Wochenende", "2016-10-08/2016-10-09"),
    ("Viele wurden im Sommer verletzt.", "Sommer", "2016-22"),
    ("Viele wurden vergangenen Winter verletzt.", "vergangenen Winter", "2015-24"),
    ("Zwölf wurden im Dezember vergangenen Jahres getötet.", "Dezember vergangenen Jahres", "2015-12"),
    ("Er reiste vor einer Woche ab.", "vor einer Woche", "2016-09-26"),
    ("Er reiste vor zwei Tagen ab.", "vor zwei Tagen", "2016-10-01"),
    ("Er reiste vor drei Monaten ab.", "vor drei Monaten", "2016-07"),
    ("Er reiste vor fünfundzwanzig Jahren ab.", "vor fünfundzwanzig Jahren", "1991"),
    ("Er reiste vor dreißig Jahren ab.", "vor dreißig Jahren", "1986"),
    ("Er reiste vor einigen Monaten ab.", "vor einigen Monaten", "2016-04/2016-08"),
    ("Der Aufstand begann vor mehr als einem Jahr.", "vor mehr als einem Jahr", "../2015-10-03"),
    ("In den vergangenen drei Tagen wurde es schlimmer.", "In den vergangenen drei Tagen", "2016-10-01/2016-10-03"),
    ("In den letzten zwei Wochen flohen viele.", "In den letzten zwei Wochen", "2016-09-19/2016-10-03"),
    ("In den letzten Tagen gab es Kämpfe.", "In den letzten Tagen", "2016-09-27/2016-10-03"),
    ("Die kommenden Tage werden hart.", "Die kommenden Tage", "2016-10-04/2016-10-10"),
    ("Sie reist in drei Tagen ab.", "in drei Tagen", "2016-10-06"),
    ("Die Bombe explodierte am Freitag um 12.30 Uhr.", "Freitag um 12.30 Uhr", "2016-09-30"),
]  # fmt: skip

# What hangs on feasts, weeks, quarters, other dates
RULES = [
    ("Freitag vor zwei Wochen kam er.", "Freitag vor zwei Wochen", "2016-09-16"),
    ("Am Tag nach Weihnachten kamen sie.", "Tag nach Weihnachten", "2015-12-27"),
    ("Heute vor einer Woche kam er.", "Heute vor einer Woche", "2016-09-26"),
    ("Sie kamen am 24./25. Mai.", "24./25. Mai", "{2016-05-24,2016-05-25}"),
    ("Sie kommen am Freitag.", "Freitag", "2016-10-07"),
    ("Freitag debattiert der Bundestag.", "Freitag", "2016-10-07"),
    ("Das Abkommen vom 22.9.16 wurde gebrochen.", "22.9.16", "2016-09-22"),
    ("Der Aufstand im Mai ’68 erschütterte das Land.", "Mai ’68", "1968-05"),
    ("Der Absatz sank im Q3 2016.", "Q3 2016", "2016-07/2016-09"),
    ("Der Absatz sank im ersten Halbjahr 2016.", "ersten Halbjahr 2016", "2016-01/2016-06"),
    ("Der Absatz sank in der zweiten Jahreshälfte 2015.", "der zweiten Jahreshälfte 2015", "2015-07/2015-12"),
    ("Der Absatz sank im vergangenen Quartal.", "vergangenen Quartal", "2016-07/2016-09"),
    ("Die Sitzung fand in KW 38 statt und war kurz.", "KW 38", "2016-09-19/2016-09-25"),
    ("Die Sitzung war in der Kalenderwoche 2 2015.", "Kalenderwoche 2 2015", "2015-01-05/2015-01-11"),
    ("Sie kamen am Gründonnerstag.", "Gründonnerstag", "2016-03-24"),
    ("Sie kamen am Karfreitag 2015.", "Karfreitag 2015", "2015-04-03"),
    ("Sie kamen am Ostermontag.", "Ostermontag", "2016-03-28"),
    ("Sie kamen am Rosenmontag.", "Rosenmontag", "2016-02-08"),
    ("Sie kamen zu Fronleichnam.", "Fronleichnam", "2016-05-26"),
    ("Viele verreisten zu Ostern 2015.", "Ostern 2015", "2015-04-03/2015-04-06"),
    ("Die Kirche brannte an Christi Himmelfahrt.", "Christi Himmelfahrt", "2016-05-05"),
    ("Die Kirche brannte am Totensonntag.", "Totensonntag", "2015-11-22"),
    ("Sie kamen im Ramadan 2016.", "Ramadan 2016", "2016-06-05/2016-07-06"),
    ("Sie kamen am ersten Montag im September.", "ersten Montag im September", "2016-09-05"),
    ("Sie werden am dritten Donnerstag im November kommen.", "dritten Donnerstag im November", "2016-11-17"),
    ("Sie kamen am letzten Sonntag im März 2014.", "letzten Sonntag im März 2014", "2014-03-30"),
    ("Sie kamen in der ersten Woche im Juni.", "der ersten Woche im Juni", "2016-05-30/2016-06-05"),
    ("Sie kamen am letzten Wochenende im August.", "letzten Wochenende im August", "2016-08-27/2016-08-28"),
    ("Sie werden Freitag in einer Woche kommen.", "Freitag in einer Woche", "2016-10-14"),
    ("Sie reist in zwei Wochen ab.", "in zwei Wochen", "2016-10-17"),
    ("Sie kamen zwei Tage vor Weihnachten.", "zwei Tage vor Weihnachten", "2015-12-22"),
    ("Sie kamen zwei Tage vor Heiligabend.", "zwei Tage vor Heiligabend", "2015-12-22"),
    ("Sie kamen drei Wochen nach dem 3. März.", "drei Wochen nach dem 3. März", "2016-03-24"),
    ("Sie kamen am Tag nach dem 3. Oktober 2015.", "Tag nach dem 3. Oktober 2015", "2015-10-04"),
    ("Die Antwort muss innerhalb von 24 Stunden kommen.", "innerhalb von 24 Stunden", "2016-10-03/2016-10-04"),
    ("Alle Geiseln bis Freitag frei.", "bis Freitag", "../2016-10-07"),
    ("Die Stadt wuchs Ende der 1980er Jahre.", "Ende der 1980er Jahre", "1987/1989"),
    ("Sie kamen Anfang der 90er-Jahre.", "Anfang der 90er-Jahre", "1990/1992"),
    ("Sie kamen in den späten siebziger Jahren.", "den späten siebziger Jahren", "1977/1979"),
    ("Die Burg wurde Ende des 19. Jahrhunderts gebaut.", "Ende des 19. Jahrhunderts", "1868/1900"),
    ("Die Burg wurde im neunzehnten Jahrhundert gebaut.", "neunzehnten Jahrhundert", "1801/1900"),
    ("Die Offensive begann im vergangenen Herbst.", "vergangenen Herbst", "2015-23"),
    ("In der Nacht zum 1. Oktober fielen Schüsse.", "der Nacht zum 1. Oktober", "2016-09-30/2016-10-01"),
    ("Sie kamen am 1., 2. und 3. Mai.", "1., 2. und 3. Mai", "{2016-05-01,2016-05-02,2016-05-03}"),
    ("Die Frist endet am Freitag.", "Freitag", "2016-10-07"),
    ("Sie kamen am zweiundzwanzigsten September.", "zweiundzwanzigsten September", "2016-09-22"),
    ("Die Partei tagt am ersten Freitag des nächsten Monats.", "ersten Freitag des nächsten Monats", "2016-11-04"),
]  # fmt: skip

# text, expression, EDTF under 2016-11
UNDER_A_MONTH = [
    ("Sie trafen sich am Mittwoch.", "Mittwoch", "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]"),
    ("Sie wollen sich am Freitag treffen.", "Freitag", "[2016-11-04,2016-11-11,2016-11-18,2016-11-25,2016-12-02]"),
    ("Es fiel gestern.", "gestern", "2016-10-31/2016-11-29"),
    ("Es fiel heute.", "heute", "2016-11-01/2016-11-30"),
    ("Sie reisen morgen ab.", "morgen", "2016-11-02/2016-12-01"),
    ("Vor einer Woche begann die Offensive.", "Vor einer Woche", "2016-10-25/2016-11-23"),
    ("Es fiel im vergangenen Monat.", "vergangenen Monat", "2016-10"),
    ("Es fiel im September.", "September", "2016-09"),
    ("Es fiel vorige Woche.", "vorige Woche", "2016-10-24/2016-11-27"),
    ("Es fiel am 12. Oktober.", "12. Oktober", "2016-10-12"),
    ("Die Stadt wurde seit Juli angegriffen.", "seit Juli", "2016-07/.."),
    ("Sie kamen am Karfreitag.", "Karfreitag", "2016-03-25"),
    ("Sie kamen in KW 38.", "KW 38", "2016-09-19/2016-09-25"),
    ("Sie kamen zwei Tage vor Heiligabend.", "zwei Tage vor Heiligabend", "2015-12-22"),
]  # fmt: skip

# text, expression, EDTF without a header
WITHOUT_A_HEADER = [
    ("Der Angriff begann am 22. September 2015.", "22. September 2015", "2015-09-22"),
    ("Das dauert seit 2012 an.", "seit 2012", "2012/.."),
    ("Der Angriff begann am 22. September.", "22. September", None),
    ("Sie schlugen an Heiligabend zu.", "Heiligabend", None),
    ("Sie kamen am Karfreitag 2015.", "Karfreitag 2015", "2015-04-03"),
    ("Sie kamen in KW 38.", "KW 38", None),
]

OTHER_KINDS = [
    ("Das Treffen beginnt um 9 Uhr in Genf.", "um 9 Uhr", "TIME", "T09:00"),
    ("Das Treffen beginnt um 14.30 Uhr in Genf.", "um 14.30 Uhr", "TIME", "T14:30"),
    ("Das Treffen beginnt um 8 Uhr abends.", "um 8 Uhr abends", "TIME", "T20:00"),
    ("Das Treffen beginnt um halb zehn.", "um halb zehn", "TIME", "T09:30"),
    ("Das Treffen beginnt um Viertel nach neun.", "um Viertel nach neun", "TIME", "T09:15"),
    ("Das Treffen beginnt um Viertel vor neun.", "um Viertel vor neun", "TIME", "T08:45"),
    ("Die dreitägige Pause ist vorbei.", "dreitägige", "DURATION", "P3D"),
    ("Die 10-tägige Pause ist vorbei.", "10-tägige", "DURATION", "P10D"),
    ("Eine einwöchige Waffenruhe endete.", "einwöchige", "DURATION", "P1W"),
    ("Er muss für 16 Jahre ins Gefängnis.", "16 Jahre", "DURATION", "P16Y"),
    ("Sie warteten vierundzwanzig Stunden lang.", "vierundzwanzig Stunden lang", "DURATION", "PT24H"),
    ("Sie warteten mehrere Wochen.", "mehrere Wochen", "DURATION", None),
    ("Sie demonstrieren jeden Freitag.", "jeden Freitag", "SET", None),
    ("Sie demonstrieren montags.", "montags", "SET", None),
    ("Sie demonstrieren alle zwei Wochen.", "alle zwei Wochen", "SET", None),
    ("Das Treffen beginnt um 14 Uhr Ortszeit.", "um 14 Uhr Ortszeit", "TIME", "T14:00"),
    ("Das Flugzeug startete um 14.00 Uhr MEZ.", "um 14.00 Uhr MEZ", "TIME", "T14:00+01:00"),
    ("Das Treffen beginnt um halb eins.", "um halb eins", "TIME", "T00:30"),
    ("Der Rat tagt zweimal pro Woche.", "zweimal pro Woche", "SET", None),
]

NOTHING = [
    "Etwa 2016 Soldaten wurden entsandt.",
    "Insgesamt 1.994 Menschen flohen.",
    "Rufen Sie 22 22 20 16 oder 555-2016-11 an.",
    "Sie gewannen 3-2 nach Verlängerung.",
    "Der Preis stieg auf $2012 je Tonne.",
    "Version 2016.11.3 ist da.",
    "Ein 18-Jähriger wurde erschossen.",
    "Ein 18-jähriger Mann wurde erschossen.",
    "Der Mann, 30 Jahre alt, wurde erschossen.",
    "Der Mann (30) wurde erschossen.",
    "Sie wurde am 30. Februar geboren.",
    "Es geschah am 31. April, heißt es.",
    "Der Arabische Frühling war vorbei.",
    "Die Resolution 2254 wurde angenommen.",
    "Das zweite Krankenhaus wurde getroffen.",
    "Es kostete 1990 Euro.",
    "Am frühen Morgen wurde geschossen.",
    "Eines Tages wird es enden.",
    "So, sagte er, sei es gewesen.",
    "V",
    "F",
    "F",
    "E",
]

# text, what is found in it
SEVERAL = [
    ("Die Waffenruhe begann am 12. September. Zwei Tage später wurde sie gebrochen.",
     [("12. September", "2016-09-12"), ("Zwei Tage später", "2016-09-14")]),
    ("Sie kamen am 1. Mai. Am nächsten Tag zogen sie ab.",
     [("1. Mai", "2016-05-01"), ("nächsten Tag", "2016-05-02")]),
    ("Sie kamen am 1. Mai. Am folgenden Mittwoch gingen sie.",
     [("1. Mai", "2016-05-01"), ("folgenden Mittwoch", "2016-05-04")]),
]  # fmt: skip


def only(text: str, published: str | None, expression: str) -> tuple[str | None, str]:
    found = find_dates(text, "de", published)
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
    assert [(e.text, e.value) for e in find_dates(text, "de", MONDAY) if e.kind == "DATE"] == []


@pytest.mark.parametrize(("text", "expression", "value"), RELATIVE)
def test_relative_without_a_header_is_found_but_not_resolved(text: str, expression: str, value: str) -> None:
    found = next(e for e in find_dates(text, "de", None) if e.text == expression)
    assert (found.value, found.date_start, found.date_end, found.anchor) == (None, None, None, None)


@pytest.mark.parametrize(("text", "expression", "value"), WITHOUT_A_HEADER)
def test_a_full_date_needs_no_header(text: str, expression: str, value: str | None) -> None:
    assert only(text, None, expression) == (value, "DATE")


@pytest.mark.parametrize(("text", "values"), SEVERAL)
def test_several_in_a_text(text: str, values: list[tuple[str, str]]) -> None:
    assert [(e.text, e.value) for e in find_dates(text, "de", MONDAY)] == values
