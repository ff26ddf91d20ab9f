import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse


def raw(text, language=None):
    return RawDocument("d", "s", "s/d.txt", "", "2016-11", text, language=language)


def test_headings_and_credits_have_no_sentences():
    text = "Nye luftangrep\n\nByen ble angrepet. Fem ble drept.\n\nFoto: Ola Nordmann"
    document = analyse(raw(text))
    assert [s.kind for s in document.segments] == ["heading", "paragraph", "credit"]
    assert [document.text[s.start : s.end] for s in document.sentences] == ["Byen ble angrepet.", "Fem ble drept."]


@given(st.text(max_size=300))
def test_any_text(text):
    document = analyse(raw(text))
    assert unicodedata.is_normalized("NFC", document.text)
    assert "\r" not in document.text
    for part in (*document.segments, *document.sentences):
        assert 0 <= part.start < part.end <= len(document.text)
    segments = {s.segment_no: s for s in document.segments}
    for sentence in document.sentences:
        assert segments[sentence.segment_no].start <= sentence.start < sentence.end
        assert sentence.end <= segments[sentence.segment_no].end
