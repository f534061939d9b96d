"""The intake API: what other systems call with a channel token. Thin."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import File, Router
from ninja.files import UploadedFile

from chengyun.kernel import config
from chengyun.kernel.problems import Problem

from . import intake, queries, ratelimit, tokens
from .imports.api import router as imports_router
from .models import ChannelToken
from .queries import ChannelRef
from .schemas import FileAccepted, IntakeBody, IntakeOut, IntakeStatus

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


router = Router(tags=["intake"])
reads = ChannelTokenAuth(ChannelToken.READ)


def _expect(request: HttpRequest, content_type: str, limit: int) -> None:
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


def _json_limit() -> int:
    allowed = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return JSON_LIMIT if allowed is None else min(JSON_LIMIT, allowed)


class _JsonWrites(ChannelTokenAuth):
    def __call__(self, request: HttpRequest) -> ChannelRef:
        channel = super().__call__(request)
        _expect(request, "application/json", _json_limit())
        return channel


class _FileWrites(ChannelTokenAuth):
    def __call__(self, request: HttpRequest) -> ChannelRef:
        channel = super().__call__(request)
        _expect(request, "multipart/form-data", (config.current().upload_video_mb + 1) * 1024 * 1024)
        return channel


def _answer(request: HttpRequest, body: Any, status: int = 200) -> HttpResponse:
    headers = request.allowance.headers  # type: ignore[attr-defined]
    return HttpResponse(
        orjson.dumps(body), status=status, content_type="application/json; charset=utf-8", headers=headers
    )


@router.post(
    "/intake/{channel}",
    auth=_JsonWrites(ChannelToken.WRITE),
    response={201: IntakeOut, 200: IntakeOut},
    summary="Hand in a request; sending it again is answered with 200 and makes no second case",
)
def post_request(request: HttpRequest, channel: str, body: IntakeBody):
    """201: a case was made. 200: the same request came before. 409: the external id came before with other content."""
    got = intake.receive(request.auth, body)  # type: ignore[attr-defined]
    answer = {"number": got.number, "state": got.state, "received_at": intake.shown(got.received_at)}
    return _answer(request, answer, 201 if got.is_new else 200)


@router.post(
    "/intake/{channel}/files",
    auth=_FileWrites(ChannelToken.WRITE),
    response={201: FileAccepted},
    summary="Upload a file for a request that follows",
)
def post_file(request: HttpRequest, channel: str, file: UploadedFile = File(...)):  # noqa: B008
    row = intake.store_file(request.auth, file, file.name or "file")  # type: ignore[attr-defined]
    return _answer(request, {"id": str(row.id), "name": row.name, "kind": row.kind, "size": row.size}, 201)


@router.get(
    "/intake/{channel}/{path:external_id}",
    auth=reads,
    response=IntakeStatus,
    summary="How a request stands, and the answer to it",
)
def get_status(request: HttpRequest, channel: str, external_id: str):
    return _answer(request, intake.status(request.auth, external_id))  # type: ignore[attr-defined]


router.add_router("", imports_router)
