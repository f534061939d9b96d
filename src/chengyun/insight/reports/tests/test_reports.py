"""A report from its making to the archive, as people use it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from chengyun.cases import measures
from chengyun.cases.measures import Period
from chengyun.cases.models import Notice
from chengyun.cases.tests.world import at
from chengyun.insight.reports import making, words
from chengyun.insight.reports.models import Report

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
FEBRUARY = {"plan": "monthly", "first": "2026-02-01", "last": "2026-02-28"}


@pytest.fixture
def month(world, clock):
    """A February with cases of two units, one closed, and a January with fewer."""
    clock.to("2026-01-20 10:00")
    world.dispatched("lights")
    clock.to("2026-02-10 10:00")
    for unit in ("lights", "lights", "water"):
        world.dispatched(unit)
    number = world.request().case.number
    world.do(number, "accept", "clerk")
    world.do(number, "direct_answer", "clerk", answer="已答复：路灯当晚修复，恢复照明。")
    clock.to("2026-03-03 09:00")
    return world


def made(desk, body, who="writer"):
    status, report = desk(who).send("post", "reports", body)
    assert status == 200, report
    assert report["state"] == "waiting"
    making.fill(report["id"])
    return desk(who).get(f"reports/{report['id']}")[1]


def figures(report):
    for section in report["sections"]:
        for block in section["blocks"]:
            for row in block.get("rows", []):
                for cell in row:
                    if cell["q"] and isinstance(cell["v"], int) and "page" not in cell["q"]:
                        yield section["code"], cell


def test_a_monthly_report_says_in_sentences_what_its_figures_show_and_every_digit_opens_its_cases(month, desk):
    report = made(desk, FEBRUARY)
    overall = report["sections"][0]
    assert "2026年2月，全区共登记市民诉求 4 件，是上月的 4.0 倍" in overall["text"]
    assert report["title"] == "2026年2月月分析"
    assert [section["code"] for section in report["sections"]][:2] == ["overall", "indicators"]
    opened = 0
    for code, cell in figures(report):
        query = {k: str(v).lower() if isinstance(v, bool) else v for k, v in cell["q"].items()}
        answer = desk("writer").client.get(f"/api/v1/cases?{urlencode({**query, 'count': 'true'})}").json()
        assert answer["count"] == cell["v"], (code, cell)
        opened += 1
    assert opened > 20


def test_a_report_is_written_reviewed_signed_numbered_archived_and_sent(month, desk):
    report = made(desk, FEBRUARY)
    writer, second, head, reader = (desk(name) for name in ("writer", "second", "head", "reader"))
    assert reader.get(f"reports/{report['id']}")[0] == 404, "a draft is for those who work on it"
    change = {"version": report["version"], "sections": [{"code": "overall", "text": "我改写的段落。"}]}
    status, report = writer.send("put", f"reports/{report['id']}", change)
    assert (status, report["sections"][0]["edited"]) == (200, True)
    assert writer.send("put", f"reports/{report['id']}", change)[0] == 409, "somebody else was first"
    report = writer.act(report, "submit")[1]
    assert writer.act(report, "pass")[0] == 403
    status, refused = desk("second").act(report, "return")
    assert (status, refused["errors"][0]["field"]) == (422, "note")
    report = second.act(report, "pass")[1]
    status, report = head.act(report, "sign")
    assert (status, report["number"], report["whole"]) == (200, "试运月析〔2026〕1号", True)
    assert {one["format"] for one in report["files"]} == {"docx", "pdf", "xlsx"}
    assert measures.read("reports_monthly_count", YEAR).value == 1
    assert measures.read("reports_circular_rate", YEAR).numerator in (None, 0)
    report = head.act(report, "send")[1]
    assert [step["action"] for step in report["steps"]][:4] == ["send", "sign", "pass", "submit"]
    assert Notice.objects.filter(kind="report", text__contains="试运月析〔2026〕1号").count() >= 2
    document = reader.client.get(f"/api/v1/insight/reports/{report['id']}/file?format=docx").content
    text = re.sub(r"<[^>]+>", "", zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode())
    assert "我改写的段落。" in text
    assert "试运月析〔2026〕1号" in text
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report["id"]).update(title="改过")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM reports_report WHERE id = %s", [report["id"]])


def test_nobody_reviews_what_they_submitted_and_two_of_one_month_cannot_be(month, desk):
    report = made(desk, FEBRUARY, "second")
    report = desk("second").act(report, "submit")[1]
    status, refused = desk("second").act(report, "pass")
    assert (status, refused["code"]) == (409, "own_work")
    status, refused = desk("writer").send("post", "reports", FEBRUARY)
    assert (status, refused["current"]) == (409, {"id": report["id"]})


@pytest.mark.parametrize(("body", "field"), [
    ({**FEBRUARY, "last": "2026-02-27"}, "first"),
    ({**FEBRUARY, "first": "2026-03-01", "last": "2026-02-28"}, "last"),
    ({**FEBRUARY, "first": "2027-02-01", "last": "2027-02-28"}, "first"),
    ({**FEBRUARY, "plan": "special"}, "title"),
    ({**FEBRUARY, "plan": "situation", "title": "国庆研判"}, "occasion"),
    ({**FEBRUARY, "plan": "special", "title": "专题", "filter": {"unit": "nobody"}}, "unit"),
])  # fmt: skip
def test_a_report_that_makes_no_sense_is_refused_with_the_field(month, desk, body, field):
    status, refused = desk("writer").send("post", "reports", body)
    assert (status, refused["errors"][0]["field"]) == (422, field)


def test_a_special_report_is_about_what_it_names_and_no_more(month, desk):
    report = made(desk, {**FEBRUARY, "plan": "special", "title": "供水专报", "filter": {"unit": "water"}})
    assert report["values"]["登记"]["v"] == 1
    assert "warnings" not in [section["code"] for section in report["sections"]]
    assert all(cell["q"].get("unit") == "water" for _, cell in figures(report) if cell["v"])


def test_the_year_shows_what_is_signed_due_and_missing(month, desk, clock):
    clock.to("2026-03-12 09:00")
    from chengyun.org.models import District

    District.objects.create(profile="t", code="1", name="试验区", loaded_at=at("2026-01-01 00:00"))
    made(desk, FEBRUARY)
    told = desk("writer").get("reports", year=2026)[1]
    monthly = next(plan for plan in told["plans"] if plan["code"] == "monthly")
    assert [one["state"] for one in monthly["periods"]][:4] == ["missing", "missing", "ahead", "ahead"]
    assert (monthly["target"], monthly["signed"], len(monthly["periods"])) == (12, 0, 12)
    assert told["items"][0]["late"], "February is drafted, but its five working days are over"


def test_the_calendar_begins_reports_at_their_hour_once_and_on_working_days_only(month, clock):
    clock.to("2026-03-07 08:10")  # Saturday
    assert making.begin_due() == []
    clock.to("2026-03-09 07:50")
    assert making.begin_due() == []
    clock.to("2026-03-09 08:10")
    begun = making.begin_due()
    assert sorted((one.kind, one.first) for one in begun) == [
        ("daily", date(2026, 3, 6)), ("daily", date(2026, 3, 7)), ("daily", date(2026, 3, 8)),
        ("monthly", date(2026, 2, 1)),
    ]  # fmt: skip
    assert making.begin_due() == []
    making.fail(begun[0].pk, "没有做成")
    assert Report.objects.get(pk=begun[0].pk).state == words.FAILED


def test_an_office_changes_the_template_and_is_told_what_is_wrong_with_it(month, desk):
    from chengyun.kernel.tests.test_paper import template

    report = made(desk, FEBRUARY)
    writer = desk("writer")

    def upload(*lines):
        file = SimpleUploadedFile("我的模板.docx", template(*lines))
        answer = writer.client.post("/api/v1/insight/reports/templates/monthly", {"file": file, "note": "加抬头"})
        return answer.status_code, answer.json()

    status, refused = upload("{{ 标提 }}")
    assert (status, refused["code"]) == (422, "bad_template")
    assert "标提" in refused["detail"]
    status, listed = upload("本办：{{ 标题 }}，登记 {{ 数据.登记 }}")
    assert status == 200
    assert next(one for one in listed if one["plan"] == "monthly")["versions"][0]["in_use"]
    content = writer.client.get(f"/api/v1/insight/reports/{report['id']}/file?format=docx").content
    assert "本办：2026年2月月分析，登记 4" in re.sub(
        r"<[^>]+>", "", zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    )
    assert writer.send("put", "reports/templates/monthly", {"number": 0})[1][0]["versions"][0]["in_use"] is False
    assert writer.get("reports/templates/monthly/file")[0] == 200
    assert desk("reader").get("reports/templates")[0] == 403


def test_a_language_model_may_only_offer_words_and_never_other_figures(month, desk, monkeypatch):
    from chengyun.insight.reports import polishing
    from chengyun.kernel import llm

    report = made(desk, FEBRUARY)
    writer = desk("writer")
    ask = {"section": "overall", "version": report["version"]}
    status, refused = writer.send("post", f"reports/{report['id']}/polish", ask)
    assert (status, refused["code"], report["may_polish"]) == (409, "model_not_configured", False)
    monkeypatch.setattr(polishing, "peer", lambda: llm.Peer("http://127.0.0.1:9/v1", "", "m", 1.0))
    text = report["sections"][0]["text"]
    for answer, state in ((text.replace("4 件", "5 件"), "failed"), ("经统计，" + text, "done")):
        assert (
            writer.send("post", f"reports/{report['id']}/polish", ask)[1]["sections"][0]["offer"]["state"] == "waiting"
        )
        assert writer.send("post", f"reports/{report['id']}/polish", ask)[0] == 409
        monkeypatch.setattr(llm, "ask", lambda peer, system, words, tokens, answer=answer: answer)
        polishing.ask(report["id"], "overall")
        section = writer.get(f"reports/{report['id']}")[1]["sections"][0]
        assert (section["offer"]["state"], section["text"]) == (state, text)
    assert section["offer"]["text"].startswith("经统计，")
    report = writer.act(writer.get(f"reports/{report['id']}")[1], "submit")[1]
    assert "offer" not in report["sections"][0]
