"""Two judges that others wrote: the client `georeport` over a real socket, in both formats, and what the JSON Schemas
of open311/schema-validation ask for, by `jsonschema` (Draft 4)."""

from __future__ import annotations

import pytest
from georeport import GeoReport
from jsonschema import Draft4Validator, FormatChecker

from .serving import served

pytestmark = pytest.mark.django_db

# The schemas of open311/schema-validation state no licence, so they are not copied: these ask for the same members,
# types and values (schema/georeport-v2/service, service-definition, request), and beside that for no other members.
TEXT = {"type": "string"}
MAYBE = {"type": ["string", "null"]}
MAYBE_TIME = {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]}
MAYBE_NUMBER = {"type": ["number", "null"]}


def item(required: list[str], properties: dict) -> dict:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def many(one: dict) -> dict:
    return {"type": "array", "items": one}


SERVICE = item(
    ["service_code", "service_name", "metadata", "type"],
    {
        "service_code": TEXT, "service_name": TEXT, "description": MAYBE, "metadata": {"type": "boolean"},
        "type": {"enum": ["realtime", "batch", "blackbox"]}, "keywords": MAYBE, "group": MAYBE,
    },
)  # fmt: skip
DATATYPES = ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]
ATTRIBUTE = item(
    ["variable", "code", "datatype", "required"],
    {
        "variable": {"type": "boolean"}, "code": TEXT, "datatype": {"enum": DATATYPES}, "required": {"type": "boolean"},
        "datatype_description": MAYBE, "order": {"type": ["integer", "null"]}, "description": MAYBE,
        "values": many(item(["key", "name"], {"key": TEXT, "name": TEXT})),
    },
)  # fmt: skip
DEFINITION = item(["service_code", "attributes"], {"service_code": TEXT, "attributes": many(ATTRIBUTE)})
REQUEST = item(
    ["service_request_id", "status", "service_code", "requested_datetime"],
    {
        "service_request_id": TEXT, "status": {"enum": ["open", "closed"]}, "status_notes": MAYBE,
        "service_name": MAYBE, "service_code": TEXT,
        "description": {"anyOf": [{"type": "string", "maxLength": 4000}, {"type": "null"}]},
        "agency_responsible": MAYBE, "service_notice": MAYBE,
        "requested_datetime": {"type": "string", "format": "date-time"}, "updated_datetime": MAYBE_TIME,
        "expected_datetime": MAYBE_TIME, "address": MAYBE, "address_id": MAYBE, "zipcode": MAYBE, "lat": MAYBE_NUMBER,
        "long": MAYBE_NUMBER, "media_url": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]},
    },
)  # fmt: skip


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("base", ["/open311/v2", "/open311/test/v2"])
def test_a_client_that_others_wrote_reads_everything(program, form, base):
    if base == "/open311/v2":
        number, other = program.report("一"), program.report("二")
    else:
        number, other = (program.post(base=base, service_code="0101", description=words, lat="30.5", long="114.3")[0]
                         ["service_request_id"] for words in ("一", "二"))  # fmt: skip

    def judge(address: str):
        client = GeoReport(address + base, output_format=form, jurisdiction="429999")
        listed = client.get_service_requests(service_code="0101", status="open")
        return (
            client.get_service_list(), client.get_service_definition("0102"), listed,
            client.get_service_request(number), client.get_service_requests(service_request_id=f"{number},{other}"),
        )  # fmt: skip

    services, definition, listed, one, two = served(judge)
    assert [service["service_code"] for service in services] == ["0101", "0102", "0103", "0104"]
    attributes = definition["attributes"]
    questions = attributes if form == "json" else attributes["attribute"]
    assert [question["code"] for question in questions] == ["lamp", "blocks", "count", "since"]
    assert {request["service_request_id"] for request in listed} == {number, other}
    assert one["service_request_id"] == number
    assert [request["service_request_id"] for request in two] == [number, other]


def test_answers_fit_the_schemas(program):
    program.report("一")
    number = program.report("二", address_string="幸福路")
    program.do(number, "accept")
    for schema, answer in (
        (many(SERVICE), program.get("services")),
        (DEFINITION, program.get("services/0102")),
        (DEFINITION, program.get("services/0101")),
        (many(REQUEST), program.get("requests")),
        (many(REQUEST), program.get(f"requests/{number}")),
    ):
        Draft4Validator.check_schema(schema)
        Draft4Validator(schema, format_checker=FormatChecker()).validate(answer)
        assert answer
