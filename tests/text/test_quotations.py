import pytest

from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse
from tasks.text.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("– Vi venter, sier han.", [("–", "Vi venter, sier han.")]),
        ("- Vi venter, sier han. Så gikk han.", [("-", "Vi venter, sier han.")]),
        ("—Vi venter, sier han. – Lenge, sier hun.", [("—", "Vi venter, sier han."), ("–", "Lenge, sier hun.")]),
        ("Han sa «nei» og gikk.", [("«", "nei")]),
        ("Han sa «nei» og hun sa «ja».", [("«", "nei"), ("«", "ja")]),
        ("He said “no” and “yes”.", [("“", "no"), ("“", "yes")]),
        ('He said "no" and "yes".', [('"', "no"), ('"', "yes")]),
        ("Er sagte „nein“ und ging.", [("„", "nein")]),
        ("Han sagde »nej« og gik.", [("»", "nej")]),
        ("Han sade ”nej” och gick.", [("”", "nej")]),
        ("“We left. They stayed.", [("“", "We left. They stayed.")]),
        ("He said “no and left.", []),
        ("Det er ikke noe å si, sier han.", []),
        ("Byen – den største – falt.", []),
        ('Røret er 6" langt, og 8" bredt.', []),
        ("«»", []),
    ],
)
def test_quotations(text, quoted):
    document = analyse(RawDocument("d", "s", "s/d.txt", "", None, text + "\n\nSlutt på saken her."))
    found = [(q.mark, document.text[q.start : q.end]) for q in find_quotations(document)]
    assert found == [("dash" if mark in "–—-" else mark, piece) for mark, piece in quoted]
