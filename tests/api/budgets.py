"""Rows and bodies of the routes of the budget."""

from __future__ import annotations

from typing import Any

from chengyun.budget import disclosure, keeping
from chengyun.budget.tests.made_up import budget
from chengyun.org.access import actor_for
from chengyun.org.models import Account


def rows(account: Account) -> dict[str, Any]:
    made = keeping.keep(actor_for(account), "预算.txt", disclosure.text(budget()).encode())
    return {"document_id": made.pk, "table": "7"}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    base = "/api/v1/budget/documents/{document_id}"
    return {
        ("PUT", f"{base}/tables/{{table}}"): {"version": 1, "rows": [{"name": "合计", "cells": {"合计": "0.30"}}]},
        ("PUT", f"{base}/evaluation"): {"version": 0, "rows": []},
    }
