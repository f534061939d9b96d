"""What was spent against the plan and the time gone; how a project did against its targets."""

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.budget.evaluation_rules import Asked, grade, reached, score, total, weights
from chengyun.budget.models import SelfEvaluation, SpendingLimit
from chengyun.budget.spending_rules import Spent, lines, warnings
from chengyun.budget.tables import value_of
from chengyun.cases import measures
from chengyun.cases.measures import Measure, Period, Reading, each
from chengyun.kernel import revision
from chengyun.kernel.paper import process

API = "/api/v1/budget/documents"
D = Decimal


def spent(month, amount, **more):
    given = {"function": "", "economic": "", "project": "", "carried": False, **more}
    return Spent(month, given["function"], given["economic"], given["project"], given["carried"], D(amount))


def told(rows, month, total="120", carried="0", before=None):
    found = lines(
        D(total), {"2010350": ("事业运行", D(60))}, {"P1": ("热线", D(60))}, {"30217": ("公务接待费", D(1))}, rows
    )
    return [(one.code, one.line.name) for one in warnings(found, month, rows, D(carried), before)]


def test_a_project_behind_the_year_is_warned_of_and_one_in_step_is_not():
    rows = [spent(6, "50", function="2010350"), spent(6, "10", project="P1")]

    assert told(rows, 6) == [("behind", "热线")]
    assert told([spent(6, "60", function="2010350"), spent(6, "30", project="P1")], 6) == []
    assert told([spent(1, "1", function="2010350")], 2) == []


def test_more_than_planned_money_without_a_plan_and_a_rush_at_the_end_are_warned_of():
    assert ("over", "事业运行") in told([spent(3, "61", function="2010350")], 3)
    assert ("over", "预算中没有") in told([spent(3, "1", function="2010999"), spent(3, "59", project="P1")], 3)
    rush = [spent(6, "60", function="2010350"), spent(6, "10", project="P1"), spent(12, "50", project="P1")]
    assert told(rush, 12) == [("rush", "合计")]


def test_growing_receptions_and_money_that_lies_idle_are_warned_of():
    rows = [spent(7, "0.6", economic="30217"), spent(7, "70", function="2010350", carried=True)]

    assert ("three", "“三公”经费") in told(rows, 7, before=D("0.5"))
    assert ("three", "“三公”经费") not in told(rows, 7, before=D("0.6"))
    assert ("idle", "上年结转") in told(rows, 7, carried="200")
    assert ("idle", "上年结转") not in told(rows, 7, carried="100")


# --- self-evaluation --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("target", "actual", "share"),
    [
        ("100%", "93.72%", "0.9372"), ("≥15万件", "165000件", "1.1"), ("≤3次", "2", "1"), ("≤3次", "6次", "0.5"),
        ("10-15件/人/日", "12", "1"), ("10-15件/人/日", "20", "0.75"), ("12期", "6期", "0.5"), ("≥95%", "", None),
    ],
)  # fmt: skip
def test_a_number_scores_pro_rata_in_the_direction_of_its_target(target, actual, share):
    found = reached(value_of(target), actual, "")

    assert found == (D(share) if share is not None else None)


def test_words_are_rated_by_people_and_points_are_a_hundred_with_or_without_costs():
    assert reached(value_of("持续提升"), "", "part") == D("0.7")
    assert reached(value_of("持续提升"), "提升了", "") is None
    full = weights(["产出指标", "效益指标", "满意度指标"])
    assert full == {"产出指标": D(50), "效益指标": D(30), "满意度指标": D(10)}
    assert weights(["产出指标", "成本指标", "效益指标", "满意度指标"])["产出指标"] == D(40)
    assert sum(weights(["产出指标", "满意度指标"]).values()) == D(90)
    assert [grade(D(points)) for points in (90, "89.99", 60, "59.99")] == ["优", "良", "中", "差"]


def test_what_exceeds_its_target_by_far_wants_a_word():
    loud, told_why = Asked("产出指标", "≥12次", "16"), Asked("产出指标", "≥12次", "16", explanation="增加了专项")

    assert [one.unexplained for one in score([loud, told_why], D(10), D(10))[0]] == [True, False]


AMOUNTS = st.decimals(min_value=0, max_value=500, places=2)


@given(
    st.lists(
        st.tuples(st.sampled_from(["产出指标", "效益指标", "满意度指标", "成本指标"]), AMOUNTS), min_size=1, max_size=8
    ),
    AMOUNTS,
)
def test_points_stay_between_nothing_and_a_hundred_and_more_done_never_scores_less(rows, executed):
    asked = [Asked(level, "≥90%", f"{actual}%") for level, actual in rows]
    better = [Asked(level, "≥90%", f"{actual + 1}%") for level, actual in rows]

    points = total(*score(asked, D(100), executed))

    assert points is not None
    assert 0 <= points <= 100
    assert total(*score(better, D(100), executed + 1)) >= points - D("0.05")


# --- with the platform ------------------------------------------------------------------------------------------------
ACTUALS = "月份,功能科目编码,经济科目编码,项目编码,上年结转,支出金额（元）\n" + "".join(
    f"{month},2010350,30101,,否,200000.00\n{month},2010399,30227,99990026777T000000100,否,150000.00\n"
    for month in range(1, 7)
)


def test_actuals_by_file_show_the_rate_and_the_month_again_replaces_itself(page, held):
    client = page("clerk")

    def send(text):
        file = io.BytesIO(text.encode())
        file.name = "执行.csv"
        return client.post(f"{API}/{held.pk}/execution", {"file": file})

    year = Period(date(2026, 1, 1), date(2027, 1, 1))
    assert "还没有导入执行数" in measures.read("budget_execution_rate", year).missing
    assert send(ACTUALS).json() == {"rows": 12}
    assert send(ACTUALS).json() == {"rows": 12}
    seen = client.get(f"{API}/{held.pk}/execution").json()
    assert (seen["month"], seen["progress"], seen["lines"][0]["spent"]) == (6, "50.00", "210.00")
    assert measures.read("budget_execution_rate", year).numerator == 210
    project = next(line for line in seen["lines"] if line["code"] == "99990026777T000000100")
    assert (project["budget"], project["rate"]) == ("180.00", "50.00")
    assert {(one["code"], one["name"]) for one in seen["warnings"]} == {("behind", "合计"), ("behind", "平台运行维护")}
    SpendingLimit.objects.create(code="behind", name="落后", value=D(60), source="区财政局")
    revision.bump("budget")
    assert client.get(f"{API}/{held.pk}/execution").json()["warnings"] == []
    assert "第 2 行月份不对" in send("月份,支出金额\n13,5\n").json()["detail"]


def test_a_self_evaluation_takes_what_the_platform_counted_and_is_graded(page, held, monkeypatch):
    monkeypatch.setattr(
        measures, "_measures", {"sat": Measure("sat", "满意度", "Satisfaction", each(lambda *_: Reading(D("93.5"))))}
    )
    monkeypatch.setattr("chengyun.budget.evaluating._indicators", lambda year: {"热线坐席服务满意度": "sat"})
    client, address = page("clerk"), f"{API}/{held.pk}/evaluation?form=项目绩效-1"
    first = client.get(address).json()
    assert [row["counted"] for row in first["rows"]] == [None, None, "93.5"]
    assert (first["score"], first["grade"], first["budget"]) == (None, "", "180.00")

    rows = [{"name": row["name"], "actual": row["actual"]} for row in first["rows"]]
    rows[0]["actual"], rows[1]["actual"] = "100%", "18次"
    body = {"version": 0, "executed": "171", "rows": rows}
    refused = client.put(address, json.dumps(body), content_type="application/json")
    assert "30%" in refused.json()["detail"]
    rows[1]["explanation"] = "新增两次专项服务"
    done = client.put(address, json.dumps(body), content_type="application/json").json()

    assert (done["execution_score"], done["score"], done["grade"]) == ("9.50", "99.50", "优")
    assert SelfEvaluation.objects.get().score == D("99.50")
    assert client.put(address, json.dumps(body), content_type="application/json").status_code == 409
    assert client.get(f"{API}/{held.pk}/evaluation?form=没有").status_code == 404


def test_the_form_of_a_self_evaluation_is_a_file(page, held, monkeypatch):
    seen = {}
    monkeypatch.setattr(
        process,
        "render",
        lambda formats, paper=None, **more: seen.update({"paper": paper, **more}) or {formats[0]: b"x"},
    )
    client = page("clerk")

    for kind in ("xlsx", "docx"):
        answer = client.get(f"{API}/{held.pk}/evaluation/file?form=项目绩效-1&format={kind}")
        assert answer.status_code == 200
    assert seen["paper"]["title"] == "2026年度热线坐席服务绩效自评表"
    assert len(seen["sheets"][0]["rows"]) == 5
