"""Staff from a directory or a whole list: looked at first, then taken over; who left is locked, not deleted."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from chengyun.kernel import config
from chengyun.org.models import Account, AccountEvent, MasterDataChange, PeopleSource, Person, PersonContact, SyncRun
from chengyun.org.peoplesync import records, service

from .conftest import Browser

pytestmark = pytest.mark.django_db
HEAD = "外部编号,工号,姓名,单位编码,账号,邮箱,手机,在职"
LIST = ["e1,1001,演示甲,D1,jia,jia@demo.example,13800000001,是", "e2,1002,演示乙,单位S1,yi,,13800000002,是",
        "e3,1003,演示丙,D1,bing,,,是", "e4,1004,演示丁,D1,,,,是", "e5,1005,演示戊,D1,,,,是"]  # fmt: skip


@pytest.fixture(autouse=True)
def _own_keys(tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    config.current.cache_clear()
    yield
    config.current.cache_clear()


@pytest.fixture
def admin(browser, make_account):
    make_account("guan", ["signin.manage"])
    browser.log_in("guan")
    body = {"name": "人事名单", "kind": "csv", "enabled": True, "make_accounts": True}
    assert browser.send("PUT", "/people-sources/hr", body).status_code == 200
    return browser


def look(admin, lines, head=HEAD):
    file = SimpleUploadedFile("名单.csv", "\n".join([head, *lines]).encode())
    token = {"X-CSRFToken": admin.token()}
    return admin.client.post("/api/v1/people-sources/hr/file", {"file": file}, headers=token)


def take_over(admin, lines, **how):
    run = look(admin, lines).json()
    return admin.send("POST", f"/people-runs/{run['id']}/commit", how)


def counts(answer):
    return {name: n for name, n in answer.json()["counts"].items() if n and name not in ("same", "known")}


def test_what_would_change_is_shown_first_and_nobody_gets_rights(admin):
    seen = look(admin, [*LIST, "e9,,无工号,D1,,,,是", "e8,1008,演示己,没有的单位,,,,是"])
    assert counts(seen) == {"new": 5, "wrong": 2, "accounts_made": 3}
    assert [c["words"] for c in seen.json()["changes"][:2]] == ["工号：不能为空", "单位编码：没有“没有的单位”"]
    assert Person.objects.count() == 0
    assert admin.send("POST", f"/people-runs/{seen.json()['id']}/commit", {}).json()["state"] == "done"
    made = Account.objects.get(username="yi")
    assert (made.unit.code, made.grants.count(), made.has_usable_password()) == ("S1", 0, False)
    assert MasterDataChange.objects.filter(kind="people").first().reason == "人员同步：人事名单"
    kept = PersonContact.objects.get(person__staff_no="1001")
    assert b"138" not in bytes(kept.sealed)
    assert not SyncRun.objects.exclude(sealed=None).exists(), "the list itself is not kept"
    assert look(admin, LIST).json()["counts"]["same"] == 5, "the same list once more changes nothing"


def test_who_is_missing_has_left_is_locked_and_logged_out_and_may_come_back_without_the_account(admin):
    take_over(admin, LIST)
    leaver = Account.objects.get(username="jia")
    leaver.set_password("correct-horse-7-battery")
    leaver.save()
    there = Browser()
    assert there.log_in("jia").status_code == 200
    moved = [LIST[1].replace("13800000002", "13800000009"), *LIST[2:]]
    seen = look(admin, moved)
    assert counts(seen) == {"changed": 1, "left": 1, "accounts_locked": 1}
    changes = {c["staff_no"]: c for c in seen.json()["changes"]}
    assert changes["1002"]["changes"] == [["手机", "138****0002", "138****0009"]]
    assert admin.send("POST", f"/people-runs/{seen.json()['id']}/commit", {}).status_code == 200
    assert Person.objects.get(staff_no="1001").valid_to == timezone.localdate()
    assert Account.objects.filter(username="jia", is_active=False).exists(), "locked, not deleted"
    assert there.get("/session").status_code == 401
    assert AccountEvent.objects.filter(kind="people_synced").count() == 2
    back = take_over(admin, [LIST[0], *moved])
    assert counts(back) == {"back": 1}
    assert Person.objects.get(staff_no="1001").valid_to is None
    assert not Account.objects.get(username="jia").is_active, "rights come back by a person's hand only"


def test_a_broken_list_stops_before_it_locks_everybody_out(admin):
    take_over(admin, LIST)
    assert look(admin, []).json()["code"] == "empty_list"
    short = look(admin, LIST[4:])
    assert short.json()["counts"]["brake"] is True
    path = f"/people-runs/{short.json()['id']}/commit"
    refused = admin.send("POST", path, {})
    assert (refused.status_code, refused.json()["code"]) == (409, "brake")
    assert Account.objects.filter(username__in=["jia", "yi", "bing"], is_active=True).count() == 3
    Person.objects.filter(staff_no="1002").update(name="刚改过")
    assert admin.send("POST", path, {"allow_leavers": True}).status_code == 200, "of leavers only the leaving counts"
    assert admin.send("POST", path, {"allow_leavers": True}).json()["code"] == "preview_gone", "once"
    stale = look(admin, LIST).json()
    Person.objects.filter(staff_no="1005").update(name="又改过")
    assert admin.send("POST", f"/people-runs/{stale['id']}/commit", {}).json()["code"] == "stale_preview"


def test_a_file_may_have_the_headings_of_scim_and_a_wrong_one_is_told(admin):
    head = "externalId,employeeNumber,displayName,department,userName,active"
    assert look(admin, ["x,7,演示庚,D1,geng,true", "y,8,演示辛,D1,xin,false"], head).json()["counts"]["new"] == 1
    assert look(admin, ["x,7"], "externalId,employeeNumber").json()["detail"] == "缺少列：姓名、单位"
    assert [one.active for one in (records.read(1, {"active": "离职"}), records.read(2, {}))] == [False, True]
    assert records.too_many_left(4, 100, 10) is False
    assert records.too_many_left(11, 100, 10) is True


def test_a_directory_is_read_page_by_page_by_itself_and_stops_when_too_many_are_gone(admin, monkeypatch):
    from chengyun.org.peoplesync import ldap

    from . import directory

    monkeypatch.setenv("CHENGYUN_OUTBOUND_NETWORKS", "127.0.0.1")
    config.current.cache_clear()
    monkeypatch.setattr(ldap, "PAGE", 4)
    people = [
        {"uid": f"u{n}", "cn": f"演示{n}", "sn": "演示", "employeeNumber": f"20{n:02}", "departmentNumber": "信息科"}
        for n in range(10)
    ]
    settings = {
        "address": f"ldap://127.0.0.1:{directory.serve(people)}", "security": "plain", "bind_dn": directory.READER,
        "base_dn": f"ou=staff,{directory.BASE}", "filter": "(objectClass=inetOrgPerson)",
        "attributes": {"external_id": "uid"}, "units": {"信息科": "D1"},
    }  # fmt: skip
    body = {"name": "目录", "kind": "ldap", "enabled": True, "every_hours": 24, "settings": settings, "secret": "wrong"}
    assert admin.send("PUT", "/people-sources/dir", body).status_code == 200
    assert admin.send("POST", "/people-sources/dir/look").json()["detail"] == "绑定账号或密码不对"
    admin.send("PUT", "/people-sources/dir", {**body, "secret": directory.SECRET})
    seen = admin.send("POST", "/people-sources/dir/look")
    assert (counts(seen), directory.PagedServer.pages) == ({"new": 10}, [4, 4, 2])
    assert directory.SECRET not in admin.get("/people-sources").content.decode()
    assert service.run_due() == {"dir": "done"}
    assert Person.objects.get(staff_no="2007").unit.code == "D1"
    assert service.run_due() == {}, "not before its hour"
    PeopleSource.objects.filter(code="dir").update(next_run_at=timezone.now(), settings={
        **settings, "address": f"ldap://127.0.0.1:{directory.serve(people[:3])}"})  # fmt: skip
    assert service.run_due() == {"dir": "stopped"}
    last = next(s for s in admin.get("/people-sources").json() if s["code"] == "dir")["runs"][0]
    assert last["said"].startswith("离职的人太多，先停下")
    assert admin.send("POST", f"/people-runs/{last['id']}/commit", {"allow_leavers": True}).status_code == 200
    assert Person.objects.filter(valid_to=None).count() == 3
    monkeypatch.setenv("CHENGYUN_OUTBOUND_NETWORKS", "")
    config.current.cache_clear()
    assert "CHENGYUN_OUTBOUND_NETWORKS" in admin.send("POST", "/people-sources/dir/look").json()["detail"]
