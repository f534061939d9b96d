"""A district with something of everything in it, and people who may do all, their unit's work, or nothing."""

from __future__ import annotations

import io
import uuid
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from chengyun.cases.models import Clock, Draft, SavedView
from chengyun.cases.tests.world import World, build
from chengyun.channels import tokens
from chengyun.channels.models import Channel, ImportBatch, ImportMapping
from chengyun.kernel import vault
from chengyun.kernel.files import save_upload
from chengyun.kernel.permissions import all_permissions
from chengyun.org.auth import issue_token
from chengyun.org.models import Account, Grant, Role

ADMIN, UNIT, NOBODY = "admin", "lights", "nobody"


@dataclass
class District:
    """`ids` holds a real value for every placeholder in a path of the API."""

    world: World
    ids: dict[str, Any] = field(default_factory=dict)

    def client(self, name: str, **options: Any) -> Client:
        client = Client(raise_request_exception=False, **options)
        client.force_login(Account.objects.get(username=name))
        return client


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "png")
    return out.getvalue()


def make() -> District:
    world = build()
    everything = Role.objects.create(
        code="all", name="全部权限", permissions=[permission.code for permission in all_permissions()]
    )
    account = Account.objects.create(username=ADMIN, display_name="管理员", unit=world.units["centre"])
    Grant.objects.create(account=account, role=everything)
    Account.objects.create(username=NOBODY, display_name="无授权", unit=world.units["centre"])
    number = world.handling()
    channel, _ = Channel.objects.get_or_create(
        code="app", defaults={"name": "演示应用", "kind": "api", "source": "测试"}
    )
    district = District(world)
    district.ids = {
        "number": number, "action": "note", "category_id": world.light.pk,
        "clock_id": Clock.objects.filter(case__number=number).first().pk,
        "channel": channel.code, "kind": "units", "username": UNIT, "external_id": "E-1",
        "channel_token": tokens.issue(channel, "测试")[1], **_of_the_admin(account, channel),
    }  # fmt: skip
    return district


def _of_the_admin(account: Account, channel: Channel) -> dict[str, Any]:
    """Things that belong to the administrator and to nobody else."""
    stored = save_upload(io.BytesIO(png()), "照片.png", account.pk)
    draft = Draft.objects.create(id=uuid.uuid4(), account_id=account.pk, sealed=vault.seal({"data": "{}"}))
    view = SavedView.objects.create(account_id=account.pk, name="我的", query={})
    mapping = ImportMapping.objects.create(channel=channel, name="测试")
    batch = ImportBatch.objects.create(channel=channel, file_name="a.csv", sha256="0" * 64, size=1)
    token = issue_token(account, "脚本")[0]
    return {
        "file_id": stored.pk, "draft_id": draft.pk, "view_id": view.pk, "mapping_id": mapping.pk,
        "batch_id": batch.pk, "token_id": token.pk,
    }  # fmt: skip


@pytest.fixture
def district(db) -> District:
    return make()
