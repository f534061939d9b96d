"""Dispatch rules as people notice them: the first that holds decides, a dry run before switching on, alarms."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.cases.models import Category, Notice
from chengyun.dispatching import facts, precedents, responsibilities, rules
from chengyun.dispatching.models import DispatchRule, RuleAlarm, RuleTrial
from chengyun.dispatching.rules import alarms, engine, trials
from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor
from chengyun.org.masterdata import saving, service
from chengyun.org.models import Role, Unit

pytestmark = pytest.mark.django_db
KEEPER = system_actor("规则员")


@pytest.fixture(autouse=True)
def fresh():
    yield
    engine.forget()
    responsibilities.forget()
    precedents.forget()


def kind():
    return service.kind_of("dispatch_rules")


def rule(world, code="R1", **given):
    """A rule that is off."""
    cells = {
        "code": code, "name": f"规则{code}", "expression": '类别 属于 "light"', "target": "unit",
        "unit": world.units["lights"].code, "source": "测试", **given,
    }  # fmt: skip
    return saving.save(kind(), cells, KEEPER)


def tried(code="R1") -> RuleTrial:
    row = DispatchRule.objects.get(code=code)
    from chengyun.cases import catalogue
    from chengyun.dispatching.rules import content, names

    values = content.values_of(row, names.current().by_id, catalogue.current().categories)
    return trials.ask(values, KEEPER, position=row.position)


def switch(code="R1", on=True):
    from chengyun.org.masterdata.writing import etag

    key = (code,)
    return saving.save(
        kind(), {"enabled": on}, KEEPER, key=key, seen=etag(kind().existing()[key]), reason="测试"
    )  # fmt: skip


def on(world, code="R1", **given):
    rule(world, code, **given)
    tried(code)
    switch(code)


def facts_of(work):
    return facts.of_case(work.case, "小区门口路灯不亮，晚上出行不便")


def test_without_rules_nothing_is_proposed(world):
    work = world.request()
    assert rules.proposed(facts_of(work)) == []
    assert responsibilities.proposed(facts_of(work)) == []
    assert precedents.proposed(facts_of(work)) == []


def test_a_rule_that_is_on_proposes_its_unit_with_the_reason(world):
    on(world, expression='category in "light" and text contains "路灯|井盖"')
    (found,) = rules.proposed(facts_of(world.request()))
    assert found.unit_id == world.units["lights"].pk
    assert found.matched == ("路灯",)
    assert found.reason_zh.startswith("规则“规则R1”：类别 属于")
    assert found.link == "/dispatching/rules?rule=R1"


def test_the_first_rule_that_holds_decides(world):
    on(world, "R1", expression='文本 含 "路灯"')
    on(world, "R2", expression='文本 含 "路灯"', unit=world.units["water"].code)
    assert rules.proposed(facts_of(world.request()))[0].ref == "R1"
    DispatchRule.objects.filter(code="R1").update(position=99)
    revision.bump("dispatching")
    assert rules.proposed(facts_of(world.request()))[0].ref == "R2"


def test_a_rule_cannot_be_switched_on_without_a_dry_run_of_what_it_says(world):
    rule(world)
    with pytest.raises(Problem, match="试算"):
        switch()
    tried()
    switch()
    from chengyun.org.masterdata.writing import etag

    seen = etag(kind().existing()[("R1",)])
    with pytest.raises(Problem, match="试算"):
        saving.save(kind(), {"expression": '文本 含 "井盖"'}, KEEPER, key=("R1",), seen=seen)
    assert DispatchRule.objects.get().version == 1


def test_a_dry_run_compares_with_who_handled_it_in_fact(world):
    right, wrong = world.dispatched("lights"), world.dispatched("water")
    waiting = world.request()
    world.request(text="物业费太高", category_id=None)
    rule(world)
    trial = tried()
    assert trial.counts == {
        "matched": 3, "agreed": 1, "differing": 1, "undecided": 1, "unresolved": 0, "earlier": 0,
    }  # fmt: skip
    trial.refresh_from_db()
    assert trial.groups["differing"] == [wrong.case.pk]
    assert trial.groups["agreed"] == [right.case.pk]
    assert trial.groups["undecided"] == [waiting.case.pk]
    assert {(row["unit"], row["cases"]) for row in trial.units} == {
        (world.units["lights"].pk, 1), (world.units["water"].pk, 1),
    }  # fmt: skip


def test_what_a_figure_of_a_dry_run_counts_opens_as_a_list(world):
    from chengyun.cases.filters import CaseFilter, conditions
    from chengyun.cases.models import Case

    world.dispatched("lights")
    wrong = world.dispatched("water")
    rule(world)
    wanted = CaseFilter(gathered=f"rule_trial:{tried().pk}.differing")
    assert [case.pk for case in Case.objects.filter(conditions(wanted))] == [wrong.case.pk]
    with pytest.raises(Problem):
        conditions(CaseFilter(gathered="rule_trial:x.differing"))


def test_cases_that_an_earlier_rule_decides_are_told_apart(world):
    world.dispatched("lights")
    on(world, "R1", expression='文本 含 "路灯"')
    rule(world, "R2")
    assert tried("R2").counts["earlier"] == 1
    assert tried("R1").counts["earlier"] == 0


def test_a_rule_whose_unit_is_closed_raises_an_alarm_and_stays_on(world):
    keeper = world.person("keeper", "centre", [])
    Role.objects.filter(code="role-keeper").update(permissions=["dispatching.rules"])
    on(world)
    assert alarms.check_all() == {"raised": 0, "ended": 0}
    Unit.objects.filter(pk=world.units["lights"].pk).update(valid_to=timezone.localdate() - timedelta(days=1))
    revision.bump("org")
    assert rules.proposed(facts_of(world.request())) == []
    assert alarms.check_all()["raised"] == 1
    assert alarms.check_all()["raised"] == 0
    assert DispatchRule.objects.get().enabled
    notice = Notice.objects.get(account_id=keeper.account_id)
    assert "规则R1" in notice.text
    assert "停用" in notice.text
    Unit.objects.filter(pk=world.units["lights"].pk).update(valid_to=None)
    revision.bump("org")
    assert alarms.check_all()["ended"] == 1


def test_a_rule_whose_category_is_closed_raises_an_alarm(world):
    on(world)
    Category.objects.filter(code="light").update(valid_to=timezone.localdate() - timedelta(days=1))
    revision.bump("catalogue")
    assert alarms.check_all()["raised"] == 1
    assert RuleAlarm.objects.get().faults[0]["code"] == "closed"


def test_a_rule_that_fails_is_noted_and_the_next_one_is_asked(world, monkeypatch):
    on(world, "R1", expression='文本 含 "路灯"')
    on(world, "R2", expression='文本 含 "路灯"')
    first = engine.compiled()[0]

    def fails(view):
        raise RuntimeError("broken")

    from dataclasses import replace

    monkeypatch.setattr(engine, "compiled", lambda: (replace(first, holds=fails), *engine._kept.rules[1:]))
    assert rules.proposed(facts_of(world.request()))[0].ref == "R2"
    assert RuleAlarm.objects.get().faults[0]["code"] == "failed"
    assert alarms.check_all()["ended"] == 0
    switch("R1", on=False)
    assert alarms.check_all()["ended"] == 1


def test_two_people_changing_one_rule_do_not_overwrite_each_other(world):
    from chengyun.org.masterdata.writing import etag

    rule(world)
    seen = etag(kind().existing()[("R1",)])
    saving.save(kind(), {"name": "夜市"}, KEEPER, key=("R1",), seen=seen)
    with pytest.raises(Problem) as refused:
        saving.save(kind(), {"name": "早市"}, KEEPER, key=("R1",), seen=seen)
    assert refused.value.status == 409
