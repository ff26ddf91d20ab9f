"""What may stand right beside a trigger, and which participles only describe."""

from __future__ import annotations

import pytest

from tasks.events.condition import Condition, word_set
from tasks.events.lexicon import lexicon
from tasks.events.tokens import read_sentence
from tasks.text.document import Sentence


def _tokens(text):
    return read_sentence(text, Sentence(0, 0, len(text)), number=0, language="en").tokens


@pytest.mark.parametrize(
    ("asked", "text", "at", "holds"),
    [
        ({"next": ["<cap>"]}, "They met Anna", 1, True),
        ({"next": ["<cap>"]}, "They met again", 1, False),
        ({"next": ["<cap>"]}, "They met", 1, False),
        ({"not_next": ["<det>"]}, "They met the king", 1, False),
        ({"prev": ["<det>"]}, "the call to arms", 1, True),
        ({"prev": ["they"]}, "so they met", 2, True),
        ({"not_prev": ["the"]}, "the met office", 1, False),
        ({"after": ["<number>"]}, "They met at last 40 times", 1, True),
        ({"next": ["at"], "after": ["king*"]}, "They met at the kings", 1, True),
    ],
)
def test_a_condition_on_the_words_beside(asked, text, at, holds):
    condition = Condition(**{name: word_set(items, {}) for name, items in asked.items()})
    assert condition.strength == len(asked)
    assert condition.holds(_tokens(text), at, at + 1) is holds


def test_kinds_of_words_stand_in_groups_too():
    assert word_set(["@more"], {"more": ["<cap>", "gun*"]}).tags == {"cap"}


@pytest.mark.parametrize("language", ["en", "nb"])
def test_describing_participles_are_listed(language):
    rule = lexicon(language).attributive
    assert rule.endings
    assert rule.behind.words


@pytest.mark.parametrize(
    ("language", "text", "types"),
    [
        ("en", "Her jailed husband is sixty.", []),
        ("en", "Her husband was jailed by Cuba.", ["COERCE"]),
        ("en", "They live in occupied houses.", []),
        ("nb", "Den fengslede lederen er seksti.", []),
        ("nb", "Lederen ble fengslet av Cuba.", ["COERCE"]),
    ],
)
def test_a_participle_before_its_noun_tells_of_no_event(mentions_of, language, text, types):
    assert [one.event_type for one in mentions_of(text, language)] == types
