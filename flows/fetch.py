"""One file over HTTP, from hosts that the user named and from nowhere else."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Collection
from urllib.parse import SplitResult, urljoin, urlsplit

from pydantic import BaseModel, ConfigDict, Field

from tasks.errors import InputError
from tasks.read.reject import printable, rejected
from tasks.settings import VERSION

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_GOOD = 200
_STEP = 65_536


class FetchLimits(BaseModel):
    """What fetching a source's feed and its pages may cost."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bytes: int = Field(default=10_000_000, ge=1)  # of one answer
    seconds: float = Field(default=30, gt=0)  # for one answer, with all redirects on the way
    pause: float = Field(default=1, ge=0)  # seconds between two pages, out of courtesy
    redirects: int = Field(default=3, ge=0)
    pages: int = Field(default=200, ge=0)  # full texts in one go; the rest comes with the next


def download(url: str, allowed_hosts: Collection[str], limits: FetchLimits) -> bytes:
    """What an address answers.

    Args:
        url: http or https.
        allowed_hosts: `host`, or `host:port` where the port is not that of the scheme. A host whose name leads to
            an address that is not public is refused, unless that address is itself among them.
        limits: size, time and redirects.

    Raises:
        InputError: the host is not allowed, or there is no good answer within the limits.
    """
    deadline = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        parts = _checked(url, allowed_hosts)
        connection = _connect(url, parts, allowed_hosts, deadline)
        try:
            answer = _ask(connection, parts)
            if answer.status in _REDIRECTS:
                url = urljoin(url, answer.getheader("Location") or "")
                continue
            if answer.status != _GOOD:
                found = f"{answer.status} {answer.reason}"
                raise _refused(url, "http_status", found, f"it answered {printable(found)}; see why in a browser")
            return _body(answer, connection, url, limits, deadline)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _no_answer(url, error) from None
        finally:
            connection.close()
    found = f"more than {limits.redirects} redirects"
    raise _refused(url, "redirects", found, f"it leads on through {found}; give the address at the end of them")


def _checked(url: str, allowed_hosts: Collection[str]) -> SplitResult:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _refused(url, "url", url, f"it is no address ({printable(str(error))}); correct it") from None
    if (
        parts.scheme not in _PORTS
        or not host
        or parts.username is not None
        or not url.isascii()
        or not url.isprintable()
    ):
        raise _refused(url, "url", url, "it is no plain http or https address; give one without a user name")
    name = f"[{host}]" if ":" in host else host
    named = name if port in {None, _PORTS[parts.scheme]} else f"{name}:{port}"
    if named not in {one.lower() for one in allowed_hosts}:
        reason = (
            f"the host {printable(named)} is not among 'allowed_hosts' in source.yaml; add it there if you trust it"
        )
        raise _refused(url, "host", named, reason)
    return parts


def _connect(
    url: str, parts: SplitResult, allowed_hosts: Collection[str], deadline: float
) -> http.client.HTTPConnection:
    """A connection to an address that was looked at first, so that the name cannot lead elsewhere a moment later."""
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    configured = {urlsplit(f"//{one}").hostname for one in allowed_hosts}
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise _no_answer(url, error) from None
    for address in found:
        if not ipaddress.ip_address(address.partition("%")[0]).is_global and address not in configured:
            reason = f"{printable(host)} leads to {address}, which is not public; add that to 'allowed_hosts' if meant"
            raise _refused(url, "private_address", address, reason)
    left = deadline - time.monotonic()
    try:
        plain = socket.create_connection((found[0], port), timeout=max(0.01, left))
        connection = http.client.HTTPConnection(host, port, timeout=max(0.01, left))
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        else:
            connection.sock = plain
    except (OSError, ValueError) as error:
        raise _no_answer(url, error) from None
    return connection


def _ask(connection: http.client.HTTPConnection, parts: SplitResult) -> http.client.HTTPResponse:
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    default = parts.port in {None, _PORTS[parts.scheme]}
    headers = {
        "Host": parts.netloc.rpartition(":")[0] if default and parts.port else parts.netloc,
        "User-Agent": f"Tidings/{VERSION}",
        "Accept-Encoding": "identity",  # what is not packed cannot burst
        "Connection": "close",
    }
    connection.request("GET", target, headers=headers)
    return connection.getresponse()


def _body(
    answer: http.client.HTTPResponse,
    connection: http.client.HTTPConnection,
    url: str,
    limits: FetchLimits,
    deadline: float,
) -> bytes:
    coding = answer.getheader("Content-Encoding", "identity")
    if coding.lower() != "identity":
        reason = f"it answers in {printable(coding)}, which was not asked for; save it by hand"
        raise _refused(url, "content_encoding", coding, reason)
    data = bytearray()
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            found = f"more than {limits.seconds} seconds"
            raise _refused(url, "too_slow", found, f"it took {found}; try again later, or allow more")
        if connection.sock is not None:
            connection.sock.settimeout(left)
        piece = answer.read1(_STEP)
        if not piece:
            break
        data += piece
        if len(data) > limits.bytes:
            found = f"more than {limits.bytes} bytes"
            raise _refused(url, "too_large", found, f"it has {found}; allow more, or leave it out")
    if answer.length:  # of what it said it would send
        raise _refused(url, "cut_off", f"{answer.length} bytes missing", "it was cut off on the way; try again")
    return bytes(data)


def _no_answer(url: str, error: Exception) -> InputError:
    cause = printable(str(error) or type(error).__name__, 100)
    return _refused(url, "no_answer", cause, f"it does not answer ({cause}); check the address and the network")


def _refused(url: str, check: str, found: str, reason: str) -> InputError:
    return rejected(url, check, found, reason)
