"""What goes wrong on coded documents, sorted into kinds that can be told without reading them.

    python benchmarks/misses.py FOLDER... [--texts DIR] [--models DIR] [--show N]

FOLDERs hold `<stem>.txt` and `<stem>.yaml`; `--texts` names a folder of the texts where they stand apart. A mention
meets a coding if their triggers overlap, or else if both stand in one sentence with one type; parties, places, dates
and figures are compared where they meet. Optional codings count neither way. Documents that the models were trained on
flatter them: it is the order of the kinds that tells, not their size. `--show` prints N cases of each kind, spread over
the documents.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tasks.dates.edtf import bounds  # noqa: E402 - the project is not installed for benchmarks
from tasks.events.draft import Draft, Scene  # noqa: E402
from tasks.events.find import read_scene  # noqa: E402
from tasks.events.mention import Mention  # noqa: E402
from tasks.events.merge import merge  # noqa: E402
from tasks.events.reading import Reading  # noqa: E402
from tasks.events.settle import settle  # noqa: E402
from tasks.events.triggers import TAKEN  # noqa: E402
from tasks.events.when import by_document  # noqa: E402
from tasks.settings import MODELS  # noqa: E402
from training.events.coded import CodedDocument, CodedMention, read_coded  # noqa: E402

PARTS = (
    "missed mention", "false mention", "type", "actor", "recipient", "claimant", "casualties", "date", "place",
    "polarity", "modality",
)  # fmt: skip
ROLES = {"actor": "actors", "recipient": "recipients", "claimant": "claimants"}
_SHORT = 3  # letters of a word that does not tell two names apart


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that is not as coded: of which part, of what kind, and where it stands."""

    part: str
    kind: str
    stem: str
    case: str


@dataclass(frozen=True, slots=True)
class Read:
    """A coded document as it is read now."""

    coded: CodedDocument
    scene: Scene
    mentions: Sequence[Mention]

    def near(self, start: int, end: int) -> str:
        """The sentence around some offsets, with these in double brackets."""
        text = self.coded.document.text
        inside = (one for one in self.coded.document.sentences if one.start <= start < one.end)
        around = next(((one.start, one.end) for one in inside), (max(0, start - 60), end + 60))
        return " ".join(f"{text[around[0] : start]}[[{text[start:end]}]]{text[end : around[1]]}".split())


def read(coded: CodedDocument, models: Path = MODELS) -> Read:
    """A coded document as the whole room of events reads it."""
    scene = read_scene(coded.document, coded.times, parsed=coded.parsed, models=models)
    return Read(coded, scene, settle(scene))


def misses_of(found: Read) -> Iterator[Miss]:
    """All that is not as coded in a document."""
    pairs, missed, false = matched(found.coded.mentions, found.mentions)
    stem = found.coded.stem
    for one in missed:
        yield Miss("missed mention", _why_missed(found, one), stem, found.near(one.start, one.end))
    met = [one for one, _ in pairs]
    for mention in false:
        kind = _why_false(found.scene.drafts[found.mentions.index(mention)], met)
        yield Miss("false mention", kind, stem, found.near(mention.trigger_start, mention.trigger_end))
    for one, mention in pairs:
        if not one.optional:
            yield from _wrong(found, one, mention)


def matched(
    coded: Sequence[CodedMention], mentions: Sequence[Mention]
) -> tuple[list[tuple[CodedMention, Mention]], list[CodedMention], list[Mention]]:
    """Codings with the mentions that meet them; codings that none meets, optional ones left out; and other mentions."""
    left, pairs, rest = list(mentions), [], []
    for one in coded:
        hit = next((own for own in left if own.trigger_start < one.end and one.start < own.trigger_end), None)
        if hit is None:
            rest.append(one)
            continue
        left.remove(hit)
        pairs.append((one, hit))
    missed = []
    for one in rest:
        same = (own for own in left if own.sentence_start <= one.start < own.sentence_end)
        hit = next((own for own in same if own.event_type == one.fields["type"]), None)
        if hit is not None:
            left.remove(hit)
            pairs.append((one, hit))
        elif not one.optional:
            missed.append(one)
    return pairs, missed, left


def _why_missed(found: Read, one: CodedMention) -> str:
    """What became of the trigger of a coding that no mention meets."""
    reading = next((own for own in found.scene.readings if own.text.start <= one.start < own.text.end), None)
    if reading is None:
        return "no sentence (heading, too long, another language)"
    tokens = reading.text.tokens
    touched = [
        seen for seen in reading.sightings
        if tokens[seen.trigger.first].start < one.end and one.start < tokens[seen.trigger.last - 1].end
    ]  # fmt: skip
    if not touched:
        return "no entry" if len(reading.parsed.tree) else "no entry, and none in the sentence"
    seen = next((own for own in touched if own.taken), touched[0])
    if not seen.taken:
        return f"entry refused: {seen.verdict}" + ("" if len(reading.parsed.tree) else ", sentence not parsed")
    first = seen.trigger.first
    if any(first in {other.first for other in others} for _, others in reading.triggers):
        return "joined with another trigger"
    if any(first == main.first for main, _ in reading.triggers):
        return "weak, or its mention meets another coding"
    return "below the threshold" if first in _counted(reading) else "joined, or content of a demand"


def _counted(reading: Reading) -> set[int]:
    """The first tokens of the triggers that are mentions by the rules."""
    return {
        main.first for main, _ in merge([own.trigger for own in reading.sightings if own.taken], reading.text.tokens)
    }


def _why_false(draft: Draft, met: Sequence[CodedMention]) -> str:
    """What can be said of a mention that meets no coding: the first kind that it is of."""
    reading, mention = draft.reading, draft.mention
    beside = [one for one in met if reading.text.start <= one.start < reading.text.end]
    verdict = next((one.verdict for one in reading.sightings if one.trigger.first == draft.trigger.first), TAKEN)
    kinds = {
        "beside a coded mention of its type": any(one.fields["type"] == mention.event_type for one in beside),
        f"the rules refuse it: {verdict}": verdict != TAKEN,
        "a definite noun": draft.points_back,
        "beside a coded mention of another type": bool(beside),
        "planned or possible": mention.modality != "actual",
        "nobody takes part": not any(one.role != "claimant" for one in mention.participants),
        "in a quotation": reading.quoted,
    }
    return next((kind for kind, holds in kinds.items() if holds), "a sentence of its own")


def _wrong(found: Read, one: CodedMention, mention: Mention) -> Iterator[Miss]:
    """What is wrong with a mention that meets a coding."""
    where = found.near(mention.trigger_start, mention.trigger_end)
    stem, fields = found.coded.stem, one.fields

    def miss(part: str, kind: str, coded: object = "", told: object = "") -> Miss:
        return Miss(part, kind, stem, f"{where} coded: {coded}; found: {told}")

    if fields["type"] != mention.event_type:
        yield miss("type", f"{fields['type']} read as {mention.event_type}")
    for name, usual in (("polarity", "positive"), ("modality", "actual")):
        coded, told = fields.get(name, usual), getattr(mention, name)
        if coded != told:
            yield miss(name, f"{coded} read as {told}")
    if fields.get("date") and bounds(str(fields["date"])) != (mention.date_start, mention.date_end):
        yield miss("date", _why_date(found, mention, str(fields["date"])), fields["date"], mention.event_date)
    kind = _why_place(found, mention, _listed(fields.get("place")))
    if kind:
        yield miss("place", kind, fields.get("place"), mention.place_text)
    for role, name in ROLES.items():
        for kind, text in party_misses(
            found, mention, role, {own: _listed(fields.get(key)) for own, key in ROLES.items()}
        ):
            yield miss(role, kind, fields.get(name), text)
    yield from (miss("casualties", kind, figure) for kind, figure in _why_figures(found, one, mention))


def _why_date(found: Read, mention: Mention, coded: str) -> str:
    """Where the coded date stands, and where the one that was found came from."""
    days, document = bounds(coded), found.coded.document
    usual = by_document(document.published)
    told = [one for one in found.coded.times if (one.date_start, one.date_end) == days]
    if days == (usual.date_start, usual.date_end):
        source = "nothing said"
    elif any(mention.sentence_start <= one.start < mention.sentence_end for one in told):
        source = "in the sentence"
    elif told:
        source = "in another sentence"
    else:
        source = "open" if None in days else "worked out"
    return f"coded {source}, found by {mention.date_basis or 'nothing'}"


def _why_place(found: Read, mention: Mention, coded: Sequence[str]) -> str | None:
    if not coded or any(alike(one, mention.place_text or "") for one in coded):
        return "given where none is coded" if mention.place_text and not coded else None
    own = found.coded.document.text[mention.sentence_start : mention.sentence_end].casefold()
    where = "the sentence" if any(one.casefold() in own for one in coded) else "another sentence"
    return f"coded in {where}, {'another' if mention.place_text else 'none'} given"


def party_misses(found: Read, mention: Mention, role: str, coded: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The parties of a role that are missed, or false, each with why and its text."""
    left = [one.text for one in mention.participants if one.role == role]
    others = [one.text for one in mention.participants if one.role != role]
    sentence = found.coded.document.text[mention.sentence_start : mention.sentence_end].casefold()
    missed = []
    for text in coded[role]:
        hit = next((own for own in left if alike(own, text)), None)
        if hit is None:
            missed.append(text)
        else:
            left.remove(hit)
    for text in missed:
        if any(alike(own, text) for own in others):
            yield "missed: given another role", text
        elif text.casefold() in sentence:
            yield f"missed: in the sentence, {'another' if left else 'none'} given", text
        else:
            yield "missed: named in another sentence", text
    for text in left[len(missed) :]:
        turned = any(alike(own, text) for other, texts in coded.items() if other != role for own in texts)
        yield "false: coded in another role" if turned else "false: not coded", text


def _why_figures(found: Read, one: CodedMention, mention: Mention) -> Iterator[tuple[str, object]]:
    coded = Counter((own["kind"], own.get("low"), own.get("high")) for own in one.fields.get("casualties") or [])
    told = Counter((own.kind, own.low, own.high) for own in mention.casualties)
    others = {
        (own.kind, own.low, own.high)
        for other in found.mentions if other is not mention and other.sentence_start == mention.sentence_start
        for own in other.casualties
    }  # fmt: skip
    extra = (told - coded).copy()
    for figure in (coded - told).elements():
        same = next((own for own in extra if own[0] == figure[0] and extra[own]), None)
        if figure in others:
            yield "missed: given to another mention of the sentence", figure
        elif same is not None:
            extra[same] -= 1
            yield "another figure of the kind", figure
        else:
            yield "missed: none of the kind", figure
    yield from (("false: none of the kind coded", figure) for figure in extra.elements())


def alike(one: str, other: str) -> bool:
    """Whether two phrases name the same: one holds the other, or they share half of their longer words."""
    one, other = one.casefold(), other.casefold()
    if not one or not other:
        return False
    words = [{word.strip(".,’'") for word in text.split() if len(word) > _SHORT} for text in (one, other)]
    return one in other or other in one or len(words[0] & words[1]) * 2 >= min(map(len, words)) > 0


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()
    found: dict[str, dict[str, list[Miss]]] = defaultdict(lambda: defaultdict(list))
    asked: Counter[str] = Counter()
    for folder in options.folders:
        for coded in read_coded(folder, texts=options.texts):
            one = read(coded, options.models)
            asked.update(documents=1, coded=sum(not own.optional for own in coded.mentions), found=len(one.mentions))
            for miss in misses_of(one):
                found[miss.part][miss.kind].append(miss)
    print(", ".join(f"{name} {number}" for name, number in asked.items()))
    for part in sorted(found, key=PARTS.index):
        kinds = found[part]
        print(f"\n{part}: {sum(map(len, kinds.values()))}")
        for kind, every in sorted(kinds.items(), key=lambda own: (-len(own[1]), own[0])):
            print(f"{len(every):6} {kind}")
            step = max(1, len(every) // options.show) if options.show else 1
            print(*(f"         {own.stem}: {own.case}" for own in every[::step][: options.show]), sep="\n", end="")
            print("\n" if options.show else "", end="")


if __name__ == "__main__":
    main()
