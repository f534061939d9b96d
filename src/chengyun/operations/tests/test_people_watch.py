"""A directory that is not taken over by itself is told to those who look after log-ins, once."""

import pytest
from django.utils import timezone

from chengyun.cases import notices
from chengyun.cases.models import Notice
from chengyun.operations import people_watch
from chengyun.org.models import Account, Grant, PeopleSource, Role, SyncRun

pytestmark = pytest.mark.django_db


def account(name, permissions):
    made = Account.objects.create_user(name, "correct-horse-7-battery")
    role = Role.objects.create(code=name, name=name, permissions=permissions)
    Grant.objects.create(account=made, role=role)
    return made


def test_who_looks_after_log_ins_is_told_once_and_others_are_not():
    keeper = account("guan", ["signin.manage"])
    account("other", ["account.manage"])
    source = PeopleSource.objects.create(code="dir", name="政务网目录", kind="ldap")
    now = timezone.now()
    run = {"source": source, "finished_at": now, "counts": {"left": 7}}
    stopped = SyncRun.objects.create(**run, state=SyncRun.STOPPED)
    SyncRun.objects.create(**run, state=SyncRun.STOPPED, by_id=keeper.pk)
    SyncRun.objects.create(**run, state=SyncRun.FAILED)
    SyncRun.objects.create(**run, state=SyncRun.FAILED)
    assert people_watch.look(now) == 2
    assert people_watch.look(now) == 0
    told = Notice.objects.get(dedupe=f"people-{stopped.pk}-stopped")
    assert told.account_id == keeper.pk
    assert told.text == "“政务网目录”的自动同步停下了：名单里少了 7 人，请在“登录方式”里核对"
    assert notices.item(told)["opens"]["page"] == "sign-in-ways"
