"""What repeats: found by a job, whatever the door; compared side by side, joined, undone, told to be different."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengyun.cases import backfill, bulk, comparing, engine, finding, queries, repeats, signatures
from chengyun.cases.engine import Registration
from chengyun.cases.filters import CaseFilter
from chengyun.cases.models import Case, Event, Likely, RepeatPolicy, Signature
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

from .test_two_at_once import together
from .world import build, chains_hold

HERE = {"lng": 114.3, "lat": 30.5}
NEAR = {"lng": 114.3004, "lat": 30.5}
FAR = {"lng": 114.4, "lat": 30.6}
TEXT = "梧桐公园东门的路灯连续三个晚上都不亮，老人下楼看不清台阶，请尽快派人修理"
OTHER = "自来水水压偏低，五楼以上住户早晚没有水用"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    finding.forget()
    yield
    finding.forget()


def by(phone: str) -> dict[str, str]:
    return {"name": "演示乙", "phone": phone}


def two(world, **more) -> tuple[str, str]:
    """Two callers about one lamp."""
    first = world.dispatched(text=TEXT, requester=by("13900000001"), **HERE).case.number
    fields = {"text": f"{TEXT}。", "requester": by("13900000002"), **NEAR, **more}
    return first, world.request(**fields).case.number


def rows(actor, **wanted) -> dict[str, dict]:
    found = queries.list_cases(actor, CaseFilter(**wanted), "-received_at", 50)
    return {row["number"]: row for row in found["items"]}


# --- signatures ----------------------------------------------------------------------------------------------------
def test_texts_that_agree_in_most_triples_share_bands_and_others_do_not():
    one, same, other = (signatures.bands(text) for text in (TEXT, f"来电人称：{TEXT}谢谢", OTHER))
    assert len(one) == signatures.BANDS
    assert signatures.shared(one, same) >= 2
    assert signatures.shared(one, other) == 0
    assert all(-(2**31) <= band < 2**31 for band in one)


def test_blanks_marks_and_width_of_characters_do_not_change_a_signature():
    assert signatures.bands("路灯 不亮，３号楼 门口！") == signatures.bands("路灯不亮3号楼门口")
    assert signatures.bands("好的") == []


@pytest.mark.django_db
def test_every_door_leaves_a_signature_and_old_cases_get_theirs_in_batches(world, monkeypatch):
    world.request(text=TEXT)
    bulk.create_many(system_actor("导入"), [Registration(kind="complaint", text=OTHER, channel="phone")] * 3)
    repeats.look()
    assert Signature.objects.filter(bands__len=signatures.BANDS, looked=True).count() == 4
    Signature.objects.filter(case__lt=Case.objects.order_by("-id")[0]).delete()
    monkeypatch.setattr(backfill, "BATCH", 2)
    assert (backfill.run(), backfill.run()) == (3, 0)
    assert Signature.objects.filter(bands__len=signatures.BANDS).count() == 4
    Case.objects.filter(pk=Case.objects.order_by("id")[0].pk).update(received_at=timezone.now() - timedelta(days=400))
    assert backfill.forget() == 1


@pytest.mark.django_db
def test_open_cases_from_before_there_were_signatures_are_paired_when_nothing_new_waits(world):
    closed(world)
    first, second = two(world)
    Signature.objects.all().delete()
    assert backfill.run() == 3
    world.request(text=OTHER, requester=by("13900000003"), **FAR)
    assert repeats.look_back() == 0, "what is new comes first"
    repeats.look()
    assert (repeats.look_back(), repeats.look_back()) == (2, 0)
    assert set(rows(world.clerk, likely=True)) == {first, second}
    assert not Event.objects.filter(action__in=("mark_repeat", "join")).exists(), "only paired"


# --- found -----------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_same_matter_is_marked_on_both_and_listed_with_reasons(world):
    first, second = two(world)
    alone = world.request(text=OTHER, requester=by("13900000003"), **FAR).case.number
    repeats.look()
    listed = rows(world.clerk)
    assert [listed[number]["likely"] for number in (first, second, alone)] == [1, 1, 0]
    assert set(rows(world.clerk, likely=True)) == {first, second}
    assert set(rows(world.clerk, likely=False)) == {alone}
    (found,) = comparing.likely(second, world.clerk)
    assert found["case"]["number"] == first
    assert {"near", "words"} <= {reason["code"] for reason in found["reasons"]}
    assert Case.objects.get(number=second).joined_to is None


@pytest.mark.django_db
def test_what_comes_by_file_and_by_api_is_compared_with_other_channels(world):
    first = world.request(text=TEXT, **HERE).case.number
    made = bulk.create_many(
        system_actor("热线"),
        [Registration("complaint", TEXT, "letters", external_id="A-1", category_id=world.light.pk, **NEAR)],
    )
    repeats.look()
    assert rows(world.clerk)[made[0].number]["likely"] == 1
    assert rows(world.clerk)[first]["likely"] == 1


@pytest.mark.django_db
def test_the_same_words_without_a_place_are_found_by_their_signature(world):
    first = world.request(text=TEXT, requester={}, category_id=None).case.number
    second = world.request(text=f"反映{TEXT}", requester={}, category_id=None).case.number
    repeats.look()
    assert [found["case"]["number"] for found in comparing.likely(second, world.clerk)] == [first]


@pytest.mark.django_db
def test_the_same_words_about_another_place_are_not_marked(world):
    world.request(text=TEXT, **HERE)
    world.request(text=TEXT, **FAR)
    repeats.look()
    assert rows(world.clerk, likely=True) == {}


@pytest.mark.django_db
def test_looking_twice_changes_nothing_and_a_case_costs_few_statements(world):
    two(world)
    repeats.look()
    before = list(Likely.objects.order_by("id").values())
    Signature.objects.update(looked=False)
    with CaptureQueriesContext(connection) as captured:
        repeats.look()
    assert list(Likely.objects.order_by("id").values()) == before
    assert len([q for q in captured if "kernel_revision" not in q["sql"]]) <= 2 * 14


@pytest.mark.django_db
def test_the_mark_goes_when_one_of_them_ends_and_comes_back_with_it(world):
    first, second = two(world)
    repeats.look()
    world.do(second, "direct_answer", "clerk", answer="已说明办理情况")
    assert rows(world.clerk)[first]["likely"] == 0
    third = world.request(text=TEXT, requester=by("13900000004"), **HERE).case.number
    repeats.look()
    world.do(third, "join", "clerk", into=first)
    assert rows(world.clerk)[first]["likely"] == 0
    world.do(third, "unjoin", "clerk")
    assert rows(world.clerk)[first]["likely"] == 1


@pytest.mark.django_db
def test_nobody_is_told_of_a_repeat_that_they_may_not_see(world):
    first = world.dispatched("water", text=TEXT, **HERE).case.number
    second = world.dispatched("lights", text=TEXT, **NEAR).case.number
    repeats.look()
    assert rows(world.clerk)[second]["likely"] == 1
    assert rows(world.lights)[second]["likely"] == 0
    assert rows(world.lights, likely=True) == {}
    assert comparing.likely(second, world.lights) == []
    with pytest.raises(Problem) as refused:
        comparing.compare(second, first, world.lights)
    assert refused.value.status == 404


@pytest.mark.django_db
@pytest.mark.parametrize("on", [False, True])
def test_only_a_district_that_switched_it_on_has_repeats_joined_by_themselves(world, on):
    RepeatPolicy.objects.create(lifecycle="request", auto_join=on, auto_score=75, source="测试")
    first = world.request(text=TEXT, requester=by("13900000001"), **HERE).case.number
    typed = world.request(text=TEXT, requester=by("13900000001"), **HERE).case.number
    sent = world.request(text=TEXT, requester=by("13900000001"), external_id="X-1", **HERE).case.number
    repeats.look()
    assert world.state(typed) == "logged", "what a person typed is never joined by itself"
    assert world.state(sent) == ("joined" if on else "logged")
    assert Case.objects.get(number=sent).external_id == "X-1"
    if on:
        event = Event.objects.get(case__number=sent, action="join")
        assert (event.actor_name, event.payload["into"]) == (repeats.NAME, first)
        world.do(sent, "unjoin", "clerk")
        assert world.state(sent) == "logged"


# --- 重复投诉 --------------------------------------------------------------------------------------------------------
def closed(world, days: int = 10, **fields) -> str:
    number = world.request(then=[("direct_answer", {"answer": "已安排维修"})], text=TEXT, **HERE, **fields).case.number
    Case.objects.filter(number=number).update(closed_at=timezone.now() - timedelta(days=days))
    return number


@pytest.mark.django_db
def test_the_same_person_about_the_same_matter_after_closing_is_marked_in_list_case_and_timeline(world):
    earlier = closed(world)
    again = world.request(text="公园东门的路灯连续几个晚上又不亮了，还是没有修理", **NEAR).case.number
    repeats.look()
    assert set(rows(world.clerk, flag="repeat")) == {again}
    assert "repeat" in rows(world.clerk)[again]["flags"]
    told = queries.timeline(again, world.clerk, "zh")["items"][-1]
    assert (told["action"], told["actor"]["name"]) == ("mark_repeat", repeats.NAME)
    assert earlier in told["summary"]
    assert "10 天前" in told["summary"]
    assert Case.objects.get(number=again).facts["repeat_of"] == earlier
    assert chains_hold()
    Signature.objects.update(looked=False)
    repeats.look()
    assert Event.objects.filter(case__number=again, action="mark_repeat").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("why", ["somebody else", "another matter", "long ago", "not accepted"])
def test_what_is_no_repeated_complaint_is_not_marked(world, why):
    earlier = closed(world, days=100 if why == "long ago" else 10)
    if why == "not accepted":
        Case.objects.filter(number=earlier).update(state="rejected")
    requester = by("13900009999") if why == "somebody else" else {"phone": "13800000000"}
    text = OTHER if why == "another matter" else TEXT
    again = world.request(text=text, requester=requester, **HERE).case.number
    repeats.look()
    assert "repeat" not in Case.objects.get(number=again).flags


@pytest.mark.django_db
def test_the_window_of_repeated_complaints_is_the_districts(world):
    closed(world, days=100)
    RepeatPolicy.objects.create(lifecycle="request", again_days=120, source="区考核办法（测试）")
    again = world.request(text=TEXT, **HERE).case.number
    repeats.look()
    assert "repeat" in Case.objects.get(number=again).flags


# --- side by side ----------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_two_cases_side_by_side_say_what_agrees_who_leads_and_what_may_be_done(world):
    first, second = two(world)
    with CaptureQueriesContext(connection) as captured:
        told = comparing.compare(second, first, world.clerk)
    assert len([q for q in captured if "kernel_revision" not in q["sql"]]) <= 8
    assert (told["left"]["case"]["number"], told["right"]["case"]["number"]) == (second, first)
    assert told["left"]["text"].startswith(TEXT)
    assert told["lead"] == first
    assert [way["why_not"] for way in told["joins"]] == ["", ""]
    assert {"near", "words"} <= {reason["code"] for reason in told["reasons"]}
    world.do(second, "join", "clerk", into=first)
    after = comparing.compare(second, first, world.clerk)
    assert after["joins"][0]["why_not"] == "已并入这件案件"


@pytest.mark.django_db
def test_not_the_same_is_remembered_for_both_with_the_name_and_can_be_taken_back(world):
    first, second = two(world)
    repeats.look()
    comparing.decide(second, first, world.clerk, True)
    assert rows(world.clerk, likely=True) == {}
    assert comparing.compare(first, second, world.clerk)["different"]["by"] == world.clerk.name
    Signature.objects.update(looked=False)
    repeats.look()
    assert rows(world.clerk, likely=True) == {}, "not suggested again"
    comparing.decide(first, second, world.clerk, False)
    assert set(rows(world.clerk, likely=True)) == {first, second}


# --- matters and calls -----------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_list_counts_matters_and_calls(world):
    first, second = two(world)
    world.request(text=OTHER)
    world.do(second, "join", "clerk", into=first)
    counts = lambda **wanted: [  # noqa: E731
        queries.list_cases(world.clerk, CaseFilter(**wanted), "-received_at", 50, count=True)[name]
        for name in ("count", "matters", "calls")
    ]
    assert counts() == [3, 2, 3]
    assert counts(open=True) == [2, 2, 3]
    assert counts(state="joined") == [1, 1, 1]


# --- joining and undoing ---------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_undoing_a_join_puts_everything_back_where_it_was(world):
    first, second = two(world)
    world.do(second, "accept", "clerk")
    world.do(second, "dispatch", "clerk", unit_id=world.units["lights"].pk)
    world.do(second, "acknowledge", "lights")
    clocks = list(Case.objects.get(number=second).clocks.order_by("id").values("id", "stage", "state", "due_at"))
    world.do(second, "join", "clerk", into=first)
    assert not Case.objects.get(number=second).assignments.exclude(state="cancelled").exists()
    world.do(second, "unjoin", "clerk")
    case = Case.objects.get(number=second)
    assert (case.state, case.is_open, case.closed_at, case.lead_unit_id) == (
        "handling", True, None, world.units["lights"].pk,
    )  # fmt: skip
    assert [a.state for a in case.assignments.all()] == ["acknowledged"]
    assert list(case.clocks.order_by("id").values("id", "stage", "state", "due_at")) == clocks
    assert chains_hold()
    world.do(second, "reply", "lights", reply="已更换灯具", outcome="solved")


@pytest.mark.django_db
def test_after_an_hour_a_join_is_not_undone_and_it_is_said_why(world):
    first, second = two(world)
    world.do(second, "join", "clerk", into=first)
    with pytest.raises(Problem) as refused:
        world.do(second, "unjoin", "clerk", timezone.now() + timedelta(minutes=61))
    assert (refused.value.status, refused.value.code) == (409, "too_late")
    assert "1 小时" in refused.value.detail
    world.do(second, "unjoin", "clerk", timezone.now() + timedelta(minutes=59))
    assert world.state(second) == "logged"


@pytest.mark.django_db
def test_who_may_not_join_may_not_undo(world):
    first, second = two(world)
    world.do(second, "join", "clerk", into=first)
    taker = world.person("taker", "centre", ["register", "view", "view_all"])
    with pytest.raises(Problem) as refused:
        engine.perform(second, "unjoin", taker, {})
    assert refused.value.status == 403


@pytest.mark.django_db
def test_who_joins_a_matter_that_is_being_called_back_is_called_back_too(world):
    main = world.replied()
    world.do(main, "review", "clerk")
    second = world.request(text=TEXT, requester=by("13900000002")).case.number
    world.do(second, "join", "clerk", into=main)
    called = Case.objects.get(number=main).callbacks.filter(state="planned")
    assert {c.for_case.number for c in called} == {main, second}
    world.do(second, "unjoin", "clerk")
    assert {c.for_case.number for c in called.all()} == {main}
    world.do(second, "join", "clerk", into=main)
    at_once = engine.create(
        world.clerk,
        Registration(kind="complaint", text=TEXT, channel="phone", requester=by("13900000003")),
        [("join", {"into": main})],
    )
    assert {c.for_case.number for c in called.all()} == {main, second, at_once.case.number}


@pytest.mark.django_db
def test_nobody_joins_a_matter_whose_callers_were_all_called_back(world):
    main = world.replied()
    world.do(main, "review", "clerk")
    world.do(main, "callback", "clerk", solved="yes", satisfaction="satisfied")
    second = world.request(text=TEXT).case.number
    with pytest.raises(Problem) as refused:
        world.do(second, "join", "clerk", into=main)
    assert refused.value.status == 409
    assert "回访完毕" in refused.value.detail


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_join_the_same_request_the_second_learns_it_and_nothing_is_lost(transactional_db):
    world = build()
    one, other, third = (world.request(text=TEXT, **HERE).case.number for _ in range(3))
    version = Case.objects.get(number=third).version
    join = lambda into: lambda: engine.perform(third, "join", world.clerk, {"into": into}, version=version)  # noqa: E731
    results = together(join(one), join(other))
    (lost,) = [r for r in results if isinstance(r, Problem)]
    assert lost.status == 409
    assert sorted(Case.objects.filter(number__in=(one, other)).values_list("callers", flat=True)) == [1, 2]
    crosswise = together(
        lambda: engine.perform(one, "note", world.clerk, {"text": "看看"}),
        lambda: engine.perform(other, "note", world.clerk, {"text": "看看"}),
    )
    assert not [r for r in crosswise if isinstance(r, Problem)]
    assert chains_hold()


@pytest.mark.django_db(transaction=True)
def test_two_cases_joined_crosswise_at_once_leave_the_second_with_a_conflict(transactional_db):
    world = build()
    one, other = (world.request(text=TEXT, **HERE).case.number for _ in range(2))
    results = together(
        lambda: engine.perform(one, "join", world.clerk, {"into": other}),
        lambda: engine.perform(other, "join", world.clerk, {"into": one}),
    )
    (lost,) = [r for r in results if isinstance(r, Problem)]
    assert lost.status == 409
    assert sorted(Case.objects.values_list("state", flat=True)) == ["joined", "logged"]
    assert sum(Case.objects.values_list("callers", flat=True)) == 3
    assert chains_hold()
