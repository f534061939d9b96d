"""Asking with what means harm, and judging the answer."""

from __future__ import annotations

import json

from django.db import connection

from .routes import is_problem


def send(client, method, path, body):
    """JSON with every character escaped, so that broken ones travel too."""
    return client.generic(method, f"/api/v1{path}", json.dumps(body), content_type="application/json")


def sane(response, *statuses) -> bool:
    connection.check_constraints()
    if response.status_code >= 400:
        assert is_problem(response), response.content
    assert response.status_code in statuses, (response.status_code, response.content[:300])
    return response.status_code < 400
