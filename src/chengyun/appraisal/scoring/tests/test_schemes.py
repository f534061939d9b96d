"""Schemes: tried on past months before they run, kept with history, loaded from profiles."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import chengyun
from chengyun.appraisal.scoring import scheme
from chengyun.appraisal.scoring.models import ScoringScheme
from chengyun.kernel.problems import Problem
from chengyun.org.masterdata import planning, saving, service, trials, writing

from .conftest import SCHEME

KIND = "scoring_schemes"
COMMON = Path(chengyun.__file__).parent / "districts" / "_common" / "scoring_schemes.toml"


def changed(**more):
    items = [dict(one) for one in SCHEME["items"]]
    items[0]["weight"], items[1]["weight"] = 20, 40
    return {"items": items, **more}


def test_a_dry_run_says_what_every_unit_would_have_had_and_writes_nothing(done, world, clock):
    done("lights", late=True)
    done("water", satisfaction="dissatisfied")
    clock.to("2026-03-31 18:00")
    tried = trials.ask(service.kind_of(KIND), changed(), ("departments",), world.clerk)
    march = next(one for one in tried.result["months"] if one["month"] == "2026-03")
    units = {one["code"]: one for one in march["units"]}
    assert float(units["lights"]["total"]) > float(units["lights"]["before"])
    assert float(units["water"]["total"]) < float(units["water"]["before"])
    assert (units["lights"]["rank"], units["lights"]["rank_before"]) == (1, 2)
    assert ScoringScheme.objects.get(code="departments").items[0]["weight"] == 40


def test_a_scheme_runs_only_after_it_was_tried_as_it_is(world, clock):
    kind = service.kind_of(KIND)
    row = next(one for one in kind.existing().values() if one["code"] == "departments")
    seen = writing.etag(row)
    with pytest.raises(Problem) as refused:
        saving.save(kind, changed(), world.clerk, key=("departments",), seen=seen, reason="调权重")
    assert refused.value.code == "not_tried"
    trials.ask(kind, changed(), ("departments",), world.clerk)
    with pytest.raises(Problem):
        saving.save(kind, changed(minimum=9), world.clerk, key=("departments",), seen=seen, reason="又改了")
    saving.save(kind, changed(), world.clerk, key=("departments",), seen=seen, reason="调权重")
    assert ScoringScheme.objects.get(code="departments").items[0]["weight"] == 20


def test_two_schemes_of_one_group_never_run_together(world):
    with pytest.raises(Problem) as refused:
        saving.plan_row(service.kind_of(KIND), {**SCHEME, "code": "other"}, None)
    assert "同组" in refused.value.detail


def test_the_schemes_of_the_profiles_are_whole(db):
    rows = tomllib.loads(COMMON.read_text(encoding="utf-8"))[KIND]
    assert [list(scheme.faults(row)) for row in rows] == [[], [], []]
    departments = scheme.read(rows[0])
    assert departments.item("street_rating").weight == 30
    planned = planning.plan(service.kind_of(KIND), [(n, row) for n, row in enumerate(rows, 1)])
    assert [row.errors for row in planned] == [[], [], []]
