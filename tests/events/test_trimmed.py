"""Parties without the words that stand before them, and none inside another."""

import pytest

from tasks.events.mention import Participant
from tasks.events.trimmed import trimmed


def party(role, text, start):
    return Participant(role, text, start, start + len(text))


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("nb", "Også opprørerne", "opprørerne"),
        ("nb", "særlig sivile", "sivile"),
        ("nb", "også", "også"),
        ("nb", "tidligere president Carter", "tidligere president Carter"),
        ("en", "Even the army", "the army"),
        ("en", "only children", "children"),
        ("en", "almost 20 people", "almost 20 people"),
        ("en", "Evening Standard", "Evening Standard"),
        ("da", "også politiet", "politiet"),
    ],
)
def test_a_word_that_stands_before_a_party_is_no_part_of_it(language, text, kept):
    assert trimmed([party("actor", text, 4)], language) == (party("actor", kept, 4 + len(text) - len(kept)),)


def test_a_party_inside_another_of_its_role_goes():
    whole, part = party("actor", "Turkish Prime Minister Davutoglu", 0), party("actor", "Davutoglu", 23)
    assert trimmed([part, whole], "en") == (whole,)


def test_of_other_roles_and_side_by_side_all_stay():
    parties = [party("actor", "police", 0), party("recipient", "police", 0), party("actor", "soldiers", 11)]
    assert trimmed(parties, "en") == tuple(parties)
