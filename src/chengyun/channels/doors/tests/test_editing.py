"""A district's changes as the form of the door's page reads and saves them."""

from __future__ import annotations

import pytest

from chengyun.channels.doors import connections, queries, services, taking
from chengyun.channels.doors.schemas import DoorIn
from chengyun.kernel import english
from chengyun.kernel.problems import Problem

from .conftest import again, order

pytestmark = pytest.mark.django_db
DOOR = "hotline_12345"


class Admin:
    name = "演示管理员"

    def can(self, code: str) -> bool:
        return True


def save(changes):
    services.save(Admin(), DOOR, DoorIn(transport_in="push", enabled=True, changes=changes))
    return again()


def test_the_form_stands_on_the_declaration_with_what_the_profile_brought_and_has_closed_lists(hotline):
    again(
        profile_changes={"fields": {"title": {"column": "subject"}}}, changes={"fields": {"text": {"column": "body"}}}
    )
    page = queries.page(Admin(), DOOR)
    form = page["editing"]
    declared = {one["name"]: one for one in form["declared"]["fields"]}
    assert (declared["title"]["what"], declared["title"]["changed"]) == ("subject", True)
    assert declared["text"]["what"] == "content", "what the page changed is not part of what it stands on"
    assert {one["name"]: one["what"] for one in page["declaration"]["fields"]}["text"] == "body"
    assert form["profile"] == {"fields": {"title": {"column": "subject"}}}
    assert {"code": "urgent", "name": "紧急"} in form["choices"]["urgency"]
    assert {"complaint"} <= {one["code"] for one in form["choices"]["kind"]}
    assert "0301" in {one["code"] for one in form["choices"]["category"]}


def test_what_was_changed_is_read_so_and_what_does_not_exist_here_is_told_at_its_row(hotline):
    connection = save({
        "fields": {"title": {"column": "subject"}},
        "codes": {"kind": {"诉求": "complaint"}, "category": {"扰民": "0301"}},
    })  # fmt: skip
    item = order(subject="改过的标题", appealType="诉求", appealClass="扰民")
    fields, errors = taking.Taker(connection, "push").read(item)
    assert (fields["title"], fields["category"], errors) == ("改过的标题", "0301", [])
    with pytest.raises(Problem) as told:
        save({
            "codes": {"kind": {"诉求": "nothing"}, "category": {"扰民": "没有的"}, "event": {"转": "later"}},
            "fields": {"title": {"column": ""}},
        })  # fmt: skip
    errors = {one["field"]: one["message"] for one in told.value.extra["errors"]}
    assert set(errors) == {
        "changes.codes.kind.诉求", "changes.codes.category.扰民", "changes.codes.event.转",
        "changes.incoming.fields.title",
    }  # fmt: skip
    for words in errors.values():
        assert english.english(words).isascii() or "“" in english.english(words), words


def test_the_page_may_take_a_field_from_elsewhere_than_the_profile():
    mine = connections.both(
        {"fields": {"title": {"column": "a", "default": "x"}, "text": {"column": "b"}}},
        {"fields": {"title": {"template": "{a}{b}"}, "text": {"default": "y"}}},
    )
    assert mine["fields"] == {"title": {"default": "x", "template": "{a}{b}"}, "text": {"column": "b", "default": "y"}}
