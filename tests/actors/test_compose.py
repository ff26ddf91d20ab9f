"""Noun phrases of countries, bodies and role nouns, without a text around them."""

import pytest

from tasks.actors.compose import compose, sector_behind
from tasks.actors.lexicon import lexicon
from tasks.actors.phrase import items


class Nowhere:
    """A scene that tells nothing but what the test says."""

    def __init__(self, language, country=None, towns=()):
        self.lexicon = lexicon(language)
        self._country = country
        self._towns = dict(towns)

    def actor(self, ids):
        return None

    def person(self, name, office):
        return None

    def holder(self, office, of):
        return None

    def leader(self, of):
        return None

    def bare_office(self, office, *, crowned):
        return None

    def place(self, name, *, least):
        return self._towns.get(name)

    def country(self):
        return self._country


def meant(language, text, country=None, towns=()):
    scene = Nowhere(language, country, towns)
    found = compose(items(text, scene.lexicon), scene)
    one = None if found is None else found.identified()
    return None if one is None else (one.entity_id, one.country, one.sector)


ENGLISH = [
    ("Russian planes", (None, "RUS", "MIL")),
    ("the Polish Ministry of Foreign Affairs", ("foreign-ministry:POL", "POL", "GOV")),
    ("Norway's government", ("government:NOR", "NOR", "GOV")),
    ("Syrian authorities", ("government:SYR", "SYR", "GOV")),
    ("Syrian government forces", (None, "SYR", "MIL")),
    ("Moscow", ("government:RUS", "RUS", "GOV")),
    ("Russia", ("state:RUS", "RUS", "GOV")),
    ("the U.S.", ("state:USA", "USA", "GOV")),
    ("them and us", None),
    ("dozens of civilians", (None, None, "CVL")),
    ("a group of Syrian rebels", (None, "SYR", "REB")),
    ("US-backed rebels", (None, None, "REB")),
    ("Russian- and Iranian-backed forces", (None, None, "MIL")),
    ("US-backed Iraqi forces", (None, "IRQ", "MIL")),
    ("anti-government protesters", (None, None, "CVL")),
    ("pro-Russian separatists", (None, None, "REB")),
    ("rebels and civilians", None),
    ("patients and doctors", (None, None, "HLH")),
    ("Russian and Syrian jets", (None, None, "MIL")),
    ("a spokesman for the Turkish foreign ministry", ("foreign-ministry:TUR", "TUR", "GOV")),
    ("the allies of the US", None),
    ("its US allies", (None, "USA", None)),
    ("a Syria analyst", None),
    ("the deputy prime minister of Iraq", (None, "IRQ", "GOV")),
    ("a former Egyptian president", (None, "EGY", "ELI")),
    ("Russian rescue crews", (None, "RUS", None)),
    ("Washington Post", None),
    ("the Catalan government", (None, "ESP", "GOV")),
    ("40 targets", None),
    ("", None),
]
NORWEGIAN = [
    ("russiske fly", (None, "RUS", "MIL")),
    ("det polske utenriksdepartementet", ("foreign-ministry:POL", "POL", "GOV")),
    ("syriske myndigheter", ("government:SYR", "SYR", "GOV")),
    ("regjeringsstyrker", (None, None, "MIL")),
    ("opprørsgruppene", (None, None, "REB")),
    ("opprørssjefen", (None, None, "REB")),
    ("Moskva", ("government:RUS", "RUS", "GOV")),
    ("Russlands", ("state:RUS", "RUS", "GOV")),
    ("USA-støttede irakiske styrker", (None, "IRQ", "MIL")),
    ("regjeringsvennlige styrker", (None, None, "MIL")),
    ("flere titall sivile", (None, None, "CVL")),
    ("et barnesykehus", (None, None, "HLH")),
    ("koalisjonsfly", (None, None, "MIL")),
    ("USAs allierte", None),
    ("en talskvinne for det tyrkiske utenriksdepartementet", ("foreign-ministry:TUR", "TUR", "GOV")),
    ("vestlige regjeringer", (None, None, "GOV")),
    ("40 mål", None),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english(text, expected):
    assert meant("en", text) == expected


@pytest.mark.parametrize(("text", "expected"), NORWEGIAN, ids=[text for text, _ in NORWEGIAN])
def test_norwegian(text, expected):
    assert meant("nb", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nn", "utanriksdepartementet i Polen", ("foreign-ministry:POL", "POL", "GOV")),
        ("nn", "opprørarane", (None, None, "REB")),
        ("da", "den russiske udenrigsminister", (None, "RUS", "GOV")),
        ("da", "oprørerne", (None, None, "REB")),
    ],
)
def test_what_other_languages_write_otherwise(language, text, expected):
    assert meant(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the army", ("military:IRQ", "IRQ", "MIL")),
        ("government troops", (None, "IRQ", "MIL")),
        ("western governments", (None, None, "GOV")),
        ("a regime", (None, None, "GOV")),
        ("the administration", (None, None, "GOV")),
        ("rebels", (None, None, "REB")),
    ],
)
def test_the_country_that_a_text_is_about_owns_its_bodies_alone(text, expected):
    assert meant("en", text, country="IRQ") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "police in Oslo", (None, "NOR", "COP")),
        ("nb", "Bergen-politiet", (None, "NOR", "COP")),
        ("nb", "Tromby-politiet", (None, None, "COP")),
        ("en", "authorities in Bergen", (None, "NOR", "GOV")),
    ],
)
def test_towns_lend_their_country(language, text, expected):
    assert meant(language, text, towns=[("Bergen", "NOR"), ("Oslo", "NOR")]) == expected


@pytest.mark.parametrize(
    ("behind", "sector"), [(" and Russian planes bombed", "MIL"), (" doctors", "HLH"), (", planes", None), ("", None)]
)
def test_the_noun_behind_an_adjective(behind, sector):
    assert sector_behind(items(behind, lexicon("en"))) == sector
