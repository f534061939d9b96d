from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.channels import tokens
from chengyun.channels.models import Channel, ChannelToken
from chengyun.kernel import ratelimit, revision
from chengyun.kernel.problems import Problem

from .conftest import Caller, request

pytestmark = pytest.mark.django_db


def test_the_secret_is_shown_once_and_kept_as_a_digest(city):
    row, secret = tokens.issue(city, "对接")
    kept = " ".join(str(value) for value in ChannelToken.objects.filter(pk=row.pk).values()[0].values())
    assert secret not in kept
    assert secret[12:] not in kept
    assert bytes(ChannelToken.objects.get(pk=row.pk).hash) != secret.encode()


def test_a_rotated_token_works_beside_the_new_one_until_it_ends(city):
    _, old = tokens.issue(city, "旧")
    _, new = tokens.rotate(city, "新", overlap=timedelta(hours=1))
    assert Caller("city", old).post(request(external_id="1")).status_code == 201
    assert Caller("city", new).post(request(external_id="2")).status_code == 201
    ChannelToken.objects.filter(name="旧").update(expires_at=timezone.now() - timedelta(seconds=1))
    tokens.forget()
    assert Caller("city", old).post(request(external_id="3")).status_code == 401
    assert Caller("city", new).post(request(external_id="3")).status_code == 201


def test_a_revoked_token_is_refused_at_once(city):
    row, secret = tokens.issue(city, "对接")
    assert Caller("city", secret).post(request()).status_code == 201
    tokens.revoke(row)
    revision.forget()
    assert Caller("city", secret).post(request(external_id="2")).status_code == 401


def test_a_token_can_be_limited_to_reading(city):
    _, secret = tokens.issue(city, "只读", scopes=[ChannelToken.READ])
    assert Caller("city", secret).post(request()).status_code == 403
    assert Caller("city", secret).get("A-1").status_code == 404
    with pytest.raises(Problem):
        tokens.issue(city, "错", scopes=["everything"])


def test_beyond_the_limit_a_token_is_told_when_to_come_back(city):
    Channel.objects.filter(pk=city.pk).update(rate_per_minute=5)
    from chengyun.channels import queries

    queries.forget()
    _, secret = tokens.issue(city, "快")
    caller = Caller("city", secret)
    answers = [caller.post(request(external_id=str(at))) for at in range(7)]
    assert [answer.status_code for answer in answers] == [201] * 5 + [429] * 2
    assert answers[0]["RateLimit-Limit"] == "5"
    assert answers[0]["RateLimit-Remaining"] == "4"
    assert 1 <= int(answers[-1]["Retry-After"]) <= 12
    assert answers[-1].json()["code"] == "too_many_requests"
    _, other = tokens.issue(city, "另一个")
    assert Caller("city", other).post(request(external_id="x")).status_code == 201


def test_the_limit_holds_over_several_processes(db):
    """Each process keeps what it took in memory of its own: forgetting it is what a second process starts with."""
    given = 0
    for _ in range(40):
        ratelimit.forget()
        try:
            ratelimit.take("several", 10)
            given += 1
        except Problem:
            pass
    assert given == 10


def test_a_busy_token_costs_one_statement_in_many_requests(db, django_assert_max_num_queries):
    with django_assert_max_num_queries(11):
        for _ in range(500):
            ratelimit.take("busy", 6000)
