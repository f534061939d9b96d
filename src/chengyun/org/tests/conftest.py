import json

import pytest
from django.test import Client

from chengyun.org import access, queries
from chengyun.org.models import Account, Grant, Role, Unit

PASSWORD = "correct-horse-7-battery"


@pytest.fixture(autouse=True)
def _fresh_caches(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.AUTH_PASSWORD_VALIDATORS = [
        {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}}
    ]
    access.forget()
    queries.forget()
    yield
    access.forget()
    queries.forget()


@pytest.fixture
def units(db):
    """A centre, a department, a subdistrict with a community below it."""
    made = {}
    for code, kind, parent in (
        ("C", "centre", None),
        ("D1", "department", None),
        ("S1", "subdistrict", None),
        ("S1-1", "community", "S1"),
    ):
        made[code] = Unit.objects.create(code=code, name=f"单位{code}", kind=kind, parent=made.get(parent))
        above = made[parent].path if parent else "/"
        made[code].path = f"{above}{made[code].pk}/"
        made[code].save()
    return made


@pytest.fixture
def make_account(db, units):
    def make(username, permissions=(), unit=None, scope=None, area=None, category=None):
        account = Account.objects.create_user(username, PASSWORD, display_name=f"演示{username}", unit=units.get(unit))
        role = Role.objects.create(code=f"role-{username}", name="角色", permissions=list(permissions))
        Grant.objects.create(account=account, role=role, unit=units.get(scope), area_code=area, category_code=category)
        return account

    return make


class Browser:
    """A client that behaves like the pages: fetches the CSRF token and sends it."""

    def __init__(self, address="10.0.0.1"):
        self.client = Client(enforce_csrf_checks=True, REMOTE_ADDR=address)

    def token(self):
        return self.client.get("/api/v1/session").json()["csrf_token"]

    def send(self, method, path, data=None, **extra):
        return self.client.generic(
            method, f"/api/v1{path}", json.dumps(data) if data is not None else "",
            content_type="application/json", headers={"X-CSRFToken": self.token()}, **extra,
        )  # fmt: skip

    def log_in(self, username, password=PASSWORD):
        return self.send("POST", "/session", {"username": username, "password": password})

    def get(self, path):
        return self.client.get(f"/api/v1{path}")


@pytest.fixture
def browser():
    return Browser()
