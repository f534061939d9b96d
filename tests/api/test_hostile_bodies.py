"""Bodies that are no proper JSON, or too much of it: refused in words at every door."""

from __future__ import annotations

import pytest
from django.middleware.csrf import _get_new_csrf_string

from .hostile import sane
from .routes import routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(district):
    return district.client("admin")


def bearer(district, route) -> dict[str, str]:
    """The token of who may ask there, if it is nobody of the staff."""
    name = "channel_token" if route.is_intake else "resident_token" if route.is_resident else ""
    return {"Authorization": f"Bearer {district.ids[name]}"} if name else {}


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe{}", b'{"text": "\xff"}', b"[" * 100_000, b'{"a":' * 50_000 + b"1",
     b'{"text":"a","text":"b"}', b"{}" * 1000, b"\xef\xbb\xbf{}", b'{"text": "\\ud800"}'],
    ids=lambda body: body[:12].decode("latin-1"),
)  # fmt: skip
def test_a_body_that_is_no_proper_json_is_refused_at_every_door(district, admin, body):
    for route in routes():
        if route.method == "GET" or "application/json" not in str(route.operation.get("requestBody", "")):
            continue
        answer = admin.generic(
            route.method, route.address(district.ids), body, content_type="application/json",
            headers=bearer(district, route),
        )  # fmt: skip
        sane(answer, 200, 204, 400, 409, 413, 415, 422)


@pytest.mark.parametrize(
    ("kind", "body"),
    [("multipart/form-data", b""), ("multipart/form-data; boundary=x", b"--x--\r\n"), ("text/plain", b"a=1"),
     ("application/x-www-form-urlencoded", b"a=1&b=%ff"), ("application/x-www-form-urlencoded; charset=no", b"a=1")],
)  # fmt: skip
def test_a_form_where_json_is_due_is_refused_at_every_door(district, kind, body):
    """As a browser sends it: with the session's CSRF token, which is looked for in a form before anything else."""
    admin = district.client("admin", enforce_csrf_checks=True)
    admin.cookies["chengyun_csrf"] = secret = _get_new_csrf_string()
    for route in routes():
        if route.method == "GET" or "application/json" not in str(route.operation.get("requestBody", "")):
            continue
        headers = {"X-CSRFToken": secret} if not route.is_intake and not route.is_resident else bearer(district, route)
        answer = admin.generic(
            route.method, route.address(district.ids), body, content_type=kind, headers=headers
        )  # fmt: skip
        sane(answer, 400, 409, 413, 415, 422)


@pytest.mark.parametrize("depth", [200, 300, 900, 1100])
def test_json_nested_without_end_is_refused_wherever_free_json_is_taken(district, admin, depth):
    nest = '{"a":' * depth + "1" + "}" * depth
    case, batch, draft = (district.ids[name] for name in ("number", "batch_id", "draft_id"))
    for method, path, template in (
        ("PUT", "/drafts", f'{{"id":"{draft}","data":%s}}'), ("POST", "/views", '{"name":"清单","query":%s}'),
        ("PUT", f"/imports/{batch}/mapping", '{"fields":{},"options":%s}'),
        ("PUT", f"/imports/{batch}/mapping", '{"fields":{"title":%s}}'),
        ("POST", "/cases/bulk/accept", f'{{"items":[{{"number":"{case}"}}],"data":%s}}'),
        ("POST", f"/cases/{case}/actions/note", '{"text":%s}'), ("POST", f"/cases/{case}/actions/note", "%s"),
        ("POST", "/cases", '{"kind":"complaint","text":"路灯","then":[{"action":"accept","data":%s}]}'),
    ):  # fmt: skip
        answer = admin.generic(method, f"/api/v1{path}", template % nest, content_type="application/json")
        sane(answer, 200, 201, 204, 400, 409, 422)
    assert sane(admin.get("/api/v1/drafts"), 200)
    assert sane(admin.get("/api/v1/views"), 200)
    assert sane(admin.get(f"/api/v1/imports/{batch}"), 200)


@pytest.mark.parametrize("number", ["1e300", "-1.7e308", "9.3e18"])
def test_a_number_that_would_come_back_larger_than_any_answer_holds_is_refused(district, admin, number):
    draft = district.ids["draft_id"]
    for method, path, template in (
        ("PUT", "/drafts", f'{{"id":"{draft}","data":{{"a":[%s]}}}}'),
        ("POST", "/views", '{"name":"清单","query":{"a":%s}}'),
    ):  # fmt: skip
        answer = admin.generic(method, f"/api/v1{path}", template % number, content_type="application/json")
        sane(answer, 422)
    assert sane(admin.get("/api/v1/drafts"), 200)
    assert sane(admin.get("/api/v1/views"), 200)
