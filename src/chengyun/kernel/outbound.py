"""The one careful way out over HTTP. Knows neither Django nor the platform.

The name is resolved once, every address it has is looked at, and the connection goes to an address that was looked at:
a name that points elsewhere a moment later (DNS rebinding) changes nothing. Addresses inside the house (loopback,
private, link-local, …) only where the setting `outbound_networks` names them. No redirects, no proxy from the
environment, one deadline for everything, a limit on what is read.
"""

from __future__ import annotations

import http.client
import ipaddress
import random
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urlsplit

from . import config

READ_AT_MOST = 2048
"""Bytes kept of an answer, unless the caller asks for more: enough to tell a person what the other side said."""
CONNECT_SECONDS = 5.0
AGENT = "chengyun"

ADDRESS, FORBIDDEN, NO_NAME, UNREACHABLE, TLS, TIMEOUT, BROKEN = (
    "address", "forbidden", "no_name", "unreachable", "tls", "timeout", "broken",
)  # fmt: skip
FAULTS = {
    ADDRESS: (
        "网址不对，要写 http:// 或 https:// 开头的完整网址",
        "Not a full address that begins with http:// or https://",
    ),
    FORBIDDEN: (
        "这个地址在内网，没有列入允许外呼的网段，请管理员在 CHENGYUN_OUTBOUND_NETWORKS 中登记",
        "An address inside the network that is not allowed; the administrator lists it in CHENGYUN_OUTBOUND_NETWORKS",
    ),
    NO_NAME: ("找不到这个域名", "The host name is not known"),
    UNREACHABLE: ("连不上对方", "The other side cannot be reached"),
    TLS: ("对方的证书不可信或已过期", "The other side's certificate is not trusted or has expired"),
    TIMEOUT: ("对方没有在时限内回答", "The other side did not answer in time"),
    BROKEN: ("对方中断了连接，或回答不是 HTTP", "The other side broke off, or its answer is not HTTP"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`timeout`: seconds for everything together. `largest`: bytes kept of the answer, what follows is not read."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    timeout: float = 10.0
    largest: int = READ_AT_MOST


@dataclass(frozen=True, slots=True)
class Answer:
    """`retry_after`: seconds for which the other side asked to be left alone. `whole`: nothing was cut off."""

    status: int
    body: bytes
    ms: int
    headers: Mapping[str, str] = field(default_factory=dict)
    retry_after: float | None = None
    whole: bool = True

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def text(self) -> str:
        """What can be read and kept of the answer."""
        return "".join(ch for ch in self.body.decode("utf-8", "replace") if ch.isprintable() or ch in "\n\t")


class Unreachable(Exception):
    """No answer. `sent` says whether the other side may have got it all the same."""

    def __init__(self, code: str, detail: str = "", *, sent: bool = False, ms: int = 0):
        super().__init__(f"{FAULTS[code][0]}{f'（{detail}）' if detail else ''}。")
        self.code = code
        self.detail = detail
        self.sent = sent
        self.ms = ms

    @property
    def words(self) -> str:
        return str(self)


def send(outgoing: Outgoing) -> Answer:
    """The other side's answer, whatever its status. Raises Unreachable."""
    began = time.monotonic()
    parts = address_of(outgoing.url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    ends = began + outgoing.timeout
    found = _checked(host, port, outgoing.timeout)
    exchange = _Exchange(outgoing, parts, _connected(found, port, ends))
    watch = threading.Timer(max(0.05, ends - time.monotonic()), exchange.cut)
    watch.daemon = True
    watch.start()
    try:
        answer = exchange.run()
        if exchange.late:
            raise TimeoutError
        return replace(answer, ms=_ms(began))
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = exchange.late or isinstance(error, TimeoutError)
        untrusted = isinstance(error, ssl.SSLError) and not exchange.sent
        code = TIMEOUT if late else TLS if untrusted else BROKEN
        raise Unreachable(code, sent=exchange.sent, ms=_ms(began)) from error
    finally:
        watch.cancel()
        exchange.close()


def _ms(began: float) -> int:
    return round((time.monotonic() - began) * 1000)


def address_of(url: str) -> SplitResult:
    """The parts of an address that may be called. Raises Unreachable; looks up nothing."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        raise Unreachable(ADDRESS) from None
    if not fits or parts.username or parts.password or not url.isascii() or not url.isprintable() or " " in url:
        raise Unreachable(ADDRESS)
    return parts


def refusal(url: str) -> Unreachable | None:
    """Why this address would be refused as it stands, for a form; names are not looked up."""
    try:
        _allowed(ipaddress.ip_address(address_of(url).hostname or ""))
    except Unreachable as fault:
        return fault
    except ValueError:
        return None
    return None


# --- back-off ---------------------------------------------------------------------------------------------------------
FIRST, LONGEST, LONGEST_ASKED = timedelta(seconds=15), timedelta(hours=1), timedelta(hours=6)


def wait_before(
    attempt: int, retry_after: float | None = None, *, chance: Callable[[], float] = random.random
) -> timedelta:
    """How long to wait after the attempt with this number (1, 2, …) failed: 15 s doubled each time, an hour at most,
    a fifth up or down so that many do not come at once. Never earlier than the other side asked, within six hours."""
    steps = max(0, min(attempt, 30) - 1)
    wait = min(LONGEST, FIRST * 2**steps) * (0.8 + 0.4 * chance())
    if retry_after is not None and retry_after > 0:
        wait = max(wait, min(LONGEST_ASKED, timedelta(seconds=min(retry_after, 1e6))) * (1 + 0.1 * chance()))
    return wait


# --- the address ------------------------------------------------------------------------------------------------------
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def addresses(host: str, port: int, seconds: float = CONNECT_SECONDS) -> list[str]:
    """The addresses of a host that another protocol than HTTP may call. Raises Unreachable."""
    return _checked(host, port, seconds)


def _checked(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host, all of them permitted."""
    try:
        found: Sequence[str] = [str(ipaddress.ip_address(host))]
    except ValueError:
        found = _looked_up(host, port, min(CONNECT_SECONDS, seconds))
    for text in found:
        _allowed(ipaddress.ip_address(text.partition("%")[0]))
    return list(found)


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """Asked in a thread, because a resolver takes its time and cannot be told to hurry."""
    found: list[str] = []

    def ask() -> None:
        with suppress(OSError, UnicodeError):
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(row[4][0]) for row in rows))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        raise Unreachable(NO_NAME)
    return list(found)


def _allowed(address: Address) -> None:
    if isinstance(address, ipaddress.IPv6Address):
        through = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
        address = address.ipv4_mapped or address.sixtofour or through or address
    if address.is_global and not address.is_multicast:
        return
    if address.is_unspecified or address.is_multicast:
        raise Unreachable(FORBIDDEN)
    networks = (ipaddress.ip_network(text, strict=False) for text in config.current().outbound_networks)
    if not any(address.version == network.version and address in network for network in networks):
        raise Unreachable(FORBIDDEN)


def _connected(found: Sequence[str], port: int, ends: float) -> socket.socket:
    late = False
    for address in found[:4]:
        left = ends - time.monotonic()
        if left <= 0:
            late = True
            break
        try:
            plain = socket.create_connection((address, port), timeout=min(CONNECT_SECONDS, left))
        except TimeoutError:
            late = True
            continue
        except OSError:
            continue
        plain.settimeout(max(0.05, ends - time.monotonic()))
        return plain
    raise Unreachable(TIMEOUT if late else UNREACHABLE)


# --- the exchange -----------------------------------------------------------------------------------------------------
class _Exchange:
    def __init__(self, outgoing: Outgoing, parts: SplitResult, plain: socket.socket):
        self.outgoing, self.parts, self.wire = outgoing, parts, plain
        self.sent = self.late = False

    def cut(self) -> None:
        """The deadline: whoever waits on this socket is woken."""
        self.late = True
        with suppress(OSError):
            socket.socket.shutdown(self.wire, socket.SHUT_RDWR)

    def close(self) -> None:
        self.wire.close()

    def run(self) -> Answer:
        host, largest = self.parts.hostname or "", self.outgoing.largest
        if self.parts.scheme == "https":
            self.wire = wire = _context().wrap_socket(
                self.wire, server_hostname=host, do_handshake_on_connect=False
            )  # first the name, so that the deadline reaches it
            wire.do_handshake()
        connection = http.client.HTTPConnection(host)
        connection.sock = self.wire
        try:
            self._ask(connection)
            answer = connection.getresponse()
            body = answer.read(largest + 1) if largest else b""
        finally:
            connection.close()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        retry = _retry_after(headers.get("retry-after", ""))
        return Answer(answer.status, body[:largest], 0, headers, retry, len(body) <= largest)

    def _ask(self, connection: http.client.HTTPConnection) -> None:
        target = (self.parts.path or "/") + (f"?{self.parts.query}" if self.parts.query else "")
        own = {"Host": self.parts.netloc, "Accept-Encoding": "identity", "Connection": "close"}
        headers = {"User-Agent": AGENT, **self.outgoing.headers, **own}
        body = self.outgoing.body
        if body or self.outgoing.method not in ("GET", "HEAD", "DELETE"):
            headers["Content-Length"] = str(len(body))
        connection.putrequest(self.outgoing.method, target, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        self.sent = True
        connection.endheaders(body or None)


def _context() -> ssl.SSLContext:
    given = config.current().outbound_ca
    return ssl.create_default_context(cafile=given or None)


def _retry_after(text: str) -> float | None:
    """Seconds of a Retry-After header: a number, or a moment (RFC 9110)."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:7])
    with suppress(ValueError, TypeError, IndexError):
        moment = parsedate_to_datetime(text)
        return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    return None
