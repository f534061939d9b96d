"""A third lifecycle needs no change of the engine, and a wrong declaration is refused with its place."""

from __future__ import annotations

import tomllib

import pytest

from chengyun.cases import engine, lifecycle
from chengyun.cases.lifecycle import LifecycleError
from chengyun.cases.models import Case, RequestKind
from chengyun.cases.offers import offers
from chengyun.cases.page import read
from chengyun.kernel import revision
from chengyun.kernel.problems import Problem

CAMERA = """
code = "camera_repair"
name = "探头维修"
initial = "reported"
states = [
  { code = "reported", name = "待派修", phase = "intake" },
  { code = "repairing", name = "维修中", phase = "handling" },
  { code = "done", name = "已修复", phase = "done", tone = "done", open = false },
]
[actions.register]
name = "报修"
from = []
to = "reported"
[actions.send]
class = "step"
name = "派修"
permission = "case.dispatch"
from = ["reported"]
to = "repairing"
options = { assign = "unit_id" }
clocks = { start = ["reply"] }
fields = [
  { name = "unit_id", label = "维修单位", type = "unit", required = true },
  { name = "fault", label = "故障", type = "choice", options = { black = "黑屏", offline = "离线" } },
]
[actions.repaired]
class = "step"
name = "修复"
side = "unit"
when = ["sent"]
permission = "case.reply"
from = ["repairing"]
to = "done"
options = { done = true, outcome = "solved" }
clocks = { stop = ["reply"] }
fields = [{ name = "minutes", label = "用时", type = "number", required = true }]
"""


@pytest.fixture
def camera(world):
    declared = lifecycle.declare(lifecycle.parse(tomllib.loads(CAMERA), "camera"))
    RequestKind.objects.create(code="camera", name="探头", prefix="TT", lifecycle="camera_repair", source="测试")
    revision.bump("catalogue")
    yield declared
    lifecycle.withdraw("camera_repair")


@pytest.mark.django_db
def test_a_camera_is_repaired_in_a_lifecycle_that_only_data_declares(world, camera):
    from chengyun.cases.models import LimitPolicy

    LimitPolicy.objects.create(
        code="camera", lifecycle="camera_repair", stages=[{"stage": "reply", "amount": 24, "unit": "urgent_hour"}],
        source="测试",
    )  # fmt: skip
    revision.bump("catalogue")
    number = engine.create(
        world.clerk,
        engine.Registration(kind="camera", text="探头黑屏", channel="phone", lifecycle="camera_repair"),
    ).case.number
    offered = [offer["code"] for offer in offers(read(number, world.clerk), world.clerk)]
    assert offered == ["send"]
    world.do(number, "send", "clerk", unit_id=world.units["lights"].pk, fault="black")
    assert Case.objects.get(number=number).next_due_stage == "reply"
    with pytest.raises(Problem) as refused:
        world.do(number, "repaired", "lights")
    assert refused.value.extra["errors"] == [{"field": "minutes", "message": "请填写。"}]
    world.do(number, "repaired", "lights", minutes=30)
    case = Case.objects.get(number=number)
    assert (case.state, case.is_open, case.outcome, case.facts["minutes"]) == ("done", False, "solved", "30")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (('to = "repairing"', 'to = "mended"'), "action send: unknown state 'mended'"),
        (('initial = "reported"', 'initial = "nowhere"'), "initial state 'nowhere'"),
        (('to = "done"', 'to = "repairing"'), "no action leads to done"),
        (("clocks = { stop", "clocks = { halt"), "unknown clock effect halt"),
        (('side = "unit"', 'side = "nobody"'), "side must be one of"),
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused_by_name(change, complaint):
    with pytest.raises(LifecycleError, match=complaint):
        lifecycle.parse(tomllib.loads(CAMERA.replace(*change)), "camera")


def test_an_action_class_that_does_not_exist_is_refused():
    wrong = CAMERA.replace('class = "step"\nname = "派修"', 'class = "teleport"\nname = "派修"')
    with pytest.raises(LifecycleError, match="teleport"):
        lifecycle.declare(lifecycle.parse(tomllib.loads(wrong), "camera"))


def test_every_action_of_the_built_in_lifecycles_tells_its_sentence():
    from chengyun.cases.actions import implementation_of

    silent = [
        f"{life.code}.{rule.code}"
        for life in lifecycle.all_lifecycles()
        for rule in life.actions.values()
        if not implementation_of(rule.implementation).sentence
    ]
    assert silent == []


@pytest.mark.parametrize("code", ["request", "urban_event"])
def test_every_action_that_the_design_names_is_there(code):
    named = [
        "register",
        "dispatch",
        "acknowledge",
        "handle",
        "reply",
        "close",
        "rate",
        "supplement",
        "return",
        "reassign",
        "withdraw",
        "request_extension",
        "decide_extension",
        "request_suspension",
        "decide_suspension",
        "resume",
        "join",
        "unjoin",
        "split",
        "add_co_unit",
        "interim_summary",
        "redo",
        "void",
        "archive",
        "consult",
        "rule",
        "pass_on",
    ]
    named += ["accept", "reject", "contact", "review", "callback"] if code == "request" else [
        "open_case", "cancel_case", "assign_verification", "report_verification", "assign_check", "report_check",
        "finish_stage",
    ]  # fmt: skip
    assert set(named) <= set(lifecycle.get(code).actions)
