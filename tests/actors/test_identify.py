"""Participants as they stand in a document: who is meant, given the text around them and its date."""

from pathlib import Path

import pytest

from tasks.actors.identify import identify
from tasks.events.mention import Participant
from tasks.text.document import Document, Segment

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "aleppo-2016"


def document(text, published, language, own=None):
    segment = Segment(0, "paragraph", own or language, 1.0, 0, len(text))
    return Document("d", "s", "u", "", None, published, language, 1.0, (), text, "h", (segment,), ())


def who(text, published, *marked, language="en", own=None):
    parts = [Participant("actor", one, text.rindex(one), text.rindex(one) + len(one)) for one in marked]
    found = identify(document(text, published, language, own), parts)
    return [None if one is None else (one.entity_id, one.country, one.sector) for one in found]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2007-05-01", "george-w-bush"),
        ("2012-05-01", "barack-obama"),
        ("2016-11", "barack-obama"),
        ("2018", "donald-trump"),
        ("2009", None),  # two held it
    ],
)
def test_a_title_is_read_as_of_the_day_of_writing(published, expected):
    [found] = who("The US president spoke.", published, "The US president")
    assert found == (expected, "USA", "GOV")


def test_without_a_date_nobody_holds_an_office():
    assert who("The US president spoke.", None, "The US president") == [(None, "USA", "GOV")]


@pytest.mark.parametrize(
    ("published", "sector"), [("2006-01-01", None), ("2012-01-01", "GOV"), ("2017-02-01", "GOV"), ("2018-01-01", "ELI")]
)
def test_a_person_has_the_sector_of_his_office_then(published, sector):
    [found] = who("Barack Obama spoke.", published, "Barack Obama")
    assert found == ("barack-obama", "USA", sector)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Sergei Lavrov came. Later Lavrov left.", "Lavrov", "sergei-lavrov"),
        ("Sergej Lavrov came. Later Lavrov left.", "Lavrov", "sergei-lavrov"),
        ("The office of Lavrov said no.", "Lavrov", "sergei-lavrov"),
        ("Peter Lavrov, a baker in Gent, came. Later Lavrov left.", "Lavrov", None),
        ("Sergei Shoygu came.", "Sergei Shoygu", "sergei-shoigu"),
        ("Sergei Sandberg came.", "Sergei Sandberg", None),
        ("Putin Borgersen came. Then Putin left.", "Putin", None),
        ("Then PUTIN left.", "PUTIN", None),
    ],
)
def test_a_surname_is_who_the_text_names_in_full(text, name, expected):
    [found] = who(text, "2016-10-03", name)
    assert (found and found[0]) == expected


def test_what_a_text_tells_of_an_unknown_person():
    text = (
        "Turkish farmer Mehmet Gorensoy saw it. A doctor in Homs, Rana Kabbouti, did not. Gorensoy fled with Kabbouti."
    )
    assert who(text, "2016-10-03", "Gorensoy", "Kabbouti") == [(None, "TUR", "AGR"), None]
    text = "Ali Qandurani, a spokesman for the Iraqi interior ministry, spoke. Qandurani left."
    assert who(text, "2016-10-03", "Qandurani") == [("interior-ministry:IRQ", "IRQ", "GOV")]


def test_a_group_is_the_one_that_had_the_name_then():
    text = "Fighters of Fateh al-Sham met the Nusra Front."
    assert who(text, "2016-11-01", "Fateh al-Sham")[0][0] == "jabhat-fateh-al-sham"
    assert who(text, "2015-11-01", "the Nusra Front")[0][0] == "nusra-front"
    # What is not yet there is not meant.
    assert who(text, "2011-11-01", "Fateh al-Sham") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Iraq, near Mosul in Iraq, the army advanced.", ("military:IRQ", "IRQ", "MIL")),
        ("In Iraq and in Iran, in Turkey and in Jordan, the army advanced.", (None, None, "MIL")),
    ],
)
def test_the_army_is_of_the_country_that_the_text_is_about(text, expected):
    assert who(text, "2016-10-03", "the army") == [expected]


@pytest.mark.parametrize(
    ("language", "text", "name", "expected"),
    [
        ("nb", "Statsministeren åpnet veien.", "Statsministeren", ("erna-solberg", "NOR", "GOV")),
        ("en", "The prime minister opened the road.", "The prime minister", (None, None, "GOV")),
    ],
)
def test_a_norwegian_text_means_norway_where_it_names_no_country(language, text, name, expected):
    assert who(text, "2016-10-03", name, language=language) == [expected]


def test_an_adjective_alone_takes_the_sector_of_its_noun():
    text = "Både syriske og russiske fly deltok."
    assert who(text, "2016-11", "syriske", "russiske fly", language="nb") == [
        (None, "SYR", "MIL"),
        (None, "RUS", "MIL"),
    ]


def test_a_segment_is_read_in_its_own_language_else_in_that_of_the_document():
    assert who("russiske fly", "2016", "russiske fly", language="en", own="nb") == [(None, "RUS", "MIL")]
    assert who("Russian planes", "2016", "Russian planes", language="en", own="fr") == [(None, "RUS", "MIL")]
    assert who("avions russes", "2016", "avions russes", language="fr") == [None]


def test_acronyms_are_no_ordinary_words():
    text = "He is one of us, and who they are is known; IS fought US troops."
    assert who(text, "2016-10-03", "us", "who they", "IS") == [None, None, ("islamic-state", None, "REB")]


@pytest.mark.parametrize("text", ["", " ", ",", "()", "og", "i", "av av", "- -", "«»", "the", "of the of", "Ø"])
def test_odd_texts_are_nobody(text):
    one = Participant("actor", text, 0, len(text))
    assert identify(document(text, "2016", "nb"), [one, one]) == [None, None]
    assert identify(document(text, "2016", "en"), [one]) == [None]


SEED_ACTORS = [
    ("000_59aa9b9e67a379cf", "den syriske eksilgruppen SOHR", ("sohr", "SYR")),
    ("000_59aa9b9e67a379cf", "lokale aktivister", (None, None)),
    ("000_59aa9b9e67a379cf", "russiske fly", (None, "RUS")),
    ("000_59aa9b9e67a379cf", "president i Norges Røde Kors, Sven Mollekleiv", ("sven-mollekleiv", "NOR")),
    ("000_59aa9b9e67a379cf", "Mollekleiv", ("sven-mollekleiv", "NOR")),
    ("000_59aa9b9e67a379cf", "Syrisk Røde Halvmåne", ("sarc", "SYR")),
    ("000_59aa9b9e67a379cf", "En talsmann for det russiske forsvarsdepartementet", ("defence-ministry:RUS", "RUS")),
    ("000_59aa9b9e67a379cf", "talsmannen Igor Konasjenkov", ("igor-konashenkov", "RUS")),
    ("000_59aa9b9e67a379cf", "Russlands forsvarsminister Sergej Sjoigu", ("sergei-shoigu", "RUS")),
    ("000_59aa9b9e67a379cf", "Fateh al-Sham", ("jabhat-fateh-al-sham", "SYR")),
    ("001_0b59d93ab04eceda", "eksilgruppen Syrian Observatory for Human Rights (SOHR)", ("sohr", "SYR")),
    ("001_0b59d93ab04eceda", "Assad-regimets", ("government:SYR", "SYR")),
    ("001_0b59d93ab04eceda", "regjeringsstyrker", (None, "SYR")),
    ("001_0b59d93ab04eceda", "Moskva", ("government:RUS", "RUS")),
    ("001_0b59d93ab04eceda", "Damaskus", ("government:SYR", "SYR")),
    ("001_0b59d93ab04eceda", "russernes", (None, "RUS")),
    ("003_4922ec31bfbd6dd3", "Syrian President Bashar al-Assad’s fighters", (None, "SYR")),
    ("003_4922ec31bfbd6dd3", "Russian Minister of Foreign Affairs Sergei Lavrov", ("sergei-lavrov", "RUS")),
    ("003_4922ec31bfbd6dd3", "US Secretary of State John Kerry", ("john-kerry", "USA")),
    ("003_4922ec31bfbd6dd3", "the UN Security Council", ("un-security-council", None)),
    ("003_4922ec31bfbd6dd3", "The six-nation Gulf Cooperation Council", ("gulf-cooperation-council", None)),
]
PUBLISHED = {"000": "2016-11", "001": "2016-11", "003": "2016-10-03"}


@pytest.mark.parametrize(("seed", "text", "expected"), SEED_ACTORS, ids=[text for _, text, _ in SEED_ACTORS])
def test_actors_of_the_seeds(seed, text, expected):
    whole = (SEEDS / f"{seed}.txt").read_text(encoding="utf-8")
    language = "en" if seed.startswith("003") else "nb"
    [found] = who(whole, PUBLISHED[seed[:3]], text, language=language)
    assert found[:2] == expected
