"""`tidings dates` on streams: as long, as broken and as short as they come."""

import json
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.date_lines import date_rows
from tasks.errors import InputError
from tasks.settings import REFERENCE, ROOT

MAIN = "from flows.cli import main; main()"
# Not getrusage: its figure starts at what the parent held when it started the process.
MEASURED = """
import sys
from flows.cli import main
try:
    main()
finally:
    print(*(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")), file=sys.stderr)
"""
ARGUMENTS = ["dates", "--published", "2016-11-04", "--language", "en"]


def command(code=MAIN):
    return [sys.executable, "-c", code, *ARGUMENTS]


def dates(data, code=MAIN):
    return subprocess.run(command(code), input=data, capture_output=True, cwd=ROOT, check=False)


def rows(data, language="en", published="2016-11-04"):
    return list(date_rows(BytesIO(data), language, published, REFERENCE))


def many(lines):
    """Lines that are all different, so that whatever is kept of each is kept as often."""
    texts = (f"Word{n} {n} men met {n % 900} days ago, on 22 September {1000 + n % 1000}." for n in range(lines))
    return "\n".join(texts).encode()


def kilobytes(lines):
    done = dates(many(lines), MEASURED)
    assert done.returncode == 0
    assert done.stdout.count(b"\n") == lines
    return int(done.stderr)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the most that a process held")
def test_memory_does_not_grow_with_the_lines():
    few, more = kilobytes(2_000), kilobytes(20_000)
    # One kept line of 60 characters and its 2 answers would be 18 MB.
    assert more - few < 5_000


def test_bad_lines_are_told_and_the_rest_goes_on():
    data = b"on Monday\n\xff\xfe\n" + b"9 " * 5_000_000 + b"\nno date\na\0b\r\n2016-11-01"
    done = dates(data)
    assert done.returncode == 3
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a and [e["value"] for e in a] for a in answers] == [["2016-10-31"], None, None, [], None, ["2016-11-01"]]
    errors = done.stderr.decode().splitlines()
    assert [line.partition(": ")[2].partition(": ")[0] for line in errors] == ["<stdin>:2", "<stdin>:3", "<stdin>:5"]
    for error, said in zip(errors, ["0xff at offset 0 is no UTF-8", "10000000 bytes", "NUL"], strict=True):
        assert error.startswith("tidings: ")
        assert said in error


def test_each_line_is_answered_as_it_comes():
    with subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        for day in (1, 2, 3):
            process.stdin.write(f"2016-11-0{day}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())[0]["value"] == f"2016-11-0{day}"
        process.stdin.close()
        assert process.wait(30) == 0


def test_a_broken_pipe_ends_quietly(tmp_path):
    (tmp_path / "lines").write_bytes(b"on Monday\n" * 50_000)
    with (
        (tmp_path / "lines").open("rb") as lines,
        subprocess.Popen(command(), stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process,
    ):
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait(30)


LINES = [
    ("\ufeffon Monday ", "en", [(3, 9, "2016-10-31")]),
    ("on\u00a0Nov\u00adember\u200b 2, 2016", "en", [(3, 21, "2016-11-02")]),
    ("Drept på lørdag, nå", "nb", [(9, 15, "2016-10-29")]),
]


@pytest.mark.parametrize(("line", "language", "expected"), LINES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_count_in_the_line_as_it_came(line, language, expected, form):
    line = unicodedata.normalize(form, line)
    [found] = rows(line.encode(), language)
    text = line.removeprefix("\ufeff")
    assert all(text[e["start"] : e["end"]] == e["text"] for e in found)
    assert [e["value"] for e in found] == [value for *_, value in expected]
    if form == "NFC":
        assert [(e["start"], e["end"]) for e in found] == [(start, end) for start, end, _ in expected]


@settings(deadline=None)
@given(
    st.lists(st.binary(max_size=40) | st.text(max_size=40).map(str.encode), max_size=5), st.sampled_from(["\n", "\r\n"])
)
def test_any_bytes_give_one_answer_a_line(parts, line_end):
    data = line_end.encode().join(parts)
    found = rows(data)
    assert len(found) == data.count(b"\n") + (data[-1:] not in (b"", b"\n"))
    for number, one in enumerate(found, start=1):
        if isinstance(one, InputError):
            assert one.uri == f"<stdin>:{number}"
