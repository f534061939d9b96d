"""The test button of a way out: really asks the other side, and changes nothing there."""

from __future__ import annotations

from django.utils import timezone

from chengyun.kernel import outbound

from ..doors.connections import Connection
from ..doors.reading import BY_HAND, DROP, HTTP, SFTP
from ..doors.transports import Tested, TransportError, TransportOut, register_out, sftp
from ..doors.transports.drop import LocalPlace, RemotePlace
from . import connecting, reconciling, settings, transports

_REFUSED = (401, 403, 407)


def http(connection: Connection) -> Tested:
    """Their list of today when there is one, else whether anybody answers at the address."""
    way = connecting.way_of(connection)
    if way is None:
        return Tested(False, "这个渠道没有要回传的步骤，或方向不是“双向”。")
    if reconciling.can(way):
        try:
            found = reconciling.listed(way, timezone.localdate())
        except reconciling.NoList as error:
            return Tested(False, str(error))
        return Tested(True, f"连上了，对方今天的清单有 {len(found)} 件。", len(found))
    url = str(way.settings.get("url", "")).partition("{")[0]
    try:
        answer = outbound.send(outbound.Outgoing("GET", url, transports.credentials(way, "GET", url, b"")))
    except outbound.Unreachable as fault:
        return Tested(False, fault.words)
    if answer.status in _REFUSED:
        return Tested(False, f"连上了，但对方不认我方的凭据（{answer.status}）。")
    if answer.status >= 500:
        return Tested(False, f"对方出错（{answer.status}）。")
    return Tested(True, "连上了。没有设置对账地址，第一条回传才知道内容合不合要求。")


def drop(connection: Connection) -> Tested:
    way = connecting.way_of(connection)
    if way is None:
        return Tested(False, "这个渠道没有要回传的步骤，或方向不是“双向”。")
    try:
        return _written(LocalPlace(transports.folder_of(way)))
    except TransportError as error:
        return Tested(False, error.words)
    except OSError as error:
        return Tested(False, f"文件夹不能写：{error.strerror or type(error).__name__}。")


def carried(connection: Connection) -> Tested:
    try:
        with sftp.connect(connection.out, connection.secrets()) as client:
            return _written(RemotePlace(client, str(connection.out.get("folder") or ".")))
    except TransportError as error:
        return Tested(False, error.words)
    except OSError as error:
        return Tested(False, f"SFTP 上的文件夹不能写：{error.strerror or type(error).__name__}。")


def _written(place: LocalPlace | RemotePlace) -> Tested:
    mark = f".test-{timezone.now():%H%M%S%f}"
    place.write("", mark, b"")
    place.move(mark, "done", mark)
    return Tested(True, "文件夹可以写入。")


def by_hand(connection: Connection) -> Tested:
    return Tested(True, "要回传的内容列在“待回填”里，由人抄过去并填写回执。")


def register_all() -> None:
    register_out(TransportOut(HTTP, settings.check_http, http, settings.HTTP_SETTINGS))
    register_out(TransportOut(DROP, settings.check_drop, drop, settings.DROP_SETTINGS))
    register_out(TransportOut(SFTP, settings.check_sftp, carried, settings.SFTP_SETTINGS))
    register_out(TransportOut(BY_HAND, settings.check_by_hand, by_hand, ()))
