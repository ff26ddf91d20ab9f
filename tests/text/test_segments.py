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
    ("nb", "Foto: Ola Nordmann", "credit"),
    ("nb", "(Foto: Avisen)", "credit"),
    ("nb", "Arkivfoto: Kari Nordmann / Scanpix", "credit"),
    ("en", "Photo: Jane Doe", "credit"),
    ("en", "FILE - Smoke rises over the city after a strike, Jan. 2, 2016.", "credit"),
    ("nb", "Nye luftangrep", "heading"),
    ("nb", "Opprørerne: Det er russisk PR", "heading"),
    ("en", "Hospital hit again", "heading"),
    ("nb", "Tekst: Ola Nordmann", "byline"),
    ("nb", "Av Ola Nordmann", "byline"),
    ("en", "By Jane Doe", "byline"),
    ("nb", "Av og til skjer det ikke noe som helst i byen lenger, sa hun.", "paragraph"),
    ("en", "AFP, ALEPPO, Syria", "dateline"),
    ("en", "BEIRUT, Reuters", "dateline"),
    ("nb", "• Minst fem er drept", "list"),
    ("nb", "1. Hjelpen må frem", "list"),
    ("nb", "– Vi venter på svar", "paragraph"),
    ("nb", "Hva skjer nå?", "paragraph"),
    ("en", "He said: “No.”", "paragraph"),
]


@pytest.mark.parametrize(("language", "line", "kind"), KINDS)
def test_kind_of_a_line(language, line, kind):
    assert find_segments(line + AFTER, language)[0].kind == kind


DATELINES = [
    ("en", "WASHINGTON — The president said no.", ["WASHINGTON —"], []),
    ("en", "DHAKA, BANGLADESH — -Police fired.", ["DHAKA, BANGLADESH —"], []),
    ("en", "BEIRUT (AP) — Shells fell.", ["BEIRUT (AP) —"], ["AP"]),
    ("nb", "Oslo (NTB): Regjeringen sier nei.", ["Oslo (NTB):"], ["NTB"]),
    ("en", "Seven Killed in Attack -SEOUL — -Japan has confirmed it.", ["SEOUL —"], []),
    ("en", "The UN — long silent — spoke.", [], []),
    ("nb", "Møtet (onsdag): Ingen kom.", [], []),
]


@pytest.mark.parametrize(("language", "line", "datelines", "agencies"), DATELINES)
def test_dateline_in_the_first_line(language, line, datelines, agencies):
    pieces = find_segments(line, language)
    assert [line[p.start : p.end] for p in pieces if p.kind == "dateline"] == datelines
    assert list(find_agencies(line, pieces, language)) == agencies


def test_a_headline_run_into_the_text_is_a_heading():
    text = "Seven Killed in Attack -SEOUL — -Japan has confirmed it."
    pieces = find_segments(text, "en")
    assert [(p.kind, text[p.start : p.end]) for p in pieces] == [
        ("heading", "Seven Killed in Attack"),
        ("dateline", "SEOUL —"),
        ("paragraph", "Japan has confirmed it."),
    ]


def test_wrapped_lines_are_one_paragraph_and_others_are_not():
    wrapped = "Dette er en lang linje som er brutt ved en fast bredde\nog går videre her.\nMen dette er en ny."
    assert [wrapped[p.start : p.end].count("\n") for p in find_segments(wrapped, "nb")] == [1, 0]


def test_agencies_are_named_once_by_their_kept_names():
    text = "A / Reuters / SCANPIX\n\nEn setning.\n\nB / NTB scanpix\n\nEn til."
    assert find_agencies(text, find_segments(text, "nb"), "nb") == ("Reuters", "NTB scanpix")


def test_agency_in_a_sentence_is_no_credit():
    text = "Det melder Reuters og AFP."
    assert find_agencies(text, find_segments(text, "nb"), "nb") == ()


@given(st.text(alphabet="Aa.\n —-:/(1)•", max_size=200), st.sampled_from(["nb", "en", "xx"]))
def test_segments_hold_all_words_in_order(text, language):
    text = normal_form(text).text
    pieces = find_segments(text, language)
    assert all(a.end <= b.start for a, b in itertools.pairwise(pieces))
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() != "" for p in pieces)
    inside = "".join(text[p.start : p.end] for p in pieces)
    assert sorted(c for c in text if c.isalnum()) == sorted(c for c in inside if c.isalnum())
