"""Messages go back at least once, in order, without a flood; and a killed worker neither loses nor doubles one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.channels.outbox import connecting, delivering
from chengyun.channels.outbox.connecting import Way
from chengyun.channels.outbox.messages import AGAIN, REFUSED, Verdict
from chengyun.channels.outbox.models import DoorOut, WriteBack
from chengyun.kernel.problems import Problem

from .conftest import STEPS, later, send_all

pytestmark = pytest.mark.django_db


def from_city(world, key, **fields):
    return world.request(channel="city", external_id=key, **fields).case.number


def closed(world, key):
    """A case of the city, answered on the spot: two messages."""
    number = from_city(world, key)
    world.do(number, "accept", "clerk")
    world.do(number, "direct_answer", "clerk", answer=f"已为 {key} 说明办理方式")
    return number


def states():
    return dict(WriteBack.objects.order_by("id").values_list("key", "state"))


def test_what_is_done_to_a_case_goes_back_through_its_door_in_order_and_once(world, peer):
    numbers = [closed(world, f"C-{at}") for at in range(3)]
    world.request(external_id="P-1", then=[("accept", {})])  # by phone: nobody is told
    world.request(channel="city", then=[("accept", {})])  # without a number of theirs: they would not know it
    assert set(states()) == {f"{number}-{seq}" for number in numbers for seq in (1, 2)}
    send_all()
    assert set(states().values()) == {"done"}
    assert [seq for number, seq in peer.order if number == numbers[1]] == [1, 2]
    told = peer.taken[f"{numbers[1]}-2"]
    assert told == {"id": "C-1", "result": "9", "words": "已为 C-1 说明办理方式", "n": 2}
    assert WriteBack.objects.get(key=f"{numbers[1]}-2").receipt == f"R-{numbers[1]}-2"
    assert "说明办理方式" not in str(bytes(WriteBack.objects.last().sealed))


def test_nothing_is_made_when_the_action_is_not_done(world, peer):
    number = from_city(world, "C-1")
    with pytest.raises(Problem):
        world.do(number, "direct_answer", "clerk", answer="")
    assert not WriteBack.objects.exists()


def test_a_refusal_waits_for_a_person_and_holds_back_what_follows_in_this_case_only(world, peer):
    first, second = closed(world, "C-1"), closed(world, "C-2")
    peer.says["sign"] = Verdict(REFUSED, "编号不合规", 422)
    send_all(2)
    assert states() == {f"{first}-1": "dead", f"{first}-2": "waiting", f"{second}-1": "dead", f"{second}-2": "waiting"}
    assert WriteBack.objects.get(key=f"{first}-1").error == "编号不合规"
    peer.says.clear()
    WriteBack.objects.filter(key=f"{second}-1").update(state="waiting")
    send_all(2)
    assert states()[f"{second}-2"] == "done"
    assert states()[f"{first}-2"] == "waiting"


def test_a_door_that_is_down_is_tried_seldom_and_nothing_is_lost(world, peer):
    numbers = [closed(world, f"C-{at}") for at in range(12)]
    peer.always = Verdict(AGAIN, "连不上对方")
    delivering.work_off(5)
    tries = peer.asked
    assert tries <= delivering.TOO_MANY + delivering.AT_ONCE
    delivering.work_off(5)
    assert peer.asked == tries  # closed: not even one
    door = DoorOut.objects.get(door="city")
    assert door.closed_until > timezone.now()
    for _ in range(3):  # a day of it, one probe at a time
        later()
        asked = peer.asked
        delivering.work_off(5)
        assert peer.asked == asked + 1
    peer.always = None
    peer.most_at_once = 0
    send_all()
    assert set(states().values()) == {"done"}
    assert len(peer.taken) == 24
    assert peer.most_at_once <= delivering.AT_ONCE
    assert {number for number, _ in peer.order} == set(numbers)
    for number in numbers:
        assert [seq for one, seq in peer.order if one == number] == [1, 2]


def test_no_more_in_a_minute_than_the_door_is_to_get(world, peer):
    for at in range(6):
        closed(world, f"C-{at}")
    way = Way("city", "市级平台", "peer", STEPS, {"per_minute": 4})
    now = timezone.now()

    def sent(moment):
        count = 0
        while rows := delivering.claim(way, 10, moment):
            for row in rows:
                delivering.settle(row, peer.send(way, delivering.parcel_of(row)), moment)
            count += len(rows)
        return count

    assert [sent(now), sent(now), sent(now + timedelta(seconds=61))] == [4, 0, 4]


def test_a_worker_that_was_killed_leaves_its_messages_to_the_next(world, peer):
    number = closed(world, "C-1")
    way = connecting.ways()["city"]
    (row,) = delivering.claim(way, 4)
    peer.send(way, delivering.parcel_of(row))  # it was sent; then the worker died before it wrote that down
    delivering.work_off(5)
    assert peer.asked == 1  # the lease holds
    later()
    send_all()
    assert peer.order == [(number, 1), (number, 2)]
    assert peer.asked == 3  # sent twice, known by its key
    assert delivering.settle(row, Verdict(AGAIN, "太晚")) == "late"
    assert set(states().values()) == {"done"}


def test_a_message_that_never_gets_through_becomes_a_dead_letter(world, peer):
    from_city(world, "C-1", then=[("accept", {})])
    WriteBack.objects.update(attempts=delivering.GIVE_UP - 1)
    peer.always = Verdict(AGAIN, "对方没有在时限内回答")
    delivering.work_off(5)
    row = WriteBack.objects.get()
    assert (row.state, row.error) == ("dead", f"试了 {delivering.GIVE_UP} 次都没有送到：对方没有在时限内回答")


def test_a_wish_to_be_left_alone_is_granted(world, peer):
    from_city(world, "C-1", then=[("accept", {})])
    peer.always = Verdict(AGAIN, "对方请我方慢一点（429）", 429, retry_after=900)
    delivering.work_off(5)
    assert DoorOut.objects.get().closed_until > timezone.now() + timedelta(minutes=14)


def test_a_request_that_was_joined_to_a_matter_is_answered_through_its_own_door(world, peer):
    main = world.handling()
    number = from_city(world, "C-1")
    world.do(number, "accept", "clerk")
    world.do(number, "join", "clerk", into=main)
    world.do(main, "contact", "lights", what="电话了解情况")
    world.do(main, "reply", "lights", reply="已更换灯具，恢复照明", outcome="solved")
    world.do(main, "review", "clerk", approve=True, skip_callback="已当面答复")
    world.do(main, "close", "clerk")
    send_all()
    assert peer.order == [(number, 1), (number, 2)]
    assert peer.taken[f"{number}-2"] == {"id": "C-1", "result": "1", "words": "已更换灯具，恢复照明", "n": 2}
