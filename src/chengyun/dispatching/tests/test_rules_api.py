"""Dispatch rules and precedents over HTTP, as the pages use them."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from chengyun.cases.models import Precedent
from chengyun.dispatching import facts, precedents
from chengyun.dispatching.models import DispatchRule
from chengyun.dispatching.rules import engine
from chengyun.kernel import revision
from chengyun.org.models import MasterDataChange, Role

pytestmark = pytest.mark.django_db
RULE = {"name": "路灯", "expression": '类别 属于 "路灯"', "target": "unit", "unit": "lights", "source": "测试"}


@pytest.fixture(autouse=True)
def fresh():
    yield
    engine.forget()
    precedents.forget()


def client_of(world, name, *permissions):
    world.person(name, "centre", [])
    Role.objects.filter(code=f"role-{name}").update(permissions=list(permissions))
    revision.bump("org")
    client = Client()
    client.force_login(world.accounts[name])
    return client


@pytest.fixture
def keeper(world):
    return client_of(world, "keeper", "dispatching.view", "dispatching.rules", "case.view", "case.view_all")


def ask(client, method, path, body=None, **headers):
    answer = client.generic(
        method, f"/api/v1/dispatching/{path}", json.dumps(body or {}), "application/json", headers=headers
    )
    return answer.status_code, answer.json() if answer.content else None


def add(keeper, **given):
    status, rule = ask(keeper, "POST", "rules", {**RULE, **given})
    assert status == 201, rule
    return rule


def test_a_new_rule_gets_a_code_keeps_codes_and_shows_names(world, keeper):
    rule = add(keeper)
    assert (rule["code"], rule["state"], rule["version"]) == ("R001", "off", 1)
    assert rule["expression"] == '类别 属于 "light"'
    assert rule["shown"] == '类别 属于 "路灯"'
    assert rule["unit"]["name"]
    _, english = ask(keeper, "GET", "rules/R001", **{"Accept-Language": "en"})
    assert english["shown"] == 'category in "路灯"'
    assert add(keeper)["code"] == "R002"


def test_a_rule_that_cannot_be_understood_is_refused_with_the_place(world, keeper):
    status, problem = ask(keeper, "POST", "rules", {**RULE, "expression": '类别 属于 "路等"'})
    assert status == 422
    assert "是不是：路灯" in problem["detail"]
    status, checked = ask(keeper, "POST", "rules/check", {"expression": '类别 属于 "路等"'})
    assert status == 200
    assert checked["faults"][0] | {"message": ""} == {"at": 6, "end": 10, "message": "", "instead": ["路灯"]}


@pytest.mark.parametrize(
    ("typed", "start", "offered"),
    [
        ("", 0, "类别"),
        ("类", 0, "类别"),
        ("类别 ", 3, "属于"),
        ("类别 属于 ", 6, "路灯"),
        ('类别 属于 "路', 7, "路灯"),
        ('类别 属于 "路灯|路', 10, "路灯"),
        ('类别 属于 "路灯" ', 11, "且"),
        ('类别 属于 "路灯" 且 时间 在 ', 18, "18:00-06:00"),
        ("标题 ", 3, "含"),
        ("标记 含 ", 5, "敏感"),
    ],
)
def test_what_may_be_written_next_is_offered(world, keeper, typed, start, offered):
    _, found = ask(keeper, "POST", "rules/complete", {"expression": typed})
    assert found["start"] == start
    assert offered in [item["text"] for item in found["items"]]


def test_a_rule_is_tried_switched_on_and_off_and_that_can_be_undone(world, keeper):
    world.dispatched("lights")
    rule = add(keeper)
    status, problem = ask(keeper, "POST", "rules/R001/switch", {"on": True, "reason": "启用", "etag": rule["etag"]})
    assert status == 422
    assert "试算" in problem["detail"]
    content = {name: RULE[name] for name in ("expression", "target", "unit")}
    status, trial = ask(keeper, "POST", "rules/trials", {**content, "code": "R001"})
    assert status == 202
    assert (trial["state"], trial["counts"]["matched"], trial["agreement"]) == ("done", 1, 1.0)
    status, rule = ask(keeper, "POST", "rules/R001/switch", {"on": True, "reason": "启用", "etag": rule["etag"]})
    assert (status, rule["state"], rule["trial"]["current"]) == (200, "on", True)
    status, _ = ask(keeper, "POST", "rules/R001/switch", {"on": False, "reason": "停用", "etag": "old"})
    assert status == 409
    status, rule = ask(keeper, "POST", "rules/R001/switch", {"on": False, "reason": "误判多", "etag": rule["etag"]})
    assert rule["state"] == "off"
    change = MasterDataChange.objects.filter(kind="dispatch_rules").latest("id")
    assert (change.reason, change.account_name) == ("误判多", "keeper")
    answer = keeper.post(
        f"/api/v1/masterdata/changes/{change.pk}/undo", json.dumps({"reason": "撤销"}), "application/json"
    )
    assert answer.status_code == 200
    assert DispatchRule.objects.get().enabled


def test_a_change_of_what_a_rule_means_asks_for_a_new_dry_run_and_makes_a_version(world, keeper):
    rule = add(keeper)
    body = {**RULE, "expression": '全文 含 "路灯"', "etag": rule["etag"]}
    status, rule = ask(keeper, "PUT", "rules/R001", body)
    assert (status, rule["version"], rule["tried"]) == (200, 2, False)
    status, again = ask(keeper, "PUT", "rules/R001", {**body, "name": "路灯照明", "etag": rule["etag"]})
    assert (status, again["version"]) == (200, 2)
    status, stale = ask(keeper, "PUT", "rules/R001", {**body, "name": "别名", "etag": rule["etag"]})
    assert status == 409
    assert stale["differences"][0]["now"] == "路灯照明"


def test_moving_a_rule_changes_that_rule_only_and_two_people_do_not_mix(world, keeper):
    for _ in range(3):
        add(keeper)
    _, listed = ask(keeper, "GET", "rules")
    wanted = ["R003", "R001", "R002"]
    status, moved = ask(keeper, "PUT", "rules/order", {"codes": wanted, "mark": listed["mark"]})
    assert (status, moved) == (200, {"moved": 1})
    _, now = ask(keeper, "GET", "rules")
    assert [rule["code"] for rule in now["rules"]] == wanted
    status, problem = ask(keeper, "PUT", "rules/order", {"codes": wanted[::-1], "mark": listed["mark"]})
    assert (status, problem["code"]) == (409, "stale_order")
    status, _ = ask(keeper, "PUT", "rules/order", {"codes": ["R001"], "mark": now["mark"]})
    assert status == 422
    for _ in range(6):  # until there is no room between neighbours any more
        _, now = ask(keeper, "GET", "rules")
        codes = [rule["code"] for rule in now["rules"]]
        codes = [codes[2], codes[0], codes[1]]
        assert ask(keeper, "PUT", "rules/order", {"codes": codes, "mark": now["mark"]})[0] == 200
        assert [rule["code"] for rule in ask(keeper, "GET", "rules")[1]["rules"]] == codes


def test_one_case_shows_which_parts_of_a_rule_hold(world, keeper):
    number = world.request().case.number
    body = {"expression": '类别 属于 "路灯" 且 时间 不在 00:00-24:00', "number": number}
    _, told = ask(keeper, "POST", "rules/explain", body)
    assert told["holds"] is False
    assert [part["held"] for part in told["parts"]] == [True, False]
    assert ask(keeper, "POST", "rules/explain", {**body, "number": "X"})[0] == 404


def test_who_may_only_look_changes_nothing(world):
    reader = client_of(world, "reader", "dispatching.view")
    assert ask(reader, "GET", "rules")[1]["may_change"] is False
    assert ask(reader, "POST", "rules", RULE)[0] == 403
    assert ask(reader, "POST", "rules/trials", {"expression": "类别 为空", "unit": "lights"})[0] == 403
    nobody = client_of(world, "nobody")
    assert ask(nobody, "GET", "rules")[0] == 403
    assert ask(nobody, "GET", "precedents")[0] == 403


def test_the_list_of_rules_costs_the_same_whatever_their_number(world, keeper, django_assert_max_num_queries):
    for _ in range(5):
        add(keeper)
    ask(keeper, "GET", "rules")
    with django_assert_max_num_queries(12):
        ask(keeper, "GET", "rules")


# --- precedents -------------------------------------------------------------------------------------------------------
def ruled(world, matter="背街小巷路灯不亮", unit="lights"):
    number = world.handling()
    world.do(number, "return", "lights", reason="unclear", explanation="地址不明，无法办理")
    world.do(number, "rule", "clerk", unit_id=world.units[unit].pk, matter=matter, basis="按权责清单由照明部门管养")
    return number


def test_a_ruling_is_found_by_words_category_and_unit(world, keeper):
    number = ruled(world)
    for query in ("", "?q=背街 路灯", f"?q={number}", "?category=public", "?unit=lights&holds=true"):
        _, page = ask(keeper, "GET", f"precedents{query}")
        assert [item["number"] for item in page["items"]] == [number]
    assert ask(keeper, "GET", "precedents?q=井盖")[1]["items"] == []
    assert ask(keeper, "GET", "precedents?unit=nowhere")[0] == 422
    blind = client_of(world, "blind", "dispatching.view")
    (item,) = ask(blind, "GET", "precedents")[1]["items"]
    assert (item["number"], item["matter"]) == ("", "背街小巷路灯不亮")


def test_the_list_of_rulings_goes_on_where_it_stopped(world, keeper):
    numbers = [ruled(world, f"事项{n}") for n in range(3)]
    _, first = ask(keeper, "GET", "precedents?limit=2")
    _, second = ask(keeper, "GET", f"precedents?limit=2&cursor={first['next_cursor']}")
    assert [item["number"] for item in first["items"] + second["items"]] == numbers[::-1]
    assert second["next_cursor"] is None
    assert ask(keeper, "GET", "precedents?cursor=x")[0] == 400


def test_a_ruling_speaks_for_a_new_case_of_the_kind_until_it_no_longer_holds(world, keeper):
    number = ruled(world)
    new = facts.of_case(world.request().case, "我们这条背街小巷的路灯不亮已经一周")
    (found,) = precedents.proposed(new)
    assert (found.unit_id, found.ref, found.link) == (world.units["lights"].pk, number, f"/cases/{number}")
    assert "背街小巷" in found.matched[0]
    other = facts.of_case(world.request(text="自来水压力太低", category_id=None).case, "自来水压力太低")
    assert precedents.proposed(other) == []
    key = Precedent.objects.get().pk
    status, item = ask(keeper, "POST", f"precedents/{key}/mark", {"holds": False, "why": "职责已调整"})
    assert (status, item["holds"], item["marks"][0]["why"]) == (200, False, "职责已调整")
    assert precedents.proposed(new) == []
    assert ask(keeper, "POST", f"precedents/{key}/mark", {"holds": False, "why": "再次"})[0] == 409
    assert ask(keeper, "POST", f"precedents/{key + 999}/mark", {"holds": False, "why": "没有"})[0] == 404


def test_units_and_categories_are_chosen_by_words(world, keeper):
    _, units = ask(keeper, "GET", "rules/names?field=unit&q=照明")
    assert [row["code"] for row in units] == ["lights"]
    _, categories = ask(keeper, "GET", "rules/names?field=category&q=路灯")
    assert [row["code"] for row in categories] == ["light"]
    assert ask(keeper, "GET", "rules/names?field=person")[0] == 422


def test_a_rule_may_be_tried_before_it_is_saved(world, keeper):
    world.dispatched("lights")
    content = {name: RULE[name] for name in ("expression", "target", "unit")}
    assert ask(keeper, "POST", "rules/trials", content)[0] == 202
    rule = add(keeper)
    assert (rule["tried"], rule["trial"]["current"], rule["trial"]["counts"]["matched"]) == (True, True, 1)
    assert ask(keeper, "POST", "rules/R001/switch", {"on": True, "reason": "启用", "etag": rule["etag"]})[0] == 200
