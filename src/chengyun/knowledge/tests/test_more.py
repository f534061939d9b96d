"""Import, rules, the public help, reporting upward."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, timedelta
from types import SimpleNamespace

import orjson
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from chengyun.kernel import outbound, ratelimit, signing
from chengyun.kernel.problems import Problem
from chengyun.kernel.tabular import TableError, write_xlsx
from chengyun.knowledge import corrections, importing, passages, sounding, sounds, upward, wordfile
from chengyun.knowledge.models import Article, InstitutionRule, Upward

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(*paragraphs: tuple[str, str], extra: str = "") -> bytes:
    """A Word document: (style, text)."""
    styles = "".join(
        f'<w:style w:styleId="S{level}"><w:name w:val="heading {level}"/></w:style>' for level in (1, 2, 3)
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/styles.xml", f"<w:styles {NAMESPACE}>{styles}</w:styles>")
        archive.writestr("word/document.xml", f"{extra}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def table(*rows: dict[str, str]) -> bytes:
    out = io.BytesIO()
    lines = [[row.get(name, "") for name in importing.COLUMNS] for row in rows]
    write_xlsx(out, list(importing.COLUMNS.values()), lines)
    return out.getvalue()


# --- pure -------------------------------------------------------------------------------------------------------------
def test_a_word_document_is_cut_at_its_headings():
    permit = (("S1", "居住证"), ("", "去派出所。"), ("S2", "材料"), ("", "身份证。"))
    several = word(*permit, ("S1", "路灯"), ("", "拨打热线。"))
    assert wordfile.sections(several) == (
        "", [(1, "居住证", "去派出所。\n\n# 材料\n\n身份证。"), (2, "路灯", "拨打热线。")],
    )  # fmt: skip
    one = word(("S1", "便民手册"), ("S2", "居住证"), ("", "去派出所。"), ("S2", "路灯"), ("", "拨打热线。"))
    assert wordfile.sections(one) == ("便民手册", [(1, "居住证", "去派出所。"), (2, "路灯", "拨打热线。")])


def test_what_is_no_sound_word_document_is_refused_in_words():
    for bad in (b"", b"PK\x03\x04", b"text", word(("S1", "a"), extra='<!DOCTYPE a [<!ENTITY b "c">]>')):
        with pytest.raises(TableError):
            wordfile.sections(bad)


def test_the_passage_with_most_of_the_question_is_chosen_and_marked():
    text = "# 谁可以\n居住半年以上。\n\n# 材料\n- 身份证\n- 租房合同\n\n# 地点\n派出所。"
    found = passages.best(text, [passages.Group(("材料",)), passages.Group(("租房", "租赁"))])
    assert (found.heading, [part for part in found.parts if part[1]]) == ("材料", [("租房", True)])
    assert passages.best("", []) == passages.Best("", (), 0.0)
    assert all(len(one.text) <= passages.LONGEST for one in passages.cut("很长的一句话没有句号" * 200))


def test_words_are_learned_in_a_process_that_ends():
    said = sounding.apart([("银行卡怎么挂失", ["社保卡"])])
    assert dict(said)["社保卡"] == "she bao ka"
    assert dict(said)["银行卡"] == "yin hang ka"
    assert sounds.letters_of("居注证a") == "juzhuzhenga"


def test_what_sounds_alike_is_one_spelling_and_one_letter_in_four_may_be_wrong():
    assert sounds.plain_sound("JuZhuZheng") == sounds.plain_sound("juzuzen") == "juzuzen"
    known = [sounds.Known("社保卡", "sebaoka", "sbk", 3), sounds.Known("身份证", "senfenzen", "sfz", 2)]
    assert sounds.covered("sebaokasenfenzen", known, "sound") == [("社保卡",), ("身份证",)]
    assert sounds.covered("sbksfz", known, "initials") == [("社保卡",), ("身份证",)]
    assert sounds.covered("sebaokax", known, "sound") == []
    assert sounds.nearest("sebaka", known) == ("社保卡",)
    assert (sounds.distance("ab", "ba", 2), sounds.distance("abc", "xyz", 1)) == (1, 2)


# --- import -----------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_table_is_shown_with_its_faults_and_kept_whole_or_not_at_all(world, wrote, desk):
    wrote("路灯报修", "拨打城管热线。")
    good = {"title": "停水查询", "text": "拨打供水热线。", "categories": "路灯", "phones": "供水热线 027-00000000"}
    wrong = {**good, "categories": "没有的类", "audience": "谁"}
    bad = table(good, {**good, "title": "路灯报修"}, wrong)
    client = desk("lights")

    def send(content: bytes, **more: str):
        file = SimpleUploadedFile("知识.xlsx", content)
        return client.post("/api/v1/knowledge/imports", {"file": file, **more})

    told = send(bad).json()
    assert (told["count"], told["wrong"], told["kept"]) == (3, 2, 0)
    assert [[error["message"] for error in row["errors"]] for row in told["rows"]] == [
        ["本单位已有这个标题的知识。"],
        ["没有叫“没有的类”的类别。", "写 公众、接线员 或 本单位。", "与第 2 条的标题相同。"], [],
    ]  # fmt: skip
    assert send(bad, keep="true").status_code == 422
    assert Article.objects.count() == 1
    assert send(table(good), keep="true", then="publish").status_code == 403
    assert send(table(good), keep="true", then="review").json()["kept"] == 1
    made = Article.objects.latest("id")
    assert (made.number, made.state, made.categories) == (f"ZS{made.pk:06d}", "review", ["light"])
    assert made.phones == [{"name": "供水热线", "number": "027-00000000"}]
    assert client.post("/api/v1/knowledge/imports", {"file": SimpleUploadedFile("a.docx", b"PK")}).status_code == 422
    assert client.get("/api/v1/knowledge/imports/template").content.startswith(b"PK")


# --- rules ------------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_rule_comes_into_force_is_replaced_and_repealed_and_never_a_draft_again(world, desk):
    client = desk("chief")
    given = {"name": "值班制度", "state": "in_force"}
    assert client.post("/api/v1/knowledge/rules", given, "application/json").status_code == 422
    given["effective_on"] = "2026-01-01"
    rule = client.post("/api/v1/knowledge/rules", given, "application/json").json()
    one = f"/api/v1/knowledge/rules/{rule['id']}"
    assert client.put(one, {**given, "state": "draft", "row_version": 1}, "application/json").status_code == 422
    later = client.post("/api/v1/knowledge/rules", {**given, "name": "值班制度（修订）"}, "application/json").json()
    ended = {**given, "state": "repealed", "repealed_on": "2026-06-01", "replaced_by_id": later["id"], "row_version": 1}
    assert client.put(one, ended, "application/json").json()["replaced_by"]["name"] == "值班制度（修订）"
    assert client.put(one, ended, "application/json").status_code == 409
    listed = client.get("/api/v1/knowledge/rules", {"on": "2026-03-01"}).json()["items"]
    assert {row["name"] for row in listed} == {"值班制度", "值班制度（修订）"}
    assert desk("clerk").post("/api/v1/knowledge/rules", given, "application/json").status_code == 403
    assert InstitutionRule.objects.count() == 2


# --- the public -------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_public_reads_valid_public_articles_and_nothing_else(world, wrote, monkeypatch):
    open_, inner = wrote("路灯报修", "拨打城管热线。"), wrote("内部口径", "拨打城管热线。", audience="call_takers")
    over, draft = wrote("旧路灯办法", "拨打城管热线。"), wrote("路灯新办法", "拨打城管热线。", publish=False)
    Article.objects.filter(pk=over.pk).update(valid_until=date(2026, 1, 1))
    client = Client()
    assert client.get("/api/v1/help").json()["articles"] == 1
    assert client.get(f"/api/v1/help/articles/{open_.pk}").json()["title"] == "路灯报修"
    for other in (inner, over, draft):
        assert client.get(f"/api/v1/help/articles/{other.pk}").status_code == 404
    found = client.post("/api/v1/help/search", {"q": "热线"}, "application/json").json()
    assert [hit["title"] for hit in found["items"]] == ["路灯报修"]
    useful = f"/api/v1/help/articles/{open_.pk}/useful"
    marks = [client.post(useful, {"useful": True}, "application/json").json()["useful"] for _ in range(2)]
    assert marks == [1, 1]
    ratelimit.forget()
    monkeypatch.setattr("chengyun.knowledge.public.USES", {"read": 2, "search": 2, "mark": 2})
    answers = [client.get("/api/v1/help").status_code for _ in range(6)]
    assert answers[-1] == 429
    ratelimit.forget()


# --- upward -----------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_reporting_upward_is_a_file_until_an_interface_is_set_up_and_then_each_edition_goes_once(
    world, wrote, monkeypatch
):
    made = wrote("路灯报修", "拨打城管热线。")
    wrote("内部口径", "拨打城管热线。", audience="call_takers")
    with pytest.raises(Problem) as refused:
        upward.order(world.actors["chief"], everything=False)
    assert (refused.value.status, refused.value.code) == (409, "not_configured")
    given = {"knowledge_url": "https://city.example/in?a=1", "knowledge_key": "k" * 20}
    stand_in = SimpleNamespace(**given, knowledge_scheme="hmac-sm3")
    monkeypatch.setattr(upward.config, "current", lambda: stand_in)
    sent, answers = [], [503, 200]

    def send(outgoing):
        sent.append(outgoing)
        return outbound.Answer(answers.pop(0), b"busy", 3)

    monkeypatch.setattr(outbound, "send", send)
    assert upward.order(world.actors["chief"], everything=False) == 1
    assert upward.push() == 0
    row = Upward.objects.get()
    assert (row.state, row.tries, row.fault) == ("queued", 1, "对方回答 503：busy")
    assert upward.push() == 0
    assert upward.push(timezone.now() + timedelta(minutes=2)) == 1
    assert [json.loads(one.body)["key"] for one in sent] == [f"{made.number}@1"] * 2
    signing.verify(
        "hmac-sm3", "k" * 20, sent[1].headers, method="POST", path="/in?a=1", body=sent[1].body, now=timezone.now()
    )
    assert not upward.waiting().exists()
    name, content = upward.as_file(world.actors["chief"], everything=True)
    assert [one["title"] for one in orjson.loads(content)["articles"]] == ["路灯报修"]
    assert name.endswith(".json")


@pytest.mark.django_db
def test_a_report_of_a_mistake_is_seen_by_its_writer_the_owner_and_the_centre(world, wrote, desk):
    made = wrote("路灯报修", "拨打城管热线。")
    corrections.report(world.actors["clerk"], made.pk, "电话变了", "")
    seen = {who: len(desk(who).get("/api/v1/knowledge/corrections").json()["items"]) for who in world.accounts
            if world.actors[who].can("knowledge.view")}  # fmt: skip
    assert seen == {"clerk": 1, "chief": 1, "lights": 1, "water": 0}
