import pytest

from tasks.read.raw import RawDocument
from tasks.text.analyse import analyse
from tasks.text.datelines import dateline_place

DATELINES = [
    ("WASHINGTON — The president said no.", "WASHINGTON —", "WASHINGTON", ()),
    ("DHAKA, BANGLADESH — -Police fired.", "DHAKA, BANGLADESH —", "DHAKA, BANGLADESH", ()),
    ("WASHINGTON, D.C. — For years he was held.", "WASHINGTON, D.C. —", "WASHINGTON, D.C", ()),
    ("PENTAGON/WASHINGTON — -The general urged.", "PENTAGON/WASHINGTON —", "PENTAGON", ()),
    ("HO CHI MINH CITY — Vietnam is puzzling.", "HO CHI MINH CITY —", "HO CHI MINH CITY", ()),
    ("BEIRUT (AP) — Shells fell.", "BEIRUT (AP) —", "BEIRUT", ("AP",)),
    ("KABUL, Afghanistan (AP) — Shells fell.", "KABUL, Afghanistan (AP) —", "KABUL, Afghanistan", ("AP",)),
    ("LONDON, Jan. 5 (Reuters) - Shares fell.", "LONDON, Jan. 5 (Reuters)", "LONDON", ("Reuters",)),
    ("BEIRUT (Reuters) - Shells fell.", "BEIRUT (Reuters)", "BEIRUT", ("Reuters",)),
    ("Oslo (NTB): Regjeringen sier nei.", "Oslo (NTB):", "Oslo", ("NTB",)),
    ("Oslo (NTB) Regjeringen sier nei.", "Oslo (NTB)", "Oslo", ("NTB",)),
    ("KAIRO (©NTB): Regjeringen sier nei.", "KAIRO (©NTB):", "KAIRO", ("NTB",)),
    ("MOSKVA/OSLO (NTB-AFP): Russland sier nei.", "MOSKVA/OSLO (NTB-AFP):", "MOSKVA", ("NTB", "AFP")),
    ("Beirut, 3. mai (Reuters): Syria sier nei.", "Beirut, 3. mai (Reuters):", "Beirut", ("Reuters",)),
    ("New York (NTB-Reuters): FN sier nei.", "New York (NTB-Reuters):", "New York", ("NTB", "Reuters")),
    ("ALEPPO (Syria): Byen falt.", "ALEPPO (Syria):", "ALEPPO", ()),
    ("AFP, ALEPPO, Syria\n\nThe city fell.", "AFP, ALEPPO, Syria", "ALEPPO, Syria", ("AFP",)),
    ("GAZIANTEP, Turkey\n\nThe city fell.", "GAZIANTEP, Turkey", "GAZIANTEP, Turkey", ()),
    ("MOSKVA/OSLO (NTB)\n\nByen falt.", "MOSKVA/OSLO (NTB)", "MOSKVA", ("NTB",)),
    ("Seven Killed in Attack -SEOUL — -Japan has confirmed it.", "SEOUL —", "SEOUL", ()),
]
NONE = [
    "The UN — long silent — spoke.",
    "Møtet (onsdag): Ingen kom.",
    "EU - og resten av verden - sier nei.",
    "WARNING: The road is closed.",
    "Norsk Telegrambyrå (NTB) melder at byen falt.",
    "Putin: Vi venter.",
    "FN (De forente nasjoner) sier nei.",
]


@pytest.mark.parametrize(("text", "dateline", "place", "agencies"), DATELINES)
def test_a_dateline_and_its_place(text, dateline, place, agencies):
    document = analyse(RawDocument("d", "s", "s/d.txt", "", "2016-11", text))
    assert [document.text[s.start : s.end] for s in document.segments if s.kind == "dateline"] == [dateline]
    found = dateline_place(document)
    assert found is not None
    assert found[0] == place == document.text[found[1] : found[2]]
    assert document.agencies == agencies


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text):
    document = analyse(RawDocument("d", "s", "s/d.txt", "", "2016-11", text))
    assert [s.kind for s in document.segments] == ["paragraph"]
    assert dateline_place(document) is None
