"""A call-taker types what comes to mind, and the passage that answers stands first."""

from __future__ import annotations

import tomllib
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.knowledge import demo, indexing, keeping, periods, queries, rules, search, suggesting
from chengyun.knowledge.models import Article, AskedFor, SynonymGroup
from chengyun.knowledge.schemas import ArticleSearchIn

pytestmark = pytest.mark.django_db
PHONE = [{"name": "城管热线", "number": "12319"}]
PERMIT = """# 谁可以申领
在本市居住半年以上，有合法稳定就业、住所或者就读的外地户籍居民。

# 需要的材料
- 本人身份证
- 住所证明：房产证或租房合同

# 到哪里办
居住地派出所或社区服务站，十五日内领证，首次申领免费。"""


@pytest.fixture
def library(wrote):
    wrote("怎样申领居住证", PERMIT, keywords=["暂住证"], question="外地人办证要什么\n居住证怎么办")
    wrote("路灯不亮向谁反映", "拨打城管热线，说明灯杆编号；一般两天内修复。", phones=PHONE)
    wrote("社保卡丢了怎么补办", "先拨打 12333 口头挂失，再带身份证到银行网点补办社保卡，当场领取。")
    wrote("医保异地就医备案", "在手机上备案后，外地住院可以直接结算。")
    wrote("窗口内部口径：社保卡补办排队", "高峰时引导到二号窗口。", audience="call_takers")
    wrote("水厂值班表", "值班室电话见附件，社保卡与此无关。", by="water", audience="unit")


def asked(world, words: str, who: str = "clerk", **more) -> list[str]:
    return [hit["title"] for hit in found(world, words, who, **more)["items"]]


def found(world, words: str, who: str = "clerk", **more):
    return queries.searched(world.actors[who], ArticleSearchIn(q=words, **more), "zh")


TYPED = [
    ("居住证", "怎样申领居住证"),
    ("我是外地人，想问一下居住证需要什么材料", "怎样申领居住证"),
    ("照明灯", "路灯不亮向谁反映"),
    ("shebaoka", "社保卡丢了怎么补办"),
    ("sbk", "社保卡丢了怎么补办"),
    ("juzhuzheng", "怎样申领居住证"),
    ("juzuzen", "怎样申领居住证"),
    ("shebaka", "社保卡丢了怎么补办"),
    ("jvzhuzheng", "怎样申领居住证"),
    ("居注证", "怎样申领居住证"),
    ("居住政", "怎样申领居住证"),
    ("社宝卡补办", "社保卡丢了怎么补办"),
    ("异地就医", "医保异地就医备案"),
    ("灯杆编号", "路灯不亮向谁反映"),
]


def test_words_synonyms_pinyin_initials_and_slips_find_the_article(world, library):
    assert [(typed, first) for typed, first in TYPED if asked(world, typed)[:1] != [first]] == []


def test_the_passage_that_answers_is_shown_with_the_words_marked(world, library):
    hit = found(world, "居住证 材料")["items"][0]
    assert hit["heading"] == "需要的材料"
    assert "租房合同" in "".join(part["text"] for part in hit["passage"])
    assert found(world, "sbk")["corrected"] == "社保卡"
    assert [part["text"] for part in found(world, "挂失")["items"][0]["passage"] if part["mark"]] == ["挂失"]


def test_one_word_of_a_question_is_no_answer_unless_it_is_what_the_article_is_about(world, library):
    assert asked(world, "宠物上午办") == []
    assert asked(world, "海底隧道需要身份证吗") == []
    assert asked(world, "猫咪居住证")[:1] == ["怎样申领居住证"]


def test_each_sees_the_articles_written_for_them(world, library):
    inner, water = "窗口内部口径：社保卡补办排队", "水厂值班表"
    assert inner in asked(world, "社保卡")
    assert water not in asked(world, "社保卡")
    assert water in asked(world, "社保卡", "water")
    assert inner not in asked(world, "社保卡", "water")
    public = search.search(search.narrowed(None), "社保卡", 10)
    assert [article.title for article, _ in public.hits] == ["社保卡丢了怎么补办"]


def test_what_has_run_out_is_never_an_answer_and_is_shown_marked_when_it_is_asked_for(world, library):
    yesterday = timezone.localdate() - timedelta(days=1)
    Article.objects.filter(title="怎样申领居住证").update(valid_until=yesterday)
    assert asked(world, "居住证") == []
    shown = found(world, "居住证", fresh="expired")["items"]
    assert [(hit["title"], hit["answer"], hit["state_name"]) for hit in shown] == [("怎样申领居住证", False, "已失效")]
    assert keeping.by_days()["expired"] == 1
    assert keeping.by_days()["expired"] == 0
    assert asked(world, "居住证") == []


def test_what_helped_others_comes_first_and_what_is_to_be_reviewed_later(world, wrote):
    first, second = wrote("垃圾清运时间"), wrote("垃圾清运时段")
    assert asked(world, "垃圾清运")[0] == first.title
    Article.objects.filter(pk=second.pk).update(useful=9)
    assert asked(world, "垃圾清运")[0] == second.title
    Article.objects.filter(pk=second.pk).update(useful=0)
    Article.objects.filter(pk=first.pk).update(review_on=timezone.localdate())
    assert asked(world, "垃圾清运")[0] == second.title


def test_it_is_narrowed_to_category_area_and_unit_with_what_is_above_and_below(world, library, wrote):
    wrote("道路照明灯维修时限", "两天内修复照明。", category_ids=[world.light.pk])
    assert asked(world, "照明", category_id=world.light.pk) == ["道路照明灯维修时限"]
    assert asked(world, "社保卡", unit_id=world.units["water"].pk) == []
    assert "路灯不亮向谁反映" in asked(world, "路灯", unit_id=world.units["lights"].pk)


def test_what_is_typed_beside_the_call_brings_articles_with_text_to_insert(world, library):
    said = "来电人说小区门口的路灯已经三天不亮，晚上看不见路，问向谁反映。"
    hit = suggesting.suggest(world.actors["clerk"], said, "", None, None, "zh")[0]
    assert hit["title"] == "路灯不亮向谁反映"
    assert hit["cite"].endswith("（知识库《路灯不亮向谁反映》）")
    assert "12319" in hit["cite"]
    assert hit["ref"] == f"{hit['number']}@1"


DEMO_TYPED = [
    ("ldbl", "路灯不亮向谁反映，多久修好", "路灯 不亮"),
    ("宠物上牌", "养犬登记怎么办，要交多少钱", ""),
    ("狗证", "养犬登记怎么办，要交多少钱", ""),
    ("电动车上牌", "电动自行车上牌和充电的规定", ""),
    ("juzhuzheng", "怎样申领居住证", "居住证"),
]
DEMO_SAID = [
    ("小区门口路灯不亮，晚上看不清台阶，希望尽快修复", ["路灯不亮向谁反映，多久修好"]),
    ("工地晚上十二点还在施工，噪音很大影响睡觉", ["施工噪声扰民的规定和投诉"]),
]


@pytest.fixture
def demo_library(world, wrote):
    with demo.FILE.open("rb") as file:
        given = tomllib.load(file)["articles"]
    SynonymGroup.objects.create(code="dog", words=["犬证", "养犬登记", "狗证", "宠物上牌"], source="测试")
    SynonymGroup.objects.create(code="noise", words=["噪音", "噪声"], source="测试")
    revision.bump(periods.TOPIC)
    names = ("title", "text", "question", "keywords")
    made = [wrote(learn=False, **{name: one[name] for name in names if name in one}) for one in given]
    indexing.learn_articles([one.pk for one in made], here=True)


def test_among_the_demo_articles_the_right_one_is_first_and_nothing_weak_stands_below_it(world, demo_library):
    seen = [(typed, found(world, typed)) for typed, *_ in DEMO_TYPED]
    assert [(typed, one["items"][0]["title"], one["corrected"]) for typed, one in seen] == DEMO_TYPED
    clerk = world.actors["clerk"]
    assert [
        (said, [hit["title"] for hit in suggesting.suggest(clerk, said, "", None, None, "zh")]) for said, _ in DEMO_SAID
    ] == DEMO_SAID


@pytest.mark.parametrize(
    ("score", "best", "of_category", "shown"),
    [(3.6, 3.6, False, True), (1.4, 3.6, False, False), (2.2, 3.6, False, True), (1.1, 1.1, False, False),
     (0.5, 3.6, True, True)],
)  # fmt: skip
def test_an_article_far_below_the_best_is_no_suggestion_unless_it_is_of_the_category(score, best, of_category, shown):
    assert rules.likely(score, best, of_category) is shown


def test_searches_in_vain_are_counted_without_numbers_of_people(world, library):
    asked(world, "遗产税起征点")
    asked(world, "遗产税起征点")
    asked(world, "居住证")
    asked(world, "13800000000 住哪")
    kept = {row.words: (row.times, row.empty) for row in AskedFor.objects.all()}
    assert kept["遗产税起征点"] == (2, 2)
    assert kept["居住证"] == (1, 0)
    assert not any("138" in words for words in kept)


@pytest.mark.parametrize(
    ("work", "most"),
    [
        (lambda world: asked(world, "居住证"), 8),
        (lambda world: asked(world, "居注证遗产"), 13),
        (lambda world: suggesting.suggest(world.actors["clerk"], "路灯不亮已经三天", "", None, None, "zh"), 7),
    ],
)
def test_a_search_is_a_few_statements(world, library, work, most):
    work(world)
    with CaptureQueriesContext(connection) as seen:
        work(world)
    told = [q["sql"] for q in seen.captured_queries if not any(w in q["sql"] for w in ("SAVEPOINT", "kernel_revision"))]
    assert len(told) <= most, told


def test_nothing_that_is_typed_breaks_it(world, library):
    for typed in ("", " ", "'", "& | !", ":*", "\\", "的", "a" * 200, "%_%", "(((", "'':*", "办 理"):
        found(world, typed)
        suggesting.suggest(world.actors["clerk"], typed, typed, None, None, "zh")
