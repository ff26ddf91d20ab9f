import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.normal import normal_form
from tasks.text.segments import find_agencies, find_segments

AFTER = "\n\nDet er en setning som slutter med punktum."

KINDS = [
    ("nb", "Khalil Ashawi / Reuters / NTB scanpix", "credit"),
    ("nb", "KHALIL ASHAWI / NTB scanpix", "credit"),
    ("nb", "Khalil Ashawi/Reuters", "credit"),
    ("nb", "Foto: Ola Nordmann", "credit"),
    ("nb", "FOTO: OLA NORDMANN / NTB", "credit"),
    ("nb", "Foto: NTB scanpix", "credit"),
    ("nb", "Foto:", "credit"),
    ("nb", "(Foto: Avisen)", "credit"),
    ("nb", "Foto: Ola Nordmann (arkiv)", "credit"),
    ("nb", "Arkivfoto: Kari Nordmann / Scanpix", "credit"),
    ("nb", "Illustrasjonsfoto: Colourbox", "credit"),
    ("nb", "Faksimile: Avisen", "credit"),
    ("nb", "Skjermdump", "credit"),
    ("nb", "(NTB)", "credit"),
    ("nb", "(©NTB)", "credit"),
    ("nb", "©NTB", "credit"),
    ("nb", "NTB", "credit"),
    ("nb", "NTB-Reuters", "credit"),
    ("nb", "(NTB-AFP)", "credit"),
    ("nb", "(Reuters, AFP)", "credit"),
    ("nb", "(Dagens Avis)", "credit"),
    ("nb", "Røyk over byen etter angrepet onsdag. Foto: Ola Nordmann / NTB", "credit"),
    ("en", "Photo: Jane Doe", "credit"),
    ("en", "Photo by Jane Doe", "credit"),
    ("en", "(Photo by Jane Doe/Getty Images)", "credit"),
    ("en", "(AP Photo/Jane Doe)", "credit"),
    ("en", "REUTERS/Jane Doe", "credit"),
    ("en", "Image: AFP", "credit"),
    ("en", "Jane Doe / AP", "credit"),
    ("en", "AFP/Getty Images", "credit"),
    ("en", "FILE - Smoke rises over the city after a strike, Jan. 2, 2016.", "credit"),
    ("en", "FILE PHOTO: Smoke rises over the city.", "credit"),
    ("en", "Smoke rises over the city on Friday. (AP Photo/Jane Doe)", "credit"),
    ("nb", "Nye luftangrep", "heading"),
    ("nb", "Opprørerne: Det er russisk PR", "heading"),
    ("nb", "Flere drept i Aleppo", "heading"),
    ("nb", "«Vi er alene»", "heading"),
    ("nb", "Foto ble bevis i retten", "heading"),
    ("en", "Hospital hit again", "heading"),
    ("en", "By the river", "heading"),
    ("en", "Photos Show Damage in Homs", "heading"),
    ("nb", "Av barn og unge", "heading"),
    ("nb", "Tekst: Ola Nordmann", "byline"),
    ("nb", "Tekst og foto: Ola Nordmann", "byline"),
    ("nb", "Av Ola Nordmann", "byline"),
    ("nb", "AV OLA NORDMANN", "byline"),
    ("nb", "Av: Ola Nordmann", "byline"),
    ("nb", "Av Ola Nordmann og Kari Berg", "byline"),
    ("nb", "Av Ola Nordmann, NTB", "byline"),
    ("nb", "Av NTB", "byline"),
    ("nb", "ola.nordmann@avis.no", "byline"),
    ("nb", "Ola Nordmann (ola@avis.no)", "byline"),
    ("en", "By Jane Doe", "byline"),
    ("en", "By JANE DOE and JOHN ROE", "byline"),
    ("en", "By Jane Doe, Reuters", "byline"),
    ("en", "Reporting by Jane Doe; editing by John Roe", "heading"),  # two roles in one line are not read
    ("nb", "Av og til skjer det ikke noe som helst i byen lenger, sa hun.", "paragraph"),
    ("en", "By Friday the city had fallen to the rebels, he said.", "paragraph"),
    ("en", "AFP, ALEPPO, Syria", "dateline"),
    ("en", "BEIRUT, Reuters", "dateline"),
    ("nb", "Oslo (NTB)", "dateline"),
    ("nb", "MOSKVA/OSLO (NTB)", "dateline"),
    ("nb", "Oslo (NTB):", "dateline"),
    ("en", "GAZIANTEP, Turkey", "dateline"),
    ("nb", "• Minst fem er drept", "list"),
    ("nb", "* Minst fem er drept", "list"),
    ("nb", "▪ Minst fem er drept.", "list"),
    ("nb", "1. Hjelpen må frem", "list"),
    ("nb", "1) Hjelpen må frem.", "list"),
    ("nb", "1. mai ble feiret i hele byen.", "paragraph"),
    ("nb", "22. september ble byen angrepet.", "paragraph"),
    ("de", "22. September: Die Stadt wurde angegriffen.", "paragraph"),
    ("nb", "– Vi venter på svar", "paragraph"),
    ("nb", "- Vi venter på svar, sier hun.", "paragraph"),
    ("nb", "Hva skjer nå?", "paragraph"),
    ("en", "He said: “No.”", "paragraph"),
    ("en", "Reuters said so, according to AFP.", "paragraph"),
    ("nb", "Det melder NTB.", "paragraph"),
]


def kinds(text, language):
    return [(p.kind, text[p.start : p.end]) for p in find_segments(text, language)]


@pytest.mark.parametrize(("language", "line", "kind"), KINDS)
def test_kind_of_a_line(language, line, kind):
    assert kinds(line + AFTER, language)[0] == (kind, line)


HEADLINES = [
    (
        "Seven Killed in Attack -SEOUL — -Japan has confirmed it.",
        [("heading", "Seven Killed in Attack"), ("dateline", "SEOUL —"), ("paragraph", "Japan has confirmed it.")],
    ),
    (
        "Can the Rebels Hold On. KILIS, TURKEY — -The front lines have moved.",
        [
            ("heading", "Can the Rebels Hold On."),
            ("dateline", "KILIS, TURKEY —"),
            ("paragraph", "The front lines have moved."),
        ],
    ),
    (
        "Hospital Hit by Shells -The largest hospital in the city was struck by several shells on Monday.",
        [
            ("heading", "Hospital Hit by Shells"),
            ("paragraph", "The largest hospital in the city was struck by several shells on Monday."),
        ],
    ),
    (
        "Police Search Home of Co-Pilot in Bonn-On Friday, officers searched two houses where the pilot had lived.",
        [
            ("heading", "Police Search Home of Co-Pilot in Bonn"),
            ("paragraph", "On Friday, officers searched two houses where the pilot had lived."),
        ],
    ),
    (
        "Blair-Brown talks on the budget went on until early morning, officials from both sides said.",
        [("paragraph", "Blair-Brown talks on the budget went on until early morning, officials from both sides said.")],
    ),
    (
        "The strike — the first time that it had fired missiles — was meant as retaliation.",
        [("paragraph", "The strike — the first time that it had fired missiles — was meant as retaliation.")],
    ),
    (
        "En 17-åring ble drept i Al-Bab, og flere andre ble skadet da bomben falt ned over byen.",
        [("paragraph", "En 17-åring ble drept i Al-Bab, og flere andre ble skadet da bomben falt ned over byen.")],
    ),
]


@pytest.mark.parametrize(("text", "found"), HEADLINES)
def test_a_headline_run_into_the_first_line(text, found):
    assert kinds(text, "en") == found


def test_a_headline_is_looked_for_in_the_first_paragraph_only():
    text = "Det er en setning.\n\nSeven Killed in Attack -SEOUL — -Japan has confirmed it."
    assert [kind for kind, _ in kinds(text, "en")] == ["paragraph", "paragraph"]


def test_a_paragraph_run_into_a_caption_is_read():
    text = "FILE - Smoke rises over Homs, Jan. 2, 2016. Rebels left the city on Friday."
    assert kinds(text, "en") == [
        ("credit", "FILE - Smoke rises over Homs, Jan. 2, 2016."),
        ("paragraph", "Rebels left the city on Friday."),
    ]


def test_a_credit_may_have_its_name_on_the_next_line():
    assert [kind for kind, _ in kinds("Foto:\n\nOla Nordmann" + AFTER, "nb")] == ["credit", "credit", "paragraph"]


def test_an_agency_behind_a_paragraph_is_a_credit():
    assert kinds("Byen falt fredag, melder avisen. (©NTB)", "nb") == [
        ("paragraph", "Byen falt fredag, melder avisen."),
        ("credit", "(©NTB)"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- En ting\n- En til\n- En tredje" + AFTER, ["list", "list", "list", "paragraph"]),
        ("- En ting\n\n- En til" + AFTER, ["paragraph", "paragraph", "paragraph"]),
        ("2. Hjelp\n3. Mer hjelp" + AFTER, ["list", "list", "paragraph"]),
        ("• En lang linje om at hjelpen må komme frem til byen\n• En til" + AFTER, ["list", "list", "paragraph"]),
    ],
)
def test_lists(text, found):
    assert [kind for kind, _ in kinds(text, "nb")] == found


def test_wrapped_lines_are_one_paragraph_and_others_are_not():
    wrapped = "Dette er en lang linje som er brutt ved en fast bredde\nog går videre her.\nMen dette er en ny."
    assert [text.count("\n") for _, text in kinds(wrapped, "nb")] == [1, 0]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A / Reuters / SCANPIX\n\nEn setning.\n\nB / NTB scanpix\n\nEn til.", ("Reuters", "NTB scanpix")),
        ("Det melder Reuters og AFP.", ()),
        ("Ifølge NTB er byen falt.", ()),
        ("The city fell, according to AFP.", ()),
        ("Oslo (NTB-AFP): Byen falt.", ("NTB", "AFP")),
        ("(©NTB)\n\nByen falt.", ("NTB",)),
        ("Byen falt. (NTB-Reuters)", ("NTB", "Reuters")),
        ("AFP, ALEPPO, Syria\n\nByen falt.", ("AFP",)),
        ("(AP Photo/Jane Doe)\n\nByen falt.", ("AP",)),
        ("Av Ola Nordmann, NTB\n\nByen falt.", ("NTB",)),
        ("Av NTB-AFP\n\nByen falt.", ("NTB", "AFP")),
        ("Nyhetsbyrået Norsk Telegram (NTB) melder at byen falt.", ()),
        ("Byrået (NTB) sier nei.", ()),
    ],
)
def test_agencies(text, named):
    assert find_agencies(text, find_segments(text, "nb"), "nb") == named


@given(st.text(alphabet="Aa.\n —-:/(1)•@,", max_size=200), st.sampled_from(["nb", "en", "xx"]))
def test_segments_hold_all_words_in_order(text, language):
    text = normal_form(text).text
    pieces = find_segments(text, language)
    assert all(a.end <= b.start for a, b in itertools.pairwise(pieces))
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() != "" for p in pieces)
    inside = "".join(text[p.start : p.end] for p in pieces)
    assert sorted(c for c in text if c.isalnum()) == sorted(c for c in inside if c.isalnum())
