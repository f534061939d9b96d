"""The intake API: what other systems call with a channel token. Thin."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import File, Router
from ninja.files import UploadedFile

from chengyun.kernel import config

from . import intake
from .auth import ChannelTokenAuth, answer, expect, json_limit
from .doors.api import router as doors_router
from .imports.api import router as imports_router
from .models import ChannelToken
from .queries import ChannelRef
from .schemas import FileAccepted, IntakeBody, IntakeOut, IntakeStatus

router = Router(tags=["intake"])
reads = ChannelTokenAuth(ChannelToken.READ)


class _JsonWrites(ChannelTokenAuth):
    def __call__(self, request: HttpRequest) -> ChannelRef:
        channel = super().__call__(request)
        expect(request, "application/json", json_limit())
        return channel


class _FileWrites(ChannelTokenAuth):
    def __call__(self, request: HttpRequest) -> ChannelRef:
        channel = super().__call__(request)
        expect(request, "multipart/form-data", (config.current().upload_video_mb + 1) * 1024 * 1024)
        return channel


@router.post(
    "/intake/{channel}",
    auth=_JsonWrites(ChannelToken.WRITE),
    response={201: IntakeOut, 200: IntakeOut},
    summary="Hand in a request; sending it again is answered with 200 and makes no second case",
)
def post_request(request: HttpRequest, channel: str, body: IntakeBody):
    """201: a case was made. 200: the same request came before. 409: the external id came before with other content."""
    got = intake.receive(request.auth, body)  # type: ignore[attr-defined]
    told = {"number": got.number, "state": got.state, "received_at": intake.shown(got.received_at)}
    return answer(request, told, 201 if got.is_new else 200)


@router.post(
    "/intake/{channel}/files",
    auth=_FileWrites(ChannelToken.WRITE),
    response={201: FileAccepted},
    summary="Upload a file for a request that follows",
)
def post_file(request: HttpRequest, channel: str, file: UploadedFile = File(...)):  # noqa: B008
    row = intake.store_file(request.auth, file, file.name or "file")  # type: ignore[attr-defined]
    return answer(request, {"id": str(row.id), "name": row.name, "kind": row.kind, "size": row.size}, 201)


@router.get(
    "/intake/{channel}/{path:external_id}",
    auth=reads,
    response=IntakeStatus,
    summary="How a request stands, and the answer to it",
)
def get_status(request: HttpRequest, channel: str, external_id: str):
    return answer(request, intake.status(request.auth, external_id))  # type: ignore[attr-defined]


router.add_router("", imports_router)
router.add_router("", doors_router)
