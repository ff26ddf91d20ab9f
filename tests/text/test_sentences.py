import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.sentences import sentences

# Where a sentence ends is marked with |.
NB = [
    "Byen ble angrepet.| Fem ble drept.",
    "Det skjedde 22. september i Homs.| Ingen vet hvorfor.",
    "Pausen varte fra kl. 09 til kl. 19.| Så begynte det igjen.",
    "Ca. 40 mål ble truffet, bl.a. Sykehuset.| Det bekreftes.",
    "– Vi venter, sier han.| – Hvor lenge?| spør hun.".replace("?| spør", "? spør"),
    "«Nå er det nok.»| Slik åpnet talen.",
    "Han heter J. P. Hansen.| Hun heter Berg.",
    "Hva nå?| Ingen vet!| Slik er det.",
    "Anslagsvis 250.000 bor der.| 40 er drept.",
    "Dr. Berg kom.| Hun gikk.",
]
EN = [
    "The city was attacked.| Five died.",
    "It was announced on Sept. 22, officials said.| Nobody knows.",
    "He lives in St. Petersburg.| She does not.",
    "The U.N. Security Council met.| It agreed.",
    "“Stop!”| That was all.",
    "Gen. Smith met Mr. Jones at 9 a.m. Friday.| They agreed.",
    "“The hospital is being destroyed.| SOS, everyone,” he said.",
    "Forcing staff ... to leave.| They left.",
    "It cost $2.5 million.| Too much.",
    "No. 10 declined to comment.| It did so twice.",
]


@pytest.mark.parametrize(("language", "marked"), [("nb", m) for m in NB] + [("en", m) for m in EN])
def test_where_sentences_end(language, marked):
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in sentences(text, 0, len(text), language)] == [s.strip() for s in marked.split("|")]


def test_only_the_segment_is_split():
    text = "En. To er her. Tre er der."
    assert [text[a:b] for a, b in sentences(text, 4, 14, "nb")] == ["To er her."]


@given(st.text(alphabet="Ab. \n!?”)–1", max_size=200), st.sampled_from(["nb", "en", "xx"]))
def test_sentences_cover_the_text(text, language):
    text = text.strip()
    found = list(sentences(text, 0, len(text), language))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b].strip() for a, b in found)
