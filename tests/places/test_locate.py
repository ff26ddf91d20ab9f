"""Places of a document in the gazetteer: with the document as context, and nothing where nothing is sure."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.events.where import Place
from tasks.places.choice import distance
from tasks.places.locate import is_finer, locate
from tasks.places.place import Entry, Located
from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse


def document(text, language="en"):
    return analyse(RawDocument("d", "s", "s/d", "", "2016-10-03", text, language=language))


def found(marked, language="en", by_words=1):
    """What the piece in double brackets is."""
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    return locate(document(text, language), [Place(text[start:end], start, end, by_words)])[0]


def short(located):
    return located.place_name, located.country, located.where_prec


@pytest.mark.parametrize(
    ("text", "language", "by_words", "expected"),
    [
        # The kind of place by the noun beside the name.
        ("Fighters hold [[Homs]] in Syria.", "en", 1, ("Homs", "SYR", 1)),
        ("Fighters hold parts of [[Homs province]] in Syria.", "en", 4, ("Homs", "SYR", 4)),
        ("De holder byen [[Homs]] i Syria.", "nb", 1, ("Homs", "SYR", 1)),
        ("De holder [[provinsen Homs]] i Syria.", "nb", 4, ("Homs", "SYR", 4)),
        ("De holder [[Homs-provinsen]] i Syria.", "nb", 1, ("Homs", "SYR", 4)),
        ("Jets struck [[Idlib and Homs]]. Both Syrian provinces are held by rebels.", "en", 1, ("Idlib", "SYR", 4)),
        ("Jets struck [[Idlib]] and Homs. Both Syrian provinces are held by rebels.", "en", 1, ("Idlib", "SYR", 4)),
        ("Gunmen took a school in [[Niger state]], Nigeria said.", "en", 4, ("Niger", "NGA", 4)),
        ("Gunmen took a school in [[Niger]], not far from Nigeria.", "en", 6, ("Niger", "NER", 6)),
        # Parts, and what lies around.
        ("Jets struck [[northern Aleppo]].", "en", 2, ("Aleppo", "SYR", 2)),
        ("Jets struck [[the outskirts of Aleppo]].", "en", 2, ("Aleppo", "SYR", 2)),
        ("Jets struck [[the northern city of Aleppo]] in Syria.", "en", 2, ("Aleppo", "SYR", 1)),
        ("De bor i [[omegnen rundt Bagdad]].", "nb", 1, ("Baghdad", "IRQ", 1)),
        ("De bor i nærheten av [[Bagdad]].", "nb", 1, ("Baghdad", "IRQ", 2)),
        ("A bomb went off at [[a mosque in Kano]], Nigeria.", "en", 1, ("Kano", "NGA", 1)),
        ("A bomb went off near [[a mosque in Kano]], Nigeria.", "en", 2, ("Kano", "NGA", 1)),
        ("Soldiers crossed [[the border with Syria]].", "en", 5, ("Syria", "SYR", 5)),
        ("Ships sailed in [[Iranian waters]].", "en", 7, ("Iran", "IRN", 7)),
        ("He sits in [[a Syrian jail]].", "en", 1, ("Syria", "SYR", 6)),
        ("Soldiers patrol [[the Turkish-Syrian border]].", "en", 5, ("Turkey", "TUR", 5)),
        # What a text says right beside the name, before and behind it.
        ("She was shot in [[Paris]], Texas.", "en", 1, ("Paris", "USA", 1)),
        ("She was shot in [[Paris]].", "en", 1, ("Paris", "FRA", 1)),
        ("Hun ble skutt i [[Paris]] i Texas.", "nb", 1, ("Paris", "USA", 1)),
        ("Police searched the Nicaraguan city of [[León]].", "en", 1, ("León", "NIC", 1)),
        ("A judge in [[Melbourne]], Fla., said no.", "en", 1, ("Melbourne", "USA", 1)),
        ("The bomb went off in [[Pakistan's Quetta]].", "en", 1, ("Quetta", "PAK", 1)),
        # What it says elsewhere.
        ("Shells hit [[Tripoli]], far from Benghazi, the Libyan army said.", "en", 1, ("Tripoli", "LBY", 1)),
        ("Shells hit [[Tripoli]], far from Beirut, the Lebanese army said.", "en", 1, ("Tripoli", "LBN", 1)),
        ("Police in Cardiff and [[Birmingham]] arrested two, a British paper says.", "en", 1, ("Birmingham", "GBR", 1)),
        ("Tbilisi and Moscow agreed that [[Georgia]] is to get its post office back.", "en", 6, ("Georgia", "GEO", 6)),
        ("Voters in Atlanta and Savannah, [[Georgia]], queued.", "en", 6, ("Georgia", "USA", 4)),
        ("Obama spoke at a summit in [[Warsaw]]. US senators in Washington and Chicago objected.", "en", 1,
         ("Warsaw", "POL", 1)),
        ("En mann ble ranet i [[Bergen]].", "nb", 1, ("Bergen", "NOR", 1)),
        # Inflections and own names.
        ("[[Hviterusslands]] hær øver.", "nb", 6, ("Belarus", "BLR", 6)),
        ("[[Kypros']] hær øver.", "nb", 6, ("Cyprus", "CYP", 6)),
        ("De møttes i [[Roma]].", "nb", 1, ("Rome", "ITA", 1)),
        ("De møttes i [[København]].", "nb", 1, ("Copenhagen", "DNK", 1)),
        ("[[Syria’s]] army fired.", "en", 6, ("Syria", "SYR", 6)),
        # Regions and waters.
        ("War looms in [[the Middle East]].", "en", 5, ("Middle East", None, 5)),
        ("Pirates hide in [[the Gulf of Aden]].", "en", 5, ("Gulf of Aden", None, 7)),
        ("De druknet i [[Middelhavet]].", "nb", 7, ("Mediterranean Sea", None, 7)),
        # A span that cuts its name short, and two names in one word.
        ("He fled from North [[Korea]] last year.", "en", 6, ("North Korea", "PRK", 6)),
    ],
)  # fmt: skip
def test_a_place_in_its_document(text, language, by_words, expected):
    assert short(found(text, language, by_words)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They burned [[Qorvashelt]] down.", "en"),
        ("They burned a house in [[Umm Quwatila]] in Syria.", "en"),
        ("De ble [[Vamp]] etter konserten.", "nb"),
        ("Hundreds marched through [[Springfield]].", "en"),  # a score of towns, no sign which
        ("They prayed in [[the mosque]].", "en"),
        ("[[Hamas]] avviser kravet.", "nb"),
        ("He leads the [[Islamic State]] group.", "en"),
        ("Shots were fired in [[Iraqi Tromsø]].", "en"),  # of another country, the text says
    ],
)
def test_nothing_is_guessed(text, language):
    assert found(text, language, 1) == Located(None, None, None, None, None, None, 1)


def test_of_a_nameless_place_what_it_lies_in_is_known():
    located = found("They met at [[the Qorvashelt camp in Kenya]].")
    assert (located.place_id, located.place_name, located.country, located.latitude) == (None, None, "KEN", None)
    assert located.where_prec == 1


def test_the_city_is_the_one_that_the_text_is_about():
    text = (
        "Shells hit Aleppo. Aleppo is besieged, Damascus says. Fire came from Aleppo's north. They left [[the city]]."
    )
    assert found(text).place_name == "Aleppo"
    assert found("Shells hit Aleppo. Damascus denies it. They left [[the city]].").place_name is None
    assert found("They left [[the city]].").place_name is None


def test_the_country_is_the_one_that_the_text_is_about():
    assert short(found("Rebels in Mali lost ground. They left [[the country]].")) == ("Mali", "MLI", 6)


def test_one_sense_in_a_document():
    text = "She lives in Paris, Texas. The flood reached [[Paris]] on Friday."
    assert found(text).country == "USA"


def test_a_dateline_counts():
    assert found("TRIPOLI, Lebanon\n\nSoldiers shot a man in [[Tripoli]].").country == "LBN"


def test_none_stays_none_and_the_order_is_kept():
    text = "Jets struck Homs and Kabul."
    places = [None, Place("Kabul", 21, 26, 1), None, Place("Homs", 12, 16, 1)]
    located = locate(document(text), places)
    assert [one and one.place_name for one in located] == [None, "Kabul", None, "Homs"]
    assert locate(document(text), [None]) == [None]
    assert locate(document(text), []) == []


def test_an_unknown_language_finds_names_all_the_same():
    assert found("Bomber rammet [[Kabul]].", "nn").country == "AFG"
    assert found("Bomben auf [[Kabul]].", "de").country == "AFG"


WORDS = ["Aleppo", "Paris", "Texas", "Øst-Aleppo", "Syria’s", "the", "city", "of", "province", "i", "nærheten", "av"]
WORDS += ["og", ".", ",", "-", "Gulf", "Georgia", "St.", "’s", "Niger"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=12), st.data())
def test_any_span_of_any_text_has_an_answer_and_always_the_same(words, data):
    text = document(" ".join(["Text", *words])).text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = Place(text[start:end], start, end, 1)
    first = locate(document(text), [place])
    assert first == locate(document(text), [None, place])[1:]
    assert first[0] is not None
    assert first[0].where_prec in range(1, 8)
    assert (first[0].latitude is None) == (first[0].longitude is None)


def entry(place_id, kind, country="SYR", *, admin1=None, within=None, point=(None, None)):
    return Entry(place_id, place_id, kind, country, admin1, *point, within=within)


def test_the_finer_of_two_places():
    syria, aleppo = entry("1", "country"), entry("2", "city", admin1="Aleppo")
    division, region = entry("SY-HL", "admin1", admin1="Aleppo"), entry("r", "region")
    assert is_finer(syria, aleppo)
    assert not is_finer(aleppo, syria)
    assert is_finer(division, aleppo)
    assert is_finer(region, aleppo)
    assert not is_finer(entry("3", "country", "IRQ"), aleppo)
    assert is_finer(entry("a", "city"), entry("b", "district", within="a"))


def test_degrees_between_places():
    one, other = entry("a", "city", point=(0.0, 0.0)), entry("b", "city", point=(0.0, 90.0))
    assert distance(one, other) == pytest.approx(90)
    assert distance(one, one) == 0
    assert distance(one, entry("c", "city")) == math.inf
