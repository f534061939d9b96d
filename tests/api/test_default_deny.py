"""Nothing is open unless it is meant to be: every route, without a session, without grants, without CSRF token."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from . import signin
from .conftest import NOBODY, png
from .routes import METHODS, PUBLIC, bodies, is_problem, routes

pytestmark = pytest.mark.django_db

ROUTES = routes()

# What an account without any grant may still do: what concerns nobody but itself.
OWN = {
    ("DELETE", "/api/v1/session"),
    ("POST", "/api/v1/session/password"),
    ("POST", "/api/v1/session/language"),
    ("POST", "/api/v1/session/active"),
    ("DELETE", "/api/v1/session/acting-for"),
    ("GET", "/api/v1/account/safety"),
    ("POST", "/api/v1/account/second-factor"),
    ("POST", "/api/v1/account/second-factor/confirm"),
    ("POST", "/api/v1/account/second-factor/remove"),
    ("POST", "/api/v1/account/recovery-codes"),
    ("POST", "/api/v1/account/log-out-everywhere"),
    *signin.OWN,
}


def ask(client, route, district, **extra):
    """A request that is right in every respect but who asks."""
    if route.takes_file:
        form = {"file": SimpleUploadedFile("照片.png", png()), "channel": district.ids["channel"]}
        return client.post(route.address(district.ids), form, **extra)
    body = bodies(district.ids).get((route.method, route.path), {})
    return client.generic(route.method, route.address(district.ids), json.dumps(body), "application/json", **extra)


def test_there_is_a_right_body_for_every_route_that_takes_one(district):
    have = set(bodies(district.ids))
    takes = {(r.method, r.path) for r in ROUTES if "application/json" in str(r.operation.get("requestBody", ""))}
    assert have == takes


def test_every_route_of_the_resolver_is_in_the_document():
    from .routes import document

    def walk(resolver, prefix=""):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern, prefix + str(pattern.pattern))
            else:
                yield prefix + str(pattern.pattern)

    import re

    found = {"/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path) for path in walk(get_resolver())}
    assert found - set(document()["paths"]) == {"/api/openapi.json", "/api/", "/open311/{rest}"}


def test_without_a_session_every_route_but_the_public_ones_says_401(district):
    client, wrong = Client(), []
    for route in ROUTES:
        if route.is_public:
            continue
        response = ask(client, route, district)
        if response.status_code != 401 or not is_problem(response):
            wrong.append((str(route), response.status_code, response.content[:200]))
    assert wrong == []


def test_a_made_up_session_or_token_is_no_better_than_none(district):
    stranger = Client()
    stranger.cookies["chengyun_session"] = "a" * 32
    wrong = []
    for route in ROUTES:
        if route.is_public:
            continue
        for client, extra in ((stranger, {}), (Client(), {"headers": {"Authorization": "Bearer cyt_nothing"}})):
            response = ask(client, route, district, **extra)
            if response.status_code != 401 or not is_problem(response):
                wrong.append((str(route), extra, response.status_code))
    assert wrong == []


def test_an_account_without_grants_gets_no_data_from_any_route(district):
    client, wrong = district.client(NOBODY), []
    for route in ROUTES:
        if route.is_public or route.is_intake or route.is_resident or (route.method, route.path) in OWN:
            continue
        response = ask(client, route, district)
        if response.status_code not in (403, 404) or not is_problem(response):
            wrong.append((str(route), response.status_code, response.content[:300].decode(errors="replace")))
    assert wrong == []


def test_a_staff_token_does_not_open_the_intake_and_a_channel_token_opens_nothing_else(district):
    from chengyun.org.auth import issue_token
    from chengyun.org.models import Account

    staff = issue_token(Account.objects.get(username="admin"), "测试")[1]
    wrong = []
    for route in ROUTES:
        if route.is_public:
            continue
        secret = staff if route.is_intake else district.ids["channel_token"]
        response = ask(Client(), route, district, headers={"Authorization": f"Bearer {secret}"})
        if response.status_code != 401:
            wrong.append((str(route), response.status_code))
    assert wrong == []


def test_staff_are_nobody_at_the_residents_door_and_a_resident_is_nobody_at_the_desk(district):
    staff, resident, wrong = district.client("admin"), Client(enforce_csrf_checks=True), []
    token = district.ids["resident_token"]
    resident.cookies["chengyun_neighbour"] = token
    for route in ROUTES:
        if route.is_public:
            continue
        if route.is_resident:
            answers = [(401, ask(staff, route, district))]
            if route.method != "GET":  # a page elsewhere cannot use the resident's cookie
                answers.append((403, ask(resident, route, district)))
        else:
            bearer = {"headers": {"Authorization": f"Bearer {token}"}}
            answers = [(401, ask(resident, route, district)), (401, ask(Client(), route, district, **bearer))]
        wrong += [(str(route), wanted, got.status_code) for wanted, got in answers if got.status_code != wanted]
    assert wrong == []


def test_a_residents_routes_never_give_anothers_request(district):
    bearer = {"headers": {"Authorization": f"Bearer {district.ids['resident_token']}"}}
    strangers = {**district.ids, "own_number": district.ids["number"], "photo_id": district.ids["file_id"]}
    for route in (r for r in ROUTES if r.is_resident and "{" in r.path):
        body = json.dumps(bodies(district.ids).get((route.method, route.path), {}))
        response = Client().generic(route.method, route.address(strangers), body, "application/json", **bearer)
        assert (response.status_code, is_problem(response)) == (404, True), str(route)


def test_a_channel_token_is_good_for_its_own_channel_only(district):
    from chengyun.channels.models import Channel
    from chengyun.channels.queries import TOPIC
    from chengyun.kernel import revision

    Channel.objects.create(code="other", name="另一渠道", kind="api", source="测试")
    revision.bump(TOPIC)
    for route in (r for r in ROUTES if r.is_intake):
        response = Client().generic(
            route.method, route.address({**district.ids, "channel": "other"}), "{}", content_type="application/json",
            headers={"Authorization": f"Bearer {district.ids['channel_token']}"},
        )  # fmt: skip
        assert (response.status_code, is_problem(response)) == (403, True), str(route)


def test_changes_with_a_session_cookie_need_the_csrf_token(district):
    client, wrong = district.client("admin", enforce_csrf_checks=True), []
    for route in ROUTES:
        if route.method == "GET" or route.is_intake or route.is_resident:
            continue
        response = ask(client, route, district)
        if response.status_code != 403 or response.json()["code"] != "csrf_failed" or not is_problem(response):
            wrong.append((str(route), response.status_code, response.content[:200]))
    assert wrong == []


def test_an_access_token_needs_no_csrf_token_and_does_no_more_than_it_is_limited_to(district):
    from chengyun.org.auth import issue_token
    from chengyun.org.models import Account

    secret = issue_token(Account.objects.get(username="admin"), "只读", ["case.view", "case.view_all"])[1]
    client = Client(enforce_csrf_checks=True)
    may = {"headers": {"Authorization": f"Bearer {secret}"}}
    assert client.get("/api/v1/cases", **may).status_code == 200
    body = json.dumps({"text": "备注"})
    address = f"/api/v1/cases/{district.ids['number']}/actions/note"
    response = client.post(address, body, content_type="application/json", **may)
    assert (response.status_code, response.json()["permission"]) == (403, "case.note")


def test_a_disabled_account_is_out_at_once(district):
    from chengyun.org.models import Account

    client = district.client("admin")
    assert client.get("/api/v1/cases").status_code == 200
    Account.objects.filter(username="admin").update(is_active=False)
    assert client.get("/api/v1/cases").status_code == 401


def test_an_account_that_must_change_its_password_can_do_nothing_else(district):
    from chengyun.org.models import Account

    Account.objects.filter(username="admin").update(must_change_password=True)
    client, wrong = district.client("admin"), []
    before = {("DELETE", "/api/v1/session"), ("POST", "/api/v1/session/password")}
    for route in ROUTES:
        if route.is_public or route.is_intake or route.is_resident or (route.method, route.path) in before:
            continue
        response = ask(client, route, district)
        if response.status_code != 403 or response.json()["code"] != "password_change_required":
            wrong.append((str(route), response.status_code))
    assert wrong == []


def test_a_wrong_method_or_address_is_refused_in_the_same_shape(district):
    client = district.client("admin")
    known = {(r.method, r.path) for r in ROUTES}
    for route in ROUTES:
        for method in METHODS:
            if (method.upper(), route.path) not in known:
                response = client.generic(method.upper(), route.address(district.ids), "{}", "application/json")
                assert response.status_code in (405, 404, 422), (method, str(route))
                assert is_problem(response), (method, str(route), response.content[:200])
    for address in ("/api/", "/api/v1/nothing", "/api/v2/cases", "/api/v1/cases/无/不存在", "/nowhere"):
        response = client.get(address)
        assert (response.status_code, is_problem(response)) == (404, True), address


def test_a_wrong_host_is_refused_in_the_same_shape(district):
    response = Client(headers={"Host": "evil.example"}).get("/api/v1/session")
    assert (response.status_code, is_problem(response)) == (400, True)


def test_the_list_of_public_routes_has_no_stale_entries():
    assert {(r.method, r.path) for r in ROUTES} >= PUBLIC | OWN
