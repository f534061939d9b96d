import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from chengyun.kernel.problems import Problem
from chengyun.org import masterdata
from chengyun.org.access import actor_for, system_actor
from chengyun.org.masterdata import service
from chengyun.org.models import Account, AccountEvent, Grant, Person, Role, Unit, UnitName

pytestmark = pytest.mark.django_db

ACTOR = system_actor("测试")


def preview(kind, text, name="导入.csv"):
    return service.preview(service.kind_of(kind), io.BytesIO(text.encode()), name, ACTOR)


def bring_in(kind, text):
    seen = preview(kind, text)
    assert seen.token, [row.errors for row in seen.rows if row.errors]
    return service.commit(service.kind_of(kind), seen.token, ACTOR)


def errors_of(seen):
    return [(row.row, column, message) for row in seen.rows for column, message in row.errors]


def test_units_come_in_with_parents_of_the_same_file_in_any_order(db):
    text = "单位编码,单位名称,类别,上级单位编码\nS-1,甲社区,社区,S\nS,演示街道,街道,\nD,演示局,department,\n"
    counts = bring_in("units", text)
    assert counts["create"] == 3
    child = Unit.objects.get(code="S-1")
    assert child.parent.code == "S"
    assert child.path == f"/{child.parent_id}/{child.pk}/"
    assert child.pinyin.split()[-1] == "jsq"


def test_nothing_is_written_before_the_commit(db):
    preview("units", "code,name,kind\nA,甲,other\n")
    assert not Unit.objects.exists()


def test_every_wrong_cell_is_named_and_nothing_can_be_imported(units):
    text = (
        "code,name,kind,parent,sort,valid_from,valid_to\n"
        ",无编码,街道,,,,\n"
        "X1,,街道,,,,\n"
        "X2,名,星球,,,,\n"
        "X3,名,街道,没有的,,,\n"
        "X4,名,街道,,三,,\n"
        "X5,名,街道,,,2026-02-30,\n"
        "X6,名,街道,,,2026-02-02,2026-01-01\n"
        "X7,名,街道,,,,\n"
        "X7,名,街道,,,,\n"
        f"X8,{'长' * 121},街道,,,,\n"
    )
    seen = preview("units", text)
    assert seen.token == ""
    found = {(row, column) for row, column, _ in errors_of(seen)}
    assert found == {
        (2, "code"), (3, "name"), (4, "kind"), (5, "parent"), (6, "sort"), (7, "valid_from"), (8, "valid_to"),
        (10, "code"), (11, "name"),
    }  # fmt: skip
    assert ("与第 9 行重复") in {message for *_, message in errors_of(seen)}


def test_a_circle_of_parents_is_refused(units):
    seen = preview("units", "code,name,kind,parent\nS1,单位S1,街道,S1-1\n")
    assert errors_of(seen) == [(2, "parent", "上级单位形成循环")]


def test_unknown_and_missing_columns_are_refused_before_anything_else(db):
    with pytest.raises(Problem, match="没有“颜色”这一列"):
        preview("units", "单位编码,单位名称,类别,颜色\n")
    with pytest.raises(Problem, match="缺少列：单位名称、类别"):
        preview("units", "单位编码\nA\n")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04garbage", b"\xd0\xcf\x11\xe0old excel"])
def test_a_file_that_is_no_table_is_a_clear_refusal(db, content):
    with pytest.raises(Problem) as refused:
        service.preview(service.kind_of("units"), io.BytesIO(content), "x.xlsx", ACTOR)
    assert refused.value.status == 422


def test_columns_that_are_absent_stay_as_they_are(units):
    Unit.objects.filter(code="D1").update(phone_duty="027-00000000")
    bring_in("units", "code,name,kind\nD1,新名称局,department\n")
    unit = Unit.objects.get(code="D1")
    assert (unit.name, unit.phone_duty) == ("新名称局", "027-00000000")


def test_an_exported_file_comes_back_without_any_change(units, make_account):
    make_account("jie", ["org.view"], unit="D1", scope="D1")
    Unit.objects.filter(code="D1").update(name="=cmd|' /C calc'!A0", short_name="-甲")
    for kind in masterdata.all_kinds():
        for form in ("csv", "xlsx"):
            content, _, _ = service.export(kind, form)
            seen = service.preview(kind, io.BytesIO(content), f"x.{form}", ACTOR)
            assert seen.counts["create"] == seen.counts["update"] == seen.counts["error"] == 0, (kind.code, form)


def test_exported_cells_are_never_formulas(units):
    Unit.objects.filter(code="D1").update(name="=HYPERLINK(1)", short_name="@x")
    content, _, _ = service.export(service.kind_of("units"), "xlsx")
    cells = [c for row in load_workbook(io.BytesIO(content)).active.iter_rows() for c in row]
    assert not [c for c in cells if c.data_type == "f"]
    assert not [c for c in cells if isinstance(c.value, str) and c.value[:1] in "=+@" and c.value]


def test_sql_and_markup_in_a_name_are_only_text(db):
    name = "'); DROP TABLE org_unit; --<script>"
    bring_in("units", f'code,name,kind\nA,"{name}",other\n')
    assert Unit.objects.get().name == name


def test_a_preview_is_imported_once(db):
    kind = service.kind_of("units")
    seen = preview("units", "code,name,kind\nA,甲,other\n")
    service.commit(kind, seen.token, ACTOR)
    with pytest.raises(Problem, match="409"):
        service.commit(kind, seen.token, ACTOR)


def test_a_preview_that_no_longer_fits_is_refused(units):
    seen = preview("units", "code,name,kind\nD1,乙局,department\n")
    Unit.objects.filter(code="D1").update(name="丙局")
    with pytest.raises(Problem) as refused:
        service.commit(service.kind_of("units"), seen.token, ACTOR)
    assert refused.value.code == "stale_preview"
    assert Unit.objects.get(code="D1").name == "丙局"


def test_another_person_cannot_use_the_preview(db, make_account):
    seen = preview("units", "code,name,kind\nA,甲,other\n")
    with pytest.raises(Problem, match="404"):
        service.commit(service.kind_of("units"), seen.token, actor_for(make_account("other")))


def test_a_renamed_unit_keeps_its_earlier_name_with_dates(units):
    bring_in("units", "code,name,kind,更名日期\nD1,园林和林业局,department,2024-03-01\n")
    bring_in("units", "code,name,kind,更名日期\nD1,园林局,department,2026-01-01\n")
    names = list(UnitName.objects.values_list("name", "valid_from", "valid_to"))
    assert [(n, str(a), str(b)) for n, a, b in names] == [
        ("单位D1", "None", "2024-02-29"),
        ("园林和林业局", "2024-03-01", "2025-12-31"),
    ]
    assert Unit.objects.get(code="D1").name == "园林局"


def test_a_merged_unit_ends_and_names_its_successor(units):
    bring_in("units", "code,name,kind,有效期止,并入单位编码\nD1,单位D1,department,2026-06-30,C\n")
    unit = Unit.objects.get(code="D1")
    assert (str(unit.valid_to), unit.successor.code) == ("2026-06-30", "C")


def test_people_accounts_and_grants_come_in_one_after_the_other(units):
    Role.objects.create(code="taker", name="接线员", permissions=["org.view"])
    bring_in("posts", "code,name,unit\nP1,接线,C\n")
    bring_in("people", "工号,姓名,单位编码,岗位编码\n001,演示员甲,C,P1\n")
    bring_in("accounts", "账号,显示名,工号,单位编码\njia,演示员甲,001,C\n")
    bring_in("grants", "账号,角色编码,单位范围,有效期止\njia,taker,C,2099-12-31\n")
    account = Account.objects.get(username="jia")
    assert account.person == Person.objects.get(staff_no="001")
    assert not account.has_usable_password()
    assert actor_for(account).can("org.view")
    bring_in("grants", "账号,角色编码,单位范围,有效期止\njia,taker,C,2020-01-01\n")
    assert not actor_for(Account.objects.get(username="jia")).can("org.view")
    assert Grant.objects.count() == 1


def test_a_role_with_an_unknown_permission_is_refused(db):
    seen = preview("roles", "code,name,permissions\nr,角色,org.view;case.fly_to_the_moon\n")
    assert errors_of(seen) == [(2, "permissions", "没有这些权限：case.fly_to_the_moon")]


def test_the_api_previews_and_imports_for_those_who_may(browser, make_account):
    make_account("admin", ["masterdata.import", "masterdata.export", "org.manage"])
    browser.log_in("admin")

    def upload(kind):
        file = SimpleUploadedFile("单位.csv", "单位编码,单位名称,类别\nN1,新局,区直部门\n".encode())
        return browser.client.post(
            f"/api/v1/masterdata/{kind}/preview", {"file": file}, headers={"X-CSRFToken": browser.token()}
        )

    answer = upload("units")
    assert answer.status_code == 200, answer.content
    assert answer.json()["rows"][0]["changes"]["name"] == {"old": None, "new": "新局"}
    done = browser.send("POST", "/masterdata/units/import", {"token": answer.json()["token"]})
    assert done.json()["counts"]["create"] == 1
    assert upload("roles").status_code == 403
    assert upload("nonsense").status_code == 404
    kinds = {row["code"]: row["may_import"] for row in browser.get("/masterdata").json()}
    assert kinds["units"] is True
    assert "roles" not in kinds
    exported = browser.get("/masterdata/units/export?format=csv")
    assert "新局" in exported.content.decode("utf-8-sig")
    assert AccountEvent.objects.get(kind="masterdata_exported").detail == {"kind": "units", "format": "csv"}
    assert browser.get("/masterdata/units/export?format=pdf").status_code == 422


def test_who_may_only_see_the_organisation_sees_its_tables_and_exports_nothing(browser, make_account):
    make_account("jie", ["org.view"])
    browser.log_in("jie")
    tables = browser.get("/masterdata").json()
    assert {table["code"] for table in tables} == {"units", "unit_names", "posts", "people"}
    assert not any(table["may_change"] or table["may_import"] or table["may_export"] for table in tables)
    assert browser.get("/masterdata/accounts/rows").status_code == 403
    assert browser.get("/masterdata/units/export").status_code == 403
