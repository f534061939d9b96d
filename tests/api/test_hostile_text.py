"""Text that wants to be something else (SQL, HTML, a formula, a broken character) in every field: kept as text."""

from __future__ import annotations

import base64
import io
import json
from datetime import UTC, datetime

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chengyun.cases import lifecycle
from chengyun.cases.models import Case
from chengyun.channels.imports import runner
from chengyun.kernel.paging import encode_cursor

from .hostile import sane, send
from .routes import routes

pytestmark = pytest.mark.django_db

SQL = "'; DROP TABLE cases_case; --"
HTML = "<script>alert(1)</script><img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://evil.example","点我")'
KEPT = [
    SQL, HTML, FORMULA, "+1+1", "-2+3", "@SUM(A1:A9)", "%s %(x)s {0} {}", "\\'\"`$;|&", "1' OR '1'='1",
    "../../../etc/passwd", "‮gpj.exe‬", "零​宽", "👨‍👩‍👧‍👦 表情", "𠮷野家", "ﬁ①Ａ", "a" * 3000, "路灯" * 900,
    "' & | ! ( ) : * <-> \\", "%_%", "\u2028\u2029", "null", "\t制表", "0x41", "Ω≈ç√∫", "مرحبا", "\ufeff带BOM",
]  # fmt: skip
BROKEN = ["\x00", "前\x00后", "\ud800", "尾\udfff"]


@pytest.fixture
def admin(district):
    return district.client("admin")


@pytest.fixture
def unit(district):
    """Somebody of the unit that handles the case `ids["number"]`."""
    return district.client("lights")


def case_body(district, **more):
    return {
        "kind": "complaint", "channel": "phone", "category_id": district.ids["category_id"],
        "text": "路灯不亮，晚上出行不便", **more,
    }  # fmt: skip


@pytest.mark.parametrize("nasty", KEPT)
def test_what_a_caller_says_is_kept_word_for_word(district, admin, nasty):
    body = case_body(district, text=f"路灯{nasty}", title=nasty[:100], place={"address": nasty[:180]})
    body["requester"] = {"name": nasty[:50], "phone": "13800000000", "address": nasty[:180]}
    made = send(admin, "POST", "/cases", body)
    assert sane(made, 201)
    number = made.json()["number"]
    page = admin.get(f"/api/v1/cases/{number}").json()
    assert page["text"] == f"路灯{nasty}".strip()
    assert page["title"] == (nasty[:100].strip() or page["title"])
    assert page["address"] == nasty[:180].strip()
    shown = send(admin, "POST", f"/cases/{number}/unmask", {"reason": f"核对{nasty[:150]}"}).json()
    assert shown["address"] == nasty[:180].strip()
    assert shown["name"] == nasty[:50].strip()
    for action in ("note", "supplement"):
        assert sane(send(admin, "POST", f"/cases/{number}/actions/{action}", {"text": f"说明{nasty}"}), 200)
    events = admin.get(f"/api/v1/cases/{number}/events").json()["items"]
    assert [row["payload"]["text"] for row in events[1:]] == [f"说明{nasty}".strip()] * 2
    assert Case.objects.filter(number=number).exists()


@pytest.mark.parametrize("nasty", BROKEN, ids=ascii)
def test_characters_that_cannot_be_stored_are_refused_by_field_or_left_out(district, admin, nasty):
    for body in (
        case_body(district, text=f"路灯{nasty}"), case_body(district, title=nasty), case_body(district, kind=nasty),
        case_body(district, requester={"name": nasty}), case_body(district, place={"address": nasty}),
        case_body(district, flags=[nasty]), case_body(district, then=[{"action": nasty, "data": {}}]),
        case_body(district, then=[{"action": "accept", "data": {"note": nasty}}]),
    ):  # fmt: skip
        if sane(send(admin, "POST", "/cases", body), 201, 400, 422):
            assert "\x00" not in Case.objects.latest("id").title
    number = district.ids["number"]
    unit = district.client("lights")
    for action, data in (
        ("note", {"text": f"备注{nasty}"}), ("supplement", {"text": f"补充{nasty}"}), ("edit", {"title": f"标{nasty}"}),
        ("contact", {"what": f"联系{nasty}"}), ("handle", {"measures": f"措施{nasty}"}), (f"no{nasty}te", {}),
        ("handle", {"measures": "措施", "files": [nasty]}), ("edit", {"flags": [nasty]}), ("note", {nasty: "x"}),
        ("join", {"into": nasty}), ("return", {"reason": nasty, "explanation": "情况说明"}),
        ("reply", {"reply": "已经修好", "outcome": nasty}), ("request_suspension", {"ground": nasty}),
    ):  # fmt: skip
        for person in (admin, unit):
            answer = send(person, "POST", f"/cases/{number}/actions/{_quoted(action)}", data)
            sane(answer, 200, 400, 403, 404, 409, 422)
    for method, path, body in (
        ("PUT", "/drafts", {"id": str(district.ids["draft_id"]), "data": {"text": nasty, nasty: 1}}),
        ("POST", "/views", {"name": "清单", "query": {"q": nasty}}),
        ("POST", "/views", {"name": "清单", "query": {"q": [{nasty: 1}]}}),
        ("POST", "/views", {"name": f"清单{nasty}", "query": {"q": nasty, nasty: nasty}, "columns": [nasty]}),
        ("POST", "/session", {"username": nasty, "password": nasty}),
        ("POST", "/session/one-time", {"token": nasty, "new_password": f"correct-horse-7{nasty}"}),
        ("POST", "/session/password", {"old": nasty, "new": f"correct-horse-7{nasty}"}),
        ("POST", "/tokens", {"name": f"脚本{nasty}", "scopes": [nasty]}),
        ("POST", f"/cases/{number}/unmask", {"reason": f"核对{nasty}"}),
        ("POST", "/cases/bulk/note", {"items": [{"number": nasty}], "data": {"text": nasty}}),
        ("POST", "/cases/bulk/accept", {"items": [{"number": nasty}], "data": {"note": nasty}}),
        ("POST", "/masterdata/units/import", {"token": nasty}),
        ("PUT", f"/imports/{district.ids['batch_id']}/mapping", {"fields": {nasty: {"column": nasty}}}),
        ("PUT", f"/imports/{district.ids['batch_id']}/mapping", {"fields": {}, "options": {nasty: nasty}}),
        ("PUT", f"/imports/{district.ids['batch_id']}/mapping", {"fields": {}, "save_as": nasty}),
    ):  # fmt: skip
        sane(send(admin, method, path, body), 200, 201, 204, 400, 401, 404, 409, 410, 422)


@pytest.mark.parametrize("nasty", BROKEN, ids=ascii)
def test_a_door_refuses_or_cleans_broken_characters(district, client, nasty):
    body = {
        "external_id": f"X{nasty}", "kind": "complaint", "title": nasty, "text": f"井盖{nasty}",
        "requester": {"name": nasty, "phone": nasty, "id_number": nasty}, "place": {"address": nasty},
        "files": [{"name": f"a{nasty}.txt", "content_base64": "5pmu6YCa5paH5a2X"}],
    }  # fmt: skip
    bearer = {"Authorization": f"Bearer {district.ids['channel_token']}"}
    for part in (body, {**body, "external_id": "X-1"}, {**body, "external_id": "X-2", "files": []}):
        answer = client.post("/api/v1/intake/app", json.dumps(part), "application/json", headers=bearer)
        sane(answer, 201, 400, 422)


@pytest.mark.parametrize("nasty", [SQL, FORMULA, "' & | ! ( ) : * <-> \\", "%_%s{0}", *BROKEN], ids=ascii)
def test_every_search_and_filter_takes_every_text(district, admin, nasty):
    for route in routes():
        if route.method != "GET" or route.is_intake:
            continue
        for parameter in route.operation.get("parameters", ()):
            if parameter["in"] != "query":
                continue
            path = route.address(district.ids)
            mark = "&" if "?" in path else "?"
            answer = admin.get(f"{path}{mark}{parameter['name']}={_quoted(nasty)}")
            sane(answer, 200, 304, 400, 404, 422)


def test_search_finds_what_looks_like_an_attack(district, admin):
    for nasty in KEPT:
        sane(admin.get("/api/v1/cases", {"q": nasty}), 200, 422)
    for word in (SQL, HTML, FORMULA):
        number = send(admin, "POST", "/cases", case_body(district, text=f"屏幕上写着 {word}")).json()["number"]
        found = admin.get("/api/v1/cases", {"q": word}).json()["items"]
        assert number in [row["number"] for row in found]


def test_drafts_and_views_come_back_as_they_were(district, admin):
    data = {str(n): text for n, text in enumerate(KEPT)}
    key = str(district.ids["draft_id"])
    assert sane(send(admin, "PUT", "/drafts", {"id": key, "data": data}), 204)
    assert [row["data"] for row in admin.get("/api/v1/drafts").json() if row["id"] == key] == [data]
    made = send(admin, "POST", "/views", {"name": HTML[:40], "query": {"q": SQL}, "columns": ["title:320"]}).json()
    assert (made["name"], made["query"]["q"]) == (HTML[:40], SQL)
    sane(send(admin, "POST", "/views", {"name": "列", "columns": [FORMULA[:60]]}), 422)


# --- numbers, dates, shapes -----------------------------------------------------------------------------------------
NUMBERS = [
    "1e400",
    "-1e400",
    "NaN",
    "Infinity",
    str(2**63),
    "9" * 18,
    "999999",
    str(-(2**63) - 1),
    str(2**70),
    "1" * 400,
    "1.5",
    "-0",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_beyond_every_bound_are_refused(district, admin, number):
    case = district.ids["number"]
    for path, template in (
        ("/cases", '{"kind":"complaint","channel":"phone","text":"路灯不亮","category_id":%s}'),
        ("/cases", '{"kind":"complaint","channel":"phone","text":"路灯不亮","place":{"area_id":%s}}'),
        ("/cases", '{"kind":"complaint","channel":"phone","text":"路灯不亮","place":{"lng":%s,"lat":30}}'),
        (f"/cases/{case}/actions/note", '{"text":"备注","version":%s}'),
        (f"/cases/{case}/actions/handle", '{"measures":"备注","assignment_id":%s}'),
        (f"/cases/{case}/actions/edit", '{"lng":%s,"lat":30}'),
        (f"/cases/{case}/actions/edit", '{"category_id":%s}'),
        (f"/cases/{case}/actions/reassign", '{"unit_id":%s}'),
        (f"/cases/{case}/actions/add_co_unit", '{"unit_ids":[%s]}'),
        (f"/cases/{case}/actions/request_extension", '{"amount":%s,"reason":"等待配件","told_requester":true}'),
        ("/notices/read", '{"ids":[%s]}'),
    ):  # fmt: skip
        answer = admin.post(f"/api/v1{path}", template % number, content_type="application/json")
        sane(answer, 200, 201, 204, 400, 409, 422)
    for path in (
        f"/cases/{case}/clocks/{number}/explain", f"/views/{number}", f"/tokens/{number}",
        f"/imports/mappings/{number}", f"/cases?limit={number}", f"/cases?hour={number}", f"/notices?limit={number}",
        f"/places/locate?lng={number}&lat={number}", f"/imports?limit={number}",
    ):  # fmt: skip
        method = admin.get if "?" in path or "explain" in path else admin.delete
        sane(method(f"/api/v1{path}"), 200, 404, 422)


MOMENTS = [
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    "2026-02-30T00:00:00Z", "2026-13-01", "99999999999999", "-1", "1e20", "2026-03-02T09:00:00", "昨天",
    "2026-03-02T09:00:00+99:00", "2026-03-02T09:00:00-23:00", "2026-03-02T09:00:00+23:59", "1899-12-31T23:59:59Z",
    "2026-06-30T23:59:60Z",
]  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS)
def test_moments_at_the_end_of_time_are_refused_or_mean_something(district, admin, unit, moment):
    case = district.ids["number"]
    made = send(admin, "POST", "/cases", case_body(district, occurred_at=moment))
    if sane(made, 201, 422):
        assert sane(admin.get(f"/api/v1/cases/{made.json()['number']}"), 200)
    for name in ("received_from", "received_to", "closed_from", "closed_to"):
        sane(admin.get("/api/v1/cases", {name: moment}), 200, 422)
        sane(admin.get("/api/v1/board", {name: moment}), 200, 422)
    for start in (moment, "2026-01-01"):
        sane(admin.get("/api/v1/board", {"period": "days", "start": start, "end": moment}), 200, 422)
        sane(admin.get("/api/v1/board", {"period": "days", "start": start, "end": moment[:10]}), 200, 422)
    sane(send(admin, "POST", "/tokens", {"name": "脚本", "expires_at": moment}), 201, 422)
    reply = {"reply": "暂时不能解决", "outcome": "not_now", "outcome_reason": "无", "review_date": moment}
    sane(send(unit, "POST", f"/cases/{case}/actions/reply", reply), 200, 422)
    body = {"external_id": f"M{moment}", "kind": "complaint", "text": "井盖", "occurred_at": moment}
    bearer = {"Authorization": f"Bearer {district.ids['channel_token']}"}
    sane(admin.post("/api/v1/intake/app", json.dumps(body), "application/json", headers=bearer), 201, 422)


def raw_cursor(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


CURSORS = [
    "x", "=", "e30", "a" * 999, encode_cursor([]), encode_cursor(["-received_at", None, 1]), encode_cursor([1, 2, 3]),
    encode_cursor(["-received_at", "2026-01-01", 5]), encode_cursor(["-received_at", "0001-01-01T00:00:00+14:00", 5]),
    encode_cursor(["-received_at", datetime(2026, 1, 1, tzinfo=UTC), 2**63]), "\x00", "翻页",
    raw_cursor('["-received_at","2026-01-01T00:00:00+00:00",-9223372036854775999]'),
    raw_cursor('["-received_at","2026-01-01T00:00:00+00:00",1e400]'), raw_cursor("[" * 500),
    encode_cursor(["-received_at", datetime(2026, 1, 1, tzinfo=UTC), True]), encode_cursor(["-received_at", {}, []]),
    encode_cursor(["next_due_at", None, 1]), encode_cursor(["-received_at", "9999-12-31T23:59:59-12:00", 1]),
    encode_cursor(["-received_at", "2026-03-02T09:00:00-23:00", 1]),
]  # fmt: skip


@pytest.mark.parametrize("cursor", CURSORS, ids=ascii)
def test_a_made_up_cursor_is_refused_or_is_just_another_place(district, admin, cursor):
    for sort in ("-received_at", "received_at", "next_due_at", "-closed_at"):
        sane(admin.get("/api/v1/cases", {"sort": sort, "cursor": cursor}), 200, 400, 422)
    sane(admin.get("/api/v1/accounts/events", {"cursor": cursor}), 200, 400, 422)


# --- spreadsheets ---------------------------------------------------------------------------------------------------
STARTS = ("=", "+", "-", "@", "\t", "\r")
CELLS = [FORMULA, "+1+1", "-2+3", "@SUM(A1)", "=1+1", HTML, SQL, "=cmd|' /C calc'!A0", "＝1+1"]


def no_formula_in(content: bytes, kind: str) -> list[str]:
    """Texts of all cells; fails when a spreadsheet program would calculate one of them."""
    if kind == "csv":
        import csv

        cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
        assert not [cell for cell in cells if cell.startswith(STARTS) and not _is_number(cell)]
        return cells
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    return [str(cell.value) for cell in cells if cell.value is not None]


def in_quotes(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_exported_master_data_contain_no_formula_and_can_be_imported_again(district, admin, kind):
    from chengyun.org.models import Unit

    for position, text in enumerate(CELLS):
        unit = Unit.objects.create(code=f"bad{position}", name=text[:60], short_name=text[:20], kind="other", path="/")
        Unit.objects.filter(pk=unit.pk).update(path=f"/{unit.pk}/")
    for table in (row["code"] for row in admin.get("/api/v1/masterdata").json()):
        answer = admin.get(f"/api/v1/masterdata/{table}/export", {"format": kind})
        assert answer.status_code == 200, table
        content = answer.getvalue() if answer.streaming else answer.content
        texts = no_formula_in(content, kind)
        if table == "units":
            assert any(FORMULA[:20] in text for text in texts)
            again = SimpleUploadedFile(f"units.{kind}", content)
            preview = admin.post("/api/v1/masterdata/units/preview", {"file": again}).json()
            assert preview["counts"].get("error", 0) == 0
            assert set(preview["counts"]) <= {"unchanged", "error", "create", "update", "created", "updated", "total"}
            assert [row for row in preview["rows"] if row["action"] not in ("unchanged",)] == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_of_rows_that_failed_contains_no_formula(district, admin, kind):
    lines = [
        "编号,诉求内容,诉求类型",
        *(f'H-{n},"{cell.replace(chr(34), chr(34) * 2)}",{cell[:1]}x' for n, cell in enumerate(CELLS)),
    ]
    table = SimpleUploadedFile("诉求.csv", "\n".join(lines).encode())
    batch = admin.post("/api/v1/imports", {"channel": "app", "file": table}).json()
    fields = batch["suggested"]["fields"]
    assert sane(send(admin, "PUT", f"/imports/{batch['id']}/mapping", {"fields": fields}), 200)
    assert sane(admin.post(f"/api/v1/imports/{batch['id']}/preview"), 200)
    admin.post(f"/api/v1/imports/{batch['id']}/start")
    runner.run(batch["id"])
    answer = admin.get(f"/api/v1/imports/{batch['id']}/errors", {"format": kind})
    texts = no_formula_in(answer.content, kind)
    assert len(texts) > len(CELLS), texts


def test_a_table_with_hostile_cells_is_previewed_without_a_fault(district, admin):
    for cell in [*CELLS, *KEPT]:
        line = in_quotes(cell)
        content = f"code,name,kind\n{line},{line},{line}\n".encode("utf-8", "replace")
        answer = admin.post("/api/v1/masterdata/units/preview", {"file": SimpleUploadedFile("units.csv", content)})
        sane(answer, 200, 422)


def test_the_words_of_events_never_hold_personal_data(district, admin):
    body = case_body(district, requester={"name": "赵钱孙", "phone": "13912345678", "id_number": "110101199003070011"})
    number = send(admin, "POST", "/cases", body).json()["number"]
    history = admin.get(f"/api/v1/cases/{number}/events").content.decode() + admin.get("/api/v1/cases").content.decode()
    page = admin.get(f"/api/v1/cases/{number}").content.decode()
    for secret in ("13912345678", "赵钱孙", "110101199003070011"):
        assert secret not in history + page


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="", errors="surrogatepass")


def test_every_action_is_asked_with_hostile_text_in_every_field(district, admin):
    """Each text field of each action of each lifecycle, whatever state the case is in."""
    from chengyun.cases.offers import fields_of

    number = district.ids["number"]
    for life in lifecycle.all_lifecycles():
        for rule in life.actions.values():
            if rule.code == "register":
                continue
            for nasty in (FORMULA, "\x00", "\ud800", "a" * 6000):
                data = {spec["name"]: nasty for spec in fields_of(rule)}
                sane(send(admin, "POST", f"/cases/{number}/actions/{rule.code}", data), 200, 400, 403, 404, 409, 422)
                listed = {spec["name"]: [nasty, {"a": nasty}, None, 1.5] for spec in fields_of(rule)}
                sane(send(admin, "POST", f"/cases/{number}/actions/{rule.code}", listed), 200, 400, 403, 404, 409, 422)
