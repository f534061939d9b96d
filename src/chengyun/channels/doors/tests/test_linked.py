"""Files that an item points to become part of its case; what does not come is said on the case."""

from __future__ import annotations

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone

from chengyun.cases.models import Case, CaseFile, CaseText, Event
from chengyun.channels.doors import linked, taking
from chengyun.channels.models import LinkedFile
from chengyun.kernel import config
from chengyun.kernel.tests.test_files import picture

from .conftest import again, order

pytestmark = pytest.mark.django_db
TOKEN = "their-token-of-sixteen"


@pytest.fixture
def shelf(monkeypatch):
    """A server of files that asks for the token of the door, and the paths that were asked."""
    monkeypatch.setenv("CHENGYUN_OUTBOUND_NETWORKS", "127.0.0.0/8")
    config.current.cache_clear()
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            rightly = self.headers["Authorization"] == f"Bearer {TOKEN}"
            status = 401 if not rightly else 503 if "busy" in self.path else 200 if "photo" in self.path else 404
            body = b"<html>" if "page" in self.path else picture(size=(12, 9))
            self.send_response(status)
            self.send_header("Content-Type", "image/jpeg")
            self.send_header("Content-Disposition", "attachment; filename*=UTF-8''%E7%8E%B0%E5%9C%BA.jpg")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def later():
    LinkedFile.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))


def test_pictures_that_an_order_points_to_are_fetched_once_and_lie_on_the_case(hotline, shelf):
    url, asked = shelf
    door = again(transport_in="pull", settings_in={"url": f"{url}/list"}, secrets={"token": TOKEN})
    item = order(attachments=[f"{url}/photo/1?sign=secret", "/photo/2"])
    assert [taken.became for taken in taking.take_each(door, [item, item], "pull")[0]] == ["created", "known"]
    assert linked.fetch_due() == 2
    assert linked.fetch_due() == 0
    case = Case.objects.get(external_id="RX-1")
    assert [row.file.name for row in CaseFile.objects.filter(case=case)] == ["现场.jpg", "现场.jpg"]
    assert asked == ["/photo/1?sign=secret", "/photo/2"]
    assert "来源附件" in CaseText.objects.get(case=case).text
    assert not any(b"secret" in bytes(row.sealed) for row in LinkedFile.objects.all())


def test_what_does_not_come_is_tried_again_and_in_the_end_said_on_the_case(hotline, shelf):
    url, asked = shelf
    door = again(transport_in="pull", settings_in={"url": f"{url}/list"}, secrets={"token": TOKEN})
    files = [{"url": f"{url}/busy"}, {"url": f"{url}/photo-page"}, {"url": "http://10.0.0.9/inside.jpg"}]
    taking.take_all(door, [order(attachments=files)], "pull")
    for _ in range(linked.ATTEMPTS + 1):
        linked.fetch_due()
        later()
    assert asked.count("/busy") == linked.ATTEMPTS
    assert asked.count("/photo-page") == 1  # not a picture, whatever it says
    assert set(LinkedFile.objects.values_list("state", flat=True)) == {LinkedFile.GIVEN_UP}
    notes = [event.payload["text"] for event in Event.objects.filter(case__external_id="RX-1", action="note")]
    assert [sum(words in note for note in notes) for words in ("/busy（对方回答 503", "/photo-page（", "10.0.0.9")] == [
        1
    ] * 3
    assert not CaseFile.objects.exists()
