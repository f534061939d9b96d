"""They push: a signed message, or one with a token of the channel, to POST /api/v1/doors/{code}/events."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.kernel import signing
from chengyun.kernel.problems import Problem

from ...models import SeenNonce
from .. import taking
from ..connections import Connection
from . import Ran, Tested, TransportIn, documents, register_in
from .fields import Setting, checker, value

MOST = 200
"""Items of one message."""

SETTINGS = (
    Setting("tolerance_seconds", "允许的时间差（秒）", "Clock difference allowed (seconds)", "int", 300, least=30,
            most=3600),
    Setting("user", "SM2 用户标识", "SM2 user id", default=signing.SM2_USER, most=60),
    Setting("per_minute", "每分钟请求上限", "Requests a minute", "int", 600, least=1, most=100_000),
    Setting("crs", "坐标系", "Coordinates", "choice", "wgs84", choices={
        "wgs84": ("WGS-84", "WGS-84"), "cgcs2000": ("CGCS2000", "CGCS2000"), "gcj02": ("GCJ-02", "GCJ-02"),
        "bd09": ("BD-09", "BD-09")}),
)  # fmt: skip

check = checker(SETTINGS)


def verify(connection: Connection, headers: Mapping[str, str], method: str, path: str, body: bytes) -> None:
    """Raise BadSignature unless the message is the other side's, of now, and has not come before."""
    secrets = connection.secrets()
    key = secrets.get("their_key" if connection.scheme == signing.SM2 else "key", "")
    if not key:
        raise signing.BadSignature("这个渠道还没有设置验签密钥。")
    tolerance = timedelta(seconds=int(value(SETTINGS, connection.into, "tolerance_seconds")))
    signing.verify(
        connection.scheme, key, headers, method=method, path=path, body=body, now=timezone.now(),
        tolerance=tolerance, user=str(value(SETTINGS, connection.into, "user")),
    )  # fmt: skip
    try:
        with transaction.atomic():
            SeenNonce.objects.create(connection_id=connection.id, nonce=signing.nonce_of(headers))
    except IntegrityError:
        raise signing.BadSignature(f"{signing.NONCE} 已经用过，请每次换一个。") from None


def receive(connection: Connection, body: bytes, content_type: str) -> tuple[list[taking.Taken], Ran]:
    """What became of each item of a message. Problem 422 when it cannot be read."""
    kind = "xml" if "xml" in content_type else "json"
    try:
        items = documents.items(body, kind, connection.door.items)
    except documents.DocumentError as error:
        raise Problem(422, "invalid", "提交的内容有误", error.words) from None
    if len(items) > MOST:
        raise Problem(422, "invalid", "提交的内容有误", f"一次最多 {MOST} 件，这里有 {len(items)} 件。")
    return taking.take_each(connection, items, "push")


def test(connection: Connection) -> Tested:
    """Whether a message of the other side could be checked; nothing is sent, they come to us."""
    if connection.scheme:
        secrets = connection.secrets()
        private = connection.scheme != signing.SM2
        words = signing.fault_of_key(
            connection.scheme, secrets.get("key" if private else "their_key", ""), private=private
        )
        return Tested(not words, words or f"可以验签（{connection.scheme}）。请对方发一条测试消息。")
    return Tested(True, "没有设置签名，对方凭渠道令牌推送。请对方发一条测试消息。")


register_in(TransportIn("push", check, None, test, SETTINGS))
