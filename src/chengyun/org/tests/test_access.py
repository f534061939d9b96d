from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import Scope, actor_for, live_filter, subtree, system_actor
from chengyun.org.models import Account, Grant, Role

pytestmark = pytest.mark.django_db


def test_a_unit_scope_covers_everything_below_the_unit(make_account, units):
    actor = actor_for(make_account("street", ["case.view"], unit="S1", scope="S1"))
    (scope,) = actor.scopes
    assert scope.unit_id == units["S1"].pk
    assert scope.unit_ids == {units["S1"].pk, units["S1-1"].pk}
    assert actor.unit_path == units["S1"].path
    assert not actor.is_centre_wide


def test_a_grant_without_unit_area_and_category_is_the_whole_district(make_account):
    actor = actor_for(make_account("centre", ["case.view"], unit="C"))
    assert actor.is_centre_wide
    assert actor.scopes[0].unit_ids is None


def test_permissions_of_several_grants_add_up_but_keep_their_own_scope(make_account, units):
    account = make_account("both", ["case.view"], scope="D1")
    role = Role.objects.create(code="reader", name="读", permissions=["org.view"])
    Grant.objects.create(account=account, role=role)
    actor = actor_for(account)
    assert actor.can("case.view")
    assert actor.can("org.view")
    assert [s.unit_id for s in actor.scopes_for("case.view")] == [units["D1"].pk]
    assert [s.unit_id for s in actor.scopes_for("org.view")] == [None]


def test_without_a_grant_nothing_is_allowed(make_account):
    account = make_account("nobody", ["case.view"])
    account.grants.all().delete()
    actor = actor_for(account)
    assert not actor.can("case.view")
    assert actor.scopes == ()
    with pytest.raises(Problem) as refused:
        actor.require("case.view")
    assert refused.value.status == 403


def test_expired_and_future_grants_do_not_count(make_account):
    account, today = make_account("late", ["case.view"]), timezone.localdate()
    account.grants.update(valid_to=today - timedelta(days=1))
    assert not actor_for(account).can("case.view")
    account.grants.update(valid_to=None, valid_from=today + timedelta(days=1))
    revision.bump("org")
    assert not actor_for(account).can("case.view")
    account.grants.update(valid_from=today)
    revision.bump("org")
    assert actor_for(account).can("case.view")


def test_a_disabled_account_may_do_nothing(make_account):
    account = make_account("gone", ["case.view"])
    account.is_active = False
    assert not actor_for(account).can("case.view")


def test_rights_are_read_once_until_they_change(make_account, django_assert_num_queries):
    account = make_account("jie", ["case.view"])
    actor_for(account)
    with django_assert_num_queries(0):
        assert actor_for(account).can("case.view")
    account.grants.get().role.__class__.objects.update(permissions=["case.close"])
    Account.objects.filter(pk=account.pk).update(grants_version=2)
    assert actor_for(Account.objects.get(pk=account.pk)).can("case.close")


def test_the_platform_itself_may_do_all():
    actor = system_actor("到期提醒")
    assert actor.can("anything.at_all")
    assert (actor.account_id, actor.name) == (None, "到期提醒")


def test_a_narrowed_actor_keeps_only_what_both_allow(make_account):
    actor = actor_for(make_account("jie", ["case.view", "case.close"])).limited_to(frozenset({"case.view", "x.y"}))
    assert actor.permissions == {"case.view"}
    assert actor.scopes[0].permissions == {"case.view"}


def test_live_messages_go_to_whom_they_concern(make_account, units):
    chief = actor_for(make_account("chief", ["case.view_all"]))
    street = actor_for(make_account("street", ["case.view"], unit="S1", scope="S1"))
    rater = actor_for(make_account("rater", ["case.rate"]))
    community = {"unit_ids": [units["S1-1"].pk], "accounts": []}
    department = {"unit_ids": [units["D1"].pk], "accounts": [rater.account_id]}
    assert live_filter(chief, community)
    assert live_filter(chief, department)
    assert live_filter(street, community)
    assert not live_filter(street, department)
    assert live_filter(rater, department)
    assert not live_filter(rater, community), "without case.view_all the whole district is not followed"
    assert live_filter(system_actor("x"), {})
    assert live_filter(rater, {"permission": "case.rate"})
    assert not live_filter(chief, {"permission": "case.rate"}), "what a permission is asked for is not told to others"


def test_a_scope_by_area_follows_only_messages_of_that_area(make_account):
    actor = actor_for(make_account("watch", ["case.view"], area="420111001"))
    assert live_filter(actor, {"unit_ids": [], "area_codes": ["420111001", "420111001003"]})
    assert not live_filter(actor, {"unit_ids": [], "area_codes": ["420111002"]})
    assert not live_filter(actor, {"unit_ids": []})


def test_a_scope_says_what_it_covers(units):
    assert Scope().is_everywhere
    assert not Scope(area_code="1").is_everywhere
    assert Scope(area_code="1").area_codes == ("1",)
    assert subtree(units["C"].pk) == {units["C"].pk}
