import json

import pytest
from django.test import Client

from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build
from chengyun.insight.reports.models import ReportPlan
from chengyun.kernel.files import storage
from chengyun.org.auth import BACKEND
from chengyun.org.models import Role

__all__ = ["clock", "world"]
RIGHTS = {
    "writer": ["view", "write", "templates"], "second": ["view", "write", "review"], "head": ["view", "sign"],
    "reader": ["view"],
}  # fmt: skip


@pytest.fixture
def world(db, tmp_path, monkeypatch) -> World:
    """The small district with those who write, review, sign and read; files lie in a folder of the test."""
    monkeypatch.setattr(storage, "root", lambda: tmp_path / "files")
    made = build()
    for name, rights in RIGHTS.items():
        made.person(name, "centre", ["view", "view_all", "board"])
        role = Role.objects.get(code=f"role-{name}")
        role.permissions = [*role.permissions, *(f"report.{right}" for right in rights)]
        role.save()
    for sort, (code, kind, mark) in enumerate(
        (
            ("monthly", "monthly", "试运月析"),
            ("special", "special", "试运专报"),
            ("situation", "situation", "试运研判"),
            ("daily", "daily", "试运日报"),
        )
    ):
        ReportPlan.objects.create(
            code=code, name={"monthly": "月分析", "daily": "日报"}.get(code, "专报"), kind=kind, head="{区}报告",
            mark=mark, automatic=kind in ("daily", "monthly"), at="08:00", due_days=5,
            target=12 if code == "monthly" else 0, sort=sort, source="test",
        )  # fmt: skip
    return made


class Desk:
    """Somebody's API: answers as (status, body)."""

    def __init__(self, world: World, name: str):
        self.client = Client()
        self.client.force_login(world.accounts[name], BACKEND)

    def get(self, path: str, **query):
        return self._told(self.client.get(f"/api/v1/insight/{path}", query))

    def send(self, method: str, path: str, body: dict):
        call = getattr(self.client, method)
        return self._told(call(f"/api/v1/insight/{path}", json.dumps(body), "application/json"))

    def act(self, report: dict, action: str, note: str = ""):
        body = {"action": action, "version": report["version"], "note": note}
        return self.send("post", f"reports/{report['id']}/act", body)

    @staticmethod
    def _told(answer):
        return answer.status_code, answer.json() if answer.content and "json" in answer["Content-Type"] else answer


@pytest.fixture
def desk(world):
    return lambda name: Desk(world, name)
