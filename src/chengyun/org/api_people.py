"""HTTP of lists of staff kept elsewhere: sources, looking, taking over. Thin."""

from __future__ import annotations

from typing import Any

from ninja import File, Router, Status
from ninja.files import UploadedFile

from chengyun.kernel import english
from chengyun.kernel.problems import Problem

from . import auth
from . import schemas_people as shapes
from .addresses import client_address
from .models import PeopleSource, SyncRun
from .schemas_signin import WayCode

router = Router(auth=auth.session_only, tags=["people"])


@router.get(
    "/people-sources",
    auth=auth.session_or_token,
    response=list[shapes.PeopleSourceOut],
    summary="Where staff is listed",
)
def list_sources(request: Any) -> Any:
    from .peoplesync import admin

    request.actor.require("signin.manage")
    return [_in_language(request, source) for source in admin.states()]


@router.put("/people-sources/{code}", response=shapes.PeopleSourceOut, summary="Set up a source of people")
def put_source(request: Any, code: WayCode, data: shapes.PeopleSourceIn) -> Any:
    from .peoplesync import admin

    request.actor.require("signin.manage")
    return admin.told(admin.save(code, data.dict(), request.actor, client_address(request)))


@router.delete("/people-sources/{code}", response={204: None}, summary="Forget a source of people")
def delete_source(request: Any, code: str) -> Any:
    """The people stay as they are."""
    from .peoplesync import admin

    request.actor.require("signin.manage")
    admin.remove(code, request.actor, client_address(request))
    return Status(204, None)


@router.post("/people-sources/{code}/look", response=shapes.SyncRunOut, summary="Read a directory; nothing is written")
def look_at_directory(request: Any, code: str) -> Any:
    from .peoplesync import ldap, service

    request.actor.require("signin.manage")
    source = service.source_of(code)
    if source.kind != PeopleSource.LDAP:
        raise Problem(409, "needs_file", "这个来源是文件", "请上传完整名单。")
    return service.told(service.look(source, ldap.read(source), request.actor), whole=True)


@router.post("/people-sources/{code}/file", response=shapes.SyncRunOut, summary="Read a whole list; nothing is written")
def look_at_file(request: Any, code: str, file: File[UploadedFile]) -> Any:
    """CSV or XLSX with everybody: who is missing has left."""
    from .peoplesync import files, service

    request.actor.require("signin.manage")
    source = service.source_of(code)
    if source.kind != PeopleSource.CSV:
        raise Problem(409, "needs_no_file", "这个来源是目录", "请直接读取目录。")
    people = files.read(file, file.name or "")
    return service.told(service.look(source, people, request.actor, file.name or ""), whole=True)


@router.get(
    "/people-runs/{int:sync_id}", auth=auth.session_or_token, response=shapes.SyncRunOut, summary="One look at a source"
)
def read_run(request: Any, sync_id: int) -> Any:
    from .peoplesync import service

    request.actor.require("signin.manage")
    run = SyncRun.objects.filter(pk=sync_id).select_related("source").first() if 0 < sync_id < 2**63 else None
    if run is None:
        raise Problem(404, "not_found", "没有这次预览或已过期", "请重新预览。")
    return service.told(run, whole=True)


@router.post("/people-runs/{int:sync_id}/commit", response=shapes.SyncRunOut, summary="Take a list over")
def commit_run(request: Any, sync_id: int, data: shapes.TakeOverIn) -> Any:
    """All or nothing. 409 `brake` when more would leave than the source allows: look again, then say so."""
    from .peoplesync import service

    request.actor.require("signin.manage")
    run = service.commit(sync_id, request.actor, client_address(request), data.allow_leavers)
    return service.told(run)


def _in_language(request: Any, source: dict[str, Any]) -> dict[str, Any]:
    if english.wanted(request):
        for run in source["runs"]:
            run["said"] = english.english(run["said"])
    return source
