"""Fetching feeds, from a real server on this machine."""

import http.server
import json
import socket
import threading
import time

import pytest

from flows import fetch as fetching
from flows.feeds import Fetched, fetch, fetch_source, main
from flows.fetch import FetchLimits, download
from tasks.errors import InputError, UsageError
from tasks.read.folder import read_inputs

LIMITS = FetchLimits(seconds=2, pause=0, bytes=100_000)
ONE = "Tre personer ble såret da en granat traff sykehuset i byen sent i går kveld, sier politiet."
PAGE = f"<html><head><meta charset=utf-8></head><body><article><p>{ONE}</p><p>{ONE} Igjen.</p></article></body></html>"


def feed(*items):
    return f"<rss version='2.0'><channel><title>Avisa</title>{''.join(items)}</channel></rss>"


def item(number, base="", text="Kort."):
    return (
        f"<item><guid>nr-{number}</guid><link>{base}/{number}</link><pubDate>Mon, 03 Oct 2016 23:30:00 GMT</pubDate>"
        f"<title>Sak {number}</title><description>{text}</description></item>"
    )


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        answer = self.server.answers.get(self.path, (404, {}, b""))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as one:
        one.answers, one.asked, one.daemon_threads = {}, [], True
        one.host = f"127.0.0.1:{one.server_port}"
        one.base = f"http://{one.host}"
        thread = threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield one
        one.shutdown()


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "avisa"
    path.mkdir()
    return path


def serve(server, path, body, status=200, **headers):
    server.answers[path] = (status, headers, body if isinstance(body, bytes) else body.encode())


def refused(url, hosts, limits=LIMITS):
    with pytest.raises(InputError) as caught:
        download(url, hosts, limits)
    assert str(caught.value).isprintable()
    return caught.value.check


def test_entries_become_lines_that_a_run_reads(server, folder):
    serve(server, "/rss", feed(item(1, server.base), item(2, server.base)))
    found = fetch(f"{server.base}/rss", [server.host], folder, LIMITS)
    assert (found.new, found.changed, found.refused) == (2, 0, ())
    documents = list(read_inputs([folder.parent], 100_000))
    assert [(d.doc_id, d.title, d.text, d.published, d.source) for d in documents] == [
        ("nr-1", "Sak 1", "Kort.", "2016-10-03", "avisa"), ("nr-2", "Sak 2", "Kort.", "2016-10-03", "avisa"),
    ]  # fmt: skip
    assert server.asked == ["/rss"]


def test_an_entry_stays_when_the_feed_has_moved_on_and_follows_when_it_changes(server, folder):
    for items, counts in (
        ([item(1), item(2)], (2, 0)), ([item(2), item(3)], (1, 0)), ([item(2)], (0, 0)),
        ([item(2, text="Ny.")], (0, 1)),
    ):  # fmt: skip
        serve(server, "/rss", feed(*items))
        found = fetch(f"{server.base}/rss", [server.host], folder, LIMITS)
        assert (found.new, found.changed) == counts
    assert [(d.doc_id, d.text, d.uri[-2:]) for d in read_inputs([folder], 100_000)] == [
        ("nr-1", "Kort.", ":1"), ("nr-2", "Ny.", ":2"), ("nr-3", "Kort.", ":3"),
    ]  # fmt: skip


def test_full_texts_come_from_allowed_hosts_only_and_once(server, folder):
    items = [item(1, server.base), item(2, "http://other.example"), item(3, server.base), item(4, "file:///etc")]
    serve(server, "/rss", feed(*items))
    serve(server, "/1", PAGE)
    found = fetch(f"{server.base}/rss", [server.host], folder, LIMITS, full_texts=True)
    assert [error.check for error in found.refused] == ["host", "http_status", "url"]
    documents = list(read_inputs([folder], 100_000))
    assert [ONE in d.text for d in documents] == [True, False, False, False]
    assert [d.published for d in documents] == ["2016-10-03"] * 4
    serve(server, "/3", PAGE)
    found = fetch(f"{server.base}/rss", [server.host], folder, LIMITS, full_texts=True)
    assert (found.new, found.changed, [error.check for error in found.refused]) == (0, 1, ["host", "url"])
    assert server.asked == ["/rss", "/1", "/3", "/rss", "/3"]


def test_no_more_pages_than_allowed(server, folder):
    serve(server, "/rss", feed(*(item(n, server.base) for n in range(5))))
    for n in range(5):
        serve(server, f"/{n}", PAGE)
    limits = LIMITS.model_copy(update={"pages": 2})
    assert fetch(f"{server.base}/rss", [server.host], folder, limits, full_texts=True).new == 5
    assert server.asked == ["/rss", "/0", "/1"]
    assert fetch(f"{server.base}/rss", [server.host], folder, limits, full_texts=True).changed == 2


@pytest.mark.parametrize("body", ["<html></html>", "<rss", "<!DOCTYPE a [<!ENTITY b 'c'>]><rss version='2.0'/>"])
def test_what_is_no_feed_leaves_the_folder_as_it_was(server, folder, body):
    serve(server, "/rss", body)
    with pytest.raises(InputError):
        fetch(f"{server.base}/rss", [server.host], folder, LIMITS)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("hosts", "check"),
    [
        ([], "host"),
        (["other.example"], "host"),
        (["127.0.0.1"], "host"),  # another port than the scheme's has to be named
        (["127.0.0.1:1"], "host"),
        (["localhost"], "host"),
    ],
)
def test_a_host_that_nobody_named_is_not_asked(server, hosts, check):
    assert refused(f"{server.base}/rss", hosts) == check
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/", "http:///x", "http://u@a.example/", "http://a.example:x/", "http://[/",
     "x", "http://a.example\n/", "gopher://127.0.0.1/", "http://å.example/"],
)  # fmt: skip
def test_addresses_that_are_none(url):
    assert refused(url, ["a.example", "127.0.0.1", "å.example"]) == "url"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "0.0.0.0", "100.64.0.1",  # noqa: S104 - an address to refuse
     "::ffff:127.0.0.1"],
)  # fmt: skip
def test_a_public_name_that_leads_home_is_refused(monkeypatch, address):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    answer = [(family, socket.SOCK_STREAM, 6, "", (address, 80))]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: answer)
    monkeypatch.setattr(fetching.socket, "create_connection", None)
    assert refused("http://news.example/rss", ["news.example"]) == "private_address"


def test_all_addresses_of_a_name_are_looked_at(monkeypatch):
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.215.14", "127.0.0.1")]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: answer)
    monkeypatch.setattr(fetching.socket, "create_connection", None)
    assert refused("http://news.example/rss", ["news.example"]) == "private_address"


def test_a_name_may_lead_home_where_that_is_named(server, monkeypatch):
    serve(server, "/rss", "x")
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: answer)
    url = f"http://intranet.example:{server.server_port}/rss"
    assert download(url, [f"intranet.example:{server.server_port}", "127.0.0.1"], LIMITS) == b"x"


def test_redirects(server):
    serve(server, "/here", "", 302, Location="/there")
    serve(server, "/there", "x")
    assert download(f"{server.base}/here", [server.host], LIMITS) == b"x"
    for target, check in (
        ("http://other.example/", "host"), ("http://127.0.0.1:1/", "host"), ("file:///etc/passwd", "url"),
        ("//other.example/x", "host"), ("/loop", "redirects"), ("http://169.254.169.254/latest", "host"),
    ):  # fmt: skip
        serve(server, "/loop", "", 301, Location=target)
        assert refused(f"{server.base}/loop", [server.host]) == check


def drip(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def silent(handler):
    time.sleep(1.5)


def nonsense(handler):
    handler.wfile.write(b"\xff\xfe nonsense\r\n\r\n")


def endless_headers(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n" + b"X: y\r\n" * 5000)


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(10_000):
            handler.wfile.write(b"x" * 10_000)
    except OSError:
        pass


@pytest.mark.parametrize(
    ("answer", "check"),
    [
        (drip, "too_slow"),
        (silent, "no_answer"),
        (nonsense, "no_answer"),
        (endless_headers, "no_answer"),
        (endless, "too_large"),
        ((200, {}, b"x" * 100_001), "too_large"),
        ((200, {"Content-Length": "1000"}, b"x"), "cut_off"),
        ((200, {"Content-Encoding": "gzip"}, b"x"), "content_encoding"),
        ((404, {}, b""), "http_status"),
        ((500, {}, b""), "http_status"),
        ((204, {}, b""), "http_status"),
    ],
)
def test_bad_answers(server, answer, check):
    server.answers["/x"] = answer
    started = time.monotonic()
    assert refused(f"{server.base}/x", [server.host], LIMITS.model_copy(update={"seconds": 0.5})) in {
        check,
        "no_answer",
    }
    assert time.monotonic() - started < 1.5


def test_nobody_listens():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        assert refused(f"http://127.0.0.1:{port}/", [f"127.0.0.1:{port}"]) == "no_answer"


def test_what_source_yaml_names_is_fetched(server, folder, capsys):
    serve(server, "/a", feed(item(1, server.base)))
    serve(server, "/1", PAGE)
    feeds = [{"url": f"{server.base}/a", "allowed_hosts": [server.host], "full_texts": True},
             {"url": f"{server.base}/gone", "allowed_hosts": [server.host]}]  # fmt: skip
    (folder / "source.yaml").write_text(json.dumps({"feeds": feeds, "time_zone": "Europe/Oslo", "language": "nb"}))
    good, bad = fetch_source(folder, LIMITS)
    assert isinstance(good, Fetched)
    assert bad.check == "http_status"
    (document,) = read_inputs([folder], 100_000)
    assert (document.published, document.language, ONE in document.text) == ("2016-10-04", "nb", True)
    assert main(str(folder)) == 3
    assert "0 new, 0 changed" in capsys.readouterr().out


def test_folders_without_feeds(folder, capsys):
    with pytest.raises(UsageError, match="names no feed"):
        fetch_source(folder, LIMITS)
    with pytest.raises(UsageError, match="no such folder"):
        fetch_source(folder / "none", LIMITS)
    assert main(str(folder)) == 2
    (folder / "source.yaml").write_text("feed: x")
    assert main(str(folder)) == 1
    assert "the key 'feed' is not known" in capsys.readouterr().err


def test_a_file_changed_by_hand_is_left_alone(server, folder):
    serve(server, "/rss", feed(item(1)))
    file = fetch(f"{server.base}/rss", [server.host], folder, LIMITS).file
    file.write_text("my notes\n")
    with pytest.raises(UsageError, match="changed by hand"):
        fetch(f"{server.base}/rss", [server.host], folder, LIMITS)
    assert file.read_text() == "my notes\n"
