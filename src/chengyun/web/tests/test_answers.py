"""What every answer of Django carries, and what is said when the database or a page is not there."""

from __future__ import annotations

import json
import logging

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import RequestFactory

from chengyun.web import urls
from chengyun.web.logs import JsonFormatter
from chengyun.web.middleware import RequestIdMiddleware, request_id
from chengyun.web.settings import database


def test_a_request_id_of_the_caller_is_kept_and_a_strange_one_replaced(client):
    assert client.get("/api/health", headers={"X-Request-ID": "trace-000001"})["X-Request-ID"] == "trace-000001"
    odd = client.get("/api/health", headers={"X-Request-ID": "a b\nc" * 99})["X-Request-ID"]
    assert len(odd) == 16


def test_answers_of_the_api_stay_out_of_caches_and_frames(client):
    answer = client.get("/api/health")
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_an_unknown_address_is_a_problem_with_the_request_id(client):
    answer = client.get("/api/v1/atlantis")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["request_id"] == answer["X-Request-ID"]


def test_a_database_that_is_away_is_a_503_that_says_when_to_come_again(client, monkeypatch, settings):
    def away(*_: object, **__: object) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(f"{settings.SESSION_ENGINE}.SessionStore.load", away)
    client.cookies[settings.SESSION_COOKIE_NAME] = "of-somebody"
    answer = client.get("/api/v1/session")
    assert (answer.status_code, answer["Retry-After"]) == (503, "2")
    assert answer.json()["code"] == "database_away"


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_its_server_ended_is_replaced_before_anybody_uses_it():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        ended = cursor.fetchone()[0]
    address = {key: connection.get_connection_params()[key] for key in ("dbname", "user", "password", "host", "port")
               if connection.get_connection_params().get(key)}  # fmt: skip
    connection.close()
    with psycopg.connect(**address, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [ended])
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone()[0] != ended


def test_outside_the_api_a_database_that_is_away_is_told_the_same_way():
    try:
        raise OperationalError("gone")
    except OperationalError:
        answer = urls.handler500(RequestFactory().get("/"))
    assert answer.status_code == 503
    assert urls.handler500(RequestFactory().get("/")).status_code == 500


def test_a_log_line_is_one_json_object_with_the_id_of_its_request():
    lines = []
    record = logging.LogRecord("chengyun", logging.WARNING, __file__, 1, "满 %s", ("了",), None)

    def view(request):
        from django.http import HttpResponse

        lines.append(JsonFormatter().format(record))
        return HttpResponse()

    RequestIdMiddleware(view)(RequestFactory().get("/", headers={"X-Request-ID": "trace-000002"}))
    line = json.loads(lines[0])
    assert (line["message"], line["level"], line["request_id"]) == ("满 了", "WARNING", "trace-000002")
    assert request_id.get() == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://u:p%40ss@db:5433/city", ("city", "u", "p@ss", "db", "5433")),
        ("postgresql://chengyun@/chengyun?host=%2Frun%2Fpg", ("chengyun", "chengyun", "", "/run/pg", "")),
    ],
)
def test_the_address_of_the_database_is_understood_in_both_forms(url, expected):
    found = database(url)
    assert tuple(found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == expected
    assert found["OPTIONS"]["pool"]["max_size"] >= 2


def test_tls_options_of_the_address_reach_the_driver():
    assert database("postgresql://u@db/city?sslmode=verify-full")["OPTIONS"]["sslmode"] == "verify-full"
