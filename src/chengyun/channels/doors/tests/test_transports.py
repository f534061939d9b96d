"""Pull, folders, SFTP and copying by hand, against real other sides on this machine."""

from __future__ import annotations

import io
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import Workbook

from chengyun.cases.models import Case
from chengyun.channels.doors import connections, services
from chengyun.channels.doors.transports import copied, documents, drop, pull, sftp
from chengyun.channels.models import DoorConnection, InboundItem
from chengyun.kernel import config, signing
from chengyun.kernel.problems import Problem

from .conftest import again, order
from .test_taking import CLERK


@pytest.fixture
def outward(monkeypatch):
    """This machine may be called."""
    monkeypatch.setenv("CHENGYUN_OUTBOUND_NETWORKS", "127.0.0.0/8")
    config.current.cache_clear()


@contextmanager
def serving(answer):
    """An HTTP server whose answer to (path, query, headers) is (status, document)."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            status, document = answer(self.path, query, self.headers)
            body = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.django_db
@pytest.mark.parametrize("paging", ["page", "cursor"])
def test_pages_are_read_signed_from_where_we_stopped(hotline, outward, paging):
    orders = [{**order(f"RX-{n}"), "updated": f"2026-03-0{n} 08:00:00"} for n in range(1, 6)]
    asked = []

    def answer(path, query, headers):
        from django.utils import timezone

        signing.verify("hmac-sm3", "k" * 20, headers, method="GET", path=path, body=b"", now=timezone.now())
        asked.append(query)
        start = int(query.get("cursor") or (int(query.get("page", 1)) - 1) * 2)
        found = [one for one in orders if one["updated"] >= query.get("since", "")][start : start + 2]
        if query.get("cursor") == "5":
            found = []
        return 200, {"code": 0, "data": {"orders": found, "next": str(min(start + 2, 5))}}

    with serving(answer) as url:
        settings = {
            "url": f"{url}/list?from=qu",
            "paging": paging,
            "size": 2,
            "since_path": "updated",
            "ok_path": "code",
        }
        door = again(transport_in="pull", settings_in=settings, scheme="hmac-sm3", secrets={"key": "k" * 20})
        tested = pull.test(door)
        assert tested.ok
        assert tested.items == 2
        assert tested.first["phone"] != "13800000001"
        assert Case.objects.count() == 0
        ran = pull.run(door)
        assert (ran.new, ran.pages) == (5, 3 if paging == "page" else 4)
        mark = DoorConnection.objects.get().watermark
        assert mark["since"].startswith("2026-03-05")
        orders.append({**order("RX-6"), "updated": "2026-03-06 08:00:00"})
        asked.clear()
        assert pull.run(door).new == (1 if paging == "page" else 0)
        assert asked[0]["since"] == "2026-03-05 07:50:00"


@pytest.mark.django_db
def test_what_the_other_side_refuses_is_told_in_words(hotline, outward):
    for status, document, words in (
        (503, {}, "503"), (200, {"code": 7, "msg": "令牌过期"}, "令牌过期"), (200, {"code": 0}, "找不到清单"),
    ):  # fmt: skip
        with serving(lambda *_, s=status, d=document: (s, d)) as url:
            door = again(transport_in="pull", settings_in={"url": url, "ok_path": "code"})
            tested = pull.test(door)
            assert not tested.ok
            assert words in tested.words


def sheet(rows):
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.django_db
def test_a_file_is_taken_once_when_it_is_whole_and_laid_aside_with_a_report(hotline, tmp_path):
    door = again(transport_in="drop", settings_in={})
    folder = drop.folder_of(door, {})
    folder.mkdir(parents=True)
    one = "<orderNo>X-1</orderNo><appealType>投诉</appealType><content>路灯不亮</content>"
    xml = f"<data><orders><order>{one}</order></orders></data>"
    header = ["orderNo", "appealType", "appealClass", "content", "citizen.phone"]
    files = {
        "a.json": json.dumps({"data": {"orders": [order("J-1"), order("J-2", appealClass="没有的")]}}).encode(),
        "b.csv": "orderNo,appealType,content\nC-1,投诉,占道\nC-2,咨询,问路\n".encode("gb18030"),
        "c.xml": xml.encode(), "d.xlsx": sheet([header, ["S-1", "投诉", "施工噪声", "噪声", "13800000001"]]),
        "e.json": b"{broken", "f.csv.part": b"orderNo,content\nP-1,x",
    }  # fmt: skip
    for name, content in files.items():
        (folder / name).write_bytes(content)
    assert drop.run(door).total == 0
    (folder / "b.csv").write_bytes(files["b.csv"] + "C-3,投诉,噪声\n".encode("gb18030"))
    ran = drop.run(door)
    assert (ran.new, ran.held, len(ran.notes)) == (3, 1, 1)
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["b.csv", "f.csv.part"]
    assert drop.run(door).new == 3
    [report] = (folder / "done").glob("*a.json.report.csv")
    told = report.read_text("utf-8-sig")
    assert "J-1,已立件" in told
    assert "待人工处理" in told
    assert "13800000001" not in told
    assert "JSON" in next((folder / "failed").glob("*e.json.report.csv")).read_text("utf-8-sig")
    assert Case.objects.filter(channel="hotline_12345").count() == 6
    with pytest.raises(drop.TransportError):
        drop.folder_of(door, {"folder": "../../etc"})


@contextmanager
def sftp_server(root):
    """paramiko's own server side over a folder: (port, fingerprint)."""
    import os
    import socket

    import paramiko

    class Doorman(paramiko.ServerInterface):
        def check_auth_password(self, username, password):
            good = (username, password) == ("city", "p" * 12)
            return paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED

        def check_channel_request(self, kind, chanid):
            return paramiko.OPEN_SUCCEEDED

        def get_allowed_auths(self, username):
            return "password"

    class Files(paramiko.SFTPServerInterface):
        def _at(self, path):
            return str(root / path.lstrip("/"))

        def list_folder(self, path):
            found = []
            for name in os.listdir(self._at(path)):
                found.append(paramiko.SFTPAttributes.from_stat(os.stat(os.path.join(self._at(path), name)), name))
            return found

        def stat(self, path):
            return paramiko.SFTPAttributes.from_stat(os.stat(self._at(path)))

        def open(self, path, flags, attr):
            mode = "wb" if flags & os.O_WRONLY else "rb"
            handle = paramiko.SFTPHandle(flags)
            file = open(self._at(path), mode)  # noqa: SIM115
            handle.readfile = handle.writefile = file
            return handle

        def mkdir(self, path, attr):
            os.makedirs(self._at(path), exist_ok=True)
            return paramiko.SFTP_OK

        def remove(self, path):
            return paramiko.SFTP_NO_SUCH_FILE if not os.path.exists(self._at(path)) else os.remove(self._at(path)) or 0

        def rename(self, old, new):
            os.rename(self._at(old), self._at(new))
            return paramiko.SFTP_OK

        posix_rename = rename

    key = paramiko.ECDSAKey.generate()
    listener = socket.create_server(("127.0.0.1", 0))
    transports = []

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            transport = paramiko.Transport(connection)
            transports.append(transport)
            transport.add_server_key(key)
            transport.set_subsystem_handler("sftp", paramiko.SFTPServer, Files)
            try:
                transport.start_server(server=Doorman())
            except (paramiko.SSHException, EOFError, OSError):  # they left: a key they do not know
                continue

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listener.getsockname()[1], sftp.fingerprint(key)
    finally:
        listener.close()
        for transport in transports:
            transport.close()


@pytest.mark.django_db
def test_files_come_over_sftp_from_the_server_that_was_agreed_and_no_other(hotline, outward, tmp_path):
    root = tmp_path / "theirs"
    root.mkdir()
    (root / "one.json").write_text(json.dumps({"data": {"orders": [order("F-1")]}}))
    with sftp_server(root) as (port, finger):
        settings = {"host": "127.0.0.1", "port": port, "username": "city", "folder": "."}
        told = drop.test_sftp(again(transport_in="sftp", settings_in=settings, secrets={"password": "p" * 12}))
        assert finger in told.words
        assert not drop.test_sftp(again(settings_in={**settings, "host_key": "SHA256:other"})).ok
        good = {**settings, "host_key": finger}
        assert "密码" in drop.test_sftp(again(settings_in=good, secrets={"password": "wrong"})).words
        door = again(settings_in=good, secrets={"password": "p" * 12})
        assert drop.test_sftp(door).ok
        drop.run_sftp(door)
        assert drop.run_sftp(door).new == 1
        assert drop.run_sftp(door).total == 0
    assert not (root / "one.json").exists()
    assert list((root / "done").glob("*one.json"))
    assert list((root / "done").glob("*one.json.report.csv"))


def test_documents_of_every_kind_are_read_and_hostile_ones_refused():
    assert documents.items(b'{"data": [{"a": 1}]}', "", "data") == [{"a": 1}]
    assert documents.items("编号,内容\n1,甲".encode(), "", "", "x.csv") == [{"编号": "1", "内容": "甲"}]
    assert documents.items(b"<l><i><a>1</a></i><i><a>2</a></i></l>", "xml", "l") == [{"a": "1"}, {"a": "2"}]
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    for content, kind in ((b"[" * 50 + b"]" * 50, "json"), (bomb, "xml"), (b"<a>", "xml"), (b"PK\x03\x04x", "xlsx")):
        with pytest.raises(documents.DocumentError):
            documents.items(content, kind, "")


def test_a_copied_message_or_table_is_understood_by_the_doors_own_words():
    door = connections.declared("leaders_board")
    message = "【留言ID】 9001\n留言标题：路灯不亮\n留言内容：背街小巷路灯不亮，\n夜间出行不便。\n网友昵称：演示网友"
    [one] = copied.items(door, message)
    assert (one["留言ID"], one["留言内容"]) == ("9001", "背街小巷路灯不亮，\n夜间出行不便。")
    rows = copied.items(door, "编号\t标题\t正文\n9002\t积水\t路面积水\n9003\t噪声\t夜间噪声")
    assert [(row["留言ID"], row["留言内容"]) for row in rows] == [("9002", "路面积水"), ("9003", "夜间噪声")]
    assert copied.items(door, '{"留言ID": "9004", "留言内容": "x"}')[0]["留言ID"] == "9004"
    with pytest.raises(Problem):
        copied.items(door, "编号\t正文\n" + "\n".join(f"{n}\tx" for n in range(60)))


@pytest.mark.django_db
def test_what_is_copied_by_hand_is_previewed_corrected_and_registered_with_its_own_number(hotline):
    again(transport_in="by_hand")
    text = "工单编号：H-1\n诉求类型：投诉\n诉求类别：没有这个\n诉求内容：夜间施工\n联系电话：13800000001"
    seen = services.by_hand("hotline_12345", text, {}, False)["items"][0]
    assert seen["errors"][0]["field"] == "category"
    assert Case.objects.count() == InboundItem.objects.count() == 0
    made = services.by_hand("hotline_12345", text, {"category": "施工噪声"}, True)["items"][0]
    assert (made["became"], Case.objects.get(external_id="H-1").number) == ("created", made["number"])
    assert services.by_hand("hotline_12345", text, {"category": "施工噪声"}, True)["items"][0]["became"] == "known"
    assert services.again(CLERK, "hotline_12345") == {"new": 0, "changed": 0, "held": 0}
