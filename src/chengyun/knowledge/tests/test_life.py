"""The life of an article: proposed by a unit, published by the centre, cited on a case, corrected, run out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.cases.models import Notice
from chengyun.cases.tests.world import at
from chengyun.kernel.problems import Problem
from chengyun.knowledge import board, citing, corrections, keeping, marking, measuring, public, queries, writing
from chengyun.knowledge.models import Answered, Article, Citation, Correction
from chengyun.knowledge.schemas import ArticleQuery

pytestmark = pytest.mark.django_db
TEXT = "拨打城管热线，说明灯杆编号，两天内修复。"
GIVEN = {"title": "路灯报修", "text": TEXT, "audience": "public"}


def told(world, who: str) -> list[str]:
    return list(Notice.objects.filter(account_id=world.accounts[who].pk).order_by("id").values_list("text", flat=True))


def detail(world, article: Article, who: str = "chief", version: int | None = None):
    return queries.detail(world.actors[who], article.pk, version, "zh")


def steps(world, article: Article, who: str) -> list[str]:
    return [one["code"] for one in detail(world, article, who)["actions"]]


def test_a_unit_proposes_the_centre_sends_back_and_publishes_and_each_is_told(world):
    made = writing.create(world.actors["lights"], GIVEN)
    assert steps(world, made, "lights") == ["submit", "drop"]
    made = writing.act(world.actors["lights"], made.pk, "submit", made.version)
    assert "请审核" in told(world, "chief")[-1]
    made = writing.act(world.actors["chief"], made.pk, "return", made.version, "请写电话")
    assert told(world, "lights")[-1] == "知识“路灯报修”退回修改：请写电话"
    made = writing.save(world.actors["lights"], made.pk, {**GIVEN, "text": TEXT + "电话 12319。"}, made.version)
    made = writing.act(world.actors["lights"], made.pk, "submit", made.version)
    waiting = queries.start(world.actors["chief"], "zh")["lists"][0]
    assert (waiting["code"], waiting["count"]) == ("to_review", 1)
    made = writing.act(world.actors["chief"], made.pk, "publish", made.version)
    seen = detail(world, made, "clerk")
    assert (seen["state"], seen["version"], seen["actions"]) == ("published", 1, [])
    assert seen["text"] == TEXT + "电话 12319。"
    assert made.review_on is not None


def test_what_is_published_stays_until_the_next_edition_is_and_earlier_ones_open_as_they_were(world, wrote):
    made = wrote("路灯报修", TEXT)
    made = writing.save(world.actors["lights"], made.pk, {**GIVEN, "title": "路灯报修新办法"}, made.version)
    assert detail(world, made, "clerk")["title"] == "路灯报修"
    assert detail(world, made, "lights", 2)["title"] == "路灯报修新办法"
    with pytest.raises(Problem) as refused:
        detail(world, made, "clerk", 2)
    assert refused.value.status == 404
    made = writing.act(world.actors["chief"], made.pk, "publish", made.version)
    old = detail(world, made, "clerk", 1)
    assert (old["title"], old["current"], old["answer"]) == ("路灯报修", False, False)
    made = writing.act(world.actors["chief"], made.pk, "withdraw", made.version, "政策废止")
    with pytest.raises(Problem):
        detail(world, made, "clerk")
    assert detail(world, made, "clerk", 2)["title"] == "路灯报修新办法"


def test_of_two_editors_the_second_is_told_and_nothing_is_lost(world, wrote):
    made = wrote("路灯报修", TEXT)
    version = made.version
    writing.save(world.actors["lights"], made.pk, GIVEN, version)
    with pytest.raises(Problem) as refused:
        writing.save(world.actors["chief"], made.pk, GIVEN, version)
    assert (refused.value.status, refused.value.extra["current"]["changed_by"]) == (409, "lights")


def test_a_unit_writes_for_itself_alone_and_whoever_only_asks_writes_nothing(world, wrote):
    made = wrote("路灯报修", TEXT)
    for who in ("water", "clerk"):
        with pytest.raises(Problem) as refused:
            writing.save(world.actors[who], made.pk, GIVEN, made.version)
        assert refused.value.status == 403
    with pytest.raises(Problem):
        writing.create(world.actors["lights"], {**GIVEN, "unit_id": world.units["water"].pk})
    with pytest.raises(Problem):
        writing.act(world.actors["lights"], made.pk, "withdraw", made.version, "不用了")


def test_the_days_make_it_due_and_end_it_and_the_owner_is_told_once(world, wrote):
    today = timezone.localdate()
    due, over = wrote("路灯报修", TEXT), wrote("路灯巡查", TEXT)
    Article.objects.filter(pk=due.pk).update(review_on=today)
    Article.objects.filter(pk=over.pk).update(valid_until=today - timedelta(days=1))
    assert keeping.by_days() == {"expired": 1, "due": 1}
    assert keeping.by_days() == {"expired": 0, "due": 0}
    assert told(world, "lights")[-2:] == ["知识“路灯巡查”已失效，不再作为答复。", "知识“路灯报修”到期，请复核。"]
    due.refresh_from_db()
    due = writing.act(world.actors["lights"], due.pk, "confirm", due.version)
    assert due.state == "published"
    assert due.review_on > today + timedelta(days=300)


def test_a_correction_has_a_clock_of_working_time_and_its_lateness_is_told(world, wrote):
    made = wrote("路灯报修", TEXT)
    friday = at("2026-03-06 16:00")
    row = corrections.report(world.actors["clerk"], made.pk, "电话变了", "城管热线", friday)
    assert timezone.localtime(row.due_at).date().isoformat() == "2026-03-10"
    assert corrections.remind(at("2026-03-10 12:00")) == 0
    late = row.due_at + timedelta(minutes=1)
    assert (corrections.remind(late), corrections.remind(late)) == (1, 0)
    assert told(world, "lights")[-1] == "知识“路灯报修”的纠错超期未答复。"
    with pytest.raises(Problem):
        corrections.answer(world.actors["water"], row.pk, "accepted", "已改", 1)
    corrections.answer(world.actors["lights"], row.pk, "accepted", "已改为新号码", 1)
    assert told(world, "clerk")[-1] == "您对“路灯报修”的纠错已采纳：已改为新号码"
    with pytest.raises(Problem) as refused:
        corrections.answer(world.actors["chief"], row.pk, "refused", "不改", 1)
    assert refused.value.status == 409
    assert Correction.objects.get().version == 2


def test_an_answer_on_the_spot_records_the_article_as_it_was_read(world, wrote):
    made = wrote("路灯报修", TEXT)
    number = world.request(kind="inquiry").case.number
    work = world.do(number, "direct_answer", "clerk", answer="两天内修复", citations=[f"{made.number}@1"])
    assert work.case.state == "closed"
    made.refresh_from_db()
    made = writing.save(world.actors["lights"], made.pk, {**GIVEN, "title": "改过了"}, made.version)
    writing.act(world.actors["chief"], made.pk, "publish", made.version)
    told = citing.of_case(world.actors["clerk"], number, "zh")
    assert [(one["title"], one["version"], one["action_name"]) for one in told] == [("路灯报修", 1, "直接答复")]
    assert detail(world, made, "clerk", told[0]["version"])["title"] == "路灯报修"
    assert (Citation.objects.count(), Answered.objects.get().cited) == (1, True)
    assert Article.objects.get(pk=made.pk).cited == 1


def test_what_cannot_be_read_cannot_be_cited_and_then_nothing_is_done(world, wrote):
    made = wrote("水厂内部办法", TEXT, by="water", audience="unit")
    number = world.request().case.number
    for ref in (f"{made.number}@1", "ZS999999@1", "x"):
        with pytest.raises(Problem) as refused:
            world.do(number, "direct_answer", "clerk", answer="两天内修复", citations=[ref])
        assert refused.value.extra["errors"][0]["field"] == "citations"
    assert not Answered.objects.exists()


def test_a_mark_counts_once_for_a_person_and_can_be_changed(world, wrote):
    made = wrote("路灯报修", TEXT)
    for useful in (True, True, False):
        marking.mark(world.actors["clerk"], made.pk, useful)
    public.mark(made.pk, True, "127.0.0.1", "手机")
    public.mark(made.pk, True, "127.0.0.1", "手机")
    row = Article.objects.get(pk=made.pk)
    assert (row.useful, row.useless) == (1, 1)


def test_every_figure_of_the_board_opens_as_many_articles_and_cases(world, wrote, desk):
    made = wrote("路灯报修", TEXT, category_ids=[world.light.pk])
    wrote("水费缴纳", by="water")
    writing.save(world.actors["lights"], made.pk, GIVEN, made.version)
    corrections.report(world.actors["clerk"], made.pk, "电话变了", "")
    for cited in ([f"{made.number}@1"], [], []):
        number = world.request().case.number
        world.do(number, "direct_answer", "clerk", answer="两天内修复", citations=cited)
    said = board.tell(world.actors["chief"], 90, "zh")
    row = said["coverage"][0]
    assert (row["asked"]["value"], row["direct"]["value"], row["uncited"]["value"]) == (3, 1, 2)
    client = desk("chief")
    figures = [*said["totals"].values(), *(one["figure"] for one in said["freshness"])]
    for rows in (said["coverage"], said["contribution"]):
        figures += [cell for one in rows for cell in one.values() if "opens" in cell]
    wrong = []
    for figure in figures:
        ((where, query),) = figure["opens"].items()
        path = "/api/v1/cases" if where == "cases" else f"/api/v1/knowledge/{where}"
        found = client.get(path, {**query, "limit": 100} if where != "corrections" else query).json()
        if len(found["items"]) != figure["value"]:
            wrong.append((figure, len(found["items"])))
    assert wrong == []


def test_measures_open_the_articles_they_count(world, wrote):
    from chengyun.cases.measures import Narrowed, Period, read_by, read_many

    wrote("路灯报修", TEXT)
    wrote("水费缴纳", by="water")
    today = timezone.localdate()
    period = Period(today.replace(day=1), today + timedelta(days=1))
    said = read_many([measuring.PUBLISHED, measuring.FRESH, measuring.RULES], period)
    assert [str(said[code].value) for code in said] == ["2", "100.00", "0"]
    by_unit = read_by([measuring.PUBLISHED], period, "unit", Narrowed())
    assert {key: str(row[measuring.PUBLISHED].value) for key, row in by_unit.items()} == {"lights": "1", "water": "1"}
    query = dict(by_unit["lights"][measuring.PUBLISHED].opened["value"])
    assert query.pop("page") == "knowledge"
    found = queries.page(world.actors["chief"], ArticleQuery.model_validate(query), "zh")["items"]
    assert [one["title"] for one in found] == ["路灯报修"]
