"""Who calls the intake: a channel token, and what may come in a body."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from chengyun.kernel import config, ratelimit
from chengyun.kernel.problems import Problem

from . import queries, tokens
from .queries import ChannelRef

JSON_LIMIT = 8 * 1024 * 1024


class ChannelTokenAuth:
    """Authorization: Bearer <channel token>; the channel in the address must be the token's own.

    In this order: 401 (no or wrong token), 404 (no such channel), 403 (another channel's token, or one that may
    not do this), 429, 413 and 415. The last two are told before anything of the body is read.
    """

    def __init__(self, scope: str):
        self.scope = scope
        self.openapi_security_schema = {"type": "http", "scheme": "bearer", "description": "渠道令牌"}

    def __call__(self, request: HttpRequest) -> ChannelRef:
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        token = tokens.recognise(secret.strip()) if scheme.lower() == "bearer" else None
        if token is None:
            raise Problem(
                401, "unauthenticated", "渠道令牌无效",
                "请在 Authorization 头里填写 Bearer 加渠道令牌；令牌可能已过期或被撤销。",
                headers={"WWW-Authenticate": 'Bearer realm="intake"'},
            )  # fmt: skip
        channel = self._channel(request, token)
        limit = channel.rate_per_minute or config.current().rate_intake
        request.allowance = ratelimit.take(f"intake-{token.id}", limit)  # type: ignore[attr-defined]
        return channel

    def _channel(self, request: HttpRequest, token: tokens.TokenRef) -> ChannelRef:
        match = request.resolver_match
        code = str(match.kwargs.get("channel", "")) if match is not None else ""
        channel = queries.channel(code)
        if channel is None or not channel.open_today:
            raise Problem(404, "no_such_channel", "没有这个渠道", f"没有“{code[:40]}”这个渠道，或它已停用。")
        if channel.id != token.channel_id:
            raise Problem(403, "forbidden", "令牌不属于这个渠道", f"这个令牌不能用于“{channel.name}”。")
        if self.scope not in token.scopes:
            raise Problem(403, "forbidden", "令牌没有这项权限", f"需要权限 {self.scope}。", permission=self.scope)
        return channel


def expect(request: HttpRequest, content_type: str, limit: int) -> None:
    if request.content_type != content_type:
        raise Problem(415, "unsupported_media_type", "格式不对", f"请用 Content-Type: {content_type} 发送。")
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    if length > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> Problem:
    detail = f"一次最多 {limit // 1024 // 1024} MB；较大的文件请先用 …/files 上传，再填写它的 id。"
    return Problem(413, "too_large", "内容太大", detail)


def json_limit() -> int:
    allowed = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return JSON_LIMIT if allowed is None else min(JSON_LIMIT, allowed)


def expect_body(request: HttpRequest) -> None:
    """JSON or XML of a size that may be read."""
    kind = "application/xml" if "xml" in (request.content_type or "") else "application/json"
    expect(request, "text/xml" if request.content_type == "text/xml" else kind, json_limit())


def answer(request: HttpRequest, body: Any, status: int = 200) -> HttpResponse:
    headers = request.allowance.headers  # type: ignore[attr-defined]
    return HttpResponse(
        orjson.dumps(body), status=status, content_type="application/json; charset=utf-8", headers=headers
    )
