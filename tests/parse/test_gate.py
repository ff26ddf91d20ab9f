"""Which sentences are worth parsing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.events.lexicon import lexicon
from tasks.events.tokens import read_sentence
from tasks.events.triggers import find_triggers
from tasks.parse.gate import may_tell_of_event, worth_parsing
from tasks.parse.lexicon import trigger_forms
from tasks.read.raw import RawDocument
from tasks.settings import ROOT
from tasks.text.analyse import analyse
from tasks.text.document import Sentence

LANGUAGES = ("nb", "en")

KEPT = [
    ("nb", "Fem barn ble drept i flyangrepet."), ("nb", "Rakettangrepene fortsatte."),
    ("nb", "POLITIET PÅGREP TO MENN"), ("en", "Five children were killed."), ("en", "Gunmen ATTACKED a school."),
    ("en", "The U.S.-led strikes killed ten."),
]  # fmt: skip
PASSED_BY = [
    ("nb", "Været blir fint i morgen."), ("nb", "Boken koster hundre kroner."), ("nb", ""), ("nb", "???"),
    ("en", "The weather is fine."), ("en", "The book costs ten dollars."), ("en", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), KEPT)
def test_what_may_tell_of_an_event_is_kept(language, sentence):
    assert may_tell_of_event(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), PASSED_BY)
def test_what_holds_no_candidate_is_passed_by(language, sentence):
    assert not may_tell_of_event(sentence, language)


def triggers(text, language):
    sentence = Sentence(0, 0, len(text))
    return find_triggers(read_sentence(text, sentence, number=0, language=language))


@pytest.mark.parametrize("path", sorted((ROOT / "seeds" / "aleppo-2016").glob("*.txt")), ids=lambda path: path.name[:3])
def test_no_trigger_of_a_seed_is_lost(path):
    text = path.read_text(encoding="utf-8").split(maxsplit=2)[2]
    document = analyse(RawDocument(path.stem, "seeds", path.name, "", None, text))
    found = 0
    for sentence in document.sentences:
        language = document.segments[sentence.segment_no].language
        own = document.text[sentence.start : sentence.end]
        if triggers(own, language):
            found += 1
            assert may_tell_of_event(own, language), own
    assert found > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_the_lexicon_of_the_events_room_is_known(language):
    theirs, ours = lexicon(language), trigger_forms(language)
    assert set(theirs.by_form) == set(ours.candidates)
    assert set(theirs.heads) == set(ours.heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_alone_passes_the_gate_where_it_is_a_trigger(language):
    for entry in lexicon(language).entries:
        sentence = " ".join(min(step.forms) for step in entry.steps)
        if triggers(sentence, language):
            assert may_tell_of_event(sentence, language), entry.notation


VOCABULARY = {
    language: sorted({form for entry in lexicon(language).entries for step in entry.steps for form in step.forms})
    for language in LANGUAGES
}
GLUE = (" ", ", ", "-", ". ", " “", "” ", "'s ", "’", "/", " – ", "\n")


@given(st.data())
def test_words_in_any_order_and_case_lose_no_trigger(data):
    language = data.draw(st.sampled_from(LANGUAGES))
    words = data.draw(st.lists(st.sampled_from(VOCABULARY[language]), min_size=1, max_size=8))
    shout = data.draw(st.sampled_from((str, str.upper, str.title)))
    text = "".join(shout(word) + data.draw(st.sampled_from(GLUE)) for word in words)
    if triggers(text, language):
        assert may_tell_of_event(text, language)


def kept(text, language):
    document = analyse(RawDocument("d", "tests", "d.txt", "", None, text, language=language))
    return [document.text[document.sentences[at].start : document.sentences[at].end] for at in worth_parsing(document)]


def test_who_speaks_in_a_quotation_that_tells_of_an_event_is_kept_too():
    spoken = "– Flyene bombet sykehuset. Vi er trøtte, sier Mollekleiv. Været er fint."
    assert kept(spoken, "nb") == ["– Flyene bombet sykehuset.", "Vi er trøtte, sier Mollekleiv."]
    assert kept("– Vi er trøtte, sier Mollekleiv. Været er fint.", "nb") == []


def test_a_language_without_triggers_has_nothing_to_parse():
    assert kept("Fem børn blev dræbt af soldater i går, siger politiet i Danmark.", "da") == []
