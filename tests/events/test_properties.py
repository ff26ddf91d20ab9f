"""What holds for any text: no crash, exact offsets, the same mentions each time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.events.identity import mention_id
from tasks.events.lexicon import lexicon
from tasks.events.taxonomy import taxonomy
from tests.events.conftest import _read

LANGUAGES = ("en", "nb")
_OTHERS = (
    *("the", "and", "og", "ikke", "not", "«", "»", "“", "”", "–", ",", ".", ":", "(", ")", "'s", "5", "12", "dozens"),
    *("Oslo", "USA", "US", "i", "in", "mot", "by", "av", "said", "sier", "ifølge", "according to", "\n\n", "Monday"),
)
_WORDS = {language: (*sorted(lexicon(language).by_form)[::7], *_OTHERS) for language in LANGUAGES}


def _check(text, language):
    document, found = _read(text, language)
    modes = taxonomy().event_types
    for one in found:
        assert one.sentence_start <= one.trigger_start < one.trigger_end <= one.sentence_end
        assert one.event_mode is None or one.event_mode in modes[one.event_type]
        assert one.mention_id == mention_id(document.doc_id, one.trigger_start, one.trigger_end, one.event_type)
        assert 0 <= one.confidence <= 1
        for part in (*one.participants, *one.casualties):
            assert part.text
            assert document.text[part.start : part.end] == part.text
        if one.place_text is not None:
            assert document.text[one.place_start : one.place_end] == one.place_text
        for figure in one.casualties:
            assert figure.low is None or figure.high is None or figure.low <= figure.high
        if one.date_start and one.date_end:
            assert one.date_start <= one.date_end
    assert len({one.mention_id for one in found}) == len(found)
    assert _read(text, language)[1] == found


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_row_of_words(language, data):
    words = data.draw(st.lists(st.sampled_from(_WORDS[language]), min_size=1, max_size=40))
    _check(" ".join(words), language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text(language, text):
    _check(text, language)


def test_identity_hangs_on_all_its_parts():
    parts = [("d", 1, 2, "AID"), ("e", 1, 2, "AID"), ("d", 1, 3, "AID"), ("d", 0, 2, "AID"), ("d", 1, 2, "AGREE")]
    ids = [mention_id(*one) for one in parts]
    assert len(set(ids)) == len(ids)
    assert all(len(one) == 20 and set(one) <= set("0123456789abcdef") for one in ids)


def test_a_table_run_together_costs_little_and_gives_nothing():
    assert _read("killed " * 20_000, "en")[1] == []
