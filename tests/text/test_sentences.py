import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.sentences import sentences

# Where a sentence ends is marked with |.
NB = [
    "Byen ble angrepet.| Fem ble drept.",
    "Det skjedde 22. september i Homs.| Ingen vet hvorfor.",
    "Det skjedde 3. mai 2016.| Ingen vet hvorfor.",
    "Han kom 17. mai.| Hun kom dagen etter.",
    "Pausen varte fra kl. 09 til kl. 19.| Så begynte det igjen.",
    "Pausen begynte kl. 09.| Da var alle slitne.",
    "Møtet begynner kl. 20.30 fredag.| Alle er velkomne.",
    "Ca. 40 mål ble truffet, bl.a. Sykehuset.| Det bekreftes.",
    "Bl.a. Homs ble truffet.| Det bekreftes.",
    "Flere land, f.eks. Norge og Sverige, er med.| Andre er ute.",
    "Det gjelder dvs. alle.| Ingen slipper.",
    "– Vi venter, sier han.| – Hvor lenge? spør hun.",
    "– Vi venter! roper han.| Ingen svarer.",
    "«Nå er det nok.»| Slik åpnet talen.",
    "«Hvorfor?» spurte hun.| Ingen svarte.",
    "Han sa «nei».| Hun sa «ja».",
    "Han sa «nei.»| Hun sa «ja.»",
    "Han heter J. P. Hansen.| Hun heter Berg.",
    "Møtet ble ledet av K.A. Lund fra Oslo.| Det varte lenge.",
    "Hva nå?| Ingen vet!| Slik er det.",
    "Hva i all verden?!| Ingen vet.",
    "Anslagsvis 250.000 bor der.| 40 er drept.",
    "Prisen var 3,5 mill. kroner.| Det er mye.",
    "Prisen var 3,5 mill.| Det er mye.",
    "Den koster 40 kr.| Det er billig.",
    "De tok med mat, klær osv.| Det var nok.",
    "De tok med mat, klær osv. til leiren.| Det var nok.",
    "Dr. Berg kom.| Hun gikk.",
    "Prof. Lund og dr. Dahl var enige.| Andre tvilte.",
    "St. Olavs hospital er fullt.| Pasientene sendes videre.",
    "Kaptein Chr. Dahl ledet styrken.| Den var liten.",
    "I henhold til nr. 4 i loven er det forbudt.| Det gjelder alle.",
    "Han siterte jf. Grunnloven § 2.| Ingen svarte.",
    "Toppmøtet i U.N. Plaza er over.| Alle dro hjem.",
    "Han bor i U.S.A. og trives.| Hun bor her.",
    "Byen falt ... Ingen hjalp til.".replace("... I", "...| I"),
    "Byen falt ... og ingen hjalp til.| Så ble det stille.",
    "Byen falt… og ingen hjalp til.| Så ble det stille.",
    "Vi venter …| Han så bort.",
    "Partiet fikk 12,5 prosent.| 8. plass er ikke nok.",
    "1. Hjelpen må frem.| Det haster.",
    "(Han var der.)| Hun var ikke.",
    "Han var der (i byen).| Hun var ikke.",
    "Han var der.| (Hun var ikke.)",
    "Se www.tidende.no for mer.| Der står alt.",
    "Skriv til ola.nordmann@avis.no i dag.| Svaret kommer.",
    "Versjon 2.0 er ute.| Den er bedre.",
    "Kjøp på Finn.no i dag.| Selg i morgen.",
    "Det var i 2016.| Så kom 2017.",
    "Han er 40.| Hun er 38.",
    "Den kom 12.03.2016 i posten.| Ingen leste den.",
    "Avd. 3 er stengt.| Avd. 4 er åpen.".replace("Avd. 3", "Avdeling 3").replace("Avd. 4", "Avdeling 4"),
    "Tlf. 22 00 00 00 er åpen.| Ring nå.",
    "Det er inkl. moms.| Frakt kommer i tillegg.",
    "H.K.H. Kronprinsen kom.| Alle reiste seg.",
    "Det gjelder t.o.m. lørdag.| Så er det slutt.",
    "FN sier nei.| EU sier ja.",
    "Han traff Mr. Smith i London.| De snakket.",
    "Det var Espen P. Berg som ringte.| Han var redd.",
    'Han fikk 10 år.| "Det er for lite", sier hun.',
    "Det er nok.| – Ja, sier han.",
    "Det er nok.| * Ja, sier han.",
    "De dro hjem.| #hjemme er best.",
    "Filmen «Ja!» vant.| Den er god.",
    "Det er sant.[1]| Alle vet det.",
    "Bandet Wham! spilte.| Alle danset.",
]
EN = [
    "The city was attacked.| Five died.",
    "It was announced on Sept. 22, officials said.| Nobody knows.",
    "It happened on Sept. 22.| Nobody knows.",
    "It happened in Sept. 2016 in Homs.| Nobody knows.",
    "He lives in St. Petersburg.| She does not.",
    "The U.N. Security Council met.| It agreed.",
    "He spoke at the U.N.| The council agreed.",
    "He moved to the U.S.| She stayed.",
    "U.S. President Barack Obama came.| He spoke.",
    "U.S. Secretary of State John Kerry came.| He spoke.",
    "The U.S. military left.| It will return.",
    "Washington, D.C. is quiet.| Nobody speaks.",
    "He lives in Washington, D.C.| The city is quiet.",
    "“Stop!”| That was all.",
    "“Stop!” he said.| That was all.",
    "“Why?” she asked.| Nobody answered.",
    "Gen. Smith met Mr. Jones at 9 a.m. Friday.| They agreed.",
    "They met at 9 a.m.| They agreed.",
    "They met at 9 p.m. on Friday.| They agreed.",
    "“The hospital is being destroyed.| SOS, everyone,” he said.",
    "Forcing staff ... to leave.| They left.",
    "They waited …| Nobody came.",
    "It cost $2.5 million.| Too much.",
    "It cost a lot.| $5 million was not enough.",
    "No. 10 declined to comment.| It did so twice.",
    "He said no.| No one else did.",
    "Lt. Col. James Brown died.| He was 40.",
    "Sen. John McCain and Rep. Peter King agreed.| Others did not.",
    "Sens. Smith and Jones agreed.| Others did not.",
    "Gov. Scott Walker lost.| He conceded.",
    "J. P. Morgan is a bank.| It is big.",
    "George W. Bush won.| Al Gore lost.",
    "J.K. Rowling wrote it.| It sold well.",
    "Apple Inc. sued Samsung.| It lost.",
    "He sued Apple Inc.| The case was dropped.",
    "He works for Acme Corp.| They pay well.",
    "Martin Luther King Jr. Day is Monday.| Offices close.",
    "They brought food, water, etc.| It was not enough.",
    "They brought food, etc. to the camp.| It was not enough.",
    "It was Brazil vs. Germany.| Brazil lost.",
    "Many states, e.g. Texas and Ohio, agreed.| Others did not.",
    "The ruler, i.e. King Salman, agreed.| Others did not.",
    "Mt. Everest is high.| K2 is not.",
    "Ft. Hood is closed.| Soldiers left.",
    "Who knows?| Nobody!| Really.",
    "What?!| Nobody knew.",
    "He was there (in the city).| She was not.",
    "(He was there.)| She was not.",
    "He was there.| (She was not.)",
    "He said “no.”| She said “yes.”",
    'He said "no."| She said "yes."',
    "It is true. [2]| Everyone knows.",
    "It is true.[2][3]| Everyone knows.",
    "See www.example.org for more.| It is all there.",
    "Write to jane.doe@example.org today.| She answers.",
    "Version 2.0 is out.| It is better.",
    "It grew 0.7 percent.| Nobody was pleased.",
    "He is 40.| She is 38.",
    "It was in 2016.| Then came 2017.",
    "1. Aid must get through.| It is urgent.",
    "Prof. Brown and Dr. White agreed.| Others did not.",
    "“We left.| ‘Go!’ they said.| So we went.",
    "The Rev. Jesse Jackson spoke.| People cheered.",
    "A Ph.D. student spoke.| People cheered.",
    "The group left many behind.| the rest followed later.",
    "Yahoo! said so.| Nobody else did.",
    "The S. African police came.| They left.",
]
OTHERS = [
    ("nn", "Det hende 3. mai kl. 12 i Bergen.| Ingen veit kvifor."),
    ("nn", "Dei tok med mat, klede osv.| Det var nok."),
    ("da", "Det skete d. 3. maj kl. 12 i Aarhus.| Ingen ved hvorfor."),
    ("da", "Prisen var 3 mio. kr.| Det er meget."),
    ("sv", "Det hände bl.a. i Malmö.| Ingen vet varför."),
    ("sv", "S:t Eriks sjukhus är fullt.| Det är t.ex. Lund också."),
    ("de", "Es geschah am 3. Mai z.B. in Berlin.| Niemand weiß warum."),
    ("de", "Dr. Meier kam ca. um zehn.| Er ging bald."),
    ("fr", "La ville a été attaquée.| Cinq personnes sont mortes."),
]
CASES = [("nb", m) for m in NB] + [("en", m) for m in EN] + OTHERS


def test_the_tables_are_dense():
    assert min(len(set(NB)), len(set(EN))) >= 60


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_where_sentences_end(language, marked):
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in sentences(text, 0, len(text), language)] == [s.strip() for s in marked.split("|")]


def test_only_the_segment_is_split():
    text = "En. To er her. Tre er der."
    assert [text[a:b] for a, b in sentences(text, 4, 14, "nb")] == ["To er her."]


@given(st.text(alphabet="Ab. \n!?”)–1[]«", max_size=200), st.sampled_from(["nb", "en", "xx"]))
def test_sentences_cover_the_text(text, language):
    text = text.strip()
    found = list(sentences(text, 0, len(text), language))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b].strip() for a, b in found)
