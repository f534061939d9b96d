"""A case on paper: who may have it, what stands on it, and what stands in the record of it."""

from __future__ import annotations

import io
import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from pypdf import PdfReader

from chengyun.cases import printing
from chengyun.cases.models import Case, CaseFile, ExportRecord, UnmaskRecord
from chengyun.kernel import pdf, revision
from chengyun.kernel.files import save_upload
from chengyun.org.auth import issue_token
from chengyun.org.models import Role

pytestmark = pytest.mark.django_db
WHO = {"name": "演示甲乙", "phone": "13800000000", "id_number": "420111199001011234", "address": "演示路9号3栋501室"}
TEXT = "演示甲乙来电（138 0000 0000，另有 13911112222），住演示路9号3栋501室，证件 420111199001011234，反映路灯不亮"


@pytest.fixture
def may(world):
    """Gives somebody of the world another permission."""

    def give(who: str, *codes: str) -> None:
        role = Role.objects.get(code=f"role-{who}")
        role.permissions = [*role.permissions, *codes]
        role.save()
        revision.bump("org")

    give("clerk", "case.print", "case.print_clear")
    give("lights", "case.print")
    return give


def ask(world, number, who="clerk", **body):
    token = issue_token(world.accounts[who], "测试")[1]
    headers = {"authorization": f"Bearer {token}"}
    path = f"/api/v1/cases/{number}/print"
    if not body:
        return Client().get(path, headers=headers)
    return Client().post(path, json.dumps(body), "application/json", headers=headers)


def text_of(answer) -> str:
    """The text of a PDF, blanks and line breaks left out: lines are broken where the paper ends."""
    assert answer.status_code == 200, answer.content.decode(errors="replace")
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def photo(colour="green") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (1600, 1200), colour).save(out, "JPEG")
    out.seek(0)
    return out


def test_who_may_not_print_is_told_so_and_nothing_is_recorded(world, may):
    number = world.request().case.number
    assert ask(world, number, "water").status_code == 403
    assert ask(world, number, "lights", personal=True, reason="上门联系").status_code == 403
    assert not ExportRecord.objects.exists()
    assert not UnmaskRecord.objects.exists()


def test_a_case_that_one_may_not_see_cannot_be_printed(world, may):
    assert ask(world, world.request().case.number, "lights").status_code == 404


def test_personal_data_needs_the_permission_where_the_case_is(world, may):
    may("lights", "case.print_clear")
    mine = world.dispatched("lights", requester=WHO).case.number
    assert "演示甲乙" in text_of(ask(world, mine, "lights", personal=True, reason="上门联系"))
    other = world.dispatched("water").case.number
    assert ask(world, other, "lights", personal=True, reason="上门联系").status_code == 404


def test_masked_paper_holds_nothing_of_the_requester_however_it_was_typed(world, may):
    number = world.request(TEXT, requester=WHO, title="演示甲乙反映路灯").case.number
    world.do(number, "note", "clerk", text="已致电138-0000-0000，演示甲乙不在家")
    found = text_of(ask(world, number))
    for secret in ("演示甲乙", "13800000000", "13911112222", "420111199001011234", "3栋501室", "138-0000-0000"):
        assert secret not in found
    assert "138****0000" in found
    assert "139****2222" in found
    assert "反映路灯不亮" in found
    assert "个人信息已遮盖" in found


def test_paper_with_personal_data_shows_it_and_keeps_the_id_number_masked(world, may):
    number = world.request(requester=WHO).case.number
    found = text_of(ask(world, number, personal=True, reason="上门联系诉求人"))
    assert "演示甲乙" in found
    assert "13800000000" in found
    assert "3栋501室" in found
    assert "420111199001011234" not in found
    assert "用途：上门联系诉求人" in found


def test_every_page_says_who_printed_it_and_when(world, may):
    number = world.request("很长的诉求内容，" * 400).case.number
    answer = ask(world, number)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages]
    assert len(pages) > 1
    for position, page in enumerate(pages, 1):
        assert "clerk（clerk）" in page
        assert "打印时间" in page
        assert f"第 {position} 页 / 共 {len(pages)} 页" in page


def test_each_printing_is_an_export_and_with_personal_data_a_look(world, may):
    number = world.request(requester=WHO).case.number
    answer = ask(world, number)
    row = ExportRecord.objects.get()
    assert (row.format, row.clear, row.complete, row.query) == ("pdf", False, True, {"numbers": [number]})
    assert row.size == len(answer.content)
    assert answer["X-Export-Id"] == str(row.pk)
    assert not UnmaskRecord.objects.exists()
    ask(world, number, personal=True, reason="上门联系")
    assert ExportRecord.objects.filter(clear=True, reason="上门联系").count() == 1
    look = UnmaskRecord.objects.get()
    assert look.case.number == number
    assert "上门联系" in look.reason


def test_everybody_on_the_paper_of_a_joined_matter_is_recorded_or_masked(world, may):
    first = world.handling(requester=WHO)
    other = {"name": "演示丙丁", "phone": "13900000001"}
    second = world.request("演示丙丁也说路灯不亮", requester=other).case.number
    world.do(second, "join", "clerk", into=first)
    masked = text_of(ask(world, first))
    assert "13900000001" not in masked
    assert "演示丙丁" not in masked
    assert second in masked
    clear = text_of(ask(world, first, personal=True, reason="逐户上门"))
    assert "13900000001" in clear
    assert set(UnmaskRecord.objects.values_list("case__number", flat=True)) == {first, second}


def test_a_reason_is_needed_for_personal_data(world, may):
    number = world.request().case.number
    answer = ask(world, number, personal=True, reason=" ")
    assert answer.status_code == 422
    assert not ExportRecord.objects.exists()


def test_photos_are_on_the_paper_and_files_in_its_list(world, may):
    number = world.request().case.number
    case = Case.objects.get(number=number)
    for name, colour in (("灯杆.jpg", "green"), ("演示甲 13800000000.jpg", "red")):
        CaseFile.objects.create(case=case, file=save_upload(photo(colour), name, None), stage="after")
    answer = ask(world, number)
    found = text_of(answer)
    assert "灯杆.jpg" in found
    assert "13800000000" not in found
    reader = PdfReader(io.BytesIO(answer.content))
    assert sum(len(page.images) for page in reader.pages) == 2
    assert len(answer.content) < 300_000


def test_words_of_the_paper_follow_the_language(world, may):
    number = world.request().case.number
    token = issue_token(world.accounts["clerk"], "测试")[1]
    headers = {"authorization": f"Bearer {token}", "accept-language": "en"}
    answer = Client().get(f"/api/v1/cases/{number}/print", headers=headers)
    assert "Casesheet" in text_of(answer)


def test_what_printing_costs_does_not_grow_with_the_case(world, may):
    def statements(number: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert ask(world, number).status_code == 200
        return len([q for q in captured.captured_queries if "kernel_revision" not in q["sql"]])

    small = world.handling()
    statements(small)
    large = world.handling()
    for step in range(5):
        world.do(large, "note", "clerk", text=f"第{step}次")
    assert statements(large) <= statements(small) <= 32


def test_markup_and_strange_characters_are_text_on_paper(world, may):
    number = world.request("<img src=/etc/passwd><b>粗</b> & 表情😀 \u200f生僻字𬭚㛃").case.number
    found = text_of(ask(world, number))
    assert "<imgsrc=/etc/passwd><b>粗</b>&表情" in found


def test_the_font_has_every_hanzi_of_gb18030_level_1():
    pdf.Sheet("", "", pdf.Mark("", ()))
    text = "".join(map(chr, (*range(0x4E00, 0x9FA6), *range(0x3400, 0x4DB6))))
    assert pdf.drawable(text) == text


@pytest.mark.parametrize("mask", ["演示甲乙", "13800000000", "420111199001011234"])
def test_what_is_known_of_a_person_is_masked_in_any_spelling(mask):
    say = printing.Masker([WHO])
    for typed in (mask, " ".join(mask), f"x{mask}。"):
        assert "".join(mask) not in "".join(say(typed).split())
