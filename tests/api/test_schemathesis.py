"""Requests of every shape to every route: no fault, and every answer is what the document says.

Most of the addresses name things that exist. Everything is undone after each request and fixed by a seed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest
from django.db import transaction
from django.middleware.csrf import _get_new_csrf_string
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.pytest._test_builder import build_operation_test
from schemathesis.specs.openapi import checks

from chengyun.cases import lifecycle
from chengyun.org import access

from . import conftest
from .aim import Aim
from .routes import routes
from .test_default_deny import ask as ask_rightly
from .whole_api import Undone, load

pytestmark = pytest.mark.django_db
undone = Undone()
# Probes of shapes are answered before anybody's rights are looked at: one person's turn is enough.
SCHEMAS = {conftest.ADMIN: load(undone, probes=True), conftest.UNIT: load(undone, probes=False)}
ROUTES = routes()

CHECKS = (
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
)


def bounded(examples: int) -> settings:
    """So many requests to each route, the same in every run; EXAMPLES asks for more."""
    return settings(
        max_examples=int(os.environ.get("EXAMPLES", examples)), deadline=None, derandomize=True,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck), database=None,
    )  # fmt: skip


# A unit is refused these before anything of the body is looked at (test_default_deny.py).
ACTIONS_OF_THE_CENTRE = sorted(
    {f"act_{rule.code}" for life in lifecycle.all_lifecycles() for rule in life.actions.values() if rule.side != "unit"}
)


@pytest.fixture(scope="module")
def sessions(district):
    """Cookies and headers of an administrator and of a unit's staff; a channel's own token for the intake."""
    secret = _get_new_csrf_string()
    made = {"district": district, "aim": Aim(district.ids, district.world, district.by_state)}
    for name in (conftest.ADMIN, conftest.UNIT):
        client = district.client(name)
        cookies = {"chengyun_session": client.cookies["chengyun_session"].value, "chengyun_csrf": secret}
        made[name] = {"cookies": cookies, "headers": {"X-CSRFToken": secret}}
    bearer = {"Authorization": f"Bearer {district.ids['resident_token']}", "X-Mini-Program": "1"}
    made["resident"] = {"headers": bearer}
    made["channel"] = {"headers": {"Authorization": f"Bearer {district.ids['channel_token']}"}}
    return made


def labels(*, without: Sequence[str] = (), scoped: bool = False) -> list[str]:
    """Every operation as Schemathesis calls it; `scoped`: those whose work depends on whose cases one sees, which are
    all that read and the actions of a case. One is built by its own test: to build all of them takes a minute, in
    each process that collects them."""
    return [
        f"{method.upper()} {path}"
        for path, methods in SCHEMAS[conftest.ADMIN].raw_schema["paths"].items()
        for method, operation in methods.items()
        if operation["operationId"] not in without and (not scoped or method == "get" or "/actions/" in path)
    ]


def refused(label, sessions, who) -> bool:
    """Whether this person is refused a request that is right in every other respect: then nothing is left to find
    beyond what the administrator's turn finds, because what is sent is checked before rights are."""
    district = sessions["district"]
    method, path = label.split(" ", 1)
    route = next((one for one in ROUTES if (one.method, one.path) == (method, path)), None)
    if route is None:  # an action of a case
        return False
    if route.is_intake or route.is_resident:  # asked as a channel or a resident, whoever's turn it is
        return True
    with transaction.atomic():
        answer = ask_rightly(district.client(who), route, district)
        transaction.set_rollback(True)
    access.forget()
    return answer.status_code == 403


def meets_no_fault(label, sessions, who):
    @bounded(5 if who == conftest.ADMIN else 4)
    def ask(case):
        sessions["aim"](case)
        path = case.operation.path
        resident = path.startswith("/api/v1/neighbour/")
        who_asks = "channel" if "/intake/" in path else "resident" if resident else who
        case.call_and_validate(checks=CHECKS, **sessions[who_asks])

    schema = SCHEMAS[who]
    operation = schema.find_operation_by_label(label)
    assert operation is not None
    build_operation_test(
        config=schema.config, operation=operation, test_func=ask, given_kwargs={}, feedback=FeedbackSources()
    )()


@pytest.mark.parametrize("label", labels())
def test_an_administrator_never_meets_a_fault(label, sessions):
    meets_no_fault(label, sessions, conftest.ADMIN)


@pytest.mark.parametrize("label", labels(without=ACTIONS_OF_THE_CENTRE, scoped=True))
def test_a_units_staff_is_refused_or_never_meets_a_fault(label, sessions):
    if not refused(label, sessions, conftest.UNIT):
        meets_no_fault(label, sessions, conftest.UNIT)
