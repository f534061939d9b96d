from chengyun.channels.doors.reading import Step
from chengyun.channels.outbox import messages
from chengyun.channels.outbox.messages import AGAIN, DONE, REFUSED


def step(**more):
    given = {"code": "close", "name": "办结", "on": ("close",), "message": "办结",
             "fields": {"head.id": "external_id", "head.type": "=BJ", "result": "outcome"}}  # fmt: skip
    return Step(**{**given, **more})


def test_a_message_is_in_the_words_of_the_other_side():
    one = step(codes={"outcome": {"solved": "1", "*": "9"}})
    assert messages.body(one, {"external_id": "A/1", "outcome": "solved"}) == {
        "head": {"id": "A/1", "type": "BJ"}, "result": "1",
    }  # fmt: skip
    assert messages.body(one, {"external_id": "A/1", "outcome": "elsewhere"})["result"] == "9"
    assert messages.address("/e/{external_id}/x?m={message}", {"external_id": "A/1", "message": "办"}) == (
        "/e/A%2F1/x?m=%E5%8A%9E"
    )
    told = {"办理结果": "已解决", "空": "", "头": {"编号": 1}, "时间": "2026-11-21T14:05:09+08:00"}
    assert messages.plain(told) == "办理结果：已解决\n头.编号：1\n时间：2026-11-21 14:05"


def test_a_step_follows_its_actions_where_its_conditions_hold():
    steps = [step(), step(code="ok", on=("review", "close"), when={"approve": True}), step(enabled=False)]
    assert [one.code for one in messages.fitting(steps, "close", {"approve": False}, {})] == ["close"]
    assert [one.code for one in messages.fitting(steps, "review", {"approve": True}, {})] == ["ok"]
    several = step(when={"state": ["closed", "rated"]})
    assert messages.fitting([several], "close", {}, {"state": "rated"})
    assert not messages.fitting([several], "close", {}, {"state": "void"})


def test_what_the_other_side_said_is_understood():
    def kind(status, said=None, **more):
        return messages.verdict(status, "", said, **more).kind

    assert [kind(status) for status in (200, 201, 204, 409)] == [DONE] * 4
    assert [kind(status) for status in (400, 404, 410, 422)] == [REFUSED] * 4
    assert [kind(status) for status in (301, 401, 403, 408, 429, 500, 503)] == [AGAIN] * 7
    ok = {"ok_field": "head.code", "ok_values": ["0", "200"], "words_field": "head.msg"}
    assert kind(200, {"head": {"code": 0}}, **ok) == DONE
    refused = messages.verdict(200, "", {"head": {"code": "17", "msg": "缺少办理结果"}}, **ok)
    assert (refused.kind, refused.words) == (REFUSED, "缺少办理结果")
    assert messages.verdict(201, "", {"receipt": "HZ-1"}, receipt_field="receipt").receipt == "HZ-1"
