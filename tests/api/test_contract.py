"""What the API promises about itself: summaries, error shapes, permissions, settings; all written down."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from ninja import Schema

from chengyun.kernel.permissions import all_permissions

from .routes import document, routes

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "chengyun"

# Permissions of roles whose pages are still to come; the list may only get shorter.
PLANNED: set[str] = set()


def test_every_route_has_a_summary_and_says_how_its_errors_look():
    poor = [
        str(route) for route in routes()
        if not route.operation.get("summary")
        or route.operation["responses"]["default"]["content"].keys() != {"application/problem+json"}
    ]  # fmt: skip
    assert poor == []


def test_every_route_says_how_to_authenticate_or_is_public():
    assert [str(r) for r in routes() if not r.is_public and not r.operation.get("security")] == []


def test_no_phone_number_or_name_of_a_resident_is_asked_for_in_an_address():
    """Addresses stay in the logs of every machine on the way."""
    personal = {"phone", "requester", "requester_name", "id_number", "home"}
    asked = [
        f"{route} {parameter['name']}"
        for route in routes()
        for parameter in route.operation.get("parameters", [])
        if parameter["in"] in ("query", "path") and parameter["name"] in personal
    ]
    assert asked == []


def test_every_operation_has_an_id_of_its_own():
    ids = [route.operation["operationId"] for route in routes()]
    assert len(ids) == len(set(ids))


def test_no_two_shapes_of_the_document_share_a_name():
    """The later would silently stand for the earlier."""

    def below(base):
        for shape in base.__subclasses__():
            yield shape
            yield from below(shape)

    document()
    named: dict[str, set[str]] = {}
    for shape in below(Schema):
        if shape.__module__.startswith("chengyun."):
            named.setdefault(shape.__name__, set()).add(shape.__module__)
    assert {name: places for name, places in named.items() if len(places) > 1} == {}
    assert len(named) > 40


def test_every_successful_json_answer_has_a_schema():
    bare = []
    for route in routes():
        for status, answer in route.operation["responses"].items():
            content = answer.get("content", {}).get("application/json")
            if str(status).startswith("2") and content is not None and not content.get("schema"):
                bare.append(str(route))
    assert bare == []


def test_every_permission_is_asked_for_somewhere():
    from chengyun.cases import lifecycle

    asked = {rule.permission for life in lifecycle.all_lifecycles() for rule in life.actions.values()}
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in SOURCE.rglob("*.py")
        if path.name != "permissions.py" and "/tests/" not in str(path)
    )
    codes = {permission.code for permission in all_permissions()}
    for file in sorted([*SOURCE.glob("*/permissions.py"), *SOURCE.glob("*/*/permissions.py")]):
        names = vars(import_module(".".join(("chengyun", *file.relative_to(SOURCE).with_suffix("").parts))))
        asked |= {
            value for name, value in names.items()
            if isinstance(value, str) and value in codes and re.search(rf"\bpermissions import [^\n]*\b{name}\b", code)
        }  # fmt: skip
    unused = [p.code for p in all_permissions() if p.code not in asked and f'"{p.code}"' not in code]
    assert unused == sorted(PLANNED), "a permission that nothing asks for only seems to protect something"


def test_every_permission_is_in_the_administrators_guide_with_names_in_both_languages():
    guide = (ROOT / "docs/administrator/permissions.md").read_text(encoding="utf-8")
    for permission in all_permissions():
        assert f"`{permission.code}`" in guide, permission.code
        assert permission.name_zh in guide
        assert permission.name_en
        assert permission.description


def test_no_role_name_is_asked_for_in_code():
    from chengyun.org.access import Actor

    assert "roles" in Actor.__dataclass_fields__
    asked = re.compile(r"\.roles\b(?!\])")
    users = [
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if asked.search(path.read_text(encoding="utf-8")) and "/tests/" not in str(path)
    ]
    assert set(users) <= {"org/access.py", "org/api.py"}, "rights come from permissions, roles are only shown"


@pytest.mark.parametrize("name", ["CaseRow", "CasePage", "ActionOffer", "ClockOut", "Done", "EventOut"])
def test_the_shapes_that_pages_are_built_from_are_in_the_document(name):
    assert name in document()["components"]["schemas"]


def test_every_route_is_limited_in_what_it_takes():
    """No text or list of any body is without a bound: a page of a book is not a title."""
    endless = []
    for name, schema in document()["components"]["schemas"].items():
        if not name.endswith("In") and name not in ("IntakeBody",):
            continue
        for field, spec in schema.get("properties", {}).items():
            for variant in (spec, *spec.get("anyOf", ())):
                free = variant.get("type") == "string" and not {
                    "maxLength",
                    "format",
                    "enum",
                    "const",
                    "pattern",
                } & set(variant)
                if free or (variant.get("type") == "array" and "maxItems" not in variant):
                    endless.append(f"{name}.{field}")
    assert endless == []
