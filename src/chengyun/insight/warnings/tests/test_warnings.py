"""What is raised, when, once for a matter; and that every figure opens its cases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from chengyun.cases.models import Case, Notice
from chengyun.insight import reading
from chengyun.insight.models import EarlyWarning, WarningCase, WordHit
from chengyun.insight.warnings import raising, rules

pytestmark = pytest.mark.django_db


def only() -> EarlyWarning:
    return EarlyWarning.objects.get()


# --- words ----------------------------------------------------------------------------------------------------------
def test_a_word_that_cannot_wait_raises_a_warning_and_tells_who_is_on_duty(world, rule, look):
    rule("gas", name="燃气泄漏", words=["燃气泄漏", "闻到+煤气味"])
    world.request("楼道里能闻到很浓的煤气味，请马上来人")
    assert look() == 1
    warning = only()
    assert (warning.level, warning.cases, warning.evidence[0]["terms"]) == (1, 1, ["闻到+煤气味"])
    notice = Notice.objects.get(account_id=world.accounts["clerk"].pk)
    assert notice.kind == "warning"
    assert notice.text == "紧急预警：燃气泄漏 · 全区，24 小时内 1 件"
    assert not Notice.objects.exclude(account_id=world.accounts["clerk"].pk).exists()


def test_only_one_part_of_a_term_or_an_exception_raises_nothing(world, rule, look):
    rule("gas", words=["闻到+煤气味", "燃气泄漏"], unless=["演练"])
    world.request("煤气味的香水太难闻，投诉商场")
    world.request("燃气泄漏演练通知了吗")
    assert look() == 0


def test_a_word_said_later_in_a_supplement_is_read_too(world, rule, look):
    rule("gas", words=["燃气泄漏"])
    number = world.request("楼道有怪味").case.number
    assert look() == 0
    world.do(number, "supplement", "clerk", text="来电人说是燃气泄漏")
    assert look() == 1


def test_the_database_itself_calls_the_worker_for_severe_words_and_for_no_others(world, rule):
    rule("gas", words=["燃气泄漏"])
    rule("wages", words=["欠薪"], minimum=2)
    rules.keep_pattern()
    world.request("路灯不亮")
    world.request("工地欠薪")
    assert waiting() == 0
    world.request("有燃气泄漏")
    assert waiting() == 1


def waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'insight.read_now'")
        return cursor.fetchone()[0]


def test_what_happened_long_ago_and_is_imported_now_warns_nobody(world, rule, look, many, clock):
    rule("gas", words=["路灯"])
    many(3, clock.now - timedelta(days=2))
    assert look(clock.now) == 0
    many(1, clock.now - timedelta(hours=3))
    assert look(clock.now) == 1


def test_hits_are_forgotten_when_no_rule_can_look_back_to_them(world, rule, look, many, clock):
    rule("lamps", words=["路灯"], hours=168)
    many(2, clock.now)
    look(clock.now)
    assert WordHit.objects.count() == 2
    assert reading.forget_old(clock.now + timedelta(days=8)) == 2


# --- one warning for a matter ---------------------------------------------------------------------------------------
def test_five_of_a_kind_in_one_community_within_two_hours_and_not_in_two_communities(
    world, rule, look, many, clock, areas
):
    rule("same", way="count", minimum=5, hours=2, level="serious")
    many(4, clock.now - timedelta(minutes=30), area_id=areas["C1"])
    many(4, clock.now - timedelta(minutes=20), area_id=areas["C2"])
    many(1, clock.now - timedelta(hours=3), area_id=areas["C1"])
    assert look(clock.now) == 0
    many(1, clock.now - timedelta(minutes=5), area_id=areas["C1"])
    assert look(clock.now) == 1
    assert (only().title, only().cases) == ("路灯 · 梧桐里社区", 5)


def test_it_grows_instead_of_repeating_and_is_told_again_only_when_it_has_doubled(
    world, rule, look, many, clock, areas
):
    rule("same", way="count", minimum=5, hours=2, level="serious")
    many(5, clock.now, area_id=areas["C1"])
    look(clock.now)
    many(2, clock.by(minutes=10), area_id=areas["C1"])
    assert look(clock.now) == 1
    assert look(clock.now) == 0, "nothing new, nothing written"
    assert (only().cases, Notice.objects.count()) == (7, 1)
    many(3, clock.by(minutes=10), area_id=areas["C1"])
    look(clock.now)
    assert (only().cases, Notice.objects.count()) == (10, 2)
    assert [step.action for step in only().steps.order_by("id")] == ["raised", "grew", "grew"]


def test_two_rules_about_one_matter_make_one_warning_with_both_as_evidence(world, rule, look, many, clock, areas):
    rule("same", way="count", minimum=5, hours=2, level="serious")
    rule("more", way="growth", minimum=5, hours=24, level="watch", risk=0.01)
    many(1, clock.now - timedelta(days=7), area_id=areas["C1"])
    many(9, clock.now - timedelta(minutes=9), area_id=areas["C1"])
    look(clock.now)
    warning = only()
    assert (set(warning.rules), warning.level, warning.cases) == ({"same", "more"}, 2, 9)
    growth = next(item for item in warning.evidence if item["rule"] == "more")
    assert growth["count"] == 9 > growth["expected"]
    assert growth["p"] < 0.001


def test_a_rule_for_the_street_that_finds_only_the_communitys_cases_raises_no_second_warning(
    world, rule, look, many, clock, areas
):
    rule("same", way="count", minimum=5, hours=2, level="serious")
    rule("street", way="count", place="subdistrict", minimum=5, hours=24, level="watch")
    many(5, clock.now, area_id=areas["C1"])
    look(clock.now)
    assert set(only().rules) == {"same", "street"}
    many(2, clock.by(minutes=5), area_id=areas["C2"])
    look(clock.now)
    assert [row.cases for row in EarlyWarning.objects.order_by("pk")] == [5, 7], "now the street has more to say"


def test_what_is_usual_at_this_hour_of_the_week_is_no_growth(world, rule, look, many, clock, areas):
    rule("more", way="growth", minimum=3, hours=24, risk=0.01)
    for week in range(1, 9):
        many(6, clock.now - timedelta(weeks=week, hours=1), area_id=areas["C1"])
    many(7, clock.now - timedelta(hours=1), area_id=areas["C1"])
    assert look(clock.now) == 0


def test_what_was_dismissed_is_not_told_again_until_as_many_new_cases_have_come(
    world, rule, look, many, clock, areas, desk
):
    rule("same", way="count", minimum=5, hours=2)
    many(5, clock.now, area_id=areas["C1"])
    look(clock.now)
    EarlyWarning.objects.update(state="dismissed", decided_at=clock.now)
    many(4, clock.by(minutes=5), area_id=areas["C1"])
    assert look(clock.now) == 0
    many(1, clock.by(minutes=5), area_id=areas["C1"])
    assert look(clock.now) == 1
    assert EarlyWarning.objects.get(state="open").cases == 10


def test_many_callers_on_one_matter(world, rule, look):
    rule("callers", way="callers", minimum=3, nature="collective")
    main = world.handling()
    for _ in range(2):
        world.do(world.request().case.number, "join", "clerk", into=main)
    assert look() == 1
    warning = only()
    assert (warning.cases, warning.evidence[0]["count"]) == (3, 3)
    assert WarningCase.objects.filter(case__number=main).exists()


def test_flags_are_enough_for_a_rule_that_asks_for_them(world, rule, look):
    rule("flag", way="count", flags=["collective"], by_category=False, minimum=1)
    world.request("商铺业主要求退租")
    assert look() == 0
    world.request("业主要求退费", flags=["collective", "media"])
    assert look() == 1


def test_rules_for_some_categories_look_at_nothing_else(world, rule, look, many, clock):
    rule("event", way="count", minimum=3, hours=2, categories=["E01"])
    many(3, clock.now)
    assert look(clock.now) == 0
    rule("public", way="count", minimum=3, hours=2, categories=["public"])
    assert look(clock.now) == 1, "what lies below a major class belongs to it"


def test_two_lookers_at_once_raise_one_warning(world, rule, look, many, clock):
    rule("same", way="count", minimum=3, hours=2)
    many(3, clock.now)
    assert raising.run(clock.now) + raising.run(clock.now) == 1


# --- what it costs --------------------------------------------------------------------------------------------------
def test_a_look_takes_as_many_statements_for_a_hundred_cases_as_for_five(
    world, rule, many, clock, areas, django_assert_max_num_queries
):
    rule("gas", words=["燃气泄漏"])
    rule("same", way="count", minimum=5000, hours=2)
    rule("callers", way="callers", minimum=10)
    rule("more", way="growth", minimum=5000, hours=24)
    many(100, clock.now, area_id=areas["C1"])
    with django_assert_max_num_queries(14):
        raising.run(clock.now)


# --- over HTTP ------------------------------------------------------------------------------------------------------
@pytest.fixture
def raised(world, rule, look, areas):
    rule("lamps", name="路灯成片", words=["路灯"], level="serious", minimum=3, place="community")
    cases = [world.request(area_id=areas["C1"]).case for _ in range(3)]
    look()
    return cases


def test_the_cases_of_a_warning_open_as_a_list(raised, desk):
    client = desk("clerk")
    [told] = client.get("/api/v1/insight/warnings").json()["items"]
    listed = client.get("/api/v1/cases", {**told["query"], "count": "true"}).json()
    assert told["cases"] == listed["count"] == 3
    assert {row["number"] for row in listed["items"]} == {case.number for case in raised}
    for evidence in told["evidence"]:
        listed = client.get("/api/v1/cases", {**evidence["query"], "count": "true"}).json()
        assert evidence["count"] == listed["count"]
    one = client.get(f"/api/v1/insight/warnings/{told['id']}").json()
    assert {row["number"] for row in one["members"]} == {case.number for case in raised}
    assert one["actions"] == ["confirm", "supervise", "patrol", "dismiss"]


def test_a_unit_sees_a_warning_only_when_it_may_see_each_of_its_cases(raised, world, desk):
    client = desk("lights")
    assert client.get("/api/v1/insight/warnings").json()["items"] == []
    assert client.get(f"/api/v1/insight/warnings/{only().pk}").status_code == 404
    for case in raised:
        world.do(case.number, "accept", "clerk")
        world.do(case.number, "dispatch", "clerk", unit_id=world.units["lights"].pk)
    assert [row["id"] for row in client.get("/api/v1/insight/warnings").json()["items"]] == [only().pk]
    assert client.get("/api/v1/insight/warnings/open").json()["total"] == 1
    answer = client.post(
        f"/api/v1/insight/warnings/{only().pk}/decide", {"action": "confirm", "version": 1}, "application/json"
    )
    assert answer.status_code == 403


def test_who_has_no_right_to_warnings_is_refused(raised, desk):
    for path in ("", "/open", "/rules", "/1"):
        assert desk("water").get(f"/api/v1/insight/warnings{path}").status_code == 403


def test_the_list_turns_its_pages_without_losing_or_doubling_any(world, rule, look, desk, areas):
    for code in ("a", "b", "c", "d", "e"):
        rule(code, words=["路灯"], level="urgent" if code < "c" else "watch")
    world.request()
    look()
    client, seen, cursor = desk("clerk"), [], ""
    for state in ("open", ""):
        seen, cursor = [], ""
        while True:
            page = client.get("/api/v1/insight/warnings", {"limit": 2, "cursor": cursor, "state": state}).json()
            seen += [row["id"] for row in page["items"]]
            cursor = page["next_cursor"]
            if not cursor:
                break
        assert len(seen) == len(set(seen)) == 5
    assert page["open"] == {"total": 5, "urgent": 2, "serious": 0, "watch": 3}
    assert client.get("/api/v1/insight/warnings", {"cursor": "x"}).status_code == 400


def test_a_narrowed_list_shows_what_fits_and_refuses_what_does_not_exist(raised, desk):
    client = desk("clerk")
    for fits in ({"level": "serious"}, {"nature": "safety"}, {"rule": "lamps"}, {"area": "S1"}, {"area": "C1"}):
        assert len(client.get("/api/v1/insight/warnings", fits).json()["items"]) == 1, fits
    for other in ({"level": "urgent"}, {"nature": "sensitive"}, {"rule": "gas"}, {"area": "C2"}, {"state": "decided"}):
        assert client.get("/api/v1/insight/warnings", other).json()["items"] == [], other
    assert client.get("/api/v1/insight/warnings", {"area": "nowhere"}).status_code == 422
    assert Case.objects.count() == 3
