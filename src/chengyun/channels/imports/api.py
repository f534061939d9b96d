"""Imports over HTTP. Thin."""

from __future__ import annotations

import io
import uuid
from typing import Any, Literal

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import ConfigDict, Field

from chengyun.kernel.downloads import download
from chengyun.kernel.given import Json
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.auth import session_or_token

from ..models import Channel, ImportBatch, ImportMapping
from ..permissions import IMPORT
from . import mapping, reports, services

router = Router(auth=session_or_token, tags=["imports"])
_KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Counts(Schema):
    total: int
    done: int
    created: int
    unchanged: int
    failed: int


class FileImportOut(Schema):
    model_config = ConfigDict(extra="allow")
    id: str
    channel: dict[str, str]
    file_name: str
    columns: list[str]
    state: str
    state_name: str
    message: str
    counts: Counts


class ImportReceived(FileImportOut):
    """`fields_known`: the fields that columns can be mapped to, with their names."""

    sample: list[dict[str, str]]
    suggested: dict[str, Any]
    mappings: list[dict[str, Any]]
    fields_known: dict[str, str]


class MappingIn(Schema):
    model_config = ConfigDict(extra="forbid")
    fields: dict[str, Json] = Field(max_length=100)
    options: Json = {}
    save_as: str = Field("", max_length=80, pattern=r"^[^\x00]*$")


class FileImportPreview(Schema):
    checked: int
    failed: int
    total: int
    rows: list[dict[str, Any]]


class SavedMapping(Schema):
    id: int
    channel: str
    name: str
    fields: dict[str, Any]
    options: dict[str, Any]


def _need(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    actor.require(IMPORT)
    return actor


def _send(body: Any, status: int = 200) -> HttpResponse:
    return HttpResponse(orjson.dumps(body), status=status, content_type="application/json; charset=utf-8")


@router.post("/imports", response={201: ImportReceived}, summary="Upload a file of requests")
def post_import(
    request: HttpRequest,
    channel: Form[str],
    file: UploadedFile = File(...),  # noqa: B008
):
    actor = _need(request)
    door = Channel.objects.filter(code=channel[:40].replace("\x00", ""), is_active=True).first()
    if door is None:
        message = f"没有“{channel[:40]}”这个渠道。"
        raise Problem(422, "invalid", "渠道不对", message, errors=[{"field": "channel", "message": message}])
    batch, sample = services.receive(door, file, file.name or "file", actor, services.upload_limit())
    answer = {
        **reports.shown(batch), "sample": sample, "suggested": services.suggestion(batch),
        "mappings": reports.mappings(door.code), "fields_known": mapping.FIELDS,
    }  # fmt: skip
    return _send(answer, 201)


@router.get("/imports", response=list[FileImportOut], summary="The newest imports")
def get_imports(request: HttpRequest, limit: int = Query(50, ge=1, le=200)):
    _need(request)
    return _send(reports.newest(limit))


@router.get("/imports/mappings", response=list[SavedMapping], summary="Saved mappings")
def get_mappings(request: HttpRequest, channel: str = Query("", max_length=40, pattern=r"^[^\x00]*$")):
    _need(request)
    return _send(reports.mappings(channel))


@router.delete("/imports/mappings/{mapping_id}", response={204: None}, summary="Delete a saved mapping")
def delete_mapping(request: HttpRequest, mapping_id: int):
    _need(request)
    if not 0 < mapping_id < 2**63 or not ImportMapping.objects.filter(pk=mapping_id).delete()[0]:
        raise Problem(404, "not_found", "没有这个对应关系", "它可能已被删除。")
    return Status(204, None)


@router.get("/imports/{batch_id}", response=FileImportOut, summary="How an import stands")
def get_import(request: HttpRequest, batch_id: uuid.UUID):
    _need(request)
    return _send(reports.shown(services.find(batch_id)))


@router.put("/imports/{batch_id}/mapping", response=FileImportOut, summary="Say which column is what")
def put_mapping(request: HttpRequest, batch_id: uuid.UUID, body: MappingIn):
    actor = _need(request)
    batch = services.set_mapping(services.find(batch_id), body.fields, body.options, actor, body.save_as.strip())
    return _send(reports.shown(batch))


@router.post("/imports/{batch_id}/preview", response=FileImportPreview, summary="What the rows would become")
def post_preview(request: HttpRequest, batch_id: uuid.UUID):
    _need(request)
    return _send(services.preview(services.find(batch_id)))


@router.post("/imports/{batch_id}/start", response=FileImportOut, summary="Start, or go on")
def post_start(request: HttpRequest, batch_id: uuid.UUID):
    actor = _need(request)
    return _send(reports.shown(services.start(services.find(batch_id), actor)))


@router.post("/imports/{batch_id}/stop", response=FileImportOut, summary="Stop after the rows in hand")
def post_stop(request: HttpRequest, batch_id: uuid.UUID):
    _need(request)
    return _send(reports.shown(services.stop(services.find(batch_id))))


_TABLE = {"schema": {"type": "string", "format": "binary"}}


@router.get(
    "/imports/{batch_id}/errors",
    summary="The rows that failed, with the reasons",
    openapi_extra={"responses": {200: {"content": {kind.partition(";")[0]: _TABLE for kind in _KINDS.values()}}}},
)
def get_errors(request: HttpRequest, batch_id: uuid.UUID, format: Literal["csv", "xlsx"] = "csv"):
    _need(request)
    batch = services.find(batch_id)
    file = io.BytesIO()
    reports.write_failures(batch, file, format)
    return download(_name(batch, format), file.getvalue(), _KINDS[format])


def _name(batch: ImportBatch, kind: str) -> str:
    stem = batch.file_name.removesuffix(".gz").rsplit(".", 1)[0]
    return f"{stem}-未导入.{kind}"
