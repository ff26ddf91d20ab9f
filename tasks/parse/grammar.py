"""The small words that clauses are read with: `grammar.yaml` of a language, and the lists of other rooms that serve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.errors import ReferenceDataError
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

Words = frozenset[str]
Phrases = frozenset[tuple[str, ...]]

_LISTS = (
    "accusing", "agent", "alternatives", "content_prepositions", "future", "hearsay", "intransitive", "light_verbs",
    "loose_agent", "not_subjects", "passive", "perfect", "place_adverbs", "relative_place", "relative_time",
    "resultative", "reversing", "speech_forms", "speech_verbs", "stated_prepositions", "subject_control",
    "time_adverbs", "time_nouns", "weekdays",
)  # fmt: skip
_PLACE_LISTS = ("parts", "directions", "division1", "division2", "regions", "water", "sites")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of a language. What each list of `grammar.yaml` means stands there; the others are

    Attributes:
        lists: those of `grammar.yaml`, by name.
        text_verbs: by lemma of the verb, the prepositions behind which stands what says it.
        according: words that make the phrase behind them a source.
        reporting: forms of verbs of saying.
        negators: single words that deny.
        denying: phrases that begin with a verb and deny its infinitive (*failed to*), without the infinitive's mark.
        not_negative: pairs of words that deny nothing (*not only*).
        denied: forms of verbs of denial.
        planned, possible: words and phrases, without the infinitive's mark.
        planned_verbs: forms of verbs whose infinitive is not done yet.
        hearsay_have: auxiliaries that together mark hearsay.
        infinitive: the infinitive's mark.
        copulas: forms that say nothing of plans unless an infinitive's mark follows them.
        that: marks of a clause that is stated.
        owners, groups, group_prefixes: adjectives and nouns that name who acts.
        noun_agent, noun_object: prepositions that bring doer and undergoer of an event noun.
        lexicon_lemmas: whether a form in `triggers.yaml` settles the lemma.
        place_prepositions, place_nouns: what makes an oblique a place, the nouns by form.
    """

    language: str
    lists: Mapping[str, Words]
    text_verbs: Mapping[str, Words]
    according: Phrases
    reporting: Words
    not_speakers: Words
    alternatives: Words
    negators: Words
    denying: Words
    not_negative: Phrases
    denied: Phrases
    planned: Phrases
    planned_verbs: Words
    possible: Phrases
    hearsay_have: Phrases
    infinitive: Words
    copulas: Words
    that: Words
    owners: Words
    weapons: Words
    groups: Words
    group_prefixes: tuple[str, ...]
    noun_agent: Words
    noun_object: Words
    lexicon_lemmas: bool
    place_prepositions: Words
    place_nouns: Words

    def has(self, name: str, word: str) -> bool:
        """Whether a word is in a list of `grammar.yaml`."""
        return word in self.lists[name]

    def is_group(self, word: str) -> bool:
        """Whether a word, in small letters, names people who act: *rebels*, *government*."""
        return word in self.owners or word in self.groups or word.startswith(self.group_prefixes)


@cache
def grammar(language: str, reference: Path = REFERENCE) -> Grammar:
    """The words of a language that has `grammar.yaml`.

    Raises:
        ReferenceDataError: a file is missing, lacks a list, or has an unknown one.
    """
    where = f"languages/{language}/grammar.yaml"
    own = language_file(language, "grammar", reference)
    asked = {*_LISTS, "text_verbs", "lexicon_lemmas"}
    missing, unknown = asked - set(own), set(own) - asked
    if missing or unknown:
        raise ReferenceDataError(f"{where}: missing lists {sorted(missing)}, unknown lists {sorted(unknown)}")
    roles, places = language_file(language, "roles", reference), language_file(language, "places", reference)
    modality = language_file(language, "modality", reference)
    attribution = language_file(language, "attribution", reference)
    infinitive = _words(roles["infinitive"])
    negative = _phrases(modality["negative"], frozenset())
    groups = [str(word) for word in roles["known_groups"]]
    return Grammar(
        language=language,
        lists={name: _words(own[name]) for name in _LISTS},
        text_verbs={str(verb): _words(words) for verb, words in own["text_verbs"].items()},
        according=frozenset(tuple(map(str, words)) for words in attribution["according"]),
        reporting=_words(attribution["reporting"]),
        not_speakers=_words(attribution["not_speakers"]),
        alternatives=_words(own["alternatives"]),
        negators=frozenset(words[0] for words in negative if len(words) == 1),
        denying=frozenset(words[0] for words in negative if len(words) > 1 and words[-1] in infinitive),
        not_negative=_phrases(modality["not_negative"], frozenset()),
        denied=_phrases(modality["denied"], frozenset()),
        planned=_phrases(modality["planned"], infinitive),
        planned_verbs=_words(modality["planned_infinitive"]),
        possible=_phrases(modality["possible"], infinitive),
        hearsay_have=_phrases(modality.get("hearsay_have", ()), frozenset()),
        infinitive=infinitive,
        copulas=_words(roles["passive_auxiliaries"]),
        that=_words(roles["that"]),
        owners=_words(roles["owners"]),
        weapons=_words(roles["weapons"]),
        groups=frozenset(word for word in groups if not word.endswith("*")),
        # An empty tuple would fit nothing, which is what no prefixes mean.
        group_prefixes=tuple(word[:-1] for word in groups if word.endswith("*")),
        noun_agent=_words(roles["noun_actor"]),
        noun_object=_words(roles["noun_recipient"]),
        lexicon_lemmas=bool(own["lexicon_lemmas"]),
        place_prepositions=_words(places["prepositions"]),
        place_nouns=frozenset(str(word) for name in _PLACE_LISTS for word in places[name]),
    )


@cache
def words_of(phrases: Phrases) -> Words:
    """Every word of some phrases: where none of them stands, no phrase does."""
    return frozenset(word for phrase in phrases for word in phrase)


def _words(items: Iterable[object]) -> Words:
    return frozenset(str(item).lower() for item in items)


def _phrases(items: Iterable[object], infinitive: Words) -> Phrases:
    """Phrases as words; the mark of an infinitive at their end is left out, since the tree tells of it."""
    found = set()
    for item in items:
        words = str(item).lower().split()
        found.add(tuple(words[:-1] if len(words) > 1 and words[-1] in infinitive else words))
    return frozenset(found)
