"""Visits: who is due, recorded once, what is found becomes a case, every figure is a list."""

import io
import uuid
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from chengyun.cases.models import Case
from chengyun.kernel.problems import Problem
from chengyun.org.masterdata import service
from chengyun.org.models import MasterDataChange, MasterDataImport
from chengyun.population import exporting, finding, listing, planning, queries, visiting
from chengyun.population.imports import HOMES
from chengyun.population.models import KeyPerson, Look, Resident, Visit, VisitPlan

from .conftest import PHONE

pytestmark = pytest.mark.django_db


def visit(plan, **more):
    given = {
        "uuid": uuid.uuid4(), "plan_id": plan.pk, "at": timezone.now(), "lng": 114.2001, "lat": 30.3, "accuracy": 8.0,
        "outcome": "met", "found": "家中平安", "file_ids": [], "problem": None, **more,
    }  # fmt: skip
    return SimpleNamespace(**given)


def of_key_person():
    plan = VisitPlan.objects.get(sensitive=True)
    plan.due_on = timezone.localdate() - timedelta(days=2)
    plan.save()
    return plan


def test_a_visit_sent_twice_is_one_visit_and_one_case(homes):
    plan = of_key_person()
    problem = SimpleNamespace(text="楼道堆物，影响老人出入。", category_id=None, urgency="normal")
    given = visit(plan, problem=problem)
    first, new = visiting.record(homes.walker, given)
    again, newer = visiting.record(homes.walker, given)
    assert (new, newer, first.pk) == (True, False, again.pk)
    case = Case.objects.get(external_id=f"visit:{given.uuid}")
    assert first.case_number == case.number
    assert "501" not in case.address  # the building, not the door
    plan.refresh_from_db()
    assert plan.due_on == timezone.localdate() + timedelta(days=7)
    assert 5 < first.metres < 15
    with pytest.raises(Problem) as refused:
        visiting.record(homes.stranger, given)
    assert refused.value.code == "uuid_taken"


def test_not_at_home_stays_due_and_a_late_old_visit_moves_nothing_back(homes):
    plan = of_key_person()
    due = plan.due_on
    visiting.record(homes.walker, visit(plan, outcome="absent"))
    plan.refresh_from_db()
    assert plan.due_on == due
    visiting.record(homes.walker, visit(plan))
    visiting.record(homes.walker, visit(plan, at=timezone.now() - timedelta(days=5)))
    plan.refresh_from_db()
    assert plan.due_on == timezone.localdate() + timedelta(days=7)


def test_nobody_visits_or_sees_outside_of_the_own_areas(homes):
    plan = of_key_person()
    with pytest.raises(Problem) as refused:
        visiting.record(homes.stranger, visit(plan))
    assert refused.value.status == 404
    assert listing.plans(homes.stranger, listing.Wanted("all"))["total"] == 0
    for look in (lambda: queries.one(homes.stranger, homes.address.pk),
                 lambda: queries.unmask(homes.stranger, homes.resident.pk, "核对")):  # fmt: skip
        with pytest.raises(Problem) as refused:
            look()
        assert refused.value.status == 404
    assert listing.mine(homes.walker, None)["total"] == 1


def test_key_persons_are_not_there_for_whoever_may_not_see_them(homes):
    plan = of_key_person()
    assert listing.plans(homes.clerk, listing.Wanted("all"))["total"] == 1  # the household alone
    assert [part["key"] for part in listing.coverage(homes.clerk, "", "kind", "")["items"]] == ["home"]
    with pytest.raises(Problem):
        listing.one(homes.clerk, plan.pk)
    assert queries.one(homes.clerk, homes.address.pk)["houses"][0]["people"][0]["kinds"] == []
    assert queries.one(homes.chief, homes.address.pk)["houses"][0]["people"][0]["kinds"][0]["name"] == "独居老人"


def test_every_look_is_kept_and_cannot_be_changed(homes):
    of_key_person()
    listing.mine(homes.walker, None)
    queries.one(homes.walker, homes.address.pk)
    assert queries.unmask(homes.walker, homes.resident.pk, "电话核对预约")["phone"] == PHONE
    queries.find_people(homes.walker, PHONE)
    exporting.export(homes.chief, "key_persons", "", "", "季度核对", "csv")
    looks = list(Look.objects.order_by("pk").values_list("kind", "clear", "reason"))
    assert looks == [
        ("list", False, ""), ("open", False, ""), ("unmask", True, "电话核对预约"), ("find", False, ""),
        ("export", False, "季度核对"),
    ]  # fmt: skip
    assert not Look.objects.filter(words__contains="501").exists()  # the audit names no door
    for row in (Look.objects.first(),):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.delete()


def test_figures_of_a_month_are_the_lengths_of_their_lists(homes):
    plan = of_key_person()
    month = f"{timezone.localdate():%Y-%m}"
    VisitPlan.objects.filter(sensitive=False).update(due_on=timezone.localdate())
    visiting.record(homes.walker, visit(plan))
    said = listing.coverage(homes.chief, month, "grid", "")["whole"]
    for state, figure in (("due_in", "due"), ("done_in", "done"), ("overdue", "overdue"), ("all", "plans")):
        assert listing.plans(homes.chief, listing.Wanted(state, month=month))["total"] == said[figure]
    assert (said["done"], said["due"]) == (1, 2)


def test_whoever_moves_out_is_no_longer_visited(homes):
    of_key_person()
    homes.resident.until = timezone.localdate()
    homes.resident.save()
    planning.refresh()
    assert not VisitPlan.objects.filter(active=True).exists()


def test_an_imported_table_is_previewed_written_and_leaves_no_names_in_clear(homes):
    table = (
        "社区或网格,地址,居住情况,姓名,电话,重点类别\n"
        f"演示里社区,演示花园３号楼二单元501,出租,赵演示,{PHONE},\n"
        "演示里,演示花园3栋2单元502,自住,钱演示,139 0000 0456,独居老人\n"
        "演示里,演示花园4栋1-101,空置,,,\n"
    ).encode()
    preview = service.preview(HOMES, io.BytesIO(table), "房屋.csv", homes.chief)
    assert {k: v for k, v in preview.counts.items() if v} == {"create": 2, "update": 1}, preview.rows
    kept = MasterDataImport.objects.get(token=preview.token)
    assert "演示" not in str(kept.rows)
    service.commit(HOMES, preview.token, homes.chief)
    assert Resident.objects.count() == 2
    assert KeyPerson.objects.filter(until=None).count() == 1  # an empty cell of the first row ended the kind
    assert not MasterDataChange.objects.filter(kind=HOMES.code).exists()
    again = service.preview(HOMES, io.BytesIO(table), "房屋.csv", homes.chief)
    assert (again.token, again.counts["unchanged"]) == ("", 3)
    with pytest.raises(Problem):
        service.commit(HOMES, service.preview(
            HOMES, io.BytesIO(table.replace(b"502", b"503")), "房屋.csv", homes.stranger
        ).token, homes.stranger)  # fmt: skip


def test_a_dispatcher_who_types_an_address_gets_the_building_and_its_area(homes):
    for words in ("演示花园三号楼2单元501", "演示花园3-2-501", "演示花圆3栋"):
        [hit] = finding.for_places(words, 5)
        assert (hit["name"], hit["lng"], hit["area_path"][-1]) == ("演示花园3栋", 114.2, "演示里社区")
    assert Visit.objects.count() == 0


def test_a_place_search_asks_the_homes_four_times_at_most(homes, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert finding.for_places("没有这样的地方", 5) == []
