"""The way out goes where it was told, to nobody inside the house that is not listed, and never waits for ever."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from chengyun.kernel import config, outbound
from chengyun.kernel.outbound import Outgoing, Unreachable


class _Other(BaseHTTPRequestHandler):
    got: list = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.got.append((self.path, dict(self.headers), body))
        self.send_response(503)
        self.send_header("Retry-After", "7")
        self.end_headers()
        self.wfile.write(b"x" * 5000)

    def do_GET(self):
        self.send_response(302)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def other():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Other)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    _Other.got.clear()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def inside(monkeypatch):
    monkeypatch.setenv("CHENGYUN_OUTBOUND_NETWORKS", "127.0.0.1")
    config.current.cache_clear()
    yield
    monkeypatch.undo()
    config.current.cache_clear()


def test_an_answer_is_kept_in_part_with_its_status_and_the_pause_it_asks_for(other, inside):
    answer = outbound.send(Outgoing("POST", f"http://127.0.0.1:{other}/in?a=1", {"X-Mark": "1"}, b"{}"))
    assert (answer.status, len(answer.body), answer.whole, answer.retry_after) == (503, 2048, False, 7.0)
    path, headers, body = _Other.got[0]
    assert (path, headers["X-Mark"], headers["Host"], body) == ("/in?a=1", "1", f"127.0.0.1:{other}", b"{}")


def test_redirects_are_not_followed(other, inside):
    assert outbound.send(Outgoing("GET", f"http://127.0.0.1:{other}/")).status == 302


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/", "http://localhost:1/", "http://10.1.2.3/", "http://169.254.169.254/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://0.0.0.0/", "http://[fe80::1]/",
    ],
)  # fmt: skip
def test_addresses_inside_the_house_are_refused_unless_listed(url):
    with pytest.raises(Unreachable) as refused:
        outbound.send(Outgoing("GET", url))
    assert refused.value.code == outbound.FORBIDDEN
    assert "CHENGYUN_OUTBOUND_NETWORKS" in refused.value.words


@pytest.mark.parametrize(
    "url",
    ["", "ftp://a/b", "file:///etc/passwd", "http://", "http://u:p@a/", "http://a:x/", "//a", "http://a/\r\nX: 1"],
)
def test_only_whole_web_addresses_are_called(url):
    with pytest.raises(Unreachable) as refused:
        outbound.send(Outgoing("GET", url))
    assert refused.value.code == outbound.ADDRESS


def test_a_name_is_resolved_once_and_the_connection_goes_where_was_looked(monkeypatch):
    asked = []

    def resolve(host, port, **more):
        asked.append(host)
        return [(0, 0, 0, "", ("93.184.215.14" if len(asked) == 1 else "127.0.0.1", port))]

    called = []

    def connect(address, timeout):
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(Unreachable) as refused:
        outbound.send(Outgoing("GET", "http://rebinding.example/"))
    assert (refused.value.code, asked, called) == (
        outbound.UNREACHABLE, ["rebinding.example"], [("93.184.215.14", 80)]
    )  # fmt: skip


def test_a_peer_that_sends_a_byte_now_and_then_holds_nobody_up(inside):
    listening = socket.create_server(("127.0.0.1", 0))

    def drip():
        peer, _ = listening.accept()
        try:
            for _ in range(100):
                peer.sendall(b"H")
                time.sleep(0.02)
        except OSError:
            pass

    threading.Thread(target=drip, daemon=True).start()
    with pytest.raises(Unreachable) as late:
        outbound.send(Outgoing("GET", f"http://127.0.0.1:{listening.getsockname()[1]}/", timeout=0.2))
    assert (late.value.code, late.value.sent) == (outbound.TIMEOUT, True)


def test_pauses_grow_to_an_hour_and_are_never_shorter_than_asked():
    def middle():
        return 0.5

    pauses = [outbound.wait_before(n, chance=middle).total_seconds() for n in (1, 2, 3, 9, 40)]
    assert pauses == [15, 30, 60, 3600, 3600]
    assert outbound.wait_before(1, 120, chance=middle).total_seconds() >= 120
    assert outbound.wait_before(1, 1e9).total_seconds() <= 6.7 * 3600
