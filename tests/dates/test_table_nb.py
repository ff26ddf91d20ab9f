"""Norwegian expressions as news writes them, from the coding rules: a second table beside test_find_nb.py."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.dates.expression import TimeExpression
from tasks.dates.find import find_dates

MONDAY = "2016-10-03"
MONTH = "2016-11"
YEAR = "2016"

# text, expression, EDTF under 2016-10-03: the words name the year or the period
CALENDAR = [
    ("Den tidligere statsministeren ble myrdet 14. februar 2005.", "14. februar 2005", "2005-02-14"),
    ("En lastebilbombe gikk av 14. feb. 2005 ved strandpromenaden.", "14. feb. 2005", "2005-02-14"),
    ("Regjeringskvartalet ble sprengt den 22. juli 2011.", "den 22. juli 2011", "2011-07-22"),
    ("Fredag 13. november 2015 stormet væpnede menn et konsertlokale.", "Fredag 13. november 2015", "2015-11-13"),
    ("Tårnene falt tirsdag 11. september 2001.", "tirsdag 11. september 2001", "2001-09-11"),
    ("Kjennelsen av 11.2.2011 er anket.", "11.2.2011", "2011-02-11"),
    ("Vedtaket er datert 09.04.2003.", "09.04.2003", "2003-04-09"),
    ("Brevet ble stemplet 22.9.16 og sendt til påtalemyndigheten.", "22.9.16", "2016-09-22"),
    ("Den hemmelige ordren er datert 22. IX 2016.", "22. IX 2016", "2016-09-22"),
    ("Protokollen av 13/11-2015 mangler.", "13/11-2015", "2015-11-13"),
    ("Forvaringsordren av 3/4-2016 ble opphevet.", "3/4-2016", "2016-04-03"),
    ("Forskriften av 3.4.2016 ble kjent ugyldig.", "3.4.2016", "2016-04-03"),
    ("Meldingen ble loggført 2015-11-13 av vakten.", "2015-11-13", "2015-11-13"),
    ("Forliket ble undertegnet tjuetredje august 2012.", "tjuetredje august 2012", "2012-08-23"),
    ("Studentene barrikaderte gatene i mai 68.", "mai 68", "1968-05"),
    ("Reporteren ble tatt til fange i sept. ’14.", "sept. ’14", "2014-09"),
    ("Provinsen lå under bombardement i ’99.", "’99", "1999"),
    ("Demningen brast i juli 2006.", "juli 2006", "2006-07"),
    ("Georgiske styrker beskjøt enklaven i aug. 2008.", "aug. 2008", "2008-08"),
    ("Stredet ble stengt for skip i 1967.", "1967", "1967"),
    ("Konstantinopel falt i 1453.", "1453", "1453"),
    ("Tallene for tredje kvartal 2016 skremte regjeringen.", "tredje kvartal 2016", "2016-07/2016-09"),
    ("Oversikten for første kvartal 2015 viser dobbelt så mange asylsøkere.", "første kvartal 2015",
     "2015-01/2015-03"),
    ("Antallet henrettelser første halvår 2016 var rekordhøyt.", "første halvår 2016", "2016-01/2016-06"),
    ("Sjørøveriet avtok andre halvår 2013.", "andre halvår 2013", "2013-07/2013-12"),
    ("1700-tallet var et århundre med kriger.", "1700-tallet", "1700/1799"),
    ("1800-tallet endte med kolonikrig.", "1800-tallet", "1800/1899"),
    ("Festningen ble reist i det 17. århundre.", "det 17. århundre", "1601/1700"),
    ("Leirene ble bygd på 1950-tallet.", "på 1950-tallet", "1950/1959"),
    ("Militsene herjet på nittitallet.", "på nittitallet", "1990/1999"),
    ("Kuppene fulgte hverandre på sekstitallet.", "på sekstitallet", "1960/1969"),
    ("Bruddene på våpenhvilen var flest uke 38 i 2016.", "uke 38 i 2016", "2016-09-19/2016-09-25"),
    ("Melding 2016-W38 nevner ni flyangrep.", "2016-W38", "2016-09-19/2016-09-25"),
    ("Det var roligere uke 53 i 2015.", "uke 53 i 2015", "2015-12-28/2016-01-03"),
    ("Rekruttene møtte første mandag i oktober 2014.", "første mandag i oktober 2014", "2014-10-06"),
    ("Moskeen ble satt i brann siste fredag i juni 2015.", "siste fredag i juni 2015", "2015-06-26"),
    ("Omvalget ble holdt den andre søndagen i mai 2015.", "den andre søndagen i mai 2015", "2015-05-10"),
    ("Det var opptøyer i havnebyen tredje helg i mai 2015.", "tredje helg i mai 2015", "2015-05-16/2015-05-17"),
    ("Enklaven sultet siste uke av mars 2016.", "siste uke av mars 2016", "2016-03-28/2016-04-03"),
    ("Flytrafikken ble innstilt første uke i mai 2016.", "første uke i mai 2016", "2016-05-02/2016-05-08"),
    ("Plyndringen spredte seg siste uke i august 2016.", "siste uke i august 2016", "2016-08-22/2016-08-28"),
    ("Meklerne ga opp sent i 2013.", "sent i 2013", "2013-09/2013-12"),
    ("Forstedene lå i ruiner midt i 2012.", "midt i 2012", "2012-05/2012-08"),
    ("Ved inngangen til uroen, tidlig i 2011, var byen rolig.", "tidlig i 2011", "2011-01/2011-04"),
    ("Halvøya ble annektert på slutten av mars 2014.", "slutten av mars 2014", "2014-03-21/2014-03-31"),
    ("Piloten ble brent levende tidlig i februar 2015.", "tidlig i februar 2015", "2015-02-01/2015-02-10"),
    ("I begynnelsen av juli 2013 ble presidenten styrtet.", "I begynnelsen av juli 2013", "2013-07-01/2013-07-10"),
    ("Mosul falt midt i juni 2014.", "midt i juni 2014", "2014-06-11/2014-06-20"),
    ("Demonstrantene okkuperte plassen høsten 2013.", "høsten 2013", "2013-23"),
    ("Våren 2011 spredte opprøret seg.", "Våren 2011", "2011-21"),
    ("Titusener frøs vinteren 2014.", "vinteren 2014", "2014-24"),
    ("Keiserriket gikk i oppløsning under første verdenskrig.", "første verdenskrig", "1914/1918"),
    ("Havna ble lagt i grus under annen verdenskrig.", "annen verdenskrig", "1939/1945"),
]  # fmt: skip

# text, expression, EDTF under 2016-10-03: the year has to be found by the tense
YEARLESS_PAST = [
    ("Opprørerne inntok garnisonen 5. desember.", "5. desember", "2015-12-05"),
    ("Ministeren gikk av 11. oktober etter lekkasjen.", "11. oktober", "2016-10-11"),
    ("Flommen slukte landsbyen 31. oktober.", "31. oktober", "2016-10-31"),
    ("Politiet spredte folkemengden 1. november.", "1. november", "2015-11-01"),
    ("2. oktober måtte hjelpekonvoien snu.", "2. oktober", "2016-10-02"),
    ("En dommer løslot redaktøren 29. februar.", "29. februar", "2016-02-29"),
    ("Jordskjelvet 14. januar jevnet skolen med jorda.", "14. januar", "2016-01-14"),
    ("Beskytningen ble gjenopptatt i desember.", "desember", "2015-12"),
    ("Brua raste sammen i april og seks omkom.", "april", "2016-04"),
    ("Flere titall migranter druknet sent i november.", "sent i november", "2015-11-21/2015-11-30"),
    ("Juntaen grep makten midt i juli.", "midt i juli", "2016-07-11/2016-07-20"),
    ("Aktor tok ut tiltale tidlig i oktober.", "tidlig i oktober", "2016-10-01/2016-10-10"),
    ("Torsdag 16. juni ble en parlamentariker knivdrept.", "Torsdag 16. juni", "2016-06-16"),
    ("Pakten ble brutt tjuesjuende februar.", "tjuesjuende februar", "2016-02-27"),
    ("Politiet slo ned toget første mai.", "første mai", "2016-05-01"),
    ("Barnetoget ble avlyst syttende mai.", "syttende mai", "2016-05-17"),
    ("En drone traff tankskipet den 19. aug. utenfor kysten.", "den 19. aug.", "2016-08-19"),
    ("Jordras begravde grenda i uke 30.", "uke 30", "2016-07-25/2016-07-31"),
    ("Siste fredag i juni ble tre bomber utløst.", "Siste fredag i juni", "2016-06-24"),
    ("Militsen slo til siste uke i august.", "siste uke i august", "2016-08-22/2016-08-28"),
    ("Velgerne sa nei første tirsdag i november.", "første tirsdag i november", "2015-11-03"),
    ("Klokkene ble stilt siste søndag i mars.", "siste søndag i mars", "2016-03-27"),
]  # fmt: skip

YEARLESS_FUTURE = [
    ("Velgerne skal velge ny nasjonalforsamling 20. desember.", "20. desember", "2016-12-20"),
    ("Domstolen skal avsi dom 24. mars.", "24. mars", "2017-03-24"),
    ("Våpenhvilen vil tre i kraft 5. oktober.", "5. oktober", "2016-10-05"),
    ("Folkeavstemningen er planlagt til 4. desember.", "4. desember", "2016-12-04"),
    ("Rettssaken starter 9. januar i Haag.", "9. januar", "2017-01-09"),
    ("Giverkonferansen åpner 28. oktober.", "28. oktober", "2016-10-28"),
    ("Saken avgjøres 15. november i Høyesterett.", "15. november", "2016-11-15"),
    ("Utsendingen opplyste at partene skulle møtes igjen 12. februar.", "12. februar", "2017-02-12"),
    ("De fredsbevarende styrkene ventes å trekke seg ut i juni.", "juni", "2017-06"),
    ("En ny grunnlov skal utarbeides i september.", "september", "2017-09"),
    ("Flyplassen skal gjenåpnes i oktober.", "oktober", "2016-10"),
    ("Blokaden vil bli hevet tidlig i februar.", "tidlig i februar", "2017-02-01/2017-02-10"),
    ("Ankesaken begynner den 30. november.", "den 30. november", "2016-11-30"),
    ("Han skal tas i ed fredag 20. januar.", "fredag 20. januar", "2017-01-20"),
    ("De to hærene skal øve sammen 13.–15. november.", "13.–15. november", "2016-11-13/2016-11-15"),
    ("Observatørene vil ankomme i uke 45.", "uke 45", "2016-11-07/2016-11-13"),
    ("Amerikanerne skal stemme andre tirsdag i november.", "andre tirsdag i november", "2016-11-08"),
]  # fmt: skip

YEARLESS_NO_TENSE = [
    ("Fredssamtaler i Wien, 20. desember", "20. desember", "2016-12-20"),
    ("Veisperring nord for hovedstaden, 15. juni", "15. juni", "2016-06-15"),
    ("Tidsplan: giverkonferanse i Brussel 10. november", "10. november", "2016-11-10"),
    ("Bilde: begravelse i Homs, 21. august", "21. august", "2016-08-21"),
    ("Ny høring: 12. januar", "12. januar", "2017-01-12"),
    ("Kalender: partikongress i desember", "desember", "2016-12"),
]  # fmt: skip

RELATIVE = [
    ("Regjeringshæren gjenerobret høyden i går ettermiddag.", "i går ettermiddag", "2016-10-02"),
    ("Gårsdagens eksplosjon krevde ni liv.", "Gårsdagens", "2016-10-02"),
    ("Portforbudet skal lempes i morgen kveld.", "i morgen kveld", "2016-10-04"),
    ("En minibuss ble beskutt tidligere i dag.", "tidligere i dag", "2016-10-03"),
    ("Bombekastere traff ambassaden i formiddag.", "i formiddag", "2016-10-03"),
    ("Gislene ble flyttet for tre dager siden.", "for tre dager siden", "2016-09-30"),
    ("For seks uker siden forsvant guvernøren.", "For seks uker siden", "2016-08-22"),
    ("For nesten tre uker siden kantret en ferge.", "For nesten tre uker siden", "2016-09-12"),
    ("Ambassadøren ble kalt hjem for en måned siden.", "for en måned siden", "2016-09"),
    ("For åtte måneder siden ble beleiringen strammet til.", "For åtte måneder siden", "2016-02"),
    ("For et år siden sendte Moskva bombeflyene.", "For et år siden", "2015"),
    ("For fem år siden løsrev sør seg.", "For fem år siden", "2011"),
    ("For noen dager siden ble en prest drept.", "For noen dager siden", "2016-09-27/2016-10-01"),
    ("Mappen ble lekket for flere måneder siden.", "for flere måneder siden", "../2016-08"),
    ("Fangene sluttet å spise for mer enn to uker siden.", "for mer enn to uker siden", "../2016-09-19"),
    ("Tidlig i forrige uke flyttet fronten seg.", "Tidlig i forrige uke", "2016-09-26/2016-09-27"),
    ("Sent i forrige måned brant to hjelpebiler.", "Sent i forrige måned", "2016-09-21/2016-09-30"),
    ("Tidlig i år ble valutaen sluppet fri.", "Tidlig i år", "2016-01/2016-04"),
    ("Sent i fjor ble et jagerfly skutt ned.", "Sent i fjor", "2015-09/2015-12"),
    ("I forfjor brøt kolera ut i leiren.", "I forfjor", "2014"),
    ("Dommen ventes tidlig i neste måned.", "tidlig i neste måned", "2016-11-01/2016-11-10"),
    ("Forsvarsutgiftene økte forrige kvartal.", "forrige kvartal", "2016-07/2016-09"),
    ("I høst har dikene gitt etter.", "I høst", "2016-23"),
    ("Flyktningene brente møbler forrige vinter.", "forrige vinter", "2015-24"),
    ("Alliansen skal sende fire bataljoner til våren.", "til våren", "2017-21"),
    ("Neste sommer skal garnisonen fordobles.", "Neste sommer", "2017-22"),
    ("I november i fjor ble et kupp avverget.", "november i fjor", "2015-11"),
    ("I mars i år rammet selvmordsbombere flyplassen.", "mars i år", "2016-03"),
    ("Frankrike skal velge president i mai neste år.", "mai neste år", "2017-05"),
    ("I forrige helg blusset kampene opp.", "I forrige helg", "2016-10-01/2016-10-02"),
    ("Amnestiet utløper om en uke.", "om en uke", "2016-10-10"),
    ("Granskerne skal legge fram rapporten om ti dager.", "om ti dager", "2016-10-13"),
    ("Basen skal være tom om to måneder.", "om to måneder", "2016-12"),
    ("Inneværende måned skal grensen stenges.", "Inneværende måned", "2016-10"),
    ("For åtte dager siden ble en skole stukket i brann.", "For åtte dager siden", "2016-09-25"),
]  # fmt: skip

WEEKDAYS = [
    ("En snikskytter skjøt borgermesteren tirsdag kveld.", "tirsdag kveld", "2016-09-27"),
    ("Torsdag ettermiddag overprøvde senatet vetoet.", "Torsdag ettermiddag", "2016-09-29"),
    ("Søndagens jordskred sperret den eneste veien.", "Søndagens", "2016-10-02"),
    ("Det ble hørt skudd tidlig søndag.", "tidlig søndag", "2016-10-02"),
    ("Regjeringen trakk seg sent tirsdag kveld.", "sent tirsdag kveld", "2016-09-27"),
    ("Helikoptre beskjøt leiren natt til fredag.", "natt til fredag", "2016-09-29/2016-09-30"),
    ("Tønnebomber falt natten til mandag.", "natten til mandag", "2016-10-02/2016-10-03"),
    ("Onsdagskvelden gikk strømmen.", "Onsdagskvelden", "2016-09-28"),
    ("Tirsdagens avstemning i parlamentet endte uavgjort.", "Tirsdagens", "2016-09-27"),
    ("Sikkerhetsrådet møtes onsdag.", "onsdag", "2016-10-05"),
    ("Nasjonalforsamlingen skal stemme over amnestiloven på torsdag.", "torsdag", "2016-10-06"),
    ("Drapssaken starter torsdag.", "torsdag", "2016-10-06"),
    ("Paven skal fly til Baku lørdag.", "lørdag", "2016-10-08"),
    ("Den siktede skal framstilles for fengsling tirsdag.", "tirsdag", "2016-10-04"),
    ("Gruvearbeiderne vil legge ned arbeidet neste søndag.", "neste søndag", "2016-10-09"),
    ("Delegatene skal samles neste mandag.", "neste mandag", "2016-10-10"),
    ("Han skal gravlegges kommende lørdag.", "kommende lørdag", "2016-10-08"),
    ("Sist tirsdag styrtet en buss i juvet.", "Sist tirsdag", "2016-09-27"),
    ("Katedralen ble beskutt forrige onsdag.", "forrige onsdag", "2016-09-28"),
    ("Offiserer gjorde mytteri torsdag i forrige uke.", "torsdag i forrige uke", "2016-09-29"),
    ("Rørledningen ble sprengt mandag forrige uke.", "mandag forrige uke", "2016-09-26"),
    ("Kansleren skal vitne onsdag i neste uke.", "onsdag i neste uke", "2016-10-12"),
    ("Valglokalene åpner fredag om en uke.", "fredag om en uke", "2016-10-14"),
    ("Talsmannen sa søndag at våpenhvilen skal begynne fredag.", "fredag", "2016-10-07"),
    ("Talsmannen sa søndag at våpenhvilen skal begynne fredag.", "søndag", "2016-10-02"),
]  # fmt: skip

# text, expression, EDTF, anchor: counted from the day that the text named last
RELATIONS = [
    ("Hæren rykket inn i byen 3. mars. Tre uker senere trakk den seg ut.", "Tre uker senere",
     "2016-03-24", "2016-03-03"),
    ("Gisler ble tatt 14. august; neste dag var alle fri.", "neste dag", "2016-08-15", "2016-08-14"),
    ("15. juli rullet stridsvogner ut. Dagen etter brøt kuppet sammen.", "Dagen etter", "2016-07-16", "2016-07-15"),
    ("Avstemningen ble holdt 23. juni. Dagen før sto gatene under vann.", "Dagen før", "2016-06-22", "2016-06-23"),
    ("Han overga seg 9. mai. En dag tidligere var broren skutt.", "En dag tidligere", "2016-05-08", "2016-05-09"),
    ("Hun ble funnet 30. mai, fire dager tidligere var hun meldt savnet.", "fire dager tidligere",
     "2016-05-26", "2016-05-30"),
    ("Jagerfly traff klinikken 28. april. Samme dag ble et marked beskutt.", "Samme dag", "2016-04-28", "2016-04-28"),
    ("Skipet la ut 2. august 2016; en uke senere sank det.", "en uke senere", "2016-08-09", "2016-08-02"),
    ("Tinghuset ble påtent 20. juli. Ti dager senere ble ni siktet.", "Ti dager senere", "2016-07-30", "2016-07-20"),
    ("Oppstanden begynte i 2011. To år senere falt byen.", "To år senere", "2013", "2011"),
    ("Diktatoren flyktet i 2011. Året etter ble det holdt valg.", "Året etter", "2012", "2011"),
    ("Diktatoren flyktet i februar 2011. Måneden etter begynte luftangrepene.", "Måneden etter",
     "2011-03", "2011-02"),
    ("Våpenhvilen startet 12. september. Den påfølgende onsdagen ble den brutt.", "Den påfølgende onsdagen",
     "2016-09-14", "2016-09-12"),
    ("Kongen døde 1. juli 2016, og påfølgende fredag ble arvingen kronet.", "påfølgende fredag",
     "2016-07-08", "2016-07-01"),
    ("Militante stormet fengselet 20. juli. Dagen etter angrepet gikk direktøren av.", "Dagen etter",
     "2016-07-21", "2016-07-20"),
    ("En avtale ble undertegnet 12. september. Åtte dager etter at den ble undertegnet, ble en konvoi truffet.",
     "Åtte dager etter", "2016-09-20", "2016-09-12"),
    ("Valget ble holdt 7. juni. To dager før avstemningen trakk en kandidat seg.", "To dager før",
     "2016-06-05", "2016-06-07"),
    ("To dager senere flyktet guvernøren.", "To dager senere", None, None),
    ("Dagen etter eksplosjonen holdt skolene stengt.", "Dagen etter", None, None),
    ("Den påfølgende onsdagen ble rådet oppløst.", "Den påfølgende onsdagen", None, None),
]  # fmt: skip

# text, expression, EDTF: the day to count from stands inside the expression
RELATED_TO_A_DATE = [
    ("Hovedstaden falt tre uker etter 20. mars 2003.", "tre uker etter 20. mars 2003", "2003-04-10"),
    ("Forsterkninger gikk i land to uker etter 3. mars.", "to uker etter 3. mars", "2016-03-17"),
    ("Barnehjemmet brant ned to dager før julaften.", "to dager før julaften", "2015-12-22"),
    ("Ungdomspartiet samlet seg dagen etter 22. juli 2011.", "dagen etter 22. juli 2011", "2011-07-23"),
    ("Parlamentarikeren ble skutt en uke før 23. juni.", "en uke før 23. juni", "2016-06-16"),
    ("Ti dager etter 15. juli 2016 ble utrenskningen utvidet.", "Ti dager etter 15. juli 2016", "2016-07-25"),
    ("Klosteret ble plyndret dagen før langfredag.", "dagen før langfredag", "2016-03-24"),
]  # fmt: skip

SPANS = [
    ("Enklaven har vært avskåret siden 12. september.", "siden 12. september", "2016-09-12/.."),
    ("Borgerkrigen har rast siden mars 2011.", "siden mars 2011", "2011-03/.."),
    ("Prestene har styrt siden 1979.", "siden 1979", "1979/.."),
    ("Bydelen har ikke hatt vann siden i går.", "siden i går", "2016-10-02/.."),
    ("Utsendingen har vært savnet siden sist fredag.", "siden sist fredag", "2016-09-30/.."),
    ("Husleiene er tredoblet siden i fjor.", "siden i fjor", "2015/.."),
    ("Strømmen har vært borte siden tirsdag.", "siden tirsdag", "2016-09-27/.."),
    ("Grensen var stengt fram til 1991.", "fram til 1991", "../1991"),
    ("Opprørerne holdt passet fram til mars 2013.", "fram til mars 2013", "../2013-03"),
    ("Han holdt seg skjult inntil 30. juni 2015.", "inntil 30. juni 2015", "../2015-06-30"),
    ("Hangarskipet skal skiftes ut innen 2020.", "innen 2020", "../2020"),
    ("Alle leirer skal rives innen utgangen av 2017.", "innen utgangen av 2017", "../2017-12"),
    ("Fraksjonene skal avvæpnes innen 31. desember.", "innen 31. desember", "../2016-12-31"),
    ("Partiene skal levere listene innen torsdag.", "innen torsdag", "../2016-10-06"),
    ("Den siste brigaden skal være ute innen mars.", "innen mars", "../2017-03"),
    ("Mellom 1998 og 2000 kriget naboene om en støvete slette.", "Mellom 1998 og 2000", "1998/2000"),
    ("Snikskyttere drepte hundre mellom 18. og 20. februar 2014.", "mellom 18. og 20. februar 2014",
     "2014-02-18/2014-02-20"),
    ("Mellom 12. april og 3. mai 2015 skalv hovedstaden.", "Mellom 12. april og 3. mai 2015", "2015-04-12/2015-05-03"),
    ("Borgerkrigen la Libanon øde fra 1975 til 1990.", "fra 1975 til 1990", "1975/1990"),
    ("Hun satt fengslet fra juni 2012 til mars 2013.", "fra juni 2012 til mars 2013", "2012-06/2013-03"),
    ("Havna var blokkert fra desember til februar.", "fra desember til februar", "2015-12/2016-02"),
    ("Stormer herjet kysten fra 28. desember til 3. januar.", "fra 28. desember til 3. januar",
     "2015-12-28/2016-01-03"),
    ("Lederne var samlet 22.–24. sept. 2016.", "22.–24. sept. 2016", "2016-09-22/2016-09-24"),
    ("Krigen 5.–10. juni 1967 endret kartet.", "5.–10. juni 1967", "1967-06-05/1967-06-10"),
    ("Gulfkrisen 1990–91 ruinerte ham.", "1990–91", "1990/1991"),
    ("Legene streiket fra tirsdag til torsdag.", "fra tirsdag til torsdag", "2016-09-27/2016-09-29"),
    ("Kolera tok ti liv mellom mandag og onsdag.", "mellom mandag og onsdag", "2016-09-26/2016-09-28"),
    ("Meklerne skal sitte sammen fra torsdag til søndag.", "fra torsdag til søndag", "2016-10-06/2016-10-09"),
    ("Forstaden ble bombet lørdag og søndag.", "lørdag og søndag", "{2016-10-01,2016-10-02}"),
    ("Alle markeringer ble forbudt mandag og tirsdag.", "mandag og tirsdag", "{2016-09-26,2016-09-27}"),
    ("De tiltalte skal forklare seg torsdag og fredag.", "torsdag og fredag", "{2016-10-06,2016-10-07}"),
    ("Massakrene 1. og 2. juni 2014 rystet provinsen.", "1. og 2. juni 2014", "{2014-06-01,2014-06-02}"),
    ("Syklonene i 2004 og 2007 raserte deltaet.", "2004 og 2007", "{2004,2007}"),
    ("Det var pause i bombingen mellom klokken 14 og 18 onsdag.", "mellom klokken 14 og 18 onsdag", "2016-09-28"),
]  # fmt: skip

WINDOWS = [
    ("De siste fem dagene har 40 granater falt.", "De siste fem dagene", "2016-09-29/2016-10-03"),
    ("De siste ti dagene har valutaen stupt.", "De siste ti dagene", "2016-09-23/2016-10-03"),
    ("De siste tre ukene har militante inntatt fire byer.", "De siste tre ukene", "2016-09-12/2016-10-03"),
    ("Tolv har desertert de siste tre månedene.", "de siste tre månedene", "2016-07-03/2016-10-03"),
    ("Den siste måneden er husleien doblet.", "Den siste måneden", "2016-09-03/2016-10-03"),
    ("Det siste året er 300 journalister fengslet.", "Det siste året", "2015-10-03/2016-10-03"),
    ("Ingen er reddet de siste seks ukene.", "de siste seks ukene", "2016-08-22/2016-10-03"),
    ("Garnisonen må overgi seg innen 24 timer.", "innen 24 timer", "2016-10-03/2016-10-04"),
    ("Diplomatene fikk beskjed om å reise innen 48 timer.", "innen 48 timer", "2016-10-03/2016-10-05"),
    ("En avtale skal kunngjøres innen 72 timer.", "innen 72 timer", "2016-10-03/2016-10-06"),
    ("De neste to ukene skal inspektører besøke anlegget.", "De neste to ukene", "2016-10-04/2016-10-17"),
    ("Kraftig regn vil ramme kysten de neste fem dagene.", "de neste fem dagene", "2016-10-04/2016-10-08"),
    ("De nærmeste seks månedene skal 50 offiserer stilles for retten.", "De nærmeste seks månedene",
     "2016-10-04/2017-04-03"),
    ("For første gang på ti dager kom det mat inn i byen.", "på ti dager", "2016-09-23/2016-10-03"),
]  # fmt: skip

# text, expression, the period: a set's value is None or that
SETS = [
    ("De troende ble ransaket hver søndag.", "hver søndag", None),
    ("Enkene samles utenfor departementet hver torsdag.", "hver torsdag", None),
    ("Hver lørdag kveld skytes det mot kasernen.", "Hver lørdag kveld", None),
    ("Komiteen møtes annenhver mandag.", "annenhver mandag", None),
    ("Det er stille ved grenseovergangen på mandager.", "mandager", None),
    ("Onsdagene er verst ved fronten.", "Onsdagene", None),
    ("Lista over døde blir lengre hver dag.", "hver dag", "P1D"),
    ("Flom driver tusener på flukt hvert år.", "hvert år", "P1Y"),
    ("Fangene flyttes annenhver uke.", "annenhver uke", "P2W"),
    ("Vaktene byttes ut hver tredje uke.", "hver tredje uke", "P3W"),
    ("Granater faller daglig over forstaden.", "daglig", "P1D"),
    ("Lastefly lander to ganger i uken.", "to ganger i uken", "P1W"),
    ("Inspektører besøker leiren en gang i måneden.", "en gang i måneden", "P1M"),
]  # fmt: skip

# text, expression, ISO 8601
DURATIONS = [
    ("Byen sto imot bombardementet i 29 dager.", "29 dager", "P29D"),
    ("En to ukers våpenhvile ble erklært.", "to ukers", "P2W"),
    ("Det seks måneders oppdraget ble forlenget.", "seks måneders", "P6M"),
    ("Den 40 dager lange beleiringen knekte garnisonen.", "40 dager lange", "P40D"),
    ("Forhandlerne kranglet i tre timer.", "tre timer", "PT3H"),
    ("Strømbruddet varte i 90 minutter.", "90 minutter", "PT90M"),
    ("En 72 timers pause ble foreslått.", "72 timers", "PT72H"),
    ("Generalen ble dømt til fem års fengsel.", "fem års", "P5Y"),
    ("I to tiår styrte familien landet.", "to tiår", "P20Y"),
    ("Gisseldramaet varte i et døgn.", "et døgn", "P1D"),
    ("Sultestreiken holdt fram i 100 dager.", "100 dager", "P100D"),
    ("De satt i varetekt i atten måneder uten tiltale.", "atten måneder", "P18M"),
    ("Marsjen tok elleve dager.", "elleve dager", "P11D"),
    ("Unntakstilstanden varte i halvannet år.", "halvannet år", "P18M"),
    ("Hun var forsvunnet i et halvt år.", "et halvt år", "P6M"),
    ("Brannfolk kjempet mot flammene i flere dager.", "flere dager", None),
    ("Ministrene rådslo i noen timer.", "noen timer", None),
]  # fmt: skip

# text, ISO 8601: hours are a length of time, with or without their preposition, and never a date
HOURS = [
    ("Plassen ble ryddet på to timer.", "PT2H"),
    ("Soldatene rykket fram ti kilometer på seks timer.", "PT6H"),
    ("Lederne snakket sammen i fem timer.", "PT5H"),
]

CLOCK = [
    ("Portforbudet gjelder fra klokken 19 i hovedstaden.", "klokken 19", "T19:00"),
    ("Den første eksplosjonen kom klokka 06.45 ved markedet.", "klokka 06.45", "T06:45"),
    ("Mannen åpnet ild like etter kl. 22.10 på nattklubben.", "kl. 22.10", "T22:10"),
    ("Skjelvet kom kl. 03.36 og merktes i Roma.", "kl. 03.36", "T03:36"),
    ("Fristen klokken 14 GMT passerte uten svar.", "klokken 14 GMT", "T14:00Z"),
    ("Kontakten ble brutt kl. 14.00 UTC over havet.", "kl. 14.00 UTC", "T14:00Z"),
    ("Kunngjøringen kom klokken åtte i morgenmøtet.", "klokken åtte", "T08:00"),
    ("Ultimatumet gikk ut ved midnatt.", "midnatt", "T00:00"),
    ("Angrepet begynte halv ti.", "halv ti", "T09:30"),
    ("Skytingen stanset klokken halv åtte.", "klokken halv åtte", "T07:30"),
    ("Toget sporet av kvart over ni.", "kvart over ni", "T09:15"),
    ("Sirenene ulte kvart på seks.", "kvart på seks", "T05:45"),
    ("Dommen ble lest opp kl. 09.30 for fullsatt rettssal.", "kl. 09.30", "T09:30"),
    ("Vaktskiftet skjer klokka tolv ved porten.", "klokka tolv", "T12:00"),
]  # fmt: skip

# text, how the expression begins, ISO 8601: local time gives no offset
LOCAL_CLOCK = [
    ("Razziaen tok slutt kl. 14 norsk tid uten pågripelser.", "kl. 14", "T14:00"),
    ("Valglokalene stenger klokken 21.30 lokal tid i hele landet.", "klokken 21.30", "T21:30"),
]

# text, expression, EDTF: a clock time on a day is that day
CLOCK_ON_A_DAY = [
    ("En bilbombe gikk av søndag kl. 08.15 utenfor tinghuset.", "søndag kl. 08.15", "2016-10-02"),
    ("Flyet forsvant 19. mai kl. 02.30 utenfor Kreta.", "19. mai kl. 02.30", "2016-05-19"),
    ("Våpenhvilen skal starte onsdag klokken 19 i nord.", "onsdag klokken 19", "2016-10-05"),
]  # fmt: skip

FEASTS = [
    ("Et studenthjem ble beskutt julekvelden.", "julekvelden", "2015-12-24"),
    ("Kvinner ble overfalt utenfor stasjonen nyttårsaften.", "nyttårsaften", "2015-12-31"),
    ("En nattklubb ble angrepet første nyttårsdag.", "første nyttårsdag", "2016-01-01"),
    ("Presidenten skal benåde fanger første juledag.", "første juledag", "2016-12-25"),
    ("Tsunamien traff 2. juledag 2004.", "2. juledag 2004", "2004-12-26"),
    ("Våpnene tidde ved fronten julaften 2014.", "julaften 2014", "2014-12-24"),
    ("Det var sammenstøt under prosesjonene langfredag.", "langfredag", "2016-03-25"),
    ("En selvmordsbomber slo til i parken første påskedag.", "første påskedag", "2016-03-27"),
    ("Det brøt ut opptøyer 2. påskedag.", "2. påskedag", "2016-03-28"),
    ("Erkebiskopen vasket flyktningenes føtter skjærtorsdag.", "skjærtorsdag", "2016-03-24"),
    ("Pilegrimene ble stanset palmesøndag.", "palmesøndag", "2016-03-20"),
    ("Kapellet ble vandalisert Kristi himmelfartsdag.", "Kristi himmelfartsdag", "2016-05-05"),
    ("Høytiden ble avlyst første pinsedag.", "første pinsedag", "2016-05-15"),
    ("Fergene ble innstilt andre pinsedag.", "andre pinsedag", "2016-05-16"),
    ("Prosesjonen skjærtorsdag 2015 endte i blodbad.", "skjærtorsdag 2015", "2015-04-02"),
    ("Påsken 2015 ble blodig i grensetraktene.", "Påsken 2015", "2015-04-02/2015-04-06"),
    ("Våpenhvilen skal begynne første påskedag.", "første påskedag", "2017-04-16"),
    ("Bombetrusselen kom på grunnlovsdagen.", "grunnlovsdagen", "2016-05-17"),
    ("To ungdommer ble knivstukket sankthansaften.", "sankthansaften", "2016-06-23"),
    ("Ordføreren vil innføre portforbud på halloween.", "halloween", "2016-10-31"),
    ("Folkemengden ble møtt med tåregass 1. nyttårsdag 2011.", "1. nyttårsdag 2011", "2011-01-01"),
    ("Klosteret ble plyndret skjærtorsdag 2014.", "skjærtorsdag 2014", "2014-04-17"),
]  # fmt: skip

# text, expression, the day most countries kept: reckoning gives three days around it or beside it
ISLAMIC_FEASTS = [
    ("En bombe drepte bedende på id al-adha.", "id al-adha", "2016-09-12"),
    ("Våpnene stilnet på id al-fitr.", "id al-fitr", "2016-07-06"),
    ("Pilegrimer ble klemt i hjel på id al-adha 2015.", "id al-adha 2015", "2015-09-24"),
]

# text, expression, EDTF under 2016-11
MONTH_HEADER = [
    ("Rådet godkjente sanksjonene mandag.", "mandag", "[2016-10-31,2016-11-07,2016-11-14,2016-11-21,2016-11-28]"),
    ("Tirsdagens avstemning sjokkerte markedene.", "Tirsdagens",
     "[2016-11-01,2016-11-08,2016-11-15,2016-11-22,2016-11-29]"),
    ("Forrige onsdag ga demningen etter.", "Forrige onsdag",
     "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23]"),
    ("Høringen skal åpnes torsdag.", "torsdag", "[2016-11-03,2016-11-10,2016-11-17,2016-11-24,2016-12-01]"),
    ("Delegatene skal samles neste tirsdag.", "neste tirsdag",
     "[2016-11-08,2016-11-15,2016-11-22,2016-11-29,2016-12-06]"),
    ("Det ble skutt mot vaktene forrige helg.", "forrige helg",
     "[2016-10-29,2016-10-30,2016-11-05,2016-11-06,2016-11-12,2016-11-13,2016-11-19,2016-11-20,2016-11-26,2016-11-27]"),
    ("Raffineriet ble sabotert for to dager siden.", "for to dager siden", "2016-10-30/2016-11-28"),
    ("For tre uker siden ble konsulatet stormet.", "For tre uker siden", "2016-10-11/2016-11-09"),
    ("Statsministeren skal gå av neste uke.", "neste uke", "2016-11-07/2016-12-11"),
    ("En overgangsregjering skal utnevnes neste måned.", "neste måned", "2016-12"),
    ("Byen ble gjenerobret denne måneden.", "denne måneden", "2016-11"),
    ("For seks måneder siden brant arkivet.", "For seks måneder siden", "2016-05"),
    ("For et år siden var de to uatskillelige.", "For et år siden", "2015"),
    ("Ti soldater ble drept tidligere denne måneden.", "tidligere denne måneden", "2016-11-01/2016-11-29"),
    ("Pakten skal ratifiseres senere denne måneden.", "senere denne måneden", "2016-11-02/2016-11-30"),
    ("Hittil i år har 4700 druknet.", "Hittil i år", "2016-01-01/2016-11-30"),
    ("I natt hamret artilleriet løs på åsen.", "I natt", "2016-10-31/2016-11-30"),
    ("Den siste uken er to sykehus truffet.", "Den siste uken", "2016-10-25/2016-11-30"),
    ("Tunnelen har stått under vann siden mandag.", "siden mandag", "2016-10-31/.."),
    ("Begge parter skal trekke seg tilbake innen fredag.", "innen fredag", "../2016-12-02"),
    ("Demningen brast i desember.", "desember", "2015-12"),
    ("Demningen skal gjenreises i desember.", "desember", "2016-12"),
    ("Banken ble påtent 28. november.", "28. november", "2016-11-28"),
    ("3. november ble rådhuset tatt.", "3. november", "2016-11-03"),
    ("Partene skal gjenoppta samtalene 28. oktober.", "28. oktober", "2017-10-28"),
    ("Tirsdag 8. november var oppmøtet lavt.", "Tirsdag 8. november", "2016-11-08"),
    ("En konvoi ble bombet julaften.", "julaften", "2015-12-24"),
]  # fmt: skip

# text, expression, EDTF under 2016
YEAR_HEADER = [
    ("Hovedstaden ble beskutt i november.", "november", "[2015-11,2016-11]"),
    ("Hæren gjenvant oljefeltet i desember.", "desember", "[2015-12,2016-12]"),
    ("Dommeren ble kidnappet i januar.", "januar", "2016-01"),
    ("Garnisonen skal forsterkes i mars.", "mars", "[2016-03,2017-03]"),
    ("Amnestiet skal tre i kraft i desember.", "desember", "2016-12"),
    ("Gruvearbeidere barket sammen med politiet 12. mai.", "12. mai", "[2015-05-12,2016-05-12]"),
    ("Ambassaden ble evakuert 22. januar.", "22. januar", "2016-01-22"),
    ("Demonstranter tok seg inn i nasjonalforsamlingen første påskedag.", "første påskedag",
     "[2015-04-05,2016-03-27]"),
    ("Gamlebyen brant julaften.", "julaften", "[2015-12-24,2016-12-24]"),
    ("Det ble streik første mandag i oktober.", "første mandag i oktober", "[2015-10-05,2016-10-03]"),
    ("Den sterke mannen døde i fjor.", "i fjor", "2015"),
    ("Den sterke mannen ble stilt for retten i år.", "i år", "2016"),
    ("Det skal holdes folketelling neste år.", "neste år", "2017"),
    ("For to år siden gikk flyselskapet konkurs.", "For to år siden", "2014"),
    ("Kolera brøt ut i forrige måned.", "i forrige måned", "2015-12/2016-11"),
    ("Forbudet skal oppheves neste måned.", "neste måned", "2016-02/2017-01"),
    ("Brua ble minelagt i går.", "i går", "2015-12-31/2016-12-30"),
    ("Brua ble minelagt i dag.", "i dag", "2016-01-01/2016-12-31"),
    ("Granskingen starter i morgen.", "i morgen", "2016-01-02/2017-01-01"),
    ("Lederen flyktet for ti dager siden.", "for ti dager siden", "2015-12-22/2016-12-21"),
    ("Bankene ble stengt i forrige uke.", "i forrige uke", "2015-12-21/2016-12-25"),
    ("For tre måneder siden slo demningen sprekker.", "For tre måneder siden", "2015-10/2016-09"),
    ("Linjen har vært død siden onsdag.", "siden onsdag", "2015-12-30/.."),
    ("Utrenskningen tok slutt i mars 2014.", "mars 2014", "2014-03"),
]  # fmt: skip

# text, expression, EDTF where nothing says when it was written
NO_HEADER = [
    ("Opprørerne undertegnet 12. juni 2013.", "12. juni 2013", "2013-06-12"),
    ("Ambassaden ble sprengt 7. aug. 1998.", "7. aug. 1998", "1998-08-07"),
    ("Regionen løsrev seg i oktober 2017.", "oktober 2017", "2017-10"),
    ("Hungersnøden rammet i 1984.", "1984", "1984"),
    ("Konvoier ble angrepet på 1960-tallet.", "på 1960-tallet", "1960/1969"),
    ("Landet var mandatområde fra 1920 til 1946.", "fra 1920 til 1946", "1920/1946"),
    ("Juntaen har regjert siden 2006.", "siden 2006", "2006/.."),
    ("Veksttallene for andre kvartal 2012 skuffet.", "andre kvartal 2012", "2012-04/2012-06"),
    ("Valget ble holdt første søndag i mai 2012.", "første søndag i mai 2012", "2012-05-06"),
    ("Pilegrimer ble beskutt langfredag 2012.", "langfredag 2012", "2012-04-06"),
    ("Garnisonen ble unnsatt i mars ’71.", "mars ’71", "1971-03"),
    ("Opprørerne undertegnet 12. juni.", "12. juni", None),
    ("Opprørerne undertegnet i juni.", "juni", None),
    ("Opprørerne undertegnet tirsdag.", "tirsdag", None),
    ("Opprørerne undertegnet for tre dager siden.", "for tre dager siden", None),
    ("Opprørerne skal undertegne neste måned.", "neste måned", None),
    ("Opprørerne undertegnet langfredag.", "langfredag", None),
    ("Opprørerne skal undertegne innen 48 timer.", "innen 48 timer", None),
    ("Opprørerne har hatt kontroll siden juli.", "siden juli", None),
]  # fmt: skip

# text, header, expression, EDTF: around the turn of a month or a year, a leap day, other centuries
OTHER_HEADERS = [
    ("Granater falt over basaren fredag og lørdag.", "2015-04-11", "fredag og lørdag", "{2015-04-10,2015-04-11}"),
    ("Barrikadene ble fjernet 3. november.", "2016-11-01", "3. november", "2016-11-03"),
    ("Koalisjonen brøt sammen i desember.", "2017-01-02", "desember", "2016-12"),
    ("Væpnede menn angrep en nattklubb nyttårsaften.", "2017-01-02", "nyttårsaften", "2016-12-31"),
    ("Kommisjonen skal legge fram funnene i januar.", "2016-12-30", "januar", "2017-01"),
    ("Begravelse for ofrene: 5. januar", "2016-12-28", "5. januar", "2017-01-05"),
    ("Etterforskerne ransaket banken forrige måned.", "2017-01-15", "forrige måned", "2016-12"),
    ("Ferga sank i går.", "2016-03-01", "i går", "2016-02-29"),
    ("Konsulen ble såret søndag.", "2017-01-01", "søndag", "2017-01-01"),
    ("Konsulen ble såret lørdag.", "2017-01-01", "lørdag", "2016-12-31"),
    ("Ni hjelpearbeidere har mistet livet den siste uken.", "2016-03-03", "den siste uken", "2016-02-25/2016-03-03"),
    ("Tvillingene ble døpt 29. februar.", "2015-06-10", "29. februar", "2012-02-29"),
    ("Garnisonen ble evakuert i mai ’44.", "1990-06-01", "mai ’44", "1944-05"),
    ("Inspektørene skal komme tilbake i uke 1.", "2016-12-15", "uke 1", "2017-01-02/2017-01-08"),
    ("Det skjedde et jernbaneran langfredag.", "2015-01-10", "langfredag", "2014-04-18"),
]  # fmt: skip

NOT_DATES = [
    "Sonden er på vei mot Mars.",
    "Forliket er i vår favør, sa utsendingen.",
    "Vår mann i Beirut bekrefter det.",
    "Rundt 1800 soldater ble omplassert.",
    "Hjelpen nådde 1950 familier.",
    "Han bor i Storgata 22 i gamlebyen.",
    "Ring nødtelefonen på 22 03 20 16.",
    "Vertene vant 2-1 i Alexandria.",
    "En 22-åring ble skutt ved grensen.",
    "Den 22 år gamle rekrutten ble skutt.",
    "Offeret, en 19 år gammel sykepleier, var på vei hjem.",
    "Den andre konvoien måtte snu.",
    "For det andre krever opposisjonen omtelling.",
    "Versjon 4.10.2 av programmet ble hacket.",
    "Oljen steg til 1998 kroner fatet.",
    "Sanksjonene bygger på resolusjon 1973 fra rådet.",
    "Konspirasjonsteoretikere beleiret Area 51.",
    "Telefonen er betjent 24/7 av frivillige.",
    "Politiet beslagla en 9 mm pistol.",
    "Konvoien ble stanset på E18 ved passet.",
    "Angrepet kom fra adressen 192.168.10.12, ifølge etterforskerne.",
    "Han lærte det på søndagsskolen.",
    "Soldater fra 4. divisjon overga seg.",
    "Loven ble vedtatt med 62 mot 38 stemmer.",
    "To F-16 og en T-72 ble ødelagt.",
    "Hun ledet 2. bataljon i felt.",
    "Hver gang jeg ser ruinene, gråter jeg.",
    "For øvrig var stemningen god.",
    "Skjemaet var ved en feil datert 30. februar 2015.",
    "Det falske visumet gikk ut 31. november 2015.",
    "Stempelet 31.4.2016 avslørte forfalskningen.",
    "Filnavnet 2016-13-01 forvirret etterforskerne.",
    "Han hevdet å ha fløyet 29. februar 2015.",
]  # fmt: skip


def find(text: str, published: str | None, expression: str) -> TimeExpression:
    found = find_dates(text, "nb", published)
    match = [e for e in found if e.text == expression]
    assert match, [(e.text, e.value) for e in found]
    assert text[match[0].start : match[0].end] == expression
    return match[0]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    CALENDAR + YEARLESS_PAST + YEARLESS_FUTURE + YEARLESS_NO_TENSE + RELATIVE + WEEKDAYS + RELATED_TO_A_DATE
    + SPANS + WINDOWS + CLOCK_ON_A_DAY + FEASTS,
)  # fmt: skip
def test_under_a_day(text: str, expression: str, value: str) -> None:
    found = find(text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "kept"), ISLAMIC_FEASTS)
def test_islamic_feasts_are_known_to_a_day_or_so(text: str, expression: str, kept: str) -> None:
    found = find(text, MONDAY, expression)
    assert found.kind == "DATE"
    assert found.date_start is not None
    assert found.date_end is not None
    assert found.date_start <= date.fromisoformat(kept) <= found.date_end
    assert (found.date_end - found.date_start).days == 2


@pytest.mark.parametrize(("text", "expression", "value", "anchor"), RELATIONS)
def test_counted_from_the_day_named_last(text: str, expression: str, value: str | None, anchor: str | None) -> None:
    found = find(text, MONDAY, expression)
    assert (found.value, found.anchor, found.kind) == (value, anchor, "DATE")


@pytest.mark.parametrize(("text", "expression", "period"), SETS)
def test_sets(text: str, expression: str, period: str | None) -> None:
    found = find(text, MONDAY, expression)
    assert found.kind == "SET"
    assert found.value in (None, period)


@pytest.mark.parametrize(("text", "expression", "value"), DURATIONS)
def test_durations(text: str, expression: str, value: str | None) -> None:
    found = find(text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "DURATION")


@pytest.mark.parametrize(("text", "value"), HOURS)
def test_hours_are_no_date(text: str, value: str) -> None:
    found = [(e.kind, e.value) for e in find_dates(text, "nb", MONDAY)]
    assert ("DURATION", value) in found
    assert "DATE" not in [kind for kind, _ in found]


@pytest.mark.parametrize(("text", "expression", "value"), CLOCK)
def test_clock(text: str, expression: str, value: str) -> None:
    found = find(text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "TIME")


@pytest.mark.parametrize(("text", "beginning", "value"), LOCAL_CLOCK)
def test_local_time_has_no_offset(text: str, beginning: str, value: str) -> None:
    found = [e for e in find_dates(text, "nb", MONDAY) if e.kind == "TIME"]
    assert [(e.text.startswith(beginning), e.value) for e in found] == [(True, value)]


@pytest.mark.parametrize(("text", "published", "expression", "value"), OTHER_HEADERS)
def test_under_other_days(text: str, published: str, expression: str, value: str) -> None:
    found = find(text, published, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "value"), MONTH_HEADER)
def test_under_a_month(text: str, expression: str, value: str) -> None:
    found = find(text, MONTH, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "value"), YEAR_HEADER)
def test_under_a_year(text: str, expression: str, value: str) -> None:
    found = find(text, YEAR, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "value"), NO_HEADER)
def test_without_a_header(text: str, expression: str, value: str | None) -> None:
    found = find(text, None, expression)
    assert (found.value, found.kind) == (value, "DATE")
    if value is None:
        assert (found.date_start, found.date_end, found.anchor) == (None, None, None)


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date(text: str) -> None:
    assert [(e.text, e.value) for e in find_dates(text, "nb", MONDAY) if e.kind == "DATE"] == []
