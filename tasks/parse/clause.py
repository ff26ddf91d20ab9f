"""What a clause says, in plain values: predicate, roles, negation, and who reports it.

All offsets count code points in `Document.text`, end exclusive. Nothing in here is of the library that parsed it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """One party to a clause: a phrase without its relative clauses, appositions and conjuncts.

    Attributes:
        kind: `subject`, `object`, `indirect_object`, `agent` (who does it, in a passive or of a noun), `oblique`,
            `time`, `place`, `complement` (what the subject or object is said to be) or `modifier` (a noun before a
            nominal predicate).
        lemma, upos: of its head (UD part of speech).
        preposition: its words in small letters, `in front of`; None without one.
        label: the head's entity label (PER, ORG, GPE, …); None where it is no name.
        via: how the role came to the clause where it is not stated in it: `relative` (antecedent of a relative or
            participle clause), `conjunct` (shared by coordinated predicates), `control` (of an infinitive or
            participle), `light_verb` (subject of the verb that governs a nominal predicate).
        apposition: the span of what the phrase is also called, behind a comma or in brackets; None without one.
    """

    kind: str
    text: str
    start: int
    end: int
    head_start: int
    head_end: int
    lemma: str
    upos: str
    preposition: str | None = None
    label: str | None = None
    via: str | None = None
    apposition: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Negation:
    """A word that denies the clause, and from where to where it reaches."""

    cue: str
    start: int
    end: int
    scope_start: int
    scope_end: int


@dataclass(frozen=True, slots=True)
class Report:
    """Who is made responsible for the content of a clause.

    Attributes:
        kind: `verb` (*says that*), `according` (*according to*), `hearsay` (*skal ha*, nobody named) or `quotation`
            (a quotation whose speaker another sentence names).
        cue: the lemma of the verb, or the words that make somebody the source.
        speakers: nobody where none is named.
        denied: the speaker says that it is not so.
        negated: it is denied that somebody said so.
        clause: number of the reporting clause in its own sentence; None where a preposition reports.
        outer: who reports the report: the next step up the tree.
    """

    kind: str
    cue: str
    cue_start: int
    cue_end: int
    speakers: tuple[Role, ...] = ()
    denied: bool = False
    negated: bool = False
    clause: int | None = None
    outer: Report | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """The word that a clause hangs on.

    Attributes:
        kind: `verb`, `noun` (an event noun with its parties), or `copular` (a noun or adjective that somebody is).
        voice: `active` or `passive`; None for nouns and copular predicates.
        tense: `past`, `present`, `future`, `perfect`, `pluperfect`; None where the form has none.
        mood: `indicative`, `imperative`, `infinitive`, `participle`; None for nouns.
        auxiliaries: their lemmas in the order of the text.
        particle: of a phrasal verb (*broke out*).
        parts: the parts of a compound, as stems; the word itself where it is none.
        modality: `actual`, `planned` or `possible`; `modal_words` are the words that say so.
    """

    kind: str
    lemma: str
    text: str
    start: int
    end: int
    upos: str
    voice: str | None = None
    tense: str | None = None
    mood: str | None = None
    auxiliaries: tuple[str, ...] = ()
    particle: str | None = None
    parts: tuple[str, ...] = ()
    modality: str = "actual"
    modal_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its parties.

    Attributes:
        number: the clause's place among those of its sentence, in the order of their predicates.
        relation: `main`, `conjunct`, `content`, `complement` (an infinitive of another predicate), `adverbial`,
            `relative`, `participle`, `subject`, `parataxis` or `nominal`.
        parent: number of the clause that governs it; None for a main one.
        start, end: its first and last word, other clauses inside it included.
        negation: None where nothing denies it.
        report: the innermost one; None where the writer states it.
    """

    number: int
    relation: str
    parent: int | None
    start: int
    end: int
    predicate: Predicate
    roles: tuple[Role, ...]
    negation: Negation | None = None
    report: Report | None = None

    @property
    def negated(self) -> bool:
        """Whether a word denies the clause."""
        return self.negation is not None

    def of(self, *kinds: str) -> tuple[Role, ...]:
        """Its roles of some kinds, in order."""
        return tuple(role for role in self.roles if role.kind in kinds)

    @property
    def doers(self) -> tuple[Role, ...]:
        """Who does it, whatever the voice: the subject of an active verb, else the agent."""
        return self.of("subject") if self.predicate.voice == "active" else self.of("agent")

    @property
    def undergoers(self) -> tuple[Role, ...]:
        """To whom it is done, whatever the voice: the object, in a passive the subject too."""
        return self.of("object", "subject") if self.predicate.voice == "passive" else self.of("object")
