"""The 42 points of GeoReport v2 (docs/developer/open311.md), each a test that cites its number. Every answer is asked
for in JSON and in XML, and both must say the same (conftest.Program.get)."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone as clock

from chengyun.cases import publicity
from chengyun.cases.models import Case, CaseText, Category, Clock, Published
from chengyun.channels.open311 import asking, jobs, services
from chengyun.channels.open311.models import Changeset, Received, Service
from chengyun.kernel import revision, vault

from .conftest import HERE, Program

POINTS = {}
RECORD = [
    "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible",
    "service_notice", "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode",
    "lat", "long", "media_url",
]  # fmt: skip


def point(*numbers: int):
    def keep(test):
        for number in numbers:
            POINTS[number] = test
        return test

    return keep


@pytest.mark.parametrize("number", [pytest.param(n, id=f"open311-{n}") for n in range(1, 43)])
def test_point(number, program):
    POINTS[number](program)


def test_every_point_has_a_test():
    assert sorted(POINTS) == list(range(1, 43))


# --- general ----------------------------------------------------------------------------------------------------------
@point(1)
def both_formats_are_advertised(program: Program):
    for endpoint in program.get("discovery", base="/open311")["endpoints"]:
        assert endpoint["formats"] == ["text/xml", "application/json"]


@point(2)
def the_suffix_says_the_format_and_accept_nothing(program: Program):
    answer = program.client.get("/open311/v2/services.xml", headers={"Accept": "application/json"})
    assert answer.content.startswith(b"<?xml")
    answer = program.client.get("/open311/v2/services.json", headers={"Accept": "text/xml"})
    assert json.loads(answer.content)
    assert program.client.get("/open311/v2/services").status_code == 404


@point(3)
def content_types_name_their_charset(program: Program):
    assert program.client.get("/open311/v2/services.xml")["Content-Type"] == "text/xml; charset=utf-8"
    assert program.client.get("/open311/v2/services.json")["Content-Type"] == "application/json; charset=utf-8"


@point(4)
def xml_is_declared_without_namespace_and_foreign_tags(program: Program):
    program.report()
    program.get("requests")  # the declaration, the tags and that there is no namespace are looked at for every answer
    assert b"xmlns" not in program.last.content


@point(5)
def utf8_goes_in_and_out(program: Program):
    number = program.post(service_code="0101", description="𠮷祥路“井盖”🙂", **HERE)[0]["service_request_id"]
    assert "𠮷祥路“井盖”🙂" in CaseText.objects.get(case__number=number).text
    assert program.get("services")[0]["service_name"] == "占道经营"


@point(6)
def times_have_their_zone(program: Program):
    number = program.report()
    said = program.get(f"requests/{number}")[0]["requested_datetime"]
    assert datetime.fromisoformat(said).utcoffset() is not None
    assert len(said) == len("2026-11-22T08:00:00+08:00")
    assert "时区" in program.get("requests", expect=400, start_date="2026-11-22T08:00:00")[0]["description"]
    program.get("requests", start_date=f"{clock.now():%Y-%m-%d}T00:00:00 08:00")  # a form made "+" a blank


@point(7)
def json_lists_are_bare_and_what_is_empty_is_null(program: Program):
    assert isinstance(program.get("services"), list)
    number = program.report()
    one = program.get(f"requests/{number}")
    assert isinstance(one, list)
    assert one[0]["zipcode"] is None
    assert b"<zipcode/>" in program.last.content
    assert isinstance(program.get("services/0102")["attributes"], list)


@point(8)
def an_empty_parameter_is_none(program: Program):
    number = program.report()
    empty = {"service_request_id": "", "service_code": "", "status": "", "start_date": "", "jurisdiction_id": ""}
    assert [one["service_request_id"] for one in program.get("requests", **empty)] == [number]


@point(9)
def the_jurisdiction_may_be_left_out_but_not_be_wrong(program: Program):
    for path in ("services", "services/0101", "requests"):
        program.get(path)
        program.get(path, jurisdiction_id="429999")
        assert program.get(path, expect=404, jurisdiction_id="elsewhere.gov")[0]["code"] == "404"


@point(10)
def key_and_jurisdiction_may_come_in_query_or_form(program: Program):
    given = {"service_code": "0101", "description": "一", **HERE}
    assert program.post(query=f"?api_key={program.key}&jurisdiction_id=429999", **given)
    assert program.post(**{**given, "description": "二", "jurisdiction_id": "429999"})
    program.post(expect=404, **{**given, "jurisdiction_id": "elsewhere"})


@point(11)
def ids_are_text_and_flags_are_flags(program: Program):
    service = program.get("services")[0]
    assert (service["service_code"], service["metadata"]) == ("0101", False)
    question = program.get("services/0102")["attributes"][0]
    assert (question["required"], question["variable"]) == (True, True)
    assert b"<required>true</required>" in program.last.content
    assert isinstance(program.post(service_code="0101", **HERE)[0]["service_request_id"], str)


# --- discovery --------------------------------------------------------------------------------------------------------
@point(12, 13, 15)
def discovery_names_a_production_and_a_test_endpoint(program: Program):
    found = program.get("discovery", base="/open311")
    assert list(found) == ["changeset", "contact", "key_service", "endpoints"]
    assert all(found.values())
    for endpoint in found["endpoints"]:
        assert list(endpoint) == ["specification", "url", "changeset", "type", "formats"]
        assert endpoint["specification"] == "http://wiki.open311.org/GeoReport_v2"
        assert endpoint["url"].startswith("http://testserver/open311/")
        assert (
            program.client.get(endpoint["url"].removeprefix("http://testserver") + "/services.xml").status_code == 200
        )
    assert [endpoint["type"] for endpoint in found["endpoints"]] == ["production", "test"]


@point(14)
def the_changeset_moves_when_services_do(program: Program):
    def changeset():
        services.forget()
        return program.get("discovery", base="/open311")["changeset"]

    first = changeset()
    assert datetime.fromisoformat(first) <= clock.now()
    assert changeset() == first
    Changeset.objects.update(at=clock.now() - timedelta(days=2))
    before = changeset()
    Service.objects.filter(category__code="0101").update(description="改了说明")
    revision.bump(services.TOPIC)
    assert changeset() > before


# --- services ---------------------------------------------------------------------------------------------------------
@point(16)
def services_say_what_a_program_needs(program: Program):
    found = {one["service_code"]: one for one in program.get("services")}
    assert found["0101"] == {
        "service_code": "0101", "service_name": "占道经营", "description": "占用人行道", "metadata": False,
        "type": "realtime", "keywords": "占道,摊贩", "group": "城市管理",
    }  # fmt: skip
    assert [found[code]["type"] for code in ("0103", "0104")] == ["batch", "blackbox"]
    assert found["0102"]["metadata"] is True


@point(17)
def services_of_another_jurisdiction_do_not_exist(program: Program):
    program.get("services", expect=404, jurisdiction_id="elsewhere")


@point(18, 19, 20)
def a_definition_lists_its_questions(program: Program):
    found = program.get("services/0102")
    assert found["service_code"] == "0102"
    assert found["attributes"][0] == {
        "variable": True, "code": "lamp", "datatype": "singlevaluelist", "required": True,
        "datatype_description": "选一项", "order": 1, "description": "路灯怎么了",
        "values": [{"key": "dark", "name": "不亮"}, {"key": "leaning", "name": "倾斜"}],
    }  # fmt: skip
    allowed = {"string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"}
    assert {one["datatype"] for one in found["attributes"]} <= allowed
    assert set(Service.DATATYPES) == allowed
    assert [one["order"] for one in found["attributes"]] == [1, 2, 3, 4]


@point(21)
def an_unknown_service_is_404(program: Program):
    assert program.get("services/9999", expect=404)[0]["code"] == "404"
    program.get("services/01", expect=404)  # a category that is no service


@point(22)
def a_service_without_questions_has_an_empty_definition(program: Program):
    assert program.get("services/0101") == {"service_code": "0101", "attributes": []}


# --- POST requests ----------------------------------------------------------------------------------------------------
@point(23)
def forms_are_taken_and_multipart_too(program: Program):
    assert program.post(service_code="0101", description="一", **HERE)
    given = {"api_key": program.key, "service_code": "0101", "description": "二", **HERE}
    assert program.client.post("/open311/v2/requests.json", given).status_code == 200
    answer = program.client.post("/open311/v2/requests.json", "{}", content_type="application/json")
    assert (answer.status_code, json.loads(answer.content)[0]["code"]) == (400, "400")


@point(24)
def without_a_good_key_it_is_403(program: Program):
    for key in ("", "wrong", "cyi_wrongwrongwrong", program.test_key):
        assert program.post(expect=403, api_key=key, service_code="0101", **HERE)[0]["code"] == "403"
    assert program.post(expect=403, form="xml", api_key="", service_code="0101", **HERE)[0]["code"] == "403"
    assert Case.objects.count() == 0


@point(25)
def a_service_is_needed_and_must_exist(program: Program):
    program.post(expect=400, description="没有类别", **HERE)
    program.post(expect=404, service_code="9999", description="不认识的类别", **HERE)


@point(26)
def a_place_is_needed_in_one_of_three_ways(program: Program):
    program.post(expect=400, service_code="0101")
    program.post(expect=400, service_code="0101", lat="30.5")
    program.post(expect=400, service_code="0101", lat="30.5", long="east")
    program.post(expect=400, service_code="0101", lat="91", long="114.3")
    program.post(expect=400, service_code="0101", address_id="nowhere")
    assert program.post(service_code="0101", address_string="幸福路口")
    number = program.post(service_code="0101", **HERE)[0]["service_request_id"]
    case = Case.objects.get(number=number)
    assert (case.lat, case.lng, case.crs) == (30.55, 114.3, "wgs84")


@point(27)
def answers_to_questions_are_checked(program: Program):
    given = {"service_code": "0102", "description": "路灯", **HERE}
    said = program.post(expect=400, **given)
    assert "attribute[lamp]" in said[0]["description"]
    program.post(expect=400, **given, **{"attribute[lamp]": "gone"})
    wrong = {"attribute[lamp]": "gone", "attribute[count]": "many", "attribute[since]": "昨天", "attribute[x]": "1"}
    assert len(program.post(expect=400, **given, **wrong)) == 4
    right = {"attribute[lamp]": "dark", "attribute[blocks][]": ["road", "walk"], "attribute[count]": "2"}
    number = program.post(**given, **right)[0]["service_request_id"]
    text = CaseText.objects.get(case__number=number).text
    assert "路灯怎么了：不亮" in text
    assert "挡住了什么：车道、人行道" in text


@point(28)
def what_is_optional_is_kept_where_it_belongs(program: Program):
    words = "第一行\n第二行 <b>不是</b> HTML"
    number = program.post(
        service_code="0101", description=words, email="a@example.org", device_id="d-1", account_id="u-1",
        first_name="三", last_name="张", phone="13900000001", media_url="https://example.org/1.jpg", **HERE,
    )[0]["service_request_id"]  # fmt: skip
    case = Case.objects.select_related("requester").get(number=number)
    sealed = vault.open_(bytes(case.requester.sealed))
    assert (sealed["name"], sealed["phone"]) == ("张三", "13900000001")
    assert vault.open_(bytes(Received.objects.get(case=case).sealed))["email"] == "a@example.org"
    assert words in CaseText.objects.get(case=case).text
    program.post(expect=400, service_code="0101", description="长" * 4001, **HERE)
    program.post(expect=400, service_code="0101", media_url="javascript:alert(1)", **HERE)


@point(29)
def a_number_or_a_token_or_neither(program: Program):
    made = program.post(service_code="0101", account_id="u-1", **HERE)
    assert [list(one) for one in made] == [["service_request_id", "service_notice", "account_id"]]
    assert (made[0]["service_notice"], made[0]["account_id"]) == ("请记下编号", "u-1")
    assert list(program.post(service_code="0103", description="建议", **HERE)[0]) == [
        "token",
        "service_notice",
        "account_id",
    ]
    made = program.post(service_code="0104", description="举报", form="xml", **HERE)
    assert made == [{"service_notice": "已收到", "account_id": None}]
    assert Case.objects.filter(category__code="0104").count() == 1


@point(30)
def success_is_200(program: Program):
    program.post(expect=200, service_code="0101", **HERE)


# --- tokens -----------------------------------------------------------------------------------------------------------
@point(31)
def a_token_becomes_a_number(program: Program):
    token = program.post(service_code="0103", description="建议多种树", **HERE)[0]["token"]
    assert program.get(f"tokens/{token}") == [{"service_request_id": None, "token": token}]
    jobs.settle_one(token)
    jobs.settle_one(token)  # harmless when done twice
    number = Case.objects.get(category__code="0103").number
    assert program.get(f"tokens/{token}") == [{"service_request_id": number, "token": token}]
    program.get("tokens/00000000-0000-4000-8000-000000000000", expect=404)
    program.get("tokens/none", expect=404)


# --- GET requests -----------------------------------------------------------------------------------------------------
def numbers(found: list[dict]) -> set[str]:
    return {one["service_request_id"] for one in found}


@point(32)
def ids_override_everything_else(program: Program):
    one, two = program.report("一"), program.report("二")
    program.report("三")
    old = clock.now() - timedelta(days=400)
    Case.objects.filter(number=one).update(received_at=old)
    Published.objects.filter(case__number=one).update(received_at=old)
    found = program.get("requests", service_request_id=f"{one}, {two},none", status="closed", service_code="9999")
    assert [one["service_request_id"] for one in found] == [one, two]


@point(33)
def services_are_a_comma_list(program: Program):
    one, two = program.report("一"), program.report("二", code="0102", **{"attribute[lamp]": "dark"})
    assert numbers(program.get("requests", service_code="0102")) == {two}
    assert numbers(program.get("requests", service_code="0101, 0102")) == {one, two}
    assert program.get("requests", service_code="9999") == []


@point(34)
def states_are_open_and_closed(program: Program):
    one, two = program.report("一"), program.report("二")
    program.do(two, "reject", ground="litigation", explanation="不属于本区管辖")
    assert numbers(program.get("requests", status="open")) == {one}
    assert numbers(program.get("requests", status="closed")) == {two}
    assert numbers(program.get("requests", status="open,closed")) == {one, two}
    program.get("requests", expect=400, status="pending")


@point(35)
def a_span_is_ninety_days_at_most(program: Program):
    new, old = program.report("新"), program.report("旧")
    past = clock.now() - timedelta(days=100)
    Case.objects.filter(number=old).update(received_at=past)
    Published.objects.filter(case__number=old).update(received_at=past)
    assert numbers(program.get("requests")) == {new}
    start, end = (past - timedelta(days=1)).isoformat(), (past + timedelta(days=1)).isoformat()
    assert numbers(program.get("requests", start_date=start, end_date=end)) == {old}
    assert numbers(program.get("requests", start_date=start)) == {old}
    said = program.get("requests", expect=400, start_date=start, end_date=clock.now().isoformat())
    assert "90" in said[0]["description"]
    program.get("requests", expect=400, start_date=end, end_date=start)


@point(36)
def at_most_a_thousand_are_told(program: Program):
    assert asking.asked(asking.Given({}), clock.now()).size == 1000
    program.get("requests", expect=400, page_size="1001")


@point(37)
def a_record_says_everything_and_nothing_more(program: Program):
    number = program.report("路灯不亮", address_string="幸福路12号3单元501室")
    program.do(number, "accept")
    found = program.get(f"requests/{number}")[0]
    assert list(found) == RECORD
    assert (found["status"], found["service_name"], found["service_notice"]) == ("open", "占道经营", "请记下编号")
    assert (found["lat"], found["long"], found["address"]) == (30.55, 114.3, "幸福路")
    due = Clock.objects.get(case__number=number, stage="close").due_at
    assert datetime.fromisoformat(found["expected_datetime"]) == due.replace(microsecond=0)
    assert found["status_notes"] == "已受理，正在安排承办单位"


@point(38)
def a_closed_request_was_updated_when_it_closed(program: Program):
    number = program.report()
    program.do(number, "reject", ground="litigation", explanation="不属于本区管辖")
    found, case = program.get(f"requests/{number}")[0], Case.objects.get(number=number)
    assert found["status"] == "closed"
    assert datetime.fromisoformat(found["updated_datetime"]) == case.closed_at.replace(microsecond=0)


@point(39)
def none_found_is_an_empty_list(program: Program):
    assert program.get("requests") == []
    assert program.last.content.endswith(b"<service_requests></service_requests>")


@point(40)
def what_is_private_or_not_released_never_appears(program: Program):
    told = program.report("公开的", phone="13900000001", last_name="张", first_name="三", account_id="u-77")
    hidden = [program.report(f"不公开 {n}") for n in range(4)]
    Published.objects.filter(case__number=hidden[0]).delete()
    Case.objects.filter(number=hidden[1]).update(flags=["sensitive"])
    Case.objects.filter(number=hidden[2]).update(facts={"private": True})
    Case.objects.filter(number=hidden[3]).update(category=Category.objects.get(code="01"))
    assert numbers(program.get("requests")) == {told}
    assert numbers(program.get("requests", service_request_id=",".join([told, *hidden]))) == {told}
    for number in hidden:
        program.get(f"requests/{number}", expect=404)
    said = json.dumps(program.get(f"requests/{told}", extensions="true"), ensure_ascii=False)
    for secret in ("13900000001", "张", "u-77", "公开的"):
        assert secret not in said
    program.do(told, "edit", flags=["leader"])
    assert program.get("requests") == []
    assert publicity.refused_because(Case.objects.get(number=told))


@point(41)
def one_request_is_a_list_of_one(program: Program):
    number = program.report()
    assert len(program.get(f"requests/{number}")) == 1
    program.get("requests/none", expect=404)


# --- errors -----------------------------------------------------------------------------------------------------------
@point(42)
def errors_have_one_shape_in_the_format_that_was_asked_for(program: Program):
    for path, status in (("nothing", 404), ("requests/none", 404), ("services/none", 404)):
        found = program.get(path, expect=status)
        assert [list(one) for one in found] == [["code", "description"]]
    answer = program.client.delete("/open311/v2/requests.xml")
    assert (answer.status_code, answer["Content-Type"]) == (400, "text/xml; charset=utf-8")
    assert ElementTree.fromstring(answer.content).tag == "errors"
    for address in ("/open311/v2/", "/open311/nothing.html", "/open311/services.json"):
        answer = program.client.get(address)
        assert (answer.status_code, json.loads(answer.content)[0]["code"]) == (404, "404"), address
    english = program.client.get("/open311/v2/services/none.json", headers={"Accept-Language": "en"})
    assert json.loads(english.content)[0]["description"].startswith("There is no service none.")
