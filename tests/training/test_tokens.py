import pytest
import spacy

from training.tokens import RULES


@pytest.fixture(scope="module")
def pipelines():
    made = {}
    for language, change in RULES.items():
        made[language] = spacy.blank(language)
        change(made[language])
    return made


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "the rebel-held area", "the rebel - held area"),
        ("en", "non-military e-mail", "non-military e-mail"),
        ("en", "an anti-tank gun", "an anti-tank gun"),
        ("en", "Anti-government", "Anti-government"),
        ("en", "a two-year-old", "a two - year - old"),
        ("en", "a 24-hour truce", "a 24 - hour truce"),
        ("en", "dead and/or wounded", "dead and / or wounded"),
        ("en", "Stop!! Why?!", "Stop !! Why ?!"),
        ("en", "call 202-555-0143", "call 202-555-0143"),
        ("en", "at 7:30PM", "at 7:30 PM"),
        ("en", "Lt. Col. Ali's men didn't go.", "Lt. Col. Ali 's men did n't go ."),
        ("en", "Aleppo’s doctors", "Aleppo ’s doctors"),
        ("nb", "Det skjedde i 2016.", "Det skjedde i 2016 ."),
        ("nb", "den 3. oktober", "den 3. oktober"),
        ("nb", "byen de bor i.", "byen de bor i ."),
        ("nb", "Øst-Aleppo ble bombet.", "Øst-Aleppo ble bombet ."),
        ("nb", "«Ja», sa hun.", "« Ja » , sa hun ."),
        ("nb", "FNs utsending", "FNs utsending"),
    ],
)
def test_words_are_those_of_the_treebank(pipelines, language, text, words):
    assert [t.text for t in pipelines[language].make_doc(text)] == words.split()


@pytest.mark.parametrize("language", sorted(RULES))
def test_the_rules_are_saved_with_the_pipeline(pipelines, language, tmp_path):
    text = "Aleppo in 2016. and/or 24-hour non-military i."
    pipelines[language].to_disk(tmp_path)
    again = spacy.load(tmp_path).make_doc(text)
    assert [t.text for t in again] == [t.text for t in pipelines[language].make_doc(text)]
