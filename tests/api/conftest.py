"""A district with something of everything in it, and people who may do all, their unit's work, or nothing."""

from __future__ import annotations

import io
import json
import uuid
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from PIL import Image

from chengyun.cases.models import Case, Clock, Digest, Draft, Precedent, SavedView
from chengyun.cases.tests.world import World, build
from chengyun.channels import tokens
from chengyun.channels.models import Channel, ImportMapping
from chengyun.dispatching.models import DispatchRule, ModelVersion, RuleTrial
from chengyun.insight.models import EarlyWarning, HotCase, HotIssue, HotRun, WarningCase
from chengyun.kernel import vault
from chengyun.kernel.files import save_upload
from chengyun.kernel.permissions import all_permissions
from chengyun.operations.models import JobRun
from chengyun.org.access import actor_for
from chengyun.org.auth import issue_token
from chengyun.org.masterdata import rows, saving, service
from chengyun.org.models import Account, Grant, MasterDataTrial, Role
from chengyun.replies.models import ModelRequest
from chengyun.supervision import ladder, starting
from chengyun.supervision.models import (
    ChecklistQuestion,
    Cue,
    Programme,
    QualitySample,
    SampleItem,
    SupervisionStep,
)

from . import (
    budgets,
    doors,
    fieldwork,
    grid_staff,
    grids,
    homes,
    indicators,
    knowledge,
    open311,
    outbox,
    reports,
    residents,
    scores,
    signin,
    systems,
)
from .aim import cases_by_state

ADMIN, UNIT, NOBODY = "admin", "lights", "nobody"


@dataclass
class District:
    """`ids` holds a real value for every placeholder in a path of the API."""

    world: World
    ids: dict[str, Any] = field(default_factory=dict)
    by_state: dict[str, str] = field(default_factory=dict)

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
    Channel.objects.get_or_create(code="phone", defaults={"name": "电话", "kind": "phone", "source": "测试"})
    channel, _ = Channel.objects.get_or_create(
        code="app", defaults={"name": "演示应用", "kind": "api", "source": "测试"}
    )
    district = District(world)
    district.ids = {
        "number": number, "other": world.handling(), "action": "note", "category_id": world.light.pk,
        "clock_id": Clock.objects.filter(case__number=number).first().pk,
        "channel": channel.code, "kind": "units", "username": UNIT, "external_id": "E-1",
        "channel_token": tokens.issue(channel, "测试")[1], **_of_the_admin(account, channel),
        "asked_id": _draft(account, number),
        **_of_master_data(account), **_of_supervision(account, number), **indicators.rows(number),
        **budgets.rows(account), **scores.rows(account, number), **reports.rows(account), **grids.rows(),
        **doors.rows(),
        **knowledge.rows(account, io.BytesIO(png())),
        **residents.rows(io.BytesIO(png())), **signin.rows(account),
        **homes.rows(account), **systems.rows(), **grid_staff.rows(account), **fieldwork.rows(account),
        **open311.rows(),
        **outbox.rows(number), **_of_the_worker(), **_of_dispatch_rules(world, number),
        "version_id": _model(), "session_id": "0" * 24,
    }  # fmt: skip
    _came_in(district)
    return district


def _draft(account: Account, number: str) -> int:
    """A draft of the language model that the administrator asked for."""
    case = Case.objects.get(number=number)
    row = ModelRequest.objects.create(account_id=account.pk, case=case, task="title", asked_at=timezone.now())
    return row.pk


def _came_in(district: District) -> None:
    """One request by the intake, and one file waiting to be imported."""
    body = {"external_id": "E-1", "kind": "complaint", "text": "井盖松动", "place": {"address": "演示路 1 号"}}
    bearer = {"Authorization": f"Bearer {district.ids['channel_token']}"}
    done = Client().post("/api/v1/intake/app", json.dumps(body), "application/json", headers=bearer)
    assert done.status_code == 201, done.content
    table = SimpleUploadedFile("诉求.csv", "编号,诉求内容\nF-1,路灯不亮\nF-2,\n".encode())
    received = district.client(ADMIN).post("/api/v1/imports", {"channel": "app", "file": table})
    assert received.status_code == 201, received.content
    district.ids["batch_id"] = received.json()["id"]


def _of_master_data(account: Account) -> dict[str, Any]:
    """A row that was changed once, and a dry run."""
    units = service.kind_of("units")
    actor = actor_for(account)
    seen = rows.one(units, ("lights",))["etag"]
    change = saving.save(units, {"phone_duty": "027-00000000"}, actor, key=("lights",), seen=seen, reason="测试")
    trial = MasterDataTrial.objects.create(kind="limits", account_id=account.pk, state=MasterDataTrial.DONE, result={})
    assert change is not None
    return {"key": '["lights"]', "change_id": change.pk, "trial_id": trial.pk, "code": "standard", "year": 2026}


def _of_dispatch_rules(world: World, number: str) -> dict[str, Any]:
    """A rule that is off, its dry run, and a ruling on one case."""
    now = timezone.now()
    rule = DispatchRule.objects.create(
        code="R001", name="路灯", expression='类别 属于 "light"', unit=world.units["lights"], position=10, source="测试"
    )
    trial = RuleTrial.objects.create(
        rule=rule.code, digest="x", state=RuleTrial.DONE, since=now, until=now, created_at=now, finished_at=now
    )
    ruling = Precedent.objects.create(
        case=Case.objects.get(number=number), unit=world.units["lights"], matter="背街小巷路灯不亮", basis="测试",
        ruled_at=now,
    )  # fmt: skip
    return {"rule_code": rule.code, "rule_trial_id": trial.pk, "precedent_id": ruling.pk}


def _of_supervision(account: Account, number: str) -> dict[str, Any]:
    """An order of one case, a programme, a cue, a sample of one case."""
    SupervisionStep.objects.create(
        code="order",
        name="督办单",
        level=2,
        permission="supervision.order",
        amount=3,
        unit="working_day",
        source="测试",
    )
    ChecklistQuestion.objects.create(code="real", name="办理属实", points=100, source="测试")
    ladder.forget()
    now, today, case = timezone.now(), timezone.localdate(), Case.objects.get(number=number)
    [order] = starting.start(actor_for(account), starting.Wanted("order", "限期办结", numbers=[number]))
    programme = Programme.objects.create(
        name="照明整治", aim="消除无灯路段", starts=today, ends=today, created_at=now, created_by="测试"
    )
    sample = QualitySample.objects.create(
        name="抽查", closed_from=today, closed_to=today, size=1, seed=1, cases=1, drawn_at=now, drawn_by="测试",
        questions=[{"code": "real", "name": "办理属实", "help": "", "points": 100, "critical": True}],
    )  # fmt: skip
    item = SampleItem.objects.create(sample=sample, case=case, unit=case.lead_unit)
    cue = Cue.objects.create(case=case, note="请关注", sent_at=now, sent_by="测试")
    return {
        "order_id": order.pk, "programme_id": programme.pk, "sample_id": sample.pk, "item_id": item.pk,
        "cue_id": cue.pk,
    }  # fmt: skip


def _model() -> int:
    """A model that was not put to use."""
    now = timezone.now()
    card = {
        "trained": {"cases": 300, "units": 2, "categories": 1, "from": now.isoformat(), "to": now.isoformat()},
        "tried": {"cases": 2, "right": 1, "top3": 2, "from": now.isoformat(), "to": now.isoformat()},
        "by_category": {"0": {"asked": 2, "right": 1, "top3": 2, "right_ids": [1], "wrong_ids": [2]}},
    }
    row = ModelVersion.objects.create(
        state=ModelVersion.READY, started_at=now, finished_at=now, started_by="测试", folder="00001", card=card
    )
    return row.pk


def _of_the_worker() -> dict[str, Any]:
    """A job that failed, and the record of its run."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status) VALUES ('default', 'cases.seal', 'failed')"
            " RETURNING id"
        )
        (job,) = cursor.fetchone()
    run = JobRun.objects.create(job_id=job, task="cases.seal", started_at=timezone.now(), outcome=JobRun.FAILED)
    return {"job_id": job, "run_id": run.pk}


def _of_the_admin(account: Account, channel: Channel) -> dict[str, Any]:
    """Things that belong to the administrator and to nobody else."""
    stored = save_upload(io.BytesIO(png()), "照片.png", account.pk)
    draft = Draft.objects.create(id=uuid.uuid4(), account_id=account.pk, sealed=vault.seal({"data": "{}"}))
    view = SavedView.objects.create(account_id=account.pk, name="我的", query={})
    mapping = ImportMapping.objects.create(channel=channel, name="测试")
    token = issue_token(account, "脚本")[0]
    now = timezone.now()
    digest = Digest.objects.create(account_id=account.pk, cadence="daily", start=now, end=now, made_at=now, figures={
        "figures": {name: {"value": 0, "query": {}} for name in ("received", "closed", "in_hand", "overdue")}
    })  # fmt: skip
    return {
        "file_id": stored.pk, "draft_id": draft.pk, "upload_id": draft.pk, "view_id": view.pk, "mapping_id": mapping.pk,
        "token_id": token.pk, "digest_id": digest.pk, "warning_id": _warning().pk,
        **_of_hot_issues(),
    }  # fmt: skip


def _of_hot_issues() -> dict[str, Any]:
    """An issue of one case, and a look at one day."""
    now, case = timezone.now(), Case.objects.order_by("pk").first()
    issue = HotIssue.objects.create(title="路灯不亮", first_at=now, last_at=now, created_at=now, matters=1, callers=1)
    HotCase.objects.create(case=case, issue=issue, at=now)
    look = HotRun.objects.create(start=now, end=now, asked_by="测试", asked_at=now, state=HotRun.DONE)
    return {"issue_id": issue.pk, "look_id": look.pk}


def _warning() -> EarlyWarning:
    """A warning that waits, with one case."""
    now, case = timezone.now(), Case.objects.order_by("pk").first()
    warning = EarlyWarning.objects.create(
        matter="w:test|", title="测试 · 全区", nature="safety", level=1, rules=["test"], cases=1, told_cases=1,
        opened_at=now, last_at=now, evidence=[{
            "rule": "test", "name": "测试", "way": "words", "count": 1, "hours": 24, "minimum": 1, "terms": ["路灯"],
        }],
    )  # fmt: skip
    WarningCase.objects.create(warning=warning, case=case, rule="test")
    return warning


@pytest.fixture(scope="package")
def district(django_db_setup, django_db_blocker):
    """One district for all tests of this folder; what a test changes is undone after it (its own savepoint)."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = make()
        made.by_state = cases_by_state(made.world)
        connection.check_constraints()  # now, and not again with every request
        yield made
        transaction.set_rollback(True)
