"""What is read of a text in a language that Tidings has no, or not all, resources for."""

import shutil

import pytest

from tasks.extract import extract
from tasks.read.raw import RawDocument
from tasks.settings import REFERENCE
from tasks.text.reference import languages

FRENCH = (
    "Au moins cinq personnes ont été tuées le 22.9.2016 dans une frappe aérienne contre la ville, selon des médecins."
    "\n\nLe bilan du 3/10/2016 reste à confirmer, et celui du 30/10/2016 aussi, a dit hier le porte-parole."
)


def read(text, language=None, reference=REFERENCE):
    return extract(RawDocument("d", "s", "s/d.txt", "", "2016-11-04", text, language=language), reference)


@pytest.mark.parametrize("stated", [None, "fr", "fr-CA"])
def test_a_language_without_resources_gives_its_text_and_dates_in_digits(stated):
    found = read(FRENCH, stated)
    assert found.document.language == "fr"
    assert list(times(found)) == [("22.9.2016", "2016-09-22", 0), ("30/10/2016", "2016-10-30", 1)]
    assert len(found.document.segments) == 2
    assert found.mentions == ()


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("22.9.2016", "und", "2016-09-22"), ("Авиаудар 22.9.2016 убил пять человек в городе.", "ru", "2016-09-22"),
     ("2016-09-22 日，空袭造成五人死亡，医院被炸毁。", "zh", "2016-09-22")],
)  # fmt: skip
def test_other_scripts_and_none(text, language, value):
    found = read(text)
    assert found.document.language == language
    assert [t.value for t in found.times] == [value]


def test_a_segment_in_another_language_has_its_dates_in_digits():
    found = read("Minst fem ble drept i Aleppo på fredag, sier SOHR, som holder til i London.\n\n" + FRENCH)
    assert [t.text for t in found.times] == ["fredag", "22.9.2016", "30/10/2016"]
    assert found.mentions


@pytest.fixture
def dates_alone(tmp_path):
    """Reference data in which one language has its dates, and no triggers."""
    reference = shutil.copytree(REFERENCE, tmp_path / "reference")
    (reference / "languages" / "en" / "triggers.yaml").unlink()
    return reference


def test_a_language_with_dates_alone_has_them_by_its_own_grammar(dates_alone):
    found = read("Five civilians were killed on Friday, and two on 22 September 2016.", reference=dates_alone)
    assert [t.value for t in found.times] == ["2016-11-04", "2016-09-22"]
    assert found.mentions == ()
    assert "en" not in languages(dates_alone, having="triggers")


def test_reference_data_without_the_grammar_of_no_language_gives_no_dates(dates_alone):
    shutil.rmtree(dates_alone / "languages" / "und")
    assert read(FRENCH, reference=dates_alone).times == ()


def times(found):
    """Each time expression's text, value and segment; its offsets are looked at on the way."""
    starts = [segment.start for segment in found.document.segments]
    for time in found.times:
        assert found.document.text[time.start : time.end] == time.text
        yield time.text, time.value, max(i for i, start in enumerate(starts) if start <= time.start)
