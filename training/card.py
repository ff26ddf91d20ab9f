"""The model card of a language, MODEL_CARD.md: a text in `training/cards/`, filled with scores and sources."""

from pathlib import Path

from training.scores import Scores
from training.sources import LICENCE, SOURCES

CARDS = Path(__file__).parent / "cards"


def card(language: str, scores: Scores) -> str:
    """The card of a language with its scores, see `training.scores.score`."""
    rows = [f"| {part} | {name} | {value:.3f} |" for part, values in scores.items() for name, value in values.items()]
    sources = [f"- {s['name']}: {s['license']}. {s['author']}. <{s['url']}>" for s in SOURCES[language]]
    return (
        (CARDS / f"{language}.md")
        .read_text(encoding="utf-8")
        .format(
            scores="\n".join(["| dev split | measure | score |", "|---|---|---|", *rows]),
            licence=LICENCE[language],
            sources="\n".join(sources),
        )
    )
