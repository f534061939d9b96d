"""What a phone sends arrives once, whatever the network does between."""

from __future__ import annotations

import hashlib
import io
import uuid
from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from PIL import Image

from chengyun.cases.models import Case, CaseFile, Event
from chengyun.cases.tests.world import World, build
from chengyun.fieldwork.sync import day, receiving, uploads
from chengyun.fieldwork.sync.models import Command, Upload
from chengyun.fieldwork.sync.schemas import PhoneCommandIn, PhoneUploadIn
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
WORKER = ["view", "register", "acknowledge", "contact", "handle", "reply", "arrive", "solve_on_spot", "note"]


@pytest.fixture
def world(db) -> World:
    world = build()
    world.person("worker", "community", WORKER, scope="community")
    return world


def act(number: str, action: str, version: int | None = None, **data) -> PhoneCommandIn:
    asked = {"number": number, "action": action, "version": version, "data": data}
    return PhoneCommandIn.model_validate({"uuid": str(uuid.uuid4()), "made_at": NOW.isoformat(), "act": asked})


def report(text: str = "路边护栏倒了", **more) -> PhoneCommandIn:
    return PhoneCommandIn.model_validate(
        {"uuid": str(uuid.uuid4()), "made_at": NOW.isoformat(), "report": {"text": text, **more}}
    )


def send(world, *commands) -> list[dict]:
    return receiving.receive(world.actors["worker"], commands)


def test_a_report_sent_twice_because_the_answer_was_lost_is_one_case_and_gives_the_same_number(world):
    command = report()
    first, again = send(world, command)[0], send(world, command)[0]
    assert (first["repeated"], again["repeated"]) == (False, True)
    assert first["answer"] == again["answer"]
    case = Case.objects.get(number=first["answer"]["number"])
    assert (case.channel, case.occurred_at, Command.objects.count()) == ("grid_report", NOW, 1)


def test_a_chain_made_without_a_network_is_carried_out_in_order_and_each_answer_has_the_next_version(world):
    number = world.dispatched("community").case.number
    before = Case.objects.get(number=number).version
    commands = [act(number, code, before, **data) for code, data in (
        ("acknowledge", {}), ("arrive", {}), ("handle", {"measures": "已围挡"}),
    )]  # fmt: skip
    results = send(world, *commands)
    assert [row["status"] for row in results] == [200, 200, 200]
    assert [row["answer"]["version"] for row in results] == [before + 1, before + 2, before + 3]
    events = Event.objects.filter(case__number=number).order_by("id").values_list("action", flat=True)
    assert list(events)[-3:] == ["acknowledge", "arrive", "handle"]


def test_when_the_case_moved_on_meanwhile_both_sides_come_back_and_nothing_later_of_it_is_tried(world):
    number, other = world.handling("community"), world.handling("community")
    seen = Case.objects.get(number=number).version
    world.do(number, "supplement", "clerk", text="诉求人又来电")
    results = send(
        world, act(number, "handle", seen, measures="已围挡"), act(number, "contact", what="已联系"),
        act(other, "handle", measures="已清理"),
    )  # fmt: skip
    assert [row["status"] for row in results] == [409, 424, 200]
    assert results[0]["now"]["number"] == number
    assert results[0]["now"]["version"] == seen + 1
    assert Command.objects.count() == 1


def test_whoever_decides_to_send_on_top_of_what_happened_does_so_with_the_same_record(world):
    number = world.handling("community")
    seen = Case.objects.get(number=number).version
    world.do(number, "supplement", "clerk", text="诉求人又来电")
    command = act(number, "handle", seen, measures="已围挡")
    assert send(world, command)[0]["status"] == 409
    command.act.version = seen + 1
    first, again = send(world, command)[0], send(world, command)[0]
    assert (first["status"], first["repeated"], again["repeated"]) == (200, False, True)


def test_a_record_is_not_taken_for_another_persons_or_another_ones(world):
    command = report()
    send(world, command)
    assert receiving.receive(world.actors["clerk"], [command])[0]["problem"]["code"] == "uuid_used"
    command.report.text = "别的事"
    assert send(world, command)[0]["problem"]["code"] == "uuid_used"


def test_what_fails_half_way_leaves_nothing_behind_and_can_come_again(world):
    command = report()
    with patch.object(Command, "save", side_effect=RuntimeError("power")), pytest.raises(RuntimeError):
        send(world, command)
    assert (Case.objects.count(), Command.objects.count()) == (0, 0)
    assert send(world, command)[0]["status"] == 200


def test_a_small_matter_is_reported_and_settled_at_once_and_says_how_near_the_worker_was(world):
    place = {"lng": 114.31, "lat": 30.59}
    step = {"what": "已扶正护栏", "position": {"lng": 114.3105, "lat": 30.59, "accuracy": 12}}
    result = send(world, report(place=place, then=[{"action": "solve_on_spot", "data": step}]))[0]
    case = Case.objects.get(number=result["answer"]["number"])
    assert (case.state, case.outcome, case.is_open, case.lead_unit.code) == ("closed", "solved", False, "community")
    payload = Event.objects.filter(case=case).latest("id").payload
    assert payload["near"]
    assert payload["proof"] == "距现场 48 米"
    refused = send(world, report(then=[{"action": "void", "data": {}}]))[0]
    assert refused["status"] == 422


def test_only_who_registered_a_case_settles_it_on_the_spot(world):
    number = send(world, report())[0]["answer"]["number"]
    world.person("other", "community", WORKER, scope="community")
    with pytest.raises(Problem) as refused:
        world.do(number, "solve_on_spot", "other", what="已处理")
    assert refused.value.status == 403


def test_the_phone_knows_what_comes_after_signing_without_asking(world):
    number = world.dispatched("community").case.number
    task = day.task(number, world.actors["worker"])
    assert [offer["code"] for offer in task["actions"]] == ["acknowledge", "arrive", "note"]
    after = {offer["code"]: offer for offer in task["after"]["acknowledge"]}
    assert {"arrive", "contact", "handle", "reply"} <= set(after)
    assert after["reply"]["assignment_id"] is not None
    assert world.state(number) == "dispatched"
    taken = day.day(world.actors["worker"])
    assert [row["number"] for row in taken["tasks"]] == [number]


# --- pieces -----------------------------------------------------------------------------------------------------------
def picture() -> bytes:
    image = Image.effect_noise((700, 500), 90).convert("RGB")
    target = io.BytesIO()
    image.save(target, "JPEG", quality=92)
    return target.getvalue()


def begun(world, data: bytes, **more) -> dict:
    given = {"uuid": str(uuid.uuid4()), "name": "现场.jpg", "size": len(data),
             "sha256": hashlib.sha256(data).hexdigest(), **more}  # fmt: skip
    return uploads.begin(world.actors["worker"], PhoneUploadIn.model_validate(given))


def test_a_photo_goes_on_where_it_stopped_and_is_one_file_however_often_its_end_is_sent(world):
    worker, data = world.actors["worker"], picture()
    proof = {"taken_at": NOW.isoformat(), "source": "exif"}
    key = begun(world, data, proof=proof)["uuid"]
    assert len(data) > uploads.PIECE
    assert uploads.take(worker, key, 0, data[: uploads.PIECE])["received"] == uploads.PIECE
    with pytest.raises(Problem) as hole:
        uploads.take(worker, key, uploads.PIECE + 5, b"12345")
    assert (hole.value.status, hole.value.extra["received"]) == (409, uploads.PIECE)
    uploads.take(worker, key, uploads.PIECE - 100, data[uploads.PIECE - 100 : uploads.PIECE + 100])
    done = uploads.take(worker, key, uploads.PIECE + 100, data[uploads.PIECE + 100 :])
    assert done["file_id"]
    assert uploads.take(worker, key, uploads.PIECE + 100, data[uploads.PIECE + 100 :]) == done
    stored = StoredFile.objects.get()
    assert (stored.size, stored.meta["field"], stored.uploaded_by) == (len(data), proof, worker.account_id)
    result = send(world, report(files=[str(done["file_id"])]))[0]
    assert CaseFile.objects.get().case.number == result["answer"]["number"]


def test_a_photo_that_arrives_damaged_is_asked_for_again(world):
    data = picture()[:2000]
    key = begun(world, data, sha256="0" * 64)["uuid"]
    answer = uploads.take(world.actors["worker"], key, 0, data)
    assert (answer["received"], answer["file_id"], StoredFile.objects.count()) == (0, None, 0)


def test_pieces_that_nobody_goes_on_with_are_removed_after_a_fortnight(world):
    key = begun(world, b"x" * 100)["uuid"]
    uploads.take(world.actors["worker"], key, 0, b"x" * 50)
    assert uploads.path_of(key).exists()
    Upload.objects.update(moved_at=NOW)
    assert uploads.sweep() == 1
    assert not uploads.path_of(key).exists()
