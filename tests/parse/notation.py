"""A short way to write clauses and trees down.

A clause is `lemma[flags] role=phrase role:preposition=phrase <speaker`, clauses are parted by ` ; `. Flags: `n` (noun)
or `cop` (copular), `pass`, `not`, `planned` or `possible`, `inf` or `part`. Roles: subj, obj, iobj, ag (agent), obl,
time, place, compl, mod. Reports, the innermost first: `<SOHR`, `<?` for hearsay or nobody named, `<!X` where X denies
it; several speakers of one report are joined with ` + `.

A tree is a line of words `form/lemma/UPOS+feature/label/head`, the lemma `=` where it is the form in small letters; the
root has no head.
"""

from __future__ import annotations

import re

from tasks.parse.tree import Word, tree

ROLES = {
    "subject": "subj", "object": "obj", "indirect_object": "iobj", "agent": "ag", "oblique": "obl", "time": "time",
    "place": "place", "complement": "compl", "modifier": "mod",
}  # fmt: skip
CORE = ("subj", "obj", "iobj", "ag")
_FEATS = {
    "Past": {"Tense": "Past", "VerbForm": "Fin", "Mood": "Ind"},
    "Pres": {"Tense": "Pres", "VerbForm": "Fin", "Mood": "Ind"},
    "PastPass": {"Tense": "Past", "VerbForm": "Fin", "Mood": "Ind", "Voice": "Pass"},
    "PresPass": {"Tense": "Pres", "VerbForm": "Fin", "Mood": "Ind", "Voice": "Pass"},
    "Fin": {"VerbForm": "Fin"},
    "Imp": {"Mood": "Imp", "VerbForm": "Fin"},
    "Inf": {"VerbForm": "Inf"},
    "InfPass": {"VerbForm": "Inf", "Voice": "Pass"},
    "Part": {"VerbForm": "Part"},
    "PartPast": {"VerbForm": "Part", "Tense": "Past"},
    "PartPass": {"VerbForm": "Part", "Tense": "Past", "Voice": "Pass"},
    "PartPres": {"VerbForm": "Part", "Tense": "Pres"},
    "Rel": {"PronType": "Rel"},
    "Neg": {"Polarity": "Neg"},
}
_OPENING = ("“", "«", "(", "–")
_LABEL = {"PER", "ORG", "GPE", "LOC", "FAC", "NORP"}
_PART = re.compile(r"(?P<kind>\w+)(?::(?P<prep>[^=]+?))?=(?P<text>.*?)(?=\s+\w+(?::[^=<;]+?)?=|\s*<|$)")
_HEAD = re.compile(r"(?P<lemma>\S+?)(?:\[(?P<flags>[^\]]*)\])?(?:\s+|$)")


def render(clause):
    """A clause in the notation."""
    one = clause.predicate
    flags = [{"noun": "n", "copular": "cop"}.get(one.kind), "pass" if one.voice == "passive" else None]
    flags += ["not" if clause.negated else None, one.modality if one.modality != "actual" else None]
    flags += [{"infinitive": "inf", "participle": "part", "imperative": "imp"}.get(one.mood)]
    named = " ".join(flag for flag in flags if flag)
    text = one.lemma + (f"[{named}]" if named else "")
    for role in clause.roles:
        prep = f":{role.preposition}" if role.preposition else ""
        text += f" {ROLES[role.kind]}{prep}={role.text}"
    return text + "".join(f" <{name}" for name in speakers(clause))


def speakers(clause):
    """The reports of a clause, the innermost first."""
    found, report = [], clause.report
    while report is not None:
        name = " + ".join(one.text for one in report.speakers) or "?"
        found.append(("!" if report.denied else "") + name)
        report = report.outer
    return found


def parts(text):
    """What a clause in the notation asks for: lemma, flags, roles as (kind, preposition, text), speakers."""
    body, *reported = (piece.strip() for piece in text.strip().split("<"))
    head = _HEAD.match(body)
    found = [(m["kind"], m["prep"], m["text"].strip()) for m in _PART.finditer(body, head.end())]
    return head["lemma"], frozenset((head["flags"] or "").split()), found, reported


def tree_of(line):
    """The tree that a line of words stands for, and its text."""
    words, at, text = [], 0, ""
    pieces = line.split()
    for index, piece in enumerate(pieces):
        form, lemma, pos, dep, head = (f"{piece}/0" if piece.endswith("/root") else piece).rsplit("/", 4)
        upos, *more = pos.split("+")
        feats, label = {}, None
        for name in more:
            if name in _LABEL:
                label = name
            else:
                feats |= _FEATS[name]
        form = form.replace("_", " ")
        joined = (upos == "PUNCT" and form not in _OPENING) or form in {"'s", "n't"} or text.endswith(_OPENING)
        if text and not joined:
            text, at = text + " ", at + 1
        head_at = index if head == "0" else int(head) - 1
        lemma = form.lower() if lemma == "=" else lemma
        words.append(Word(form, lemma, upos, feats, head_at, dep, at, at + len(form), label))
        text, at = text + form, at + len(form)
    return tree(words), text
