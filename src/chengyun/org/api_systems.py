"""HTTP of system accounts and their tokens, for administrators at the desk: no token opens these. Thin."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Router, Status
from pydantic import Field

from . import auth, systems
from . import schemas_systems as shapes

router = Router(auth=auth.session_only, tags=["tokens"])
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]


@router.get("/systems", response=shapes.PeerSystemsOut, summary="Accounts of other systems with their tokens")
def list_systems(request: Any) -> Any:
    request.actor.require("account.manage")
    return systems.listed()


@router.post("/systems", response={201: shapes.PeerSystemOut}, summary="New account of another system")
def create_system(request: Any, data: shapes.SystemIn) -> Any:
    request.actor.require("account.manage")
    return Status(201, systems.told(systems.create(request.actor, data.dict())))


@router.put("/systems/{system}", response=shapes.PeerSystemOut, summary="Name, unit, roles; switch on or off")
def change_system(request: Any, system: str, data: shapes.SystemChangeIn) -> Any:
    request.actor.require("account.manage")
    return systems.told(systems.change(request.actor, systems.account_of(system), data.dict()))


@router.post("/systems/{system}/tokens", response={201: shapes.NewSystemTokenOut}, summary="New token, shown once")
def create_system_token(request: Any, system: str, data: shapes.SystemTokenIn) -> Any:
    request.actor.require("account.manage")
    token, text = systems.new_system_token(request.actor, systems.account_of(system), data.dict())
    return Status(201, {**systems.told_token(token, request.actor.name), "token": text})


@router.post(
    "/systems/{system}/tokens/{system_token_id}/rotate",
    response={201: shapes.NewSystemTokenOut},
    summary="A new token; the old one ends after some hours",
)
def rotate_system_token(request: Any, system: str, system_token_id: Key, data: shapes.RotateIn) -> Any:
    request.actor.require("account.manage")
    old = systems.token_of(systems.account_of(system), system_token_id)
    token, text = systems.rotate(request.actor, old, data.hours)
    return Status(201, {**systems.told_token(token, request.actor.name), "token": text})


@router.delete("/systems/{system}/tokens/{system_token_id}", response={204: None}, summary="Revoke a token")
def revoke_system_token(request: Any, system: str, system_token_id: Key) -> Any:
    request.actor.require("account.manage")
    systems.revoke(request.actor, systems.token_of(systems.account_of(system), system_token_id))
    return Status(204, None)
