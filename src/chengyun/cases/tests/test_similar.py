"""While somebody types: is this known already? And joining it in one step, all or nothing."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengyun.cases import engine, finding, likeness, similar
from chengyun.cases.engine import Registration
from chengyun.cases.models import Callback, Case, CaseText, Event, NumberCounter, Requester
from chengyun.kernel.problems import Problem

from .world import chains_hold

HERE = {"lng": 114.3, "lat": 30.5}
NEAR = {"lng": 114.3008, "lat": 30.5}
FAR = {"lng": 114.4, "lat": 30.6}
TEXT = "梧桐公园东门的路灯不亮，晚上看不清台阶"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    finding.forget()
    yield
    finding.forget()


def like(actor, **asked):
    return {item["case"]["number"]: item for item in similar.similar(actor, similar.Asked(**asked))}


def reasons(item) -> dict[str, str]:
    return {reason["code"]: reason["text"] for reason in item["reasons"]}


@pytest.mark.django_db
def test_the_same_matter_told_in_other_words_is_shown_with_reasons(world):
    number = world.dispatched(text=TEXT, **HERE).case.number
    world.request(text="自来水水压偏低，五楼以上没有水", **FAR)
    found = like(
        world.clerk, text="公园东门台阶那里路灯坏了不亮", phone="13800000000", category_id=world.light.pk, **NEAR
    )
    assert list(found) == [number]
    told = reasons(found[number])
    assert told["caller"] == "同一来电人"
    assert told["near"] == "相距约 80 米"
    assert "路灯" in told["words"]
    assert told["category"] == "同为“路灯”"
    english = similar.similar(world.clerk, similar.Asked(text=TEXT, **NEAR), "en")
    assert english[0]["reasons"][0]["text"] == "about 80 m away"


@pytest.mark.django_db
def test_the_likest_comes_first_and_at_most_five_are_shown(world):
    for _ in range(7):
        world.request(text="梧桐公园东门路灯不亮", **NEAR)
    best = world.request(text=TEXT, **HERE).case.number
    found = like(world.clerk, text=TEXT, **HERE)
    assert len(found) == similar.SHOWN
    assert next(iter(found)) == best


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked", [{}, {"text": "您好"}, {"category": True}, {"phone": "13800000000"}, {"text": "自来水水压偏低", **FAR}]
)
def test_what_has_little_in_common_is_not_shown(world, asked):
    world.request(text=TEXT, **HERE)
    asked = dict(asked)
    if asked.pop("category", False):
        asked["category_id"] = world.light.pk
    assert like(world.clerk, **asked) == {}


@pytest.mark.django_db
def test_cases_closed_long_ago_void_ones_and_other_lifecycles_are_not_shown(world):
    closed = world.request(text=TEXT, then=[("direct_answer", {"answer": "已安排处理"})], **HERE).case
    assert "closed" in reasons(like(world.clerk, text=TEXT, **HERE)[closed.number])
    Case.objects.filter(pk=closed.pk).update(closed_at=timezone.now() - timedelta(days=30))
    assert like(world.clerk, text=TEXT, **HERE) == {}
    void = world.request(text=TEXT, **HERE).case.number
    world.do(void, "void", "clerk", reason="重复登记")
    event = world.request(
        text=TEXT, kind="event", lifecycle="urban_event", category_id=world.garbage.pk, **HERE
    ).case.number
    assert like(world.clerk, text=TEXT, **HERE) == {}
    assert list(like(world.clerk, text=TEXT, lifecycle="urban_event", **HERE)) == [event]


@pytest.mark.django_db
def test_of_joined_requests_their_matter_is_shown(world):
    main = world.request(text="公园东门路灯整排熄灭", requester={"phone": "13900000001"}, **HERE).case.number
    joined = world.request(text=TEXT, requester={"phone": "13900000002"}).case.number
    world.do(joined, "join", "clerk", into=main)
    assert list(like(world.clerk, text=TEXT, phone="13900000002", **HERE)) == [main]


@pytest.mark.django_db
def test_a_unit_that_registers_is_shown_its_own_cases_only_and_all_masked(world):
    local = world.person("local", "street", ["register", "view"], scope="street")
    world.dispatched("water", text=TEXT, **HERE)
    assert like(local, text=TEXT, phone="13800000000", **HERE) == {}
    mine = world.dispatched("street", text=TEXT, **HERE).case.number
    found = like(local, text=TEXT, phone="13800000000", **HERE)
    assert list(found) == [mine]
    assert found[mine]["case"]["requester_mask"]["phone"] == "138****0000"


@pytest.mark.django_db
def test_looking_costs_the_same_number_of_statements_however_many_there_are(world):
    costs = []
    for more in (1, 20):
        for _ in range(more):
            world.request(text=TEXT, **HERE)
        finding.token_shares()
        with CaptureQueriesContext(connection) as captured:
            like(world.clerk, text=TEXT, phone="13800000000", category_id=world.light.pk, **HERE)
        costs.append(len([q for q in captured if "kernel_revision" not in q["sql"]]))  # asked once a second
    assert costs[0] == costs[1] <= 14


def test_common_words_tell_less_than_rare_ones():
    share = {"希望": 0.6, "处理": 0.5, "尽快": 0.4}
    weights = likeness.weights_of(share)
    polite = likeness.Told(frozenset(share))
    assert likeness.compare(polite, polite, weights).score < likeness.SHOWN
    rare = likeness.Told(frozenset({*share, "喷泉", "漏电"}))
    assert likeness.compare(rare, polite, weights).score < likeness.compare(rare, rare, weights).score
    assert similar.rare_words(rare.tokens, share) == ["喷泉", "漏电"]
    assert likeness.metres(114.3, 30.5, 114.3, 30.501) == pytest.approx(111.2, abs=0.5)


# --- join in one step ------------------------------------------------------------------------------------------------
def registration(world, **more):
    fields = {
        "kind": "complaint", "text": "路灯还是不亮", "channel": "phone", "category_id": world.light.pk,
        "requester": {"name": "演示乙", "phone": "13900001111"}, **more,
    }  # fmt: skip
    return Registration(**fields)


@pytest.mark.django_db
def test_a_request_is_registered_and_joined_at_once(world):
    main = world.handling()
    work = engine.create(world.clerk, registration(world), [("accept", {}), ("join", {"into": main})])
    case = Case.objects.get(number=work.case.number)
    assert (case.state, case.joined_to.number, case.is_open) == ("joined", main, False)
    matter = Case.objects.get(number=main)
    assert matter.callers == 2
    assert [e.action for e in Event.objects.filter(case=case).order_by("seq")] == ["register", "accept", "join"]
    assert Event.objects.filter(case=matter).order_by("-seq")[0].payload["from"] == case.number
    assert chains_hold()


@pytest.mark.django_db
def test_each_caller_of_a_matter_joined_at_the_call_is_called_back(world):
    main = world.handling()
    work = engine.create(world.clerk, registration(world), [("accept", {}), ("join", {"into": main})])
    world.do(main, "contact", "lights", what="电话了解情况")
    world.do(main, "reply", "lights", reply="已更换灯具", outcome="solved")
    world.do(main, "review", "clerk", approve=True)
    called = set(Callback.objects.filter(case__number=main).values_list("for_case__number", flat=True))
    assert called == {main, work.case.number}


@pytest.mark.django_db
@pytest.mark.parametrize("why", ["closed", "unknown", "another lifecycle", "not mine", "joined itself"])
def test_when_joining_is_refused_nothing_at_all_is_registered(world, why):
    actor, into = world.clerk, "TS-20200101-000001"
    if why == "closed":
        into = world.request(then=[("direct_answer", {"answer": "已说明"})]).case.number
    elif why == "another lifecycle":
        into = world.request(kind="event", lifecycle="urban_event", category_id=world.garbage.pk).case.number
    elif why == "not mine":
        into = world.dispatched("water").case.number
        actor = world.person("local", "street", ["register", "view", "join", "accept"], scope="street")
    elif why == "joined itself":
        main, into = world.request().case.number, world.request().case.number
        world.do(into, "join", "clerk", into=main)
    before = [model.objects.count() for model in (Case, CaseText, Event, Requester)]
    counters = dict(NumberCounter.objects.values_list("key", "last"))
    with pytest.raises(Problem) as refused:
        engine.create(actor, registration(world), [("join", {"into": into})])
    assert refused.value.status in (403, 409, 422)
    assert [model.objects.count() for model in (Case, CaseText, Event, Requester)] == before
    assert dict(NumberCounter.objects.values_list("key", "last")) == counters
    assert Case.objects.filter(callers__gt=1).count() == (1 if why == "joined itself" else 0)


@pytest.mark.django_db(transaction=True)
def test_two_call_takers_join_the_same_matter_at_once_and_both_count(world):
    main = world.request().case.number
    made, wrong, together = [], [], threading.Barrier(4)

    def call(number: int) -> None:
        try:
            together.wait(20)
            given = registration(world, requester={"phone": f"1390000111{number}"})
            made.append(engine.create(world.clerk, given, [("join", {"into": main})]).case.number)
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    people = [threading.Thread(target=call, args=(n,)) for n in range(3)]
    for person in people:
        person.start()
    together.wait(20)
    world.do(main, "split", "clerk", parts=[{"title": "另一件事", "text": "井盖松动"}])
    for person in people:
        person.join(30)
    assert wrong == []
    assert Case.objects.get(number=main).callers == 4
    assert Case.objects.filter(joined_to__number=main).count() == 3
    assert chains_hold()


@pytest.mark.django_db(transaction=True)
def test_a_matter_that_ends_while_somebody_joins_takes_nobody_in(world):
    main = world.request().case.number
    version = Case.objects.get(number=main).version
    world.do(main, "direct_answer", "clerk", answer="已说明")
    with pytest.raises(Problem) as refused:
        engine.create(world.clerk, registration(world), [("join", {"into": main})])
    assert refused.value.extra["errors"][0]["field"] == "into"
    assert Case.objects.get(number=main).version == version + 1
    assert Case.objects.count() == 1
