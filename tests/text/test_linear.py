"""Texts made to be slow: eight times the text may cost not much more than eight times the time."""

import time

import pytest

from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse
from tasks.text.normal import align, normal_form
from tasks.text.quotations import find_quotations
from tasks.text.segments import find_segments
from tasks.text.sentences import sentences

UNITS = [
    *(
        "a",
        "A ",
        ". ",
        ".",
        "!?",
        "»",
        "[1]",
        "«",
        "- ",
        " ",
        "\u00a0",
        "\n",
        "\n\n",
        "1. A\n",
        "- a\n",
        "(",
        "A/",
        "@",
    ),
    *("a@b.", "-A", "— ", "\u0301", "Ã¥", "\u00ad", "\r", "å", "AB, ", "Foto: ", "“", "\u200d", "U.N. "),
]
LARGE, TIMES = 1_000_000, 8
SLACK = 4  # a second look would cost eight times as much again; the machine's unrest does not
FLOOR = 0.05  # seconds, below which nothing is compared


def seconds(work, text):
    started = time.process_time()
    work(text)
    return time.process_time() - started


def shape(text):
    normal = normal_form(text).text
    list(sentences(normal, 0, len(normal), "nb"))
    find_segments(normal, "nb")


@pytest.mark.parametrize("unit", UNITS)
def test_normal_form_segments_and_sentences_take_linear_time(unit):
    text = unit * (LARGE // TIMES // 8 // len(unit))
    few = seconds(shape, text)
    many = seconds(shape, text * TIMES)
    assert many < max(FLOOR, few) * TIMES * SLACK


@pytest.mark.parametrize("unit", ["Oslo er en by. ", "Oslo er en stor by.\n\n", "«", "A. "])
def test_a_whole_document_takes_linear_time(unit):
    def whole(text):
        find_quotations(analyse(RawDocument("d", "s", "u", "", None, text)))

    text = unit * (12_000 // len(unit))
    few = seconds(whole, text)
    assert seconds(whole, text * TIMES) < max(FLOOR, few) * TIMES * SLACK


@pytest.mark.parametrize("unit", ["a", ".", "\u0301", " "])
def test_a_million_characters_are_no_trouble(unit):
    text = unit * (LARGE // len(unit))
    assert align(text, normal_form(text).text) is not None or unit == " "
    shape(text)
