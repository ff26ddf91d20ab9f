"""The cases of places and actors are well written: what the tests of the rooms read is what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.dates.edtf import parse_edtf
from tasks.safe_yaml import read_yaml
from tests.cases import Case, fits, near, read_cases

HERE = Path(__file__).parent
