"""YAML to plain values."""

import pytest

from tasks.safe_yaml import YamlError, load_plain_yaml, load_yaml


@pytest.mark.parametrize("load", [load_yaml, load_plain_yaml])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[no, on, yes, off, y]", ["no", "on", "yes", "off", "y"]),
        ("[true, false]", [True, False]),
        ("[truet, true med, falsk, trueX, falsehood]", ["truet", "true med", "falsk", "trueX", "falsehood"]),
        ("truet: falset", {"truet": "falset"}),
        ("[2016-10-03, 1, 1.5, null, '1']", ["2016-10-03", 1, 1.5, None, "1"]),
        ("", None),
    ],
)
def test_words_stay_words(load, text, value):
    assert load(text) == value


def test_texts_from_outside_are_plain():
    assert load_yaml("a: &x [1]\nb: *x") == {"a": [1], "b": [1]}
    assert load_yaml("a: 1\na: 2") == {"a": 2}
    for text in ("a: &x [1]\nb: *x", "a: 1\na: 2", "a: !!str 1", "[" * 21 + "]" * 21):
        with pytest.raises(YamlError) as caught:
            load_plain_yaml(text)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["a: [", "? [a]\n: b", "9" * 5000, "!!python/object:os.system x", "a: b: c", "\0", "0x_"]
)
def test_what_is_no_yaml(text):
    with pytest.raises(YamlError):
        load_yaml(text)
