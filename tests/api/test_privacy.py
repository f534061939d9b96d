"""No route gives a resident's phone or exact home to anyone without the permission, and every unmasking is kept."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

from chengyun.cases.models import Case
from chengyun.kernel import revision
from chengyun.kernel.permissions import all_permissions
from chengyun.org.models import Account, Grant, Role

from . import homes, residents
from .conftest import ADMIN
from .routes import bodies, routes

pytestmark = pytest.mark.django_db
CALLER = "13900077789"
"""A caller, whose number was also typed into the words of the case."""
SECRETS = (homes.PHONE, homes.NUMBER, homes.CONTACT, homes.NAME, CALLER, residents.PHONE)
DOOR = (homes.DOOR, "3单元")
OPENS = {"case.unmask", "case.export_clear", "case.print_clear"}
"""With these a requester is shown in clear, and recorded."""
FINDS = (
    ("/api/v1/search", {"q": homes.PHONE}),
    ("/api/v1/search", {"q": "演示花园7栋3单元1702室"}),
    ("/api/v1/requesters/by-phone", {"phone": CALLER}),
    ("/api/v1/population/residents/find", {"text": homes.PHONE}),
    ("/api/v1/population/exports", {"what": "residents", "format": "csv", "reason": "核对"}),
)


def person(district, name, permissions):
    role = Role.objects.create(code=name, name=name, permissions=sorted(permissions))
    account = Account.objects.create(username=name, display_name=name, unit=district.world.units["centre"])
    Grant.objects.create(account=account, role=role)
    revision.bump("org")
    return district.client(name)


def answers(client, district):
    """(route, everything that every GET route and the finding ones tell this person)."""
    for route in routes():
        if route.method == "GET" and not route.is_intake:
            yield str(route), _text(client.get(route.address(defaultdict(lambda: "1", district.ids))))
    for address, body in FINDS:
        text = _text(client.post(address, json.dumps(body), "application/json"))
        yield address, text.replace(body.get("q", "\0"), "")  # the question itself may come back
    for words in ("演示花园7栋3单元1702室", "演示花园"):
        yield "search", _text(client.get("/api/v1/places/search", {"q": words}))
        yield "rows", _text(client.get("/api/v1/masterdata/population_homes/rows", {"q": words}))


def _text(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode(errors="replace")


@pytest.fixture
def called(district):
    """A case whose caller is known, with the number in its words too."""
    work = district.world.request(
        f"请回电 {CALLER}，路灯不亮", requester={"name": homes.NAME, "phone": CALLER, "id_number": homes.NUMBER}
    )
    ids = {**district.ids, "number": work.case.number}
    before, district.ids = district.ids, ids
    yield work.case
    district.ids = before


def test_all_permissions_but_those_for_people_show_no_number_and_no_door(district, called):
    every = {p.code for p in all_permissions()}
    client = person(district, "curious", {c for c in every - OPENS if not c.startswith("population.")})
    told = [
        (route, secret)
        for route, text in answers(client, district)
        for secret in (*SECRETS, *DOOR)
        if secret in text.replace(str(called.pk), "")
    ]
    assert not told, told


def test_who_sees_homes_sees_people_masked(district, called):
    every = {p.code for p in all_permissions()}
    client = person(district, "neighbourly", every - OPENS - {"population.unmask"})
    texts = list(answers(client, district))
    told = [(route, secret) for route, text in texts for secret in SECRETS if secret in text]
    assert not told, told
    assert any("欧阳**" in text and "139****7123" in text for _, text in texts)  # masked, not absent


def test_every_unmasking_is_in_the_audit(district, called):
    client = district.client(ADMIN)

    def kept():
        return client.get("/api/v1/audit/reads").json()["items"]

    ways = [
        route for route in routes() if route.method == "POST" and route.path.endswith("/unmask") and "{" in route.path
    ]
    assert len(ways) >= 3
    for route in ways:
        before = len(kept())
        reason = f"核对 {route.path[-30:]}"
        body = {**bodies(district.ids)[route.method, route.path], "reason": reason}
        response = client.post(route.address(district.ids), json.dumps(body), "application/json")
        assert response.status_code == 200, (str(route), response.content)
        assert any(secret in response.content.decode() for secret in SECRETS), str(route)
        now = kept()
        assert len(now) == before + 1, str(route)
        assert (now[0]["reason"], now[0]["clear"], now[0]["account"]) == (reason, True, ADMIN)
    assert Case.objects.filter(pk=called.pk).exists()


def test_the_audit_itself_names_no_door_and_no_number(district, called):
    client = district.client(ADMIN)
    client.get(f"/api/v1/population/addresses/{district.ids['address_id']}")
    client.get("/api/v1/population/visits/mine")
    text = _text(client.get("/api/v1/audit/reads"))
    assert "演示花园" in text
    assert [secret for secret in (*SECRETS, *DOOR) if secret in text] == []
